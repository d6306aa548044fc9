"""What is tied to a subject: times, counts, participles and examples."""

from attrib.extraction.mentions.readings import has_sort
from attrib.extraction.pages.chunks import WHICH_TIMES, Chunks
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag

_SAYERS = BODIES | Sort.PERSON | Sort.TITLE | Sort.CROWD | Sort.DOCUMENT
_TIMES_AND_PLACES = frozenset("during after before between following amid".split())
"""Prepositions that tell when, between a subject and its verb."""
_UNITS = frozenset(
    "seconds minutes hours days weeks months years moments hour day week month".split()
)
_TIME_LINKS = frozenset("on in at during over".split())
_HALVES = frozenset("am pm a.m. p.m.".split())
_TIMES = frozenset("time times past meantime moment".split())
"""Nouns that behind a preposition tell when: "the mayor in the past said"."""
_WITHIN = frozenset("of in at on within inside".split())
QUANTITIES = frozenset("some many most several few both all each any another".split())
"""Determiners that may stand for those who are counted: "most believe"."""
_OF_ALL = frozenset("even only neither both".split())
AMOUNTS = frozenset("more less fewer".split())
"""Words before "than" and an amount."""
_ABOUT = frozenset("about nearly almost roughly".split())
_NAMESAKES = frozenset("may jun june april jan august march".split())
"""Times that are names of people, too."""
FOR_EXAMPLE = frozenset(("including", "like", "as"))


def is_namesake(page: Page, at: int) -> bool:
    """Say whether a month is somebody's last name: "Ada May"."""
    if page.norm(at) not in _NAMESAKES:
        return False
    before = page.words[at - 1]
    return before.is_capital and not before.sorts & Sort.DAY


def past_time(
    page: Page, chunks: Chunks, found: Range | None, floor: int
) -> Range | None:
    """Return the subject where a time stands between it and its verb.

    "The newspaper this week reported", "figures to be published today show", "Norway
    last week denied". Nobody is named by the day of "met on Monday to discuss it".

    Args:
        page: The page.
        chunks: Its noun phrases.
        found: Range of the noun phrase.
        floor: Index that it may not begin before.
    """
    if found is None:
        return None
    start, end = found
    if start > floor and chunks.is_day(start, end):
        made = start - 1 - (page.norm(start - 1) in _TIME_LINKS)
        is_dated = made > floor and page.tags[made] in "qd"  # "published on Friday"
        named_end = made if is_dated else start
        if is_dated and page.tags[named_end - 2 : named_end] == "tB":
            named_end -= 2
        named = chunks.before(named_end, floor)
        if named is not None:
            return (named[0], end) if is_dated else named
        is_sole = end - start == 1 and page.norm(start) in _NAMESAKES
        if is_sole and (start == floor or page.tags[start - 1] in '",:C'):
            return found  # "“It rained,” May said"
        # "a report earlier this month"
        which = start + (page.norm(start) in WHICH_TIMES)
        if all(page.words[at].sorts & Sort.DAY for at in range(which, end)):
            return None
    head_end = end
    if head_end - start > 1 and page.lexicon.is_outlet(page.say_plainly(found)):
        return found  # "USA Today"
    while head_end - start > 1 and page.words[head_end - 1].sorts & Sort.DAY:
        if is_namesake(page, head_end - 1):
            break
        head_end -= 1
    is_last = head_end < end and page.norm(head_end - 1) in ("last", "this", "next")
    return start, max(start + 1, head_end - is_last)


def before_circumstance(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "the mayor" of "the mayor after a meeting with Berg said".

    Args:
        page: The page.
        chunks: Its noun phrases.
        found: Range of the noun phrase.
        floor: Index that it may not begin before.
    """
    link = found[0] - 1
    if link <= floor or page.norm(link) not in _TIMES_AND_PLACES:
        return found
    whole = chunks.before(link, floor)
    if whole is None or not opens_clause(page, whole[0], floor):
        return found
    is_time = page.norm(link - 1) in _UNITS  # "hours after the bishop said"
    return found if is_time else whole


def before_time(page: Page, chunks: Chunks, at: int, floor: int) -> int:
    """Return where a time begins that stands before a verb; `at` without one.

    So do auxiliaries before the time: "the mayor will at 3 pm local time speak".

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Index just after the phrase.
        floor: Index that it may not begin before.
    """
    start = chunks.start_of.get(at)
    while start is not None and page.norm(start - 1) in _HALVES:
        start -= 1 + (page.tags[start - 2] == Tag.NUMBER)
    if start is None or start - 2 < floor or page.norm(start - 1) not in _TIME_LINKS:
        return at
    is_time = page.norm(at - 1) in _TIMES or chunks.is_day(start, at)
    if not is_time:
        return at
    start -= 1
    while start - 1 > floor and page.tags[start - 1] in "MH":
        start -= 1
    return start


def behind_vehicle(page: Page, found: Range, floor: int) -> Range:
    """Return "Lind" of "in his speech Lind": no comma stands between the two.

    Args:
        page: The page.
        found: Range of the noun phrase.
        floor: Index that it may not begin before.
    """
    start, end = found
    if start <= floor or page.norm(start - 1) not in ("in", "at", "during"):
        return found
    nouns = page.lexicon.channels.nouns
    for at in range(start, end - 1):
        is_noun = page.tags[at] == Tag.NOUN and page.norm(at) in nouns
        if is_noun and not page.tags[at + 1 : end].strip(Tag.NAME):
            return at + 1, end
    return found


def behind_with(page: Page, found: Range) -> Range | None:
    """Return a guard of "watched the boats with a guard saying that", who says it.

    None where no such words are in a phrase, or what stands there says nothing.

    Args:
        page: The page.
        found: Range of the noun phrase before the -ing form.
    """
    start, end = found
    for at in range(end - 2, start, -1):
        if page.norm(at) == "with":
            is_source = has_sort(page, at + 1, end, _SAYERS)
            return (at + 1, end) if is_source or page.tags[at + 1] == Tag.NAME else None
    return None


def counted(page: Page, found: Range, floor: int) -> Range:
    """Return "fewer than ten" and "some of them" where only the end was found.

    Args:
        page: The page.
        found: Range of the noun phrase.
        floor: Index that it may not begin before.
    """
    start, end = found
    left = page.norm(start - 1) if start - 1 >= floor else ""
    further = page.norm(start - 2) if start - 2 >= floor else ""
    if (left == "than" and further in AMOUNTS) or (
        left in _WITHIN and further in QUANTITIES
    ):
        return start - 2, end  # "some of them", "some in the party"
    if left == "at" and page.norm(start) in ("least", "most"):
        return start - 1, end  # "at least 12 officials"
    if left == "to" and further == "up" and page.tags[start] == Tag.NUMBER:
        return start - 2, end
    is_far = start - 3 >= floor
    if is_far and left == "as" and further == "many":
        return start - 3, end  # "as many as 40 percent"
    if is_far and left == "of" and further == "out":
        start -= 3  # "nine out of ten"
        left = page.norm(start - 1) if start - 1 >= floor else ""
    if left in _ABOUT and page.tags[start] in "#T":
        return start - 1, end
    if left in _OF_ALL:
        return start - 1, end
    return start, end


def including(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "several outlets, including the Post" where only the Post was found.

    Args:
        page: The page.
        chunks: Its noun phrases.
        found: Range of the noun phrase.
        floor: Index that it may not begin before.
    """
    at = found[0] - 1
    if at - 1 <= floor or page.norm(at) not in FOR_EXAMPLE:
        return found
    if page.norm(at) == "as":
        at -= 1
        if page.norm(at) != "such":
            return found
    whole = chunks.before(at - (page.tags[at - 1] == Tag.COMMA), floor)
    return found if whole is None else (whole[0], found[1])


def opens_clause(page: Page, start: int, floor: int) -> bool:
    """Say whether a noun phrase stands first in its clause.

    Args:
        page: The page.
        start: Its first token.
        floor: Index that it may not begin before.
    """
    return start == floor or page.tags[start - 1] in ',.:=U"-C'


def is_fronted(page: Page, floor: int, start: int) -> bool:
    """Say whether only a time stands before a phrase: "On Monday, Norway and Sarn".

    Args:
        page: The page.
        floor: Where the sentence begins.
        start: The first token of the phrase.
    """
    if start - 2 <= floor or page.tags[start - 1] != Tag.COMMA:
        return False
    opening = page.norm(floor)
    is_timed = opening in _TIME_LINKS or opening in WHICH_TIMES
    has_day = any(word.sorts & Sort.DAY for word in page.words[floor : start - 1])
    is_year = not page.tags[floor + 1 : start - 1].strip(Tag.NUMBER)
    return is_timed and (has_day or is_year)


def past_day(page: Page, chunks: Chunks, at: int, floor: int) -> int:
    """Return where "on Monday" begins before "Norway and Sarn"; else the phrase.

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Where the phrase begins.
        floor: Index that what stands before it may not begin before.
    """
    day = chunks.before(at, floor)
    if day is None or not chunks.is_day(*day):
        return at
    start = day[0]
    start -= start > floor and page.tags[start - 1] == Tag.PREPOSITION
    while start > floor and page.tags[start - 1] == Tag.ADVERB:
        start -= 1  # "late on Monday"
    return start
