// What is looked at in pairs, what a model makes of them, and the facts that come of it.

#include "services/extraction/relations/pairs/pair_reading.h"

#include <algorithm>
#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "services/extraction/model/model_writer.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/extraction/relations/pairs/pair_facts.h"

namespace isnad::extraction {
namespace {

// A text with all that pairs are read from.
class ReadText {
 public:
  explicit ReadText(const std::string& text)
      : analysis_(*Reader().Analyze(text, AnalyzeOptions())),
        index_(analysis_),
        words_(analysis_, &Reader().frames()),
        roles_(&index_, Reader().titles().Find(analysis_)),
        features_(&index_, &roles_, &words_, nullptr),
        pairs_(&index_) {}

  static const Analyzer& Reader() {
    static const Analyzer* const analyzer = [] {
      auto created = Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded());
      return created->release();
    }();
    return *analyzer;
  }

  const Analysis& analysis() const { return analysis_; }
  const PhraseIndex& index() const { return index_; }
  const RoleIndex& roles() const { return roles_; }
  const FrameWords& words() const { return words_; }

  // The pair of the first two mentions of these words; the second may be a figure.
  EndPair PairOf(const std::string& subject, const std::string& other) const {
    for (const EndPair& pair : pairs_.Of(0)) {
      const auto quote = [&](TokenRange tokens) {
        return std::string(analysis_.Quote(analysis_.BytesOf(tokens)));
      };
      if (quote(SubjectTokens(analysis_, pair)).find(subject) != std::string::npos &&
          quote(OtherTokens(analysis_, pair)).find(other) != std::string::npos) {
        return pair;
      }
    }
    return EndPair();
  }

  std::vector<uint32_t> KeysOf(const EndPair& pair) {
    PairDescription description;
    features_.Of(pair, &description);
    std::vector<uint32_t> keys = description.keys;
    for (const PlacedWord& word : description.words) features_.AddKeys(word, &keys);
    std::sort(keys.begin(), keys.end());
    return keys;
  }

 private:
  const Analysis analysis_;
  const PhraseIndex index_;
  const FrameWords words_;
  const RoleIndex roles_;
  PairFeatures features_;
  const EndPairs pairs_;
};

TEST(EndPairs, JoinNamesEitherWayRoundAndNamesWithFigures) {
  const ReadText text("استحوذت إنتل على شركة كوالكوم مقابل 4 مليارات دولار.");
  EXPECT_GE(text.PairOf("إنتل", "كوالكوم").subject, 0);
  EXPECT_GE(text.PairOf("كوالكوم", "إنتل").subject, 0);
  EXPECT_GE(text.PairOf("إنتل", "4 مليارات").value, 0);
}

TEST(EndPairs, PlacesAreNoSubjects) {
  const ReadText text("افتتحت إنتل مصنعا في القاهرة.");
  EXPECT_GE(text.PairOf("إنتل", "القاهرة").subject, 0);
  EXPECT_LT(text.PairOf("القاهرة", "إنتل").subject, 0);
}

// Two passages, of which the second names no house.
constexpr char kGoesOn[] =
    "أعلنت إنتل نتائجها الفصلية أمس وقالت إنتل إن أرباحها زادت، فيما تراجعت كوالكوم.\n\n"
    "وقال المدير المالي جون ميلر إن الطلب قوي.";

TEST(EndPairs, JoinAHouseThatOnlyTheTextNames) {
  const ReadText text(kGoesOn);
  const Analysis& analysis = text.analysis();
  int implied = 0;
  for (size_t p = 0; p < analysis.passages.size(); ++p) {
    for (const EndPair& pair : EndPairs(&text.index()).Of(static_cast<int>(p))) {
      if (pair.implied != EndPair::Implied::kObject) continue;
      if (analysis.Quote(analysis.BytesOf(SubjectTokens(analysis, pair))) != "جون ميلر") continue;
      ++implied;
      EXPECT_NE(analysis.tokens[OtherTokens(analysis, pair).begin].passage, pair.passage);
    }
  }
  EXPECT_GE(implied, 1);
}

TEST(ImpliedHouses, StandByHowMuchTheTextIsAboutThem) {
  const ReadText text(kGoesOn);
  const Analysis& analysis = text.analysis();
  const int passage = analysis.tokens.back().passage;
  const ImpliedHouses houses(&text.index());
  HouseStandings standings(&text.index());
  bool found = false;
  for (const int house : houses.In(passage)) {
    const HouseStanding& standing = standings.Of(passage, house);
    EXPECT_GT(standing.share, 0);
    EXPECT_EQ(standing.people_here, 1);
    EXPECT_EQ(standing.houses_here, 0);
    if (analysis.Quote(analysis.BytesOf(analysis.mentions[house].tokens)) != "إنتل") continue;
    found = true;
    EXPECT_EQ(standing.ranked_before, 0);
    EXPECT_GT(standing.share, 0.5);
  }
  EXPECT_TRUE(found);
  // What the first passage names needs no guess.
  for (const int house : houses.In(0))
    EXPECT_NE(analysis.tokens[analysis.mentions[house].tokens.begin].passage, 0);
}

TEST(PairFeatures, DoNotTellOneCompanyFromAnother) {
  ReadText one("استحوذت إنتل على شركة كوالكوم في صفقة كبيرة.");
  ReadText other("استحوذت غوغل على شركة أمازون في صفقة كبيرة.");
  EXPECT_EQ(one.KeysOf(one.PairOf("إنتل", "كوالكوم")),
            other.KeysOf(other.PairOf("غوغل", "أمازون")));
}

TEST(PairFeatures, TellWhoComesFirstAndWhichWordsStandBetween) {
  ReadText text("استحوذت إنتل على شركة كوالكوم في صفقة كبيرة.");
  ReadText other("تنافست إنتل مع شركة كوالكوم في صفقة كبيرة.");
  const auto keys = text.KeysOf(text.PairOf("إنتل", "كوالكوم"));
  EXPECT_NE(keys, text.KeysOf(text.PairOf("كوالكوم", "إنتل")));
  EXPECT_NE(keys, other.KeysOf(other.PairOf("إنتل", "كوالكوم")));
}

int EntityNamed(const Analysis& analysis, const std::string& name) {
  for (const Mention& mention : analysis.mentions) {
    if (analysis.Quote(mention.range) == name) return mention.entity;
  }
  return -1;
}

TEST(PairTitles, JoinWhoHoldsATitleAndWhere) {
  const ReadText text("قال جون ميلر، المدير المالي لشركة نوكيا، إن إريكسون تراجعت وفق ماري كارتر.");
  PairTitles titles(&text.index(), &text.roles());
  const auto named = [&](const char* name) { return EntityNamed(text.analysis(), name); };
  const TitleTie own = titles.Between(0, named("جون ميلر"), named("نوكيا"));
  EXPECT_EQ(own.holder, TitleHolder::kPerson);
  EXPECT_EQ(own.house, TitleHouse::kOfPerson);
  EXPECT_FALSE(own.former);
  EXPECT_FALSE(own.key.empty());
  EXPECT_EQ(titles.Between(0, named("جون ميلر"), named("إريكسون")).house, TitleHouse::kNone);
  const TitleTie other = titles.Between(0, named("ماري كارتر"), named("نوكيا"));
  EXPECT_EQ(other.holder, TitleHolder::kOthers);
  EXPECT_EQ(other.house, TitleHouse::kOfOthers);
}

TEST(PairTitles, KnowTitlesThatSomebodyHadBefore) {
  const ReadText text("انضمت ماري كارتر، المديرة السابقة لشركة نوكيا، إلى إريكسون.");
  PairTitles titles(&text.index(), &text.roles());
  EXPECT_TRUE(titles
                  .Between(0, EntityNamed(text.analysis(), "ماري كارتر"),
                           EntityNamed(text.analysis(), "نوكيا"))
                  .former);
}

// Each of the keys adds 1 to a hidden unit that is worth so much to each type.
PairWeights WeightsOf(std::vector<uint32_t> keys, const std::vector<std::string>& types,
                      const std::vector<float>& worths) {
  PairWeights weights;
  weights.types = types;
  weights.keys = std::move(keys);
  weights.rows.assign(weights.keys.size() * kHiddenUnits, 0);
  for (size_t i = 0; i < weights.rows.size(); i += kHiddenUnits) weights.rows[i] = 1;
  weights.heads.assign(types.size() * kHiddenUnits, 0);
  for (size_t t = 0; t < types.size(); ++t) weights.heads[t * kHiddenUnits] = worths[t];
  weights.biases.assign(types.size(), 0);
  return weights;
}

// Two passages of which each names both ends.
TEST(PairReading, AsksOtherPassagesForTheSameEnds) {
  const ReadText text(
      "استحوذت إنتل على شركة كوالكوم في صفقة كبيرة.\n\nاستحوذت إنتل على شركة كوالكوم في صفقة "
      "كبيرة.");
  ReadText first("استحوذت إنتل على شركة كوالكوم في صفقة كبيرة.");
  std::vector<uint32_t> keys = first.KeysOf(first.PairOf("إنتل", "كوالكوم"));
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  ModelWriter writer;
  AddPairWeights(WeightsOf(std::move(keys), {"ACQUIRED"}, {1}), &writer);
  const std::string path = testing::TempDir() + "/elsewhere.model";
  ASSERT_TRUE(writer.Write(path).ok());
  const PairModel model = *PairModel::Of(*ModelFile::Open(path));
  PairReading reading(&text.index(), &text.roles(), &text.words(), nullptr, &model);
  reading.ReadAll();
  FactRecord fact;
  fact.type = "ACQUIRED";
  fact.passage = 0;
  fact.subject.kind = fact.object.kind = ArgumentRecord::Kind::kEntity;
  fact.subject.entity = EntityNamed(text.analysis(), "إنتل");
  fact.object.entity = EntityNamed(text.analysis(), "كوالكوم");
  const auto verdict = reading.Of(fact);
  ASSERT_TRUE(verdict.has_value());
  ASSERT_TRUE(verdict->elsewhere.has_value());
  EXPECT_GT(*verdict->elsewhere, 0);
}

// A model to whom only the pairs of one description are facts of one type.
class PairModelTest : public testing::Test {
 protected:
  PairModelTest() : text_("دمجت إنتل مصانعها مع شركة كوالكوم كليا.") {
    const EndPair pair = text_.PairOf("إنتل", "كوالكوم");
    const std::vector<uint32_t> keys = text_.KeysOf(pair);
    const std::vector<uint32_t> turned = text_.KeysOf(text_.PairOf("كوالكوم", "إنتل"));
    std::vector<uint32_t> own;
    for (const uint32_t key : keys) {
      const bool repeated = !own.empty() && own.back() == key;
      if (repeated || std::find(turned.begin(), turned.end(), key) != turned.end()) continue;
      own.push_back(key);
    }
    ModelWriter writer;
    AddPairWeights(WeightsOf(std::move(own), {"ACQUIRED", "SUPPLIES"}, {1, -2}), &writer);
    const std::string path = testing::TempDir() + "/pairs.model";
    EXPECT_TRUE(writer.Write(path).ok());
    model_ = std::make_unique<PairModel>(*PairModel::Of(*ModelFile::Open(path)));
  }

  std::unique_ptr<PairReading> Read() {
    auto reading = std::make_unique<PairReading>(&text_.index(), &text_.roles(), &text_.words(),
                                                 nullptr, model_.get());
    reading->ReadAll();
    return reading;
  }

  std::vector<FactRecord> Facts(const std::vector<FactRecord>& told) {
    const RoleIndex roles(&text_.index(), {});
    const PairSchema schema(ReadText::Reader().frames());
    return PairFacts(text_.index(), roles, schema, 0, ToldFacts(told), Read().get());
  }

  ReadText text_;
  std::unique_ptr<PairModel> model_;
};

TEST_F(PairModelTest, FindsTheFactThatNoFrameHas) {
  const std::vector<FactRecord> facts = Facts({});
  const auto fact = std::find_if(facts.begin(), facts.end(), [&](const FactRecord& one) {
    return text_.analysis().Quote(one.subject.range) == "إنتل" && one.confidence > 0.9;
  });
  ASSERT_NE(fact, facts.end());
  EXPECT_EQ(fact->type, "ACQUIRED");
  EXPECT_EQ(fact->rule, "ACQUIRED/pair");
  EXPECT_TRUE(IsOfPair(*fact));
  EXPECT_EQ(text_.analysis().Quote(fact->object.range), "كوالكوم");
  EXPECT_TRUE(fact->quote.contains(fact->trigger));
  EXPECT_TRUE(std::none_of(facts.begin(), facts.end(), [](const FactRecord& one) {
    return one.type == "SUPPLIES" && one.confidence > 0.5;
  }));
}

TEST_F(PairModelTest, LeavesToFramesWhatTheyTold) {
  std::vector<FactRecord> told = Facts({});
  ASSERT_FALSE(told.empty());
  EXPECT_TRUE(Facts(told).empty());
}

TEST_F(PairModelTest, WeighsTheEndsOfAFactAgainstOthers) {
  const std::vector<FactRecord> facts = Facts({});
  ASSERT_FALSE(facts.empty());
  const auto reading = Read();
  const auto verdict = reading->Of(facts[0]);
  ASSERT_TRUE(verdict.has_value());
  EXPECT_GT(verdict->log_odds, 0);
  EXPECT_EQ(verdict->other_type, "SUPPLIES");
  EXPECT_LT(verdict->other_type_log_odds, 0);
  FactRecord unknown = facts[0];
  unknown.type = "STATED";
  EXPECT_FALSE(reading->Of(unknown).has_value());
}

TEST(PairSchema, TakesEndsAndFiguresThatTheTypeCanHave) {
  const ReadText text("أعلنت إنتل مع جون ميلر أن عدد موظفيها 900 موظف وأن الكلفة 3 ملايين دولار.");
  const PairSchema schema(ReadText::Reader().frames());
  const auto admits = [&](const char* subject, const char* other, const char* type) {
    const EndPair pair = text.PairOf(subject, other);
    EXPECT_GE(pair.subject, 0) << subject << " and " << other;
    return schema.Admits(text.analysis(), pair, type);
  };
  EXPECT_TRUE(admits("ميلر", "إنتل", "LEFT"));
  EXPECT_FALSE(admits("إنتل", "ميلر", "LEFT"));
  EXPECT_TRUE(admits("إنتل", "900", "HEADCOUNT"));
  EXPECT_FALSE(admits("إنتل", "3 ملايين", "HEADCOUNT"));
  EXPECT_FALSE(admits("إنتل", "900", "STATED"));
}

TEST(PairModel, RefusesSectionsThatDoNotFit) {
  ModelWriter writer;
  const std::vector<uint32_t> keys = {1, 2};
  const std::vector<int8_t> rows = {1, 2, 3};
  const std::vector<float> steps = {0.5};
  writer.AddBytes("pairs/types", "ACQUIRED");
  writer.AddArray("pairs/keys", absl::MakeConstSpan(keys));
  writer.AddArray("pairs/rows", absl::MakeConstSpan(rows));
  writer.AddArray("pairs/steps", absl::MakeConstSpan(steps));
  writer.AddArray("pairs/heads", absl::MakeConstSpan(steps));
  writer.AddArray("pairs/biases", absl::MakeConstSpan(steps));
  const std::string path = testing::TempDir() + "/damaged.model";
  ASSERT_TRUE(writer.Write(path).ok());
  EXPECT_EQ(PairModel::Of(*ModelFile::Open(path)).status().code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace isnad::extraction
