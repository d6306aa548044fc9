"""What joins several that speak together: "and", "as well as", "neither ... nor"."""

import functools
import re

from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag

_AS_WELL_AS = ("as", "well", "as")
_NOT_ONLY = ("not", "only")
_LONGEST_LIST = 12
_OF_WHAT = frozenset("of for on".split())
_IN_LISTS = frozenset(("and", "&", "the", ","))
_THINGS = ("ies", "ions", "ing", "ism", "ity", "ology", "ics")
"""How nouns end that name a field, of those the lexicon does not list."""


def has_joint(page: Page, mention: Range) -> bool:
    """Say whether a mention may be one of several that are joined."""
    is_joint = Tag.COORDINATOR in page.tags[mention[0] : mention[1]]
    return is_joint or "well" in page.norms(mention)


def find_joint_before(page: Page, start: int, floor: int) -> int:
    """Return where "and" or "as well as" begins before a phrase; its start without.

    Args:
        page: The page.
        start: First token of the phrase.
        floor: Index that the joint may not begin before.
    """
    before = page.norm(start - 1) if start > floor else ""
    if before in ("and", "or", "nor", "/"):
        return start - 1
    if before == "as" and start - 3 > floor and page.reads(start - 3, _AS_WELL_AS):
        return start - 3
    but = start - 1 - (before == "also")
    is_but = but > floor and page.norm(but) == "but"
    if is_but and _NOT_ONLY in list(
        zip(page.norms((floor, but)), page.norms((floor + 1, but)), strict=False)
    ):
        return but
    return start


def split_joint(page: Page, mention: Range) -> list[Range]:
    """Return the parts of "X and Y", "neither X nor Y" and "X as well as Y".

    Args:
        page: The page.
        mention: The whole noun phrase.
    """
    start, end = mention
    is_neither = page.norm(start) == "neither"
    is_not_only = page.reads(start, _NOT_ONLY)
    start += 1 if is_neither or page.norm(start) == "both" else 2 * is_not_only
    links = ["and"] + ["nor"] * is_neither + ["but"] * is_not_only
    parts: list[Range] = []
    begin = at = start
    while at < end:
        is_well = page.reads(at, _AS_WELL_AS)
        if not (is_well or page.norm(at) in links):
            at += 1
            continue
        parts.append((begin, at - (page.tags[at - 1] == Tag.COMMA)))
        at += 3 if is_well else 1 + (page.norm(at + 1) == "also")
        begin = at
    parts.append((begin, end))
    if len(parts) > 1 and is_body_of_fields(page, (parts[-2][0], end)):
        parts[-2:] = [(parts[-2][0], end)]
    return parts


def is_body_of_fields(page: Page, mention: Range) -> bool:
    """Say whether one body is named for several fields, which "and" joins.

    "the Institute of Allergy and Infectious Diseases" and "the Bureau of Alcohol,
    Tobacco and Firearms" are one, "the Bank of Sarn and Tarn Ferries" may be two.

    Args:
        page: The page.
        mention: The whole noun phrase; what stands in brackets behind it is no matter.
    """
    start, end = mention
    bracket = page.tags.find(Tag.OPEN, start, end)
    end = end if bracket < 0 else bracket
    link = page.tags.find(Tag.PREPOSITION, start + 1, end)
    if link < 0 or page.norm(link) not in _OF_WHAT:
        return False
    if Tag.COMMA in page.tags[start:link]:
        return False  # "for instance, the Bureau of Salt and Fishing"
    if not page.words[link - 1].sorts & BODIES:
        return False
    joints = [at for at in range(link + 1, end) if page.norm(at) in ("and", "&")]
    if len(joints) != 1 or not link + 1 < joints[0] < end - 1:
        return False
    fields = page.words[link + 1 : end]
    if not all(word.is_capital or word.norm in _IN_LISTS for word in fields):
        return False
    nobody = BODIES | Sort.PERSON | Sort.GIVEN | Sort.TITLE
    behind = page.words[joints[0] + 1 : end]
    return _is_field(page, end - 1) and not any(word.sorts & nobody for word in behind)


def _is_field(page: Page, at: int) -> bool:
    """Say whether a word is a noun that a body may be for, and no name."""
    norm = page.norm(at)
    return Tag.NOUN in page.lexicon.classes.get(norm, "") or norm.endswith(_THINGS)


def with_shared_noun(page: Page, source: Range, limit: int) -> Range:
    """Return "health, fire and harbour officials" where only "health" was found.

    Args:
        page: The page.
        source: Range of the noun phrase.
        limit: Index that the source may not reach beyond.
    """
    start, end = source
    found = _shared().match(page.tags, end, min(limit, end + _LONGEST_LIST))
    if found is None:
        return source
    people = Sort.PERSON | Sort.CROWD | Sort.TITLE
    are_fields = not any(
        page.norm(at).endswith("s") or page.words[at].sorts & people
        for at in range(start, found.end() - 1)
    )
    is_people = bool(page.words[found.end() - 1].sorts & people)
    return (start, found.end()) if is_people and are_fields else source


@functools.cache
def _shared() -> re.Pattern[str]:
    return re.compile("(?:,[jnp]){1,3},?C[jnp]n")
