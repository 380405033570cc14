#include "services/facts/engines/sql/posting_cache.h"

#include <algorithm>
#include <map>

#include "absl/hash/hash.h"
#include "absl/strings/str_split.h"
#include "services/facts/engines/sql/term_codec.h"
#include "services/facts/ranking/bm25.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

constexpr int64_t kScanRows = 2000;  // So that no statement runs for long.

uint64_t KeyOf(TermField field, absl::string_view encoded) {
  return absl::HashOf(static_cast<int>(field), encoded);
}

void AppendVarint(uint32_t value, std::string* out) {
  while (value >= 0x80) {
    out->push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out->push_back(static_cast<char>(value));
}

uint32_t ReadVarint(const char** at) {
  uint32_t value = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*(*at)++);
    value |= static_cast<uint32_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

// Calls `visit` with each passage's number and how often it holds the term.
template <class Visit>
void ForEach(const std::string& bytes, Visit visit) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  uint32_t number = 0;
  while (at != end) {
    number += ReadVarint(&at);
    visit(number, ReadVarint(&at));
  }
}

absl::StatusOr<int64_t> NewestPassage(Connection& connection) {
  Query query = connection.Prepare("SELECT COALESCE(MAX(id), 0) FROM passage");
  const int64_t newest = query.Next() ? query.GetInt(0) : 0;
  ISNAD_RETURN_IF_ERROR(query.status());
  return newest;
}

}  // namespace

void PostingCache::AddTerms(absl::string_view terms, TermField field) {
  for (const absl::string_view term : absl::StrSplit(terms, ' ', absl::SkipEmpty())) {
    ++counts_[KeyOf(field, term)];
  }
}

void PostingCache::Add(int64_t passage, absl::string_view surface, absl::string_view stem) {
  counts_.clear();
  AddTerms(stem, TermField::kStem);
  uint32_t length = 0;
  for (const auto& count : counts_) length += count.second;
  AddTerms(surface, TermField::kSurface);
  const auto number = static_cast<uint32_t>(passages_.size());
  passages_.push_back(passage);
  lengths_.push_back(length);
  total_length_ += length;
  for (const auto& [key, count] : counts_) {
    Postings& postings = terms_[key];
    AppendVarint(number - postings.last, &postings.bytes);
    AppendVarint(count, &postings.bytes);
    postings.last = number;
    ++postings.holders;
  }
}

absl::Status PostingCache::CatchUp(Connection& connection, const PassageIndex& index) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t newest, NewestPassage(connection));
  {
    absl::ReaderMutexLock lock(&mutex_);
    if (newest <= newest_) return absl::OkStatus();
  }
  absl::MutexLock lock(&mutex_);
  while (newest_ < newest) {
    Query scan = connection.Prepare(index.ScanQuery());
    scan.Int(newest_).Int(kScanRows);
    int64_t rows = 0;
    for (; scan.Next(); ++rows) {
      newest_ = scan.GetInt(0);
      Add(newest_, scan.GetText(1), scan.GetText(2));
    }
    ISNAD_RETURN_IF_ERROR(scan.status());
    // The newest passages may be of a kind that is not indexed.
    if (rows < kScanRows) newest_ = std::max(newest_, newest);
  }
  return absl::OkStatus();
}

// Terms of one word are alternatives, of which the best counts.
std::vector<float> PostingCache::Score(const PassageSearch& search,
                                       const std::vector<const Postings*>& postings,
                                       const TermStatistics& statistics,
                                       std::vector<uint32_t>* touched) const {
  std::map<int, std::vector<size_t>> words;
  for (size_t i = 0; i < search.terms.size(); ++i) {
    if (postings[i] != nullptr) words[search.terms[i].word].push_back(i);
  }
  std::vector<float> scores(passages_.size(), 0);
  std::vector<float> of_word(words.empty() ? 0 : passages_.size(), 0);
  std::vector<uint32_t> holders;
  for (const auto& word : words) {
    holders.clear();
    for (const size_t i : word.second) {
      const double worth =
          search.terms[i].weight * InverseFrequency(postings[i]->holders, statistics.passage_count);
      ForEach(postings[i]->bytes, [&](uint32_t number, uint32_t count) {
        const double norm = LengthNorm(lengths_[number], statistics.mean_length);
        const auto gain = static_cast<float>(worth * TermGain(count, norm));
        if (of_word[number] == 0) holders.push_back(number);
        of_word[number] = std::max(of_word[number], gain);
      });
    }
    for (const uint32_t number : holders) {
      if (scores[number] == 0) touched->push_back(number);
      scores[number] += of_word[number];
      of_word[number] = 0;
    }
  }
  return scores;
}

PostingCache::Result PostingCache::Search(const PassageSearch& search) const {
  Result result;
  result.statistics.passage_count = static_cast<int64_t>(passages_.size());
  if (!passages_.empty()) {
    result.statistics.mean_length =
        static_cast<double>(total_length_) / static_cast<double>(passages_.size());
  }
  std::vector<const Postings*> postings;
  for (const SearchTerm& term : search.terms) {
    const auto found = terms_.find(KeyOf(term.field, EncodeTerm(term.term)));
    postings.push_back(found == terms_.end() ? nullptr : &found->second);
    result.statistics.document_frequencies.push_back(found == terms_.end() ? 0
                                                                           : found->second.holders);
  }
  std::vector<uint32_t> touched;
  const std::vector<float> scores = Score(search, postings, result.statistics, &touched);
  const auto better = [&scores](uint32_t a, uint32_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
  };
  const size_t kept =
      std::min(touched.size(), static_cast<size_t>(std::max(0, search.candidate_limit)));
  std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(kept),
                    touched.end(), better);
  touched.resize(kept);
  std::vector<int32_t> places(passages_.size(), -1);
  for (const uint32_t number : touched) {
    places[number] = static_cast<int32_t>(result.passages.size());
    result.passages.push_back({passages_[number], static_cast<int>(lengths_[number]),
                               std::vector<int>(search.terms.size(), 0)});
  }
  for (size_t i = 0; i < postings.size(); ++i) {
    if (postings[i] == nullptr) continue;
    ForEach(postings[i]->bytes, [&](uint32_t number, uint32_t count) {
      if (places[number] < 0) return;
      result.passages[static_cast<size_t>(places[number])].counts[i] = static_cast<int>(count);
    });
  }
  return result;
}

absl::StatusOr<PostingCache::Result> PostingCache::Find(Connection& connection,
                                                        const PassageIndex& index,
                                                        const PassageSearch& search) {
  ISNAD_RETURN_IF_ERROR(CatchUp(connection, index));
  absl::ReaderMutexLock lock(&mutex_);
  return Search(search);
}

}  // namespace isnad::facts::sql
