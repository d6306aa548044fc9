"""Postings: which documents hold a shingle, for the shingles that several hold.

Most shingles stand in one document only. A sieve of one byte a shingle keeps those
out, so that memory goes to the shared ones: at 100,000 news articles a plain table of
all shingles is eight times as large.
"""

from array import array
from collections.abc import Iterable, Sequence

COMMON_FROM = 13
"""Groups of copies from which on a shingle is common: boilerplate, or a saying."""

_KEPT = 16
"""Documents kept for one shingle: the earliest of that many groups."""

_OPENING = 32
"""Shingles from the start that are all kept: a shortened copy may have no others."""


def sample(shingles: Iterable[int], rate: int) -> "array[int]":
    """Return the distinct shingles that a document is found by, in text order.

    Those are its first 32, and of the others those divisible by `rate`, so that the
    same are picked in every document.

    Example:
        >>> sample([8, 5, 8], 4).tolist()
        [8, 5]
        >>> len(sample(range(1, 101), 4))
        49
    """
    distinct = list(dict.fromkeys(shingles))
    opening, others = distinct[:_OPENING], distinct[_OPENING:]
    return array("I", opening + [number for number in others if not number % rate])


def build_postings(
    keys: Sequence[Sequence[int]], groups: Sequence[int]
) -> dict[int, list[int]]:
    """Return for each shingle the documents that hold it, the first of each group.

    A list of `COMMON_FROM` documents or more tells that the shingle is common. It
    ends at 16, which keeps time linear: a copy meets the others through those.

    Args:
        keys: For each document, in order of precedence, its distinct shingles.
        groups: For each document, the number of the group of copies it is in.

    Returns:
        Places in `keys`, ascending. Shingles of one document only are left out, but
        for about one in eight.

    Example:
        >>> build_postings([[7, 8], [8, 9], [8]], [0, 1, 1])[8]
        [0, 1]
    """
    sieve = _Sieve(sum(map(len, keys)))
    for own in keys:
        sieve.add(own)
    postings: dict[int, list[int]] = {}
    for place, own in enumerate(keys):
        group = groups[place]
        for key in sieve.repeated(own):
            holders = postings.get(key)
            if holders is None:
                postings[key] = [place]
            elif len(holders) < _KEPT and all(groups[h] != group for h in holders):
                holders.append(place)
    return postings


class _Sieve:
    """Tells numbers met once from others, in bytes instead of a table of numbers."""

    def __init__(self, count: int) -> None:
        # Eight bytes a number: one in eight of the single ones shares a byte.
        self._size = 8 * count
        self._met = bytearray(self._size)

    def add(self, numbers: Iterable[int]) -> None:
        met, size = self._met, self._size
        for number in numbers:
            slot = number * size >> _BITS
            if met[slot] < 2:
                met[slot] += 1

    def repeated(self, numbers: Iterable[int]) -> list[int]:
        met, size = self._met, self._size
        return [number for number in numbers if met[number * size >> _BITS] > 1]


_BITS = 32
"""Of a shingle; its upper bits say where in the sieve it belongs."""
