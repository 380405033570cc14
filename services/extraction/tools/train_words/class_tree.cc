#include "services/extraction/tools/train_words/class_tree.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "services/extraction/tools/train_words/entropy_table.h"

namespace isnad::extraction {
namespace {

constexpr uint32_t kMaxLength = 31;

class TreeBuilder {
 public:
  explicit TreeBuilder(const WordClasses& classes)
      : size_(classes.count),
        pairs_(classes.pairs),
        losses_(static_cast<size_t>(size_) * size_),
        node_(size_) {
    for (int c = 0; c < size_; ++c) {
      alive_.push_back(c);
      node_[c] = c;
      children_.push_back({-1, -1});
    }
    for (const int a : alive_) {
      for (const int b : alive_) {
        if (a < b) Loss(a, b) = ComputeLoss(a, b);
      }
    }
  }

  std::vector<word_layout::Path> Build() && {
    while (alive_.size() > 1) MergeCheapest();
    std::vector<word_layout::Path> paths(size_);
    if (!alive_.empty()) Descend(node_[alive_[0]], {0, 0}, &paths);
    return paths;
  }

 private:
  int64_t& Pair(int a, int b) { return pairs_[static_cast<size_t>(a) * size_ + b]; }
  double& Loss(int a, int b) { return losses_[static_cast<size_t>(a) * size_ + b]; }

  // What merging two counts takes off the likelihood.
  double Union(int64_t x, int64_t y) const {
    return x == 0 || y == 0 ? 0 : entropy_(x) + entropy_(y) - entropy_(x + y);
  }

  // The part of the loss of merging `a` and `b` that comes from pairs with a third class.
  double LossWith(int a, int b, int other) {
    return Union(Pair(a, other), Pair(b, other)) + Union(Pair(other, a), Pair(other, b));
  }

  double ComputeLoss(int a, int b) {
    int64_t before_a = 0, before_b = 0, after_a = 0, after_b = 0;
    double loss = 0;
    for (const int other : alive_) {
      before_a += Pair(a, other);
      before_b += Pair(b, other);
      after_a += Pair(other, a);
      after_b += Pair(other, b);
      if (other != a && other != b) loss += LossWith(a, b, other);
    }
    const int64_t inside = Pair(a, a) + Pair(a, b) + Pair(b, a) + Pair(b, b);
    loss += entropy_(Pair(a, a)) + entropy_(Pair(a, b)) + entropy_(Pair(b, a)) +
            entropy_(Pair(b, b)) - entropy_(inside);
    return loss - Union(before_a, before_b) - Union(after_a, after_b);
  }

  void MergeCheapest() {
    int into = alive_[0], gone = alive_[1];
    for (const int a : alive_) {
      for (const int b : alive_) {
        if (a < b && Loss(a, b) < Loss(into, gone)) {
          into = a;
          gone = b;
        }
      }
    }
    Merge(into, gone);
  }

  void Merge(int into, int gone) {
    std::vector<int> others;
    for (const int c : alive_) {
      if (c != into && c != gone) others.push_back(c);
    }
    // Only the terms with the two classes change in the losses of the other pairs.
    AddToLosses(others, into, -1);
    AddToLosses(others, gone, -1);
    for (const int c : others) {
      Pair(into, c) += Pair(gone, c);
      Pair(c, into) += Pair(c, gone);
    }
    Pair(into, into) += Pair(into, gone) + Pair(gone, into) + Pair(gone, gone);
    AddToLosses(others, into, 1);

    children_.push_back({node_[into], node_[gone]});
    node_[into] = static_cast<int>(children_.size()) - 1;
    alive_.erase(std::find(alive_.begin(), alive_.end(), gone));
    for (const int c : others) Loss(std::min(c, into), std::max(c, into)) = ComputeLoss(c, into);
  }

  void AddToLosses(const std::vector<int>& classes, int other, int sign) {
    for (const int a : classes) {
      for (const int b : classes) {
        if (a < b) Loss(a, b) += sign * LossWith(a, b, other);
      }
    }
  }

  // Depth first; trees over a few hundred classes are not deep enough to mind the recursion.
  void Descend(int node, word_layout::Path path, std::vector<word_layout::Path>* paths) const {
    if (node < size_) {
      (*paths)[node] = path;
      return;
    }
    const auto& [left, right] = children_[node];
    const bool full = path.length == kMaxLength;
    Descend(left, full ? path : word_layout::Path{path.bits << 1, path.length + 1}, paths);
    Descend(right, full ? path : word_layout::Path{path.bits << 1 | 1, path.length + 1}, paths);
  }

  const EntropyTable entropy_;
  const int size_;
  std::vector<int64_t> pairs_;
  std::vector<double> losses_;                 // of merging a class with a higher one
  std::vector<int> alive_;                     // ascending
  std::vector<int> node_;                      // tree node of each living class
  std::vector<std::pair<int, int>> children_;  // by node; the first ones are the classes
};

}  // namespace

std::vector<word_layout::Path> MakeClassPaths(const WordClasses& classes) {
  return TreeBuilder(classes).Build();
}

}  // namespace isnad::extraction
