// What a service has worked out about words, kept from text to text.

#ifndef ISNAD_SERVICES_EXTRACTION_MODEL_SHARED_CACHE_H_
#define ISNAD_SERVICES_EXTRACTION_MODEL_SHARED_CACHE_H_

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/hash/hash.h"

namespace isnad::extraction {

// Some ten thousand words make up nine tenths of any text. Which may enter is the caller's choice,
// up to kCapacity; nothing ever leaves, so that addresses of values stay valid as long as the
// cache. Thread-safe.
template <class Key, class Value>
class SharedCache {
 public:
  static constexpr size_t kCapacity = 1 << 16;

  // Null when the key is not there. `K` is Key or what absl's maps take in its place.
  template <class K>
  const Value* Find(const K& key) const {
    const Shard& shard = shards_[ShardOf(key)];
    std::shared_lock lock(shard.mutex);
    const auto found = shard.values.find(key);
    return found == shard.values.end() ? nullptr : found->second.get();
  }

  // Takes `*value` and returns it, or the one that another thread added before. Null when the cache
  // is full: `*value` is left alone then.
  template <class K>
  const Value* Insert(const K& key, std::unique_ptr<const Value>* value) {
    Shard& shard = shards_[ShardOf(key)];
    std::unique_lock lock(shard.mutex);
    const auto found = shard.values.find(key);
    if (found != shard.values.end()) return found->second.get();
    if (shard.values.size() >= kCapacity / kShards) return nullptr;
    return shard.values.try_emplace(Key(key), std::move(*value)).first->second.get();
  }

 private:
  static constexpr size_t kShards = 16;
  // Words are looked up millions of times a second. Debian builds Abseil with the search for
  // deadlocks, which enters each lock of an absl::Mutex into one graph under one lock of the
  // process: threads that only read would wait for each other.
  struct Shard {
    mutable std::shared_mutex mutex;
    absl::flat_hash_map<Key, std::unique_ptr<const Value>> values;  // guarded by `mutex`
  };

  // Not the bits that the map itself looks at first.
  template <class K>
  static size_t ShardOf(const K& key) {
    return absl::HashOf(key) >> 48 & (kShards - 1);
  }

  std::array<Shard, kShards> shards_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MODEL_SHARED_CACHE_H_
