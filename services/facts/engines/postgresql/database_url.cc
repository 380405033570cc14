#include "services/facts/engines/postgresql/database_url.h"

#include <postgresql/libpq-fe.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace isnad::facts::postgresql {
namespace {

constexpr char kHidden[] = "***";

// Hides the values of `name=VALUE` parameters.
std::string HideParameter(std::string url, absl::string_view name) {
  const std::string key = absl::StrCat(name, "=");
  for (size_t at = url.find(key); at != std::string::npos; at = url.find(key, at)) {
    const size_t begin = at + key.size();
    const size_t end = std::min(url.find('&', begin), url.size());
    const bool is_parameter = at > 0 && (url[at - 1] == '?' || url[at - 1] == '&');
    if (is_parameter) url.replace(begin, end - begin, kHidden);
    at = begin;
  }
  return url;
}

}  // namespace

bool IsDatabaseUrl(absl::string_view name) {
  return absl::StartsWith(name, "postgresql://") || absl::StartsWith(name, "postgres://");
}

std::string WithoutPassword(absl::string_view url) {
  std::string shown(url);
  const size_t scheme = shown.find("://");
  if (scheme != std::string::npos) {
    const size_t begin = scheme + 3;
    // A password that was not escaped may hold "/", "?" and "@"; rather hide too much.
    const size_t at = shown.rfind('@');
    const size_t colon = shown.find(':', begin);
    if (at != std::string::npos && colon != std::string::npos && colon < at) {
      shown.replace(colon + 1, at - colon - 1, kHidden);
    }
  }
  return HideParameter(HideParameter(std::move(shown), "password"), "sslpassword");
}

absl::Status CheckDatabaseUrl(const std::string& url) {
  char* error = nullptr;
  PQconninfoOption* options = PQconninfoParse(url.c_str(), &error);
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> owned_options(options,
                                                                                   &PQconninfoFree);
  const std::unique_ptr<char, decltype(&PQfreemem)> owned_error(error, &PQfreemem);
  if (options != nullptr) return absl::OkStatus();
  // libpq quotes what it could not read, which may be the password, so its words are not shown.
  return absl::InvalidArgumentError(
      absl::StrCat("\"", WithoutPassword(url),
                   "\" is no address of a PostgreSQL database; write "
                   "postgresql://USER@HOST:PORT/DATABASE, with %XX for special characters"));
}

}  // namespace isnad::facts::postgresql
