// Which of the possible answers is given, and what speaks for one.

#include "services/answering/objections/possible_answers.h"

#include <gtest/gtest.h>

#include <vector>

#include "services/answering/objections/answer_weights.h"

namespace isnad::answering {
namespace {

PossibleAnswer Of(PossibleAnswer::Kind kind, double likelihood) {
  PossibleAnswer answer;
  answer.kind = kind;
  answer.likelihood = likelihood;
  return answer;
}

TEST(PossibleAnswersTest, TheLikeliestIsGiven) {
  const std::vector<PossibleAnswer> possible = {Of(PossibleAnswer::Kind::kSpan, 0.3),
                                                Of(PossibleAnswer::Kind::kSentence, 0.45),
                                                Of(PossibleAnswer::Kind::kNone, 0.25)};
  EXPECT_EQ(LikeliestOf(possible), &possible[1]);
}

TEST(PossibleAnswersTest, NoneIsGivenThatIsUnlikely) {
  const std::vector<PossibleAnswer> possible = {Of(PossibleAnswer::Kind::kSpan, 0.3),
                                                Of(PossibleAnswer::Kind::kRuled, 0.2),
                                                Of(PossibleAnswer::Kind::kNone, 0.5)};
  EXPECT_EQ(LikeliestOf(possible), nullptr);
  EXPECT_EQ(LikeliestOf({}), nullptr);
}

// Weights are learned: the tests fix only what must hold of any that are of use.
TEST(AnswerWeightsTest, WhatTheRulesLetPassIsWorthMore) {
  EXPECT_GT(WorthOf({{"x_suffices", 1}}), WorthOf({{"x_names_not_near", 1}}));
  EXPECT_GT(WorthOf({{"s_x_suffices", 1}}), WorthOf({{"s_x_gives_no_cause", 1}}));
}

TEST(AnswerWeightsTest, WhatTheRulesAreSureOfIsWorthMore) {
  EXPECT_GT(WorthOf({{"ruled", 1}, {"ruled_confidence", 1}}), WorthOf({}));
  EXPECT_GT(WorthOf({{"q_none", 1}, {"q_refused", 1}}), WorthOf({{"q_none", 1}}));
}

TEST(AnswerWeightsTest, UnknownTraitsAreWorthNothing) {
  EXPECT_EQ(WorthOf({{"no such trait", 1}}), 0);
}

}  // namespace
}  // namespace isnad::answering
