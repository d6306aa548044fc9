"""Passives: what a reporting verb in the passive may attribute, proposed."""

from collections.abc import Iterable, Iterator

import attrs

from attrib.extraction.contents.complements import find_right
from attrib.extraction.contents.endings import Ends, trim
from attrib.extraction.contents.preceding import find_left, find_preceding
from attrib.extraction.cues.acceptance import SPEAKING_KINDS, source_kind
from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group, is_let_known
from attrib.extraction.pages.openings import Opening, Right
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.subjects import Subject, find_subject_before
from attrib.lexicon.entries import Frame
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind

_PASSED_ON = frozenset(("say", "show", "believe", "perceive", "order"))
"""Classes whose passive passes on what others hold, or want: "is said to"."""
_AIDES = frozenset("adviser advisor aide assistant ambassador envoy counsel".split())
"""Offices that are held with somebody or somewhere: "adviser to the mayor"."""
_TELLING = frozenset(("tell", "ask"))
_CHARGING = frozenset(("accuse", "suspect"))
"""Verbs behind whose agent it may say of what: "accused by the mayor of theft"."""
_WHEN = frozenset("if when as after before since until once while although".split())
_LINKS = frozenset("to for as over of with about".split())
"""Words that go on with what a passive subject is said to do or to be."""


@attrs.frozen(eq=False)
class Passives:
    """Proposes readings of the passive verb groups of one sentence.

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

    def propose(self, group: Group, subject: Subject | None) -> Iterator[Proposal]:
        """Yield "was told that", "is said to", "was criticised by Ann for"."""
        page, at = self.page, group.last
        right = find_right(page, self.chunks, group, at, self.limit)
        by = None
        hearer = self._hearer(group)
        at = at if hearer is None else hearer[1]
        if page.norm(at) == "by":
            by = self.agent(at + 1)
            if group.cue.lemma in _CHARGING and by is not None:
                by = by[0], self._charge(by)
        elif is_let_known(page, group):
            by = self._letting(group)
        if by is not None and right is not None and right.start < by[1]:
            # "was told by the mayor the ship had sunk"
            right = find_right(page, self.chunks, group, by[1], self.limit)
        told = None
        if Frame.ADDRESSEE in group.cue.frames and subject is not None:
            told = subject.range
        # "was asked about the money"
        has_particle = right is not None and group.last > group.head + 1
        rules = ["en.passive.particle"] if has_particle else []
        if right is not None and self._is_told(group, right, subject):
            rules.insert(0, f"en.passive.{right.opening}")
        if right is not None:
            for proposal in self._behind(group, right, by, rules, told, subject):
                by = proposal.source  # of a quotation, who is named behind it
                yield proposal
        if has_particle or subject is None:
            return
        left = self._left_of_it(subject.range[0])
        if left is not None and self._holds_report(left):
            return  # "officials told Baltic Wire that it rained, it was reported"
        content = self._passive_content(subject, group)
        if ordered := self._ordered(group, subject, by):
            yield ordered
            return
        is_hearer = by is None and self._is_hearer(subject, group, content)
        if not is_hearer or page.norm(at) == "to":
            yield from self._linked(group, subject, content, by, at)
        if is_hearer:
            # "The ship sank, the court was told."
            found = self._left_of(subject.range[0]) if at >= self.limit else None
            if found is None:
                return
            content, hearer = (found,), told
        yield Proposal(
            "en.passive", group, by, content, addressee=hearer, subject=subject
        )

    def _behind(
        self,
        group: Group,
        right: Right,
        by: Range | None,
        rules: Iterable[str],
        told: Range | None,
        subject: Subject | None,
    ) -> Iterator[Proposal]:
        """Yield what stands behind the verb, by each rule: "was told that it sank"."""
        page = self.page
        for rule in rules:
            end, certainty = self.ends.behind(right, group, self.limit)
            if right.opening == Opening.QUOTATION and by is None:
                last = page.whole_quotation(right.start)[1]
                if page.norm(last) == "by":  # 'was dubbed "a gift" by the union'
                    by, end = self.agent(last + 1), last
            yield Proposal(
                rule,
                group,
                by,
                (trim(page, (right.start, end)),),
                opening=right.opening,
                addressee=told,
                subject=subject,
                certainty=certainty,
            )

    def _linked(
        self,
        group: Group,
        subject: Subject,
        content: tuple[Range, ...],
        by: Range | None,
        at: int,
    ) -> Iterator[Proposal]:
        """Yield what goes on behind the verb: "to have sunk", "of theft by Norway"."""
        page = self.page
        after = at if by is None else by[1]
        link = page.norm(after) if after < self.limit else ""
        is_passed_on = bool(_PASSED_ON & {*group.cue.classes})
        if link == "with" and by is None and "discuss" not in group.cue.classes[:1]:
            return  # "is depicted with a hammer", "is credited with victories"
        if link in _LINKS and (link != "to" or is_passed_on):
            end, certainty = self.ends.choose(
                after, self.limit, group, Opening.INFINITIVE
            )
            rest = trim(page, (after, end))
            behind = None if by is not None else self._agent_behind(rest)
            if behind is not None:
                rest = rest[0], behind[0] - 1
            yield Proposal(
                f"en.passive.{link}",
                group,
                by or behind,
                (*content, rest),
                opening=Opening.INFINITIVE,
                subject=subject,
                certainty=certainty,
            )

    def _ordered(
        self, group: Group, subject: Subject, by: Range | None
    ) -> Proposal | None:
        """Return "to leave" of "residents were told by police to leave"."""
        if by is None:
            return None
        page, at = self.page, by[1]
        at += page.norm(at) == "not"
        if Frame.INFINITIVE not in group.cue.frames or page.norm(at) != "to":
            return None
        if page.tags[at + 1 : at + 2] not in ("v", "B", "H", "D"):
            return None
        end, certainty = self.ends.choose(by[1], self.limit, group, Opening.INFINITIVE)
        return Proposal(
            "en.passive.to",
            group,
            by,
            (trim(page, (by[1], end)),),
            opening=Opening.INFINITIVE,
            addressee=subject.range,
            subject=subject,
            certainty=certainty,
        )

    def _is_hearer(
        self, subject: Subject, group: Group, content: tuple[Range, ...]
    ) -> bool:
        """Say whether a passive subject is told something: "they were told to go"."""
        is_told = Frame.ADDRESSEE in group.cue.frames and "tell" in group.cue.classes
        if not is_told or content != (subject.range,):
            return False
        if self.page.tags[subject.range[0]] == Tag.SUBJECT:
            return self.page.norm(subject.range[0]) != "it"
        return source_kind(self.page, subject.range) in SPEAKING_KINDS

    def _letting(self, group: Group) -> Range | None:
        """Return who lets it be known."""
        let = group.first - 2
        while let > self.floor and self.page.tags[let - 1] in "HMDr":
            let -= 1  # "has let it be known"
        found = find_subject_before(self.page, self.chunks, let, self.floor)
        return None if found is None else found.range

    def _hearer(self, group: Group) -> Range | None:
        """Return who was told: "was confirmed to Baltic Wire by the mayor"."""
        at = group.last
        if self.page.norm(at) != "to" or Frame.INFINITIVE in group.cue.frames:
            return None
        end = self.chunks.end_of.get(at + 1, at)
        return (at + 1, end) if at < end <= self.limit else None

    def _is_told(self, group: Group, right: Right, subject: Subject | None) -> bool:
        """Say whether a passive verb takes what follows, not its subject."""
        if right.opening == Opening.CLAUSE:  # "it was reported the ship sank"
            is_by = self.page.norm(group.last) == "by"
            if group.cue.lemma == "tell" or (is_by and "tell" in group.cue.classes):
                return True  # "was told the ship sank", "informed by him it sank"
            return subject is not None and self.page.norm(subject.range[0]) == "it"
        is_telling = not _TELLING.isdisjoint(group.cue.classes)
        if self.page.norm(right.start) == "when" and not is_telling:
            return False  # "the sum was revealed when the board met"
        return right.opening in (Opening.THAT, Opening.QUESTION, Opening.QUOTATION)

    def agent(self, at: int) -> Range | None:
        """Return by whom: with "of the city", without "for the delay".

        An adviser to somebody, or on something, is whole: "by Adviser to the Minister
        on Economic Affairs Ada Lind".
        """
        page, ends = self.page, self.chunks.end_of
        end = ends.get(at)
        if end is None or end > self.limit:
            return None
        is_aide = page.norm(end - 1) in _AIDES
        while (further := ends.get(end + 1)) is not None:
            is_named = page.norm(end) == "on" and page.tags[further - 1] == Tag.NAME
            is_tied = page.norm(end) == "to" or (
                is_named and not self.chunks.is_day(end + 1, further)
            )
            if page.norm(end) != "of" and not (is_aide and is_tied):
                break
            end = further
        return at, min(self._name_behind(end), self.limit)

    def _charge(self, by: Range) -> int:
        """Return where "of theft" begins in "accused by the mayor of Sarn of theft"."""
        page, end = self.page, by[1]
        at = next((k for k in range(end - 1, by[0], -1) if page.norm(k) == "of"), end)
        is_whose = page.tags[at + 1 : at + 2] in ("T", "$") or (
            page.tags[end - 1] == Tag.NAME
        )
        return end if is_whose else at

    def _name_behind(self, end: int) -> int:
        """Return where "adviser on harbours Ada Lind" ends behind "adviser"."""
        page = self.page
        further = self.chunks.end_of.get(end + 1, end)
        is_tied = page.norm(end) in ("on", "for") and further - 2 > end + 1
        is_name = is_tied and not page.tags[further - 2 : further].strip(Tag.NAME)
        return further if is_name else end

    def _agent_behind(self, rest: Range) -> Range | None:
        """Return the mayor of "was accused of theft by the mayor"."""
        page = self.page
        if page.norm(rest[0]) not in ("of", "for"):
            return None
        for at in range(rest[1] - 1, rest[0] + 1, -1):
            if page.norm(at) == "by" and page.tags[at - 1] not in "gqd":
                by = self.agent(at + 1)
                is_source = by is not None and source_kind(page, by) in SPEAKING_KINDS
                return by if by is not None and is_source and by[1] >= rest[1] else None
        return None

    def _holds_report(self, content: Range) -> bool:
        page = self.page
        finite = [at for at in page.cues_in(content) if page.tags[at - 1] not in "TB"]
        cues = [page.words[at].cue for at in finite]
        return any(cue and cue.kind is AttributionKind.REPORTING for cue in cues)

    def _left_of_it(self, at: int) -> Range | None:
        """Return what "it" stands for in "the dam had failed, it was reported"."""
        return self._left_of(at) if self.page.norm(at) == "it" else None

    def _left_of(self, at: int) -> Range | None:
        """Return the clause that ends with the comma before a token."""
        page = self.page
        if page.tags[at - 1] != Tag.COMMA:
            return None
        left = find_left(page, at, self.floor) if at - 1 > self.floor else None
        if left is None or page.norm(left[0]) in _WHEN:
            return None  # "If it rains, it will be announced"
        is_place = page.tags[left[0]] == Tag.PREPOSITION
        has_verb = "V" in page.finite[slice(*left)]
        return left if has_verb or not is_place else None

    def _passive_content(self, subject: Subject, group: Group) -> tuple[Range, ...]:
        """Return what a passive subject stands for: "this was announced by Ann"."""
        if self.page.norm(subject.range[0]) == "this" and subject.core == subject.range:
            before = find_preceding(self.page, group.head)
            if before is not None and subject.range[1] - subject.range[0] == 1:
                return (before,)
        at = subject.range[0]
        left = self._left_of_it(at)
        if left is not None:
            return (left,)
        if subject.shape == "relative" and self.page.tags[at - 1] == Tag.COMMA:
            # "the recording, which was first reported by Baltic Wire"
            named = self.chunks.before(at - 1, self.floor)
            return (subject.range if named is None else named,)
        return (subject.range,)
