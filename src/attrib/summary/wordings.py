"""Wordings: how the words of one claim changed from report to report, and clash."""

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from attrib.export.prose import count, excerpt, visible
from attrib.model.claim import Change, Claim, Difference
from attrib.model.cluster import Cluster, Level
from attrib.provenance.differences import word_changes
from attrib.provenance.precedence import came_first
from attrib.provenance.versions import cluster_claims
from attrib.summary.ways import CONTENT_CHARS, Way, by_time, label

_KEPT = 0.6
"""Share of the shorter wording's words that a readable diff has kept."""


class Direction(enum.StrEnum):
    """What a later wording does with the certainty of the earlier one."""

    HARDENED = "hardened"
    WEAKENED = "weakened"
    REWORDED = "reworded"


@attrs.frozen(kw_only=True)
class Drift:
    """Two wordings of one claim, the later one as it came from the earlier.

    Attributes:
        before: The earlier one.
        after: The later one.
        changes: The word diff from one to the other.
        is_cited: Whether the later report names the outlet of the earlier one;
            otherwise it is the earlier wording that is nearest.
    """

    before: Way
    after: Way
    changes: tuple[Change, ...]
    is_cited: bool = False

    @property
    def is_drift(self) -> bool:
        """Whether anything but case and punctuation changed."""
        return not all(change.is_kept for change in self.changes)

    @property
    def is_telling(self) -> bool:
        """Whether it can be read: most words of one wording stayed.

        Otherwise it is the same claim in other words. A report that is cited, and a
        turn from certain to uncertain or back, always tell.
        """
        kept = sum(len(c.before.split()) for c in self.changes if c.is_kept)
        before = sum(len(c.before.split()) for c in self.changes)
        after = sum(len(c.after.split()) for c in self.changes)
        return (
            self.is_cited
            or self.direction is not Direction.REWORDED
            or kept >= _KEPT * min(before, after)
        )

    @property
    def direction(self) -> Direction:
        """Whether all that left it open is gone, or came in, or neither."""
        return direct(self.before.hedges, self.after.hedges)


@attrs.frozen(kw_only=True)
class Clash:
    """Two versions of a claim that cannot both hold.

    Attributes:
        first: The one that stands first in order of time.
        second: The other.
        differences: What they disagree in.
    """

    first: Way
    second: Way
    differences: tuple[Difference, ...]


def direct(before: Sequence[str], after: Sequence[str]) -> Direction:
    """Return the direction from the hedges of one wording to those of another.

    Example:
        >>> direct(["may"], []).value, direct([], ["may"]).value
        ('hardened', 'weakened')
        >>> direct(["may"], ["allegedly"]).value
        'reworded'
    """
    if bool(before) == bool(after):
        return Direction.REWORDED
    return Direction.HARDENED if before else Direction.WEAKENED


def compare_wordings(
    told: Iterable[tuple[Claim, Way]],
) -> tuple[tuple[Drift, ...], tuple[Clash, ...]]:
    """Return how wordings drifted, and which versions clash.

    Each new wording is held against that of the report which it cites, if that is
    among them, or else against the nearest earlier one of the same claim.

    Args:
        told: Claims in order of precedence, each with how its report has it.
    """
    pairs: dict[str, tuple[Claim, Way]] = {}
    for claim, way in told:
        pairs.setdefault(claim.id, (claim, way))
    clusters = cluster_claims([c for c, _ in pairs.values()], level=Level.CLAIM)
    ways = {name: way for name, (_, way) in pairs.items()}
    drifts = {d.after: d for cluster in clusters for d in find_drifts(cluster, ways)}
    drifts |= {drift.after: drift for drift in _cited(tuple(pairs.values()))}
    return (
        tuple(drifts[way] for way in sorted(drifts, key=by_time)),
        find_clashes(clusters, ways),
    )


def find_drifts(cluster: Cluster, ways: Mapping[str, Way]) -> Iterator[Drift]:
    """Yield each later wording of a cluster with the nearest earlier one.

    Args:
        cluster: Claims that are one.
        ways: How its members' reports have them, by the ids of claims.
    """
    first = {each.text: each.members[0] for each in reversed(cluster.variants)}
    for variant in cluster.variants:
        if variant.source_text is not None:
            drift = Drift(
                before=ways[first[variant.source_text]],
                after=ways[variant.members[0]],
                changes=variant.changes,
            )
            if drift.is_drift:
                yield drift


def find_clashes(
    clusters: Iterable[Cluster], ways: Mapping[str, Way]
) -> tuple[Clash, ...]:
    """Return the versions that clash, each pair once, in order of precedence.

    What one source says twice in one report are two things, not two versions.

    Args:
        clusters: Clusters of claims.
        ways: How reports have the claims, by their ids, in order of precedence.
    """
    order = {name: place for place, name in enumerate(ways)}
    conflicts = [
        conflict
        for cluster in clusters
        for conflict in cluster.conflicts
        if order[conflict.member] < order[conflict.other]
        and _place(ways[conflict.member]) != _place(ways[conflict.other])
    ]
    conflicts.sort(key=lambda each: (order[each.member], order[each.other]))
    return tuple(
        Clash(
            first=ways[each.member],
            second=ways[each.other],
            differences=each.differences,
        )
        for each in conflicts
    )


def _place(way: Way) -> tuple[str, str | None]:
    return way.document_id, way.origin


def _cited(told: Sequence[tuple[Claim, Way]]) -> Iterator[Drift]:
    """Yield each wording with that of the report which it cites."""
    by_report: dict[str, tuple[Claim, Way]] = {}
    for claim, way in told:
        by_report.setdefault(way.document_id, (claim, way))
    for claim, way in told:
        source = by_report.get(way.reports[0]) if way.reports else None
        if source is not None:
            changes = word_changes(source[0].text, claim.text)
            drift = Drift(before=source[1], after=way, changes=changes, is_cited=True)
            if drift.is_drift:
                yield drift


def show_changes(changes: Iterable[Change]) -> str:
    """Return a word diff on one line: [-left out-] and {+put in+}.

    Example:
        >>> show_changes([Change("The quay", "The quay"), Change("may have", "has")])
        'The quay [-may have-] {+has+}'
    """
    parts = []
    for change in changes:
        if change.is_kept:
            parts.append(change.after)
            continue
        parts += [f"[-{change.before}-]"] if change.before else []
        parts += [f"{{+{change.after}+}}"] if change.after else []
    return visible(" ".join(parts))


def tell_drifts(drifts: Sequence[Drift]) -> tuple[str, ...]:
    """Return a line for each change that can be read, and the number of the others."""
    telling = tuple(tell_drift(drift) for drift in drifts if drift.is_telling)
    rest = len(drifts) - len(telling)
    if not rest:
        return telling
    return (*telling, f"in other words: {count(rest, 'report')}")


def tell_drift(drift: Drift) -> str:
    """Return whose wording changed from whose, in which direction, and the diff."""
    relation = "beside"
    if drift.is_cited:
        relation = "citing"
    elif came_first(drift.before.published, drift.after.published):
        relation = "later than"
    return (
        f"{label(drift.after)}, {relation} {label(drift.before)} "
        f"({drift.direction}): {show_changes(drift.changes)}"
    )


def tell_clash(clash: Clash) -> str:
    """Return who has which version, and in what they disagree."""
    versions = [
        f"{label(way)}: {excerpt(way.content, CONTENT_CHARS)}"
        for way in (clash.first, clash.second)
    ]
    told = "; ".join(visible(str(each)) for each in clash.differences)
    return f"{' - against '.join(versions)} - {told}"
