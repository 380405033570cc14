#include "services/extraction/questions/plain_question.h"

#include <memory>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"
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

// The plain question with single blanks, and none before the last mark.
std::string Say(absl::string_view question) {
  std::string plain = Plain().Of(question, /*names=*/nullptr).text;
  absl::RemoveExtraAsciiWhitespace(&plain);
  return absl::StrReplaceAll(plain, {{" ؟", "؟"}, {" ?", "?"}});
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
  EXPECT_EQ(Say("كم دفعت نورسا من فضلك؟"), "كم دفعت نورسا؟");
}

TEST(PlainQuestionTest, ThanksAreBlank) {
  EXPECT_EQ(Say("مرحبا، متى أغلقت نورسا مصنعها؟ وشكرا."), "متى أغلقت نورسا مصنعها؟");
  EXPECT_EQ(Say("Hi! Name Norsa's rivals. Thanks."), "Name Norsa's rivals.");
  EXPECT_EQ(Say("Who sent Norsa thanks?"), "Who sent Norsa thanks?");
  EXPECT_EQ(Say("Please, give a timeline of Norsa."), "give a timeline of Norsa.");
}

TEST(PlainQuestionTest, WhatIsAskedStays) {
  for (const char* question : {"هل تعلم نورسا موظفيها البرمجة؟", "اخبرني عن نورسا",
                               "Tell me about Norsa", "Do you know Norsa's founder?",
                               "Did Norsa hire the right person?", "من فضل نورسا على منافسيها؟"}) {
    EXPECT_EQ(Say(question), question);
  }
}

TEST(PlainQuestionTest, FormsOfAddressAreBlank) {
  EXPECT_EQ(Say("متى غادر الدكتور كريم صدقي نورسا؟"), "متى غادر كريم صدقي نورسا؟");
  EXPECT_EQ(Say("When did Mr. Sidky leave Norsa?"), "When did Sidky leave Norsa?");
  for (const char* question : {"من هو السيد؟", "ما اسم الدكتور الذي غادر نورسا؟",
                               "أين يعمل كريم السيد في القاهرة؟", "What is a Mr. called?"}) {
    EXPECT_EQ(Say(question), question);
  }
}

TEST(PlainQuestionTest, DoubtsBecomeQuestions) {
  EXPECT_EQ(Say("أريد أن أعرف ما إذا كانت نورسا قد باعت مصنعها"), "هل كانت نورسا قد باعت مصنعها");
  EXPECT_EQ(Say("I wonder whether Norsa sold its plant"), "Is it true that Norsa sold its plant");
}

TEST(PlainQuestionTest, LongAskingWordsBecomeShort) {
  EXPECT_EQ(Say("What is the name of the person who founded Norsa?"), "Who founded Norsa?");
  EXPECT_EQ(Say("What number of jobs did Norsa cut?"), "How many jobs did Norsa cut?");
  EXPECT_EQ(Say("كم مليونا دفعت نورسا؟"), "كم دفعت نورسا؟");
  EXPECT_EQ(Say("ما اسم الشخص الذي أسس نورسا؟"), "من الذي أسس نورسا؟");
}

TEST(PlainQuestionTest, AnAskingLetterBecomesAWord) {
  EXPECT_EQ(Say("أتنوي نورسا بيع مصنعها؟"), "هل تنوي نورسا بيع مصنعها؟");
  EXPECT_EQ(Say("أستبيع نورسا مصنعها؟"), "هل ستبيع نورسا مصنعها؟");
  for (const char* question : {"أعلنت نورسا بيع مصنعها؟", "أين مصنع نورسا؟", "أتنوي نورسا"}) {
    EXPECT_EQ(Say(question), question);
  }
}

TEST(PlainQuestionTest, SlipsAreRight) {
  EXPECT_EQ(Say("Whoo founded Norsa?"), "who founded Norsa?");
  EXPECT_EQ(Say("Hwo many emplyoees does Norsa have?"), "how many employees does Norsa have?");
  EXPECT_EQ(Say("لمااذا أغلقت نورسا المستشقى؟"), "لماذا أغلقت نورسا المستشفى؟");
}

TEST(PlainQuestionTest, AskingWordsOfSpeechAreWritten) {
  EXPECT_EQ(Say("متا أغلقت نورسا مصنعها؟"), "متى أغلقت نورسا مصنعها؟");
  EXPECT_EQ(Say("لمادا أغلقت نورسا مصنعها؟"), "لماذا أغلقت نورسا مصنعها؟");
  EXPECT_EQ(Say("قديش دفعت نورسا؟"), "كم دفعت نورسا؟");
  EXPECT_EQ(Say("whos the head of Norsa?"), "who is the head of Norsa?");
  EXPECT_EQ(Say("Wat did Norsa sell?"), "what did Norsa sell?");
}

TEST(PlainQuestionTest, LettersLeftOutArePutIn) {
  EXPECT_EQ(Say("Hw much is Norsa worth?"), "how much is Norsa worth?");
  EXPECT_EQ(Say("AI at Norsa?"), "AI at Norsa?");
  EXPECT_EQ(Say("wher did Norsa build its factry?"), "where did Norsa build its factory?");
}

TEST(PlainQuestionTest, LeadsBackToTheWordsAsTyped) {
  const std::string typed = "whoo runs the factry of Norsa, please";
  const PlainText plain = Plain().Of(typed, /*names=*/nullptr);
  for (const auto& [right, wrong] : {std::pair<const char*, const char*>{"who", "whoo"},
                                     {"factory", "factry"},
                                     {"Norsa", "Norsa"}}) {
    const int begin = static_cast<int>(plain.text.find(right));
    const SourceRange source =
        plain.to_source.ToSourceRange(begin, begin + static_cast<int>(std::string(right).size()));
    EXPECT_EQ(typed.substr(source.begin, source.end - source.begin), wrong);
  }
}

TEST(PlainQuestionTest, WordsOfTheLexiconAreMeantHoweverRare) {
  EXPECT_EQ(Say("كم استثثمرت نورسا؟"), "كم استثمرت نورسا؟");
  EXPECT_EQ(Say("هل اسحوذت نورسا على فيلمورا؟"), "هل استحوذت نورسا على فيلمورا؟");
  EXPECT_EQ(Say("Does Norsa offr stock?"), "Does Norsa offer stock?");
  for (const char* question : {"من صمم شاشتيها؟", "كم موصلات تنتج نورسا؟",
                               "When will Norsa open soon?", "did tony leave norsa?"}) {
    EXPECT_EQ(Say(question), question);
  }
}

TEST(PlainQuestionTest, WordsWithCapitalsAreRightUnlessTheyMayBeNames) {
  EXPECT_EQ(Say("Who bought the Norsa Stuido in Sepember?"),
            "Who bought the Norsa Studio in September?");
  for (const char* question : {"Did Nadia Cooper join Norsa?", "Who runs Velmora Robotica?"}) {
    EXPECT_EQ(Say(question), question);
  }
}

TEST(PlainQuestionTest, MissingBlanksArePutIn) {
  EXPECT_EQ(Say("كمدفعت نورسا منأرباحها؟"), "كم دفعت نورسا من أرباحها؟");
  EXPECT_EQ(Say("Whodoes thefactory of Norsa belongto?"),
            "Who does the factory of Norsa belong to?");
  EXPECT_EQ(Say("Pleasetell me who founded Norsa?"), "who founded Norsa?");
  EXPECT_EQ(Say("من يدير «المصنعالكبير»؟"), "من يدير «المصنعالكبير»؟");
}

TEST(PlainQuestionTest, LeadsBackFromWordsThatWereJoined) {
  const std::string typed = "whoo runs thefactory of Norsa";
  const PlainText plain = Plain().Of(typed, /*names=*/nullptr);
  EXPECT_EQ(plain.text, "who runs the factory of Norsa");
  for (const auto& [right, wrong] : {std::pair<const char*, const char*>{"who", "whoo"},
                                     {"the", "the"},
                                     {"factory", "factory"},
                                     {"Norsa", "Norsa"}}) {
    const int begin = static_cast<int>(plain.text.find(right));
    const SourceRange source =
        plain.to_source.ToSourceRange(begin, begin + static_cast<int>(std::string(right).size()));
    EXPECT_EQ(typed.substr(source.begin, source.end - source.begin), wrong);
  }
}

TEST(PlainQuestionTest, RareWordsAreNoSlips) {
  for (const char* question : {"هل ستسرح نورسا عمالها؟", "بم ردت نورسا؟", "سلسِل أحداث نورسا"}) {
    EXPECT_EQ(Say(question), question);
  }
}

TEST(PlainQuestionTest, QuotedAndCapitalNamesStay) {
  EXPECT_EQ(Say("من يدير «المستشقى»؟"), "من يدير «المستشقى»؟");
  EXPECT_EQ(Say("Who runs Velmroa?"), "Who runs Velmroa?");
}

TEST(PlainQuestionTest, NothingButCapitalsTellsNoNames) {
  EXPECT_EQ(Say("WHO FOUNDED NORSA?"), "who founded norsa?");
  EXPECT_EQ(Say("WHO IS UAE?"), "WHO IS UAE?");
}

TEST(PlainQuestionTest, WordsWithoutEndStayAsTheyAre) {
  std::string long_word;
  for (int i = 0; i < 20000; ++i) long_word += "ام";
  EXPECT_EQ(Say(long_word), long_word);
  const std::string latin(40000, 'a');
  EXPECT_EQ(Say(latin), latin);
}

TEST(PlainQuestionTest, AnyTextIsSurvived) {
  for (const char* text : {"", " ", "؟", "please", "هل", "\xd9", "?!,", "لو سمحت"}) Say(text);
}

}  // namespace
}  // namespace isnad::extraction
