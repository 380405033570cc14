#include "services/facts/converters/fact_converter.h"

#include <string>

#include "services/facts/converters/resource_name.h"
#include "services/facts/converters/time_converter.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

absl::Status Unreadable(const char* what) {
  return absl::DataLossError(std::string("a stored ") + what + " does not read back");
}

absl::Status SetArgument(const Argument& argument, EntityNames& names, v1::Argument* out) {
  out->set_role(argument.role);
  out->set_display_text(argument.display_text);
  if (argument.entity.empty()) {
    if (!argument.value_bytes.empty() &&
        !out->mutable_value()->ParseFromString(argument.value_bytes)) {
      return Unreadable("value");
    }
    return absl::OkStatus();
  }
  ISNAD_ASSIGN_OR_RETURN(const EntityRecord* entity, names.Find(argument.entity));
  out->set_entity(MakeName("entities", entity->id));
  out->set_display_text_en(entity->label_en);
  if (!entity->label_ar.empty()) {
    out->set_display_text(entity->label_ar);
  } else if (argument.display_text.empty()) {
    out->set_display_text(entity->label_en);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status SetClaim(const Claim& claim, EntityNames& names, v1::Fact* fact) {
  fact->clear_roles();
  fact->clear_object();
  fact->clear_valid_interval();
  ISNAD_RETURN_IF_ERROR(SetArgument(claim.subject, names, fact->mutable_subject()));
  if (claim.object.has_value()) {
    ISNAD_RETURN_IF_ERROR(SetArgument(*claim.object, names, fact->mutable_object()));
  }
  for (const Argument& role : claim.roles) {
    ISNAD_RETURN_IF_ERROR(SetArgument(role, names, fact->add_roles()));
  }
  if (claim.valid.has_value()) *fact->mutable_valid_interval() = ToDateInterval(*claim.valid);
  return absl::OkStatus();
}

absl::StatusOr<v1::Fact> ToFact(const FactRecord& record, EntityNames& names, Etags etags) {
  v1::Fact fact;
  const FactIdentity& identity = record.identity;
  fact.set_name(MakeName("facts", identity.key));
  fact.set_type(identity.type);
  ISNAD_RETURN_IF_ERROR(SetClaim(record.state.claim, names, &fact));
  fact.set_polarity(static_cast<v1::Polarity>(identity.polarity));
  fact.set_modality(static_cast<v1::Modality>(identity.modality));
  fact.set_support(record.state.support);
  fact.set_confidence(record.state.confidence);
  fact.set_fact_key(identity.key);
  for (const std::string& conflict : record.conflicts) {
    fact.add_conflicts(MakeName("conflicts", conflict));
  }
  *fact.mutable_record_time() = ToTimestamp(record.record_time);
  if (!record.state.stands) {
    *fact.mutable_supersede_time() = ToTimestamp(record.state.record_time);
  }
  if (record.state.first_publish_time != kUnknownTime) {
    *fact.mutable_first_publish_time() = ToTimestamp(record.state.first_publish_time);
  }
  if (etags == Etags::kSet) fact.set_etag(EtagOf(fact));
  return fact;
}

absl::StatusOr<v1::Evidence> ToEvidence(const EvidenceRecord& record, EntityNames& names) {
  v1::Evidence evidence;
  if (!evidence.ParseFromString(record.evidence_bytes)) return Unreadable("piece of evidence");
  evidence.set_document(MakeName("documents", record.document));
  evidence.set_confidence(record.confidence);
  if (!record.speaker.empty()) {
    ISNAD_ASSIGN_OR_RETURN(const std::string speaker, names.FindId(record.speaker));
    evidence.mutable_attribution()->set_entity(MakeName("entities", speaker));
  }
  if (record.publish_time != kUnknownTime) {
    *evidence.mutable_publish_time() = ToTimestamp(record.publish_time);
  }
  *evidence.mutable_record_time() = ToTimestamp(record.record_time);
  evidence.set_source_uri(record.source_uri);
  evidence.set_document_title(record.document_title);
  evidence.set_document_url(record.document_url);
  evidence.set_publisher(record.publisher);
  return evidence;
}

absl::StatusOr<v1::Passage> ToPassage(const PassageRecord& record, Words words,
                                      EntityNames& names) {
  v1::Passage passage;
  if (!passage.ParseFromString(record.passage_bytes)) return Unreadable("passage");
  if (words == Words::kTextAlone) {
    passage.clear_tokens();
    passage.clear_clauses();
    passage.clear_mentions();
    passage.clear_values();
    return passage;
  }
  for (int i = 0; i < passage.mentions_size() && i < static_cast<int>(record.mentions.size());
       ++i) {
    if (record.mentions[i].empty()) continue;
    ISNAD_ASSIGN_OR_RETURN(const std::string entity, names.FindId(record.mentions[i]));
    passage.mutable_mentions(i)->set_entity(MakeName("entities", entity));
  }
  return passage;
}

}  // namespace isnad::facts
