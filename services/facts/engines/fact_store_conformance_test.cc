#include "services/facts/store/fact_store_conformance.h"

#include "services/facts/engines/testing/test_engines.h"

namespace isnad::facts {
namespace {

OpenStore Opener(const TestEngine& engine) {
  return [engine](server::FakeClock* clock) { return OpenTestStore(engine.new_store(), clock); };
}

INSTANTIATE_TEST_SUITE_P(Sqlite, FactStoreConformance,
                         testing::Values(Opener(AllTestEngines()[0])));
INSTANTIATE_TEST_SUITE_P(Postgresql, FactStoreConformance,
                         testing::Values(Opener(AllTestEngines()[1])));

}  // namespace
}  // namespace isnad::facts
