// Words of the same meaning in both languages.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_BILINGUAL_INDEX_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_BILINGUAL_INDEX_H_

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// A concept that words of a question name.
struct ConceptMatch {
  const lexicon::Concept* concept = nullptr;
  TokenRange tokens;
};

// A concept named by words with the subject between them.
struct ApartMatch {
  const lexicon::Concept* concept = nullptr;
  std::vector<int> tokens;
};

// Immutable after Create; safe for concurrent use.
class BilingualIndex {
 public:
  // Reads bilingual_*, and translations_* for the words of questions only: what news says for an
  // idiom translates it, but is too wide to serve as synonyms of an Arabic word.
  static absl::StatusOr<std::unique_ptr<BilingualIndex>> Create(const LexiconFiles& files);

  // Concepts of the longest phrase that begins at `token` and ends before `end`, in lexicon order;
  // nothing when no phrase begins there.
  std::vector<ConceptMatch> MatchAt(const QuestionText& text, int token, int end) const;

  // Concepts of Arabic phrases whose verb stands at `token` and whose other words follow behind its
  // subject: "رفعت [الشركة] قضية".
  std::vector<ApartMatch> MatchApart(const QuestionText& text, int token, int end) const;

  // The same for the words of an English compound, "data" and "centre": what they mean together, or
  // else each by itself. The ranges are those of `parts`.
  std::vector<ConceptMatch> MatchParts(const std::vector<std::string>& parts) const;

  // Whether a single English word, in lower case, is one of the lexicon.
  bool Knows(absl::string_view word) const;

  // Whether the word, in lower case, stands in some English phrase of the lexicon.
  bool Has(absl::string_view word) const { return english_.count(std::string(word)) > 0; }

  // Whether a phrase of the lexicon, in either language, begins with a word of this key.
  bool Begins(const std::string& key) const { return by_first_key_.count(key) > 0; }

  // Number of concepts read.
  int size() const;

 private:
  struct Entry {
    const lexicon::Concept* concept = nullptr;
    std::vector<std::vector<std::string>> word_keys;
  };

  void Add(const std::string& phrase, const lexicon::Concept& concept);

  // Whether the entry's words are those from `at` on.
  static bool IsAt(const Entry& entry, const std::vector<std::vector<std::string>>& keys,
                   std::size_t at);

  std::vector<lexicon::Bilingual> files_;
  std::multimap<std::string, Entry> by_first_key_;
  std::set<std::string> english_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_BILINGUAL_INDEX_H_
