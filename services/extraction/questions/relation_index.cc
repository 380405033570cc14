#include "services/extraction/questions/relation_index.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_split.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

constexpr double kFrameConfidence = 0.65;
constexpr double kQuestionWordConfidence = 0.65;
constexpr double kFaintConfidence = 0.3;
// "hire ... from": words of a phrasal trigger may stand this far apart.
constexpr int kMaxPhraseGap = 5;

using KeySet = std::set<std::string>;

KeySet FaintKeys() {
  KeySet keys;
  for (const absl::string_view list : {FaintEnglishWords(), FaintArabicWords()}) {
    for (const absl::string_view phrase : absl::StrSplit(list, '|')) {
      keys.insert(LexiconWordKeys(phrase).front());
    }
  }
  return keys;
}

bool IsFaint(absl::string_view phrase) {
  static const auto* keys = new KeySet(FaintKeys());
  return keys->count(LexiconWordKeys(phrase).front()) > 0;
}

// Function words share letters with verbs: "بين" is "between" before it is "explained".
bool IsFunctionWord(const QuestionText& text, int token) {
  const Token& analysed = text.analysis().tokens[token];
  return text.words()[token].arabic &&
         (analysed.stop_word || analysed.part_of_speech == PartOfSpeech::kAdposition ||
          analysed.part_of_speech == PartOfSpeech::kConjunction);
}

bool MayStandApart(const QuestionText& text, int token) {
  return text.Is(token, {"from", "as", "with", "before", "into", "to", "من", "مع", "سابقا", "قبل",
                         "previously", "up", "for", "in", "money", "round", "funding", "في"});
}

}  // namespace

const lexicon::RoleSchema* FindRole(const lexicon::FactTypeSchema& type, absl::string_view role) {
  for (const lexicon::RoleSchema& schema : type.role()) {
    if (schema.name() == role) return &schema;
  }
  return nullptr;
}

void RelationIndex::Add(absl::string_view phrase, Entry entry) {
  for (const absl::string_view word : absl::StrSplit(phrase, ' ', absl::SkipEmpty())) {
    entry.word_keys.push_back(LexiconWordKeys(word));
  }
  if (entry.word_keys.empty()) return;
  for (const std::string& key : entry.word_keys.front()) by_first_key_.emplace(key, entry);
}

void RelationIndex::AddFile(const lexicon::FrameFile& file) {
  const lexicon::FactTypeSchema* declared = FindType(file.fact_type().name());
  if (declared == nullptr) return;
  const lexicon::FactTypeSchema& type = *declared;
  for (const auto* phrases : {&type.question_en(), &type.question_ar()}) {
    // Another file of the type adds frames only.
    if (&type != &file.fact_type()) break;
    for (const std::string& phrase : *phrases) {
      Entry entry;
      entry.type = &type;
      entry.confidence = IsFaint(phrase) ? kFaintConfidence : kQuestionWordConfidence;
      Add(phrase, std::move(entry));
    }
  }
  for (const lexicon::Frame& frame : file.frame()) {
    for (const std::string& trigger : frame.trigger()) {
      Entry entry;
      entry.type = &type;
      entry.frame = &frame;
      // A frame that needs further words is only hinted at by its trigger.
      const bool faint = frame.with_size() > 0 || frame.preceded_by_size() > 0 ||
                         IsFaint(trigger) || frame.construction() == lexicon::Frame::NOUN_PHRASE;
      entry.confidence = faint ? kFaintConfidence : kFrameConfidence;
      if (frame.construction() == lexicon::Frame::PASSIVE_VERB) entry.confidence *= 0.9;
      Add(trigger, std::move(entry));
    }
  }
}

absl::StatusOr<std::unique_ptr<RelationIndex>> RelationIndex::Create(const LexiconFiles& files) {
  auto parsed = files.Parse<lexicon::FrameFile>("frames_");
  if (!parsed.ok()) return parsed.status();
  auto index = std::make_unique<RelationIndex>();
  index->files_ = *std::move(parsed);
  for (const lexicon::FrameFile& file : index->files_) index->AddFile(file);
  for (const RelationWordRow& row : RelationWords()) {
    const lexicon::FactTypeSchema* type = index->FindType(row.fact_type);
    if (type == nullptr) continue;
    for (const absl::string_view list : {row.en, row.ar}) {
      for (const absl::string_view phrase : absl::StrSplit(list, '|', absl::SkipEmpty())) {
        Entry entry;
        entry.type = type;
        entry.kind = row.kind;
        entry.confidence = row.confidence;
        index->Add(phrase, std::move(entry));
      }
    }
  }
  return index;
}

const lexicon::FactTypeSchema* RelationIndex::FindType(absl::string_view name) const {
  for (const lexicon::FrameFile& file : files_) {
    if (file.fact_type().name() == name && file.fact_type().role_size() > 0) {
      return &file.fact_type();
    }
  }
  return nullptr;
}

int RelationIndex::MatchEnd(const QuestionText& text, TokenRange range, int token,
                            const Entry& entry) {
  int at = token + 1;
  for (std::size_t i = 1; i < entry.word_keys.size(); ++i) {
    int found = -1;
    // "وضعت [سارة] حجر الأساس": the subject stands behind an Arabic verb.
    if (i == 1 && text.words()[token].arabic) {
      const int behind = text.EndOfSubject(at, range.end);
      if (behind > at && behind < range.end && !text.analysis().tokens[behind].stop_word &&
          ShareKey(text.words()[behind].keys, entry.word_keys[i])) {
        at = behind + 1;
        continue;
      }
    }
    for (int t = at; t < std::min(range.end, at + kMaxPhraseGap); ++t) {
      if (ShareKey(text.words()[t].keys, entry.word_keys[i])) {
        found = t;
        break;
      }
    }
    while (found > at && text.Is(at, {"their", "his", "her", "its", "the", "a", "an"})) ++at;
    if (found < 0 || (found != at && !MayStandApart(text, found))) return token;
    at = found + 1;
  }
  return at;
}

std::vector<RelationTrigger> RelationIndex::Find(const QuestionText& text, TokenRange range) const {
  std::vector<RelationTrigger> triggers;
  for (int t = range.begin; t < range.end; ++t) {
    const QuestionWord& word = text.words()[t];
    if (word.mention >= 0 || word.punctuation) continue;
    // "فقد" is written like a particle; behind it stands what was lost.
    const bool phrases_only = text.Is(t, {"فقد"});
    if (IsFunctionWord(text, t) && !phrases_only) continue;
    // By name, so that equals come in an order that does not change from run to run.
    std::map<std::pair<absl::string_view, TriggerKind>, RelationTrigger> best;
    for (const std::string& key : word.keys) {
      const auto matches = by_first_key_.equal_range(key);
      for (auto it = matches.first; it != matches.second; ++it) {
        const Entry& entry = it->second;
        if (phrases_only && entry.word_keys.size() == 1) continue;
        const int end = MatchEnd(text, range, t, entry);
        if (end == t) continue;
        RelationTrigger& slot = best[{entry.type->name(), entry.kind}];
        if (slot.frame == nullptr && entry.frame != nullptr) slot.frame = entry.frame;
        if (entry.confidence <= slot.confidence) continue;
        slot.type = entry.type;
        slot.kind = entry.kind;
        slot.tokens = {t, end};
        slot.confidence = entry.confidence;
      }
    }
    for (auto& found : best) {
      if (found.second.type != nullptr) triggers.push_back(found.second);
    }
  }
  return triggers;
}

}  // namespace isnad::extraction
