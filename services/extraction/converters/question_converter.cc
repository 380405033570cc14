#include "services/extraction/converters/question_converter.h"

#include <string>

#include "services/extraction/converters/value_converter.h"

namespace isnad::extraction {
namespace {

void EntityToProto(const Analysis& analysis, const QuestionEntity& entity,
                   isnad::v1::QuestionEntity* out) {
  ToProto(analysis, entity.span, Quoting::kWithQuote, out->mutable_span());
  out->set_known(entity.known);
  out->set_certain(entity.certain);
  isnad::v1::ExtractedEntityReference* reference = out->mutable_entity();
  reference->set_id(entity.id);
  reference->set_type(ToProto(entity.type));
  reference->set_entity_class(entity.entity_class);
  reference->set_lexicon_key(entity.lexicon_key);
  reference->set_label_ar(entity.label_ar);
  reference->set_label_en(entity.label_en);
  for (const std::string& key : entity.folded_keys) reference->add_folded_keys(key);
}

void RelationToProto(const Analysis& analysis, const RelationReading& relation,
                     isnad::v1::RelationReading* out) {
  out->set_fact_type(relation.fact_type);
  if (!relation.trigger.empty()) {
    ToProto(analysis, relation.trigger, Quoting::kWithQuote, out->mutable_trigger());
  }
  out->set_asked_role(relation.asked_role);
  for (const RelationFiller& filler : relation.fillers) {
    isnad::v1::RelationFiller* row = out->add_fillers();
    row->set_role(filler.role);
    row->set_entity(filler.entity);
  }
  out->set_confidence(relation.confidence);
  out->set_modality(static_cast<isnad::v1::Modality>(relation.modality));
}

}  // namespace

void QuestionToProto(const Analysis& analysis, const QuestionReading& reading,
                     isnad::v1::QuestionAnalysis* out) {
  out->set_language_code(reading.language_code);
  out->set_is_question(reading.is_question);
  out->set_kind(static_cast<isnad::v1::QuestionKind>(reading.kind));
  out->set_answer_type(static_cast<isnad::v1::AnswerType>(reading.answer_type));
  out->set_answer_class(reading.answer_class);
  if (!reading.focus.empty()) {
    ToProto(analysis, reading.focus, Quoting::kWithQuote, out->mutable_focus());
  }
  out->set_plural(reading.plural);
  for (const QuestionEntity& entity : reading.entities) {
    EntityToProto(analysis, entity, out->add_entities());
  }
  for (const ValueMention& value : reading.values) {
    ToProto(analysis, value, Quoting::kWithQuote, out->add_values());
  }
  for (const RelationReading& relation : reading.relations) {
    RelationToProto(analysis, relation, out->add_relations());
  }
  if (reading.time_limit) ToProto(*reading.time_limit, out->mutable_time_limit());
  if (!reading.source_limit.empty()) {
    ToProto(analysis, reading.source_limit, Quoting::kWithQuote, out->mutable_source_limit());
  }
  for (const QueryTerm& term : reading.terms) {
    isnad::v1::QueryTerm* row = out->add_terms();
    row->set_term(term.term);
    row->set_field(static_cast<isnad::v1::QueryTerm::Field>(term.field));
    row->set_weight(term.weight);
    row->set_origin(static_cast<isnad::v1::QueryTerm::Origin>(term.origin));
    row->set_word(term.word);
  }
  for (const QuestionReading& part : reading.parts) {
    QuestionToProto(analysis, part, out->add_parts());
  }
  out->set_negated(reading.negated);
  for (const ByteRange& alternative : reading.alternatives) {
    ToProto(analysis, alternative, Quoting::kWithQuote, out->add_alternatives());
  }
  out->set_reading(reading.reading);
  out->set_asked_attribute(reading.asked_attribute);
}

}  // namespace isnad::extraction
