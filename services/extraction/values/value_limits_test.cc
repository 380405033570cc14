// Texts that are made to hurt: no input may take more than linear time, recurse by its length or
// leave the calendar. Each is large enough that quadratic work would not come to an end within the
// time limit of a test.

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "services/extraction/values/tagged_text.h"
#include "services/extraction/values/value_reader.h"
#include "services/extraction/values/value_tagger.h"

namespace isnad::extraction {
namespace {

constexpr CivilDate kToday = {2025, 11, 21};
constexpr size_t kTaggedBytes = 1 << 18;
constexpr size_t kReadBytes = 1 << 14;

std::string Repeat(absl::string_view piece, size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text.append(piece.data(), piece.size());
  return text;
}

// Every value lies in the text and they do not overlap.
void ExpectSound(const Analysis& analysis) {
  int end = 0;
  for (const ValueMention& value : analysis.values) {
    ASSERT_GE(value.range.begin, end);
    ASSERT_GT(value.range.end, value.range.begin);
    end = value.range.end;
  }
  ASSERT_LE(end, static_cast<int>(analysis.text.size()));
}

void Tag(const std::string& text) {
  static const auto& tagger = *new std::unique_ptr<ValueTagger>(ValueTagger::Create().value());
  Analysis analysis = Tokenised(text, kToday);
  tagger->Tag(&analysis);
  ExpectSound(analysis);
}

void Read(const std::string& text) {
  static const auto& reader = *new std::unique_ptr<ValueReader>(ValueReader::Create().value());
  const Analysis analysis = Tokenised(text, kToday);
  reader->Numbers(analysis);
  reader->Ordinals(analysis);
  reader->Ranges(analysis);
  reader->Percentages(analysis);
  reader->Dates(analysis);
  reader->Lengths(analysis);
}

void TagAndRead(absl::string_view piece) {
  SCOPED_TRACE(piece);
  Tag(Repeat(piece, kTaggedBytes));
  Read(Repeat(piece, kReadBytes));
}

void TagAndReadOnce(const std::string& text) {
  SCOPED_TRACE(text);
  Tag(text);
  Read(text);
}

TEST(ValueLimits, LongRunsOfDigits) {
  TagAndRead("9");
  TagAndRead("1 234 ");
  TagAndRead("1,234");
  TagAndRead("1/2-3.4:");
  TagAndRead("2^-");
  TagAndRead("1-");
  TagAndRead("1 - ");
  TagAndRead("3 إلى ");
}

TEST(ValueLimits, EndlessNumberWords) {
  TagAndRead("وخمسة ");
  TagAndRead("ومليون ");
  TagAndRead("مليون ");
  TagAndRead("مئات الآلاف ");
  TagAndRead("خمسة و مئة و ألف و ");
  TagAndRead("ونصف ");
  TagAndRead("فاصلة صفر ");
}

TEST(ValueLimits, EndlessRangesAndDates) {
  TagAndRead("من 1 إلى 2 إلى ");
  TagAndRead("بين ");
  TagAndRead("يناير/");
  TagAndRead("قبل سنة و");
  TagAndRead("الأسبوع الماضي يوم ");
  TagAndRead("منذ منتصف نهاية ");
}

TEST(ValueLimits, LengthsThatLeaveTheCalendar) {
  for (absl::string_view amount : {"99999999999999999999", "2147483648", "1e300", "مليار مليار"}) {
    for (absl::string_view unit : {"يوم", "سنة", "قرن", "عقد", "ساعة"}) {
      TagAndReadOnce(absl::StrCat("قبل ", amount, " ", unit));
      TagAndReadOnce(absl::StrCat("منذ ", amount, " ", unit));
      TagAndReadOnce(absl::StrCat("سيبدأ بعد ", amount, " ", unit));
      TagAndReadOnce(absl::StrCat("آخر ", amount, " ", unit));
      TagAndReadOnce(absl::StrCat(amount, " ", unit, " من الآن"));
    }
  }
  TagAndReadOnce("عام 99999 هـ و0/0/0000 و31/2/2020 و1445/13/45");
  TagAndReadOnce("30 فبراير 2020 والأسبوع الأخير من 2100");
}

}  // namespace
}  // namespace isnad::extraction
