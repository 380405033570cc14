#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/distribution/word_layout.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/tools/train_words/class_tree.h"
#include "services/extraction/tools/train_words/corpus.h"
#include "services/extraction/tools/train_words/exchange_clustering.h"
#include "services/extraction/tools/train_words/learn_words.h"
#include "services/extraction/tools/train_words/neighbors.h"
#include "services/extraction/tools/train_words/vocabulary.h"
#include "services/extraction/tools/train_words/word_statistics.h"

namespace isnad::extraction {
namespace {

Corpus Read(absl::string_view text) {
  std::istringstream input{std::string(text)};
  CorpusReader reader;
  reader.Read(input);
  return std::move(reader).Finish();
}

int32_t TypeOf(const Corpus& corpus, absl::string_view letters) {
  for (size_t i = 0; i < corpus.types.size(); ++i) {
    if (corpus.types[i].letters == letters) return static_cast<int32_t>(i);
  }
  return -1;
}

int64_t CountOf(const Corpus& corpus, absl::string_view letters) {
  const int32_t type = TypeOf(corpus, letters);
  return type < 0 ? 0 : corpus.types[type].count;
}

// Sentences in which names, cities, fruits and verbs stand where only their kind can.
std::string SmallWorld() {
  const std::vector<std::string> names = {"سلمى", "مروان", "هالة", "زياد", "نادين", "فادي"};
  const std::vector<std::string> cities = {"حلب", "صفاقس", "أسوان", "الموصل", "طنجة", "صيدا"};
  const std::vector<std::string> fruits = {"تفاحا", "عنبا", "تينا", "رمانا", "خوخا", "كرزا"};
  std::string text;
  uint32_t state = 7;
  const auto pick = [&state](const std::vector<std::string>& words) {
    state = state * 1664525 + 1013904223;
    return words[(state >> 16) % words.size()];
  };
  for (int i = 0; i < 400; ++i) {
    absl::StrAppend(&text, "قال السيد ", pick(names), " إنه عاد أمس.\n");
    absl::StrAppend(&text, "تقع مدينة ", pick(cities), " قرب النهر.\n");
    absl::StrAppend(&text, "اشترينا ", pick(fruits), " من السوق.\n");
    absl::StrAppend(&text, "سافر السيد ", pick(names), " إلى مدينة ", pick(cities), ".\n");
  }
  return text;
}

TrainWordsOptions SmallOptions() {
  TrainWordsOptions options;
  options.fine_clusters = 8;
  options.coarse_clusters = 4;
  options.exchange.classes = 10;
  options.skip_gram.window = 2;
  options.skip_gram.frequent = 1;
  return options;
}

// A model in memory, on the border that models ask for.
class LoadedWords {
 public:
  explicit LoadedWords(const std::string& bytes) : storage_(bytes.size() / sizeof(Line) + 1) {
    std::memcpy(storage_.data(), bytes.data(), bytes.size());
    const auto model = ModelFile::OfBytes(
        absl::string_view(reinterpret_cast<const char*>(storage_.data()), bytes.size()));
    words_ = model.ok() ? WordDistribution::Of(*model) : model.status();
  }

  const absl::StatusOr<WordDistribution>& words() const { return words_; }

 private:
  struct alignas(64) Line {
    char bytes[64];
  };
  std::vector<Line> storage_;
  absl::StatusOr<WordDistribution> words_ = absl::UnknownError("not read");
};

TEST(CorpusReader, ReadsBothMarkupsAndPlainText) {
  const Corpus corpus = Read(
      "<doc id=\"1\" title=\"طنجة (توضيح)\" url=\"x\">\nطنجة (توضيح)\n\nمدينة في المغرب.\n</doc>\n"
      "<DOC>\n<SRC>مصدر</SRC>\n<TITLE>عنوان الخبر</TITLE>\n<TEXT>\nمتن الخبر\n</TEXT>\n</DOC>\n"
      "سطر وحده\n");
  EXPECT_EQ(CountOf(corpus, "توضيح"), 0);
  EXPECT_EQ(CountOf(corpus, "مصدر"), 0);
  EXPECT_EQ(CountOf(corpus, "المغرب"), 1);
  EXPECT_EQ(CountOf(corpus, "الخبر"), 2);
  EXPECT_EQ(CountOf(corpus, "سطر"), 1);
  ASSERT_EQ(corpus.articles.size(), 1u);
  EXPECT_EQ(corpus.articles[0].title, std::vector<int32_t>{TypeOf(corpus, "طنجة")});
}

TEST(CorpusReader, BreaksSentencesButNotAfterAbbreviations) {
  const Corpus corpus = Read("وصل د. سامي. ثم غادر");
  int breaks = 0;
  for (const int32_t type : corpus.stream) breaks += type == kSentenceBreak;
  EXPECT_EQ(breaks, 2);
}

TEST(Vocabulary, PutsFrequentWordsFirstAndRareOnesTogether) {
  const Corpus corpus = Read("نعم لا نعم لا نعم ربما كلا");
  const Vocabulary vocabulary = MakeVocabulary(corpus, 2);
  ASSERT_EQ(vocabulary.size(), 3);
  EXPECT_EQ(vocabulary.types[1], TypeOf(corpus, "نعم"));
  EXPECT_EQ(vocabulary.counts, (std::vector<int64_t>{2, 3, 2}));
  EXPECT_EQ(vocabulary.stream, (std::vector<int32_t>{1, 2, 1, 2, 1, Vocabulary::kRareWord,
                                                     Vocabulary::kRareWord, kSentenceBreak}));
  EXPECT_EQ(vocabulary.CountAtLeast(3), 2);
}

TEST(Neighbors, CountsPairsInsideSentences) {
  const Neighbors neighbors({0, 1, 0, 1, kSentenceBreak, 0, 2}, 3);
  ASSERT_EQ(neighbors.After(0).size(), 2u);
  EXPECT_EQ(neighbors.After(0)[0].word, 1);
  EXPECT_EQ(neighbors.After(0)[0].count, 2);
  EXPECT_EQ(neighbors.After(1).size(), 1u);
  EXPECT_EQ(neighbors.After(2).size(), 0u);
  ASSERT_EQ(neighbors.Before(2).size(), 1u);
  EXPECT_EQ(neighbors.Before(2)[0].word, 0);
}

// Likelihood of the class bigram model, as far as classes matter.
double Likelihood(const WordClasses& classes) {
  const auto entropy = [](int64_t x) { return x == 0 ? 0 : x * std::log2(static_cast<double>(x)); };
  double sum = 0;
  for (int a = 0; a < classes.count; ++a) {
    int64_t before = 0, after = 0;
    for (int b = 0; b < classes.count; ++b) {
      sum += entropy(classes.pairs[a * classes.count + b]);
      before += classes.pairs[a * classes.count + b];
      after += classes.pairs[b * classes.count + a];
    }
    sum -= entropy(before) + entropy(after);
  }
  return sum;
}

TEST(Exchange, CountsOfClassesMatchTheirWords) {
  const Vocabulary vocabulary = MakeVocabulary(Read(SmallWorld()), 1);
  const Neighbors neighbors(vocabulary.stream, vocabulary.size());
  ExchangeOptions options;
  options.classes = 6;
  options.shaping = 12;
  const WordClasses classes = ClusterByExchange(neighbors, options);
  std::vector<int64_t> pairs(classes.count * classes.count);
  for (int32_t w = 0; w < vocabulary.size(); ++w) {
    for (const Neighbors::Count& next : neighbors.After(w)) {
      pairs[classes.class_of[w] * classes.count + classes.class_of[next.word]] += next.count;
    }
  }
  EXPECT_EQ(classes.pairs, pairs);
}

TEST(Exchange, PassesMakeTheTextLikelier) {
  const Vocabulary vocabulary = MakeVocabulary(Read(SmallWorld()), 1);
  const Neighbors neighbors(vocabulary.stream, vocabulary.size());
  ExchangeOptions options;
  options.classes = 8;
  options.passes = 0;
  const double before = Likelihood(ClusterByExchange(neighbors, options));
  options.passes = 10;
  EXPECT_GT(Likelihood(ClusterByExchange(neighbors, options)), before);
}

TEST(ClassTree, JoinsClassesWithTheSameNeighboursFirst) {
  WordClasses classes;
  classes.count = 4;
  // Classes 0 and 2 stand before 1, class 3 only before itself.
  classes.pairs = {0, 50, 0, 0,  //
                   0, 0,  0, 9,  //
                   0, 40, 0, 0,  //
                   0, 0,  0, 70};
  const std::vector<word_layout::Path> paths = MakeClassPaths(classes);
  ASSERT_EQ(paths.size(), 4u);
  ASSERT_EQ(paths[0].length, paths[2].length);
  EXPECT_EQ(paths[0].bits ^ paths[2].bits, 1u);
}

TEST(WordStatistics, CountsSpellingsAndCompany) {
  const Corpus corpus = Read(
      "الحزب حزب وحزب حزبه حزب\n"
      "قال الوزير الأردني عمار إن شركة زين كبرت\n"
      "عمار يؤكد ذلك\n");
  const std::vector<ShareCounts> shares = CountShares(corpus);
  using word_layout::Share;
  const ShareCounts& party = shares[TypeOf(corpus, "حزب")];
  EXPECT_EQ(party[Share::kWithArticle], 1);
  EXPECT_EQ(party[Share::kWithConjunction], 1);
  EXPECT_EQ(party[Share::kWithPronoun], 1);
  const ShareCounts& person = shares[TypeOf(corpus, "عمار")];
  EXPECT_EQ(person[Share::kAfterPersonTitle], 1);
  EXPECT_EQ(person[Share::kBeforeSpeechVerb], 1);
  EXPECT_EQ(person[Share::kStartsSentence], 1);
  EXPECT_EQ(shares[TypeOf(corpus, "زين")][Share::kAfterOrganizationWord], 1);
}

TEST(WordStatistics, TellsKindsOfArticlesByTheirFirstSentence) {
  const Corpus corpus = Read(
      "<doc id=\"1\" title=\"هدى بركة\" url=\"x\">\nهدى بركة\n\nهدى بركة شاعرة من لبنان.\n</doc>\n"
      "<doc id=\"2\" title=\"تل رفيف\" url=\"x\">\nتل رفيف\n\nتل رفيف هي بلدة صغيرة.\n</doc>\n");
  const std::vector<ShareCounts> shares = CountShares(corpus);
  using word_layout::Share;
  EXPECT_EQ(shares[TypeOf(corpus, "هدى")][Share::kInPersonTitle], 1);
  EXPECT_EQ(shares[TypeOf(corpus, "رفيف")][Share::kInPlaceTitle], 1);
  EXPECT_EQ(shares[TypeOf(corpus, "رفيف")][Share::kInPersonTitle], 0);
}

TEST(WordStatistics, BucketsAreLogarithms) {
  EXPECT_EQ(ShareBucket(0, 10), 0);
  EXPECT_EQ(ShareBucket(600, 1000), 9);
  EXPECT_EQ(ShareBucket(300, 1000), 8);
  EXPECT_EQ(ShareBucket(1, 1000000), 1);
  EXPECT_EQ(ShareBucket(1200, 1000), 10);
  EXPECT_EQ(ShareBucket(1000000, 1), 15);
  EXPECT_LT(ShareBucket(1, 1), ShareBucket(100, 100));
  EXPECT_EQ(FrequencyBucket(1), 1);
  EXPECT_EQ(FrequencyBucket(1024), 10);
}

TEST(LearnWords, PutsInterchangeableWordsTogether) {
  const LoadedWords loaded(WriteWords(LearnWords(Read(SmallWorld()), SmallOptions())).Finish());
  ASSERT_TRUE(loaded.words().ok()) << loaded.words().status();
  const WordFacts name = loaded.words()->Find("سلمى");
  const WordFacts city = loaded.words()->Find("حلب");
  const WordFacts fruit = loaded.words()->Find("تفاحا");
  ASSERT_TRUE(name.known && city.known && fruit.known);
  for (const absl::string_view other : {"مروان", "هالة", "زياد", "نادين", "فادي"}) {
    EXPECT_EQ(loaded.words()->Find(other).brown_bits, name.brown_bits) << other;
    EXPECT_EQ(loaded.words()->Find(other).fine_cluster, name.fine_cluster) << other;
  }
  for (const absl::string_view other : {"صفاقس", "أسوان", "الموصل", "طنجة", "صيدا"}) {
    EXPECT_EQ(loaded.words()->Find(other).brown_bits, city.brown_bits) << other;
  }
  for (const absl::string_view other : {"عنبا", "تينا", "رمانا", "خوخا", "كرزا"}) {
    EXPECT_EQ(loaded.words()->Find(other).brown_bits, fruit.brown_bits) << other;
  }
  EXPECT_NE(name.BrownPrefix(31), city.BrownPrefix(31));
  EXPECT_NE(name.BrownPrefix(31), fruit.BrownPrefix(31));
  EXPECT_NE(name.fine_cluster, city.fine_cluster);
  EXPECT_GE(city.after_place_word, 9);
  EXPECT_GE(name.after_person_title, 9);
}

TEST(LearnWords, GivesTheSameBytesAgain) {
  const Corpus corpus = Read(SmallWorld());
  const std::string once = WriteWords(LearnWords(corpus, SmallOptions())).Finish();
  EXPECT_EQ(WriteWords(LearnWords(corpus, SmallOptions())).Finish(), once);
}

TEST(LearnWords, FindsEveryWordItWrote) {
  const WordTable table = LearnWords(Read(SmallWorld()), SmallOptions());
  const LoadedWords loaded(WriteWords(table).Finish());
  ASSERT_TRUE(loaded.words().ok()) << loaded.words().status();
  EXPECT_EQ(loaded.words()->size(), static_cast<int>(table.words.size()));
  for (const WordTable::Word& word : table.words) {
    const WordFacts facts = loaded.words()->Find(word.letters);
    EXPECT_TRUE(facts.known) << word.letters;
    EXPECT_EQ(facts.fine_cluster, word.fine_cluster) << word.letters;
    EXPECT_EQ(facts.brown_bits, table.paths[word.path].bits) << word.letters;
  }
}

}  // namespace
}  // namespace isnad::extraction
