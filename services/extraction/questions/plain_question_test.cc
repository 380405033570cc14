#include "services/extraction/questions/plain_question.h"

#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"

namespace isnad::extraction {
namespace {

const PlainQuestion& Plain() {
  static const auto* english = BilingualIndex::Create(LexiconFiles::Embedded())->release();
  static const auto* plain =
      new PlainQuestion(*PlainQuestion::Create(*ModelSet::Embedded(), english));
  return *plain;
}

// The plain question without the blanks at its ends; its length is checked here.
std::string Say(absl::string_view question) {
  const std::string plain = Plain().Of(question);
  EXPECT_EQ(plain.size(), question.size()) << question;
  return std::string(absl::StripAsciiWhitespace(plain));
}

TEST(PlainQuestionTest, CourtesiesAreBlank) {
  for (const char* wrapped :
       {"لو سمحت، متى أغلقت نورسا مصنعها؟", "هل يمكنك أن تخبرني متى أغلقت نورسا مصنعها؟",
        "من فضلك أخبرني متى أغلقت نورسا مصنعها؟", "سؤال: متى أغلقت نورسا مصنعها؟"}) {
    EXPECT_EQ(Say(wrapped), "متى أغلقت نورسا مصنعها؟") << wrapped;
  }
  for (const char* wrapped : {"Could you tell me when Norsa closed its plant?",
                              "Hello, I would like to know when Norsa closed its plant?",
                              "Quick question: when Norsa closed its plant?"}) {
    EXPECT_EQ(Say(wrapped), "when Norsa closed its plant?") << wrapped;
  }
  EXPECT_EQ(absl::StripTrailingAsciiWhitespace(Plain().Of("كم دفعت نورسا من فضلك").substr(0)),
            "كم دفعت نورسا");
}

TEST(PlainQuestionTest, WhatIsAskedStays) {
  for (const char* question : {"هل تعلم نورسا موظفيها البرمجة؟", "اخبرني عن نورسا",
                               "Tell me about Norsa", "Do you know Norsa's founder?",
                               "Did Norsa hire the right person?", "من فضل نورسا على منافسيها؟"}) {
    EXPECT_EQ(Say(question), question);
  }
}

TEST(PlainQuestionTest, DoubtsBecomeQuestions) {
  EXPECT_EQ(Say("أريد أن أعرف ما إذا كانت نورسا قد باعت مصنعها"), "هل كانت نورسا قد باعت مصنعها");
  EXPECT_EQ(Say("I wonder whether Norsa sold its plant"), "Is it true that Norsa sold its plant");
}

TEST(PlainQuestionTest, LongAskingWordsBecomeShort) {
  EXPECT_EQ(Say("What is the name of the person who founded Norsa?"), "Who founded Norsa?");
  EXPECT_EQ(Say("ما اسم الشخص الذي أسس نورسا؟"), "من الذي أسس نورسا؟");
}

TEST(PlainQuestionTest, SlipsAreRight) {
  EXPECT_EQ(Say("Whoo founded Norsa?"), "who  founded Norsa?");
  EXPECT_EQ(Say("Hwo many emplyoees does Norsa have?"), "how many employees does Norsa have?");
  EXPECT_EQ(Say("لمااذا أغلقت نورسا المستشقى؟"), "لماذا   أغلقت نورسا المستشفى؟");
}

TEST(PlainQuestionTest, QuotedAndCapitalNamesStay) {
  EXPECT_EQ(Say("من يدير «المستشقى»؟"), "من يدير «المستشقى»؟");
  EXPECT_EQ(Say("Who runs Emplyoees?"), "Who runs Emplyoees?");
}

TEST(PlainQuestionTest, NothingButCapitalsTellsNoNames) {
  EXPECT_EQ(Say("WHO FOUNDED NORSA?"), "who founded norsa?");
  EXPECT_EQ(Say("WHO IS UAE?"), "WHO IS UAE?");
}

TEST(PlainQuestionTest, AnyTextIsSurvived) {
  for (const char* text : {"", " ", "؟", "please", "هل", "\xd9", "?!,", "لو سمحت"}) Say(text);
}

}  // namespace
}  // namespace isnad::extraction
