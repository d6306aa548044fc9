"""People: who is named, in full, and which body stands behind them."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from attrib.lexicon.entries import Sort
from attrib.lexicon.loading import load_lexicon
from attrib.model.source import Source, SourceKind, source_key

_UNNAMED_OUTLETS = frozenset(("media", "press", "newspapers", "outlets"))
_BODIES = frozenset(
    (SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.INTELLIGENCE)
)
_SMALL = frozenset("of the and for in on at to de von van der".split())
_OFFICES = {"leader": "chief", "head": "chief", "boss": "chief", "defense": "defence"}
_KINDS_OF_BODY = frozenset("group company firm corporation organisation".split())
"""Words without which a body is known, too."""
_TELLING_OFFICE = 3
"""Words by which an office is known without its country: a deputy finance minister."""
_ALIKE = 0.8
"""How much of two first names must be the same in spellings of one."""
_ENDING = re.compile(r"(?<=\w{3})(?:iy|yi|yy|ii|ij|iĭ|y|i)\b")
"""How one name in another alphabet ends is spelled in several ways."""


_SET_UP = re.compile(r"-(?:installed|appointed|imposed|backed|controlled|led)$")
"""Who was set up by a country speaks for it."""
_LEADING = frozenset(("president", "chancellor", "premier"))
"""Offices whose holder may be called the leader of a country."""


def is_named(source: Source) -> bool:
    """Say whether a source is somebody in particular, and not "reports" or "media".

    Example:
        >>> is_named(Source("Ada Lind", "person")), is_named(Source("Gale Port"))
        (True, True)
        >>> is_named(Source("state media", "news outlet"))
        False
        >>> is_named(Source("a new study", "document"))
        False
    """
    if source.is_anonymous:
        return False
    if source.kind is SourceKind.NEWS_OUTLET:
        return source.key.split()[-1] not in _UNNAMED_OUTLETS
    if source.kind is SourceKind.DOCUMENT:
        return source.affiliation is not None
    if source.kind is SourceKind.UNKNOWN:
        words = [word for word in source.name.split() if word not in _SMALL]
        return bool(words) and not any(word[:1].islower() for word in words)
    return source.kind is not SourceKind.CROWD


def _fold(key: str) -> str:
    """Return a key by which spellings of one name are the same.

    Example:
        >>> _fold("valeriy hrynky") == _fold("valerii hrynkyi")
        True
    """
    return _ENDING.sub("y", key)


def _is_post(name: str) -> bool:
    """Say whether the name of a person is what the person is, and no name.

    Example:
        >>> _is_post("Harbour Chief"), _is_post("Ada King"), _is_post("Ada Lind")
        (True, False, False)
    """
    sorts = load_lexicon("en").sorts
    words = name.split()
    first, last = (
        sorts.get(word.casefold(), Sort.NONE) for word in (words[0], words[-1])
    )
    return words[-1].islower() or bool(last & Sort.PERSON and not first & Sort.GIVEN)


def _is_spelling(name: str, other: str) -> bool:
    """Say whether two folded names are spellings of one: their surname is the same.

    Example:
        >>> _is_spelling("volodymyr hrynky", "voldomyr hrynky")
        True
        >>> _is_spelling("jill berg", "joe berg")
        False
    """
    first, _, surname = name.rpartition(" ")
    second, _, namesake = other.rpartition(" ")
    if surname != namesake:
        return False
    return first == second or SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _order(source: Source) -> tuple[str, ...]:
    return (source.name, source.role or "", source.affiliation or "")


def _used_most(spellings: Counter[Source]) -> Source:
    """Return the spelling used most; of several the one that sorts last."""
    return max(spellings, key=lambda one: (spellings[one], _order(one)))


class People:
    """What all sources of a pile of reports tell of one another.

    One report calls her "Lind", another "Norway's minister", a third "Ada Lind, the
    Norwegian minister": they are one, and what is said of her in one holds in all. So
    are two spellings of a name, and Oslo is Norway.

    Example:
        >>> lind = Source("Ada Lind", "person", role="Norwegian minister")
        >>> people = People([lind, Source("Lind")])
        >>> people.in_full(Source("Lind")).name
        'Ada Lind'
        >>> people.in_full(Source("Norway's minister", "person")).name
        'Ada Lind'
        >>> people.in_full(Source("Oslo", "government", key="norway")).name
        'Norway'
        >>> people.body_of(Source("Ada Lind", "person"))
        'norway'
        >>> people.body_of(Source("Harbour Board", "organisation"))
        'harbour board'
        >>> people.body_of(Source("an official", is_anonymous=True)) is None
        True
    """

    def __init__(self, sources: Iterable[Source | None]) -> None:
        knowledge = load_lexicon("en").knowledge
        self._countries = knowledge.countries
        self._leaders = {_fold(name): of for name, of in knowledge.leaders.items()}
        self._bodies: dict[str, str] = {}
        self._spellings: dict[str, Counter[Source]] = {}
        self._by_surname: dict[str, list[str]] = {}
        self._by_function: dict[frozenset[str], Counter[Source]] = {}
        self._by_office: dict[frozenset[str], set[str]] = {}
        self._offices: set[frozenset[str]] = set()
        named = [each for each in sources if each and not each.is_anonymous]
        # Of two spellings the one that sorts first stands for both, in any order.
        for source in sorted(named, key=lambda each: (each.key, _order(each))):
            self._learn(source)

    def _learn(self, source: Source) -> None:
        body = self._told_body(source)
        name = _fold(self._bare(source))
        words = name.split()
        is_office = bool(self._office(source.name)) or _is_post(source.name)
        if source.kind is SourceKind.PERSON and 1 < len(words) <= 3 and not is_office:
            namesakes = self._by_surname.setdefault(words[-1], [])
            known = next((each for each in namesakes if _is_spelling(each, name)), None)
            if known is None:
                namesakes.append(name)
            name = known or name
            self._spellings.setdefault(name, Counter())[source] += 1
            if source.role:
                self._hold(source, source.role, name)
        if body is not None:
            self._bodies.setdefault(name, body)
        function = self._office(source.name)
        if source.kind in _BODIES and function:
            self._by_function.setdefault(function, Counter())[source] += 1

    def _hold(self, source: Source, role: str, name: str) -> None:
        """Note an office of a person, without its country, too, where that tells."""
        office = self._office(role)
        bare = self._bare_office(role)
        leading = self._office(f"{role} leader") - _LEADING
        for each in (
            office,
            self._post(source, role),
            bare if len(bare) >= _TELLING_OFFICE else frozenset(),
            leading if bare and bare <= _LEADING else frozenset(),
        ):
            if each:
                self._by_office.setdefault(each, set()).add(name)
        self._offices.add(bare)

    def _bare(self, source: Source) -> str:
        """Return a person's key without a country before it: "Norway's Lind"."""
        parts = source.key.split()
        if source.kind not in (SourceKind.PERSON, SourceKind.UNKNOWN):
            return source.key
        at = 0
        while at < len(parts) - 1 and parts[at].removesuffix("'s") in self._countries:
            at += 1
        return " ".join(parts[at:])

    def in_full(self, source: Source) -> Source:
        """Return a source as it is named in full, in the spelling used most.

        A surname, or an office with its country or body, is the one person of the pile
        who bears it, a ministry the one of its country, and a capital the country;
        others stay as they are, and so does "the Norwegian government", though its key
        is the country's.
        """
        if source.is_anonymous:
            return source
        country = self._countries.get(source.key)
        if country is not None and country.key == source.key:
            return country if source.name.casefold() in self._countries else source
        if source.kind in _BODIES:
            known = self._by_function.get(self._office(source.name))
            return _used_most(known) if known else source
        if source.kind not in (SourceKind.UNKNOWN, SourceKind.PERSON):
            return source
        spellings = self._spellings.get(self._name_of(source))
        return _used_most(spellings) if spellings else source

    def _name_of(self, source: Source) -> str:
        """Return the folded name of the person that a source is, or its own."""
        name = _fold(self._bare(source))
        known = self._by_surname.get(name.rpartition(" ")[2], [])
        if " " in name:
            known = [each for each in known if _is_spelling(each, name)][:1]
        if not known:
            office = (
                self._office(source.name)
                or self._post(source, source.name)
                or self._bare_office(source.name)
            )
            known = [*self._by_office.get(office, ())]
        return known[0] if len(known) == 1 else name

    def may_be_another(self, source: Source) -> bool:
        """Say whether a source is an office alone, whose holders the pile names.

        Of which country the minister is, the report leaves open.
        """
        return (
            source.kind is SourceKind.PERSON
            and self._country(source.name) is None
            and self._bare_office(source.name) in self._offices
        )

    def _office(self, words: str) -> frozenset[str]:
        """Return an office by which the one who holds it is known, or nothing.

        Example:
            >>> people = People([])
            >>> people._office("Norway's minister") == people._office(
            ...     "Norwegian minister")
            True
        """
        country = self._country(words)
        if country is None:
            return frozenset()
        rest = self._bare_office(words)
        return frozenset({country, *rest}) if rest else frozenset()

    def _post(self, source: Source, words: str) -> frozenset[str]:
        """Return an office by the body that a source belongs to, or nothing.

        "Gale Port's boss" and "chief of the Gale Port company" are one.
        """
        body = self._bare_office(source.affiliation or "")
        office = self._bare_office(words)
        return (office | body) - _KINDS_OF_BODY if body else frozenset()

    def _bare_office(self, words: str) -> frozenset[str]:
        """Return an office without its country: "Norway's finance minister"."""
        parts = [part.removesuffix("'s") for part in source_key(words).split()]
        rest = {part for part in parts if part not in self._countries} - _SMALL
        return frozenset(_OFFICES.get(part, part) for part in rest)

    def body_of(self, source: Source) -> str | None:
        """Return the key of the body behind a source, or None when it is not known.

        A government's bodies and whoever speaks for them are that country.
        """
        known = None if source.is_anonymous else self._bodies.get(self._name_of(source))
        told = known or self._told_body(source)
        if told is not None or source.is_anonymous:
            return told
        return None if source.kind is SourceKind.PERSON else source.key

    def _told_body(self, source: Source) -> str | None:
        """Return the body that a source names itself, in its office or its name."""
        for words in (source.affiliation, source.role):
            country = self._country(words or "")
            if country is not None:
                return country
        if source.affiliation:
            return source_key(source.affiliation)
        if source.kind is SourceKind.PERSON or source.kind is SourceKind.UNKNOWN:
            leads = self._leaders.get(_fold(source.key))
            if leads is not None:
                return leads
        if source.kind in _BODIES or source.is_anonymous or source.role is None:
            return self._country(source.name)
        return None

    def _country(self, words: str) -> str | None:
        """Return the key of the first country named: "Norway's envoy to Chile"."""
        parts = [
            _SET_UP.sub("", part).removesuffix("'s")
            for part in source_key(words).split()
        ]
        for at in range(len(parts)):
            for length in (2, 1):
                country = self._countries.get(" ".join(parts[at : at + length]))
                if country is not None:
                    return country.key
        return None
