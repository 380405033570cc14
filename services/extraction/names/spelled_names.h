// Names as the matcher compares them, remembered from text to text.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_SPELLED_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_SPELLED_NAMES_H_

#include <deque>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/model/shared_cache.h"
#include "services/matching/name_matcher.h"

namespace isnad::extraction {

matching::NameKind NameKindOf(EntityType type);

// A name with what finds it in other spellings. Immutable.
struct SpelledName {
  matching::KeyedName keyed;
  // Of people with two names or more: the last word.
  matching::MatchableName surname;
  std::vector<std::string> surname_keys;
};

// To prepare a name costs some microseconds, and news has the same ones again and again. What is
// kept is for names of the gazetteers alone, of which there are not too many. Thread-safe.
class SpelledNames {
 public:
  // Of a name with these folded words. Kept when the gazetteers have it (`listed`), else put into
  // `own`, which must outlive the answer.
  const SpelledName& Of(absl::string_view name, const std::vector<std::string>& words,
                        EntityType type, bool listed, std::deque<SpelledName>* own);

  // The same for an alias of the gazetteers, without its keys.
  const matching::MatchableName& OfAlias(const std::string& surface,
                                         std::deque<matching::MatchableName>* own);

 private:
  const matching::NameMatcher matcher_;
  SharedCache<std::string, SpelledName> names_;
  SharedCache<std::string, matching::MatchableName> aliases_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_SPELLED_NAMES_H_
