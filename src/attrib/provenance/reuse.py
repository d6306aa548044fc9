"""Reuse: which documents hold a part of another, and which of the two had it first."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from attrib.model.cluster import Reuse
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.overlaps import FEWEST, Overlap, Overlaps
from attrib.provenance.passages import same_words, shorten
from attrib.provenance.precedence import came_first, in_order, moment

_AS_GOOD = 0.9
"""Share of the largest passage that an earlier donor's must reach to be preferred."""

_REST = 0.5
"""Share of the rest of a document that a third one must hold."""

_ASKED = 32


@attrs.frozen
class _Directed:
    """An overlap whose donor is known: places of both, words taken, and why."""

    donor: int
    host: int
    donor_share: float
    host_share: float
    taken: int
    why: str

    @classmethod
    def of(cls, overlap: Overlap, donor: int, host: int, why: str) -> "_Directed":
        ours, theirs = overlap.side(donor), overlap.side(host)
        shares, words = overlap.shares, overlap.words
        return cls(donor, host, shares[ours], shares[theirs], words[theirs], why)


def find_reuse(documents: Iterable[Report | Document]) -> tuple[Reuse, ...]:
    """Return which documents hold words of another, and which had them first.

    A long sentence, 20 to 25 words, must be the same, in passages of 10 or more.
    Words that both documents put in quotation marks are the speaker's, and a note
    that thirteen or more otherwise different documents carry is nobody's; neither
    counts. For each passage of a host one donor is named, the earliest that has it
    (nearly) whole, so that sixty copies of one report make fifty-nine links and not
    1,770.

    The donor is the one published first. Where dates do not tell, a document of which
    the rest stands in a third one without the passage was put together, and is the
    host; otherwise the donor is the one of which the passage is the larger part.

    Args:
        documents: Documents or reports, in any order; the same one twice counts once.

    Returns:
        Links in the order of their hosts, then of their donors: by date, then by id.
        Empty when nothing is shared.

    Raises:
        DocumentError: Something given is neither a report nor a document.
        DuplicateIdError: Two texts, or two dates, share an id.

    Example:
        >>> words = ("The coast guard towed seven fishing boats into the outer "
        ...          "harbour during Sunday night, while volunteers carried sandbags "
        ...          "along the promenade and closed three flooded streets.")
        >>> wire = Document(words, "wire", published="2024-03-04")
        >>> daily = Document("Our readers write about the spring fair. " + words,
        ...                  "daily", published="2024-03-05")
        >>> reuse, = find_reuse([daily, wire])
        >>> reuse.donor, reuse.host, reuse.donor_share
        ('wire', 'daily', 1.0)
        >>> donor_span, host_span = reuse.spans[0]
        >>> donor_span.of(wire.text) == host_span.of(daily.text)
        True
        >>> find_reuse([])
        ()
    """
    ordered = in_order(documents)
    search = _Search(ordered, Overlaps([document.text for document in ordered]))
    return tuple(search.links())


class _Search:
    """Documents in order of precedence, and who has taken words from whom."""

    def __init__(self, documents: Sequence[Document], overlaps: Overlaps) -> None:
        self._documents = documents
        self._overlaps = overlaps
        self._beside: dict[int, list[Overlap]] = {}

    def links(self) -> Iterator[Reuse]:
        found = list(self._overlaps)
        for overlap in found:
            for place in overlap.places:
                self._beside.setdefault(place, []).append(overlap)
        taken: dict[int, list[_Directed]] = {}
        for overlap in found:
            directed = self._direct(overlap)
            taken.setdefault(directed.host, []).append(directed)
        for host in sorted(taken):
            for directed in self._needed(taken[host]):
                yield self._reuse(directed)

    def _direct(self, overlap: Overlap) -> _Directed:
        """Say which of two documents is the donor, and why."""
        first, second = overlap.places
        dates = self._documents[first].published, self._documents[second].published
        if came_first(*dates):
            why = f"published first ({dates[0]} before {dates[1]})"
            return _Directed.of(overlap, first, second, why)
        assembled = [p for p in overlap.places if self._is_put_together(p, overlap)]
        if len(assembled) == 1:
            host = assembled[0]
            donor = first if host == second else second
            why = (
                "taken for the donor, as dates do not tell, because the rest of the "
                "host stands elsewhere without these words"
            )
            return _Directed.of(overlap, donor, host, why)
        is_first = overlap.shares[0] >= overlap.shares[1]
        donor, host = (first, second) if is_first else (second, first)
        why = (
            "taken for the donor, as dates do not tell, because these words are the "
            "larger part of it"
        )
        return _Directed.of(overlap, donor, host, why)

    def _is_put_together(self, place: int, overlap: Overlap) -> bool:
        """Say whether the rest of a document stands in others without this passage."""
        passage = overlap.words[overlap.side(place)]
        rest = (1 << self._overlaps.word_count(place)) - 1 & ~passage
        elsewhere = 0
        for third in self._beside[place][:_ASKED]:
            words = third.words[third.side(place)]
            if 2 * (words & passage).bit_count() < passage.bit_count():
                elsewhere |= words & rest
        return elsewhere.bit_count() >= max(FEWEST, _REST * rest.bit_count())

    def _needed(self, taken: Sequence[_Directed]) -> list[_Directed]:
        """Return the donors that account for a host, the likeliest of each passage."""
        covered = 0
        needed: list[_Directed] = []
        waiting = list(taken)
        while waiting:
            gains = [(each.taken & ~covered).bit_count() for each in waiting]
            most = max(gains)
            if most < FEWEST:
                break
            as_good = (
                each
                for each, gain in zip(waiting, gains, strict=True)
                if gain >= _AS_GOOD * most
            )
            best = min(as_good, key=self._preference)
            needed.append(best)
            covered |= best.taken
            waiting.remove(best)
        return sorted(needed, key=lambda each: each.donor)

    def _preference(self, directed: _Directed) -> tuple[object, ...]:
        """Sort donors: the earliest first; of one moment, that of the larger part."""
        document = self._documents[directed.donor]
        is_undated, when, _ = moment(document.published, document.id)
        return is_undated, when, -directed.donor_share, directed.donor

    def _reuse(self, directed: _Directed) -> Reuse:
        donor, host = directed.donor, directed.host
        first, second = sorted((donor, host))
        pairs = same_words(
            self._overlaps.read(first),
            self._overlaps.read(second),
            self._overlaps.passages(first, second),
        )
        if host == first:
            turned = [(theirs, ours) for ours, theirs in pairs]
            pairs = tuple(sorted(turned, key=lambda pair: pair[1]))
        longest = max((ours for ours, _ in pairs), key=len)
        shown = shorten(longest.of(self._documents[donor].text))
        return Reuse(
            donor=self._documents[donor].id,
            host=self._documents[host].id,
            donor_share=directed.donor_share,
            host_share=directed.host_share,
            spans=pairs,
            reason=(
                f"{directed.donor_share:.0%} of the donor and "
                f"{directed.host_share:.0%} of the host are the same words, as "
                f'"{shown}"; the donor was {directed.why}'
            ),
        )
