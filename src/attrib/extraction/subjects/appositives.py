"""The marks around what describes a subject: "Ada Lind, the mayor, said"."""

from attrib.extraction.mentions.attachments import opens_clause
from attrib.extraction.mentions.calling import CALLED
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag

_APPOSITIVE_TAGS = frozenset("TW$npj#qgrIU")
_LONGEST_APPOSITIVE = 40


def may_describe(page: Page, opening: int) -> bool:
    """Say whether what stands behind a mark may describe who is named before it.

    Args:
        page: The page.
        opening: The mark before what may describe.
    """
    if page.tags[opening + 1] in _APPOSITIVE_TAGS or page.norm(opening + 1) == "@":
        return True
    if page.tags[opening] == Tag.DASH and page.tags[opening + 1] == Tag.COORDINATOR:
        return True  # "leaders - and Lind too -"
    if is_made(page, opening):
        return True
    is_participle = page.norm(opening + 2) == "by"  # "the mayor, quoted by"
    return is_participle or page.norm(opening + 1) == "one"  # "Lind, one of four,"


def is_made(page: Page, opening: int) -> bool:
    """Say whether a participle tells of a document: "the memo, dated 4 March,".

    Args:
        page: The page.
        opening: The mark before the participle.
    """
    is_document = bool(page.words[opening - 1].sorts & Sort.DOCUMENT)
    return is_document and page.tags[opening + 1] in "dq"


def before_bracket(page: Page, opening: int, floor: int) -> int:
    """Return the end of the name in "the head of the Port Union (PU), Ada Lind,".

    Args:
        page: The page.
        opening: The mark behind the bracket.
        floor: Index that nothing of it may stand before.
    """
    if page.tags[opening - 1] != Tag.CLOSE:
        return opening
    bracket = opening_of(page, opening - 1, floor)
    return opening if bracket is None else bracket


def is_far(page: Page, found: Range, floor: int) -> bool:
    """Say whether a preposition behind a comma ties a phrase to a name before it.

    Args:
        page: The page.
        found: Range of the phrase.
        floor: Index that nothing of it may stand before.
    """
    return (
        found[0] - 2 > floor
        and page.tags[found[0] - 1] == Tag.PREPOSITION
        and page.tags[found[0] - 2] == Tag.COMMA
    )


def opens_with_name(page: Page, named: Range, floor: int) -> bool:
    """Say whether a phrase is a name that opens its clause.

    Args:
        page: The page.
        named: Range of the phrase.
        floor: Index that nothing of it may stand before.
    """
    is_name = Tag.NAME in page.tags[named[0] : named[1]]
    return is_name and opens_clause(page, named[0], floor)


def is_age(page: Page, found: Range, floor: int) -> bool:
    """Say whether a noun phrase is a number behind a comma.

    Args:
        page: The page.
        found: Range of the phrase.
        floor: Index that nothing of it may stand before.
    """
    first, last = found
    is_number = last - first == 1 and page.tags[first] == Tag.NUMBER
    return is_number and first - 1 > floor and page.tags[first - 1] == Tag.COMMA


def opening_of(page: Page, stop: int, floor: int) -> int | None:
    """Return the mark that pairs with the one at `stop`, going left.

    Args:
        page: The page.
        stop: The closing mark.
        floor: Index that nothing of it may stand before.
    """
    closing = page.tags[stop]
    wanted = Tag.OPEN if closing == Tag.CLOSE else closing
    for at in range(stop - 2, max(floor, stop - _LONGEST_APPOSITIVE) - 1, -1):
        if page.quotation_of[at] >= 0:
            return None
        if page.tags[at] == wanted:
            return at
    return None


def is_attached(page: Page, opening: int, stop: int) -> bool:
    """Say whether what stands between two commas describes the noun before it.

    A clause with a verb of its own does not, unless it is a relative clause.

    Args:
        page: The page.
        opening: The mark before what may describe.
        stop: The mark behind it.
    """
    if page.norm(opening + 2) == "by" or is_made(page, opening):
        opening += 1  # ", quoted by Baltic Wire,"
    inside = page.tags[opening + 1 : stop]
    if not inside:
        return False
    if inside[0] == Tag.WH or page.tags[opening] == Tag.OPEN:
        return True
    if Tag.WH in inside:
        inside = inside[: inside.index(Tag.WH)]
    return not any(
        page.finite[at] == "V"
        and page.norm(at + 1) != "by"  # "in words carried by X"
        and not (page.norm(at) in CALLED and page.tags[at - 1] in "np")
        for at in range(opening + 1, opening + 1 + len(inside))
    )
