"""Clusters in words: what belongs together, how it is worded, and what clashes."""

from collections.abc import Iterator

import attrs

from attrib.export.prose import count, excerpt, listing, visible
from attrib.lexicon.loading import load_lexicon
from attrib.model.claim import Conflict, Variant
from attrib.model.cluster import Cluster, Level
from attrib.model.grade import Grade, Standing
from attrib.summary.grades import Grader, tell_grade, tell_sources
from attrib.summary.pages import Section, Summary
from attrib.summary.ways import CONTENT_CHARS, find_hedges
from attrib.summary.wordings import direct, show_changes


@attrs.frozen(kw_only=True)
class ClusterSummary(Summary):
    """What belongs together, as far as a cluster itself tells.

    A cluster holds ids, not reports: `summarize` of the reports names outlets, too.

    Attributes:
        level: Whether it is of reports, statements or claims.
        members: Ids of its members, the earliest first.
        document_ids: Ids of the reports they stand in, in the same order.
        wordings: Each wording once, and how it came from an earlier one.
        conflicts: Versions in other clusters that disagree.
        reason: Why its members belong together.
        grade: What to think of the claim, where a ledger was given; None otherwise,
            and for a cluster of reports.
        standings: What the ledger holds of the named sources.
    """

    level: Level
    members: tuple[str, ...]
    document_ids: tuple[str, ...]
    wordings: tuple[Variant, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reason: str
    grade: Grade | None = None
    standings: tuple[Standing, ...] = ()

    def sections(self) -> Iterator[Section]:
        """Yield the summary in words, made safe to print but not marked up."""
        yield Section(_opening(self))
        if self.wordings:
            yield Section("Wordings:", tuple(map(_tell_wording, self.wordings)))
        if self.conflicts:
            title = "Versions that disagree:"
            yield Section(title, tuple(map(_tell_conflict, self.conflicts)))
        yield Section(f"Why: {visible(self.reason)}.")
        yield from tell_grade(self.grade)
        yield from tell_sources(self.standings)


def sum_up_cluster(cluster: Cluster, *, grader: Grader | None = None) -> ClusterSummary:
    """Return what a cluster holds, in fields and in words.

    Args:
        cluster: The cluster.
        grader: What grades its claim; None for no grade.

    Example:
        >>> print(sum_up_cluster(Cluster(members=["a"], reason="nothing is like it")))
        One report stands alone: a.
        <BLANKLINE>
        Why: nothing is like it.
    """
    members = cluster.members
    is_of_reports = cluster.level is Level.REPORT
    if not is_of_reports:
        members = tuple(member.rpartition("#")[0] for member in members)
    return ClusterSummary(
        level=cluster.level,
        members=cluster.members,
        document_ids=tuple(dict.fromkeys(members)),
        wordings=cluster.variants,
        conflicts=cluster.conflicts,
        reason=cluster.reason,
        grade=None if grader is None or is_of_reports else grader.grade(cluster),
        standings=() if grader is None else grader.stand(cluster.chains),
    )


def _opening(summary: ClusterSummary) -> str:
    names = listing([visible(member) for member in summary.members])
    if len(summary.members) == 1:
        return f"One {summary.level} stands alone: {names}."
    told = count(len(summary.members), summary.level)
    within = ""
    if summary.level is not Level.REPORT:
        within = f" in {count(len(summary.document_ids), 'report')}"
    return f"{told}{within} are one: {names}."


def _tell_wording(variant: Variant) -> str:
    names = listing([visible(member) for member in variant.members])
    if variant.source_text is None:
        return f"{names}: {excerpt(variant.text, CONTENT_CHARS)}"
    lexicon = load_lexicon()
    direction = direct(
        find_hedges(variant.source_text, lexicon), find_hedges(variant.text, lexicon)
    )
    return f"{names} ({direction}): {show_changes(variant.changes)}"


def _tell_conflict(conflict: Conflict) -> str:
    told = "; ".join(visible(str(each)) for each in conflict.differences)
    return f"{visible(conflict.member)} against {visible(conflict.other)}: {told}"
