#include "services/ingestion/html/content_selector.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "services/ingestion/html/read_also.h"

namespace isnad::ingestion {
namespace {

// Bytes; an Arabic letter has two.
constexpr size_t kMinScoredBytes = 50;
constexpr double kBytesPerPoint = 200.0;
constexpr double kMaxLengthPoints = 3.0;
constexpr int kScoredAncestors = 5;
constexpr double kMaxLinkDensity = 0.5;
constexpr double kMaxRowLinkDensity = 0.8;
constexpr size_t kMinLooseBytes = 50;
constexpr double kSiblingShare = 0.2;
constexpr double kMinSiblingScore = 5.0;
constexpr size_t kShortResultBytes = 400;
constexpr size_t kDistrustFactor = 3;

enum class Hints { kBelieved, kIgnored };

size_t CountCommas(absl::string_view text) {
  size_t commas = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool arabic_comma = text.substr(at, 2) == "\xD8\x8C";  // U+060C ARABIC COMMA
    if (text[at] == ',' || arabic_comma) ++commas;
  }
  return commas;
}

bool IsRunningText(const Block& block) {
  return block.kind != BlockKind::kHeading && block.kind != BlockKind::kTableRow &&
         block.kind != BlockKind::kCaption && block.text.size() >= kMinScoredBytes &&
         block.link_density() < kMaxLinkDensity;
}

double WeightOf(const Block& block) {
  if (!IsRunningText(block)) return 0;
  const double length_points =
      std::min(static_cast<double>(block.text.size()) / kBytesPerPoint, kMaxLengthPoints);
  const double points = 1.0 + static_cast<double>(CountCommas(block.text)) + length_points;
  return points * (1.0 - block.link_density());
}

bool EndsLikeASentence(absl::string_view text) {
  static constexpr absl::string_view kEnds[] = {".", "!", ":", "؟", "»", "\"", "”", "…", "،", "؛"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](absl::string_view end) { return absl::EndsWith(text, end); });
}

class Selector {
 public:
  Selector(const PageStructure& page, Hints hints) : page_(page) {
    MarkBoilerplate(hints);
    ScoreContainers();
  }

  std::vector<Block> Select() {
    const int top = TopContainer();
    const std::vector<bool> chosen = top < 0 ? EveryContainer() : GrownFrom(top);
    std::vector<Block> blocks;
    for (const Block& block : page_.blocks) {
      if (chosen[block.container] && !boilerplate_[block.container] && IsKept(block)) {
        blocks.push_back(block);
      }
    }
    DropLinkLists(&blocks);
    DropHeadingsWithoutText(&blocks);
    if (!blocks.empty()) AddHeadline(&blocks);
    return blocks;
  }

 private:
  void MarkBoilerplate(Hints hints) {
    // 2: for good, 1: until an element says that it is content.
    std::vector<int> level(page_.containers.size(), 0);
    boilerplate_.assign(page_.containers.size(), false);
    for (size_t i = 0; i < page_.containers.size(); ++i) {
      const Container& container = page_.containers[i];
      if (container.parent >= 0) level[i] = level[container.parent];
      if (hints == Hints::kBelieved) {
        if (container.hint == ElementHint::kBoilerplate) level[i] = 2;
        if (container.hint == ElementHint::kDoubtful) level[i] = std::max(level[i], 1);
        if (container.hint == ElementHint::kContent && level[i] == 1) level[i] = 0;
      }
      boilerplate_[i] = level[i] > 0;
    }
  }

  void ScoreContainers() {
    score_.assign(page_.containers.size(), 0.0);
    for (const Block& block : page_.blocks) {
      if (boilerplate_[block.container]) continue;
      const double weight = WeightOf(block);
      int container = block.container;
      for (int level = 0; level < kScoredAncestors && container >= 0; ++level) {
        score_[container] += weight / ShareAt(level);
        container = page_.containers[container].parent;
      }
    }
    for (size_t i = 0; i < score_.size(); ++i) {
      if (page_.containers[i].hint == ElementHint::kContent) score_[i] *= 1.25;
      if (page_.containers[i].is_article) score_[i] *= 1.25;
    }
  }

  // A block's own element (its <p>) and the element around that get full weight.
  static double ShareAt(int level) {
    if (level == 0) return 1.0;
    if (level == 1) return 1.0;
    return static_cast<double>(level);
  }

  int TopContainer() const {
    int top = -1;
    for (size_t i = 0; i < score_.size(); ++i) {
      if (score_[i] > 0 && (top < 0 || score_[i] > score_[top])) top = static_cast<int>(i);
    }
    return top;
  }

  std::vector<bool> EveryContainer() const {
    return std::vector<bool>(page_.containers.size(), true);
  }

  // The article element around `top`, else <main>, else `top` with its siblings that hold much
  // text.
  std::vector<bool> GrownFrom(int top) const {
    int root = -1;
    int main = -1;
    for (int at = top; at >= 0; at = page_.containers[at].parent) {
      if (page_.containers[at].is_article) root = at;
      if (page_.containers[at].is_main) main = at;
    }
    if (root < 0) root = main;
    std::vector<bool> chosen(page_.containers.size(), false);
    const int parent = page_.containers[top].parent;
    for (size_t i = 0; i < chosen.size(); ++i) {
      const int above = page_.containers[i].parent;
      const bool sibling = root < 0 && parent >= 0 && above == parent && IsTextual(i, top);
      chosen[i] = static_cast<int>(i) == root || (root < 0 && static_cast<int>(i) == top) ||
                  sibling || (above >= 0 && chosen[above]);
    }
    // Text directly in the parent stands between the siblings.
    if (root < 0 && parent > 0) chosen[parent] = true;
    return chosen;
  }

  bool IsTextual(size_t container, int top) const {
    return score_[container] >= std::max(kMinSiblingScore, kSiblingShare * score_[top]);
  }

  bool IsKept(const Block& block) const {
    if (IsReadAlso(block)) return false;
    switch (block.kind) {
      case BlockKind::kTableRow:
        return block.link_density() < kMaxRowLinkDensity;
      case BlockKind::kHeading:
        return true;
      case BlockKind::kLoose:
        return block.link_density() < kMaxLinkDensity &&
               (block.text.size() >= kMinLooseBytes || EndsLikeASentence(block.text));
      case BlockKind::kListItem:
        // Judged with its list.
        return true;
      default:
        return block.link_density() < kMaxLinkDensity;
    }
  }

  // Runs of list items that are mostly links lead elsewhere.
  static void DropLinkLists(std::vector<Block>* blocks) {
    std::vector<Block> kept;
    for (size_t begin = 0; begin < blocks->size();) {
      size_t end = begin;
      size_t bytes = 0;
      size_t link_bytes = 0;
      while (end < blocks->size() && (*blocks)[end].kind == BlockKind::kListItem) {
        bytes += (*blocks)[end].text.size();
        link_bytes += (*blocks)[end].link_bytes;
        ++end;
      }
      const bool linky =
          static_cast<double>(link_bytes) > kMaxLinkDensity * static_cast<double>(bytes);
      if (end == begin) ++end;
      if (!linky) {
        std::move(blocks->begin() + begin, blocks->begin() + end, std::back_inserter(kept));
      }
      begin = end;
    }
    *blocks = std::move(kept);
  }

  // A heading at the end lost what it headed.
  static void DropHeadingsWithoutText(std::vector<Block>* blocks) {
    while (!blocks->empty() && blocks->back().heading_level > 1) blocks->pop_back();
  }

  void AddHeadline(std::vector<Block>* blocks) const {
    const auto is_headline = [](const Block& block) { return block.heading_level == 1; };
    if (std::any_of(blocks->begin(), blocks->end(), is_headline)) return;
    for (const Block& block : page_.blocks) {
      if (!is_headline(block) || IsInHardBoilerplate(block.container)) continue;
      // The name of the site is a link to its front page.
      if (block.link_density() >= kMaxLinkDensity) continue;
      blocks->insert(blocks->begin(), block);
      return;
    }
  }

  bool IsInHardBoilerplate(int container) const {
    for (int at = container; at >= 0; at = page_.containers[at].parent) {
      if (page_.containers[at].hint == ElementHint::kBoilerplate) return true;
    }
    return false;
  }

  const PageStructure& page_;
  std::vector<bool> boilerplate_;
  std::vector<double> score_;
};

size_t TotalBytes(const std::vector<Block>& blocks) {
  size_t bytes = 0;
  for (const Block& block : blocks) bytes += block.text.size();
  return bytes;
}

}  // namespace

std::vector<Block> SelectMainContent(const PageStructure& page) {
  std::vector<Block> believed = Selector(page, Hints::kBelieved).Select();
  if (TotalBytes(believed) >= kShortResultBytes) return believed;
  std::vector<Block> ignored = Selector(page, Hints::kIgnored).Select();
  const bool hints_mislead =
      TotalBytes(ignored) > std::max(kShortResultBytes, kDistrustFactor * TotalBytes(believed));
  return hints_mislead ? ignored : believed;
}

}  // namespace isnad::ingestion
