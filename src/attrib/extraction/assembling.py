"""Assembling: a report made of triples that somebody else found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

import attrs

from attrib.extraction.contents.complements import find_right
from attrib.extraction.contents.endings import content_limit
from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.cues.stances import stance_of
from attrib.extraction.cues.verbs import kind_of
from attrib.extraction.finding import Found
from attrib.extraction.nesting import Place, nest
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.groups import read_group
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.pipeline import (
    Finisher,
    Opened,
    find_agencies,
    open_document,
    remark,
)
from attrib.extraction.resolving import Resolver
from attrib.extraction.triples import Placed, Triple, Words, place_triples
from attrib.lexicon.entries import Layout, Phrase
from attrib.lexicon.lexicon import Lexicon
from attrib.model.attribution import Attribution, AttributionKind, Stance
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.span import Passage

_RULE = "by-hand"
_VERB_TAGS = frozenset("vzdqg")


def assemble(
    document: str | Document,
    triples: Iterable[Triple | Sequence[Words] | Mapping[str, Words]],
    *,
    lexicon: Lexicon | None = None,
) -> Report:
    """Return the report of what another extractor or a language model found in a text.

    The words are theirs; who each source is, what stands inside what, when and where
    it was said is found as `parse` finds it, and so is what a triple leaves open: its
    kind, its stance and its parent.

    Args:
        document: A text, or a `Document` that also says who published it and when.
        triples: Each a `Triple`; or source, cue and content, in this order; or a
            mapping of the names of a triple's attributes to their values, as JSON
            gives it.
        lexicon: Words to read with; by default those of the document's language.

    Returns:
        A report like one of `parse`, its attributions in text order; their rule is
        "by-hand" and their score 1. Without triples it has no attributions.

    Raises:
        AssemblyError: Triples do not fit the text; the first fault of each part of
            each triple is listed, with what was looked for, and, for the first ten,
            where the text comes nearest to it.
        DocumentError: `document` is neither a text nor a document.
        UnknownLanguageError: No lexicon is shipped for the document's language.

    Example:
        >>> from attrib.errors import AssemblyError
        >>> report = assemble("Radio Norr said the mayor told it that it rained.", [
        ...     ("Radio Norr", "said", "the mayor told it that it rained"),
        ...     ("the mayor", "told", "that it rained"),
        ... ])
        >>> print(*report.chains())
        Radio Norr ← mayor: "that it rained"
        >>> try:
        ...     assemble("AFP denied it.", [("AFP", "denies", "it")])
        ... except AssemblyError as error:
        ...     print(error)
        triple 0, cue: "denies" does not stand in the text; nearest is "denied", at 4:
            AFP denied it.
                     ^
    """
    opened = open_document(document, lexicon)
    placed = place_triples(opened.document.text, triples)
    page = opened.page
    drafts = [_draft(opened, each) for each in placed]
    _relate(page, placed, drafts)
    order = sorted(
        range(len(drafts)), key=lambda at: (drafts[at].start, drafts[at].anchor)
    )
    found = Found([drafts[at] for at in order], [])
    resolver = Resolver(page, opened.chunks, opened.document)
    resolutions = resolver.resolve(found.drafts)
    index_of = {at: index for index, at in enumerate(order)}
    parents = [
        None if (parent := placed[at].parent) is None else index_of[parent]
        for at in order
    ]
    places = _with_parents(nest(page, found.drafts, resolutions), parents)
    finisher = Finisher(opened, resolver, found.drafts, places)
    attributions = tuple(
        _as_given(
            finisher.finish(index, draft, resolution, place), placed[order[index]]
        )
        for index, (draft, resolution, place) in enumerate(
            zip(found.drafts, resolutions, places, strict=True)
        )
    )
    remarks = [*opened.diagnostics, *remark(page, found), *finisher.diagnostics]
    agencies = find_agencies(opened)
    return Report(opened.document, attributions, remarks, agencies)


def _draft(opened: Opened, placed: Placed) -> Draft:
    """Return a triple as a draft, with kind and stance read from its cue if open."""
    page = opened.page
    content = _tokens(page, placed.content)
    # Who it is is told by the first piece of a name.
    source = None if placed.source is None else _tokens(page, placed.source)[0]
    cue = () if placed.cue is None else _tokens(page, placed.cue)
    head = _head(page, cue)
    draft = Draft(
        anchor=cue[0][0] if cue else source[0] if source else content[0][0],
        cue=cue,
        source=source,
        content=content,
        rule=_RULE,
        addressee=None
        if placed.addressee is None
        else _tokens(page, placed.addressee)[0],
        relays=tuple(_tokens(page, relay)[0] for relay in placed.relays),
    )
    if head is not None:
        draft.anchor = head
        draft.entry = page.words[head].cue
        draft.kind, draft.stance = _read_cue(opened, draft, head)
    elif (phrase := _phrase(page, opened.lexicon, cue)) is not None:
        draft.kind = phrase.kind
    draft.kind = draft.kind if placed.kind is None else placed.kind
    draft.stance = draft.stance if placed.stance is None else placed.stance
    return draft


def _tokens(page: Page, passage: Passage) -> tuple[Range, ...]:
    """Return the tokens that each span of a passage touches; never none."""
    return tuple(
        (
            bisect_right(page.tokens.ends, span.start),
            bisect_left(page.tokens.starts, span.end),
        )
        for span in passage.spans
    )


def _head(page: Page, cue: Sequence[Range]) -> int | None:
    """Return the reporting verb of a cue: the last, as in "declined to say"."""
    verbs = [
        at
        for first, last in cue
        for at in range(first, last)
        if page.words[at].cue is not None and page.tags[at] in _VERB_TAGS
    ]
    return verbs[-1] if verbs else None


def _read_cue(
    opened: Opened, draft: Draft, head: int
) -> tuple[AttributionKind, Stance]:
    """Return the kind and stance that a verb gives to such a content."""
    page = opened.page
    cue = page.words[head].cue
    assert cue is not None
    sentence = page.sentence_at(head)
    group = read_group(page, head, cue, sentence[0])
    last = next(last for first, last in draft.cue if first <= head < last)
    group = attrs.evolve(group, last=max(group.last, last))
    limit = content_limit(page, sentence)
    right = find_right(page, opened.chunks, group, group.last, limit)
    begin = draft.content[0][0]
    opening: str | None = None
    if right is not None and abs(right.start - begin) <= 1:
        opening = right.opening
    rule = "en.indirect.left" if begin < head else _RULE
    proposal = Proposal(rule, group, draft.source, draft.content, opening)
    return kind_of(page, proposal), stance_of(page, proposal)


def _phrase(page: Page, lexicon: Lexicon, cue: Sequence[Range]) -> Phrase | None:
    """Return the cue of several words that stands in a cue, if there is one."""
    for first, last in cue:
        for at in range(first, last):
            phrase = lexicon.find_phrase(page.norms((at, last)))
            if phrase is not None:
                return phrase
    return None


def _relate(page: Page, placed: Sequence[Placed], drafts: Sequence[Draft]) -> None:
    """Note which drafts are relayed by one that shares their content.

    Given as a parent, or written: "X reported, citing Y" with one content for both.
    """
    sharing: dict[tuple[Range, ...], list[int]] = {}
    for at in sorted(range(len(drafts)), key=lambda at: drafts[at].anchor):
        sharing.setdefault(drafts[at].content, []).append(at)
    rank = {at: n for group in sharing.values() for n, at in enumerate(group)}
    for place, (each, draft) in enumerate(zip(placed, drafts, strict=True)):
        if each.parent is not None:
            outer = drafts[each.parent]
            if outer.content == draft.content:
                draft.relay_of = outer
                if each.kind is None:
                    # whatever "after a call with" means elsewhere
                    draft.kind = AttributionKind.REPORTING
            continue
        phrase = _phrase(page, page.lexicon, draft.cue)
        if phrase is None or phrase.layout != Layout.RELAY:
            continue
        draft.relay_of = _beside(drafts, sharing[draft.content], rank[place])


def _beside(drafts: Sequence[Draft], group: Sequence[int], at: int) -> Draft | None:
    """Return the draft nearest to one of a group, but none that it relays itself.

    Args:
        drafts: All drafts.
        group: Places of those that share a content, in the order of their anchors.
        at: Where the draft stands in the group.
    """
    draft = drafts[group[at]]
    found = []
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(group) and drafts[group[near]].relay_of is draft:
            near += step
        if 0 <= near < len(group):
            found.append(group[near])
    first = min(
        found,
        key=lambda place: (abs(drafts[place].anchor - draft.anchor), place),
        default=None,
    )
    return None if first is None else drafts[first]


def _with_parents(
    places: Sequence[Place], parents: Sequence[int | None]
) -> list[Place]:
    """Return places with the parents that were given, and without any circle.

    What was given stands; what was found gives way where the two form a circle.
    """
    settled = [
        place
        if parent is None or place.parent == parent
        else attrs.evolve(place, parent=parent, continues=None, reason=None)
        for place, parent in zip(places, parents, strict=True)
    ]
    done: set[int] = set()
    for index in range(len(settled)):
        trail: dict[int, None] = {}
        at: int | None = index
        while at is not None and at not in done:
            if at in trail:
                circle = [*trail][[*trail].index(at) :]
                found = next(each for each in circle if parents[each] is None)
                settled[found] = Place()
                break
            trail[at] = None
            place = settled[at]
            at = place.continues if place.parent is None else place.parent
        done.update(trail)
    return settled


def _as_given(attribution: Attribution, placed: Placed) -> Attribution:
    """Return an attribution with the words as they were given, to the character."""
    return attrs.evolve(
        attribution,
        content=placed.content,
        mention=placed.source,
        cue=placed.cue,
        addressee=placed.addressee,
    )
