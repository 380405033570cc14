#include "services/facts/converters/resource_name.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/facts/domain/slug.h"
#include "services/server/status/error_details.h"

namespace isnad::facts {

absl::StatusOr<std::string> ParseName(absl::string_view name, absl::string_view collection,
                                      absl::string_view field) {
  absl::string_view id = name;
  if (absl::ConsumePrefix(&id, absl::StrCat(collection, "/")) && IsResourceId(id)) {
    return std::string(id);
  }
  return server::InvalidFields(
      {{std::string(field),
        absl::StrCat("\"", server::Shorten(name), "\" is no name of the form \"", collection,
                     "/{id}\" with 1 to 64 characters of [a-z0-9-] after the slash")}});
}

std::string MakeName(absl::string_view collection, absl::string_view id) {
  return id.empty() ? std::string() : absl::StrCat(collection, "/", id);
}

}  // namespace isnad::facts
