"""What joins several that speak together: "and", "as well as", "neither ... nor"."""

from attrib.extraction.page import Page, Range
from attrib.lexicon.tags import Tag

_AS_WELL_AS = ("as", "well", "as")
_NOT_ONLY = ("not", "only")


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
    return [*parts, (begin, end)]
