#include "services/extraction/distribution/word_distribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/distribution/word_key.h"
#include "services/extraction/distribution/word_layout.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/model/model_writer.h"

namespace isnad::extraction {
namespace {

using word_layout::Entry;
using word_layout::Path;

// A model of the given words, the fine cluster of each its place in the list.
class Model {
 public:
  explicit Model(const std::vector<std::string>& words) {
    std::vector<std::pair<uint64_t, Entry>> sorted;
    for (size_t i = 0; i < words.size(); ++i) {
      const uint64_t key = WordKey(words[i]);
      Entry entry = {};
      entry.fingerprint = word_layout::FingerprintOf(key);
      entry.fine_cluster = static_cast<uint16_t>(i);
      entry.coarse_cluster = 7;
      entry.path = static_cast<uint16_t>(i % 2);
      entry.frequency = 4;
      entry.shares[0] = 0x32;  // with_article 2, with_pronoun 3
      entry.shares[8] = 0xE5;  // in_organization_title 5, in_product_title 14
      sorted.emplace_back(key, entry);
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<uint32_t> buckets(word_layout::kBucketCount + 1);
    std::vector<Entry> entries;
    for (const auto& [key, entry] : sorted) {
      entries.push_back(entry);
      for (uint32_t b = word_layout::BucketOf(key) + 1; b < buckets.size(); ++b) ++buckets[b];
    }
    Store(buckets, entries);
  }

  Model(const std::vector<uint32_t>& buckets, const std::vector<Entry>& entries) {
    Store(buckets, entries);
  }

  absl::StatusOr<WordDistribution> Open() const {
    const auto model = ModelFile::OfBytes(
        absl::string_view(reinterpret_cast<const char*>(storage_.data()), size_));
    if (!model.ok()) return model.status();
    return WordDistribution::Of(*model);
  }

 private:
  struct alignas(64) Line {
    char bytes[64];
  };

  void Store(const std::vector<uint32_t>& buckets, const std::vector<Entry>& entries) {
    const std::vector<Path> paths = {{0b0110, 4}, {0b1, 1}};
    ModelWriter writer;
    writer.AddArray(word_layout::kBuckets, absl::MakeConstSpan(buckets));
    writer.AddArray(word_layout::kEntries, absl::MakeConstSpan(entries));
    writer.AddArray(word_layout::kPaths, absl::MakeConstSpan(paths));
    const std::string bytes = writer.Finish();
    size_ = bytes.size();
    storage_.resize(bytes.size() / sizeof(Line) + 1);
    std::memcpy(storage_.data(), bytes.data(), bytes.size());
  }

  std::vector<Line> storage_;
  size_t size_ = 0;
};

TEST(WordKey, KeepsAlefMaqsuraAndTaMarbutaApart) {
  EXPECT_NE(WordKey("على"), WordKey("علي"));
  EXPECT_NE(WordKey("مدرسة"), WordKey("مدرسه"));
}

TEST(WordKey, MergesAlefsMarksDigitsAndCase) {
  EXPECT_EQ(WordLetters("أَحْمَد"), "احمد");
  EXPECT_EQ(WordLetters("آسيا"), WordLetters("اسيا"));
  EXPECT_EQ(WordLetters("كتـــاب"), "كتاب");
  EXPECT_EQ(WordLetters("2025"), WordLetters("١٩٤٨"));
  EXPECT_EQ(WordLetters("OpenAI"), "openai");
  EXPECT_EQ(WordLetters("\xFF\xD8"), "");
}

TEST(WordKey, HashesTheLetters) {
  for (const absl::string_view word : {"إيران", "GPT-4", "١٢٬٥", "", "\xD8", "لـ"}) {
    EXPECT_EQ(WordKey(word), WordKey(WordLetters(word))) << word;
  }
  EXPECT_NE(WordKey("باب"), WordKey("اب"));
}

TEST(WordDistribution, ReadsAllFactsOfAWord) {
  const Model model({"بغداد", "أربيل"});
  const auto words = model.Open();
  ASSERT_TRUE(words.ok()) << words.status();
  const WordFacts facts = words->Find("أربيل");
  EXPECT_TRUE(facts.known);
  EXPECT_EQ(facts.fine_cluster, 1);
  EXPECT_EQ(facts.coarse_cluster, 7);
  EXPECT_EQ(facts.frequency, 4);
  EXPECT_EQ(facts.with_article, 2);
  EXPECT_EQ(facts.with_pronoun, 3);
  EXPECT_EQ(facts.after_person_title, 0);
  EXPECT_EQ(facts.in_organization_title, 5);
  EXPECT_EQ(facts.in_product_title, 14);
}

TEST(WordDistribution, PrefixesOfPathsDifferByLength) {
  const Model model({"بغداد", "أربيل"});
  const auto words = model.Open();
  ASSERT_TRUE(words.ok()) << words.status();
  const WordFacts deep = words->Find("بغداد");
  EXPECT_EQ(deep.BrownPrefix(2), 0b101u);
  EXPECT_EQ(deep.BrownPrefix(4), 0b10110u);
  EXPECT_EQ(deep.BrownPrefix(12), 0b10110u);
  EXPECT_EQ(words->Find("أربيل").BrownPrefix(6), 0b11u);
  EXPECT_EQ(WordFacts().BrownPrefix(6), 0u);
}

TEST(WordDistribution, KnowsNothingOfUnknownWords) {
  const Model model({"بغداد"});
  const auto words = model.Open();
  ASSERT_TRUE(words.ok()) << words.status();
  EXPECT_FALSE(words->Find("دمشق").known);
  EXPECT_FALSE(words->Find("").known);
  EXPECT_FALSE(words->FindStripped("و").facts.known);
  const StrippedFacts unknown = words->FindStripped("ودمشق");
  EXPECT_FALSE(unknown.facts.known);
  EXPECT_EQ(unknown.stripped_bytes, 0);
}

TEST(WordDistribution, StripsProcliticsOfUnknownWords) {
  const Model model({"بغداد", "شركة", "وليد", "مصرفي", "عربية"});
  const auto words = model.Open();
  ASSERT_TRUE(words.ok()) << words.status();
  const auto stripped = [&](absl::string_view form) {
    const StrippedFacts found = words->FindStripped(form);
    return found.facts.known ? found.stripped_bytes : -1;
  };
  EXPECT_EQ(stripped("بغداد"), 0);
  EXPECT_EQ(stripped("وبغداد"), 2);
  EXPECT_EQ(stripped("ببغداد"), 2);
  EXPECT_EQ(stripped("ولبغداد"), 4);
  EXPECT_EQ(stripped("وبالشركة"), 8);
  EXPECT_EQ(stripped("للشركة"), 4);
  EXPECT_EQ(stripped("وللمصرفي"), 6);
  EXPECT_EQ(stripped("سبغداد"), 2);
  EXPECT_EQ(stripped("فأل"), -1);  // nothing of a word is left
  EXPECT_EQ(stripped("لشركة"), 2);
  EXPECT_EQ(stripped("والشركة"), 6);
  EXPECT_EQ(stripped("وليد"), 0);
  EXPECT_EQ(stripped("مصرفى"), 0);
  EXPECT_EQ(stripped("عربيه"), 0);
}

TEST(WordDistribution, RefusesSectionsThatDoNotFit) {
  std::vector<uint32_t> buckets(word_layout::kBucketCount + 1);
  EXPECT_TRUE(Model(buckets, {}).Open().ok());
  EXPECT_EQ(Model(buckets, {Entry()}).Open().status().code(), absl::StatusCode::kDataLoss);
  buckets[5] = 9;
  EXPECT_EQ(Model(buckets, {}).Open().status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Model(std::vector<uint32_t>(3), {}).Open().status().code(),
            absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace isnad::extraction
