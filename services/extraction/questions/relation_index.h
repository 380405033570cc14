// Finds the words of a question that point to fact types.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_INDEX_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_INDEX_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/questions/question_text.h"
#include "services/extraction/questions/relation_words.h"

namespace isnad::extraction {

// Where a question points to a fact type.
struct RelationTrigger {
  const lexicon::FactTypeSchema* type = nullptr;
  // The frame whose trigger it is; null for words that only questions use.
  const lexicon::Frame* frame = nullptr;
  TriggerKind kind = TriggerKind::kVerb;
  TokenRange tokens;
  double confidence = 0;
};

// Immutable after Create; safe for concurrent use.
class RelationIndex {
 public:
  // Reads frames_*. Fact types that no file declares are left out.
  static absl::StatusOr<std::unique_ptr<RelationIndex>> Create(const LexiconFiles& files);

  // Triggers in `range` outside names, the best per fact type first in no further order. Each fact
  // type appears once per place.
  std::vector<RelationTrigger> Find(const QuestionText& text, TokenRange range) const;

  // Null when there is no such type.
  const lexicon::FactTypeSchema* FindType(absl::string_view name) const;

 private:
  struct Entry {
    const lexicon::FactTypeSchema* type = nullptr;
    const lexicon::Frame* frame = nullptr;
    TriggerKind kind = TriggerKind::kVerb;
    double confidence = 0;
    std::vector<std::vector<std::string>> word_keys;
  };

  void Add(absl::string_view phrase, Entry entry);
  void AddFile(const lexicon::FrameFile& file);
  // End of the match of `entry` at `token`, or `token` when it does not match.
  static int MatchEnd(const QuestionText& text, TokenRange range, int token, const Entry& entry);

  std::vector<lexicon::FrameFile> files_;
  std::multimap<std::string, Entry> by_first_key_;
};

// Role of the schema with this name, or null.
const lexicon::RoleSchema* FindRole(const lexicon::FactTypeSchema& type, absl::string_view role);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_INDEX_H_
