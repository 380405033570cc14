#include "clients/cli/judging/gold_question.h"

#include <string>

#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

using Groups = std::vector<std::vector<std::string>>;

std::string Message(const std::string& lines) {
  return std::string(ParseGoldQuestions(lines, "q.jsonl").status().message());
}

// The message for a line that is right but for one part.
std::string MessageWith(const std::string& match, const std::string& rest) {
  return Message(R"({"question": "Who?", "kind": "who", "lang": "en", "match": ")" + match + "\"" +
                 rest + "}");
}

TEST(ParseGoldQuestions, ReadsAllFields) {
  const auto rows = ParseGoldQuestions(
      "\xEF\xBB\xBF"
      R"({"id": "a", "question": "من؟", "kind": "who", "lang": "ar", "match": "any", "answers": ["رنا", "Rana || R. A."], "must_cite_docs": ["01", "02"], "tags": ["x"]})"
      "\n\r\n"
      R"({"question": "Which?", "kind": "list", "lang": "en", "match": "all", "answers": ["A||B", "C"], "must_cite_docs": ["01"], "cite_groups": [["01"], ["02", "03"]]})"
      "\n"
      R"({"id": "c", "question": "Why?", "kind": "unanswerable", "lang": "en", "match": "abstain", "answers": [], "must_cite_docs": null})",
      "q.jsonl");
  ASSERT_TRUE(rows.ok()) << rows.status();
  ASSERT_EQ(rows->size(), 3u);
  const GoldQuestion& first = rows->at(0);
  EXPECT_EQ(first.id, "a");
  EXPECT_EQ(first.line, 1);
  EXPECT_EQ(first.question, "من؟");
  EXPECT_EQ(first.kind, "who");
  EXPECT_EQ(first.language, "ar");
  EXPECT_EQ(first.match, Match::kAny);
  EXPECT_EQ(first.answers, (Groups{{"رنا"}, {"Rana", "R. A."}}));
  EXPECT_EQ(first.cite_groups, (Groups{{"01", "02"}}));
  const GoldQuestion& second = rows->at(1);
  EXPECT_EQ(second.id, "3");
  EXPECT_EQ(second.match, Match::kAll);
  EXPECT_EQ(second.answers, (Groups{{"A", "B"}, {"C"}}));
  EXPECT_EQ(second.cite_groups, (Groups{{"01"}, {"02", "03"}}));
  EXPECT_EQ(rows->at(2).match, Match::kAbstain);
  EXPECT_TRUE(rows->at(2).cite_groups.empty());
}

TEST(ParseGoldQuestions, NamesFileLineAndField) {
  EXPECT_EQ(Message("\n nonsense"), "q.jsonl:2: is not a JSON object");
  EXPECT_EQ(Message("{\"id\": \"a\"}"), "q.jsonl:1: has no \"question\"");
  EXPECT_EQ(Message("{\"question\": 3}"), "q.jsonl:1: \"question\" is not a string");
  EXPECT_EQ(Message("{\"question\": \"Who?\"}"), "q.jsonl:1: has no \"kind\"");
  EXPECT_EQ(Message(R"({"question": "Who?", "kind": "who", "lang": "fr"})"),
            "q.jsonl:1: \"lang\" is \"fr\"; write ar or en");
  EXPECT_EQ(Message(" \n"), "q.jsonl: holds no question");
}

TEST(ParseGoldQuestions, TellsWhatIsWrongWithAnswers) {
  EXPECT_EQ(MessageWith("some", ""), "q.jsonl:1: \"match\" is \"some\"; write any, all or abstain");
  EXPECT_EQ(MessageWith("any", ""), "q.jsonl:1: has no \"answers\"");
  EXPECT_EQ(MessageWith("any", R"(, "answers": "A")"),
            "q.jsonl:1: \"answers\" is not a list of strings with something in them");
  EXPECT_EQ(MessageWith("any", R"(, "answers": ["A", " "])"),
            "q.jsonl:1: \"answers\" is not a list of strings with something in them");
  EXPECT_EQ(MessageWith("all", R"(, "answers": ["A || "])"),
            "q.jsonl:1: \"answers\": in \"A ||\" a variant has no letter or digit");
  EXPECT_EQ(MessageWith("abstain", R"(, "answers": ["A"])"),
            "q.jsonl:1: \"answers\" are given although \"match\" is abstain");
  EXPECT_EQ(Message(R"({"question": "Did it?", "kind": "yes_no", "lang": "en", "match": "any",)"
                    R"( "answers": ["perhaps"], "must_cite_docs": ["01"]})"),
            "q.jsonl:1: \"answers\": the first of a yes_no question is \"perhaps\"; "
            "begin it with yes, no, نعم or لا");
}

TEST(ParseGoldQuestions, TellsWhatIsWrongWithDocuments) {
  const std::string answered = R"(, "answers": ["A"])";
  EXPECT_EQ(MessageWith("any", answered), "q.jsonl:1: has no \"must_cite_docs\"");
  EXPECT_EQ(MessageWith("any", answered + R"(, "must_cite_docs": [1])"),
            "q.jsonl:1: \"must_cite_docs\" is not a list of document names");
  EXPECT_EQ(MessageWith("any", answered + R"(, "cite_groups": [["01"], "02"])"),
            "q.jsonl:1: \"cite_groups\" is not a list of lists of document names");
  EXPECT_EQ(MessageWith("any", answered + R"(, "cite_groups": [["01"], []])"),
            "q.jsonl:1: \"cite_groups\" is not a list of lists of document names");
  EXPECT_EQ(MessageWith("abstain", R"(, "must_cite_docs": ["01"])"),
            "q.jsonl:1: documents to cite are given although \"match\" is abstain");
}

TEST(ParseGoldQuestions, RefusesAnIdThatStandsTwice) {
  const std::string line =
      R"({"id": "a", "question": "Why?", "kind": "why", "lang": "en", "match": "abstain"})";
  EXPECT_EQ(Message(line + "\n\n" + line), "q.jsonl:3: \"id\" is \"a\", which line 1 has too");
}

}  // namespace
}  // namespace isnad::cli
