#include "services/server/paging/page_token.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/server/paging/checksum.h"
#include "services/server/paging/page_token_test.pb.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

using paging_test::ListThingsRequest;

ListThingsRequest Request(const std::string& filter) {
  ListThingsRequest request;
  request.set_filter(filter);
  return request;
}

TEST(ChecksumTest, AgreesWithTheVectorsOfItsAuthors) {
  // The key is the bytes 00 to 0f, the message the bytes 00 to 0e.
  const ChecksumKey key = {0x0706050403020100u, 0x0f0e0d0c0b0a0908u};
  std::string message;
  for (char c = 0; c < 15; ++c) message += c;
  EXPECT_EQ(Checksum(key, message), 0xa129ca6149be45e5u);
  EXPECT_EQ(Checksum(key, ""), 0x726fdb47dd0e0e31u);
}

TEST(PageTokenTest, ComesBackForTheSameRequest) {
  const std::string fingerprint = RequestFingerprint(Request("a"));
  const std::string position("k\0\xFF", 3);
  const std::string token = MakePageToken(fingerprint, position);
  EXPECT_EQ(*ReadPageToken(token, fingerprint), position);
  EXPECT_EQ(*ReadPageToken(MakePageToken(fingerprint, ""), fingerprint), "");
  EXPECT_EQ(
      token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
      std::string::npos);
}

TEST(PageTokenTest, APageIsPartOfTheSameListing) {
  ListThingsRequest second = Request("a");
  second.set_page_size(7);
  second.set_page_token("t");
  EXPECT_EQ(RequestFingerprint(second), RequestFingerprint(Request("a")));
  EXPECT_NE(RequestFingerprint(Request("b")), RequestFingerprint(Request("a")));
  // Another type with the same bytes is another listing.
  paging_test::ListOthersRequest other;
  other.set_filter("a");
  EXPECT_NE(RequestFingerprint(other), RequestFingerprint(Request("a")));
}

TEST(PageTokenTest, IsRefusedForOtherArguments) {
  const std::string token = MakePageToken(RequestFingerprint(Request("a")), "5");
  const absl::Status status = ReadPageToken(token, RequestFingerprint(Request("b"))).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ErrorReason(status), "INVALID_PAGE_TOKEN");
  ASSERT_EQ(FieldViolations(status).size(), 1u);
  EXPECT_EQ(FieldViolations(status)[0].field, "page_token");
}

TEST(PageTokenTest, AnyAlteredCharacterIsNoticed) {
  const std::string fingerprint = RequestFingerprint(Request("a"));
  const std::string token = MakePageToken(fingerprint, "position 12");
  for (size_t i = 0; i < token.size(); ++i) {
    std::string altered = token;
    altered[i] = altered[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(ReadPageToken(altered, fingerprint).ok()) << i;
    EXPECT_FALSE(ReadPageToken(token.substr(0, i), fingerprint).ok()) << i;
  }
  EXPECT_FALSE(ReadPageToken("", fingerprint).ok());
  EXPECT_FALSE(ReadPageToken("%%%", fingerprint).ok());
}

TEST(PageSizeTest, IsCoercedAndNeverNegative) {
  EXPECT_EQ(*PageSize(0, 50, 1000), 50);
  EXPECT_EQ(*PageSize(3, 50, 1000), 3);
  EXPECT_EQ(*PageSize(100000, 50, 1000), 1000);
  const absl::Status status = PageSize(-1, 50, 1000).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(FieldViolations(status)[0].field, "page_size");
}

}  // namespace
}  // namespace isnad::server
