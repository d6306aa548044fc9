"""Times of the day that stand before a subject: "at 14:32 police said"."""

import functools
import re

from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag

_HALVES = frozenset("a.m. p.m. am pm hours hrs gmt utc cet est o'clock".split())
"""What stands behind the number of an hour."""
_BEFORE = frozenset("at by around about from before after until near".split())


@functools.cache
def _hour() -> re.Pattern[str]:
    """Return a pattern of "14.32" and "6.45"."""
    return re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def past_clock(page: Page, found: Range, floor: int) -> Range:
    """Return "police" of "14:32 police", "10 p.m. police" and "at 10.30 police".

    Args:
        page: The page.
        found: Range of a noun phrase.
        floor: Index that what stands before it may not begin before.
    """
    start, end = found
    if page.tags[start] != Tag.NUMBER:
        return found
    is_second = page.norm(start - 1) == ":" and page.tags[start - 2] == Tag.NUMBER
    first = start - 2 if is_second and start - 2 >= floor else start
    at = start + 1
    while at < end and page.norm(at) in _HALVES:
        at += 1
    is_hour = _hour().fullmatch(page.norm(start)) is not None
    is_time = first < start or at > start + 1 or is_hour
    is_at = first > floor and page.norm(first - 1) in _BEFORE
    return (at, end) if is_time and is_at and at < end else found
