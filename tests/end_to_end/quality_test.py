"""Scores of answers and facts over gold data that is kept beside the checkout.

The folder is $ISNAD_SHARED_DIR, else `shared` beside the checkout; it holds `seeds` (articles with
metadata.jsonl) and `eval` (gold files and their scorer). Without it there is nothing to score.
"""

import os
import pathlib
import subprocess
import sys
import unittest

import programs
from command import Command
from server_process import serve_all

SHARED = pathlib.Path(os.environ.get("ISNAD_SHARED_DIR") or programs.ROOT.parent / "shared")
SCORE_SECONDS = 60


@unittest.skipUnless((SHARED / "eval" / "score.py").is_file(), f"{SHARED} holds no gold data")
class QualityTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = programs.new_folder("quality")
        cls.server = serve_all(cls.folder / "data", cls.folder)
        cls.command = Command(cls.server.address)
        cls.command.output("ingest", SHARED / "seeds")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def score(self, what, *arguments):
        result = subprocess.run(
            [sys.executable, str(SHARED / "eval" / "score.py"), what, *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
            timeout=SCORE_SECONDS)
        print(result.stdout)
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_answers(self):
        got = self.folder / "answers.jsonl"
        gold = SHARED / "eval" / "questions.jsonl"
        self.command.output("ask", "--questions_file", gold, "--output", got)
        self.score("answers", "--gold", gold, "--got", got, "--docs", SHARED / "seeds",
                   "--min", "accuracy=50", "--min", "quote_fidelity=100")

    def test_facts(self):
        got = self.folder / "export.jsonl"
        got.write_text(self.command.output("export"), encoding="utf-8")
        self.score("facts", "--gold", SHARED / "eval" / "facts.jsonl",
                   "--entities", SHARED / "eval" / "entities.jsonl", "--got", got,
                   "--min", "f1=35")


if __name__ == "__main__":
    unittest.main(verbosity=2)
