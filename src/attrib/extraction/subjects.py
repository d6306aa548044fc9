"""Who reports: the noun phrase that is the subject of a reporting verb."""

import attrs

from attrib.extraction.chunks import Chunks
from attrib.extraction.groups import Group
from attrib.extraction.page import Page, Range
from attrib.lexicon.tags import Tag

_APPOSITIVE_TAGS = frozenset("TW$npj#qgrIU")
_LONGEST_APPOSITIVE = 40
_LONGEST_RELATIVE = 14
_CLAUSE_VERBS = frozenset("zdMBHD")


@attrs.frozen
class Subject:
    """A subject on the left of a verb group.

    Attributes:
        range: The whole noun phrase with its appositives.
        core: The noun phrase without them.
        shape: How it was found: "noun phrase", "appositive", "relative".
    """

    range: Range
    core: Range
    shape: str


def find_subject(
    page: Page, chunks: Chunks, group: Group, floor: int
) -> Subject | None:
    """Return the subject that stands right before a verb group, or None.

    Args:
        page: The page.
        chunks: Its noun phrases.
        group: The verb group.
        floor: Index that the subject may not begin before.
    """
    at = group.first
    if at - 1 > floor and page.norm(at - 1) in ("both", "all"):
        at -= 1  # "the mayor and the minister both said"
    if at <= floor:
        return None
    before = page.tags[at - 1]
    if before == Tag.WH:
        if page.norm(at - 1) not in ("who", "which", "whom"):
            return None  # "When asked whether ..."
        return Subject((at - 1, at), (at - 1, at), "relative")
    if before == Tag.THAT and at - 2 >= floor and page.tags[at - 2] in "np":
        return Subject((at - 1, at), (at - 1, at), "relative")
    if group.is_passive and before == Tag.DETERMINER and page.norm(at - 1) == "this":
        return Subject((at - 1, at), (at - 1, at), "noun phrase")
    if at in chunks.start_of:
        found = chunks.before(at, floor)
        if found is not None and found[0] > floor and chunks.is_day(*found):
            # "the newspaper this week reported", "a study published this week shows"
            is_dated = page.tags[found[0] - 1] in "qd"
            named = chunks.before(found[0] - is_dated, floor)
            if named is not None:
                found = (named[0], found[1]) if is_dated else named
        if found is not None:
            found = _joined(page, chunks, found, floor)
            found = _including(page, chunks, found, floor)
            whole = _with_relative(page, chunks, found, floor)
            return Subject(whole, whole, "noun phrase")
    if before in (Tag.COMMA, Tag.CLOSE, Tag.DASH):
        return _with_appositive(page, chunks, at, floor)
    return None


def _joined(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "X and Y" where X begins its clause, else Y alone."""
    start, end = found
    if start - 2 < floor or page.norm(start - 1) not in ("and", "or"):
        return found
    if page.tags[start - 2] == Tag.COMMA and start - 4 > floor:
        # "Ada Lind, the mayor, and Bo Berg, her deputy, said"
        named = _with_appositive(page, chunks, start - 1, floor)
        if named is not None and _opens_clause(page, named.range[0], floor):
            return named.range[0], end
    left = chunks.before(start - 1, floor)
    if left is None:
        return found
    opens_clause = left[0] == floor or page.tags[left[0] - 1] in ',.:=U"-'
    return (left[0], end) if opens_clause else found


def _including(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "several outlets, including the Post" where only the Post was found."""
    at = found[0] - 1
    if at - 1 <= floor or page.norm(at) != "including":
        return found
    whole = chunks.before(at - (page.tags[at - 1] == Tag.COMMA), floor)
    return found if whole is None else (whole[0], found[1])


def _after_relative(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "the woman" of "the woman, who lived with nuns in Sarn, a town, said"."""
    for at in range(found[0] - 1, max(floor, found[0] - _LONGEST_RELATIVE), -1):
        if page.tags[at] in ",.:U(C=" or page.quotation_of[at] >= 0:
            break
        if page.tags[at] == Tag.WH and page.tags[at - 1] == Tag.COMMA:
            head = chunks.before(at - 1, floor)
            has_verb = not _CLAUSE_VERBS.isdisjoint(page.tags[at + 1 : found[0]])
            if head is None or not has_verb or not _opens_clause(page, head[0], floor):
                return found
            return head
    return found


def _with_relative(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "the man who built the bridge" where only "the bridge" was found."""
    start, end = found
    for at in range(start - 1, max(floor, start - _LONGEST_RELATIVE), -1):
        tag = page.tags[at]
        if tag in ",.:U(C" or page.quotation_of[at] >= 0:
            break
        if tag in (Tag.WH, Tag.THAT) and page.words[at].cue is None:
            head = chunks.before(at, floor)
            has_verb = any(tag in "zdvMBHD" for tag in page.tags[at + 1 : start])
            if head is None or not has_verb or not _opens_clause(page, head[0], floor):
                return found
            return head[0], end
    return found


def _with_appositive(page: Page, chunks: Chunks, at: int, floor: int) -> Subject | None:
    """Return "X, a spokesman for Y," or "X (Z)" before a verb group."""
    end = at
    stop = at - 1
    for _ in range(4):
        opening = _opening_of(page, stop, floor)
        if opening is None:
            return None
        is_participle = page.norm(opening + 2) == "by"  # "the mayor, quoted by"
        if page.tags[opening + 1] not in _APPOSITIVE_TAGS and not is_participle:
            return None
        if opening in chunks.start_of:
            found = chunks.before(opening, floor)
            is_far = (
                found is not None
                and found[0] - 2 > floor
                and page.tags[found[0] - 1] == Tag.PREPOSITION
                and page.tags[found[0] - 2] == Tag.COMMA
            )
            if is_far:  # "Briggs, 34, from Harrow, London,"
                assert found is not None
                stop = found[0] - 2
                continue
            if found is not None and _is_attached(page, opening, stop):
                found = _after_relative(page, chunks, found, floor)
                found = _described(page, chunks, found, floor)
                found = _joined(page, chunks, found, floor)
                return Subject((found[0], end), found, "appositive")
        if page.tags[opening] != Tag.COMMA:
            return None
        stop = opening
    return None


def _described(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "Ada Lind" of "Ada Lind, a spokeswoman for the port, a firm," said."""
    at = found[0] - 1
    if (
        at <= floor
        or page.tags[at] != Tag.COMMA
        or page.norm(at + 1) not in ("a", "an")
    ):
        return found
    named = chunks.before(at, floor)
    if named is None or Tag.NAME not in page.tags[named[0] : named[1]]:
        return found
    return named if _opens_clause(page, named[0], floor) else found


def _opens_clause(page: Page, start: int, floor: int) -> bool:
    """Say whether a noun phrase stands first in its clause."""
    return start == floor or page.tags[start - 1] in ',.:=U"-C'


def _opening_of(page: Page, stop: int, floor: int) -> int | None:
    """Return the mark that pairs with the one at `stop`, going left."""
    closing = page.tags[stop]
    wanted = Tag.OPEN if closing == Tag.CLOSE else closing
    for at in range(stop - 2, max(floor, stop - _LONGEST_APPOSITIVE) - 1, -1):
        if page.quotation_of[at] >= 0:
            return None
        if page.tags[at] == wanted:
            return at
    return None


def _is_attached(page: Page, opening: int, stop: int) -> bool:
    """Say whether what stands between two commas describes the noun before it.

    A clause with a verb of its own does not, unless it is a relative clause.
    """
    if page.norm(opening + 2) == "by":
        opening += 1  # ", quoted by Baltic Wire,"
    inside = page.tags[opening + 1 : stop]
    if inside[0] == Tag.WH or page.tags[opening] == Tag.OPEN:
        return True
    if Tag.WH in inside:
        inside = inside[: inside.index(Tag.WH)]
    return not any(tag in _CLAUSE_VERBS for tag in inside)


def with_appositive_after(page: Page, phrase: Range, limit: int) -> Range:
    """Return a noun phrase with the appositive or relative clause behind it.

    "the mayor, a poet," and "the mayor, who fled," are whole; in "the mayor, the port
    had closed" what follows the comma is a clause of its own.

    Args:
        page: The page.
        phrase: The noun phrase.
        limit: Index that the appositive may not reach beyond.
    """
    start, end = phrase
    if end + 1 >= limit or page.tags[end] != Tag.COMMA:
        return phrase
    opening = page.tags[end + 1]
    if opening != Tag.WH and opening not in "T$npj#":
        return phrase
    stop = page.tags.find(Tag.COMMA, end + 1, min(limit, end + _LONGEST_APPOSITIVE))
    if stop < 0:
        stop = limit
    inside = page.tags[end + 1 : stop]
    if Tag.QUOTATION_MARK in inside or stop - end > _LONGEST_APPOSITIVE:
        return phrase
    describes = (
        opening == Tag.WH
        or page.norm(end + 1) in ("a", "an")
        or any(page.words[at].sorts for at in range(end + 1, stop))
    )
    if describes and (opening == Tag.WH or not any(tag in "zdMBH" for tag in inside)):
        return start, stop
    return phrase
