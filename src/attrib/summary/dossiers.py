"""Dossiers: what many reports say, by source, by claim and by report."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

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
from attrib.model.chain import Chain, Link
from attrib.model.claim import Claim
from attrib.model.cluster import Cluster, Level
from attrib.model.dossier import Dossier
from attrib.model.grade import Grade, Standing
from attrib.model.source import Source, SourceKind
from attrib.provenance.claims import find_claims
from attrib.provenance.duplicates import deduplicate
from attrib.provenance.precedence import moment
from attrib.provenance.versions import cluster_claims
from attrib.provenance.wording import Wording, read_texts
from attrib.summary.grades import Grader, tell_grades, tell_sources
from attrib.summary.pages import Section, Summary
from attrib.summary.ways import (
    CONTENT_CHARS,
    Way,
    by_time,
    find_first,
    head_voice,
    label,
    labels,
    name_or_nobody,
    name_passed,
    number_names,
    read_way,
    voice_key,
)
from attrib.summary.wordings import (
    Clash,
    Drift,
    find_clashes,
    find_drifts,
    tell_clash,
)

_MOST_SHOWN = 12
"""How many sources, claims and reports are told in words; the fields hold all."""
_MOST_SAYINGS = 5


@attrs.frozen(kw_only=True)
class Saying:
    """One statement of a source, and the reports that carry it.

    Attributes:
        content: Its earliest words.
        stance: What the source does with them.
        ways: How each report has it, in order of time.
    """

    content: str
    stance: Stance
    ways: tuple[Way, ...]

    @property
    def document_ids(self) -> tuple[str, ...]:
        """Ids of the reports that carry it, the earliest first."""
        return tuple(dict.fromkeys(way.document_id for way in self.ways))


@attrs.frozen(kw_only=True)
class Voice:
    """All that one source says in many reports.

    Attributes:
        source: The source; None for statements of which nobody is named.
        sayings: What it says, that of the most reports first, then in order of time.
    """

    source: Source | None
    sayings: tuple[Saying, ...]

    @property
    def document_ids(self) -> tuple[str, ...]:
        """Ids of the reports that carry anything it says."""
        return tuple(dict.fromkeys(i for s in self.sayings for i in s.document_ids))


@attrs.frozen(kw_only=True)
class SharedClaim:
    """A claim that several reports carry, in whatever words, by whomever.

    Attributes:
        content: Its earliest words.
        ways: How each report has it, in order of time.
        text_count: In how many texts it stands, where copies of one count once.
        drifts: How its wording changed.
        reason: In words, why these are one claim.
        grade: What to think of it, where a ledger was given.
    """

    content: str
    ways: tuple[Way, ...]
    text_count: int
    drifts: tuple[Drift, ...] = ()
    reason: str = ""
    grade: Grade | None = None

    @property
    def document_ids(self) -> tuple[str, ...]:
        """Ids of the reports that carry it, the earliest first."""
        return tuple(dict.fromkeys(way.document_id for way in self.ways))


@attrs.frozen(kw_only=True)
class Entry:
    """One report of a dossier.

    Attributes:
        document_id: The report.
        outlet: Name of its outlet, or None.
        published: When it was published, or None.
        statement_count: Contents that it attributes to somebody.
        sources: Names of the sources they come from, in text order.
        shared_count: Its claims that another report carries, too.
    """

    document_id: str
    outlet: str | None
    published: dt.date | None
    statement_count: int
    sources: tuple[str, ...]
    shared_count: int


@attrs.frozen(kw_only=True)
class DossierSummary(Summary):
    """What many reports say: by source, by claim, and by report.

    Attributes:
        entries: The reports, the earliest first; those without a date come last.
        voices: Every source, those that most reports carry first.
        claims: Claims of several reports, those of the most texts first.
        clashes: Versions of claims that cannot both hold.
        copies: Reports that are copies of one text, each cluster with its reason.
        standings: What a ledger holds of the named sources, where one was given.
    """

    entries: tuple[Entry, ...] = ()
    voices: tuple[Voice, ...] = ()
    claims: tuple[SharedClaim, ...] = ()
    clashes: tuple[Clash, ...] = ()
    copies: tuple[Cluster, ...] = ()
    standings: tuple[Standing, ...] = ()

    @property
    def statement_count(self) -> int:
        """How many contents are attributed to somebody, over all reports."""
        return sum(entry.statement_count for entry in self.entries)

    @property
    def timeline(self) -> Mapping[dt.date, tuple[Entry, ...]]:
        """Dated reports by day (UTC), in order."""
        days: dict[dt.date, tuple[Entry, ...]] = {}
        for entry in self.entries:
            if entry.published is not None:
                day = moment(entry.published, "")[1].date()
                days[day] = (*days.get(day, ()), entry)
        return days

    def sections(self) -> Iterator[Section]:
        """Yield the summary in words, made safe to print but not marked up."""
        yield Section(_opening(self))
        for voice in self.voices[:_MOST_SHOWN]:
            items = _cut(voice.sayings, _MOST_SAYINGS, "statement", _tell_saying)
            yield Section(_heading(voice), items)
        if len(self.voices) > _MOST_SHOWN:
            rest = count(len(self.voices) - _MOST_SHOWN, "more source")
            yield Section(f"And {rest}.")
        for title, items in (
            ("Claims that several reports carry:", _tell_claims(self)),
            (
                "Versions that disagree:",
                _cut(self.clashes, _MOST_SHOWN, "pair", tell_clash),
            ),
            ("Copies of one text:", _cut(self.copies, _MOST_SHOWN, "text", self._copy)),
            ("By report:", _cut(self.entries, _MOST_SHOWN, "report", _tell_entry)),
            ("Timeline:", _tell_timeline(self)),
        ):
            if items:
                yield Section(title, items)
        yield from tell_grades(
            (claim.grade, excerpt(claim.content, CONTENT_CHARS))
            for claim in self.claims[:_MOST_SHOWN]
        )
        yield from tell_sources(self.standings)

    def _copy(self, cluster: Cluster) -> str:
        names = {entry.document_id: _label(entry) for entry in self.entries}
        told = number_names((names[member], member) for member in cluster.members)
        return f"{told}: {visible(cluster.reason)}"


@attrs.frozen
class _Told:
    """One claim of one report, and everybody it came from."""

    claim: Claim
    origins: tuple[tuple[Source | None, Way], ...]

    @property
    def way(self) -> Way:
        return self.origins[0][1]


def sum_up_dossier(reports: Dossier, *, grader: Grader | None = None) -> DossierSummary:
    """Return what reports say: by source, by claim, and by report.

    Args:
        reports: The reports; their order does not matter.
        grader: What grades the claims of several reports; None for no grades.

    Example:
        >>> print(sum_up_dossier(Dossier()))
        There are no reports.
    """
    told = _read(reports)
    ways = {name: each.way for name, each in told.items()}
    readings = read_texts(t.claim for t in told.values())
    clusters = cluster_claims(
        [t.claim for t in told.values()], level=Level.CLAIM, readings=readings
    )
    copies = deduplicate(reports, level=Level.REPORT)
    claims = _share(clusters, told, copies, grader)
    return DossierSummary(
        entries=_enter(reports, told, claims),
        voices=_gather(told, readings),
        claims=claims,
        clashes=find_clashes(clusters, ways),
        copies=tuple(cluster for cluster in copies if not cluster.is_single),
        standings=()
        if grader is None
        else grader.stand(chain for t in told.values() for chain in t.claim.chains),
    )


def _read(dossier: Dossier) -> dict[str, _Told]:
    """Return every claim by its id, in order of precedence."""
    chains: dict[tuple[str, int | None], list[Chain]] = {}
    for report in dossier:
        for chain in report.chains():
            place = chain.document_id, chain.attribution
            chains.setdefault(place, []).append(chain)
    told: dict[str, _Told] = {}
    for claim in find_claims(dossier):
        published = dossier[claim.document_id].document.published
        origins = tuple(
            (chain.origin, read_way(chain, published))
            for chain in chains.get(
                (claim.document_id, claim.attribution), (_own_chain(claim, published),)
            )
        )
        told.setdefault(claim.id, _Told(claim, origins))
    return told


def _own_chain(claim: Claim, published: dt.date | None) -> Chain:
    return Chain(
        links=(Link(source=claim.source),),
        content=claim.content,
        document_id=claim.document_id,
        attribution=None,
        stance=claim.stance,
        has_outlet=claim.source is not None,
        published=published,
    )


def _gather(
    told: Mapping[str, _Told], readings: Mapping[str, Wording]
) -> tuple[Voice, ...]:
    """Return who says what, the same words of one source as one saying."""
    claims = [t.claim for t in told.values() if t.claim.attribution is not None]
    sources: dict[object, Source | None] = {}
    sayings: dict[object, list[Saying]] = {}
    for cluster in cluster_claims(claims, level=Level.STATEMENT, readings=readings):
        members = [told[member] for member in cluster.members]
        # A name that one report leaves out, another may tell.
        lead = next((m for m in members if any(s for s, _ in m.origins)), members[0])
        known = {voice_key(source): source for source, _ in lead.origins}
        for key, source in known.items():
            sources.setdefault(key, source)
            ways = [
                way
                for member in members
                for other, way in member.origins
                if voice_key(other) == key or voice_key(other) not in known
            ]
            sayings.setdefault(key, []).append(
                Saying(
                    content=members[0].claim.text,
                    stance=members[0].claim.stance,
                    ways=tuple(sorted(ways, key=by_time)),
                )
            )
    voices = [
        Voice(source=source, sayings=tuple(sorted(sayings[key], key=_by_reach)))
        for key, source in sources.items()
    ]
    return tuple(sorted(voices, key=_by_size))


def _by_reach(value: Saying | SharedClaim) -> tuple[object, ...]:
    return -len(value.document_ids), by_time(value.ways[0])


def _by_size(voice: Voice) -> tuple[object, ...]:
    return (
        voice.source is None,
        -len(voice.document_ids),
        -len(voice.sayings),
        voice_key(voice.source),
    )


def _share(
    clusters: Iterable[Cluster],
    told: Mapping[str, _Told],
    copies: Iterable[Cluster],
    grader: Grader | None,
) -> tuple[SharedClaim, ...]:
    """Return the claims of more than one report."""
    texts = {name: number for number, c in enumerate(copies) for name in c.members}
    ways = {name: each.way for name, each in told.items()}
    found = []
    for cluster in clusters:
        members = [told[member] for member in cluster.members]
        documents = {member.claim.document_id for member in members}
        if len(documents) > 1:
            carried = [way for member in members for _, way in member.origins]
            found.append(
                SharedClaim(
                    content=members[0].claim.text,
                    ways=tuple(sorted(carried, key=by_time)),
                    text_count=len({texts[name] for name in documents}),
                    drifts=tuple(find_drifts(cluster, ways)),
                    reason=cluster.reason,
                    grade=None if grader is None else grader.grade(cluster),
                )
            )
    return tuple(sorted(found, key=lambda each: (-each.text_count, _by_reach(each))))


def _enter(
    dossier: Dossier, told: Mapping[str, _Told], claims: Iterable[SharedClaim]
) -> tuple[Entry, ...]:
    """Return an entry for each report, the earliest first."""
    statements: dict[str, list[_Told]] = {}
    for each in told.values():
        if each.claim.attribution is not None:
            statements.setdefault(each.claim.document_id, []).append(each)
    shared = Counter(name for claim in claims for name in claim.document_ids)
    entries = []
    for report in dossier:
        document = report.document
        own = statements.get(document.id, [])
        named = [source for each in own for source, _ in each.origins if source]
        entries.append(
            Entry(
                document_id=document.id,
                outlet=None if document.outlet is None else document.outlet.name,
                published=document.published,
                statement_count=len(own),
                sources=tuple({voice_key(s): s.name for s in named}.values()),
                shared_count=shared[document.id],
            )
        )
    return tuple(sorted(entries, key=lambda e: moment(e.published, e.document_id)))


T = TypeVar("T")


def _cut(
    values: Sequence[T], most: int, noun: str, tell: Callable[[T], str]
) -> tuple[str, ...]:
    """Return the first of some values in words, and the number of the rest."""
    items = tuple(map(tell, values[:most]))
    rest = len(values) - len(items)
    return (*items, f"and {count(rest, f'more {noun}')}") if rest else items


def _opening(summary: DossierSummary) -> str:
    if not summary.entries:
        return "There are no reports."
    total = len(summary.entries)
    outlets = len({e.outlet for e in summary.entries if e.outlet is not None})
    published = f" of {count(outlets, 'outlet')}" if outlets else ""
    verb = "relays" if total == 1 else "relay"
    named = sum(voice.source is not None for voice in summary.voices)
    told = count(summary.statement_count, "statement")
    shared = count(len(summary.claims), "claim")
    carried = "is" if len(summary.claims) == 1 else "are"
    return (
        f"{count(total, 'report')}{published} {verb} {told} of "
        f"{count(named, 'source')}; {shared} {carried} carried by several."
    )


def _heading(voice: Voice) -> str:
    source = voice.source
    ways = [way for saying in voice.sayings for way in saying.ways]
    kind = ""
    if source is not None and source.kind is not SourceKind.UNKNOWN:
        kind = f", {source.kind}"
    told = count(len(voice.sayings), "statement")
    carried = count(len(voice.document_ids), "report")
    return f"{head_voice(source, ways)}{kind}: {told} in {carried}"


def _tell_saying(saying: Saying) -> str:
    verb = STANCE_VERBS.get(saying.stance, "says")
    carried = "; ".join(map(_tell_carrier, saying.ways))
    return f"{verb} {excerpt(saying.content, CONTENT_CHARS)} - {carried}"


def _tell_carrier(way: Way) -> str:
    day = "" if way.published is None else f", {written_day(way.published)}"
    relays = listing(name_passed(way.relays))
    through = f", by way of {relays}" if relays else ""
    return f"{label(way)}{day}{through}"


def _tell_claim(claim: SharedClaim) -> str:
    told = excerpt(claim.content, CONTENT_CHARS)
    origins = dict.fromkeys(
        "the outlet itself" if way.is_own else name_or_nobody(way.origin)
        for way in claim.ways
    )
    changed = Counter(drift.direction for drift in claim.drifts)
    turns = [f"{direction} in {count(n, 'report')}" for direction, n in changed.items()]
    drift = f"; {listing(turns)}" if turns else ""
    return f"{told} - {labels(claim.ways)}; from {listing(list(origins))}{drift}"


def _tell_claims(summary: DossierSummary) -> tuple[str, ...]:
    """Return a line for each claim of several texts, and the number of the others."""
    telling = [claim for claim in summary.claims if claim.text_count > 1]
    items = _cut(telling, _MOST_SHOWN, "claim", _tell_claim)
    copied = len(summary.claims) - len(telling)
    if not copied:
        return items
    return (*items, f"and {count(copied, 'claim')} that only copies of one text share")


def _label(entry: Entry) -> str:
    return visible(entry.outlet or entry.document_id)


def _tell_entry(entry: Entry) -> str:
    day = "" if entry.published is None else f", {written_day(entry.published)}"
    told = count(entry.statement_count, "statement")
    sources = f" of {count(len(entry.sources), 'source')}" if entry.sources else ""
    shared = ""
    if entry.shared_count:
        shared = f"; {count(entry.shared_count, 'claim')} that others carry, too"
    return f"{_label(entry)}{day}: {told}{sources}{shared}"


def _tell_timeline(summary: DossierSummary) -> tuple[str, ...]:
    """Return a line for each day: who published, and which claims were new."""
    new: dict[dt.date, list[str]] = {}
    telling = [claim for claim in summary.claims if claim.text_count > 1]
    for claim in telling[:_MOST_SHOWN]:
        for way in find_first(claim.ways)[:1]:
            assert way.published is not None
            day = moment(way.published, "")[1].date()
            new.setdefault(day, []).append(excerpt(claim.content, CONTENT_CHARS))
    lines = []
    for day, entries in summary.timeline.items():
        names = number_names((_label(e), e.document_id) for e in entries)
        first = f"; first told: {'; '.join(new[day])}" if day in new else ""
        lines.append(f"{written_day(day)}: {names}{first}")
    return tuple(lines)
