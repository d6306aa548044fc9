"""Marks: where the words of a page tell a circumstance, such as a channel."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.markers import Marker, Markers

_CLAUSE_MARKS = frozenset(',:-("=')
_HEAD_ENDS = frozenset('I,=WU(:-"')


@attrs.frozen(eq=False)
class Marks:
    """The words of a page that tell one sort of circumstance.

    Attributes:
        page: The page.
        markers: The words that are sought.
        places: The first token of each phrase that was found, in text order.
        found: What was found there.
    """

    page: Page
    markers: Markers
    places: Sequence[int]
    found: Sequence[Marker]

    @property
    def verbs(self) -> Mapping[str, str]:
        """Base forms of cues to what they tell by themselves."""
        return self.markers.verbs

    def within(self, stretches: Iterable[Range]) -> Iterator[tuple[int, Marker]]:
        """Yield the phrases that begin in some stretches, with their first tokens."""
        if not self.places:
            return
        for first, last in stretches:
            low = bisect_left(self.places, first)
            for at in range(low, bisect_left(self.places, last, low)):
                yield self.places[at], self.found[at]

    def at_head(self, mention: Range) -> Marker | None:
        """Return what the head of a mention is called, if that tells anything.

        The head of "two witnesses of the blast" is "witnesses"; a name tells nothing.
        """
        page, head = self.page, mention[0]
        for at in range(mention[0], mention[1]):
            if page.tags[at] in _HEAD_ENDS:
                break
            head = at
        if (word := page.words[head]).norm not in self.markers.sources:
            return None
        is_name = word.is_capital and head > page.sentence_at(head)[0]
        if is_name or (head + 1 < mention[1] and page.norm(head + 1) == "'s"):
            return None
        for marker in self.markers.sources[word.norm]:
            first = head + 1 - len(marker.words)
            if first >= mention[0] and page.reads(first, marker.words):
                return marker
        return None


def find_marks(page: Page, markers: Markers, places: Iterable[int]) -> Marks:
    """Return where the phrases of some markers stand, the longest at each place.

    Args:
        page: The page.
        markers: What is sought.
        places: Tokens among which the keys of all phrases on the page are.
    """
    phrases = markers.phrases
    found = [
        (at - marker.key, marker)
        for at in places
        if (norm := page.words[at].norm) in phrases
        and (marker := _longest(page, at, phrases[norm])) is not None
    ]
    found.sort(key=lambda each: each[0])
    return Marks(page, markers, [at for at, _ in found], [each for _, each in found])


def _longest(page: Page, at: int, markers: Sequence[Marker]) -> Marker | None:
    """Return the first of some markers that stands around its key at a token."""
    for marker in markers:
        first = at - marker.key
        if page.reads(first, marker.words) and (
            not marker.is_opener or _opens_clause(page, first)
        ):
            return marker
    return None


def _opens_clause(page: Page, at: int) -> bool:
    return at == page.sentence_at(at)[0] or page.tags[at - 1] in _CLAUSE_MARKS
