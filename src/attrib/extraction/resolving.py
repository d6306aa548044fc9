"""Who each mention is: names, shortened names, descriptions and pronouns."""

from collections.abc import Sequence

import attrs

from attrib.extraction.chunks import Chunks
from attrib.extraction.drafts import Draft
from attrib.extraction.entities import Entity, Register, may_be
from attrib.extraction.mentions import Reading, read_mention
from attrib.extraction.names import Names
from attrib.extraction.page import Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag
from attrib.model.document import Document
from attrib.model.source import Source, SourceKind, source_key

_GENDERS = {
    "he": Sort.MALE, "him": Sort.MALE, "she": Sort.FEMALE, "her": Sort.FEMALE,
}  # fmt: skip
_GROUP_PRONOUNS = frozenset("they them".split())
_OWN_PRONOUNS = frozenset("i we us me you one there".split())
_RELATIVES = frozenset("who which that whom".split())
_PRONOUN_SENTENCES = 4
"""How many sentences back a pronoun may look for the one it stands for."""
_ANY_OUTLETS = frozenset("media press news outlets newspapers channels".split())
"""Outlets in general: nobody in particular passed it on."""
_FARTHEST = 20
"""How many sources back are looked at: time stays linear in the text."""


@attrs.frozen(eq=False)
class Resolution:
    """What a draft's source was resolved to, and why."""

    entity: Entity | None
    reason: str | None = None


class Resolver:
    """Resolves the mentions of one page, from its first to its last."""

    def __init__(self, page: Page, chunks: Chunks, document: Document) -> None:
        self._page = page
        self._chunks = chunks
        self._outlet = document.outlet
        self._register = Register()
        self._names = Names(page, chunks)
        self._sources: list[Entity] = []
        self._by_range: dict[Range, Resolution] = {}

    def resolve(self, drafts: Sequence[Draft]) -> list[Resolution]:
        """Return who the source of each draft is, in the order of the drafts."""
        found = []
        for draft in drafts:
            if draft.source is None:
                found.append(Resolution(None))
                continue
            if draft.source not in self._by_range:
                self._by_range[draft.source] = self._resolve(draft.source)
            resolution = self._by_range[draft.source]
            if resolution.entity is not None:
                resolution.entity.last_at = draft.anchor
                self._sources.append(resolution.entity)
            found.append(resolution)
        return found

    def relays(self, draft: Draft) -> list[tuple[Range, Entity, str]]:
        """Return who passed a draft's content on: its relays, and outlets it was told.

        A generic hearer ("told reporters") passes nothing on, nor does a court.
        """
        found = []
        for mention in draft.relays:
            entity = self._resolve(mention).entity
            if entity is not None:
                found.append((mention, entity, "it passed this on"))
        if draft.addressee is not None and not draft.relays:
            reading = read_mention(self._page, draft.addressee)
            if is_outlet(self._page, draft.addressee, reading):
                entity = self._resolve(draft.addressee).entity
                if entity is not None:
                    found.append((draft.addressee, entity, "it was told this"))
        return found

    def _resolve(self, mention: Range) -> Resolution:
        reading = read_mention(self._page, mention)
        if reading.pronoun:
            return self._resolve_pronoun(mention, reading)
        if reading.is_named:
            return self._resolve_name(mention, reading)
        return self._resolve_description(mention, reading)

    def _resolve_name(self, mention: Range, reading: Reading) -> Resolution:
        said = self._page.say(mention)
        for entity in self._register.namesakes(reading):
            self._register.learn(entity, reading)
            name = entity.reading.name
            if reading.name == name:
                return Resolution(entity)
            return Resolution(entity, f'"{said}" is {name}, named before')
        outlet = self._outlet
        if outlet is not None and _is_outlet(reading, outlet):
            return Resolution(self._register.add(mention, reading, outlet=outlet))
        full = None
        if reading.kind in (SourceKind.PERSON, SourceKind.UNKNOWN):
            full = self._names.fuller(reading)
        if full is None:
            return Resolution(self._register.add(mention, reading))
        entity = self._register.named(full) or self._register.add(mention, full)
        self._register.learn(entity, reading)
        return Resolution(entity, f'"{said}" is {full.name}, named in the text')

    def _resolve_description(self, mention: Range, reading: Reading) -> Resolution:
        if reading.is_definite and reading.head:
            entity = self._register.described(reading)
            if entity is not None:
                said = self._page.say(mention)
                return Resolution(
                    entity,
                    f'"{said}" stands for {entity.reading.name}, the last '
                    f'source before it that is called "{reading.head}"',
                )
        return Resolution(self._register.add(mention, reading))

    def _resolve_pronoun(self, mention: Range, reading: Reading) -> Resolution:
        pronoun = reading.pronoun
        if pronoun in _RELATIVES:
            return self._resolve_relative(mention)
        if pronoun in _OWN_PRONOUNS:
            return self._unresolved(mention, reading)
        if pronoun in _GENDERS:
            found = self._person_before(mention, _GENDERS[pronoun])
        else:
            found = self._group_before(mention, is_plural=pronoun in _GROUP_PRONOUNS)
        if found is None:
            return self._unresolved(mention, reading)
        entity, where = found
        said = self._page.say(mention)
        return Resolution(entity, f'"{said}" is {entity.reading.name}, {where}')

    def _unresolved(self, mention: Range, reading: Reading) -> Resolution:
        """Return somebody of whom no more is known than "he" or "we"."""
        somebody = attrs.evolve(reading, is_anonymous=True)
        entity = self._register.add(mention, somebody)
        entity.is_unresolved = True
        return Resolution(entity)

    def _resolve_relative(self, mention: Range) -> Resolution:
        """Resolve "who" to the noun phrase before it."""
        at = mention[0]
        if at > 0 and self._page.tags[at - 1] == Tag.COMMA:
            at -= 1
        phrase = self._chunks.before(at, max(0, at - 30))
        if phrase is None or phrase[1] > mention[0]:
            return Resolution(None)
        resolution = self._resolve(phrase)
        if resolution.entity is None:
            return resolution
        name = resolution.entity.reading.name
        return Resolution(resolution.entity, f'"{self._page.say(mention)}" is {name}')

    def _person_before(self, mention: Range, gender: int) -> tuple[Entity, str] | None:
        """Return the person a "he" or "she" stands for, and where it stands."""
        page = self._page
        here = page.sentence_index(mention[0])
        floor = page.sentences[max(0, here - _PRONOUN_SENTENCES)][0]
        if self._sources:
            last = self._sources[-1]
            is_near = last.last_at >= page.sentences[max(0, here - 1)][0]
            if last.is_person and is_near and last.may_be(gender):
                return last, "whose account goes on"
        begin = page.sentences[here][0]
        named = [
            name
            for name in self._names.persons(floor, begin)
            or self._names.persons(begin, mention[0])
            if may_be(name.reading, gender)
        ]
        if named:
            # The subject of that sentence comes first in it.
            sentence = page.sentence_index(named[-1].place[0])
            first = next(
                name for name in named if page.sentence_index(name.place[0]) == sentence
            )
            entity = self._register.named(first.reading)
            if entity is None:
                entity = self._register.add(first.place, first.reading)
            else:
                self._register.learn(entity, first.reading)
            return entity, "the last person named before it"
        for entity in self._sources[: -_FARTHEST - 1 : -1]:
            is_near = entity.last_at >= floor
            if entity.is_person and is_near and entity.may_be(gender):
                return entity, "the last person who was a source"
        return None

    def _group_before(
        self, mention: Range, *, is_plural: bool
    ) -> tuple[Entity, str] | None:
        page = self._page
        here = page.sentence_index(mention[0])
        floor = page.sentences[max(0, here - _PRONOUN_SENTENCES)][0]
        for entity in self._sources[: -_FARTHEST - 1 : -1]:
            if entity.last_at < floor:
                break
            if not entity.is_person and entity.reading.is_plural == is_plural:
                return entity, "the last source before it"
        return None


def is_outlet(page: Page, mention: Range, reading: Reading) -> bool:
    """Say whether a mention names a news outlet, or somebody of one.

    "Baltic Wire", "the newspaper" and "the Post's Ann Lee" do; "the media" and
    "reporters" are anybody.
    """
    if reading.kind is SourceKind.NEWS_OUTLET:
        return reading.is_named or (reading.head not in _ANY_OUTLETS)
    words = [page.words[at] for at in range(*mention)]
    if reading.is_named and reading.kind is not SourceKind.PERSON:
        return any(word.sorts & Sort.OUTLET for word in words)
    is_staff = any(word.norm == "'s" for word in words)
    return is_staff and any(word.sorts & Sort.OUTLET for word in words)


def _is_outlet(reading: Reading, outlet: Source) -> bool:
    """Say whether a name is the outlet's, or two or more words of it."""
    words = frozenset(source_key(outlet.name).split())
    if words <= reading.words:
        return True
    return len(reading.words) > 1 and reading.words < words
