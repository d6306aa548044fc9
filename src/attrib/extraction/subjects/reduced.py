"""Subjects with a clause behind them that has no "who": "the experts I met said"."""

from attrib.extraction.mentions.attachments import opens_clause
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag


def find_described(page: Page, chunks: Chunks, at: int, floor: int) -> Range | None:
    """Return "the experts" of "the experts I met said": it is not I who said so.

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Where the verb begins.
        floor: Index that the subject may not begin before.
    """
    verb = at - 1
    verb -= page.tags[verb] in "tI"  # "the guards we spoke to said"
    if verb - 2 < floor or page.tags[verb] not in "dzvq":
        return None
    pronoun = verb - 1
    while pronoun > floor and page.tags[pronoun] in "rHDM":
        pronoun -= 1
    if page.tags[pronoun] != Tag.SUBJECT:
        return None
    if page.tags[at] not in "zdH" and not page.words[at].is_saying:
        return None
    head = chunks.before(pronoun, floor)
    if head is None or chunks.is_day(*head) or not opens_clause(page, head[0], floor):
        return None
    return head
