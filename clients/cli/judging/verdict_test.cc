#include "clients/cli/judging/verdict.h"

#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

GoldQuestion Gold(const std::string& kind, Match match,
                  std::vector<std::vector<std::string>> answers) {
  GoldQuestion gold;
  gold.kind = kind;
  gold.match = match;
  gold.answers = std::move(answers);
  if (match != Match::kAbstain) gold.cite_groups = {{"01-mill"}};
  return gold;
}

v1::AskResponse Answer(const std::string& text, const std::string& document = "01-mill") {
  v1::AskResponse answer;
  answer.set_text(text);
  answer.add_citations()->set_source_uri("file:///corpus/" + document + ".txt");
  return answer;
}

v1::AskResponse Refusal() {
  v1::AskResponse answer;
  answer.mutable_refusal()->set_reason(v1::Refusal::REASON_NO_EVIDENCE);
  return answer;
}

TEST(Judge, NeedsOneVariantOfAny) {
  const GoldQuestion gold = Gold("who", Match::kAny, {{"رنا حداد"}, {"Rana Haddad", "R. Haddad"}});
  EXPECT_EQ(Judge(gold, Answer("Rana Haddad")), Verdict::kRight);
  EXPECT_EQ(Judge(gold, Answer("تولتها رنا حدّاد")), Verdict::kRight);
  EXPECT_EQ(Judge(gold, Answer("Samir Haddad")), Verdict::kWrong);
}

TEST(Judge, NeedsEveryItemOfAll) {
  const GoldQuestion gold = Gold("list", Match::kAll, {{"رنا", "Rana"}, {"سمير", "Samir"}});
  EXPECT_EQ(Judge(gold, Answer("Samir and Rana")), Verdict::kRight);
  EXPECT_EQ(Judge(gold, Answer("رنا وليلى")), Verdict::kWrong);
}

TEST(Judge, ReadsYesAndNoFromTheFirstWord) {
  const GoldQuestion gold = Gold("yes_no", Match::kAny, {{"لا"}, {"no"}});
  EXPECT_EQ(Judge(gold, Answer("No, the mill was let.")), Verdict::kRight);
  EXPECT_EQ(Judge(gold, Answer("كلا")), Verdict::kRight);
  EXPECT_EQ(Judge(gold, Answer("Yes, and no wonder")), Verdict::kWrong);
  EXPECT_EQ(Judge(gold, Answer("The mill was not sold")), Verdict::kWrong);
}

TEST(Judge, CountsRefusals) {
  const GoldQuestion answerable = Gold("who", Match::kAny, {{"Rana"}});
  const GoldQuestion unanswerable = Gold("unanswerable", Match::kAbstain, {});
  EXPECT_EQ(Judge(answerable, Refusal()), Verdict::kRefused);
  EXPECT_EQ(Judge(answerable, v1::AskResponse()), Verdict::kRefused);
  EXPECT_EQ(Judge(unanswerable, Refusal()), Verdict::kRefusedRightly);
  EXPECT_EQ(Judge(unanswerable, Answer("Rana")), Verdict::kMadeUp);
}

TEST(Judge, AsksForConciseAnswers) {
  const std::string tail(310, 'x');
  const GoldQuestion who = Gold("who", Match::kAny, {{"ليلى"}});
  EXPECT_EQ(Judge(who, Answer("ليلى " + tail)), Verdict::kRight);
  EXPECT_EQ(Judge(who, Answer("ليلى من بيروت " + tail)), Verdict::kTooLong);
  for (const char* kind : {"conflict", "list", "timeline", "what", "why"}) {
    const GoldQuestion gold = Gold(kind, Match::kAny, {{"ليلى"}});
    EXPECT_EQ(Judge(gold, Answer("ليلى من بيروت " + tail)), Verdict::kRight) << kind;
    EXPECT_EQ(Judge(gold, Answer("ليلى " + tail + tail + tail)), Verdict::kTooLong) << kind;
  }
}

TEST(Judge, AsksForADocumentOfEveryGroup) {
  GoldQuestion gold = Gold("who", Match::kAny, {{"Rana"}});
  gold.cite_groups = {{"01-mill", "02-mill"}, {"03-port.html"}};
  v1::AskResponse answer = Answer("Rana", "02-mill");
  EXPECT_EQ(Judge(gold, answer), Verdict::kUncited);
  answer.add_citations()->set_source_uri("file:///corpus/03-port.html");
  EXPECT_EQ(Judge(gold, answer), Verdict::kRight);
}

TEST(Verdict, SaysWhatItCountsAs) {
  EXPECT_TRUE(IsRight(Verdict::kRefusedRightly));
  EXPECT_FALSE(IsRight(Verdict::kUncited));
  EXPECT_TRUE(IsGiven(Verdict::kMadeUp));
  EXPECT_FALSE(IsGiven(Verdict::kRefused));
  EXPECT_TRUE(HasRightContent(Verdict::kTooLong));
  EXPECT_FALSE(HasRightContent(Verdict::kWrong));
  EXPECT_EQ(VerdictWords(Verdict::kTooLong), "too long");
}

TEST(DocumentName, IsTheFileWithoutFolderAndExtension) {
  EXPECT_EQ(DocumentName("file:///corpus/a/01-mill.txt"), "01-mill");
  EXPECT_EQ(DocumentName("https://example.org/news/port.html?page=2"), "port");
  EXPECT_EQ(DocumentName("https://example.org/news/417/"), "417");
  EXPECT_EQ(DocumentName("01.mill.htm"), "01.mill");
  EXPECT_EQ(DocumentName("01-mill"), "01-mill");
  EXPECT_EQ(DocumentName(""), "");
}

TEST(IsVerbatim, ComparesTheWordsAtTheirPlace) {
  v1::Citation citation;
  citation.set_quote("بنك");
  citation.set_begin(2);
  citation.set_end(8);
  EXPECT_TRUE(IsVerbatim(citation, "a بنك"));
  EXPECT_FALSE(IsVerbatim(citation, "بنك a"));
  EXPECT_FALSE(IsVerbatim(citation, "a"));
  EXPECT_FALSE(IsVerbatim(v1::Citation(), "a"));
}

}  // namespace
}  // namespace isnad::cli
