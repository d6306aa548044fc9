"""What a mention says of its source, before it is compared with other mentions."""

import attrs

from attrib.extraction.page import Page, Range
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
_LONGEST_NAME = 4
_NOBODIES = frozenset(
    "source official person insider witness man woman resident diplomat other".split()
)
"""Descriptions that leave a person unnamed even with "the"."""
_PRONOUN_OF = {
    "his": "he", "her": "she", "hers": "she", "their": "they", "theirs": "they",
    "its": "it", "my": "i", "our": "we", "your": "you", "whose": "who",
}  # fmt: skip
_OUTLET_TAILS = frozenset(
    "news agency newspaper website network channel magazine outlet newswire".split()
)
_SPOKEN_FOR = ("for", "of")
_SPOKESPEOPLE = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople".split()
)


@attrs.frozen
class Reading:
    """What a mention says of its source.

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


def read_mention(page: Page, mention: Range) -> Reading:
    """Return what a mention says of its source.

    Args:
        page: The page.
        mention: Range of the whole noun phrase with its appositives.
    """
    core = _core(page, mention)
    reading = _read_core(page, core)
    if not reading.pronoun and page.tags[core[1] : core[1] + 1] == Tag.COMMA:
        appositive = _core(page, (core[1] + 1, mention[1]))
        if core[1] + 1 < mention[1] and page.tags[appositive[0]] not in "Wgq":
            reading = _with_appositive(page, reading, core, appositive)
    gender = Sort.NONE
    for at in range(*mention):
        if page.tags[at] == Tag.WH:
            break
        gender |= page.words[at].sorts & (Sort.MALE | Sort.FEMALE)
    return attrs.evolve(reading, gender=gender) if gender else reading


def _with_appositive(
    page: Page, reading: Reading, core: Range, appositive: Range
) -> Reading:
    """Read "Ada Lind, the mayor," and "the mayor, Ada Lind," as one person."""
    other = _read_core(page, appositive)
    is_office = bool(_sorts_of(page, appositive) & (Sort.PERSON | Sort.TITLE))
    if reading.kind is SourceKind.PERSON and reading.is_named:
        if reading.role is None and is_office and not other.is_named:
            role = _without_article(page, *appositive)
            return attrs.evolve(reading, role=role, head=other.head)
        return reading
    names_person = other.kind is SourceKind.PERSON and other.is_named
    sorts = _sorts_of(page, core)
    if page.norm(core[0]) == "one":  # "one of the experts, Ada Lind,"
        sorts |= page.words[core[1] - 1].sorts
    if names_person and sorts & (Sort.PERSON | Sort.TITLE | Sort.CROWD):
        role = other.role or _without_article(page, *core)
        return attrs.evolve(other, role=role, head=reading.head)
    return reading


def _sorts_of(page: Page, stretch: Range) -> int:
    """Return the sorts of the words before the first preposition of a stretch."""
    sorts = Sort.NONE
    for at in range(*stretch):
        if page.tags[at] in "It":
            break
        sorts |= page.words[at].sorts
    return sorts


def _read_core(page: Page, core: Range) -> Reading:
    """Return what a noun phrase without appositives says."""
    start, end = core
    tags = page.tags
    if end - start == 1 and tags[start] in "SOW=$":
        norm = _PRONOUN_OF.get(page.norm(start), page.norm(start))
        is_plural = norm in ("they", "them", "we", "us")
        return Reading(
            page.say_plainly((start, end)),
            frozenset(),
            pronoun=norm,
            is_plural=is_plural,
        )
    is_definite = page.norm(start) in ("the", "this", "that", "these", "those")
    has_article = tags[start] == Tag.DETERMINER
    while start < end - 1 and tags[start] in "Tr":
        start += 1
    if start < end - 1 and tags[start] == "$" and page.norm(start) != "'s":
        is_definite = True
        start += 1
    author = _author(page, start, end)
    if author is not None:
        return _read_core(page, author)
    reading = (
        _read_outlet(page, start, end)
        or _read_place(page, start, end)
        or _read_person(page, start, end)
        or _read_thing(page, start, end)
    )
    is_bare = not reading.is_named and not reading.is_plural and not has_article
    is_definite = is_definite or is_bare
    if is_definite and reading.is_anonymous and not reading.is_plural:
        # "the mayor" is an office holder, "a mayor" and "mayors" are nobody known.
        is_anonymous = page.words[end - 1].norm in _NOBODIES
        reading = attrs.evolve(reading, is_anonymous=is_anonymous)
    return attrs.evolve(reading, is_definite=True) if is_definite else reading


def _author(page: Page, start: int, end: int) -> Range | None:
    """Return whose a report or statement is: the document is not the source.

    "a report by the ministry", "the ministry's report", "an Axios report".
    """
    head = next((at for at in range(start, end) if page.tags[at] in "It"), end) - 1
    if head < start or not page.words[head].sorts & Sort.DOCUMENT:
        return None
    if page.norm(head + 1) in ("by", "from") and head + 2 < end:
        return head + 2, end
    for at in range(head - 1, start, -1):
        if page.norm(at) == "'s":
            return (start, at) if page.tags[at - 1] in "np" else None
    names = [at for at in range(start, head) if page.tags[at] == Tag.NAME]
    if names and names == list(range(names[0], head)):
        is_outlet = any(page.words[at].sorts & Sort.OUTLET for at in names)
        name = page.say_plainly((names[0], head)).lower()
        if is_outlet or name in page.lexicon.outlets:
            return names[0], head
    return None


def _read_outlet(page: Page, start: int, end: int) -> Reading | None:
    """Read a news outlet that the lexicon knows, with or without "news agency"."""
    outlets = page.lexicon.outlets
    stop = end
    while stop > start + 1 and page.norm(stop - 1) in _OUTLET_TAILS:
        stop -= 1
    for first in range(start, stop):
        name = page.say_plainly((first, stop)).replace("’", "'")
        if name.lower() in outlets and page.words[first].is_capital:
            if any(page.tags[at] not in "pnj" for at in range(start, first)):
                return None  # "a reporter of the Times" is a reporter
            return Reading(
                name,
                _name_words(page, (first, stop)),
                kind=SourceKind.NEWS_OUTLET,
                is_named=True,
                head=page.norm(end - 1),
            )
    return None


def _read_place(page: Page, start: int, end: int) -> Reading | None:
    """Read a place: a country or a capital that speaks is its government."""
    name = page.say_plainly((start, end))
    is_government = page.lexicon.places.get(name.lower())
    if is_government is None:
        return None
    kind = SourceKind.GOVERNMENT if is_government else SourceKind.UNKNOWN
    words = _name_words(page, (start, end))
    return Reading(name, words, kind=kind, is_named=True, head=page.norm(end - 1))


def _core(page: Page, mention: Range) -> Range:
    """Return a noun phrase without appositives, brackets and relative clauses."""
    start, end = mention
    for at in range(start + 1, end):
        if page.tags[at] in ",(W-" or page.tags[at] == Tag.THAT:
            return start, at
    return start, end


def _name_words(page: Page, name: Range) -> frozenset[str]:
    return frozenset(
        page.norm(at)
        for at in range(*name)
        if page.tags[at] not in "TIC.$" and page.norm(at) != "."
    )


def _read_person(page: Page, start: int, end: int) -> Reading | None:
    """Read "Secretary of the Council Ada Lind", "Ada Lind of the Council"."""
    words, tags = page.words, page.tags
    begin = end
    while begin > start and _is_name(page, begin - 1):
        begin -= 1
    split = -1
    has_person = False
    for at in range(start, end):
        sorts = words[at].sorts
        has_person = has_person or bool(sorts & (Sort.PERSON | Sort.TITLE))
        if at < end - 1 and sorts & (Sort.PERSON | Sort.TITLE | BODIES):
            split = at
    if has_person and split >= 0 and begin <= split + 2:
        first = split + 1
        if first < end and page.norm(first) == ".":
            first += 1  # "Mr. Lind"
        if 0 < end - first <= _LONGEST_NAME and begin <= first:
            stop = split + 2 if page.norm(split + 1) == "." else split + 1
            role = page.say_plainly((start, stop))
            return _person(page, (first, end), role, page.norm(split))
    if has_person and split >= 0:
        # "Ambassador to the U.S. Ada Lind": a given name tells where hers begins
        for at in range(max(begin, split + 1), end - 1):
            if words[at].sorts & Sort.GIVEN:
                role = page.say_plainly((start, at))
                return _person(page, (at, end), role, page.norm(split))
    if begin == start and 2 <= end - start <= _LONGEST_NAME:
        if _has_sort(page, start, end, BODIES | Sort.DOCUMENT):
            return None
        return _person(page, (start, end), None, "")
    # "Ada Lind of the Council"
    stop = start
    while stop < end and _is_name(page, stop):
        stop += 1
    is_linked = stop + 1 < end and tags[stop] == Tag.PREPOSITION
    if 2 <= stop - start <= 3 and is_linked:
        if _has_sort(page, start, stop, BODIES):
            return None
        found = _person(page, (start, stop), None, "")
        return attrs.evolve(found, affiliation=_without_article(page, stop + 1, end))
    return None


def _has_sort(page: Page, start: int, end: int, sorts: int) -> bool:
    return any(page.words[at].sorts & sorts for at in range(start, end))


def _is_name(page: Page, at: int) -> bool:
    tag = page.tags[at]
    return tag == Tag.NAME or (page.words[at].is_capital and tag in "njq")


def _person(page: Page, name: Range, role: str | None, head: str) -> Reading:
    start, end = name
    while role is None and start < end - 1 and page.words[start].sorts & Sort.TITLE:
        head = page.norm(start)
        start += 2 if page.norm(start + 1) == "." and start + 2 < end else 1
    if start > name[0]:
        role = page.say_plainly((name[0], start))
        name = (start, end)
    return Reading(
        page.say_plainly(name),
        _name_words(page, name),
        kind=SourceKind.PERSON,
        is_named=True,
        role=role,
        head=head,
    )


def _read_thing(page: Page, start: int, end: int) -> Reading:
    """Read a body, a document, a group of people or somebody left unnamed."""
    words, tags = page.words, page.tags
    first_link = next((at for at in range(start, end) if tags[at] in "It"), end)
    if first_link == start:
        first_link = end
    head = first_link - 1
    sorts = words[head].sorts
    if not sorts:
        with_sort = [at for at in range(start, first_link) if words[at].sorts]
        sorts = words[with_sort[-1]].sorts if with_sort else Sort.NONE
    has_name = any(tags[at] == Tag.NAME for at in range(start, first_link))
    is_noun = tags[head] == Tag.NOUN or bool(words[head].sorts)
    is_plural = page.norm(head).endswith("s") and is_noun
    kind = next((kind for sort, kind in _KINDS if sorts & sort), SourceKind.UNKNOWN)
    is_person = bool(sorts & (Sort.PERSON | Sort.CROWD | Sort.ANONYMOUS)) and not (
        sorts & (BODIES | Sort.DOCUMENT) and has_name
    )
    count = _NUMBERS.get(page.norm(start)) if tags[start] == Tag.NUMBER else None
    is_named = has_name and not is_person
    affiliation = None
    if page.norm(head) in _SPOKESPEOPLE:
        affiliation = _affiliation(page, start, head, end)
    return Reading(
        page.say_plainly((start, end)),
        _name_words(page, (start, first_link if is_named else end)),
        kind=SourceKind.CROWD if is_person and is_plural else kind,
        is_named=is_named,
        is_anonymous=is_person and affiliation is None,
        is_plural=is_plural,
        affiliation=affiliation,
        count=count,
        head=page.norm(head),
    )


def _affiliation(page: Page, start: int, head: int, end: int) -> str | None:
    """Return whom a spokesman speaks for: "a spokesman for X", "X's spokesman"."""
    if head + 2 < end + 1 and page.norm(head + 1) in _SPOKEN_FOR and head + 2 < end:
        return _without_article(page, head + 2, end)
    if head > start:
        stop = head - 1 if page.norm(head - 1) == "'s" else head
        return page.say_plainly((start, stop)) if stop > start else None
    return None


def _without_article(page: Page, start: int, end: int) -> str:
    if start < end - 1 and page.tags[start] == Tag.DETERMINER:
        start += 1
    return page.say_plainly((start, end))
