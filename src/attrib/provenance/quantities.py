"""Quantities: which numbers are the one that a claim gives, and which spellings.

"More than 400" is told by whoever says 440, and a name from another alphabet is spelled
in several ways.
"""

import re

from attrib.provenance.wording import Wording

_LOWER = ("more than", "at least", "over", "above", "upwards of", "beyond")
_UPPER = ("fewer than", "less than", "at most", "under", "below", "up to")
_NEGATIONS = ("no", "not")
_SIGNS = frozenset("$£€")
_ROUND = frozenset("about around some roughly approximately nearly almost".split())
_MUCH_MORE = 1.3
"""How many times a least number the real one may be, to be the one that is meant."""
_ABOUT = 0.1
"""Share by which a number may miss one that is called rough."""
_ROUNDED = 0.05
"""Share by which a rounded number may miss the exact one."""
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
    bound = _bound(claim, place)
    if bound == "at least":
        return value <= other <= _MUCH_MORE * value
    if bound == "at most":
        return other <= value <= _MUCH_MORE * other
    if bound == "about":
        return abs(value - other) <= _ABOUT * value
    return are_same_number(value, other)


def may_be_one_number(a: Wording, place: int, b: Wording, its_place: int) -> bool:
    """Say whether two wordings may tell of one number, each at a place of its own.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> least, exact = read_wording("At least 40 sank"), read_wording("43 sank")
        >>> may_be_one_number(least, 2, exact, 0)
        True
        >>> may_be_one_number(least, 2, read_wording("At least 43 sank"), 2)
        False
    """
    one, other = a.numbers[place], b.numbers[its_place]
    if _bound(a, place) and _bound(b, its_place):
        return are_same_number(one, other)
    return allows(a, place, other) or allows(b, its_place, one)


def _bound(wording: Wording, place: int) -> str:
    """Return "at least", "at most" or "about" for a number; empty when it is exact.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> texts = "no more than 40", "we lost all 40"
        >>> [_bound(read_wording(text), 3) for text in texts]
        ['at most', '']
    """
    words = [word.lower() for word in wording.written[max(0, place - 4) : place]]
    if words and words[-1] in _SIGNS:
        words.pop()
    before = f" {' '.join(words)}"
    for listed, bound, denied in (
        (_LOWER, "at least", "at most"),
        (_UPPER, "at most", "at least"),
    ):
        for phrase in listed:
            if before.endswith(f" {phrase}"):
                left = before.removesuffix(phrase).split()
                return denied if left[-1:] and left[-1] in _NEGATIONS else bound
    return "about" if words and words[-1] in _ROUND else ""


def are_same_number(one: float, other: float) -> bool:
    """Say whether a number is another one rounded.

    Example:
        >>> are_same_number(1.7e6, 1.71e6), are_same_number(85.0, 86.0)
        (True, False)
    """
    if abs(one - other) > _ROUNDED * max(one, other):
        return False
    digits = min(_digits(one), _digits(other))
    return f"{one:.{digits - 1}e}" == f"{other:.{digits - 1}e}"


def _digits(value: float) -> int:
    """Return how many digits a number tells, closing zeros aside."""
    return len(f"{value:.11e}".partition("e")[0].replace(".", "").rstrip("0")) or 1


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
