"""Who reports: the noun phrase that is the subject of a reporting verb."""

import attrs

from attrib.extraction.chunks import Chunks
from attrib.extraction.descriptions import QUOTED
from attrib.extraction.groups import Group
from attrib.extraction.page import Page, Range
from attrib.lexicon.entries import Frame, Sort
from attrib.lexicon.tags import Tag

_APPOSITIVE_TAGS = frozenset("TW$npj#qgrIU")
_LONGEST_APPOSITIVE = 40
_LONGEST_RELATIVE = 14
_LONGEST_PARTICIPLE = 8
_FARTHEST_VERB = 60
_CLAUSE_VERBS = frozenset("zdMBHD")
_TIME_LINKS = frozenset("on in at during over".split())
_TIMES = frozenset("time times past meantime moment".split())
"""Nouns that behind a preposition tell when: "the mayor in the past said"."""
_QUANTITIES = frozenset("some many most several few both all each any another".split())
"""Determiners that may stand for those who are counted: "most believe"."""
_OF_ALL = frozenset("even only neither both".split())
_COMPARED = frozenset("more less fewer".split())
_ABOUT = frozenset("about nearly almost roughly".split())
_STANDING_OUT = frozenset(("herself", "himself", "itself", "themselves"))
_JOINING = frozenset(("and", "or", "nor", "/"))
_FOR_EXAMPLE = frozenset(("including", "like", "as"))


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
    if group.is_passive and at > floor and page.norm(at - 1) == "this":
        return Subject((at - 1, at), (at - 1, at), "noun phrase")
    found = find_subject_before(page, chunks, at, floor)
    if found is not None and group.is_infinitive:
        # "wrote to the council to say that": not the council
        is_heard = found.range[0] > floor and page.norm(found.range[0] - 1) == "to"
        return None if is_heard else found
    if found is None or page.tags[at] != Tag.GERUND:
        return found
    is_heard = found.shape == "noun phrase" and _is_heard(page, found.range, floor)
    return None if is_heard or _is_mentioned(page, found) else found


def find_clause_subject(
    page: Page, chunks: Chunks, at: int, floor: int
) -> Subject | None:
    """Return the first subject of a sentence that has a verb before a token, or None.

    That of a relative clause is none of the sentence's own.

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Index of the token.
        floor: Where the sentence begins.
    """
    first = max(floor, at - _FARTHEST_VERB)
    for verb in range(first + 1, at):
        if page.finite[verb] == "V" and page.finite[verb - 1] != "V":
            while page.tags[verb - 1] == Tag.ADVERB and verb - 1 > floor:
                verb -= 1
            found = find_subject_before(page, chunks, verb, floor)
            if found is not None and found.shape != "relative":
                return found
    return None


def find_subject_before(
    page: Page, chunks: Chunks, at: int, floor: int
) -> Subject | None:
    """Return the subject of a verb that begins at a token, or None.

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Where the verb begins.
        floor: Index that the subject may not begin before.
    """
    if at - 1 > floor and page.norm(at - 1) in ("both", "all"):
        at -= 1  # "the mayor and the minister both said"
    bare = _before_time(page, chunks, at, floor)
    if bare < at:  # "Lind on Monday said"
        found = find_subject_before(page, chunks, bare, floor)
        if found is not None:
            return found
    if at <= floor:
        return None
    before, norm = page.tags[at - 1], page.norm(at - 1)
    if before == Tag.WH:
        if norm not in ("who", "which", "whom"):
            return None  # "When asked whether ..."
        return Subject((at - 1, at), (at - 1, at), "relative")
    if before == Tag.THAT and at - 2 >= floor and page.tags[at - 2] in "np":
        return Subject((at - 1, at), (at - 1, at), "relative")
    if before == Tag.DETERMINER and norm in _QUANTITIES:
        return Subject((at - 1, at), (at - 1, at), "noun phrase")
    if before == Tag.OBJECT and norm in _STANDING_OUT:
        named = chunks.before(at - 1, floor)
        if named is not None:  # "the mayor herself said"
            return Subject((named[0], at), named, "noun phrase")
    if at in chunks.start_of:
        whole = _noun_phrase(page, chunks, at, floor)
        if whole is not None:
            return Subject(whole, whole, "noun phrase")
    if before in (Tag.COMMA, Tag.CLOSE, Tag.DASH):
        return _with_appositive(page, chunks, at, floor)
    return None


def _noun_phrase(page: Page, chunks: Chunks, at: int, floor: int) -> Range | None:
    """Return the whole noun phrase that ends at a token, with all tied to it."""
    found = chunks.before(at, floor)
    if found is None:
        return None
    if found[0] > floor and chunks.is_day(*found):
        # "the newspaper this week reported", "a study published this week shows"
        is_dated = page.tags[found[0] - 1] in "qd"
        named = chunks.before(found[0] - is_dated, floor)
        if named is not None:
            found = (named[0], found[1]) if is_dated else named
    found = _after_participle(page, chunks, found, floor)
    found = _joined(page, chunks, found, floor)
    found = _including(page, chunks, found, floor)
    found = _counted(page, found, floor)
    return _with_relative(page, chunks, found, floor)


def _before_time(page: Page, chunks: Chunks, at: int, floor: int) -> int:
    """Return where a time begins that stands before a verb; `at` without one."""
    start = chunks.start_of.get(at)
    if start is None or start - 2 < floor or page.norm(start - 1) not in _TIME_LINKS:
        return at
    is_time = page.norm(at - 1) in _TIMES or chunks.is_day(start, at)
    return start - 1 if is_time else at


def _is_heard(page: Page, found: Range, floor: int) -> bool:
    """Say whether somebody is told what follows: "She wrote to members, saying"."""
    at = found[0] - 1
    if at > floor and page.norm(at) == "to":
        at -= 1
    if at < floor or page.tags[at] not in "dzv":
        return False
    cue = page.words[at].cue
    return cue is not None and Frame.ADDRESSEE in cue.frames


def _is_mentioned(page: Page, found: Subject) -> bool:
    """Say whether one is described, not speaking: "praised Berg, her aide, saying".

    A document may: "a report by the council, a copy of which we have, saying".
    """
    if found.shape != "appositive":
        return False
    return not any(
        word.sorts & Sort.DOCUMENT for word in page.words[slice(*found.core)]
    )


def _after_participle(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "a memo seen by Baltic Wire" where only "Baltic Wire" was found."""
    start, end = found
    for at in range(start - 1, max(floor, start - _LONGEST_PARTICIPLE), -1):
        tag = page.tags[at]
        if tag not in "Itnp#T$jrqdg" or page.norm(at) in QUOTED:
            break
        is_by = tag == Tag.PAST and page.norm(at + 1) == "by"
        is_tied = is_by or (tag in "qg" and page.tags[at + 1] in "It")
        head = chunks.before(at, floor) if is_tied else None
        if head is not None and _opens_clause(page, head[0], floor):
            return head[0], end
    return found


def _counted(page: Page, found: Range, floor: int) -> Range:
    """Return "fewer than ten" and "some of them" where only the end was found."""
    start, end = found
    left = page.norm(start - 1) if start - 1 >= floor else ""
    further = page.norm(start - 2) if start - 2 >= floor else ""
    if (left == "than" and further in _COMPARED) or (
        left == "of" and further in _QUANTITIES
    ):
        return start - 2, end
    if left in _ABOUT and page.tags[start] in "#T":
        return start - 1, end
    if left in _OF_ALL:
        return start - 1, end
    return found


def _joined(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "X and Y" where X begins its clause, else Y alone."""
    start, end = found
    if start - 2 < floor or page.norm(start - 1) not in _JOINING:
        return found
    if page.tags[start - 2] == Tag.COMMA and start - 4 > floor:
        # "Ada Lind, the mayor, and Bo Berg, her deputy, said"
        named = _with_appositive(page, chunks, start - 1, floor)
        if named is not None and _opens_clause(page, named.range[0], floor):
            return named.range[0], end
    stop = start - 1
    if page.tags[stop - 1] == Tag.CLOSE:  # "Ada Lind (North) and Bo Berg (South)"
        opening = _opening_of(page, stop - 1, floor)
        stop = stop if opening is None else opening
    left = chunks.before(stop, floor)
    if left is None:
        return found
    is_whole = left[0] == floor or page.tags[left[0] - 1] in ',.:=U"-'
    is_whole = is_whole or page.norm(left[0] - 1) in _FOR_EXAMPLE
    return (left[0], end) if is_whole else found


def _including(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "several outlets, including the Post" where only the Post was found."""
    at = found[0] - 1
    if at - 1 <= floor or page.norm(at) not in _FOR_EXAMPLE:
        return found
    if page.norm(at) == "as":
        at -= 1
        if page.norm(at) != "such":
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
            is_added = page.tags[opening] == Tag.DASH  # "leaders - and Lind too -"
            if not (is_added and page.tags[opening + 1] == Tag.COORDINATOR):
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
            if found is not None and _is_age(page, found, floor):
                opening = found[0] - 1  # "Briggs, 34, a guard at a bank,"
                found = chunks.before(opening, floor)
            if found is not None and _is_attached(page, opening, stop):
                found = _after_relative(page, chunks, found, floor)
                found = _described(page, chunks, found, floor)
                found = _joined(page, chunks, found, floor)
                return Subject((found[0], end), found, "appositive")
        if page.tags[opening] != Tag.COMMA:
            return None
        stop = opening
        if page.tags[stop - 1] == Tag.CLOSE:  # "Lind (North), chair of the board,"
            stop -= 1
    return None


def _is_age(page: Page, found: Range, floor: int) -> bool:
    """Say whether a noun phrase is a number behind a comma."""
    first, last = found
    is_number = last - first == 1 and page.tags[first] == Tag.NUMBER
    return is_number and first - 1 > floor and page.tags[first - 1] == Tag.COMMA


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
