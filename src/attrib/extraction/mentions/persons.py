"""Persons with a name: their office before or after it, and for whom they speak."""

import attrs

from attrib.extraction.mentions.readings import (
    Reading,
    has_sort,
    link_of,
    name_words,
    without_article,
)
from attrib.extraction.pages.page import CLITICS, Page, Range
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind

_LONGEST_NAME = 4
_PARTICLES = frozenset(
    "al bin bint da de del della der di dos el ibn la le van von".split()
)
"""Small words inside names: "Ursula von der Leyen"."""
_BELONGING = frozenset("for of at with from".split())
_NOT_BODIES = frozenset(
    """
    acting chief deputy executive first former general interim junior leader majority
    minority outgoing prime principal retired rev second senior special then vice
    """.split()
)
"""Capitals in an office that name nobody: "Former Deputy Prime Minister"."""
_OCCUPATIONS = ("ist", "ian", "man", "woman", "person", "ee")
"""How words end that say what somebody is, of those the lexicon does not list."""
_COURTESY = frozenset("mr mr. mrs mrs. ms ms. miss mme".split())
_MINISTERS = frozenset("minister secretary undersecretary head".split())
_SPOKESPEOPLE = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople".split()
)


def is_name(page: Page, at: int) -> bool:
    """Say whether a token may be part of a name."""
    tag = page.tags[at]
    return tag == Tag.NAME or (page.words[at].is_capital and tag in "njq")


def _begin_of_name(page: Page, start: int, end: int) -> int:
    """Return where the name at the end of a phrase begins."""
    begin = end
    while begin > start:
        if is_name(page, begin - 1) or (
            begin < end
            and begin - 1 > start
            and page.norm(begin - 1) in _PARTICLES
            and not page.words[begin - 1].is_capital
        ):
            begin -= 1
        else:
            break
    return begin


def read_person(page: Page, start: int, end: int) -> Reading | None:
    """Read "Secretary of the Council Ada Lind", "Mayor Ada Lind of Northmoor"."""
    words = page.words
    owned = _of_owner(page, start, end)
    if owned is not None:
        return owned
    named = _before_circumstance(page, start, end)
    if named is not None:
        return named
    link = link_of(page, start, end)
    if link < end - 1:
        begin = link + 1
        while begin < end - 1 and page.tags[begin] in "T$":
            begin += 1
        is_titled = words[begin].is_capital and bool(
            words[begin].sorts & (Sort.TITLE | Sort.GIVEN | Sort.PERSON)
        )
        if is_titled and has_sort(page, start, link, Sort.PERSON | Sort.CROWD):
            # "aides to Mr. Lind" are not he
            return _behind_office(page, start, end) if begin > link + 1 else None
        if is_titled:
            start = begin  # "an exchange with Speaker Ada Lind"
        elif link - start > 1 and page.norm(link) in _BELONGING:
            found = read_person(page, start, link)
            noun = page.lexicon.classes.get(page.norm(link - 1), Tag.NAME)
            is_noun = page.norm(link) == "of" and noun[0] == Tag.NOUN
            is_noun = is_noun and not _is_unheard(page, start)
            is_body = (
                (page.norm(link) == "for" or is_noun)
                and words[link + 1].is_capital
                and not has_sort(page, start, link, Sort.GIVEN | Sort.PERSON)
            )  # "the Observatory for Animal Rights", "National Conference of Mayors"
            if found is not None and not is_body:
                rest = without_article(page, link + 1, end)
                return attrs.evolve(found, affiliation=found.affiliation or rest)
    begin = _begin_of_name(page, start, end)
    return (
        _with_title(page, start, begin, end)
        or _without_title(page, start, begin, end)
        or _behind_office(page, start, end)
    )


def _before_circumstance(page: Page, start: int, end: int) -> Reading | None:
    """Read "Senator Ada Lind of Virginia" and "Ada Lind in a letter to the council".

    Whoever is named in full has no other name behind a preposition.
    """
    first = start
    for at in range(start + 2, end - 1):
        if page.tags[at] not in "It":
            continue
        is_called = _given(page, first, at) is not None or (
            at - 2 > first and _is_unheard(page, at - 2) and _is_unheard(page, at - 1)
        )
        if is_called and page.words[at - 1].is_capital:
            found = read_person(page, start, at)
            if found is not None and page.norm(at) in _BELONGING:
                rest = without_article(page, at + 1, end)
                found.affiliation = found.affiliation or rest
            return found
        first = at + 1
    return None


def _of_owner(page: Page, start: int, end: int) -> Reading | None:
    """Read "Radio Norr's Ada Lind": she works for it."""
    if end - start < 4:
        return None
    at = page.tags.rfind("$", start + 1, end - 2)
    if at < 0 or page.norm(at) not in CLITICS:
        return None
    owner = without_article(page, start, at)
    is_given = bool(page.words[at + 1].sorts & Sort.GIVEN)
    is_given = is_given or page.lexicon.is_outlet(owner)
    if not is_given or page.tags[at + 1 : end].strip(Tag.NAME):
        return None
    return attrs.evolve(_person(page, (at + 1, end), None, ""), affiliation=owner)


def _with_title(page: Page, start: int, begin: int, end: int) -> Reading | None:
    """Read a person behind an office or a title that the lexicon knows."""
    words = page.words
    office = Sort.PERSON | Sort.TITLE
    if not has_sort(page, start, end, office):
        return None
    split = next(
        (
            at
            for at in range(end - 2, start - 1, -1)
            if words[at].sorts & (office | BODIES)
        ),
        -1,
    )
    if split < 0:
        return None
    if begin <= split + 2:
        is_cut = page.norm(split + 1) == "." and split + 2 < end  # "Mr. Lind"
        first = split + 2 if is_cut else split + 1
        is_noun = (
            page.norm(split) not in _COURTESY  # "Mr. King"
            and has_sort(page, first, end, BODIES | Sort.PERSON)
            and not has_sort(page, first, end, Sort.GIVEN)
        )  # "United States Secretary"
        if first == end - 1 and page.norm(first) == ".":
            return None  # "said port spokesperson Maj.": the name is cut off
        is_far = not words[split].sorts & office and end - first < 2
        if is_noun or is_far:  # "a reporter with the station WHTV"
            return None
        if end - first <= _LONGEST_NAME and begin <= first:
            return _person(page, (first, end), (start, first), page.norm(split))
    given = _given(page, max(begin, split + 1), end)
    if given is None:
        return None
    # "Ambassador to the U.S. Ada Lind"
    return _person(page, (given, end), (start, given), page.norm(split))


def _given(page: Page, start: int, end: int) -> int | None:
    """Return the first given name with a word behind it."""
    for at in range(start, end - 1):
        word = page.words[at]
        if word.sorts & Sort.GIVEN and word.is_capital:  # no "et al."
            return at
    return None


def _without_title(page: Page, start: int, begin: int, end: int) -> Reading | None:
    """Read a person whose office the lexicon does not know, or who has none."""
    words = page.words
    bodies = BODIES | Sort.DOCUMENT
    if begin == start and 2 <= end - start <= _LONGEST_NAME:
        # "Bill Lind" is no bill
        first = BODIES if words[start].sorts & Sort.GIVEN else bodies
        if words[start].sorts & first or has_sort(page, start + 1, end, bodies):
            return None
        if _is_place(page, start, end):
            return None
        if words[end - 1].sorts & Sort.PERSON and not words[start].sorts & Sort.GIVEN:
            return None  # "Harbour Director"
        is_called = bool(words[start].sorts & Sort.GIVEN)
        given = None if is_called else _given(page, start + 1, end)
        at = given or start + 1  # "Norr Overseer Ada Lind"
        is_title = at > start + 1 or (bool(given) and len(page.norm(start)) > 2)
        is_acronym = page.say((start, at)).isupper() and _is_unheard(page, end - 1)
        if end - start > 2 and len(page.norm(start)) > 1 and is_acronym:
            is_title = is_title or _is_unheard(page, at)  # "DNI Ada Lind"
        if is_title and page.tags[start] == Tag.ADJECTIVE:  # "Brave Ada Lind"
            return _person(page, (at, end), None, "")
        if is_title:  # "Taoiseach Emma Berg"
            return _person(page, (at, end), (start, at), page.norm(start))
        return _person(page, (start, end), None, "")
    given = _given(page, begin, end)
    if given is None or given == start or end - given > _LONGEST_NAME:
        return None
    is_far = given > begin and Tag.PREPOSITION in page.tags[start:given]
    if is_far or page.tags[given - 1] != (Tag.NOUN if given == begin else Tag.NAME):
        return None  # "University of South Carolina Norr"
    begin = given  # "the retired MP Ada Lind"
    if has_sort(page, begin, end, bodies) or has_sort(
        page, start, begin, Sort.DOCUMENT
    ):
        return None  # "in the post Ada Lind"
    # "the ferry creator Ada Lind"
    return _person(page, (begin, end), (start, begin), page.norm(begin - 1))


def _behind_office(page: Page, start: int, end: int) -> Reading | None:
    """Read two words that nobody knows behind an office and whose it is.

    "head of the harbour office Tarn Brekken", "ecologist Tarn Brekken".
    """
    name = end - 2
    if name <= start or not (_is_unheard(page, name) and _is_unheard(page, end - 1)):
        return None
    link = link_of(page, start, name)
    office = page.words[link - 1]
    is_person = bool(office.sorts & (Sort.PERSON | Sort.TITLE))
    if link == name:
        is_person = not office.sorts and office.norm.endswith(_OCCUPATIONS)
    elif name == link + 1:
        return None  # "a spokesman for Tarn Ferries"
    elif _is_unheard(page, name - 1):
        is_person = is_person and name == link + 2  # "mayor of Tarn Ada Brekken"
    if not is_person or office.norm.endswith("s"):
        return None
    return _person(page, (name, end), (start, name), office.norm)


def _is_unheard(page: Page, at: int) -> bool:
    """Say whether a word with a capital is in no list but those of names."""
    word = page.words[at]
    if not word.is_capital or word.sorts & ~(Sort.GIVEN | Sort.MALE | Sort.FEMALE):
        return False
    lexicon = page.lexicon
    is_listed = (
        word.norm in lexicon.places
        or word.norm in lexicon.outlets
        or word.norm in lexicon.knowledge.countries
        or lexicon.knowledge.is_known(word.norm)
    )
    return not is_listed and lexicon.classes.get(word.norm, Tag.NAME)[0] == Tag.NAME


def _is_place(page: Page, start: int, end: int) -> bool:
    return page.say_plainly((start, end)).lower() in page.lexicon.places


def _person(page: Page, name: Range, role: Range | None, head: str) -> Reading:
    start, end = name
    while role is None and start < end - 1 and page.words[start].sorts & Sort.TITLE:
        head = page.norm(start)
        start += 2 if page.norm(start + 1) == "." and start + 2 < end else 1
    if start > name[0]:
        role = (name[0], start)
        name = (start, end)
    return Reading(
        page.say_plainly(name),
        name_words(page, name),
        kind=SourceKind.PERSON,
        is_named=True,
        role=_office(page, role),
        affiliation=None if role is None else affiliation_of(page, *role),
        head=head,
    )


def _office(page: Page, role: Range | None) -> str | None:
    """Return an office in words; "Mr." is none."""
    if role is None or page.norm(role[0]) in _COURTESY:
        return None
    return page.say_plainly(role)


def is_spokesman(page: Page, at: int) -> bool:
    """Say whether a word names one who speaks for others."""
    return page.norm(at) in _SPOKESPEOPLE


def affiliation_of(page: Page, start: int, end: int) -> str | None:
    """Return the body that an office is of, or None where the words do not say.

    "a spokesman for the ministry", "the ministry's spokesman", "Harbour Council
    director", "the Norwegian minister".

    Args:
        page: The page.
        start: First token of the words of the office.
        end: Index just after the last.
    """
    tags = page.tags
    while start < end - 1 and tags[start] == Tag.DETERMINER:
        start += 1
    while end - 1 > start and (
        page.norm(end - 1) == "."
        or page.words[end - 1].sorts & (Sort.TITLE | Sort.PERSON) == Sort.TITLE
    ):
        end -= 1  # "head of the Council Mr."
    link = link_of(page, start, end)
    for at in range(link - 2, start, -1):
        if page.norm(at) in CLITICS and tags[at - 1] in "np":
            return page.say_plainly((start, at))
    is_office = page.words[link - 1].sorts & (Sort.PERSON | Sort.CROWD)
    if link < end - 1 and not is_office:
        link = end  # "Department of Ferries official"
    if link < end - 1 and page.norm(link) in _BELONGING:
        is_body = tags[link + 1] == Tag.DETERMINER or page.words[link + 1].is_capital
        if page.norm(link - 1) in _MINISTERS and tags[link + 1] != Tag.DETERMINER:
            is_body = False  # "Minister of Information"
        if is_body or is_spokesman(page, link - 1):
            return without_article(page, link + 1, end)
    stop = start
    while stop < link - 1 and _names_body(page, stop):
        stop += 1
    name = page.say_plainly((start, stop)) if stop > start else ""
    country = page.lexicon.knowledge.countries.get(name.lower())
    if country is not None:
        return country.name
    is_word = stop == start + 1 and page.sentence_at(start)[0] == start
    is_name = page.words[start].tags[0] == Tag.NAME
    if is_word and not is_name and not page.lexicon.knowledge.is_known(name):
        name = ""  # "Angry councillor"
    return name or _spoken_for(page, start, link)


def _names_body(page: Page, at: int) -> bool:
    """Say whether a word before an office may name whose it is."""
    word = page.words[at]
    is_part = word.is_capital or page.tags[at] in "IC" or page.norm(at) in _PARTICLES
    return (
        is_part
        and word.norm not in _NOT_BODIES
        and not word.sorts & (Sort.PERSON | Sort.TITLE)
    )


def _spoken_for(page: Page, start: int, end: int) -> str | None:
    """Return "ministry" for "ministry spokesman"."""
    if end - 1 > start and is_spokesman(page, end - 1) and page.tags[end - 2] in "np":
        return page.say_plainly((start, end - 1))
    return None
