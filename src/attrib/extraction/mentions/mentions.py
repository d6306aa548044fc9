"""What a mention says of its source, before it is compared with other mentions."""

import itertools

import attrs

from attrib.extraction.mentions.anybody import is_anybody
from attrib.extraction.mentions.attachments import is_namesake
from attrib.extraction.mentions.calling import find_called, gives_name
from attrib.extraction.mentions.outlets import is_like_outlet, is_outlet, read_outlet
from attrib.extraction.mentions.parts import stand_alone
from attrib.extraction.mentions.persons import (
    affiliation_of,
    read_person,
)
from attrib.extraction.mentions.persons import is_name as is_name_word
from attrib.extraction.mentions.readings import (
    Reading,
    has_sort,
    head_of,
    name_words,
    without_article,
    without_nickname,
)
from attrib.extraction.mentions.things import read_thing
from attrib.extraction.pages.joining import (
    has_joint,
    is_body_of_fields,
    split_joint,
    with_shared_noun,
)
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind

_PRONOUN_OF = {
    "his": "he", "her": "she", "hers": "she", "their": "they", "theirs": "they",
    "its": "it", "my": "i", "our": "we", "your": "you", "whose": "who",
}  # fmt: skip
_RELATIVES = frozenset("which whom where whose".split())
_CLAUSE_WORDS = frozenset("W=t")
_POSTS = frozenset("post posts message messages page account video".split())
_ISSUED = frozenset("issued released published posted dated".split())
"""What was done to a document at a time behind it: "the port issued last month"."""
_GENDERS = Sort.MALE | Sort.FEMALE
_IN_NAMES = frozenset("of the and for".split())
_TIMES = frozenset(
    "last next yesterday today tomorrow earlier later early late".split()
)


def read_mention(page: Page, mention: Range) -> Reading:
    """Return what a mention says of its source.

    Args:
        page: The page.
        mention: Range of the whole noun phrase with its appositives.
    """
    if has_joint(page, mention):
        joint = _read_joint(page, mention)
        if joint is not None:
            return joint
    return _read_one(page, mention)


def _read_one(page: Page, mention: Range) -> Reading:
    core = with_shared_noun(page, _core(page, mention), mention[1])
    named = find_called(page, mention, core)
    if named is not None:
        described = core[0], min(core[1], named[0] - 1)
        reading = _read_core(page, described)
        if reading.kind is SourceKind.UNKNOWN and gives_name(page, named[0] - 1):
            reading.kind = SourceKind.PERSON
        return _with_appositive(page, reading, described, named)
    reading = _read_core(page, core)
    is_described = page.tags[core[1] : core[1] + 1] == Tag.COMMA
    if not reading.pronoun and is_described and core[1] + 1 < mention[1]:
        appositive = _core(page, (core[1] + 1, mention[1]))
        if page.tags[appositive[0]] not in "Wgq":
            reading = _with_appositive(page, reading, core, appositive)
    start, end = mention
    relative = page.tags.find(Tag.WH, start, end)
    named = _named_behind(page, relative, mention)
    if named is not None and not reading.is_named:
        reading = _with_appositive(page, reading, core, named)
    gender = _gender(page, start, end if relative < 0 else relative)
    reading.gender = gender or reading.gender
    return reading


def _gender(page: Page, start: int, end: int) -> int:
    """Return what the words of a mention say of a gender, but for other people's.

    "Ada Lind, an aide to Mr. Berg" is a woman.
    """
    comma = page.tags.find(Tag.COMMA, start, end)
    link = -1 if comma < 0 else page.tags.find(Tag.PREPOSITION, comma, end)
    sorts = Sort.NONE
    for word in page.words[start : end if link < 0 else link]:
        sorts |= word.sorts
    return sorts & _GENDERS


def _named_behind(page: Page, relative: int, mention: Range) -> Range | None:
    """Return Ada Lind of "the head of the port from which they sailed, Ada Lind,"."""
    end = mention[1] - (page.tags[mention[1] - 1] == Tag.COMMA)
    comma = page.tags.rfind(Tag.COMMA, relative, end) if relative > mention[0] else -1
    is_name = comma > 0 and not page.tags[comma + 1 : end].strip(Tag.NAME)
    return (comma + 1, end) if is_name and comma + 1 < end else None


def _read_joint(page: Page, mention: Range) -> Reading | None:
    """Read "Ada Lind, the mayor, and Bo Berg" as the two that speak together."""
    start, end = mention
    if page.norm(end - 1) == "both":
        end -= 1
    parts = split_joint(page, (start, end))
    joint = parts[0][1]
    comma = page.tags.find(Tag.COMMA, joint, end)
    core = start, (comma if comma > joint else end)
    if len(parts) < 2 or page.lexicon.knowledge.is_known(page.say_plainly(core)):
        return None  # "the Globe and Mail"
    begin = start + (page.tags[start] == Tag.DETERMINER and start < end - 1)
    is_list = Tag.COMMA in page.tags[start:joint]  # "Baltic Wire, Reuters and CNN"
    is_outlet = not is_list and read_outlet(page, begin, end) is not None
    if is_outlet or not _CLAUSE_WORDS.isdisjoint(page.tags[start:end]):
        return None
    if any(last <= first for first, last in parts):
        return None
    for first, last in parts[:-1]:
        is_open = page.tags[last] != Tag.COMMA and Tag.COMMA in page.tags[first:last]
        if is_open and len(_listed(page, (first, last))) < 2:
            return None  # "Ada Lind, the harbour and ferry director"
    parts = [*_listed(page, parts[0]), *parts[1:]]
    readings = [_read_one(page, part) for part in parts]
    if not stand_alone(page, parts, readings):
        return None
    is_definite = all(page.tags[part[0]] in "T$S" for part in parts)
    is_many = all(reading.is_plural for reading in readings)
    is_named = any(reading.is_named for reading in readings)
    if not (is_named or is_definite or is_many):
        return None  # "bread and butter", "founder and owner"
    kinds = {
        SourceKind.CROWD if reading.is_person else reading.kind for reading in readings
    }
    kind = kinds.pop() if len(kinds) == 1 else SourceKind.UNKNOWN
    are_single = not any(reading.is_plural for reading in readings)
    return Reading(
        page.say_plainly((start, end)),
        frozenset(),
        kind=kind,
        is_named=True,
        is_plural=True,
        count=len(parts) if are_single else None,
        parts=tuple(parts),
    )


def _listed(page: Page, part: Range) -> list[Range]:
    """Return "Lind, Berg" as two, and "Lind, the mayor" as one."""
    start, end = part
    commas = [at for at in range(start, end) if page.tags[at] == Tag.COMMA]
    edges = [start - 1, *commas, end]
    pieces = [(first + 1, last) for first, last in itertools.pairwise(edges)]
    are_named = len(pieces) > 1 and all(
        first < last
        and page.words[last - 1].is_capital
        and _is_one(_read_one(page, (first, last)))
        for first, last in pieces
    )
    return pieces if are_named else [part]


def _is_one(reading: Reading) -> bool:
    is_outlet = reading.is_named and reading.kind is SourceKind.NEWS_OUTLET
    return is_outlet or _is_person(reading) or bool(reading.known)


def _with_appositive(
    page: Page, reading: Reading, core: Range, appositive: Range
) -> Reading:
    """Read "Ada Lind, the mayor," and "the mayor, Ada Lind," as one person."""
    other = _read_core(page, appositive)
    is_office = bool(_sorts_of(page, appositive) & (Sort.PERSON | Sort.TITLE))
    if reading.is_named and reading.may_be_person:
        if reading.role is None and is_office and not _is_person(other):
            return attrs.evolve(
                reading,
                kind=SourceKind.PERSON,
                role=without_article(page, *appositive),
                affiliation=reading.affiliation or affiliation_of(page, *appositive),
                head=other.head,
            )
        return reading
    if _is_described_outlet(page, core, other):
        return attrs.evolve(other, kind=SourceKind.NEWS_OUTLET)
    sorts = _sorts_of(page, core) | (Sort.PERSON if reading.is_person else Sort.NONE)
    if page.norm(core[0]) == "one":  # "one of the experts, Ada Lind,"
        sorts |= page.words[core[1] - 1].sorts
    is_owned = "$" in page.tags[core[0] : core[1]] and not (
        page.words[core[1] - 1].sorts & (BODIES | Sort.DOCUMENT)
    )  # "the port's auditor, Ada Lind,"
    is_its = page.tags[core[0]] == "$" and core[1] - core[0] > 1
    office = core[0] + is_its, core[1]  # "its auditor"
    is_human = is_owned or sorts & (Sort.PERSON | Sort.TITLE | Sort.CROWD)
    if reading.is_named and Tag.COORDINATOR in page.tags[core[0] : core[1]]:
        return reading  # "Ada Lind and her son, Per,"
    if is_human and other.is_named and other.may_be_person and not other.role:
        other = attrs.evolve(other, kind=SourceKind.PERSON)  # "the owner, Lind,"
    if is_human and _is_person(other):
        return attrs.evolve(
            other,
            role=other.role or without_article(page, *office),
            affiliation=other.affiliation or affiliation_of(page, *core),
            head=reading.head,
        )
    if _is_name_of(page, core, reading, appositive, other):
        is_told = other.kind is not SourceKind.UNKNOWN and not other.is_person
        kind = other.kind if is_told else reading.kind
        return attrs.evolve(other, kind=kind, head=reading.head)
    return reading


def _is_name_of(
    page: Page, core: Range, reading: Reading, appositive: Range, other: Reading
) -> bool:
    """Say whether a name stands behind what it names: "the company, Norr,"."""
    last = core[1] - 1
    is_description = page.tags[core[0]] in "T$" and page.tags[last] == Tag.NOUN
    if not is_description or page.words[last].is_capital or not other.is_named:
        return False
    if reading.is_plural or reading.kind is SourceKind.DOCUMENT:
        return False
    is_name = page.words[appositive[1] - 1].is_capital and all(
        is_name_word(page, at) or page.norm(at) in _IN_NAMES
        for at in range(*appositive)
    )
    is_alike = other.kind in (SourceKind.UNKNOWN, reading.kind)
    if other.is_person and not has_sort(page, *appositive, Sort.GIVEN):
        is_alike = reading.kind is not SourceKind.UNKNOWN  # "the bank, Norr Credit,"
    return is_name and is_alike and not has_sort(page, *appositive, Sort.DAY)


def _is_described_outlet(page: Page, core: Range, other: Reading) -> bool:
    """Say whether an outlet is named behind what it is: "a news site, Baltic Wire"."""
    last = page.words[core[1] - 1]
    if last.is_capital or not last.sorts & Sort.OUTLET or not other.is_named:
        return False
    is_outlet = not last.sorts & Sort.GOVERNMENT and other.kind is SourceKind.UNKNOWN
    return is_outlet or other.kind is SourceKind.NEWS_OUTLET


def _is_person(reading: Reading) -> bool:
    return reading.is_named and reading.is_person


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
        return Reading(
            page.say_plainly((start, end)),
            frozenset(),
            pronoun=norm,
            is_plural=norm in ("they", "them", "we", "us"),
        )
    is_definite = page.norm(start) in ("the", "this", "that", "these", "those")
    has_article = tags[start] == Tag.DETERMINER
    while start < end - 1 and (tags[start] in "Tr" or _is_seat(page, start)):
        if tags[start + 1] == Tag.PREPOSITION:
            break  # "some in the crowd"
        start += 1
    owner = None
    if start < end - 1 and tags[start] == "$" and page.norm(start)[0].isalpha():
        is_definite = True
        owner = (start, start + 1)
        start += 1
    head = head_of(page, start, end)
    author = _author(page, start, head, end)
    if author is not None:
        return _read_core(page, author)
    reading = (
        _read_known(page, start, end)
        or read_outlet(page, start, end)
        or read_person(page, start, end)
        or read_thing(page, start, head, end)
    )
    is_bare = (
        not (reading.is_named or reading.is_plural or has_article)
        and reading.count is None
    )
    is_definite = is_definite or is_bare
    if is_definite and reading.is_anonymous and not reading.is_plural:
        # "the mayor" is an office holder, "a mayor" and "mayors" are nobody known.
        reading.is_anonymous = page.words[end - 1].norm in page.lexicon.nobodies
    if is_anybody(page, core, head, reading):
        reading.is_anonymous, reading.is_named = True, False
    if reading.is_named:
        reading.name = without_nickname(reading.name)
    reading.is_definite = is_definite
    reading.owner = owner
    return reading


def _is_seat(page: Page, at: int) -> bool:
    """Say whether a word only tells where a body is: "the Norr-based Sarn Watch"."""
    return page.norm(at).endswith("-based") and page.words[at + 1].is_capital


def _author(page: Page, start: int, head: int, end: int) -> Range | None:
    """Return whose a report or statement is: the document is not the source.

    "a report by the ministry", "the ministry's report", "an Axios report".
    """
    if not page.words[head].sorts & Sort.DOCUMENT:
        return None
    if page.norm(head + 1) in ("in", "on") and head + 2 < end:
        begin = head + 2 + (page.tags[head + 2] == Tag.DETERMINER)
        is_outlet = begin < end and read_outlet(page, begin, end) is not None
        return (head + 2, end) if is_outlet else None
    is_talk = page.norm(head) in ("interview", "interviews")
    if page.norm(head + 1) in ("with", "to") and is_talk and head + 2 < end:
        return head + 2, end
    link = head + 1
    while link < end and page.tags[link] in "qjdr":
        link += 1  # "a report published by"
    if link + 1 < end and page.norm(link) in ("by", "from"):
        if page.norm(link) == "from" and not _is_sent(page, head, (link + 1, end)):
            return None
        further = page.finite.find("CV", link + 1, end)  # "... and seen by Reuters"
        further = page.tags.find("Cq", link + 1, end) if further < 0 else further
        return link + 1, end if further < 0 else further
    if page.norm(head + 1) == "of" and page.norm(head + 2) == "the":
        # "a report of the Norr Institute", not "a report of the Norr fires"
        words = page.words[head + 3 : end]
        if any(each.sorts & BODIES and each.is_capital for each in words):
            return head + 2, end
    for at in range(head - 1, start, -1):
        if page.norm(at) == "'s":
            return (start, at) if page.tags[at - 1] in "np" else None
    return _maker(page, start, head)


def _maker(page: Page, start: int, head: int) -> Range | None:
    """Return the outlet or body of "an Axios report" and "Sarn University data"."""
    first = start
    while first < head and page.tags[first] != Tag.NAME:
        first += 1
    last = first
    while last < head and page.tags[last] == Tag.NAME:
        last += 1
    named = first, last
    if first == head or page.tags[last:head].strip("nj"):
        return None
    name = page.say_plainly(named)
    if last == head and (
        any(page.words[at].sorts & Sort.OUTLET for at in range(*named))
        or is_like_outlet(page, named)
        or name.lower() in page.lexicon.outlets
    ):
        return named
    if page.lexicon.is_place(name) or name.lower() in page.lexicon.knowledge.countries:
        return None  # "the Norway report" is about it
    if page.norm(head) in _POSTS:
        return None  # "a Facebook post" stands there
    is_known = page.lexicon.knowledge.is_known(name)
    return named if is_known or has_sort(page, *named, BODIES) else None


def _is_sent(page: Page, head: int, sender: Range) -> bool:
    """Say whether somebody sent it: no "reports from Sarnby", no "from the scene"."""
    if page.norm(head) not in ("accounts", "reports"):
        return True
    is_outlet = read_outlet(page, *sender) is not None
    return is_outlet or has_sort(page, *sender, BODIES | Sort.PERSON | Sort.GIVEN)


def _read_known(page: Page, start: int, end: int) -> Reading | None:
    """Read a body that is known under this name, or a country that speaks."""
    first = page.words[start]
    if not first.is_capital and (end - start > 1 or page.tags[start] not in "np"):
        return None
    name = page.say_plainly((start, end))
    knowledge, low = page.lexicon.knowledge, name.lower()
    known = knowledge.find(name)
    is_bare = end - start == 1 and page.tags[start - 1] != Tag.DETERMINER
    if is_bare and knowledge.is_adjective(low):
        known = (knowledge.countries[low],)  # "Russian claims"
    if not known and low not in page.lexicon.places:
        return None
    kinds = {source.kind for source in known}
    if kinds == {SourceKind.NEWS_OUTLET}:
        return None
    if not first.is_capital and not kinds <= {
        SourceKind.GOVERNMENT, SourceKind.INTELLIGENCE,
    }:  # fmt: skip
        return None
    owners = {source.affiliation for source in known}
    return Reading(
        name,
        name_words(page, (start, end)),
        kind=kinds.pop() if len(kinds) == 1 else SourceKind.UNKNOWN,
        is_named=True,
        affiliation=owners.pop() if len(owners) == 1 else None,
        head=page.norm(end - 1),
        known=known,
    )


def _core(page: Page, mention: Range) -> Range:
    """Return a noun phrase without appositives, brackets and relative clauses."""
    start, end = mention
    has_list = Tag.COMMA in page.tags[start:end] and has_joint(page, mention)
    if has_list and is_body_of_fields(page, mention):
        bracket = page.tags.find(Tag.OPEN, start, end)
        return start, end if bracket < 0 else bracket
    for at, tag in enumerate(page.tags[start + 1 : end], start + 1):
        is_made = (
            tag in "qd"
            and (
                page.words[at - 1].sorts & Sort.DOCUMENT
                or (
                    page.norm(at) in _ISSUED
                    and has_sort(page, start, at, Sort.DOCUMENT)
                )
            )
            and page.norm(at + 1 + (page.tags[at + 1] == Tag.ADVERB)) != "by"
        )
        is_doing = (
            tag == Tag.GERUND
            and page.words[at - 1].sorts & Sort.PERSON
            and Tag.NAME in page.tags[start:at]
        )
        if tag in ",(W-=" or is_made or is_doing:
            end = at  # "a report filed in May", "the Norr Lines boss facing a trial"
            is_linked = page.tags[at - 1] == Tag.PREPOSITION
            end -= is_linked and page.norm(at) in _RELATIVES  # "the port from which"
            break
    stop = end
    if _is_time(page, end - 1) and page.lexicon.is_outlet(page.say_plainly(mention)):
        return start, end  # "Business Week"
    while stop > start + 1 and (
        _is_time(page, stop - 1)
        or page.norm(stop - 1).endswith(("self", "selves"))
        or (stop < end and page.norm(stop - 1) in _ISSUED)
    ):
        stop -= 1  # "the council last Monday", "the mayor herself"
    if stop < end and stop > start + 1 and page.norm(stop - 1) in ("in", "on", "at"):
        stop -= 1  # "the council's decision in January"
    return start, end if stop == start + 1 and page.tags[start] == "T" else stop


def _is_time(page: Page, at: int) -> bool:
    is_time = page.words[at].sorts & Sort.DAY or page.norm(at) in _TIMES
    return bool(is_time) and not is_namesake(page, at)


def names_outlet(page: Page, mention: Range) -> bool:
    """Say whether a mention names a news outlet, or somebody of one.

    Args:
        page: The page.
        mention: Range of the mention.
    """
    return is_outlet(page, mention, read_mention(page, mention))
