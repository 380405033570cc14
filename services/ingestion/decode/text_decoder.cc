#include "services/ingestion/decode/text_decoder.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "services/ingestion/decode/charset_converter.h"
#include "services/ingestion/decode/charset_guess.h"
#include "services/ingestion/decode/content_sniffer.h"
#include "services/ingestion/decode/utf8_scan.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

// More than one invalid byte in this many, and the encoding is taken to be wrong.
constexpr size_t kBytesPerInvalidByte = 20;
// Bytes that are mostly well-formed multibyte UTF-8 are UTF-8 with damage.
constexpr size_t kMultibytePerInvalidByte = 9;
constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool TooDamaged(size_t invalid_bytes, size_t bytes) {
  return invalid_bytes * kBytesPerInvalidByte > bytes;
}

absl::Status DamagedError(absl::string_view encoding, size_t invalid_bytes, size_t bytes) {
  return UndecodableTextError(absl::StrCat("is not ", encoding, ": ", invalid_bytes, " of ", bytes,
                                           " bytes have no meaning in it"));
}

DecodedText FromUtf8(absl::string_view bytes, const Utf8Scan& scan) {
  DecodedText decoded;
  decoded.encoding = "UTF-8";
  decoded.replaced_characters = scan.invalid_sequences;
  decoded.text = scan.valid() ? std::string(bytes) : RepairUtf8(bytes);
  return decoded;
}

absl::StatusOr<DecodedText> Convert(absl::string_view bytes, absl::string_view charset) {
  const absl::optional<std::string> name = CanonicalCharset(charset);
  absl::optional<Conversion> conversion = ConvertToUtf8(bytes, charset);
  if (!name.has_value() || !conversion.has_value()) return UnknownCharsetError(charset);
  if (TooDamaged(conversion->invalid_bytes, bytes.size())) {
    return DamagedError(*name, conversion->invalid_bytes, bytes.size());
  }
  DecodedText decoded;
  decoded.text = std::move(conversion->text);
  decoded.encoding = *name;
  decoded.replaced_characters = conversion->invalid_sequences;
  return decoded;
}

absl::StatusOr<DecodedText> DecodeUtf8(absl::string_view bytes) {
  const Utf8Scan scan = ScanUtf8(bytes);
  if (TooDamaged(scan.invalid_bytes, bytes.size())) {
    return DamagedError("UTF-8", scan.invalid_bytes, bytes.size());
  }
  return FromUtf8(bytes, scan);
}

bool IsUtf8Name(absl::string_view charset) {
  const absl::optional<std::string> name = CanonicalCharset(charset);
  return name.has_value() && *name == "UTF-8";
}

// The sender said what the encoding is.
absl::StatusOr<DecodedText> DecodeAsDeclared(absl::string_view bytes, absl::string_view charset) {
  if (!CanonicalCharset(charset).has_value()) return UnknownCharsetError(charset);
  if (IsUtf8Name(charset)) return DecodeUtf8(bytes);
  const Utf8Scan scan = ScanUtf8(bytes);
  if (scan.valid() && scan.multibyte_bytes > 0) {
    return UndecodableTextError(
        absl::StrCat("was declared as ", server::Shorten(charset), " but is well-formed UTF-8"));
  }
  return Convert(bytes, charset);
}

// Latin charsets are what servers declare when nobody set one: no evidence against Arabic bytes.
bool IsLatinDefault(absl::string_view canonical) {
  return absl::EqualsIgnoreCase(canonical, "ISO-8859-1") ||
         absl::EqualsIgnoreCase(canonical, "US-ASCII") ||
         absl::EqualsIgnoreCase(canonical, "windows-1252");
}

// The charset that the page declares, when it may be believed.
absl::optional<std::string> BelievablePageCharset(absl::string_view bytes) {
  const absl::optional<std::string> declared = FindDeclaredCharset(bytes);
  if (!declared.has_value()) return absl::nullopt;
  absl::optional<std::string> name = CanonicalCharset(*declared);
  // A page that could be read as far as its declaration is not in a charset of wider units.
  const bool wide =
      name.has_value() && (absl::StartsWith(*name, "UTF-16") || absl::StartsWith(*name, "UTF-32"));
  if (!name.has_value() || wide || *name == "UTF-8" || IsLatinDefault(*name)) return absl::nullopt;
  return name;
}

// No mark and no word of the sender.
absl::StatusOr<DecodedText> DecodeByEvidence(absl::string_view bytes) {
  if (const auto utf16 = GuessUtf16(bytes)) return Convert(bytes, *utf16);
  const Utf8Scan scan = ScanUtf8(bytes);
  const bool mostly_utf8 = scan.multibyte_bytes >= kMultibytePerInvalidByte * scan.invalid_bytes;
  if (scan.valid() || mostly_utf8) return FromUtf8(bytes, scan);
  if (bytes.find('\0') != absl::string_view::npos) return BinaryContentError("NUL bytes");
  if (const auto declared = BelievablePageCharset(bytes)) return Convert(bytes, *declared);
  if (const auto arabic = GuessArabicCharset(bytes)) return Convert(bytes, *arabic);
  if (const auto foreign = GuessForeignCharset(bytes)) {
    absl::StatusOr<DecodedText> decoded = Convert(bytes, *foreign);
    if (decoded.ok()) return decoded;
  }
  if (!TooDamaged(scan.invalid_bytes, bytes.size())) return FromUtf8(bytes, scan);
  return UndecodableTextError("is text in no encoding that could be found out");
}

absl::StatusOr<DecodedText> DecodeMarked(absl::string_view bytes, absl::string_view charset) {
  if (const auto mark = FindByteOrderMark(bytes)) {
    bytes.remove_prefix(mark->length);
    return mark->charset == "UTF-8" ? DecodeUtf8(bytes) : Convert(bytes, mark->charset);
  }
  return charset.empty() ? DecodeByEvidence(bytes) : DecodeAsDeclared(bytes, charset);
}

}  // namespace

absl::StatusOr<DecodedText> DecodeText(absl::string_view bytes, absl::string_view charset) {
  if (bytes.empty()) return EmptyContentError();
  const absl::string_view format = BinaryFormatOf(bytes);
  if (!format.empty()) return BinaryContentError(absl::StrCat("a ", format, " file"));
  ISNAD_ASSIGN_OR_RETURN(DecodedText decoded, DecodeMarked(bytes, charset));
  if (absl::StartsWith(decoded.text, kByteOrderMark)) {
    decoded.text.erase(0, kByteOrderMark.size());
  }
  if (HoldsBinaryControls(decoded.text)) return BinaryContentError("control characters");
  if (IsBlank(decoded.text)) return EmptyContentError();
  return decoded;
}

}  // namespace isnad::ingestion
