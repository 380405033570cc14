"""Learns how likely a sentence with certain traits holds the answer to a question.

    isnad ingest tests/corpus/facts/fifth
    isnad ask --plan --questions_file tests/corpus/facts/fifth/questions.jsonl --output fifth.jsonl
    ... and so on for each set ...
    python3 tests/eval/sentence_weights.py learn --write services/answering/objections/sentence_weights.cc \\
        tests/corpus/facts/fifth/questions.jsonl=fifth.jsonl ...

The plan of each question lists the sentences that may answer it, with their traits; one is right
when it has what the question's gold asks for. `check` instead of `learn` leaves each set out in
turn and prints, for several bars of likelihood, how many questions that nothing else answers would
be answered rightly and wrongly.
"""

import argparse
import collections
import math
import pathlib

from gold_answers import is_right, lines

# Questions that are not answered by a sentence.
OTHER_KINDS = {"yes_no", "conflict", "timeline", "comparison"}
# Weight of questions that nothing else answers: for these the likelihood is used.
UNANSWERED_WEIGHT = 3.0
RIDGE = 3.0


class Question:
    """A question with the traits of its possible sentences and whether each is right."""

    def __init__(self, gold, answer):
        steps = answer.get("plan", {}).get("steps", [])
        self.answered = all(step.get("outcome") != "nothing else answers" for step in steps)
        self.sentences = []
        for step in steps:
            if step.get("route") != "sentence" or "likely: " not in step["outcome"]:
                continue
            traits = dict(pair.split("=") for pair in step["outcome"].split(": ", 1)[1].split())
            traits = {name: float(measure) for name, measure in traits.items()}
            self.sentences.append((traits, is_right(gold, step["query"])))

    @property
    def weight(self):
        return 1.0 if self.answered else UNANSWERED_WEIGHT


def _questions(pair):
    gold_path, answers_path = pair.split("=")
    answers = {row["id"]: row for row in lines(answers_path)}
    questions = []
    for gold in lines(gold_path):
        answer = answers.get(gold["id"], {})
        parts = answer.get("plan", {}).get("question", {}).get("parts", [])
        if parts or (gold["kind"] in OTHER_KINDS and gold["match"] != "abstain"):
            continue
        question = Question(gold, answer)
        if question.sentences:
            questions.append(question)
    return questions


def _solve(matrix, right):
    size = len(right)
    rows = [matrix[i] + [right[i]] for i in range(size)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            for c in range(i, size + 1):
                rows[r][c] -= factor * rows[i][c]
    solved = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(rows[i][j] * solved[j] for j in range(i + 1, size))
        solved[i] = (rows[i][size] - rest) / rows[i][i]
    return solved


def _likelihood(weights, traits):
    total = weights[""] + sum(weights.get(name, 0.0) * x for name, x in traits.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _learn(questions):
    """Logistic regression with a ridge, by Newton's method; the bias has the name ""."""
    rows = [({"": 1.0, **traits}, right, q.weight)
            for q in questions for traits, right in q.sentences]
    names = [""] + sorted({name for traits, _, _ in rows for name in traits} - {""})
    index = {name: i for i, name in enumerate(names)}
    weights = dict.fromkeys(names, 0.0)
    for _ in range(60):
        gradient = [-RIDGE * weights[name] if name else 0.0 for name in names]
        hessian = [[(RIDGE if names[i] else 0.01) if i == j else 0.0 for j in range(len(names))]
                   for i in range(len(names))]
        for traits, right, weight in rows:
            p = _likelihood(weights, {k: v for k, v in traits.items() if k})
            places = [(index[name], x) for name, x in traits.items()]
            for i, x in places:
                gradient[i] += weight * (right - p) * x
                for j, y in places:
                    hessian[i][j] += weight * p * (1 - p) * x * y
        step = _solve(hessian, gradient)
        for name in names:
            weights[name] += step[index[name]]
        if max(map(abs, step)) < 1e-5:
            break
    return weights


def _check(sets):
    bars = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75]
    counts = collections.Counter()
    for left_out in sets:
        weights = _learn([q for name in sets if name != left_out for q in sets[name]])
        for question in sets[left_out]:
            if question.answered:
                continue
            best = max((_likelihood(weights, traits), right) for traits, right in question.sentences)
            for bar in bars:
                counts[bar, best[1]] += best[0] >= bar
    for bar in bars:
        print(f"{bar}: {counts[bar, True]} right, {counts[bar, False]} wrong")


def _write(weights, sets, path):
    questions = sum(len(qs) for qs in sets.values())
    sentences = sum(len(q.sentences) for qs in sets.values() for q in qs)
    rows = "".join(f'      {{"{name}", {weights[name]:.3f}}},\n' for name in sorted(weights) if name)
    pathlib.Path(path).write_text(f"""\
// Generated by tests/eval/sentence_weights.py from {sentences} sentences of {questions} questions
// in tests/corpus/facts: {", ".join(sets)}.
// Not to be edited.

#include "services/answering/objections/sentence_weights.h"

#include <cmath>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {{

double LikelihoodOf(const SentenceTraits& traits) {{
  constexpr double kBias = {weights[""]:.3f};
  static const auto* weights = new absl::flat_hash_map<absl::string_view, double>{{
{rows}  }};
  double sum = kBias;
  for (const auto& [name, measure] : traits) {{
    const auto weight = weights->find(name);
    if (weight != weights->end()) sum += weight->second * measure;
  }}
  return 1 / (1 + std::exp(-sum));
}}

}}  // namespace isnad::answering
""", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["learn", "check"])
    parser.add_argument("pairs", nargs="+", help="questions.jsonl=answers.jsonl with plans")
    parser.add_argument("--write", help="the file to write for learn")
    args = parser.parse_args()
    sets = collections.defaultdict(list)
    for pair in args.pairs:
        sets[pathlib.Path(pair.split("=")[0]).parent.name] += _questions(pair)
    if args.what == "check":
        _check(sets)
    else:
        weights = _learn([q for qs in sets.values() for q in qs])
        for name in sorted(weights, key=lambda n: -abs(weights[n])):
            print(f"{name or 'bias':24}{weights[name]:8.3f}")
        if args.write:
            _write(weights, sets, args.write)


if __name__ == "__main__":
    main()
