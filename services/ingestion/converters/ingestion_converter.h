// Records of the queue as messages of the contract.

#ifndef ISNAD_SERVICES_INGESTION_CONVERTERS_INGESTION_CONVERTER_H_
#define ISNAD_SERVICES_INGESTION_CONVERTERS_INGESTION_CONVERTER_H_

#include "isnad/v1/document.pb.h"
#include "isnad/v1/ingestion.pb.h"
#include "services/ingestion/queue/ingestion_record.h"

namespace isnad::ingestion {

// Fills `message`, which is empty.
void ToProto(const IngestionRecord& record, isnad::v1::Ingestion* message);

// Fills `message`, which is empty, with the document as extraction and the store take it.
void ToProto(const DocumentRecord& document, isnad::v1::Document* message);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_CONVERTERS_INGESTION_CONVERTER_H_
