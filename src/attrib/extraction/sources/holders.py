"""Who in a text holds an office: "the mayor", "the head of the Norwegian state"."""

import attrs

from attrib.extraction.mentions.offices import (
    HEAD_OF_STATE,
    marks_of,
    marks_of_person,
    office_of,
    offices_in,
    words_for,
    words_of,
)
from attrib.extraction.mentions.readings import Reading
from attrib.extraction.pages.page import Page
from attrib.extraction.sources.names import MOST_NAMES, Found, Names, only
from attrib.model.source import source_key

_SHORT = 2
"""Words of a description whose other words than the office may not be listed."""


class Holders:
    """Those who hold an office by what a text says somewhere."""

    def __init__(self, page: Page, names: Names) -> None:
        self._lexicon = page.lexicon
        self._names = names
        self._by_office: dict[str, tuple[Found, Found]] = {}
        self._firsts: dict[tuple[str, frozenset[str]], int] = {}
        self._by_country: dict[frozenset[str], Reading | None] = {}

    def described(self, description: Reading, at: int) -> Reading | None:
        """Return the one person who holds the office that a description names, or None.

        "the president" is rather President Lind than the president of the council. All
        words of a long description are among those of the office. Whoever is known to
        lead a country is its president where the text gives nobody the office.

        Args:
            description: What a mention says of the person.
            at: Index of its first token: of several who hold the office, the only one
                named before it is meant.
        """
        office = office_of(self._lexicon, description)
        found = self._holding(description, office)
        found = found or self._holding(description, office, at)
        if found is None and office == HEAD_OF_STATE:
            countries = marks_of(self._lexicon, description.name).countries
            if countries not in self._by_country:
                self._by_country[countries] = self._leading(countries)
            found = self._by_country[countries]
        return found

    def with_office(self, person: Reading) -> Reading:
        """Return a person with the office that the text gives somewhere, if any."""
        if not person.is_person or person.role is not None:
            return person
        last = person.name.lower().split()[-1]
        for reading in self._names.with_office(last, len(person.words)):
            if reading.role is not None and person.words <= reading.words:
                return attrs.evolve(
                    person, role=reading.role, affiliation=reading.affiliation
                )
        return person

    def _holding(
        self, description: Reading, office: str, end: int | None = None
    ) -> Reading | None:
        if office not in self._by_office:
            self._by_office[office] = self._find(office)
        sole, held = self._by_office[office]
        if len(held) > MOST_NAMES:
            return None
        marks = marks_of(self._lexicon, description.name)
        sole, held = [
            {
                words: each
                for words, each in found.items()
                if marks.may_be(marks_of_person(self._lexicon, each))
                and (end is None or self._firsts[office, words] < end)
            }
            for found in (sole, held)
        ]
        whole = {
            words: each
            for words, each in held.items()
            if description.words <= words_of(each.role)
        }
        if len(description.words) > 1 and whole:
            return only(whole, description.gender)
        if len(description.words) > _SHORT and office == description.head:
            return None
        return only(sole, description.gender) or only(held, description.gender)

    def _find(self, office: str) -> tuple[Found, Found]:
        """Return who is called by an office alone, and who by it and other words."""
        sole: Found = {}
        held: Found = {}
        words = words_for(self._lexicon, office)
        for name in self._names.with_words(words):
            reading = name.reading
            if not reading.is_person or reading.role is None:
                continue
            if office in offices_in(self._lexicon, reading.role):
                held[reading.words] = reading
                self._firsts.setdefault((office, reading.words), name.place[0])
                if reading.role.lower() in words:
                    sole[reading.words] = reading
        return sole, held

    def _leading(self, countries: frozenset[str]) -> Reading | None:
        """Return the one person without an office who is known to lead a country."""
        leaders = self._lexicon.knowledge.presidents
        found: Found = {}
        words = {name.split()[-1] for name, of in leaders.items() if of in countries}
        for name in self._names.with_words(words):
            reading = self._names.fuller(name.reading) or name.reading
            is_free = reading.may_be_person and reading.role is None
            if is_free and leaders.get(source_key(reading.name)) in countries:
                found[reading.words] = reading
        return only(found)
