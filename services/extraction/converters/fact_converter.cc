#include "services/extraction/converters/fact_converter.h"

#include "services/extraction/converters/analysis_converter.h"
#include "services/extraction/converters/value_converter.h"

namespace isnad::extraction {
namespace {

void ArgumentToProto(const Analysis& analysis, const ArgumentRecord& argument, bool end,
                     isnad::v1::Argument* out) {
  if (!end) out->set_role(argument.role);
  out->set_display_text(argument.text);
  switch (argument.kind) {
    case ArgumentRecord::Kind::kEntity: {
      out->set_entity(LocalEntityId(argument.entity));
      const EntityRecord& entity = analysis.entities[argument.entity];
      if (!entity.label_ar.empty()) out->set_display_text(entity.label_ar);
      out->set_display_text_en(entity.label_en);
      break;
    }
    case ArgumentRecord::Kind::kValue:
      ToProto(analysis, analysis.values[argument.value], Quoting::kWithQuote, out->mutable_value());
      break;
    case ArgumentRecord::Kind::kText:
      out->mutable_value()->set_text(argument.text);
      ToProto(analysis, argument.range, Quoting::kWithQuote, out->mutable_value()->mutable_span());
      break;
    case ArgumentRecord::Kind::kNone:
      break;
  }
}

void AddRoleSpan(const Analysis& analysis, const std::string& role, ByteRange range,
                 const std::string& rule, isnad::v1::Evidence* out) {
  if (range.empty()) return;
  isnad::v1::RoleSpan* span = out->add_role_spans();
  span->set_role(role);
  span->set_resolution_rule(rule);
  ToProto(analysis, range, Quoting::kWithQuote, span->mutable_span());
}

isnad::v1::Attribution::Kind ToProto(AttributionRecord::Kind kind) {
  switch (kind) {
    case AttributionRecord::Kind::kArticle:
      return isnad::v1::Attribution::KIND_ARTICLE;
    case AttributionRecord::Kind::kNamed:
      return isnad::v1::Attribution::KIND_NAMED;
    case AttributionRecord::Kind::kOutlet:
      return isnad::v1::Attribution::KIND_OUTLET;
    case AttributionRecord::Kind::kAnonymous:
      return isnad::v1::Attribution::KIND_ANONYMOUS;
  }
  return isnad::v1::Attribution::KIND_UNSPECIFIED;
}

isnad::v1::Modality ToProto(Modality modality) {
  switch (modality) {
    case Modality::kActual:
      return isnad::v1::MODALITY_ACTUAL;
    case Modality::kPlanned:
      return isnad::v1::MODALITY_PLANNED;
    case Modality::kAlleged:
      return isnad::v1::MODALITY_ALLEGED;
  }
  return isnad::v1::MODALITY_UNSPECIFIED;
}

}  // namespace

void FactToProto(const Analysis& analysis, const FactRecord& fact,
                 const std::string& extractor_version, isnad::v1::Fact* out) {
  out->set_type(fact.type);
  if (fact.subject.filled()) {
    ArgumentToProto(analysis, fact.subject, /*end=*/true, out->mutable_subject());
  }
  if (fact.object.filled()) {
    ArgumentToProto(analysis, fact.object, /*end=*/true, out->mutable_object());
  }
  for (const ArgumentRecord& role : fact.roles) {
    ArgumentToProto(analysis, role, /*end=*/false, out->add_roles());
  }
  out->set_polarity(fact.polarity == Polarity::kDenied ? isnad::v1::POLARITY_DENIED
                                                       : isnad::v1::POLARITY_ASSERTED);
  out->set_modality(ToProto(fact.modality));
  if (fact.valid_interval) ToProto(*fact.valid_interval, out->mutable_valid_interval());
  out->set_confidence(fact.confidence);

  isnad::v1::Evidence* evidence = out->add_evidence();
  evidence->set_passage_ordinal(fact.passage);
  ToProto(analysis, fact.quote, Quoting::kWithQuote, evidence->mutable_quote());
  AddRoleSpan(analysis, "trigger", fact.trigger, "", evidence);
  for (const ArgumentRecord* end : {&fact.subject, &fact.object}) {
    if (end->filled()) AddRoleSpan(analysis, end->role, end->range, end->resolution_rule, evidence);
  }
  for (const ArgumentRecord& role : fact.roles) {
    AddRoleSpan(analysis, role.role, role.range, role.resolution_rule, evidence);
  }
  isnad::v1::Attribution* attribution = evidence->mutable_attribution();
  attribution->set_kind(ToProto(fact.attribution.kind));
  if (fact.attribution.entity >= 0) attribution->set_entity(LocalEntityId(fact.attribution.entity));
  attribution->set_display_text(fact.attribution.text);
  if (!fact.attribution.range.empty()) {
    ToProto(analysis, fact.attribution.range, Quoting::kWithQuote, attribution->mutable_span());
  }
  evidence->set_extractor_version(extractor_version);
  evidence->set_rule(fact.rule);
  evidence->set_cross_sentence(fact.cross_sentence);
  evidence->set_confidence(fact.confidence);
}

void FactTypeToProto(const lexicon::FactTypeSchema& schema, isnad::v1::FactType* out) {
  out->set_name(schema.name());
  out->set_description(schema.description());
  out->set_label_ar(schema.label_ar());
  out->set_label_en(schema.label_en());
  for (const lexicon::RoleSchema& role : schema.role()) {
    isnad::v1::FactTypeRole* row = out->add_roles();
    row->set_name(role.name());
    for (const std::string& filler : role.filler()) row->add_filler_types(filler);
    row->set_required(role.required());
  }
  out->set_symmetric(schema.symmetric());
  out->set_single_object(schema.single_object());
  out->set_single_subject(schema.single_subject());
  out->set_comparable_role(schema.comparable_role());
  out->set_state(schema.state());
}

}  // namespace isnad::extraction
