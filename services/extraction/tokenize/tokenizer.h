// Cuts passages into words, numbers and marks.

#ifndef ISNAD_SERVICES_EXTRACTION_TOKENIZE_TOKENIZER_H_
#define ISNAD_SERVICES_EXTRACTION_TOKENIZE_TOKENIZER_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// The second stage: fills `Analysis::tokens` (range, shape, form, surface, passage) and
// `Passage::tokens`. Needs the passages; whatever tokens were there are replaced.
//
// What is one token:
//   - a word of one script with its marks, tatweel and zero-width joiners, and an acronym of single
//     letters: أ.ف.ب;
//   - a number with its separators: 14.3, 10,000, 25799,52, 1/1/2018, 14:30, 2025-10-22, 50%,
//     and the same in Arabic-Indic and Persian digits;
//   - a Latin name with digits, hyphens or inner dots: GPT-4o, Llama-3.1, H100, AT&T, x.ai,
//     C++;
//   - a URL or e-mail address, an ellipsis, one emoji with all that belongs to it (skin tone,
//     joined figures, the two letters of a flag, a keycap's digit), and any other single mark.
// Words break where the script changes, so that names and numbers written onto a clitic have exact
// ranges of their own: "لـOpenAI" is "لـ" (form "ل") and "OpenAI", "و14.3" is "و" and "14.3",
// "600موظف" two tokens. "Meta's" is "Meta" and "'s"; "#word_word" is split at "#" and "_".
//
// Any bytes are survived; bytes that are no UTF-8 become kSymbol tokens. Stateless, thread-safe,
// linear.
class Tokenizer {
 public:
  void Tokenize(Analysis* analysis) const;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOKENIZE_TOKENIZER_H_
