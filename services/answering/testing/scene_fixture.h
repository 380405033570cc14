// Tests that ask one question of a scene.

#ifndef ISNAD_SERVICES_ANSWERING_TESTING_SCENE_FIXTURE_H_
#define ISNAD_SERVICES_ANSWERING_TESTING_SCENE_FIXTURE_H_

#include <gtest/gtest.h>

#include "isnad/v1/answer_service.pb.h"
#include "services/answering/domain/answerer_limits.h"
#include "services/answering/testing/scene.h"

namespace isnad::answering {

// Scenes are too small to weigh answers by: they show what the rules make of them.
AnswererLimits RulesAlone();

class SceneFixture : public testing::Test {
 protected:
  // The answer to the question as the scene reads it; a failure of the call fails the test.
  isnad::v1::AskResponse Answer();

  Scene scene_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_TESTING_SCENE_FIXTURE_H_
