// A binary tree over word classes, alike ones close together.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_CLASS_TREE_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_CLASS_TREE_H_

#include <vector>

#include "services/extraction/distribution/word_layout.h"
#include "services/extraction/tools/train_words/exchange_clustering.h"

namespace isnad::extraction {

// Path of each class from the root, at most 31 turns; deeper turns are left out. Merges, again and
// again, the two classes whose union costs the class bigram model least (Brown et al. 1992), in
// cubic time of the number of classes. Deterministic.
std::vector<word_layout::Path> MakeClassPaths(const WordClasses& classes);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_CLASS_TREE_H_
