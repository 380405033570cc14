#include "services/extraction/text/offset_map.h"

#include <algorithm>

namespace isnad::extraction {

void OffsetMap::Add(int changed, int source, bool copy) {
  if (copy && !anchors_.empty()) {
    const Anchor& last = anchors_.back();
    const bool goes_on = last.copy && last.source - last.changed == source - changed;
    if (goes_on) return;
  }
  anchors_.push_back({changed, source, copy});
}

void OffsetMap::Truncate(int changed) {
  while (!anchors_.empty() && anchors_.back().changed >= changed) anchors_.pop_back();
}

int OffsetMap::AnchorAt(int changed) const {
  const auto after =
      std::upper_bound(anchors_.begin(), anchors_.end(), changed,
                       [](int offset, const Anchor& anchor) { return offset < anchor.changed; });
  return static_cast<int>(after - anchors_.begin()) - 1;
}

OffsetMap OffsetMap::Behind(const OffsetMap& earlier) const {
  OffsetMap whole;
  const int size = static_cast<int>(anchors_.size());
  for (int i = 0; i < size; ++i) {
    const Anchor& anchor = anchors_[i];
    if (!anchor.copy) {
      whole.AddReplacement(anchor.changed, earlier.ToSource(anchor.source));
      continue;
    }
    const int end = i + 1 < size ? anchors_[i + 1].changed : changed_size_;
    const int shift = anchor.changed - anchor.source;
    for (int at = std::max(0, earlier.AnchorAt(anchor.source));
         at < static_cast<int>(earlier.anchors_.size()); ++at) {
      const Anchor& before = earlier.anchors_[at];
      const int changed = std::max(before.changed, anchor.source);
      if (changed + shift >= end) break;
      const int source = before.copy ? before.source + (changed - before.changed) : before.source;
      whole.Add(changed + shift, source, before.copy);
    }
  }
  whole.Finish(changed_size_, earlier.source_size_);
  return whole;
}

int OffsetMap::ToSource(int changed) const {
  if (changed >= changed_size_) return source_size_;
  const int i = AnchorAt(changed);
  if (i < 0) return 0;
  const Anchor& anchor = anchors_[i];
  return anchor.copy ? anchor.source + (changed - anchor.changed) : anchor.source;
}

SourceRange OffsetMap::ToSourceRange(int begin, int end) const {
  if (begin >= end) return {ToSource(begin), ToSource(begin)};
  SourceRange range{ToSource(begin), ToSource(end)};
  if (end >= changed_size_) return range;
  // An end inside of a replacement takes the whole replacement.
  const int i = AnchorAt(end);
  if (i >= 0 && !anchors_[i].copy && anchors_[i].changed < end) {
    range.end = i + 1 < static_cast<int>(anchors_.size()) ? anchors_[i + 1].source : source_size_;
  }
  return range;
}

}  // namespace isnad::extraction
