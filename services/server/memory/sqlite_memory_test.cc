#include "services/server/memory/sqlite_memory.h"

#include <sqlite3.h>

#include "gtest/gtest.h"

namespace isnad::server {
namespace {

TEST(SqliteMemoryTest, IsNotCounted) {
  StopCountingSqliteMemory();
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(":memory:", &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, "CREATE TABLE t(x)", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(sqlite3_memory_used(), 0);
  StopCountingSqliteMemory();
  sqlite3_close(database);
}

}  // namespace
}  // namespace isnad::server
