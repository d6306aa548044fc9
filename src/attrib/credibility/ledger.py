"""The ledger: outcomes and assessments, and what we thought of a source on a day."""

import contextlib
import datetime as dt
import itertools
import math
import os
import sqlite3
import threading
import weakref
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import NoReturn, Self

from attrib.credibility.rows import ASSESSMENTS, OUTCOMES, R, Table
from attrib.credibility.storage import (
    check_seconds,
    connect,
    explained,
    read_path,
    transaction,
)
from attrib.credibility.tallies import find_standing
from attrib.credibility.track import Policy, judge
from attrib.credibility.writing import append, count, last_seq
from attrib.errors import LedgerError, ModelError
from attrib.model.days import read_day
from attrib.model.record import (
    Assessment,
    Outcome,
    TrackRecord,
    read_topic,
    read_words,
    record_key,
)
from attrib.model.source import Source

Record = Outcome | Assessment
_CHUNK = 10_000
_EVER = dt.date.max


class Ledger:
    """Outcomes and assessments over time, in memory or in one file.

    A ledger is only ever added to. What it answers as of a day rests on what was
    recorded until then, so that a later correction changes what we think from its day
    on, and not what we thought before.

    `Ledger()` is held in memory, and is gone with the object. A ledger can be used by
    several threads, and is closed at the end of a `with` block, by `close`, or when
    nobody holds it any more.

    Example:
        >>> ledger = Ledger()
        >>> ledger.record(Outcome(source="Baltic Wire", claim=f"claim-{n}",
        ...     verdict="confirmed", settled="2024-03-01", recorded="2024-03-02",
        ...     settled_by="port desk") for n in range(4))
        4
        >>> ledger.track_record("Baltic Wire", as_of="2024-03-02").reliability.value
        'B'
        >>> ledger.track_record("Baltic Wire", as_of="2024-03-01").reliability.value
        'F'
    """

    def __init__(self) -> None:
        self._hold(connect(None, timeout_seconds=0), "the ledger in memory")

    @classmethod
    def open(
        cls, path: str | os.PathLike[str], *, timeout_seconds: float = 60.0
    ) -> Self:
        """Return the ledger of a file, which is made if it is not there.

        The file is a SQLite database; two more stand beside it while it is open. Any
        number of processes on one machine may have it open, each by itself: open it
        after a fork, not before.

        Args:
            path: Where it is, or will be; ":memory:" is a file of that name, too.
            timeout_seconds: How long to wait for another process that is writing.

        Raises:
            LedgerError: The path is none, or the file cannot be opened, is no ledger,
                is damaged, or is of a newer attrib; or the time to wait is no number
                from 0.

        Example:
            >>> import tempfile
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Ledger.open(f"{folder}/ledger.db") as ledger:
            ...         print(ledger.sources())
            ()
        """
        name = read_path(path)
        check_seconds(timeout_seconds)
        ledger = cls.__new__(cls)
        ledger._hold(connect(name, timeout_seconds=timeout_seconds), name)
        return ledger

    def _hold(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._lock = threading.RLock()
        self._finalizer = weakref.finalize(self, connection.close)

    def close(self) -> None:
        """Close the ledger; whatever was recorded stays in its file.

        Closing a closed one does nothing. What is in memory only is gone.
        """
        with self._lock:
            self._finalizer()

    def __enter__(self) -> Self:
        """Return the ledger."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def __getstate__(self) -> NoReturn:
        """Refuse to be copied or pickled: what it holds is open in this process."""
        raise LedgerError(
            f"{self._name} cannot be copied or sent to another process; open its file "
            "there with Ledger.open, or hand on its records()"
        )

    def __repr__(self) -> str:
        """Return what it is held in."""
        return f"<Ledger: {self._name}>"

    @contextlib.contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._lock, explained(self._name):
            yield self._connection

    def record(self, records: Record | Iterable[Record]) -> int:
        """Add records: all of them, or, if anything is wrong, none.

        When this returns, they are in the file for good. One that is there already is
        passed over, so that what may have failed can be submitted again.

        Args:
            records: An outcome, an assessment, or many; taken a chunk at a time, while
                others wait to write.

        Returns:
            How many were new.

        Raises:
            ConflictError: A record has the id of another one that says something else.
            ModelError: Something is neither an outcome nor an assessment.
            LedgerError: The file cannot be written; see `LedgerError`.

        Example:
            >>> outcome = Outcome(source="Baltic Wire", claim="ferry-sails",
            ...     verdict="confirmed", settled="2024-03-01", recorded="2024-03-02",
            ...     settled_by="port desk")
            >>> ledger = Ledger()
            >>> ledger.record([outcome, outcome]), ledger.record([])
            (1, 0)
        """
        if isinstance(records, Outcome | Assessment):
            records = (records,)
        is_one_thing = isinstance(records, str | bytes | Mapping)
        if is_one_thing or not isinstance(records, Iterable):
            raise ModelError(
                f"found {records!r:.60}, wanted an Outcome, an Assessment, or many of "
                "them"
            )
        added = 0
        with self._using() as connection, transaction(connection):
            remaining = iter(records)
            while chunk := list(itertools.islice(remaining, _CHUNK)):
                outcomes = [r for r in chunk if isinstance(r, Outcome)]
                assessments = [r for r in chunk if isinstance(r, Assessment)]
                if len(outcomes) + len(assessments) < len(chunk):
                    raise ModelError(_wrong_kind(chunk))
                after = last_seq(connection)
                new = append(connection, OUTCOMES, outcomes)
                count(connection, new, after=after)
                added += len(new) + len(append(connection, ASSESSMENTS, assessments))
        return added

    def track_record(
        self,
        source: Source | str,
        *,
        as_of: dt.date | str,
        topic: str | None = None,
        half_life_days: float | None = 30.0,
        prior: tuple[float, float] = (1.0, 1.0),
        minimum_evidence: float = 3.0,
        level: float = 0.95,
    ) -> TrackRecord:
        """Return what the outcomes of a source say of it, as we knew them on a day.

        Args:
            source: The source, or its name.
            as_of: The day; what was recorded later is left out.
            topic: Only claims on this topic; by default all claims.
            half_life_days: After how many days an outcome weighs half; None for never.
            prior: What is held for and against every source before any outcome, as
                two numbers of claims; see `attrib.credibility.track.Policy`.
            minimum_evidence: Below this weight of evidence the reliability is F.
            level: The share of the posterior that the interval holds.

        Returns:
            The record; for a source that nothing is known of, one without evidence.

        Raises:
            ModelError: An option is out of its range.
            LedgerError: The file cannot be read.
        """
        policy = Policy(
            half_life_days=half_life_days,
            prior=prior,
            minimum_evidence=minimum_evidence,
            level=level,
        )
        key, day = record_key(source), read_day(as_of)
        if topic is not None:
            topic = read_topic(topic)
        asked = {
            "source": key,
            "topic": topic or "",
            "as_of": day.toordinal(),
            "half_life": half_life_days or math.inf,
        }
        with self._using() as connection:
            found = connection.execute(_READ_TALLY, asked).fetchall()
        counts = {verdict: (number, weight) for verdict, number, weight in found}
        return judge(key, counts, as_of=day, topic=topic, policy=policy)

    def latest_assessment(
        self,
        *,
        source: Source | str | None = None,
        claim: str | None = None,
        topic: str | None = None,
        as_of: dt.date | str,
    ) -> Assessment | None:
        """Return the last assessment of a source or a claim, as we knew it on a day.

        It is the one made last; of those made on one day the one recorded last, and of
        those recorded on one day the one that was added last.

        Args:
            source: The source, or its name; or
            claim: The id of the claim.
            topic: Only what was said of the source on this topic; by default only what
                was said of it in general.
            as_of: The day; what was recorded later is left out.

        Returns:
            The assessment, or None where there is none.

        Raises:
            ModelError: Neither a source nor a claim is given, or both are.
            LedgerError: The file cannot be read.

        Example:
            >>> ledger = Ledger()
            >>> ledger.record(Assessment(source="Baltic Wire", reliability="B",
            ...     assessor="M. Holt", assessed="2024-03-01", recorded="2024-03-01"))
            1
            >>> found = ledger.latest_assessment(source="Baltic Wire",
            ...                                  as_of="2024-03-05")
            >>> found.assessor, found.reliability == "B"
            ('M. Holt', True)
        """
        if (source is None) == (claim is None):
            raise ModelError("wanted the assessment of a source or of a claim")
        found = self.assessments(source=source, claim=claim, as_of=as_of)
        wanted = None if topic is None else read_topic(topic)
        apt = [assessment for assessment in found if assessment.topic == wanted]
        return max(reversed(apt), key=lambda a: (a.assessed, a.recorded), default=None)

    def outcomes(
        self,
        *,
        source: Source | str | None = None,
        claim: str | None = None,
        as_of: dt.date | str = _EVER,
    ) -> tuple[Outcome, ...]:
        """Return outcomes in the order they were added, superseded ones included.

        Args:
            source: Only those of this source.
            claim: Only those of the claim with this id.
            as_of: Only those recorded until this day; by default all.

        Raises:
            ModelError: The source, claim or day is none.
            LedgerError: The file cannot be read.

        Example:
            >>> ledger = Ledger()
            >>> ledger.record(Outcome(source="Baltic Wire", claim="ferry-sails",
            ...     verdict="confirmed", settled="2024-03-01", recorded="2024-03-02",
            ...     settled_by="port desk"))
            1
            >>> [outcome.claim for outcome in ledger.outcomes(source="Baltic Wire")]
            ['ferry-sails']
            >>> ledger.outcomes(as_of="2024-03-01")
            ()
        """
        return self._find(OUTCOMES, source, claim, as_of)

    def assessments(
        self,
        *,
        source: Source | str | None = None,
        claim: str | None = None,
        as_of: dt.date | str = _EVER,
    ) -> tuple[Assessment, ...]:
        """Return assessments in the order they were added.

        Args:
            source: Only those of this source.
            claim: Only those of the claim with this id.
            as_of: Only those recorded until this day; by default all.

        Raises:
            ModelError: The source, claim or day is none.
            LedgerError: The file cannot be read.

        Example:
            >>> ledger = Ledger()
            >>> ledger.record(Assessment(source="Baltic Wire", reliability="B",
            ...     assessor="M. Holt", assessed="2024-03-01", recorded="2024-03-01"))
            1
            >>> [each.assessor for each in ledger.assessments(source="Baltic Wire")]
            ['M. Holt']
        """
        return self._find(ASSESSMENTS, source, claim, as_of)

    def standing(
        self,
        *,
        source: Source | str | None = None,
        claim: str | None = None,
        as_of: dt.date | str,
    ) -> tuple[Outcome, ...]:
        """Return the outcomes that stood on a day: what a track record counts.

        Args:
            source: Only those of this source.
            claim: Only those of the claim with this id.
            as_of: The day; what was recorded later is left out.

        Returns:
            For each claim and source one outcome, or several with contrary verdicts
            where it is contested; by source and claim.

        Raises:
            ModelError: The source, claim or day is none.
            LedgerError: The file cannot be read.

        Example:
            >>> ledger = Ledger()
            >>> ledger.record(Outcome(source="Baltic Wire", claim="ferry-sails",
            ...     verdict="confirmed", settled="2024-03-01", recorded="2024-03-02",
            ...     settled_by="port desk"))
            1
            >>> [each.verdict.value for each in ledger.standing(as_of="2024-03-02")]
            ['confirmed']
        """
        together: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
        for outcome in self.outcomes(source=source, claim=claim, as_of=as_of):
            together[outcome.source, outcome.claim].append(outcome)
        return tuple(
            outcome
            for _, outcomes in sorted(together.items())
            for outcome in find_standing(outcomes)
        )

    def records(self, *, as_of: dt.date | str = _EVER) -> Iterator[Record]:
        """Yield all outcomes, then all assessments, each in the order they were added.

        They are read a chunk at a time, and need not fit in memory.

        Args:
            as_of: Only what was recorded until this day; by default all.

        Raises:
            ModelError: The day is none.
            LedgerError: The file cannot be read.

        Example:
            >>> ledger = Ledger()
            >>> ledger.record(Outcome(source="Baltic Wire", claim="ferry-sails",
            ...     verdict="confirmed", settled="2024-03-01", recorded="2024-03-02",
            ...     settled_by="port desk"))
            1
            >>> [record.recorded.isoformat() for record in ledger.records()]
            ['2024-03-02']
        """
        last_day = read_day(as_of)
        yield from self._iterate(OUTCOMES, last_day)
        yield from self._iterate(ASSESSMENTS, last_day)

    def sources(self, *, as_of: dt.date | str = _EVER) -> tuple[str, ...]:
        """Return the keys of all sources with an outcome or an assessment, in order.

        Args:
            as_of: Only what was recorded until this day; by default all.

        Raises:
            ModelError: The day is none.
            LedgerError: The file cannot be read.
        """
        day = read_day(as_of)
        with self._using() as connection:
            rows = connection.execute(_READ_SOURCES, (day.toordinal(), str(day)))
            return tuple(source for (source,) in rows)

    def last_recorded(self) -> dt.date | None:
        """Return the last day on which anything was recorded; None for nothing.

        Example:
            >>> Ledger().last_recorded() is None
            True
        """
        with self._using() as connection:
            ((outcome, assessment),) = connection.execute(_READ_LAST_DAY)
        days = [dt.date.fromordinal(outcome)] if outcome is not None else []
        days += [dt.date.fromisoformat(assessment)] if assessment is not None else []
        return max(days, default=None)

    def _find(
        self,
        table: Table[R],
        source: Source | str | None,
        claim: str | None,
        as_of: dt.date | str,
    ) -> tuple[R, ...]:
        wanted = {"recorded <= :as_of": read_day(as_of).isoformat()}
        if source is not None:
            wanted["source = :source"] = record_key(source)
        if claim is not None:
            wanted["claim = :claim"] = read_words(claim)
        values = {term.rpartition(":")[2]: value for term, value in wanted.items()}
        with self._using() as connection:
            rows = connection.execute(
                f"SELECT {table.listed} FROM {table.name} "
                f"WHERE {' AND '.join(wanted)} ORDER BY seq",
                values,
            ).fetchall()
        return table.read_all(rows)

    def _iterate(self, table: Table[R], last_day: dt.date) -> Iterator[R]:
        last = 0
        while True:
            with self._using() as connection:
                rows = connection.execute(
                    f"SELECT seq, {table.listed} FROM {table.name} WHERE seq > ? "
                    "AND recorded <= ? ORDER BY seq LIMIT ?",
                    (last, last_day.isoformat(), _CHUNK),
                ).fetchall()
            if not rows:
                return
            yield from table.read_all([row[1:] for row in rows])
            last = rows[-1][0]


_READ_TALLY = """
    SELECT verdict, SUM(claims), SUM(claims * pow(0.5, (:as_of - settled) / :half_life))
    FROM (
        SELECT verdict, settled, SUM(number) AS claims FROM tally
        WHERE source = :source AND topic = :topic AND recorded <= :as_of
        GROUP BY settled, verdict
    )
    GROUP BY verdict
"""
"""Of each day first, so that what is counted there and back is exactly nothing."""
_READ_LAST_DAY = """
    SELECT (SELECT max(recorded) FROM tally), (SELECT max(recorded) FROM assessment)
"""
_READ_SOURCES = """
    SELECT source FROM tally WHERE recorded <= ?
    UNION SELECT source FROM assessment WHERE source NOTNULL AND recorded <= ?
    ORDER BY source
"""


def _wrong_kind(chunk: list[Record]) -> str:
    wrong = next(r for r in chunk if not isinstance(r, Outcome | Assessment))
    return f"found {wrong!r:.60}, wanted an Outcome or an Assessment"
