// Remembers the analyses of frequent forms from text to text.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FORM_CACHE_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FORM_CACHE_H_

#include <array>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "services/extraction/morphology/form_analyzer.h"

namespace isnad::extraction {

// Some ten thousand forms make up nine tenths of any text. Which forms may enter is the caller's
// choice; nothing ever leaves, so that the addresses of analyses stay valid as long as the cache.
// Thread-safe.
class FormCache {
 public:
  // Null when the form is not there.
  const FormAnalysis* Find(absl::string_view form) const;

  // Adds an analysis and returns it, or the one that another thread added before.
  const FormAnalysis* Insert(absl::string_view form, std::unique_ptr<const FormAnalysis> analysis);

 private:
  static constexpr size_t kShards = 16;
  struct Shard {
    mutable absl::Mutex mutex;
    absl::flat_hash_map<std::string, std::unique_ptr<const FormAnalysis>> forms
        ABSL_GUARDED_BY(mutex);
  };

  static size_t ShardOf(absl::string_view form);

  std::array<Shard, kShards> shards_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FORM_CACHE_H_
