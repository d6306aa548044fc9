"""Bodies, documents, groups of people, and whoever is left without a name."""

import functools

from attrib.extraction.mentions.persons import affiliation_of, is_spokesman
from attrib.extraction.mentions.readings import Reading, head_of, name_words
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind

_KINDS = (
    (Sort.INTELLIGENCE, SourceKind.INTELLIGENCE),
    (Sort.LAW, SourceKind.GOVERNMENT),
    (Sort.GOVERNMENT, SourceKind.GOVERNMENT),
    (Sort.MILITARY, SourceKind.MILITARY),
    (Sort.OUTLET, SourceKind.NEWS_OUTLET),
    (Sort.COMPANY, SourceKind.COMPANY),
    (Sort.ORGANISATION, SourceKind.ORGANISATION),
    (Sort.DOCUMENT, SourceKind.DOCUMENT),
    (Sort.PERSON, SourceKind.PERSON),
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_SOME = frozenset("one some many several most two three four five".split())
_PLURALS = frozenset("people police men women children".split())
"""Plurals without an "s"."""


def read_thing(page: Page, start: int, head: int, end: int) -> Reading:
    """Read a body, a document, a group of people or somebody left unnamed.

    Args:
        page: The page.
        start: First token of the noun phrase, without its article.
        head: The noun that it is about.
        end: Index just after its last token.
    """
    words, tags = page.words, page.tags
    if page.norm(head + 1) == "of" and (
        tags[head] == Tag.NUMBER or page.norm(head) in _SOME
    ):
        begin = head + 2
        while begin < end - 1 and tags[begin] in "T$":
            begin += 1
        head = head_of(page, begin, end) if begin < end else head
    sorts = words[head].sorts
    if not sorts:
        with_sort = [at for at in range(start, head) if words[at].sorts]
        sorts = words[with_sort[-1]].sorts if with_sort else Sort.NONE
    has_name = Tag.NAME in tags[start : head + 1] or _is_titled(page, head, end)
    is_noun = tags[head] == Tag.NOUN or bool(words[head].sorts)
    noun = page.norm(head)
    has_ending = noun[-1:] == "s" and noun[-2:] != "ss"  # "actress"
    is_plural = is_noun and (has_ending or noun in _PLURALS)
    is_news = bool(sorts & Sort.OUTLET) and page.norm(head - 1) == "news"
    kind = SourceKind.NEWS_OUTLET if is_news else _kind_of(sorts)  # "a news agency"
    is_person = bool(sorts & (Sort.PERSON | Sort.CROWD | Sort.ANONYMOUS)) and not (
        sorts & (BODIES | Sort.DOCUMENT) and has_name
    )
    is_number = tags[start] == Tag.NUMBER or page.norm(start + 1) == "of"
    is_counted = is_number and head > start
    count = _count(page.norm(start)) if is_counted else None
    is_plural = is_plural and count != 1
    is_named = has_name and not is_person and not sorts & Sort.DAY
    stop = end
    while stop > head + 1 and not words[stop - 1].is_capital:
        stop -= 1  # "Institute for Harbour Studies in the north"
    affiliation = None
    if is_person:
        affiliation = affiliation_of(page, start, end)
    is_spoken_for = affiliation is not None and is_spokesman(page, head)
    return Reading(
        page.say_plainly((start, end)),
        name_words(page, (start, stop if is_named else end)),
        kind=SourceKind.CROWD if is_person and is_plural else kind,
        is_named=is_named,
        is_anonymous=is_person and not is_spoken_for,
        is_plural=is_plural,
        affiliation=affiliation,
        count=count,
        head=page.norm(head),
    )


@functools.cache
def _kind_of(sorts: int) -> SourceKind:
    return next((kind for sort, kind in _KINDS if sorts & sort), SourceKind.UNKNOWN)


def _is_titled(page: Page, head: int, end: int) -> bool:
    """Say whether capitals make a name of nouns: "Institute for Harbour Studies"."""
    after = head + 2
    while after < end and page.tags[after] in "T$":
        after += 1
    return after < end and page.words[head].is_capital and page.words[after].is_capital


def _count(number: str) -> int | None:
    """Return how many a number before a noun counts; years count nobody."""
    if number.isdecimal() and number.isascii() and len(number) < 4:
        return int(number) or None
    return _NUMBERS.get(number)
