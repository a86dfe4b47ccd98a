"""Makes layout/text/data/words.txt, by which `title: balance` keeps words whole.

The words and how often they occur come from the dictionary of the PyPI package jieba 0.42.1 (MIT),
which is needed for this script only:

    pip install jieba==0.42.1 && python assets/make_words.py

Kept are ideographs that are words by themselves and the commonest words of two to four; names of
persons are left out. A frequency is kept as its power of two, one row each, the commonest first.
"""

import hashlib
import math
from importlib.metadata import files
from pathlib import Path

OUT = Path(__file__).parents[1] / "layout/text/data/words.txt"
SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
MOST_WORDS = 40_000
"""Of 70 headlines a list of 20,000 keeps 61 whole when they are cut in two, one of 30,000 64, one
of 40,000 65, and so does one of 50,000."""
LONGEST = 4
LEAST_ALONE = 200
"""How often an ideograph stands alone, for it to be a word: a rarer one is as good as unknown."""
HEAD = """\
# Words of Chinese, commonest first; a row begins with the power of two of their frequency.
# Made by assets/make_words.py from the dictionary of jieba 0.42.1 (MIT License, Copyright (c) 2013
# Sun Junyi); names of persons are left out.
"""


def main() -> None:
    """Writes the list."""
    path = next(f for f in files("jieba") or () if f.name == "dict.txt")
    data = path.read_binary()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit("this is not the dictionary of jieba 0.42.1")
    alone: list[tuple[int, str]] = []
    words: list[tuple[int, str]] = []
    for row in data.decode().splitlines():
        word, count, kind = row.split(" ")
        if not all("\u4e00" <= c <= "\u9fff" for c in word):
            continue
        if len(word) == 1 and int(count) >= LEAST_ALONE:
            alone.append((int(count), word))
        elif 1 < len(word) <= LONGEST and not kind.startswith("nr"):
            words.append((int(count), word))
    words.sort(key=lambda w: (-w[0], w[1]))
    rows: dict[int, list[str]] = {}
    for count, word in (*alone, *words[:MOST_WORDS]):
        rows.setdefault(round(math.log2(count)), []).append(word)
    text = HEAD + "".join(
        f"{power} {' '.join(sorted(rows[power]))}\n" for power in sorted(rows, reverse=True)
    )
    OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
