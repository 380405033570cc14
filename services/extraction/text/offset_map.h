// The way back from a text that was changed to the text it came from.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_OFFSET_MAP_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_OFFSET_MAP_H_

#include <vector>

namespace isnad::extraction {

// Half-open range of bytes of a source text.
struct SourceRange {
  int begin = 0;
  int end = 0;
};
inline bool operator==(SourceRange a, SourceRange b) {
  return a.begin == b.begin && a.end == b.end;
}

// Maps byte offsets of a changed text to those of its source. Filled from left to right, then
// immutable and thread-safe. Holds memory for the places that changed only; look-ups are
// logarithmic in their number.
class OffsetMap {
 public:
  // The next bytes of the changed text, from `changed` on, are copies of the source from `source`
  // on. Both never fall from call to call.
  void AddCopy(int changed, int source) { Add(changed, source, true); }

  // The next bytes of the changed text stand together for the character or characters at `source`.
  void AddReplacement(int changed, int source) { Add(changed, source, false); }

  // Drops what was added for offsets from `changed` on.
  void Truncate(int changed);

  // Ends the map: lengths of both texts.
  void Finish(int changed_size, int source_size) {
    changed_size_ = changed_size;
    source_size_ = source_size;
  }

  // The way back to what `earlier`, of which this map's source is the changed text, leads to.
  OffsetMap Behind(const OffsetMap& earlier) const;

  // Source offset of the character at `changed`, which lies in [0, changed size]. Inside of a
  // replacement that is the start of what was replaced; the end maps to the end.
  int ToSource(int changed) const;

  // What the characters in [begin, end) of the changed text came from, with the removed ones behind
  // each of them: never empty for a range that is not. The ranges of neighbours meet, unless they
  // came from the same characters and have the same range.
  SourceRange ToSourceRange(int begin, int end) const;

 private:
  struct Anchor {
    int changed = 0;
    int source = 0;
    bool copy = true;
  };

  void Add(int changed, int source, bool copy);
  // Index of the anchor in force at `changed`.
  int AnchorAt(int changed) const;

  std::vector<Anchor> anchors_;
  int changed_size_ = 0;
  int source_size_ = 0;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_OFFSET_MAP_H_
