"""Questions about somebody whom no article knows, made from the questions of a set.

    python3 tests/eval/unknown_name_questions.py make tests/corpus/facts/fifth questions.jsonl
    isnad ingest tests/corpus/facts/fifth
    isnad ask --questions_file questions.jsonl --output answers.jsonl
    python3 tests/eval/unknown_name_questions.py score questions.jsonl answers.jsonl

In each answerable question the first name is exchanged for a made-up one: words that nobody wrote,
words of the language that happen to be a name, and Latin ones. Nothing should be answered, except
where the other names of the question still single out what is asked.
"""

import argparse
import collections
import json
import pathlib
import random
import re

ARABIC = ("سديماط", "بلابيلو", "تشاندكار", "كزنبرة", "ميراندول", "هلوجنيكس", "نوار الحطاب",
          "زرقاء المدى", "رنيمة")
LATIN = ("Baldoria", "Quentrix", "Zarmina", "Halvetia", "Norbek Tashwin", "Ulmara", "Corvanne")
_SHORTEST = 4


def _read(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _names(folder):
    names = set()
    for entity in _read(folder / "entities.jsonl"):
        for spellings in entity.values():
            spellings = [spellings] if isinstance(spellings, str) else spellings
            names.update(s for s in spellings if isinstance(s, str) and len(s) >= _SHORTEST)
    return sorted(names, key=len, reverse=True)


def _mentions(question, names):
    """Where names stand, longest names first and none inside another: (begin, name)."""
    found = []
    rest = question
    for name in names:
        match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest)
        if match is None:
            continue
        found.append((match.start(), name))
        rest = rest[:match.start()] + "\0" * len(name) + rest[match.end():]
    return sorted(found)


def make(folder, output, seed):
    """Writes the questions, each with the number of names that it had."""
    names = _names(folder)
    chance = random.Random(seed)
    with open(output, "w", encoding="utf-8") as out:
        for question in _read(folder / "questions.jsonl"):
            text = question["question"]
            found = _mentions(text, names)
            if question["kind"] == "unanswerable" or not found:
                continue
            begin, name = found[0]
            arabic = re.search("[\u0600-\u06ff]", name) is not None
            made_up = chance.choice(ARABIC if arabic else LATIN)
            row = {"id": question["id"], "lang": question["lang"], "names": len(found),
                   "question": text[:begin] + made_up + text[begin + len(name):]}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def score(questions, answers):
    """Prints how many were answered, of questions with one name and with more."""
    given = {row["id"]: row for row in _read(answers)}
    tally = collections.Counter()
    for question in _read(questions):
        names = "one name" if question["names"] == 1 else "several names"
        answer = given.get(question["id"], {})
        refusal = answer.get("refusal")
        tally[names, "asked"] += 1
        tally[names, "answered"] += bool(answer) and not refusal
        if refusal:
            tally[names, refusal["reason"]] += 1
    for (names, outcome), count in sorted(tally.items()):
        print(f"{names:14} {outcome:32} {count:5}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("folder", type=pathlib.Path)
    making.add_argument("output")
    making.add_argument("--seed", type=int, default=5)
    scoring = commands.add_parser("score")
    scoring.add_argument("questions")
    scoring.add_argument("answers")
    flags = parser.parse_args()
    if flags.command == "make":
        make(flags.folder, flags.output, flags.seed)
    else:
        score(flags.questions, flags.answers)


if __name__ == "__main__":
    main()
