"""Layouts: what a reporting verb may attribute, proposed; the choice is made later."""

import functools
from collections.abc import Iterator

import attrs

from attrib.extraction.contents.complements import (
    begins_clause,
    find_hearer,
    find_right,
)
from attrib.extraction.contents.endings import Ends, trim
from attrib.extraction.contents.objects import (
    before_next_teller,
    is_bare_name,
    takes_lives,
)
from attrib.extraction.contents.preceding import find_before, find_left
from attrib.extraction.contents.rests import Rests
from attrib.extraction.cues.acceptance import source_kind
from attrib.extraction.cues.clauses import (
    find_clause_subject,
    find_inverted,
    find_main_subject,
    with_speaker_beside,
)
from attrib.extraction.cues.introducing import find_announced, is_announcing
from attrib.extraction.cues.manners import is_manner, tells_nothing
from attrib.extraction.cues.passives import Passives
from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.cues.silence import is_published, is_purpose
from attrib.extraction.cues.standins import Standins
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group, is_own_remark
from attrib.extraction.pages.openings import Opening, Right
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.descriptions import with_appositive_after
from attrib.extraction.subjects.subjects import Subject, find_subject
from attrib.lexicon.entries import Frame
from attrib.lexicon.tags import Tag

_TELLING = frozenset(("say", "tell", "ask"))
_CALLS = frozenset("?!…")
"""Marks at the end of a quotation behind which its sentence may go on."""


@attrs.define(eq=False, slots=False)  # cached properties slow slots down
class Layouts:
    """Proposes readings of the verb groups of one sentence.

    Attributes:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
        limit: Its end without the full stop.
        ends: Chooses where an indirect content ends.
    """

    page: Page
    chunks: Chunks
    sentence: Range
    limit: int
    ends: Ends

    @functools.cached_property
    def passives(self) -> Passives:
        """What reads its passive groups."""
        return Passives(self.page, self.chunks, self.sentence[0], self.limit, self.ends)

    @functools.cached_property
    def rests(self) -> Rests:
        """What finds the rest of a content behind a cue in its midst."""
        return Rests(self.page, self.chunks, self.limit)

    @functools.cached_property
    def standins(self) -> Standins:
        """What reads "this", "which" and "a claim"."""
        return Standins(self.page, self.chunks, self.sentence[0], self.limit, self.ends)

    def propose(self, group: Group, inherited: Range | None) -> Iterator[Proposal]:
        """Yield every reading of a group that its surroundings allow.

        Args:
            group: The verb group.
            inherited: The source of the cue before it in the sentence, or None.
        """
        for proposal in self._readings(group, inherited):
            if all(first < last for first, last in proposal.content):
                yield proposal

    def _readings(self, group: Group, inherited: Range | None) -> Iterator[Proposal]:
        if is_published(self.page, self.chunks, group, self.sentence[0]):
            return
        if is_purpose(self.page, group):
            return
        if self._is_beside(group):
            subject = None
            inherited = find_main_subject(
                self.page, self.chunks, group, self.sentence[0], inherited
            )
            if inherited is not None and self.page.norm(inherited[0]) == "there":
                return  # "there was a dinner, raising the prospect that"
        else:
            subject = find_subject(self.page, self.chunks, group, self.sentence[0])
        is_there = subject is not None and self.page.norm(subject.range[0]) == "there"
        if is_there and not group.is_passive:
            return  # "there is no way to know"
        if group.is_passive:
            if subject is None and self.page.tags[group.first - 1] == Tag.COORDINATOR:
                # "was reported by Baltic Wire and confirmed by the mayor"
                subject = find_clause_subject(
                    self.page, self.chunks, group.first, self.sentence[0]
                )
            if not is_own_remark(self.page, group):
                yield from self.passives.propose(group, subject)
            return
        if charge := self.standins.read_charge(group, self.passives):
            yield charge
            return
        stop = group.first if subject is None else subject.range[0]
        if stop > self.sentence[0] and self.page.norm(stop - 1) == "as":
            teller = self._teller(group) if subject is None else subject.range
            if teller is None:
                return
            if subject is None:
                subject = Subject(teller, teller, "noun phrase")
            yield from self._as_clause(group, subject, stop - 1)
            return
        if self.page.norm(stop - 1) == "what":
            cleft = list(self._cleft(group, subject))
            if cleft:
                yield from cleft
                return
        if self.page.norm(group.last) == "this":
            yield from self.standins.read_this(group, subject)
        if self.page.tags[stop - 1] in "W=":  # few cues have one before them
            gap = list(self.standins.read_gap(group, subject, stop))
            yield from gap
            if gap and self.page.finite[group.last : group.last + 1] == "V":
                return  # "which she said was late": its subject is the "which"
        yield from self._right(group, subject, inherited)
        yield from self._left(group, subject, inherited, stop)

    def _right(
        self, group: Group, subject: Subject | None, inherited: Range | None
    ) -> Iterator[Proposal]:
        """Yield SOURCE CUE CONTENT."""
        right = find_right(self.page, self.chunks, group, group.last, self.limit)
        if right is None or is_announcing(self.page, self.sentence, group.last):
            right = find_announced(self.page, self.sentence) or right
        if right is None or self._is_signed(group, subject, right):
            return
        source = None if subject is None else subject.range
        if subject is None and group.first == self.sentence[0]:
            source = find_inverted(self.page, self.chunks, group, right.start)
            if source is not None:
                right = attrs.evolve(right, addressee=None)
        is_inherited = source is None and group.first > self.sentence[0]
        if is_inherited:
            source = inherited
            if inherited is None:
                clause = find_clause_subject(
                    self.page, self.chunks, group.first, self.sentence[0]
                )
                source = None if clause is None else clause.range
        yield from self._proposed(
            group,
            source,
            right,
            subject=subject,
            is_inherited=is_inherited,
        )

    def _cleft(self, group: Group, subject: Subject | None) -> Iterator[Proposal]:
        """Yield "What the mayor told Baltic Wire is that the dam is safe"."""
        page = self.page
        if subject is None:
            return
        told = self._told(group)
        at = group.last if told is None else told[1]
        if page.tags[at : at + 1] == Tag.BE and page.norm(at + 1) == "that":
            right = Right(at + 1, Opening.THAT, told)
            yield from self._proposed(
                group, subject.range, right, subject=subject, is_inherited=False
            )

    def _is_beside(self, group: Group) -> bool:
        """Say whether a participle goes on with a clause: "he left, telling them"."""
        words = self.page.tags[max(0, group.first - 1) : group.head + 1]
        return words[:1] == Tag.COMMA and words[1:].lstrip(Tag.ADVERB) == Tag.GERUND

    def _opens(self, group: Group) -> bool:
        """Say whether a participle opens the sentence: "Asked whether ..."."""
        before = self.page.tags[self.sentence[0] : group.first]
        return self.page.tags[group.head] in "qd" and not before.strip("WUCr")

    def _is_parenthesis(self, subject: Subject) -> bool:
        """Say whether a relative clause stands between commas."""
        at = subject.range[0]
        return (
            subject.shape == "relative"
            and at > self.sentence[0]
            and self.page.tags[at - 1] == Tag.COMMA
        )

    def _proposed(
        self,
        group: Group,
        source: Range | None,
        right: Right,
        *,
        subject: Subject | None,
        is_inherited: bool,
    ) -> Iterator[Proposal]:
        if tells_nothing(self.page, group, right) or is_manner(self.page, group, right):
            return
        if is_bare_name(self.page, self.chunks, group, right):
            return
        if takes_lives(self.page, self.chunks, group, right):
            return
        end, certainty = self.ends.behind(right, group, self.limit)
        if right.opening == Opening.OBJECT:
            end = before_next_teller(
                self.page, self.chunks, self.ends.groups, right.start, end
            )
        is_fronted = subject is None and self._opens(group)
        if is_fronted or (subject is not None and self._is_parenthesis(subject)):
            # "The minister, who said that it was safe, left."
            # "Asked whether it was safe, the minister said that it was."
            comma = self.page.tags.find(Tag.COMMA, right.start, end)
            end = comma if comma >= 0 and right.opening != Opening.QUOTATION else end
        if end <= right.start:
            return
        manner = (
            "direct.right"
            if right.opening == Opening.QUOTATION
            else f"indirect.{right.opening}"
        )
        yield Proposal(
            f"en.{manner}",
            group,
            source,
            (trim(self.page, (right.start, end)),),
            opening=right.opening,
            addressee=right.addressee,
            is_inherited=is_inherited,
            is_skipping=right.is_skipping,
            subject=subject,
            cue=_issuing_cue(group, subject),
            certainty=certainty,
        )

    def _left(
        self,
        group: Group,
        subject: Subject | None,
        inherited: Range | None,
        stop: int,
    ) -> Iterator[Proposal]:
        """Yield CONTENT, SOURCE CUE; CONTENT, CUE SOURCE; and cues in the middle."""
        page = self.page
        if Frame.LEFT not in group.cue.frames or group.is_infinitive:
            return
        if subject is not None and subject.shape == "relative":
            return
        left = find_left(page, stop, self.sentence[0])
        if left is None and stop == self.sentence[0] and self._may_end(group):
            left = find_before(page, self.sentence[0])
        if left is None:
            return
        is_quotation = page.quotation_of[left[1] - 1] >= 0
        if page.tags[group.head] == Tag.GERUND and not is_quotation:
            return  # "She rose, telling them that": what stands before is no content
        manner = "direct" if is_quotation else "indirect"
        if subject is None:
            behind = self.chunks.after(group.last, self.limit)
            if behind is not None and page.tags[behind[0]] != Tag.OBJECT:
                source = with_appositive_after(page, self.chunks, behind, self.limit)
                source = with_speaker_beside(page, self.chunks, source, self.limit)
                yield from self._around(
                    group, source, left, source[1], f"en.{manner}.inverted"
                )
            elif inherited is not None:
                yield Proposal(
                    f"en.{manner}.left", group, inherited, (left,), is_inherited=True
                )
            return
        after = group.last
        told = self._told(group)
        if told is not None:
            told = with_appositive_after(page, self.chunks, told, self.limit)
            after = told[1]
        for proposal in self._around(
            group, subject.range, left, after, f"en.{manner}.left", subject
        ):
            proposal.addressee = told
            yield proposal

    def _told(self, group: Group) -> Range | None:
        """Return who was told: "she told Baltic Wire", "she confirmed to the Post"."""
        if Frame.ADDRESSEE in group.cue.frames:
            return self.chunks.after(group.last, self.limit)
        return find_hearer(self.page, self.chunks, group.last, self.limit)

    def _is_signed(self, group: Group, subject: Subject | None, right: Right) -> bool:
        """Say whether who tells it stands behind: "It rained, warned Ada Lind"."""
        page, at = self.page, group.first
        if subject is not None or Frame.INVERTED not in group.cue.frames:
            return False
        is_behind = at > self.sentence[0] and page.tags[at - 1] == Tag.COMMA
        is_quoted = page.tags[max(0, at - 2) : at] == ',"'
        if not (is_behind or is_quoted) or page.tags[group.head] not in "zd":
            return False
        end = self.chunks.end_of.get(right.start, right.start)
        kind = source_kind(page, (right.start, max(end, right.start + 1)))
        is_named = kind in ("person", "body", "name")
        is_clause = page.finite[end : end + 1] == "V"
        has_left = "V" in page.finite[self.sentence[0] : at]
        return is_named and not is_clause and (has_left or is_quoted)

    def _may_end(self, group: Group) -> bool:
        """Say whether a cue may end its sentence, and tell what stands before it.

        Nothing but circumstances follows in “Is it so?” she said in March.
        """
        if group.last >= self.limit - 1:
            return True
        before = self.sentence[0] - 1
        while before > 0 and self.page.tags[before] in '"~':
            before -= 1
        is_asked = before > 0 and self.page.norm(before) in _CALLS
        is_telling = not _TELLING.isdisjoint(group.cue.classes)
        return is_asked and is_telling and self._behind(group.last)[0] in "$A,"

    def _around(
        self,
        group: Group,
        source: Range,
        left: Range,
        after: int,
        rule: str,
        subject: Subject | None = None,
    ) -> Iterator[Proposal]:
        """Yield a content on the left, with its rest behind the cue if there is one."""
        page = self.page
        rest = self.rests.find(group, after, left, is_inverted=subject is None)
        behind = self._behind(after)
        is_quoted = rest is not None and page.quotation_of[rest[0]] >= 0
        is_place = page.tags[left[0]] == Tag.PREPOSITION and (
            page.quotation_of[left[0]] < 0 and "V" not in page.finite[slice(*left)]
        )
        if is_quoted and is_place:
            return  # 'In Sarn, Lind said, however, "It rained."': where she did
        if rest is not None:
            yield Proposal(
                f"{rule.rpartition('.')[0]}.inserted",
                group,
                source,
                (left, rest),
                subject=subject,
                rest=behind,
            )
            if is_quoted:
                return  # "...," she said, "and ...": nobody leaves the rest out
        yield Proposal(rule, group, source, (left,), subject=subject, rest=behind)

    def _behind(self, after: int) -> str:
        """Return what stands behind a cue whose content stands on the left."""
        page, limit = self.page, self.limit
        if page.norm(after + 1) == "as" and page.norm(after + 3) == "by":
            return "A"  # "..., she said, as quoted by Baltic Wire"
        at = after
        while at < limit:
            if page.tags[at] in "Itr#" or page.norm(at) in ("late", "early"):
                at += 1
            elif page.tags[at] in "qd" and page.norm(at + 1) == "by":
                at += 1  # "in an interview published by Baltic Wire"
            elif at in self.chunks.end_of and page.tags[at] != Tag.SUBJECT:
                at = self.chunks.end_of[at]
            else:
                break
        is_over = at >= limit or page.norm(at) == ";"
        if is_over or (at == limit - 1 and page.norm(at) == ":"):
            return "$" if after == at else "A"
        if page.tags[at] == Tag.COMMA and at > after:
            return "A,"
        return page.tags[after : after + 2]

    def _as_clause(
        self, group: Group, subject: Subject, start: int
    ) -> Iterator[Proposal]:
        """Yield "As the agency reported, CONTENT" and "CONTENT, as she said"."""
        page, floor = self.page, self.sentence[0]
        is_it = page.norm(group.last) == "it"  # "as I understand it,"
        group.last += is_it and page.norm(group.last + 1) in (",", ".")
        end = self.chunks.end_of.get(group.last, group.last)
        is_told = Frame.ADDRESSEE in group.cue.frames and group.last == group.head + 1
        is_about = end > group.last and not self.chunks.is_day(group.last, end)
        is_about |= page.tags[group.last : group.last + 1] == Tag.GERUND
        if is_about and not is_told:  # "he left, as he spoke about the dam"
            return (yield from self._right(group, subject, None))
        if Frame.LEFT not in group.cue.frames:
            return
        comma = page.tags.find(Tag.COMMA, group.last, min(self.limit, group.last + 12))
        rest = None if comma < 0 else trim(page, (comma + 1, self.limit))
        if self._is_lead(start):
            right = find_right(page, self.chunks, group, group.last, self.limit)
            right = right or find_announced(self.page, self.sentence)
            if right is not None and right.opening == Opening.QUOTATION:
                rest = page.whole_quotation(right.start)  # 'As Lind put it: "It is."'
            if rest is None:
                return
            content: tuple[Range, ...] = (rest,)
        elif begins_clause(page, self.chunks, group, self.limit):
            return (yield from self._right(group, subject, None))
        else:
            left = find_left(page, start, floor)
            if left is None:
                return
            content = (left,) if rest is None else (left, rest)
        yield Proposal(
            "en.indirect.as-clause",
            group,
            subject.range,
            content,
            subject=subject,
        )

    def _is_lead(self, stop: int) -> bool:
        """Say whether nothing is told before "as": "but, in view of this, as"."""
        page, floor = self.page, self.sentence[0]
        lead = page.tags[floor:stop]
        if not lead.strip("Cr,"):
            return True
        is_place = lead.lstrip("Cr,")[:1] == Tag.PREPOSITION
        return is_place and lead[-1:] == "," and "V" not in page.finite[floor:stop]

    def _teller(self, group: Group) -> Range | None:
        """Return who told it in "as told to Baltic Wire by the mayor"."""
        at = group.last
        if self.page.tags[group.head] not in "qd":
            return None
        if self.page.norm(at) == "to":
            at = self.chunks.end_of.get(at + 1, at)
        return self.passives.agent(at + 1) if self.page.norm(at) == "by" else None


def _issuing_cue(group: Group, subject: Subject | None) -> Range | None:
    """Return "issued a statement saying", where a document's maker says it."""
    if subject is None or subject.issuing is None:
        return None
    return subject.issuing, group.last
