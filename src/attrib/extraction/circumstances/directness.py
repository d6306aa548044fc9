"""How a source came to know what it says: it was there, was told, or concluded it."""

from collections.abc import Sequence

from attrib.extraction.circumstances.marks import Marks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind, Directness

_OPENING_TOKENS = 3
"""So far from its begin a content is still opened: behind "that" and a mark."""
_PAST = frozenset("dq")
_PERSONS = frozenset("i me we us he him she her it they them".split())


def find_directness(
    page: Page, draft: Draft, beside: Sequence[Range], marks: Marks, *, is_told: bool
) -> tuple[Directness, str | None]:
    """Return how a source came to know what it says, and what says so.

    Args:
        page: The page.
        draft: The draft.
        beside: Stretches beside its cue.
        marks: Where the page tells of directness.
        is_told: Whether another says in its content that it told the source.
    """
    opening = [
        (first, min(last, first + _OPENING_TOKENS)) for first, last in draft.content[:1]
    ]
    found = [
        (abs(at - draft.anchor), marker)
        for stretches, openers_only in ((beside, False), (opening, True))
        for at, marker in marks.within(stretches)
        if marker.is_opener or not openers_only
        # "X learned from Y that": what Y knows is another matter.
        if draft.source is None or draft.source[0] != at + len(marker.words)
    ]
    if found:
        marker = min(found, key=lambda each: each[0])[1]
        return _directness(marker.value, " ".join(marker.words))
    if is_told:
        return Directness.TOLD, "told: its account says that it was"
    if draft.source is not None:
        named = marks.at_head(draft.source)
        if named is not None:
            return _directness(named.value, " ".join(named.words))
    if draft.entry is not None and _is_meant(page, draft):
        value = marks.verbs.get(draft.entry.lemma)
        is_past = page.tags[draft.anchor] in _PAST
        # "Sees that the plan has failed" is a view.
        if value is not None and (is_past or value != Directness.WITNESSED):
            return _directness(value, page.norm(draft.anchor))
    return Directness.UNKNOWN, None


def _directness(value: str, words: str) -> tuple[Directness, str]:
    return Directness(value), f'{value}: "{words}"'


def _is_meant(page: Page, draft: Draft) -> bool:
    """Say whether a verb of knowing tells how its source knows a fact.

    "Saw that it rained" does; "was seen to leave" does not, nor "saw an opportunity",
    nor the "concluded" behind a speech.
    """
    first, last = draft.content[0]
    if draft.source is None or page.quotation_of[first] >= 0:
        return False
    is_passive = page.tags[draft.anchor] in _PAST and any(
        Tag.BE in page.tags[start:stop]
        for start, stop in draft.cue
        if start <= draft.anchor < stop
    )
    return not is_passive and "V" in page.finite[first:last]


def find_told(
    page: Page, drafts: Sequence[Draft], parents: Sequence[int | None]
) -> set[int]:
    """Return the drafts in whose content somebody tells their source something.

    "The agency said that the mayor had told it ...": the agency was told.
    """
    told = set()
    for draft, parent in zip(drafts, parents, strict=True):
        if parent is None or draft.addressee is None or draft.source is None:
            continue
        start = draft.source[0]
        is_anothers = any(
            first <= start < last for first, last in drafts[parent].content
        )
        first, last = draft.addressee
        is_pronoun = last - first == 1 and page.norm(first) in _PERSONS
        if is_anothers and is_pronoun and draft.kind is AttributionKind.REPORTING:
            told.add(parent)
    return told
