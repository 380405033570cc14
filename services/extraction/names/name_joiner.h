// Puts together names that were found in parts.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_NAME_JOINER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_NAME_JOINER_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_contexts.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Several finders look at one text, and each may see one part of a name. Refers to its arguments.
class NameJoiner {
 public:
  // `words` may be null.
  NameJoiner(const NameLexicon* lexicon, const NameContexts* contexts, const CueFinder* cues,
             const WordDistribution* words, const Analysis* analysis)
      : lexicon_(*lexicon),
        contexts_(*contexts),
        cues_(*cues),
        words_(words),
        analysis_(*analysis) {}

  // Expects and leaves all names in text order, not overlapping. Joins names of one type that touch
  // ("جون-هو" + "بارك"), particles with what they lead to ("يوهانس" + "فان دير ميرفه"), a company
  // with the country of its branch ("رينو" + "المغرب") and a maker with its product; drops a
  // nationality behind a name.
  void Join(std::vector<NameSpan>* spans) const;

  // Takes in rare words beside a name that no dictionary has ("لوجيستيكا" behind "بريدا"), and
  // leaves out a verb at its end.
  // Adds names that nothing but their last word shows, in text order.
  void AddCompanies(std::vector<NameSpan>* spans) const;
  void Adjust(std::vector<NameSpan>* spans) const;

 private:
  bool Touch(const NameSpan& span, const NameSpan& next) const;
  bool IsNationality(const NameSpan& span, const NameSpan& next) const;
  bool IsHouseOfPost(int token, const NameSpan& span) const;
  bool AreOnePerson(const NameSpan& span, const NameSpan& next) const;
  bool IsBranch(const NameSpan& span, const NameSpan& next) const;
  bool IsMakerOf(const NameSpan& span, const NameSpan& next) const;
  int ParticleEnd(const NameSpan& span) const;
  bool IsRareWord(int token) const;
  bool FollowsHyphenated(const NameSpan& span) const;
  bool OpensCompany(const NameSpan& span, int token) const;
  bool IsMaghrebi(const NameSpan& span) const;
  bool EndsThing(const NameSpan& span, int token) const;
  bool EndsPerson(const NameSpan& span, int token) const;
  bool EndsWithFamily(const NameSpan& span, int token) const;
  bool LeadsPerson(const NameSpan& span, int token) const;
  bool OpensNextPerson(const NameSpan& span, int token, const TokenMask& mask) const;
  int CompanyEnd(const NameSpan& span, const TokenMask& mask) const;
  bool IsQuoted(const NameSpan& span) const;
  bool EndsSentencePart(const NameSpan& span) const;

  const NameLexicon& lexicon_;
  const NameContexts& contexts_;
  const CueFinder& cues_;
  const WordDistribution* words_;
  const Analysis& analysis_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_NAME_JOINER_H_
