"""Score the similarity of claims on MSRP and CheckThat! 2020, beside peers.

    python benchmarks/claims.py [--corpora PATH]

The corpora are not shipped: PATH, else the environment's ATTRIB_CORPORA, else
../shared/corpora beside the project. attrib's coefficients are learnt from these very
sets; training/claim_similarity.py prints what they make of pairs and posts that were
left out. rank_bm25 and scikit-learn take part where they are installed. Threshold of
peers: the one at which their F1 is best, while attrib's is its own. Speed is CPU time
of this process, reading included.
"""

import argparse
import csv
import heapq
import importlib
import importlib.util
import os
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from attrib.provenance.matching import ClaimIndex
from attrib.provenance.similarity import SAME_FROM, similarity

ROOT = Path(__file__).resolve().parent.parent
_WORD = re.compile(r"\w+")
Scores = list[float]
Ranking = Callable[[str], list[int]]


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())


# --- pairs: each peer scores all of them ----------------------------------------------


def attrib_scores(pairs: Sequence[tuple[str, str]]) -> Scores:
    return [similarity(one, other) for one, other in pairs]


def jaccard_scores(pairs: Sequence[tuple[str, str]]) -> Scores:
    sets = [(set(words_of(one)), set(words_of(other))) for one, other in pairs]
    return [len(one & other) / max(len(one | other), 1) for one, other in sets]


def tfidf_scores(pairs: Sequence[tuple[str, str]]) -> Scores:
    text = importlib.import_module("sklearn.feature_extraction.text")
    vectorizer = text.TfidfVectorizer(sublinear_tf=True)
    vectorizer.fit([sentence for pair in pairs for sentence in pair])
    first = vectorizer.transform([one for one, _ in pairs])
    second = vectorizer.transform([other for _, other in pairs])
    return [float(x) for x in first.multiply(second).sum(axis=1).A1]


def area(scores: Scores, gold: Sequence[bool]) -> float:
    """Return the area under the curve: how often a right pair is above a wrong one."""
    ranked = sorted(zip(scores, gold, strict=True))
    same = sum(gold)
    total = 0.0
    at = 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        # Equal scores share the middle rank.
        total += sum(is_same for _, is_same in ranked[at:end]) * (at + 1 + end) / 2
        at = end
    return (total - same * (same + 1) / 2) / (same * (len(gold) - same))


def f1(scores: Scores, gold: Sequence[bool], threshold: float) -> float:
    found = [is_same for score, is_same in zip(scores, gold, strict=True)
             if score >= threshold]  # fmt: skip
    return 2 * sum(found) / (len(found) + sum(gold))


def show_pairs(path: Path) -> None:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    pairs = [(row[3], row[4]) for row in rows]
    gold = [row[0] == "1" for row in rows]
    peers = {"attrib": attrib_scores, "Jaccard of words": jaccard_scores}
    if importlib.util.find_spec("sklearn"):
        peers["scikit-learn, TF-IDF cosine"] = tfidf_scores
    print(f"\n{f'MSRP train ({len(rows)} pairs)':34}   AUC    F1  us/pair")
    for name, score in peers.items():
        start = time.process_time()
        scores = score(pairs)
        spent = time.process_time() - start
        thresholds = (
            [SAME_FROM] if name == "attrib" else [n / 100 for n in range(5, 96)]
        )
        best = max(f1(scores, gold, threshold) for threshold in thresholds)
        per_pair = 1e6 * spent / len(pairs)
        print(f"{name:34} {area(scores, gold):.3f} {best:.3f} {per_pair:8.0f}")


# --- posts: each peer ranks claims for one --------------------------------------------


def attrib_ranking(claims: Sequence[str]) -> Ranking:
    index = ClaimIndex(claims)

    def rank(post: str) -> list[int]:
        return [match.place for match in index.match(post, limit=5)]

    return rank


def bm25_ranking(claims: Sequence[str]) -> Ranking:
    model = importlib.import_module("rank_bm25").BM25Okapi(
        [words_of(claim) for claim in claims]
    )

    def rank(post: str) -> list[int]:
        scores = model.get_scores(words_of(post))
        return heapq.nlargest(5, range(len(claims)), key=scores.__getitem__)

    return rank


def tfidf_ranking(claims: Sequence[str]) -> Ranking:
    text = importlib.import_module("sklearn.feature_extraction.text")
    vectorizer = text.TfidfVectorizer(sublinear_tf=True)
    matrix = vectorizer.fit_transform(claims)

    def rank(post: str) -> list[int]:
        scores = (matrix @ vectorizer.transform([post]).T).toarray().ravel()
        return heapq.nlargest(5, range(len(claims)), key=scores.__getitem__)

    return rank


def read_table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def show_posts(folder: Path, *, with_titles: bool) -> None:
    rows = read_table(folder / "checkthat2020_verified_claims.tsv")
    claims = [" ".join(row[1:]) if with_titles else row[1] for row in rows]
    posts = read_table(folder / "checkthat2020_dev_queries.tsv")
    qrels = (folder / "checkthat2020_dev_qrels.tsv").read_text("utf-8")
    gold = {line.split()[0]: line.split()[2] for line in qrels.splitlines()}
    peers = {"attrib": attrib_ranking}
    if importlib.util.find_spec("rank_bm25"):
        peers["rank_bm25, Okapi"] = bm25_ranking
    if importlib.util.find_spec("sklearn"):
        peers["scikit-learn, TF-IDF cosine"] = tfidf_ranking
    what = "claims with titles" if with_titles else "claims"
    print(f"\n{f'CheckThat! 2020 dev, {what}':34} MAP@5   P@1  ms/post")
    for name, make in peers.items():
        rank = make(claims)
        precision = first = 0.0
        start = time.process_time()
        for post, text in posts:
            found = [rows[place][0] for place in rank(text)[:5]]
            if gold[post] in found:
                precision += 1 / (1 + found.index(gold[post]))
                first += found[0] == gold[post]
        spent = time.process_time() - start
        shares = precision / len(posts), first / len(posts)
        print(f"{name:34} {shares[0]:.3f} {shares[1]:.3f} ", end="")
        print(f"{1e3 * spent / len(posts):8.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    options = parser.parse_args()
    named = os.environ.get("ATTRIB_CORPORA", "../shared/corpora")
    folder = (options.corpora or ROOT / named) / "dedup"
    if not folder.is_dir():
        parser.error(f"no corpora at {folder}; name their folder with --corpora")
    show_pairs(folder / "msrp_train.tsv")
    for with_titles in (False, True):
        show_posts(folder, with_titles=with_titles)


if __name__ == "__main__":
    main()
