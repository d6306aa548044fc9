"""Candidates: which of many wordings may say the same as one, found without a search.

Wordings are found by their terms and by terms that stand together. What more than a few
hundred hold leads nowhere: each look-up touches a bounded number of wordings, so that
time grows with the number of wordings and not with its square.
"""

import heapq
from collections.abc import Iterable

from attrib.provenance.wording import Wording

_MOST_HOLDERS = 256
"""Wordings that hold a term from which on it tells too little."""
_KEPT_HOLDERS = 32
"""Wordings kept for two terms together, and for a common term: the earliest ones."""
_PLAIN = 0.3
"""Rarity below which a term leads to no candidates by itself."""

Key = str | tuple[str, str]


class WordingIndex:
    """Wordings by place, in the order in which they are added.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> index = WordingIndex()
        >>> index.add(read_wording("The harbour master closed the northern quay"))
        >>> index.add(read_wording("A choir sings in the chapel"))
        >>> index.near(read_wording("Northern quay closed by harbour master"), limit=5)
        [0]
        >>> index.near(read_wording(""), limit=5)
        []
    """

    def __init__(self, wordings: Iterable[Wording] = ()) -> None:
        self._holders: dict[Key, list[int]] = {}
        self._weights: list[float] = []
        for wording in wordings:
            self.add(wording)

    def __len__(self) -> int:
        """Return the number of wordings."""
        return len(self._weights)

    def add(self, wording: Wording) -> None:
        """Add a wording; its place is the number of those before it."""
        place = len(self._weights)
        self._weights.append(wording.weight)
        for term, weight in wording.weights.items():
            if weight >= _PLAIN:
                self._hold(term, place, _MOST_HOLDERS)
        for pair in wording.pairs:
            self._hold(pair, place, _KEPT_HOLDERS)

    def _hold(self, key: Key, place: int, most: int) -> None:
        holders = self._holders.setdefault(key, [])
        if len(holders) < most:
            holders.append(place)

    def near(self, wording: Wording, *, limit: int) -> list[int]:
        """Return the places of wordings that share the most, the nearest first.

        Args:
            wording: What to look for.
            limit: The most places to return.
        """
        met: dict[int, float] = {}
        for term, weight in wording.weights.items():
            holders = self._holders.get(term, [])
            if len(holders) == _MOST_HOLDERS:
                holders = holders[:_KEPT_HOLDERS]
            _add(met, holders, weight * weight)
        for pair, weight in wording.pairs.items():
            _add(met, self._holders.get(pair, []), weight * weight / 2)
        weights = self._weights
        ranked = (
            (-value / (1 + weights[place]) ** 0.5, place)
            for place, value in met.items()
        )
        return [place for _, place in heapq.nsmallest(limit, ranked)]


def _add(met: dict[int, float], places: Iterable[int], weight: float) -> None:
    """Add a weight to what is met at some places."""
    get = met.get
    for place in places:
        met[place] = get(place, 0.0) + weight
