#include "services/extraction/reference/new_organization.h"

#include <algorithm>
#include <utility>

#include "services/extraction/text/fold.h"

namespace isnad::extraction {

int AddOrganization(ByteRange name, const std::string& entity_class, Analysis* analysis) {
  EntityRecord record;
  record.type = EntityType::kOrganization;
  record.entity_class = entity_class;
  record.label_ar = std::string(analysis->Quote(name));
  AliasRecord alias;
  alias.surface = record.label_ar;
  alias.folded_key = Fold(alias.surface);
  alias.script = "Arab";
  alias.kind = AliasRecord::Kind::kCanonical;
  record.aliases.push_back(std::move(alias));
  analysis->entities.push_back(std::move(record));
  return static_cast<int>(analysis->entities.size()) - 1;
}

void PutMentions(std::vector<Mention> mentions, Analysis* analysis) {
  if (mentions.empty()) return;
  std::vector<bool> covered(analysis->tokens.size(), false);
  for (const Mention& mention : mentions) {
    for (int i = mention.tokens.begin; i < mention.tokens.end; ++i) covered[i] = true;
    ++analysis->entities[mention.entity].aliases.front().count;
  }
  std::vector<Mention>& all = analysis->mentions;
  const auto replaced = [&](const Mention& mention) {
    for (int i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      if (covered[i]) return true;
    }
    return false;
  };
  all.erase(std::remove_if(all.begin(), all.end(), replaced), all.end());
  all.insert(all.end(), mentions.begin(), mentions.end());
  std::stable_sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
    return a.range.begin < b.range.begin;
  });
}

}  // namespace isnad::extraction
