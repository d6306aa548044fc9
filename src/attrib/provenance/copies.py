"""Copies among documents read into shingles: links between pairs, then groups.

A link needs the words of one document to stand in the other in a way that copying
leaves: most of both, or the opening of the longer one in the shorter one (a shortened
report keeps its opening, a pasted paragraph stands anywhere). Quotations alone make no
link: two reporters hear the same speech. Links join groups only while most of the
members they would bring together share words: three reports in a row, each with a
paragraph of the one before, are not one report.
"""

import heapq
from collections.abc import Iterator, Sequence
from itertools import product

import attrs

from attrib.provenance.groups import Group, join
from attrib.provenance.postings import COMMON_FROM, build_postings, sample
from attrib.provenance.shingles import Profile

_RATE = 8
"""Past its opening, one shingle in eight leads from a document to its copies."""

_VERIFIED = 16
"""Documents that one document is held against, those with most in common first."""

# The shares below were chosen on the wire copies of the development corpora. When any
# one of them moves by a fifth, F1 of pairs moves from .984 to no less than .981.
_LEAST = 0.35
"""Share of the shorter document below which a pair is no pair of copies."""
_MOST_OF_SHORTER = 0.5
_MUCH_OF_LONGER = 0.35
_OPENING = 0.3
"""Share of the longer one's opening, which is as long as the shorter one."""
_FEWEST = 12
"""Shingles, 20 to 25 words, that a shortened copy must keep."""
_RARE_WEIGHT = 4
_MOST_OF_LONGER_IF_COMMON = 0.65
"""Where less than a fifth of what is shared is rare, it may be a note that many
documents end with: copies share more of both, or half of one and the opening.
"""
_ANY_SHARE = 0.25


@attrs.frozen
class Link:
    """Two documents, by place, that are copies by the shingles they share."""

    first: int
    second: int
    first_share: float
    second_share: float

    @property
    def strength(self) -> float:
        """How much of the longer one is in the shorter one."""
        return min(self.first_share, self.second_share)


def find_copies(documents: Sequence[Profile]) -> list[Group[Link]]:
    """Return groups of copies; every document is in exactly one.

    Time grows linearly: each document is held against at most 16 earlier ones.

    Args:
        documents: The shingles of each document, in order of precedence.

    Returns:
        Groups in the order of their first documents.
    """
    links = sorted(_find_links(documents), key=_by_strength)

    def alike(left: int, right: int) -> bool:
        shorter, longer = sorted((documents[left], documents[right]), key=len)
        shared = len(set(shorter.shingles).intersection(longer.shingles))
        return shared >= _ANY_SHARE * len(shorter)

    def agree(ours: Sequence[int], theirs: Sequence[int], link: Link) -> bool:
        pairs = list(product(ours, theirs))
        votes = sum(
            {*pair} == {link.first, link.second} or alike(*pair) for pair in pairs
        )
        return 2 * votes > len(pairs)

    return join(len(documents), links, agree)


def _by_strength(link: Link) -> tuple[float, int, int]:
    return -link.strength, link.first, link.second


def _find_links(documents: Sequence[Profile]) -> Iterator[Link]:
    keys = [sample(document.shingles, _RATE) for document in documents]
    postings = build_postings(keys, range(len(keys)))
    for place, own in enumerate(keys):
        met: dict[int, int] = {}
        rare: dict[int, int] = {}
        for key in own:
            holders = postings.get(key, ())
            weight = _rarity(key, holders)
            for other in holders:
                if other >= place:
                    break
                met[other] = met.get(other, 0) + 1
                rare[other] = rare.get(other, 0) + weight
        # Half of the share that is needed: what was sampled may fall short of it.
        likely = [
            (-count, other)
            for other, count in met.items()
            if count >= _LEAST / 2 * min(len(own), len(keys[other]))
        ]
        shingles = set(documents[place].shingles) if likely else set()
        for _, other in heapq.nsmallest(_VERIFIED, likely):
            shared = len(shingles.intersection(documents[other].shingles))
            is_common = rare[other] < 0
            if _are_copies(documents[other], documents[place], shared, is_common):
                sizes = len(documents[other]), len(shingles)
                yield Link(other, place, shared / sizes[0], shared / sizes[1])


def _rarity(key: int, holders: Sequence[int]) -> int:
    """Return what a shared shingle says: below 0 in sum, what is shared is common.

    One that only openings are indexed by may stand elsewhere, too: that few hold it
    tells nothing.
    """
    if len(holders) >= COMMON_FROM:
        return -1
    return 0 if key % _RATE else _RARE_WEIGHT


def _are_copies(first: Profile, second: Profile, shared: int, is_common: bool) -> bool:
    shorter, longer = sorted((first, second), key=len)
    share = shared / len(shorter)
    if share < _LEAST or (
        is_common and not _is_more_than_a_note(shorter, longer, shared)
    ):
        return False
    own = set(shorter.shingles[: shorter.own_count])
    if len(own.intersection(longer.shingles)) < _LEAST * len(own):
        return False
    if share >= _MOST_OF_SHORTER and shared >= _MUCH_OF_LONGER * len(longer):
        return True
    return shared >= _FEWEST and _opening_share(shorter, longer, 1) >= _OPENING


def _is_more_than_a_note(shorter: Profile, longer: Profile, shared: int) -> bool:
    """Say whether copies share so much, where what is shared is common."""
    if shared < _MOST_OF_SHORTER * len(shorter):
        return False
    if shared >= _MOST_OF_LONGER_IF_COMMON * len(longer):
        return True
    return _opening_share(shorter, longer, 4) >= _OPENING


def _opening_share(shorter: Profile, longer: Profile, part: int) -> float:
    """Return how much of the longer one's opening is in the shorter one.

    Args:
        part: Divides the length of the shorter one; the opening is that long.
    """
    opening = set(longer.shingles[: max(len(shorter) // part, 1)])
    return len(opening.intersection(shorter.shingles)) / len(opening)
