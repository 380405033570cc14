#include "services/answering/testing/scene_fixture.h"

#include "services/answering/domain/answerer.h"
#include "services/server/clock/clock.h"

namespace isnad::answering {

AnswererLimits RulesAlone() {
  AnswererLimits limits;
  limits.rules_alone = true;
  return limits;
}

isnad::v1::AskResponse SceneFixture::Answer() {
  const server::RpcContext rpc({});
  const Answerer answerer(&scene_, &scene_, server::SystemClock(), RulesAlone());
  Ask ask;
  ask.question = "?";
  auto response = answerer.Answer(rpc, ask);
  EXPECT_TRUE(response.ok()) << response.status();
  return response.ok() ? *response : isnad::v1::AskResponse();
}

}  // namespace isnad::answering
