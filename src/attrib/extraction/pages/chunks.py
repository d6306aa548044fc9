"""Noun phrases, read from the string of tags."""

import functools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Sort
from attrib.text.expressions import DAYS

_LONGEST_STEPS = 8
"""Phrases joined into one noun phrase at most: time stays linear in the text."""
_LINKS = frozenset(
    """
    of for from in into at on with to by near inside within among against under behind
    """.split()
)
"""Prepositions that tie a phrase to the noun phrase before it."""


_POSTMODIFIERS = frozenset(
    "familiar close briefed involved acquainted privy aware based opposed loyal".split()
)
"""Words behind a noun that a preposition ties to it: "people briefed on the talks"."""
_TIMES_WHEN = frozenset("time times moment way reason day week month year".split())
"""Nouns behind which a clause without "that" tells which of them it is."""
CHARGES = frozenset(
    "charge charges claim claims allegation allegations accusation accusations".split()
)
"""Nouns for what has been said: "a charge Norway denies"."""
WHICH_TIMES = frozenset("this last next".split())
"""Words that tell which day or week is meant."""
_TIES = _LINKS | _POSTMODIFIERS


@functools.cache
def _year() -> re.Pattern[str]:
    return re.compile("(?:1[89]|20)[0-9]{2}")


@functools.cache
def _chunk() -> re.Pattern[str]:
    # T          the, all the
    # jC         current and (former officials)
    # r?[jqg]    very senior, elected, leading
    # [np#$]     nouns, names, numbers, and possessives between them
    # Behind a noun a participle is a verb ("the master told"), unless a possessive
    # stands before it ("the mayor's elected deputies").
    # What is most frequent is tried first, and repeats of one character are faster
    # than those of a group. The bounds keep time linear; possessive quantifiers would,
    # too, but the re module of CPython 3.11.2 reads groups of them wrongly.
    return re.compile(
        r"""
        (?=[TjrqgnpSOW\#$])  # all other tags are passed over at once
        (?:
          [SOW]
        | T{0,3}
            (?: [np#$]+ | (?:(?<![Br])jC(?=j[jnp]))?(?:r?[jqg]){1,6}[np#$]+ )
            (?: (?: (?<=\$)(?:r?[jqg]){1,4} | [jg] ) [np#$]+ )*
        | T{1,3}(?:r?[jqg]){1,6}
        )
        """,
        re.VERBOSE,
    )


@attrs.frozen(eq=False)
class Chunks:
    """The noun phrases of a page without what is attached to them.

    Attributes:
        page: The page.
        end_of: Begin of a phrase to its end.
        start_of: End of a phrase to its begin.
        days: The tokens that name a time.
    """

    page: Page
    end_of: Mapping[int, int]
    start_of: Mapping[int, int]
    days: frozenset[int]

    def before(self, end: int, floor: int) -> Range | None:
        """Return the whole noun phrase that ends at a token, going left.

        Phrases tied to it by prepositions belong to it ("the mayor of the city").

        Args:
            end: Index just after its last token.
            floor: Index that it may not begin before.
        """
        start = self.start_of.get(end)
        if start is None or start < floor:
            return None if start is None or end <= floor else (floor, end)
        for _ in range(_LONGEST_STEPS):
            link = start - 1
            if link - 1 < floor or self.page.norm(link) not in _LINKS:
                break
            if self.page.norm(link - 1) in _POSTMODIFIERS:
                link -= 1  # "people familiar with the matter"
            outer = self.start_of.get(link)
            if outer is None or outer < floor or self.is_day(outer, link):
                break
            if self.is_day(start, end):
                end = link  # "the company on Tuesday announced"
            start = outer
        return start, end

    def after(self, start: int, ceiling: int) -> Range | None:
        """Return the whole noun phrase that begins at a token, going right.

        Args:
            start: Index of its first token.
            ceiling: Index that it may not reach beyond.
        """
        end = self.end_of.get(start)
        if end is None or end > ceiling:
            return None if end is None or start >= ceiling else (start, ceiling)
        if self.page.norm(end) not in _TIES:
            return start, end
        for _ in range(_LONGEST_STEPS):
            link = end
            if self.page.norm(link) in _POSTMODIFIERS:
                link += 1
            if link + 1 >= ceiling or self.page.norm(link) not in _LINKS:
                break
            further = self.end_of.get(link + 1)
            if further is None or further > ceiling:
                break
            if self.is_day(link + 1, further):
                break
            end = further
        return start, end

    def is_day(self, start: int, end: int) -> bool:
        """Say whether a phrase is a time ("Tuesday", "November 20")."""
        days = self.days
        for at in range(start, end if end < start + 3 else start + 3):
            if at in days:
                return True
        return False


def find_chunks(page: Page) -> Chunks:
    """Return the noun phrases of a page; a word of time ends or begins one."""
    end_of: dict[int, int] = {}
    start_of: dict[int, int] = {}
    begins = {first for first, _ in page.sentences}
    tags, norm = page.tags, page.norm
    days = page.find(page.lexicon.days) + _find_years(page)
    edges = _find_edges(page, days)
    cursor = 0
    for found in _chunk().finditer(tags):
        start, end = found.span()
        lead = start
        if tags[start] == "r" and tags[max(0, start - 1)] in "HB":
            lead += 1  # "has repeatedly denied wrongdoing", not "newly released data"
        if tags[lead] in "gq" and end - lead > 1:
            # "telling reporters" is a verb and its object, "leading experts" is not.
            end_of[lead + 1] = end
            if page.words[lead].cue is not None and not _is_told(page, lead):
                start = lead + 1
        elif (before := norm(start - 1)) == "one" or (
            before == "no" and norm(start) == "one"
        ):
            start -= 1  # "one report", "no one"; alone it is a pronoun
        if end - start > 2 and tags[start + 1] == "q" and _is_floating(page, start):
            start += 2  # "the mayor and the minister both said on Monday"
        while edges[cursor] <= start:
            cursor += 1
        if edges[cursor] < end:
            for first, last in _find_parts(page, start, end, begins):
                end_of[first], start_of[last] = last, first
        else:
            end_of[start], start_of[end] = end, start
    return Chunks(page, end_of, start_of, frozenset(days))


def _find_parts(
    page: Page, start: int, end: int, begins: Collection[int]
) -> Iterator[Range]:
    """Yield the phrases that what looks like one falls into, the last one first."""
    words, tags = page.words, page.tags
    for at in range(end - 1, start, -1):
        ends_day = _ends_time(page, start, at)
        is_owner = tags[at] == "$" and words[at].norm[0].isalpha()
        if is_owner and tags[at - 1] in "np#":
            # "told the Guardian her son": two phrases
            yield at, end
            end = at
        elif tags[at] == "g" and at + 1 < end and _may_tell(page, start, at):
            # "the Kremlin saying Berg left": two phrases and a verb
            yield at + 1, end
            end = at
        elif tags[at] == "p" and _is_reduced(page, at):
            # "the first time Norway denied it": two phrases
            yield at, end
            end = at
        elif at in begins or ends_day:
            if (
                tags[at] in "#$"
                or "$" in tags[max(start, at - 3) : at]
                or _is_dated(page, at)
            ):
                continue  # "the agency's Thursday night report"
            yield at, end
            end = at
    yield start, end


def _ends_time(page: Page, start: int, at: int) -> bool:
    """Say whether a time ends before a token: "Friday" of "Friday Lind".

    Before the name of an outlet it does behind what binds a time: "on Friday Reuters",
    not "the Friday Times"; a number does before a name: "June 3 Lind", "in 2019 Lind".
    """
    words, before = page.words, page.words[at - 1]
    if words[at].sorts & Sort.DAY:
        return False
    if before.sorts & Sort.DAY and not words[at].sorts & Sort.OUTLET:
        return True
    if "T" in page.tags[start:at] and page.norm(start) != "this":
        return False
    if before.sorts & Sort.DAY:
        first = at - 1
        while first > start and words[first - 1].sorts & Sort.DAY:
            first -= 1  # "on Friday morning Reuters"
        is_bound = page.tags[first - 1 : first] == "I" or before.norm in DAYS
        is_bound |= page.norm(first - 1) in WHICH_TIMES
        return is_bound and not page.lexicon.is_outlet(page.say((at - 1, at + 1)))
    if page.tags[at - 1 : at + 1] != "#p":
        return False
    is_year = page.norm(at - 2) in ("in", "since")
    return is_year or bool(words[at - 2].sorts & Sort.DAY)


def _find_years(page: Page) -> list[int]:
    """Return the years behind "in" and "since": "reported Baltic Wire in 2010"."""
    return [
        found.start()
        for found in re.finditer("#(?<=I#)", page.tags)
        if page.norm(found.start() - 1) in ("in", "since")
        and _year().fullmatch(page.norm(found.start()))
    ]


def _find_edges(page: Page, days: Sequence[int]) -> list[int]:
    """Return the tokens at which a phrase may fall into two, and the text's end.

    They are sought at once, since few phrases hold any.
    """
    edges = [first for first, _ in page.sentences]
    edges += [at + 1 for at in days]
    edges += [found.start() for found in re.finditer(r"\$", page.tags)]
    gerunds = [found.start() for found in re.finditer("g(?<=[np]g)", page.tags)]
    edges += [at for at in gerunds if page.words[at].cue is not None]
    names = [found.start() for found in re.finditer("p(?<=np)", page.tags)]
    edges += [at for at in names if _is_reduced(page, at)]
    return [*sorted(edges), len(page)]


def _may_tell(page: Page, start: int, at: int) -> bool:
    """Say whether an -ing form in a phrase is a verb: "with Norway blaming Sarn"."""
    word = page.words[at]
    is_with = page.norm(start - 1) == "with" and word.cue is not None
    return word.is_saying or is_with


def _is_dated(page: Page, at: int) -> bool:
    """Say whether a month or day stands between article and noun: "the May survey"."""
    if page.tags[at] != "n" or at < 2 or page.words[at].sorts & Sort.DAY:
        return False
    return page.norm(at - 2) in ("a", "an", "the") and page.words[at - 1].is_capital


def _is_told(page: Page, at: int) -> bool:
    """Say whether a participle stands behind a verb: "says suspected cases rose"."""
    is_verb = at > 0 and page.tags[at] == "q" and page.tags[at - 1] in "zdv"
    return is_verb and page.words[at - 1].cue is not None


def _is_reduced(page: Page, at: int) -> bool:
    """Say whether a name is the subject of a clause without "that".

    It is in "the first time Norway denied it" and "a step Ada Berg said would help".
    """
    before = page.words[at - 1]
    if before.is_capital:
        return False
    if before.norm in _TIMES_WHEN:
        return True
    if before.sorts & (Sort.PERSON | Sort.TITLE | Sort.CROWD):
        return False  # "which the bishop Ada Berg said was odd"
    tags, verb = page.tags, at
    while verb < at + _LONGEST_STEPS and tags[verb : verb + 1] == "p":
        verb += 1
    is_told = tags[verb : verb + 1] in tuple("zdv") and page.words[verb].is_saying
    if before.norm in CHARGES:
        verb += tags[verb : verb + 1] == "H"
        is_verb = tags[verb : verb + 1] in tuple("zdq")
        return is_verb and page.words[verb].cue is not None
    return is_told and page.finite[verb + 1 : verb + 2] == "V"


def _is_floating(page: Page, at: int) -> bool:
    """Say whether "both" or "all" stands before its participle, not before a noun."""
    return page.words[at + 1].cue is not None and page.norm(at) in ("both", "all")
