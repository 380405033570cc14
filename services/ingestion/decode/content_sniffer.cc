#include "services/ingestion/decode/content_sniffer.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "services/ingestion/decode/utf8_scan.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kHtmlPrefixBytes = 4096;
constexpr size_t kCharactersPerControl = 100;

struct Signature {
  absl::string_view bytes;
  size_t offset;
  absl::string_view format;
};

constexpr Signature kSignatures[] = {
    {"%PDF-", 0, "PDF"},
    {"\x89PNG\r\n\x1A\n", 0, "PNG"},
    {"\xFF\xD8\xFF", 0, "JPEG"},
    {"GIF87a", 0, "GIF"},
    {"GIF89a", 0, "GIF"},
    {"PK\x03\x04", 0, "ZIP (or DOCX, EPUB)"},
    {"PK\x05\x06", 0, "ZIP"},
    {"\x1F\x8B", 0, "gzip"},
    {"BZh", 0, "bzip2"},
    {absl::string_view("\xFD\x37zXZ\0", 6), 0, "xz"},
    {"\x28\xB5\x2F\xFD", 0, "zstd"},
    {"7z\xBC\xAF\x27\x1C", 0, "7-Zip"},
    {"Rar!\x1A\x07", 0, "RAR"},
    {"\x7F\x45LF", 0, "ELF"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "Microsoft Office"},
    {"SQLite format 3", 0, "SQLite"},
    {"ftyp", 4, "MP4"},
    {"RIFF", 0, "RIFF (WAV, WebP)"},
    {"ID3\x03", 0, "MP3"},
    {"ID3\x04", 0, "MP3"},
    {"OggS", 0, "Ogg"},
    {"wOF2", 0, "WOFF2"},
};

constexpr absl::string_view kPageStarts[] = {"<!doctype html", "<html", "<head", "<body"};

// Tags that a fragment of a page begins with.
constexpr absl::string_view kFragmentTags[] = {
    "a",      "article", "aside",  "b",       "blockquote", "br",     "center", "div",
    "figure", "font",    "footer", "form",    "h1",         "h2",     "h3",     "h4",
    "header", "hr",      "img",    "link",    "main",       "meta",   "nav",    "ol",
    "p",      "pre",     "script", "section", "span",       "strong", "style",  "table",
    "title",  "ul",      "!--",    "iframe",  "noscript"};

bool MatchesSignature(absl::string_view bytes, const Signature& signature) {
  return bytes.size() >= signature.offset &&
         absl::StartsWith(bytes.substr(signature.offset), signature.bytes);
}

// Returns whether `text` begins with `<name` and the name ends there.
bool BeginsWithTag(absl::string_view text, absl::string_view name) {
  if (text.size() < name.size() + 2 || text[0] != '<') return false;
  if (text.substr(1, name.size()) != name) return false;
  const char next = text[name.size() + 1];
  return name == "!--" || next == '>' || next == '/' || absl::ascii_isspace(next);
}

bool IsControl(unsigned char c) {
  const bool is_space = c >= '\t' && c <= '\r';
  constexpr unsigned char kEscape = 0x1B;
  constexpr unsigned char kDosEndOfFile = 0x1A;
  return (c < 0x20 && !is_space && c != kEscape && c != kDosEndOfFile) || c == 0x7F;
}

bool IsBlankCodePoint(char32_t c) {
  return (c <= 0x7F && absl::ascii_isspace(static_cast<unsigned char>(c))) || c == 0x85 ||
         c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         c == 0x205F || (c >= 0x2060 && c <= 0x2069) || c == 0x3000 || c == 0xFEFF || c == 0x061C;
}

}  // namespace

absl::string_view BinaryFormatOf(absl::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (MatchesSignature(bytes, signature)) return signature.format;
  }
  return "";
}

bool HoldsBinaryControls(absl::string_view text) {
  size_t controls = 0;
  for (const char c : text) {
    if (c == '\0') return true;
    if (IsControl(static_cast<unsigned char>(c))) ++controls;
  }
  return controls > 0 && controls * kCharactersPerControl > text.size();
}

bool LooksLikeHtml(absl::string_view text) {
  const std::string prefix =
      absl::AsciiStrToLower(absl::StripLeadingAsciiWhitespace(text).substr(0, kHtmlPrefixBytes));
  if (prefix.empty() || prefix[0] != '<') return false;
  const auto contains = [&](absl::string_view start) { return absl::StrContains(prefix, start); };
  if (std::any_of(std::begin(kPageStarts), std::end(kPageStarts), contains)) return true;
  return std::any_of(std::begin(kFragmentTags), std::end(kFragmentTags),
                     [&](absl::string_view tag) { return BeginsWithTag(prefix, tag); });
}

bool IsBlank(absl::string_view text) {
  while (!text.empty()) {
    if (!IsBlankCodePoint(TakeCodePoint(&text))) return false;
  }
  return true;
}

}  // namespace isnad::ingestion
