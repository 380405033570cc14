// Documents, entities, conflicts and sources as messages.

#ifndef ISNAD_SERVICES_FACTS_CONVERTERS_RESOURCE_CONVERTER_H_
#define ISNAD_SERVICES_FACTS_CONVERTERS_RESOURCE_CONVERTER_H_

#include "isnad/v1/conflict.pb.h"
#include "isnad/v1/document.pb.h"
#include "isnad/v1/entity.pb.h"
#include "services/facts/converters/etag.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// The etag does not depend on how much of the document was read.
isnad::v1::Document ToDocument(const DocumentRecord& record, Etags etags = Etags::kSet);

// The etag covers what people decide about the entity, not its counts and spellings.
isnad::v1::Entity ToEntity(const EntityRecord& record, Etags etags = Etags::kSet);

// Without sides.
isnad::v1::Conflict ToConflict(const ConflictRecord& record);
isnad::v1::Source ToSource(const SourceRecord& record);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_CONVERTERS_RESOURCE_CONVERTER_H_
