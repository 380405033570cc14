// Runs the sentences of testdata/*.txt, whose form the first lines of deals.txt tell.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/extraction/relations/confidence/least_confidence.h"
#include "services/extraction/relations/pairs/pair_facts.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr char kFolder[] = "services/extraction/relations/testdata/";
// Facts less likely than this are not held against the rules.
constexpr double kLeastConfidence = 0.5;
// Share of what must not be found that the learned model of pairs may find all the same: it is
// right by and large, not in each sentence.
constexpr double kMostOfPairs = 0.05;
// The same of those that it finds likelier than not.
constexpr double kMostLikelyOfPairs = 0.015;

// Every file of the folder, so that none is forgotten.
std::vector<std::string> TestFiles() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    files.push_back(entry.path().filename().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Expectation {
  bool present = true;
  std::vector<std::string> parts;  // type, subject, object, standing, role=words
  std::string line;
};

struct Construction {
  std::string text;
  std::vector<Expectation> expectations;
};

std::vector<Construction> ReadConstructions(const std::string& file) {
  std::ifstream in(kFolder + file);
  EXPECT_TRUE(in.good()) << file;
  std::vector<Construction> out;
  std::string line;
  while (std::getline(in, line)) {
    if (absl::StartsWith(line, "> ")) {
      out.push_back({absl::StrReplaceAll(line.substr(2), {{"\\n", "\n"}}), {}});
    } else if (absl::StartsWith(line, "+ ") || absl::StartsWith(line, "- ")) {
      Expectation expectation;
      expectation.present = line[0] == '+';
      expectation.line = line;
      for (absl::string_view part : absl::StrSplit(line.substr(2), '|')) {
        expectation.parts.emplace_back(absl::StripAsciiWhitespace(part));
      }
      expectation.parts.resize(5);
      out.back().expectations.push_back(std::move(expectation));
    }
  }
  return out;
}

std::string Words(const Analysis& analysis, const ArgumentRecord& argument) {
  std::string out = argument.text;
  if (argument.kind == ArgumentRecord::Kind::kEntity) {
    for (const AliasRecord& alias : analysis.entities[argument.entity].aliases) {
      absl::StrAppend(&out, " ", alias.surface);
    }
  }
  return Fold(out);
}

std::string StandingOf(const FactRecord& fact) {
  if (fact.polarity == Polarity::kDenied) return "denied";
  if (fact.modality == Modality::kPlanned) return "planned";
  return fact.modality == Modality::kAlleged ? "alleged" : "asserted";
}

bool HasRole(const FactRecord& fact, const std::string& wanted) {
  if (wanted.empty()) return true;
  const std::pair<std::string, std::string> role = absl::StrSplit(wanted, absl::MaxSplits('=', 1));
  for (const ArgumentRecord& argument : fact.roles) {
    if (argument.role == role.first && absl::StrContains(Fold(argument.text), Fold(role.second))) {
      return true;
    }
  }
  return false;
}

bool Meets(const Analysis& analysis, const FactRecord& fact, const Expectation& wanted) {
  if (fact.type != wanted.parts[0]) return false;
  if (!wanted.parts[3].empty() && StandingOf(fact) != wanted.parts[3]) return false;
  if (!HasRole(fact, wanted.parts[4])) return false;
  const std::string subject = Words(analysis, fact.subject), object = Words(analysis, fact.object);
  const std::string a = Fold(wanted.parts[1]), b = Fold(wanted.parts[2]);
  if (absl::StrContains(subject, a) && absl::StrContains(object, b)) return true;
  const bool symmetric = fact.type == "COMPETES_WITH" || fact.type == "PARTNERED_WITH";
  return symmetric && absl::StrContains(object, a) && absl::StrContains(subject, b);
}

class ConstructionsTest : public testing::TestWithParam<std::string> {};

TEST_P(ConstructionsTest, SentencesYieldTheirFactsAndNoOthers) {
  const auto analyzer = Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded());
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  AnalyzeOptions options;
  options.reference_date = CivilDate{2025, 9, 1};
  for (const Construction& construction : ReadConstructions(GetParam())) {
    const auto analysis = (*analyzer)->Analyze(construction.text, options);
    ASSERT_TRUE(analysis.ok()) << analysis.status();
    const std::vector<FactRecord> facts = (*analyzer)->ExtractFacts(*analysis);
    for (const Expectation& expectation : construction.expectations) {
      bool found = false;
      for (const FactRecord& fact : facts) {
        if (!expectation.present && (fact.confidence < kLeastConfidence || IsOfPair(fact)))
          continue;
        found = found || Meets(*analysis, fact, expectation);
      }
      EXPECT_EQ(found, expectation.present) << construction.text << "\n  " << expectation.line;
    }
  }
}

TEST(PairsOfConstructions, HardlyTellWhatIsNot) {
  const auto analyzer = Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded());
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  AnalyzeOptions options;
  options.reference_date = CivilDate{2025, 9, 1};
  int asked = 0, found = 0, likely = 0;
  for (const std::string& file : TestFiles()) {
    for (const Construction& construction : ReadConstructions(file)) {
      const auto analysis = (*analyzer)->Analyze(construction.text, options);
      ASSERT_TRUE(analysis.ok()) << analysis.status();
      const std::vector<FactRecord> facts = (*analyzer)->ExtractFacts(*analysis);
      for (const Expectation& expectation : construction.expectations) {
        if (expectation.present) continue;
        ++asked;
        double most = 0;
        for (const FactRecord& fact : facts) {
          if (!IsOfPair(fact) || !Meets(*analysis, fact, expectation)) continue;
          most = std::max(most, fact.confidence);
        }
        found += most >= kDefaultLeastConfidence ? 1 : 0;
        likely += most >= kLeastConfidence ? 1 : 0;
      }
    }
  }
  EXPECT_GT(asked, 300);
  EXPECT_LE(found, kMostOfPairs * asked) << found << " of " << asked;
  EXPECT_LE(likely, kMostLikelyOfPairs * asked) << likely << " of " << asked;
}

INSTANTIATE_TEST_SUITE_P(Files, ConstructionsTest, testing::ValuesIn(TestFiles()));

}  // namespace
}  // namespace isnad::extraction
