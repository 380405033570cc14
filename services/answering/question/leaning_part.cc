#include "services/answering/question/leaning_part.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr char kAnswerId[] = "answer";

using Words = absl::flat_hash_set<absl::string_view>;

// English words that take up a person, or a house.
const Words& Persons() {
  static const auto* words = new Words{"he", "she", "his", "her", "him", "they", "their", "them"};
  return *words;
}

const Words& Houses() {
  static const auto* words =
      new Words{"it",      "its",  "company", "buyer",    "firm", "lab",  "owner",
                "startup", "they", "their",   "acquirer", "them", "bank", "fund"};
  return *words;
}

bool IsOfKind(const v1::QuestionAnalysis& part) {
  switch (part.kind()) {
    case v1::QUESTION_KIND_WHO:
    case v1::QUESTION_KIND_WHERE:
    case v1::QUESTION_KIND_WHAT:
    case v1::QUESTION_KIND_LIST:
    case v1::QUESTION_KIND_STATEMENT:
      return true;
    default:
      return false;
  }
}

// Numbers of the words that stand in the part itself.
absl::flat_hash_set<int> OwnWords(const v1::QuestionAnalysis& part,
                                  const std::vector<v1::Token>& tokens) {
  absl::flat_hash_set<absl::string_view> here;
  for (const v1::Token& token : tokens) {
    if (token.span().begin() < part.focus().begin()) continue;
    here.insert(token.surface());
    here.insert(token.stem());
  }
  absl::flat_hash_set<int> own;
  for (const v1::QueryTerm& term : part.terms()) {
    if (term.origin() == v1::QueryTerm::ORIGIN_LITERAL && here.contains(term.term())) {
      own.insert(term.word());
    }
  }
  return own;
}

}  // namespace

bool LeansOnAnswer(const v1::QuestionAnalysis& part, const v1::Entity& answer,
                   const std::vector<v1::Token>& tokens) {
  const bool person = answer.type() == v1::ENTITY_TYPE_PERSON;
  if (!person && answer.type() != v1::ENTITY_TYPE_ORGANIZATION) return false;
  if (!IsOfKind(part)) return false;
  const int begin = part.focus().begin();
  if (begin <= 0) return false;
  for (const v1::QuestionEntity& asked : part.entities()) {
    if (asked.span().begin() >= begin && asked.entity().type() != v1::ENTITY_TYPE_LOCATION) {
      return false;
    }
  }
  if (part.language_code() == "ar") {
    // A verb or pronoun of the part takes up whoever was asked for; a feminine pronoun may take up
    // the house that the first part names.
    return person;
  }
  return std::any_of(tokens.begin(), tokens.end(), [&](const v1::Token& token) {
    return token.span().begin() >= begin &&
           (person ? Persons() : Houses()).contains(token.surface());
  });
}

v1::QuestionAnalysis PartAbout(const v1::QuestionAnalysis& part, const v1::Entity& answer,
                               const std::vector<v1::Token>& tokens) {
  v1::QuestionAnalysis about = part;
  about.clear_entities();
  v1::QuestionEntity* name = about.add_entities();
  name->set_known(true);
  name->set_certain(true);
  name->mutable_span()->set_quote(answer.label_ar());
  v1::ExtractedEntityReference* entity = name->mutable_entity();
  entity->set_id(kAnswerId);
  entity->set_type(answer.type());
  entity->set_label_ar(answer.label_ar());
  entity->set_label_en(answer.label_en());
  for (const v1::Alias& alias : answer.aliases()) entity->add_folded_keys(alias.folded_key());
  const bool person = answer.type() == v1::ENTITY_TYPE_PERSON;
  for (v1::RelationReading& relation : *about.mutable_relations()) {
    relation.clear_fillers();
    v1::RelationFiller* filler = relation.add_fillers();
    filler->set_entity(kAnswerId);
    filler->set_role(person || relation.asked_role() == "object" ? "subject" : "object");
    if (filler->role() == relation.asked_role()) relation.set_asked_role("object");
  }
  // Where somebody comes from or goes to is a house.
  if (person && about.answer_type() == v1::ANSWER_TYPE_LOCATION && about.answer_class().empty()) {
    about.set_answer_type(v1::ANSWER_TYPE_ORGANIZATION);
    for (v1::RelationReading& relation : *about.mutable_relations()) {
      if (relation.asked_role() == "place") relation.set_asked_role("object");
    }
  }
  // The words of the first part, and those for its name, are none of this one's.
  const absl::flat_hash_set<int> own = OwnWords(part, tokens);
  auto* terms = about.mutable_terms();
  terms->erase(std::remove_if(terms->begin(), terms->end(),
                              [&](const v1::QueryTerm& term) {
                                return term.origin() == v1::QueryTerm::ORIGIN_ALIAS ||
                                       !own.contains(term.word());
                              }),
               terms->end());
  return about;
}

}  // namespace isnad::answering
