#include "services/server/memory/thread_caches.h"

// Of gperftools' malloc_extension_c.h; null in programs that another allocator is linked to, as
// with sanitizers.
extern "C" int MallocExtension_SetNumericProperty(const char* property, std::size_t value)
    __attribute__((weak));

namespace isnad::server {

bool EnlargeThreadCaches() {
  return MallocExtension_SetNumericProperty != nullptr &&
         MallocExtension_SetNumericProperty("tcmalloc.max_total_thread_cache_bytes",
                                            kThreadCacheBytes) != 0;
}

}  // namespace isnad::server
