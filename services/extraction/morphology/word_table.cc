#include "services/extraction/morphology/word_table.h"

#include "absl/hash/hash.h"
#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/morphology/inflection.h"
#include "services/extraction/morphology/letters.h"
#include "services/extraction/morphology/name_strings.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// Shorter words of names look like anything.
constexpr int kMinNameLetters = 3;

using lexicon::WordList;
using lexicon::WordLists;

// Calls `visit(list)` for every list of the files whose names start with `prefix`.
template <class Visitor>
absl::Status VisitLists(const LexiconFiles& files, absl::string_view prefix, Visitor visit) {
  const absl::StatusOr<std::vector<WordLists>> parsed = files.Parse<WordLists>(prefix);
  if (!parsed.ok()) return parsed.status();
  for (const WordLists& lists : *parsed) {
    for (const WordList& list : lists.list()) {
      const absl::Status status = visit(list);
      if (!status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

// Forms of the shipped lexicon, and some room.
constexpr size_t kExpectedForms = 200000;

uint64_t KeyOf(absl::string_view form) { return absl::HashOf(form); }

WordInfo MakeInfo(absl::string_view lemma, PartOfSpeech part_of_speech, WordRank rank) {
  WordInfo info;
  info.lemma = lemma;
  info.part_of_speech = part_of_speech;
  info.rank = rank;
  info.can_be_verb = part_of_speech == PartOfSpeech::kVerb;
  info.can_be_nominal = !info.can_be_verb;
  return info;
}

bool CarriesNoTopic(PartOfSpeech part_of_speech) {
  return part_of_speech != PartOfSpeech::kNoun && part_of_speech != PartOfSpeech::kAdjective &&
         part_of_speech != PartOfSpeech::kNumber && part_of_speech != PartOfSpeech::kProperNoun;
}

}  // namespace

PartOfSpeech PartOfSpeechFromName(absl::string_view name) {
  static constexpr std::pair<absl::string_view, PartOfSpeech> kNames[] = {
      {"NOUN", PartOfSpeech::kNoun},         {"PROPN", PartOfSpeech::kProperNoun},
      {"VERB", PartOfSpeech::kVerb},         {"AUX", PartOfSpeech::kVerb},
      {"ADJ", PartOfSpeech::kAdjective},     {"ADV", PartOfSpeech::kAdverb},
      {"ADP", PartOfSpeech::kAdposition},    {"CCONJ", PartOfSpeech::kConjunction},
      {"SCONJ", PartOfSpeech::kConjunction}, {"PRON", PartOfSpeech::kPronoun},
      {"DET", PartOfSpeech::kPronoun},       {"PART", PartOfSpeech::kParticle},
      {"NUM", PartOfSpeech::kNumber}};
  for (const auto& known : kNames) {
    if (known.first == name) return known.second;
  }
  return PartOfSpeech::kUnknown;
}

absl::StatusOr<WordTable> WordTable::Create(const LexiconFiles& files) {
  WordTable table;
  table.words_.reserve(kExpectedForms);
  absl::Status status = table.AddClosedClass(files);
  if (status.ok()) status = table.AddNouns(files);
  if (status.ok()) status = table.AddPlain(files);
  if (status.ok()) status = table.AddVerbs(files);
  if (!status.ok()) return status;
  table.AddNames(files);
  return table;
}

const WordInfo* WordTable::Find(absl::string_view folded) const {
  const auto found = words_.find(KeyOf(folded));
  return found == words_.end() ? nullptr : &found->second;
}

absl::string_view WordTable::Keep(std::string text) {
  kept_->push_back(std::move(text));
  return kept_->back();
}

void WordTable::Add(absl::string_view form, const WordInfo& info) {
  const auto inserted = words_.try_emplace(KeyOf(form), info);
  if (inserted.second) return;
  WordInfo& known = inserted.first->second;
  const bool verb = known.can_be_verb || info.can_be_verb;
  const bool nominal = known.can_be_nominal || info.can_be_nominal;
  if (info.rank < known.rank) {
    known = info;
  }
  if (known.verb.tense == VerbTense::kUnknown) known.verb = info.verb;
  if (!known.closed_class) {
    known.can_be_verb = verb;
    known.can_be_nominal = nominal;
  }
}

absl::Status WordTable::AddClosedClass(const LexiconFiles& files) {
  return VisitLists(files, "words_closed", [this](const WordList& list) -> absl::Status {
    const PartOfSpeech part_of_speech = PartOfSpeechFromName(list.name());
    if (part_of_speech == PartOfSpeech::kUnknown) {
      return absl::InvalidArgumentError(
          absl::StrCat("words_closed: list \"", list.name(), "\" is no part of speech"));
    }
    absl::string_view lemma;
    for (const std::string& word : list.word()) {
      const std::string form = Fold(word);
      // Forms of the auxiliary verb share its citation form, the first of the list.
      if (lemma.empty() || list.name() != "AUX") lemma = Keep(form);
      WordInfo info = MakeInfo(lemma, part_of_speech, WordRank::kClosedClass);
      info.closed_class = true;
      info.stop_word = CarriesNoTopic(part_of_speech);
      Add(form, info);
    }
    return absl::OkStatus();
  });
}

void WordTable::AddNominal(absl::string_view word, absl::string_view lemma,
                           PartOfSpeech part_of_speech, WordRank rank) {
  for (const std::string& form : InflectNominal(word)) {
    Add(form, MakeInfo(lemma, part_of_speech, form == word ? rank : WordRank::kInflected));
  }
}

void WordTable::AddVerbFamily(absl::string_view lemma, absl::string_view perfect,
                              absl::string_view imperfect) {
  const auto add = [&](const InflectedVerb& verb) {
    const bool citation = verb.form == perfect || verb.form == imperfect;
    WordInfo info = MakeInfo(lemma, PartOfSpeech::kVerb,
                             citation    ? WordRank::kCitation
                             : verb.rare ? WordRank::kShortened
                                         : WordRank::kInflected);
    info.verb = verb.features;
    Add(verb.form, info);
  };
  for (const InflectedVerb& verb : InflectPerfect(perfect)) add(verb);
  for (const InflectedVerb& verb : InflectImperfect(imperfect, perfect)) add(verb);
}

absl::Status WordTable::AddVerbs(const LexiconFiles& files) {
  return VisitLists(files, "words_verbs", [this](const WordList& list) -> absl::Status {
    if (list.word_size() < 2) {
      return absl::InvalidArgumentError(
          absl::StrCat("words_verbs: family \"", list.name(), "\" needs perfect and imperfect"));
    }
    const absl::string_view lemma = Keep(Fold(list.name()));
    AddVerbFamily(lemma, Fold(list.word(0)), Fold(list.word(1)));
    for (int i = 2; i < list.word_size(); ++i) {
      AddNominal(Fold(list.word(i)), lemma, PartOfSpeech::kNoun, WordRank::kListed);
    }
    return absl::OkStatus();
  });
}

absl::Status WordTable::AddNouns(const LexiconFiles& files) {
  return VisitLists(files, "words_nouns", [this](const WordList& list) -> absl::Status {
    const absl::string_view lemma = Keep(Fold(list.name()));
    AddNominal(lemma, lemma, PartOfSpeech::kNoun, WordRank::kCitation);
    for (const std::string& word : list.word()) {
      AddNominal(Fold(word), lemma, PartOfSpeech::kNoun, WordRank::kCitation);
    }
    return absl::OkStatus();
  });
}

absl::Status WordTable::AddPlain(const LexiconFiles& files) {
  return VisitLists(files, "words_plain", [this](const WordList& list) -> absl::Status {
    const PartOfSpeech part_of_speech = PartOfSpeechFromName(list.name());
    if (part_of_speech == PartOfSpeech::kUnknown) {
      return absl::InvalidArgumentError(
          absl::StrCat("words_plain: list \"", list.name(), "\" is no part of speech"));
    }
    for (const std::string& word : list.word()) {
      const absl::string_view lemma = Keep(Fold(word));
      if (part_of_speech == PartOfSpeech::kProperNoun) {
        Add(lemma, MakeInfo(lemma, part_of_speech, WordRank::kCitation));
      } else {
        AddNominal(lemma, lemma, part_of_speech, WordRank::kCitation);
      }
    }
    return absl::OkStatus();
  });
}

// Words of names take no part in the inflection of common words of the same spelling. Of a long
// name only words that are nothing else count: "غازبروم نفت" says nothing of the verb "نفت".
void WordTable::AddName(absl::string_view name) {
  const bool single = !absl::StrContains(name, ' ');
  for (const absl::string_view word : absl::StrSplit(name, ' ', absl::SkipEmpty())) {
    const std::string folded = Fold(word);
    if (!IsTwoByteArabic(folded) || LetterCount(folded) < kMinNameLetters ||
        absl::StartsWith(word, "ال") || absl::StartsWith(word, "وال") ||
        absl::StartsWith(word, "لل")) {
      continue;
    }
    const WordInfo* known = Find(folded);
    const WordRank overruled = single ? WordRank::kInflected : WordRank::kShortened;
    if (known != nullptr && known->rank < overruled) continue;
    if (known == nullptr && !single && HasKnownBase(folded)) continue;
    words_[KeyOf(folded)] = MakeInfo(Keep(folded), PartOfSpeech::kProperNoun, WordRank::kCitation);
  }
}

bool WordTable::HasKnownBase(absl::string_view folded) const {
  const absl::string_view first = LetterAt(folded, 0);
  if (first != "ل" && first != "ب" && first != "و") return false;
  const WordInfo* rest = Find(DropFirst(folded, 1));
  return LetterCount(folded) > kMinNameLetters && rest != nullptr &&
         rest->rank <= WordRank::kCitation;
}

void WordTable::AddNames(const LexiconFiles& files) {
  for (const LexiconFile& file : files.files()) {
    const bool gazetteer = absl::StartsWith(file.name, "gazetteer_");
    if (!gazetteer && !absl::StartsWith(file.name, "cues_")) continue;
    for (NameStrings strings(file.content); strings.Next();) {
      const absl::string_view field = strings.field();
      const bool name =
          gazetteer ? field == "ar" || field == "alias" || field == "short" : field == "given_name";
      if (name) AddName(strings.value());
    }
  }
}

}  // namespace isnad::extraction
