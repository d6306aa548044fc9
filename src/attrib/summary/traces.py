"""Traces in words: who stands behind a claim, who disputes it, who only repeats it."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from attrib.export.prose import count, excerpt, listing, visible, written_day
from attrib.model.chain import Chain, quote
from attrib.model.claim import Claim, Difference
from attrib.model.grade import Grade, Standing
from attrib.model.graph import NodeKind, Relation
from attrib.model.source import Source, SourceKind
from attrib.model.trace import OriginCount, Trace
from attrib.summary.grades import Grader, tell_grade, tell_sources
from attrib.summary.pages import Section, Summary
from attrib.summary.ways import (
    CONTENT_CHARS,
    MOST_NAMED,
    Way,
    by_strength,
    by_time,
    find_first,
    head_voice,
    label,
    labels,
    name_or_nobody,
    read_way,
    tell_days,
    tell_way,
    voice_key,
)
from attrib.summary.wordings import (
    Clash,
    Drift,
    compare_wordings,
    tell_clash,
    tell_drifts,
)

_MOST_FIRST = 3
"""So many first reports are named, where dates do not tell which was the first."""


@attrs.frozen(kw_only=True)
class Backing:
    """Somebody who says so, or who denies it, and the reports that have it from there.

    Attributes:
        source: Who; None for all that lead to nobody.
        ways: How each report has it from there, the strongest first.
    """

    source: Source | None
    ways: tuple[Way, ...]


@attrs.frozen(kw_only=True)
class Reliance:
    """Reports that carry the claim by one source alone, and fall with it.

    Attributes:
        source: The source.
        ways: One way of each report, in order of time.
    """

    source: Source
    ways: tuple[Way, ...]


@attrs.frozen(kw_only=True)
class Borrowing:
    """A report that has the claim, or its words, from another one.

    Attributes:
        host: A way of the report.
        donor: One of the other.
        reason: In words, how that is known.
    """

    host: Way
    donor: Way
    reason: str


@attrs.frozen(kw_only=True)
class Version:
    """A statement that cannot hold beside the claim, and does not count for it.

    Attributes:
        way: How its report has it.
        differences: What it disagrees in; the words of the claim first.
    """

    way: Way
    differences: tuple[Difference, ...]


@attrs.frozen(kw_only=True)
class TraceSummary(Summary):
    """What is claimed, who is known to say so, who disputes it, and what is open.

    Attributes:
        claim: The claim.
        report_count: Reports that say so.
        dispute_count: Reports that say that somebody denies or doubts it.
        outlets: Names of the outlets that say so, the earliest first.
        origin_count: Independent origins, at least and at most.
        known: Named origins and their ways, in order of strength: by how directly they
            know, by how few steps they are away, by whether nothing leaves it open,
            then by how many reports have it from them. Outlets come last: they may
            have it from somebody.
        unnamed: Anonymous origins and their ways; one source may be called by many
            names, and many by one.
        own: Ways of outlets that say so in their own voice.
        disputed: Who denies or doubts it, and by way of whom.
        versions: Statements that disagree with the claim, in order of time.
        clashes: Statements that all say the claim and cannot both hold in the rest.
        repeating: Names of outlets that only repeat what other outlets say.
        borrowings: Reports that have it, or their words, from other ones.
        cycles: Circular reporting: names of those that lead to one another, the first
            again at the end.
        drifts: How its wording changed from report to report.
        reliances: Sources without which reports fall, those of the most reports first.
        undated: A way of each report without a date.
        timeline: All ways that have a date, in its order, denials too.
        reasons: Why origins were counted as they were.
        grade: What to think of the claim, where a ledger was given.
        standings: What the ledger holds of the named sources, deniers included.
    """

    claim: str
    report_count: int
    dispute_count: int = 0
    outlets: tuple[str, ...] = ()
    origin_count: OriginCount
    known: tuple[Backing, ...] = ()
    unnamed: tuple[Backing, ...] = ()
    own: tuple[Way, ...] = ()
    disputed: tuple[Backing, ...] = ()
    versions: tuple[Version, ...] = ()
    clashes: tuple[Clash, ...] = ()
    repeating: tuple[str, ...] = ()
    borrowings: tuple[Borrowing, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    drifts: tuple[Drift, ...] = ()
    reliances: tuple[Reliance, ...] = ()
    undated: tuple[Way, ...] = ()
    timeline: tuple[Way, ...] = ()
    reasons: tuple[str, ...] = ()
    grade: Grade | None = None
    standings: tuple[Standing, ...] = ()

    @property
    def first(self) -> tuple[Way, ...]:
        """Ways of the earliest dated reports that say so; several where dates tie."""
        return find_first(way for way in self.timeline if not way.is_denial)

    def sections(self) -> Iterator[Section]:
        """Yield the summary in words, made safe to print but not marked up."""
        yield Section(_opening(self))
        for backing in (*self.known, *self.unnamed):
            title = f"{head_voice(backing.source, backing.ways)}:"
            yield Section(title, tuple(map(tell_way, backing.ways)))
        yield from _section(
            "In the outlet's own voice, with nobody named:", map(tell_way, self.own)
        )
        yield from _section("Disputed:", _disputes(self))
        yield from _section(
            "Versions that disagree with the claim:", map(_tell_version, self.versions)
        )
        yield from _section("Versions that disagree:", map(tell_clash, self.clashes))
        if self.repeating:
            names = listing([visible(name) for name in self.repeating])
            yield Section(f"Only repeating what other outlets say: {names}.")
        yield from _section("Taken from other reports:", map(_borrow, self.borrowings))
        for cycle in self.cycles:
            yield Section(f"Circular reporting: {visible(' ← '.join(cycle))}.")
        yield from _section("How the wording changed:", tell_drifts(self.drifts))
        yield from _section("What rests on one source alone:", _falls(self))
        yield from _section("Not known:", _open(self))
        yield from _section("Timeline:", tell_days(self.timeline))
        yield from _section("Why:", map(visible, self.reasons))
        yield from tell_grade(self.grade)
        yield from tell_sources(self.standings)


def sum_up_trace(trace: Trace, *, grader: Grader | None = None) -> TraceSummary:
    """Return what a trace found, in fields and in words.

    Args:
        trace: The trace.
        grader: What grades its claim; None for no grade.

    Example:
        >>> print(sum_up_trace(Trace(claim="a ship sank",
        ...                          origin_count=OriginCount(0, 0))))
        No report says "a ship sank".
    """

    def read(chain: Chain, *, is_denial: bool) -> Way:
        published = trace.published.get(chain.document_id)
        return read_way(chain, published, is_denial=is_denial)

    told = [(chain, read(chain, is_denial=False)) for chain in trace.chains]
    denied = [(chain, read(chain, is_denial=True)) for chain in trace.denials]
    ways = [way for _, way in told]
    every = [*ways, *(way for _, way in denied)]
    backings = _gather((chain, way) for chain, way in told if not way.is_own)
    differences = {each.other: each.differences for each in trace.conflicts}
    drifts, clashes = compare_wordings((_claim(chain), way) for chain, way in told)
    return TraceSummary(
        claim=trace.claim,
        report_count=len({way.document_id for way in ways}),
        dispute_count=len({way.document_id for _, way in denied}),
        outlets=tuple(dict.fromkeys(way.outlet for way in ways if way.outlet)),
        origin_count=trace.origin_count,
        known=tuple(b for b in backings if b.source and not b.source.is_anonymous),
        unnamed=tuple(b for b in backings if not b.source or b.source.is_anonymous),
        own=tuple(sorted((way for way in ways if way.is_own), key=by_time)),
        disputed=_gather(denied),
        versions=tuple(
            Version(
                way=read(chain, is_denial=False),
                differences=differences[chain.claim_id],
            )
            for chain in trace.versions
        ),
        clashes=clashes,
        repeating=_repeating(trace.chains),
        borrowings=_borrowings(trace, every),
        cycles=_circles(trace),
        drifts=drifts,
        reliances=_reliances(told),
        undated=_one_each(way for way in every if way.published is None),
        timeline=tuple(sorted((w for w in every if w.published), key=by_time)),
        reasons=trace.reasons,
        grade=None if grader is None else grader.grade(trace),
        standings=()
        if grader is None
        else grader.stand((*trace.chains, *trace.denials)),
    )


def _claim(chain: Chain) -> Claim:
    return Claim(
        content=chain.content,
        document_id=chain.document_id,
        attribution=chain.attribution,
        source=chain.origin,
        stance=chain.stance,
    )


def _gather(told: Iterable[tuple[Chain, Way]]) -> tuple[Backing, ...]:
    """Return who stands at the end of chains, in order of strength."""
    sources: dict[object, Source | None] = {}
    found: dict[object, list[Way]] = {}
    for chain, way in told:
        key = voice_key(chain.origin)
        sources.setdefault(key, chain.origin)
        found.setdefault(key, []).append(way)
    backings = [
        Backing(source=source, ways=tuple(sorted(found[key], key=by_strength)))
        for key, source in sources.items()
    ]
    return tuple(sorted(backings, key=_by_strength))


def _by_strength(backing: Backing) -> tuple[object, ...]:
    best = backing.ways[0]
    # An outlet that is named last may have it from somebody.
    is_open = backing.source is None or backing.source.kind is SourceKind.NEWS_OUTLET
    return is_open, best.strength, -len(backing.ways), by_strength(best)


def _repeating(chains: Iterable[Chain]) -> tuple[str, ...]:
    """Return the outlets of which every chain leads through another outlet."""
    outlets: dict[str, str] = {}
    telling: set[str] = set()
    for chain in chains:
        if chain.outlet is not None:
            outlets.setdefault(chain.outlet.key, chain.outlet.name)
            behind = [link.source for link in chain.links[1:]]
            if not any(s and s.kind is SourceKind.NEWS_OUTLET for s in behind):
                telling.add(chain.outlet.key)
    return tuple(name for key, name in outlets.items() if key not in telling)


def _circles(trace: Trace) -> tuple[tuple[str, ...], ...]:
    """Return the names of sources that lead to one another, instead of their keys."""
    names = {
        link.source.key: link.source.name
        for chain in trace.chains
        for link in chain.links
        if link.source is not None
    }
    return tuple(tuple(names.get(k, k) for k in circle) for circle in trace.cycles)


def _borrowings(trace: Trace, ways: Iterable[Way]) -> tuple[Borrowing, ...]:
    """Return which report has something from which, as the graph tells."""
    reports = {f"report:{way.document_id}": way for way in _one_each(ways)}
    kinds = {node.id: node.kind for node in trace.graph.nodes}
    found = [
        Borrowing(host=reports[edge.start], donor=reports[edge.end], reason=edge.reason)
        for edge in trace.graph.edges
        if edge.relation is Relation.WAS_DERIVED_FROM
        and kinds[edge.start] is kinds[edge.end] is NodeKind.REPORT
        and edge.start in reports
        and edge.end in reports
    ]
    return tuple(sorted(found, key=lambda b: (by_time(b.host), by_time(b.donor))))


def _reliances(told: Sequence[tuple[Chain, Way]]) -> tuple[Reliance, ...]:
    """Return the sources behind outlets without which a report has nothing left."""
    sources: dict[str, Source] = {}
    through: dict[str, list[set[str]]] = {}
    for chain, way in told:
        behind = {
            link.source.key: link.source
            for link in chain.links[1 if chain.has_outlet else 0 :]
            if link.source is not None
        }
        sources |= {key: s for key, s in behind.items() if key not in sources}
        through.setdefault(way.document_id, []).append(set(behind))
    falling: dict[str, list[Way]] = {}
    for way in _one_each(way for _, way in told):
        for key in set.intersection(*through[way.document_id]):
            falling.setdefault(key, []).append(way)
    return tuple(
        Reliance(source=sources[key], ways=tuple(falling[key]))
        for key in sorted(falling, key=lambda key: (-len(falling[key]), key))
    )


def _one_each(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Return one way of each report, in order of time."""
    found: dict[str, Way] = {}
    for way in sorted(ways, key=by_time):
        found.setdefault(way.document_id, way)
    return tuple(found.values())


def _section(title: str, items: Iterable[str]) -> Iterator[Section]:
    listed = tuple(items)
    if listed:
        yield Section(title, listed)


def _opening(summary: TraceSummary) -> str:
    claim = excerpt(summary.claim, CONTENT_CHARS)
    sentences = [f"No report says {claim}."]
    if summary.report_count:
        verb = "says" if summary.report_count == 1 else "say"
        origins = summary.origin_count
        plural = "" if origins.maximum == 1 else "s"
        sentences = [
            f"{_count(summary.report_count)} {verb} {claim}, from {origins} "
            f"independent origin{plural}."
        ]
    if summary.dispute_count:
        verb = "has" if summary.dispute_count == 1 else "have"
        sentences.append(
            f"{_count(summary.dispute_count)} {verb} somebody who disputes it."
        )
    if summary.versions:
        number = len({each.way.document_id for each in summary.versions})
        verb = "has" if number == 1 else "have"
        sentences.append(f"{_count(number)} {verb} another version of it.")
    if summary.first and summary.first[0].published is not None:
        verb = "was" if len(summary.first) == 1 else "were"
        dated = " of those with a date" if summary.undated else ""
        names = labels(summary.first)
        if len(summary.first) > _MOST_FIRST:
            names = _count(len(summary.first))
        day = written_day(summary.first[0].published)
        sentences.append(f"The first{dated} {verb} {names}, {day}.")
    return " ".join(sentences)


def _count(number: int) -> str:
    return count(number, "report")


def _disputes(summary: TraceSummary) -> Iterator[str]:
    for backing in summary.disputed:
        for way in backing.ways:
            who = (
                "in its own voice,"
                if way.is_own
                else f"{name_or_nobody(way.origin)}, in"
            )
            yield f"{who} {tell_way(way)}"


def _tell_version(version: Version) -> str:
    way = version.way
    who = "in its own voice," if way.is_own else f"{name_or_nobody(way.origin)}, in"
    told = "; ".join(visible(str(each)) for each in version.differences)
    return f"{who} {tell_way(way)} - {told}"


def _borrow(borrowing: Borrowing) -> str:
    host, donor = label(borrowing.host), label(borrowing.donor)
    if host == donor:
        host = f"{host} ({visible(borrowing.host.document_id)})"
        donor = visible(borrowing.donor.document_id)
    return f"{host} from {donor}: {visible(borrowing.reason)}"


def _falls(summary: TraceSummary) -> Iterator[str]:
    """Yield what falls without whom; sources of one report alone in one line."""
    several = [each for each in summary.reliances if len(each.ways) > 1]
    for reliance in several[:MOST_NAMED]:
        yield f"without {visible(reliance.source.name)}: {labels(reliance.ways)}"
    if len(several) > MOST_NAMED:
        rest = count(len(several) - MOST_NAMED, "more source")
        most = len(several[MOST_NAMED].ways)
        yield f"and {rest}, without each of whom {most} reports fall at most"
    alone = [
        f"{visible(reliance.source.name)} ({labels(reliance.ways)})"
        for reliance in summary.reliances
        if len(reliance.ways) == 1
    ]
    if alone:
        yield f"one report each: {listing(alone)}"


def _open(summary: TraceSummary) -> Iterator[str]:
    for backing in summary.unnamed:
        who = labels(backing.ways)
        if backing.source is None:
            yield f"who is behind what has come to {who}"
        else:
            yield f"who is meant by {quote(visible(backing.source.name))} in {who}"
    if summary.own:
        yield f"from whom it has come to {labels(summary.own)}"
    origins = summary.origin_count
    if origins.minimum != origins.maximum:
        yield f"how many independent origins there are: {origins}"
    if summary.undated:
        yield f"when it was published by {labels(summary.undated)}"
