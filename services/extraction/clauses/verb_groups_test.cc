#include "services/extraction/clauses/verb_groups.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

struct Seen {
  std::string words;
  GroupTense tense;
  bool negated;
  bool passive;

  bool operator==(const Seen& other) const {
    return words == other.words && tense == other.tense && negated == other.negated &&
           passive == other.passive;
  }
};

void PrintTo(const Seen& seen, std::ostream* out) {
  *out << seen.words << " tense " << static_cast<int>(seen.tense)
       << (seen.negated ? " negated" : "") << (seen.passive ? " passive" : "");
}

std::vector<Seen> Groups(absl::string_view text) {
  static const Morphology* morphology = Morphology::Create(LexiconFiles::Embedded())->release();
  Analysis analysis;
  analysis.text = std::string(text);
  analysis.language_code = "ar";
  Segmenter().Segment("", &analysis);
  Tokenizer().Tokenize(&analysis);
  morphology->Analyze(&analysis);
  std::vector<Seen> seen;
  for (const VerbGroup& group : VerbGroupsIn(analysis, analysis.passages[0].tokens)) {
    seen.push_back({std::string(analysis.Quote(analysis.BytesOf(group.tokens))), group.tense,
                    group.negated, group.passive});
  }
  return seen;
}

using testing::ElementsAre;

TEST(VerbGroups, ParticlesSetTheTimeAndDeny) {
  EXPECT_THAT(Groups("أعلنت الشركة أرباحها."),
              ElementsAre(Seen{"أعلنت", GroupTense::kPast, false, false}));
  EXPECT_THAT(Groups("لم تعلن الشركة أرباحها."),
              ElementsAre(Seen{"لم تعلن", GroupTense::kPast, true, false}));
  EXPECT_THAT(Groups("ولن تعلن الشركة أرباحها."),
              ElementsAre(Seen{"ولن تعلن", GroupTense::kFuture, true, false}));
  EXPECT_THAT(Groups("وسوف تعلن الشركة أرباحها غدا."),
              ElementsAre(Seen{"وسوف تعلن", GroupTense::kFuture, false, false}));
  EXPECT_THAT(Groups("ستعلن الشركة أرباحها غدا."),
              ElementsAre(Seen{"ستعلن", GroupTense::kFuture, false, false}));
  EXPECT_THAT(Groups("وقد أعلنت الشركة أرباحها."),
              ElementsAre(Seen{"وقد أعلنت", GroupTense::kPast, false, false}));
  EXPECT_THAT(Groups("لا تعلن الشركة أرباحها."),
              ElementsAre(Seen{"لا تعلن", GroupTense::kPresent, true, false}));
}

TEST(VerbGroups, KanaGoesWithTheVerbBehindIt) {
  EXPECT_THAT(Groups("كانت الشركة تخطط لافتتاح فرع."),
              ElementsAre(Seen{"كانت الشركة تخطط", GroupTense::kPastContinuous, false, false}));
  EXPECT_THAT(Groups("كانت الشركة قد أعلنت أرباحها."),
              ElementsAre(Seen{"كانت الشركة قد أعلنت", GroupTense::kPluperfect, false, false}));
}

TEST(VerbGroups, EventNounsBehindTammaAreInThePassive) {
  EXPECT_THAT(Groups("تم تعيين المدير أمس."),
              ElementsAre(Seen{"تم تعيين", GroupTense::kPast, false, true}));
  EXPECT_THAT(Groups("لم يتم تعيين المدير."),
              ElementsAre(Seen{"لم يتم تعيين", GroupTense::kPast, true, true}));
}

TEST(VerbGroups, EachVerbHasItsOwnGroup) {
  EXPECT_THAT(Groups("قال المدير إن البنك لن يغلق فروعه."),
              ElementsAre(Seen{"قال", GroupTense::kPast, false, false},
                          Seen{"لن يغلق", GroupTense::kFuture, true, false}));
  EXPECT_THAT(Groups("الفرع الجديد في المدينة."), ElementsAre());
}

}  // namespace
}  // namespace isnad::extraction
