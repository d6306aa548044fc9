"""Who reports: the noun phrase that is the subject of a reporting verb."""

import attrs

from attrib.extraction.mentions.attachments import (
    FOR_EXAMPLE,
    QUANTITIES,
    before_circumstance,
    before_time,
    behind_vehicle,
    behind_with,
    counted,
    including,
    opens_clause,
    past_day,
    past_time,
)
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.joining import find_joint_before, is_body_of_fields
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.appositives import (
    before_bracket,
    is_age,
    is_attached,
    is_far,
    may_describe,
    opening_of,
    opens_with_name,
)
from attrib.extraction.subjects.clocks import past_clock
from attrib.extraction.subjects.descriptions import is_aside
from attrib.extraction.subjects.issuing import find_issuing
from attrib.extraction.subjects.lists import find_list
from attrib.extraction.subjects.reduced import find_described
from attrib.extraction.subjects.spanning import find_spanning
from attrib.lexicon.entries import BODIES, Frame, Sort
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind

_LONGEST_RELATIVE = 14
_LONGEST_QUOTED = 7
_LONGEST_INSERTION = 30
_USING = frozenset(
    """
    use uses used call calls called phone phones phoned telephone telephones telephoned
    ring rings rang rung radio radios radioed text texts texted email emails emailed
    message messages messaged contact contacts contacted visit visits visited
    hold holds held issue issues issued release releases released
    """.split()
)
"""Verbs whose object does not say what "to say" behind it says."""
_BETWEEN = frozenset("npjITt$#()q")
"""Tags of the words of a noun phrase with all that is tied to it."""
_TELLING = (
    BODIES | Sort.PERSON | Sort.TITLE | Sort.CROWD | Sort.ANONYMOUS | Sort.DOCUMENT
)
_TOLD = frozenset((Frame.ADDRESSEE, Frame.THAT))
_INDEFINITE = frozenset("something anything everything nothing".split())
_SPEAKING = frozenset("speaking writing appearing testifying talking".split())
_INSERTED = _SPEAKING.union("who whose which asked pressed questioned quizzed".split())
"""Words that begin a clause between a subject and its verb."""
REFLEXIVES = {
    "himself": "he", "herself": "she", "itself": "it", "themselves": "they",
}  # fmt: skip
"""Words that stress a subject, or stand for it as the pronoun does."""


@attrs.define(eq=False)
class Subject:
    """A subject on the left of a verb group.

    Attributes:
        range: The whole noun phrase with its appositives.
        core: The noun phrase without them.
        shape: How it was found: "noun phrase", "appositive", "relative".
        issuing: Where the verb begins by which it made the document that speaks
            ("issued a statement saying"), or None.
    """

    range: Range
    core: Range
    shape: str
    issuing: int | None = None


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
    if page.tags[at] == Tag.GERUND:
        issuer = _issuer(page, chunks, at, floor)
        if issuer is not None:
            return issuer
    found = find_subject_before(page, chunks, at, floor)
    if found is None and page.tags[at - 1] == Tag.COMMA:
        return _cut_off(page, chunks, group, floor)
    if found is not None and group.is_infinitive:
        # "wrote to the council to say that": not the council
        before = page.norm(found.range[0] - 1) if found.range[0] > floor else ""
        if before in _USING:
            return _user(page, chunks, found.range[0] - 1, floor)
        is_thing = page.tags[found.core[1] - 1] == Tag.NOUN
        is_owned = Tag.POSSESSIVE in page.tags[slice(*found.core)]
        if is_thing and not is_owned and not page.words[found.core[1] - 1].sorts:
            return None  # "I have no right to say that"
        is_behind = page.tags[found.range[0] - 1] == Tag.PREPOSITION
        return None if is_behind and before != "for" else found
    if page.tags[at] == Tag.GERUND and page.norm(at - 1) == "of":
        return _accused(page, chunks, at - 1, floor)
    if found is None or page.tags[at] != Tag.GERUND:
        return found
    beside = behind_with(page, found.range)
    if beside is not None:
        return Subject(beside, beside, "noun phrase")
    is_heard = found.shape == "noun phrase" and _is_heard(page, found.range, floor)
    return None if is_heard or _is_mentioned(page, found) else found


def _cut_off(page: Page, chunks: Chunks, group: Group, floor: int) -> Subject | None:
    """Return a subject with a comma behind it: "The head of the port in Sarn, said he".

    Not what Berg says in "The head of the port in Sarn, said Berg".
    """
    comma = group.first - 1
    if comma <= floor or page.tags[group.first] not in "zdvH":
        return None
    is_report = group.cue.kind is AttributionKind.REPORTING
    if not is_report or group.cue.lemma == "call":
        return None  # "The group of boats, called the Flock"
    core = chunks.after(floor, comma)
    if core is None or core[0] != floor or chunks.is_day(*core):
        return None
    words = page.words[slice(*core)]
    is_known = Tag.NAME in page.tags[slice(*core)] or any(
        word.sorts & _TELLING for word in words
    )
    between = page.tags[floor:comma]
    is_phrase = _BETWEEN.issuperset(between) and "V" not in page.finite[floor:comma]
    if not (is_known and is_phrase and _tells(page, chunks, group)):
        return None
    return Subject((floor, comma), core, "noun phrase")


def _tells(page: Page, chunks: Chunks, group: Group) -> bool:
    """Say whether a verb tells what is behind it, not who said what is before it."""
    at, tags = group.last, page.tags
    is_told = group.cue.frames >= _TOLD
    if is_told or tags[at : at + 1] in tuple('=S"'):
        return True
    end = chunks.end_of.get(at, at)
    if end == at:  # "wrote on Friday that"
        return chunks.is_day(at + 1, chunks.end_of.get(at + 1, at + 1))
    return page.finite[end : end + 1] == "V"


def _accused(page: Page, chunks: Chunks, link: int, floor: int) -> Subject | None:
    """Return Berg of "accused Berg of saying that": what he is to have said is his."""
    named = chunks.before(link, floor)
    if named is None or named[0] - 1 < floor:
        return None
    cue = page.words[named[0] - 1].cue
    is_charge = cue is not None and cue.lemma == "accuse"
    return Subject(named, named, "noun phrase") if is_charge else None


def _issuer(page: Page, chunks: Chunks, at: int, floor: int) -> Subject | None:
    """Return Norway of "Norway issued a statement saying that"."""
    verb = find_issuing(page, chunks, at, floor)
    if verb is None:
        return None
    found = find_subject_before(page, chunks, verb, floor)
    return None if found is None else attrs.evolve(found, issuing=verb)


def _may_say(page: Page, chunks: Chunks, at: int, floor: int) -> bool:
    """Say whether "that" stands for a document: "a report that said it rained"."""
    named = chunks.before(at, floor)
    if named is not None and chunks.is_day(*named):
        named = chunks.before(named[0], floor)
    return named is not None and any(
        word.sorts & Sort.DOCUMENT for word in page.words[slice(*named)]
    )


def _user(page: Page, chunks: Chunks, verb: int, floor: int) -> Subject | None:
    """Return who used or called what stands there: "Lind rang a friend to say"."""
    if verb <= floor or page.tags[verb] == Tag.GERUND:
        return None
    while verb > floor and page.tags[verb - 1] in "HrM":
        verb -= 1
    return find_subject_before(page, chunks, verb, floor)


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
    reduced = find_described(page, chunks, at, floor)
    if reduced is not None:
        return Subject((reduced[0], at), reduced, "noun phrase")
    found = _find_nearest(page, chunks, at, floor)
    start = at if found is None else found.range[0]
    is_relative = found is not None and found.shape == "relative"
    is_place = page.norm(at - 1) == "there" and page.tags[at - 2] in "zdvg"
    if is_place:  # "a man who works there said"
        found, start = None, at
    elif is_relative or page.tags[at - 1] == Tag.SUBJECT:
        return found
    is_open = found is not None and opens_clause(page, start, floor)
    if is_open and (start == floor or page.tags[start - 1] not in ",C"):
        return found
    best = found.range if found is not None and is_open else None
    spanning = find_spanning(page, chunks, at, floor, best)
    if spanning in (None, best):
        return found
    head = spanning[0], chunks.end_of.get(spanning[0], spanning[1])
    is_described = page.tags[at - 1] == Tag.COMMA
    return Subject(spanning, head, "appositive" if is_described else "noun phrase")


def _find_nearest(page: Page, chunks: Chunks, at: int, floor: int) -> Subject | None:
    """Return the subject as far as what stands right before the verb tells it."""
    if at - 1 > floor and page.norm(at - 1) in ("both", "all", "neither"):
        at -= 1  # "the mayor and the minister both said"
    bare = before_time(page, chunks, at, floor)
    if bare < at:  # "Lind on Monday said"
        found = _find_nearest(page, chunks, bare, floor)
        if found is not None and "who" in page.norms(found.range):
            return Subject((found.range[0], at), found.core, found.shape)
        if found is not None:
            return found
    if at <= floor:
        return None
    before, norm = page.tags[at - 1], page.norm(at - 1)
    if before == Tag.WH:
        is_that = norm == "that" and _may_say(page, chunks, at - 1, floor)
        if norm not in ("who", "which", "whom") and not is_that:
            return None  # "When asked whether ..."
        return Subject((at - 1, at), (at - 1, at), "relative")
    if before == Tag.THAT and at - 2 >= floor and page.tags[at - 2] in "np":
        return Subject((at - 1, at), (at - 1, at), "relative")
    if before == Tag.DETERMINER and norm in QUANTITIES:
        return Subject((at - 1, at), (at - 1, at), "noun phrase")
    if before == Tag.OBJECT and norm in REFLEXIVES:
        named = chunks.before(at - 1, floor)
        if named is None and at - 2 >= floor and page.words[at - 2].is_capital:
            named = at - 2, at - 1  # "Wood himself said"
        if named is not None:  # "the mayor herself said"
            return Subject((named[0], at), named, "noun phrase")
    quoted = _quoted_name(page, at, floor) if page.quotation_of[at - 1] >= 0 else None
    if quoted is not None:
        return quoted
    if at in chunks.start_of:
        whole = _noun_phrase(page, chunks, at, floor)
        aged = _aged(page, chunks, whole, floor)
        if aged is not None:
            return Subject((aged[0], at), aged, "appositive")
        if whole is not None:
            return Subject(whole, whole, "noun phrase")
    if before == Tag.CLOSE:
        put_in = _put_in(page, chunks, at - 1, floor)
        if put_in is not None:
            return Subject(put_in, put_in, "noun phrase")
    if before in (Tag.COMMA, Tag.CLOSE, Tag.DASH):
        first = _first_phrase(page, chunks, at, floor)
        if first is not None and page.norm(first.core[1] + 1) in _SPEAKING:
            return first
        return _with_appositive(page, chunks, at, floor) or first
    return _whose_clause(page, chunks, at, floor)


def _aged(page: Page, chunks: Chunks, found: Range | None, floor: int) -> Range | None:
    """Return "Ada Lind" of "Ada Lind, 32, a guard at the port said"."""
    if found is None or page.norm(found[0]) not in ("a", "an"):
        return None
    age = found[0] - 2
    is_age = age - 1 > floor and page.tags[age - 1 : age + 2] == ",#,"
    named = chunks.before(age - 1, floor) if is_age else None
    if named is None or not opens_with_name(page, named, floor):
        return None
    return named


def _put_in(page: Page, chunks: Chunks, close: int, floor: int) -> Range | None:
    """Return Lind of '"[Lind] said that it rained."', put in by whoever quotes."""
    start = chunks.start_of.get(close, floor)
    if start <= floor or page.tags[start - 1] != Tag.OPEN:
        return None
    is_bare = start - 1 == floor or page.tags[start - 2] in ',"=UC~'
    return (start, close) if is_bare else None


def _quoted_name(page: Page, at: int, floor: int) -> Subject | None:
    """Return 'the "Free Army"' before its verb, not '"It rained," said Ada Lind'."""
    first, last = page.whole_quotation(at - 1)
    is_name = last == at and last - first <= _LONGEST_QUOTED and first > floor
    if not is_name or page.tags[last - 2] in ",.":
        return None
    before = first - 1 - (page.norm(first - 1) == "so-called")
    if before < floor or page.tags[before] != Tag.DETERMINER:
        return None
    return Subject((before, at), (before, at), "noun phrase")


def _whose_clause(page: Page, chunks: Chunks, at: int, floor: int) -> Subject | None:
    """Return "a man who asked not to be named" and "those who left"."""
    if page.tags[at] in (Tag.TO, Tag.GERUND):
        return None
    for place in range(at - 1, max(floor, at - _LONGEST_RELATIVE), -1):
        if page.tags[place] in ",.:-UC(" or page.quotation_of[place] >= 0:
            return None
        if page.norm(place) != "who":
            continue
        head = chunks.before(place, floor)
        if head is None and page.tags[place - 1] == Tag.DETERMINER:
            head = (place - 1, place)
        if head is None or "V" not in page.finite[place:at]:
            return None
        head = counted(page, head, floor)
        return Subject((head[0], at), head, "noun phrase")
    return None


def _noun_phrase(page: Page, chunks: Chunks, at: int, floor: int) -> Range | None:
    """Return the whole noun phrase that ends at a token, with all tied to it."""
    found = past_time(page, chunks, chunks.before(at, floor), floor)
    if found is None:
        return None
    found = past_clock(page, _named(page, found), floor)
    found = before_circumstance(page, chunks, found, floor)
    found = behind_vehicle(page, found, floor)
    found = _joined(page, chunks, found, floor)
    found = including(page, chunks, found, floor)
    return counted(page, found, floor)


def _first_phrase(page: Page, chunks: Chunks, at: int, floor: int) -> Subject | None:
    """Return "a man, whose wife said that he knew them," that opens the sentence.

    The relative clause between the two commas may hold any verbs; another comma it
    may not hold.
    """
    head = chunks.after(floor, at)
    if head is None or page.tags[head[1]] != Tag.COMMA:
        return None
    if not head[1] < at - 1 <= head[1] + _LONGEST_INSERTION:
        return None
    is_relative = page.norm(head[1] + 1) in _INSERTED
    if not is_relative or Tag.COMMA in page.tags[head[1] + 1 : at - 1]:
        return None
    return Subject((floor, at), head, "appositive")


def _named(page: Page, found: Range) -> Range:
    """Return "Norway" of "an attack, something Norway has denied"."""
    start, end = found
    is_relative = page.norm(start) in _INDEFINITE and page.words[start + 1].is_capital
    return (start + 1, end) if is_relative and end - start > 1 else found


def _is_heard(page: Page, found: Range, floor: int) -> bool:
    """Say whether one is told or judged: "wrote to Lind, saying", "thanked Lind"."""
    at = found[0] - 1
    if at > floor and page.norm(at) == "to":
        at -= 1
    if at < floor or page.tags[at] not in "dzv":
        return False
    cue = page.words[at].cue
    if cue is None:
        return False
    is_judged = cue.kinds.get(Frame.OBJECT, cue.kind) is AttributionKind.ATTITUDE
    is_somebody = Tag.NAME in page.tags[slice(*found)] or any(
        word.sorts & (BODIES | Sort.PERSON | Sort.CROWD)
        for word in page.words[slice(*found)]
    )
    return Frame.ADDRESSEE in cue.frames or (is_judged and is_somebody)


def _is_mentioned(page: Page, found: Subject) -> bool:
    """Say whether one is described, not speaking: "praised Berg, her aide, saying".

    A document may: "a report by the council, a copy of which we have, saying".
    """
    if found.shape != "appositive":
        return False
    return not any(
        word.sorts & Sort.DOCUMENT for word in page.words[slice(*found.core)]
    )


def _joined(page: Page, chunks: Chunks, found: Range, floor: int) -> Range:
    """Return "X and Y" where X begins its clause, else Y alone."""
    start, end = found
    stop = find_joint_before(page, start, floor)
    if stop == start or stop <= floor:
        return found
    if page.tags[stop - 1] == Tag.COMMA and stop - 3 > floor:
        # "Ada Lind, the mayor, and Bo Berg, her deputy, said"
        named = _with_appositive(page, chunks, stop, floor)
        if named is not None and opens_clause(page, named.range[0], floor):
            return named.range[0], end
    if page.tags[stop - 1] == Tag.CLOSE:  # "Ada Lind (North) and Bo Berg (South)"
        opening = opening_of(page, stop - 1, floor)
        stop = stop if opening is None else opening
    left = chunks.before(stop, floor)
    if left is None:
        return found
    if left[0] - 2 >= floor and page.reads(left[0] - 2, ("not", "only")):
        left = left[0] - 2, left[1]
    if is_body_of_fields(page, (left[0], end)):
        return _joined(page, chunks, (left[0], end), floor)
    opening = past_day(page, chunks, left[0], floor)
    is_whole = opening == floor or page.tags[opening - 1] in ',.:=U"-'
    is_whole = is_whole or page.norm(left[0] - 1) in FOR_EXAMPLE
    is_whole = is_whole or page.norm(left[0] - 1) in ("both", "but")
    is_noun = page.tags[left[1] - 1] in "npS"
    is_whole = is_whole or (page.norm(left[0]) == "both" and is_noun)
    if not is_whole:
        return found
    return find_list(page, chunks, (left[0], end), floor), end


def _with_appositive(page: Page, chunks: Chunks, at: int, floor: int) -> Subject | None:
    """Return "X, a spokesman for Y," or "X (Z)" before a verb group."""
    stop = at - 1
    for _ in range(4):
        opening = opening_of(page, stop, floor)
        if opening is None or not may_describe(page, opening):
            return None
        end = before_bracket(page, opening, floor)
        if end in chunks.start_of:
            found = chunks.before(end, floor)
            if found is not None and is_far(page, found, floor):
                # "Briggs, 34, from Harrow, London,"
                stop = found[0] - 2
                named = chunks.before(stop, floor)
                if named is not None and opens_with_name(page, named, floor):
                    return Subject((named[0], at), named, "appositive")
                continue
            if found is not None and is_age(page, found, floor):
                opening = found[0] - 1  # "Briggs, 34, a guard at a bank,"
                found = chunks.before(opening, floor)
            if found is not None and is_attached(page, opening, stop):
                found = _joined(page, chunks, found, floor)
                if is_aside(page, opening + 1, stop):
                    return Subject(found, found, "noun phrase")
                return Subject((found[0], at), found, "appositive")
        if page.tags[opening] != Tag.COMMA:
            return None
        stop = opening
    return None
