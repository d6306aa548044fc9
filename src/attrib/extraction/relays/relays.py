"""Who passed it on: outlets that cite, quote, interview and publish a source."""

from collections.abc import Sequence

import attrs

from attrib.extraction.contents.bounds import keep_within
from attrib.extraction.contents.claims import is_claim
from attrib.extraction.contents.endings import content_limit, trim
from attrib.extraction.cues.acceptance import NO_SOURCES, source_kind
from attrib.extraction.mentions.mentions import names_outlet, read_mention
from attrib.extraction.mentions.outlets import is_titled, without_day
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.relays.citing import find_cited, rests_on
from attrib.extraction.relays.ordering import (
    find_interviewers,
    find_interviews,
    order_accounts,
    read_writing,
    share_hearers,
)
from attrib.extraction.relays.parting import part_accounts
from attrib.extraction.subjects.descriptions import with_appositive_after
from attrib.lexicon.entries import Layout, Phrase
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind
from attrib.model.source import SourceKind

_CITING = frozenset(("cite", "quote"))
_LEARNING = frozenset(("learn", "hear"))
_PUBLIC = frozenset(("claimed", "announced"))
"""What anybody may do, not only outlets, who tells the world of a thing."""
_LAYOUTS = frozenset((Layout.RELAY, Layout.OUTLET, Layout.QUOTED, Layout.PUBLISHED))
_SPEAKING = frozenset("speaking spoke talking".split())
_WHERE = frozenset("in at on".split())
_SCORE = 0.9
"""How sure a relay is; what it passes on has a score of its own."""


def find_relays(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    drafts: Sequence[Draft],
) -> list[Draft]:
    """Return the drafts of a sentence with all that was passed on set right.

    A draft whose content somebody passes on gets relays, or a draft of its own for
    the source that was cited; one that only says who cites whom is dropped.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
        drafts: What its verbs and phrases attribute; they are changed.
    """
    found = [
        (at, phrase)
        for at, phrase in page.phrases_in(sentence)
        if phrase.layout in _LAYOUTS
    ]
    if not drafts and not found:
        return []
    limit = content_limit(page, sentence)
    part_accounts(page, sentence, drafts)
    relays = _Relays(page, chunks, sentence, limit, list(drafts))
    for at, phrase in found:
        relays.read(at, phrase)
    for cue in find_interviews(page, chunks, (sentence[0], limit)):
        relays.pass_on(cue)
    for cue, outlet in find_interviewers(page, chunks, (sentence[0], limit)):
        relays.pass_on_by(cue, outlet)
    relays.read_opening()
    relays.read_citing_verbs()
    relays.read_reports()
    relays.read_learning()
    read_writing(page, chunks, relays.drafts)
    if len(relays.drafts) > 1:
        order_accounts(page, relays.drafts)
        share_hearers(page, relays.drafts)
    return keep_within(page, relays.drafts)


@attrs.define(eq=False)
class _Relays:
    """Reads the relays of one sentence."""

    page: Page
    chunks: Chunks
    sentence: Range
    limit: int
    drafts: list[Draft]

    def read(self, at: int, phrase: Phrase) -> None:
        """Read the relay that a phrase is the cue of."""
        cue = (at, at + len(phrase.words))
        if phrase.layout == Layout.RELAY:
            self._cite(cue)
        elif phrase.layout == Layout.OUTLET:
            self.pass_on(cue)
        elif phrase.layout == Layout.QUOTED:
            self._quoted(cue)
        elif phrase.layout == Layout.PUBLISHED:
            self._published(cue)

    def _cite(self, cue: Range) -> None:
        """Read "X reported, citing Y": Y's draft shares X's content."""
        if self.page.norm(cue[0]) == "based" and not rests_on(
            self.page, self.chunks, cue, self.sentence[0]
        ):
            return
        self._drop(cue[0])
        source = find_cited(self.page, self.chunks, cue[1], self.limit)
        if source is None or self.page.norm(cue[0] - 1) == "without":
            return  # "citing bad weather" gives a reason, not a source
        self._give_back(cue, source)
        speaker = self._speaker_behind(source)
        outer = self._passed_on(cue, speaker)
        if speaker is not None:
            if outer is not None and speaker.holds(outer.anchor):
                outer = None  # "citing a guard who said Lind told her"
            # "Baltic Wire wrote of the fire, citing two officials who said that"
            passed_on = self._first_outlet() if outer is None else outer.source
            if passed_on is not None and speaker.source != passed_on:
                speaker.relays = (passed_on, *speaker.relays)
        elif outer is not None and not self._is_told_again(source, outer):
            self._add(cue, source, outer)

    def _give_back(self, cue: Range, source: Range) -> None:
        """Read "the report citing the mayor said": the report said it."""
        citing = self.chunks.before(cue[0], self.sentence[0])
        for draft in self.drafts:
            if citing is not None and draft.source == source:
                behind = self.page.tags[source[1] : draft.cue[0][0]]
                if draft.anchor >= source[1] and not behind.strip("r"):
                    draft.source = citing

    def _without(self, content: tuple[Range, ...], aside: Range) -> tuple[Range, ...]:
        """Return a content without an aside, such as who is cited for it."""
        kept = []
        for first, last in content:
            if first < aside[1] and aside[0] < last:
                behind = aside[1]
                while behind < last and self.page.tags[behind] == Tag.COMMA:
                    behind += 1
                kept += [(first, aside[0]), (behind, last)]
            else:
                kept.append((first, last))
        trimmed = [trim(self.page, each) for each in kept if each[0] < each[1]]
        return tuple(trimmed) or content

    def _is_told_again(self, source: Range, outer: Draft) -> bool:
        """Say whether a document is cited for what its authors are named as saying."""
        kind = read_mention(self.page, source).kind
        return kind is SourceKind.DOCUMENT and any(
            outer.holds(draft.anchor)
            for draft in self.drafts
            if draft.kind is AttributionKind.REPORTING
        )

    def _add(self, cue: Range, source: Range, outer: Draft) -> None:
        cited = with_appositive_after(self.page, self.chunks, source, self.limit)
        outer.content = self._without(outer.content, (cue[0], cited[1]))
        self.drafts.append(
            Draft(
                anchor=cue[0],
                cue=(cue,),
                source=cited,
                content=outer.content,
                rule="en.relay.citing",
                relay_of=outer,
                score=_SCORE,
            )
        )

    def _speaker_behind(self, source: Range) -> Draft | None:
        """Return the draft of a "who said" or a "saying" behind a noun phrase."""
        tags = self.page.tags
        for draft in self.drafts:
            if draft.anchor < source[1]:
                continue
            if draft.source is None:
                # "citing an article that said": its subject is no pronoun
                is_that = self.page.norm(source[1]) == "that" and (
                    draft.cue[0][0] == source[1] + 1
                )
                if not is_that:
                    continue
                draft.source = source
                return draft
            if draft.source[0] == source[0] and tags[draft.anchor] == Tag.GERUND:
                return draft
            at = draft.source[0]
            is_relative = tags[at] == Tag.WH and draft.source[1] == at + 1
            between = tags[source[1] : at]
            if is_relative and at >= source[1] and not set(between) & set("zdMBHD.:="):
                draft.source = source
                return draft
        return None

    def _drop(self, anchor: int) -> None:
        self.drafts = [each for each in self.drafts if each.anchor != anchor]

    def _first_outlet(self) -> Range | None:
        """Return the outlet that a sentence begins with, or None."""
        found = self.chunks.after(self.sentence[0], self.limit)
        return found if found is not None and self._is_outlet(found) else None

    def _passed_on(self, cue: Range, speaker: Draft | None) -> Draft | None:
        """Return the draft whose content those pass on who are cited here.

        Args:
            cue: The words of citing.
            speaker: What the one who is cited is said to have said, or None.
        """
        told = [
            draft
            for draft in self.drafts
            if draft.relay_of is None and draft is not speaker
        ]
        for draft in told:
            if draft.source is not None and draft.source[0] < cue[0] < draft.source[1]:
                # "Baltic Wire, citing two officials, reported that"
                has_comma = self.page.tags[cue[0] - 1] == Tag.COMMA
                draft.source = (draft.source[0], cue[0] - has_comma)
                return draft
        reports = [each for each in told if each.kind is AttributionKind.REPORTING]
        before = [draft for draft in reports if draft.anchor < cue[0]]
        outer = [
            draft
            for draft in before
            if not any(each.holds(draft.anchor) for each in before)
        ]
        if outer:
            return outer[-1]
        # "Citing two officials, Baltic Wire reported that"
        return next((draft for draft in reports if draft.anchor > cue[0]), None)

    def pass_on(self, cue: Range) -> None:
        """Read "said in an interview with X" and "said, as quoted by X"."""
        relay = self._relay(cue[1])
        is_by = self.page.norm(cue[1] - 1) == "by"
        if relay is not None and (is_by or self._is_outlet(relay)):
            self.pass_on_by(cue, relay)

    def pass_on_by(self, cue: Range, relay: Range) -> None:
        """Read that an outlet passes on what stands nearest to a cue."""
        is_by = self.page.norm(cue[1] - 1) == "by"
        nearest = self._nearest(cue[0])
        is_speaking = self.page.norm(cue[0]) in _SPEAKING  # "Berg, who spoke to X"
        if nearest is None or (self._names(nearest, relay) and not is_speaking):
            return
        # "told X in an interview published by Z": the publisher is nearer the reader
        nearest.relays = (relay, *nearest.relays) if is_by else (*nearest.relays, relay)

    def _relay(self, at: int) -> Range | None:
        """Return who is named at a token, without a time behind the name."""
        found = self.chunks.after(at, self.limit)
        if found is not None and is_titled(self.page, found[1], self.limit):
            # "the magazine The Harbour"
            found = self.chunks.after(found[1], self.limit)
        if found is None or source_kind(self.page, found) in NO_SOURCES:
            return None
        core = found[0], min(self.chunks.end_of.get(at, found[1]), found[1])
        if core[1] < found[1] and self.page.norm(core[1]) in _WHERE:
            found = core if self._is_outlet(core) else found  # "the BBC in Warsaw"
        return without_day(self.page, found)

    def _names(self, draft: Draft, relay: Range) -> bool:
        """Say whether a relay stands in the source of what it would pass on."""
        return (
            draft.source is not None and draft.source[0] <= relay[0] < draft.source[1]
        )

    def _nearest(self, at: int) -> Draft | None:
        reports = [
            draft
            for draft in self.drafts
            if draft.relay_of is None
            and draft.kind is AttributionKind.REPORTING
            and not draft.holds(at)
        ]
        return min(reports, key=lambda draft: abs(draft.anchor - at), default=None)

    def _quoted(self, cue: Range) -> None:
        """Read "the official quoted by X said" and "Quoted by X, the official said"."""
        relay = self._relay(cue[1])
        if relay is None:
            return
        at = cue[0] - (self.page.tags[cue[0] - 1] == Tag.COMMA)
        named = self.chunks.before(at, self.sentence[0])
        for draft in self.drafts:
            if draft.source is None:
                continue
            is_around = draft.source[0] < cue[0] < draft.source[1]
            last = relay[1] + 2 * (named is None)  # "Quoted by X, the official said"
            if not is_around and not relay[0] <= draft.source[0] < last:
                continue
            if named is not None:
                draft.source = named
            elif cue[0] == self.sentence[0]:
                comma = self.page.tags.find(Tag.COMMA, relay[1], draft.source[1] - 1)
                if comma < 0:
                    continue
                draft.source = (comma + 1, draft.source[1])
            draft.relays = (relay,)
            return
        nearest = self._nearest(cue[0])
        if nearest is not None and nearest.source != relay:
            nearest.relays = (relay, *nearest.relays)

    def _published(self, cue: Range) -> None:
        """Read "the news, first reported by X,": X is the source of the news."""
        page = self.page
        before = page.tags[self.sentence[0] : cue[0]]
        before = before[:-1] if page.norm(cue[0] - 1) == "first" else before.rstrip("r")
        if before[-1:] in ("B", "N", "M"):
            return  # a passive verb of its own
        relay = self._relay(cue[1])
        is_first = page.norm(cue[0] - 1) == "first"
        start = self.sentence[0] + len(before)
        is_aside = before[-1:] in (",", "-")
        named = self.chunks.before(start - is_aside, self.sentence[0])
        if relay is None or named is None:
            return
        is_known = is_first or self._is_outlet(relay)
        if not is_known and not (is_aside and page.norm(cue[0]) in _PUBLIC):
            return  # "the raid, claimed by the rebels,"
        self._drop(cue[0])
        for draft in self.drafts:
            # "The news -- first reported by Baltic Wire -- was confirmed by"
            if draft.content[0][0] == named[0] and draft.holds(cue[0]):
                draft.content = (named,)
        self.drafts.append(
            Draft(
                anchor=cue[0],
                cue=((start, cue[1]),),
                source=relay,
                content=(named,),
                rule="en.relay.published",
                score=_SCORE,
            )
        )

    def read_opening(self) -> None:
        """Read "In a Baltic Wire report, X said" and "was told in a report by X"."""
        for draft in self.drafts:
            at, limit = self.sentence[0], min(draft.anchor, self.limit)
            if draft.source is None:
                at, limit = draft.cue[-1][1] if draft.cue else at, self.limit
            if self.page.norm(at) not in ("in", "by") or draft.relay_of is not None:
                continue
            if draft.relays if draft.source else draft.rule != "en.passive":
                continue
            found = self.chunks.after(at + 1, limit)
            is_report = draft.kind is AttributionKind.REPORTING
            if found is None or not is_report or not self._is_outlet(found):
                continue
            if draft.source is None:
                draft.source = found
            elif self.page.tags[found[1] : found[1] + 1] == Tag.COMMA:
                draft.relays = (found,)

    def read_citing_verbs(self) -> None:
        """Read "X cited Y, who said that" and "according to X, which cited Y"."""
        for draft in [*self.drafts]:
            is_citing = draft.entry is not None and draft.entry.lemma in _CITING
            if not is_citing or draft.rule not in (
                "en.indirect.object",
                "en.direct.right",
            ):
                continue
            first = draft.content[0][0]
            source = find_cited(self.page, self.chunks, first, self.limit)
            if source is None or draft.source is None:
                continue
            speaker = self._speaker_behind(source)
            outer = self._around(draft)
            end, link = draft.content[0][1], self.chunks.end_of.get(first, first)
            is_told = self.page.norm(link) == "of" and link + 1 < end
            if speaker is not None:
                speaker.relays = (draft.source, *speaker.relays)
            elif is_told and is_claim(self.page, first, link):
                # "cited reports of thefts"
                draft.relays, draft.source = (draft.source,), (first, link)
                draft.content = ((link + 1, end),)
                continue
            elif outer is not None:
                assert outer.source is not None
                if outer.source[0] < draft.source[0]:
                    outer.source = trim(self.page, (outer.source[0], draft.source[0]))
                self._add(draft.cue[0], source, outer)
            else:
                self._cite_through(draft, source)
            self.drafts.remove(draft)

    def _cite_through(self, citing: Draft, source: Range) -> None:
        """Read "X, citing Y, which cited Z, said": Z is passed on by Y and then X."""
        for each in self.drafts:
            if each is not citing and each.source in citing.relays:
                assert citing.source is not None
                self._add(citing.cue[0], source, each)
                self.drafts[-1].relays = (citing.source,)
                return

    def read_reports(self) -> None:
        """Read "according to two reports that quoted X": they passed on what X said."""
        page = self.page
        told = {id(draft.relay_of) for draft in self.drafts}
        for outer in [*self.drafts]:
            if outer.source is None or not outer.rule.startswith("en.preposition."):
                continue
            for verb, _ in outer.cue[1:]:  # "according to what the mayor told X"
                if verb != outer.anchor:
                    self._drop(verb)
            core = self.chunks.after(outer.source[0], self.limit)
            if core is None or core[1] + 2 >= self.limit:
                continue
            at = core[1] + (page.tags[core[1]] == Tag.COMMA)
            cue = page.words[at + 1].cue
            if page.tags[at] not in "=W" or cue is None or cue.lemma not in _CITING:
                continue
            source = find_cited(self.page, self.chunks, at + 2, self.limit)
            if source is not None and id(outer) not in told:
                outer.source = core
                self._drop(at + 1)
                self._add((at + 1, at + 2), source, outer)

    def read_learning(self) -> None:
        """Read "Baltic Wire learned from the mayor that": it tells what he told."""
        for draft in [*self.drafts]:
            is_learning = draft.entry is not None and draft.entry.lemma in _LEARNING
            if not is_learning or draft.source is None or not draft.cue:
                continue
            cue = draft.cue[-1]
            source = find_cited(self.page, self.chunks, cue[1] + 1, self.limit)
            if self.page.norm(cue[1]) != "from" or source is None:
                continue
            if source[1] <= draft.content[0][0] and self._is_outlet(draft.source):
                draft.kind = AttributionKind.REPORTING
                self._add((cue[1], cue[1] + 1), source, draft)

    def _around(self, draft: Draft) -> Draft | None:
        """Return the draft in whose source another one's relative clause stands."""
        return next(
            (
                each
                for each in self.drafts
                if each is not draft
                and each.source is not None
                and each.source[0] < draft.anchor < each.source[1]
            ),
            None,
        )

    def _is_outlet(self, mention: Range) -> bool:
        return names_outlet(self.page, mention)
