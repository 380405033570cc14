#include "services/answering/passages/passage_pool.h"

#include <algorithm>

namespace isnad::answering {

namespace v1 = isnad::v1;

PassagePool::PassagePool(std::vector<v1::PassageHit> hits, const QuestionWords& words)
    : hits_(std::move(hits)) {
  views_.reserve(hits_.size());
  for (const v1::PassageHit& hit : hits_) {
    const v1::Passage& passage = hit.passage();
    if (passage.kind() == v1::PASSAGE_KIND_BOILERPLATE) continue;
    by_place_[{hit.document().name(), passage.ordinal()}] = static_cast<int>(views_.size());
    views_.emplace_back(&hit, words);
    top_score_ = std::max(top_score_, hit.score());
    for (const v1::PassageMention& mention : passage.mentions()) {
      mentioned_[hit.document().name()].insert(mention.entity());
      auto& kind = kinds_[mention.entity()];
      if (kind.first == v1::ENTITY_TYPE_UNSPECIFIED) kind.first = mention.entity_type();
      if (kind.second.empty()) kind.second = mention.entity_class();
    }
  }
}

const PassageView* PassagePool::At(absl::string_view document, int ordinal) const {
  const auto found = by_place_.find({document, ordinal});
  return found == by_place_.end() ? nullptr : &views_[found->second];
}

const PassageView* PassagePool::Around(absl::string_view document, Range place) const {
  const auto found = std::find_if(views_.begin(), views_.end(), [&](const PassageView& view) {
    return view.document().name() == document && view.range().Contains(place);
  });
  return found == views_.end() ? nullptr : &*found;
}

bool PassagePool::DocumentMentions(absl::string_view document,
                                   const absl::flat_hash_set<std::string>& entities) const {
  const auto found = mentioned_.find(document);
  if (found == mentioned_.end()) return false;
  return std::any_of(entities.begin(), entities.end(),
                     [&](const std::string& name) { return found->second.contains(name); });
}

std::pair<v1::EntityType, std::string> PassagePool::KindOf(const std::string& entity) const {
  const auto found = kinds_.find(entity);
  if (found == kinds_.end()) return {v1::ENTITY_TYPE_UNSPECIFIED, ""};
  return {found->second.first, std::string(found->second.second)};
}

}  // namespace isnad::answering
