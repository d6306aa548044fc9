"""Stand-ins: "this", "which" and "a claim", whose meaning is what somebody said."""

from collections.abc import Iterator, Set

import attrs

from attrib.extraction.contents.claims import before_charge
from attrib.extraction.contents.endings import Ends, trim
from attrib.extraction.contents.passing import VEHICLES
from attrib.extraction.contents.preceding import find_preceding
from attrib.extraction.cues.passives import Passives
from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import Opening
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.subjects import Subject
from attrib.lexicon.entries import Frame
from attrib.lexicon.tags import Tag
from attrib.model.attribution import Stance

_TELLING = frozenset("say tell call".split())


@attrs.define(eq=False)
class Standins:
    """Proposes readings of verb groups whose content a word stands for.

    Attributes:
        page: The page.
        chunks: Its noun phrases.
        floor: The sentence's first token.
        limit: Its end without the full stop.
        ends: Chooses where an indirect content ends.
    """

    page: Page
    chunks: Chunks
    floor: int
    limit: int
    ends: Ends

    def read_this(self, group: Group, subject: Subject | None) -> Iterator[Proposal]:
        """Yield "the ministry stated this in a message": what stands before.

        Args:
            group: The verb group, before "this".
            subject: Its subject, or None.
        """
        page, at = self.page, group.last
        if subject is None or subject.shape == "relative":
            return
        if self.chunks.end_of.get(at, at + 1) > at + 1:
            return
        before = find_preceding(page, at) or (at, at + 1)
        end = at + 1
        if page.norm(end) in VEHICLES:
            end = self.chunks.end_of.get(end + 1, end)
        yield Proposal(
            "en.indirect.this",
            group,
            subject.range,
            (before,),
            cue=(group.first, min(end, self.limit)),
            subject=subject,
        )

    def read_gap(
        self, group: Group, subject: Subject | None, stop: int
    ) -> Iterator[Proposal]:
        """Yield "the plan, which she said would fail" and "whom they oppose".

        Args:
            group: The verb group.
            subject: Its subject, or None.
            stop: Where its subject begins, or it.
        """
        page = self.page
        at = stop - 1
        if subject is None or subject.shape == "relative" or at < self.floor:
            return
        if page.tags[at] not in "W=":
            return
        content: tuple[Range, ...] = ((at, stop),)
        is_named = (
            Frame.COMPLEMENT in group.cue.frames and page.norm(group.last) == "as"
        )
        if group.last < self.limit and (
            page.tags[group.last] in "zdMBHDvt" or is_named
        ):
            limit = self.limit
            if at > self.floor and page.tags[at - 1] == Tag.COMMA:
                # "The plan, which she said would fail, was dropped."
                comma = page.tags.find(Tag.COMMA, group.last, limit)
                limit = comma if comma >= 0 else limit
            end, _ = self.ends.choose(group.last, limit, group, Opening.CLAUSE)
            content = (*content, trim(page, (group.last, end)))
        elif page.norm(at) == "which" and page.tags[at - 1] == Tag.COMMA:
            # "the claims, which Baltic Wire first reported,"
            named = self.chunks.before(at - 1, self.floor)
            if named is not None:
                content = (named,)
            elif self._is_denial(group, at, frozenset(("say",))):
                content = ((self.floor, at - 1),)  # "it had burst, which Sarn denies"
        elif (told := self._before_charge(at)) and self._is_denial(group, at, _TELLING):
            content = (told,)  # "it had burst, a claim that Sarn denies"
        yield Proposal(
            "en.indirect.gap", group, subject.range, content, subject=subject
        )

    def read_charge(self, group: Group, passives: Passives) -> Proposal | None:
        """Return "she said it had burst, a claim denied by Sarn": a denial, or None.

        Args:
            group: The verb group.
            passives: What reads who is named behind "by".
        """
        if self.page.norm(group.last) != "by":
            return None
        told, agent = self._before_charge(group.first), passives.agent(group.last + 1)
        if (
            told is None
            or agent is None
            or not self._is_denial(group, group.first, _TELLING)
        ):
            return None
        return Proposal(
            "en.indirect.gap",
            group,
            agent,
            (told,),
            subject=Subject(agent, agent, "noun phrase"),
        )

    def _before_charge(self, at: int) -> Range | None:
        """Return what ", a claim" stands for that ends at a token, or None."""
        comma = before_charge(self.page, at, self.floor)
        return None if comma is None else (self.floor, comma)

    def _is_denial(self, group: Group, at: int, classes: Set[str]) -> bool:
        """Say whether a verb denies what one of some classes told before a token."""
        return group.cue.stance in (Stance.DENIES, Stance.DOUBTS) and any(
            self.floor < each.head < at and not classes.isdisjoint(each.cue.classes)
            for each in self.ends.groups
        )
