// Versions of resources.

#ifndef ISNAD_SERVICES_FACTS_CONVERTERS_ETAG_H_
#define ISNAD_SERVICES_FACTS_CONVERTERS_ETAG_H_

#include <string>

#include "google/protobuf/message.h"

namespace isnad::facts {

// Whether resources get theirs: it takes writing and hashing all of them.
enum class Etags { kSet, kLeftOut };

// A quoted hash of the resource as it is.
std::string EtagOf(const google::protobuf::Message& resource);

// A hash of a request without the field `request_id`: two requests with the same content have the
// same.
std::string BodyHash(const google::protobuf::Message& request);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_CONVERTERS_ETAG_H_
