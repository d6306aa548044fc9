"""Descriptions: what stands beside a noun phrase, and whether it belongs to it."""

from attrib.extraction.mentions.calling import CALLED, find_name_end
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.joining import is_body_of_fields, with_shared_noun
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag

_LONGEST_PARENTHESIS = 8
_LONGEST_PLACE = 4
_MOST_APPOSITIVES = 3
_LONGEST_APPOSITIVE = 40
_LONGEST_PARTICIPLE = 8
QUOTED = frozenset(("quoted", "cited"))
"""Participles behind which stands who passed it on, not what describes."""
_ASIDES = frozenset("example instance part turn contrast response reply".split())
"""What ends an aside between a subject and its verb: "for her part", "in turn"."""


def is_aside(page: Page, start: int, stop: int) -> bool:
    """Say whether words between two commas tell nothing of a person: "for example"."""
    if not page.tags[start:stop].strip("r"):
        return True
    words = page.norms((start, stop))
    return words[0] in ("for", "in") and words[-1] in _ASIDES


def with_appositive_after(
    page: Page, chunks: Chunks, phrase: Range, limit: int
) -> Range:
    """Return a noun phrase with what describes it behind it.

    "the mayor, a poet," and "the mayor (North), who fled," are whole, and so is "a poll
    taken last week"; in "the mayor, the port had closed" what follows the comma is a
    clause of its own.

    Args:
        page: The page.
        chunks: Its noun phrases.
        phrase: The noun phrase.
        limit: Index that the appositive may not reach beyond.
    """
    start, end = phrase
    for _ in range(_MOST_APPOSITIVES):
        further = _end_behind(page, chunks, end, limit)
        if further == end:
            break
        end = further
    return start, end


def _end_behind(page: Page, chunks: Chunks, end: int, limit: int) -> int:
    """Return where one description behind a noun phrase ends; `end` without one."""
    if end + 1 >= limit:
        return end
    if page.norm(end) in CALLED:
        stop = end + 1
        while stop < limit and page.words[stop].is_capital:
            stop += 1
        return stop if stop > end + 1 else end  # "a doctor named Ada Lind"
    if page.norm(end) == "who":
        return find_name_end(page, end, limit) or end
    tag = page.tags[end]
    if tag == Tag.OPEN:
        close = page.tags.find(Tag.CLOSE, end, min(limit, end + _LONGEST_PARENTHESIS))
        return end if close < 0 else close + 1
    # "data previously provided by the port", not "the mayor previously said"
    is_made = tag == Tag.ADVERB and page.norm(end + 2) == "by"
    made = end + is_made
    if page.tags[made] in "qd" and page.norm(made) not in QUOTED:
        stop = _end_of_participle(page, chunks, made, limit)
        return stop if stop > made else end
    if tag != Tag.COMMA:
        return end
    first = end + 1
    if page.tags[first] == Tag.ADVERB:
        first += 1  # "Lind, now the mayor"
    if first >= limit:
        return end
    is_relative = page.tags[first] == Tag.WH or page.norm(first) == "whose"
    if not is_relative and page.tags[first] not in "T$npj#":
        return end
    stop = _comma_behind(page, first, limit)
    inside = page.tags[first:stop]
    if Tag.QUOTATION_MARK in inside or stop - end > _LONGEST_APPOSITIVE:
        return end
    if is_relative:
        return stop
    who = page.tags.find(Tag.WH, first, stop)
    if who < 0 or page.norm(who) == "that":
        who = stop
    before_relative = page.tags[first:who]  # "a guard who saw it"
    describes = (
        page.norm(first) in ("a", "an")
        or not before_relative.strip("#")
        or any(page.words[at].sorts for at in range(first, stop))
    )
    is_clause = any(tag in "zdMBH" for tag in before_relative)
    return stop if describes and not is_clause else end


def _comma_behind(page: Page, start: int, limit: int) -> int:
    """Return the comma that ends an appositive, or where its sentence ends."""
    tags = page.tags
    stop = tags.find(Tag.COMMA, start, min(limit, start + _LONGEST_APPOSITIVE))
    while 0 <= stop < limit - 2 and _is_place_comma(page, stop):
        stop = tags.find(Tag.COMMA, stop + 1, min(limit, stop + _LONGEST_PLACE))
    return limit if stop < 0 else stop


def _end_of_participle(page: Page, chunks: Chunks, start: int, limit: int) -> int:
    """Return the end of "taken last week" or "released by the port", or `start`."""
    end = start + 1
    for _ in range(_LONGEST_PARTICIPLE):
        link = end + (page.tags[end] in "It" if end < limit else 0)
        further = chunks.end_of.get(link)
        is_day = further is not None and chunks.is_day(link, further)
        if further is None or further > limit or not (is_day or link > end):
            break
        end = further
    return end if end > start + 1 else start


def _is_place_comma(page: Page, at: int) -> bool:
    """Say whether a comma stands inside a place: "a broker in Tarn, Norway, who"."""
    tags = page.tags
    stop = tags.find(Tag.COMMA, at + 1, at + _LONGEST_PLACE)
    if stop < 0 or tags[at + 1 : stop].strip(Tag.NAME):
        return False
    first = at
    while first and tags[first - 1] == Tag.NAME:
        first -= 1
    return first < at and tags[first - 1] == Tag.PREPOSITION


def with_partner(page: Page, chunks: Chunks, source: Range, limit: int) -> Range:
    """Return "police and two witnesses" where only "police" was found.

    Not in "according to police and two men fled": a verb stands behind the second.

    Args:
        page: The page.
        chunks: Its noun phrases.
        source: Range of the noun phrase.
        limit: Index that the source may not reach beyond.
    """
    source = with_shared_noun(page, source, limit)
    if page.norm(source[1]) != "and":
        return source
    partner = chunks.after(source[1] + 1, limit)
    if partner is None:
        return source
    end = partner[1]
    if page.tags[end : end + 1] == Tag.OPEN:  # "of Health and Human Services (HHS)"
        end = page.tags.find(Tag.CLOSE, end, limit) + 1 or end
    is_whole = end == limit or page.tags[end] == Tag.COMMA
    is_body = is_body_of_fields(page, (source[0], partner[1]))
    return (source[0], end) if is_whole or is_body else source
