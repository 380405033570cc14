#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/server/clock/fake_clock.h"
#include "services/server/rpc/channel.h"
#include "services/server/rpc/rpc_context.h"
#include "services/server/rpc/service_config.h"
#include "services/server/rpc/trace_context.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::StartsWith;

constexpr char kParent[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

TEST(TraceContextTest, AChildStaysInItsTraceUnderASpanOfItsOwn) {
  const std::string child = MakeChildTraceparent(kParent);
  EXPECT_THAT(child, MatchesRegex("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01"));
  EXPECT_NE(child, kParent);
  EXPECT_EQ(TraceId(child), "4bf92f3577b34da6a3ce929d0e0e4736");
}

TEST(TraceContextTest, AMalformedParentBeginsANewTrace) {
  for (const char* parent : {"", "x", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                             "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                             "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                             "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"}) {
    EXPECT_EQ(TraceId(parent), "") << parent;
    const std::string child = MakeChildTraceparent(parent);
    EXPECT_THAT(child, MatchesRegex("00-[0-9a-f]{32}-[0-9a-f]{16}-00")) << parent;
    EXPECT_EQ(TraceId(child).size(), 32u) << parent;
  }
}

TEST(TraceContextTest, ALaterVersionMayCarryMore) {
  EXPECT_EQ(TraceId("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"),
            "4bf92f3577b34da6a3ce929d0e0e4736");
}

TEST(TraceContextTest, RequestIdsThatWouldForgeLogsAreNotTaken) {
  EXPECT_TRUE(IsAcceptableRequestId("job-17/42"));
  EXPECT_TRUE(IsAcceptableRequestId(MakeRequestId()));
  EXPECT_NE(MakeRequestId(), MakeRequestId());
  EXPECT_FALSE(IsAcceptableRequestId(""));
  EXPECT_FALSE(IsAcceptableRequestId("a b"));
  EXPECT_FALSE(IsAcceptableRequestId("a\nb"));
  EXPECT_FALSE(IsAcceptableRequestId(std::string(129, 'a')));
}

TEST(RpcContextTest, IsAliveUntilItsDeadline) {
  FakeClock clock;
  RpcContext::Options options;
  options.clock = &clock;
  options.deadline = clock.Now() + absl::Seconds(2);
  const RpcContext rpc(options);
  EXPECT_EQ(rpc.Remaining(), absl::Seconds(2));
  EXPECT_TRUE(rpc.CheckAlive().ok());
  clock.Advance(absl::Seconds(3));
  EXPECT_EQ(rpc.Remaining(), absl::ZeroDuration());
  EXPECT_EQ(rpc.CheckAlive().code(), absl::StatusCode::kDeadlineExceeded);
}

TEST(RpcContextTest, EndsWhenTheCallerHangsUpOrTheServerDrains) {
  bool cancelled = false;
  bool must_stop = false;
  RpcContext::Options options;
  options.is_cancelled = [&] { return cancelled; };
  options.must_stop = [&] { return must_stop; };
  const RpcContext rpc(options);
  EXPECT_TRUE(rpc.CheckAlive().ok());
  must_stop = true;
  EXPECT_EQ(rpc.CheckAlive().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ErrorReason(rpc.CheckAlive()), "SERVER_DRAINING");
  cancelled = true;
  EXPECT_TRUE(rpc.IsCancelled());
  EXPECT_EQ(rpc.CheckAlive().code(), absl::StatusCode::kCancelled);
}

TEST(RpcContextTest, WithoutACallerItLivesForever) {
  const RpcContext rpc(RpcContext::Options{});
  EXPECT_TRUE(rpc.CheckAlive().ok());
  EXPECT_EQ(rpc.Remaining(), absl::InfiniteDuration());
  EXPECT_FALSE(rpc.IsDraining());
}

TEST(ServiceConfigTest, EveryServiceHasAPolicyThatGrpcReads) {
  for (const char* service :
       {"isnad.v1.AnswerService", "isnad.v1.ExtractionService", "isnad.v1.FactService",
        "isnad.v1.IngestionService", "isnad.v1.ServerInfoService"}) {
    const absl::string_view config = ServiceConfigFor(service);
    EXPECT_THAT(std::string(config), StartsWith("{")) << service;
    EXPECT_THAT(std::string(config), HasSubstr(service));
    const auto channel = DialService("127.0.0.1:1", config);
    EXPECT_TRUE(channel.ok()) << service << ": " << channel.status();
  }
  EXPECT_EQ(ServiceConfigFor("isnad.v1.Nothing"), "");
}

TEST(ChannelTest, RefusesWhatGrpcCannotUse) {
  EXPECT_EQ(DialService("", "").status().code(), absl::StatusCode::kInvalidArgument);
  const absl::Status status = DialService("127.0.0.1:1", "{\"methodConfig\": 3}").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr("service_config"));
}

}  // namespace
}  // namespace isnad::server
