"""Grading: what to think of a claim and of those it reached us by, as of a day."""

import datetime as dt
import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

import attrs

from attrib.credibility.corroboration import Corroboration, Findings, corroborate
from attrib.credibility.ledger import Ledger
from attrib.credibility.publication import is_later, tell_days
from attrib.credibility.reliance import (
    BEST_FIRST,
    Reliance,
    Sources,
    has_outlet_apart,
    rely,
)
from attrib.credibility.track import Policy
from attrib.errors import ModelError, UngradableError
from attrib.model.attribution import Stance
from attrib.model.chain import Chain, Link
from attrib.model.claim import Conflict
from attrib.model.cluster import Cluster
from attrib.model.days import read_day
from attrib.model.grade import Evidence, Grade, GradePolicy, Standing
from attrib.model.record import (
    Assessment,
    TrackRecord,
    Verdict,
    can_hold,
    record_key,
)
from attrib.model.scale import AdmiraltyGrade, Reliability
from attrib.model.source import Source
from attrib.model.trace import OriginCount, Trace

_ASSERTING = (Stance.ASSERTS, Stance.CONFIRMS, Stance.PROMISES)
_DENYING = (Stance.DENIES, Stance.DOUBTS)

_NEAR_COUNT = 3
"""How many names are told that are near one which is in no chain."""


def grade(
    value: Chain | Cluster | Trace,
    *,
    ledger: Ledger,
    as_of: dt.date | str,
    policy: GradePolicy | str = GradePolicy.WEAKEST_LINK,
    topic: str | None = None,
    claim: str | None = None,
    without: Source | str | Iterable[Source | str] = (),
    track: Policy | None = None,
) -> Grade:
    """Return what to think of a claim, as far as was known on a day, and why.

    The reliability is that of the origin and of the relays by which the claim reached
    us; where it came by several ways, that of the best. The outlet, whose report is
    at hand, counts only where it says so itself. The credibility follows from the
    origins that are certainly independent, from denials and versions that do not
    agree, from hedges, stated likelihood and directness, and from how the claim was
    settled. The two are judged apart.

    An origin that is heard through many relays is one origin. Somebody left unnamed
    counts between none and one, and is F. What is unknown stays F and 6, and is never
    taken for a number. Where a person has assessed a source or the claim, their last
    assessment replaces the label of that source or claim.

    Args:
        value: A chain, a trace, or a cluster of claims or statements. A cluster of
            reports holds no claims, and is F6.
        ledger: Outcomes and assessments. Claims are looked up there by `Claim.id` and
            `Chain.place_id`, and the claim of a trace by its words, too.
        as_of: The day; nothing recorded or published later has a part in it. A chain
            whose report has no date counts, and the reasons say so.
        policy: "weakest-link" or "discounting"; see `GradePolicy`.
        topic: Judge sources by claims on this topic only, and by assessments on it, or
            in general where there is none on it.
        claim: The id under which the ledger holds the claim, if it has another there.
        without: A source, or several, to leave out with every chain that runs through
            them, as if they had taken the claim back. Of other names than the chains
            show, `attrib.name_source` makes a source. One that is in no chain is no
            error, so that one call grades every claim without a source: it leaves
            nothing out, and the reasons say so and what is near it.
        track: How outcomes become a track record; by default as `Ledger.track_record`
            has it.

    Raises:
        UngradableError: The value is none of these, or the ledger is no `Ledger`.
        ModelError: The policy, the track policy, the day, the id of the claim or a
            name is none.
        LedgerError: The ledger cannot be read.

    Example:
        >>> from attrib.model.chain import Link
        >>> from attrib.model.record import Outcome
        >>> from attrib.model.span import Passage
        >>> ledger = Ledger()
        >>> ledger.record(Outcome(source="pilot", claim=f"claim-{n}",
        ...     verdict="confirmed", settled="2024-03-01", recorded="2024-03-02",
        ...     settled_by="port desk") for n in range(4))
        4
        >>> names = "The Daily", "pilot"
        >>> chain = Chain(links=[Link(source=Source(name)) for name in names],
        ...     content=Passage.of("the quay is closed", (0, 18)), document_id="a",
        ...     has_outlet=True)
        >>> found = grade(chain, ledger=ledger, as_of="2024-03-02")
        >>> str(found)
        'B3'
        >>> for reason in found.reasons:
        ...     print(reason)
        pilot (origin): B, as 4 of 4 settled claims held; the next has a chance of 0.83
        reliability B, usually reliable
        read in The Daily, which does not count
        of no known date, so taken as known: The Daily
        said by pilot
        no more than one origin is certain: 3, possibly true
        >>> str(grade(chain, ledger=ledger, as_of="2024-03-01"))
        'F3'
    """
    if not isinstance(ledger, Ledger):
        raise UngradableError(
            f"found {type(ledger).__name__}, wanted a Ledger, if only an empty one"
        )
    chosen, day = GradePolicy(policy), read_day(as_of)
    track = Policy() if track is None else track
    if not isinstance(track, Policy):
        raise ModelError(f"track is a Policy or None, not {track!r:.60}")
    if claim is not None and not isinstance(claim, str):
        raise ModelError(f"claim is the id of a claim or None, not {claim!r:.60}")
    case = _open_case(value)
    own = [each for each in case.ids if can_hold(each)]
    ids = dict.fromkeys(own if claim is None else (*own, claim))
    outcomes = [o for each in ids for o in ledger.standing(claim=each, as_of=day)]
    gone = {o.source for o in outcomes if o.verdict is Verdict.RETRACTED}
    left_out = _names_of(without)
    gone |= left_out.keys()
    known, later = case.until(day)
    standing, fallen = known.without(gone)
    stands = (*standing.asserting, *standing.denying, *standing.others)
    sources = Sources(ledger, as_of=day, topic=topic, track=track)
    ways = rely(standing.asserting or stands, sources, policy=chosen, track=track)
    found = corroborate(
        Findings(
            asserting=standing.asserting,
            denying=standing.denying,
            counted=case.counted,
            conflicts=standing.conflicts,
            outcomes=tuple(outcomes),
        )
    )
    best = ways[0] if ways else None
    evidence = Evidence(
        chain=None if best is None else best.chain,
        standings=() if best is None else best.standings,
        chains=stands,
        fallen=fallen,
        later=later,
        origins=found.origins,
        deniers=found.deniers,
        origin_count=found.count,
        conflicts=standing.conflicts,
        outcomes=tuple(outcomes),
        assessment=_latest(ledger, ids, day),
    )
    absent = tuple(_tell_absent(left_out, case))
    remarks = (*absent, *tell_days(case.chains, case.published, day))
    return _conclude(ways, found, evidence, remarks, as_of=day, policy=chosen)


def _names_of(without: Source | str | Iterable[Source | str]) -> dict[str, str]:
    """Return the names of the sources that are left out, by key."""
    if isinstance(without, str | Source):
        without = (without,)
    if not isinstance(without, Iterable):
        raise ModelError(
            f"without is a Source, a name or several of them, not {without!r:.60}"
        )
    return {record_key(source): str(source) for source in without}


def _tell_absent(left_out: Mapping[str, str], case: "_Case") -> Iterable[str]:
    """Yield what to say of sources to be left out that are in no chain."""
    if not left_out:
        return
    links = (link for chain in case.chains for link in chain.links)
    names = {key: link.name for link in links for key in _keys(link)}
    for key, name in left_out.items():
        if key not in names:
            near = difflib.get_close_matches(key, names, n=_NEAR_COUNT)
            shown = ", ".join(dict.fromkeys(repr(names[each]) for each in near))
            hint = f"; near is {shown}" if shown else ""
            yield f"no chain runs through {name!r:.60}: nothing is left out{hint}"


@attrs.frozen(kw_only=True)
class _Case:
    """What a value holds of its claim."""

    asserting: tuple[Chain, ...] = ()
    denying: tuple[Chain, ...] = ()
    others: tuple[Chain, ...] = ()
    versions: tuple[Chain, ...] = ()
    ids: tuple[str, ...] = ()
    counted: OriginCount | None = None
    conflicts: tuple[Conflict, ...] = ()
    published: Mapping[str, dt.date] = attrs.field(factory=dict)

    @property
    def chains(self) -> tuple[Chain, ...]:
        """All chains, those of other versions last."""
        return (*self.asserting, *self.denying, *self.others, *self.versions)

    def until(self, day: dt.date) -> "tuple[_Case, tuple[Chain, ...]]":
        """Return the case as far as it was published by a day, and the later chains."""
        case, later = self._part(lambda chain: is_later(chain, self.published, day))
        known = tuple(
            c for c in case.conflicts if c.published is None or c.published <= day
        )
        return attrs.evolve(case, conflicts=known), later

    def without(self, gone: Set[str]) -> "tuple[_Case, tuple[Chain, ...]]":
        """Return the case without the chains through some sources, and those chains."""
        return self._part(lambda chain: _runs_through(chain, gone))

    def _part(
        self, is_out: Callable[[Chain], bool]
    ) -> "tuple[_Case, tuple[Chain, ...]]":
        """Return the case without some chains and their conflicts, and those chains."""
        out: list[Chain] = []

        def keep(chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
            falls = [is_out(chain) for chain in chains]
            out.extend(c for c, each in zip(chains, falls, strict=True) if each)
            return tuple(c for c, each in zip(chains, falls, strict=True) if not each)

        case = attrs.evolve(
            self,
            asserting=keep(self.asserting),
            denying=keep(self.denying),
            others=keep(self.others),
            versions=keep(self.versions),
        )
        left = {chain.claim_id for chain in case.versions}
        gone_with = {chain.claim_id for chain in self.versions} - left
        case = attrs.evolve(
            case,
            conflicts=tuple(c for c in case.conflicts if c.other not in gone_with),
        )
        return case, tuple(out)


def _runs_through(chain: Chain, keys: Set[str]) -> bool:
    return any(not keys.isdisjoint(_keys(link)) for link in chain.links)


def _keys(link: Link) -> tuple[str, ...]:
    """Return the keys by which the source of a link is known."""
    if link.source is None:
        return ()
    return record_key(link.source), record_key(Source(link.name))


def _open_case(value: Chain | Cluster | Trace) -> _Case:
    if isinstance(value, Trace):
        chains = (*value.chains, *value.denials)
        return _Case(
            asserting=value.chains,
            denying=value.denials,
            versions=value.versions,
            conflicts=value.conflicts,
            ids=(value.claim, *(c.claim_id for c in chains), *_places(chains)),
            counted=value.origin_count,
            published=value.published,
        )
    if not isinstance(value, Chain | Cluster):
        raise UngradableError(
            f"found {type(value).__name__}, wanted a Chain, a Cluster or a Trace"
        )
    chains = (value,) if isinstance(value, Chain) else value.chains
    known = (*_ASSERTING, *_DENYING)
    return _Case(
        asserting=tuple(c for c in chains if c.stance in _ASSERTING),
        denying=tuple(c for c in chains if c.stance in _DENYING),
        others=tuple(c for c in chains if c.stance not in known),
        ids=(*_own_ids(value), *_places(chains)),
        conflicts=() if isinstance(value, Chain) else value.conflicts,
    )


def _own_ids(value: Chain | Cluster) -> tuple[str, ...]:
    return (value.claim_id,) if isinstance(value, Chain) else value.members


def _places(chains: Iterable[Chain]) -> Iterable[str]:
    return (chain.place_id for chain in chains)


def _latest(ledger: Ledger, ids: Iterable[str], day: dt.date) -> Assessment | None:
    """Return the last assessment of a claim under any of its ids."""
    found = [ledger.latest_assessment(claim=each, as_of=day) for each in ids]
    known = [assessment for assessment in found if assessment is not None]
    return max(known, key=lambda a: (a.assessed, a.recorded), default=None)


def _conclude(
    ways: Sequence[Reliance],
    found: Corroboration,
    evidence: Evidence,
    remarks: Sequence[str],
    *,
    as_of: dt.date,
    policy: GradePolicy,
) -> Grade:
    best = ways[0] if ways else None
    reliability = Reliability.F if best is None else best.reliability
    credibility = found.credibility
    reasons = [*_explain_ways(ways, policy), *_explain_outlet(best)]
    reasons += [
        f"left out, as it runs through a source that does not count: {_route(chain)}"
        for chain in evidence.fallen
    ]
    reasons += remarks
    reasons += found.reasons
    if evidence.assessment is not None:
        assert evidence.assessment.credibility is not None
        credibility = evidence.assessment.credibility
        reasons.append(
            f"credibility {credibility}, {credibility.meaning}, "
            f"{_explain_assessment(evidence.assessment)}; "
            f"suggested was {found.credibility}"
        )
    suggested = min(
        (way.suggested for way in ways), key=BEST_FIRST.index, default=Reliability.F
    )
    return Grade(
        reliability,
        credibility,
        suggestion=AdmiraltyGrade(suggested, found.credibility),
        as_of=as_of,
        policy=policy,
        reasons=reasons,
        evidence=evidence,
    )


def _explain_ways(ways: Sequence[Reliance], policy: GradePolicy) -> Iterable[str]:
    """Yield why the best of the ways is relied on as it is, and what the others are."""
    if not ways:
        yield f"reliability F, {Reliability.F.meaning}: no chain is left to go by"
        return
    best, *others = ways
    for standing in best.standings:
        yield explain_standing(standing)
    label = f"reliability {best.reliability}, {best.reliability.meaning}"
    if len(best.standings) == 1:
        yield label
    elif policy is GradePolicy.DISCOUNTING:
        yield f"{label}: the origin's record, discounted by what is held of the relays"
    else:
        yield f"{label}: the least of {len(best.standings)} sources on the way"
    for way in others:
        yield f"also by way of {_names(way.standings)}: {way.reliability}"


def explain_standing(standing: Standing) -> str:
    """Return in words how far one source is relied on, and why.

    Example:
        >>> explain_standing(Standing(source=None, part="origin"))
        'unnamed (origin): F, as the text does not name them'
    """
    who = f"{standing.name} ({standing.part}): {standing.reliability}"
    if standing.record is None:
        return f"{who}, as the text does not name them"
    record = standing.record
    held = _explain_record(record)
    if standing.assessment is None:
        return f"{who}, {held}"
    return (
        f"{who}, {_explain_assessment(standing.assessment)}; its record suggests "
        f"{record.reliability}, {held}"
    )


def _explain_record(record: TrackRecord) -> str:
    """Return in words why a track record has its label."""
    count = record.evidence_count
    claims = f"{count} settled claim{'s' if count != 1 else ''}"
    if record.reliability.is_known:
        return (
            f"as {record.confirmed_count} of {claims} held; the next has a chance of "
            f"{record.mean:.2f}"
        )
    if not count:
        return "as none of its claims is settled"
    weight = f"{record.evidence_weight:.1f}"
    aged = "" if weight == f"{count:.1f}" else f", aged to a weight of {weight},"
    return f"as {claims}{aged} {'are' if count > 1 else 'is'} too few to tell"


def _explain_assessment(assessment: Assessment) -> str:
    basis = f" ({' '.join(assessment.basis.split())})" if assessment.basis else ""
    assessor = " ".join(assessment.assessor.split())
    return f"as {assessor} assessed on {assessment.assessed}{basis}"


def _explain_outlet(best: Reliance | None) -> Iterable[str]:
    if best is not None and has_outlet_apart(best.chain):
        name = " ".join(best.chain.links[0].name.split())
        yield f"read in {name}, which does not count"


def _names(standings: Sequence[Standing]) -> str:
    return " ← ".join(standing.name for standing in reversed(standings))


def _route(chain: Chain) -> str:
    return " ← ".join(" ".join(link.name.split()) for link in chain.links)
