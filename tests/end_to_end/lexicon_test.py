"""The fact type that docs/lexicon.md adds: found, exported and asked for, by a lexicon alone."""

import re
import shutil
import unittest

import programs
from command import Command
from server_process import ServerProcess, serve_all

SOURCES = programs.ROOT / "services" / "extraction" / "lexicon" / "data"
GUIDE = programs.ROOT / "docs" / "lexicon.md"
HEADER = ('header { description: "A desk\'s own fact type." origin: "written for a test" '
          'license: "Apache-2.0" date: "2026-11-22" }\n')
ARTICLE = ("بروكسل تعاقب «ميتا»\n\n"
           "فرضت المفوضية الأوروبية غرامة بقيمة 200 مليون يورو على ميتا يوم 23 أبريل 2025. "
           "وتقول الشركة إنها ستستأنف القرار.\n")


def blocks_of_the_guide():
    """The guide's examples by their first word: "entry", "frame", "fact_type"."""
    blocks = re.findall(r"```proto\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    return {block.split()[0]: block for block in blocks}


def lexicon(folder, broken=("", "")):
    """The built-in lexicon with the guide's fact type beside it, one text replaced."""
    shutil.copytree(SOURCES, folder)
    blocks = blocks_of_the_guide()
    text = (HEADER + blocks["fact_type"] + blocks["frame"]).replace(*broken, 1)
    (folder / "frames_fined.textproto").write_text(text, encoding="utf-8")
    names = HEADER + blocks["entry"]
    (folder / "gazetteer_own.textproto").write_text(names, encoding="utf-8")
    return folder


class LexiconTest(unittest.TestCase):

    def setUp(self):
        self.folder = programs.new_folder("lexicon")

    def test_a_fact_type_needs_no_code(self):
        flags = [f"--lexicon_dir={lexicon(self.folder / 'lexicon')}"]
        server = serve_all(self.folder / "data", self.folder, flags)
        self.addCleanup(server.stop)
        command = Command(server.address)
        article = self.folder / "fine.txt"
        article.write_text(ARTICLE, encoding="utf-8")
        command.output("ingest", article)
        fines = [fact for fact in command.json_lines("export", "--format=jsonl")
                 if fact["type"] == "FINED"]
        self.assertEqual([(fact["subject"], fact["object"]) for fact in fines],
                         [("European Commission", "Meta")])
        self.assertEqual(fines[0]["amount"]["value"], 200000000)
        self.assertEqual(fines[0]["amount"]["currency"], "EUR")
        self.assertIn("المفوضية الأوروبية", command.output("ask", "من غرّم ميتا؟"))
        self.assertIn("200 million", command.output("ask", "How much was Meta fined?"))

    def test_a_lexicon_that_cannot_be_used_stops_the_server(self):
        complaints = {
            ("VERB_SUBJECT filler", "VERB_SUBJECT fillers"): 'no field named "fillers"',
            ("filler: \"MONEY\" }\n  confidence", "filler: \"GOLD\" }\n  confidence"):
                'FINED/impose-fine: unknown filler "GOLD"',
            ('slot { role: "subject"', 'slot { role: "agent"'):
                'FINED/impose-fine: role "agent" is not declared',
        }
        for number, (broken, complaint) in enumerate(complaints.items()):
            with self.subTest(complaint):
                folder = lexicon(self.folder / f"lexicon{number}", broken)
                server = ServerProcess(
                    "isnad", ["--address=127.0.0.1:0", f"--data_dir={self.folder / 'data'}",
                              f"--lexicon_dir={folder}"], self.folder, arguments=["serve"])
                self.assertNotEqual(server.wait_end(), 0)
                self.assertIn(complaint, server.log_text().replace('\\"', '"'))


if __name__ == "__main__":
    unittest.main()
