"""The commands that README.md shows run as shown.

A fenced block below a line `<!-- runs: NAME -->` is run with bash in a folder laid out like a built
checkout, against a suite at a free port that stands for the one at the default address.
"""

import os
import re
import shutil
import subprocess
import unittest

import programs
from server_process import serve_all

README = programs.ROOT / "README.md"
BLOCK = re.compile(r"<!-- runs: (\w+) -->\n+```sh\n(.*?)```", re.DOTALL)
BLOCK_SECONDS = 120
EXPECTED_BLOCKS = {"ask", "read", "eval", "python"}


def blocks():
    return dict(BLOCK.findall(README.read_text(encoding="utf-8")))


class ReadmeTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        programs.provide_stubs()
        cls.folder = programs.new_folder("readme")
        cls.server = serve_all(cls.folder / "data", cls.folder)
        cls.checkout = cls.folder / "checkout"
        cls.lay_out_checkout()

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    @classmethod
    def lay_out_checkout(cls):
        """What the commands expect in a checkout: the corpus, the clients, the built program."""
        program = cls.checkout / "bazel-bin" / "clients" / "cli" / "isnad"
        program.parent.mkdir(parents=True)
        # The README's suite listens at the default address, the test's at a free port.
        program.write_text(f'#!/bin/sh\nexec "{programs.program("isnad")}" '
                           f'--address {cls.server.address} "$@"\n')
        program.chmod(0o755)
        for folder in ("protos", "third_party", "tests"):
            (cls.checkout / folder).symlink_to(programs.ROOT / folder)
        shutil.copytree(programs.ROOT / "clients" / "python", cls.checkout / "clients" / "python",
                        ignore=shutil.ignore_patterns("generated", "__pycache__"))
        shutil.copytree(programs.ROOT / "clients" / "examples",
                        cls.checkout / "clients" / "examples")

    def run_block(self, name):
        script = blocks()[name].replace("127.0.0.1:50051", self.server.address)
        environment = {key: value for key, value in os.environ.items() if key != "ISNAD_STUBS"}
        result = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=self.checkout,
                                env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                encoding="utf-8", timeout=BLOCK_SECONDS)
        self.assertEqual(result.returncode, 0, f"block {name}:\n{result.stdout}")
        return result.stdout

    def test_the_two_first_commands_are_those_of_dev(self):
        shown = re.findall(r"^\./dev \w+", README.read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual(shown[:2], ["./dev demo", "./dev test"])
        usage = subprocess.run([str(programs.ROOT / "dev"), "help"], stdout=subprocess.PIPE,
                               encoding="utf-8", check=True, timeout=30).stdout
        for command in set(re.findall(r"\./dev (\w+)", README.read_text(encoding="utf-8"))):
            self.assertRegex(usage, rf"(?m)^  {command} ")

    def test_every_marked_block_is_known(self):
        self.assertEqual(set(blocks()), EXPECTED_BLOCKS)

    def test_the_marked_blocks_run(self):
        self.assertIn("STORED", self.run_block("ask"))
        self.run_block("read")
        self.assertIn("accuracy", self.run_block("eval"))
        self.assertIn("facts", self.run_block("python"))

    def test_every_file_that_is_linked_exists(self):
        for page in [README, *sorted((programs.ROOT / "docs").glob("*.md"))]:
            for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
                self.assertTrue((page.parent / target).exists(), f"{page.name} links {target}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
