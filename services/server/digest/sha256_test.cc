#include "services/server/digest/sha256.h"

#include <string>

#include "gtest/gtest.h"

namespace isnad::server {
namespace {

TEST(Sha256Test, PublishedVectors) {
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(Sha256Hex(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256Test, PiecesMakeTheSameDigest) {
  Sha256 digest;
  for (int i = 0; i < 200; ++i) digest.Update("abc");
  std::string whole;
  for (int i = 0; i < 200; ++i) whole += "abc";
  EXPECT_EQ(digest.FinishHex(), Sha256Hex(whole));
}

}  // namespace
}  // namespace isnad::server
