"""Questions after dates and figures made from the gold facts of a set, and how they are answered.

    python3 tests/eval/figure_questions.py make tests/corpus/facts/fifth questions.jsonl
    isnad ingest tests/corpus/facts/fifth
    isnad ask --questions_file questions.jsonl --output answers.jsonl
    python3 tests/eval/figure_questions.py score questions.jsonl answers.jsonl

An article has many dates and sums, of which each belongs to one event. Besides those that the gold
tells, this asks for the date or sum of events that have none in the gold, and of events between
names that no fact brings together. The gold is not complete: some of what is counted as answered
though not told does stand in an article.
"""

import argparse
import collections
import json
import pathlib
import random
import re

from relation_questions import _Set, _read

# By type and by what is asked for: {s} is the subject, {o} the object.
WORDS = {
    ("JOINED", "date"): ("متى انضم {s} إلى {o}؟", "When did {s} join {o}?"),
    ("LEFT", "date"): ("متى غادر {s} {o}؟", "When did {s} leave {o}?"),
    ("APPOINTED", "date"): ("متى عُيّن {s} في {o}؟", "When was {s} appointed at {o}?"),
    ("FOUNDED", "date"): ("متى أسس {s} {o}؟", "When did {s} found {o}?"),
    ("ACQUIRED", "date"): ("متى استحوذت {s} على {o}؟", "When did {s} acquire {o}?"),
    ("INVESTED_IN", "date"): ("متى استثمرت {s} في {o}؟", "When did {s} invest in {o}?"),
    ("RELEASED", "date"): ("متى أطلقت {s} {o}؟", "When did {s} release {o}?"),
    ("ACQUIRED", "amount"): ("بكم استحوذت {s} على {o}؟", "How much did {s} pay for {o}?"),
    ("INVESTED_IN", "amount"): ("كم استثمرت {s} في {o}؟", "How much did {s} invest in {o}?"),
    ("OFFERED_PAY", "amount"): ("كم عرضت {s} على {o}؟", "How much did {s} offer {o}?"),
    ("LAID_OFF", "count"): ("كم موظفا سرحت {s}؟", "How many people did {s} lay off?"),
    ("HEADCOUNT", "count"): ("كم موظفا يعمل في {s}؟", "How many people work at {s}?"),
}
ALONE = {"LAID_OFF", "HEADCOUNT"}
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
UNITS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES = (("مليار", 1e9), ("بليون", 1e9), ("مليون", 1e6), ("ملايين", 1e6), ("ألف", 1e3),
          ("آلاف", 1e3), ("billion", 1e9), ("bn", 1e9), ("million", 1e6), ("thousand", 1e3))
MONTHS = [("يناير", "جانفي", "كانون الثاني", "January"), ("فبراير", "فيفري", "شباط", "February"),
          ("مارس", "آذار", "March"), ("أبريل", "إبريل", "أفريل", "نيسان", "April"),
          ("مايو", "ماي", "أيار", "May"), ("يونيو", "جوان", "حزيران", "June"),
          ("يوليو", "جويلية", "تموز", "July"), ("أغسطس", "أوت", "غشت", "آب", "August"),
          ("سبتمبر", "شتنبر", "أيلول", "September"), ("أكتوبر", "تشرين الأول", "October"),
          ("نوفمبر", "نونبر", "تشرين الثاني", "November"),
          ("ديسمبر", "دجنبر", "كانون الأول", "December")]


def _gold_value(fact, part):
    value = fact.get(part)
    if part == "amount" and value:
        return value["value"] * UNITS.get(value.get("unit"), 1)
    return value


def _questions(gold, chance):
    told = collections.defaultdict(set)
    held = collections.defaultdict(set)
    for fact in gold.facts:
        subject, other = fact["subject"], None if fact["type"] in ALONE else fact.get("object")
        ends = {subject} if fact["type"] in ALONE else {subject, other}
        if not ends <= gold.entities.keys():
            continue
        for part in ("date", "amount", "count"):
            key = (fact["type"], part, subject, other)
            if (fact["type"], part) not in WORDS:
                continue
            if fact["polarity"] != "denied":
                held[key].add(fact["doc"])
            if _gold_value(fact, part):
                told[key].add(_gold_value(fact, part))
    asked = [(key, sorted(told[key])) for key in sorted(held, key=str)]
    for (kind, part, subject, other), documents in sorted(held.items(), key=str):
        if kind in ALONE:
            continue
        for document in sorted(documents):
            strangers = gold.alike(document, other, subject)
            if strangers:
                key = (kind, part, subject, chance.choice(strangers))
                if key not in held and key not in told:
                    asked.append((key, None))
                break
    for kind in sorted(ALONE):
        without = sorted(name for name, entity in gold.entities.items()
                         if entity["type"] == "ORG" and not any(
                             key[0] == kind and key[2] == name for key in (*held, *told)))
        chance.shuffle(without)
        asked += [((kind, "count", name, None), None) for name in without[:12]]
    for number, ((kind, part, subject, other), values) in enumerate(asked):
        arabic = number % 2 == 0
        words = WORDS[kind, part][0 if arabic else 1]
        about = "figure told" if values else "figure not told" if values == [] else "no event"
        question = words.format(s=gold.name(subject, arabic),
                                o=gold.name(other, arabic) if other else "")
        yield {"kind": about, "part": part, "gold": values or [], "question": question}


def _make(arguments):
    questions = list(_questions(_Set(arguments.folder), random.Random(7)))
    with arguments.questions.open("w", encoding="utf-8") as out:
        for number, question in enumerate(questions):
            print(json.dumps({"id": f"f{number:04d}", **question}, ensure_ascii=False), file=out)
    print(f"{len(questions)} questions")


def _figures(text):
    text = re.sub(r"(?<=\d)[,٬](?=\d{3})", "", text.translate(DIGITS)).replace(",", ".")
    for found in re.finditer(r"(\d+(?:\.\d+)?)\s*(\w*)", text):
        scale = next((by for word, by in SCALES if found[2].startswith(word)), 1)
        yield float(found[1]) * scale
    # Written without a digit: a pair of them, or one.
    for word, by in SCALES:
        for found in re.finditer(rf"(?<![\d.]\s)\b{word}(ان|ين)?\b", text):
            yield by * (2 if found[1] else 1)


def _has_date(text, date):
    text = text.translate(DIGITS)
    year, *month = date.split("-")
    if month and month[0].isdigit():
        return any(name in text for name in MONTHS[int(month[0]) - 1])
    return year in text


def _is_right(question, text):
    head = text if text.startswith("«") else text.split(" — ")[0]
    if question["part"] == "date":
        return any(_has_date(head, date) for date in question["gold"])
    return any(abs(figure - value) <= 0.03 * value
               for figure in _figures(head) for value in question["gold"])


def _score(arguments):
    questions = {question["id"]: question for question in _read(arguments.questions)}
    counts = collections.Counter()
    for answer in _read(arguments.answers):
        question = questions[answer["id"]]
        text = answer.get("text") or ""
        if not answer.get("citations"):
            verdict = "refused"
        elif question["kind"] != "figure told":
            verdict = "answered"
        else:
            verdict = "right" if _is_right(question, text) else "wrong"
        counts[question["kind"], verdict] += 1
        if arguments.show == verdict:
            print(f'{question["kind"]}:', question["question"], question["gold"], "->", text[:220])
    for kind in ("figure told", "figure not told", "no event"):
        found = {verdict: count for (k, verdict), count in counts.items() if k == kind}
        print(f"{kind:16}", sum(found.values()),
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
