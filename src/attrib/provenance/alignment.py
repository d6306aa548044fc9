"""Alignment: which stretches of two texts are the same, and what stands between."""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_MOST_PAIRS = 20_000
"""Pairs of equal words up to which two texts are aligned as a whole; the time grows
with their number and the length. Claims have some dozens, reports some thousands.
"""
_WINDOW = 64
"""Words of a part of the longer text, where two texts are aligned part by part."""

Step = tuple[range, range, bool]
"""Places in the one and in the other text, and whether the words there are the same."""


def align(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Step]:
    """Yield from start to end what stays the same and what takes the place of what.

    Texts that repeat their words very often are aligned part by part, each with what
    stands at the same share of the other, so that the time grows with their length.

    Args:
        ours: The words of the one text.
        theirs: Those of the other.

    Example:
        >>> for here, there, is_same in align("abcd", "abxd"):
        ...     print(here, there, is_same)
        range(0, 2) range(0, 2) True
        range(2, 3) range(2, 3) False
        range(3, 4) range(3, 4) True
        >>> list(align("", ""))
        []
    """
    start = begin = 0
    for first, second, length in [
        *_merge(_find_blocks(ours, theirs)),
        (len(ours), len(theirs), 0),
    ]:
        if start < first or begin < second:
            yield range(start, first), range(begin, second), False
        start, begin = first + length, second + length
        if length:
            yield range(first, start), range(second, begin), True


def _find_blocks(
    ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[int, int, int]]:
    """Yield where the same words stand in both, and how many, in order."""
    counts = Counter(theirs)
    pairs = sum(count * counts[word] for word, count in Counter(ours).items())
    parts = 1
    if pairs > _MOST_PAIRS:
        parts = max(len(ours), len(theirs)) // _WINDOW + 1
    cuts = [
        (part * len(ours) // parts, part * len(theirs) // parts)
        for part in range(parts + 1)
    ]
    for (start, begin), (end, stop) in itertools.pairwise(cuts):
        matcher = SequenceMatcher(
            None, ours[start:end], theirs[begin:stop], autojunk=False
        )
        for here, there, length in matcher.get_matching_blocks():
            yield start + here, begin + there, length


def _merge(blocks: Iterator[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield blocks with those made one that follow without a gap, and no empty one."""
    held = (0, 0, 0)
    for first, second, length in blocks:
        if (first, second) == (held[0] + held[2], held[1] + held[2]):
            held = (*held[:2], held[2] + length)
        elif length:
            if held[2]:
                yield held
            held = (first, second, length)
    if held[2]:
        yield held
