#include "services/facts/engines/open_fact_store.h"

#include <string>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::facts {
namespace {

absl::Status Open(const std::string& name) {
  server::FakeClock clock;
  OpenOptions options;
  options.name = name;
  return OpenFactStore(options, &clock).status();
}

TEST(OpenFactStoreTest, NamesOfNoEngineSayWhatWouldBeRight) {
  for (const char* name : {"", "sqlite:", "mysql://h/d", "/tmp/facts.db", "postgresql:x"}) {
    const absl::Status status = Open(name);
    EXPECT_TRUE(absl::IsInvalidArgument(status)) << name << status;
    EXPECT_TRUE(absl::StrContains(status.message(), "store")) << status;
    EXPECT_TRUE(absl::StrContains(status.message(), "sqlite:PATH")) << status;
  }
}

TEST(OpenFactStoreTest, UnreadableAddressesAreNamedWithoutPassword) {
  const absl::Status status = Open("postgresql://reader:hunter2@[::1/facts");
  EXPECT_TRUE(absl::IsInvalidArgument(status)) << status;
  EXPECT_TRUE(absl::StrContains(status.message(), "reader:***@[::1")) << status;
  EXPECT_FALSE(absl::StrContains(status.message(), "hunter2")) << status;
}

TEST(OpenFactStoreTest, ServersThatDoNotAnswerAreNamedWithTheFlag) {
  const absl::Status status = Open("postgresql://reader:hunter2@127.0.0.1:1/facts");
  EXPECT_TRUE(absl::IsUnavailable(status)) << status;
  EXPECT_TRUE(absl::StrContains(status.message(), "--store")) << status;
  EXPECT_TRUE(absl::StrContains(status.message(), "127.0.0.1:1/facts")) << status;
  EXPECT_FALSE(absl::StrContains(status.message(), "hunter2")) << status;
}

}  // namespace
}  // namespace isnad::facts
