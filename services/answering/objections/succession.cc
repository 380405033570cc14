#include "services/answering/objections/succession.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {

namespace v1 = isnad::v1;

namespace {

constexpr double kLeastLeaving = 0.5;

}  // namespace

bool IsPersonOf(const Inquiry& inquiry, const LinkedName& link) {
  const v1::EntityType type =
      link.stored() ? link.entities.front().type() : link.asked.entity().type();
  if (type == v1::ENTITY_TYPE_PERSON) return true;
  // "Who took over at X after Y": where a person is asked for who comes into a post, a name that
  // nothing tells more of is that of a person, too.
  const bool open = type == v1::ENTITY_TYPE_UNSPECIFIED || type == v1::ENTITY_TYPE_PRODUCT;
  if (!open || link.stored() || inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON ||
      inquiry.reading.relations().empty() || inquiry.links.links().size() < 2) {
    return false;
  }
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  // "The new head of X after Y retired".
  const bool after_leaving =
      asked.fact_type() == "HOLDS_ROLE" &&
      std::any_of(inquiry.reading.relations().begin(), inquiry.reading.relations().end(),
                  [](const v1::RelationReading& relation) {
                    return relation.fact_type() == "LEFT" && relation.confidence() >= kLeastLeaving;
                  });
  if (asked.fact_type() != "APPOINTED" && !after_leaving) return false;
  if (asked.asked_role() != "subject") return false;
  return std::none_of(asked.fillers().begin(), asked.fillers().end(),
                      [&](const v1::RelationFiller& filler) {
                        return filler.entity() == link.asked.entity().id();
                      });
}

bool IsBystander(const Inquiry& inquiry, const LinkedName& link) {
  if (inquiry.reading.relations().empty()) return false;
  if (!IsPersonOf(inquiry, link)) return false;
  const auto& fillers = inquiry.reading.relations(0).fillers();
  return std::none_of(fillers.begin(), fillers.end(), [&](const v1::RelationFiller& filler) {
    return filler.entity() == link.asked.entity().id();
  });
}

bool TellsOfSuccession(const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "خلفه",  "خلفها",  "خلفهم",  "خلف",    "خلفا",   "يخلف",    "يخلفه",  "يخلفها",  "تخلف",
      "تخلفه", "تخلفها", "مكانه",  "مكانها", "مكان",   "محله",    "محلها",  "محل",     "بدلا",
      "بديلا", "بديل",   "خليفه",  "مهامه",  "مهامها", "منصبه",   "يعوض",   "يعوضه",   "يعوضها",
      "عوض",   "عوضه",   "عوضها",  "تعوض",   "تعوضه",  "تعوضها",  "لتعويض", "تعويض",   "وريثا",
      "وريثه", "منصبها", "لخلافه", "خلافه",  "خلافته", "خلافتها", "خليفته", "خليفتها", "سلفه",
      "سلفها", "لسلفه",  "لسلفها", "خلفت",   "خلفته",  "خلفتها",  "خلفتهم", "مهماته",  "مهماتها"};
  return std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                     [&](const v1::IndexedToken& token) {
                       absl::string_view surface = token.surface();
                       if (words->contains(surface)) return true;
                       absl::ConsumePrefix(&surface, "و");
                       if (words->contains(surface)) return true;
                       return absl::ConsumePrefix(&surface, "س") && words->contains(surface);
                     });
}

bool SucceedsByPronoun(absl::string_view surface) {
  static const auto* verbs = new absl::flat_hash_set<absl::string_view>{
      "خلفه",   "خلفها",  "خلفته",  "خلفتها", "يخلفه",  "يخلفها", "تخلفه",
      "تخلفها", "يعوضه",  "يعوضها", "تعوضه",  "تعوضها", "عوضه",   "عوضها",
      "عوضته",  "عوضتها", "محله",   "محلها",  "مكانه",  "مكانها"};
  if (verbs->contains(surface)) return true;
  if (!absl::ConsumePrefix(&surface, "و")) absl::ConsumePrefix(&surface, "ف");
  absl::ConsumePrefix(&surface, "س");
  return verbs->contains(surface);
}

bool AsksForPredecessor(const v1::QuestionAnalysis& reading) {
  return reading.asked_attribute() == "PREDECESSOR";
}

bool TellsPredecessor(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kReach = 4;
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "خلفا", "محل",   "مكان",  "بدلا",   "بديلا", "عوضا",  "لخلافه", "خلفت",
      "سلفه", "سلفها", "لسلفه", "لسلفها", "خليفه", "وريثا", "بديله",  "سلفا"};
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || candidate.entity_type != v1::ENTITY_TYPE_PERSON) return false;
  const auto& links = inquiry.links.links();
  const bool near = std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
    const bool person = IsPersonOf(inquiry, link);
    return inquiry.meter.NameShare(*view, link) >=
           (person ? NameShares::kNeighbour : NameShares::kDocument);
  });
  if (!near) return false;
  const int first = view->TokenAt(candidate.place.begin);
  for (int token = first - 1; token >= std::max(0, first - kReach); --token) {
    const Range at = view->TokenBytes(token);
    const auto& mentions = view->passage().mentions();
    // Behind somebody else's name the word is of him.
    if (std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
          return mention.entity_type() == v1::ENTITY_TYPE_PERSON &&
                 mention.entity() != candidate.entity &&
                 Range{mention.begin(), mention.end()}.Contains(at);
        })) {
      return false;
    }
    absl::string_view surface = view->passage().tokens(token).surface();
    if (words->contains(surface)) return true;
    if (absl::ConsumePrefix(&surface, "و") && words->contains(surface)) return true;
  }
  return false;
}

namespace {

// Of the place or of the deed: "محل" is a word, and no part of others.
bool IsWordOfSuccession(absl::string_view word) {
  for (const absl::string_view stem : {"replac", "succe", "عوض", "بديل"}) {
    if (absl::StrContains(word, stem)) return true;
  }
  for (const absl::string_view place : {"محل", "مكان"}) {
    absl::string_view rest = word;
    if (absl::ConsumePrefix(&rest, place) && rest.size() <= 4) return true;
  }
  return absl::StrContains(word, "خلف") && !absl::StrContains(word, "ختلف") &&
         !absl::StrContains(word, "خلفي");
}

}  // namespace

bool SaysSuccession(const v1::QuestionAnalysis& reading) {
  const auto& relations = reading.relations();
  return std::any_of(relations.begin(), relations.end(), [](const v1::RelationReading& relation) {
    for (const absl::string_view word : absl::StrSplit(relation.trigger().quote(), ' ')) {
      if (IsWordOfSuccession(word)) return true;
    }
    return false;
  });
}

bool AsksForSuccession(const Inquiry& inquiry) {
  const auto& links = inquiry.links.links();
  return SaysSuccession(inquiry.reading) ||
         std::any_of(links.begin(), links.end(),
                     [&](const LinkedName& link) { return IsBystander(inquiry, link); });
}

}  // namespace isnad::answering
