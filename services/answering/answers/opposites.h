// Verbs that tell the contrary of what a question asks: who stays did not leave, who refuses did
// not accept.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_OPPOSITES_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_OPPOSITES_H_

#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "isnad/v1/analysis.pb.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/question_words.h"

namespace isnad::answering {

// The contrary of one question. Immutable, thread safe.
class Opposites {
 public:
  // `tokens` are the question's.
  explicit Opposites(const std::vector<isnad::v1::Token>& tokens);

  // Whether the sentence tells the contrary of what is asked, unnegated, beside the words that say
  // of what it is asked: "left the daily work but keeps his seat on the board" for "did he leave
  // the board"; or beside the name of which it is asked, where the asked verb is told of none:
  // "lines to A will be dropped, that to B remains".
  bool AreToldIn(const PassageView& view, const QuestionWords& words) const;

 private:
  // Stems and words; null where the question has no verb of such a pair.
  const absl::flat_hash_set<absl::string_view>* asked_ = nullptr;
  const absl::flat_hash_set<absl::string_view>* contrary_ = nullptr;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_OPPOSITES_H_
