#include "services/extraction/tools/train_pairs/pair_examples.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

constexpr char kFrames[] = R"(
fact_type { name: "ACQUIRED" }
frame {
  name: "buy"
  construction: ACTIVE_VERB
  trigger: "اشترى"
  example { text: "اشترت إنتل شركة كوالكوم أمس." subject: "إنتل" object: "كوالكوم" }
  counter_example: "اشترت إنتل أجهزة من سيسكو."
}
)";

// What the examples say of a type, from the first to the last pair.
std::vector<int8_t> LabelsOf(const std::vector<PairExample>& examples, const std::string& type) {
  const std::vector<std::string>& types = PairTypes();
  const size_t place = std::find(types.begin(), types.end(), type) - types.begin();
  std::vector<int8_t> out;
  for (const PairExample& example : examples) out.push_back(example.labels[place]);
  return out;
}

TEST(LexiconPairs, SayWhatExamplesTellAndCounterExamplesDoNot) {
  const auto models = ModelSet::Embedded();
  ASSERT_TRUE(models.ok());
  const auto analyzer = Analyzer::Create(LexiconFiles::Embedded(), *models);
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  const auto words = WordDistribution::Of(*models->Find("words"));
  ASSERT_TRUE(words.ok()) << words.status();
  const auto examples = ReadLexiconPairs(**analyzer, *words,
                                         LexiconFiles::Of({{"frames_bought.textproto", kFrames}}));
  ASSERT_TRUE(examples.ok()) << examples.status();
  const std::vector<int8_t> bought = LabelsOf(*examples, "ACQUIRED");
  // Intel bought Qualcomm, not Qualcomm Intel; of Cisco nothing was bought, either way round.
  EXPECT_EQ(std::count(bought.begin(), bought.end(), PairExample::kRight), 1);
  EXPECT_GE(std::count(bought.begin(), bought.end(), PairExample::kWrong), 3);
  for (const int8_t label : LabelsOf(*examples, "LEFT")) EXPECT_EQ(label, PairExample::kUnsure);
}

TEST(LexiconPairs, NameTheFileThatCannotBeRead) {
  const auto models = ModelSet::Embedded();
  ASSERT_TRUE(models.ok());
  const auto analyzer = Analyzer::Create(LexiconFiles::Embedded(), *models);
  ASSERT_TRUE(analyzer.ok());
  const auto words = WordDistribution::Of(*models->Find("words"));
  const auto examples = ReadLexiconPairs(**analyzer, *words,
                                         LexiconFiles::Of({{"frames_torn.textproto", "frame {"}}));
  EXPECT_EQ(examples.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(examples.status().message().find("frames_torn.textproto"), std::string::npos);
}

}  // namespace
}  // namespace isnad::extraction
