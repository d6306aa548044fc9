"""Lists of names that are one subject: "Norway, Sarn and Harwick said"."""

from attrib.extraction.mentions.attachments import is_fronted, past_day
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.joining import is_body_of_fields
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag

_MOST_LISTED = 6


def find_list(page: Page, chunks: Chunks, found: Range, floor: int) -> int:
    """Return where "Norway, Sarn and Harwick" begins, which opens its clause.

    Args:
        page: The page.
        chunks: Its noun phrases.
        found: Range of the last two.
        floor: Index that the list may not begin before.
    """
    start, end = found
    begin, are_names = start, True
    for _ in range(_MOST_LISTED):
        before = chunks.before(begin - 1, floor) if begin > floor else None
        if before is None or page.tags[begin - 1] != Tag.COMMA:
            break
        if is_body_of_fields(page, (before[0], end)):
            return before[0]
        if chunks.is_day(*before) or not page.words[before[1] - 1].is_capital:
            break  # "On Monday, Norway and Sarn"
        are_names = are_names and not page.tags[slice(*before)].strip("Tp")
        begin = before[0]
    is_open = past_day(page, chunks, begin, floor) == floor
    is_open = is_open or is_fronted(page, floor, begin)
    return begin if are_names and is_open else start
