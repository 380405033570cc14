#include "clients/cli/judging/yes_no.h"

#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

TEST(ReadYesNo, ReadsTheFirstWord) {
  EXPECT_EQ(ReadYesNo("نعم، وقّعت العقد"), YesNo::kYes);
  EXPECT_EQ(ReadYesNo("بلى"), YesNo::kYes);
  EXPECT_EQ(ReadYesNo("أجل."), YesNo::kYes);
  EXPECT_EQ(ReadYesNo("Yes!"), YesNo::kYes);
  EXPECT_EQ(ReadYesNo("No, it sold the mill."), YesNo::kNo);
  EXPECT_EQ(ReadYesNo("«لا»، نفت الشركة ذلك"), YesNo::kNo);
  EXPECT_EQ(ReadYesNo("كلّا"), YesNo::kNo);
}

TEST(ReadYesNo, ReadsNoOtherWords) {
  EXPECT_EQ(ReadYesNo("الشركة لا تعلق"), absl::nullopt);
  EXPECT_EQ(ReadYesNo("Nobody"), absl::nullopt);
  EXPECT_EQ(ReadYesNo("لاحقا"), absl::nullopt);
  EXPECT_EQ(ReadYesNo(""), absl::nullopt);
}

}  // namespace
}  // namespace isnad::cli
