"""Features: what is seen where a content may end, in names that have weights."""

import functools
import itertools
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import CLAUSE_VERBS, Tag

_SKIPPED = frozenset(",:-(C")
"""Breaks that what goes on begins behind, not with."""
VERBAL = CLAUSE_VERBS | {Tag.PARTICIPLE}
"""Tags of verbs of a clause, and of what may be taken for one."""
_OPEN_CLASSES = frozenset("npvzdqgj#~")
_NEAR = 8
_SEEN_TOKENS = 60
"""So much of a content is looked at."""
_LENGTHS = (2, 4, 7, 12, 20, 35)
_CLOSING = {",": ",", "-": "-", "(": ")"}
_LONGEST_PARENTHESIS = 25
_SORTS = (
    (Sort.DAY, "day"),
    (Sort.DOCUMENT, "document"),
    (Sort.OUTLET, "outlet"),
    (Sort.PERSON | Sort.TITLE | Sort.CROWD | Sort.ANONYMOUS, "person"),
    (BODIES, "body"),
)
"""What a phrase may name that follows a content, by the first that fits."""


@attrs.define(eq=False)
class Features:
    """Tells what is seen where a content of a sentence may end.

    Attributes:
        page: The page.
        chunks: Its noun phrases.
        groups: The verb groups of the sentence.
    """

    page: Page
    chunks: Chunks
    groups: Sequence[Group]
    _cue_starts: frozenset[int] = attrs.field(init=False)

    @_cue_starts.default
    def _starts_of_groups(self) -> frozenset[int]:
        """Return where a cue may be said to begin: at its group, or a word before."""
        starts = [range(group.first - 1, group.head + 1) for group in self.groups]
        return frozenset(itertools.chain.from_iterable(starts))

    def of(
        self, candidates: Sequence[int], start: int, group: Group, opening: str
    ) -> list[list[str]]:
        """Return what is seen at candidates.

        Args:
            candidates: Where the content may end, the end of the sentence first.
            start: Where it begins.
            group: The cue.
            opening: How the content begins.
        """
        limit, *breaks = candidates
        return [
            self._at_limit(limit, start, group, opening, len(breaks)),
            *[
                self._at_break(at, start, limit, group, opening, place)
                for place, at in enumerate(breaks)
            ],
        ]

    def _at_limit(
        self, at: int, start: int, group: Group, opening: str, place: int
    ) -> list[str]:
        """Return what is seen where nothing is left behind a content."""
        tags = self.page.tags
        lemma = group.cue.lemma
        seen = at if at < start + _SEEN_TOKENS else start + _SEEN_TOKENS
        verbs = self.page.finite.count("V", start, seen)
        length = bisect_left(_LENGTHS, at - start)
        return [
            f"k{opening}$",
            f"l{opening}{length}$",
            f"v{verbs if verbs < 2 else 2}$ {opening}",
            f"c{group.cue.classes[0]} $",
            f"p{tags[at - 1]}$",
            f"i{place if place < 4 else 4}{length}$",
            f"h{tags[group.head]}$",
            f"L{lemma} $",
        ]

    def _at_break(
        self,
        at: int,
        start: int,
        limit: int,
        group: Group,
        opening: str,
        place: int,
    ) -> list[str]:
        """Return what is seen of a content that stops before the sentence does."""
        page, cue = self.page, group.cue
        tags, finite = page.tags, page.finite
        form, mark = tags[group.head], tags[at]
        following = at + 1 if mark in _SKIPPED else at
        after = tags[following : following + 1]
        second = tags[following + 1 : following + 2]
        word = page.norm(following) if following < limit else ""
        if after in _OPEN_CLASSES:
            word = after
        # Comparing takes a third as long as calling `min`, and this is asked often.
        seen = at if at < start + _SEEN_TOKENS else start + _SEEN_TOKENS
        verbs = finite.count("V", start, seen)
        if verbs > 2:
            verbs = 2
        length = bisect_left(_LENGTHS, at - start)
        rest = bisect_left(_LENGTHS, limit - at)
        has_verb = finite.find("V", following, following + _NEAR) >= 0
        is_cue = "True" if following in self._cue_starts else "False"
        behind, sort = self._phrase(following + (after in "IUW"), limit)
        agrees = ""
        if after in VERBAL:
            agrees = f"{after == form!s}{tags.find(after, start, seen) >= 0!s}"
        # "that if it rained, the road would flood": no end at the first comma
        opener = start + (tags[start] == Tag.THAT)
        met, beside = mark + word, mark + after
        return [
            f"k{opening}{beside}",
            f"s{beside}{second}",
            f"w{met}",
            f"kw{opening}{met}",
            f"W{met}{second}",
            f"l{opening}{length}",
            f"r{opening}{rest}",
            f"rm{rest}{mark}",
            f"v{verbs}{mark}{opening}",
            f"vw{verbs}{met}",
            f"V{has_verb!s}{beside}",
            f"q{is_cue}{beside}",
            f"c{cue.classes[0]} {met}",
            f"p{tags[at - 1]}{met}",
            f"y{agrees}{is_cue}{mark}",
            f"S{sort} {met}",
            f"b{behind}{met}",
            f"B{behind}{verbs}{mark}",
            f"P{self._closing(at, limit) if mark in _CLOSING else ''}{beside}",
            f"i{place if place < 4 else 4}{length}",
            f"o{tags[opener]}{place if place < 2 else 2}{mark}",
            f"h{form}{met}",
            f"L{cue.lemma} {met}",
        ]

    def _phrase(self, at: int, limit: int) -> tuple[str, str]:
        """Return what stands behind a phrase, perhaps a verb, and what it names."""
        tags = self.page.tags
        end = self.chunks.end_of.get(at, at)
        if end > limit:
            end = limit
        seen = end if end > at else at + 1
        sorts = Sort.NONE
        for word in self.page.words[at : seen if seen < at + 6 else at + 6]:
            sorts |= word.sorts
        while end < limit and tags[end] == Tag.ADVERB:
            end += 1
        return self.page.finite[end] if end < limit else "$", _name_sort(sorts)

    def _closing(self, at: int, limit: int) -> str:
        """Return what closes the parenthesis that a mark may open, in a word."""
        tags, finite = self.page.tags, self.page.finite
        reach = min(limit, at + _LONGEST_PARENTHESIS)
        stop = tags.find(_CLOSING[tags[at]], at + 1, reach)
        if stop < 0:
            return f"o{finite.find('V', at + 1, limit) >= 0!s}"
        after = finite[stop + 1 : stop + 2]
        if after not in "VUICW":
            after = ""
        return f"c{finite.find('V', at + 1, stop) >= 0!s}{after}"


@functools.cache
def _name_sort(sorts: int) -> str:
    """Return what some sorts are called as a feature."""
    return next((name for sort, name in _SORTS if sorts & sort), "")
