#include "services/answering/answers/comparison_answer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/answering/answers/alternative.h"
#include "services/answering/answers/compared_degree.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/unit_nouns.h"
#include "services/answering/compose/value_text.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/passages/excerpt.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = absl::flat_hash_set<absl::string_view>;

constexpr double kWordsShare = 0.5;
constexpr double kNamesShare = 0.2;
constexpr double kNearShare = 0.2;
constexpr double kFactShare = 0.25;
// The one who is compared is named in the sentence beside.
constexpr double kBesidePenalty = 0.15;
constexpr double kLeastScore = 0.3;
// Distance in words at which a figure counts a third.
constexpr double kNearReach = 9.0;
constexpr size_t kExcerptCharacters = 240;

const Words& People() {
  static const auto* words = new Words{
      "people",   "staff",  "employees", "workers", "workforce", "headcount", "jobs", "laid",
      "layoffs",  "موظف",   "موظفا",     "موظفين",  "موظفيها",   "الموظفين",  "عامل", "عاملا",
      "العاملين", "عاملين", "عمال",      "العمال",  "وظيفه",     "وظايف",     "شخصا", "موظفوها"};
  return *words;
}

// The names of one side, of which the first is who is compared; or, where no name that the store
// knows stands there, the words.
struct Side {
  std::vector<const LinkedName*> names;
  const v1::Span* words = nullptr;
};

struct Figure {
  const v1::Value* value = nullptr;
  const PassageView* view = nullptr;
  double score = 0;
};

struct Comparison {
  Side sides[2];
  bool less = false;
  bool people = false;
};

bool IsStart(const LinkedName* a, const LinkedName* b) {
  return a->asked.span().begin() < b->asked.span().begin();
}

bool HasThan(const std::vector<v1::Token>& tokens, int comparative) {
  constexpr int kReach = 6;
  int behind = 0;
  for (const v1::Token& token : tokens) {
    if (token.span().begin() <= comparative) continue;
    if (++behind > kReach) return false;
    const std::string& surface = token.surface();
    if (surface == "than" || surface == "مما" || surface == "من" || surface == "ممن") return true;
  }
  return false;
}

// What stands before and after "than", or the two alternatives.
absl::optional<Comparison> ReadComparison(const Inquiry& inquiry,
                                          const std::vector<v1::Token>& tokens) {
  Comparison comparison;
  const ComparedDegree compared = DegreeOf(tokens);
  const int than = compared.in_time() ? -1 : compared.begin;
  comparison.less = compared.least();
  for (const v1::Token& token : tokens) {
    comparison.people |= People().contains(token.surface());
  }
  // "Is X the largest" compares X with all others.
  const bool yes_no = inquiry.reading.kind() == v1::QUESTION_KIND_YES_NO;
  if (than < 0 || (yes_no && !HasThan(tokens, than))) return absl::nullopt;
  for (const v1::RelationReading& relation : inquiry.reading.relations()) {
    if (&relation != &inquiry.reading.relations(0)) break;
    comparison.people |= relation.fact_type() == "LAID_OFF" || relation.fact_type() == "HEADCOUNT";
  }
  const auto& alternatives = inquiry.reading.alternatives();
  if (!yes_no && alternatives.size() != 2) return absl::nullopt;
  for (const LinkedName& link : inquiry.links.links()) {
    if (!link.stored()) continue;
    const v1::Span& span = link.asked.span();
    if (yes_no) {
      comparison.sides[span.begin() < than ? 0 : 1].names.push_back(&link);
      continue;
    }
    for (int i = 0; i < 2; ++i) {
      if (IsNameOf(link, alternatives[i])) comparison.sides[i].names.push_back(&link);
    }
  }
  for (int i = 0; i < 2; ++i) {
    Side& side = comparison.sides[i];
    if (side.names.empty() && yes_no) return absl::nullopt;
    if (side.names.empty()) side.words = &alternatives[i];
    std::sort(side.names.begin(), side.names.end(), IsStart);
  }
  const Side& first = comparison.sides[0];
  const Side& second = comparison.sides[1];
  if (first.words == nullptr && second.words == nullptr &&
      first.names.front() == second.names.front()) {
    return absl::nullopt;
  }
  return comparison;
}

bool HasUnit(const v1::Value& value, bool people) {
  if (!people) return value.has_money();
  return value.has_quantity() &&
         (IsPeopleUnit(value.quantity().unit_key()) || value.quantity().unit_key() == "JOB");
}

// "3 billion dollars against 8 billion", "70 employees here and 40 there": the second leaves its
// unit to the first.
bool LeavesUnitOut(const v1::Value& value, bool people) {
  constexpr double kLeastSum = 1e6;
  constexpr double kFewest = 10;
  return value.has_quantity() && value.quantity().unit().empty() &&
         value.quantity().amount() >= (people ? kFewest : kLeastSum);
}

bool IsAsked(const v1::Value& value, bool people) {
  return HasUnit(value, people) || LeavesUnitOut(value, people);
}

// The nearest mention before `place`, else behind it; the distance in words, negative when there
// is none.
int DistanceTo(const PassageView& view, const LinkedName& link, Range place) {
  int nearest = -1;
  const int at = view.TokenAt(place.begin);
  for (const v1::PassageMention& mention : view.passage().mentions()) {
    if (!link.names.contains(mention.entity())) continue;
    const int distance = std::abs(at - view.TokenAt(mention.begin()));
    // Who comes before a figure has it.
    const int weighed = mention.begin() < place.begin ? distance : 2 * distance + 4;
    if (nearest < 0 || weighed < nearest) nearest = weighed;
  }
  return nearest;
}

double ShareOf(const Inquiry& inquiry, const Side& side, const PassageView& view) {
  constexpr double kLeastShare = 0.5;
  if (side.words == nullptr) return inquiry.meter.NameShare(view, *side.names.front());
  return AlternativeShare(inquiry, view, *side.words) >= kLeastShare ? NameShares::kSentence : 0;
}

// As above for the name or the words of a side.
int DistanceTo(const Inquiry& inquiry, const Side& side, const PassageView& view, Range place) {
  constexpr double kLeastMatch = 0.5;
  if (side.words == nullptr) return DistanceTo(view, *side.names.front(), place);
  int nearest = -1;
  const int at = view.TokenAt(place.begin);
  for (const WordMatch& match : view.matches()) {
    if (match.strength < kLeastMatch || !inquiry.words.IsWithin(match.word, *side.words)) continue;
    const int distance = std::abs(at - match.token);
    const int weighed = match.token < at ? distance : 2 * distance + 4;
    if (nearest < 0 || weighed < nearest) nearest = weighed;
  }
  return nearest;
}

bool HasFact(const Inquiry& inquiry, const Side& side, const PassageView& view) {
  if (side.words != nullptr) return false;
  const LinkedName& link = *side.names.front();
  if (inquiry.reading.relations().empty()) return false;
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    if (fact.type() != inquiry.reading.relations(0).fact_type() || fact.evidence_size() == 0) {
      return false;
    }
    const v1::Evidence& source = fact.evidence(0);
    return source.document() == view.document().name() &&
           source.passage_ordinal() == view.passage().ordinal() &&
           (link.names.contains(fact.subject().entity()) ||
            link.names.contains(fact.object().entity()));
  });
}

// What is compared is of the very relation: neither a fact nor a word of the sentence tells it.
bool LacksCompared(const Inquiry& inquiry, const Side& side, const PassageView& view) {
  constexpr double kLeastMatch = 0.45;
  if (inquiry.reading.relations().empty() || IsTableRow(view)) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.fact_type() != "LAID_OFF" || HasFact(inquiry, side, view)) return false;
  bool any = false;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (!inquiry.words.IsWithin(static_cast<int>(i), asked.trigger())) continue;
    if (view.best()[i] >= kLeastMatch) return false;
    any = true;
  }
  return any;
}

Figure FigureOf(const Inquiry& inquiry, const Comparison& comparison, int side) {
  const Side& own = comparison.sides[side];
  const Side& other = comparison.sides[1 - side];
  Figure best;
  for (const PassageView& view : inquiry.pool.views()) {
    const double share = ShareOf(inquiry, own, view);
    const bool here = share >= NameShares::kWordsOnly;
    const bool other_here = ShareOf(inquiry, other, view) >= NameShares::kWordsOnly;
    if (share < NameShares::kNeighbour || (!here && other_here)) continue;
    if (LacksCompared(inquiry, own, view)) continue;
    for (const v1::Value& value : view.passage().values()) {
      if (!IsAsked(value, comparison.people)) continue;
      const Range place = {value.span().begin(), value.span().end()};
      const int distance = DistanceTo(inquiry, own, view, place);
      const int rival = DistanceTo(inquiry, other, view, place);
      if (rival >= 0 && (distance < 0 || rival < distance)) continue;
      const Relevance relevance = inquiry.meter.Measure(view, view.ClauseAround(place), place);
      double score = kWordsShare * relevance.own_coverage + kNamesShare * relevance.names;
      if (distance >= 0) score += kNearShare * std::exp(-distance / kNearReach);
      if (HasFact(inquiry, own, view)) score += kFactShare;
      if (!here) score -= kBesidePenalty;
      if (score <= best.score) continue;
      best = {&value, &view, score};
    }
  }
  return best;
}

std::string NameOf(const Inquiry& inquiry, const Side& side) {
  if (side.words != nullptr) return side.words->quote();
  const LinkedName& link = *side.names.front();
  const v1::Entity& entity = link.entities.front();
  return NameText(entity.label_ar(), entity.label_en(), link.asked.span().quote(),
                  OtherScript::kShow, inquiry.language);
}

}  // namespace

Draft AnswerWithComparison(const Inquiry& inquiry, const std::vector<v1::Token>& tokens) {
  Draft draft;
  const absl::optional<Comparison> comparison = ReadComparison(inquiry, tokens);
  if (!comparison.has_value()) return draft;
  Figure figures[2];
  for (int side : {0, 1}) {
    figures[side] = FigureOf(inquiry, *comparison, side);
    if (figures[side].score < kLeastScore) return draft;
  }
  const v1::Value& first = *figures[0].value;
  const v1::Value& second = *figures[1].value;
  if (first.has_money() && second.has_money() &&
      first.money().currency_code() != second.money().currency_code()) {
    return draft;
  }
  // Without any unit, or with one that another sentence leaves out, they may be of anything.
  const bool told = HasUnit(first, comparison->people);
  const bool both = told && HasUnit(second, comparison->people);
  const bool one = told != HasUnit(second, comparison->people);
  if (!both && !(one && figures[0].view == figures[1].view)) return draft;
  if (AmountOf(first) == AmountOf(second)) return draft;
  const bool first_wins = (AmountOf(first) > AmountOf(second)) != comparison->less;
  const int winner = first_wins ? 0 : 1;
  std::string lead;
  if (inquiry.reading.kind() == v1::QUESTION_KIND_YES_NO) {
    lead = std::string(first_wins ? YesWord(inquiry.language) : NoWord(inquiry.language));
  } else {
    lead = NameOf(inquiry, comparison->sides[winner]);
  }
  draft.parts.push_back({absl::StrCat(lead, " — "), {}, {}, 0});
  const absl::string_view separator = inquiry.language == Language::kArabic ? "؛ " : "; ";
  for (int side : {winner, 1 - winner}) {
    const Figure& figure = figures[side];
    if (side != winner) draft.parts.push_back({std::string(separator), {}, {}, 0});
    const Range place = {figure.value->span().begin(), figure.value->span().end()};
    std::string words = ValueText(*figure.value, inquiry.language, figure.view->Text(place));
    if (words.empty()) words = std::string(figure.view->Text(place));
    DraftPart part;
    part.text = absl::StrCat(NameOf(inquiry, comparison->sides[side]), ": ", words);
    part.citations.push_back(
        figure.view->Cite(Excerpt(*figure.view, inquiry.words, place, kExcerptCharacters)));
    part.confidence = ConfidenceOf(kMiddle + 0.5 * figure.score);
    draft.confidence = std::max(draft.confidence, part.confidence);
    draft.parts.push_back(std::move(part));
  }
  draft.from_passages = true;
  return draft;
}

}  // namespace isnad::answering
