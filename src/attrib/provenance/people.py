"""People: who is named, in full, and which body stands behind them."""

from collections.abc import Iterable

from attrib.lexicon.loading import load_lexicon
from attrib.model.source import Source, SourceKind, source_key

_UNNAMED_OUTLETS = frozenset(("media", "press", "newspapers", "outlets"))
_BODIES = frozenset(
    (SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.INTELLIGENCE)
)


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
        return any(word[:1].isupper() for word in source.name.split())
    return True


class People:
    """What all sources of a pile of reports tell of one another.

    One report calls her "Lind", another "Ada Lind, Norway's minister": they are one,
    and what is said of her in one holds in all.

    Example:
        >>> lind = Source("Ada Lind", "person", role="Norwegian minister")
        >>> people = People([lind, Source("Lind")])
        >>> people.in_full(Source("Lind")).name
        'Ada Lind'
        >>> people.body_of(Source("Ada Lind", "person"))
        'norway'
        >>> people.body_of(Source("Harbour Board", "organisation"))
        'harbour board'
        >>> people.body_of(Source("an official", is_anonymous=True)) is None
        True
    """

    def __init__(self, sources: Iterable[Source | None]) -> None:
        self._countries = load_lexicon("en").knowledge.countries
        self._bodies: dict[str, str] = {}
        self._by_surname: dict[str, dict[str, Source]] = {}
        for source in sources:
            if source is None or source.is_anonymous:
                continue
            body = self._told_body(source)
            if body is not None:
                self._bodies.setdefault(source.key, body)
            words = source.key.split()
            if source.kind is SourceKind.PERSON and 1 < len(words) <= 3:
                namesakes = self._by_surname.setdefault(words[-1], {})
                namesakes.setdefault(source.key, source)

    def in_full(self, source: Source) -> Source:
        """Return the one person whose surname a single name is; else the source."""
        if source.kind in (SourceKind.UNKNOWN, SourceKind.PERSON):
            namesakes = self._by_surname.get(source.key, {})
            if len(namesakes) == 1:
                return next(iter(namesakes.values()))
        return source

    def body_of(self, source: Source) -> str | None:
        """Return the key of the body behind a source, or None when it is not known.

        A government's bodies and whoever speaks for them are that country.
        """
        known = None if source.is_anonymous else self._bodies.get(source.key)
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
        if source.kind in _BODIES or source.is_anonymous or source.role is None:
            return self._country(source.name)
        return None

    def _country(self, words: str) -> str | None:
        """Return the key of the first country named: "Norway's envoy to Chile"."""
        parts = [part.removesuffix("'s") for part in source_key(words).split()]
        for at in range(len(parts)):
            for length in (2, 1):
                country = self._countries.get(" ".join(parts[at : at + length]))
                if country is not None:
                    return country.key
        return None
