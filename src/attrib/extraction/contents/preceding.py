"""What is reported: the content before a cue, in its sentence or before that."""

from attrib.extraction.contents.claims import before_charge, is_denied_behind
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag

_MOST_SENTENCES = 8
"""So many sentences at most are what "this" stands for."""


def find_left(page: Page, stop: int, floor: int) -> Range | None:
    """Return the content that ends on the left of a cue or its source, or None.

    Args:
        page: The page.
        stop: Index just after the content or the comma behind it.
        floor: Begin of the sentence.

    Returns:
        The range, or None where neither a quotation nor a comma stands there.
    """
    end = stop
    if end <= floor:
        return None
    is_pronoun = page.norm(end - 1) == "something" and page.tags[end - 2] in ",-"
    if is_pronoun and is_denied_behind(page, end):
        end -= 1  # "Norway accused Sarn of theft, something Sarn denies"
    elif (charge := before_charge(page, end, floor)) is not None:
        end = charge + 1  # "Norway accused Sarn of theft, a charge Sarn denies"
    if page.tags[end - 1] in ",-(" and end - 1 > floor:
        end -= 1
    if page.quotation_of[end - 1] >= 0 and end > floor:
        first, last = page.whole_quotation(end - 1)
        if last != end:
            return None
        return min(first, _mixed_start(page, first, floor)), last
    return (floor, end) if floor < end < stop else None


def _mixed_start(page: Page, first: int, floor: int) -> int:
    """Return where a partial quotation's clause begins: the plan was "a joke," ..."""
    is_behind = first > floor and page.norm(first - 1) == ";"
    if first <= floor or is_behind or page.tags[first - 1] == Tag.STOP:
        return first
    # "It grew heated: "I remember it," the minister said."
    return first if page.norm(first - 1) == ":" else floor


def find_before(page: Page, floor: int) -> Range | None:
    """Return the quotation that ends right before a sentence, in its paragraph.

    "Is it so?" Ann asked: the question mark ends a sentence, but not the account.
    """
    if floor == 0 or page.quotation_of[floor - 1] < 0:
        return None
    if page.paragraph_index(floor) != page.paragraph_index(floor - 1):
        return None
    return page.whole_quotation(floor - 1)


def find_preceding(page: Page, at: int) -> Range | None:
    """Return what "this" stands for: the sentences before, or the paragraph before.

    Args:
        page: The page.
        at: A token of the sentence in which "this" stands.
    """
    sentence = page.sentence_at(at)
    here = page.paragraph_index(sentence[0])
    start = page.paragraphs[here][0]
    if start < sentence[0]:
        index = page.sentence_index(at)
        earliest = page.sentences[max(0, index - _MOST_SENTENCES)][0]
        return max(start, earliest), sentence[0]
    prose = page.paragraph_index(page.sentences[page.first_sentence][0])
    return page.paragraphs[here - 1] if here > prose else None
