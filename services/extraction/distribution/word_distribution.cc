#include "services/extraction/distribution/word_distribution.h"

#include <string>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/distribution/word_key.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

using word_layout::Entry;
using word_layout::Path;

// Longest path whose prefixes fit BrownPrefix with their marker bit.
constexpr uint32_t kMaxPathLength = 31;

constexpr int kMinLettersLeft = 2;

constexpr absl::string_view kConjunctions[] = {"و", "ف"};
constexpr absl::string_view kArticles[] = {"بال", "كال", "لل", "ال"};
constexpr absl::string_view kLetters[] = {"ب", "ل", "ك", "س"};

absl::Status Damaged(absl::string_view what) {
  return absl::DataLossError(absl::StrCat("words model: ", what));
}

bool CanLose(absl::string_view form, absl::string_view prefix) {
  return absl::StartsWith(form, prefix) &&
         CountChars(form.substr(prefix.size())) >= kMinLettersLeft;
}

}  // namespace

absl::StatusOr<WordDistribution> WordDistribution::Of(const ModelFile& model) {
  const auto entries = model.Array<Entry>(word_layout::kEntries);
  if (!entries.ok()) return entries.status();
  const auto buckets = model.Array<uint32_t>(word_layout::kBuckets);
  if (!buckets.ok()) return buckets.status();
  const auto paths = model.Array<Path>(word_layout::kPaths);
  if (!paths.ok()) return paths.status();
  if (buckets->size() != word_layout::kBucketCount + 1) {
    return Damaged(absl::StrCat("has ", buckets->size(), " bucket borders"));
  }
  for (size_t i = 1; i < buckets->size(); ++i) {
    if ((*buckets)[i] < (*buckets)[i - 1]) return Damaged("bucket borders descend");
  }
  if (buckets->front() != 0 || buckets->back() != entries->size()) {
    return Damaged(
        absl::StrCat("buckets hold ", buckets->back(), " of ", entries->size(), " words"));
  }
  for (const Path& path : *paths) {
    if (path.length > kMaxPathLength || path.bits >> path.length != 0) {
      return Damaged(absl::StrCat("path of ", path.length, " turns"));
    }
  }
  return WordDistribution(model, *entries, *buckets, *paths);
}

const Entry* WordDistribution::Locate(uint64_t key) const {
  const uint32_t bucket = word_layout::BucketOf(key);
  const uint32_t fingerprint = word_layout::FingerprintOf(key);
  for (uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    if (entries_[i].fingerprint == fingerprint) return &entries_[i];
    if (entries_[i].fingerprint > fingerprint) return nullptr;
  }
  return nullptr;
}

WordFacts WordDistribution::FactsOf(const Entry& entry) const {
  WordFacts facts;
  facts.known = true;
  facts.fine_cluster = entry.fine_cluster;
  facts.coarse_cluster = entry.coarse_cluster;
  facts.frequency = entry.frequency;
  if (entry.path < paths_.size()) {
    facts.brown_bits = paths_[entry.path].bits;
    facts.brown_length = static_cast<uint8_t>(paths_[entry.path].length);
  }
  uint8_t* const fields[word_layout::kShareCount] = {&facts.with_article,
                                                     &facts.with_pronoun,
                                                     &facts.with_conjunction,
                                                     &facts.with_preposition,
                                                     &facts.after_person_title,
                                                     &facts.after_speech_verb,
                                                     &facts.after_person_name,
                                                     &facts.after_place_word,
                                                     &facts.after_locative,
                                                     &facts.after_organization_word,
                                                     &facts.after_product_word,
                                                     &facts.before_speech_verb,
                                                     &facts.starts_sentence,
                                                     &facts.before_bracket,
                                                     &facts.in_person_title,
                                                     &facts.in_place_title,
                                                     &facts.in_organization_title,
                                                     &facts.in_product_title,
                                                     &facts.in_title,
                                                     &facts.before_person_name};
  for (int i = 0; i < word_layout::kShareCount; i += 2) {
    *fields[i] = entry.shares[i / 2] & 0x0F;
    *fields[i + 1] = entry.shares[i / 2] >> 4;
  }
  return facts;
}

WordFacts WordDistribution::Find(absl::string_view form) const {
  const Entry* const entry = Locate(WordKey(form));
  return entry == nullptr ? WordFacts() : FactsOf(*entry);
}

bool WordDistribution::FindInto(absl::string_view form, int stripped_bytes,
                                StrippedFacts* found) const {
  const Entry* const entry = Locate(WordKey(form.substr(stripped_bytes)));
  if (entry == nullptr) return false;
  found->facts = FactsOf(*entry);
  found->stripped_bytes = stripped_bytes;
  return true;
}

StrippedFacts WordDistribution::FindStripped(absl::string_view form) const {
  StrippedFacts found;
  if (FindInto(form, 0, &found)) return found;
  int starts[2] = {0, 0};
  int start_count = 1;
  for (const absl::string_view conjunction : kConjunctions) {
    if (!CanLose(form, conjunction)) continue;
    starts[start_count++] = static_cast<int>(conjunction.size());
    if (FindInto(form, starts[1], &found)) return found;
    break;
  }
  for (const auto& prefixes : {absl::MakeConstSpan(kArticles), absl::MakeConstSpan(kLetters)}) {
    for (int s = 0; s < start_count; ++s) {
      for (const absl::string_view prefix : prefixes) {
        if (!CanLose(form.substr(starts[s]), prefix)) continue;
        const int stripped = starts[s] + static_cast<int>(prefix.size());
        if (FindInto(form, stripped, &found)) return found;
      }
    }
  }
  const absl::string_view swapped = absl::EndsWith(form, "ى")   ? "ي"
                                    : absl::EndsWith(form, "ه") ? "ة"
                                                                : "";
  if (!swapped.empty()) {
    FindInto(absl::StrCat(form.substr(0, form.size() - 2), swapped), 0, &found);
  }
  return found;
}

}  // namespace isnad::extraction
