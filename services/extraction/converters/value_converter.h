// Domain values to their messages.

#ifndef ISNAD_SERVICES_EXTRACTION_CONVERTERS_VALUE_CONVERTER_H_
#define ISNAD_SERVICES_EXTRACTION_CONVERTERS_VALUE_CONVERTER_H_

#include "isnad/v1/entity.pb.h"
#include "isnad/v1/span.pb.h"
#include "isnad/v1/value.pb.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Whether a message repeats the words of its span.
enum class Quoting { kWithQuote, kWithoutQuote };

void ToProto(const Analysis& analysis, ByteRange range, Quoting quoting, isnad::v1::Span* out);
void ToProto(const DateInterval& interval, isnad::v1::DateInterval* out);
void ToProto(const Analysis& analysis, const ValueMention& value, Quoting quoting,
             isnad::v1::Value* out);
isnad::v1::EntityType ToProto(EntityType type);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CONVERTERS_VALUE_CONVERTER_H_
