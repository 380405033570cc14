#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/fuzz/faults.h"

namespace isnad::fuzz {
namespace {

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (const auto& file : std::filesystem::directory_iterator("tests/fuzz/seeds")) {
    std::ifstream in(file.path(), std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

// Every seed as it is, halved at each of a few places, and turned around.
std::vector<std::string> Variants() {
  std::vector<std::string> variants;
  for (const std::string& seed : Seeds()) {
    variants.push_back(seed);
    for (const size_t part : {2, 3, 5, 7, 11}) {
      variants.push_back(seed.substr(0, seed.size() / part));
      variants.push_back(seed.substr(seed.size() / part));
    }
    variants.emplace_back(seed.rbegin(), seed.rend());
  }
  return variants;
}

TEST(SeedCorpusTest, HasSeeds) { EXPECT_GE(Seeds().size(), 10u); }

TEST(SeedCorpusTest, CleaningHoldsItsPromises) {
  for (const std::string& text : Variants()) EXPECT_EQ(CleaningFault(text), "") << text;
}

TEST(SeedCorpusTest, PassagesCoverTheText) {
  for (const std::string& text : Variants()) EXPECT_EQ(SegmentFault(text), "") << text;
}

TEST(SeedCorpusTest, TokensAndTermsAgree) {
  for (const std::string& text : Variants()) EXPECT_EQ(TokenFault(text), "") << text;
}

TEST(SeedCorpusTest, ValuesAreSound) {
  for (const std::string& text : Variants()) EXPECT_EQ(ValueFault(text), "") << text;
}

}  // namespace
}  // namespace isnad::fuzz
