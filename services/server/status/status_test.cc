#include "absl/status/status.h"

#include <string>
#include <vector>

#include "absl/strings/cord.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"
#include "services/server/status/status_macros.h"

namespace isnad::server {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

// The detail of a type among those of a message.
template <typename Detail>
Detail DetailOf(const google::rpc::Status& status) {
  Detail detail;
  int found = 0;
  for (const auto& any : status.details()) {
    if (any.Is<Detail>() && any.UnpackTo(&detail)) ++found;
  }
  EXPECT_EQ(found, 1) << detail.GetTypeName();
  return detail;
}

TEST(ErrorDetailsTest, AnErrorNamesItsReason) {
  const absl::Status status =
      MakeError(absl::StatusCode::kAborted, "etag differs", "ETAG_MISMATCH", {{"name", "facts/1"}});
  EXPECT_EQ(status.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(status.message(), "etag differs");
  EXPECT_EQ(ErrorReason(status), "ETAG_MISMATCH");
  const auto info = DetailOf<google::rpc::ErrorInfo>(ToRpcStatus(status));
  EXPECT_EQ(info.domain(), "isnad.dev");
  EXPECT_EQ(info.metadata().at("name"), "facts/1");
  EXPECT_EQ(ErrorReason(absl::NotFoundError("x")), "");
}

TEST(ErrorDetailsTest, AllInvalidFieldsAreListed) {
  const absl::Status status = InvalidFields({{"page_size", "-1 is negative"}, {"filter", "bad"}});
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message(), "page_size: -1 is negative; filter: bad");
  EXPECT_EQ(ErrorReason(status), "INVALID_FIELD");
  const std::vector<FieldViolation> violations = FieldViolations(status);
  ASSERT_THAT(violations, SizeIs(2));
  EXPECT_EQ(violations[1].field, "filter");
  EXPECT_EQ(violations[1].description, "bad");
}

TEST(ErrorDetailsTest, NotFoundNamesTheResource) {
  const absl::Status status = NotFound("isnad.dev/Fact", "facts/7");
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ErrorReason(status), "RESOURCE_NOT_FOUND");
  const auto info = DetailOf<google::rpc::ResourceInfo>(ToRpcStatus(status));
  EXPECT_EQ(info.resource_type(), "isnad.dev/Fact");
  EXPECT_EQ(info.resource_name(), "facts/7");
}

TEST(ErrorDetailsTest, RetryInfoKeepsWhatTheErrorHad) {
  const absl::Status status =
      WithRetryInfo(MakeError(absl::StatusCode::kResourceExhausted, "full", "QUEUE_FULL"),
                    absl::Milliseconds(2500));
  EXPECT_EQ(RetryDelay(status), absl::Milliseconds(2500));
  EXPECT_EQ(ErrorReason(status), "QUEUE_FULL");
  EXPECT_TRUE(WithRetryInfo(absl::OkStatus(), absl::Seconds(1)).ok());
  EXPECT_EQ(RetryDelay(absl::NotFoundError("")), absl::InfiniteDuration());
}

TEST(ShortenTest, CutsOnCharacterBoundaries) {
  EXPECT_EQ(Shorten("abc", 3), "abc");
  EXPECT_EQ(Shorten("abcdefgh", 6), "abc...");
  // Each letter takes two bytes; 3 are left for the mark.
  EXPECT_EQ(Shorten("\u0643\u062a\u0627\u0628\u0629", 8), "\u0643\u062a...");
  EXPECT_EQ(Shorten("abcdefgh", 2), "");
  EXPECT_EQ(Shorten("", 10), "");
}

TEST(ShortenTest, MakesAnyBytesPrintable) {
  EXPECT_EQ(Shorten("a\nb\x7F"), "a b ");
  EXPECT_EQ(Shorten("\xFF\xC3"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  // A surrogate and an overlong form are no characters.
  EXPECT_EQ(Shorten("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(Shorten("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(Shorten("\xF0\x9F\x98\x80"), "\xF0\x9F\x98\x80");
}

TEST(GrpcStatusTest, DetailsSurviveTheWire) {
  const absl::Status sent = WithRetryInfo(InvalidFields({{"a", "b"}}), absl::Seconds(3));
  const grpc::Status wire = ToGrpcStatus(sent);
  EXPECT_EQ(wire.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(wire.error_message(), "a: b");
  EXPECT_EQ(FromGrpcStatus(wire), sent);
  EXPECT_TRUE(FromGrpcStatus(ToGrpcStatus(absl::OkStatus())).ok());
}

TEST(GrpcStatusTest, AStatusWithoutDetailsStaysPlain) {
  const absl::Status plain = FromGrpcStatus(grpc::Status(grpc::StatusCode::UNAVAILABLE, "gone"));
  EXPECT_EQ(plain, absl::UnavailableError("gone"));
  EXPECT_EQ(ToGrpcStatus(plain).error_details(), "");
  EXPECT_EQ(FromGrpcStatus(grpc::Status(grpc::StatusCode::UNAVAILABLE, "gone", "\xFFgarbage")),
            plain);
}

TEST(GrpcStatusTest, HostileFieldsDoNotOverflowTheTrailers) {
  std::vector<FieldViolation> violations(
      1000, FieldViolation{std::string(5000, 'f'), std::string(5000, 'd')});
  const absl::Status status = InvalidFields(violations);
  const grpc::Status wire = ToGrpcStatus(status);
  EXPECT_LT(wire.error_message().size() + wire.error_details().size(), 6000u);
  EXPECT_EQ(ErrorReason(FromGrpcStatus(wire)), "INVALID_FIELD");
  EXPECT_THAT(std::string(status.message()), HasSubstr("and 976 more"));
}

TEST(GrpcStatusTest, AnUnknownCodeIsUnknown) {
  google::rpc::Status message;
  message.set_code(99);
  EXPECT_EQ(FromRpcStatus(message).code(), absl::StatusCode::kUnknown);
}

absl::StatusOr<int> Half(int number) {
  if (number % 2 != 0) return absl::InvalidArgumentError("odd");
  return number / 2;
}

absl::StatusOr<int> Quarter(int number) {
  ISNAD_ASSIGN_OR_RETURN(const int half, Half(number));
  ISNAD_ASSIGN_OR_RETURN(int quarter, Half(half));
  return quarter;
}

absl::Status CheckEven(int number) {
  ISNAD_RETURN_IF_ERROR(Half(number).status());
  return absl::NotFoundError("reached the end");
}

TEST(StatusMacrosTest, FailuresReturnAtOnce) {
  EXPECT_EQ(*Quarter(8), 2);
  EXPECT_EQ(Quarter(6).status().message(), "odd");
  EXPECT_EQ(CheckEven(1).message(), "odd");
  EXPECT_EQ(CheckEven(2).message(), "reached the end");
}

}  // namespace
}  // namespace isnad::server
