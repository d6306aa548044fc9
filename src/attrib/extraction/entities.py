"""Sources in the making: what a document says of each, and how they are found again."""

from collections.abc import Iterator

import attrs

from attrib.extraction.mentions import Reading
from attrib.extraction.page import Range
from attrib.model.source import Source, SourceKind, source_key

_RECENT = 8
"""How many sources that share a word are looked at: time stays linear in the text."""


def may_be(reading: Reading, gender: int) -> bool:
    """Say whether nothing that a mention says speaks against a gender."""
    return not reading.gender or bool(reading.gender & gender)


@attrs.define(eq=False)
class Entity:
    """One source in the making.

    Attributes:
        reading: The fullest reading of a mention of it.
        at: Index of the token at which it is first mentioned.
        last_at: Index of the token at which it was last a source.
        role: Office or title, or None.
        affiliation: The body it speaks for, or None.
        outlet: The outlet of the document, where this is it.
        is_namesake: Whether another entity of the document has the same name.
        is_unresolved: Whether no more is known of it than a pronoun.
    """

    reading: Reading
    at: int
    last_at: int
    role: str | None = None
    affiliation: str | None = None
    outlet: Source | None = None
    is_namesake: bool = False
    is_unresolved: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The words of its name."""
        return self.reading.words

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self.reading.kind is SourceKind.PERSON

    def may_be(self, gender: int) -> bool:
        """Say whether nothing speaks against a gender."""
        return may_be(self.reading, gender)

    def source(self, document_id: str) -> Source:
        """Return the finished source; an anonymous one is only the same as itself."""
        if self.outlet is not None:
            return self.outlet
        reading = self.reading
        key = source_key(reading.name) or reading.name
        if reading.is_anonymous:
            key = f"?{key}@{document_id}:{self.at}"
        elif self.is_namesake:
            key = f"{key} ({self.role or self.at})"
        return Source(
            reading.name,
            reading.kind,
            is_anonymous=reading.is_anonymous,
            key=key,
            role=self.role,
            affiliation=self.affiliation,
            count=reading.count,
        )


class Register:
    """The sources of one document, found again by their names and roles."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Entity]] = {}
        self._by_role: dict[str, list[Entity]] = {}
        self._by_name: dict[frozenset[str], Entity] = {}

    def add(
        self, mention: Range, reading: Reading, *, outlet: Source | None = None
    ) -> Entity:
        """Return a new entity."""
        at = mention[0]
        is_namesake = reading.is_named and self.named(reading) is not None
        entity = Entity(reading, at, at, outlet=outlet, is_namesake=is_namesake)
        self.learn(entity, reading)
        self._note(entity, reading.words)
        return entity

    def learn(self, entity: Entity, reading: Reading) -> None:
        """Note what a further mention says: a fuller name, a role, an affiliation."""
        if len(reading.words) > len(entity.words):
            self._note(entity, reading.words - entity.words)
            entity.reading = attrs.evolve(
                reading,
                is_anonymous=entity.reading.is_anonymous,
                gender=reading.gender | entity.reading.gender,
            )
        if entity.role is None and reading.role is not None:
            entity.role = reading.role
            for word in reading.role.lower().split():
                self._by_role.setdefault(word, []).append(entity)
        if entity.affiliation is None:
            entity.affiliation = reading.affiliation

    def _note(self, entity: Entity, words: frozenset[str]) -> None:
        for word in words:
            self._by_word.setdefault(word, []).append(entity)
        if entity.reading.is_named:
            self._by_name.setdefault(entity.words, entity)

    def named(self, reading: Reading) -> Entity | None:
        """Return the entity that bears exactly this name."""
        return self._by_name.get(reading.words)

    def namesakes(self, reading: Reading) -> Iterator[Entity]:
        """Yield entities whose name holds this one or is held by it, latest first.

        "Lind" and "Ada Lind" agree, "Ada Lind" and "Per Lind" do not; a person and a
        body agree only when one name is a single word that does not tell which it is.
        """
        exact = self.named(reading)
        if exact is not None and _are_alike(exact.reading, reading):
            yield exact
        seen: set[int] = set()
        for word in sorted(reading.words):
            for entity in self._by_word.get(word, ())[-_RECENT:][::-1]:
                if id(entity) in seen or not entity.reading.is_named:
                    continue
                seen.add(id(entity))
                agree = entity.words <= reading.words or reading.words <= entity.words
                if agree and _are_alike(entity.reading, reading):
                    yield entity

    def described(self, reading: Reading) -> Entity | None:
        """Return the latest entity that a description points back to, or None.

        "the ministry" is a source before it whose name holds that word, "the minister"
        one that has this role.
        """
        for entity in self._by_word.get(reading.head, ())[-_RECENT:][::-1]:
            if reading.words <= entity.words:
                return entity
        if len(reading.words) <= 2:  # "the defence minister" and no longer description
            for entity in self._by_role.get(reading.head, ())[-_RECENT:][::-1]:
                if entity.is_person:
                    return entity
        return None


def _are_alike(one: Reading, other: Reading) -> bool:
    """Say whether two readings may be of one sort: both persons, or neither."""
    if one.gender and not may_be(other, one.gender):
        return False  # Mr. Berg and Mrs. Berg
    persons = [reading.kind is SourceKind.PERSON for reading in (one, other)]
    if persons[0] == persons[1]:
        return True
    thing = other if persons[0] else one
    return len(thing.words) == 1 and thing.kind is SourceKind.UNKNOWN
