"""Ways: how one report has one content, and how that is told in a sentence."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import islice

import attrs

from attrib.export.prose import (
    STANCE_VERBS,
    count,
    excerpt,
    listing,
    visible,
    written_day,
)
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.loading import load_lexicon
from attrib.model.attribution import Directness, Stance
from attrib.model.chain import Chain
from attrib.model.source import Source, source_key
from attrib.provenance.precedence import came_first, moment

CONTENT_CHARS = 200
"""How much of a content is shown, in code points."""
MOST_NAMED = 12
"""So many names are told in a list; of more, so many less one and their number."""
_MOST_PASSED = 10
"""So many sources between an outlet and an origin are told, half of them near either
end, and of more the number of the others."""
_NOBODY = "somebody left unnamed"
_WORD = re.compile(r"\w+")
_KNOWING = {
    Directness.WITNESSED: "was there",
    Directness.TOLD: "was told",
    Directness.INDUCED: "concludes from what was found",
    Directness.DEDUCED: "concludes by reasoning",
}
_STRENGTH = (
    Directness.WITNESSED,
    Directness.INDUCED,
    Directness.UNKNOWN,
    Directness.DEDUCED,
    Directness.TOLD,
)
"""The strongest first. Who reasons, or was told, knows less than who was there; where
the text does not say, it may be either."""


@attrs.frozen(kw_only=True)
class Way:
    """How one report has a content.

    Attributes:
        document_id: The report.
        names: Who it came through, the outlet first where there is one and the origin
            last; None for somebody left unnamed.
        has_outlet: Whether the first is the outlet.
        is_own: Whether the outlet says so in its own voice and names nobody.
        is_denial: Whether it is denied or doubted rather than told.
        stance: What the origin does with the content.
        directness: How the origin came to know it.
        content: The report's own words for it, white space made single.
        hedges: Words of the content and of its cues that leave open whether it is so.
        published: When the report was published, or None.
        reports: Ids of other reports through which it was followed, in their order.
    """

    document_id: str
    names: tuple[str | None, ...]
    has_outlet: bool
    is_own: bool = False
    is_denial: bool = False
    stance: Stance = Stance.ASSERTS
    directness: Directness = Directness.UNKNOWN
    content: str
    hedges: tuple[str, ...] = ()
    published: dt.date | None = None
    reports: tuple[str, ...] = ()

    @property
    def outlet(self) -> str | None:
        """Name of the outlet, or None when the report has none."""
        return self.names[0] if self.has_outlet else None

    @property
    def relays(self) -> tuple[str | None, ...]:
        """Who stands between the outlet and the origin."""
        return self.names[1 if self.has_outlet else 0 : -1]

    @property
    def origin(self) -> str | None:
        """Who stands at its end, or None for somebody left unnamed."""
        return self.names[-1]

    @property
    def step_count(self) -> int:
        """How many sources stand behind the outlet."""
        return 0 if self.is_own else len(self.names) - self.has_outlet

    @property
    def strength(self) -> tuple[int, int, bool]:
        """What ways are ordered by, the strongest first.

        How directly the origin knows, then how few steps there are, then whether
        nothing leaves it open.
        """
        return _STRENGTH.index(self.directness), self.step_count, bool(self.hedges)


def read_way(
    chain: Chain, published: dt.date | None, *, is_denial: bool | None = None
) -> Way:
    """Return how a chain has its content.

    Args:
        chain: The chain, stitched or not.
        published: When its report was published, or None.
        is_denial: Whether it denies or doubts; by default as its stance says.
    """
    links = chain.links
    read = [link.document_id for link in links if link.document_id is not None]
    denies = chain.stance in (Stance.DENIES, Stance.DOUBTS)
    return Way(
        document_id=chain.document_id,
        names=tuple(None if e.source is None else e.source.name for e in links),
        has_outlet=chain.has_outlet,
        is_own=len(links) == 1 and (chain.has_outlet or chain.attribution is None),
        is_denial=denies if is_denial is None else is_denial,
        stance=chain.stance,
        directness=links[-1].directness,
        content=" ".join(chain.content.text.split()),
        hedges=_hedges(chain, load_lexicon()),
        published=published,
        reports=tuple(dict.fromkeys(read)),
    )


def _hedges(chain: Chain, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the hedges of the report itself, not of those it was followed through."""
    found = find_hedges(chain.content.text, lexicon)
    for link in chain.links:
        if link.cue is not None and link.document_id is None:
            words = _WORD.findall(link.cue.text.lower())
            telling = lexicon.hedges | lexicon.disowned
            found += [word for word in words if word in telling]
    return tuple(dict.fromkeys(found))


def find_hedges(words: str, lexicon: Lexicon) -> list[str]:
    """Return the words that leave open whether it is so, in text order.

    A capital inside makes a name or a month of a word.

    Example:
        >>> find_hedges("the quay may be shut from May on", load_lexicon())
        ['may']
    """
    known = lexicon.hedges | lexicon.tentative
    written = _WORD.findall(words)
    written[:1] = [word.lower() for word in written[:1]]
    return [word for word in written if word in known]


def voice_key(source: Source | None) -> tuple[bool, str]:
    """Return what sources are told apart by: names, for those left unnamed, too.

    An anonymous source has a key of its own in every report, although its name may
    be the same; nobody has an empty one.
    """
    if source is None:
        return True, ""
    key = source_key(source.name) if source.is_anonymous else source.key
    return source.is_anonymous, key


def head_voice(source: Source | None, ways: Iterable[Way]) -> str:
    """Return the name of a source with a capital, and whether it is anonymous."""
    name = name_or_nobody(None if source is None else source.name)
    mark = ""
    if source is not None and source.is_anonymous:
        several = len({way.document_id for way in ways}) > 1
        mark = " (anonymous, and perhaps several)" if several else " (anonymous)"
    return f"{name[:1].upper()}{name[1:]}{mark}"


def by_time(way: Way) -> tuple[object, ...]:
    """Return what ways are sorted by in a timeline: the undated ones last."""
    return (
        *moment(way.published, way.document_id),
        way.content,
        len(way.names),
        tuple(map(str, way.names[-_MOST_PASSED:])),
    )


def by_strength(way: Way) -> tuple[object, ...]:
    """Return what ways are sorted by in a list: the strongest first, then by time."""
    return (*way.strength, *by_time(way))


def find_first(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Return the earliest of dated ways, one a report; several where dates do not tell.

    Example:
        >>> find_first([])
        ()
    """
    dated = sorted((w for w in ways if w.published is not None), key=by_time)
    if not dated:
        return ()
    earliest = dated[0].published
    first = [w for w in dated if came_first(earliest, w.published) is not True]
    return tuple({way.document_id: way for way in reversed(first)}.values())[::-1]


def label(way: Way) -> str:
    """Return the name of the outlet, or else the id of the report."""
    return visible(way.outlet or way.document_id)


def labels(ways: Iterable[Way]) -> str:
    """Return the names of outlets as a list in a sentence, with their reports' number.

    Example:
        >>> def way(outlet, document):
        ...     return Way(document_id=document, names=(outlet,), has_outlet=True,
        ...                content="rain")
        >>> labels([way("Wire", "a"), way("Daily", "b"), way("Wire", "c")])
        'Wire (2 reports) and Daily'
    """
    return number_names((label(way), way.document_id) for way in ways)


def number_names(named: Iterable[tuple[str, str]]) -> str:
    """Return names as a list in a sentence, with the number of their ids.

    Example:
        >>> number_names([("Wire", "a"), ("Daily", "b"), ("Wire", "c")])
        'Wire (2 reports) and Daily'
    """
    ids: dict[str, set[str]] = {}
    for name, each in named:
        ids.setdefault(name, set()).add(each)
    shown = [
        name if len(own) == 1 else f"{name} ({count(len(own), 'report')})"
        for name, own in islice(ids.items(), MOST_NAMED)
    ]
    if len(ids) > MOST_NAMED:
        shown[-1] = f"{len(ids) - MOST_NAMED + 1} more"
    return listing(shown)


def name_or_nobody(name: str | None) -> str:
    """Return a name that is safe to print, or words for nobody."""
    return _NOBODY if name is None else visible(name)


def name_passed(names: Sequence[str | None]) -> list[str]:
    """Return those a content passed through, and of many how many are between.

    Example:
        >>> name_passed(["a", "b", None])
        ['a', 'b', 'somebody left unnamed']
        >>> print(*name_passed("abcdefghijklmno"))
        a b c d e 5 more k l m n o
    """
    if len(names) <= _MOST_PASSED:
        return [name_or_nobody(name) for name in names]
    half = _MOST_PASSED // 2
    return [
        *map(name_or_nobody, names[:half]),
        f"{len(names) - 2 * half} more",
        *map(name_or_nobody, names[-half:]),
    ]


def tell_way(way: Way) -> str:
    """Return who has a content by way of whom, what marks it, and its words."""
    relays = name_passed(way.relays)
    through = f", by way of {listing(relays)}" if relays else ""
    marks = _marks(way)
    aside = f" ({'; '.join(marks)})" if marks else ""
    return f"{label(way)}{through}{aside}: {excerpt(way.content, CONTENT_CHARS)}"


def _marks(way: Way) -> list[str]:
    marks = []
    if way.stance in STANCE_VERBS:
        marks.append(STANCE_VERBS[way.stance])
    if way.directness in _KNOWING:
        marks.append(_KNOWING[way.directness])
    if way.hedges:
        words = listing([f'"{visible(hedge)}"' for hedge in way.hedges])
        marks.append(f"hedged: {words}")
    return marks


def tell_days(ways: Iterable[Way]) -> tuple[str, ...]:
    """Return a line for each day (UTC): who told something, by way of whom."""
    days: dict[dt.date, list[Way]] = {}
    for way in sorted(ways, key=by_time):
        if way.published is not None:
            day = moment(way.published, "")[1].date()
            days.setdefault(day, []).append(way)
    return tuple(f"{written_day(day)}: {_tell_day(days[day])}" for day in days)


def _tell_day(ways: Iterable[Way]) -> str:
    """Return who told something on one day, those who have it from one together."""
    groups: dict[tuple[object, ...], list[Way]] = {}
    for way in ways:
        behind = way.names[1 if way.has_outlet else 0 :]
        groups.setdefault((way.is_own, way.is_denial, behind), []).append(way)
    told = []
    for group in groups.values():
        way = group[0]
        mark = " (denial)" if way.is_denial else ""
        if way.is_own:
            told.append(f"{labels(group)} (own voice){mark}")
        else:
            names = [*name_passed(way.relays), name_or_nobody(way.origin)]
            told.append(f"{labels(group)} ← {' ← '.join(names)}{mark}")
    return "; ".join(told)
