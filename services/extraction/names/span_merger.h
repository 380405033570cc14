// Joins what gazetteers, rules and the learned tagger say of one text.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_SPAN_MERGER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_SPAN_MERGER_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/learned_names.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// The gazetteers know names, the learned tagger knows where names stand and end.
//
// Gazetteer names stay, unless the tagger reads a longer name around one ("جامعة نيويورك" is no
// place) or, of one that may be a common word, is sure that it is none. Learned names fill the
// rest. Rules come last: one that finds a name where the tagger is sure that there is none must be
// strong.
class SpanMerger {
 public:
  SpanMerger(const NameLexicon* lexicon, const Analysis* analysis, const LearnedNames* learned,
             const LearnedReading* reading)
      : lexicon_(*lexicon), analysis_(*analysis), learned_(*learned), reading_(*reading) {}

  // Of names that overlap, the longer ones stay; of names of the same length, `known`.
  std::vector<NameSpan> JoinLonger(std::vector<NameSpan> known, std::vector<NameSpan> found) const;

  // `known` are the gazetteers', `found` the learned ones. Returns the spans that stay, of both.
  std::vector<NameSpan> JoinKnown(std::vector<NameSpan> known, std::vector<NameSpan> found) const;

  // Whether a rule's span may stand.
  bool Believes(const NameSpan& rule) const;

 private:
  bool Outweighs(const NameSpan& found, const NameSpan& known) const;
  bool GoesOnOtherwise(int token) const;
  bool IsAdjective(const NameSpan& span, const std::vector<bool>& behind_name) const;
  std::vector<int> Cover(const std::vector<NameSpan>& spans) const;

  const NameLexicon& lexicon_;
  const Analysis& analysis_;
  const LearnedNames& learned_;
  const LearnedReading& reading_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_SPAN_MERGER_H_
