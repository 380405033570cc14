"""`isnad eval` over the demo corpus: figures, misses, bars and complaints."""

import json
import unittest

import programs
from command import Command
from server_process import serve_all

GOLD = programs.DEMO_CORPUS / "gold.jsonl"
QUESTIONS = 10
UNANSWERABLE = 2
FIGURES = ("accuracy", "answered_right", "content_right", "precision", "refusals_right",
           "quotes_verbatim")


def gold_line(**changed):
    """A line of a question file that the demo corpus answers rightly, with other values."""
    row = {"id": "ceo", "lang": "en", "kind": "who", "question": "Who is the CEO of OpenAI?",
           "match": "any", "answers": ["Altman", "ألتمان"], "must_cite_docs": ["03-bonus-claim"]}
    return json.dumps({**row, **changed}, ensure_ascii=False) + "\n"


class EvalTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = programs.new_folder("eval")
        cls.server = serve_all(cls.folder / "data", cls.folder)
        cls.command = Command(cls.server.address)
        cls.command.output("ingest", programs.DEMO_CORPUS)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def evaluate(self, text, *flags):
        """Runs `isnad eval` over the lines; returns its CompletedProcess."""
        path = self.folder / "questions.jsonl"
        path.write_text(text, encoding="utf-8")
        return self.command.run("eval", path, *flags)

    def misses_of(self, text):
        result = self.evaluate(text, "--misses", "--format=json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)["misses"]

    def test_the_demo_corpus_is_answered(self):
        figures = self.command.json_lines("eval", GOLD, "--format=json", "--misses",
                                          "--min=accuracy=80", "--min=refusals_right=100",
                                          "--min=quotes_verbatim=100")[0]
        self.assertEqual(figures["questions"], QUESTIONS)
        self.assertEqual(figures["refusals_right"],
                         {"percent": 100, "part": UNANSWERABLE, "whole": UNANSWERABLE})
        self.assertEqual(set(figures["by_language"]), {"ar", "en"})
        for name in FIGURES:
            slices = figures["by_kind"].values()
            self.assertEqual(sum(part[name]["whole"] for part in slices), figures[name]["whole"])
        self.assertEqual(len(figures["misses"]),
                         figures["accuracy"]["whole"] - figures["accuracy"]["part"])
        points = figures["by_confidence"]
        self.assertEqual(points[0]["coverage"]["part"], figures["precision"]["whole"])
        self.assertEqual(points[0]["accuracy"], figures["accuracy"])
        covered = [point["coverage"]["part"] for point in points]
        self.assertEqual(covered, sorted(covered, reverse=True))

    def test_people_get_tables(self):
        text = self.command.output("eval", GOLD)
        self.assertIn(f"{QUESTIONS} questions, ", text)
        for word in (*FIGURES, "LANGUAGE", "KIND", "COVERAGE", "yes_no"):
            self.assertIn(word, text)
        self.assertNotIn("missed", text)

    def test_the_misses_say_why(self):
        verdicts = {
            gold_line(answers=["رنا حداد"]): "wrong",
            gold_line(must_cite_docs=["07-hyperion"]): "cites other documents",
            gold_line(match="abstain", answers=[], must_cite_docs=[]): "should be refused",
            gold_line(question="How much did Meta pay Midjourney?"): "refused",
        }
        for line, verdict in verdicts.items():
            with self.subTest(verdict):
                miss, = self.misses_of(line)
                self.assertEqual((miss["id"], miss["line"], miss["verdict"]), ("ceo", 1, verdict))
                self.assertTrue(miss["got"])
        result = self.evaluate(gold_line(answers=["رنا حداد"]), "--misses")
        self.assertIn("ceo  wrong  (en, who, line 1)", result.stdout)
        self.assertIn("expected  رنا حداد\n", result.stdout)

    def test_a_missed_bar_fails_after_the_figures(self):
        result = self.evaluate(gold_line(answers=["رنا حداد"]), "--min", "accuracy=75",
                               "--min", "content_right=0")
        self.assertEqual(result.returncode, 1)
        self.assertIn("FIGURE", result.stdout)
        self.assertEqual(result.stderr, "isnad: accuracy is 0.0, below the bar of 75\n")
        result = self.evaluate(gold_line(), "--min", "accuracy=100")
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_a_bar_without_meaning_is_a_wrong_command_line(self):
        for bar in ("speed=3", "accuracy", "accuracy=101"):
            with self.subTest(bar):
                result = self.evaluate(gold_line(), "--min", bar)
                self.assertEqual(result.returncode, 2)
                self.assertIn(bar, result.stderr)
        self.assertEqual(self.command.run("eval").returncode, 2)

    def test_a_wrong_file_is_told_by_line_and_key(self):
        result = self.evaluate(gold_line() + "\n" + gold_line(id="b", match="some"))
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertIn('questions.jsonl:3: "match" is "some"; write any, all or abstain',
                      result.stderr)
        result = self.command.run("eval", self.folder / "missing.jsonl")
        self.assertEqual(result.returncode, 1)
        self.assertIn("cannot be opened", result.stderr)

    def test_without_a_suite_it_says_so(self):
        result = Command("127.0.0.1:1").run("eval", GOLD)
        self.assertEqual(result.returncode, 3, result.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
