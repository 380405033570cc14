#include "services/matching/spelling_distance.h"

#include <string>

#include "absl/status/status.h"
#include "gtest/gtest.h"
#include "services/matching/letter_costs.h"
#include "services/matching/spelling.h"

namespace isnad::matching {
namespace {

std::string Letters(absl::string_view word) {
  const Spelling spelling = Spell(word);
  std::string names;
  for (char letter : spelling.letters) {
    names.append(std::string(LetterName(spelling.script, letter)));
  }
  return names;
}

SpellingMatch Match(absl::string_view a, absl::string_view b) {
  const SpellingDistance distance(LetterCosts::Embedded());
  return distance.Compare(distance.Prepare(Spell(a)), distance.Prepare(Spell(b)));
}

TEST(SpellingTest, FoldsWhatWritersVary) {
  EXPECT_EQ(Letters("أحمدُ"), "احمد");
  EXPECT_EQ(Letters("رؤى"), "روي");
  EXPECT_EQ(Letters("فاطمة"), "فاطمه");
  EXPECT_EQ(Letters("گوهر"), "غوهر");
  EXPECT_EQ(Letters("چين"), "تشين");
  EXPECT_EQ(Letters("مـــحمد"), "محمد");
  EXPECT_EQ(Letters("\uFEFB\uFEE3\uFECA"), "لامع");
}

TEST(SpellingTest, WritesDiacriticsAsEnglishPapersDo) {
  EXPECT_EQ(Letters("Milošević"), "miloshevich");
  EXPECT_EQ(Letters("Nguyễn"), "nguyen");
  EXPECT_EQ(Letters("André"), "andreh");
  EXPECT_EQ(Letters("Łukasz"), "lukasz");
  EXPECT_EQ(Letters("Straße"), "strasse");
}

TEST(SpellingTest, SurvivesAnyBytes) {
  for (absl::string_view bytes : {"", "\xFF\xFE", "\xD8", "12 3", "\xF0\x9F\x98\x80", "\xE2\x80"}) {
    EXPECT_TRUE(Spell(bytes).empty());
  }
  EXPECT_EQ(Spell(std::string(1000, 'b')).letters.size(), kLongestWord);
  EXPECT_GE(Match(std::string(1000, 'b'), std::string(1000, 'b')).evidence, 0);
}

TEST(LetterCostsTest, RefusesLinesThatAreNoSteps) {
  EXPECT_TRUE(LetterCosts::Parse("# a comment\n\nlatin-arabic\tsh\tش\t0.1\n").ok());
  for (absl::string_view bad :
       {"latin-arabic\tsh\tش", "latin-arabic\tsh\tش\tcheap", "greek\tsh\tش\t1",
        "latin-arabic\tش\tsh\t1", "latin-arabic\t-\t-\t1", "latin-arabic\tschw\tش\t1",
        "next-latin\t-\ta\t1", "latin-arabic\tab\t-\t1"}) {
    EXPECT_TRUE(absl::IsInvalidArgument(LetterCosts::Parse(bad).status())) << bad;
  }
}

TEST(LetterCostsTest, LearnedWhatLettersStandForEachOther) {
  const StepCosts& steps = LetterCosts::Embedded().Between(Script::kLatin, Script::kArabic);
  const auto cost = [&steps](absl::string_view latin, absl::string_view arabic) {
    bool ok = false;
    const LetterGroup left = PackGroup(ParseLetters(Script::kLatin, latin, &ok));
    const LetterGroup right = PackGroup(ParseLetters(Script::kArabic, arabic, &ok));
    return steps.From(steps.LeftNumber(left))[steps.RightNumber(right)];
  };
  EXPECT_LT(cost("sh", "ش"), 1.5);
  EXPECT_LT(cost("kh", "خ"), 1.5);
  EXPECT_LT(cost("ch", "تش"), 2);
  EXPECT_LT(cost("x", "كس"), 1.5);
  EXPECT_LT(cost("g", "غ"), 2);
  EXPECT_LT(cost("g", "ج"), 2);
  EXPECT_GT(cost("m", "ك"), 5);
}

TEST(SpellingDistanceTest, IsZeroForTheSameWordAndOneForUnrelatedOnes) {
  for (absl::string_view word : {"زوكربيرغ", "Zuckerberg", "لي", "Li", "x"}) {
    EXPECT_EQ(Match(word, word).distance, 0) << word;
  }
  EXPECT_EQ(Match("زوكربيرغ", "Pichai").distance, 1);
  EXPECT_EQ(Match("ميتا", "مينا").distance, 1);
  EXPECT_EQ(Match("Steve", "Sam").distance, 1);
}

TEST(SpellingDistanceTest, IsSymmetric) {
  for (const auto& pair : {std::pair<absl::string_view, absl::string_view>("وانغ", "Wang"),
                           {"وانغ", "وانج"},
                           {"Mohammed", "Muhammad"}}) {
    EXPECT_NEAR(Match(pair.first, pair.second).evidence, Match(pair.second, pair.first).evidence,
                0.25);
  }
}

TEST(SpellingDistanceTest, LongNamesGiveMoreEvidenceThanShortOnes) {
  EXPECT_GT(Match("زوكربيرغ", "Zuckerberg").evidence, Match("لي", "Li").evidence + 5);
}

TEST(SpellingDistanceTest, PrefersTheRenderingToItsNeighbours) {
  EXPECT_LT(Match("Wang", "وانغ").distance, Match("Wang", "تشانغ").distance);
  EXPECT_LT(Match("Tang", "تانغ").distance, Match("Tan", "تانغ").distance);
  EXPECT_GT(Match("Musk", "ماسك").evidence, Match("Musk", "موسى").evidence);
}

TEST(SpellingDistanceTest, InitialsFitWordsThatMayBeginWithThem) {
  const SpellingDistance distance(LetterCosts::Embedded());
  EXPECT_TRUE(distance.MayBegin(Spell("S"), Spell("سام")));
  EXPECT_TRUE(distance.MayBegin(Spell("س"), Spell("Sam")));
  EXPECT_TRUE(distance.MayBegin(Spell("J"), Spell("جون")));
  EXPECT_FALSE(distance.MayBegin(Spell("B"), Spell("سام")));
  EXPECT_FALSE(distance.MayBegin(Spell(""), Spell("سام")));
}

}  // namespace
}  // namespace isnad::matching
