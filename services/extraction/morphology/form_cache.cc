#include "services/extraction/morphology/form_cache.h"

#include <utility>

#include "absl/hash/hash.h"

namespace isnad::extraction {

size_t FormCache::ShardOf(absl::string_view form) {
  // Not the bits that the map itself looks at first.
  return absl::HashOf(form) >> 48 & (kShards - 1);
}

const FormAnalysis* FormCache::Find(absl::string_view form) const {
  const Shard& shard = shards_[ShardOf(form)];
  absl::ReaderMutexLock lock(&shard.mutex);
  const auto found = shard.forms.find(form);
  return found == shard.forms.end() ? nullptr : found->second.get();
}

const FormAnalysis* FormCache::Insert(absl::string_view form,
                                      std::unique_ptr<const FormAnalysis> analysis) {
  Shard& shard = shards_[ShardOf(form)];
  absl::MutexLock lock(&shard.mutex);
  return shard.forms.try_emplace(std::string(form), std::move(analysis)).first->second.get();
}

}  // namespace isnad::extraction
