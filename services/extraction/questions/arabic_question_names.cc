#include "services/extraction/questions/arabic_question_names.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/distribution/new_word.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// The bytes of `tokens` behind the one-letter words that are written on to the first of them.
ByteRange HostBytes(const Analysis& analysis, TokenRange tokens) {
  ByteRange bytes = analysis.BytesOf(tokens);
  for (const std::string& proclitic : analysis.tokens[tokens.begin].proclitics) {
    if (proclitic == "ال" || !absl::StartsWith(analysis.Quote(bytes), proclitic)) break;
    bytes.begin += static_cast<int>(proclitic.size());
  }
  return bytes;
}

// Makes `tokens` the words of the name.
void Name(TokenRange tokens, EntityType type, Mention* mention, Analysis* analysis) {
  mention->tokens = tokens;
  mention->range = HostBytes(*analysis, tokens);
  EntityRecord entity;
  entity.type = type;
  AliasRecord alias;
  alias.surface = std::string(analysis->Quote(mention->range));
  alias.folded_key = Fold(alias.surface);
  alias.script = "Arab";
  alias.kind = AliasRecord::Kind::kCanonical;
  entity.label_ar = alias.surface;
  entity.aliases.push_back(std::move(alias));
  analysis->entities.push_back(std::move(entity));
  mention->entity = static_cast<int>(analysis->entities.size()) - 1;
}

// "وين", "مين": asking words of speech that look like names.
bool IsAskingWord(absl::string_view surface) {
  static const auto* words = new std::set<absl::string_view>{
      "وين", "فين",  "مين",  "شو",   "ايش",    "وش",    "ليش",  "ليه",   "كام",
      "اين", "واين", "ومتي", "وكيف", "ولماذا", "لماذا", "ماذا", "وماذا", "متي",
      "كيف", "لمن",  "بكم",  "شنو",  "منين",   "شكون",  "علاش", "قديش"};
  return words->count(surface) > 0;
}

Analysis DropAskingWords(Analysis analysis) {
  auto& mentions = analysis.mentions;
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                [&](const Mention& mention) {
                                  return mention.entity >= 0 && mention.tokens.size() == 1 &&
                                         IsAskingWord(Fold(analysis.Quote(mention.range)));
                                }),
                 mentions.end());
  return analysis;
}

// "From which firm did X hire": the verb before an unknown name was taken for its first word. Forms
// that only verbs have tell it.
bool IsDerivedVerb(absl::string_view word) {
  if (!absl::EndsWith(word, "ت") || absl::EndsWith(word, "ات")) return false;
  for (const absl::string_view form : {"است", "انت", "اشت", "اقت", "اجت", "التح", "ارتب", "اعت"}) {
    if (absl::StartsWith(word, form) && word.size() >= form.size() + 4) return true;
  }
  return false;
}

bool IsNegatedAsking(absl::string_view word) { return word == "اليس" || word == "اليست"; }

Analysis CutLeadingVerbs(Analysis analysis) {
  for (Mention& mention : analysis.mentions) {
    if (mention.entity < 0 || mention.tokens.size() < 2) continue;
    const EntityRecord whole = analysis.entities[mention.entity];
    const TokenRange first = {mention.tokens.begin, mention.tokens.begin + 1};
    // "Is Musk not": written like "Alice Musk".
    if (first.begin == 0 && whole.lexicon_key.empty() &&
        IsNegatedAsking(Fold(analysis.Quote(analysis.BytesOf(first))))) {
      Name({1, mention.tokens.end}, whole.type, &mention, &analysis);
      continue;
    }
    if (!whole.lexicon_key.empty() || !IsDerivedVerb(Fold(analysis.Quote(analysis.BytesOf(first)))))
      continue;
    Name({mention.tokens.begin + 1, mention.tokens.end}, whole.type, &mention, &analysis);
  }
  return analysis;
}

// Whether the question lets one choose: "which of the two is larger, X or Y".
bool OffersChoice(const Analysis& analysis) {
  static const auto* words = new std::set<absl::string_view>{
      "اي",   "ايهما", "ايهم", "ايها", "اكثر", "اكبر", "اعلي", "اقل",
      "اصغر", "اطول",  "اقصر", "ادني", "اغلي", "ارخص", "ابكر", "اسبق"};
  return std::any_of(analysis.tokens.begin(), analysis.tokens.end(),
                     [](const Token& token) { return words->count(Fold(token.surface)) > 0; });
}

// "X or Y": the word for "or" is written like "mother of", with which many names begin.
Analysis CutAtOr(Analysis analysis) {
  if (!OffersChoice(analysis)) return analysis;
  std::vector<Mention> mentions;
  for (Mention& mention : analysis.mentions) {
    mentions.push_back(mention);
    const bool guess = mention.entity >= 0 && mention.kind == MentionKind::kName &&
                       analysis.entities[mention.entity].lexicon_key.empty();
    if (!guess || mention.tokens.size() < 2) continue;
    const EntityType type = analysis.entities[mention.entity].type;
    for (int at = mention.tokens.begin; at + 1 < mention.tokens.end; ++at) {
      if (at == 0 || Fold(analysis.tokens[at].surface) != "ام") continue;
      if (at == mention.tokens.begin) {
        mentions.pop_back();
      } else {
        Name({mention.tokens.begin, at}, type, &mentions.back(), &analysis);
      }
      mentions.push_back(mention);
      Name({at + 1, mention.tokens.end}, type, &mentions.back(), &analysis);
      break;
    }
  }
  analysis.mentions = std::move(mentions);
  return analysis;
}

// "المستقطعة", "المتعارضتان": with the article and an ending of number or gender, the participle of
// a derived verb describes what stands before it, however rare the verb is.
bool IsDescribingParticiple(const Token& word) {
  const std::string folded = Fold(word.surface);
  absl::string_view form = folded;
  if (!absl::ConsumePrefix(&form, "ال") && !absl::ConsumePrefix(&form, "لل")) return false;
  const bool derived = (absl::StartsWith(form, "مست") && form.size() >= 14) ||
                       (absl::StartsWith(form, "مت") && form.size() >= 12);
  if (!derived) return false;
  for (const absl::string_view ending : {"ه", "ات", "ان", "ين", "ون"}) {
    if (absl::EndsWith(form, ending)) return true;
  }
  return false;
}

Analysis DropParticiples(Analysis analysis) {
  auto& mentions = analysis.mentions;
  mentions.erase(
      std::remove_if(mentions.begin(), mentions.end(),
                     [&](const Mention& mention) {
                       return mention.entity >= 0 && mention.tokens.size() == 1 &&
                              mention.kind == MentionKind::kName &&
                              analysis.entities[mention.entity].lexicon_key.empty() &&
                              analysis.entities[mention.entity].type == EntityType::kUnknown &&
                              mention.tokens.begin > 0 &&
                              IsDescribingParticiple(analysis.tokens[mention.tokens.begin]);
                     }),
      mentions.end());
  return analysis;
}

// The first letter of a word that nothing is known of may be a preposition or a conjunction.
void AddWithoutProclitic(int entity, Analysis* analysis) {
  constexpr std::size_t kShortestBytes = 6;
  EntityRecord& record = analysis->entities[entity];
  absl::string_view rest = record.aliases.front().surface;
  for (const absl::string_view letter : {"و", "ف", "ب", "ل", "ك"}) {
    if (!absl::ConsumePrefix(&rest, letter)) continue;
    if (rest.size() < kShortestBytes) return;
    AliasRecord alias = record.aliases.front();
    alias.surface = std::string(rest);
    alias.folded_key = Fold(alias.surface);
    alias.kind = AliasRecord::Kind::kShort;
    record.aliases.push_back(std::move(alias));
    return;
  }
}

// Words outside all names that must be names.
class UnnamedNames {
 public:
  UnnamedNames(const Analysis& analysis, const absl::optional<WordDistribution>& words)
      : analysis_(analysis), words_(words) {}

  std::vector<Mention> Find() const {
    std::vector<Mention> names;
    const int size = static_cast<int>(analysis_.tokens.size());
    for (int token = 1; token < size; ++token) {
      Mention name;
      name.kind = MentionKind::kName;
      name.rule = std::string(kNewWord);
      int end = token;
      while (end < size && IsFree(end) && IsNew(end)) ++end;
      if (end == token && IsFree(token) && OnlyANameFits(token)) {
        name.rule = std::string(kOnlyANameFits);
        ++end;
      }
      if (end == token) continue;
      name.tokens = {token, end};
      names.push_back(std::move(name));
      token = end - 1;
    }
    return names;
  }

  bool IsNew(int token) const {
    const Token& word = analysis_.tokens[token];
    return words_.has_value() && word.shape == TokenShape::kArabic && !word.listed &&
           !word.stop_word && word.enclitic.empty() && !IsAskingWord(word.surface) &&
           word.part_of_speech != PartOfSpeech::kVerb && IsNewWord(word.form, *words_);
  }

 private:
  bool IsFree(int token) const {
    return std::none_of(analysis_.mentions.begin(), analysis_.mentions.end(),
                        [&](const Mention& mention) { return mention.tokens.contains(token); });
  }

  // "جمعت زرعة المغربية": an adjective with the article describes no common noun that has none.
  bool OnlyANameFits(int token) const {
    if (token + 1 >= static_cast<int>(analysis_.tokens.size())) return false;
    const Token& before = analysis_.tokens[token - 1];
    const Token& word = analysis_.tokens[token];
    const Token& adjective = analysis_.tokens[token + 1];
    return before.part_of_speech == PartOfSpeech::kVerb && before.enclitic.empty() &&
           word.part_of_speech == PartOfSpeech::kNoun && !word.definite && word.enclitic.empty() &&
           word.proclitics.empty() && adjective.part_of_speech == PartOfSpeech::kAdjective &&
           adjective.definite && IsOfCountry(adjective) &&
           adjective.features.gender == word.features.gender;
  }

  static bool IsOfCountry(const Token& adjective) {
    return absl::EndsWith(adjective.base, "ي") || absl::EndsWith(adjective.base, "يه");
  }

  const Analysis& analysis_;
  const absl::optional<WordDistribution>& words_;
};

Analysis NameTheUnnamed(Analysis analysis, const absl::optional<WordDistribution>& words) {
  const UnnamedNames unnamed(analysis, words);
  // Whoever tagged it was less sure.
  for (Mention& mention : analysis.mentions) {
    if (mention.tokens.size() == 1 && mention.entity >= 0 && unnamed.IsNew(mention.tokens.begin)) {
      mention.rule = std::string(kNewWord);
    }
  }
  for (Mention& mention : unnamed.Find()) {
    Name(mention.tokens, EntityType::kUnknown, &mention, &analysis);
    AddWithoutProclitic(mention.entity, &analysis);
    analysis.mentions.push_back(std::move(mention));
  }
  std::stable_sort(
      analysis.mentions.begin(), analysis.mentions.end(),
      [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
  return analysis;
}

// A word that no dictionary has, or that nothing but a name is written like, without anything that
// is written on to it.
bool IsForeign(const Token& word) {
  return word.shape == TokenShape::kArabic && !word.stop_word && !word.definite &&
         (!word.listed || word.part_of_speech == PartOfSpeech::kProperNoun) &&
         word.proclitics.empty() && word.enclitic.empty() &&
         word.part_of_speech != PartOfSpeech::kVerb && !IsAskingWord(word.surface);
}

// Names of several foreign words, of which some were found, or parts of them.
class ForeignNames {
 public:
  explicit ForeignNames(Analysis analysis) : analysis_(std::move(analysis)) {}

  // "النيل فارما", "لانترن فيش": a place with a foreign word behind it is the name of a house, and
  // the first letter of a foreign word is no preposition.
  Analysis Join() {
    std::vector<Mention> mentions;
    for (const Mention& mention : analysis_.mentions) {
      const bool joins = !mentions.empty() && IsGuess(mention) && IsPart(mentions.back()) &&
                         mentions.back().tokens.end == mention.tokens.begin &&
                         IsForeign(analysis_.tokens[mention.tokens.begin]);
      if (joins) {
        Take({mentions.back().tokens.begin, EndOf(mention.tokens)}, &mentions.back());
        continue;
      }
      mentions.push_back(mention);
      if (!IsPart(mention)) continue;
      const TokenRange tokens = {BeginOf(mention), EndOf(mention.tokens)};
      const bool cut = IsGuess(mention) && IsCut(mention);
      if (cut || !(tokens == mention.tokens)) Take(tokens, &mentions.back());
    }
    analysis_.mentions = std::move(mentions);
    return std::move(analysis_);
  }

 private:
  const EntityRecord& EntityOf(const Mention& mention) const {
    return analysis_.entities[mention.entity];
  }

  bool IsGuess(const Mention& mention) const {
    return mention.entity >= 0 && mention.kind == MentionKind::kName &&
           (EntityOf(mention).lexicon_key.empty() || mention.rule == "unseen-word");
  }

  bool IsPart(const Mention& mention) const {
    return IsGuess(mention) || (mention.entity >= 0 && mention.kind == MentionKind::kName &&
                                EntityOf(mention).type == EntityType::kLocation);
  }

  bool IsCut(const Mention& mention) const {
    return mention.range.begin > analysis_.BytesOf(mention.tokens).begin &&
           IsForeign(analysis_.tokens[mention.tokens.begin]);
  }

  bool MayGoOn(int token) const {
    if (token < 1 || token >= static_cast<int>(analysis_.tokens.size())) return false;
    return IsForeign(analysis_.tokens[token]) &&
           std::none_of(analysis_.mentions.begin(), analysis_.mentions.end(),
                        [&](const Mention& mention) { return mention.tokens.contains(token); });
  }

  // The word before one whose first letter was taken for a preposition.
  int BeginOf(const Mention& mention) const {
    const int begin = mention.tokens.begin;
    const bool cut = mention.range.begin > analysis_.BytesOf(mention.tokens).begin;
    return cut && IsGuess(mention) && MayGoOn(begin - 1) ? begin - 1 : begin;
  }

  int EndOf(TokenRange tokens) const {
    int end = tokens.end;
    while (MayGoOn(end)) ++end;
    return end;
  }

  void Take(TokenRange tokens, Mention* mention) {
    const EntityType known = EntityOf(*mention).type;
    Name(tokens, known == EntityType::kPerson ? known : EntityType::kOrganization, mention,
         &analysis_);
  }

  Analysis analysis_;
};

}  // namespace

absl::StatusOr<ArabicQuestionNames> ArabicQuestionNames::Create(const ModelSet& models) {
  ArabicQuestionNames names;
  const absl::StatusOr<ModelFile> file = models.Find("words");
  if (absl::IsNotFound(file.status())) return names;
  if (!file.ok()) return file.status();
  absl::StatusOr<WordDistribution> words = WordDistribution::Of(*file);
  if (!words.ok()) return words.status();
  names.words_ = *std::move(words);
  return names;
}

Analysis ArabicQuestionNames::Refine(Analysis analysis) const {
  Analysis cut = CutAtOr(CutLeadingVerbs(DropAskingWords(std::move(analysis))));
  return DropParticiples(NameTheUnnamed(ForeignNames(std::move(cut)).Join(), words_));
}

}  // namespace isnad::extraction
