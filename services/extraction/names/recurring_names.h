// Finds names made of ordinary words, which nothing but their places in the text shows.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_RECURRING_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_RECURRING_NAMES_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Words that stand once where a name begins (in quotation marks, behind a noun of kind or a post,
// as the heading of a sentence) and again elsewhere: "شركة نفط السهل", "تملك نفط السهل". Those that
// all dictionaries have need a proof besides: marks around them, a post, or a feminine verb for a
// masculine noun. Refers to its arguments.
class RecurringNames {
 public:
  RecurringNames(const NameLexicon* lexicon, const CueFinder* cues, const Analysis* analysis)
      : lexicon_(*lexicon), cues_(*cues), analysis_(*analysis) {}

  // All places of such words, of type kUnknown, where they are not just what `spans`, in text
  // order, have. What they are is for the TypeJudge.
  std::vector<NameSpan> Find(const std::vector<NameSpan>& spans) const;

 private:
  // Where the words may begin a name.
  enum class Site { kQuoted, kKind, kPossessed, kPost, kHeading };
  struct Candidate {
    TokenRange tokens;
    Site site;
    std::vector<NameSpan> places;
    bool proven = false;
  };
  // Candidates by their second word, or their only one.
  using Index = absl::flat_hash_map<absl::string_view, std::vector<int>>;

  bool SamePassage(int a, int b) const {
    return analysis_.tokens[a].passage == analysis_.tokens[b].passage;
  }
  bool IsWord(int token) const;
  bool MayOpen(int token) const;
  bool MayClose(int token) const;
  bool IsListed(TokenRange tokens) const;
  void AddQuoted(std::vector<Candidate>* candidates) const;
  void AddBehindKinds(std::vector<Candidate>* candidates) const;
  void AddBehindPosts(std::vector<Candidate>* candidates) const;
  void AddHeadings(std::vector<Candidate>* candidates) const;
  void AddOurs(int token, std::vector<Candidate>* candidates) const;
  void AddFrom(int first, int least, Site site, std::vector<Candidate>* candidates) const;
  absl::string_view OpeningOf(const Candidate& candidate) const;
  int LettersBefore(const Candidate& candidate, int token) const;
  void AddPlaces(std::vector<Candidate>* candidates) const;
  bool IsPartOfQuotation(TokenRange place) const;
  bool CutsKind(const Candidate& candidate, const std::vector<const NameSpan*>& named) const;
  bool IsProof(TokenRange place) const;

  const NameLexicon& lexicon_;
  const CueFinder& cues_;
  const Analysis& analysis_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_RECURRING_NAMES_H_
