// Finds the person that a job title stands for: "الرئيس التنفيذي للشركة", "الوزير", "الباحثة".

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_TITLE_RESOLVER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_TITLE_RESOLVER_H_

#include <string>
#include <vector>

#include "services/extraction/reference/description_resolver.h"
#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Works on the discourse of one text; titles must be visited in text order. A title stands for
// somebody who bore it earlier in the text, at the same organisation where the words name one.
class TitleResolver {
 public:
  TitleResolver(Discourse* discourse, const DescriptionResolver* descriptions)
      : discourse_(*discourse), descriptions_(*descriptions) {}

  // Notes the bearer of the title that starts at a token, or adds a mention of the person that it
  // stands for. Returns the first token behind that mention, or `token` when nothing was added.
  int Resolve(int token);

 private:
  // A title with who bears it.
  struct Holding {
    int person = -1;
    int organization = -1;
    std::string key;
    std::string head;  // first word
    std::string nationality;
    bool former = false;
  };

  bool SpeaksForHouse(const TitleSite& site) const;
  int OrganizationOf(const TitleSite& site) const;
  double Fit(const Holding& holding, const TitleSite& site, int organization) const;
  int LonePerson(const TitleSite& site) const;
  int WhoSpoke(const TitleSite& site) const;
  int OwnEnd(const TitleSite& site) const;
  bool PointsBack(const TitleSite& site) const;
  bool BearerFollows(const TitleSite& site) const;

  Discourse& discourse_;
  const DescriptionResolver& descriptions_;
  std::vector<Holding> holdings_;  // the last ones
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_TITLE_RESOLVER_H_
