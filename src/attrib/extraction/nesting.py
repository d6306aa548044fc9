"""What stands inside what: parents, relays, and accounts that go on."""

import itertools
from collections.abc import Sequence

import attrs

from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.resolving import Resolution
from attrib.extraction.sources.entities import Entity
from attrib.lexicon.entries import Frame
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind, Stance
from attrib.model.source import SourceKind

_RELAYING = frozenset(
    (SourceKind.INTELLIGENCE, SourceKind.NEWS_OUTLET, SourceKind.DOCUMENT)
)
"""Sources that pass on what others said: their accounts hold other accounts."""
_REFERRING = frozenset(("en.indirect.this", "en.passive"))
"""Rules whose content may stand before the sentence: what "this" stands for."""
_GROUNDS = "en.preposition.last"
"""The rule whose content may do so, too: "that's according to the mayor"."""
_TRAILING = frozenset((_GROUNDS, "en.indirect.left", "en.indirect.inverted"))
"""Rules of a sentence's last words: "this is so, Baltic Wire reports."."""
_OBJECT = "en.indirect.object"
"""The rule of a content that is a noun phrase or an -ing form."""
_BARE = frozenset((_OBJECT, "en.indirect.clause", "en.indirect.question"))
"""Rules of contents that no word ties to their cue."""
_LEADING = frozenset(
    """
    caused drove emailed forced held hurried led moved phoned prompted pushed
    rang rushed telephoned texted used wrote
    """.split()
)
"""Verbs that tell that something was said: "led her to announce", "rang to say"."""
_SO_NEAR = 8
_CLAIM = "en.noun.that"
"""The rule of a noun that is what somebody said: "the mayor's claim that"."""
_NEWS = frozenset("news announcement statement comments remarks report reports".split())
_COMING = frozenset("comes come came follows follow followed".split())
"""The news that comes after the mayor said something is what the mayor said."""
_FULL_STOPS = frozenset(".!?;")
_FARTHEST = 40
"""How many attributions an account may be away: time stays linear in the text."""
_NEAR = 4
"""How many attributions before an account may stand in it: "..., said the mayor"."""
_ACCOUNT_SENTENCES = 12
"""How many sentences an account may go on before its source is named again."""
_NAMED_AGAIN_SENTENCES = 5
"""How soon its source is named again where an account went on."""


@attrs.define(eq=False)
class Place:
    """Where a draft stands among the others.

    Attributes:
        parent: Index of the draft it is nested in or relayed by, or None.
        continues: Index of the draft whose account it is part of, or None.
        reason: Why, in words, or None.
        is_relaying: Whether its content is what another says and no more.
    """

    parent: int | None = None
    continues: int | None = None
    reason: str | None = None
    is_relaying: bool = False


def nest(
    page: Page, drafts: Sequence[Draft], resolutions: Sequence[Resolution]
) -> list[Place]:
    """Return the place of each draft.

    A draft whose cue lies in another's content is nested in the smallest such one; a
    relay's draft stands inside the draft that passed it on; an account of a source
    that passes on what others said goes on until another source is quoted beside it.
    """
    parents = _parents(page, drafts)
    _enclose(drafts, parents)
    _unsay(page, drafts, parents)
    _retell(page, drafts, parents)
    places = [Place(parent=parent) for parent in parents]
    sentences = [page.sentence_index(draft.anchor) for draft in drafts]
    for index, draft in enumerate(drafts):
        if parents[index] is None:
            found = _account(page, drafts, resolutions, parents, sentences, index)
            if found is not None:
                account, reason = found
                places[index] = Place(continues=account, reason=reason)
        elif draft.relay_of is not None:
            places[index] = attrs.evolve(
                places[index], reason="its content was passed on by the outer source"
            )
    inner: dict[int, list[Draft]] = {}
    for draft, parent in zip(drafts, parents, strict=True):
        is_told = draft.kind is AttributionKind.REPORTING
        if parent is not None and is_told and draft.stance is not Stance.WITHHOLDS:
            inner.setdefault(parent, []).append(draft)
    for index, within in inner.items():
        if _is_relaying(page, drafts[index], within):
            places[index] = attrs.evolve(places[index], is_relaying=True)
    return places


def _unsay(page: Page, drafts: Sequence[Draft], parents: Sequence[int | None]) -> None:
    """Take what was denied to have been said for not said: "denied saying that"."""
    for draft, parent in zip(drafts, parents, strict=True):
        if parent is None or page.tags[draft.anchor] not in "zdvqg":
            continue
        outer = drafts[parent]
        if outer.stance is not Stance.DENIES or draft.relay_of is not None:
            continue
        begin = outer.content[0][0]
        start, _ = _extent(draft, outer)
        if outer.anchor < begin <= start and not page.tags[begin:start].strip("=r"):
            draft.stance = Stance.WITHHOLDS


def _retell(page: Page, drafts: Sequence[Draft], parents: Sequence[int | None]) -> None:
    """Take it for no report when somebody tells what was or is to be talked about.

    "She said that they discussed the plan" tells nothing that they said of it, nor does
    "they met to discuss it". "Asked whether it rained" reports nothing that was said.
    """
    for draft, parent in zip(drafts, parents, strict=True):
        if draft.kind is not AttributionKind.REPORTING:
            continue
        if draft.source is None:
            if draft.stance is Stance.ASKS:
                draft.kind = AttributionKind.ATTITUDE
            continue
        if any(map(page.count_quoted, draft.content)):
            continue
        is_pronoun = page.tags[slice(*draft.source)] == Tag.SUBJECT
        is_told = parent is not None and is_pronoun and draft.rule == _OBJECT
        if is_told or (draft.rule in _BARE and _is_purpose(page, draft)):
            draft.kind = AttributionKind.ATTITUDE


def _is_purpose(page: Page, draft: Draft) -> bool:
    """Say whether it is meant to be said: "met to discuss", not "led her to say"."""
    if not draft.cue or page.norm(draft.cue[0][0]) != "to":
        return False
    at = draft.cue[0][0]
    return _LEADING.isdisjoint(page.norms((max(0, at - _SO_NEAR), at)))


def _is_relaying(page: Page, outer: Draft, inner: Sequence[Draft]) -> bool:
    """Say whether a content is what others say, and adds no clause of its own.

    "the mayor said on Monday that it rained" adds none, nor does "after the fire, the
    mayor said that"; "the boats stayed in, because the mayor warned of a storm" does.
    """
    if any(draft.relay_of is outer for draft in inner):
        return True
    taken = sorted(_extent(draft, outer) for draft in inner)
    for first, last in outer.content:
        at = first
        for start, end in [*taken, (last, last)]:
            if at < min(start, last) and _is_clause(
                page, (at, min(start, last)), first
            ):
                return False
            if first <= start:
                at = max(at, end)
    return True


def _extent(draft: Draft, outer: Draft) -> Range:
    """Return from where to where a draft stands in the content around it."""
    parts = [*draft.cue, *draft.content]
    # A source may be that of a verb before: "she said that it rained and added that".
    if draft.source is not None and draft.source[0] >= outer.content[0][0]:
        parts.append(draft.source)
    return min(first for first, _ in parts), max(last for _, last in parts)


def _is_clause(page: Page, stretch: Range, begin: int) -> bool:
    """Say whether a stretch of a content that nobody else says tells something.

    Args:
        page: The page.
        stretch: The stretch.
        begin: Where the content begins.
    """
    start, end = stretch
    tags = page.tags
    while start < end and tags[start] in ',-=".:':
        if page.norm(start) in _FULL_STOPS:
            break
        start += 1
    if page.sentence_index(start) < page.sentence_index(end - 1):
        return True
    if "V" not in page.finite[start:end]:
        return False
    if stretch[0] <= begin + 1:
        words = page.norms((start, end))
        if not (_NEWS.isdisjoint(words) or _COMING.isdisjoint(words)):
            return page.finite.count("V", start, end) > 1
        # "after the fire had been put out, the mayor said that"
        return tags[start] not in "UIWg" or tags[end - 1] != Tag.COMMA
    # ", and the boats stayed in"; not ", but did not say why"
    is_that = page.norm(start + 1) == "that"
    return (
        tags[start] == Tag.COORDINATOR and tags[start + 1] in "TSnp$j#" and not is_that
    )


def _parents(page: Page, drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each draft the smallest one in whose content its cue lies."""
    parents: list[int | None] = [None] * len(drafts)
    at = {id(draft): index for index, draft in enumerate(drafts)}
    contents = sorted(
        (first, -last, index)
        for index, draft in enumerate(drafts)
        for first, last in draft.content
    )
    anchors = sorted(range(len(drafts)), key=lambda index: drafts[index].anchor)
    open_contents: list[tuple[int, int]] = []
    cursor = 0
    for index in anchors:
        anchor = drafts[index].anchor
        while cursor < len(contents) and contents[cursor][0] <= anchor:
            _, last, holder = contents[cursor]
            open_contents.append((-last, holder))
            cursor += 1
        open_contents = [pair for pair in open_contents if pair[0] > anchor]
        holders = [
            (last, holder)
            for last, holder in open_contents
            if holder != index
            and drafts[holder].relay_of is None
            and not _is_opposed(page, drafts[holder], drafts[index])
            and not _is_before(page, drafts[holder], anchor)
        ]
        if holders:
            parents[index] = holders[-1][1]
    passed_on = {}
    for index, draft in enumerate(drafts):
        if draft.relay_of is not None:
            parents[index] = at.get(id(draft.relay_of))
            passed_on[parents[index]] = index
    for index, draft in enumerate(drafts):
        if draft.relay_of is None and parents[index] in passed_on:
            # "Baltic Wire, citing two officials, wrote that the mayor had said"
            parents[index] = passed_on[parents[index]]
    return _without_cycles(parents)


def _is_opposed(page: Page, outer: Draft, claim: Draft) -> bool:
    """Say whether a claim is judged by whom it stands beside, and not passed on.

    "The mayor dismissed the council's claim that the dam had failed" and "the council's
    claim that the dam had failed was false, the mayor said" do.
    """
    is_relative = claim.source is not None and page.tags[claim.source[0]] in "W="
    if is_relative and outer.stance in (Stance.DENIES, Stance.DOUBTS):
        return True  # "disputed the report that said it rained"
    if outer.stance is Stance.DENIES and outer.content[0][1] <= outer.anchor:
        return True  # "Norway accused Sarn of theft, a charge Sarn denies"
    if claim.rule != _CLAIM:
        return False
    if outer.stance in (Stance.DENIES, Stance.DOUBTS):
        return True
    if outer.entry is not None and Frame.COMPLEMENT in outer.entry.frames:
        return True  # "called the council's claim that the dam had failed a lie"
    end = claim.content[-1][1]
    return any(
        first <= claim.anchor < last and "V" in page.finite[end:last]
        for first, last in outer.content
    )


def _is_before(page: Page, outer: Draft, anchor: int) -> bool:
    """Say whether a cue stands in a sentence before, which "this" stands for.

    Who says "this" tells the same, but has not passed on whatever was told there.
    """
    first, _ = page.sentence_at(outer.anchor)
    return outer.rule in _REFERRING and anchor < first


def _enclose(drafts: Sequence[Draft], parents: list[int | None]) -> None:
    """Let each content lie in its parent's: what is told holds what it tells of.

    Contents grow outwards, and end before the cue of who passed them on. What has no
    word in common with its parent's content stands beside it, unless it is what
    "this" stands for.
    """
    depths = [0] * len(drafts)
    for index in range(len(drafts)):
        at = parents[index]
        while at is not None:
            depths[index] += 1
            at = parents[at]
    deepest_first = sorted(range(len(drafts)), key=lambda index: -depths[index])
    for index in deepest_first:
        parent = parents[index]
        if parent is None:
            continue
        inner, outer = drafts[index], drafts[parent]
        if inner.relay_of is not outer:
            inner.content = _before_cue(inner.content, outer)
        whole = _union([*outer.content, *inner.content])
        if whole == _union(outer.content):
            continue
        is_shared = any(
            first < last_outer and first_outer < last
            for first, last in inner.content
            for first_outer, last_outer in outer.content
        )
        is_trailing = outer.rule in _TRAILING
        is_meant = inner.rule in _REFERRING or (is_trailing and inner.rule == _GROUNDS)
        if is_meant and is_trailing and not is_shared:
            outer.content = inner.content  # "Lind said this, Baltic Wire reports."
        elif is_shared or inner.relay_of is outer or is_meant:
            outer.content = whole
        else:
            parents[index] = None
    for index in deepest_first[::-1]:
        outer_of_relay = drafts[index].relay_of
        if outer_of_relay is not None:
            drafts[index].content = outer_of_relay.content


def _before_cue(content: tuple[Range, ...], outer: Draft) -> tuple[Range, ...]:
    """Return a content without what follows the cue of the one who passed it on."""
    begin = outer.anchor
    if outer.source is not None:
        begin = min(begin, outer.source[0])
    kept = [
        (first, begin if first < begin < last and outer.anchor < last else last)
        for first, last in content
    ]
    return tuple(kept)


def _union(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Return ranges in order, with those that touch or overlap made one."""
    merged: list[Range] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _without_cycles(parents: list[int | None]) -> list[int | None]:
    """Cut the last step of any circle: two insertions may lie in each other."""
    settled: set[int] = set()
    for index in range(len(parents)):
        trail: list[int] = []
        at: int | None = index
        while at is not None and at not in settled:
            if at in trail:
                parents[trail[-1]] = None
                break
            trail.append(at)
            at = parents[at]
        settled.update(trail)
    return parents


def _account(
    page: Page,
    drafts: Sequence[Draft],
    resolutions: Sequence[Resolution],
    parents: Sequence[int | None],
    sentences: Sequence[int],
    index: int,
) -> tuple[int, str] | None:
    """Return the account that a draft is part of although it stands outside it.

    Args:
        page: The page.
        drafts: All drafts of the page.
        resolutions: Who the source of each is.
        parents: The draft around each.
        sentences: Index of the sentence in which each has its cue.
        index: The draft.
    """
    mine = resolutions[index].entity
    if mine is None:
        return None
    here = sentences[index]
    for outer in range(index - 1, max(-1, index - 1 - _FARTHEST), -1):
        entity = resolutions[outer].entity
        if parents[outer] is not None or entity is None:
            continue
        if here - sentences[outer] > _ACCOUNT_SENTENCES:
            return None
        if entity is mine or entity.reading.kind not in _RELAYING:
            if entity is mine:
                return None
            continue
        if entity.outlet is not None or not _is_told_of(page, mine, drafts[outer]):
            continue
        is_secret = entity.reading.kind is SourceKind.INTELLIGENCE
        if not (is_secret or _is_quoted(resolutions, parents, mine, outer, index)):
            continue
        name = entity.reading.name
        if here == sentences[outer] + 1:
            return outer, (
                f"inside the account of {name}: it goes on in the next sentence "
                f"with {mine.reading.name}, whom that account introduced"
            )
        if any(
            resolutions[later].entity is entity
            for later in range(index + 1, min(len(drafts), index + _FARTHEST))
            if sentences[later] - here <= _NAMED_AGAIN_SENTENCES
        ):
            return outer, (
                f"inside the account of {name}: that account speaks of "
                f"{mine.reading.name} and {name} is named again after it"
            )
    return None


def _is_quoted(
    resolutions: Sequence[Resolution],
    parents: Sequence[int | None],
    entity: Entity,
    account: int,
    index: int,
) -> bool:
    """Say whether an account quotes somebody, and does not only speak of them."""
    for inner in range(max(0, account - _NEAR), index):
        if resolutions[inner].entity is entity:
            at: int | None = inner
            while at is not None and at != account:
                at = parents[at]
            if at is not None:
                return True
    return False


def _is_told_of(page: Page, entity: Entity, account: Draft) -> bool:
    """Say whether an account's content speaks of somebody."""
    if not entity.words:
        return False
    told = itertools.chain.from_iterable(map(page.norms, account.content))
    return entity.words.issubset(told)
