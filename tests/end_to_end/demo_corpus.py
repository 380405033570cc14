"""The demo corpus and what its briefs say, for the tests that ask about it."""

import json

from programs import DEMO_CORPUS

BRIEF_COUNT = 10

# By the id in questions.jsonl: words of which each alternative list needs one in the answer.
EXPECTED_WORDS = {
    "demo1": [["فيرما", "Verma"], ["نايت", "Knight"], ["أغاروال", "Agarwal"]],
    "demo2": [["600"]],
    "demo3": [["14.3"], ["15"]],
    "demo4": [["Altman", "ألتمان"]],
    "demo5": [["جنونية"]],
}
REFUSED = {"demo6"}

# The same in the other language.
TRANSLATED = {
    "Who left Meta in August 2025?": [["Verma", "فيرما"], ["Knight", "نايت"]],
    "كم موظفاً ستسرح ميتا من مختبر الذكاء الاصطناعي؟": [["600"]],
    "How much did Meta invest in Scale AI?": [["14.3"], ["15"]],
    "من هو الرئيس التنفيذي لشركة OpenAI؟": [["ألتمان", "Altman"]],
}


def questions():
    """Maps ids to the questions of questions.jsonl."""
    lines = (DEMO_CORPUS / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return {entry["id"]: entry["question"] for entry in map(json.loads, lines)}


def missing_words(text, expected):
    """The alternative lists of which the text holds nothing."""
    return [words for words in expected if not any(word in text for word in words)]
