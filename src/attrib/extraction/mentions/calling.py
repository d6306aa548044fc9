"""What somebody is called, where a mention says so: "a guard named Ada Lind"."""

from attrib.extraction.mentions.persons import is_name
from attrib.extraction.mentions.readings import has_sort
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag

CALLED = frozenset(("named", "called"))
_REFLEXIVES = frozenset(("himself", "herself", "themselves"))
_ONLY = frozenset(("only", "just"))
_MOST_WORDS = 4
_LONGEST_CLAUSE = 8
_NAMING = CALLED | {"as"}


def find_called(page: Page, mention: Range, core: Range) -> Range | None:
    """Return the name that a mention gives to whom it describes, or None.

    "A doctor named Ada Lind", "the owner, a man called Lind," and "a guard who gave her
    name only as Ada" do; "a guard, who runs a firm called Norr," does not.

    Args:
        page: The page.
        mention: The whole noun phrase.
        core: It without appositives and clauses.
    """
    start, end = mention
    if _NAMING.isdisjoint(page.norms(mention)):
        return None
    if page.capitals.find("^", start + 2, end) < 0:
        return None
    for at in range(start + 1, end - 1):
        norm = page.norm(at)
        if norm in CALLED:
            is_its = at < core[1] or _is_of_person(page, core[1], at)
        else:
            is_its = norm == "as" and (
                gives_name(page, at) or _is_known(page, core[1], at)
            )
        if is_its:
            stop = _name_end(page, at + 1, end)
            if at + 1 < stop <= at + 1 + _MOST_WORDS:
                return at + 1, stop
    return None


def _name_end(page: Page, at: int, limit: int) -> int:
    """Return where a name ends that begins at a token; `at` itself without one."""
    while at < limit and is_name(page, at):
        at += 1
    return at


def _is_of_person(page: Page, start: int, at: int) -> bool:
    """Say whether "named" in an appositive stands behind a noun for a person."""
    is_relative = Tag.WH in page.tags[start:at]
    return not is_relative and has_sort(page, at - 1, at, Sort.PERSON)


def gives_name(page: Page, at: int) -> bool:
    """Say whether "as" stands in "who gave his name only as" or "identified himself".

    Args:
        page: The page.
        at: Its token.
    """
    at -= page.norm(at - 1) in _ONLY
    is_name = page.norm(at - 1) == "name" and page.tags[at - 2] == Tag.POSSESSIVE
    return page.norm(at) in ("as", *_ONLY) and (
        is_name or page.norm(at - 1) in _REFLEXIVES
    )


def _is_known(page: Page, start: int, at: int) -> bool:
    """Say whether "as" stands in ", who is known only as"."""
    at -= page.norm(at - 1) in _ONLY
    is_its = not page.tags[start : at - 1].strip(",WBr")
    return is_its and page.norm(at - 1) == "known"


def find_name_end(page: Page, at: int, limit: int) -> int | None:
    """Return where "who gave her name as Ada" ends, or None where no name is given.

    Args:
        page: The page.
        at: Index of "who".
        limit: Index that it may not reach beyond.
    """
    for place in range(at + 3, min(limit - 1, at + _LONGEST_CLAUSE)):
        if page.norm(place) == "as" and gives_name(page, place):
            stop = _name_end(page, place + 1, limit)
            return stop if stop > place + 1 else None
    return None
