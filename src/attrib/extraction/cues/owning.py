"""Quotations that no cue claims: each gets an owner, or is reported as unowned."""

from collections.abc import Iterator, Sequence

from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind

_MOST_BETWEEN = 4
"""So many cues back an account may have begun that a quotation goes on with."""
_LONG_TOKENS = 7
"""A shorter quotation without a stop inside is a term or a title, not speech."""


def own_quotations(page: Page, drafts: Sequence[Draft]) -> list[Range]:
    """Give each unclaimed quotation to the account that it continues.

    A quotation that begins a sentence without a cue goes on with the quotation before
    it, in the same paragraph or at the head of the next one. Without one it gives the
    words of what the sentence before it reports.

    Args:
        page: The page.
        drafts: All drafts, in text order; their contents grow.

    Returns:
        Quotations that are long enough to be speech and have no owner.
    """
    unowned = []
    by_place = sorted(drafts, key=lambda draft: draft.anchor)
    claimed = _claimed(page, drafts)
    grown: dict[int, list[Range]] = {}
    cursor = 0
    for index, quotation in _wholes(page):
        while cursor < len(by_place) and by_place[cursor].anchor < quotation[0]:
            cursor += 1
        if index in claimed or not _is_speech(page, quotation):
            continue
        # "...," she said, referring to ...: the account is not always the last cue's.
        owner = None
        for draft in by_place[max(0, cursor - _MOST_BETWEEN) : cursor][::-1]:
            before = grown.get(id(draft), draft.content)[-1]
            if _continues(page, draft, before, quotation):
                owner = draft
                break
        owner = owner or _illustrated(page, by_place[:cursor], quotation)
        if owner is None:
            unowned.append(quotation)
        else:
            grown.setdefault(id(owner), [*owner.content]).append(quotation)
    for draft in drafts:
        if id(draft) in grown:
            draft.content = tuple(grown[id(draft)])
    return unowned


def _wholes(page: Page) -> Iterator[tuple[int, Range]]:
    """Yield each quotation over all its paragraphs, with the index of its first."""
    for index, (first, last) in enumerate(page.wholes):
        if index == first:
            yield first, (page.quotations[first].first, page.quotations[last].last)


def _claimed(page: Page, drafts: Sequence[Draft]) -> set[int]:
    """Return the quotations that lie in a content, by the index of their first."""
    return {
        page.wholes[index][0]
        for draft in drafts
        for stretch in draft.content
        for index in page.quotations_in(stretch)
    }


def _is_speech(page: Page, quotation: Range) -> bool:
    first, last = quotation
    return last - first >= _LONG_TOKENS or "." in page.tags[first : last - 1]


def _continues(page: Page, draft: Draft, before: Range, quotation: Range) -> bool:
    """Say whether a quotation goes on with what a draft attributes.

    Args:
        page: The page.
        draft: The draft before the quotation.
        before: The last range of its content so far.
        quotation: The quotation.
    """
    if page.quotation_of[before[1] - 1] < 0:
        return False
    begin = page.sentence_at(quotation[0])[0]
    if page.tags[begin : quotation[0]].strip("C,-"):
        return False
    end = max(before[1], draft.anchor + 1)
    if draft.source is not None:
        end = max(end, draft.source[1])
    here = page.paragraph_index(quotation[0])
    there = page.paragraph_index(end - 1)
    if here == there:
        return True
    # The head of the next paragraph, when the last one ended with this account.
    is_next = here == there + 1 and page.paragraphs[here][0] == quotation[0]
    first = page.sentence_index(page.paragraphs[here][0])
    return is_next and page.sentence_index(end - 1) + 1 >= first


def _illustrated(page: Page, before: Sequence[Draft], quotation: Range) -> Draft | None:
    """Return the account whose words a quotation gives, that stands behind it, or None.

    The mayor admitted that the dam was old. "It was built a hundred years ago."
    """
    first, last = quotation
    begin = page.sentence_at(first)[0]
    is_sentence = begin == first > 0 and Tag.STOP in page.tags[first:last]
    if not is_sentence:
        return None
    far = page.paragraph_index(begin) - page.paragraph_index(begin - 1)
    if far > 1:
        return None
    sentence = page.sentence_at(begin - 1)
    told = [
        draft
        for draft in before[-_MOST_BETWEEN:]
        if draft.anchor >= sentence[0]
        and draft.kind is AttributionKind.REPORTING
        and draft.source is not None
    ]
    whole = [draft for draft in told if _end_of(draft) >= sentence[1] - 1]
    if not whole:
        return None
    latest = whole[-1]
    if all(draft.source == latest.source for draft in told) or _is_pronoun(
        page, latest
    ):
        return latest  # "Lind wrote that it was old, and she told Norr TV it was safe."
    return whole[0] if whole[0] is told[0] else None


def _is_pronoun(page: Page, draft: Draft) -> bool:
    """Say whether he or she tells it, of whom the sentence has told before."""
    source = draft.source
    is_short = source is not None and source[1] == source[0] + 1
    return source is not None and is_short and page.norm(source[0]) in ("he", "she")


def _end_of(draft: Draft) -> int:
    """Return where an account ends: with its content, or with who tells it."""
    ends = [last for _, last in (*draft.content, *draft.cue)]
    return max(ends) if draft.source is None else max(*ends, draft.source[1])
