"""Participles that open a sentence: their subject is that of the clause behind them."""

from collections.abc import Sequence

from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.descriptions import with_appositive_after
from attrib.lexicon.tags import Tag

_LONGEST_OPENING = 5
_NOBODY = frozenset("it there this that what".split())
_NO_OPENING = frozenset("zdvMBHDN,.:(p")
_ABOUT = frozenset(
    "answer address comment discuss react reply respond speak talk".split()
)
"""Verbs whose object, in an opening, only tells what the sentence is about."""


def own_openings(
    page: Page, chunks: Chunks, sentence: Range, drafts: Sequence[Draft]
) -> list[Draft]:
    """Return the drafts of a sentence, its opening given the subject it has.

    "Stressing that the pier was safe, the mayor left", "a day after blaming the crew,
    the mayor left". "Discussing the plan, the mayor left" tells nothing that he said.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
        drafts: What its verbs and phrases attribute; they are changed.
    """
    kept = []
    for draft in drafts:
        if draft.source is None and _opens(page, sentence, draft):
            is_topic = draft.entry is not None and draft.entry.lemma in _ABOUT
            if is_topic and any(each.anchor > draft.content[-1][1] for each in drafts):
                continue
            _end_before_clause(page, chunks, sentence, draft)
            comma = draft.content[-1][1]
            draft.source = _subject_behind(page, chunks, sentence, comma)
        kept.append(draft)
    return kept


def _opens(page: Page, sentence: Range, draft: Draft) -> bool:
    """Say whether a draft's cue is a participle with no clause before it."""
    if not draft.cue or page.tags[draft.anchor] != Tag.GERUND:
        return False
    first = sentence[0]
    at = draft.cue[0][0]
    is_first = draft.content[0][0] > draft.anchor and at - first <= _LONGEST_OPENING
    return is_first and _NO_OPENING.isdisjoint(page.tags[first:at])


def _end_before_clause(
    page: Page, chunks: Chunks, sentence: Range, draft: Draft
) -> None:
    """End a content that takes in the clause behind it, which each opening needs.

    "Noting that the mayor, a poet, left, Berg said": a clause needs its own verb first.
    """
    first, last = draft.content[-1]
    verb = page.finite.find("V", first, last)
    is_whole = verb < 0 and page.tags[last : last + 1] not in ("", Tag.STOP)
    if is_whole or page.quotation_of[first] >= 0:
        return
    is_object = draft.rule == "en.indirect.object"
    for at in range(first + 1 if is_object else max(first, verb) + 1, last):
        is_comma = page.tags[at] == Tag.COMMA and page.quotation_of[at] < 0
        is_quoted = page.tags[at - 2 : at] == ',"'  # "Calling it “a lie,” Berg left"
        if not (is_quoted if is_object else is_comma or is_quoted):
            continue
        if _subject_behind(page, chunks, sentence, at) is not None:
            draft.content = (*draft.content[:-1], (first, at))
            return


def _subject_behind(
    page: Page, chunks: Chunks, sentence: Range, comma: int
) -> Range | None:
    """Return the subject of the clause that a comma begins, or a mark behind one."""
    limit = sentence[1]
    if page.tags[comma - 2 : comma] == ',"':
        comma -= 1  # "Saying “it is late,” Berg left"
    elif comma >= limit or page.tags[comma] != Tag.COMMA:
        return None
    found = chunks.after(comma + 1, limit)
    if found is None or page.norm(found[0]) in _NOBODY or chunks.is_day(*found):
        return None
    start, end = with_appositive_after(page, chunks, found, limit)
    end += page.tags[end : end + 1] == Tag.COMMA
    verb = page.past_adverbs(end, limit)
    is_parted = verb > end or page.tags[end - 1] == Tag.COMMA
    verbs = "zdMBHDq" if is_parted else "zdMBHD"
    return (start, end) if verb < limit and page.tags[verb] in verbs else None
