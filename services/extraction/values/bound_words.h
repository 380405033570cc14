// Words around a figure that bound it: about, more than, at least, up to.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_BOUND_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_BOUND_WORDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// Decodes bounds. Immutable after construction, safe to share between threads.
class BoundWords {
 public:
  BoundWords();

  // How the words before and after the figure in `tokens` bound it; kExact when none do. Verbs such
  // as "تجاوز" may stand a few words before the figure, and negation turns them round.
  Bound Decode(const ValueText& text, TokenRange tokens) const;

  // First token of a bound phrase that ends right before `index`, or `index` when there is none:
  // "قبل نحو شهرين" lets a grammar step over "نحو".
  int BeginBefore(const ValueText& text, int index) const;

  // Index after a bound phrase that begins at `index`, or `index`.
  int EndAfter(const ValueText& text, int index) const;

 private:
  struct Phrase {
    Bound bound;
    std::vector<std::string> words;
  };
  const Phrase* FindBefore(const ValueText& text, int index) const;
  const Phrase* FindAfter(const ValueText& text, int index) const;
  const Phrase* FindFromStart(const std::vector<Phrase>& phrases, const ValueText& text,
                              int index) const;
  Bound DecodeVerb(const ValueText& text, int begin) const;

  static std::vector<Phrase> Fold(Bound bound, absl::string_view phrases);

  std::vector<Phrase> before_;
  std::vector<Phrase> after_;
  std::vector<Phrase> verbs_;  // first word the verb, the rest directly before the figure
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_BOUND_WORDS_H_
