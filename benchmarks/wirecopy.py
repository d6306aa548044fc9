"""Score copies and reuse on the wire copy sets, other designs beside attrib's.

    python benchmarks/wirecopy.py [--corpora PATH] [--growth 10000 100000]

The corpora are not shipped: PATH, else the environment's ATTRIB_CORPORA, else
../shared/corpora beside the project. All designs read the same texts in the same run;
datasketch takes part where it is installed. Speed is documents per second of this
process's CPU time, reading included, loading and scoring not.

`--growth` makes collections of invented documents of these sizes, each in a process of
its own, and tells the time and the memory per document: the text of a document is gone
when it has been added.
"""

import argparse
import importlib
import importlib.util
import itertools
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrib.model.document import Document
from attrib.provenance.duplicates import deduplicate
from attrib.provenance.index import ShingleIndex
from attrib.provenance.reuse import find_reuse

ROOT = Path(__file__).resolve().parent.parent
_WORD = re.compile(r"\w+")
Pairs = Iterable[tuple[int, int]]


# --- designs: each returns pairs of places whose texts it takes for copies -----------


def attrib_pairs(texts: Sequence[str]) -> Pairs:
    documents = [Document(text, str(place)) for place, text in enumerate(texts)]
    for cluster in deduplicate(documents, level="report"):
        for pair in cluster.pairs:
            yield int(pair.first), int(pair.second)


def shingles_of(text: str, size: int) -> set[str]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}


def containment_pairs(texts: Sequence[str]) -> Pairs:
    """Half of the rarer shingles of one in the other; all pairs of every posting."""
    own = [shingles_of(text, 4) for text in texts]
    postings: dict[str, list[int]] = {}
    for place, shingles in enumerate(own):
        for shingle in shingles:
            postings.setdefault(shingle, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    sizes: Counter[int] = Counter()
    for places in postings.values():
        if len(places) <= 12:
            shared.update(itertools.combinations(places, 2))
            sizes.update(places)
    for (a, b), count in shared.items():
        if count >= 20 and count >= 0.5 * min(sizes[a], sizes[b]):
            yield a, b


def simhash_pairs(texts: Sequence[str]) -> Pairs:
    """One number of 64 bits a text; at most 6 bits apart, found by 8 bands of 8."""
    bands: dict[tuple[int, int], list[int]] = {}
    prints: list[int] = []
    for place, text in enumerate(texts):
        votes = [0] * 64
        for shingle in shingles_of(text, 2):
            data = shingle.encode()
            number = zlib.crc32(data) << 32 | zlib.crc32(data[::-1])
            for bit in range(64):
                votes[bit] += 1 if number >> bit & 1 else -1
        own = sum(1 << bit for bit, vote in enumerate(votes) if vote > 0)
        for band in range(8):
            met = bands.setdefault((band, own >> 8 * band & 255), [])
            for other in met:
                if (prints[other] ^ own).bit_count() <= 6:
                    yield other, place
            met.append(place)
        prints.append(own)


def minhash_pairs(
    size: int, threshold: float, permutations: int
) -> Callable[..., Pairs]:
    def pairs(texts: Sequence[str]) -> Pairs:
        datasketch = importlib.import_module("datasketch")
        index = datasketch.MinHashLSH(threshold=threshold, num_perm=permutations)
        sketches = []
        for place, text in enumerate(texts):
            sketch = datasketch.MinHash(num_perm=permutations)
            sketch.update_batch([s.encode() for s in shingles_of(text, size)])
            index.insert(place, sketch)
            sketches.append(sketch)
        for place, sketch in enumerate(sketches):
            for other in index.query(sketch):
                if other < place and sketch.jaccard(sketches[other]) >= threshold:
                    yield other, place

    return pairs


DESIGNS: dict[str, Callable[[Sequence[str]], Pairs]] = {
    "attrib": attrib_pairs,
    "containment of 4 words >= .5, at most 12 documents": containment_pairs,
    "SimHash of 2 words, 6 of 64 bits": simhash_pairs,
}
MINHASH = {
    f"datasketch MinHash, {size} words, {threshold}, {count} permutations": (
        minhash_pairs(size, threshold, count)
    )
    for size, threshold, count in ((5, 0.8, 128), (3, 0.2, 128), (5, 0.15, 256))
}


# --- scoring --------------------------------------------------------------------------


def labels(count: int, pairs: Pairs) -> list[int]:
    """Return the connected component of each place."""
    above = list(range(count))

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    for a, b in pairs:
        above[top(a)] = top(b)
    return [top(place) for place in range(count)]


def scores(found: Sequence[int], gold: Sequence[str]) -> list[str]:
    """Return precision, recall and F1 of pairs in one cluster, and adjusted Rand."""

    def pair_count(sizes: Iterable[int]) -> int:
        return sum(size * (size - 1) // 2 for size in sizes)

    both = pair_count(Counter(zip(found, gold, strict=True)).values())
    ours, theirs = (
        pair_count(Counter(found).values()),
        pair_count(Counter(gold).values()),
    )
    chance = ours * theirs / pair_count([len(gold)])
    figures = (
        both / max(ours, 1),
        both / theirs,
        2 * both / (ours + theirs),
        (both - chance) / ((ours + theirs) / 2 - chance),
    )
    return [f"{figure:.3f}" for figure in figures]


def republished(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """Yield originals that are the same article, and gold's pairs besides.

    The set was made from articles of which some had been published twice, so that
    gold parts them and their copies; no reader of words can.
    """
    first: dict[str, int] = {}
    for place, row in enumerate(rows):
        yield first.setdefault(row["cluster"], place), place
    originals = [p for p, row in enumerate(rows) if row["op"] == "original"]
    own = {place: shingles_of(rows[place]["text"], 4) for place in originals}
    holders: dict[str, list[int]] = {}
    for place in originals:
        for shingle in own[place]:
            holders.setdefault(shingle, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= 12:
            shared.update(itertools.combinations(places, 2))
    for (a, b), count in shared.items():
        if count >= 0.55 * max(len(own[a]), len(own[b])):
            yield a, b


def read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def score_copies(rows: Sequence[dict[str, Any]]) -> None:
    texts = [row["text"] for row in rows]
    gold = [row["cluster"] for row in rows]
    print(f"\n{f'copies ({len(rows)} documents)':58}     P     R    F1   ARI docs/s")
    designs = dict(DESIGNS)
    if importlib.util.find_spec("datasketch"):
        designs |= MINHASH
    for name, pairs in designs.items():
        start = time.process_time()
        links = list(pairs(texts))
        spent = time.process_time() - start
        row = " ".join(scores(labels(len(rows), links), gold))
        print(f"{name:58} {row} {len(rows) / spent:6.0f}")
    best = labels(len(rows), republished(rows))
    print(f"{'gold, with articles that were published twice as one':58} ", end="")
    print(" ".join(scores(best, gold)))


def score_reuse(
    rows: Sequence[dict[str, Any]], hosts: Sequence[dict[str, Any]]
) -> None:
    """Hold the hosts against all originals, which were published the day before."""
    originals = [row for row in rows if row["op"] == "original"]
    wanted = {f"host:{row['id']}": (row["donor"], row["host"]) for row in hosts}
    print(f"\n{f'reuse ({len(hosts)} hosts)':34} donor found  false links docs/s")
    for name, days in (
        ("dated", ("2024-03-04", "2024-03-05")),
        ("undated", (None, None)),
    ):
        documents = [
            Document(row["text"], row["cluster"], published=days[0])
            for row in originals
        ] + [
            Document(row["text"], f"host:{row['id']}", published=days[1])
            for row in hosts
        ]
        start = time.process_time()
        links = [link for link in find_reuse(documents) if link.host in wanted]
        spent = time.process_time() - start
        found = {link.host for link in links if link.donor == wanted[link.host][0]}
        false = sum(link.donor not in wanted[link.host] for link in links)
        share = f"{len(found) / len(hosts):.3f}"
        print(f"{name:34} {share:>11} {false:>5} of {len(links):<4}", end="")
        print(f"{len(documents) / spent:6.0f}")


# --- growth ---------------------------------------------------------------------------

_SYLLABLES = [
    a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en")
]


def invent(count: int, *, seed: int = 7) -> Iterator[Document]:
    """Yield documents of 300 invented words.

    In each thousand, one report has 60 edited copies and twenty have three; every
    tenth document ends with one of five notes of 40 words.
    """
    draw = random.Random(seed)
    words = [
        "".join(draw.choices(_SYLLABLES, k=draw.randint(1, 4))) for _ in range(60000)
    ]
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))
    notes = [" ".join(draw.choices(words, k=40)) for _ in range(5)]
    copies: list[list[str]] = []
    for number in range(count):
        place = number % 1000
        if copies and place < 121:
            text = list(copies.pop())
            for _ in range(len(text) // 20):
                text[draw.randrange(len(text))] = draw.choice(words)
            text = text[: draw.randint(len(text) // 2, len(text))]
        else:
            text = draw.choices(words, cum_weights=weights, k=300)
        if place == 999:
            made = [draw.choices(words, cum_weights=weights, k=300) for _ in range(21)]
            copies = [made[0]] * 60 + [other for other in made[1:] for _ in range(3)]
        if number % 10 == 0:
            text = [*text, notes[number // 10 % 5]]
        yield Document(" ".join(text), f"{number:07}")


def grow(count: int) -> None:
    """Index invented documents, and print the cost of each as JSON."""
    index = ShingleIndex()
    spent = 0.0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for document in invent(count):
        start = time.process_time()
        index.add(document)
        spent += time.process_time() - start
    start = time.process_time()
    clusters = index.clusters()
    spent += time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = max(len(cluster.members) for cluster in clusters)
    cost = {
        "microseconds": round(1e6 * spent / count),
        "bytes": round(1024 * (peak - before) / count),
        "largest": largest,
        "clusters": sum(not cluster.is_single for cluster in clusters),
    }
    print(json.dumps(cost))


def show_growth(sizes: Sequence[int]) -> None:
    print(
        f"{'growth (invented documents)':30} us/document  bytes/document "
        " clusters  largest"
    )
    for size in sizes:
        command = [sys.executable, __file__, "--grow", str(size)]
        output = subprocess.run(command, check=True, capture_output=True, text=True)
        cost = json.loads(output.stdout)
        print(
            f"{size:<30} {cost['microseconds']:>11} {cost['bytes']:>15} "
            f"{cost['clusters']:>9} {cost['largest']:>8}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--growth", type=int, nargs="*", default=[])
    parser.add_argument("--grow", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.grow:
        grow(options.grow)
        return
    named = os.environ.get("ATTRIB_CORPORA", "../shared/corpora")
    folder = options.corpora or ROOT / named
    if not folder.is_dir():
        parser.error(f"no corpora at {folder}; name their folder with --corpora")
    if options.growth:
        # First: on Linux a process starts from the peak of the one that started it.
        show_growth(options.growth)
    rows = read(folder / "dedup" / "wirecopy_synth.jsonl")
    score_copies(rows)
    score_reuse(rows, read(folder / "dedup" / "wirecopy_partial.jsonl"))


if __name__ == "__main__":
    main()
