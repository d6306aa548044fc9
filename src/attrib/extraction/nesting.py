"""What stands inside what: parents, relays, and accounts that go on."""

from collections.abc import Sequence

import attrs

from attrib.extraction.drafts import Draft
from attrib.extraction.entities import Entity
from attrib.extraction.page import Page
from attrib.extraction.resolving import Resolution
from attrib.model.source import SourceKind

_RELAYING = frozenset(
    (SourceKind.INTELLIGENCE, SourceKind.NEWS_OUTLET, SourceKind.DOCUMENT)
)
"""Sources that pass on what others said: their accounts hold other accounts."""
_FARTHEST = 40
"""How many attributions an account may be away: time stays linear in the text."""
_ACCOUNT_PARAGRAPHS = 4
"""How many paragraphs an account may go on before its source is named again."""


@attrs.frozen(eq=False)
class Place:
    """Where a draft stands among the others.

    Attributes:
        parent: Index of the draft it is nested in or relayed by, or None.
        continues: Index of the draft whose account it is part of, or None.
        reason: Why, in words, or None.
    """

    parent: int | None = None
    continues: int | None = None
    reason: str | None = None


def nest(
    page: Page, drafts: Sequence[Draft], resolutions: Sequence[Resolution]
) -> list[Place]:
    """Return the place of each draft.

    A draft whose cue lies in another's content is nested in the smallest such one; a
    relay's draft stands inside the draft that passed it on; an account of a source
    that passes on what others said goes on until another source is quoted beside it.
    """
    parents = _parents(drafts)
    places = [Place(parent=parent) for parent in parents]
    for index, draft in enumerate(drafts):
        if parents[index] is None:
            found = _account(page, drafts, resolutions, parents, index)
            if found is not None:
                account, reason = found
                places[index] = Place(continues=account, reason=reason)
        elif draft.relay_of is not None:
            places[index] = attrs.evolve(
                places[index], reason="its content was passed on by the outer source"
            )
    return places


def _parents(drafts: Sequence[Draft]) -> list[int | None]:
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
            if holder != index and drafts[holder].relay_of is None
        ]
        if holders:
            parents[index] = holders[-1][1]
    for index, draft in enumerate(drafts):
        if draft.relay_of is not None:
            parents[index] = at.get(id(draft.relay_of))
    return _without_cycles(parents)


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
    index: int,
) -> tuple[int, str] | None:
    """Return the account that a draft is part of although it stands outside it."""
    mine = resolutions[index].entity
    if mine is None:
        return None
    here = page.paragraph_index(drafts[index].anchor)
    for outer in range(index - 1, max(-1, index - 1 - _FARTHEST), -1):
        entity = resolutions[outer].entity
        if parents[outer] is not None or entity is None:
            continue
        if here - page.paragraph_index(drafts[outer].anchor) > _ACCOUNT_PARAGRAPHS:
            return None
        if entity is mine or entity.reading.kind not in _RELAYING:
            if entity is mine:
                return None
            continue
        if entity.outlet is not None or not _is_told_of(page, mine, drafts[outer]):
            continue
        name = entity.reading.name
        sentence = page.sentence_index(drafts[index].anchor)
        if sentence == page.sentence_index(drafts[outer].anchor) + 1:
            return outer, (
                f"inside the account of {name}: it goes on in the next sentence "
                f"with {mine.reading.name}, whom that account introduced"
            )
        if any(
            resolutions[later].entity is entity
            for later in range(index + 1, min(len(drafts), index + _FARTHEST))
            if page.paragraph_index(drafts[later].anchor) - here <= 2
        ):
            return outer, (
                f"inside the account of {name}: that account speaks of "
                f"{mine.reading.name} and {name} is named again after it"
            )
    return None


def _is_told_of(page: Page, entity: Entity, account: Draft) -> bool:
    """Say whether an account's content speaks of somebody."""
    told = {
        page.norm(at) for first, last in account.content for at in range(first, last)
    }
    return bool(entity.words) and entity.words <= told
