"""News outlets: by their names, and by the words around a name."""

import re

from attrib.extraction.mentions.persons import is_name
from attrib.extraction.mentions.readings import Reading, has_sort, name_words
from attrib.extraction.pages.page import CLITICS, Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind

_PAPERS = frozenset("newspaper magazine newswire tabloid".split())
ANY_OUTLETS = frozenset("media press news outlets newspapers channels".split())
"""Outlets in general: nobody in particular passed it on."""
_POSTS = frozenset(("post", "dispatch"))
"""What is posted or sent, unless it is a name: "told the Post"."""
_STATIONS = frozenset("tv television radio broadcaster".split())
_LIKE_OUTLET = re.compile(
    r"""
    [A-Z]\w{3,}(?:news|post|wire|times|radio)  # "Harbournews", "Ferrypost"
    | [A-Z]\w*(?:News|Post|Times|Radio|TV)     # "HarbourNews"
    | (?![DR]NA)[A-Z]{1,3}NA                   # a national news agency, not "DNA"
    | [KW][A-Z]{2,3}-(?:TV|FM|AM)              # a call sign
    | [A-Z]\w+\.(?:com|net|org|ru|ua|co)(?:\.[a-z]{2})?
    """,
    re.VERBOSE,
)
"""Single words that are written as the names of outlets are."""
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}")
_ACRONYM = re.compile("[A-Z]{2,4}")
_LONGEST_NAME = 4
_SECTIONS = frozenset(
    """
    business digital entertainment international live magazine news online opinion
    politics radio sport sports tech television travel tv weather world
    """.split()
)
"""What an outlet calls its parts: they are the outlet."""
_NEWS_HOUSES = frozenset("agency outlet portal service site website".split())
_OUTLET_TAILS = frozenset(
    "agency channel magazine network news newspaper newswire outlet website".split()
)


def read_outlet(page: Page, start: int, end: int) -> Reading | None:
    """Read a news outlet: "Norway's Harbour Post newspaper", "the daily Klabauter"."""
    outlets = page.lexicon.outlets
    stop = end
    while stop > start + 1 and page.norm(stop - 1) in _OUTLET_TAILS:
        stop -= 1
    lasts: tuple[int, ...] = (stop, end)
    if page.words[end - 1].is_capital:
        lasts = (end, stop)
    while stop > start + 1 and page.words[stop - 1].norm in _SECTIONS:
        stop -= 1
        lasts = (*lasts, stop)  # "BBC Travel"
    firsts = [
        at
        for at, word in enumerate(page.words[start:end], start)
        if word.may_begin_outlet and word.is_capital
    ]
    for last in dict.fromkeys(lasts) if firsts else ():
        for first in firsts:
            if first >= last:
                break
            name = page.say_plainly((first, last)).replace("’", "'")
            if name.lower() in outlets:
                if not _may_precede_outlet(page, start, first):
                    return None
                return _outlet(page, name, (first, last))
    if is_like_outlet(page, (start, end)):
        return _outlet(page, page.say((start, end)), (start, end))
    is_named_news = page.norm(end - 1) == "news" and all(
        page.tags[at] == Tag.NUMBER or (word.is_capital and is_name(page, at))
        for at, word in enumerate(page.words[start:end], start)
    )
    if is_named_news and 1 < end - start <= _LONGEST_NAME:
        return _outlet(page, page.say_plainly((start, end)), (start, end))
    tail = _tail(page, start, end)
    if tail < end:
        begin = tail
        while begin > start and is_name(page, begin - 1):
            begin -= 1
        place = (begin, tail)  # "the Harbour Post newspaper"
        is_country = page.say_plainly(place).lower() in page.lexicon.knowledge.countries
        is_person = bool(page.words[tail - 1].sorts & Sort.PERSON)
        if begin < tail and not is_person and not is_country:
            return _outlet(page, page.say_plainly(place), place)
    return _read_called(page, start, end)


def _tail(page: Page, start: int, end: int) -> int:
    """Return where "newspaper" or "news website" begins that a name ends with."""
    if page.words[end - 1].is_capital:
        return end
    if page.norm(end - 1) in _PAPERS:
        return end - 1
    is_news = end - start > 2 and page.norm(end - 2) == "news"
    return end - 2 if is_news and page.norm(end - 1) in _NEWS_HOUSES else end


def is_like_outlet(page: Page, place: Range) -> bool:
    """Say whether a word is written as the names of outlets are: "Harbournews.com".

    Args:
        page: The page.
        place: Range of the word.
    """
    is_name = place[1] - place[0] == 1 and page.words[place[0]].is_capital
    return is_name and _LIKE_OUTLET.fullmatch(page.say(place)) is not None


def _read_called(page: Page, start: int, end: int) -> Reading | None:
    """Read an outlet by the noun before its name: "the news agency Klabauter"."""
    begin = end
    while begin > start and is_name(page, begin - 1):
        begin -= 1
    if not start < begin < end or page.words[begin - 1].is_capital:
        return None
    sorts = page.words[begin - 1].sorts
    is_agency = page.norm(begin - 1) == "agency" and page.norm(begin - 2) == "news"
    if not is_agency and (not sorts & Sort.OUTLET or sorts & Sort.GOVERNMENT):
        return None
    if any(page.tags[at] in "It" for at in range(start, begin)):
        return None
    if has_sort(page, begin, end, Sort.PERSON | Sort.TITLE | Sort.GIVEN):
        return None
    return _outlet(page, page.say_plainly((begin, end)), (begin, end))


def _may_precede_outlet(page: Page, start: int, first: int) -> bool:
    """Say whether words may stand before an outlet's name: "Canada's", "the daily".

    "A reporter of the Times" is a reporter, and "Ada Sun" a person.
    """
    if any(page.tags[at] not in "pnj$" for at in range(start, first)):
        return False
    if first == start or not is_name(page, first - 1):
        return True
    before = page.words[first - 1]
    if before.norm in _OUTLET_TAILS:
        return True  # "the Information Agency Klabauter"
    return not before.is_capital or before.norm in page.lexicon.knowledge.countries


def _outlet(page: Page, name: str, place: Range) -> Reading:
    return Reading(
        name,
        name_words(page, place),
        kind=SourceKind.NEWS_OUTLET,
        is_named=True,
        head=page.norm(place[1] - 1),
        known=page.lexicon.knowledge.find(name),
    )


def is_outlet(page: Page, mention: Range, reading: Reading) -> bool:
    """Say whether a mention names a news outlet, or somebody of one.

    "Baltic Wire", "the newspaper", "state television", "the Post's Ann Lee" and "Ann
    Lee of the Post" do; "the media" and "reporters" are anybody.
    """
    words = [page.words[at] for at in range(*mention)]
    if words[-1].norm in _POSTS and not words[-1].is_capital:
        return False  # "a Twitter post"
    is_long = len(words) > 1 and not words[0].tags.startswith("T")
    if page.norm(mention[1] - 1) in _STATIONS or (reading.head == "media" and is_long):
        return is_long and words[0].norm != "local"
    if reading.kind is SourceKind.NEWS_OUTLET:
        if reading.is_named:
            return True
        is_one = bool(page.lexicon.words[reading.head].sorts & Sort.OUTLET)
        return is_one and reading.head not in ANY_OUTLETS  # no "press conference"
    if not reading.known and not reading.is_person:
        is_sign = len(words) == 1 and _CALL_SIGN.fullmatch(reading.name)
        if is_sign or is_titled(page, *mention) or _is_told(page, mention):
            return True
    is_named = any(word.sorts & Sort.OUTLET and word.is_capital for word in words)
    if reading.is_named and reading.kind is not SourceKind.PERSON:
        return any(word.sorts & Sort.OUTLET for word in words)
    body = reading.affiliation
    if body is not None and (is_named or body.lower() in page.lexicon.outlets):
        return True
    return is_named and any(word.norm in CLITICS for word in words)


def _is_told(page: Page, mention: Range) -> bool:
    """Say whether somebody told an acronym without an article: "told CEN".

    Bodies have one ("told the HSA"), but for those whose acronyms are words.
    """
    start, end = mention
    is_acronym = end - start == 1 and _ACRONYM.fullmatch(page.say(mention))
    return bool(is_acronym) and start > 0 and page.norm(start - 1) in ("told", "tells")


def is_titled(page: Page, start: int, limit: int) -> bool:
    """Say whether a title with its article begins at a token: "told The Harbour"."""
    if start + 1 >= limit or page.norm(start) != "the":
        return False
    if page.sentence_at(start)[0] == start or page.tags[start + 1] == Tag.NOUN:
        return False
    form = page.say((start, start + 1))
    return form == "The" and page.words[start + 1].is_capital


def without_day(page: Page, mention: Range) -> Range:
    """Return a mention without a time that stands behind it: "the Times last May"."""
    start, end = mention
    is_day = bool(page.words[end - 1].sorts & Sort.DAY)
    if is_day and page.lexicon.is_outlet(page.say_plainly(mention)):
        return mention  # "Business Week"
    for at in range(start + 1, end - 1):
        if page.tags[at] == Tag.GERUND and page.tags[at + 1] in "T$":
            end = at  # "the Times marking his return"
            break
    while end - 1 > start and (
        page.words[end - 1].sorts & Sort.DAY
        or page.norm(end - 1) in ("last", "this", "earlier", "early", "late")
    ):
        end -= 1
    return start, end
