"""Whether what "and" joins are sources: "X and Y", no "Health and Ports Minister"."""

from collections.abc import Sequence

from attrib.extraction.mentions.readings import Reading, has_sort
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind

PERSONAL = frozenset("he she they we i".split())
"""Pronouns for people who speak."""
_COMPANY = frozenset("co sons".split())
_ALLIANCES = frozenset(("EU", "NATO"))
_OF_PEOPLES = ("an", "ish", "ese", "ern", "ch", "i")
_PERSONS = Sort.GIVEN | Sort.TITLE | Sort.MALE | Sort.FEMALE


def stand_alone(
    page: Page, parts: Sequence[Range], readings: Sequence[Reading]
) -> bool:
    """Say whether the parts of "X and Y" are sources and none is half a name.

    Args:
        page: The page.
        parts: Ranges of the parts.
        readings: What each says.
    """
    if len(parts) == 2 and _is_one(page, parts, readings):
        return False
    has_described = False
    for part, reading in zip(parts, readings, strict=True):
        if has_described and reading.role and page.tags[part[0]] == Tag.NOUN:
            return False  # "the founder and owner Ada Lind"
        is_single = reading.is_named and page.tags[part[0] : part[1]] == Tag.NAME
        word = page.words[part[0]]
        is_common = page.lexicon.classes.get(word.norm, Tag.NAME)[0] != Tag.NAME
        is_half = part[1] - part[0] == 1 and is_common and not word.sorts
        if is_half and part is parts[-1] and _is_tied(page, parts[-2]):
            return False  # "Ada Lind of Norr Fire and Rescue"
        if is_half and word.is_capital and readings[-1].role:
            return False  # "Health and Human Services Secretary Ada Lind"
        if part is parts[0] and readings[-1].role and _is_bare_office(page, part):
            return False  # "independent poet and singer Ada Lind"
        if part is parts[0] and _is_field(page, part, readings[-1]):
            return False  # "Road Transport and Bridges Minister Ada Lind"
        if part is parts[-1] and _is_of_both(page, parts[-2], part):
            return False  # "the High Court of England and Wales"
        is_outlet = reading.is_named and has_sort(page, *part, Sort.OUTLET)
        if reading.known or is_outlet or (reading.is_named and reading.is_person):
            continue
        is_first = part is parts[0] and _may_be_name(page, part, reading)
        if (is_single or (is_first and readings[-1].is_named)) and not has_described:
            continue  # "the Ministry of Ports and Ferries" are not two
        has_described = True
        is_described = page.tags[part[0]] in "T$" and (
            reading.kind is not SourceKind.UNKNOWN
        )
        is_described |= part is not parts[0] and reading.owner is not None
        if reading.pronoun in PERSONAL:
            continue  # "she and the ministry"
        is_many = reading.is_plural and reading.kind is not SourceKind.UNKNOWN
        if reading.pronoun or not (is_described or is_many):
            return False
    return True


def _is_one(page: Page, parts: Sequence[Range], readings: Sequence[Reading]) -> bool:
    """Say whether "and" stands inside one name or one phrase, not between two sources.

    "The Ports Security and Harbour Agency", "Lind and Co", "officials from the council
    and the Navy", "the head of X and director of Y, Ada Lind,".
    """
    (first, last), (before, behind) = parts, readings
    start, end = last
    has_article = page.tags[start] in "T$"
    if page.norm(start) in _COMPANY or first[1] - first[0] == len(before.name) == 1:
        return True
    if _shares_noun(page, first, last, behind):
        return True
    tie = page.tags.find(Tag.PREPOSITION, *first)
    if tie <= first[0]:
        return not has_article and _is_body_behind_fields(page, first, last, before)
    is_person = behind.role is not None or has_sort(page, start, end, _PERSONS)
    is_person |= behind.is_person and not _has_common(page, last)
    if behind.is_named and not is_person and not behind.is_plural:
        is_people = has_sort(page, first[0], tie, Sort.PERSON | Sort.CROWD)
        return is_people and (not has_article or not before.is_named)
    if has_article or before.is_named:
        return False
    # "the head of the Council and director of the Institute, Ada Lind,"
    return behind.is_person and Tag.COMMA in page.tags[start:end]


def _shares_noun(page: Page, first: Range, last: Range, behind: Reading) -> bool:
    """Say whether two peoples share a noun: "U.S. and British officials"."""
    if not behind.is_plural or page.tags[last[0]] in "T$" or last[1] - last[0] < 2:
        return False
    if page.words[last[1] - 1].is_capital or not page.words[last[0]].is_capital:
        return False
    at = first[0] + (page.tags[first[0]] == Tag.DETERMINER)
    word = page.say((at, at + 1))
    is_state = word.lower() in page.lexicon.knowledge.countries and word.isupper()
    is_people = is_state or word in _ALLIANCES or word.endswith(_OF_PEOPLES)
    return at + 1 == first[1] and word[0].isupper() and is_people


def _has_common(page: Page, part: Range) -> bool:
    """Say whether a name has a word that is no name: "Public Safety"."""
    classes = page.lexicon.classes
    return any(classes.get(norm, Tag.NAME)[0] != Tag.NAME for norm in page.norms(part))


def _is_body_behind_fields(
    page: Page, first: Range, last: Range, before: Reading
) -> bool:
    """Say whether capitals are half of what a body is for: "Fire and Rescue Agency"."""
    nobody = BODIES | Sort.PERSON | Sort.CROWD | Sort.GIVEN | Sort.TITLE | Sort.OUTLET
    is_name = not page.tags[slice(*first)].lstrip(Tag.DETERMINER).strip(Tag.NAME)
    bracket = page.tags.find(Tag.OPEN, *last)
    end = last[1] if bracket < 0 else bracket  # "Agency (CSA)"
    is_body = bool(page.words[end - 1].sorts & (BODIES & ~Sort.OUTLET))
    are_fields = is_name and not before.known and not has_sort(page, *first, nobody)
    return is_body and are_fields and first[1] - first[0] > 1 and end - last[0] > 1


def _is_field(page: Page, part: Range, last: Reading) -> bool:
    """Say whether capitals are half of what an office is for."""
    is_office = last.role is not None and last.role.istitle() and " " in last.role
    is_name = part[1] - part[0] > 1 and not page.tags[slice(*part)].strip("pnj")
    nobody = BODIES | Sort.PERSON | Sort.GIVEN | Sort.TITLE
    return is_office and is_name and not has_sort(page, *part, nobody)


def _is_of_both(page: Page, body: Range, country: Range) -> bool:
    """Say whether one body is named for two countries."""
    link = page.tags.rfind(Tag.PREPOSITION, *body)
    if link <= body[0] or not page.words[link - 1].sorts & BODIES:
        return False
    countries = page.lexicon.knowledge.countries
    first = page.say_plainly((link + 1, body[1])).lower()
    return first in countries and page.say_plainly(country).lower() in countries


def _is_tied(page: Page, part: Range) -> bool:
    """Say whether a name stands behind a preposition at the end of a part."""
    link = page.tags.rfind(Tag.PREPOSITION, *part)
    return link > part[0] and page.words[part[1] - 1].is_capital


def _is_bare_office(page: Page, part: Range) -> bool:
    """Say whether a noun without an article tells what one person is."""
    last = page.words[part[1] - 1]
    is_bare = page.tags[part[0]] not in "T$" and not last.is_capital
    is_one = not last.norm.endswith("s") and not last.sorts & BODIES
    return is_bare and is_one and page.tags[part[1] - 1] == Tag.NOUN


def _may_be_name(page: Page, part: Range, reading: Reading) -> bool:
    """Say whether a capital at the head of a sentence may begin a name."""
    is_word = part[1] - part[0] == 1 and page.words[part[0]].is_capital
    return is_word and not (reading.is_plural or page.words[part[0]].sorts)
