#include "services/ingestion/domain/resource_id.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/server/digest/sha256.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxIdBytes = 64;
constexpr size_t kDerivedDigits = 24;

bool IsIdCharacter(char c) {
  return (c >= 'a' && c <= 'z') || absl::ascii_isdigit(static_cast<unsigned char>(c)) || c == '-';
}

}  // namespace

bool IsResourceId(absl::string_view id) {
  return !id.empty() && id.size() <= kMaxIdBytes &&
         std::all_of(id.begin(), id.end(), IsIdCharacter);
}

absl::optional<std::string> ParseResourceName(absl::string_view name,
                                              absl::string_view collection) {
  const bool prefixed = absl::ConsumePrefix(&name, collection) && absl::ConsumePrefix(&name, "/");
  if (!prefixed || !IsResourceId(name)) return absl::nullopt;
  return std::string(name);
}

std::string DeriveDocumentId(absl::string_view content_hash) {
  return absl::StrCat("d-", content_hash.substr(0, kDerivedDigits));
}

std::string DeriveIngestionId(absl::string_view document_id, absl::string_view content_hash) {
  return absl::StrCat(
      "i-",
      server::Sha256Hex(absl::StrCat(document_id, "\n", content_hash)).substr(0, kDerivedDigits));
}

}  // namespace isnad::ingestion
