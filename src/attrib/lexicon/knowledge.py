"""Well-known sources: the same body under its several names, in every report."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from attrib.model.source import Source, SourceKind, source_key

_LONGEST_NAME = 12
"""Words of the longest name that is looked up."""
_SITE = re.compile(r"(?:www\.)?(?:the)?([a-z][a-z0-9-]+)(?:\.[a-z]{2,4}){1,2}")
"""The address of an outlet, after which it is often called: "reuters.com"."""
_SECTIONS = {
    "government": SourceKind.GOVERNMENT,
    "military": SourceKind.MILITARY,
    "intelligence": SourceKind.INTELLIGENCE,
    "organisation": SourceKind.ORGANISATION,
    "company": SourceKind.COMPANY,
}


@attrs.frozen(eq=False, slots=False)  # cached properties slow slots down
class Knowledge:
    """Sources that are known under several names.

    Attributes:
        sources: Keys of names (`source_key`) to the sources that bear them; several
            where a name is shared.
        countries: Keys of names and adjectives of countries to their governments.
        bodies: What each country has ("foreign ministry", "mfa") to its usual name
            and its kind.
        leaders: Keys of names of persons to the key of the country or body for which
            each speaks, though no report may say so.
        presidents: Keys of names of persons to the key of the country that each leads.
    """

    sources: Mapping[str, tuple[Source, ...]]
    countries: Mapping[str, Source]
    bodies: Mapping[str, tuple[str, SourceKind]]
    leaders: Mapping[str, str] = attrs.field(factory=dict)
    presidents: Mapping[str, str] = attrs.field(factory=dict)

    def is_adjective(self, word: str) -> bool:
        """Say whether a word is the adjective of a country, and no name of it.

        Args:
            word: The word, folded to lower case.
        """
        return word in self.countries and word not in self.sources

    def find(self, name: str) -> tuple[Source, ...]:
        """Return the known sources that bear a name.

        Args:
            name: A name as it stands in a text, with or without "the".

        Returns:
            None for a name that is not known; several sources where only the text can
            tell which of them is meant.

        Example:
            >>> from attrib.lexicon.loading import load_lexicon
            >>> knowledge = load_lexicon("en").knowledge
            >>> [source.key for source in knowledge.find("Oslo")]
            ['norway']
            >>> [source.key for source in knowledge.find("Norway's Defense Ministry")]
            ['norway defence ministry']
            >>> [source.key for source in knowledge.find("www.reuters.com")]
            ['reuters']
            >>> knowledge.find("Ada Lind")
            ()
        """
        key = source_key(name)
        found = self.sources.get(key)
        if found is not None:
            return found
        words = key.split()
        site = _SITE.fullmatch(key) if len(words) == 1 else None
        if site is not None:
            return self._by_letters.get(site[1].replace("-", ""), ())
        if not 1 < len(words) <= _LONGEST_NAME:
            return ()
        for country, rest in self._parts(words):
            found = self.sources.get(rest, ())
            if len(found) == 1 and found[0].affiliation == country.name:
                return found  # "Israel's Mossad"
            body = self.bodies.get(rest)
            if body is not None:
                return (_body_of(country, name, *body),)
        return ()

    def key_of(self, name: str) -> str:
        """Return the key that a name has in reports: that of the one source it is of.

        Example:
            >>> from attrib.lexicon.loading import load_lexicon
            >>> knowledge = load_lexicon("en").knowledge
            >>> knowledge.key_of("Agence France-Presse"), knowledge.key_of("Ada Lind")
            ('afp', 'ada lind')
        """
        found = self.find(name)
        return found[0].key if len(found) == 1 else source_key(name)

    def is_known(self, name: str) -> bool:
        """Say whether some source is known under a name."""
        return bool(self.find(name))

    @functools.cached_property
    def _by_letters(self) -> dict[str, tuple[Source, ...]]:
        """The outlets by their names as they stand in addresses: "bbcnews"."""
        return {
            "".join(filter(str.isalnum, name)): bearers
            for name, bearers in self.sources.items()
            if len(bearers) == 1 and bearers[0].kind is SourceKind.NEWS_OUTLET
        }

    @functools.cached_property
    def _country_beginnings(self) -> frozenset[str]:
        """The first words of countries."""
        return frozenset(name.split()[0] for name in self.countries)

    def _parts(self, words: list[str]) -> Iterator[tuple[Source, str]]:
        """Yield a country and the rest: "the X of Norway", "Norway's X"."""
        is_begun = words[0].removesuffix("'s") in self._country_beginnings
        for length in (1, 2, 3) if is_begun else ():
            country = self.countries.get(" ".join(words[:length]).removesuffix("'s"))
            if country is not None:
                yield country, " ".join(words[length:])
        if "of" in words[1:-1]:
            at = len(words) - 2 - words[-2::-1].index("of")
            tail = words[at + 1 :]
            country = self.countries.get(
                " ".join(tail[1:] if tail[0] == "the" else tail)
            )
            if country is not None:
                yield country, " ".join(words[:at])

    def knowing(self, sources: Mapping[Source, Iterable[str]]) -> "Knowledge":
        """Return knowledge of further sources; this one stays as it is.

        Args:
            sources: Sources, each to its other names. A name known until now is
                theirs from now on.
        """
        added: dict[str, list[Source]] = {}
        for source, names in sources.items():
            for name in (source.name, *names):
                bearers = added.setdefault(source_key(name), [])
                if source not in bearers:
                    bearers.append(source)
        more = {name: tuple(bearers) for name, bearers in added.items()}
        return attrs.evolve(self, sources={**self.sources, **more})


def _body_of(country: Source, name: str, body: str, kind: SourceKind) -> Source:
    if body == "government":
        return country
    return Source(name, kind, key=f"{country.key} {body}", affiliation=country.name)


def read_knowledge(
    sections: Mapping[str, Mapping[str, str]], outlets: Iterable[str]
) -> Knowledge:
    """Return what knowledge.toml and outlets.toml say.

    Args:
        sections: Sections by name, as in knowledge.toml.
        outlets: Lines of outlets: a name and its other names between bars.
    """
    listed: list[tuple[Source, list[str]]] = []
    countries: dict[str, Source] = {}
    for names, adjective in _lines(sections["countries"]["names"]):
        country = Source(names[0], SourceKind.GOVERNMENT)
        listed.append((country, names))
        for name in (*names, adjective):
            if name:
                countries[source_key(name)] = country
    for section, kind in _SECTIONS.items():
        for names, owner in _lines(sections[section]["names"]):
            source = Source(names[0], kind, affiliation=owner or None)
            listed.append((source, names))
    for line in outlets:
        names = line.split("|")
        listed.append((Source(names[0], SourceKind.NEWS_OUTLET), names))
    bearers: dict[str, list[Source]] = {}
    for source, names in listed:
        for key in {source_key(name) for name in names}:
            bearers.setdefault(key, []).append(source)
    return Knowledge(
        sources={key: tuple(found) for key, found in bearers.items()},
        countries=countries,
        bodies={
            variant: (names[0], kind)
            for entry, kind in (
                ("names", SourceKind.GOVERNMENT),
                ("military", SourceKind.MILITARY),
            )
            for names, _ in _lines(sections["country_bodies"][entry])
            for variant in names
        },
        leaders=_read_leaders(sections["leaders"]["names"]),
        presidents=_read_leaders(sections["leaders"]["presidents"]),
    )


def _read_leaders(text: str) -> dict[str, str]:
    """Return the keys of names to the key of what each leads or speaks for."""
    return {
        source_key(name): source_key(body)
        for names, body in _lines(text)
        for name in names
    }


def _lines(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield the names on each line, and what stands after "="."""
    for line in text.splitlines():
        if line:
            names, _, owner = line.partition(" = ")
            yield names.split("|"), owner
