// Finds job titles in questions, in either language.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_TITLE_INDEX_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_TITLE_INDEX_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// A job title and where it stands.
struct TitleMatch {
  std::string key;
  TokenRange tokens;
};

// Immutable after Create; safe for concurrent use.
class TitleIndex {
 public:
  // Reads the role titles of cues_*.
  static absl::StatusOr<std::unique_ptr<TitleIndex>> Create(const LexiconFiles& files);

  // Titles in text order, the longest where they overlap. The organisation may stand inside an
  // Arabic title: "رئيس ميتا التنفيذي".
  std::vector<TitleMatch> Find(const QuestionText& text, TokenRange range) const;

 private:
  struct Entry {
    std::string key;
    std::vector<std::vector<std::string>> word_keys;
  };

  void Add(absl::string_view phrase, const std::string& key);
  static int MatchEnd(const QuestionText& text, TokenRange range, int token, const Entry& entry);

  std::multimap<std::string, Entry> by_first_key_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_TITLE_INDEX_H_
