#include "services/answering/objections/figure_objections.h"

#include <algorithm>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/relation_objections.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool HasFactWith(const Inquiry& inquiry, const Candidate& candidate, const v1::Value& given) {
  const auto agrees = [&](const v1::Argument& argument) {
    return argument.has_value() && argument.value().kind_case() == given.kind_case() &&
           Agree(argument.value(), given);
  };
  for (const v1::Fact& fact : inquiry.facts) {
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), fact.name()) == facts.end()) continue;
    if (agrees(fact.object())) return true;
    if (std::any_of(fact.roles().begin(), fact.roles().end(), agrees)) return true;
  }
  return false;
}

}  // namespace

namespace {

// "A stake worth": the figure stands right behind it.
bool IsWorthOf(const PassageView& view, const Candidate& candidate) {
  const int at = view.TokenAt(candidate.place.begin);
  return at > 0 && view.passage().tokens(at - 1).surface() == "بقيمه";
}

}  // namespace

bool IsFigureOfOthers(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || candidate.kind != Candidate::Kind::kValue) return false;
  if (candidate.value.has_date() || inquiry.links.links().empty()) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  // Rows and items are of what stands above them.
  if (view == nullptr || IsTableRow(*view) ||
      view->passage().kind() == v1::PASSAGE_KIND_LIST_ITEM) {
    return false;
  }
  for (const LinkedName& link : inquiry.links.links()) {
    if (inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly) return false;
  }
  // A share or sum that the question gives tells whose the others of its sentence are.
  const auto& given = inquiry.reading.values();
  if (std::any_of(given.begin(), given.end(), [&](const v1::Value& value) {
        return (value.has_money() || value.has_quantity()) && HasValueLike(*view, value);
      })) {
    return false;
  }
  const Range clause = view->ClauseAround(candidate.place);
  for (const v1::PassageMention& mention : view->passage().mentions()) {
    const Range place = {mention.begin(), mention.end()};
    if (!clause.Contains(place)) continue;
    // A longer form of a name in the question is asked about.
    const bool asked =
        std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
          return place.Contains(view->TokenBytes(match.token)) && match.strength >= 0.5 &&
                 inquiry.words.words()[match.word].role == QuestionWord::Role::kName;
        });
    if (asked) continue;
    const bool actor = mention.entity_type() == v1::ENTITY_TYPE_ORGANIZATION;
    if (actor && !inquiry.links.all().contains(mention.entity())) return true;
  }
  return false;
}

bool LacksCountedThing(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_COUNT || candidate.from_fact ||
      !candidate.value.has_quantity()) {
    return false;
  }
  const auto& words = inquiry.words.words();
  const bool named = std::any_of(words.begin(), words.end(), [](const QuestionWord& word) {
    return word.role == QuestionWord::Role::kFocus;
  });
  // Units that both know were compared; what is called a company is none of "how many towers".
  const bool in_words = inquiry.reading.answer_class().empty();
  if (!candidate.value.quantity().unit_key().empty()) return in_words && named;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || IsTableRow(*view)) return false;
  // "Its employees numbered 900" says by the relation itself what is counted.
  if (!inquiry.reading.relations().empty() &&
      inquiry.reading.relations(0).fact_type() == "HEADCOUNT" &&
      !LacksRelation(inquiry, candidate)) {
    return false;
  }
  bool any = false;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (inquiry.words.words()[i].role != QuestionWord::Role::kFocus) continue;
    any = true;
    if (view->best()[i] >= kLeastTitleMatch) return false;
  }
  return any;
}

bool TellsAge(const Inquiry& inquiry, const Candidate& candidate) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "البالغ", "البالغه", "عمره", "عمرها", "العمر", "بالغ", "يبلغ", "تبلغ", "ناهز", "سنه"};
  if (candidate.kind != Candidate::Kind::kValue || !candidate.value.has_length() ||
      candidate.value.length().unit_key() != "YEAR") {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  // In brackets of its own it is one, whoever stands before it.
  const absl::string_view before = view->Text({view->range().begin, candidate.place.begin});
  const absl::string_view after = view->Text({candidate.place.end, view->range().end});
  const bool bracketed = absl::EndsWith(absl::StripTrailingAsciiWhitespace(before), "(") &&
                         absl::StartsWith(absl::StripLeadingAsciiWhitespace(after), ")");
  if (bracketed && inquiry.reading.asked_attribute() != "AGE") return true;
  const v1::PassageMention* person = nullptr;
  for (const v1::PassageMention& mention : view->passage().mentions()) {
    if (mention.end() <= candidate.place.begin) person = &mention;
  }
  if (person == nullptr || person->entity_type() != v1::ENTITY_TYPE_PERSON) return false;
  if (inquiry.reading.asked_attribute() == "AGE" && !inquiry.links.all().empty() &&
      !inquiry.links.all().contains(person->entity())) {
    return false;
  }
  const absl::string_view between = view->Text({person->end(), candidate.place.begin});
  if (absl::StripAsciiWhitespace(between) == "(") return true;
  constexpr int kReach = 2;
  const int at = view->TokenAt(candidate.place.begin);
  if (at - view->TokenAt(person->end() - 1) > kReach + 1) return false;
  for (int token = std::max(0, at - kReach); token < at; ++token) {
    if (words->contains(view->passage().tokens(token).surface())) return true;
  }
  return false;
}

bool CountsThoseWhoGo(const Inquiry& inquiry, const Candidate& candidate) {
  static const auto* stems = new std::vector<absl::string_view>{
      "تسريح", "سرح",  "تسرح",  "ستسرح", "سيسرح", "استغن", "تستغن", "ستستغن", "يستغن", "سيستغن",
      "شطب",   "تشطب", "الغاء", "الغت",  "ستلغي", "تلغي",  "سيلغي", "صرف",    "فصل",   "تقليص"};
  constexpr int kReach = 5;
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  if (inquiry.reading.relations(0).fact_type() != "HEADCOUNT") return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || candidate.kind != Candidate::Kind::kValue) return false;
  const int at = view->TokenAt(candidate.place.begin);
  // "190 people have gone."
  const int behind = view->TokenAt(candidate.place.end - 1) + 1;
  if (behind < view->passage().tokens_size()) {
    for (const absl::string_view gone : {"خرجوا", "غادروا", "رحلوا", "سرحوا", "استقالوا"}) {
      if (view->passage().tokens(behind).surface() == gone) return true;
    }
  }
  for (int token = at - 1; token >= std::max(0, at - kReach); --token) {
    const v1::IndexedToken& word = view->passage().tokens(token);
    if (word.part_of_speech() == v1::PART_OF_SPEECH_PUNCT) return false;
    // "Of all 300": the figure behind that of those who go is the whole.
    if (word.surface() == "اصل" || word.surface() == "بعد") return false;
    const auto& values = view->passage().values();
    if (std::any_of(values.begin(), values.end(), [&](const v1::Value& value) {
          return value.span().begin() <= word.begin() && word.end() <= value.span().end();
        })) {
      return false;
    }
    absl::string_view surface = word.surface();
    for (const absl::string_view prefix : {"و", "ف", "ل", "ب"}) {
      if (absl::ConsumePrefix(&surface, prefix)) break;
    }
    absl::ConsumePrefix(&surface, "ال");
    if (std::any_of(stems->begin(), stems->end(), [&](absl::string_view stem) {
          return absl::StartsWith(surface, stem) || absl::StartsWith(word.surface(), stem);
        })) {
      return true;
    }
  }
  return false;
}

bool LacksUnit(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kReach = 4;
  if (inquiry.reading.asked_attribute() != "UNIT_PRICE") return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return true;
  if (IsTableRow(*view)) return false;
  const int first = view->TokenAt(candidate.place.end - 1);
  const int end = std::min(view->passage().tokens_size(), first + 1 + kReach);
  for (int token = first; token < end; ++token) {
    const std::string& surface = view->passage().tokens(token).surface();
    if (absl::StartsWith(surface, "لل") || surface == "لكل" || surface == "الواحد" ||
        surface == "الواحده") {
      return false;
    }
  }
  return true;
}

namespace {

bool SetsAside(const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "رصد", "رصدت", "ورصد", "ورصدت", "خصص", "خصصت", "وخصص", "وخصصت", "مرصوده", "مخصصه"};
  const auto& tokens = view.passage().tokens();
  return std::any_of(tokens.begin(), tokens.end(), [](const v1::IndexedToken& token) {
    return words->contains(token.surface());
  });
}

}  // namespace

bool LacksKindOfSum(const Inquiry& inquiry, const Candidate& candidate) {
  static const auto* kinds = new absl::flat_hash_set<absl::string_view>{
      "REVENUE", "PROFIT", "LOSS", "DEBT", "FINE", "VALUATION", "BUDGET", "CAPITAL"};
  if (!kinds->contains(inquiry.reading.asked_attribute())) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || IsTableRow(*view)) return view == nullptr;
  bool own = false;
  bool named = false;
  // "Packages whose value passed": what is worth that much is not the company.
  if (inquiry.reading.asked_attribute() == "VALUATION") {
    own = std::any_of(view->passage().tokens().begin(), view->passage().tokens().end(),
                      [](const v1::IndexedToken& token) {
                        const std::string& surface = token.surface();
                        return surface == "القيمه" || surface == "قيمت" ||
                               absl::StrContains(surface, "تقييم") ||
                               absl::StrContains(surface, "تقدر") ||
                               absl::StrContains(surface, "قدرت") ||
                               absl::StrContains(surface, "مقيم");
                      });
    if (!own && std::any_of(view->passage().tokens().begin(), view->passage().tokens().end(),
                            [](const v1::IndexedToken& token) {
                              return token.surface() == "قيمتها" || token.surface() == "قيمته";
                            })) {
      return true;
    }
    // "A round worth so much", "a stake worth so much" tell what was raised or paid.
    if (!own && IsWorthOf(*view, candidate)) return true;
  }
  // What is set aside for something is its budget.
  if (inquiry.reading.asked_attribute() == "BUDGET" && SetsAside(*view)) return false;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (!inquiry.words.IsWithin(static_cast<int>(i), inquiry.reading.focus())) continue;
    if (view->best()[i] >= kLeastTitleMatch) return false;
    named = true;
  }
  // "How much is X valued at" has the kind in its verb.
  return named || !(own && inquiry.reading.asked_attribute() == "VALUATION");
}

namespace {

constexpr double kLeastPlanReading = 0.4;

bool IsToday(absl::string_view words) {
  return absl::StartsWith(words, "اليوم") || absl::StartsWith(words, "أمس");
}

}  // namespace

bool IsTimeOfNews(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || !candidate.value.has_date() || inquiry.reading.relations().empty()) {
    return false;
  }
  const auto& relations = inquiry.reading.relations();
  // What is due is not due on the day on which the work on it was begun.
  if (relations[0].fact_type() == "BUILDS_FACILITY" && IsToday(candidate.words) &&
      std::any_of(relations.begin(), relations.end(), [](const v1::RelationReading& relation) {
        return relation.fact_type() == "PLANS_RELEASE" &&
               relation.confidence() >= kLeastPlanReading;
      })) {
    return true;
  }
  if (relations[0].fact_type() != "FOUNDED" ||
      candidate.value.date().precision() == v1::DATE_PRECISION_YEAR) {
    return false;
  }
  if (relations[0].confidence() < kSureRelation) return false;
  // "When did the founder announce the purchase" is about the purchase.
  constexpr double kRivalShare = 0.6;
  for (int i = 1; i < relations.size(); ++i) {
    if (relations[i].confidence() >= kRivalShare * relations[0].confidence()) return false;
  }
  int digits = 0;
  for (const char c : candidate.words) {
    digits = absl::ascii_isdigit(static_cast<unsigned char>(c)) ? digits + 1 : 0;
    if (digits == 4) return false;
  }
  return true;
}

bool HasValueLike(const PassageView& view, const v1::Value& given) {
  return std::any_of(view.passage().values().begin(), view.passage().values().end(),
                     [&](const v1::Value& value) {
                       return value.kind_case() == given.kind_case() && Agree(value, given);
                     });
}

bool LacksGivenSum(const Inquiry& inquiry, const Candidate& candidate) {
  if (!AsksForEntity(inquiry.reading.answer_type())) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const PassageView* before = inquiry.pool.At(candidate.document, candidate.ordinal - 1);
  for (const v1::Value& given : inquiry.reading.values()) {
    if (!given.has_money() || HasFactWith(inquiry, candidate, given)) continue;
    if (view != nullptr && HasValueLike(*view, given)) continue;
    if (before == nullptr || !HasValueLike(*before, given)) return true;
  }
  return false;
}

}  // namespace isnad::answering
