#!/usr/bin/env python3
"""Sends article files to a suite and asks it questions.

  clients/python/generate.sh
  clients/examples/ingest_and_ask.py --address 127.0.0.1:50051 \\
      --ask 'من غادر ميتا في أغسطس 2025؟' tests/corpus/demo/*.txt
"""

import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "python"))

import isnad_client  # noqa: E402


def show(question, answer):
    print(f"? {question}")
    if answer.HasField("refusal"):
        print(f"  no answer: {answer.refusal.message}")
        return
    print(f"  {answer.text}")
    for number, citation in enumerate(answer.citations, start=1):
        print(f"  [{number}] «{citation.quote}» ({citation.source_uri})")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--address", default="127.0.0.1:50051")
    parser.add_argument("--ask", action="append", default=[], metavar="QUESTION")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    with isnad_client.connect(options.address) as suite:
        try:
            articles = [isnad_client.article_from_file(path) for path in options.files]
            for ingestion in suite.ingest(articles):
                print(f"{ingestion.source_uri}: {ingestion.fact_count} facts")
            for question in options.ask:
                show(question, suite.ask(question))
        except isnad_client.SuiteError as error:
            for violation in error.violations:
                print(f"{violation.field}: {violation.description}", file=sys.stderr)
            sys.exit(str(error))


if __name__ == "__main__":
    main()
