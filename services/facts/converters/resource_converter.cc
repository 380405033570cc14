#include "services/facts/converters/resource_converter.h"

#include "services/facts/converters/resource_name.h"
#include "services/facts/converters/time_converter.h"

namespace isnad::facts {

namespace v1 = isnad::v1;

v1::Document ToDocument(const DocumentRecord& record, Etags etags) {
  v1::Document document;
  document.set_name(MakeName("documents", record.id));
  document.set_source_uri(record.source_uri);
  document.set_url(record.url);
  document.set_source(MakeName("sources", record.source));
  document.set_publisher(record.publisher);
  document.set_title(record.title);
  document.set_language_code(record.language);
  if (record.publish_time != kUnknownTime) {
    *document.mutable_publish_time() = ToTimestamp(record.publish_time);
  }
  if (record.fetch_time != kUnknownTime) {
    *document.mutable_fetch_time() = ToTimestamp(record.fetch_time);
  }
  *document.mutable_record_time() = ToTimestamp(record.record_time);
  document.set_content_hash(record.content_hash);
  document.set_near_duplicate_key(record.near_duplicate_key);
  document.set_state(static_cast<v1::Document::State>(record.state));
  document.set_supersedes(MakeName("documents", record.supersedes));
  document.set_publish_time_inferred(record.publish_time_inferred);
  if (etags == Etags::kSet) document.set_etag(EtagOf(document));
  document.set_text(record.text);
  return document;
}

v1::Entity ToEntity(const EntityRecord& record, Etags etags) {
  v1::Entity entity;
  entity.set_name(MakeName("entities", record.id));
  entity.set_type(static_cast<v1::EntityType>(record.type));
  entity.set_label_ar(record.label_ar);
  entity.set_label_en(record.label_en);
  entity.set_entity_class(record.entity_class);
  for (const auto& id : record.external_ids) (*entity.mutable_external_ids())[id.first] = id.second;
  entity.set_merged_into(MakeName("entities", record.merged_into));
  for (const std::string& other : record.not_same_as) {
    entity.add_not_same_as(MakeName("entities", other));
  }
  if (etags == Etags::kSet) {
    *entity.mutable_record_time() = ToTimestamp(record.version_time);
    entity.set_etag(EtagOf(entity));
  }
  *entity.mutable_record_time() = ToTimestamp(record.record_time);
  entity.set_mention_count(record.mention_count);
  entity.set_fact_count(record.fact_count);
  for (const AliasRecord& alias : record.aliases) {
    v1::Alias& added = *entity.add_aliases();
    added.set_surface(alias.surface);
    added.set_folded_key(alias.folded_key);
    added.set_script(alias.script);
    added.set_kind(static_cast<v1::Alias::Kind>(alias.kind));
    added.set_mention_count(alias.mention_count);
  }
  return entity;
}

v1::Conflict ToConflict(const ConflictRecord& record) {
  v1::Conflict conflict;
  conflict.set_name(MakeName("conflicts", record.id));
  conflict.set_kind(static_cast<v1::Conflict::Kind>(record.kind));
  for (const std::string& fact : record.facts) conflict.add_facts(MakeName("facts", fact));
  conflict.set_state(static_cast<v1::Conflict::State>(record.state));
  conflict.set_explanation_en(record.explanation_en);
  conflict.set_explanation_ar(record.explanation_ar);
  conflict.set_preferred_fact(MakeName("facts", record.preferred_fact));
  conflict.set_resolution(record.resolution);
  *conflict.mutable_record_time() = ToTimestamp(record.record_time);
  if (record.resolve_time != kUnknownTime) {
    *conflict.mutable_resolve_time() = ToTimestamp(record.resolve_time);
  }
  conflict.set_etag(EtagOf(conflict));
  return conflict;
}

v1::Source ToSource(const SourceRecord& record) {
  v1::Source source;
  source.set_name(MakeName("sources", record.id));
  source.set_display_name(record.display_name);
  source.set_document_count(record.document_count);
  return source;
}

}  // namespace isnad::facts
