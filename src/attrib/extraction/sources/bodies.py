"""Which body "it", "they" or "the company" stands for: the one that spoke last."""

from collections.abc import Sequence

from attrib.extraction.mentions.mentions import read_mention
from attrib.extraction.mentions.readings import Reading, has_sort
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.sources.entities import Entity
from attrib.extraction.sources.pronouns import FARTHEST, SENTENCES, Pronoun
from attrib.lexicon.entries import Sort
from attrib.model.source import SourceKind

_BODIES = frozenset(
    (SourceKind.COMPANY, SourceKind.ORGANISATION, SourceKind.GOVERNMENT)
)
"""Bodies that "they" may stand for."""

_ANY_BODY = frozenset("agency group organisation organization".split())
_ANY_COMPANY = frozenset(
    "airline bank carrier company corporation firm group maker manufacturer".split()
)
"""Nouns that stand for bodies whose names do not hold them."""


def find_body(
    page: Page, sources: Sequence[Entity], mention: Range, reading: Reading
) -> Entity | Range | None:
    """Return the body that "the company" or "the agency" stands for, or None.

    It is the last one that spoke and may be called so: what else is known of it does
    not speak against it, and no name of a person does. A well-known one that is named
    since then comes first.

    Args:
        page: The page.
        sources: Those who were sources until here, in text order.
        mention: The description.
        reading: What it says.

    Returns:
        The source that it is, or where the one is named that it stands for.
    """
    kinds = {SourceKind.UNKNOWN, SourceKind.PERSON}
    if reading.head in _ANY_COMPANY:
        kinds.add(SourceKind.COMPANY)
    if reading.head in _ANY_BODY:
        kinds |= {SourceKind.ORGANISATION, SourceKind.GOVERNMENT}
    if len(kinds) == 2 or reading.is_plural or _has_capital(page, mention):
        return None
    named = _acronym_before(page, mention[0], kinds)
    here = page.sentence_index(mention[0])
    floor = page.sentences[max(0, here - SENTENCES)][0]
    for entity in sources[: -FARTHEST - 1 : -1]:
        if max(entity.last_at, entity.last_end - 1) < floor:
            break
        if named is not None and entity.last_at < named[0]:
            break
        is_named = entity.reading.is_named and not entity.reading.is_plural
        if not is_named or entity.parts or entity.outlet is not None:
            continue
        is_country = entity.reading.name.lower() in page.lexicon.knowledge.countries
        is_fit = entity.reading.kind in kinds and not is_country
        if is_fit and _may_be_body(page, entity):
            return entity
    return named


def _acronym_before(page: Page, at: int, kinds: set[SourceKind]) -> Range | None:
    """Return the well-known body whose acronym stands in or before a sentence."""
    here = page.sentence_index(at)
    knowledge = page.lexicon.knowledge
    for place in range(at - 1, page.sentences[max(0, here - 1)][0] - 1, -1):
        name = page.say((place, place + 1))
        is_acronym = len(name) > 1 and name.isupper()
        if not is_acronym or name.lower() in knowledge.countries:
            continue
        known = knowledge.find(name)
        if known and {source.kind for source in known} <= kinds:
            return place, place + 1
    return None


def _has_capital(page: Page, mention: Range) -> bool:
    """Say whether a name tells which it is: "the Norr company"."""
    return any(word.is_capital for word in page.words[mention[0] + 1 : mention[1]])


def find_group(
    page: Page,
    chunks: Chunks,
    sources: Sequence[Entity],
    pronoun: Pronoun,
    *,
    is_plural: bool,
) -> Entity | Range | None:
    """Return the body or the people that "it" or "they" stands for, or None.

    "They" may be a body, too ("the firm said they ..."), when no people spoke. A body
    that is the subject of a sentence since then comes first ("Norway closed its port
    after it said").

    Args:
        page: The page.
        chunks: Its noun phrases.
        sources: Those who were sources until here, in text order.
        pronoun: The pronoun.
        is_plural: Whether it is "they".

    Returns:
        The source that it is, or where the one is named that it stands for.
    """
    here = page.sentence_index(pronoun.begin)
    floor = max(0, here - SENTENCES)
    entity = _group_speaking(page, sources, page.sentences[floor][0], is_plural)
    if entity is not None:
        last = max(entity.last_at, min(entity.last_end, pronoun.begin) - 1)
        floor = page.sentence_index(last) + 1
    for sentence in range(here, floor - 1, -1):
        subject = _group_acting(page, chunks, sentence, pronoun, is_plural)
        if subject is not None:
            return subject
    return entity


def _group_speaking(
    page: Page, sources: Sequence[Entity], floor: int, is_plural: bool
) -> Entity | None:
    """Return the body or the people that spoke last; whom they quote comes second."""
    body = quoted = None
    for entity in sources[: -FARTHEST - 1 : -1]:
        if entity.last_at < floor:
            break
        if quoted is not None and entity.last_at < page.sentence_at(quoted.last_at)[0]:
            return quoted
        if entity.is_unresolved or not _may_be_body(page, entity):
            continue
        is_outlet = entity.reading.kind is SourceKind.NEWS_OUTLET
        if entity.reading.is_plural == is_plural:
            if entity.is_quoted and quoted is None:
                quoted = entity
            elif quoted is None or not is_outlet:
                return entity
        is_body = entity.reading.kind in _BODIES
        if is_plural and body is None and is_body:
            body = entity
    return quoted or body


def _may_be_body(page: Page, entity: Entity) -> bool:
    """Say whether one that reads as a person may be a firm: "Tarn Norr said ... It"."""
    if not entity.is_person:
        return True
    at = entity.at
    is_known = entity.reading.gender or entity.role is not None or entity.reading.head
    is_named = has_sort(page, at, at + 3, Sort.GIVEN | Sort.TITLE | Sort.PERSON)
    return not (is_known or is_named)


def _group_acting(
    page: Page, chunks: Chunks, sentence: int, pronoun: Pronoun, is_plural: bool
) -> Range | None:
    """Return the body that is the subject of a sentence, and stands before a pronoun.

    None within quotation marks, and for "they" people.
    """
    first, last = page.sentences[sentence]
    phrase = chunks.after(first, min(last, pronoun.begin))
    if phrase is None or page.quotation_of[first] >= 0:
        return None
    if "V" not in page.finite[phrase[1] : phrase[1] + 2]:
        return None
    reading = read_mention(page, phrase)
    if reading.pronoun or reading.parts or reading.is_plural != is_plural:
        return None
    if is_plural:
        is_fit = reading.kind is SourceKind.CROWD
    else:
        is_fit = reading.is_named and reading.kind in _BODIES
    return phrase if is_fit else None
