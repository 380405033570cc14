#include <gtest/gtest.h>

#include <string>

#include "google/protobuf/text_format.h"
#include "services/answering/compose/counted_noun.h"
#include "services/answering/compose/currency_names.h"
#include "services/answering/compose/date_text.h"
#include "services/answering/compose/figure_text.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/compose/unit_nouns.h"
#include "services/answering/compose/value_text.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr Language kAr = Language::kArabic;
constexpr Language kEn = Language::kEnglish;

v1::Value ParseValue(const std::string& text) {
  v1::Value value;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &value)) << text;
  return value;
}

std::string Count(double number, const char* unit, Language language) {
  const NounForms* noun = FindUnitNoun(unit);
  return noun == nullptr ? "" : CountedNoun(number, *noun, language);
}

TEST(FigureText, GroupsThousandsAndDropsTrailingZeros) {
  EXPECT_EQ(FigureText(14.3), "14.3");
  EXPECT_EQ(FigureText(600), "600");
  EXPECT_EQ(FigureText(10000), "10,000");
  EXPECT_EQ(FigureText(1234567), "1,234,567");
  EXPECT_EQ(FigureText(-2.5), "-2.5");
}

TEST(CountedNoun, AgreesInArabic) {
  EXPECT_EQ(Count(1, "EMPLOYEE", kAr), "موظف واحد");
  EXPECT_EQ(Count(2, "EMPLOYEE", kAr), "موظفان");
  EXPECT_EQ(Count(3, "EMPLOYEE", kAr), "3 موظفين");
  EXPECT_EQ(Count(10, "EMPLOYEE", kAr), "10 موظفين");
  EXPECT_EQ(Count(11, "EMPLOYEE", kAr), "11 موظفا");
  EXPECT_EQ(Count(99, "EMPLOYEE", kAr), "99 موظفا");
  EXPECT_EQ(Count(100, "EMPLOYEE", kAr), "100 موظف");
  EXPECT_EQ(Count(600, "EMPLOYEE", kAr), "600 موظف");
  EXPECT_EQ(Count(103, "EMPLOYEE", kAr), "103 موظفين");
  EXPECT_EQ(Count(1, "COMPANY", kAr), "شركة واحدة");
  EXPECT_EQ(Count(2, "COMPANY", kAr), "شركتان");
  EXPECT_EQ(Count(12, "COMPANY", kAr), "12 شركة");
}

TEST(CountedNoun, AgreesInEnglish) {
  EXPECT_EQ(Count(1, "EMPLOYEE", kEn), "1 employee");
  EXPECT_EQ(Count(600, "EMPLOYEE", kEn), "600 employees");
  EXPECT_EQ(Count(2, "COMPANY", kEn), "2 companies");
  EXPECT_EQ(Count(5, "PERSON", kEn), "5 people");
}

TEST(UnitNouns, KnowsPeopleFromThings) {
  EXPECT_TRUE(IsPeopleUnit("LAWYER"));
  EXPECT_FALSE(IsPeopleUnit("COMPANY"));
  EXPECT_FALSE(IsPeopleUnit("NO_SUCH_UNIT"));
  EXPECT_EQ(FindUnitNoun("NO_SUCH_UNIT"), nullptr);
}

TEST(ValueText, WritesMoneyWithScaleAndCurrency) {
  const v1::Value billions =
      ParseValue(R"(money { currency_code: "USD" amount: 14300000000 bound: BOUND_EXACT })");
  EXPECT_EQ(ValueText(billions, kAr), "14.3 مليار دولار");
  EXPECT_EQ(ValueText(billions, kEn), "$14.3 billion");
  const v1::Value euros =
      ParseValue(R"(money { currency_code: "SAR" amount: 3000000 bound: BOUND_ABOUT })");
  EXPECT_EQ(ValueText(euros, kAr), "نحو 3 ملايين ريال سعودي");
  EXPECT_EQ(ValueText(euros, kEn), "about 3 million Saudi riyals");
  const v1::Value two = ParseValue(R"(money { currency_code: "USD" amount: 2000000000 })");
  EXPECT_EQ(ValueText(two, kAr), "مليارا دولار");
  const v1::Value small = ParseValue(R"(money { currency_code: "EGP" amount: 12 })");
  EXPECT_EQ(ValueText(small, kAr), "12 جنيها مصريا");
  const v1::Value unnamed = ParseValue(R"(money { currency_code: "XXX" amount: 5000000 })");
  EXPECT_EQ(ValueText(unnamed, kAr, "٥ ملايين ريال"), "5 ملايين ريال");
  EXPECT_EQ(ValueText(unnamed, kEn, "5 ملايين جنيه"), "5 million pounds");
  EXPECT_EQ(ValueText(unnamed, kAr), "5 ملايين");
}

TEST(ValueText, WritesRangesAndBounds) {
  const v1::Value range = ParseValue(
      R"(money { currency_code: "USD" amount: 60000000 upper_amount: 65000000 bound: BOUND_RANGE })");
  EXPECT_EQ(ValueText(range, kAr), "بين 60 مليون دولار و65 مليون دولار");
  EXPECT_EQ(ValueText(range, kEn), "$60 million to $65 million");
  const v1::Value least =
      ParseValue(R"(quantity { amount: 600 unit_key: "EMPLOYEE" bound: BOUND_AT_LEAST })");
  EXPECT_EQ(ValueText(least, kAr), "ما لا يقل عن 600 موظف");
  EXPECT_EQ(ValueText(least, kEn), "at least 600 employees");
}

TEST(ValueText, WritesPercentagesAndLengths) {
  EXPECT_EQ(ValueText(ParseValue(R"(quantity { amount: 45 unit: "%" })"), kAr), "45%");
  EXPECT_EQ(ValueText(ParseValue(R"(length { amount: 2 unit_key: "MONTH" })"), kAr), "شهران");
  EXPECT_EQ(ValueText(ParseValue(R"(length { amount: 2 unit_key: "MONTH" })"), kEn), "2 months");
  EXPECT_EQ(ValueText(ParseValue(R"(length { amount: 3 unit_key: "YEAR" })"), kAr), "3 أعوام");
}

TEST(DateText, WritesEachPrecision) {
  const std::string day = R"(date { start_date { year: 2025 month: 10 day: 22 }
                                    end_date { year: 2025 month: 10 day: 23 }
                                    precision: DATE_PRECISION_DAY })";
  EXPECT_EQ(ValueText(ParseValue(day), kAr), "22 أكتوبر 2025");
  EXPECT_EQ(ValueText(ParseValue(day), kEn), "22 October 2025");
  const std::string month = R"(date { start_date { year: 2025 month: 7 day: 1 }
                                      end_date { year: 2025 month: 8 day: 1 }
                                      precision: DATE_PRECISION_MONTH })";
  EXPECT_EQ(ValueText(ParseValue(month), kAr), "يوليو 2025");
  const std::string months = R"(date { start_date { year: 2025 month: 4 day: 1 }
                                       end_date { year: 2025 month: 8 day: 1 }
                                       precision: DATE_PRECISION_MONTH })";
  EXPECT_EQ(ValueText(ParseValue(months), kAr), "من أبريل إلى يوليو 2025");
  EXPECT_EQ(ValueText(ParseValue(months), kEn), "April to July 2025");
  const std::string winter = R"(date { start_date { year: 2025 month: 12 day: 1 }
                                       end_date { year: 2026 month: 3 day: 1 }
                                       precision: DATE_PRECISION_MONTH })";
  EXPECT_EQ(ValueText(ParseValue(winter), kEn), "December 2025 to February 2026");
  const std::string years = R"(date { start_date { year: 2019 month: 1 day: 1 }
                                      end_date { year: 2022 month: 1 day: 1 }
                                      precision: DATE_PRECISION_YEAR })";
  EXPECT_EQ(ValueText(ParseValue(years), kAr), "2019-2021");
  const std::string quarter = R"(date { start_date { year: 2024 month: 7 day: 1 }
                                        end_date { year: 2024 month: 10 day: 1 }
                                        precision: DATE_PRECISION_QUARTER })";
  EXPECT_EQ(ValueText(ParseValue(quarter), kAr), "الربع الثالث من 2024");
  EXPECT_EQ(ValueText(ParseValue(quarter), kEn), "the third quarter of 2024");
  const std::string open = R"(date { start_date { year: 2023 month: 1 day: 5 }
                                     precision: DATE_PRECISION_DAY })";
  EXPECT_EQ(ValueText(ParseValue(open), kEn), "from 5 January 2023 on");
}

TEST(TextLength, CountsCharactersNotBytes) {
  EXPECT_EQ(CharacterCount("شركة"), 4u);
  EXPECT_EQ(CutAtWord("شركة كبيرة جدا", 11), "شركة كبيرة");
  EXPECT_EQ(CutAtWord("شركة", 10), "شركة");
  EXPECT_EQ(TrimEnds(" ، قالت الشركة. "), "قالت الشركة");
}

TEST(Phrases, NamesBothScripts) {
  EXPECT_EQ(NameText("أنثروبيك", "Anthropic", "", OtherScript::kShow, kAr), "أنثروبيك (Anthropic)");
  EXPECT_EQ(NameText("أنثروبيك", "Anthropic", "", OtherScript::kShow, kEn), "Anthropic (أنثروبيك)");
  EXPECT_EQ(NameText("", "", "نورة السالم", OtherScript::kShow, kEn), "نورة السالم");
  EXPECT_EQ(NameText("أنثروبيك", "Anthropic", "", OtherScript::kHide, kEn), "Anthropic");
  EXPECT_EQ(Quoted("قال «نعم»"), "«قال \"نعم\"»");
}

TEST(Phrases, RefusesInBothLanguages) {
  EXPECT_NE(RefusalMessage(v1::Refusal::REASON_ENTITY_UNKNOWN, "Zorblax", kEn).find("Zorblax"),
            std::string::npos);
  EXPECT_NE(RefusalMessage(v1::Refusal::REASON_NO_EVIDENCE, "", kAr),
            RefusalMessage(v1::Refusal::REASON_OUT_OF_TIME, "", kAr));
}

}  // namespace
}  // namespace isnad::answering
