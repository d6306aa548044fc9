"""Whom a pronoun stands for: the likeliest of those named or speaking before it."""

from collections.abc import Sequence

import attrs

from attrib.extraction.mentions.readings import has_sort
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.sources.entities import Entity, may_be
from attrib.extraction.sources.names import Name, Names
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag

GENDERS = {
    "he": Sort.MALE, "him": Sort.MALE, "she": Sort.FEMALE, "her": Sort.FEMALE,
}  # fmt: skip
GROUP_PRONOUNS = frozenset("they them".split())

SENTENCES = 4
"""How many sentences back a pronoun may look for the one it stands for."""
FARTHEST = 20
"""How many sources back are looked at: time stays linear in the text."""
_SENTENCE = 2.0
_SOURCE = 4.0
_SUBJECT = 1.5
_FIRST = 1.0
_OPENS = 3.0
"""What speaks for one with whom the sentence before begins, if it quotes nobody."""
_TOLD = 1.5
"""What counts against one whom another only quotes."""
_KNOWN_SOURCE = 1.0
_KNOWN_GENDER = 1.0
_IN_QUOTATION = -3.0
_LONGEST_ASIDE = 40
_LEAST_LEAD = 0.5
"""Of two as likely as each other neither is taken."""
_VERBS = tuple("zdMBHD")


@attrs.define(eq=False)
class Candidate:
    """One whom a pronoun may stand for.

    Attributes:
        score: How likely, in points.
        why: In words, what speaks for it.
        entity: The source it is, if it is one already.
        name: Where it is named, otherwise.
    """

    score: float
    why: str
    entity: Entity | None = None
    name: Name | None = None


@attrs.frozen(eq=False)
class Pronoun:
    """A pronoun that is a source.

    Attributes:
        place: Its token.
        begin: The first token of its attribution: a quotation may stand before it.
        content: Ranges of what it says, in which its own name does not stand.
    """

    place: Range
    begin: int
    content: Sequence[Range] = ()


def find_person(
    page: Page, names: Names, sources: Sequence[Entity], pronoun: Pronoun, gender: int
) -> Candidate | None:
    """Return the person that "he" or "she" stands for, or None when it is not clear.

    Whoever spoke last comes first, then the subjects of the sentences before; each
    sentence between counts against them.

    Args:
        page: The page.
        names: Its names.
        sources: Those who were sources until here, in text order.
        pronoun: The pronoun.
        gender: `Sort.MALE` or `Sort.FEMALE`.
    """
    here = page.sentence_index(pronoun.begin)
    floor = page.sentences[max(0, here - SENTENCES)][0]
    found = [
        *_speakers(page, sources, pronoun, gender),
        *_named(page, names, sources, pronoun, gender, floor),
    ]
    best: dict[object, Candidate] = {}
    for candidate in found:
        key = _identity(candidate)
        known = best.get(key)
        if known is None or candidate.score > known.score:
            best[key] = candidate
    ranked = sorted(best.values(), key=lambda each: -each.score)
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < _LEAST_LEAD:
        return _who_is_named(ranked[0], ranked[1])
    return ranked[0]


def _who_is_named(one: Candidate, other: Candidate) -> Candidate | None:
    """Return the one who is named of two as likely as each other, or None.

    "The head of the port said ... Ada Lind left early. She said": reports describe
    first whom they name next.
    """
    for described, named in ((one, other), (other, one)):
        entity = described.entity
        is_described = entity is not None and not entity.reading.is_named
        if is_described and named.name is not None and named.name.reading.is_person:
            return named
    return None


def _identity(candidate: Candidate) -> object:
    """Return the last name: "Ada Lind" and "Lind" are one candidate."""
    if candidate.entity is not None:
        return candidate.entity.reading.name.lower().split()[-1]
    assert candidate.name is not None
    return candidate.name.reading.name.lower().split()[-1]


def _speakers(
    page: Page, sources: Sequence[Entity], pronoun: Pronoun, gender: int
) -> list[Candidate]:
    here = page.sentence_index(pronoun.begin)
    found = []
    last_ones = sources[: -FARTHEST - 1 : -1]
    last_one = next((each for each in last_ones if not each.is_quoted), None)
    for entity in last_ones:
        away = here - page.sentence_index(_last_token(entity, pronoun))
        if away > SENTENCES:
            break
        is_fit = entity.reading.may_be_person and entity.may_be(gender)
        is_fit = is_fit and not _is_title(page, entity)
        if not is_fit or entity.is_unresolved:
            continue
        score = _SOURCE - _SENTENCE * max(0, away)
        score += _KNOWN_GENDER * bool(entity.reading.gender)
        score += _FIRST * (entity is last_one) - _TOLD * entity.is_quoted
        why = (
            "whose account goes on"
            if entity is last_one
            else "the last person who was a source"
        )
        found.append(Candidate(score, why, entity=entity))
    return found


def _last_token(entity: Entity, pronoun: Pronoun) -> int:
    """Return where somebody spoke last before a pronoun."""
    is_over = entity.last_at < entity.last_end <= pronoun.begin
    return entity.last_end - 1 if is_over else entity.last_at


def _opens(page: Page, name: Name) -> bool:
    """Say whether a sentence tells of one it begins with: "Ada Lind, 47, lives"."""
    start, end = name.place
    tags = page.tags
    first, last = page.sentence_at(start)
    is_heading = page.say(name.place).isupper()
    if not name.reading.is_person or is_heading or start - first > _LONGEST_ASIDE:
        return False
    if tags[first:start].strip("CpnT"):
        return False
    if tags[end : end + 1] == Tag.COMMA:
        aside = tags.find(Tag.COMMA, end + 1, min(last, end + _LONGEST_ASIDE))
        return aside > 0 and tags[aside + 1 : aside + 2] in _VERBS
    return tags[end : end + 1] in _VERBS


def _is_title(page: Page, entity: Entity) -> bool:
    """Say whether one is called by a name with "the", as no person but a pope is."""
    if entity.is_person or page.tags[entity.at] != Tag.DETERMINER:
        return False
    return not has_sort(page, entity.at, entity.at + 3, Sort.PERSON | Sort.TITLE)


def _named(
    page: Page,
    names: Names,
    sources: Sequence[Entity],
    pronoun: Pronoun,
    gender: int,
    floor: int,
) -> list[Candidate]:
    here = page.sentence_index(pronoun.begin)
    quotation = page.quotation_of[pronoun.place[0]]
    recent = sources[-FARTHEST:]
    heard = max(
        (page.sentence_index(_last_token(each, pronoun)) for each in recent), default=-1
    )
    spoken = {word for entity in recent for word in entity.words}
    others = {word for each in recent if not each.may_be(gender) for word in each.words}
    found = []
    firsts: set[int] = set()
    for name in names.persons(floor, pronoun.place[0]):
        if any(first <= name.place[0] < last for first, last in pronoun.content):
            continue
        is_first = name.sentence not in firsts
        firsts.add(name.sentence)
        full = names.fuller(name.reading) or name.reading
        if not may_be(full, gender):
            continue  # "Berg" is no "she" where the text names Mark Berg
        if not full.gender and full.words <= others:
            continue  # nor where Berg has been a "he"
        score = -_SENTENCE * max(0, here - name.sentence)
        is_last = is_first and name.sentence == here - 1 > heard
        if is_last and _opens(page, name):
            score += _OPENS
        else:
            score += _SUBJECT * name.is_subject
        score += _FIRST * is_first
        score += _KNOWN_GENDER * bool(full.gender)
        score += _KNOWN_SOURCE * (name.reading.words <= spoken)
        if name.quotation >= 0 and name.quotation != quotation:
            score += _IN_QUOTATION
        found.append(Candidate(score, "the last person named before it", name=name))
    return found
