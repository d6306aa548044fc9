"""The rest of a content behind a cue in its midst: "The plan, she said, would fail"."""

import attrs

from attrib.extraction.contents.complements import find_right
from attrib.extraction.contents.endings import trim
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import Opening, is_quotation_start
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind

_CLOSING = {Tag.DASH: Tag.DASH, Tag.OPEN: Tag.CLOSE}
"""What closes the aside that a mark opens; a comma closes what a comma opens."""
_SUBJECTS = tuple("TpnS$O")
_NAMED = tuple("Tpn$")
_TRAILING_TAGS = frozenset("gIrUW")
_BEHIND_SUBJECT = tuple("zdvMBHDrqTnp")
"""Tags with which the second half of a sentence begins, if its first has no verb."""
_TIES = frozenset("by for from of than especially particularly mainly largely".split())
"""Words with which the rest of what is told goes on behind a cue."""
_REASONS = frozenset("because since if unless until although though".split())
"""Words behind a cue with which what is told goes on, if what tells it has no end."""
_LONGEST_ASIDE = 20
_WHILE = frozenset("as while when after before during in on at from with".split())
"""Words that begin what somebody did as they spoke, or where or when."""


@attrs.define(eq=False)
class Rests:
    """Finds the second half of what is told around a cue, in one sentence.

    Attributes:
        page: The page.
        chunks: Its noun phrases.
        limit: The sentence's end without the full stop.
    """

    page: Page
    chunks: Chunks
    limit: int

    def find(
        self, group: Group, after: int, left: Range, *, is_inverted: bool
    ) -> Range | None:
        """Return the rest of a content that the cue stands in the middle of, or None.

        Args:
            group: The cue.
            after: Index behind it, and behind who was told.
            left: The first half of the content.
            is_inverted: Whether the source stands behind the cue.
        """
        page, limit = self.page, self.limit
        right = find_right(page, self.chunks, group, after, limit)
        if right is not None and right.opening == Opening.QUOTATION:
            return page.whole_quotation(right.start)
        resumed = self._resumed(after)
        if resumed is not None:
            return resumed
        is_told = group.cue.kind in (AttributionKind.REPORTING, AttributionKind.BELIEF)
        has_verb = "V" in page.finite[slice(*left)]
        after = self._past_channel(after) if has_verb else self._past_time(after)
        mark = _CLOSING.get(page.tags[left[1]], Tag.COMMA)
        if after + 1 >= limit or page.tags[after] != mark:
            return None
        at = after + 1
        is_split = is_told and not is_inverted and not has_verb
        if is_split and page.tags[at] in _BEHIND_SUBJECT:
            return trim(page, (at, limit))  # "The grants, she said, include"
        is_more = page.norm(at) in _REASONS and page.tags[at + 1 : at + 2] in _SUBJECTS
        is_more |= page.norm(at) == "as" and page.tags[at + 1 : at + 2] in _NAMED
        is_more |= page.norm(at) in _TIES
        if not is_more and (page.tags[at] in _TRAILING_TAGS or self._starts_cue(at)):
            return None
        return trim(page, (at, limit))

    def _past_time(self, after: int) -> int:
        """Return the end of "on Monday" of "The road, he said on Monday, is shut"."""
        page, at = self.page, after
        while at < min(self.limit, after + _LONGEST_ASIDE):
            if page.tags[at] in "Itr#":
                at += 1
            elif at in self.chunks.end_of and (
                page.tags[at - 1] == Tag.PREPOSITION
                or self.chunks.is_day(at, self.chunks.end_of[at])
            ):
                at = self.chunks.end_of[at]
            else:
                break
        return at

    def _past_channel(self, after: int) -> int:
        """Return the end of "in a post" of "he said in a post, and ..."."""
        page, at = self.page, after
        if page.norm(at) not in ("in", "on"):
            return after
        end = min(self.chunks.end_of.get(at + 1, at), self.limit)
        is_further = page.tags[end : end + 2] == Tag.COMMA + Tag.COORDINATOR
        return end if is_further and "V" in page.finite[end : self.limit] else after

    def _resumed(self, after: int) -> Range | None:
        """Return the second half of "It fell," he said as he left, "and broke.".

        Also of "It fell," he said, pointing at the wall, "and broke.".
        """
        page = self.page
        after += page.tags[after : after + 2] == ",g"
        if page.norm(after) not in _WHILE and page.tags[after - 1] != Tag.COMMA:
            return None
        for at in range(after + 1, min(self.limit, after + _LONGEST_ASIDE)):
            if page.quotation_of[at] >= 0:
                is_open = is_quotation_start(page, at) and page.tags[at - 1] == ","
                return page.whole_quotation(at) if is_open else None
            cue = page.words[at].cue
            if cue is not None and page.tags[at] in "zdvg" and not cue.needs_particle:
                return None
        return None

    def _starts_cue(self, at: int) -> bool:
        """Say whether a new cue follows at once ("and added")."""
        page = self.page
        while at < self.limit and page.tags[at] in "Cr":
            at += 1
        return at < self.limit and page.words[at].cue is not None
