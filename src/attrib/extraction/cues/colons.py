"""Colons: a source before one and its content behind, in headlines, or the reverse."""

from collections.abc import Iterator, Sequence

from attrib.extraction.contents.bounds import TRAILING
from attrib.extraction.contents.endings import content_limit, trim
from attrib.extraction.cues.acceptance import NAMING_KINDS, may_sign, source_kind
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.openings import is_quotation_start
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag

_ARTICLES = frozenset("a an the".split())
_VERBAL = frozenset("zdqMBHD")
_LONGEST_SIGNATURE = 8
_LONGEST_MATTER = 14
_SOON = 4
"""So near the begin of a text the colon of a headline stands."""


def find_colons(page: Page, chunks: Chunks, sentence: Range) -> Iterator[Draft]:
    """Yield SOURCE: CONTENT, of headlines and transcripts, and CONTENT: SOURCE.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
    """
    first, last = sentence
    at = first
    while (at := page.tags.find(Tag.COLON, at + 1, last)) > 0:
        if page.norm(at) != ":" or page.quotation_of[at] >= 0:
            continue
        left = chunks.before(at, first)
        if at + 1 < last and is_quotation_start(page, at + 1):
            left = _speaker_on(page, chunks, first, at) or left
        if page.words[at - 1].sorts & Sort.LABEL and not _tells(page, at, last):
            continue
        limit = content_limit(page, sentence)
        names = left is not None and _is_somebody(page, chunks, left)
        if left is not None and names and left[0] == first and at + 1 < len(page):
            start = at + 1
            if start < last or is_quotation_start(page, start):
                stop = limit if start < last else start
                end = quoted_end(page, start, stop)
                if end > start and not _is_title(page, chunks, sentence, start):
                    yield _colon_draft(page, at, left, (start, end), "first")
        right = chunks.after(at + 1, limit)
        is_named = page.norm(first) in _ARTICLES and not _is_told(page, first, at)
        if right is not None and right[1] == limit and at - first > 2 and not is_named:
            yield _colon_draft(page, at, right, (first, at), "last")


def _speaker_on(page: Page, chunks: Chunks, first: int, colon: int) -> Range | None:
    """Return Lind of 'Lind on the plan of Berg, her aide: "It is mad"', or None."""
    end = chunks.end_of.get(first, first)
    if not first < end < colon <= first + _LONGEST_MATTER or page.norm(end) != "on":
        return None
    has_verb = not _VERBAL.isdisjoint(page.tags[first:colon])
    return None if has_verb or not may_sign(page, (first, end)) else (first, end)


def _is_somebody(page: Page, chunks: Chunks, source: Range) -> bool:
    """Say whether the head of a phrase is somebody: not "the mayor's view on boats"."""
    head = page.words[chunks.end_of.get(source[0], source[1]) - 1]
    known = page.lexicon.classes.get(head.norm, Tag.NAME)
    return bool(head.sorts) or Tag.NAME in known or head.is_capital


def _is_title(page: Page, chunks: Chunks, sentence: Range, start: int) -> bool:
    """Say whether a heading goes on with what it is about, and tells nothing.

    So it does in "Ada Lind: the guard who built a dam" and "Sarn: how it began".
    """
    if page.quotation_of[start] >= 0 or not is_heading(page, sentence):
        return False
    if page.norm(sentence[1] - 1) == "?":
        return False
    tag = page.tags[start]
    if tag in (Tag.WH, Tag.GERUND):
        return True
    limit = sentence[1]
    phrase = chunks.after(start, limit)
    if phrase is None or page.norm(start) not in _ARTICLES:
        return False
    return phrase[1] == limit or page.tags[phrase[1]] in "W=g"


def find_signature(page: Page, chunks: Chunks, sentence: Range) -> int | None:
    """Return the colon of "Two held in Sarn: police", behind which stands who says it.

    None where no such heading ends so.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
    """
    first, last = sentence
    at = page.tags.rfind(Tag.COLON, max(first + 3, last - _LONGEST_SIGNATURE), last)
    if at < 0 or page.norm(at) != ":" or page.tags[first] == Tag.WH:
        return None
    source = chunks.after(at + 1, last)
    if source != (at + 1, last) or not is_heading(page, sentence):
        return None
    is_source = may_sign(page, source) and source_kind(page, source) in NAMING_KINDS
    return at if is_source and _is_told(page, first, at) else None


def _is_told(page: Page, first: int, last: int) -> bool:
    """Say whether a heading has a verb: "Two held", "Norway to pay", not "A thief"."""
    told = page.tags[first:last]
    return not _VERBAL.isdisjoint(told) or "tv" in told


def without_datelines(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts without "SARN: It rained, police said": Sarn is where it rained.

    Args:
        page: The page.
        drafts: All drafts of a sentence; the dateline is cut from contents.
    """
    kept = [*drafts]
    for draft in drafts:
        is_name = draft.source is not None and (
            draft.rule == "en.colon.first"
            and source_kind(page, draft.source) in ("name", "thing")
            and page.say(draft.source).isupper()
        )
        if not is_name:
            continue
        assert draft.source is not None
        begin = draft.content[0][0]
        for other in drafts:
            first, last = other.content[0]
            is_around = other.rule.endswith(TRAILING) and first == draft.source[0]
            if is_around:
                other.content = ((begin, last), *other.content[1:])
            if is_around or (other is not draft and _opens_account(other, begin)):
                kept = [each for each in kept if each is not draft]
    return kept


def _opens_account(draft: Draft, begin: int) -> bool:
    """Say whether "it rained, police said" or "according to police" begins there."""
    if draft.rule == "en.preposition.first":
        return draft.anchor == begin
    return draft.rule.endswith(TRAILING) and draft.content[0][0] == begin


def _tells(page: Page, at: int, last: int) -> bool:
    """Say whether "Sources:" announces a sentence and no list of sources."""
    is_first = page.norm(at - 1) in ("source", "sources") and at < _SOON
    return is_first and ("V" in page.finite[at:last] or "tv" in page.tags[at:last])


def _colon_draft(
    page: Page, at: int, source: Range, content: Range, place: str
) -> Draft:
    return Draft(
        anchor=at,
        cue=((at, at + 1),),
        source=source,
        content=(trim(page, content),),
        rule=f"en.colon.{place}",
    )


def is_heading(page: Page, sentence: Range) -> bool:
    """Say whether a sentence is a paragraph without a full stop."""
    paragraph = page.paragraphs[page.paragraph_index(sentence[0])]
    return sentence == paragraph and page.tags[sentence[1] - 1] != Tag.STOP


def quoted_end(page: Page, start: int, limit: int) -> int:
    """Return where a content ends that begins at a token: with a long quotation.

    Args:
        page: The page.
        start: Where it begins.
        limit: Where it ends if it is not quoted, or goes on behind the quotation.
    """
    if start < limit and is_quotation_start(page, start):
        last = page.whole_quotation(start)[1]
        if last >= limit or last - start > 25:
            return last
    return limit
