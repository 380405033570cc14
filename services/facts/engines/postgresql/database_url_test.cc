#include "services/facts/engines/postgresql/database_url.h"

#include "gtest/gtest.h"

namespace isnad::facts::postgresql {
namespace {

TEST(DatabaseUrlTest, BothSchemesAreKnown) {
  EXPECT_TRUE(IsDatabaseUrl("postgresql://h/d"));
  EXPECT_TRUE(IsDatabaseUrl("postgres://h/d"));
  EXPECT_FALSE(IsDatabaseUrl("sqlite:postgresql://"));
  EXPECT_FALSE(IsDatabaseUrl("postgresql:d"));
}

TEST(DatabaseUrlTest, PasswordsAreTakenOutWhereverTheyStand) {
  EXPECT_EQ(WithoutPassword("postgresql://u:pw@h:5432/d?x=y"), "postgresql://u:***@h:5432/d?x=y");
  EXPECT_EQ(WithoutPassword("postgresql://u:p@w/:?@h/d"), "postgresql://u:***@h/d");
  EXPECT_EQ(WithoutPassword("postgresql://h/d?password=pw&user=u"),
            "postgresql://h/d?password=***&user=u");
  EXPECT_EQ(WithoutPassword("postgresql://h/d?sslpassword=pw"), "postgresql://h/d?sslpassword=***");
}

TEST(DatabaseUrlTest, WhatIsNoPasswordStays) {
  for (const char* url : {"postgresql://h:5432/d", "postgresql://u@h:5432/d",
                          "postgresql:///d?host=/tmp", "sqlite:facts.db"}) {
    EXPECT_EQ(WithoutPassword(url), url);
  }
}

TEST(DatabaseUrlTest, AddressesAreReadByLibpq) {
  EXPECT_TRUE(CheckDatabaseUrl("postgresql://u:p%40w@h1:1,h2:2/d?sslmode=require").ok());
  EXPECT_TRUE(absl::IsInvalidArgument(CheckDatabaseUrl("postgresql://h/d?no_such=1")));
  EXPECT_TRUE(absl::IsInvalidArgument(CheckDatabaseUrl("postgresql://[::1/d")));
}

}  // namespace
}  // namespace isnad::facts::postgresql
