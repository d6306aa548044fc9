"""Similarity: how likely it is that two claims say the same, from parts that tell why.

Shared words count by how rare they are, spellings by pieces of four characters, what
words mean by vectors of the common ones, and order by pairs and the longest common run
of words. A logistic function of few learnt coefficients joins them. A number, a
date, a negation, an opposite or exchanged names that are all in which two claims differ
keep them below `SAME_FROM`.
"""

import functools
import math
from collections.abc import Mapping, Sequence, Set
from importlib import resources
from operator import mul

import attrs

from attrib.model.attribution import Stance
from attrib.model.claim import Claim, Difference, DifferenceKind
from attrib.provenance.differences import stance_of, tell_differences
from attrib.provenance.relatedness import closeness, related_words
from attrib.provenance.roles import is_role_change
from attrib.provenance.wording import Wording, read_wording

SAME_FROM = 0.5
"""Similarity from which two claims are one, unless they differ."""
_LOOKED_AT_FROM = 0.2
"""Likeness below which differences decide nothing."""
_DECIDING = frozenset(
    {
        DifferenceKind.NUMBER,
        DifferenceKind.DATE,
        DifferenceKind.NEGATION,
        DifferenceKind.OPPOSITE,
    }
)
_REST = 0.2
"""Share of either text that may differ otherwise where a difference decides alone:
people who judge sentences let other numbers pass in sentences that differ in much.
"""
_DIFFERENT = 0.7
"""What is left of a likeness where such a difference decides."""
_STEEPEST = 30.0
"""Log odds beyond which a likeness is as good as 0 or 1."""


@attrs.frozen
class Comparison:
    """Two claims held against each other.

    Attributes:
        likeness: How much their words are those of one claim, from 0 to 1.
        shared: Terms that both have, the rarest first.
        first_share: How much of the first is in the second, by rarity, from 0 to 1.
        second_share: How much of the second is in the first.
        differences: In what they disagree.
        related: Words of only one that mean the like of one of the other, as they are
            written, the nearest first; told by `compare` and by an index of claims.
        similarity: The likeness; less, and below `SAME_FROM`, where all in which they
            differ is a number, date, negation, an opposite or who does it to whom.
    """

    similarity: float
    likeness: float
    shared: tuple[str, ...]
    first_share: float
    second_share: float
    differences: tuple[Difference, ...] = ()
    related: tuple[tuple[str, str], ...] = ()


def similarity(a: Claim | str, b: Claim | str) -> float:
    """Return how alike two claims or texts are, from 0 to 1.

    From `SAME_FROM`, 0.5, their words are those of one claim. They may still disagree
    in a name, say: `compare` tells the differences, and these decide. It does not
    matter which of them comes first. Texts in other languages than English are
    compared without knowledge of their endings.

    Args:
        a: A claim, or a text of a sentence or two.
        b: Another.

    Returns:
        0 when a text has no words.

    Raises:
        ModelError: One of them is neither a claim nor a text.

    Source:
        Coefficients are learnt by training/claim_similarity.py.

    Example:
        >>> one = "The storm damaged three moored trawlers"
        >>> similarity(one, "Three moored trawlers were damaged by the storm") > 0.5
        True
        >>> similarity(one, "The storm damaged six moored trawlers") < 0.5
        True
        >>> similarity(one, "The choir sings in the chapel on Sunday") < 0.1
        True
        >>> similarity(one, "")
        0.0
    """
    stances = stance_of(a), stance_of(b)
    return compare_wordings(
        read_wording(a), read_wording(b), stances=stances
    ).similarity


def compare(a: Claim | str, b: Claim | str) -> Comparison:
    """Return how two claims or texts compare, with what speaks for and against.

    Example:
        >>> comparison = compare("The ferry sank off Gale Port",
        ...                      "The ferry did not sink off Gale Port")
        >>> comparison.differences[0].kind, comparison.similarity < 0.5
        (<DifferenceKind.NEGATION: 'negation'>, True)
    """
    related = related_words(read_wording(a), read_wording(b))
    return attrs.evolve(_compare(a, b), related=related)


def _compare(a: Claim | str, b: Claim | str) -> Comparison:
    stances = stance_of(a), stance_of(b)
    return compare_wordings(read_wording(a), read_wording(b), stances=stances)


def compare_wordings(
    ours: Wording, theirs: Wording, *, stances: tuple[Stance, Stance]
) -> Comparison:
    """Return how two wordings compare, as `compare` does for claims.

    Which words are related is left out, as many wordings are compared.
    """
    likeness = value = _likeness(ours, theirs)
    differences = (
        tell_differences(ours, theirs, stances=stances)
        if likeness >= _LOOKED_AT_FROM
        else ()
    )
    shared = ours.weights.keys() & theirs.weights.keys()
    met = sum(sorted(ours.weights[term] for term in shared))
    if any(each.kind in _DECIDING or is_role_change(each) for each in differences):
        told = [{word for d in differences for word in d.first.split()}]
        told += [{word for d in differences for word in d.second.split()}]
        rests = _rest(ours, theirs, told[0]), _rest(theirs, ours, told[1])
        if max(rests) <= _REST:
            value = min(likeness * _DIFFERENT, SAME_FROM * _DIFFERENT + likeness / 10)
    return Comparison(
        similarity=value,
        likeness=likeness,
        shared=tuple(sorted(shared, key=lambda term: (-ours.weights[term], term))),
        first_share=_share(met, ours.weight),
        second_share=_share(met, theirs.weight),
        differences=differences,
    )


def _rest(one: Wording, other: Wording, told: Set[str]) -> float:
    """Return how much of a wording neither the other one has nor a difference tells."""
    known = {
        term
        for term, written in zip(one.terms, one.written, strict=True)
        if term in other.weights or not told.isdisjoint(written.split())
    }
    return _share(
        sum(weight for term, weight in one.weights.items() if term not in known),
        one.weight,
    )


def _likeness(a: Wording, b: Wording) -> float:
    if a.grams.keys().isdisjoint(b.grams):
        return 0.0
    total = sum(map(mul, _row(), features(a, b).values()))
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, total))))


def features(a: Wording, b: Wording) -> dict[str, float]:
    """Return what is seen of two wordings, by name; the same for `b` and `a`.

    What is called close is the same once more, weighted by the square of the share of
    common words: the order of words tells more of texts that share many.
    """
    shared = a.weights.keys() & b.weights.keys()
    own = sorted([a.weights[term] for term in shared])
    met, met_squares = sum(own), sum(weight * weight for weight in own)
    less, more = sorted((a.weight, b.weight))
    dice = _share(2 * met, less + more)
    gram_met, gram_product = _gram_overlap(a.grams, b.grams)
    coarse = {
        "bias": 1.0,
        "dice": dice,
        "cover": _share(met, more),
        "cosine": _share(met_squares, a.term_norm * b.term_norm),
        "gram-cosine": _share(gram_product, a.gram_norm * b.gram_norm),
        "gram-cover": _share(gram_met, max(a.gram_weight, b.gram_weight)),
        "meaning": closeness(a, b),
        "log-shared": math.log(0.2 + met_squares),
        "log-less": math.log(0.5 + less),
        "log-more": math.log(0.5 + more),
    }
    rest = sorted((max(0.0, a.weight - met), max(0.0, b.weight - met)))
    fine = {
        "contained": _share(met, less),
        "rest-less": rest[0],
        "rest-more": rest[1],
        **_order(a, b),
        **_agreement(a, b, shared),
    }
    gate = dice * dice
    close = {f"close-{name}": gate * value for name, value in fine.items()}
    return {**coarse, **fine, "close": gate, **close}


def contained_words(a: Wording, b: Wording) -> float:
    """Return how much of the shorter of two wordings is in the other, in its order.

    The lesser of what `features` calls "contained" and "order-short", at less cost.
    """
    shared = a.weights.keys() & b.weights.keys()
    met = sum(sorted([a.weights[term] for term in shared]))
    run = _common_length(a.terms, b.terms)
    contained = _share(met, min(a.weight, b.weight))
    return min(contained, run / min(len(a.terms), len(b.terms)))


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole else 0.0


def _gram_overlap(
    ours: Mapping[str, float], theirs: Mapping[str, float]
) -> tuple[float, float]:
    """Return what pieces of spelling have in common: lesser weights, and products."""
    if len(theirs) < len(ours):
        ours, theirs = theirs, ours
    least = product = 0.0
    for gram in sorted(ours.keys() & theirs.keys()):
        one, other = ours[gram], theirs[gram]
        least += min(one, other)
        product += one * other
    return least, product


def _order(a: Wording, b: Wording) -> dict[str, float]:
    ours, theirs = len(a.terms), len(b.terms)
    run = _common_length(a.terms, b.terms)
    shared = a.pairs.keys() & b.pairs.keys()
    both = sum(sorted(min(a.pairs[pair], b.pairs[pair]) for pair in shared))
    return {
        "order-long": run / max(ours, theirs),
        "order-short": run / min(ours, theirs),
        "pairs": _share(2 * both, a.pair_weight + b.pair_weight),
        "pairs-short": _share(both, min(a.pair_weight, b.pair_weight)),
        "length": abs(ours - theirs) / max(ours, theirs),
    }


def _common_length(a: Sequence[str], b: Sequence[str]) -> int:
    """Return the length of the longest common subsequence, a bit for each term.

    Source:
        Hyyrö, Bit-parallel LCS-length computation revisited (2004).

    Example:
        >>> _common_length("the quay is closed".split(), "the old quay closed".split())
        3
    """
    places: dict[str, int] = {}
    for place, term in enumerate(a):
        places[term] = places.get(term, 0) | 1 << place
    full = (1 << len(a)) - 1
    row = full
    for term in b:
        met = row & places.get(term, 0)
        row = (row + met | row - met) & full
    return len(a) - row.bit_count()


def _agreement(a: Wording, b: Wording, shared: Set[str]) -> dict[str, float]:
    """Return how numbers, negations and names agree."""
    ours, theirs = set(a.numbers.values()), set(b.numbers.values())
    only = sorted(
        sum(sorted(one.weights[t] for t in one.names if t not in other.weights))
        for one, other in ((a, b), (b, a))
    )
    named = sum(
        sorted(one.weights[t] for one in (a, b) for t in one.names if t in shared)
    )
    scale = 1 + a.name_weight + b.name_weight
    return {
        "numbers-both": float(bool(ours - theirs and theirs - ours)),
        "numbers-one": float(bool(ours - theirs) != bool(theirs - ours)),
        "numbers-shared": float(bool(ours & theirs)),
        "negation": float((a.negation_count - b.negation_count) % 2),
        "names-both": only[0] / scale,
        "names-one": only[1] / scale,
        "names-shared": named / scale,
    }


@functools.cache
def _row() -> tuple[float, ...]:
    """Return the coefficients in the order in which `features` names them."""
    any_word = read_wording("a")
    weights = _coefficients()
    return tuple(weights.get(name, 0.0) for name in features(any_word, any_word))


@functools.cache
def _coefficients() -> Mapping[str, float]:
    path = resources.files("attrib.lexicon") / "en" / "similarity.tsv"
    rows = [row.split("\t") for row in path.read_text("utf-8").splitlines()]
    return {row[0]: float(row[1]) for row in rows if not row[0].startswith("#")}
