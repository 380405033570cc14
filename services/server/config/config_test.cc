#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/server/config/config_test.pb.h"
#include "services/server/config/edit_distance.h"
#include "services/server/config/load_config.h"
#include "services/server/config/server_config.pb.h"
#include "services/server/config/server_defaults.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

using config_test::ShopConfig;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class LoadConfigTest : public ::testing::Test {
 protected:
  void TearDown() override {
    for (const std::string& name : variables_) unsetenv(name.c_str());
  }

  void SetVariable(const std::string& name, const std::string& value) {
    setenv(name.c_str(), value.c_str(), 1);
    variables_.push_back(name);
  }

  // Writes a configuration file and returns its path.
  std::string File(const std::string& text) {
    const std::string path = ::testing::TempDir() + "/shop.textproto";
    std::ofstream(path) << text;
    return path;
  }

  absl::StatusOr<ConfigAction> Load(std::vector<std::string> flags) {
    std::vector<const char*> argv = {"shop"};
    for (const std::string& flag : flags) argv.push_back(flag.c_str());
    return LoadConfig(static_cast<int>(argv.size()), argv.data(), "SHOP", &config_);
  }

  // The message of the error that loading ends with.
  std::string ErrorOf(std::vector<std::string> flags) {
    const absl::StatusOr<ConfigAction> action = Load(std::move(flags));
    EXPECT_FALSE(action.ok());
    return std::string(action.status().message());
  }

  ShopConfig config_;
  std::vector<std::string> variables_;
};

TEST_F(LoadConfigTest, LaterSourcesWin) {
  config_.set_title("built in");
  config_.set_discount(0.5);
  const std::string path =
      File("title: 'file' shelves: 3 size: SIZE_LARGE server { address: 'f:1' max_threads: 9 }");
  SetVariable("SHOP_SERVER_ADDRESS", "env:2");
  SetVariable("SHOP_SHELVES", "4");
  ASSERT_TRUE(Load({"--config=" + path, "--shelves=5", "--open"}).ok());
  EXPECT_EQ(config_.title(), "file");
  EXPECT_EQ(config_.discount(), 0.5);
  EXPECT_EQ(config_.size(), ShopConfig::SIZE_LARGE);
  EXPECT_EQ(config_.server().address(), "env:2");
  EXPECT_EQ(config_.server().max_threads(), 9);
  EXPECT_EQ(config_.shelves(), 5u);
  EXPECT_TRUE(config_.open());
}

TEST_F(LoadConfigTest, ValuesMayFollowTheirFlag) {
  ASSERT_TRUE(Load({"--server.address", "a:1", "--open=false", "--discount", "-0.25"}).ok());
  EXPECT_EQ(config_.server().address(), "a:1");
  EXPECT_EQ(config_.discount(), -0.25);
  EXPECT_FALSE(config_.open());
}

TEST_F(LoadConfigTest, ListsReplaceTheEarlierSource) {
  const std::string path = File("goods: 'ink' goods: 'paper'");
  SetVariable("SHOP_GOODS", "tea, salt,");
  ASSERT_TRUE(Load({"--config", path}).ok());
  EXPECT_THAT(config_.goods(), ElementsAre("tea", "salt"));
  ASSERT_TRUE(Load({"--goods=one", "--goods=two,three"}).ok());
  EXPECT_THAT(config_.goods(), ElementsAre("one", "two,three"));
}

TEST_F(LoadConfigTest, AnUnknownFieldOfTheFileIsAnErrorWithItsLine) {
  const std::string path = File("title: 'x'\n\nserver {\n  adress: 'y'\n}\n");
  EXPECT_THAT(ErrorOf({"--config=" + path}), AllOf(HasSubstr(path + ":4:"), HasSubstr("adress")));
}

TEST_F(LoadConfigTest, AMissingFileIsAnError) {
  EXPECT_THAT(ErrorOf({"--config=/nowhere/shop.textproto"}), HasSubstr("/nowhere/shop.textproto"));
}

TEST_F(LoadConfigTest, AnUnknownFlagIsAnErrorWithASuggestion) {
  EXPECT_THAT(ErrorOf({"--titel=x"}), AllOf(HasSubstr("--titel"), HasSubstr("mean --title?")));
  EXPECT_THAT(ErrorOf({"--max_threads=2"}), HasSubstr("mean --server.max_threads?"));
  EXPECT_THAT(ErrorOf({"--qqqqqqqqqqqqqq=2"}), Not(HasSubstr("did you mean")));
  EXPECT_THAT(ErrorOf({"title"}), HasSubstr("unexpected argument \"title\""));
  EXPECT_THAT(ErrorOf({"--title"}), HasSubstr("needs a value"));
}

TEST_F(LoadConfigTest, AValueThatDoesNotFitNamesItsSource) {
  EXPECT_THAT(ErrorOf({"--shelves=many"}), AllOf(HasSubstr("--shelves"), HasSubstr("\"many\"")));
  EXPECT_THAT(ErrorOf({"--shelves=-1"}), HasSubstr("non-negative integer"));
  EXPECT_THAT(ErrorOf({"--server.max_threads=99999999999"}), HasSubstr("integer"));
  EXPECT_THAT(ErrorOf({"--size=HUGE"}), HasSubstr("SIZE_UNSPECIFIED|SIZE_LARGE"));
  SetVariable("SHOP_OPEN", "perhaps");
  EXPECT_THAT(ErrorOf({}), AllOf(HasSubstr("SHOP_OPEN"), HasSubstr("true|false")));
}

TEST_F(LoadConfigTest, HelpListsTheFieldsAndNothingIsLoaded) {
  testing::internal::CaptureStdout();
  const absl::StatusOr<ConfigAction> action = Load({"--help", "--title=x"});
  const std::string help = testing::internal::GetCapturedStdout();
  ASSERT_TRUE(action.ok());
  EXPECT_EQ(*action, ConfigAction::kExit);
  EXPECT_EQ(config_.title(), "");
  EXPECT_THAT(help, HasSubstr("--title=<text>\n      Name over the door."));
  EXPECT_THAT(help, HasSubstr("--goods=<text> (repeatable)"));
  EXPECT_THAT(help, HasSubstr("SHOP_SERVER_MAX_SEND_BYTES"));
  EXPECT_THAT(help, Not(HasSubstr("others")));
}

TEST(NearestNameTest, MeasuresEdits) {
  EXPECT_EQ(EditDistance("", "abc"), 3);
  EXPECT_EQ(EditDistance("address", "adress"), 1);
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3);
  EXPECT_EQ(NearestName("adress", {"title", "address"}), "address");
  EXPECT_EQ(NearestName("zzzzzz", {"title", "address"}), "");
}

TEST(ServerDefaultsTest, EmptyFieldsAreFilledAndOthersKept) {
  config::ServerConfig config;
  config.set_max_send_bytes(77);
  config.set_drain_pause_ms(-1);
  const absl::StatusOr<config::ServerConfig> complete = CompleteServerConfig(config);
  ASSERT_TRUE(complete.ok()) << complete.status();
  EXPECT_EQ(complete->max_send_bytes(), 77);
  EXPECT_EQ(complete->drain_pause_ms(), -1);
  EXPECT_EQ(complete->address(), "127.0.0.1:8080");
  EXPECT_EQ(complete->max_threads(), 256 + 64 + 16);
  EXPECT_EQ(complete->admin_address(), "");
}

TEST(ServerDefaultsTest, EveryFieldAtFaultIsListed) {
  config::ServerConfig config;
  config.set_max_send_bytes(-5);
  config.set_drain_deadline_ms(1ll << 40);
  config.set_log_level("loud");
  config.set_address("localhost");
  const absl::Status status = CompleteServerConfig(config).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  std::vector<std::string> fields;
  for (const FieldViolation& violation : FieldViolations(status)) fields.push_back(violation.field);
  EXPECT_THAT(fields, ElementsAre("max_send_bytes", "drain_deadline_ms", "address", "log_level"));
}

TEST(ServerDefaultsTest, EveryNumberHasADefault) {
  const absl::StatusOr<config::ServerConfig> complete = CompleteServerConfig({});
  ASSERT_TRUE(complete.ok());
  const auto* type = complete->GetDescriptor();
  for (int i = 0; i < type->field_count(); ++i) {
    if (type->field(i)->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING) continue;
    EXPECT_TRUE(complete->GetReflection()->HasField(*complete, type->field(i)))
        << type->field(i)->name();
  }
}

}  // namespace
}  // namespace isnad::server
