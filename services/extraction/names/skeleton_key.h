// Keys that bring spellings of one foreign name together, within and across scripts.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_SKELETON_KEY_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_SKELETON_KEY_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// The sounds of a folded name word, one ASCII letter each, from Arabic or Latin letters. Vowels are
// "a", "i", "u"; "h" and "e" (ayn) are weak; "c" is ch, "S" sh, "Z" zh, "T" th, "D" dh, "x" kh, "N"
// ng. Repeated sounds are one.
std::string SoundsOf(absl::string_view folded_word);

// Consonant classes of the sounds, weak ones dropped: "زوكربيرغ", "زوكربيرج" and "Zuckerberg" are
// all "skrbrk". For blocking only: names with equal keys still need NameDistance().
std::string SkeletonKey(absl::string_view folded_word);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_SKELETON_KEY_H_
