#include "services/server/log/log.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace isnad::server {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::StartsWith;

TEST(LogTest, WritesOneJsonObjectWithTypedFields) {
  ScopedLogCapture capture;
  LogEvent(LogLevel::kInfo, "started", {{"port", 80}, {"name", "x"}, {"ok", true}, {"ms", 1.5}});
  EXPECT_THAT(capture.lines(),
              ElementsAre(AllOf(StartsWith("{\"time\":\"20"),
                                EndsWith("Z\",\"level\":\"info\",\"event\":\"started\",\"port\":80,"
                                         "\"name\":\"x\",\"ok\":true,\"ms\":1.5}"))));
}

TEST(LogTest, LinesBelowTheLevelAreNotWritten) {
  ScopedLogCapture capture;
  LogEvent(LogLevel::kDebug, "hidden");
  SetLogLevel(LogLevel::kDebug);
  LogEvent(LogLevel::kDebug, "shown");
  SetLogLevel(LogLevel::kInfo);
  EXPECT_THAT(capture.lines(), ElementsAre(EndsWith("\"event\":\"shown\"}")));
}

TEST(LogTest, JsonStringEscapesAndRepairs) {
  EXPECT_EQ(JsonString("a\"b\\c\n\x01"), "\"a\\\"b\\\\c\\n\\u0001\"");
  EXPECT_EQ(JsonString("\u062e\u0628\u0631"), "\"\u062e\u0628\u0631\"");
  EXPECT_EQ(JsonString("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
}

TEST(LogTest, LevelNamesAreReadExactly) {
  LogLevel level = LogLevel::kInfo;
  EXPECT_TRUE(ParseLogLevel("error", &level));
  EXPECT_EQ(level, LogLevel::kError);
  EXPECT_FALSE(ParseLogLevel("Error", &level));
}

}  // namespace
}  // namespace isnad::server
