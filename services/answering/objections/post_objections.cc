#include "services/answering/objections/post_objections.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/succession.h"
#include "services/answering/objections/title_words.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool IsInOtherPerson(const PassageView& view, const Candidate& candidate, int token) {
  return std::any_of(
      view.passage().mentions().begin(), view.passage().mentions().end(),
      [&](const v1::PassageMention& mention) {
        return mention.entity_type() == v1::ENTITY_TYPE_PERSON &&
               mention.entity() != candidate.entity &&
               Range{mention.begin(), mention.end()}.Contains(view.TokenBytes(token));
      });
}

// The question asks about a post at this very house.
bool IsAskedHouse(const Inquiry& inquiry, const std::string& entity) {
  const auto& fillers = inquiry.reading.relations(0).fillers();
  bool given = false;
  for (const v1::RelationFiller& filler : fillers) {
    const LinkedName* link = inquiry.links.Find(filler.entity());
    if (filler.role() != "object" || link == nullptr) continue;
    given = true;
    if (link->names.contains(entity)) return true;
  }
  return !given && inquiry.links.all().contains(entity);
}

// A company at which the question asks for no post stands right behind the word.
bool IsBesideOther(const Inquiry& inquiry, const PassageView& view, int token, int reach) {
  const int last = std::min(token + reach, view.passage().tokens_size() - 1);
  const Range behind = {view.TokenBytes(token).end, view.TokenBytes(last).end};
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& mention) {
                       return mention.entity_type() == v1::ENTITY_TYPE_ORGANIZATION &&
                              behind.Contains({mention.begin(), mention.end()}) &&
                              !IsAskedHouse(inquiry, mention.entity());
                     });
}

// The fact gives the very title, in the words of the article.
bool HoldsTitle(const Inquiry& inquiry, const Candidate& candidate, absl::string_view title_key) {
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    const auto& facts = candidate.facts;
    return std::find(facts.begin(), facts.end(), fact.name()) != facts.end() &&
           std::any_of(fact.roles().begin(), fact.roles().end(), [&](const v1::Argument& role) {
             return role.role() == "role" && HasWordOfTitle(role.display_text(), title_key);
           });
  });
}

}  // namespace

bool IsOtherRole(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || inquiry.reading.relations().empty()) return false;
  if (candidate.relevance.coverage >= kLeastCoverage) return false;
  const auto& fillers = inquiry.reading.relations(0).fillers();
  return std::any_of(fillers.begin(), fillers.end(), [&](const v1::RelationFiller& filler) {
    return filler.role() == "role" && !HoldsTitle(inquiry, candidate, filler.entity());
  });
}

bool OnlySpeaks(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  const bool post = asked.fact_type() == "HOLDS_ROLE" || asked.fact_type() == "APPOINTED";
  if (!post || asked.asked_role() != "subject" || AsksForPost(inquiry.reading)) return false;
  for (const QuestionWord& word : inquiry.words.words()) {
    for (const absl::string_view speaks : {"متحدث", "ناطق", "spokes", "speak"}) {
      if (absl::StrContains(word.surface, speaks)) return false;
    }
  }
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    return !candidate.facts.empty() && fact.name() == candidate.facts.front() &&
           std::any_of(fact.roles().begin(), fact.roles().end(), [](const v1::Argument& role) {
             return role.role() == "role" && (absl::StrContains(role.display_text(), "متحدث") ||
                                              absl::StrContains(role.display_text(), "ناطق"));
           });
  });
}

bool IsPostElsewhere(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || inquiry.reading.answer_type() != v1::ANSWER_TYPE_ROLE) return false;
  const auto& links = inquiry.links.links();
  const auto is_house = [](const LinkedName& link) {
    const v1::EntityType type =
        link.stored() ? link.entities.front().type() : link.asked.entity().type();
    return type == v1::ENTITY_TYPE_ORGANIZATION;
  };
  if (std::none_of(links.begin(), links.end(), is_house)) return false;
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    return !candidate.facts.empty() && fact.name() == candidate.facts.front() &&
           !fact.object().entity().empty() && !inquiry.links.all().contains(fact.object().entity());
  });
}

bool AsksForPost(const v1::QuestionAnalysis& reading) {
  return std::any_of(reading.relations().begin(), reading.relations().end(),
                     [](const v1::RelationReading& relation) {
                       const auto& fillers = relation.fillers();
                       return std::any_of(fillers.begin(), fillers.end(),
                                          [](const v1::RelationFiller& filler) {
                                            return filler.role() == "role";
                                          });
                     });
}

namespace {

// The sentence goes on to say of the candidate, and of nobody else, that he goes.
bool WillGo(const PassageView& view, const Candidate& candidate) {
  static const auto* going = new absl::flat_hash_set<absl::string_view>{
      "سيغادر", "ستغادر", "سيرحل",   "سترحل",   "سيترك",   "ستترك",    "يغادر",  "تغادر",
      "غادر",   "غادرت",  "رحل",     "رحلت",    "استقال",  "استقالت",  "سيتنحي", "ستتنحي",
      "تنحي",   "تنحت",   "سيستقيل", "ستستقيل", "مغادرته", "مغادرتها", "رحيله",  "رحيلها"};
  for (int token = view.TokenAt(candidate.place.end - 1) + 1; token < view.passage().tokens_size();
       ++token) {
    if (IsInOtherPerson(view, candidate, token)) return false;
    if (going->contains(view.passage().tokens(token).surface())) return true;
  }
  return false;
}

// "X will leave": of whoever is to come it is not said right behind the name.
bool GoesAway(const PassageView& view, const Candidate& candidate) {
  static const auto* going = new absl::flat_hash_set<absl::string_view>{
      "سيغادر", "ستغادر", "سيرحل",   "سترحل",   "سيترك",   "ستترك", "سيتنحي",
      "ستتنحي", "استقال", "استقالت", "سيستقيل", "ستستقيل", "تنحي",  "تنحت"};
  const int next = view.TokenAt(candidate.place.end - 1) + 1;
  return next < view.passage().tokens_size() &&
         going->contains(view.passage().tokens(next).surface());
}

// "The head of finance X has resigned": nothing but the title stands between.
bool HasResigned(const PassageView& view, const Candidate& candidate) {
  static const auto* resigned = new absl::flat_hash_set<absl::string_view>{
      "استقال", "استقالت", "تنحي", "تنحت", "اقيل", "اقيلت", "رحل", "رحلت"};
  constexpr int kTitle = 4;
  const int first = view.TokenAt(candidate.place.begin);
  for (int token = first - 1; token >= std::max(0, first - kTitle); --token) {
    const v1::IndexedToken& word = view.passage().tokens(token);
    if (resigned->contains(word.surface())) return true;
    if (word.part_of_speech() != v1::PART_OF_SPEECH_NOUN &&
        word.part_of_speech() != v1::PART_OF_SPEECH_ADJ) {
      return false;
    }
  }
  return false;
}

}  // namespace

bool IsLeaving(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kTitleReach = 5;
  constexpr int kVerbReach = 2;
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON) return false;
  if (inquiry.reading.relations().empty()) return false;
  const auto& relations = inquiry.reading.relations();
  // "Who runs X now that its head has gone".
  const bool after_leaving =
      relations[0].fact_type() == "HOLDS_ROLE" &&
      std::any_of(relations.begin(), relations.end(), [](const v1::RelationReading& relation) {
        return relation.fact_type() == "LEFT";
      });
  if (relations[0].fact_type() != "APPOINTED" && !after_leaving) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  if (after_leaving && WillGo(*view, candidate)) return true;
  if (AsksForSuccession(inquiry) && (GoesAway(*view, candidate) || HasResigned(*view, candidate))) {
    return true;
  }
  static const auto* departures = new absl::flat_hash_set<absl::string_view>{
      "استقاله", "باستقاله", "رحيل", "مغادره", "اقاله", "استقال", "استقالت",
      "غادر",    "غادرت",    "رحل",  "رحلت",   "خروج",  "باقاله", "لاستقاله"};
  static const auto* former = new absl::flat_hash_set<absl::string_view>{
      "السابق", "السابقه", "سابقا", "المستقيل", "المستقيله", "المنتهيه"};
  static const auto* conjunctions = new absl::flat_hash_set<absl::string_view>{
      "ان", "وان", "لكن", "فيما", "بينما", "انه", "انها"};
  // Behind these it is the predecessor's post that is told.
  static const auto* links = new absl::flat_hash_set<absl::string_view>{
      "الذي", "التي", "مهام", "منصب", "محل", "خلفا", "بدلا", "مكان", "عمل"};
  const int first = view->TokenAt(candidate.place.begin);
  // What is said of another person in between is his.
  for (int token = first - 1; token >= std::max(0, first - kTitleReach); --token) {
    const v1::IndexedToken& word = view->passage().tokens(token);
    const bool verb = word.part_of_speech() == v1::PART_OF_SPEECH_VERB;
    if (departures->contains(word.surface()) && (!verb || first - token <= kVerbReach)) return true;
    if (verb || conjunctions->contains(word.surface()) ||
        IsInOtherPerson(*view, candidate, token)) {
      break;
    }
  }
  const int last = view->TokenAt(candidate.place.end);
  const int end = std::min(last + kTitleReach, view->passage().tokens_size());
  for (int token = last; token < end; ++token) {
    const v1::IndexedToken& word = view->passage().tokens(token);
    if (links->contains(word.surface()) || IsInOtherPerson(*view, candidate, token)) break;
    if (departures->contains(word.surface())) return true;
    if (word.part_of_speech() == v1::PART_OF_SPEECH_VERB) break;
    // "Formerly of A" goes to B, be A named in the question or not.
    if (former->contains(word.surface())) return !IsBesideOther(inquiry, *view, token, kTitleReach);
  }
  return false;
}

namespace {

// A title that is read less surely describes whom rather than names a post.
constexpr double kLeastTitleReading = 0.52;

// "The head of the board" may be put "at the top of the board", or by a verb.
bool HeadsIt(const PassageView& view, const v1::RelationReading& relation) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "راس", "يراس", "تراس", "يتراس", "تتراس", "رياسه", "قياده", "يقود", "تقود", "زعامه"};
  const auto& fillers = relation.fillers();
  const bool head =
      std::any_of(fillers.begin(), fillers.end(), [](const v1::RelationFiller& filler) {
        return filler.role() == "role" && (filler.entity() == "HEAD" || filler.entity() == "CHAIR");
      });
  const auto& tokens = view.passage().tokens();
  return head && std::any_of(tokens.begin(), tokens.end(), [](const v1::IndexedToken& token) {
           return words->contains(token.surface());
         });
}

}  // namespace

bool LacksTitle(const Inquiry& inquiry, const Candidate& candidate) {
  if (!AsksForEntity(inquiry.reading.answer_type())) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  // A row has its titles in the header.
  if (view == nullptr || IsTableRow(*view)) return false;
  for (const v1::RelationReading& relation : inquiry.reading.relations()) {
    const auto& fillers = relation.fillers();
    if (std::none_of(fillers.begin(), fillers.end(),
                     [](const v1::RelationFiller& filler) { return filler.role() == "role"; })) {
      continue;
    }
    // "Which researcher", "the candidate": a description that others may word otherwise, where it
    // is all that is asked or the event tells who is meant.
    const bool told = inquiry.reading.relations_size() == 1 ||
                      inquiry.reading.relations(0).confidence() >= kSureRelation;
    if (told && relation.confidence() < kLeastTitleReading) continue;
    if (std::any_of(fillers.begin(), fillers.end(), [&](const v1::RelationFiller& filler) {
          return filler.role() == "role" && HoldsTitle(inquiry, candidate, filler.entity());
        })) {
      continue;
    }
    bool any = false;
    bool all = true;
    bool found = false;
    for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
      if (!inquiry.words.IsWithin(static_cast<int>(i), relation.trigger())) continue;
      any = true;
      const bool here = view->best()[i] >= kLeastTitleMatch || HeadsIt(*view, relation);
      found |= here;
      all &= here;
    }
    const bool arabic = inquiry.reading.language_code() == "ar";
    if (any && !(arabic ? all : found)) return true;
    for (const v1::RelationFiller& filler : fillers) {
      if (filler.role() == "role" && !MayNameTitle(view->passage(), filler.entity())) return true;
    }
  }
  return false;
}

bool IsTitleOfOthers(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kTitleReach = 4;
  if (candidate.from_fact || inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || inquiry.links.links().empty()) return false;
  const int first = view->TokenAt(candidate.place.begin);
  const bool possessed =
      std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
        const absl::string_view surface = view->passage().tokens(match.token).surface();
        // "She is replaced by" has her in the verb.
        const bool verb =
            view->passage().tokens(match.token).part_of_speech() == v1::PART_OF_SPEECH_VERB;
        return match.strength >= 0.5 && !verb && match.token < first &&
               match.token >= first - kTitleReach &&
               (absl::EndsWith(surface, "ها") || absl::EndsWith(surface, "هما")) &&
               inquiry.words.words()[match.word].role != QuestionWord::Role::kName;
      });
  if (!possessed) return false;
  for (const v1::PassageMention& mention : view->passage().mentions()) {
    if (mention.entity_type() != v1::ENTITY_TYPE_ORGANIZATION) continue;
    return !inquiry.links.all().contains(mention.entity());
  }
  return false;
}

}  // namespace isnad::answering
