"""Whether an answer has what the gold of a question asks for, as `isnad eval` judges it."""

import json
import pathlib
import re

FOLD = str.maketrans("٠١٢٣٤٥٦٧٨٩٫أإآىة", "0123456789.اااي" + "ه")
MARKS = re.compile("[\u064b-\u0652\u0640\u200c-\u200f]")


def _fold(text):
    text = MARKS.sub("", text.lower().translate(FOLD))
    text = re.sub(r"(?<=\d)[,٬](?=\d{3})", "", text)
    return re.sub(r"\s+", " ", re.sub(r"[«»“”\"'’،؛:()\[\]|*]", " ", text)).strip()


def _holds(text, variant):
    want = _fold(variant)
    left = r"(?<![\d.])" if want[:1].isdigit() else ""
    right = r"(?!\d|\.\d)" if want[-1:].isdigit() else ""
    return bool(want) and re.search(left + re.escape(want) + right, text) is not None


def is_right(gold, text):
    """Whether `text` has what the row `gold` of a question file asks for."""
    folded = _fold(text)
    if gold["match"] == "abstain":
        return False
    if gold["match"] == "any":
        return any(_holds(folded, answer) for answer in gold["answers"])
    return all(any(_holds(folded, one) for one in answer.split("||")) for answer in gold["answers"])


def lines(path):
    """The rows of a file with a JSON object a line."""
    with pathlib.Path(path).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]
