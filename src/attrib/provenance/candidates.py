"""Candidates: which of many wordings may say the same as one, found without a search.

Wordings are found by their terms and by terms that stand together. What more than a few
hundred hold leads nowhere: each look-up touches a bounded number of wordings, so that
time grows with the number of wordings and not with its square.
"""

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
        self._norms: list[float] = []
        for wording in wordings:
            self.add(wording)

    def __len__(self) -> int:
        """Return the number of wordings."""
        return len(self._norms)

    def add(self, wording: Wording) -> None:
        """Add a wording; its place is the number of those before it."""
        place = len(self._norms)
        self._norms.append((1 + wording.weight) ** 0.5)
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
        holders_of, met = self._holders.get, dict[int, float]()
        met_before = met.get
        for term, weight in wording.weights.items():
            holders = holders_of(term)
            if holders is not None:
                if len(holders) == _MOST_HOLDERS:
                    holders = holders[:_KEPT_HOLDERS]
                worth = weight * weight
                for place in holders:
                    met[place] = met_before(place, 0.0) + worth
        for pair, weight in wording.pairs.items():
            holders = holders_of(pair)
            if holders is not None:
                worth = weight * weight / 2
                for place in holders:
                    met[place] = met_before(place, 0.0) + worth
        norms = self._norms
        values = [-value / norms[place] for place, value in met.items()]
        # Numbers alone are sorted several times as fast as numbers with their places.
        least = sorted(values)[:limit][-1:]
        ranked = sorted(
            (value, place)
            for value, place in zip(values, met, strict=True)
            if least and value <= least[0]
        )
        return [place for _, place in ranked[:limit]]
