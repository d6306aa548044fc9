"""When, how and how surely something was said: time, channel, mode, hedges."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrib.extraction.drafts import Draft
from attrib.extraction.page import Page, Range
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.tags import Tag
from attrib.model.attribution import Mode
from attrib.model.document import Document
from attrib.model.period import Period
from attrib.text.dates import find_dates

_NEAR_TOKENS = 16
"""How far from its cue the time of a statement may stand."""
_DIRECT_SHARE = 0.9


def find_mode(page: Page, content: tuple[Range, ...]) -> Mode:
    """Say whether a content is quoted, retold or partly quoted."""
    words = sum(page.count_words(each) for each in content)
    quoted = sum(page.count_quoted(each) for each in content)
    if not quoted:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= _DIRECT_SHARE * words else Mode.MIXED


def find_time(
    page: Page, draft: Draft, document: Document
) -> tuple[Period, str] | None:
    """Return when something was said, and how that was settled.

    Only words beside the cue count, in its sentence and outside the content: a date
    inside the content is a date of what is told.
    """
    sentence = page.sentence_at(draft.anchor)
    found = [
        (abs(stretch[0] - draft.anchor), dated.period, dated.reason)
        for stretch in _outside(draft, sentence)
        for dated in find_dates(
            page.text,
            published=document.day,
            start=page.tokens.starts[stretch[0]],
            end=page.tokens.ends[stretch[1] - 1],
        )
        if dated.period is not None and not _is_after(dated.period, document)
    ]
    if not found:
        return None
    _, period, reason = min(found, key=lambda each: each[0])
    return period, reason


def _is_after(period: Period, document: Document) -> bool:
    """Say whether days lie after publication: nothing was said on them yet."""
    return document.day is not None and period.start > document.day


def _outside(draft: Draft, sentence: Range) -> Iterator[Range]:
    """Yield the stretches of a sentence near the cue and outside the content."""
    low = max(sentence[0], draft.anchor - _NEAR_TOKENS)
    high = min(sentence[1], draft.anchor + _NEAR_TOKENS)
    at = low
    for first, last in sorted(draft.content):
        if at < min(first, high):
            yield at, min(first, high)
        at = max(at, last)
    if at < high:
        yield at, high


def find_channel(page: Page, draft: Draft, lexicon: Lexicon) -> str | None:
    """Return where something was said, as the lexicon names the channel, or None."""
    sentence = page.sentence_at(draft.anchor)
    for first, last in _outside(draft, sentence):
        for at in range(max(first, sentence[0]), last):
            if draft.source is not None and draft.source[0] <= at < draft.source[1]:
                continue
            if page.words[at].is_capital and page.tags[at - 1 : at] == Tag.NAME:
                continue  # the Washington Post is no post
            channel = lexicon.channels.get(page.norm(at))
            if channel is not None and page.norm(at - 1) not in ("to", "of"):
                return channel
    if draft.entry is not None:
        return lexicon.channels.get(draft.entry.lemma)
    return None


def find_hedges(draft: Draft, hedges: Sequence[int]) -> list[Range]:
    """Return the words in cue and content that lower the teller's commitment.

    Args:
        draft: The draft.
        hedges: Where the page's hedges stand, outside quotations, in text order.
    """
    return [
        (at, at + 1)
        for first, last in (*draft.cue, *draft.content)
        for at in hedges[bisect_left(hedges, first) : bisect_left(hedges, last)]
    ]
