"""Choosing: which of the chains of one report speak for a claim."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from attrib.model.chain import Chain, Link
from attrib.model.claim import Difference
from attrib.provenance.people import People, is_named
from attrib.provenance.speaking import Speaker

_FULL = 0.99
"""Share of what the fullest chain says that another origin must say to stand beside."""
_AS_GOOD = 0.8
"""Share of what the fullest chain says that another must say to be preferred."""
_SPOKEN_SHARE = 0.5
"""Share of what is said of a body that who speaks for it must say to be preferred."""


@attrs.frozen
class Bearing:
    """A chain by which one report carries a claim.

    Attributes:
        chain: The chain; that of the outlet alone where it says so in its own voice.
        asserts: Whether the origin says that it is so, rather than that it is not.
        share: Share of the claim's weight that is said, from 0 to 1.
        retracts: Whether the origin takes back that it is so.
        differences: In what its statement, though it asserts, cannot hold beside the
            claim: it is another version. The words of the claim come first.
    """

    chain: Chain
    asserts: bool
    share: float
    retracts: bool = False
    differences: tuple[Difference, ...] = ()

    @property
    def supports(self) -> bool:
        """Whether the claim itself is said to be so, and no other version of it."""
        return self.asserts and not self.differences


def choose(bearings: Sequence[Bearing]) -> list[Bearing]:
    """Return the chains that lead furthest of those that say nearly as much."""
    most = max((bearing.share for bearing in bearings), default=0.0)
    near = [bearing for bearing in bearings if bearing.share >= _AS_GOOD * most]
    passed = {
        link.source.key
        for bearing in near
        for link in bearing.chain.links[:-1]
        if link.source is not None
    }
    ends = [
        b for b in near if b.chain.origin is None or b.chain.origin.key not in passed
    ]
    if not ends:
        return near
    best = max(ends, key=_rank)
    chosen = [b for b in ends if b.chain.attribution == best.chain.attribution]
    return [*chosen, *_seconding(ends, chosen, _FULL * most)]


def prefer_speakers(
    chosen: Sequence[Bearing], bearings: Iterable[Bearing], people: People
) -> list[Bearing]:
    """Return chosen chains, with those who speak for a body in the place of the body.

    "Norway announces a new quay. Ada Lind confirmed the plan for a quay": the report
    has it from the minister, whom the country's name stands for.

    Args:
        chosen: The chosen chains.
        bearings: All chains by which the report asserts the claim, and those beside
            them that say less of it or speak of "the move".
        people: What is known of who belongs to which body.
    """
    speakers: dict[str, Bearing] = {}
    for bearing in sorted(bearings, key=_rank, reverse=True):
        body = _body(bearing, people)
        if body is not None and not _is_body(bearing, body, people):
            speakers.setdefault(body, bearing)
    found: list[Bearing] = []
    for bearing in chosen:
        body = _body(bearing, people)
        speaker = None if body is None else speakers.get(body)
        if (
            body is not None
            and speaker is not None
            and _is_body(bearing, body, people)
            and speaker.share >= _SPOKEN_SHARE * bearing.share
        ):
            bearing = attrs.evolve(speaker, share=bearing.share)
        if bearing not in found:
            found.append(bearing)
    return found


def _body(bearing: Bearing, people: People) -> str | None:
    """Return the key of the body behind the end of a chain, if it is known."""
    origin = bearing.chain.origin
    return None if origin is None else people.body_of(origin)


def _is_body(bearing: Bearing, body: str, people: People) -> bool:
    """Say whether a chain ends at a body itself, and at nobody who speaks for it."""
    origin = bearing.chain.origin
    return origin is not None and people.in_full(origin).key == body


def leave_out_who_asserts(
    denying: Iterable[Bearing], asserting: Iterable[Bearing]
) -> Iterator[Bearing]:
    """Yield brief denials of those who do not assert the claim in the same report.

    Who says that the quay is open, and "denies the claim", denies another one.
    """
    keys = {b.chain.origin.key for b in asserting if b.chain.origin is not None}
    for bearing in denying:
        origin = bearing.chain.origin
        if origin is None or origin.key not in keys:
            yield bearing


def carry_to_speaker(bearing: Bearing, speaker: Speaker) -> Bearing:
    """Return how a report carries what somebody says, if nobody else tells of it.

    "Norway is accused of sinking the ferry" leaves unnamed who accuses it.
    """
    chain = bearing.chain
    links = chain.links
    if len(links) > chain.has_outlet:
        if not bearing.supports or chain.origin is not None:
            return bearing
        links = links[:-1]
    link = Link(
        source=speaker.source,
        is_inferred=True,
        reason="the claim is what it says, and it is named beside",
    )
    return attrs.evolve(bearing, chain=attrs.evolve(chain, links=(*links, link)))


def _seconding(
    bearings: Sequence[Bearing], chosen: Sequence[Bearing], least: float
) -> list[Bearing]:
    """Return a chain of each other named origin that says as much as the chosen ones.

    "Lind said that the quay is closed. Holt confirmed that the quay is closed."
    """
    keys = {b.chain.origin.key for b in chosen if b.chain.origin is not None}
    found = []
    for bearing in bearings:
        origin = bearing.chain.origin
        if origin is None or not is_named(origin) or bearing.share < least:
            continue
        if origin.key not in keys:
            keys.add(origin.key)
            found.append(bearing)
    return found


def _rank(bearing: Bearing) -> tuple[bool, bool, int, float, int]:
    """Return what makes a chain the one to follow: it leads to somebody in particular.

    "According to two officials" says more than the "reports" of the headline.
    """
    chain, origin = bearing.chain, bearing.chain.origin
    return (
        origin is not None and is_named(origin),
        origin is not None and " " in origin.name,
        len(chain.links),
        bearing.share,
        -chain.content.start,
    )
