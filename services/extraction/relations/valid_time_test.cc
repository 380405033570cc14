// What facts say of when they hold: relative times against the day of publication.

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "gtest/gtest.h"
#include "services/extraction/pipeline/analyzer.h"

namespace isnad::extraction {
namespace {

std::string Day(const absl::optional<CivilDate>& date) {
  if (!date) return "";
  return absl::StrFormat("%04d-%02d-%02d", date->year, date->month, date->day);
}

std::string Written(const absl::optional<DateInterval>& interval) {
  if (!interval) return "none";
  static constexpr const char* kPrecisions[] = {"day",  "week", "month", "quarter",
                                                "half", "year", "decade"};
  static constexpr const char* kBases[] = {"stated", "publication", "assumed"};
  return absl::StrCat(Day(interval->start), "/", Day(interval->end), " ",
                      kPrecisions[static_cast<int>(interval->precision)], " ",
                      kBases[static_cast<int>(interval->basis)]);
}

struct Case {
  const char* text;
  const char* type;
  const char* interval;
};

// Published on Monday, 1 September 2025.
TEST(ValidTime, RelativeTimesBecomeIntervalsWithPrecisionAndBasis) {
  const auto analyzer = Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded());
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  AnalyzeOptions options;
  options.reference_date = CivilDate{2025, 9, 1};
  const Case cases[] = {
      {"غادر جون ميلر شركة إنتل الأسبوع الماضي.", "LEFT", "2025-08-25/2025-09-01 week publication"},
      {"استقال جون ميلر من شركة إنتل الأربعاء.", "LEFT", "2025-08-27/2025-08-28 day publication"},
      {"غادر جون ميلر شركة إنتل أمس.", "LEFT", "2025-08-31/2025-09-01 day publication"},
      {"أطلقت غوغل نموذج جيميني في أبريل الماضي.", "RELEASED",
       "2025-04-01/2025-05-01 month publication"},
      {"طرحت آبل هاتف آيفون منتصف العام الجاري.", "RELEASED",
       "2025-05-01/2025-09-01 half publication"},
      {"ستفتتح إنتل مصنعا في أوهايو بعد شهرين.", "BUILDS_FACILITY",
       "2025-11-01/2025-12-01 month publication"},
      {"تعتزم تسلا إطلاق سيارة سايبركاب نهاية هذا العام.", "PLANS_RELEASE",
       "2025-09-01/2026-01-01 half publication"},
      {"تتعاون إنفيديا مع شركة نوكيا منذ بداية عام 2023.", "PARTNERED_WITH",
       "2023-01-01/ half stated"},
      {"استحوذت سيسكو على شركة سبلنك قبل عامين.", "ACQUIRED",
       "2023-01-01/2024-01-01 year publication"},
      {"أرجأت تسلا إطلاق سيارة سايبركاب إلى الربع الأول من العام المقبل.", "DELAYED",
       "2026-01-01/2026-04-01 quarter publication"},
  };
  for (const Case& expected : cases) {
    const auto analysis = (*analyzer)->Analyze(expected.text, options);
    ASSERT_TRUE(analysis.ok()) << analysis.status();
    std::string intervals;
    for (const FactRecord& fact : (*analyzer)->ExtractFacts(*analysis)) {
      if (fact.type == expected.type) intervals = Written(fact.valid_interval);
    }
    EXPECT_EQ(intervals, expected.interval) << expected.text;
  }
}

// Without a day of publication nothing is made up.
TEST(ValidTime, RelativeTimesStayOpenWithoutADayOfPublication) {
  const auto analyzer = Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded());
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  const auto analysis = (*analyzer)->Analyze("غادر جون ميلر شركة إنتل الأسبوع الماضي.", {});
  ASSERT_TRUE(analysis.ok()) << analysis.status();
  const auto facts = (*analyzer)->ExtractFacts(*analysis);
  ASSERT_FALSE(facts.empty());
  EXPECT_EQ(Written(facts.front().valid_interval), "none");
}

}  // namespace
}  // namespace isnad::extraction
