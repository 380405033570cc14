"""The questions of a set in another dress, to see which answers hang on how a question is written.

    python3 tests/eval/question_variants.py tests/corpus/facts/fifth variants
    isnad ingest tests/corpus/facts/fifth
    isnad eval variants/typing-slip.plain.jsonl
    isnad eval variants/typing-slip.jsonl

For each way of writing there are two files: the questions that can be written so, as they stand and
so written. What is right in the first and not in the second was lost by the dress alone. The same
seed gives the same files.
"""

import argparse
import json
import pathlib
import random
import re

_ARABIC_KEYS = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ")
_LATIN_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_WORD = re.compile(r"[A-Za-z]+|[\u0621-\u064a]+")
# Slips in shorter words mostly give other words.
_SHORTEST = 5
_ASKING = {"who", "what", "when", "where", "which", "whose", "did", "does", "many", "much",
           "ماذا", "متى", "لماذا", "كيف", "هل", "أين"}
# What people write for the first word of a question, in speech and by mistake.
_ASKING_WORDS = {
    "متى": ("متا", "متي", "امتى", "إمتى"), "لماذا": ("لمادا", "ليش", "ليه", "لمذا"),
    "أين": ("اين", "وين", "فين"), "كم": ("كام", "قديش"), "ماذا": ("مادا", "ايش", "شو"),
    "من": ("مين", "منو"), "كيف": ("كيفاش", "ازاي"), "هل": ("هال",), "بكم": ("بكام",),
    "what": ("wat", "whats"), "who": ("hu", "whoo"), "when": ("wen", "whn"),
    "where": ("were", "wher"), "why": ("y", "whay"), "how": ("hw", "howw"),
}
# Letters of names that are written one way or the other.
_NAME_SPELLINGS = {
    "ar": (("غ", "ج"), ("ج", "غ"), ("ك", "ق"), ("تش", "ش"), ("ف", "ڤ"), ("ز", "س"), ("ي", ""),
           ("و", ""), ("ا", "")),
    "en": (("al-", "el-"), ("Al-", "El-"), ("Al ", ""), ("al-", ""), ("ph", "f"), ("ou", "u"),
           ("ee", "i"), ("kh", "k"), ("q", "k"), ("aa", "a"), ("ll", "l"), ("ss", "s"),
           ("tt", "t"), ("i", "e"), ("u", "o"), ("c", "k"), ("y", "i")),
}
_COURTESIES = {
    "en": ("Could you tell me: {}", "Please, {}", "I would like to know: {}", "Hi! {} Thanks."),
    "ar": ("من فضلك، {}", "هل لك أن تخبرني: {}", "أود أن أعرف: {}", "مرحبا، {} وشكرا."),
}


def _neighbour(letter, choice):
    for row in _ARABIC_KEYS + _LATIN_KEYS:
        place = row.find(letter.lower())
        if place >= 0:
            near = [row[i] for i in (place - 1, place + 1) if 0 <= i < len(row)]
            return choice(near)
    return letter


def _slip(word, chance):
    """The word with one slip of the hand, not in its first letter."""
    place = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("exchanged", "dropped", "doubled", "neighbour"))
    head, letter, tail = word[:place], word[place], word[place + 1:]
    if kind == "exchanged":
        return head + tail[0] + letter + tail[1:]
    if kind == "dropped":
        return head + tail
    if kind == "doubled":
        return head + letter + letter + tail
    return head + _neighbour(letter, chance.choice) + tail


def _long_words(text):
    return [match for match in _WORD.finditer(text)
            if len(match[0]) >= _SHORTEST and match[0].lower() not in _ASKING]


def typing_slip(question, chance):
    """One slip in one word that is no name and asks nothing."""
    text = question["question"]
    plain = [match for match in _long_words(text) if match[0][0].islower() or match[0][0] > "\u0620"]
    if not plain:
        return None
    match = chance.choice(plain)
    return text[:match.start()] + _slip(match[0], chance) + text[match.end():]


def slip_in_name(question, chance):
    """One slip in a word with a capital letter that does not open the question."""
    text = question["question"]
    names = [match for match in _long_words(text) if match.start() > 0 and match[0][0].isupper()]
    if not names:
        return None
    match = chance.choice(names)
    return text[:match.start()] + _slip(match[0], chance) + text[match.end():]


def courtesy(question, chance):
    return chance.choice(_COURTESIES[question["lang"]]).format(question["question"])


def no_marks(question, _):
    return re.sub(r"[?؟«»\"'“”,،.](?!\d)", "", question["question"])


def small_letters(question, _):
    return question["question"].lower() if question["lang"] == "en" else None


def bare_letters(question, _):
    """Arabic without hamza, dots of taa marbuta, and with yaa for alif maqsura."""
    return question["question"].translate(str.maketrans("أإآةى", "اااهي"))


def other_digits(question, _):
    text = question["question"]
    return text.translate(_WESTERN) if re.search("[٠-٩]", text) else text.translate(_EASTERN)


def missing_space(question, chance):
    text = question["question"]
    gaps = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text)]
    if not gaps:
        return None
    gap = chance.choice(gaps)
    return text[:gap] + text[gap + 1:]


def asking_word(question, chance):
    text = question["question"]
    first, blank, rest = text.partition(" ")
    ways = _ASKING_WORDS.get(first.lower())
    return chance.choice(ways) + blank + rest if ways else None


def _persons_and_houses(question):
    """Names of the question, longest first."""
    names = [name for name in question["names"] if name in question["question"]]
    return sorted(names, key=len, reverse=True)


def other_spelling(question, chance):
    """A name with a letter as others write it, not the first."""
    for name in _persons_and_houses(question):
        ways = [(usual, other) for usual, other in _NAME_SPELLINGS[question["lang"]]
                if usual in name[1:]]
        if ways:
            usual, other = chance.choice(ways)
            written = name[0] + name[1:].replace(usual, other, 1)
            return question["question"].replace(name, written, 1)
    return None


def surname_alone(question, _):
    """Of a person's name the last part alone."""
    for name in _persons_and_houses(question):
        if name in question["persons"] and " " in name:
            return question["question"].replace(name, name.split(" ", 1)[1], 1)
    return None


WAYS = {"typing-slip": typing_slip, "slip-in-name": slip_in_name, "courtesy": courtesy,
        "no-marks": no_marks, "small-letters": small_letters, "bare-letters": bare_letters,
        "other-digits": other_digits, "missing-space": missing_space,
        "asking-word": asking_word, "other-spelling": other_spelling,
        "surname-alone": surname_alone}


def _read_names(folder):
    """The names of persons, and all names, that the gold entities of the folder have."""
    path = folder / "entities.jsonl"
    persons, names = set(), set()
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for entity in (json.loads(line) for line in lines if line.strip()):
        spellings = {entity.get("en") or "", *entity.get("ar", []), *entity.get("latin", [])}
        spellings = {spelling for spelling in spellings if len(spelling) >= _SHORTEST}
        names |= spellings
        if entity["type"] == "PER":
            persons |= spellings
    return persons, names


def _write(path, questions):
    lines = [json.dumps(question, ensure_ascii=False) for question in questions]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="a folder with questions.jsonl")
    parser.add_argument("output", type=pathlib.Path, help="the folder to write to")
    parser.add_argument("--seed", type=int, default=5)
    flags = parser.parse_args()
    lines = (flags.folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines if line.strip()]
    persons, names = _read_names(flags.folder)
    flags.output.mkdir(parents=True, exist_ok=True)
    for name, way in WAYS.items():
        chance = random.Random(flags.seed)
        plain, dressed = [], []
        for question in questions:
            text = way({**question, "persons": persons, "names": names}, chance)
            if not text or text == question["question"]:
                continue
            plain.append(question)
            dressed.append({**question, "question": text})
        _write(flags.output / f"{name}.plain.jsonl", plain)
        _write(flags.output / f"{name}.jsonl", dressed)
        print(f"{name:16} {len(dressed):5} questions")


if __name__ == "__main__":
    main()
