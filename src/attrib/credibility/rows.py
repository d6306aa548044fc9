"""Rows: how records stand in the tables of a ledger, and how they come back."""

import datetime as dt
import functools
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import attrs

from attrib.errors import LedgerError, ModelError
from attrib.model.record import Assessment, Outcome, Verdict

R = TypeVar("R", Outcome, Assessment)
Row = tuple[str | None, ...]
VERDICT_VALUES = {verdict: verdict.value for verdict in Verdict}
"""An enum works its values out anew each time that it is asked."""


@attrs.frozen
class Table(Generic[R]):
    """A table of records.

    Attributes:
        name: Its name.
        columns: Its columns but for `seq`, in the order of its rows.
        write: Makes a row of a record.
        read: Makes a record of a row.
    """

    name: str
    columns: tuple[str, ...]
    write: Callable[[R], Row]
    read: Callable[[Row], R]

    @property
    def listed(self) -> str:
        """The columns as SQL lists them, each with the table's name."""
        return ", ".join(f"{self.name}.{column}" for column in self.columns)

    def read_all(self, rows: Sequence[Row]) -> tuple[R, ...]:
        """Return the records of rows.

        Raises:
            LedgerError: A row holds no record; it was written by something else.
        """
        try:
            return tuple(map(self.read, rows))
        except ModelError as error:
            raise LedgerError(
                f"the table {self.name} holds a row that is no record: {error}"
            ) from error


@functools.lru_cache(maxsize=4096)
def _spell_day(day: dt.date) -> str:
    # A batch has few days, and writing them out anew would be a tenth of its time.
    return day.isoformat()


def _write_outcome(outcome: Outcome) -> Row:
    return (
        outcome.id,
        outcome.source,
        outcome.claim,
        VERDICT_VALUES[outcome.verdict],
        _spell_day(outcome.settled),
        _spell_day(outcome.recorded),
        outcome.settled_by,
        outcome.evidence,
        outcome.topic or "",
    )


def _read_outcome(row: Row) -> Outcome:
    fields = dict(zip(OUTCOMES.columns, row, strict=True))
    return Outcome(**{**fields, "topic": fields["topic"] or None})  # type: ignore[arg-type]  # checked when it is made


def _write_assessment(assessment: Assessment) -> Row:
    return (
        assessment.id,
        assessment.source,
        assessment.claim,
        assessment.topic,
        assessment.label.value,
        assessment.assessor,
        assessment.assessed.isoformat(),
        assessment.recorded.isoformat(),
        assessment.basis,
    )


def _read_assessment(row: Row) -> Assessment:
    fields = dict(zip(ASSESSMENTS.columns, row, strict=True))
    label = fields.pop("label")
    scale = "reliability" if fields["source"] is not None else "credibility"
    return Assessment(**{**fields, scale: label})  # type: ignore[arg-type]  # checked when it is made


OUTCOMES: Table[Outcome] = Table(
    "outcome",
    (
        "id",
        "source",
        "claim",
        "verdict",
        "settled",
        "recorded",
        "settled_by",
        "evidence",
        "topic",
    ),
    _write_outcome,
    _read_outcome,
)
ASSESSMENTS: Table[Assessment] = Table(
    "assessment",
    (
        "id",
        "source",
        "claim",
        "topic",
        "label",
        "assessor",
        "assessed",
        "recorded",
        "basis",
    ),
    _write_assessment,
    _read_assessment,
)
