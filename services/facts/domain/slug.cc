#include "services/facts/domain/slug.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/server/digest/sha256.h"

namespace isnad::facts {
namespace {

constexpr size_t kLongestSlug = 48;
constexpr size_t kLongestId = 64;
constexpr size_t kHashDigits = 12;

bool IsAscii(absl::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string Slug(absl::string_view text) {
  std::string slug;
  for (const char c : text) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c))) {
      slug.push_back(absl::ascii_tolower(static_cast<unsigned char>(c)));
    } else if (!slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
    if (slug.size() == kLongestSlug) break;
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::string SlugOrHash(absl::string_view text, absl::string_view prefix) {
  const std::string slug = Slug(text);
  if (!slug.empty() && IsAscii(text)) return slug;
  return absl::StrCat(prefix, server::Sha256Hex(text).substr(0, kHashDigits));
}

bool IsResourceId(absl::string_view id) {
  return !id.empty() && id.size() <= kLongestId && std::all_of(id.begin(), id.end(), [](char c) {
    return absl::ascii_islower(static_cast<unsigned char>(c)) ||
           absl::ascii_isdigit(static_cast<unsigned char>(c)) || c == '-';
  });
}

}  // namespace isnad::facts
