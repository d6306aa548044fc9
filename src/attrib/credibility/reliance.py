"""Reliance: how far the sources of a chain are to be relied on, one by one and at once.

F is unknown. It is never a number: a chain of which one source cannot be judged cannot
be judged, whatever is known of the others.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from attrib.credibility.ledger import Ledger
from attrib.credibility.opinion import VACUOUS, Opinion, form_opinion
from attrib.credibility.track import Policy, label_mean
from attrib.model.chain import Chain
from attrib.model.grade import GradePolicy, Part, Standing
from attrib.model.record import Assessment, TrackRecord, record_key
from attrib.model.scale import Reliability
from attrib.model.source import Source

BEST_FIRST = (
    Reliability.A,
    Reliability.B,
    Reliability.C,
    Reliability.D,
    Reliability.E,
    Reliability.F,
)
"""F comes last where one of several chains is chosen, as nothing can rest on it."""


@attrs.frozen(kw_only=True)
class Reliance:
    """How far one chain is relied on.

    Attributes:
        chain: The chain.
        standings: Its sources without the outlet, unless that is the origin; the
            origin first.
        reliability: What they make together.
        suggested: The same without the assessments of persons.
    """

    chain: Chain
    standings: tuple[Standing, ...]
    reliability: Reliability
    suggested: Reliability


class Sources:
    """Looks up sources in a ledger, each once.

    Args:
        ledger: The ledger.
        as_of: The day as of which it is read.
        topic: The topic on which sources are judged; None for all claims.
        track: How outcomes become a track record.
    """

    def __init__(
        self, ledger: Ledger, *, as_of: dt.date, topic: str | None, track: Policy
    ) -> None:
        self._ledger = ledger
        self._as_of = as_of
        self._topic = topic
        self._track = track
        self._known: dict[str, tuple[TrackRecord, Assessment | None]] = {}

    def stand(self, source: Source | None, part: Part) -> Standing:
        """Return how far a source is relied on.

        Somebody left unnamed is never looked up, unless they were given a key of their
        own: "an official" of one report is not that of another.
        """
        if source is None or (source.is_anonymous and source.key.startswith("?")):
            return Standing(source=source, part=part)
        key = record_key(source)
        if key not in self._known:
            self._known[key] = self._record(key), self._assessment(key)
        record, assessment = self._known[key]
        return Standing(source=source, part=part, record=record, assessment=assessment)

    def _record(self, key: str) -> TrackRecord:
        return self._ledger.track_record(
            key,
            as_of=self._as_of,
            topic=self._topic,
            half_life_days=self._track.half_life_days,
            prior=self._track.prior,
            minimum_evidence=self._track.minimum_evidence,
            level=self._track.level,
        )

    def _assessment(self, key: str) -> Assessment | None:
        find = self._ledger.latest_assessment
        found = find(source=key, topic=self._topic, as_of=self._as_of)
        if found is None and self._topic is not None:
            return find(source=key, as_of=self._as_of)
        return found


def rely(
    chains: Iterable[Chain], sources: Sources, *, policy: GradePolicy, track: Policy
) -> tuple[Reliance, ...]:
    """Return how far chains are relied on, one for each way that a claim took.

    Chains with the same relays and origin are one way, whatever outlet they were read
    in. The most reliable way comes first, of equals the earliest.

    Example:
        >>> rely([], Sources(Ledger(), as_of=dt.date(2024, 3, 1), topic=None,
        ...      track=Policy()), policy=GradePolicy.WEAKEST_LINK, track=Policy())
        ()
    """
    ways: dict[tuple[str | None, ...], Reliance] = {}
    for chain in chains:
        links = chain.links[1:] if has_outlet_apart(chain) else chain.links
        way = tuple(None if k.source is None else k.source.key for k in links)
        if way not in ways:
            standings = tuple(
                sources.stand(link.source, Part.RELAY if place else Part.ORIGIN)
                for place, link in enumerate(reversed(links))
            )
            ways[way] = _reliance(chain, standings, policy, track)
    return tuple(sorted(ways.values(), key=lambda r: BEST_FIRST.index(r.reliability)))


def has_outlet_apart(chain: Chain) -> bool:
    """Say whether the outlet of a chain is another than its origin."""
    return chain.has_outlet and len(chain.links) > 1


def _reliance(
    chain: Chain, standings: tuple[Standing, ...], policy: GradePolicy, track: Policy
) -> Reliance:
    bare = [attrs.evolve(standing, assessment=None) for standing in standings]
    if policy is GradePolicy.WEAKEST_LINK:
        both = (
            weakest([standing.reliability for standing in each])
            for each in (standings, bare)
        )
    else:
        both = (_discount(each, track) for each in (standings, bare))
    reliability, suggested = both
    return Reliance(
        chain=chain,
        standings=standings,
        reliability=reliability,
        suggested=suggested,
    )


def weakest(labels: Sequence[Reliability]) -> Reliability:
    """Return the least of some labels; F if one of them is, or if there is none.

    Example:
        >>> weakest([Reliability.B, Reliability.D, Reliability.A]).value
        'D'
        >>> weakest([Reliability.E, Reliability.F]).value, weakest([]).value
        ('F', 'F')
    """
    return max(labels, key=BEST_FIRST.index, default=Reliability.F)


def _discount(standings: Sequence[Standing], track: Policy) -> Reliability:
    """Return the label of the origin's record, discounted by those of the relays.

    A label that a person gave is no number to multiply, and bounds the result. So does
    the origin's own label: what is left open is worth the base rate, and would
    otherwise speak for a source that is worse than that.
    """
    assessed = [s.reliability for s in standings if s.assessment is not None]
    recorded = [s for s in standings if s.assessment is None]
    if not recorded:
        return weakest(assessed)
    opinion = discount([_opinion(s.record, track) for s in recorded])
    weight = sum(track.prior)
    if opinion.uncertainty > weight / (weight + track.minimum_evidence) + 1e-12:
        return Reliability.F
    bounds = (recorded[0].suggested, label_mean(opinion.expectation))
    return weakest([*assessed, *bounds])


def _opinion(record: TrackRecord | None, track: Policy) -> Opinion:
    return VACUOUS if record is None else form_opinion(record, prior=track.prior)


def discount(opinions: Sequence[Opinion]) -> Opinion:
    """Return what is to be held of an origin that is heard by way of relays.

    Args:
        opinions: Of the origin and of each relay, the origin first; at least one.

    Example:
        >>> sure, half = Opinion(1.0, 0.0, 0.0), Opinion(0.5, 0.0, 0.5)
        >>> discount([sure, half, half]).belief
        0.25
    """
    held = opinions[0]
    for trust in opinions[1:]:
        held = held.discounted(trust)
    return held
