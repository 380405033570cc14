#include "services/facts/engines/sql/term_codec.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace isnad::facts::sql {

std::string EncodeTerm(absl::string_view term) {
  std::string encoded;
  encoded.reserve(term.size());
  for (const char c : term) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || absl::ascii_isdigit(byte) || absl::ascii_islower(byte)) {
      encoded.push_back(c);
      continue;
    }
    // U+E000 + byte, in UTF-8.
    encoded.push_back('\xee');
    encoded.push_back(static_cast<char>(0x80 | (byte >> 6)));
    encoded.push_back(static_cast<char>(0x80 | (byte & 0x3f)));
  }
  return encoded;
}

std::string EncodeTerms(const std::vector<std::string>& terms) {
  return absl::StrJoin(
      terms, " ", [](std::string* out, const std::string& term) { out->append(EncodeTerm(term)); });
}

std::vector<std::string> DecodeTerms(const std::string& text) {
  return absl::StrSplit(text, ' ', absl::SkipEmpty());
}

}  // namespace isnad::facts::sql
