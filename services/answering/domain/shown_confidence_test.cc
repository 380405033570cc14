#include "services/answering/domain/shown_confidence.h"

#include <gtest/gtest.h>

namespace isnad::answering {
namespace {

TEST(ShownConfidenceTest, SurerEvidenceIsShownAsSurer) {
  EXPECT_LT(ShownConfidence(0.3, false), ShownConfidence(0.6, false));
  EXPECT_LT(ShownConfidence(0.6, false), ShownConfidence(0.99, false));
}

TEST(ShownConfidenceTest, NothingIsShownAsCertain) {
  EXPECT_LT(ShownConfidence(1.0, false), 0.97);
  EXPECT_EQ(ShownConfidence(0, false), 0);
}

TEST(ShownConfidenceTest, TheLikeliestSentenceIsLessSure) {
  EXPECT_LT(ShownConfidence(0.95, true), ShownConfidence(0.5, false));
}

}  // namespace
}  // namespace isnad::answering
