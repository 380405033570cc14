// Which ends and figures the fact types can have, as the lexicon says.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_SCHEMA_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_SCHEMA_H_

#include <array>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/pairs/end_pair.h"

namespace isnad::extraction {

// Borrows the lexicon. Immutable, thread-safe.
class PairSchema {
 public:
  explicit PairSchema(const FrameLexicon& lexicon);

  // Whether the ends are such as a fact of the type can have: of the right kinds, and a figure of
  // what one of the type's frames counts.
  bool Admits(const Analysis& analysis, const EndPair& pair, const std::string& type) const;

 private:
  // By EntityType.
  using Kinds = std::array<bool, 5>;
  struct Ends {
    Kinds subject = {}, object = {};
    std::vector<const CompiledSlot*> figures;
  };

  absl::flat_hash_map<std::string, Ends> by_type_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_SCHEMA_H_
