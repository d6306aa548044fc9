"""What events and things show: nobody has said it."""

from collections.abc import Sequence

from attrib.extraction.mentions.mentions import read_mention
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import Sort
from attrib.model.source import SourceKind

_SHOWING = frozenset("show demonstrate prove illustrate reveal".split())
_WORK = frozenset(
    """
    calculations experiment experiments finding findings forecast forecasts measurements
    model models numbers observations polling project projections result results score
    scores simulation simulations test tests trial trials work
    """.split()
)
"""What comes of somebody's work, and tells what they found."""


def without_shown(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts but for what a thing shows that nobody wrote.

    "The retreat shows that the army is weak" tells what its author thinks; a poll, a
    map and an expert that show it are sources.

    Args:
        page: The page.
        drafts: The drafts of one sentence.
    """
    return [draft for draft in drafts if not _is_shown(page, draft)]


def _is_shown(page: Page, draft: Draft) -> bool:
    if draft.source is None or draft.entry is None or draft.relays:
        return False
    if draft.entry.lemma not in _SHOWING or page.tags[draft.source[0]] in "SOW=t":
        return False
    reading = read_mention(page, draft.source)
    is_thing = reading.kind is SourceKind.UNKNOWN and not (
        reading.is_named or reading.is_anonymous or reading.pronoun
    )
    if not is_thing or reading.count is not None:
        return False
    told = page.words[slice(*draft.source)]
    return not any(word.sorts & ~Sort.DAY or word.norm in _WORK for word in told)
