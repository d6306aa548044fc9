"""What a mention says of its source, as a value."""

import functools
import re

import attrs

from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import Source, SourceKind

_PERSON, _UNKNOWN = SourceKind.PERSON, SourceKind.UNKNOWN
"""Here they are asked often, and take a while to reach in their enum."""


@attrs.define(eq=False)
class Reading:
    """What a mention says of its source.

    It is complete once `read_mention` returns it, and never changed from then on.

    Attributes:
        name: The name, or the description of one who is not named.
        words: The words of the name, folded to lower case.
        kind: What sort of thing it is.
        is_named: Whether it has a name, not a description alone.
        is_anonymous: Whether the text leaves it unnamed.
        is_definite: Whether it points back ("the ministry", "intelligence").
        is_plural: Whether it is more than one.
        pronoun: The pronoun, folded to lower case, or "".
        role: Office or title before the name, or None.
        affiliation: The body it speaks for or belongs to, or None.
        count: How many people it is, if that is said.
        head: The noun that says what it is, folded to lower case, or "".
        gender: `Sort.MALE`, `Sort.FEMALE`, or `Sort.NONE` where that is not said.
        known: The known sources that bear this name.
        owner: The pronoun of whose it is ("its notice"), or None.
        parts: Ranges of the mentions it is made of ("X and Y"), or none.
    """

    name: str
    words: frozenset[str]
    kind: SourceKind = SourceKind.UNKNOWN
    is_named: bool = False
    is_anonymous: bool = False
    is_definite: bool = False
    is_plural: bool = False
    pronoun: str = ""
    role: str | None = None
    affiliation: str | None = None
    count: int | None = None
    head: str = ""
    gender: int = Sort.NONE
    known: tuple[Source, ...] = ()
    owner: Range | None = None
    parts: tuple[Range, ...] = ()

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self.kind is _PERSON

    @property
    def may_be_person(self) -> bool:
        """Whether nothing tells that it is anything but one person."""
        return self.is_person or (
            self.kind is _UNKNOWN
            and self.is_named
            and not self.known
            and " " not in self.name
            and not self.name.isupper()
        )


def name_words(page: Page, name: Range) -> frozenset[str]:
    """Return the words of a name by which it is told from others."""
    start, end = name
    named = zip(page.words[start:end], page.tags[start:end], strict=True)
    return frozenset(
        [word.norm for word, tag in named if tag not in "TIC.$" and word.norm != "."]
    )


def without_article(page: Page, start: int, end: int) -> str:
    """Return the words of a range but for a leading article."""
    if start < end - 1 and page.tags[start] == Tag.DETERMINER:
        start += 1
    return page.say_plainly((start, end))


def has_sort(page: Page, start: int, end: int, sorts: int) -> bool:
    """Say whether a word of a range is of one of some sorts."""
    found = Sort.NONE
    for word in page.words[start:end]:  # any() takes twice as long
        found |= word.sorts
    return bool(found & sorts)


def link_of(page: Page, start: int, end: int) -> int:
    """Return the first preposition or "to" behind a phrase's first word, or its end.

    Args:
        page: The page.
        start: Its first token.
        end: Index just after its last token.
    """
    preposition = page.tags.find(Tag.PREPOSITION, start + 1, end)
    if preposition >= 0:
        end = preposition
    to = page.tags.find(Tag.TO, start + 1, end)
    return end if to < 0 else to


def head_of(page: Page, start: int, end: int) -> int:
    """Return the noun that a phrase is about: "people" of "people close to the talks".

    Args:
        page: The page.
        start: Its first token.
        end: Index just after its last token.
    """
    tags = page.tags
    link = link_of(page, start, end)
    head = link - 1
    if link < end:
        while head > start and tags[head] in "jqr" and not page.words[head].is_capital:
            head -= 1  # "obtained by", "familiar with"
    return head if tags[head] in "np#gv" or head == start else link - 1


def without_nickname(name: str) -> str:
    """Return "Bo Berg" of 'Bo "Red" Berg': so he is one person in every report.

    Args:
        name: The name.
    """
    return _nickname().sub(" ", name)


@functools.cache
def _nickname() -> re.Pattern[str]:
    return re.compile(r"\s[\"“‘'][^\"“”‘’']{1,30}[\"”’']\s")
