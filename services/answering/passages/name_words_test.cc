// Words of passages that bear names.

#include "services/answering/passages/name_words.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

v1::Passage PassageOf(const std::vector<std::pair<std::string, v1::PartOfSpeech>>& words) {
  v1::Passage passage;
  int at = 0;
  for (const auto& [surface, part] : words) {
    v1::IndexedToken* token = passage.add_tokens();
    token->set_surface(surface);
    token->set_stem(surface);
    token->set_part_of_speech(part);
    token->set_begin(at);
    at += static_cast<int>(surface.size());
    token->set_end(at++);
  }
  return passage;
}

TEST(NameWordsTest, AVerbThatIsWrittenLikeOneWordOfANameBearsItWithAnotherOnly) {
  const auto verb = v1::PART_OF_SPEECH_VERB;
  const auto noun = v1::PART_OF_SPEECH_PROPN;
  const v1::Passage denies = PassageOf({{"المدير", v1::PART_OF_SPEECH_NOUN}, {"نفي", verb}});
  EXPECT_FALSE(BearsName(denies, {1}, "نفي بريمير", /*person=*/false));
  EXPECT_FALSE(BearsName(denies, {1}, "سارا نفي", /*person=*/true));
  const v1::Passage named = PassageOf({{"نفي", verb}, {"بريمير", noun}});
  EXPECT_TRUE(BearsName(named, {0, 1}, "نفي بريمير", /*person=*/false));
  // A name of one word has no other.
  EXPECT_TRUE(BearsName(denies, {1}, "نفي", /*person=*/false));
}

TEST(NameWordsTest, AVerbInsideANameBearsIt) {
  v1::Passage passage = PassageOf({{"نفي", v1::PART_OF_SPEECH_VERB}});
  v1::PassageMention* mention = passage.add_mentions();
  mention->set_begin(0);
  mention->set_end(passage.tokens(0).end());
  EXPECT_TRUE(BearsName(passage, {0}, "نفي بريمير", /*person=*/false));
}

}  // namespace
}  // namespace isnad::answering
