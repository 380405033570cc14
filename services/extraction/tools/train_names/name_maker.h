// Makes up names of people, organisations, products and places.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NAME_MAKER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NAME_MAKER_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/tools/train_names/random_order.h"

namespace isnad::extraction {

// Where names and their parts come from.
struct NameParts {
  std::string names;        // path of practice_names.txt
  std::string name_tokens;  // path of person name tokens, see NameLists::ReadPersonTokens
  const LexiconFiles* lexicon = nullptr;  // names of the gazetteers
};

// The same seed and parts give the same names.
class NameMaker {
 public:
  explicit NameMaker(uint64_t seed) : random_(seed) {}

  // NOT_FOUND when a file cannot be read, INVALID_ARGUMENT when a gazetteer does not parse.
  absl::Status Read(const NameParts& sources);

  // A name for a slot: "PERS", "ORG", "PROD" or "LOC". Most are invented, some are known.
  std::string Make(const std::string& slot);

  bool Chance(double share) { return random_.Share() < share; }
  size_t Below(size_t limit) { return random_.Next() % limit; }

 private:
  const std::string& Any(const std::string& part);
  std::string Invented();
  std::string MakePerson();
  std::string MakeOrganization();
  std::string MakeProduct();
  std::string MakePlace();

  RandomOrder random_;
  std::map<std::string, std::vector<std::string>> parts_;
};

// The conjunction or preposition before a name as it is written: "ل" and "ال" make "لل"; before
// Latin letters it takes a tatweel.
std::string JoinClitic(std::string clitic, const std::string& name);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NAME_MAKER_H_
