// Every engine, for tests that must pass over all of them.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_TESTING_TEST_ENGINES_H_
#define ISNAD_SERVICES_FACTS_ENGINES_TESTING_TEST_ENGINES_H_

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/facts/engines/sql/sql_fact_store.h"
#include "services/server/clock/clock.h"

namespace isnad::facts {

// A way to open a store. Its name is the last part of a test's name.
struct TestEngine {
  std::string name;
  // A store name as --store takes it, of a new, empty store.
  std::function<std::string()> new_store;
};

// Opens the store of that name; a test failure and null when it does not open.
std::unique_ptr<sql::SqlFactStore> OpenTestStore(const std::string& store, server::Clock* clock);

// SQLite and PostgreSQL; of the latter one server per test program, started when first needed. A
// test of PostgreSQL fails where PostgreSQL is not installed.
std::vector<TestEngine> AllTestEngines();

// For INSTANTIATE_TEST_SUITE_P.
std::string NameOfEngine(const testing::TestParamInfo<TestEngine>& info);
std::ostream& operator<<(std::ostream& out, const TestEngine& engine);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_ENGINES_TESTING_TEST_ENGINES_H_
