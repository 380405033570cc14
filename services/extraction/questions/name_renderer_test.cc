#include "services/extraction/questions/name_renderer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/questions/arabic_spellings.h"

namespace isnad::extraction {
namespace {

std::vector<std::string> Render(absl::string_view name) {
  auto renderer = NameRenderer::Create(LexiconFiles::Embedded());
  EXPECT_TRUE(renderer.ok()) << renderer.status();
  return (*renderer)->Render(name);
}

bool Has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(NameRendererTest, SpellsWordsByTheirLetters) {
  EXPECT_TRUE(Has(Render("Karim Shakir"), "كريم شاكر"));
  EXPECT_TRUE(Has(Render("Salma"), "سلمي") || Has(Render("Salma"), "سلما"));
}

TEST(NameRendererTest, TurnsNamesThatAreMadeOfNouns) {
  EXPECT_TRUE(Has(Render("Horizon Bank"), "بنك الافق"));
}

TEST(NameRendererTest, LeavesOtherNamesAlone) {
  EXPECT_TRUE(Render("GPT-5").empty());
  EXPECT_TRUE(Render("بنك").empty());
}

TEST(ArabicSpellingsTest, KeepsTheArticleAndTheLimit) {
  const std::vector<ArabicSpelling> spellings = ArabicSpellings("al-Sabah", 5);
  ASSERT_EQ(spellings.size(), 5u);
  for (const ArabicSpelling& spelling : spellings) {
    EXPECT_EQ(spelling.word.rfind("ال", 0), 0u) << spelling.word;
  }
}

}  // namespace
}  // namespace isnad::extraction
