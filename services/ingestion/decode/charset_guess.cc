#include "services/ingestion/decode/charset_guess.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "services/ingestion/decode/arabic_plausibility.h"
#include "services/ingestion/decode/charset_converter.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kDeclarationPrefixBytes = 4096;
constexpr size_t kSampleBytes = 256 * 1024;
constexpr size_t kUtf16SampleBytes = 64 * 1024;
constexpr double kMinUtf16Share = 0.9;
constexpr int kMinForeignConfidence = 20;

struct Mark {
  absl::string_view bytes;
  absl::string_view charset;
};

// The longer marks first: UTF-32LE begins like UTF-16LE.
constexpr Mark kMarks[] = {
    {absl::string_view("\xFF\xFE\x00\x00", 4), "UTF-32LE"},
    {absl::string_view("\x00\x00\xFE\xFF", 4), "UTF-32BE"},
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
};

constexpr absl::string_view kArabicCharsets[] = {"windows-1256", "ISO-8859-6"};

// Whether the byte is the high half of a UTF-16 unit in Latin, Arabic, general punctuation or
// Arabic presentation forms.
bool IsExpectedHighByte(unsigned char byte) {
  return byte == 0x00 || byte == 0x06 || byte == 0x20 || byte >= 0xFB;
}

// Share of expected high bytes at the positions of `parity`; and whether Arabic or ASCII is there.
struct HighBytes {
  size_t expected = 0;
  size_t telling = 0;
};

HighBytes CountHighBytes(absl::string_view bytes, size_t parity) {
  HighBytes counts;
  for (size_t i = parity; i < bytes.size(); i += 2) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (IsExpectedHighByte(byte)) ++counts.expected;
    if (byte == 0x00 || byte == 0x06) ++counts.telling;
  }
  return counts;
}

bool IsNameCharacter(char c) {
  return absl::ascii_isalnum(c) || absl::StrContains("-_.:+", absl::string_view(&c, 1));
}

// Returns the name that follows `=` in `text`, quoted or not.
absl::optional<std::string> ReadAttributeValue(absl::string_view text) {
  text = absl::StripLeadingAsciiWhitespace(text);
  if (!absl::ConsumePrefix(&text, "=")) return absl::nullopt;
  text = absl::StripLeadingAsciiWhitespace(text);
  if (!text.empty() && (text[0] == '"' || text[0] == '\'')) text.remove_prefix(1);
  text = absl::StripLeadingAsciiWhitespace(text);
  const auto* end = std::find_if_not(text.begin(), text.end(), IsNameCharacter);
  const std::string name(text.begin(), end);
  if (name.empty()) return absl::nullopt;
  return name;
}

// Finds `key=value` inside the first tag that begins with `tag_start` and has it.
absl::optional<std::string> FindInTags(absl::string_view text, absl::string_view tag_start,
                                       absl::string_view key) {
  size_t at = text.find(tag_start);
  for (; at != absl::string_view::npos; at = text.find(tag_start, at + 1)) {
    const absl::string_view rest = text.substr(at);
    const absl::string_view tag = rest.substr(0, rest.find('>'));
    const size_t key_at = tag.find(key);
    if (key_at == absl::string_view::npos) continue;
    absl::optional<std::string> value = ReadAttributeValue(tag.substr(key_at + key.size()));
    if (value.has_value()) return value;
  }
  return absl::nullopt;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

}  // namespace

absl::optional<ByteOrderMark> FindByteOrderMark(absl::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (absl::StartsWith(bytes, mark.bytes)) return ByteOrderMark{mark.charset, mark.bytes.size()};
  }
  return absl::nullopt;
}

absl::optional<absl::string_view> GuessUtf16(absl::string_view bytes) {
  const absl::string_view sample = bytes.substr(0, kUtf16SampleBytes);
  const size_t units = sample.size() / 2;
  if (units < 4) return absl::nullopt;
  const HighBytes even = CountHighBytes(sample.substr(0, units * 2), 0);
  const HighBytes odd = CountHighBytes(sample.substr(0, units * 2), 1);
  const auto minimum = static_cast<size_t>(static_cast<double>(units) * kMinUtf16Share);
  const bool little = odd.expected > minimum && odd.telling * 2 > units;
  const bool big = even.expected > minimum && even.telling * 2 > units;
  if (little && odd.telling > even.telling) return "UTF-16LE";
  if (big && even.telling > odd.telling) return "UTF-16BE";
  return absl::nullopt;
}

absl::optional<std::string> FindDeclaredCharset(absl::string_view bytes) {
  const std::string prefix = absl::AsciiStrToLower(bytes.substr(0, kDeclarationPrefixBytes));
  absl::optional<std::string> found = FindInTags(prefix, "<meta", "charset");
  if (!found.has_value()) found = FindInTags(prefix, "<?xml", "encoding");
  return found;
}

absl::optional<absl::string_view> GuessArabicCharset(absl::string_view bytes) {
  absl::optional<absl::string_view> best;
  double best_score = kPlausibleArabic;
  for (const absl::string_view charset : kArabicCharsets) {
    const absl::optional<Conversion> conversion =
        ConvertToUtf8(bytes.substr(0, kSampleBytes), charset);
    if (!conversion.has_value()) continue;
    const double score = ArabicPlausibility(conversion->text);
    if (score > best_score) {
      best_score = score;
      best = charset;
    }
  }
  return best;
}

absl::optional<std::string> GuessForeignCharset(absl::string_view bytes) {
  const absl::string_view sample = bytes.substr(0, kSampleBytes);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&error));
  if (U_FAILURE(error)) return absl::nullopt;
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return absl::nullopt;
  const int32_t confidence = ucsdet_getConfidence(match, &error);
  const char* name = ucsdet_getName(match, &error);
  if (U_FAILURE(error) || confidence < kMinForeignConfidence) return absl::nullopt;
  return CanonicalCharset(name);
}

}  // namespace isnad::ingestion
