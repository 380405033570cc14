// Finds names with the learned tagger.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAMES_H_

#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/learned/name_model.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// What the learned tagger makes of a text, see learned/name_model.h.
struct LearnedReading {
  NameText text;
  NameReading labels;
  // Folded words that continue a name somewhere.
  absl::flat_hash_set<uint64_t> inner_words;
};

// Models "names" and "words". Immutable, thread-safe, cheap to copy.
class LearnedNames {
 public:
  // Without the two models nothing is ever found. Errors of the models that are there.
  static absl::StatusOr<LearnedNames> Create(const ModelSet& models);

  // Needs tokens and passages.
  LearnedReading Read(const Analysis& analysis) const;

  // Names as spans with the rule "learned", in text order. Names of other kinds than people, places
  // and organisations are products when a cue noun says so, and left out when none does. Names with
  // Latin letters are left to LatinNames.
  std::vector<NameSpan> Spans(const Analysis& analysis, const CueFinder& cues,
                              const NameLexicon& lexicon, const LearnedReading& reading) const;

  // How sure the tagger is that none of the words belongs to a name: the least margin of the words
  // that it left outside; 0 when it took one for a name.
  float OutsideMargin(const LearnedReading& reading, TokenRange tokens) const;

  // Letters of proclitics before a name that begins with this token: what raw text, lists and the
  // other words of the text say of the letters left.
  int ProcliticLetters(const Analysis& analysis, const LearnedReading& reading, int token) const;

  // Null when there is no model of words.
  const WordDistribution* words() const { return words_.has_value() ? &*words_ : nullptr; }

  bool empty() const { return !model_.has_value(); }

 private:
  bool IsAccusative(const Token& word) const;

  absl::optional<NameModel> model_;
  absl::optional<WordDistribution> words_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAMES_H_
