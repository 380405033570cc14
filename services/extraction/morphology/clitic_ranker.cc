#include "services/extraction/morphology/clitic_ranker.h"

#include <algorithm>

#include "services/extraction/morphology/letters.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

// Kinds of features; part of the model format.
enum Kind : uint32_t {
  kClitics = 1,
  kPrefix,
  kEnclitic,
  kLength,
  kHostCountPrefix,
  kHostCountEnclitic,
  kHostCountBoth,
  kGain,
  kGainPrefix,
  kGainEnclitic,
  kTail,
  kProclitics,
  kEnclitics,
  kWholeAttached,
  kHostFlag,
  kHostFlagEnclitic,
  kHostFlagNone,
  kWholeFlag,
  kWholeFlagNone,
  kFirstLetter,
  kFirstLetters,
  kHamza,
  kLastLetter,
  kLastLetters,
  kNameShare,
  kHostWord,
  kWholeWord,
  kWordShape,
  kArticleHost,
};

class Collector {
 public:
  explicit Collector(CutFeatures* features) : features_(features) { features->clear(); }

  void Add(Kind kind, uint64_t a, uint64_t b = 0) {
    const uint64_t hash = MixHash(a * 0x9E3779B97F4A7C15ULL + b * 0xC2B2AE3D27D4EB4FULL + kind);
    features_->push_back(static_cast<uint32_t>(hash & (kCutFeatureCount - 1)));
  }

 private:
  CutFeatures* features_;
};

// Counts in steps of a factor of about 2.8.
int Bucket(int log_count) { return (log_count + 5) / 6; }

int DifferenceBucket(int a, int b) { return std::clamp((a - b) / 5, -9, 9) + 10; }

}  // namespace

WholeWord::WholeWord(const LetterWord& word, const LexicalTable& table)
    : word(word), table(table), record(table.Find(word.Hash())) {
  if (word.size() > 2) tail_log_count = table.Find(word.Hash(1, word.size())).log_count;
}

HostSpelling SpellHost(const LetterWord& word, const CliticCut& cut, const LexicalTable& table) {
  HostSpelling best;
  best.record = &table.Find(word.Hash(cut.begin, cut.end));
  if (cut.end - cut.begin < 2) return best;
  const uint8_t last = word[cut.end - 1];
  const uint64_t stem = word.Hash(cut.begin, cut.end - 1);
  const auto consider = [&](uint8_t letter) {
    const LexicalRecord& record = table.Find(LetterWord::Append(stem, letter));
    if (record.log_count <= best.record->log_count) return;
    best.record = &record;
    best.last_letter = letter;
  };
  if (cut.enclitic != 0) {
    if (last == letter::kTeh) consider(letter::kTehMarbuta);
    if (last == letter::kAlef || last == letter::kYeh) consider(letter::kAlefMaqsura);
    if (last == letter::kWawHamza || last == letter::kYehHamza) consider(letter::kHamza);
    if (last == letter::kWaw) {
      const LexicalRecord& record =
          table.Find(LetterWord::Append(word.Hash(cut.begin, cut.end), letter::kAlef));
      if (record.log_count > best.record->log_count) {
        best.record = &record;
        best.silent_alef = true;
      }
    }
  } else {
    if (last == letter::kHeh) consider(letter::kTehMarbuta);
    if (last == letter::kAlefMaqsura) consider(letter::kYeh);
    if (last == letter::kYeh) consider(letter::kAlefMaqsura);
  }
  return best;
}

std::string HostSpelling::Text(absl::string_view form, const CliticCut& cut) const {
  std::string text(
      form.substr(cut.begin * kBytesPerLetter, (cut.end - cut.begin) * kBytesPerLetter));
  if (last_letter != letter::kNone) {
    text.resize(text.size() - kBytesPerLetter);
    AppendUtf8(0x0620 + last_letter, &text);
  }
  if (silent_alef) text += "ا";
  return text;
}

void FeaturesOfCut(const WholeWord& whole, const CliticCut& cut, CutFeatures* features) {
  const LetterWord& word = whole.word;
  Collector collect(features);
  const uint64_t prefix = cut.prefix_id();
  const uint64_t enclitic = cut.enclitic;
  const uint64_t clitics = prefix * kEncliticCount + enclitic;
  const int length = cut.end - cut.begin;
  const LexicalRecord& host = *SpellHost(word, cut, whole.table).record;
  const LexicalRecord& record = whole.record;
  int host_count = host.log_count;
  if (cut.article) {
    // The noun with its article is a better witness than the bare one.
    const uint64_t hash = LetterWord::Prepend(
        letter::kAlef, LetterWord::Prepend(letter::kLam, word.Hash(cut.begin, cut.end), length),
        length + 1);
    const int with_article = whole.table.Find(hash).log_count;
    collect.Add(kArticleHost, prefix, DifferenceBucket(with_article, host_count));
    host_count = std::max(host_count, with_article);
  }
  const int bucket = Bucket(host_count);
  const int gain = DifferenceBucket(host_count, record.log_count);

  collect.Add(kClitics, clitics);
  collect.Add(kPrefix, prefix);
  collect.Add(kEnclitic, enclitic);
  collect.Add(kLength, clitics, std::min(length, 8));
  collect.Add(kHostCountPrefix, prefix, bucket);
  collect.Add(kHostCountEnclitic, enclitic, bucket);
  collect.Add(kHostCountBoth, (prefix != 0) * 2 + (enclitic != 0),
              bucket * 16 + std::min(length, 8));
  collect.Add(kGain, clitics, gain);
  collect.Add(kGainPrefix, prefix, gain * 32 + Bucket(record.log_count));
  collect.Add(kGainEnclitic, enclitic, gain * 32 + Bucket(record.log_count));
  collect.Add(kTail, prefix, DifferenceBucket(whole.tail_log_count, record.log_count));
  collect.Add(kProclitics, prefix, host.proclitics_seen());
  collect.Add(kEnclitics, enclitic, host.enclitics_seen());
  collect.Add(kWholeAttached, clitics, record.proclitics_seen() * 16 + record.enclitics_seen());
  collect.Add(kWordShape, clitics, std::min(word.size(), 9));

  const uint32_t host_flags = host.flags;
  if (host_flags == 0) collect.Add(kHostFlagNone, clitics);
  for (int bit = 0; bit < 16; ++bit) {
    if (host_flags >> bit & 1) {
      collect.Add(kHostFlag, prefix, bit);
      collect.Add(kHostFlagEnclitic, enclitic, bit);
    }
    if (record.flags >> bit & 1) collect.Add(kWholeFlag, clitics, bit);
  }
  if (record.flags == 0) collect.Add(kWholeFlagNone, clitics);
  collect.Add(kNameShare, clitics, record.name_share * 16 + host.name_share);

  const uint64_t first = word[cut.begin];
  const uint64_t second = length > 1 ? word[cut.begin + 1] : letter::kNone;
  collect.Add(kFirstLetter, prefix, first);
  collect.Add(kFirstLetters, prefix, first * 64 + second);
  collect.Add(kHamza, prefix * 2 + word.has_hamza(cut.begin), first);
  const uint64_t last = word[cut.end - 1];
  const uint64_t before = length > 1 ? word[cut.end - 2] : letter::kNone;
  collect.Add(kLastLetter, enclitic, last);
  collect.Add(kLastLetters, enclitic, before * 64 + last);
  if (length <= 3) collect.Add(kHostWord, word.Hash(cut.begin, cut.end), clitics);
  if (word.size() <= 5) collect.Add(kWholeWord, word.Hash(), clitics);
}

CliticCut CliticRanker::Best(const LetterWord& word, int* margin) const {
  CliticCuts cuts;
  ListCliticCuts(word, &cuts);
  if (margin != nullptr) *margin = INT16_MAX;
  if (cuts.size() == 1 || weights_.empty()) {
    return cuts.empty() ? CliticCut{} : cuts.front();
  }
  const WholeWord whole(word, table_);
  CutFeatures features;
  int best_score = INT32_MIN;
  int second_score = INT32_MIN;
  const CliticCut* best = &cuts.front();
  for (const CliticCut& cut : cuts) {
    FeaturesOfCut(whole, cut, &features);
    int score = 0;
    for (const uint32_t feature : features) score += weights_[feature];
    if (score > best_score) {
      second_score = best_score;
      best_score = score;
      best = &cut;
    } else {
      second_score = std::max(second_score, score);
    }
  }
  if (margin != nullptr) *margin = best_score - second_score;
  return *best;
}

}  // namespace isnad::extraction
