#include "services/extraction/names/spelled_names.h"

#include <memory>

#include "absl/strings/str_cat.h"

namespace isnad::extraction {
namespace {

SpelledName Spell(const matching::NameMatcher& matcher, absl::string_view name,
                  const std::vector<std::string>& words, EntityType type) {
  SpelledName spelled;
  spelled.keyed = matcher.PrepareKeyed(name, NameKindOf(type));
  if (type == EntityType::kPerson && words.size() >= 2) {
    spelled.surname = matcher.Prepare(words.back());
    spelled.surname_keys = matching::NameMatcher::Keys(words.back());
  }
  return spelled;
}

}  // namespace

matching::NameKind NameKindOf(EntityType type) {
  return type == EntityType::kPerson ? matching::NameKind::kPerson : matching::NameKind::kOther;
}

const SpelledName& SpelledNames::Of(absl::string_view name, const std::vector<std::string>& words,
                                    EntityType type, bool listed, std::deque<SpelledName>* own) {
  if (listed) {
    const std::string key = absl::StrCat(static_cast<int>(type), name);
    if (const SpelledName* known = names_.Find(key)) return *known;
    auto made = std::make_unique<const SpelledName>(Spell(matcher_, name, words, type));
    if (const SpelledName* kept = names_.Insert(key, &made)) return *kept;
  }
  own->push_back(Spell(matcher_, name, words, type));
  return own->back();
}

const matching::MatchableName& SpelledNames::OfAlias(const std::string& surface,
                                                     std::deque<matching::MatchableName>* own) {
  if (const auto* known = aliases_.Find(surface)) return *known;
  auto made = std::make_unique<const matching::MatchableName>(matcher_.Prepare(surface));
  if (const auto* kept = aliases_.Insert(surface, &made)) return *kept;
  own->push_back(*made);
  return own->back();
}

}  // namespace isnad::extraction
