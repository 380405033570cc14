"""The command line `isnad` against a running suite."""

import json
import subprocess

from programs import program

COMMAND_SECONDS = 120


class Command:
    """Runs `isnad` commands at one address."""

    def __init__(self, address):
        self.address = address

    def run(self, *arguments, stdin=None):
        """Runs a command; returns its CompletedProcess with text output."""
        return subprocess.run([program("isnad"), "--address", self.address, *map(str, arguments)],
                              input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              encoding="utf-8", timeout=COMMAND_SECONDS)

    def output(self, *arguments):
        """Standard output of a command that must succeed."""
        result = self.run(*arguments)
        if result.returncode != 0:
            raise AssertionError(f"isnad {' '.join(map(str, arguments))} ended with "
                                 f"{result.returncode}: {result.stderr}")
        return result.stdout

    def json_lines(self, *arguments):
        """Standard output of a command that must succeed, as parsed JSON Lines."""
        return [json.loads(line) for line in self.output(*arguments).splitlines()]
