#include "clients/cli/display_width.h"

#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

TEST(DisplayWidth, CountsLettersAndNotMarks) {
  EXPECT_EQ(DisplayWidth("Meta"), 4);
  EXPECT_EQ(DisplayWidth("ميتا"), 4);
  EXPECT_EQ(DisplayWidth("م\u064Eيتا"), 4);
  EXPECT_EQ(DisplayWidth("\u200Fميتا"), 4);
  EXPECT_EQ(DisplayWidth("元"), 2);
}

TEST(DisplayWidth, SurvivesBrokenBytes) { EXPECT_EQ(DisplayWidth("a\xD9"), 2); }

TEST(FitToWidth, CutsAtCharactersAndShowsIt) {
  EXPECT_EQ(FitToWidth("ميتا", 4), "ميتا");
  EXPECT_EQ(FitToWidth("ميتا بلاتفورمز", 5), "ميتا…");
  EXPECT_EQ(FitToWidth("a\nb", 10), "a b");
}

}  // namespace
}  // namespace isnad::cli
