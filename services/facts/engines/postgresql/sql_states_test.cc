#include "services/facts/engines/postgresql/sql_states.h"

#include "gtest/gtest.h"

namespace isnad::facts::postgresql {
namespace {

TEST(SqlStatesTest, StatesMeanWhatCallersCanDo) {
  const struct {
    const char* state;
    absl::StatusCode code;
  } kCases[] = {
      {"", absl::StatusCode::kUnavailable},            // the connection is gone
      {"08006", absl::StatusCode::kUnavailable},       // connection failure
      {"57P01", absl::StatusCode::kUnavailable},       // admin shutdown
      {"57P03", absl::StatusCode::kUnavailable},       // cannot connect now
      {"53100", absl::StatusCode::kUnavailable},       // disk full
      {"53300", absl::StatusCode::kUnavailable},       // too many connections
      {"25006", absl::StatusCode::kUnavailable},       // read-only transaction
      {"40001", absl::StatusCode::kAborted},           // serialization failure
      {"40P01", absl::StatusCode::kAborted},           // deadlock
      {"23505", absl::StatusCode::kAborted},           // unique violation
      {"57014", absl::StatusCode::kDeadlineExceeded},  // statement timeout
      {"XX001", absl::StatusCode::kDataLoss},          // data corrupted
      {"XX002", absl::StatusCode::kDataLoss},          // index corrupted
      {"XX000", absl::StatusCode::kInternal},          // internal error
      {"22021", absl::StatusCode::kInvalidArgument},   // character not in repertoire
      {"54000", absl::StatusCode::kInvalidArgument},   // program limit exceeded
      {"42501", absl::StatusCode::kFailedPrecondition},
      {"42P01", absl::StatusCode::kFailedPrecondition},
      {"42601", absl::StatusCode::kInternal},  // syntax error
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(StatusOfState(c.state, "words").code(), c.code) << c.state;
  }
}

TEST(SqlStatesTest, OnlyLostRacesAreWorthRunningAgain) {
  EXPECT_TRUE(LostRace("40001"));
  EXPECT_TRUE(LostRace("40P01"));
  EXPECT_FALSE(LostRace("23505"));
  EXPECT_FALSE(LostRace(""));
}

TEST(SqlStatesTest, MessagesStandOnOneLineWithTheirState) {
  EXPECT_EQ(StatusOfState("53100", "no space\n\tleft \n").message(),
            "the fact store's database answered: no space left (53100)");
}

}  // namespace
}  // namespace isnad::facts::postgresql
