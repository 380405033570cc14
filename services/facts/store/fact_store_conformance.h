// The promises of FactStore as tests, run over every engine by
// engines/fact_store_conformance_test.

#ifndef ISNAD_SERVICES_FACTS_STORE_FACT_STORE_CONFORMANCE_H_
#define ISNAD_SERVICES_FACTS_STORE_FACT_STORE_CONFORMANCE_H_

#include <functional>
#include <memory>

#include "gtest/gtest.h"
#include "services/facts/store/fact_store.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::facts {

// Opens an empty store of its own.
using OpenStore = std::function<std::unique_ptr<FactStore>(server::FakeClock*)>;

class FactStoreConformance : public testing::TestWithParam<OpenStore> {
 protected:
  void SetUp() override {
    store_ = GetParam()(&clock_);
    ASSERT_NE(store_, nullptr);
  }

  server::FakeClock clock_;
  std::unique_ptr<FactStore> store_;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_STORE_FACT_STORE_CONFORMANCE_H_
