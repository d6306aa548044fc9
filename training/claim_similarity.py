"""Learn the coefficients by which the similarity of two claims is told.

    PYTHONPATH=src python training/claim_similarity.py [--corpora PATH] [--out FILE]

Two kinds of data share one logistic function. MSRP train: pairs of sentences that are
paraphrases or not. CheckThat! 2020 dev: for each post the claim it repeats should stand
above the other candidates, so the difference of the two is learnt from. Prints figures
of five-fold cross-validation (no pair and no post is judged by what was learnt from
it), then writes `src/attrib/lexicon/en/similarity.tsv` from all. Needs scikit-learn.
Run it after term_rarity.py.
"""

import argparse
import csv
import importlib
import math
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from attrib.provenance.candidates import WordingIndex
from attrib.provenance.similarity import features
from attrib.provenance.wording import Pile, Wording, read_wording

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# Coefficients of what is seen of two claims. Made by training/claim_similarity.py from
# MSRP train and CheckThat! 2020 dev. Coefficients only, no text.
"""
RANKING = 12.0
"""What the candidates of one post weigh, against one pair of sentences."""
PENALTY = 0.25
LENIENCE = 0.5
"""Log odds added to the bias, so that one half is where F1 on unseen MSRP is best."""
CANDIDATES = 100
FOLDS = 5
Row = list[float]


@attrs.frozen
class Post:
    """A post: what is seen of it and each candidate, and which is right, if any is."""

    rows: list[Row]
    right: int | None


def read_pairs(folder: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield the sentences of MSRP train, and whether they are paraphrases."""
    for line in (folder / "msrp_train.tsv").read_text("utf-8").splitlines()[1:]:
        label, _, _, first, second = line.split("\t")
        yield first, second, label == "1"


def read_table(path: Path) -> list[list[str]]:
    """Return the rows of a table of CheckThat! 2020 below its head."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def see(a: Wording, b: Wording) -> Row:
    """Return what is seen of two wordings, in a fixed order."""
    return list(features(a, b).values())


def read_posts(folder: Path, *, with_titles: bool) -> Iterator[Post]:
    """Yield the posts of CheckThat! 2020 dev with the candidates that are found."""
    rows = read_table(folder / "checkthat2020_verified_claims.tsv")
    pile = Pile(" ".join(row[1:]) if with_titles else row[1] for row in rows)
    index = WordingIndex(pile.wordings)
    gold = (folder / "checkthat2020_dev_qrels.tsv").read_text("utf-8")
    right = {line.split()[0]: line.split()[2] for line in gold.splitlines()}
    for name, text in read_table(folder / "checkthat2020_dev_queries.tsv"):
        post = pile.read(text)
        places = index.near(post, limit=CANDIDATES)
        names = [rows[place][0] for place in places]
        yield Post(
            [see(post, pile.wordings[place]) for place in places],
            names.index(right[name]) if right[name] in names else None,
        )


def learn(
    pairs: Sequence[tuple[Row, bool]], posts: Sequence[Post]
) -> tuple[Callable[[Row], float], list[float]]:
    """Return a scorer of rows, and its coefficients."""
    linear = importlib.import_module("sklearn.linear_model")
    spread = [
        _deviation(column) for column in zip(*(row for row, _ in pairs), strict=True)
    ]
    rows: list[Row] = [row for row, _ in pairs]
    labels = [is_same for _, is_same in pairs]
    weights = [1.0] * len(rows)
    for post in posts:
        if post.right is None:
            continue
        best = post.rows[post.right]
        for place, row in enumerate(post.rows):
            if place != post.right:
                better = [one - other for one, other in zip(best, row, strict=True)]
                rows.append(better)
                labels.append(True)
                weights.append(RANKING / CANDIDATES)
    scaled = [[x / s for x, s in zip(row, spread, strict=True)] for row in rows]
    model = linear.LogisticRegression(
        C=1 / PENALTY, solver="newton-cholesky", fit_intercept=False, tol=1e-6
    )
    model.fit(scaled, labels, sample_weight=weights)
    found = [float(w) / s for w, s in zip(model.coef_[0], spread, strict=True)]
    found[0] += LENIENCE  # the bias stands first
    return lambda row: sum(w * x for w, x in zip(found, row, strict=True)), found


def _deviation(column: Sequence[float]) -> float:
    mean = sum(column) / len(column)
    return math.sqrt(sum((x - mean) ** 2 for x in column) / len(column)) or 1.0


def mean_precision(scored: Sequence[tuple[list[float], int | None]]) -> float:
    """Return MAP@5: one over the place of the right candidate, if among five.

    Example:
        >>> mean_precision([([0.1, 0.9], 1), ([0.9, 0.5], 1), ([0.2], None)])
        0.5
    """
    total = 0.0
    for scores, right in scored:
        if right is not None:
            place = 1 + sum(score > scores[right] for score in scores)
            total += 1 / place if place <= 5 else 0
    return total / len(scored)


def show_folds(pairs: list[tuple[Row, bool]], kinds: dict[str, list[Post]]) -> None:
    """Print figures on what each fold has left out."""
    metrics: Any = importlib.import_module("sklearn.metrics")
    scores: dict[int, float] = {}
    ranked: dict[str, list[tuple[list[float], int | None]]] = {n: [] for n in kinds}
    for fold in range(FOLDS):
        score, _ = learn(
            [pair for place, pair in enumerate(pairs) if place % FOLDS != fold],
            [p for ps in kinds.values() for n, p in enumerate(ps) if n % FOLDS != fold],
        )
        for place in range(fold, len(pairs), FOLDS):
            scores[place] = score(pairs[place][0])
        for name, posts in kinds.items():
            for post in posts[fold::FOLDS]:
                ranked[name].append(([score(row) for row in post.rows], post.right))
    gold = [is_same for _, is_same in pairs]
    own = [scores[place] for place in range(len(pairs))]
    area = metrics.roc_auc_score(gold, own)
    f1 = metrics.f1_score(gold, [score > 0 for score in own])
    print(f"MSRP, unseen, likeness: AUC {area:.4f}, F1 at the threshold {f1:.4f}")
    for name, each in ranked.items():
        print(f"CheckThat! dev, unseen, {name}: MAP@5 {mean_precision(each):.4f}")


def main() -> None:
    """Read the corpora, print figures and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    out = ROOT / "src" / "attrib" / "lexicon" / "en" / "similarity.tsv"
    parser.add_argument("--out", type=Path, default=out)
    options = parser.parse_args()
    named = os.environ.get("ATTRIB_CORPORA", "../shared/corpora")
    folder = (options.corpora or ROOT / named) / "dedup"
    pairs = [
        (see(read_wording(one), read_wording(other)), is_same)
        for one, other, is_same in read_pairs(folder)
    ]
    kinds = {
        "claims": list(read_posts(folder, with_titles=False)),
        "claims with titles": list(read_posts(folder, with_titles=True)),
    }
    show_folds(pairs, kinds)
    _, found = learn(pairs, [post for posts in kinds.values() for post in posts])
    names = features(read_wording("a"), read_wording("a"))
    rows = [f"{name}\t{value:.4f}\n" for name, value in zip(names, found, strict=True)]
    options.out.write_text(HEADER + "".join(rows), "utf-8")
    print(f"{len(rows)} coefficients -> {options.out}")


if __name__ == "__main__":
    main()
