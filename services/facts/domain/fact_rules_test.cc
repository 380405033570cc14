#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/facts/domain/civil_day.h"
#include "services/facts/domain/conflict_rules.h"
#include "services/facts/domain/extraction_check.h"
#include "services/facts/domain/fact_key.h"
#include "services/facts/domain/figures.h"
#include "services/facts/domain/independence.h"
#include "services/facts/domain/passage_ranking.h"
#include "services/facts/domain/slug.h"
#include "services/server/status/error_details.h"

namespace isnad::facts {
namespace {

Figure Dollars(double amount, FigureBound bound = FigureBound::kExact, double upper = 0) {
  return Figure{amount, upper, bound, "USD"};
}

TEST(SlugTest, KeepsAsciiNamesAndHashesOthers) {
  EXPECT_EQ(Slug("  Acme AI, Inc. "), "acme-ai-inc");
  EXPECT_EQ(Slug("الشركة"), "");
  EXPECT_EQ(SlugOrHash("Daily News", "s"), "daily-news");
  EXPECT_TRUE(IsResourceId(SlugOrHash("صحيفة الغد", "s")));
  EXPECT_NE(SlugOrHash("صحيفة الغد", "s"), SlugOrHash("صحيفة الأمس", "s"));
  EXPECT_FALSE(IsResourceId("Upper"));
  EXPECT_FALSE(IsResourceId(std::string(65, 'a')));
}

TEST(FiguresTest, ExactFiguresDifferBeyondTwoPercent) {
  EXPECT_TRUE(CompatibleFigures(Dollars(14.3e9), Dollars(14.2e9)));
  EXPECT_FALSE(CompatibleFigures(Dollars(14.3e9), Dollars(15e9)));
}

TEST(FiguresTest, RoundingIsNoContradiction) {
  EXPECT_TRUE(CompatibleFigures(Dollars(14.3e9), Dollars(14e9)));
  EXPECT_FALSE(CompatibleFigures(Dollars(14.9e9), Dollars(14e9)));
}

TEST(FiguresTest, BoundsAllowWhatTheySay) {
  EXPECT_TRUE(CompatibleFigures(Dollars(14e9, FigureBound::kAtLeast), Dollars(14.3e9)));
  EXPECT_FALSE(CompatibleFigures(Dollars(14e9, FigureBound::kAtLeast), Dollars(10e9)));
  EXPECT_TRUE(CompatibleFigures(Dollars(100, FigureBound::kAtMost), Dollars(60)));
  EXPECT_FALSE(CompatibleFigures(Dollars(100, FigureBound::kAtMost), Dollars(120)));
  EXPECT_TRUE(CompatibleFigures(Dollars(100, FigureBound::kAbout), Dollars(108)));
  EXPECT_TRUE(CompatibleFigures(Dollars(10, FigureBound::kRange, 20), Dollars(15)));
  EXPECT_FALSE(CompatibleFigures(Dollars(10, FigureBound::kRange, 20), Dollars(25)));
}

TEST(FiguresTest, OtherUnitsSayNothing) {
  EXPECT_TRUE(CompatibleFigures(Dollars(10), Figure{500, 0, FigureBound::kExact, "EUR"}));
}

FactIdentity Identity() {
  FactIdentity identity;
  identity.type = "INVESTED_IN";
  identity.subject_ref = EntityRef("nile-ventures");
  identity.object_ref = EntityRef("qalam-labs");
  return identity;
}

DayInterval Month(int year, int month, DateBasis basis = DateBasis::kStated) {
  DayInterval days;
  days.start = DayNumber(absl::CivilDay(year, month, 1));
  days.end = DayNumber(absl::CivilDay(absl::CivilMonth(year, month) + 1));
  days.precision = DatePrecision::kMonth;
  days.basis = basis;
  return days;
}

std::string Key(const FactIdentity& identity,
                const absl::optional<DayInterval>& valid = absl::nullopt) {
  return FactKey(identity, valid, Symmetry::kDirected);
}

TEST(FactKeyTest, DiffersWithEveryPart) {
  const std::string key = Key(Identity());
  EXPECT_EQ(key.size(), 32u);
  FactIdentity other = Identity();
  other.type = "ACQUIRED";
  EXPECT_NE(Key(other), key);
  other = Identity();
  other.polarity = Polarity::kDenied;
  EXPECT_NE(Key(other), key);
  other = Identity();
  other.modality = Modality::kPlanned;
  EXPECT_NE(Key(other), key);
  other = Identity();
  other.figure = Dollars(3e6);
  EXPECT_NE(Key(other), key);
  EXPECT_NE(Key(Identity(), Month(2024, 5)), key);
}

TEST(FactKeyTest, AssumedDatesDoNotCount) {
  EXPECT_EQ(Key(Identity(), Month(2024, 5, DateBasis::kAssumed)), Key(Identity()));
}

TEST(FactKeyTest, DaysOfOneMonthShareABucket) {
  DayInterval day = Month(2024, 5);
  day.start += 9;
  day.end = day.start + 1;
  day.precision = DatePrecision::kDay;
  EXPECT_EQ(Key(Identity(), day), Key(Identity(), Month(2024, 5)));
  EXPECT_NE(Key(Identity(), day), Key(Identity(), Month(2024, 6)));
}

TEST(FactKeyTest, SymmetricEndsMayChangePlaces) {
  FactIdentity swapped = Identity();
  std::swap(swapped.subject_ref, swapped.object_ref);
  EXPECT_EQ(FactKey(Identity(), absl::nullopt, Symmetry::kSymmetric),
            FactKey(swapped, absl::nullopt, Symmetry::kSymmetric));
  EXPECT_NE(Key(Identity()), Key(swapped));
}

TEST(FactKeyTest, TextFoldsCaseAndSpaceOnly) {
  EXPECT_EQ(TextRef(" Several  Engineers "), TextRef("several engineers"));
  EXPECT_NE(TextRef("مهندسون"), TextRef("مهندسين"));
}

EvidenceRecord From(const std::string& document, const std::string& simhash,
                    const std::string& speaker = "",
                    AttributionKind kind = AttributionKind::kArticle) {
  EvidenceRecord evidence;
  evidence.document = document;
  evidence.near_duplicate_key = simhash;
  evidence.content_hash = "hash of " + document;
  evidence.speaker = speaker;
  evidence.attribution = kind;
  return evidence;
}

int Count(const std::vector<EvidenceRecord>& evidence) {
  return CountIndependent(evidence, [](const std::string& id) { return id == "an-agency"; });
}

TEST(IndependenceTest, NearCopiesCountOnce) {
  EXPECT_EQ(Count({From("a", "00000000000000ff"), From("b", "00000000000000f8"),
                   From("c", "ffffffffffffffff")}),
            2);
  EXPECT_FALSE(NearDuplicates("00000000000000ff", "00000000000000f0"));
  EXPECT_FALSE(NearDuplicates("", ""));
}

TEST(IndependenceTest, TenCopiesOfOneAgencyStoryCountAsOne) {
  std::vector<EvidenceRecord> evidence;
  for (int i = 0; i < 10; ++i) {
    evidence.push_back(
        From("d" + std::to_string(i), std::to_string(i), "an-agency", AttributionKind::kNamed));
  }
  EXPECT_EQ(Count(evidence), 1);
  evidence.push_back(From("own", "own"));
  EXPECT_EQ(Count(evidence), 2);
}

TEST(IndependenceTest, PeopleAreNoOutlets) {
  EXPECT_EQ(Count({From("a", "1", "a-person", AttributionKind::kNamed),
                   From("b", "2", "a-person", AttributionKind::kNamed)}),
            2);
}

FactTypeRecord Type() {
  FactTypeRecord type;
  type.name = "INVESTED_IN";
  type.comparable_role = "amount";
  return type;
}

ComparedFact Compared(const std::string& key, const std::string& subject,
                      const std::string& object) {
  ComparedFact fact;
  fact.key = key;
  fact.subject_ref = EntityRef(subject);
  fact.object_ref = EntityRef(object);
  return fact;
}

TEST(ConflictRulesTest, FiguresOfTheSameEndsContradict) {
  ComparedFact a = Compared("1", "x", "y");
  ComparedFact b = Compared("2", "x", "y");
  a.figure = Dollars(14.3e9);
  b.figure = Dollars(15e9);
  ASSERT_TRUE(Disagree(Type(), a, b).has_value());
  EXPECT_EQ(Disagree(Type(), a, b)->kind, ConflictKind::kFigure);
  b.figure = Dollars(14e9, FigureBound::kAtLeast);
  EXPECT_FALSE(Disagree(Type(), a, b).has_value());
  b = Compared("2", "x", "z");
  b.figure = Dollars(15e9);
  EXPECT_FALSE(Disagree(Type(), a, b).has_value());
}

TEST(ConflictRulesTest, WordsForASubjectMayMeanAnotherOne) {
  ComparedFact a = Compared("1", "x", "y");
  ComparedFact b = Compared("2", "x", "y");
  a.subject_ref = b.subject_ref = TextRef("مركز بيانات");
  a.figure = Dollars(4e9);
  b.figure = Dollars(9e9);
  EXPECT_FALSE(Disagree(Type(), a, b).has_value());
  a.subject_ref = b.subject_ref = "";
  EXPECT_FALSE(Disagree(Type(), a, b).has_value());
}

TEST(ConflictRulesTest, DenialContradictsAssertion) {
  ComparedFact a = Compared("1", "x", "y");
  ComparedFact b = Compared("2", "x", "y");
  b.polarity = Polarity::kDenied;
  ASSERT_TRUE(Disagree(Type(), a, b).has_value());
  EXPECT_EQ(Disagree(Type(), a, b)->kind, ConflictKind::kDenial);
  EXPECT_EQ(Disagree(Type(), a, b)->anchor, Disagree(Type(), b, a)->anchor);
  b.modality = Modality::kPlanned;
  EXPECT_FALSE(Disagree(Type(), a, b).has_value());
}

TEST(ConflictRulesTest, OtherTimesDoNotContradict) {
  FactTypeRecord type = Type();
  type.single_object = true;
  ComparedFact a = Compared("1", "x", "y");
  ComparedFact b = Compared("2", "x", "z");
  EXPECT_TRUE(Disagree(type, a, b).has_value());
  a.valid = Month(2023, 1);
  b.valid = Month(2024, 1);
  EXPECT_FALSE(Disagree(type, a, b).has_value());
  b.valid->basis = DateBasis::kAssumed;
  EXPECT_TRUE(Disagree(type, a, b).has_value());
}

TEST(ConflictRulesTest, SchemaDecidesWhichEndIsSingle) {
  ComparedFact a = Compared("1", "x", "y");
  ComparedFact b = Compared("2", "w", "y");
  EXPECT_FALSE(Disagree(Type(), a, b).has_value());
  FactTypeRecord type = Type();
  type.single_subject = true;
  EXPECT_TRUE(Disagree(type, a, b).has_value());
  b.subject_ref = TextRef("several people");
  EXPECT_FALSE(Disagree(type, a, b).has_value());
}

ExtractionInput Input(const std::string& text, int begin, int end, const std::string& quote) {
  ExtractionInput input;
  input.document.text = text;
  input.spans.push_back({"extraction.facts[0].evidence[0].quote", begin, end, quote, false});
  return input;
}

TEST(ExtractionCheckTest, SpansMustReRead) {
  EXPECT_TRUE(CheckExtraction(Input("قال", 0, 6, "قال")).ok());
  for (const ExtractionInput& bad :
       {Input("قال", 0, 6, "قيل"), Input("قال", 1, 6, "ال"), Input("قال", 0, 7, "قال"),
        Input("قال", -1, 6, "قال"), Input("قال", 2, 2, "")}) {
    const absl::Status status = CheckExtraction(bad);
    EXPECT_EQ(server::ErrorReason(status), "SPAN_MISMATCH");
    ASSERT_EQ(server::FieldViolations(status).size(), 1u);
    EXPECT_EQ(server::FieldViolations(status)[0].field, "extraction.facts[0].evidence[0].quote");
  }
}

PassageCandidates TwoPassages(const std::vector<SearchTerm>& terms) {
  PassageCandidates candidates;
  candidates.statistics = {100, 4, {10, 1, 10}};
  for (const auto& words : std::vector<std::vector<std::string>>{{"خبر", "سفينه", "ميناء", "بحر"},
                                                                 {"خبر", "شركه", "ميناء", "بحر"}}) {
    PassageCandidate candidate;
    candidate.passage.id = static_cast<int64_t>(candidates.passages.size()) + 1;
    candidate.passage.document = "d";
    candidate.passage.kind = static_cast<int>(PassageKind::kBody);
    candidate.length = static_cast<int>(words.size());
    for (const SearchTerm& term : terms) {
      candidate.term_counts.push_back(
          static_cast<int>(std::count(words.begin(), words.end(), term.term)));
    }
    candidates.passages.push_back(candidate);
  }
  return candidates;
}

TEST(PassageRankingTest, RareWordsWeighMore) {
  const std::vector<SearchTerm> terms = {{"خبر", TermField::kStem, 1, 0},
                                         {"شركه", TermField::kStem, 1, 1},
                                         {"سفينه", TermField::kStem, 1, 2}};
  const std::vector<RankedPassage> ranked = RankPassages(TwoPassages(terms), terms, {});
  ASSERT_EQ(ranked.size(), 2u);
  EXPECT_EQ(ranked[0].candidate, 1u);
  EXPECT_EQ(ranked[0].matched_words, (std::vector<int>{0, 1}));
}

TEST(PassageRankingTest, AlternativesOfOneWordDoNotAddUp) {
  const std::vector<SearchTerm> alone = {{"خبر", TermField::kStem, 1, 0}};
  const std::vector<SearchTerm> twice = {{"خبر", TermField::kStem, 1, 0},
                                         {"ميناء", TermField::kStem, 0.5, 0}};
  EXPECT_DOUBLE_EQ(RankPassages(TwoPassages(twice), twice, {})[0].score,
                   RankPassages(TwoPassages(alone), alone, {})[0].score);
}

TEST(PassageRankingTest, MentionsOfTheEntitiesAskedForLift) {
  const std::vector<SearchTerm> terms = {{"بحر", TermField::kStem, 1, 0}};
  PassageCandidates candidates = TwoPassages(terms);
  candidates.passages[0].passage.mentions = {"someone"};
  candidates.statistics.document_frequencies = {10};
  EXPECT_EQ(RankPassages(candidates, terms, {{"someone"}})[0].candidate, 0u);
  candidates.passages[0].passage.mentions = {};
  candidates.passages[1].passage.mentions = {"merged-into-someone"};
  EXPECT_EQ(RankPassages(candidates, terms, {{"someone", "merged-into-someone"}})[0].candidate, 1u);
}

}  // namespace
}  // namespace isnad::facts
