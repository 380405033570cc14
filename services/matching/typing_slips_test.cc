#include "services/matching/typing_slips.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace isnad::matching {
namespace {

bool Undoes(Slip slip, absl::string_view typed, absl::string_view meant) {
  const std::vector<std::string> before = BeforeSlip(typed, slip);
  return std::find(before.begin(), before.end(), meant) != before.end();
}

TEST(TypingSlipsTest, UndoesEachKind) {
  EXPECT_TRUE(Undoes(Slip::kExchanged, "facotry", "factory"));
  EXPECT_TRUE(Undoes(Slip::kExchanged, "afctory", "factory"));
  EXPECT_TRUE(Undoes(Slip::kDoubled, "facttory", "factory"));
  EXPECT_TRUE(Undoes(Slip::kKeyBeside, "factoty", "factory"));
  EXPECT_TRUE(Undoes(Slip::kAdded, "fachtory", "factory"));
  EXPECT_TRUE(Undoes(Slip::kOmitted, "facory", "factory"));
  EXPECT_TRUE(Undoes(Slip::kOmitted, "factor", "factory"));
}

TEST(TypingSlipsTest, KnowsArabicLettersAndKeys) {
  EXPECT_TRUE(Undoes(Slip::kExchanged, "مصعن", "مصنع"));
  EXPECT_TRUE(Undoes(Slip::kKeyBeside, "مصنغ", "مصنع"));
  EXPECT_TRUE(Undoes(Slip::kKeyBeside, "برهكس", "بروكس"));
  EXPECT_TRUE(Undoes(Slip::kOmitted, "مصع", "مصنع"));
  EXPECT_FALSE(Undoes(Slip::kKeyBeside, "مصنش", "مصنع"));
}

TEST(TypingSlipsTest, KeepsWordsApartAndFirstLettersRight) {
  EXPECT_TRUE(Undoes(Slip::kDoubled, "lena kraamer", "lena kramer"));
  EXPECT_FALSE(Undoes(Slip::kAdded, "lena kramer", "lenakramer"));
  EXPECT_FALSE(Undoes(Slip::kKeyBeside, "gactory", "factory"));
}

TEST(TypingSlipsTest, DigitsAreRight) {
  EXPECT_TRUE(Undoes(Slip::kExchanged, "falocn 9", "falcon 9"));
  EXPECT_TRUE(Undoes(Slip::kOmitted, "صقر-9 بس", "صقر-9 بلس"));
  EXPECT_FALSE(Undoes(Slip::kExchanged, "a302", "a320"));
  EXPECT_FALSE(Undoes(Slip::kAdded, "a3200", "a320"));
}

TEST(TypingSlipsTest, LeavesOtherTextAlone) {
  EXPECT_TRUE(BeforeSlip("", Slip::kAdded).empty());
  EXPECT_TRUE(BeforeSlip("A320neo", Slip::kAdded).empty());
  EXPECT_TRUE(BeforeSlip("مصنع x", Slip::kOmitted).empty());
}

}  // namespace
}  // namespace isnad::matching
