#include "services/matching/name_matcher.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/matching/match_keys.h"
#include "services/matching/name_alignment.h"

namespace isnad::matching {
namespace {

using Word = MatchableName::Word;

constexpr double kReorderedExcess = 0.5;
constexpr double kEvidencePerCode = 3;

// Limits of the decision; see tests/eval, task "pairs", for how often they err.
constexpr double kMostDistanceInText = 0.46;
constexpr double kMostDistanceInStore = 0.42;
constexpr double kLeastEvidenceInText = 3.5;
constexpr double kLeastEvidenceInStore = 8.0;

// The last word put first.
std::vector<Word> Turned(const std::vector<Word>& words) {
  std::vector<Word> turned = words;
  std::rotate(turned.begin(), turned.end() - 1, turned.end());
  return turned;
}

// A name turned around to begin with `last` could begin as one that begins with `first`.
bool MayOpen(const SpellingDistance& distance, const Word& last, const Word& first) {
  return last.role != WordRole::kCore || first.role != WordRole::kCore ||
         distance.MayBegin(last.spelled.spelling, first.spelled.spelling);
}

NameMatch FromOutcome(const NameAlignment::Outcome& outcome, size_t codes, Relation relation) {
  NameMatch match;
  if (!outcome.found) return match;
  const double span = outcome.span + kEvidencePerCode * static_cast<double>(codes);
  match.relation = relation;
  match.distance = span <= 0 ? 0 : std::min(1.0, outcome.excess / span);
  match.evidence = outcome.evidence + kEvidencePerCode * static_cast<double>(codes);
  match.words_agree = outcome.words_agree;
  match.words_may_agree = outcome.words_may_agree;
  match.vowels_differ = outcome.vowels_differ;
  return match;
}

Relation RelationOf(const NameAlignment::Outcome& outcome, Relation otherwise) {
  if (outcome.initials) return Relation::kInitials;
  if (outcome.middle_dropped) return Relation::kMiddleDropped;
  return otherwise;
}

bool IsNearer(const NameMatch& a, const NameMatch& b) {
  if (a.words_agree != b.words_agree) return a.words_agree;
  if (a.words_may_agree != b.words_may_agree) return a.words_may_agree;
  return a.distance < b.distance;
}

// One is the last word of the other, or else its first.
NameMatch AsShortName(const SpellingDistance& distance, const MatchableName& a,
                      const MatchableName& b) {
  const MatchableName& shorter = a.words.size() == 1 ? a : b;
  const MatchableName& longer = a.words.size() == 1 ? b : a;
  NameMatch best;
  if (shorter.words.size() != 1 || longer.words.size() < 2) return best;
  for (const Word* word : {&longer.words.back(), &longer.words.front()}) {
    const NameMatch match = FromOutcome(
        NameAlignment::OfWords(distance, shorter.words.front(), *word, NameKind::kPerson), 0,
        Relation::kShort);
    if (match.words_may_agree && IsNearer(match, best)) best = match;
  }
  return best;
}

const NameWord* LastCoreWord(const NameWords& name) {
  for (auto word = name.words.rbegin(); word != name.words.rend(); ++word) {
    if (word->role == WordRole::kCore) return &*word;
  }
  return nullptr;
}

void AddWordKeys(const NameWord& word, std::vector<std::string>* keys) {
  for (const std::string& key : WordKeys(word)) {
    std::string marked = absl::StrCat("~", key);
    if (std::find(keys->begin(), keys->end(), marked) == keys->end()) {
      keys->push_back(std::move(marked));
    }
  }
}

std::vector<std::string> StoredWordKeys(const NameWords& name) {
  std::vector<std::string> keys;
  for (const NameWord& word : name.words) {
    if (word.role == WordRole::kCore) AddWordKeys(word, &keys);
  }
  return keys;
}

std::vector<std::string> SoughtWordKeys(const NameWords& name) {
  std::vector<std::string> keys;
  if (const NameWord* last = LastCoreWord(name)) AddWordKeys(*last, &keys);
  return keys;
}

void Append(std::vector<std::string> more, std::vector<std::string>* keys) {
  std::move(more.begin(), more.end(), std::back_inserter(*keys));
}

bool HasSeveralWords(const NameWords& name) {
  return std::count_if(name.words.begin(), name.words.end(), [](const NameWord& word) {
           return word.role == WordRole::kCore || word.role == WordRole::kInitial;
         }) >= 2;
}

}  // namespace

absl::string_view RelationName(Relation relation) {
  switch (relation) {
    case Relation::kSame:
      return "same-name";
    case Relation::kReordered:
      return "reordered-name";
    case Relation::kMiddleDropped:
      return "middle-name-dropped";
    case Relation::kInitials:
      return "initials";
    case Relation::kShort:
      return "short-name";
    case Relation::kDifferent:
      break;
  }
  return "different-name";
}

MatchableName NameMatcher::Prepare(absl::string_view name) const { return Prepare(ReadName(name)); }

KeyedName NameMatcher::PrepareKeyed(absl::string_view name, NameKind kind) const {
  NameWords read = ReadName(name);
  KeyedName keyed;
  keyed.whole_keys = WholeKeys(read);
  if (kind == NameKind::kPerson && HasSeveralWords(read)) {
    keyed.word_keys = StoredWordKeys(read);
    keyed.last_word_keys = SoughtWordKeys(read);
  }
  keyed.name = Prepare(std::move(read));
  return keyed;
}

MatchableName NameMatcher::Prepare(NameWords read) const {
  MatchableName prepared;
  prepared.codes = std::move(read.codes);
  for (NameWord& word : read.words) {
    if (word.role == WordRole::kDesignator) continue;
    Word added;
    added.role = word.role;
    added.spelled = distance_.Prepare(std::move(word.spelling));
    if (!word.other_reading.empty()) {
      added.other_reading = distance_.Prepare(std::move(word.other_reading));
    }
    prepared.words.push_back(std::move(added));
  }
  return prepared;
}

NameMatch NameMatcher::Compare(const MatchableName& a, const MatchableName& b,
                               NameKind kind) const {
  if (a.codes != b.codes || a.empty() || b.empty()) return NameMatch();
  const NameAlignment::Outcome outcome = NameAlignment(distance_, a.words, b.words, kind).Best();
  NameMatch best = FromOutcome(outcome, a.codes.size(), RelationOf(outcome, Relation::kSame));
  if (kind != NameKind::kPerson || (best.words_agree && best.distance <= kMostDistanceInStore)) {
    return best;
  }
  if (a.words.size() >= 2 && b.words.size() >= 2) {
    for (const bool turn_a : {true, false}) {
      const MatchableName& kept = turn_a ? b : a;
      if (!MayOpen(distance_, (turn_a ? a : b).words.back(), kept.words.front())) continue;
      const std::vector<Word> turned = Turned(turn_a ? a.words : b.words);
      NameAlignment::Outcome other =
          NameAlignment(distance_, turn_a ? turned : a.words, turn_a ? b.words : turned, kind)
              .Best();
      other.excess += kReorderedExcess;
      const NameMatch match =
          FromOutcome(other, a.codes.size(), RelationOf(other, Relation::kReordered));
      if (match.words_may_agree && IsNearer(match, best)) best = match;
    }
  }
  const NameMatch as_short = AsShortName(distance_, a, b);
  return as_short.words_may_agree && !best.words_may_agree ? as_short : best;
}

NameMatch NameMatcher::Compare(absl::string_view a, absl::string_view b, NameKind kind) const {
  return Compare(Prepare(a), Prepare(b), kind);
}

double NameMatcher::Distance(absl::string_view a, absl::string_view b) const {
  return Compare(a, b, NameKind::kOther).distance;
}

bool NameMatcher::IsSame(const NameMatch& match, Setting setting) {
  const bool in_text = setting == Setting::kText;
  const bool whole = match.relation == Relation::kSame ||
                     (in_text && (match.relation == Relation::kReordered ||
                                  match.relation == Relation::kMiddleDropped ||
                                  match.relation == Relation::kInitials));
  const bool agree = in_text ? match.words_may_agree : match.words_agree && !match.vowels_differ;
  return whole && agree &&
         match.distance <= (in_text ? kMostDistanceInText : kMostDistanceInStore) &&
         match.evidence >= (in_text ? kLeastEvidenceInText : kLeastEvidenceInStore);
}

std::vector<std::string> NameMatcher::Keys(absl::string_view name) {
  return WholeKeys(ReadName(name));
}

std::vector<std::string> NameMatcher::StoredKeys(absl::string_view name, NameKind kind) {
  const NameWords read = ReadName(name);
  std::vector<std::string> keys = WholeKeys(read);
  if (kind == NameKind::kPerson && HasSeveralWords(read)) Append(StoredWordKeys(read), &keys);
  return keys;
}

std::vector<std::string> NameMatcher::SoughtKeys(absl::string_view name, NameKind kind) {
  const NameWords read = ReadName(name);
  std::vector<std::string> keys = WholeKeys(read);
  if (kind == NameKind::kPerson && HasSeveralWords(read)) Append(SoughtWordKeys(read), &keys);
  return keys;
}

}  // namespace isnad::matching
