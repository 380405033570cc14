#include "services/answering/objections/deal_evidence.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/passages/word_set.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = WordSet;

const Words& Offers() {
  static const auto* words =
      new Words{"عرض",     "عرضت", "عرضا", "عروض",  "عروضا",   "العرض",  "محادثات", "المحادثات",
                "مفاوضات", "يسعي", "تسعي", "سعت",   "حاول",    "حاولت",  "اهتمام",  "اهتمامها",
                "مهتمه",   "رفض",  "رفضت", "الزام", "الزامها", "الزامه", "تدرس",    "يدرس"};
  return *words;
}

const Words& Purchases() {
  static const auto* words = new Words{
      "اشتري",  "اشترت",     "اشتراها",  "اشترته", "اشترتها", "استحوذ", "استحوذت", "ابتاع",
      "ابتاعت", "استحواذها", "استحواذه", "اتمت",   "اتم",     "ضم",     "ضمت",     "باع",
      "باعت",   "باعها",     "اشترينا",  "بيعت",   "اقتني",   "اقتنت",  "اقتنينا"};
  return *words;
}

bool IsAsked(const PassageView& view, int token) {
  return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
    return match.token == token && match.strength >= 0.5;
  });
}

// "Announced the purchase of": the noun tells of it as done.
bool IsDeclared(const PassageView& view, int token) {
  static const auto* nouns =
      new Words{"اقتناء", "شراء", "استحواذ", "الاستحواذ", "ابتياع", "اقتنايها", "شرايها"};
  static const auto* declared =
      new Words{"اعلن", "اعلنت", "اعلنا", "اكمل", "اكملت", "انجز", "انجزت", "اختتم", "اختتمت"};
  constexpr int kReach = 12;
  if (!nouns->contains(view.passage().tokens(token).surface())) return false;
  for (int before = std::max(0, token - kReach); before < token; ++before) {
    if (HoldsWord(*declared, view.passage().tokens(before).surface())) return true;
  }
  return false;
}

const LinkedName* Filler(const Inquiry& inquiry, absl::string_view role) {
  for (const v1::RelationFiller& filler : inquiry.reading.relations(0).fillers()) {
    if (filler.role() == role) return inquiry.links.Find(filler.entity());
  }
  return nullptr;
}

}  // namespace

bool TellsOnlyOfOffer(const Inquiry& inquiry, const Candidate& candidate) {
  const bool done = candidate.from_fact && candidate.modality == v1::MODALITY_ACTUAL;
  if (done || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.fact_type() != "ACQUIRED" || asked.modality() != v1::MODALITY_ACTUAL) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  bool offered = false;
  for (int token = 0; token < view->passage().tokens_size(); ++token) {
    const absl::string_view surface = view->passage().tokens(token).surface();
    if (HoldsWord(Purchases(), surface) || IsDeclared(*view, token)) return false;
    // What comes after talks is no offer any more.
    if (token > 0 && view->passage().tokens(token - 1).surface() == "بعد") continue;
    if (!HoldsWord(Offers(), surface)) continue;
    if (IsAsked(*view, token)) return false;
    offered = true;
  }
  return offered;
}

bool LacksActor(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_MONEY) return false;
  if (inquiry.reading.relations(0).fact_type() != "INVESTED_IN") return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const LinkedName* actor = Filler(inquiry, "subject");
  const LinkedName* target = Filler(inquiry, "object");
  if (view == nullptr || actor == nullptr || target == nullptr) return false;
  return inquiry.meter.NameShare(*view, *actor) < NameShares::kWordsOnly &&
         inquiry.meter.NameShare(*view, *target) >= NameShares::kWordsOnly;
}

bool RaisesTheMoney(const Inquiry& inquiry, const Candidate& candidate) {
  static const auto* raising = new Words{"جمعت",  "وجمعت", "حصلت", "وحصلت", "نالت", "رفعت",
                                         "اغلقت", "تلقت",  "جمع",  "حصل",   "اغلق", "تلقي"};
  static const auto* leading = new Words{"قاد",     "قادت",  "بقياده", "قادها", "قادته", "قادتها",
                                         "بمشاركه", "وشارك", "شارك",   "شاركت", "وشاركت"};
  constexpr int kReach = 2;
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.fact_type() != "INVESTED_IN" || asked.asked_role() != "subject") return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || candidate.kind != Candidate::Kind::kEntity) return false;
  const int at = view->TokenAt(candidate.place.begin);
  for (int token = std::max(0, at - kReach); token < at; ++token) {
    if (leading->contains(view->passage().tokens(token).surface())) return false;
  }
  for (int token = at + 1; token < view->passage().tokens_size(); ++token) {
    if (raising->contains(view->passage().tokens(token).surface())) return true;
  }
  return false;
}

bool LacksSuppliedThing(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr double kLeastMatch = 0.45;
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.fact_type() != "SUPPLIES" || asked.confidence() < kSureRelation) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || !AsksForEntity(inquiry.reading.answer_type())) return false;
  const auto& views = inquiry.pool.views();
  double has = 0;
  double lacks = 0;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    const QuestionWord& word = inquiry.words.words()[i];
    if (word.role != QuestionWord::Role::kContent) continue;
    if (inquiry.words.IsWithin(static_cast<int>(i), asked.trigger())) continue;
    if (view->best()[i] >= kLeastMatch) {
      has += word.importance;
    } else if (std::any_of(views.begin(), views.end(), [&](const PassageView& other) {
                 return other.best()[i] >= kLeastMatch;
               })) {
      lacks += word.importance;
    }
  }
  return lacks > has;
}

}  // namespace isnad::answering
