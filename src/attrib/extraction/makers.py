"""Whose a document is: "Norway sent a letter. The letter says"."""

from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.issuing import ISSUING
from attrib.extraction.subjects.subjects import find_subject_before
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag

_FARTHEST_PARAGRAPHS = 4
_LONGEST_GIFT = 10
"""Tokens between a verb and the document: "sent the mayor of Sarn a letter"."""
_NEW = frozenset(("a", "an", "another"))
_ALIKE = (
    frozenset("ad advertisement advert commercial".split()),
    frozenset("lawsuit suit complaint".split()),
    frozenset("email e-mail".split()),
)
_MAKERS = Sort.PERSON | BODIES
_ANSWERING = frozenset("retorted responded answered countered replied back".split())
"""Before "with": "the union hit back with an advertisement"."""


def find_maker(page: Page, chunks: Chunks, mention: Range, head: str) -> Range | None:
    """Return who made a document, where it was told of as new before, or None.

    Args:
        page: The page.
        chunks: Its noun phrases.
        mention: Range of the words that name it now: "the letter".
        head: What it is called.
    """
    names = next((each for each in _ALIKE if head in each), frozenset((head,)))
    paragraph = page.paragraph_index(mention[0])
    low = page.paragraphs[max(0, paragraph - _FARTHEST_PARAGRAPHS)][0]
    for at in range(mention[0] - 1, low, -1):
        if page.norm(at) not in names or page.quotation_of[at] >= 0:
            continue
        start = chunks.start_of.get(at + 1)
        if start is not None and page.norm(start) in _NEW:
            return _maker(page, chunks, start, at + 1)
    return None


def _maker(page: Page, chunks: Chunks, start: int, end: int) -> Range | None:
    """Return who made "a letter", by the words behind it or by its verb."""
    floor, limit = page.sentence_at(start)
    if page.norm(end) in ("by", "from"):
        named = chunks.after(end + 1, limit)
        return named if named is not None and _may_make(page, named) else None
    verb = start - 1
    if page.norm(verb) == "with" and page.norm(verb - 1) in _ANSWERING:
        verb -= 1 + (page.norm(verb - 1) == "back")
    else:
        farthest = max(floor, start - _LONGEST_GIFT)
        while verb > farthest and page.norm(verb) not in ISSUING:
            if page.finite[verb] == "V":
                return None
            verb -= 1
    if verb <= floor or page.tags[verb] not in "zdq":
        return None
    while verb > floor and page.tags[verb - 1] in "HrM":
        verb -= 1
    if page.tags[verb - 1] in "Bt":
        return None
    subject = find_subject_before(page, chunks, verb, floor)
    if subject is None or not _may_make(page, subject.core):
        return None
    return subject.range


def _may_make(page: Page, named: Range) -> bool:
    """Say whether somebody is told apart: no "three guards", no "he"."""
    words = page.words[slice(*named)]
    is_counted = page.tags[named[0]] == Tag.NUMBER or page.norm(named[0]) in _NEW
    has_name = Tag.NAME in page.tags[slice(*named)]
    is_body = has_name or any(word.sorts & _MAKERS for word in words)
    return is_body and not is_counted
