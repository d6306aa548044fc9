"""Quantities: which numbers are the one that a claim gives, and which spellings.

"More than 400" is told by whoever says 440, and a name from another alphabet is spelled
in several ways.
"""

import re

from attrib.provenance.differences import are_same_number
from attrib.provenance.wording import Wording

_LOWER = frozenset(("more than", "at least", "over", "above", "upwards of", "beyond"))
_ROUND = frozenset("about around some roughly approximately nearly almost".split())
_MUCH_MORE = 1.3
"""How many times a least number the real one may be, to be the one that is meant."""
_ABOUT = 0.1
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[iyj]+")
_SHORTEST_NAME = 5


def allows(claim: Wording, place: int, other: float) -> bool:
    """Say whether another number may be told for the one at a place of a claim.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> claim = read_wording("More than 400 ferries sank")
        >>> [allows(claim, 2, number) for number in (390, 400, 440, 900)]
        [False, True, True, False]
    """
    value = claim.numbers[place]
    before = " ".join(claim.written[max(0, place - 2) : place]).lower()
    if any(before.endswith(words) for words in _LOWER):
        return value <= other <= _MUCH_MORE * value
    if before.rpartition(" ")[2] in _ROUND:
        return abs(value - other) <= _ABOUT * value
    return are_same_number(value, other)


def fold_spelling(name: str) -> str:
    """Return a name by which its spellings are the same; a short one as it is.

    Example:
        >>> fold_spelling("izyum") == fold_spelling("izium")
        True
        >>> fold_spelling("hrynkyy") == fold_spelling("hrynkiy")
        True
        >>> fold_spelling("lyon")
        'lyon'
    """
    if len(name) < _SHORTEST_NAME:
        return name
    return _DOUBLED.sub(r"\1", _VOWELS.sub("i", name))
