"""Cues that are nouns and adjectives: her plan to, is wary of, made the case that."""

import functools
from collections.abc import Iterator, Mapping

import attrs

from attrib.extraction.contents.claims import find_judging
from attrib.extraction.contents.endings import Ends, content_limit, trim
from attrib.extraction.contents.passing import find_time_end
from attrib.extraction.contents.preceding import find_left
from attrib.extraction.cues.acceptance import SPEAKING_KINDS, source_kind
from attrib.extraction.cues.verbs import find_groups
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft, Reading
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import QUESTIONS, Opening
from attrib.extraction.pages.page import CLITICS, Page, Range
from attrib.extraction.subjects.subjects import find_subject_before
from attrib.lexicon.entries import Cue, Frame, Layout, Phrase, Sort
from attrib.lexicon.tags import AUXILIARIES, Tag
from attrib.lexicon.weights import UNWEIGHED, Weights
from attrib.model.attribution import AttributionKind, Stance

_LIGHT = frozenset(
    """
    make makes made making have has had having take takes took taken taking give gives
    gave given giving raise raises raised raising issue issues issued issuing cast casts
    draw draws drew drawn launch launched deliver delivered hold holds held keep kept
    offer offers offered send sends sent show shows showed come comes came reach reaches
    reached put puts voice voices voiced voicing express expresses expressed expressing
    feel felt lodge lodged
    """.split()
)
"""Verbs that belong to the cue when a noun of reporting is their object."""
_COPULAS = frozenset(
    """
    is are was were be been being am 's 're 'm seem seems seemed seeming feel feels felt
    remain remains remained remaining become becomes became becoming look looks looked
    sound sounds sounded appear appears appeared grow grew get got
    """.split()
)
_AUXILIARY = AUXILIARIES | {Tag.ADVERB}
_FINITE = frozenset("zdMBH")
_PREDICATES = tuple("zdMBHD")
_INSIDE = frozenset("Tjrq#$")
_BY = frozenset("by from among of in".split())
_MAKING = frozenset("make makes made making".split())
_BEFORE_OWNER = frozenset("in by to from".split())
_VERBAL = frozenset("BHMzdvgqr")
_MOST_VERBS = 4
_MOST_BETWEEN = 6
_LINKS = frozenset("of for to on about with in against over".split())
_NO_CUE = Cue(
    lemma="",
    kind=AttributionKind.ATTITUDE,
    stance=Stance.ASSERTS,
    frames=frozenset(),
    particles=frozenset(),
    classes=("noun",),
)
"""Stands for a verb where the end of a content is chosen."""


@attrs.define(eq=False)
class _Source:
    """Who holds what a noun or an adjective says, and what of it joins the cue."""

    range: Range | None
    shape: str
    cue_start: int
    governor: str = ""


@attrs.define(eq=False, slots=False)  # cached properties slow slots down
class Nouns:
    """Reads the nouns and adjectives of one sentence that are cues.

    Attributes:
        page: The page.
        chunks: Its noun phrases.
        floor: The sentence's first token.
        limit: Its end without the full stop.
        weights: Learnt weights by the choice they are for.
    """

    page: Page
    chunks: Chunks
    floor: int
    limit: int
    weights: Mapping[str, Weights]

    @classmethod
    def of(
        cls,
        page: Page,
        chunks: Chunks,
        sentence: Range,
        weights: Mapping[str, Weights],
    ) -> "Nouns":
        """Return a reader for a sentence."""
        return cls(page, chunks, sentence[0], content_limit(page, sentence), weights)

    @functools.cached_property
    def ends(self) -> Ends:
        """What chooses where a content ends."""
        groups = find_groups(self.page, (self.floor, self.limit))
        return Ends(self.page, self.chunks, groups, self.weights.get("end", UNWEIGHED))

    def read(self, cue: Range, phrase: Phrase) -> Iterator[Reading]:
        """Yield the readings of a noun or an adjective.

        Args:
            cue: Where its words stand.
            phrase: What the lexicon knows of it.
        """
        page = self.page
        is_noun = phrase.layout == Layout.NOUN
        if is_noun and page.tags[cue[1] - 1] not in "np":
            return
        if is_noun and page.tags[cue[1] : cue[1] + 1] in ("n", "p"):
            return  # "support group"
        if is_noun:
            yield from self._owned(cue, phrase)
        by, at = self._by(cue) if is_noun else (None, cue[1])
        content = self._content(cue, at)
        if content is None:
            return
        opening, first, link, cue_end = content
        group = Group(cue[0], cue[0], cue_end, _NO_CUE)
        source = self._source(cue, phrase)
        if source is None:
            return
        end = self._end(first, group, opening)
        if end <= first:
            return
        if at > cue[1]:
            cue_end = cue[1]
        if by is not None and source.shape != "possessor":
            source = _Source(by, "by", cue[0], source.governor)
        yield Reading(
            Draft(
                anchor=cue[0],
                cue=((source.cue_start, cue_end),),
                source=source.range,
                content=(trim(page, (first, end)),),
                rule=_rule(phrase, opening),
                kind=_kind(phrase, source),
            ),
            phrase.name,
            words=cue,
            shape=source.shape,
            governor=source.governor,
            link=link,
        )

    def _end(self, first: int, group: Group, opening: str) -> int:
        if opening == Opening.OBJECT:
            found = self.chunks.after(first, self.limit)
            return first if found is None else found[1]
        end, _ = self.ends.choose(first, self.limit, group, opening)
        if opening == Opening.INFINITIVE and self._opens(group.first):
            # "His refusal to resign surprised nobody": the verb is the sentence's.
            behind = range(first + 2, end)
            tags = self.page.tags
            return next((at for at in behind if tags[at] in _FINITE), end)
        if opening == Opening.THAT and self._is_subject(group.first):
            return find_judging(self.page, first, end)
        return end

    def _opens(self, at: int) -> bool:
        """Say whether no verb stands before a noun in its sentence."""
        return _FINITE.isdisjoint(self.page.tags[self.floor : at])

    def _is_subject(self, head: int) -> bool:
        """Say whether a noun may be the subject of its sentence or of what is told.

        "The claim that", "she said the claim that"; not "she denied the claim that".
        """
        if self._opens(head):
            return True
        owner = self._possessor(head)
        start = head if owner is None else owner[0]
        while start > self.floor and self.page.tags[start - 1] in "Tj":
            start -= 1
        cue = self.page.words[start - 1].cue
        return self.page.tags[start - 1] == Tag.THAT or (
            cue is not None
            and Frame.CLAUSE in cue.frames
            and Frame.OBJECT not in cue.frames
        )

    def _by(self, cue: Range) -> tuple[Range | None, int]:
        """Return whose claim it is in "a claim by the mayor that", and where it ends.

        Only where a clause follows: in "the fear of war" war is what is feared. A time
        may stand in its place: "reports on Monday that".
        """
        page = self.page
        end = find_time_end(page, cue[1], self.limit)
        if end is not None and self._is_clause(end):
            return None, end
        if page.norm(cue[1]) in _BY and cue[1] + 1 < self.limit:
            found = self.chunks.after(cue[1] + 1, self.limit)
            if found is not None and self._is_clause(found[1]):
                return found, found[1]
            if found is not None and page.tags[found[1] : found[1] + 1] == Tag.BE:
                is_that = page.norm(found[1] + 1) == "that"
                is_held = source_kind(page, found) in SPEAKING_KINDS
                if is_that and is_held and self._is_clause(found[1] + 1):
                    return found, found[1]  # "the view among analysts is that"
        return None, cue[1]

    def _is_clause(self, at: int) -> bool:
        tags = self.page.tags[at : at + 2]
        if at + 2 >= self.limit:
            return False
        if tags[0] == Tag.THAT:
            # "a report that shocked the city": a relative clause
            is_subject = tags[1] in "zdMBH" or self._is_denied(at + 1)
            return not is_subject and self.page.norm(at) == "that"
        return tags[0] == Tag.TO and tags[1] in "vBHDr"

    def _is_denied(self, at: int) -> bool:
        """Say whether "a claim that Sarn has denied" ends behind its verb."""
        tags, verb = self.page.tags, self.chunks.end_of.get(at, at)
        while verb < self.limit and tags[verb] in "Hr":
            verb += 1
        cue = self.page.words[verb].cue if at < verb < self.limit else None
        is_denied = cue is not None and cue.stance in (Stance.DENIES, Stance.DOUBTS)
        return is_denied and (verb + 1 == self.limit or tags[verb + 1] == Tag.COMMA)

    def _content(self, cue: Range, at: int) -> tuple[str, int, str, int] | None:
        """Return how and where the content begins, its preposition, the cue's end."""
        page = self.page
        if at + 1 >= self.limit:
            return None
        if self._is_clause(at):
            is_that = page.tags[at] == Tag.THAT
            return (Opening.THAT if is_that else Opening.INFINITIVE), at, "", at
        ends_linked = page.norm(at - 1) in _LINKS and at - 1 >= cue[0]
        if ends_linked:
            first, link = at, page.norm(at - 1)
        elif page.tags[at] in (Tag.PREPOSITION, Tag.TO):
            first, link = at + 1, page.norm(at)
        elif page.tags[at] == Tag.BE and page.tags[at + 1] in "=tW":
            opening = Opening.QUESTION if page.tags[at + 1] == "W" else Opening.THAT
            return opening, at + 1, page.norm(at), at + 1
        else:
            return self._behind_verb(at)
        if first >= self.limit:
            return None
        tag = page.tags[first]
        if tag == Tag.GERUND:
            return Opening.GERUND, first, link, first
        if page.norm(first) in QUESTIONS:
            return Opening.QUESTION, first, link, first
        end = self.chunks.end_of.get(first)
        if end is None or self.chunks.is_day(first, end):
            return None  # "reports on Friday night"
        return Opening.OBJECT, first, link, first

    def _behind_verb(self, at: int) -> tuple[str, int, str, int] | None:
        """Return the clause of "fears are rising that" and "concern remains that"."""
        page = self.page
        stop = at
        while stop < at + _MOST_VERBS and page.tags[stop : stop + 1] in _VERBAL:
            stop += 1
        if stop == at or page.norm(stop) != "that" or not self._is_clause(stop):
            return None
        if any(page.words[k].cue is not None for k in range(at, stop)):
            return None
        return Opening.THAT, stop, "", stop

    def _owned(self, cue: Range, phrase: Phrase) -> Iterator[Reading]:
        """Yield "in the mayor's opinion, the bridge is safe", and the content first."""
        page = self.page
        owner = self._possessor(cue[0])
        if owner is None or owner[0] <= self.floor:
            return
        start = owner[0] - 1
        if page.norm(start) not in _BEFORE_OWNER:
            return
        at = cue[1]
        if not page.tags[self.floor : start].strip("Cr,"):
            is_apart = page.tags[at : at + 1] in (",", ":")
            end = self.chunks.end_of.get(at, at)
            is_clause = end > at and page.tags[end : end + 1] in _PREDICATES
            if at + 1 >= self.limit or not (is_apart or is_clause):
                return
            content = (at + is_apart, self.limit)
        else:
            left = find_left(page, start, self.floor)
            if left is None:
                return
            content = left
        draft = Draft(
            anchor=cue[0],
            cue=((start, start + 1), cue),
            source=owner,
            content=(trim(page, content),),
            rule="en.preposition.owned",
            kind=phrase.kind,
        )
        yield Reading(draft, phrase.name, words=cue, shape="possessor")

    def _source(self, cue: Range, phrase: Phrase) -> _Source | None:
        page = self.page
        if phrase.layout == Layout.ADJECTIVE:
            return self._holder(cue)
        owner = self._possessor(cue[0])
        if owner is not None:
            verb = self._governor(cue[0])
            norm = "" if verb is None else page.norm(verb)
            return _Source(owner, "possessor", cue[0], norm)
        verb = self._governor(cue[0])
        norm = "" if verb is None else page.norm(verb)
        is_person = bool(page.words[cue[1] - 1].sorts & Sort.PERSON) or (
            page.words[cue[0]].sorts & Sort.PERSON
        )
        is_held = verb is not None and page.norm(verb + 1) == "of"
        is_light = norm in _LIGHT or (is_person and norm in _COPULAS)
        if verb is not None and (is_light or is_held):
            subject, start = self._subject(verb)
            return _Source(subject, "subject", start, norm)
        if is_person:
            named = self.chunks.before(cue[0] + 1, self.floor)
            return _Source(named, "person", cue[0], norm)
        return _Source(None, "none", cue[0], norm)

    def _holder(self, cue: Range) -> _Source | None:
        """Return of whom an adjective is said, with the verb between them."""
        page = self.page
        verb = cue[0]
        while verb > self.floor and page.tags[verb - 1] == Tag.ADVERB:
            verb -= 1
        if verb > self.floor and page.norm(verb - 1) in _COPULAS:
            subject, start = self._subject(verb - 1)
            return _Source(subject, "subject", start, page.norm(verb - 1))
        maker = verb - 2
        if page.norm(verb - 1) == "it" and page.norm(maker) in _MAKING:
            # "made it clear that"
            subject, start = self._subject(maker)
            return _Source(subject, "subject", start, "make")
        if verb > self.floor and page.tags[verb - 1] == Tag.COMMA:
            verb -= 1
        named = self.chunks.before(verb, self.floor) if verb > self.floor else None
        return None if named is None else _Source(named, "noun", cue[0])

    def _governor(self, head: int) -> int | None:
        """Return the verb whose object a noun is: "made" of "made a bold claim"."""
        page = self.page
        at = head - 1
        while at >= self.floor and head - at <= _MOST_BETWEEN:
            if page.tags[at] in "zdvgqHB" and (
                page.tags[at] not in "gq" or page.norm(at) in _LIGHT
            ):
                return at
            if page.tags[at] not in _INSIDE:
                break
            at -= 1
        if at > self.floor and page.norm(at) == "to" and page.norm(at - 1) in _LIGHT:
            return at - 1  # "came to the conclusion"
        if at > self.floor and page.norm(at) == "of" and page.tags[at - 1] == Tag.BE:
            return at - 1  # "was of the opinion"
        return None

    def _subject(self, verb: int) -> tuple[Range | None, int]:
        """Return the subject of a verb, and where its auxiliaries begin."""
        page = self.page
        start = verb
        while start > self.floor and page.tags[start - 1] in _AUXILIARY:
            start -= 1
        if start > self.floor and page.tags[start - 1] in "W=":
            return (start - 1, start), start
        found = find_subject_before(page, self.chunks, start, self.floor)
        return None if found is None else found.range, start

    def _possessor(self, at: int) -> Range | None:
        """Return whose claim it is: of "the mayor's claim", or "his"."""
        page = self.page
        first = at
        knowledge = page.lexicon.knowledge
        if at > self.floor and knowledge.is_adjective(page.norm(at - 1)):
            return at - 1, at  # "Norwegian claims that"
        while first > self.floor and page.tags[first - 1] in "jrn" and at - first < 3:
            first -= 1
        if first <= self.floor or page.tags[first - 1] != "$":
            return None
        if page.norm(first - 1) not in CLITICS:
            return first - 1, first
        start = next(
            (
                k
                for k in range(first - 2, max(self.floor - 1, first - 10), -1)
                if k in self.chunks.end_of
            ),
            None,
        )
        return None if start is None else (start, first - 1)


def _kind(phrase: Phrase, source: _Source) -> AttributionKind:
    is_made_known = phrase.layout == Layout.ADJECTIVE and source.governor == "make"
    return AttributionKind.REPORTING if is_made_known else phrase.kind


def _rule(phrase: Phrase, opening: str) -> str:
    manner = {Opening.THAT: "that", Opening.INFINITIVE: "to"}.get(opening, "about")
    if phrase.layout == Layout.ADJECTIVE:
        return f"en.adjective.{manner}"
    return "en.relation.noun" if manner == "about" else f"en.noun.{manner}"
