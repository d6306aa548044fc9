"""Summarizing: from reports, a trace or a cluster to what a person reads."""

from collections.abc import Iterable
from typing import overload

from attrib.export.json import UnsupportedTypeError
from attrib.model.cluster import Cluster
from attrib.model.dossier import Dossier
from attrib.model.report import Report
from attrib.model.trace import Trace
from attrib.summary.accounts import ReportSummary, sum_up_report
from attrib.summary.clusters import ClusterSummary, sum_up_cluster
from attrib.summary.dossiers import DossierSummary, sum_up_dossier
from attrib.summary.pages import Summary
from attrib.summary.traces import TraceSummary, sum_up_trace


@overload
def summarize(value: Report, *, ledger: None = None) -> ReportSummary: ...


@overload
def summarize(value: Trace, *, ledger: None = None) -> TraceSummary: ...


@overload
def summarize(value: Cluster, *, ledger: None = None) -> ClusterSummary: ...


@overload
def summarize(
    value: Dossier | Iterable[Report], *, ledger: None = None
) -> DossierSummary: ...


def summarize(value: object, *, ledger: None = None) -> Summary:
    """Return a summary: structured fields, and the same in words.

    Every sentence comes from the fields. The order of reports does not matter.

    Args:
        value: What to sum up. A report gives a `ReportSummary`, a trace a
            `TraceSummary`, a cluster a `ClusterSummary`, and a dossier or reports a
            `DossierSummary`, by source, by claim and by report.
        ledger: Reserved for the grades of a later version: give none.

    Returns:
        A summary that says so when there is nothing to sum up.

    Raises:
        UnsupportedTypeError: The value is none of these, or a ledger is given.
        DocumentError: Among the reports is something else.
        ModelError: Two different reports are of documents with one id.

    Example:
        >>> from attrib.model.document import Document
        >>> document = Document("It rained.", outlet="Baltic Wire")
        >>> print(summarize(Report(document)))
        Baltic Wire attributes nothing to anybody.
        <BLANKLINE>
        All 2 words are its own.
    """
    if ledger is not None:
        raise UnsupportedTypeError(
            "nothing is summed up with a ledger so far: wanted ledger=None"
        )
    if isinstance(value, Report):
        return sum_up_report(value)
    if isinstance(value, Trace):
        return sum_up_trace(value)
    if isinstance(value, Cluster):
        return sum_up_cluster(value)
    if not isinstance(value, str | bytes) and isinstance(value, Iterable):
        return sum_up_dossier(value)
    raise UnsupportedTypeError(
        "summarize takes a Report, a Trace, a Cluster, a Dossier or reports, not "
        f"{type(value).__name__}"
    )
