#include "clients/cli/eval_view.h"

#include <sstream>

#include "clients/cli/eval_json.h"
#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

Miss MissOf(Match match, Verdict verdict) {
  Miss miss;
  miss.gold.line = 7;
  miss.gold.id = "q7";
  miss.gold.question = "من يدير «الميناء»؟";
  miss.gold.kind = "who";
  miss.gold.language = "ar";
  miss.gold.match = match;
  miss.verdict = verdict;
  miss.got = "سمير\nحداد";
  miss.cited = {"01-mill"};
  if (match != Match::kAbstain) {
    miss.gold.answers = {{"رنا", "Rana"}, {"ليلى"}};
    miss.gold.cite_groups = {{"02-port", "03-port"}, {"04-sea"}};
  }
  return miss;
}

Evaluation Sample() {
  Evaluation evaluation;
  evaluation.board.Add({"who", "ar", Verdict::kRight, 0.9, 2, 2});
  evaluation.board.Add({"who", "ar", Verdict::kUncited, 0.5, 1, 0});
  evaluation.board.Add({"why", "en", Verdict::kRefused, 0, 0, 0});
  evaluation.misses.push_back(MissOf(Match::kAll, Verdict::kUncited));
  return evaluation;
}

std::string Printed(const Evaluation& evaluation, Misses misses, const Terminal& terminal = {}) {
  std::ostringstream out;
  PrintEvaluation(evaluation, misses, terminal, out);
  return out.str();
}

void ExpectHas(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << part << "\nis not in\n" << text;
}

TEST(PrintEvaluation, ShowsFiguresWithTheirCounts) {
  const std::string text = Printed(Sample(), Misses::kLeftOut);
  ExpectHas(text, "3 questions, 2 answered, 1 refused\n");
  ExpectHas(text, "accuracy          33.3  1/3    questions treated rightly");
  ExpectHas(text, "refusals_right       -  0/0 ");
  ExpectHas(text, "\nar         50.0  1/2");
  ExpectHas(text, "\nwhy    ");
  ExpectHas(text, "\n0.9000           ");
  EXPECT_EQ(text.find("q7"), std::string::npos);
}

TEST(PrintEvaluation, ShowsMissesWithArabicAtTheEndsOfLines) {
  const std::string text = Printed(Sample(), Misses::kShown);
  ExpectHas(text,
            "1 missed\n\n"
            "q7  cites other documents  (ar, who, line 7)\n"
            "  question  من يدير «الميناء»؟\n"
            "  expected  رنا | Rana + ليلى\n"
            "  got       سمير حداد\n"
            "  to cite   02-port | 03-port + 04-sea\n"
            "  cited     01-mill\n");
}

TEST(PrintEvaluation, IsolatesArabicWhereTheTerminalReordersIt) {
  Terminal terminal;
  terminal.bidirectional = true;
  ExpectHas(Printed(Sample(), Misses::kShown, terminal), "  got       \u2068سمير حداد\u2069\n");
}

TEST(PrintEvaluation, SaysThatARefusalWasExpected) {
  Evaluation evaluation = Sample();
  evaluation.misses = {MissOf(Match::kAbstain, Verdict::kMadeUp)};
  const std::string text = Printed(evaluation, Misses::kShown);
  ExpectHas(text, "q7  should be refused");
  ExpectHas(text, "expected  a refusal\n");
  EXPECT_EQ(text.find("to cite"), std::string::npos);
}

TEST(EvaluationJson, HoldsAllFigures) {
  const std::string json = EvaluationJson(Sample(), Misses::kLeftOut);
  ExpectHas(json,
            R"({"questions":3,"accuracy":{"percent":33.3,"part":1,"whole":3},"answered_right":)");
  ExpectHas(json, R"("refusals_right":{"percent":null,"part":0,"whole":0})");
  ExpectHas(json, R"("by_language":{"ar":{"questions":2,"accuracy":{"percent":50,)");
  ExpectHas(json, R"("by_kind":{"who":{"questions":2,)");
  ExpectHas(json, R"("by_confidence":[{"confidence":0.5,"coverage":{"percent":66.7,)");
  EXPECT_EQ(json.find("misses"), std::string::npos);
}

TEST(EvaluationJson, HoldsTheMissesWhenShown) {
  ExpectHas(EvaluationJson(Sample(), Misses::kShown),
            R"("misses":[{"id":"q7","line":7,"kind":"who","lang":"ar",)"
            R"("verdict":"cites other documents","question":"من يدير «الميناء»؟",)"
            R"("expected":[["رنا","Rana"],["ليلى"]],"got":"سمير\nحداد",)"
            R"("to_cite":[["02-port","03-port"],["04-sea"]],"cited":["01-mill"]}]})");
}

}  // namespace
}  // namespace isnad::cli
