#include "services/extraction/tools/train_morphology/lexical_table_builder.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/extraction/morphology/letter_word.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// Rarer words are noise and make most of the types.
constexpr uint32_t kMinCount = 4;
// An attachment counts when seen twice: once may be a typing error.
constexpr uint32_t kMinAttachedCount = 2;

uint8_t LogCount(uint32_t count) {
  return static_cast<uint8_t>(std::min(255.0, std::round(4 * std::log2(1.0 + count))));
}

}  // namespace

LexicalTableBuilder::LexicalTableBuilder(const WordCounts* counts, EditList* edits)
    : counts_(*counts), edits_(*edits) {
  for (const auto& entry : counts_.entries()) {
    if (entry.second.count < kMinCount) continue;
    LexicalRecord record;
    record.log_count = LogCount(entry.second.count);
    CountAttachments(entry.first, entry.second.word, &record);
    records_.emplace(entry.first, record);
  }
}

void LexicalTableBuilder::CountAttachments(uint64_t hash, absl::string_view word,
                                           LexicalRecord* record) const {
  LetterWord letters;
  if (!letters.Assign(word)) return;
  const auto seen = [&](uint64_t candidate) {
    return counts_.Count(candidate) >= kMinAttachedCount ? 1 : 0;
  };
  const int size = letters.size();
  int before = 0;
  for (const uint8_t proclitic :
       {letter::kWaw, letter::kFeh, letter::kBeh, letter::kKaf, letter::kLam, letter::kSeen}) {
    before += seen(LetterWord::Prepend(proclitic, hash, size));
  }
  const uint64_t with_lam = LetterWord::Prepend(letter::kLam, hash, size);
  before += seen(LetterWord::Prepend(letter::kAlef, with_lam, size + 1));
  before += seen(LetterWord::Prepend(letter::kLam, with_lam, size + 1));
  uint64_t host = hash;
  if (letters.Last(0) == letter::kTehMarbuta) {
    host = LetterWord::Append(letters.Hash(0, size - 1), letter::kTeh);
  } else if (letters.Last(0) == letter::kAlefMaqsura) {
    host = LetterWord::Append(letters.Hash(0, size - 1), letter::kAlef);
  }
  int after = seen(LetterWord::Append(host, letter::kHeh));
  after += seen(LetterWord::Append(host, letter::kYeh));
  after += seen(LetterWord::Append(host, letter::kKaf));
  const uint64_t with_heh = LetterWord::Append(host, letter::kHeh);
  for (const uint8_t next : {letter::kAlef, letter::kMeem, letter::kNoon}) {
    after += seen(LetterWord::Append(with_heh, next));
  }
  after += seen(LetterWord::Append(LetterWord::Append(host, letter::kNoon), letter::kAlef));
  after += seen(LetterWord::Append(LetterWord::Append(host, letter::kKaf), letter::kMeem));
  record->attachments = static_cast<uint8_t>(before | after << 4);
}

LexicalRecord* LexicalTableBuilder::Find(uint64_t hash) {
  const auto found = records_.find(hash);
  return found == records_.end() ? nullptr : &found->second;
}

void LexicalTableBuilder::AddForm(const LexicalForm& form) {
  LetterWord letters;
  if (!letters.Assign(form.form) || letters.size() == 0) return;
  const uint64_t hash = letters.Hash();
  LexicalRecord* record = Find(hash);
  if (record == nullptr) {
    const uint32_t count = counts_.Count(hash);
    if (count == 0) return;
    record = &records_[hash];
    record->log_count = LogCount(count);
    CountAttachments(hash, form.form, record);
  }
  record->flags |= form.flags;
  const bool verb = (form.flags & lexical::kVerbal) != 0;
  uint16_t& edit = verb ? record->verb_edit : record->nominal_edit;
  uint8_t& features = verb ? record->verb_features : record->nominal_features;
  if (form.lemma.empty() || !letters.Assign(form.lemma)) return;
  const uint32_t count = counts_.Count(letters.Hash());
  uint32_t& best = (verb ? verb_counts_ : nominal_counts_)[hash];
  if (edit != 0 && count <= best) return;
  const uint16_t number = edits_.NumberOf(form.form, form.lemma);
  if (number == 0) return;
  best = count;
  edit = number;
  features = PackFeatures(form.features);
}

absl::Status LexicalTableBuilder::AddNameShares(const std::string& path) {
  struct Tally {
    int inside = 0;
    int all = 0;
  };
  absl::btree_map<uint64_t, Tally> tallies;
  const absl::Status status = VisitLines(path, [&](absl::string_view line) {
    const std::vector<std::string> cells =
        absl::StrSplit(line, absl::ByAnyChar(" \t\n"), absl::SkipEmpty());
    if (cells.size() < 2) return;
    LetterWord letters;
    if (!letters.Assign(StripMarks(cells[0])) || letters.size() == 0) return;
    Tally& tally = tallies[letters.Hash()];
    ++tally.all;
    tally.inside += cells.back() != "O";
  });
  if (!status.ok()) return status;
  for (const auto& entry : tallies) {
    LexicalRecord* record = Find(entry.first);
    if (record == nullptr) record = &records_[entry.first];
    // 0 means not seen; 1 never in a name; 9 always.
    record->name_share = static_cast<uint8_t>(1 + 8 * entry.second.inside / entry.second.all);
  }
  return absl::OkStatus();
}

std::vector<LexicalRecord> LexicalTableBuilder::Layout() const {
  std::vector<uint64_t> hashes;
  std::vector<LexicalRecord> records;
  for (const auto& entry : records_) {
    hashes.push_back(entry.first);
    records.push_back(entry.second);
  }
  return LexicalTable::Layout(hashes, records);
}

}  // namespace isnad::extraction
