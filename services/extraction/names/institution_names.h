// Finds the names of institutions that are built of common words: ministries, authorities, public
// companies, federations, and institutions named after a place or a person.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_INSTITUTION_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_INSTITUTION_NAMES_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Such names are a matter of grammar: a head noun and what may depend on it. Refers to the lexicon;
// thread-safe.
class InstitutionNames {
 public:
  explicit InstitutionNames(const NameLexicon* lexicon) : lexicon_(*lexicon) {}

  // "وزارة الصناعة والتجارة", "الهيئة المنظمة للاتصالات", "الشركة القابضة للقطن": head nouns and
  // the words that tell them from common nouns. In text order, not overlapping.
  std::vector<NameSpan> Find(const Analysis& analysis) const;

  // Lengthens names of companies to the right by their field: "سيمنس" + "للطاقة", "أرامكو" +
  // "الرقمية". They are no longer the company that the shorter name stands for.
  void LengthenCompanies(const Analysis& analysis, std::vector<NameSpan>* spans) const;

  // Lengthens names of places, people and organisations to the left by the noun that they do not
  // stand without: "جامعة" + "ميونيخ", "بورصة" + "لندن". They become organisations.
  void Lengthen(const Analysis& analysis, std::vector<NameSpan>* spans) const;

 private:
  int EndOfMinistry(const Analysis& analysis, int token) const;
  int EndOfPublicBody(const Analysis& analysis, int token) const;
  int SkipComplements(const Analysis& analysis, int token) const;
  int EndOfField(const Analysis& analysis, int head) const;
  int EndOfCompany(const Analysis& analysis, TokenRange name) const;
  bool IsFieldAdjective(const Analysis& analysis, int token) const;
  bool IsNationality(const Analysis& analysis, int token) const;
  bool IsDefinite(const Analysis& analysis, int token) const;

  const NameLexicon& lexicon_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_INSTITUTION_NAMES_H_
