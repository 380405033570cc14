#include "services/extraction/names/type_judge.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr float kListed = 2.2;         // a gazetteer has the name, but as a word that may be common
constexpr float kKnown = 4;            // a gazetteer settles it
constexpr float kFound = 0.8;          // plus confidence: whoever found the name says the type
constexpr float kUnlikelyPlace = 0.6;  // share of what the tagger says of places nobody is at
constexpr float kUnintroduced = 1.5;   // nobody is called by one word alone
constexpr float kShared = 0.5;         // of what speaks for a joined name
constexpr float kMostShared = 1.5;
constexpr float kSurnameAlone = 1.2;
constexpr float kOpening = 1.6;       // a longer name begins with this one
constexpr float kLongOpening = 2.2;   // with several words of its own
constexpr float kClearly = 0.35;      // by which another type must lead
constexpr float kUnseenPerson = 1.2;  // several words that nobody has written
constexpr float kQuotedPerson = 2;
constexpr float kEnoughForWords = 1.5;  // "كشف مصدر" speaks of no company, "كشفت مصدر" does
constexpr double kReleased = 0.5;       // confidence
constexpr float kEnoughTogether = 1.8;  // all places of a name
constexpr float kEnough = 1.2;          // beside a word that may be no name
constexpr char kReleasedName[] = "released-name";
constexpr absl::string_view kQuoted = "quoted-name";

// Set by what is written: a gazetteer, a rule of grammar.
bool IsSettled(const NameSpan& span) {
  return span.entry >= 0 || IsOneOf(span.rule, {"institution", "company-field", "product-version",
                                                "unique-surname", "company-word"});
}

EntityType Best(const TypeScores& scores) {
  return static_cast<EntityType>(std::max_element(scores.begin() + 1, scores.end()) -
                                 scores.begin());
}

}  // namespace

// The tagger found a name that a gazetteer has among common words: now there is evidence.
void TypeJudge::TakeEntries(std::vector<NameSpan>* spans) const {
  for (NameSpan& span : *spans) {
    if (IsSettled(span)) continue;
    const auto* hits = lexicon_.FindName(MatchKey(Fold(analysis_.Quote(span.range))));
    if (hits == nullptr) continue;
    for (const AliasHit& hit : *hits) {
      const LexiconEntry& entry = lexicon_.entries()[hit.entry];
      if (entry.type != span.type || entry.aliases[hit.alias].exact_case) continue;
      span.entry = hit.entry;
      span.entity_class = entry.entity_class;
      span.kind = entry.aliases[hit.alias].kind == AliasRecord::Kind::kShort
                      ? MentionKind::kShortName
                      : MentionKind::kName;
      break;
    }
  }
}

// The keys of all that the gazetteers have of a text's names.
absl::flat_hash_set<absl::string_view> TypeJudge::KnownIn(
    const std::vector<NameSpan>& spans) const {
  absl::flat_hash_set<absl::string_view> known;
  for (const NameSpan& span : spans) {
    if (span.entry >= 0) known.insert(lexicon_.entries()[span.entry].key);
  }
  return known;
}

bool TypeJudge::IsOfUnnamedHouse(const LexiconEntry& entry,
                                 const absl::flat_hash_set<absl::string_view>& known) {
  return entry.type == EntityType::kProduct && !entry.parent.empty() &&
         !known.contains(entry.parent);
}

// A surname of somebody in the gazetteers who is not named in full, where a feminine verb does what
// houses do ("تنتج برايتفيلد"), may be anything; so may a product whose house is not named.
void TypeJudge::ReleaseKnown(std::vector<NameSpan>* spans) const {
  absl::flat_hash_set<int> named;
  absl::flat_hash_set<int> released;
  const auto does_as_house = [&](int at, int beside) {
    if (at < 0 || at >= static_cast<int>(analysis_.tokens.size()) || !SamePassage(at, beside)) {
      return false;
    }
    const Token& verb = analysis_.tokens[at];
    if (verb.part_of_speech != PartOfSpeech::kVerb || !verb.enclitic.empty() ||
        verb.features.gender != WordGender::kFeminine) {
      return false;
    }
    const TypeScores* const said = contexts_.Verb(Fold(verb.citation));
    return said != nullptr && (*said)[static_cast<size_t>(EntityType::kOrganization)] >
                                  (*said)[static_cast<size_t>(EntityType::kPerson)];
  };
  const absl::flat_hash_set<absl::string_view> houses = KnownIn(*spans);
  // "نوفا تسرح": what houses do is not done by a thing whose house the text never names.
  const auto may_be_another = [&](const NameSpan& span) {
    return span.tokens.size() == 1 && IsOfUnnamedHouse(lexicon_.entries()[span.entry], houses) &&
           analysis_.tokens[span.tokens.begin].shape == TokenShape::kArabic;
  };
  for (const NameSpan& span : *spans) {
    if (span.entry < 0) continue;
    const bool thing = may_be_another(span);
    if (span.type != EntityType::kPerson && !thing) continue;
    const int first = span.tokens.begin;
    if (span.rule != "unique-surname" && !thing) {
      named.insert(span.entry);
    } else if (span.range.begin == analysis_.tokens[first].range.begin &&
               (does_as_house(first - 1, first) || does_as_house(span.tokens.end, first))) {
      released.insert(span.entry);
    }
  }
  if (released.empty()) return;
  for (NameSpan& span : *spans) {
    if (span.entry < 0 || !released.contains(span.entry) || named.contains(span.entry)) continue;
    const bool thing = may_be_another(span);
    if (span.rule != "unique-surname" && !thing) continue;
    if (thing) span.type = EntityType::kOrganization;
    if (thing) span.entity_class.clear();
    span.entry = -1;
    span.rule = kReleasedName;
    span.kind = MentionKind::kName;
    span.confidence = kReleased;
  }
}

void TypeJudge::SetTypes(std::vector<NameSpan>* spans) const {
  const int size = static_cast<int>(spans->size());
  const NameEnds ends = evidence_.EndsOf(*spans);
  const absl::flat_hash_set<absl::string_view> houses = KnownIn(*spans);
  std::vector<TypeScores> scores(size);
  std::vector<TypeScores> priors(size);
  for (int i = 0; i < size; ++i) {
    const NameSpan& span = (*spans)[i];
    if (IsSettled(span)) {
      ScoreOf(&scores[i], span.type) = kKnown;
      continue;
    }
    scores[i] = evidence_.Of(span, ends);
    float prior = kFound + static_cast<float>(span.confidence);
    // The tagger takes many a name that it has never seen for a place.
    if (span.type == EntityType::kLocation && ScoreOf(&scores[i], span.type) <= 0) {
      prior *= kUnlikelyPlace;
    }
    ScoreOf(&priors[i], span.type) += prior;
    const auto* hits = lexicon_.FindName(MatchKey(Fold(analysis_.Quote(span.range))));
    if (hits == nullptr) continue;
    for (const AliasHit& hit : *hits) {
      const LexiconEntry& entry = lexicon_.entries()[hit.entry];
      if (span.tokens.size() == 1 && IsOfUnnamedHouse(entry, houses)) continue;
      ScoreOf(&priors[i], entry.type) += kListed;
      break;
    }
  }
  // Names joined by "and" are mostly of one type.
  std::vector<TypeScores> shared(size);
  for (int i = 0; i + 1 < size; ++i) {
    if (!evidence_.JoinsNext((*spans)[i], (*spans)[i + 1])) continue;
    for (size_t type = 1; type < scores[i].size(); ++type) {
      shared[i][type] +=
          std::min(kMostShared, kShared * (scores[i + 1][type] + priors[i + 1][type]));
      shared[i + 1][type] += std::min(kMostShared, kShared * (scores[i][type] + priors[i][type]));
    }
  }
  // By name. What the words beside its places say adds up; whoever found the name says the same
  // each time.
  struct Sums {
    TypeScores said{};
    TypeScores priors{};
    int places = 0;
  };
  absl::flat_hash_map<std::string, Sums> sums;
  // The words that end names of people, which are what these are called by afterwards.
  absl::flat_hash_set<std::string> introduced;
  // People are called by their last word alone, houses by their first.
  absl::flat_hash_set<absl::string_view> words_alone;
  for (const NameSpan& span : *spans) {
    const Token& word = analysis_.tokens[span.tokens.begin];
    if (span.tokens.size() == 1 && span.entry < 0 && !word.listed) words_alone.insert(word.surface);
  }
  for (const NameSpan& span : *spans) {
    if (span.tokens.size() < 2 || span.type != EntityType::kPerson) continue;
    for (int i = span.tokens.begin; i < span.tokens.end; ++i) {
      introduced.insert(MatchKey(analysis_.tokens[i].surface));
    }
  }
  std::vector<std::string> keys(size);
  for (int i = 0; i < size; ++i) {
    if (IsSettled((*spans)[i])) continue;
    Add(&shared[i], &scores[i]);
    keys[i] = MatchKey(Fold(analysis_.Quote((*spans)[i].range)));
    Sums& sum = sums[keys[i]];
    if (sum.places == 0 && words_alone.contains(LastWord((*spans)[i])) &&
        (*spans)[i].tokens.size() == 2) {
      ScoreOf(&sum.said, EntityType::kPerson) += kSurnameAlone;
    }
    if (sum.places == 0 && evidence_.IsLoneUnknown((*spans)[i]) && introduced.count(keys[i]) == 0 &&
        !analysis_.tokens[(*spans)[i].tokens.begin].definite) {
      ScoreOf(&sum.said, EntityType::kPerson) -= kUnintroduced;
    }
    Add(&scores[i], &sum.said);
    Add(&priors[i], &sum.priors);
    ++sum.places;
  }
  const auto settle = [&](int i) {
    NameSpan& span = (*spans)[i];
    const Sums& all = sums[keys[i]];
    TypeScores sum = all.said;
    for (size_t type = 1; type < sum.size(); ++type) sum[type] += all.priors[type] / all.places;
    const EntityType best = Best(sum);
    if (best == span.type || ScoreOf(&sum, best) < ScoreOf(&sum, span.type) + kClearly) return;
    span.type = best;
    span.entity_class.clear();
    span.rule = "type-evidence";
  };
  // The longest first: they lend their type to what they open with ("نوفارا" beside "نوفارا
  // موتورز").
  std::vector<int> order(size);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return (*spans)[a].tokens.size() > (*spans)[b].tokens.size();
  });
  absl::flat_hash_set<std::string> lent;
  for (const int i : order) {
    const NameSpan& span = (*spans)[i];
    if (!IsSettled(span)) settle(i);
    const TokenRange words = span.tokens;
    if (words.size() < 2 || span.type == EntityType::kLocation || span.rule == "institution") {
      continue;
    }
    for (int end = words.begin + 1; end < words.end; ++end) {
      const ByteRange opening = {span.range.begin, analysis_.tokens[end - 1].range.end};
      const std::string key = MatchKey(Fold(analysis_.Quote(opening)));
      const auto shorter = sums.find(key);
      if (shorter == sums.end() || !lent.insert(key).second) continue;
      ScoreOf(&shorter->second.said, span.type) += end == words.begin + 1 ? kOpening : kLongOpening;
    }
  }
}

// What is said of each unknown name in all its places, by its key.
TypeJudge::NamesTogether TypeJudge::Together(const std::vector<NameSpan>& doubtful,
                                             const NameEnds& ends) const {
  NamesTogether together;
  for (const NameSpan& span : doubtful) {
    if (span.type != EntityType::kUnknown) continue;
    Sum& sum = together[MatchKey(Fold(analysis_.Quote(span.range)))];
    const TypeScores scores = evidence_.Of(span, ends);
    Add(&scores, &sum.said);
    ++sum.places;
  }
  return together;
}

// An unknown word without evidence of its own is what its other places make it.
bool TypeJudge::IsToldTogether(const NameSpan& span, const NamesTogether& together,
                               std::vector<NameSpan>* added) const {
  const auto found = together.find(MatchKey(Fold(analysis_.Quote(span.range))));
  if (found == together.end() || found->second.places < 2) return false;
  TypeScores said = found->second.said;
  const EntityType type = Best(said);
  if (ScoreOf(&said, type) < kEnoughTogether) return false;
  added->push_back(span);
  added->back().type = type;
  return true;
}

// Words that recur are a name when their places together say of what type.
void TypeJudge::AddRecurring(const std::vector<NameSpan>& doubtful, const NamesTogether& together,
                             TokenMask* recurring, std::vector<NameSpan>* added) const {
  for (const NameSpan& span : doubtful) {
    if (span.rule != kRecurringName) continue;
    TypeScores said = together.at(MatchKey(Fold(analysis_.Quote(span.range)))).said;
    const EntityType type = Best(said);
    if (ScoreOf(&said, type) < kEnoughTogether) continue;
    added->push_back(span);
    added->back().type = type;
    recurring->Take(span.tokens);
  }
}

// Listed names that are common words as well, where nothing proved them before.
void TypeJudge::AddDoubtful(const std::vector<NameSpan>& doubtful,
                            std::vector<NameSpan>* spans) const {
  TokenMask mask(analysis_.tokens.size());
  const NameEnds ending = evidence_.EndsOf(*spans);
  std::vector<const NameSpan*> beginning(analysis_.tokens.size() + 1, nullptr);
  absl::flat_hash_set<int> proven;
  for (const NameSpan& span : *spans) {
    mask.Take(span.tokens);
    beginning[span.tokens.begin] = &span;
    if (span.entry >= 0) proven.insert(span.entry);
  }
  std::vector<NameSpan> added;
  const NamesTogether together = Together(doubtful, ending);
  TokenMask recurring(analysis_.tokens.size());
  AddRecurring(doubtful, together, &recurring, &added);
  const bool recurs = !added.empty();
  for (const NameSpan& span : doubtful) {
    if (span.rule == kRecurringName || mask.any(span.tokens) || recurring.any(span.tokens))
      continue;
    const Token& first = analysis_.tokens[span.tokens.begin];
    const bool plain = first.stop_word || lexicon_.IsNotAName(first.surface);
    if (span.tokens.size() == 1 && plain) continue;
    TypeScores scores = evidence_.Of(span, ending);
    const bool unseen = span.type == EntityType::kUnknown;
    // Newspapers quote the names of houses and things; of people a surname at most.
    const bool quoted = span.rule == kQuoted;
    if (unseen && span.tokens.size() > 1) {
      ScoreOf(&scores, EntityType::kPerson) += quoted ? -kQuotedPerson : kUnseenPerson;
    }
    EntityType type = unseen ? Best(scores) : span.type;
    float score = ScoreOf(&scores, type);
    const int begin = span.tokens.begin;
    const int end = span.tokens.end;
    const NameSpan* const before = evidence_.NameBefore(begin, ending);
    if (before != nullptr && evidence_.JoinsNext(*before, span) &&
        (before->type == type || (unseen && quoted && score <= 0))) {
      if (before->type != type) type = before->type;
      score += kMostShared;
    }
    const NameSpan* behind = beginning[end];
    if (behind == nullptr && end + 1 < static_cast<int>(analysis_.tokens.size())) {
      behind = beginning[end + 1];
    }
    if (behind != nullptr && behind->type == type && evidence_.JoinsNext(span, *behind)) {
      score += kMostShared;
    }
    const bool word = span.tokens.size() == 1 && analysis_.tokens[begin].listed;
    const float enough = word ? kEnoughForWords : kEnough;
    // What one place leaves open others may tell.
    if (unseen && score < enough && IsToldTogether(span, together, &added)) continue;
    if ((unseen || proven.count(span.entry) == 0) && score < enough) continue;
    if (!unseen) proven.insert(span.entry);
    added.push_back(span);
    added.back().type = type;
    added.back().needs_evidence = false;
  }
  // The names that others contain go.
  if (recurs) {
    spans->erase(std::remove_if(spans->begin(), spans->end(),
                                [&](const NameSpan& span) { return recurring.any(span.tokens); }),
                 spans->end());
  }
  spans->insert(spans->end(), added.begin(), added.end());
}

void TypeJudge::Judge(const std::vector<NameSpan>& doubtful, std::vector<NameSpan>* spans) const {
  const auto by_place = [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  };
  AddDoubtful(doubtful, spans);
  std::stable_sort(spans->begin(), spans->end(), by_place);
  ReleaseKnown(spans);
  SetTypes(spans);
  TakeEntries(spans);
}

}  // namespace isnad::extraction
