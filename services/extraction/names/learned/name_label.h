// The labels of the learned tagger: outside, or begin or inside of one of five kinds of names.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_LABEL_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_LABEL_H_

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Kinds of names: those of ANERcorp, of which `kOther` is MISC (currencies, works, events, and now
// and then a product), and products.
enum class NameKind { kPerson, kLocation, kOrganization, kOther, kProduct };
constexpr int kNameKinds = 5;

// 0 is outside; 1 + 2 * kind begins a name of that kind, 2 + 2 * kind continues it.
using NameLabel = int;
constexpr NameLabel kOutside = 0;
constexpr int kNameLabels = 1 + 2 * kNameKinds;

constexpr NameLabel BeginOf(NameKind kind) { return 1 + 2 * static_cast<int>(kind); }
constexpr NameLabel InsideOf(NameKind kind) { return 2 + 2 * static_cast<int>(kind); }
constexpr bool IsBegin(NameLabel label) { return label % 2 == 1; }
constexpr bool IsInside(NameLabel label) { return label != kOutside && label % 2 == 0; }
// Of a label that is not outside.
constexpr NameKind KindOf(NameLabel label) { return static_cast<NameKind>((label - 1) / 2); }

// A name may only be continued by its own kind.
constexpr bool MayFollow(NameLabel before, NameLabel label) {
  return !IsInside(label) || (before != kOutside && KindOf(before) == KindOf(label));
}

// "PERS", "LOC", "ORG", "MISC" or "PROD".
absl::string_view NameKindTag(NameKind kind);

// The label of "O", "B-PERS", "I-PER"...; outside for anything else.
NameLabel NameLabelOf(absl::string_view tag);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_LABEL_H_
