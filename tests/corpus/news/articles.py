"""Writes the articles of judgements.jsonl out of the raw news into a folder.

    python3 tests/corpus/news/articles.py DATA FOLDER

DATA holds raw/ant.txt.xz and raw/wiki_ar.txt.xz. FOLDER gets a text file an article, as it was when
its facts were judged, and judgements.jsonl: what `train_confidence --judged` reads. Exits with 1
and the first name when an article is not in the data.
"""

import json
import lzma
import pathlib
import re
import shutil
import sys

# Encyclopedia articles were judged as far as this many characters.
ENCYCLOPEDIA_CHARACTERS = 2500
HERE = pathlib.Path(__file__).parent


def read(path):
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as file:
        return file.read()


def field(document, name):
    found = re.search(rf"<{name}>(.*?)</{name}>", document, re.S)
    return found.group(1).strip() if found else ""


def news(data):
    """Name and text of each article of the ANT corpus."""
    for document in re.findall(r"<DOC>(.*?)</DOC>", read(data / "raw/ant.txt.xz"), re.S):
        yield field(document, "DOCNO"), f"{field(document, 'TITLE')}\n\n{field(document, 'TEXT')}\n"


def encyclopedia(data):
    """Name and text of each article of the encyclopedia."""
    pattern = r'<doc id="(\d+)"[^>]*>\n(.*?)</doc>'
    for number, text in re.findall(pattern, read(data / "raw/wiki_ar.txt.xz"), re.S):
        yield f"wiki-{number}", text.strip()[:ENCYCLOPEDIA_CHARACTERS] + "\n"


def main(data, folder):
    judged = (HERE / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {json.loads(line)["article"] for line in judged}
    folder.mkdir(parents=True, exist_ok=True)
    for articles in (news, encyclopedia):
        for name, text in articles(data):
            if name in wanted:
                wanted.remove(name)
                (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    if wanted:
        sys.exit(f"articles.py: {data} has no article {min(wanted)}, nor {len(wanted) - 1} others")
    shutil.copy(HERE / "judgements.jsonl", folder / "judgements.jsonl")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
