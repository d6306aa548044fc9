"""Where an indirect content ends on the right: candidates, and the choice."""

from collections.abc import Mapping, Sequence

import attrs

from attrib.extraction.chunks import Chunks
from attrib.extraction.complements import Opening
from attrib.extraction.groups import Group
from attrib.extraction.page import Page, Range
from attrib.lexicon.tags import Tag

_BREAKS = frozenset(",:-(CUWIg")
_MOST_CANDIDATES = 24
_VERBS = frozenset("zdMBHD")
_RELAYS = frozenset(("citing", "quoting", "according"))
"""Words behind a comma that say from whom the teller has it."""
_SEEN_TOKENS = 60
"""So much of a content is looked at."""
_LENGTHS = (2, 4, 7, 12, 20, 35)
_SPOKEN_OF = frozenset(
    """
    and but or which who while as in on at during after before with for from because
    although if when where that saying adding according citing calling noting he she
    they it by to about of than since until despite though whose
    """.split()
)


@attrs.frozen(eq=False)
class Ends:
    """Chooses the right end of a content by the sum of learnt weights.

    Attributes:
        page: The page.
        chunks: Its noun phrases.
        groups: The verb groups of the sentence.
        weights: Features to weights; without any, the sentence's end is chosen.
    """

    page: Page
    chunks: Chunks
    groups: Sequence[Group]
    weights: Mapping[str, float]
    _cue_starts: frozenset[int] = attrs.field(init=False)

    @_cue_starts.default
    def _starts_of_groups(self) -> frozenset[int]:
        """Return where a cue may be said to begin: at its group, or a word before."""
        return frozenset(
            at for group in self.groups for at in range(group.first - 1, group.head + 1)
        )

    def choose(self, start: int, limit: int, group: Group, opening: Opening) -> int:
        """Return the index just after a content that begins at `start`."""
        candidates = self.candidates(start, limit)
        best, best_score = candidates[0], float("-inf")
        weights = self.weights
        for at in candidates:
            features = self.features(at, start, candidates[0], group, opening)
            score = sum([weights[each] for each in features if each in weights])
            if score > best_score:
                best, best_score = at, score
        return self._whole(best)

    def _before_semicolon(self, start: int, limit: int) -> int:
        page = self.page
        at = start
        while (at := page.tags.find(Tag.COLON, at + 1, limit)) >= 0:
            if page.norm(at) == ";" and page.quotation_of[at] < 0:
                return at
        return limit

    def _before_relay(self, start: int, limit: int) -> int:
        """Return the end of what stands before ", citing ..." and ", according to"."""
        page = self.page
        at = start
        while (at := page.tags.find(Tag.COMMA, at + 1, limit)) >= 0:
            if page.norm(at + 1) in _RELAYS and page.quotation_of[at] < 0:
                return at
        return limit

    def _before_next(self, start: int, limit: int) -> int:
        """Return the end of what stands before "and added that ..."."""
        tags = self.page.tags
        for group in self.groups:
            at = group.first - 1
            if (
                start < at < limit
                and tags[at] == Tag.COORDINATOR
                and group.last < limit
                and tags[group.last] in (Tag.THAT, Tag.QUOTATION_MARK)
                and "say" in group.cue.classes
            ):
                return at
        return limit

    def _whole(self, end: int) -> int:
        """Return the end of the quotation that a content would be cut off in."""
        page = self.page
        if end < len(page) and page.quotation_of[end - 1] >= 0:
            last = page.whole_quotation(end - 1)[1]
            return max(end, last)
        return end

    def candidates(self, start: int, limit: int) -> list[int]:
        """Return where a content that begins at `start` may end, the last one first."""
        page = self.page
        limit = self._before_semicolon(start, limit)
        limit = self._before_next(start, self._before_relay(start, limit))
        found = [limit]
        for at in range(start + 1, limit):
            if page.tags[at] in _BREAKS and page.quotation_of[at] < 0:
                if page.tags[at] in "IW" and page.tags[at - 1] in ",C":
                    continue
                found.append(at)
                if len(found) >= _MOST_CANDIDATES:
                    break
        return found

    def features(
        self, at: int, start: int, limit: int, group: Group, opening: Opening
    ) -> list[str]:
        """Return what is seen at a candidate, as names that weights are given to."""
        page = self.page
        tags = page.tags
        if at >= limit:
            mark = "$"
            following = limit
        else:
            mark = tags[at]
            following = at + 1 if mark in ",:-(C" else at
        kind = opening.value
        after = tags[following : following + 1] or "$"
        norm = page.norm(following) if following < limit else ""
        if norm not in _SPOKEN_OF:
            norm = ""
        length = sum(at - start > step for step in _LENGTHS)
        rest = sum(limit - at > step for step in _LENGTHS)
        inside = tags[start : min(at, start + _SEEN_TOKENS)]
        has_verb = not _VERBS.isdisjoint(inside)
        is_cue = at < limit and following in self._cue_starts
        rest_has_verb = not _VERBS.isdisjoint(tags[following : following + 8])
        shape = f"{mark}{after}"
        name = group.cue.classes[0]
        return [
            f"m{mark}",
            f"s{shape}",
            f"k{kind}{shape}",
            f"w{mark}{norm}",
            f"kw{kind}{mark}{norm}",
            f"l{kind}{length}{mark == '$'}",
            f"r{rest}{mark}",
            f"v{has_verb}{mark}{kind}",
            f"q{is_cue}{mark}{after}",
            f"V{rest_has_verb}{shape}",
            f"c{name}{mark}",
            f"p{tags[at - 1]}{mark}",
            f"n{min(inside.count(Tag.COMMA), 3)}{mark}",
            f"y{after == tags[group.head]}{is_cue}{mark}",
            f"z{after}{is_cue}{mark}{rest_has_verb}",
        ]


def content_limit(page: Page, sentence: Range) -> int:
    """Return the end of a sentence without the full stop that ends it."""
    first, last = sentence
    while last - 1 > first and (
        page.tags[last - 1] == Tag.STOP and page.quotation_of[last - 1] < 0
    ):
        last -= 1
    return last


def trim(page: Page, content: Range) -> Range:
    """Return a content without the commas and stops that end it."""
    start, end = content
    while end - 1 > start and (
        page.tags[end - 1] in ",.:-" and page.quotation_of[end - 1] < 0
    ):
        end -= 1
    return start, end
