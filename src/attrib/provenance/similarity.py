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
LOOKED_AT_FROM = 0.2
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


_COARSE = """
bias dice cover cosine gram-cosine gram-cover meaning log-shared log-less log-more
""".split()
_FINE = """
contained rest-less rest-more order-long order-short pairs pairs-short length
numbers-both numbers-one numbers-shared negation names-both names-one names-shared
""".split()
_NAMES = (*_COARSE, *_FINE, "close", *[f"close-{name}" for name in _FINE])


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
    ours: Wording,
    theirs: Wording,
    *,
    stances: tuple[Stance, Stance],
    likeness: float | None = None,
) -> Comparison:
    """Return how two wordings compare, as `compare` does for claims.

    Which words are related is left out, as many wordings are compared.

    Args:
        ours: A wording.
        theirs: Another.
        stances: What is done with the truth of either.
        likeness: What `find_likeness` returns for them, where that is known.
    """
    if likeness is None:
        likeness = find_likeness(ours, theirs)
    value = likeness
    differences = (
        tell_differences(ours, theirs, stances=stances)
        if likeness >= LOOKED_AT_FROM
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


def find_likeness(a: Wording, b: Wording) -> float:
    """Return how much the words of two wordings are those of one claim.

    From 0 to 1, whatever the two disagree in; no similarity is higher.

    Args:
        a: A wording.
        b: Another.

    Example:
        >>> one, other = map(read_wording, ("The ferry sank", "The ferry has sunk"))
        >>> find_likeness(one, other) > 0.5
        True
        >>> find_likeness(one, read_wording(""))
        0.0
    """
    if a.grams.keys().isdisjoint(b.grams):
        return 0.0
    total = sum(map(mul, _row(), _seen(a, b)))
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, total))))


def features(a: Wording, b: Wording) -> dict[str, float]:
    """Return what is seen of two wordings, by name; the same for `b` and `a`.

    What is called close is the same once more, weighted by the square of the share of
    common words: the order of words tells more of texts that share many.
    """
    return dict(zip(_NAMES, _seen(a, b), strict=True))


def _seen(a: Wording, b: Wording) -> tuple[float, ...]:
    """Return what is seen of two wordings, in the order of its names.

    Thousands of pairs are seen for one summary: names would take as long again.
    """
    ours, theirs = a.weights, b.weights
    shared = ours.keys() & theirs.keys()
    own = sorted([ours[term] for term in shared])
    met, met_squares = sum(own), sum([weight * weight for weight in own])
    less, more = (a.weight, b.weight) if a.weight <= b.weight else (b.weight, a.weight)
    dice = _share(2 * met, less + more)
    gram_met, gram_product = _gram_overlap(a.grams, b.grams)
    rests = max(0.0, a.weight - met), max(0.0, b.weight - met)
    fine = (
        _share(met, less),
        min(rests),
        max(rests),
        *_order(a, b),
        *_agreement(a, b, shared),
    )
    gate = dice * dice
    return (
        1.0,
        dice,
        _share(met, more),
        _share(met_squares, a.term_norm * b.term_norm),
        _share(gram_product, a.gram_norm * b.gram_norm),
        _share(gram_met, max(a.gram_weight, b.gram_weight)),
        closeness(a, b),
        math.log(0.2 + met_squares),
        math.log(0.5 + less),
        math.log(0.5 + more),
        *fine,
        gate,
        *[gate * value for value in fine],
    )


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


def _order(a: Wording, b: Wording) -> tuple[float, ...]:
    """Return what "order-long" to "length" name."""
    ours, theirs = len(a.terms), len(b.terms)
    run = _common_length(a.terms, b.terms)
    first, second = a.pairs, b.pairs
    shared = first.keys() & second.keys()
    both = sum(sorted([min(first[pair], second[pair]) for pair in shared]))
    longer, shorter = (ours, theirs) if ours >= theirs else (theirs, ours)
    return (
        run / longer,
        run / shorter,
        _share(2 * both, a.pair_weight + b.pair_weight),
        _share(both, min(a.pair_weight, b.pair_weight)),
        (longer - shorter) / longer,
    )


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


def _agreement(a: Wording, b: Wording, shared: Set[str]) -> tuple[float, ...]:
    """Return what "numbers-both" to "names-shared" name."""
    ours, theirs = set(a.numbers.values()), set(b.numbers.values())
    is_ours, is_theirs = bool(ours - theirs), bool(theirs - ours)
    only = [
        sum(sorted([one.weights[t] for t in one.names if t not in other.weights]))
        for one, other in ((a, b), (b, a))
    ]
    named = sum(
        sorted([one.weights[t] for one in (a, b) for t in one.names if t in shared])
    )
    scale = 1 + a.name_weight + b.name_weight
    return (
        float(is_ours and is_theirs),
        float(is_ours != is_theirs),
        float(not ours.isdisjoint(theirs)),
        float((a.negation_count - b.negation_count) % 2),
        min(only) / scale,
        max(only) / scale,
        named / scale,
    )


@functools.cache
def _row() -> tuple[float, ...]:
    """Return the coefficients in the order in which `features` names them."""
    weights = _coefficients()
    return tuple(weights.get(name, 0.0) for name in _NAMES)


@functools.cache
def _coefficients() -> Mapping[str, float]:
    path = resources.files("attrib.lexicon") / "en" / "similarity.tsv"
    rows = [row.split("\t") for row in path.read_text("utf-8").splitlines()]
    return {row[0]: float(row[1]) for row in rows if not row[0].startswith("#")}
