"""Traces in words: who stands behind a claim, who disputes it, who only repeats it."""

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from attrib.export.prose import (
    STANCE_VERBS,
    count,
    excerpt,
    listing,
    visible,
    written_day,
)
from attrib.model.attribution import Stance
from attrib.model.chain import Chain
from attrib.model.source import Source, SourceKind
from attrib.model.trace import OriginCount, Trace
from attrib.summary.pages import Section, Summary

_CONTENT_CHARS = 200
_NOBODY = "somebody it does not name"


@attrs.frozen(kw_only=True)
class Way:
    """How one report has the claim.

    Attributes:
        document_id: The report.
        names: Who it came through, the outlet first where there is one and the origin
            last; None for somebody left unnamed.
        has_outlet: Whether the first is the outlet.
        stance: What the origin does with the claim.
        content: The report's own words for it.
        published: When the report was published, or None.
    """

    document_id: str
    names: tuple[str | None, ...]
    has_outlet: bool
    stance: Stance
    content: str
    published: dt.date | None = None

    @property
    def outlet(self) -> str | None:
        """Name of the outlet, or None when the report has none."""
        return self.names[0] if self.has_outlet else None

    @property
    def relays(self) -> tuple[str | None, ...]:
        """Who stands between the outlet and the origin."""
        return self.names[1 if self.has_outlet else 0 : -1]


@attrs.frozen(kw_only=True)
class Backing:
    """One origin, and the reports that have the claim from it.

    Attributes:
        source: The origin; None for all that lead to nobody.
        ways: How each report has it from there, the shortest first.
        falls: Ids of reports that rest on this origin alone.
    """

    source: Source | None
    ways: tuple[Way, ...]
    falls: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class TraceSummary(Summary):
    """What is claimed, who is known to say so, who disputes it, and what is open.

    Attributes:
        claim: The claim.
        report_count: Reports that carry it.
        outlets: Names of their outlets, the earliest first.
        origin_count: Independent origins, at least and at most.
        known: Named origins and their ways, those with the most reports first.
        unnamed: Anonymous origins and their ways.
        own: Ways of outlets that say so in their own voice.
        disputed: Ways by which it is denied or doubted.
        repeating: Names of outlets that only repeat what others say.
        cycles: Circular reporting.
        timeline: All ways that have a date, in its order.
        reasons: Why origins were counted as they were.
    """

    claim: str
    report_count: int
    outlets: tuple[str, ...]
    origin_count: OriginCount
    known: tuple[Backing, ...] = ()
    unnamed: tuple[Backing, ...] = ()
    own: tuple[Way, ...] = ()
    disputed: tuple[Way, ...] = ()
    repeating: tuple[str, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    timeline: tuple[Way, ...] = ()
    reasons: tuple[str, ...] = ()

    def sections(self) -> Iterator[Section]:
        """Yield the summary in words, made safe to print but not marked up."""
        yield Section(_opening(self))
        for backing in self.known:
            yield Section(_heading(backing), tuple(map(_way, backing.ways)))
        for backing in self.unnamed:
            yield Section(_heading(backing), tuple(map(_way, backing.ways)))
        if self.own:
            title = "In the outlet's own voice, with nobody named:"
            yield Section(title, tuple(map(_way, self.own)))
        if self.disputed:
            yield Section("Disputed:", tuple(map(_dispute, self.disputed)))
        if self.repeating:
            names = listing([visible(name) for name in self.repeating])
            yield Section(f"Only repeating what others say: {names}.")
        for cycle in self.cycles:
            yield Section(f"Circular reporting: {visible(' ← '.join(cycle))}.")
        falling = tuple(_falling(backing) for backing in self.known if backing.falls)
        if falling:
            yield Section("What rests on one source alone:", falling)
        if self.timeline:
            yield Section("Timeline:", tuple(map(_event, self.timeline)))
        if self.reasons:
            yield Section("Why:", tuple(map(visible, self.reasons)))


def sum_up_trace(trace: Trace) -> TraceSummary:
    """Return what a trace found, in fields and in words.

    Example:
        >>> print(sum_up_trace(Trace(claim="a ship sank",
        ...                          origin_count=OriginCount(0, 0))))
        No report carries "a ship sank".
    """
    ways = [_state(chain, trace) for chain in trace.chains]
    denials = tuple(_state(chain, trace) for chain in trace.denials)
    own = [w for w, c in zip(ways, trace.chains, strict=True) if len(c.links) == 1]
    timeline = [way for way in (*ways, *denials) if way.published is not None]
    named = {source.key for source in trace.origins}
    backings = _backings(trace, ways)
    outlets = {c.outlet.key: c.outlet.name for c in trace.chains if c.outlet}
    telling = {
        chain.outlet.key
        for chain in trace.chains
        if chain.outlet and not any(_is_outlet(s) for s in _behind(chain))
    }
    return TraceSummary(
        claim=trace.claim,
        report_count=len(trace.documents),
        outlets=tuple(outlets.values()),
        origin_count=trace.origin_count,
        known=tuple(b for b in backings if b.source and b.source.key in named),
        unnamed=tuple(b for b in backings if not b.source or b.source.key not in named),
        own=tuple(own),
        disputed=denials,
        repeating=tuple(name for key, name in outlets.items() if key not in telling),
        cycles=trace.cycles,
        timeline=tuple(sorted(timeline, key=_moment)),
        reasons=trace.reasons,
    )


def _state(chain: Chain, trace: Trace) -> Way:
    return Way(
        document_id=chain.document_id,
        names=tuple(None if e.source is None else e.source.name for e in chain.links),
        has_outlet=chain.has_outlet,
        stance=chain.stance,
        content=" ".join(chain.content.text.split()),
        published=trace.published.get(chain.document_id),
    )


def _behind(chain: Chain) -> list[Source | None]:
    return [link.source for link in chain.links[1 if chain.has_outlet else 0 :]]


def _is_outlet(source: Source | None) -> bool:
    return source is not None and source.kind is SourceKind.NEWS_OUTLET


def _moment(way: Way) -> tuple[str, str]:
    return str(way.published), way.document_id


def _backings(trace: Trace, ways: Sequence[Way]) -> list[Backing]:
    """Return who stands at the end of chains of more than one link, and their ways."""
    sources: dict[str | None, Source | None] = {}
    found: dict[str | None, list[Way]] = {}
    for chain, way in zip(trace.chains, ways, strict=True):
        if len(chain.links) > 1 or not chain.has_outlet:
            key = None if chain.origin is None else chain.origin.key
            sources.setdefault(key, chain.origin)
            found.setdefault(key, []).append(way)
    backings = []
    for key, source in sources.items():
        fallen = () if source is None else trace.what_falls_without(source)
        backings.append(
            Backing(
                source=source,
                ways=tuple(sorted(found[key], key=lambda way: len(way.names))),
                falls=tuple(dict.fromkeys(chain.document_id for chain in fallen)),
            )
        )
    return sorted(backings, key=lambda backing: -len(backing.ways))


def _opening(summary: TraceSummary) -> str:
    claim = excerpt(summary.claim, _CONTENT_CHARS)
    if not summary.report_count:
        return f"No report carries {claim}."
    carried = count(summary.report_count, "report")
    verb = "carries" if summary.report_count == 1 else "carry"
    origins = summary.origin_count
    plural = "" if origins.maximum == 1 else "s"
    return (
        f"{carried[0].upper()}{carried[1:]} {verb} {claim}, from {origins} independent "
        f"origin{plural}."
    )


def _heading(backing: Backing) -> str:
    name = _NOBODY if backing.source is None else visible(backing.source.name)
    mark = " (anonymous)" if backing.source and backing.source.is_anonymous else ""
    return f"{name[:1].upper()}{name[1:]}{mark}:"


def _way(way: Way) -> str:
    outlet = visible(way.outlet or way.document_id)
    relays = [_NOBODY if name is None else visible(name) for name in way.relays]
    through = f", by way of {listing(relays)}" if relays else ""
    return f"{outlet}{through}: {excerpt(way.content, _CONTENT_CHARS)}"


def _dispute(way: Way) -> str:
    name = _NOBODY if way.names[-1] is None else visible(way.names[-1])
    verb = STANCE_VERBS.get(way.stance, "says otherwise")
    return f"{name} {verb}; {_way(way)}"


def _falling(backing: Backing) -> str:
    assert backing.source is not None
    reports = listing([visible(name) for name in backing.falls])
    return f"without {visible(backing.source.name)}, {reports}"


def _event(way: Way) -> str:
    assert way.published is not None
    return f"{written_day(way.published)}: {_way(way)}"
