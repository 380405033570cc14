#include "services/extraction/relations/frame_words.h"

#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/relations/frame_lexicon.h"

namespace isnad::extraction {
namespace {

LexiconFiles OneFrame() {
  return LexiconFiles::Of({{"frames_test.textproto", R"(
    fact_type { name: "LEFT" role { name: "subject" } }
    frame {
      name: "leave"
      construction: ACTIVE_VERB
      trigger: "غادر"
      with: "منصب"
      slot { role: "subject" position: VERB_SUBJECT filler: "PERSON" }
      confidence: 0.8
    }
  )"}});
}

Token Word(const std::string& folded, const std::string& lemma, PartOfSpeech part) {
  Token token;
  token.form = token.surface = token.base = folded;
  token.lemma = lemma;
  token.part_of_speech = part;
  token.listed = true;
  return token;
}

TEST(FrameWordsTest, FindsTriggersAndTheWordsThatTheirFramesAskFor) {
  const auto morphology = *Morphology::Create(LexiconFiles::Embedded());
  const auto lexicon = FrameLexicon::Create(OneFrame(), *morphology);
  ASSERT_TRUE(lexicon.ok()) << lexicon.status();
  Analysis analysis;
  analysis.tokens = {Word("غادرت", "غادر", PartOfSpeech::kVerb),
                     Word("سلمي", "سلمي", PartOfSpeech::kProperNoun),
                     Word("المنصب", "منصب", PartOfSpeech::kNoun)};
  const FrameWords words(analysis, lexicon->get());
  ASSERT_EQ(words.TriggeredBy(0).size(), 1u);
  const CompiledFrame& leave = *words.TriggeredBy(0).front();
  EXPECT_EQ(leave.name, "leave");
  EXPECT_TRUE(words.TriggeredBy(1).empty());
  EXPECT_TRUE(words.TriggeredBy(2).empty());
  EXPECT_FALSE(words.ContextAt(1).IsIn(leave.with));
  EXPECT_TRUE(words.ContextAt(2).IsIn(leave.with));
  EXPECT_FALSE(words.ContextAt(2).IsIn(leave.without));
}

}  // namespace
}  // namespace isnad::extraction
