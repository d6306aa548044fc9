"""Learn how rare the terms are by which claims are compared.

    PYTHONPATH=src python training/term_rarity.py [--corpora PATH] [--out FILE]

Counts in how many sentences of the development texts each term stands and writes the
rarity of those that stand in many to `src/attrib/lexicon/en/rarity.tsv`: the logarithm
of how many sentences there are for each that holds the term, as a share of that of the
rarest. Terms of words that the word-class table does not list are left out, so that no
private person's name is kept. Needs nothing besides attrib. Run it after
word_classes.py and whenever terms.toml changes.
"""

import argparse
import csv
import json
import math
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.terms import load_terms

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# How rare terms are in sentences of news and claims, in hundredths: 0 in every one,
# 100 in at most three of them. Terms that are not listed are as rare as can be. Made by
# training/term_rarity.py from PolNeAR 1.0 train, articles of many outlets on shared
# events, and the sentences of MSRP train and the CheckThat! 2020 claims. Counts of
# common words only, no text.
"""
RAREST = 2.5
"""Sentences that the rarest terms are taken to stand in."""
LEAST = 8
"""Sentences in which a term must stand to be listed."""
STEP = 2
"""Hundredths to which a rarity is rounded."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_END = re.compile(r"(?<=[.!?])\s+|\n")


def read_sentences(corpora: Path) -> Iterator[str]:
    """Yield what counts as one sentence in the development texts."""
    articles = [corpora / "attributions" / "polnear_train.jsonl"]
    for path in [*articles, *sorted((corpora / "events").glob("*.jsonl"))]:
        for line in path.read_text("utf-8").splitlines():
            yield from _END.split(json.loads(line)["text"])
    pairs = (corpora / "dedup" / "msrp_train.tsv").read_text("utf-8")
    for line in pairs.splitlines()[1:]:
        yield from line.split("\t")[3:5]
    claims = corpora / "dedup" / "checkthat2020_verified_claims.tsv"
    with claims.open(encoding="utf-8", newline="") as file:
        yield from (row[1] for row in list(csv.reader(file, delimiter="\t"))[1:])


def count_terms(sentences: Iterator[str]) -> tuple[int, Counter[str]]:
    """Return the number of sentences, and of those that hold each listed term."""
    terms = load_terms()
    lexicon = load_lexicon()
    listed = {*lexicon.closed, *lexicon.classes}
    known = {terms.of[word] for word in listed}
    counts: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        words = _WORD.findall(sentence.lower().replace("’", "'"))
        if words:
            total += 1
            bare = {word.removesuffix("'s").replace("'", "") for word in words}
            counts.update({terms.of[word] for word in bare} & known)
    return total, counts


def rarities(total: int, counts: Counter[str]) -> dict[int, list[str]]:
    """Return the terms of each rarity, in hundredths."""
    most = math.log(total / RAREST)
    rows: dict[int, list[str]] = {}
    for term in sorted(counts):
        if counts[term] >= LEAST:
            share = math.log(total / counts[term]) / most
            rows.setdefault(STEP * round(100 * share / STEP), []).append(term)
    return dict(sorted(rows.items()))


def main() -> None:
    """Read the corpora and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    out = ROOT / "src" / "attrib" / "lexicon" / "en" / "rarity.tsv"
    parser.add_argument("--out", type=Path, default=out)
    options = parser.parse_args()
    named = os.environ.get("ATTRIB_CORPORA", "../shared/corpora")
    rows = rarities(*count_terms(read_sentences(options.corpora or ROOT / named)))
    lines = [f"{share}\t{' '.join(terms)}\n" for share, terms in rows.items()]
    options.out.write_text(HEADER + "".join(lines), "utf-8")
    print(f"{sum(map(len, rows.values()))} terms -> {options.out}")


if __name__ == "__main__":
    main()
