"""Summarizing: from a report, a trace or a cluster to what a person reads."""

from typing import overload

from attrib.export.json import UnsupportedTypeError
from attrib.model.report import Report
from attrib.model.trace import Trace
from attrib.summary.accounts import ReportSummary, sum_up_report
from attrib.summary.pages import Summary
from attrib.summary.traces import TraceSummary, sum_up_trace


@overload
def summarize(value: Report, *, ledger: None = None) -> ReportSummary: ...


@overload
def summarize(value: Trace, *, ledger: None = None) -> TraceSummary: ...


def summarize(value: Report | Trace, *, ledger: None = None) -> Summary:
    """Return a summary: structured fields, and the same in words.

    Args:
        value: What to sum up. A report gives a `ReportSummary`, a trace a
            `TraceSummary`.
        ledger: Reserved for the grades of a later version: give none.

    Raises:
        UnsupportedTypeError: The value is none of these, or a ledger is given.

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
    raise UnsupportedTypeError(
        f"summarize takes a Report or a Trace, not {type(value).__name__}"
    )
