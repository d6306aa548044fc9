"""Accounts inside quotations: "Norway says it will pay," the mayor said."""

from collections.abc import Iterator

import attrs

from attrib.extraction.cues.acceptance import NAMING_KINDS, source_kind
from attrib.extraction.cues.phrases import find_phrases
from attrib.extraction.cues.verbs import find_verbs
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.relays.relays import find_relays
from attrib.lexicon.lexicon import Lexicon
from attrib.model.attribution import AttributionKind

_SHORTEST = 6
"""A quotation of fewer tokens holds nobody's account."""
_NEAR_BEGIN, _NEAR_END = 12, 8
_LEAST_SCORE = 0.7
"""Accounts that are less likely than this are dropped."""
_RULES = (
    "en.indirect.that",
    "en.indirect.clause",
    "en.indirect.left",
    "en.indirect.as-clause",
    "en.preposition.",
    "en.relay.",
)
"""Begins of the ids of rules that are held to inside quotations."""
_SAYING = frozenset(("say", "tell"))
_OWN = frozenset("i me my we us our you your".split())


def find_quoted(page: Page, chunks: Chunks, lexicon: Lexicon) -> list[Draft]:
    """Return what third persons are said to have said inside quotations.

    Args:
        page: The page.
        chunks: Its noun phrases.
        lexicon: The lexicon, for its phrases and weights.
    """
    places = list(_places(page))
    if not places:
        return []
    inner = attrs.evolve(page, quotations=(), quotation_of=[-1] * len(page))
    found: list[Draft] = []
    for place in places:
        verbs = find_verbs(inner, chunks, place, lexicon.weights)
        phrases = find_phrases(inner, chunks, lexicon, place, verbs)
        told = find_relays(inner, chunks, place, [*verbs, *phrases])
        found.extend(draft for draft in told if _is_account(inner, draft, place))
    return found


def _places(page: Page) -> Iterator[Range]:
    """Yield the inside of each quotation of one sentence that may hold an account."""
    for quotation in page.quotations:
        first = quotation.first + quotation.is_opened
        last = quotation.last - quotation.is_closed
        if not first + _SHORTEST <= last <= page.sentence_at(first)[1]:
            continue
        # An account that is all of it has its cue near one of its ends.
        near = {*range(first + 1, min(first + _NEAR_BEGIN, last))}
        near.update(range(max(first + 1, last - _NEAR_END), last))
        if any(_is_cue(page, at) for at in near):
            yield first, last


def _is_cue(page: Page, at: int) -> bool:
    """Say whether a verb of saying or "according" stands at a token."""
    cue = page.words[at].cue
    if cue is None or page.tags[at] not in "zdqv":
        return page.norm(at) == "according"
    is_saying = not _SAYING.isdisjoint(cue.classes)
    return is_saying and cue.kind is AttributionKind.REPORTING


def _is_account(page: Page, draft: Draft, place: Range) -> bool:
    """Say whether a third person says all that is quoted.

    What others have said in the midst of a speech is part of what the speaker says.
    """
    if draft.source is None or draft.kind is not AttributionKind.REPORTING:
        return False
    if draft.score < _LEAST_SCORE or not draft.rule.startswith(_RULES):
        return False
    if source_kind(page, draft.source) not in NAMING_KINDS or not _OWN.isdisjoint(
        page.norms(draft.source)
    ):
        return False
    opening = place[0]
    while opening < place[1] and page.tags[opening] in "rC,":
        opening += 1  # "Now, Norway says that"
    parts = [draft.source, *draft.cue, *draft.content]
    begin, end = min(first for first, _ in parts), max(last for _, last in parts)
    return place[0] <= begin <= opening + 1 and place[1] - 2 <= end <= place[1]
