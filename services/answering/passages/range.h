// Byte ranges in documents.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_RANGE_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_RANGE_H_

namespace isnad::answering {

// Half-open range of UTF-8 bytes in a document's text.
struct Range {
  int begin = 0;
  int end = 0;

  bool empty() const { return end <= begin; }
  bool Contains(Range other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Range other) const { return begin < other.end && other.begin < end; }
};
inline bool operator==(Range a, Range b) { return a.begin == b.begin && a.end == b.end; }

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_RANGE_H_
