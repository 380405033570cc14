#include "clients/cli/judging/variant_match.h"

#include "clients/cli/judging/answer_folding.h"
#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

bool Holds(absl::string_view text, absl::string_view variant) {
  return HoldsVariant(FoldAnswer(text), variant);
}

TEST(HoldsVariant, ComparesFoldedSpellings) {
  EXPECT_TRUE(Holds("ترأسها «رنا الأحمد» منذ مارس.", "رنا الاحمد"));
  EXPECT_TRUE(Holds("It was founded by JOSÉ Alba.", "Jose Alba"));
  EXPECT_FALSE(Holds("ترأسها رنا الأحمد.", "رنا حمدان"));
}

TEST(HoldsVariant, LetsLettersGoOnAtTheEnds) {
  EXPECT_TRUE(Holds("انتقل لبيروت", "بيروت"));
  EXPECT_TRUE(Holds("in Cairo's port", "cairo"));
}

TEST(HoldsVariant, EndsNumbersAtDigits) {
  EXPECT_TRUE(Holds("نحو ٦٠٠ موظف", "600"));
  EXPECT_TRUE(Holds("It cut 600.", "600"));
  EXPECT_TRUE(Holds("12,600 posts", "12600"));
  EXPECT_FALSE(Holds("1600 posts", "600"));
  EXPECT_FALSE(Holds("6000 posts", "600"));
  EXPECT_FALSE(Holds("0.600 grams", "600"));
  EXPECT_FALSE(Holds("14.35 billion", "14.3"));
  EXPECT_FALSE(Holds("600.5 grams", "600"));
}

TEST(HoldsVariant, FindsALaterPlaceThatIsRight) {
  EXPECT_TRUE(Holds("1600 earlier, 600 now", "600"));
}

TEST(HoldsVariant, TakesABareScaleForOne) {
  EXPECT_TRUE(Holds("بلغت مليار دولار", "مليار دولار"));
  EXPECT_FALSE(Holds("بلغت 14 مليار دولار", "مليار دولار"));
  EXPECT_FALSE(Holds("600 ألف", "ألف"));
  EXPECT_FALSE(Holds("worth $5 billion", "billion"));
  EXPECT_TRUE(Holds("بلغت 14 مليار دولار", "14 مليار"));
}

TEST(HoldsVariant, FindsNothingNowhere) {
  EXPECT_FALSE(Holds("a", ""));
  EXPECT_FALSE(Holds("a", "«»"));
  EXPECT_FALSE(Holds("", "a"));
}

TEST(HoldsAny, NeedsOne) {
  EXPECT_TRUE(HoldsAny("in july 2025", {"تموز", "July"}));
  EXPECT_FALSE(HoldsAny("in july 2025", {"تموز", "June"}));
  EXPECT_FALSE(HoldsAny("in july 2025", {}));
}

}  // namespace
}  // namespace isnad::cli
