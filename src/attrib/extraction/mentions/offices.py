"""Whether a description such as "the Norwegian foreign minister" may be of somebody."""

from collections.abc import Iterator

import attrs

from attrib.extraction.mentions.readings import Reading
from attrib.lexicon.lexicon import Lexicon
from attrib.model.source import source_key

_LONGEST_COUNTRY = 4
"""Words of the longest country that an office is of."""
HEAD_OF_STATE = "president"
_LEADS = {"leader": HEAD_OF_STATE}
"""What whoever is at the head of a country is called behind its name."""
_RANKS = frozenset(("deputy",))
"""Marks that one has or has not: a minister is no deputy minister."""
_LINKS = frozenset("of for at in to with from on".split())


@attrs.frozen
class Marks:
    """What tells an office from others that are called by the same noun.

    Attributes:
        countries: Keys of the countries that it is of.
        fields: What it is for ("defence"), and its rank ("deputy").
    """

    countries: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    def may_be(self, other: "Marks") -> bool:
        """Say whether a description with these marks may be of one who has others.

        Args:
            other: The marks of somebody.

        Example:
            >>> norwegian, of_ports = Marks(frozenset({"norway"})), Marks()
            >>> norwegian.may_be(of_ports)
            True
            >>> norwegian.may_be(Marks(frozenset({"sweden"})))
            False
        """
        if _are_apart(self.countries, other.countries):
            return False
        if not self.fields or not other.fields:
            return True
        has_same_rank = self.fields & _RANKS == other.fields & _RANKS
        return has_same_rank and not _are_apart(self.fields, other.fields)

    def shares_country(self, other: "Marks") -> bool:
        """Say whether two offices are known to be of one country.

        Args:
            other: The marks of the other one.
        """
        return not self.countries.isdisjoint(other.countries)


def _are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and some.isdisjoint(others)


def office_of(lexicon: Lexicon, reading: Reading) -> str:
    """Return the word that stands for the office that a description names.

    "The Head of State" is whoever is president, and so is "the head of the Norwegian
    state".
    """
    whole = _whole_office(lexicon, reading.name)
    return whole or lexicon.roles.get(reading.head, reading.head)


def _whole_office(lexicon: Lexicon, said: str) -> str | None:
    """Return the word for an office of several words, or None.

    Example:
        >>> from attrib.lexicon.loading import load_lexicon
        >>> _whole_office(load_lexicon("en"), "head of the Norwegian state")
        'president'
        >>> _whole_office(load_lexicon("en"), "Norwegian leader")
        'president'
    """
    norms = said.lower().replace("’", "'").split()
    bare = [norm.removesuffix("'s") for norm in norms if norm != "the"]
    kept = [norm for norm in bare if norm not in lexicon.knowledge.countries]
    if len(kept) == 1 and len(bare) > 1:
        return _LEADS.get(kept[0])
    return lexicon.roles.get("-".join(kept)) if len(kept) > 1 else None


def offices_in(lexicon: Lexicon, role: str) -> list[str]:
    """Return the words of a role that may stand for it alone.

    A "head of the office of the president" is a head, and no president.

    Example:
        >>> from attrib.lexicon.loading import load_lexicon
        >>> offices_in(load_lexicon("en"), "Harbour Chairwoman of the port")
        ['harbour', 'chairman']
    """
    whole = _whole_office(lexicon, role)
    held = [lexicon.roles.get(word, word) for word in heads_of(role)]
    return held if whole is None else [*held, whole]


def words_for(lexicon: Lexicon, office: str) -> set[str]:
    """Return words, one of which stands in each name of an office.

    Args:
        lexicon: The lexicon.
        office: The word that stands for them all.
    """
    same = [each for each, other in lexicon.roles.items() if other == office]
    leads = [each for each, other in _LEADS.items() if other == office]
    return {office, *leads, *(each.split("-")[0] for each in same)}


def words_of(role: str | None) -> frozenset[str]:
    """Return the words of an office, folded to lower case, without possessives.

    Example:
        >>> sorted(words_of("Norway's president"))
        ['norway', 'president']
    """
    words = role.lower().replace("’", "'").split() if role else []
    return frozenset(word.removesuffix("'s") for word in words)


def heads_of(name: str) -> list[str]:
    """Return the words before the first preposition of a name, folded to lower case.

    Example:
        >>> heads_of("Office of the President")
        ['office']
    """
    words = name.lower().split()
    links = [at for at, word in enumerate(words) if at and word in _LINKS]
    return words[: links[0]] if links else words


def marks_of_person(lexicon: Lexicon, person: Reading) -> Marks:
    """Return the marks of the office that somebody holds.

    Args:
        lexicon: The lexicon; it also tells for whom the well-known speak.
        person: What a mention says of the person.
    """
    leads = lexicon.knowledge.leaders.get(source_key(person.name))
    return marks_of(lexicon, person.role, person.affiliation, leads)


def marks_of(lexicon: Lexicon, *words: str | None) -> Marks:
    """Return the marks of an office.

    Args:
        lexicon: The lexicon that countries and fields are listed in.
        words: Descriptions of it: the office, and the body that it is of.

    Example:
        >>> from attrib.lexicon.loading import load_lexicon
        >>> marks = marks_of(load_lexicon("en"), "Norway's deputy Defense minister")
        >>> sorted(marks.fields)
        ['defence', 'deputy']
    """
    countries: set[str] = set()
    fields: set[str] = set()
    for said in words:
        if said is None:
            continue
        norms = said.lower().replace("’", "'").replace("-", " ").split()
        norms = [norm.removesuffix("'s").strip("',.") for norm in norms]
        countries.update(_countries(lexicon, norms))
        fields.update(lexicon.fields[norm] for norm in norms if norm in lexicon.fields)
    return Marks(frozenset(countries), frozenset(fields))


def _countries(lexicon: Lexicon, norms: list[str]) -> Iterator[str]:
    listed = lexicon.knowledge.countries
    at = 0
    while at < len(norms):
        for last in range(min(len(norms), at + _LONGEST_COUNTRY), at, -1):
            country = listed.get(source_key(" ".join(norms[at:last])))
            if country is not None:
                yield country.key
                at = last - 1
                break
        at += 1
