#include "clients/cli/analysis_view.h"

#include <sstream>

#include "clients/cli/terminal.h"
#include "clients/cli/value_view.h"
#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kIsolate[] = "\xE2\x81\xA8";  // U+2068 FIRST STRONG ISOLATE

template <class P>
P Parse(const char* text) {
  P message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

v1::AnalyzeTextResponse Sample() {
  return Parse<v1::AnalyzeTextResponse>(R"pb(
    language_code: "ar"
    passages {
      ordinal: 0
      kind: PASSAGE_KIND_BODY
      span { begin: 0 end: 40 quote: "وغادرت سلمى" }
    }
    tokens {
      span { begin: 0 end: 12 quote: "وغادرت" }
      base: "غادرت"
      lemma: "غادر"
      part_of_speech: PART_OF_SPEECH_VERB
      shape: SHAPE_ARABIC
      score: 0.97
      clitics { form: "و" position: POSITION_PROCLITIC }
      features { gender: GENDER_FEMININE person: PERSON_THIRD }
    }
    tokens {
      span { begin: 13 end: 21 quote: "سلمى" }
      base: "سلمي"
      part_of_speech: PART_OF_SPEECH_PROPN
      shape: SHAPE_ARABIC
      score: 1
    }
    mentions {
      span { begin: 13 end: 21 quote: "سلمى" }
      kind: KIND_NAME
      entity: "e1"
      confidence: 0.8
      rule: "learned"
    }
    entities { id: "e1" type: ENTITY_TYPE_PERSON label_ar: "سلمى" }
  )pb");
}

std::string Print(const Terminal& terminal, const AnalysisViewOptions& options = {}) {
  std::ostringstream out;
  PrintAnalysis(Sample(), options, terminal, out);
  return out.str();
}

TEST(AnalysisViewTest, WordsShowCliticsFeaturesAndScore) {
  const std::string text = Print(Terminal());
  EXPECT_THAT(text, HasSubstr("و+"));
  EXPECT_THAT(text, HasSubstr("third feminine"));
  EXPECT_THAT(text, HasSubstr("0.97"));
}

TEST(AnalysisViewTest, NamesShowTypeRuleAndConfidence) {
  const std::string text = Print(Terminal());
  EXPECT_THAT(text, HasSubstr("person"));
  EXPECT_THAT(text, HasSubstr("learned"));
  EXPECT_THAT(text, HasSubstr("0.80"));
}

TEST(AnalysisViewTest, APipeGetsNoMarksOfDirectionOrColour) {
  const std::string text = Print(Terminal());
  EXPECT_THAT(text, Not(HasSubstr(kIsolate)));
  EXPECT_THAT(text, Not(HasSubstr("\x1B")));
}

TEST(AnalysisViewTest, ABidirectionalTerminalGetsIsolatedCells) {
  Terminal terminal;
  terminal.interactive = terminal.bidirectional = true;
  EXPECT_THAT(Print(terminal), HasSubstr(kIsolate));
}

TEST(AnalysisViewTest, WordsCanBeLeftOut) {
  AnalysisViewOptions options;
  options.words = false;
  EXPECT_THAT(Print(Terminal(), options), Not(HasSubstr("LEMMA")));
}

TEST(TerminalTest, OnlyTerminalsThatReorderArabicAreBidirectional) {
  const auto vte = [](const std::string& name) {
    return std::string(name == "VTE_VERSION" ? "7203" : "");
  };
  const auto none = [](const std::string&) { return std::string(); };
  EXPECT_TRUE(DescribeTerminal(true, vte).bidirectional);
  EXPECT_FALSE(DescribeTerminal(false, vte).bidirectional);
  EXPECT_FALSE(DescribeTerminal(true, none).bidirectional);
}

TEST(TerminalTest, NoColorIsRespected) {
  const auto no_color = [](const std::string& name) {
    return std::string(name == "NO_COLOR" ? "1" : "");
  };
  EXPECT_FALSE(DescribeTerminal(true, no_color).colors);
}

TEST(ValueViewTest, MoneyShowsBoundAndCurrency) {
  EXPECT_EQ(DescribeValue(Parse<v1::Value>(
                "money { amount: 14300000000 currency_code: 'USD' bound: BOUND_AT_LEAST }")),
            "at least 14300000000 USD");
}

TEST(ValueViewTest, APeriodShowsItsLastDay) {
  EXPECT_EQ(DescribeValue(Parse<v1::Value>(R"pb(
              date {
                start_date { year: 2025 month: 2 day: 1 }
                end_date { year: 2025 month: 3 day: 1 }
                precision: DATE_PRECISION_MONTH
              })pb")),
            "2025-02-01 to 2025-02-28 (month)");
}

TEST(ValueViewTest, AnUnresolvedDateSaysSo) {
  EXPECT_THAT(DescribeValue(Parse<v1::Value>("date { precision: DATE_PRECISION_DAY }")),
              HasSubstr("unknown day"));
}

}  // namespace
}  // namespace isnad::cli
