"""Learns what the traits of a possible answer are worth.

    isnad ingest tests/corpus/facts/fifth
    isnad ask --plan --questions_file tests/corpus/facts/fifth/questions.jsonl --output fifth.jsonl
    ... and so on for each set ...
    python3 tests/eval/answer_weights.py learn --write services/answering/objections/answer_weights.cc \\
        tests/corpus/facts/fifth/questions.jsonl=fifth.jsonl ...

The plan of each question lists what may answer it, no answer among them, with their traits; one is
right when it has what the question's gold asks for, and no answer is right where nothing else is.
The weights are those under which the right ones are likeliest together (a conditional logit,
McFadden 1974) with a ridge. `check` instead of `learn` leaves each set out in turn and prints, for
several bars of likelihood, how many of its questions would be answered rightly, or rightly refused,
and how many wrongly. Needs Debian's python3-scipy.
"""

import argparse
import collections
import pathlib
import textwrap

import numpy
from gold_answers import is_right, lines
from scipy.optimize import minimize

# Questions whose answers are not chosen among names, figures and sentences.
OTHER_KINDS = {"yes_no", "conflict", "timeline", "comparison", "list"}
OTHER_READINGS = {f"QUESTION_KIND_{kind.upper()}" for kind in OTHER_KINDS}
RIDGE = 2.0
# Traits of fewer answers are left out.
LEAST_COUNT = 15
BARS = [0.3, 0.35, 0.4, 0.45, 0.5]


class Question:
    """What may answer a question, no answer last, and which of it is right."""

    def __init__(self, gold, answer):
        self.traits, self.right = [], []
        self.unanswerable = gold["match"] == "abstain"
        for step in answer.get("plan", {}).get("steps", []):
            if step.get("route") != "choice":
                continue
            pairs = step["outcome"].split("likely: ", 1)[1].split()
            self.traits.append({name: float(measure) for name, measure in
                                (pair.rsplit("=", 1) for pair in pairs)})
            self.right.append(is_right(gold, step.get("query", "")))
        if self.right and not any(self.right):
            self.right[-1] = True


def _questions(pair):
    gold_path, answers_path = pair.split("=")
    answers = {row["id"]: row for row in lines(answers_path)}
    questions = []
    for gold in lines(gold_path):
        answer = answers.get(gold["id"], {})
        reading = answer.get("plan", {}).get("question", {})
        if gold["kind"] in OTHER_KINDS or reading.get("kind") in OTHER_READINGS:
            continue
        question = Question(gold, answer)
        if question.traits and not reading.get("parts"):
            questions.append(question)
    return questions


def _rows(question, index):
    rows = numpy.zeros((len(question.traits), len(index)))
    for row, traits in zip(rows, question.traits):
        for name, measure in traits.items():
            if name in index:
                row[index[name]] = measure
    return rows


def _learn(questions, index):
    rows = [_rows(question, index) for question in questions]
    sizes = [len(one) for one in rows]
    firsts = numpy.cumsum([0] + sizes)[:-1]
    of_question = numpy.repeat(numpy.arange(len(rows)), sizes)
    every = numpy.vstack(rows)
    right = numpy.concatenate([question.right for question in questions])

    def loss(weights):
        worth = every @ weights
        worth = numpy.exp(worth - numpy.maximum.reduceat(worth, firsts)[of_question])
        all_of = numpy.add.reduceat(worth, firsts)
        right_of = numpy.add.reduceat(worth * right, firsts)
        slope = worth * right / right_of[of_question] - worth / all_of[of_question]
        value = numpy.log(all_of / right_of).sum() + RIDGE / 2 * (weights @ weights)
        return value, RIDGE * weights - every.T @ slope

    found = minimize(loss, numpy.zeros(len(index)), jac=True, method="L-BFGS-B",
                     options={"maxiter": 500})
    return found.x


def _index(questions):
    counts = collections.Counter(name for question in questions for traits in question.traits
                                 for name in traits)
    names = sorted(name for name, count in counts.items() if count >= LEAST_COUNT)
    return {name: place for place, name in enumerate(names)}


def _verdict(question, weights, index, bar):
    """1 when it is answered or refused rightly, -1 when it is answered wrongly, else 0."""
    worth = _rows(question, index) @ weights
    shares = numpy.exp(worth - worth.max())
    shares /= shares.sum()
    best = int(numpy.argmax(shares[:-1])) if len(shares) > 1 else -1
    if best < 0 or shares[best] < bar:
        return int(question.unanswerable)
    return 1 if question.right[best] and not question.unanswerable else -1


def _check(sets):
    for left_out, questions in sets.items():
        others = [question for name in sets if name != left_out for question in sets[name]]
        index = _index(others)
        weights = _learn(others, index)
        shown = []
        for bar in BARS:
            verdicts = [_verdict(question, weights, index, bar) for question in questions]
            shown.append(f"{bar:.2f}: {verdicts.count(1)} right, {verdicts.count(-1)} wrong")
        print(f"{left_out} ({len(questions)})  " + "  ".join(shown))


def _write(path, weights, index, questions, sets):
    parents = {pathlib.Path(name).parent for name in sets}
    folders = ", ".join(sorted(f"{one.parent.name}/{one.name}" for one in parents))
    origin = (f"Generated by tests/eval/answer_weights.py from {questions} questions in "
              f"tests/corpus: {folders}. Not to be edited.")
    rows = [f"// {row}" for row in textwrap.wrap(origin, 97)]
    rows += ["",
             '#include "services/answering/objections/answer_weights.h"',
             "",
             '#include "absl/container/flat_hash_map.h"',
             '#include "absl/strings/string_view.h"',
             "",
             "namespace isnad::answering {",
             "",
             "double WorthOf(const SentenceTraits& traits) {",
             "  static const auto* weights = new absl::flat_hash_map<absl::string_view, double>{"]
    for name, place in index.items():
        rows.append(f'      {{"{name}", {weights[place]:.3f}}},')
    rows += ["  };",
              "  double worth = 0;",
              "  for (const auto& [name, measure] : traits) {",
              "    const auto weight = weights->find(name);",
              "    if (weight != weights->end()) worth += weight->second * measure;",
              "  }",
              "  return worth;",
              "}",
              "",
              "}  // namespace isnad::answering",
              ""]
    pathlib.Path(path).write_text("\n".join(rows), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["learn", "check"])
    parser.add_argument("sets", nargs="+", metavar="QUESTIONS=ANSWERS",
                        help="files of questions with gold, and of answers with plans")
    parser.add_argument("--write", help="the file of weights to write")
    args = parser.parse_args()
    sets = {pair.split("=")[0]: _questions(pair) for pair in args.sets}
    if args.what == "check":
        _check(sets)
        return
    questions = [question for name in sets for question in sets[name]]
    index = _index(questions)
    weights = _learn(questions, index)
    if args.write:
        _write(args.write, weights, index, len(questions), sets)
    else:
        for name, place in index.items():
            print(f"{weights[place]:8.3f}  {name}")


if __name__ == "__main__":
    main()
