#include "services/answering/question/known_names.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// The words of a text, of which "the", "for" and "من" are words of grammar.
std::vector<v1::Token> Tokens(const std::string& text) {
  std::vector<v1::Token> tokens;
  int begin = 0;
  for (const absl::string_view word : absl::StrSplit(text, ' ')) {
    v1::Token token;
    token.set_surface(absl::AsciiStrToLower(word));
    if (word != "the" && word != "for" && word != "من") token.set_stem(token.surface());
    token.mutable_span()->set_begin(begin);
    token.mutable_span()->set_end(begin + static_cast<int>(word.size()));
    token.mutable_span()->set_quote(std::string(word));
    begin += static_cast<int>(word.size()) + 1;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

v1::EntityMatch Sounding(const std::string& key, double score) {
  v1::EntityMatch match;
  match.mutable_entity()->set_name("entities/x");
  match.mutable_entity()->set_type(v1::ENTITY_TYPE_ORGANIZATION);
  match.mutable_entity()->add_aliases()->set_folded_key("زلفا فويس");
  match.set_matched_key(key);
  match.set_score(score);
  return match;
}

// Whether the lexicon knows the names that were read.
enum Lexicon { kKnown, kUnknown };

// What the question's names are, where `named` were read.
std::string Names(const std::string& text, const std::vector<std::string>& named,
                  const v1::EntityMatch& match, Lexicon lexicon = kKnown) {
  v1::QuestionAnalysis reading;
  for (const std::string& name : named) {
    v1::QuestionEntity* entity = reading.add_entities();
    entity->set_known(lexicon == kKnown);
    entity->mutable_entity()->add_folded_keys(name);
    entity->mutable_span()->set_begin(static_cast<int>(text.find(name)));
    entity->mutable_span()->set_end(static_cast<int>(text.find(name) + name.size()));
    entity->mutable_span()->set_quote(name);
  }
  AddKnownNames(Tokens(text), {match}, &reading);
  std::string names;
  for (const v1::QuestionEntity& entity : reading.entities()) {
    names += (names.empty() ? "" : "|") + entity.entity().folded_keys(0);
  }
  return names;
}

TEST(KnownNamesTest, WordsInSmallLettersMaySoundLikeAName) {
  EXPECT_EQ(Names("who founded zulfa voice", {}, Sounding("zulfa voice", 0.62)), "zulfa voice");
  EXPECT_EQ(Names("who founded zulfa voice", {}, Sounding("zulfa voice", 0.57)), "");
  // Who writes names with capitals has none here.
  EXPECT_EQ(Names("Who founded zulfa voice", {}, Sounding("zulfa voice", 0.62)), "");
}

TEST(KnownNamesTest, ALongerNameInSmallLettersTakesInAKnownWord) {
  EXPECT_EQ(Names("who founded delta voice", {"delta"}, Sounding("delta voice", 0.62)),
            "delta voice");
  EXPECT_EQ(Names("who founded delta voice", {"delta"}, Sounding("delta voice", 0.57)), "delta");
}

TEST(KnownNamesTest, ArabicWordsMustSoundSurelyLikeAName) {
  EXPECT_EQ(Names("من أسس زولفا فويس", {}, Sounding("زولفا فويس", 0.64)), "");
  EXPECT_EQ(Names("من أسس زولفا فويس", {"زولفا"}, Sounding("زولفا فويس", 0.57), kUnknown), "زولفا");
  EXPECT_EQ(Names("من أسس زولفا فويس", {"زولفا"}, Sounding("زولفا فويس", 0.64), kUnknown),
            "زولفا فويس");
}

}  // namespace
}  // namespace isnad::answering
