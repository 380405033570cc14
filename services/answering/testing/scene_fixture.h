// Tests that ask one question of a scene.

#ifndef ISNAD_SERVICES_ANSWERING_TESTING_SCENE_FIXTURE_H_
#define ISNAD_SERVICES_ANSWERING_TESTING_SCENE_FIXTURE_H_

#include <gtest/gtest.h>

#include "isnad/v1/answer_service.pb.h"
#include "services/answering/testing/scene.h"

namespace isnad::answering {

class SceneFixture : public testing::Test {
 protected:
  // The answer to the question as the scene reads it; a failure of the call fails the test.
  isnad::v1::AskResponse Answer();

  Scene scene_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_TESTING_SCENE_FIXTURE_H_
