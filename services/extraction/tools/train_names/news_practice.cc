#include "services/extraction/tools/train_names/news_practice.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace isnad::extraction {
namespace {

constexpr int kShortest = 5;  // words
constexpr int kLongest = 45;
constexpr double kSureOfListed = 0.75;  // confidence
constexpr double kSureOfLearned = 0.85;
constexpr double kExchanged = 0.75;  // share of the names that could be
constexpr uint64_t kSeed = 7;

std::string TagOf(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return "PERS";
    case EntityType::kOrganization:
      return "ORG";
    case EntityType::kLocation:
      return "LOC";
    default:
      return "PROD";
  }
}

// Gazetteers are right about what they list; of the rest people and places are easy.
bool IsSure(const Mention& mention, const EntityRecord& entity) {
  if (mention.rule == "institution") return true;
  if (mention.rule == "gazetteer" || mention.rule == "unique-surname") {
    return !entity.lexicon_key.empty() && mention.confidence >= kSureOfListed;
  }
  return mention.rule == "learned" && mention.confidence >= kSureOfLearned &&
         (entity.type == EntityType::kPerson || entity.type == EntityType::kLocation);
}

// Names of bodies are made of words that tell what they do: another name would not fit.
bool OpensInstitution(absl::string_view word) {
  for (absl::string_view opening :
       {"ال",   "وزار", "جامع", "معهد", "بنك",  "مصرف", "منظم", "هيئ",   "اتحاد", "مجلس",
        "حزب",  "حرك",  "محكم", "مؤسس", "وكال", "بورص", "لجن",  "دار",   "صندوق", "نقاب",
        "جمعي", "مكتب", "مركز", "فريق", "نادي", "شرك",  "رابط", "ديوان", "كلي",   "مستشف"}) {
    if (absl::StartsWith(word, opening)) return true;
  }
  return false;
}

bool IsMonthOrDay(absl::string_view word) {
  static const auto* const kWords = new std::set<absl::string_view>(
      {"يناير",   "فبراير",   "مارس",     "أبريل",  "مايو",   "يونيو", "يوليو",
       "أغسطس",   "سبتمبر",   "أكتوبر",   "نوفمبر", "ديسمبر", "جانفي", "فيفري",
       "أفريل",   "ماي",      "جوان",     "جويلية", "أوت",    "الأحد", "الإثنين",
       "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "رمضان"});
  return kWords->count(word) > 0;
}

}  // namespace

void NewsPractice::Add(const Analysis& analysis) {
  ++documents_;
  std::vector<const Mention*> mentions(analysis.tokens.size(), nullptr);
  for (const Mention& mention : analysis.mentions) {
    for (int i = mention.tokens.begin; i < mention.tokens.end; ++i) mentions[i] = &mention;
  }
  for (const Passage& passage : analysis.passages) {
    const int size = passage.tokens.size();
    if (passage.kind == PassageKind::kBoilerplate || size < kShortest || size > kLongest) continue;
    AddPassage(analysis, passage, mentions);
  }
}

void NewsPractice::AddPassage(const Analysis& analysis, const Passage& passage,
                              const std::vector<const Mention*>& mentions) {
  Sentence sentence;
  sentence.document = documents_;
  bool exchangeable = false;
  for (int i = passage.tokens.begin; i < passage.tokens.end; ++i) {
    const Token& word = analysis.tokens[i];
    sentence.words.push_back(word.form);
    const Mention* const mention = mentions[i];
    if (mention == nullptr) {
      const bool name = word.part_of_speech == PartOfSpeech::kProperNoun && word.form.size() > 2 &&
                        !IsMonthOrDay(word.form);
      if (name || word.shape == TokenShape::kLatin) return;
      continue;
    }
    if (i != std::max(mention->tokens.begin, passage.tokens.begin)) continue;
    const EntityRecord& entity = analysis.entities[mention->entity];
    if (!IsSure(*mention, entity)) return;
    Name name;
    name.begin = i - passage.tokens.begin;
    name.end = name.begin + mention->tokens.size();
    name.type = TagOf(entity.type);
    name.entity = mention->entity;
    const size_t clitic = std::max(0, mention->range.begin - word.range.begin);
    // Marks inside the word would shift the letters: rare, and left alone.
    if (clitic < word.form.size()) {
      name.clitic = word.form.substr(0, clitic);
      name.exchangeable = name.type != "LOC" && mention->rule != "institution" &&
                          !OpensInstitution(absl::string_view(word.form).substr(clitic));
    }
    exchangeable = exchangeable || name.exchangeable;
    sentence.names.push_back(std::move(name));
  }
  if (!exchangeable || !seen_.insert(absl::StrJoin(sentence.words, " ")).second) return;
  sentences_.push_back(std::move(sentence));
}

eval::ConllSentence NewsPractice::Write(const Sentence& sentence,
                                        std::map<std::string, std::string>* exchanged,
                                        NameMaker* maker) {
  eval::ConllSentence written;
  int at = 0;
  for (const Name& name : sentence.names) {
    for (; at < name.begin; ++at) written.push_back({sentence.words[at], "O"});
    std::vector<std::string> words(sentence.words.begin() + name.begin,
                                   sentence.words.begin() + name.end);
    at = name.end;
    if (name.exchangeable && maker->Chance(kExchanged)) {
      std::string& other = (*exchanged)[absl::StrCat(name.type, name.entity)];
      if (other.empty()) other = maker->Make(name.type);
      std::vector<std::string> parts = absl::StrSplit(other, ' ', absl::SkipEmpty());
      // A surname alone stays one.
      if (name.type == "PERS" && words.size() == 1) parts = {parts.back()};
      words = absl::StrSplit(JoinClitic(name.clitic, absl::StrJoin(parts, " ")), ' ');
    }
    for (size_t i = 0; i < words.size(); ++i) {
      written.push_back({words[i], absl::StrCat(i == 0 ? "B-" : "I-", name.type)});
    }
  }
  for (; at < static_cast<int>(sentence.words.size()); ++at) {
    written.push_back({sentence.words[at], "O"});
  }
  return written;
}

std::vector<eval::ConllDocument> NewsPractice::Make(const Shares& shares, NameMaker* maker) const {
  std::vector<int> order(sentences_.size());
  std::iota(order.begin(), order.end(), 0);
  RandomOrder(kSeed).Shuffle(&order);
  int left[] = {shares.with_products, shares.with_organizations, shares.with_people};
  std::vector<int> chosen;
  for (const int i : order) {
    const auto names = [&](absl::string_view type) {
      const std::vector<Name>& all = sentences_[i].names;
      return std::any_of(all.begin(), all.end(), [&](const Name& n) { return n.type == type; });
    };
    int& room = left[names("PROD") ? 0 : names("ORG") ? 1 : 2];
    if (room > 0) chosen.push_back(i);
    if (room > 0) --room;
  }
  std::sort(chosen.begin(), chosen.end());
  std::vector<eval::ConllDocument> documents;
  std::map<std::string, std::string> exchanged;
  int document = -1;
  for (const int i : chosen) {
    if (sentences_[i].document != document) {
      document = sentences_[i].document;
      documents.emplace_back();
      exchanged.clear();
    }
    documents.back().push_back(Write(sentences_[i], &exchanged, maker));
  }
  return documents;
}

}  // namespace isnad::extraction
