"""Relatedness: how near what two texts mean is, and by which of their words."""

import math
from collections.abc import Iterator
from operator import mul

from attrib.lexicon.meanings import Vector, load_meanings
from attrib.provenance.wording import Wording

_RELATED_FROM = 0.5
"""Cosine from which two words are said to mean the like."""
_TELLING = 0.3
"""Rarity from which a word tells something."""


def closeness(a: Wording, b: Wording) -> float:
    """Return how near what two texts mean is: 1 is the same, 0 and below nothing.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> court, judge, choir = map(read_wording, ("court", "judge", "choir"))
        >>> closeness(court, judge) > closeness(court, choir)
        True
    """
    return math.fsum(map(mul, a.meaning, b.meaning))


def related_words(a: Wording, b: Wording) -> tuple[tuple[str, str], ...]:
    """Return words of only one text, each with the word of the other that is nearest.

    Returns:
        Words as they are written, those of the first text first in each pair, the
        nearest pair first; only such as mean much the like.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> one = read_wording("Two sailors died, officials said")
        >>> related_words(one, read_wording("Authorities said two were killed"))
        (('died', 'killed'), ('officials', 'Authorities'))
    """
    theirs = list(_vectors(b, without=a))
    found = []
    for word, vector in _vectors(a, without=b):
        near = [(_cosine(vector, other), second) for second, other in theirs]
        cosine, nearest = max(near, default=(0.0, ""))
        if cosine >= _RELATED_FROM:
            found.append((-cosine, word, nearest))
    return tuple((word, nearest) for _, word, nearest in sorted(found))


def _vectors(wording: Wording, *, without: Wording) -> Iterator[tuple[str, Vector]]:
    """Yield the telling words that another text lacks, each with what it means."""
    written = dict(zip(wording.terms, wording.written, strict=True))
    for term, weight in wording.weights.items():
        vector = load_meanings().get(term)
        if weight >= _TELLING and term not in without.weights and vector is not None:
            yield written[term], vector


def _cosine(a: Vector, b: Vector) -> float:
    product = math.fsum(map(mul, a, b))
    return product / ((math.hypot(*a) * math.hypot(*b)) or 1.0)
