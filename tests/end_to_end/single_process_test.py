"""`isnad serve` and every command over the demo corpus."""

import json
import pathlib
import unittest

import demo_corpus
import programs
from command import Command
from server_process import serve_all

programs.provide_stubs()

import isnad_client  # noqa: E402

EXPORT_FIELDS = {"type", "subject", "subjectAliases", "polarity", "modality", "sourceUri", "quote",
                 "confidence", "support", "rule", "extractorVersion", "document", "factName"}


class SingleProcessTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        folder = cls.folder = programs.new_folder("single")
        cls.server = serve_all(folder / "data", folder)
        cls.command = Command(cls.server.address)
        # What failed is told by test_every_brief_is_stored.
        result = cls.command.run("ingest", programs.DEMO_CORPUS, "--format=json")
        cls.ingested = [json.loads(line) for line in result.stdout.splitlines()]
        cls.complaints = result.stderr
        cls.suite = isnad_client.connect(cls.server.address)

    @classmethod
    def tearDownClass(cls):
        cls.suite.close()
        cls.server.stop()

    def ask(self, question, *flags):
        return self.command.json_lines("ask", question, "--format=json", *flags)[0]

    def assert_reads_again(self, citation):
        """A quote stands at its place in the stored text and, for a text file, in the file."""
        text = self.suite.document(citation["document"]).text.encode()
        quote = citation["quote"].encode()
        self.assertEqual(text[citation.get("begin", 0):citation["end"]], quote)
        path = programs.DEMO_CORPUS / pathlib.PurePosixPath(citation["sourceUri"]).name
        if path.suffix == ".txt":
            self.assertIn(quote, path.read_bytes())

    def assert_answered(self, question, expected):
        answer = self.ask(question)
        self.assertNotIn("refusal", answer)
        self.assertEqual(demo_corpus.missing_words(answer["text"], expected), [], answer["text"])
        self.assertGreater(len(answer["citations"]), 0)
        for citation in answer["citations"]:
            self.assert_reads_again(citation)
        for claim in answer.get("claims", []):
            for index in claim.get("citations", []):
                self.assertLess(index, len(answer["citations"]))
        return answer

    def test_every_brief_is_stored(self):
        self.assertEqual(self.complaints, "")
        self.assertEqual(len(self.ingested), demo_corpus.BRIEF_COUNT)
        for ingestion in self.ingested:
            with self.subTest(ingestion["sourceUri"]):
                self.assertEqual(ingestion["state"], "STATE_STORED")
                self.assertGreater(ingestion["passageCount"], 0)
                self.assertGreater(ingestion.get("factCount", 0), 0)

    def test_the_demo_questions_are_answered_with_citations(self):
        for name, expected in demo_corpus.EXPECTED_WORDS.items():
            with self.subTest(name):
                self.assert_answered(demo_corpus.questions()[name], expected)

    def test_they_are_answered_in_the_other_language(self):
        for question, expected in demo_corpus.TRANSLATED.items():
            with self.subTest(question):
                self.assert_answered(question, expected)

    def test_what_no_brief_says_is_refused_with_a_reason(self):
        for name in demo_corpus.REFUSED:
            with self.subTest(name):
                answer = self.ask(demo_corpus.questions()[name])
                self.assertNotIn("text", answer)
                self.assertIn("reason", answer["refusal"])
                self.assertTrue(answer["refusal"]["message"])

    def test_contradicting_figures_are_both_given(self):
        answer = self.ask(demo_corpus.questions()["demo3"])
        self.assertTrue(answer.get("conflicting"))
        self.assertGreater(len({citation["document"] for citation in answer["citations"]}), 1)

    def test_the_language_of_the_answer_can_be_chosen(self):
        answer = self.ask(demo_corpus.questions()["demo2"], "--language=ar")
        self.assertEqual(answer["languageCode"], "ar")

    def test_a_file_of_questions_is_answered_line_by_line(self):
        answers = self.command.json_lines("ask", "--questions_file",
                                          programs.DEMO_CORPUS / "questions.jsonl")
        self.assertEqual([answer["id"] for answer in answers], list(demo_corpus.questions()))

    def test_the_export_holds_what_an_analyst_needs(self):
        lines = self.command.json_lines("export")
        self.assertGreater(len(lines), demo_corpus.BRIEF_COUNT)
        for line in lines:
            self.assertLessEqual(EXPORT_FIELDS, set(line))
            self.assertIn(line["polarity"], ("ASSERTED", "DENIED"))
            self.assertIn(line["modality"], ("ACTUAL", "PLANNED", "ALLEGED"))
            text = self.suite.document(line["document"]).text
            self.assertIn(line["quote"], text)
            self.assertEqual("object" in line, "objectAliases" in line)

    def test_the_other_exports_hold_the_facts_too(self):
        quads = self.command.output("export", "--format=nquads")
        self.assertGreater(quads.count("\n"), demo_corpus.BRIEF_COUNT)
        self.assertTrue(all(line.endswith(" .") for line in quads.splitlines()))
        graph = self.command.output("export", "--format=graphviz")
        self.assertIn("digraph", graph)
        self.assertTrue(graph.rstrip().endswith("}"))

    def test_facts_entities_and_timelines_are_shown_to_people_and_programs(self):
        facts = self.command.json_lines("facts", "--format=json", "--limit=5")
        self.assertEqual(len(facts), 5)
        self.assertIn("SUBJECT", self.command.output("facts", "--filter=polarity = ASSERTED"))
        about = self.command.json_lines("facts", "--entity=ميتا", "--format=json")
        self.assertGreater(len(about), 0)
        entities = self.command.json_lines("entities", "Scale AI", "--format=json")
        self.assertIn("Scale AI", json.dumps(entities[0], ensure_ascii=False))
        self.assertIn("TYPE", self.command.output("entities"))
        dated = self.command.json_lines("timeline", "ميتا", "--format=json")
        self.assertGreater(len(dated), 1)
        self.assertIn("DATE", self.command.output("timeline", "Meta"))

    def test_conflicts_are_shown_by_their_sides(self):
        conflicts = self.command.json_lines("conflicts", "--filter=kind = FIGURE", "--format=json")
        self.assertGreater(len(conflicts), 0)
        for conflict in conflicts:
            self.assertGreater(len(conflict["sides"]), 1)
            sides = [fact for side in conflict["sides"] for fact in side["facts"]]
            self.assertEqual(sorted(sides), sorted(conflict["facts"]))
        self.assertIn("side 2", self.command.output("conflicts", "--filter=kind = FIGURE"))

    def test_a_fact_and_a_question_are_explained(self):
        fact = self.command.json_lines("facts", "--format=json", "--limit=1")[0]
        explained = self.command.json_lines("explain", fact["name"], "--format=json")[0]
        self.assertGreater(len(explained["evidence"]), 0)
        self.assertIn(fact["name"], self.command.output("explain", fact["name"]))
        plan = self.command.json_lines("explain", "من غادر ميتا؟", "--format=json")[0]
        self.assertIn("question", plan)
        self.assertGreater(len(self.command.output("explain", "Who left Meta?")), 0)

    def test_a_text_is_analysed(self):
        analysis = self.command.json_lines("analyze", "غادر الباحث شركة ميتا", "--format=json")[0]
        self.assertGreater(len(analysis["tokens"]), 2)
        self.assertGreater(len(self.command.output("analyze", "غادر الباحث شركة ميتا")), 0)

    def test_ingesting_again_changes_nothing(self):
        before = sorted(self.command.output("export").splitlines())
        result = self.command.run("ingest", programs.DEMO_CORPUS, "--format=json")
        again = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual([ingestion["name"] for ingestion in again],
                         [ingestion["name"] for ingestion in self.ingested])
        self.assertEqual(sorted(self.command.output("export").splitlines()), before)

    def test_the_store_is_sound_and_is_copied_while_it_serves(self):
        store = f"--store=sqlite:{self.folder}/data/facts.db"
        checked = self.command.json_lines("store", "check", store, "--format=json")[0]
        self.assertTrue(checked["sound"], checked)
        named_alone = self.command.output("store", "check", store.removeprefix("--store="))
        self.assertIn("all hold", named_alone)
        backup = self.folder / "facts-backup.db"
        copied = self.command.json_lines("store", "backup", backup, store, "--format=json")[0]
        self.assertTrue(copied["sound"], copied)
        self.assertEqual(copied["tables"], checked["tables"])
        self.assertGreater(copied["tables"]["evidence"], 0)
        again = self.command.run("store", "backup", backup, store)
        self.assertEqual(again.returncode, 1)
        self.assertIn("exists", again.stderr)
        restored = f"--store=sqlite:{self.folder}/restored.db"
        self.assertIn("all hold", self.command.output("store", "restore", backup, restored))

    def test_pages_hold_every_fact_once(self):
        whole = [fact.name for fact in self.suite.facts(full=False)]
        paged = [fact.name for fact in self.suite.facts(full=False, page_size=7)]
        self.assertGreater(len(whole), 7)
        self.assertEqual(paged, whole)
        self.assertEqual(len(set(paged)), len(paged))


class DoctorTest(unittest.TestCase):

    def test_the_doctor_tells_a_serving_suite_from_none(self):
        folder = programs.new_folder("doctor")
        server = serve_all(folder / "data", folder)
        command = Command(server.address)
        serving = command.run("doctor")
        self.assertEqual(serving.returncode, 0, serving.stderr)
        self.assertIn("SERVING", serving.stdout)
        self.assertEqual(command.run("doctor", "--format=json").returncode, 0)
        self.assertEqual(server.stop(), 0)
        self.assertEqual(command.run("doctor").returncode, 3)
        self.assertEqual(command.run("ask", "من غادر ميتا؟").returncode, 3)


if __name__ == "__main__":
    unittest.main(verbosity=2)
