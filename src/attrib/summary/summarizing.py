"""Summarizing: from reports, a trace or a cluster to what a person reads."""

import datetime as dt
from collections.abc import Iterable
from typing import overload

from attrib.credibility.ledger import Ledger
from attrib.errors import ModelError, UnsupportedTypeError
from attrib.model.cluster import Cluster
from attrib.model.dossier import Dossier
from attrib.model.report import Report
from attrib.model.trace import Trace
from attrib.summary.accounts import ReportSummary, sum_up_report
from attrib.summary.clusters import ClusterSummary, sum_up_cluster
from attrib.summary.dossiers import DossierSummary, sum_up_dossier
from attrib.summary.grades import make_grader
from attrib.summary.pages import Summary
from attrib.summary.traces import TraceSummary, sum_up_trace


@overload
def summarize(
    value: Report, *, ledger: Ledger | None = None, as_of: dt.date | str | None = None
) -> ReportSummary: ...


@overload
def summarize(
    value: Trace, *, ledger: Ledger | None = None, as_of: dt.date | str | None = None
) -> TraceSummary: ...


@overload
def summarize(
    value: Cluster, *, ledger: Ledger | None = None, as_of: dt.date | str | None = None
) -> ClusterSummary: ...


@overload
def summarize(
    value: Dossier | Iterable[Report],
    *,
    ledger: Ledger | None = None,
    as_of: dt.date | str | None = None,
) -> DossierSummary: ...


def summarize(
    value: object, *, ledger: Ledger | None = None, as_of: dt.date | str | None = None
) -> Summary:
    """Return a summary: structured fields, and the same in words.

    Every sentence comes from the fields. The order of reports does not matter. With a
    ledger the statements of a report, the claim of a trace or of a cluster, and the
    claims that several reports of a dossier carry are graded, each with its reasons,
    and the named sources come with what the ledger holds of them.

    Args:
        value: What to sum up. A report gives a `ReportSummary`, a trace a
            `TraceSummary`, a cluster a `ClusterSummary`, and a dossier or reports a
            `DossierSummary`, by source, by claim and by report.
        ledger: Outcomes and assessments to grade by; by default nothing is graded.
        as_of: The day as of which to grade: no report published later has a part in
            a grade, though the summary tells of it. By default it is the last day on
            which anything was recorded in the ledger or published. No clock is read.

    Returns:
        A summary that says so when there is nothing to sum up.

    Raises:
        UnsupportedTypeError: The value is none of these, or the ledger is no `Ledger`.
        DocumentError: Among the reports is something else.
        DuplicateIdError: Two different reports are of documents with one id.
        ModelError: A day is none, or is given without a ledger.
        LedgerError: The ledger cannot be read.

    Example:
        >>> from attrib.model.document import Document
        >>> document = Document("It rained.", outlet="Baltic Wire")
        >>> print(summarize(Report(document)))
        Baltic Wire attributes nothing to anybody.
        <BLANKLINE>
        All 2 words are its own.
    """
    if ledger is not None and not isinstance(ledger, Ledger):
        raise UnsupportedTypeError(
            f"the ledger is a Ledger or None, not {type(ledger).__name__}; a file is "
            "opened by Ledger.open"
        )
    if ledger is None and as_of is not None:
        raise ModelError(f"found the day {as_of!r:.60} without a ledger to grade by")
    if isinstance(value, Report):
        grader = make_grader(ledger, as_of, [value.document.published])
        return sum_up_report(value, grader=grader)
    if isinstance(value, Trace):
        grader = make_grader(ledger, as_of, value.published.values())
        return sum_up_trace(value, grader=grader)
    if isinstance(value, Cluster):
        days = [chain.published for chain in value.chains]
        days += [conflict.published for conflict in value.conflicts]
        return sum_up_cluster(value, grader=make_grader(ledger, as_of, days))
    if not isinstance(value, str | bytes) and isinstance(value, Iterable):
        reports = value if isinstance(value, Dossier) else Dossier(tuple(value))
        published = [report.document.published for report in reports]
        return sum_up_dossier(reports, grader=make_grader(ledger, as_of, published))
    raise UnsupportedTypeError(
        "summarize takes a Report, a Trace, a Cluster, a Dossier or reports, not "
        f"{type(value).__name__}"
    )
