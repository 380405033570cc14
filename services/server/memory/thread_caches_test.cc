#include "services/server/memory/thread_caches.h"

#include "gtest/gtest.h"

extern "C" int MallocExtension_GetNumericProperty(const char* property, std::size_t* value)
    __attribute__((weak));

namespace isnad::server {
namespace {

TEST(ThreadCachesTest, AreAsLargeAsSaidWhereTcmallocIsLinked) {
  const bool enlarged = EnlargeThreadCaches();
  ASSERT_EQ(enlarged, MallocExtension_GetNumericProperty != nullptr);
  if (!enlarged) return;
  std::size_t bytes = 0;
  ASSERT_NE(MallocExtension_GetNumericProperty("tcmalloc.max_total_thread_cache_bytes", &bytes), 0);
  EXPECT_EQ(bytes, kThreadCacheBytes);
}

}  // namespace
}  // namespace isnad::server
