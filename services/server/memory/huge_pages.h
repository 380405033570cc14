// Memory of the process in large pages.

#ifndef ISNAD_SERVICES_SERVER_MEMORY_HUGE_PAGES_H_
#define ISNAD_SERVICES_SERVER_MEMORY_HUGE_PAGES_H_

#include <cstddef>

namespace isnad::server {

// What tcmalloc asks the system for at once.
constexpr std::size_t kRegionBytes = std::size_t{32} << 20;

// Lets tcmalloc take what it needs from now on from regions that the system may back with huge
// pages, as it does only where asked. An answer touches small pieces all over some hundred
// megabytes, so that looking up their pages is a good part of reaching them. Regions are reserved,
// not filled: memory is used as it is touched. False with another allocator, which is left as it
// is.
bool UseHugePages();

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_MEMORY_HUGE_PAGES_H_
