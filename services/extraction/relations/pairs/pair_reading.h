// What the pair model says of all pairs of ends that a text names.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_READING_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_READING_H_

#include <map>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/pairs/end_pair.h"
#include "services/extraction/relations/pairs/pair_model.h"
#include "services/extraction/relations/pairs/pair_scorer.h"

namespace isnad::extraction {

// A pair that the model finds likely enough to tell a fact of some type.
struct LikelyPair {
  EndPair pair;
  size_t type = 0;  // index into PairModel::types()
  float log_odds = 0;
};

// What the model makes of the ends of a fact, against the other ends that they stand with.
struct PairVerdict {
  float log_odds = 0;
  // Of the same type with another object, or another subject, in the same passage.
  absl::optional<float> other_object, other_subject;
  // The type that the model finds likeliest of the others, with its odds.
  std::string other_type;
  float other_type_log_odds = 0;
  // Of the same ends and type in the passage that is likeliest to tell of them, but for this one.
  absl::optional<float> elsewhere;
};

// Reads a text passage by passage. Borrows everything it is given. For one thread.
class PairReading {
 public:
  PairReading(const PhraseIndex* index, const RoleIndex* roles, const FrameWords* words,
              const WordDistribution* distribution, const PairModel* model);

  // Reads all passages that have pairs, and remembers what is likely.
  void ReadAll();

  const PairModel& model() const { return model_; }

  // The pairs of a passage that the model finds likely for some type, likeliest first.
  const std::vector<LikelyPair>& LikelyIn(int passage) const { return likely_[passage]; }

  // The word that speaks most for a likely pair, or -1 when none does.
  int TellingToken(const LikelyPair& likely);

  // Nothing when the model has no such type or the passage does not name both ends.
  absl::optional<PairVerdict> Of(const FactRecord& fact) const;

 private:
  // The odds of one pair of ends, the best of their mentions in the passage.
  struct Scored {
    int subject;  // entity
    int other;    // entity, or -1 - value
    std::vector<float> log_odds;
    bool named = true;  // both ends, in this passage: only such vie with those of a fact
  };

  void ReadPassage(const EndPairs& pairs, int passage);
  // The odds of the type for two ends in the likeliest passage other than this one.
  absl::optional<float> Elsewhere(int subject, int other, size_t type, int passage) const;
  absl::optional<size_t> TypeOf(absl::string_view type) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const PairModel& model_;
  PairFeatures features_;
  PairScorer scorer_;
  absl::flat_hash_map<std::string, size_t> types_;
  std::vector<std::vector<Scored>> scored_;  // by passage
  // Where in scored_ the passages that name both ends have them.
  absl::flat_hash_map<std::pair<int, int>, std::vector<std::pair<int, int>>> places_;
  std::vector<std::vector<LikelyPair>> likely_;  // by passage
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_READING_H_
