#include "services/ingestion/decode/charset_converter.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

#include <memory>

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxCharsetNameBytes = 64;
constexpr size_t kChunkUnits = 16 * 1024;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterPtr = std::unique_ptr<UConverter, CloseConverter>;

bool IsPlainTextEncoding(const UConverter* converter) {
  switch (ucnv_getType(converter)) {
    case UCNV_SBCS:
    case UCNV_DBCS:
    case UCNV_MBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII:
    case UCNV_UTF8:
    case UCNV_UTF16:
    case UCNV_UTF16_BigEndian:
    case UCNV_UTF16_LittleEndian:
    case UCNV_UTF32:
    case UCNV_UTF32_BigEndian:
    case UCNV_UTF32_LittleEndian:
      return true;
    default:
      return false;
  }
}

// EBCDIC charsets give letters to the byte that is a space in ASCII.
bool ReadsSpaceAsSpace(UConverter* converter) {
  if (ucnv_getMinCharSize(converter) > 1) return true;
  const char space[] = " ";
  const char* source = space;
  UErrorCode error = U_ZERO_ERROR;
  const UChar32 read = ucnv_getNextUChar(converter, &source, space + 1, &error);
  ucnv_reset(converter);
  return U_SUCCESS(error) && read == ' ';
}

ConverterPtr OpenConverter(absl::string_view charset) {
  if (charset.empty() || charset.size() > kMaxCharsetNameBytes) return nullptr;
  const std::string name(charset);
  UErrorCode error = U_ZERO_ERROR;
  ConverterPtr converter(ucnv_open(name.c_str(), &error));
  if (U_FAILURE(error) || converter == nullptr) return nullptr;
  if (!IsPlainTextEncoding(converter.get()) || !ReadsSpaceAsSpace(converter.get())) return nullptr;
  return converter;
}

// Counts what the substitution that follows replaces.
void U_CALLCONV CountAndSubstitute(const void* context, UConverterToUnicodeArgs* args,
                                   const char* units, int32_t length,
                                   UConverterCallbackReason reason, UErrorCode* error) {
  if (reason <= UCNV_IRREGULAR) {
    auto* conversion = static_cast<Conversion*>(const_cast<void*>(context));
    ++conversion->invalid_sequences;
    conversion->invalid_bytes += static_cast<size_t>(length);
    constexpr UChar kReplacement = 0xFFFD;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &kReplacement, 1, 0, error);
    return;
  }
  UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, args, units, length, reason, error);
}

}  // namespace

absl::optional<std::string> CanonicalCharset(absl::string_view charset) {
  const ConverterPtr converter = OpenConverter(charset);
  if (converter == nullptr) return absl::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  const char* internal = ucnv_getName(converter.get(), &error);
  if (U_FAILURE(error)) return absl::nullopt;
  const char* mime = ucnv_getStandardName(internal, "MIME", &error);
  if (U_SUCCESS(error) && mime != nullptr) return std::string(mime);
  error = U_ZERO_ERROR;
  const char* iana = ucnv_getStandardName(internal, "IANA", &error);
  if (U_FAILURE(error) || iana == nullptr) return absl::nullopt;
  return std::string(iana);
}

absl::optional<Conversion> ConvertToUtf8(absl::string_view bytes, absl::string_view charset) {
  const ConverterPtr from = OpenConverter(charset);
  UErrorCode error = U_ZERO_ERROR;
  const ConverterPtr to(ucnv_open("UTF-8", &error));
  if (from == nullptr || U_FAILURE(error)) return absl::nullopt;

  Conversion conversion;
  ucnv_setToUCallBack(from.get(), CountAndSubstitute, &conversion, nullptr, nullptr, &error);
  std::unique_ptr<UChar[]> pivot(new UChar[kChunkUnits]);
  UChar* pivot_source = pivot.get();
  UChar* pivot_target = pivot.get();
  std::unique_ptr<char[]> output(new char[kChunkUnits]);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  bool first = true;
  do {
    error = U_ZERO_ERROR;
    char* target = output.get();
    ucnv_convertEx(to.get(), from.get(), &target, output.get() + kChunkUnits, &source, source_end,
                   pivot.get(), &pivot_source, &pivot_target, pivot.get() + kChunkUnits, first,
                   /*flush=*/true, &error);
    conversion.text.append(output.get(), static_cast<size_t>(target - output.get()));
    first = false;
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(error)) return absl::nullopt;
  return conversion;
}

}  // namespace isnad::ingestion
