"""Reporting verbs: source, cue and content around each of them."""

from collections.abc import Iterator, Mapping

from attrib.extraction.contents.claims import is_claim
from attrib.extraction.contents.endings import Ends, content_limit
from attrib.extraction.cues.acceptance import acceptance_features, choose_reading
from attrib.extraction.cues.colons import find_signature
from attrib.extraction.cues.layouts import Layouts
from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.cues.quoting import find_quoting
from attrib.extraction.cues.silence import reports_nothing
from attrib.extraction.cues.stances import stance_of
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.groups import (
    Group,
    find_persuading,
    is_let_known,
    read_group,
)
from attrib.extraction.pages.openings import Opening
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Frame, Sort
from attrib.lexicon.tags import Tag
from attrib.lexicon.weights import UNWEIGHED, Weights
from attrib.model.attribution import AttributionKind, Stance

_SHORT_TELLING = 2
_BEFORE_MAIN = frozenset("if when as after before since until once while".split())
_CHARGES = {"accuse": frozenset(("of",)), "blame": frozenset(("for", "on"))}
_FRAMES: Mapping[str | None, str] = {
    Opening.OBJECT: Frame.OBJECT,
    Opening.INFINITIVE: Frame.INFINITIVE,
}
"""Openings that may give a verb another kind."""
LEAST_SCORE = 0.4
"""Readings that are less likely than this are dropped."""
LEAST_BEHIND_SCORE = 0.1
"""The same for "it rained, they noted in May, amid", which can be read no other way."""
LEAST_HELD_SCORE = 0.08
"""The same for "..., it has been claimed", which tells nothing else, and is rare."""
LEAST_OBJECT_SCORE = 0.3
"""The same for "denied involvement" and "claimed victory", which mean little else."""


def find_verbs(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    weights: Mapping[str, Weights],
) -> list[Draft]:
    """Return what the reporting verbs of a sentence attribute.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
        weights: Learnt weights by the choice they are for: "end", "accept".
    """
    found = list(read_groups(page, chunks, sentence, weights))
    if not found:
        return []
    layouts = found[0][1]
    drafts = find_quoting(
        page, chunks, sentence, [each for each, _ in found], layouts.ends, layouts.limit
    )
    read = {
        at for draft in drafts for first, last in draft.cue for at in range(first, last)
    }
    inherited: Range | None = None
    accept = weights.get("accept", UNWEIGHED)
    for group, _ in found:
        if group.head in read:
            inherited = next(
                draft.source
                for draft in drafts
                if any(first <= group.head < last for first, last in draft.cue)
            )
            continue
        proposals = list(layouts.propose(group, inherited))
        if not proposals:
            continue
        proposals = _without_objects(proposals)
        told = [draft.content for draft in drafts]
        described = [
            acceptance_features(page, sentence, proposal, told)
            for proposal in proposals
        ]
        best, score = choose_reading(described, accept)
        chosen = proposals[best]
        if score >= _least(page, chosen):
            draft = _draft(page, chosen, score)
            if chosen.cue is not None:
                drafts = [each for each in drafts if not _is_in(each, chosen.cue)]
            draft.terms = accept.deciding(described[best])
            drafts.append(draft)
            if chosen.source is not None:
                inherited = chosen.source
    return drafts


def _is_in(draft: Draft, cue: Range) -> bool:
    """Say whether a cue is part of a longer one: "issued" of "issued a note saying"."""
    return cue[0] <= draft.anchor < cue[1]


def _without_objects(proposals: list[Proposal]) -> list[Proposal]:
    """Return readings without objects of verbs that take none: ", says a report"."""
    if "en.indirect.inverted" not in [each.rule for each in proposals]:
        return proposals
    return [
        each
        for each in proposals
        if each.opening != Opening.OBJECT or Frame.OBJECT in each.group.cue.frames
    ]


def _least(page: Page, proposal: Proposal) -> float:
    """Return the score that a reading must reach."""
    is_owned = proposal.source is not None and proposal.opening == Opening.OBJECT
    cue = proposal.group.cue
    subject = proposal.subject
    is_it = subject is not None and page.norm(subject.range[0]) == "it"
    if (
        proposal.rule == "en.passive"
        and is_it
        and page.norm(proposal.content[0][0]) != "it"
    ):
        return LEAST_HELD_SCORE
    if _is_plainly_behind(page, proposal):
        return LEAST_BEHIND_SCORE
    if is_owned and (cue.stance is Stance.DENIES or cue.lemma == "claim"):
        return LEAST_OBJECT_SCORE
    return LEAST_SCORE


def _is_plainly_behind(page: Page, proposal: Proposal) -> bool:
    """Say whether nothing but "it rained" can be told in "it rained, they noted, amid".

    A whole clause stands before the comma, and behind the verb nothing or a comma.
    """
    subject, cue = proposal.subject, proposal.group.cue
    if proposal.rule != "en.indirect.left" or subject is None:
        return False
    is_saying = "say" in cue.classes and cue.kind is AttributionKind.REPORTING
    first, last = proposal.content[0]
    is_open = proposal.rest[:1] in ("$", "A", Tag.COMMA)
    if not (is_saying and is_open and last == subject.range[0] - 1):
        return False
    is_main = page.tags[first] not in "UW" and page.norm(first) not in _BEFORE_MAIN
    is_due = Tag.MODAL in page.tags[slice(*proposal.group.range)]  # "it will add"
    is_past = page.norm(last - 1) == "ago"  # "three weeks ago, he wrote"
    if not is_main or page.tags[last] != Tag.COMMA or is_due or is_past:
        return False
    if "V" in page.finite[first:last]:
        return True
    # "Everything but boats, he added.", "Three locks leak, he said in May."
    is_time = any(word.sorts & Sort.DAY for word in page.words[first:last])
    is_all = proposal.rest[:1] in ("$", "A") and last - first > _SHORT_TELLING
    return is_all and not is_time and page.tags[first] not in "Ir"


def read_groups(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    weights: Mapping[str, Weights],
) -> Iterator[tuple[Group, Layouts]]:
    """Yield the verb groups of a sentence, each with what proposes its readings."""
    groups = find_groups(page, sentence)
    if groups:
        ends = Ends(page, chunks, groups, weights.get("end", UNWEIGHED))
        limit = find_signature(page, chunks, sentence) or content_limit(page, sentence)
        layouts = Layouts(page, chunks, sentence, limit, ends)
        for group in groups:
            yield group, layouts


def find_groups(page: Page, sentence: Range) -> list[Group]:
    """Return the groups of all reporting verbs of a sentence, outside quotations."""
    first, last = sentence
    groups: list[Group] = []
    for head in page.cues_in(sentence):
        cue = page.words[head].cue
        assert cue is not None
        group = _with_particle(page, read_group(page, head, cue, first), last)
        if group is not None and not reports_nothing(page, group):
            while groups and groups[-1].head >= group.first:
                groups.pop()  # "declined to say" is one cue
            groups.append(group)
    return groups


def _is_when_or_where(page: Page, at: int) -> bool:
    """Say whether a time or a channel stands at a token: "reported on Monday that"."""
    word = page.words[at]
    return bool(word.sorts & Sort.DAY) or (
        word.is_capital and word.norm in page.lexicon.channels.phrases
    )


def _with_particle(page: Page, group: Group, limit: int) -> Group | None:
    """Return the group with its particle ("pointed out"); None if it lacks one."""
    particles = group.cue.particles
    has_particle = group.last < limit and page.norm(group.last) in particles
    if has_particle and not (
        group.last + 1 < limit and _is_when_or_where(page, group.last + 1)
    ):
        group.last += 1
        return group
    if group.cue.needs_particle:
        return None
    return group


def _draft(page: Page, proposal: Proposal, score: float) -> Draft:
    cue = proposal.group.cue
    return Draft(
        anchor=proposal.group.head,
        cue=(proposal.cue or proposal.group.range,),
        source=proposal.source,
        content=proposal.content,
        rule=proposal.rule,
        kind=kind_of(page, proposal),
        stance=stance_of(page, proposal),
        entry=cue,
        addressee=proposal.addressee,
        is_inherited=proposal.is_inherited,
        score=score,
    )


def kind_of(page: Page, proposal: Proposal) -> AttributionKind:
    """Return the kind that the verb gives to such a complement."""
    group, cue = proposal.group, proposal.group.cue
    if is_let_known(page, group) or find_persuading(page, group.head) is not None:
        return AttributionKind.REPORTING
    frame = _FRAMES.get(proposal.opening)
    if proposal.rule == "en.passive":
        frame = Frame.OBJECT
    elif proposal.rule == "en.indirect.left":
        frame = Frame.LEFT
    if frame is None or any(map(page.count_quoted, proposal.content)):
        return cue.kind
    if _is_charge(page, proposal):
        return AttributionKind.REPORTING  # "accused the firm of lying"
    if _is_claim(page, proposal):
        if cue.stance in (Stance.DENIES, Stance.DOUBTS):
            return AttributionKind.REPORTING  # "disputed the report"
        if Frame.COMPLEMENT in cue.frames and _has_that(page, proposal.content[0]):
            return AttributionKind.REPORTING  # "called reports that it sank a lie"
    return cue.kinds.get(frame, cue.kind)


def _is_claim(page: Page, proposal: Proposal) -> bool:
    """Say whether an object is what somebody had said: "the report", "her claims"."""
    if proposal.opening != Opening.OBJECT and proposal.rule != "en.passive":
        return False
    first, last = proposal.content[0]
    end = next(
        (at for at in range(first + 1, last) if page.tags[at] in (Tag.THAT, Tag.WH)),
        last,
    )
    while end - 1 > first and page.words[end - 1].sorts & Sort.DAY:
        end -= 1  # "disputed the report Thursday that said"
    return is_claim(page, first, end)


def _is_charge(page: Page, proposal: Proposal) -> bool:
    """Say whether an object tells what somebody has done: "blamed him for the fire"."""
    group = proposal.group
    links = _CHARGES.get(group.cue.lemma)
    if links is None or proposal.opening != Opening.OBJECT:
        return False
    is_open = Tag.MODAL in page.tags[group.first : group.head]
    if is_open or group.is_infinitive or group.governor:
        return False  # "is likely to blame the schools"
    return not links.isdisjoint(page.norms(proposal.content[0]))


def _has_that(page: Page, content: Range) -> bool:
    return page.tags.find(Tag.THAT, *content) > 0
