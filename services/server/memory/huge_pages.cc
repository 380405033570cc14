#include "services/server/memory/huge_pages.h"

#ifdef ISNAD_WITHOUT_TCMALLOC

namespace isnad::server {

bool UseHugePages() { return false; }

}  // namespace isnad::server

#else

#include <gperftools/malloc_extension.h>
#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace isnad::server {
namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;

std::size_t RoundUp(std::size_t bytes, std::size_t unit) {
  return (bytes + unit - 1) / unit * unit;
}

class HugePages final : public SysAllocator {
 public:
  void* Alloc(std::size_t size, std::size_t* actual_size, std::size_t alignment) override {
    if (alignment > kHugePage || size > SIZE_MAX - kRegionBytes - kHugePage) return nullptr;
    const std::size_t bytes = RoundUp(size, kRegionBytes);
    void* const mapped = mmap(nullptr, bytes + kHugePage, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) return nullptr;
    const auto begin = reinterpret_cast<std::uintptr_t>(mapped);
    void* const region = reinterpret_cast<void*>(RoundUp(begin, kHugePage));
    // Where the system has no huge pages, small ones do as well.
    madvise(region, bytes, MADV_HUGEPAGE);
    if (actual_size != nullptr) *actual_size = bytes;
    return region;
  }
};

}  // namespace

bool UseHugePages() {
  // Never destroyed: the last thread of the process may allocate.
  alignas(HugePages) static char place[sizeof(HugePages)];
  static SysAllocator* const pages = [] {
    SysAllocator* const made = new (place) HugePages;
    MallocExtension::instance()->SetSystemAllocator(made);
    return made;
  }();
  return pages != nullptr;
}

}  // namespace isnad::server

#endif  // ISNAD_WITHOUT_TCMALLOC
