"""Questions made from the gold facts of a set, true and untrue, and how they are answered.

    python3 tests/eval/relation_questions.py make tests/corpus/facts/fifth questions.jsonl
    isnad ingest tests/corpus/facts/fifth
    isnad ask --questions_file questions.jsonl --output answers.jsonl
    python3 tests/eval/relation_questions.py score questions.jsonl answers.jsonl

People write questions that have an answer. Whether a suite also leaves unsaid what no article says
is seen on claims that put another name of the same article where the fact has one ("did X join Y",
where Z did), and on questions for which the set has no fact ("who left Y"). The gold is not complete:
some of what is counted as wrong does stand in an article.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import unicodedata

CLAIMS = {
    "JOINED": ("هل انضم {s} إلى {o}؟", "Did {s} join {o}?"),
    "LEFT": ("هل غادر {s} {o}؟", "Did {s} leave {o}?"),
    "ACQUIRED": ("هل استحوذت {s} على {o}؟", "Did {s} acquire {o}?"),
    "INVESTED_IN": ("هل استثمرت {s} في {o}؟", "Did {s} invest in {o}?"),
    "PARTNERED_WITH": ("هل عقدت {s} شراكة مع {o}؟", "Is {s} a partner of {o}?"),
    "FOUNDED": ("هل أسس {s} {o}؟", "Did {s} found {o}?"),
}
# By type and by the end that is asked for.
ENDS = {
    ("LEFT", "subject"): ("من غادر {}؟", "Who left {}?"),
    ("JOINED", "subject"): ("من انضم إلى {}؟", "Who joined {}?"),
    ("FOUNDED", "subject"): ("من أسس {}؟", "Who founded {}?"),
    ("ACQUIRED", "subject"): ("من استحوذ على {}؟", "Who acquired {}?"),
    ("INVESTED_IN", "subject"): ("من استثمر في {}؟", "Who invested in {}?"),
    ("INVESTED_IN", "object"): ("في أي شركات استثمرت {}؟", "Which companies did {} invest in?"),
    ("JOINED", "object"): ("إلى أي شركة انضم {}؟", "Which company did {} join?"),
    ("LEFT", "object"): ("أي شركة غادر {}؟", "Which company did {} leave?"),
    ("ACQUIRED", "object"): ("ما الشركات التي استحوذت عليها {}؟", "Which companies did {} acquire?"),
    ("PARTNERED_WITH", "object"): ("مع من عقدت {} شراكة؟", "Who is {} partnering with?"),
    ("COMPETES_WITH", "object"): ("من ينافس {}؟", "Who competes with {}?"),
}
SYMMETRIC = {"PARTNERED_WITH", "COMPETES_WITH"}
YES = re.compile(r"(نعم|بلى|Yes)")
NO = re.compile(r"(لا\b|No\b)")


def _read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class _Set:
    """The gold of a folder."""

    def __init__(self, folder):
        self.entities = {entity["en"]: entity for entity in _read(folder / "entities.jsonl")}
        self.facts = _read(folder / "facts.jsonl")
        self.related = collections.defaultdict(set)
        self.in_document = collections.defaultdict(set)
        for fact in self.facts:
            ends = (fact["subject"], fact.get("object"))
            for one, other in (ends, ends[::-1]):
                self.related[one].add(other)
                if one in self.entities:
                    self.in_document[fact["doc"]].add(one)

    def name(self, entity, arabic):
        known = self.entities[entity]
        return known["ar"][0] if arabic and known["ar"] else entity

    def alike(self, document, entity, unrelated_to):
        """Names of the same type in the document that no fact brings together with the other."""
        kind = self.entities[entity]["type"]
        return sorted(
            other
            for other in self.in_document[document]
            if self.entities[other]["type"] == kind
            and other not in (entity, unrelated_to)
            and unrelated_to not in self.related[other]
        )


def _claims(gold, chance):
    asked = set()
    for fact in gold.facts:
        kind, subject, target = fact["type"], fact["subject"], fact.get("object")
        if kind not in CLAIMS or not {subject, target} <= gold.entities.keys():
            continue
        claims = [(subject, target, True)] if fact["polarity"] == "asserted" else []
        for others, swap in ((gold.alike(fact["doc"], subject, target), 0),
                             (gold.alike(fact["doc"], target, subject), 1)):
            if others:
                other = chance.choice(others)
                claims.append((subject, other, False) if swap else (other, target, False))
        for one, other, true in claims:
            if (kind, one, other) in asked:
                continue
            asked.add((kind, one, other))
            arabic = len(asked) % 2 == 1
            words = CLAIMS[kind][0 if arabic else 1]
            yield {"kind": "claim", "true": true, "gold": [],
                   "question": words.format(s=gold.name(one, arabic), o=gold.name(other, arabic))}


def _ends(gold, chance):
    told = collections.defaultdict(set)
    mentioned = collections.defaultdict(set)
    for fact in gold.facts:
        kind, subject, target = fact["type"], fact["subject"], fact.get("object")
        pairs = [(subject, target)] + ([(target, subject)] if kind in SYMMETRIC else [])
        for one, other in pairs:
            mentioned[kind, "object"].add(one)
            mentioned[kind, "subject"].add(other)
            if fact["polarity"] != "denied" and {one, other} <= gold.entities.keys():
                told[kind, "object", one].add(other)
                told[kind, "subject", other].add(one)
    asked = 0
    for (kind, end), words in ENDS.items():
        having = sorted(given for k, e, given in told if (k, e) == (kind, end))
        people = (kind, end) in {("JOINED", "object"), ("LEFT", "object")}
        without = sorted(
            name for name, entity in gold.entities.items()
            if entity["type"] == ("PER" if people else "ORG") and name not in mentioned[kind, end]
        )
        chance.shuffle(without)
        for given in having + without[: max(4, len(having) // 2)]:
            asked += 1
            arabic = asked % 2 == 1
            names = [[answer, *gold.entities[answer]["ar"], *gold.entities[answer]["latin"]]
                     for answer in sorted(told[kind, end, given])]
            yield {"kind": "end", "true": bool(names), "gold": names,
                   "question": words[0 if arabic else 1].format(gold.name(given, arabic))}


def _make(arguments):
    gold = _Set(arguments.folder)
    chance = random.Random(7)
    questions = [*_claims(gold, chance), *_ends(gold, chance)]
    with arguments.questions.open("w", encoding="utf-8") as out:
        for number, question in enumerate(questions):
            print(json.dumps({"id": f"r{number:04d}", **question}, ensure_ascii=False), file=out)
    print(f"{len(questions)} questions")


def _fold(text):
    letters = (c for c in unicodedata.normalize("NFD", text.lower())
               if not unicodedata.combining(c))
    text = re.sub("[أإآٱ]", "ا", "".join(letters)).replace("ى", "ي").replace("ة", "ه")
    return re.sub(r"\W+", " ", text).strip()


def _names_given(text):
    return [name for name in re.split("[،,]", re.sub(r"^\d+: ?", "", text.split(" — ")[0])) if name]


def _verdict(question, answer):
    text = answer.get("text") or ""
    if not answer.get("citations"):
        return "refused"
    if question["kind"] == "claim":
        return "yes" if YES.match(text) else "no" if NO.match(text) else "otherwise"
    if not question["true"]:
        return "answered"
    right = [any(_fold(spelling) in _fold(given) for names in question["gold"] for spelling in names)
             for given in _names_given(text)]
    return "right" if all(right) else "partly right" if any(right) else "wrong"


def _score(arguments):
    questions = {question["id"]: question for question in _read(arguments.questions)}
    counts = collections.Counter()
    for answer in _read(arguments.answers):
        question = questions[answer["id"]]
        verdict = _verdict(question, answer)
        counts[question["kind"], question["true"], verdict] += 1
        if arguments.show == verdict:
            print(question["true"], question["question"], "->", (answer.get("text") or "")[:200])
    for kind, true in (("claim", True), ("claim", False), ("end", True), ("end", False)):
        found = {verdict: count for (k, t, verdict), count in counts.items() if (k, t) == (kind, true)}
        print(f"{kind:6}", "told    " if true else "not told", sum(found.values()),
              ", ".join(f"{verdict} {count}" for verdict, count in sorted(found.items())))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    make = commands.add_parser("make", help="write the questions of a set")
    make.add_argument("folder", type=pathlib.Path)
    make.add_argument("questions", type=pathlib.Path)
    make.set_defaults(run=_make)
    score = commands.add_parser("score", help="count how they were answered")
    score.add_argument("questions", type=pathlib.Path)
    score.add_argument("answers", type=pathlib.Path)
    score.add_argument("--show", help="print the questions with this verdict")
    score.set_defaults(run=_score)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
