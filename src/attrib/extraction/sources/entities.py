"""Sources in the making: what a document says of each, and how they are found again."""

from collections.abc import Iterator

import attrs

from attrib.extraction.mentions.offices import (
    Marks,
    heads_of,
    marks_of,
    marks_of_person,
    office_of,
    offices_in,
    words_of,
)
from attrib.extraction.mentions.readings import Reading
from attrib.extraction.pages.page import Range
from attrib.lexicon.lexicon import Lexicon
from attrib.model.source import Source, SourceKind, source_key

_RECENT = 8
"""How many sources that share a word are looked at: time stays linear in the text."""
_BODIES = frozenset(
    (
        SourceKind.COMPANY,
        SourceKind.GOVERNMENT,
        SourceKind.MILITARY,
        SourceKind.ORGANISATION,
    )
)
_NO_BODIES = frozenset((SourceKind.CROWD, SourceKind.DOCUMENT, SourceKind.PERSON))


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
        last_end: Index just after what it said there.
        is_quoted: Whether somebody else told there what it said.
        role: Office or title, or None.
        affiliation: The body it speaks for, or None.
        outlet: The outlet of the document, where this is it.
        known: The well-known source that it is, or None.
        parts: Those that are this source together ("X and Y"), or none.
        is_namesake: Whether another entity of the document has the same name.
        is_unresolved: Whether no more is known of it than a pronoun.
    """

    reading: Reading
    at: int
    last_at: int
    last_end: int = 0
    is_quoted: bool = False
    role: str | None = None
    affiliation: str | None = None
    outlet: Source | None = None
    known: Source | None = None
    parts: tuple["Entity", ...] = ()
    is_namesake: bool = False
    is_unresolved: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The words of its name."""
        return self.reading.words

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self.reading.is_person

    def may_be(self, gender: int) -> bool:
        """Say whether nothing speaks against a gender."""
        return may_be(self.reading, gender)

    def know_person(self, gender: int) -> None:
        """Note that it is one person, and of which gender."""
        if not self.is_person or self.reading.gender != gender:
            self.reading = attrs.evolve(
                self.reading, kind=SourceKind.PERSON, gender=gender
            )

    def source(self, document_id: str) -> Source:
        """Return the finished source; an anonymous one is only the same as itself."""
        if self.outlet is not None:
            return self.outlet
        reading = self.reading
        key = source_key(reading.name) or reading.name
        is_anonymous = reading.is_anonymous
        if self.parts:
            sources = [part.source(document_id) for part in self.parts]
            key = " + ".join(sorted({source.key for source in sources}))
            is_anonymous = all(source.is_anonymous for source in sources)
        elif is_anonymous:
            key = f"?{key}@{document_id}:{self.at}"
        elif self.known is not None:
            key = self.known.key
        elif self.is_namesake:
            key = f"{key} ({self.role or self.at})"
        return Source(
            reading.name,
            reading.kind,
            is_anonymous=is_anonymous,
            key=key,
            role=self.role,
            affiliation=self.affiliation,
            count=reading.count,
        )


class Register:
    """The sources of one document, found again by their names and roles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_word: dict[str, list[Entity]] = {}
        self._by_role: dict[str, list[Entity]] = {}
        self._by_name: dict[frozenset[str], Entity] = {}
        self._by_key: dict[str, Entity] = {}
        self._by_kind: dict[SourceKind, list[Entity]] = {}
        self._by_head: dict[str, Entity] = {}

    def add(
        self, mention: Range, reading: Reading, *, outlet: Source | None = None
    ) -> Entity:
        """Return a new entity."""
        at = mention[0]
        is_namesake = reading.is_named and self.named(reading) is not None
        entity = Entity(reading, at, at, outlet=outlet, is_namesake=is_namesake)
        known = self.pick_known(reading)
        if known is not None:
            entity.known = known
            self._by_key.setdefault(known.key, entity)
        self.learn(entity, reading)
        self._note(entity, reading.words)
        if reading.is_named:
            self._by_kind.setdefault(reading.kind, []).append(entity)
            if not reading.is_person and reading.head not in reading.words:
                self._by_head[reading.head] = entity  # "the agency, Norr,"
        return entity

    def join(self, mention: Range, reading: Reading, parts: list[Entity]) -> Entity:
        """Return an entity of several that speak together; it is found by no name."""
        names = [part.reading.name for part in parts]
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        at = mention[0]
        return Entity(attrs.evolve(reading, name=name), at, at, parts=tuple(parts))

    def pick_known(self, reading: Reading) -> Source | None:
        """Return the well-known source of a name; of several, the one named before."""
        if len(reading.known) < 2:
            return reading.known[0] if reading.known else None
        named = [source for source in reading.known if source.key in self._by_key]
        return named[0] if len(named) == 1 else None

    def known(self, reading: Reading) -> Entity | None:
        """Return the entity that is the same well-known source, or None."""
        source = self.pick_known(reading)
        return None if source is None else self._by_key.get(source.key)

    def learn(self, entity: Entity, reading: Reading) -> None:
        """Note what a further mention says: a fuller name, a role, an affiliation."""
        if len(reading.words) > len(entity.words):
            self._note(entity, reading.words - entity.words)
            kind = reading.kind
            if kind is SourceKind.UNKNOWN:
                kind = entity.reading.kind
            entity.reading = attrs.evolve(
                reading,
                kind=kind,
                is_anonymous=entity.reading.is_anonymous,
                gender=reading.gender | entity.reading.gender,
            )
        elif reading.is_person and entity.reading.may_be_person:
            gender = entity.reading.gender | reading.gender
            entity.know_person(gender)
        if entity.role is None and reading.role is not None:
            entity.role = reading.role
            for office in offices_in(self._lexicon, reading.role):
                self._by_role.setdefault(office, []).append(entity)
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
                if _agree(entity.reading, reading):
                    yield entity

    def described(self, reading: Reading) -> Entity | None:
        """Return the latest entity that a description points back to, or None.

        "the ministry" is a source before it whose name holds that word, "the minister"
        one that has this role.
        """
        called = [
            entity
            for entity in self._by_word.get(reading.head, ())[-_RECENT:]
            if _is_called(entity.reading, reading)
            and reading.words <= entity.words
            and entity.outlet is None
        ]
        if called:
            return max(called, key=lambda entity: entity.last_at)
        held = self._by_role.get(office_of(self._lexicon, reading), ())
        marks = marks_of(self._lexicon, reading.name)
        persons = [
            each
            for each in held[-_RECENT:][::-1]
            if each.is_person and marks.may_be(self._marks(each))
        ]
        whole = [each for each in persons if reading.words <= words_of(each.role)]
        if whole and len(reading.words) > 1:
            persons = whole  # "the president of the council"
        if persons and (len(reading.words) <= 2 or persons is whole):
            return max(persons, key=lambda each: self._likeness(marks, each))
        if len(persons) == 1 and len(reading.words) <= 4:
            return persons[0]  # "the former harbour master"
        return self._by_head.get(reading.head) if len(reading.words) == 1 else None

    def _likeness(self, marks: Marks, entity: Entity) -> tuple[bool, bool, int]:
        """Return how like somebody is to a description; whoever spoke last is likest.

        "the president" is rather one of a country than that of a council.
        """
        held = self._marks(entity)
        is_of_country = not marks.countries and bool(held.countries)
        return marks.shares_country(held), is_of_country, entity.last_at

    def _marks(self, entity: Entity) -> Marks:
        held = attrs.evolve(
            entity.reading, role=entity.role, affiliation=entity.affiliation
        )
        return marks_of_person(self._lexicon, held)

    def of_kind(self, kind: SourceKind) -> Entity | None:
        """Return the only named entity of a kind, or None."""
        found = self._by_kind.get(kind, ())
        return found[0] if len(found) == 1 else None


def _is_called(entity: Reading, description: Reading) -> bool:
    """Say whether a noun says what something is: a "harbour office" is an office.

    "Office supporters" are none, and "Bill Lind" is no bill.
    """
    if entity.kind in _NO_BODIES and description.kind in _BODIES:
        return False
    heads = heads_of(entity.name)
    is_given = entity.is_named and entity.is_person and heads[-1] != description.head
    return description.head in heads and not is_given


def _agree(one: Reading, other: Reading) -> bool:
    """Say whether one name may be the other shortened."""
    if not _are_alike(one, other):
        return False
    if one.words == other.words:
        return True
    short, long = sorted((one, other), key=lambda reading: len(reading.words))
    if not short.words or not short.words < long.words:
        return False
    if long.is_person:
        return True
    is_owned = "'s" in long.name.replace("’", "'")
    if long.kind is SourceKind.DOCUMENT or (is_owned and short.head != long.head):
        return False  # "Lind" is no "Lind's team"
    if {source.key for source in one.known} & {source.key for source in other.known}:
        return True
    if one.known and other.known:
        return False  # "Ukraine" is no "Ukraine's Security Service"
    if short.known and short.head != long.head:
        return False  # "the Kremlin" is no "Kremlin summary"
    if short.head == long.head or long.kind is SourceKind.UNKNOWN:
        return True
    return not long.known and long.name.lower().startswith(short.name.lower())


def _are_alike(one: Reading, other: Reading) -> bool:
    """Say whether two readings may be of one sort: both persons, or neither."""
    if one.gender and not may_be(other, one.gender):
        return False  # Mr. Berg and Mrs. Berg
    if one.is_person == other.is_person:
        return True
    thing = other if one.is_person else one
    return thing.may_be_person
