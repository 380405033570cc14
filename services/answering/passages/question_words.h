// The words of a question as passages are compared with them.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_QUESTION_WORDS_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_QUESTION_WORDS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/passage.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// A word of the question with its alternatives.
struct QuestionWord {
  enum class Role {
    // Says what is asked about.
    kContent,
    // Part of a name.
    kName,
    // Stands with the interrogative: it describes the answer rather than what is said of it.
    kFocus,
    // Part of the words that name a source: they describe where to look.
    kSource,
  };

  int number = 0;
  Role role = Role::kContent;
  // The question's own word, folded; empty when no term is literal.
  std::string surface;
  // How much it counts: weight of its role and rarity among the passages found.
  double importance = 0;
};

// A word that a term stands for and how well, from 0 to 1.
struct TermUse {
  int word = 0;  // index into QuestionWords::words()
  double strength = 0;
};

// Immutable after LearnRarity; thread safe from then on.
class QuestionWords {
 public:
  // `tokens` are the question's, for the roles of its words; they may be missing.
  QuestionWords(const isnad::v1::QuestionAnalysis& reading,
                const std::vector<isnad::v1::Token>& tokens);

  // Weighs words by how few of the passages found hold them. A word that none holds keeps a middle
  // weight: whether it is missing from the store or merely said otherwise is not known.
  void LearnRarity(const std::vector<isnad::v1::PassageHit>& hits);

  const std::vector<QuestionWord>& words() const { return words_; }

  // Uses of the terms of an indexed word; at most one per question word, the best.
  std::vector<TermUse> UsesOf(const isnad::v1::IndexedToken& token) const;

  // Whether the word stands within the bytes of `span` in the question.
  bool IsWithin(int word, const isnad::v1::Span& span) const;

  // Sum of the importance of the words that are neither names nor of the source.
  double content_importance() const;

 private:
  void AddTerm(const isnad::v1::QueryTerm& term, int word, double strength);
  void FindRoles(const isnad::v1::QuestionAnalysis& reading,
                 const std::vector<isnad::v1::Token>& tokens);

  std::vector<QuestionWord> words_;
  std::vector<double> weights_;
  // Where words stand in the question; empty where that is not known.
  std::vector<Range> places_;
  absl::flat_hash_map<std::string, std::vector<TermUse>> by_surface_;
  absl::flat_hash_map<std::string, std::vector<TermUse>> by_stem_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_QUESTION_WORDS_H_
