// How much freed memory threads keep at hand.

#ifndef ISNAD_SERVICES_SERVER_MEMORY_THREAD_CACHES_H_
#define ISNAD_SERVICES_SERVER_MEMORY_THREAD_CACHES_H_

#include <cstddef>

namespace isnad::server {

constexpr std::size_t kThreadCacheBytes = std::size_t{256} << 20;

// Lets all threads of the process together keep kThreadCacheBytes of freed memory for what they
// allocate next, eight times as much as tcmalloc does by itself. What one thread reads of a store
// another takes apart and frees: with less, much of it goes through the lists that all threads
// share, which was some 15 % of the processor time of answers. False with another allocator, which
// is left as it is.
bool EnlargeThreadCaches();

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_MEMORY_THREAD_CACHES_H_
