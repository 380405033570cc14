// Measures the tagger on an annotated corpus, when one is at hand: the directory in the environment
// variable ISNAD_SHARED_DIR, file data/ner/anercorp_train.txt, "word TAG" lines. The corpus is of
// another decade and another beat than the gazetteers, so the figures are printed and only a floor
// is asserted.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "services/extraction/names/tagged_text.h"

namespace isnad::extraction {
namespace {

constexpr int kSentences = 1000;

using Span = std::tuple<int, int, std::string>;  // byte range and type

struct Counts {
  int right = 0;
  int found = 0;
  int gold = 0;
};

std::string CorpusType(EntityType type) {
  if (type == EntityType::kPerson) return "PERS";
  if (type == EntityType::kOrganization) return "ORG";
  return type == EntityType::kLocation ? "LOC" : "";
}

void Score(const std::string& text, const std::set<Span>& gold,
           std::map<std::string, Counts>* counts) {
  const Analysis analysis = TagText(text);
  for (const Span& span : gold) ++(*counts)[std::get<2>(span)].gold;
  for (const Mention& mention : analysis.mentions) {
    const std::string type = CorpusType(analysis.entities[mention.entity].type);
    if (type.empty()) continue;
    ++(*counts)[type].found;
    for (const Span& span : gold) {
      // The corpus does not cut proclitics, so only ends must agree.
      const bool same = std::get<1>(span) == mention.range.end && std::get<2>(span) == type &&
                        mention.range.begin - std::get<0>(span) <= 6 &&
                        mention.range.begin >= std::get<0>(span);
      if (same) {
        ++(*counts)[type].right;
        break;
      }
    }
  }
}

TEST(NerCorpusTest, FindsASoundShareOfTheNames) {
  const char* shared = std::getenv("ISNAD_SHARED_DIR");
  if (shared == nullptr) GTEST_SKIP() << "ISNAD_SHARED_DIR is not set";
  std::ifstream in(absl::StrCat(shared, "/data/ner/anercorp_train.txt"));
  if (!in) GTEST_SKIP() << "no corpus under ISNAD_SHARED_DIR";
  std::map<std::string, Counts> counts;
  std::string text;
  std::set<Span> gold;
  std::string line;
  int sentences = 0;
  Span open{-1, -1, ""};
  while (sentences < kSentences && std::getline(in, line)) {
    const std::vector<std::string> columns =
        absl::StrSplit(line, absl::ByAnyChar(" \t"), absl::SkipEmpty());
    if (columns.size() < 2) {
      if (!std::get<2>(open).empty()) gold.insert(open);
      open = Span{-1, -1, ""};
      if (!text.empty()) Score(text, gold, &counts);
      text.clear();
      gold.clear();
      ++sentences;
      continue;
    }
    const std::string& tag = columns[1];
    const int begin = static_cast<int>(text.size());
    absl::StrAppend(&text, columns[0], " ");
    const int end = static_cast<int>(text.size()) - 1;
    if (tag.size() > 2 && tag[0] == 'I' && !std::get<2>(open).empty()) {
      std::get<1>(open) = end;
      continue;
    }
    if (!std::get<2>(open).empty()) gold.insert(open);
    open = tag.size() > 2 ? Span{begin, end, tag.substr(2)} : Span{-1, -1, ""};
  }
  for (const std::string type : {"PERS", "ORG", "LOC"}) {
    const Counts& c = counts[type];
    const double precision = c.found == 0 ? 0 : 100.0 * c.right / c.found;
    const double recall = c.gold == 0 ? 0 : 100.0 * c.right / c.gold;
    std::cout << type << " P " << precision << " R " << recall << " F "
              << (precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall))
              << " gold " << c.gold << "\n";
    EXPECT_GT(c.right, 0) << type;
  }
}

}  // namespace
}  // namespace isnad::extraction
