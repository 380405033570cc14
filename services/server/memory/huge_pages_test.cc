#include "services/server/memory/huge_pages.h"

#include <cstring>
#include <memory>

#include "gtest/gtest.h"

extern "C" int MallocExtension_GetNumericProperty(const char* property, std::size_t* value)
    __attribute__((weak));

namespace isnad::server {
namespace {

TEST(HugePagesTest, HoldWhatIsAllocatedAfterwards) {
  ASSERT_EQ(UseHugePages(), MallocExtension_GetNumericProperty != nullptr);
  EXPECT_EQ(UseHugePages(), UseHugePages());
  // More than a region, and more than was reserved before.
  constexpr std::size_t kBytes = kRegionBytes + 12345;
  const auto large = std::make_unique<char[]>(kBytes);
  std::memset(large.get(), 7, kBytes);
  EXPECT_EQ(large[kBytes - 1], 7);
}

TEST(HugePagesTest, AreTakenInWholeRegions) {
  if (!UseHugePages()) GTEST_SKIP() << "another allocator";
  const auto heap = [] {
    std::size_t bytes = 0;
    MallocExtension_GetNumericProperty("generic.heap_size", &bytes);
    return bytes;
  };
  const std::size_t before = heap();
  const auto large = std::make_unique<char[]>(2 * kRegionBytes - 1);
  std::memset(large.get(), 7, 2 * kRegionBytes - 1);
  EXPECT_LE(heap() - before, 2 * kRegionBytes);
}

}  // namespace
}  // namespace isnad::server
