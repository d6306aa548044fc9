"""What is looked for behind a time, a channel or a hearer: "that", a quotation."""

from attrib.extraction.contents.claims import begins_claim, is_claimed
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import (
    Opening,
    Right,
    is_pronoun_that,
    is_quotation_start,
)
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import Frame, Sort
from attrib.lexicon.tags import CLAUSE_VERBS, Tag

_TELLING = frozenset(("say", "tell"))
_LONGEST_SKIP = 30
_ASKED = frozenset("whether why how".split())
_SKIPPED = frozenset("Itr#")
_CITING = frozenset("citing quoting".split())
_WHERE = frozenset("in on at by during after before via across".split())
_LONGEST_TITLE = 8
"""So many tokens at most has a title in quotation marks, with them."""
_LONG_QUOTATION = 5
"""A quotation of more tokens, with a verb, is a content without any comma before it."""


def skip(page: Page, chunks: Chunks, group: Group, at: int, limit: int) -> Right | None:
    """Look past "on Tuesday", "in a statement to AFP" for "that" or a quotation.

    Behind a verb that may ask, a question is looked for, too.
    """
    asks = Frame.QUESTION in group.cue.frames
    is_telling = not _TELLING.isdisjoint(group.cue.classes)
    if page.norm(at) == "of" and begins_claim(page, chunks, at + 1, limit):
        return _behind_claim(page, at, limit)
    place = at
    is_bare = False  # a noun phrase that is no place: 'said the mayor "fled"'
    link = ""  # what ties the last noun phrase to the one before
    stop = min(limit, at + _LONGEST_SKIP)
    while place < stop:
        tag = page.tags[place]
        is_that = page.norm(place) == "that" and not is_pronoun_that(page, place)
        if place > at and is_that:
            if page.tags[place + 1 : place + 2] in CLAUSE_VERBS:
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
        is_announced = is_telling and page.norm(place) == ":" and place > at
        if is_announced and page.tags[at] in "It" and _is_sentence(page, place + 1):
            return Right(place + 1, Opening.CLAUSE)
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
        else:
            further = _pass(page, place, at, stop)
            if further is None:
                return None
            place = further
    return None


def _behind_claim(page: Page, at: int, limit: int) -> Right | None:
    """Return the quotation of 'said of the claim that it rained: "Nonsense."'."""
    colon = page.tags.find(Tag.COLON, at, limit)
    is_quoted = 0 <= colon < limit - 1 and is_quotation_start(page, colon + 1)
    return Right(colon + 1, Opening.QUOTATION, is_skipping=True) if is_quoted else None


def _pass(page: Page, place: int, at: int, stop: int) -> int | None:
    """Return where to look on behind a token that is no noun phrase, or None.

    Args:
        page: The page.
        place: The token.
        at: Where the search began.
        stop: Index that it may not reach beyond.
    """
    tag = page.tags[place]
    if page.norm(place) in _CITING and page.tags[place - 1] == Tag.COMMA:
        comma = page.tags.find(Tag.COMMA, place, stop)
        return None if comma < 0 else comma  # "on Monday, citing two officials, that"
    if tag == Tag.OPEN:
        close = page.tags.find(Tag.CLOSE, place, stop)
        return None if close < 0 else close + 1  # "in a letter to the union (UFD) that"
    is_passed = (
        (tag in "qd" and _describes(page, place))  # "in a statement carried by Norr"
        or tag in _SKIPPED
        or (tag in ",:" and place > at)
        or page.norm(place) == "following"  # "said following a vote that"
        or page.tags[place - 1 : place + 2] == "rCr"  # "said again and again that"
    )
    if tag == Tag.GERUND and page.tags[place - 1] == Tag.PREPOSITION:
        # "said before leaving the town that", not "accused Berg of saying that"
        is_passed = page.norm(place - 1) != "of"
    return place + 1 if is_passed else None


def _is_sentence(page: Page, at: int) -> bool:
    """Say whether a sentence of its own begins behind a colon: "in a post: It is".

    A list does not: "named three towns: Sarn, Harwick and Norr".
    """
    if at >= len(page) or page.quotation_of[at] >= 0:
        return False
    if not page.text[page.tokens.starts[at]].isupper():
        return False
    end = min(page.sentence_at(at)[1], at + _LONGEST_SKIP)
    comma = page.tags.find(Tag.COMMA, at, end)
    return "V" in page.finite[at : end if comma < 0 else comma]


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
    has_verb = not CLAUSE_VERBS.isdisjoint(page.tags[first:last])
    return has_verb and last - first > _LONG_QUOTATION + 2
