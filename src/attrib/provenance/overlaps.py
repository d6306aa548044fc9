"""Overlaps: pairs of documents that hold the same words, whoever had them first.

Words that both put in quotation marks are the speaker's, and a note that thirteen
groups of copies or more carry is nobody's: neither makes an overlap.
"""

import heapq
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from attrib.provenance.copies import find_copies
from attrib.provenance.passages import Run, covered, find_passages
from attrib.provenance.postings import COMMON_FROM, build_postings, sample
from attrib.provenance.shingles import SHINGLE_WORDS, Reading, Shingler, quotations

_RATE = 2
"""Past its opening, one shingle in two leads from a document to its overlaps."""

FEWEST = 12
"""Shingles outside quotation marks, 20 to 25 words, that make an overlap."""

_FEWEST_MET = 2
_VERIFIED = 32
"""Documents that one document is held against, those with most in common first."""

_COPY = 0.5
"""Share of either document from which quotations are no longer told apart."""


@attrs.frozen
class Overlap:
    """Two documents, by place, and which of their words stand in the other.

    Attributes:
        places: The two documents, in order of precedence.
        words: For either document the words that count, one bit each.
        shares: How much of either document that is.
    """

    places: tuple[int, int]
    words: tuple[int, int]
    shares: tuple[float, float]

    def side(self, place: int) -> int:
        """Return 0 for the first document and 1 for the second."""
        return self.places.index(place)


class Overlaps:
    """Documents in order of precedence, held against one another.

    Args:
        texts: Their texts.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._shingler = Shingler()
        self._shingles = [array("I", self._shingler.shingles(text)) for text in texts]
        self._distinct = [array("I", dict.fromkeys(own)) for own in self._shingles]
        profiles = [self._shingler.profile(text) for text in texts]
        self._quoted: dict[int, int] = {}
        groups = [0] * len(texts)
        for number, group in enumerate(find_copies(profiles)):
            for place in group.places:
                groups[place] = number
        self._keys = [sample(own, _RATE) for own in self._distinct]
        self._postings = build_postings(self._keys, groups)

    def __iter__(self) -> Iterator[Overlap]:
        """Yield every overlap once, in order of the later document."""
        for place in range(len(self._texts)):
            for other in self._candidates(place):
                overlap = self._overlap(other, place)
                if overlap is not None:
                    yield overlap

    def read(self, place: int) -> Reading:
        """Return the words of a document."""
        return self._shingler.read(self._texts[place])

    def passages(self, first: int, second: int) -> tuple[Run, ...]:
        """Return what two documents share, common notes left out."""
        runs = find_passages(self._shingles[first], self._shingles[second])
        return tuple(run for run in runs if not self._is_common(second, run))

    def word_count(self, place: int) -> int:
        """Return how many words of a document count."""
        return len(self._shingles[place]) + SHINGLE_WORDS - 1

    def _candidates(self, place: int) -> list[int]:
        met: dict[int, int] = {}
        for key in self._keys[place]:
            holders = self._postings.get(key, ())
            if len(holders) < COMMON_FROM:
                for other in holders:
                    if other >= place:
                        break
                    met[other] = met.get(other, 0) + 1
        likely = [(-n, other) for other, n in met.items() if n >= _FEWEST_MET]
        shingles = set(self._distinct[place])
        return [
            other
            for _, other in heapq.nsmallest(_VERIFIED, likely)
            if len(shingles.intersection(self._distinct[other])) >= FEWEST
        ]

    def _overlap(self, first: int, second: int) -> Overlap | None:
        runs = self.passages(first, second)
        if sum(map(len, runs)) < FEWEST:
            return None
        words, shares = [0, 0], [0.0, 0.0]
        for side, place in enumerate((first, second)):
            for run in runs:
                words[side] |= covered(run, side)
            shares[side] = words[side].bit_count() / self.word_count(place)
        if max(shares) < _COPY and self._unquoted(first, second, runs) < FEWEST:
            return None
        return Overlap((first, second), (words[0], words[1]), (shares[0], shares[1]))

    def _is_common(self, place: int, run: Run) -> bool:
        """Say whether most of a passage stands in many groups of copies."""
        common = rare = 0
        for _, there in run:
            shingle = self._shingles[place][there]
            if len(self._postings.get(shingle, ())) >= COMMON_FROM:
                common += 1
            elif shingle % _RATE == 0:
                # The others are known from openings only; they may stand elsewhere.
                rare += 1
        return common > rare

    def _unquoted(self, first: int, second: int, runs: Sequence[Run]) -> int:
        """Count the shingles that are not in quotation marks in both documents."""
        ours, theirs = self._quotations(first), self._quotations(second)
        return sum(
            not (ours >> here & 1 and theirs >> there & 1)
            for run in runs
            for here, there in run
        )

    def _quotations(self, place: int) -> int:
        """Return which shingles of a document stand in quotations, one bit each."""
        known = self._quoted.get(place)
        if known is None:
            known = self._quoted[place] = _quoted_shingles(self.read(place))
        return known


def _quoted_shingles(reading: Reading) -> int:
    starts = [reading.spans[word][0] for word in reading.counting]
    quoted = 0
    for start, end in quotations(reading.text):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        count = max(last - first - SHINGLE_WORDS + 1, 0)
        quoted |= ((1 << count) - 1) << first
    return quoted
