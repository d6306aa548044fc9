"""What is looked for behind a time, a channel or a hearer: "that", a quotation."""

from attrib.extraction.chunks import Chunks
from attrib.extraction.claims import is_claimed
from attrib.extraction.groups import Group
from attrib.extraction.openings import (
    Opening,
    Right,
    is_pronoun_that,
    is_quotation_start,
)
from attrib.extraction.page import Page
from attrib.lexicon.entries import Frame, Sort
from attrib.lexicon.tags import Tag

_LONGEST_SKIP = 30
_ASKED = frozenset("whether why how".split())
_VERBAL = frozenset("zdvMBHD")
_SKIPPED = frozenset("Itr#")
_CITING = frozenset("citing quoting".split())
_WHERE = frozenset("in on at by during after before via across".split())
_RELATIVE = tuple("zdvBHDM")
"""Tags of the verb behind a "that" which is its subject."""
_LONGEST_TITLE = 8
"""So many tokens at most has a title in quotation marks, with them."""
_LONG_QUOTATION = 5
"""A quotation of more tokens, with a verb, is a content without any comma before it."""


def skip(page: Page, chunks: Chunks, group: Group, at: int, limit: int) -> Right | None:
    """Look past "on Tuesday", "in a statement to AFP" for "that" or a quotation.

    Behind a verb that may ask, a question is looked for, too.
    """
    asks = Frame.QUESTION in group.cue.frames
    place = at
    is_bare = False  # a noun phrase that is no place: 'said the mayor "fled"'
    link = ""  # what ties the last noun phrase to the one before
    while place < min(limit, at + _LONGEST_SKIP):
        tag = page.tags[place]
        is_that = page.norm(place) == "that" and not is_pronoun_that(page, place)
        if place > at and is_that:
            if page.tags[place + 1 : place + 2] in _RELATIVE:
                return None  # "issued two orders that contradict each other"
            if is_claimed(page, chunks, place):
                return None  # "told us, despite her claim that": the claim's content
            if link == "about":
                return None  # "told her about the boat that sank"
            return Right(place, Opening.THAT, is_skipping=True)
        if asks and place > at and page.norm(place) in _ASKED:
            if is_bare or page.tags[place - 1] in "Ir":
                return None  # "voiced concern about how", "told exactly how"
            return Right(place, Opening.QUESTION, is_skipping=True)
        if is_quotation_start(page, place):
            before = page.tags[place - 1]
            is_long = not is_bare and _is_long_quotation(page, place)
            if place > at and (before in ",:" or is_long):
                return Right(place, Opening.QUOTATION, is_skipping=True)
            end = page.whole_quotation(place)[1]
            if before != Tag.PREPOSITION or end - place > _LONGEST_TITLE:
                return None
            place = end  # 'in an interview with "Sarn Tonight" that'
        elif place in chunks.end_of and tag not in "S":
            link = page.norm(place - 1)
            is_bare |= place == at or link not in _WHERE
            place = chunks.end_of[place]
        elif not is_bare and _is_joined(page, chunks, place, link):
            place += 1  # "said in May and in June that"
        elif tag in "qd" and _describes(page, place):
            place += 1  # "in a statement carried by the agency", "published on Friday"
        elif page.norm(place) in _CITING and page.tags[place - 1] == Tag.COMMA:
            stop = page.tags.find(Tag.COMMA, place, min(limit, at + _LONGEST_SKIP))
            if stop < 0:
                return None
            place = stop  # "on Monday, citing two officials, that"
        elif tag in _SKIPPED or (tag in ",:" and place > at):
            place += 1
        elif tag == Tag.GERUND and page.tags[place - 1] == Tag.PREPOSITION:
            if page.norm(place - 1) == "of":
                return None  # "accused Berg of saying that"
            place += 1  # "said before leaving the town that"
        elif tag == Tag.OPEN:
            stop = page.tags.find(Tag.CLOSE, place, min(limit, at + _LONGEST_SKIP))
            if stop < 0:
                return None
            place = stop + 1  # "in a letter to the union (UFW) that"
        elif (
            page.norm(place) == "following" or page.tags[place - 1 : place + 2] == "rCr"
        ):
            place += 1  # "said following a vote that", "said again and again that"
        else:
            return None
    return None


def _describes(page: Page, at: int) -> bool:
    """Say whether a participle describes what stands before it: "published on"."""
    following = at + 1 + (page.tags[at + 1 : at + 2] == Tag.PREPOSITION)
    return (
        page.norm(at + 1) == "by"
        or page.norm(at - 1) in page.lexicon.channels.nouns
        or bool(page.words[at - 1].sorts & Sort.DOCUMENT)
        or (following < len(page) and bool(page.words[following].sorts & Sort.DAY))
    )


def _is_joined(page: Page, chunks: Chunks, at: int, link: str) -> bool:
    """Say whether "and" joins two phrases: "in May and June", "in Sarn and on TV"."""
    is_behind = bool(link) and at in chunks.start_of
    following = at + 1 + (page.tags[at + 1 : at + 2] == Tag.PREPOSITION)
    return page.norm(at) in ("and", "or") and is_behind and following in chunks.end_of


def _is_long_quotation(page: Page, at: int) -> bool:
    """Say whether a quotation holds a clause, not a name or a word."""
    first, last = page.whole_quotation(at)
    has_verb = not _VERBAL.isdisjoint(page.tags[first:last])
    return has_verb and last - first > _LONG_QUOTATION + 2
