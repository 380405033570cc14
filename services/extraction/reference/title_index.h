// Job titles in a text, with the people who bear them: "الرئيس التنفيذي لشركة X، Y".

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_TITLE_INDEX_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_TITLE_INDEX_H_

#include <string>
#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

// A title where it stands.
struct TitleSite {
  TokenRange tokens;  // the title's own words
  std::string key;    // lexicon key, for example "CHIEF_EXECUTIVE"
  std::string head;   // first word, masculine, without article: "رييس"
  WordGender gender = WordGender::kUnknown;
  bool definite = false;
  int stripped_letters = 0;  // conjunction and preposition before it
  bool former = false;
  std::string nationality;  // of an adjective behind the title
  // First token behind the title and its adjectives.
  int end = 0;
  // Entity of the person named beside the title, or -1.
  int person = -1;
  // Entity of the organisation or place named behind the title, or -1.
  int place = -1;
};

// The titles of one text in text order; where several match, the longest. Refers to nothing after
// construction.
class TitleIndex {
 public:
  TitleIndex(const Analysis& analysis, const ReferenceLexicon& lexicon);

  const std::vector<TitleSite>& sites() const { return sites_; }

  // The title that starts at a token; null when there is none.
  const TitleSite* At(int token) const;

 private:
  std::vector<TitleSite> sites_;
  std::vector<int> site_at_;  // by token
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_TITLE_INDEX_H_
