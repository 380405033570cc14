#include "services/ingestion/decode/text_decoder.h"

#include <string>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/ingestion/decode/content_sniffer.h"
#include "services/ingestion/decode/utf8_scan.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

constexpr char kText[] =
    "افتتحت بلدية المدينة مكتبة عامة جديدة قرب الميناء القديم، وقال مديرها إن الرفوف تضم آلاف "
    "الكتب.\r\n"
    "وأضاف أن الدخول مجاني للطلاب طوال العام.\n";

// Maps the Arabic letters of `kText` by hand, so that the test does not lean on the converter.
std::string EncodeSingleByte(absl::string_view text, const std::string& letters_0621) {
  std::string bytes;
  while (!text.empty()) {
    const char32_t c = TakeCodePoint(&text);
    if (c < 0x80) {
      bytes.push_back(static_cast<char>(c));
    } else if (c == 0x060C) {
      bytes.push_back(letters_0621.back());
    } else {
      bytes.push_back(letters_0621.at(c - 0x0621));
    }
  }
  return bytes;
}

std::string ToWindows1256(absl::string_view text) {
  std::string table =
      "\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1\xD2\xD3"
      "\xD4\xD5\xD6\xD8\xD9\xDA\xDB?????\xDC\xDD\xDE\xDF\xE1\xE3\xE4\xE5\xE6\xEC\xED";
  return EncodeSingleByte(text, table + "\xA1");
}

std::string ToIso88596(absl::string_view text) {
  std::string table;
  for (int byte = 0xC1; byte <= 0xEA; ++byte) table.push_back(static_cast<char>(byte));
  return EncodeSingleByte(text, table + "\xAC");
}

enum class Order { kLittle, kBig };

std::string ToUtf16(absl::string_view text, Order order) {
  std::string bytes;
  while (!text.empty()) {
    const char32_t c = TakeCodePoint(&text);
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    bytes.push_back(order == Order::kLittle ? low : high);
    bytes.push_back(order == Order::kLittle ? high : low);
  }
  return bytes;
}

std::string ReasonOf(absl::string_view bytes, absl::string_view charset = "") {
  const absl::StatusOr<DecodedText> decoded = DecodeText(bytes, charset);
  if (decoded.ok()) return absl::StrCat("decoded as ", decoded->encoding);
  EXPECT_EQ(decoded.status().code(), absl::StatusCode::kInvalidArgument);
  const auto violations = server::FieldViolations(decoded.status());
  EXPECT_EQ(violations.size(), 1u);
  if (!violations.empty()) {
    const bool about_charset = server::ErrorReason(decoded.status()) == "INVALID_FIELD";
    EXPECT_EQ(violations[0].field, about_charset ? "article.charset" : "article.content");
  }
  return server::ErrorReason(decoded.status());
}

void ExpectDecodes(absl::string_view bytes, absl::string_view charset, absl::string_view encoding) {
  const absl::StatusOr<DecodedText> decoded = DecodeText(bytes, charset);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->text, kText);
  EXPECT_EQ(decoded->encoding, encoding);
  EXPECT_EQ(decoded->replaced_characters, 0u);
}

TEST(TextDecoderTest, Utf8IsKeptByteForByte) { ExpectDecodes(kText, "", "UTF-8"); }

TEST(TextDecoderTest, ByteOrderMarkIsRemovedAndObeyed) {
  ExpectDecodes(absl::StrCat("\xEF\xBB\xBF", kText), "", "UTF-8");
  ExpectDecodes(absl::StrCat("\xFF\xFE", ToUtf16(kText, Order::kLittle)), "", "UTF-16LE");
  ExpectDecodes(absl::StrCat("\xFE\xFF", ToUtf16(kText, Order::kBig)), "", "UTF-16BE");
}

TEST(TextDecoderTest, ByteOrderMarkOutweighsTheSendersWord) {
  ExpectDecodes(absl::StrCat("\xFF\xFE", ToUtf16(kText, Order::kLittle)), "utf-8", "UTF-16LE");
}

TEST(TextDecoderTest, FindsUtf16WithoutMark) {
  ExpectDecodes(ToUtf16(kText, Order::kLittle), "", "UTF-16LE");
  ExpectDecodes(ToUtf16(kText, Order::kBig), "", "UTF-16BE");
}

TEST(TextDecoderTest, FindsArabicCodePages) {
  ExpectDecodes(ToWindows1256(kText), "", "windows-1256");
  ExpectDecodes(ToIso88596(kText), "", "ISO-8859-6");
}

TEST(TextDecoderTest, TellsCodePagesApartInAHeadline) {
  const char headline[] = "وزير المالية يعلن خفض الضرائب";
  EXPECT_EQ(ReasonOf(ToWindows1256(headline)), "decoded as windows-1256");
  EXPECT_EQ(ReasonOf(ToIso88596(headline)), "decoded as ISO-8859-6");
}

TEST(TextDecoderTest, SendersCharsetAndItsAliasesAreObeyed) {
  ExpectDecodes(ToWindows1256(kText), "cp1256", "windows-1256");
  ExpectDecodes(ToIso88596(kText), "arabic", "ISO-8859-6");
  ExpectDecodes(ToUtf16(kText, Order::kBig), "UTF-16BE", "UTF-16BE");
}

TEST(TextDecoderTest, PageDeclarationIsRead) {
  const std::string page = absl::StrCat(
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1256'>"
      "</head><body>",
      ToWindows1256("خبر"), "</body></html>");
  const absl::StatusOr<DecodedText> decoded = DecodeText(page, "");
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->encoding, "windows-1256");
  EXPECT_TRUE(absl::StrContains(decoded->text, "خبر"));
}

TEST(TextDecoderTest, PageThatLiesAboutUtf8IsReadByItsBytes) {
  const std::string wrong_utf8 =
      absl::StrCat("<meta charset=\"utf-8\"><p>", ToWindows1256(kText), "</p>");
  EXPECT_EQ(ReasonOf(wrong_utf8), "decoded as windows-1256");
  const std::string wrong_1256 = absl::StrCat("<meta charset=windows-1256><p>", kText, "</p>");
  EXPECT_EQ(ReasonOf(wrong_1256), "decoded as UTF-8");
  const std::string latin_default =
      absl::StrCat("<meta charset=iso-8859-1><p>", ToWindows1256(kText), "</p>");
  EXPECT_EQ(ReasonOf(latin_default), "decoded as windows-1256");
}

TEST(TextDecoderTest, FewBadBytesAreReplacedAndCounted) {
  std::string bytes = kText;
  bytes.insert(0, "\xC3");   // a lead byte without its second
  bytes.append("\xD9");      // cut in the middle of a letter
  bytes.append("\xE2\x80");  // cut in the middle of a quotation mark
  for (const char* charset : {"", "utf-8"}) {
    const absl::StatusOr<DecodedText> decoded = DecodeText(bytes, charset);
    ASSERT_TRUE(decoded.ok()) << decoded.status();
    EXPECT_EQ(decoded->encoding, "UTF-8");
    EXPECT_EQ(decoded->replaced_characters, 3u);
    EXPECT_EQ(decoded->text, absl::StrCat("\uFFFD", kText, "\uFFFD\uFFFD"));
  }
}

TEST(TextDecoderTest, OverlongFormsAndSurrogatesAreReplaced) {
  const absl::StatusOr<DecodedText> decoded =
      DecodeText(absl::StrCat(kText, "\xC0\xAF", "\xED\xA0\x80"), "");
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->replaced_characters, 5u);
}

TEST(TextDecoderTest, UnpairedSurrogatesOfUtf16AreCounted) {
  std::string bytes = absl::StrCat("\xFF\xFE", ToUtf16(kText, Order::kLittle));
  bytes.append("\x00\xD8", 2);
  const absl::StatusOr<DecodedText> decoded = DecodeText(bytes, "");
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->text, absl::StrCat(kText, "\uFFFD"));
  EXPECT_EQ(decoded->replaced_characters, 1u);
}

TEST(TextDecoderTest, MostlyInvalidBytesAreRefused) {
  EXPECT_EQ(ReasonOf(ToWindows1256(kText), "utf-8"), "UNDECODABLE_TEXT");
  EXPECT_EQ(ReasonOf(kText, "windows-1256"), "UNDECODABLE_TEXT");
  EXPECT_EQ(ReasonOf(absl::StrCat("\xEF\xBB\xBF", ToWindows1256(kText))), "UNDECODABLE_TEXT");
}

TEST(TextDecoderTest, UnknownCharsetIsNamed) {
  EXPECT_EQ(ReasonOf(kText, "klingon-8"), "INVALID_FIELD");
  EXPECT_EQ(ReasonOf(kText, "UTF-7"), "INVALID_FIELD");
  EXPECT_EQ(ReasonOf(kText, "ibm-37"), "INVALID_FIELD");
  EXPECT_EQ(ReasonOf(kText, std::string(5000, 'x')), "INVALID_FIELD");
}

TEST(TextDecoderTest, BinaryIsRefused) {
  EXPECT_EQ(ReasonOf("%PDF-1.7 xyz"), "BINARY_CONTENT");
  EXPECT_EQ(ReasonOf("\x89PNG\r\n\x1A\n...."), "BINARY_CONTENT");
  EXPECT_EQ(ReasonOf("PK\x03\x04zzzz"), "BINARY_CONTENT");
  EXPECT_EQ(ReasonOf(absl::string_view("\x7F\x45LF\x02\x01\x01\0\0", 9)), "BINARY_CONTENT");
  EXPECT_EQ(ReasonOf(absl::StrCat(kText, absl::string_view("\0", 1))), "BINARY_CONTENT");
  EXPECT_EQ(ReasonOf("\x01\x02\x03\x04 abc \x05\x06"), "BINARY_CONTENT");
  EXPECT_EQ(ReasonOf(absl::string_view("\xC7\0\xE1\x80\x99\xFE\0\x01", 8)), "BINARY_CONTENT");
}

TEST(TextDecoderTest, EmptyAndBlankAreRefused) {
  EXPECT_EQ(ReasonOf(""), "EMPTY_CONTENT");
  EXPECT_EQ(ReasonOf(" \r\n\t "), "EMPTY_CONTENT");
  EXPECT_EQ(ReasonOf("\u00A0\u200F\u3000"), "EMPTY_CONTENT");
  EXPECT_EQ(ReasonOf("\xEF\xBB\xBF"), "EMPTY_CONTENT");
  EXPECT_EQ(ReasonOf("\xFF\xFE"), "EMPTY_CONTENT");
}

TEST(TextDecoderTest, OtherScriptsAreDecodedNotMistakenForArabic) {
  EXPECT_EQ(ReasonOf("L'\xE9t\xE9 dernier, la ville a \xE9t\xE9 tr\xE8s anim\xE9"
                     "e; les "
                     "h\xF4tels \xE9taient pleins et les rues bond\xE9"
                     "es."),
            "decoded as ISO-8859-1");
}

TEST(ContentSnifferTest, KnowsPagesAndFragmentsFromText) {
  EXPECT_TRUE(LooksLikeHtml("  <!DOCTYPE html><html>"));
  EXPECT_TRUE(LooksLikeHtml("<?xml version='1.0'?>\n<html xmlns='x'>"));
  EXPECT_TRUE(LooksLikeHtml("<p>نص"));
  EXPECT_TRUE(LooksLikeHtml("<DIV class='a'>نص"));
  EXPECT_FALSE(LooksLikeHtml("نص عن وسم <html> في الويب"));
  EXPECT_FALSE(LooksLikeHtml("<خبر عاجل>"));
  EXPECT_FALSE(LooksLikeHtml("<pseudo> not a tag"));
  EXPECT_FALSE(LooksLikeHtml(""));
}

TEST(ContentSnifferTest, ToleratesAFewControlCharacters) {
  EXPECT_FALSE(HoldsBinaryControls(std::string(500, 'a') + "\x0C\x1B\x02"));
  EXPECT_TRUE(HoldsBinaryControls("a\x02"));
}

}  // namespace
}  // namespace isnad::ingestion
