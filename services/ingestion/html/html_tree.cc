#include "services/ingestion/html/html_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <utility>
#include <vector>

#include "services/ingestion/errors/ingestion_errors.h"
#include "services/ingestion/html/markup_guard.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMinTreeBytes = size_t{64} << 20;
constexpr size_t kTreeBytesPerInputByte = 24;
constexpr size_t kBlockBytes = size_t{256} << 10;
constexpr size_t kAlignment = alignof(std::max_align_t);

}  // namespace

// Bump allocation in blocks. Memory is freed all at once.
class HtmlTree::Arena {
 public:
  explicit Arena(size_t budget_bytes) : budget_bytes_(budget_bytes) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (void* block : blocks_) std::free(block);
  }

  // Where Allocate jumps to when the budget is spent. gumbo knows no failed allocation.
  std::jmp_buf* exhausted() { return &exhausted_; }

  static void* Allocate(void* arena, size_t size) { return static_cast<Arena*>(arena)->Take(size); }
  static void Release(void*, void*) {}

 private:
  void* Take(size_t size) {
    size = (std::max<size_t>(size, 1) + kAlignment - 1) / kAlignment * kAlignment;
    if (size > left_) AddBlock(std::max(size, kBlockBytes));
    void* taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }

  void AddBlock(size_t size) {
    used_bytes_ += size;
    void* block = used_bytes_ > budget_bytes_ ? nullptr : std::malloc(size);
    if (block == nullptr) std::longjmp(exhausted_, 1);
    blocks_.push_back(block);
    next_ = static_cast<char*>(block);
    left_ = size;
  }

  const size_t budget_bytes_;
  size_t used_bytes_ = 0;
  std::vector<void*> blocks_;
  char* next_ = nullptr;
  size_t left_ = 0;
  std::jmp_buf exhausted_;
};

namespace {

// Holds no object with a destructor, so that the jump over gumbo's frames into it is sound.
GumboOutput* ParseOrNull(const GumboOptions& options, std::jmp_buf* exhausted, const char* html,
                         size_t size) {
  if (setjmp(*exhausted) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html, size);
}

}  // namespace

absl::StatusOr<std::unique_ptr<HtmlTree>> HtmlTree::Parse(absl::string_view html) {
  ISNAD_RETURN_IF_ERROR(CheckMarkup(html));
  const size_t budget_bytes = kMinTreeBytes + kTreeBytesPerInputByte * html.size();
  auto arena = std::make_unique<Arena>(budget_bytes);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::Allocate;
  options.deallocator = &Arena::Release;
  options.userdata = arena.get();
  options.max_errors = 0;
  const GumboOutput* output = ParseOrNull(options, arena->exhausted(), html.data(), html.size());
  if (output == nullptr) {
    return ContentTooLargeError("the tree of the page", budget_bytes + 1, budget_bytes, "bytes");
  }
  return std::unique_ptr<HtmlTree>(new HtmlTree(std::move(arena), output->root));
}

HtmlTree::HtmlTree(std::unique_ptr<Arena> arena, const GumboNode* root)
    : arena_(std::move(arena)), root_(root) {}

HtmlTree::~HtmlTree() = default;

}  // namespace isnad::ingestion
