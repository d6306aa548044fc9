"""Writing: records into the tables of a ledger, and the tallies that follow."""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrib.credibility.rows import VERDICT_VALUES, R, Row, Table
from attrib.credibility.tallies import Change, Entry, find_changes
from attrib.errors import ConflictError
from attrib.model.record import Outcome

_SHOWN_CONFLICTS = 20
_ASKED_AT_ONCE = 500
"""SQLite takes at least 999 values in one statement, as it was built long ago."""
_Pair = tuple[str, str]
_Place = tuple[str, str, str, int, int]

_ADD_TO_TALLY = """
    INSERT INTO tally (source, topic, verdict, settled, recorded, number)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET number = number + excluded.number
"""


def last_seq(connection: sqlite3.Connection) -> int:
    """Return the `seq` of the outcome added last; 0 if there is none."""
    (last,) = connection.execute("SELECT max(seq) FROM outcome").fetchone()
    return last or 0


def append(
    connection: sqlite3.Connection, table: Table[R], records: Sequence[R]
) -> tuple[R, ...]:
    """Add the records that are not there yet.

    Args:
        connection: To the ledger's database, in a transaction.
        table: The table of the records.
        records: Any; one that is there already, or twice among them, is passed over.

    Returns:
        Those that were added.

    Raises:
        ConflictError: Some have the id of another record; all are listed.
    """
    known = _find_known(connection, table, [record.id for record in records])
    added: list[R] = []
    conflicts = []
    for record in records:
        other = known.get(record.id)
        if other is None:
            known[record.id] = record
            added.append(record)
        elif other != record:
            conflicts.append(_conflict(table, record, other))
    if conflicts:
        raise ConflictError(_list_conflicts(conflicts))
    marks = ", ".join("?" * len(table.columns))
    connection.executemany(
        f"INSERT INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})",
        map(table.write, added),
    )
    return tuple(added)


def _find_known(
    connection: sqlite3.Connection, table: Table[R], ids: Sequence[str]
) -> dict[str, R]:
    """Return the records that have some of these ids."""
    rows: list[Row] = []
    for start in range(0, len(ids), _ASKED_AT_ONCE):
        asked = ids[start : start + _ASKED_AT_ONCE]
        rows += connection.execute(
            f"SELECT {table.listed} FROM {table.name} "
            f"WHERE id IN ({', '.join('?' * len(asked))})",
            asked,
        )
    return {record.id: record for record in table.read_all(rows)}


def _conflict(table: Table[R], record: R, other: R) -> str:
    mine, theirs = table.write(record), table.write(other)
    column, new, old = next(
        (column, new, old)
        for column, new, old in zip(table.columns, mine, theirs, strict=True)
        if new != old
    )
    return (
        f"{table.name} {record.id!r} has {column} {old!r} already, and was given "
        f"{new!r}"
    )


def _list_conflicts(conflicts: Sequence[str]) -> str:
    if len(conflicts) == 1:
        return conflicts[0]
    shown = [f"\n  {conflict}" for conflict in conflicts[:_SHOWN_CONFLICTS]]
    if len(conflicts) > _SHOWN_CONFLICTS:
        shown.append(f"\n  and {len(conflicts) - _SHOWN_CONFLICTS} more")
    return f"{len(conflicts)} records have the id of another one:{''.join(shown)}"


def count(
    connection: sqlite3.Connection, outcomes: Iterable[Outcome], *, after: int
) -> None:
    """Bring the tallies up to date with outcomes that `append` has just added.

    Args:
        connection: As there, in the same transaction.
        outcomes: What it returned.
        after: The last `seq` of the outcomes before that.
    """
    added: dict[_Pair, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        added[outcome.source, outcome.claim].append(outcome)
    before = _find_entries(connection, after)
    counts: dict[_Place, int] = defaultdict(int)
    for pair, together in added.items():
        if len(together) == 1 and pair not in before:
            # As for most claims; the general way takes four times as long.
            _count_alone(counts, together[0])
            continue
        entries = [_entry(outcome) for outcome in together]
        if pair in before:
            known = before[pair]
            _add(counts, pair[0], find_changes(known), sign=-1)
            entries.extend(known)
        _add(counts, pair[0], find_changes(entries), sign=1)
    # In the order of the table they fall into place faster.
    connection.executemany(
        _ADD_TO_TALLY,
        [(*place, number) for place, number in sorted(counts.items()) if number],
    )


def _count_alone(counts: dict[_Place, int], outcome: Outcome) -> None:
    verdict = VERDICT_VALUES[outcome.verdict]
    days = outcome.settled.toordinal(), outcome.recorded.toordinal()
    counts[outcome.source, "", verdict, *days] += 1
    if outcome.topic:
        counts[outcome.source, outcome.topic, verdict, *days] += 1


def _add(
    counts: dict[_Place, int], source: str, changes: Iterable[Change], *, sign: int
) -> None:
    for topic, verdict, settled, recorded, by in changes:
        counts[source, "", verdict, settled, recorded] += sign * by
        if topic:
            counts[source, topic, verdict, settled, recorded] += sign * by


def _entry(outcome: Outcome) -> Entry:
    return Entry(
        outcome.settled.toordinal(),
        outcome.recorded.toordinal(),
        VERDICT_VALUES[outcome.verdict],
        outcome.topic or "",
        outcome.id,
    )


def _find_entries(
    connection: sqlite3.Connection, after: int
) -> dict[_Pair, list[Entry]]:
    """Return what was there before of the claims and sources that were just added."""
    rows = connection.execute(
        """
        SELECT source, claim, id, settled, recorded, verdict, topic
        FROM (SELECT DISTINCT source, claim FROM outcome WHERE seq > :after)
        CROSS JOIN outcome USING (source, claim) WHERE seq <= :after
        """,
        {"after": after},
    )
    entries: dict[_Pair, list[Entry]] = defaultdict(list)
    for source, claim, id_, settled, recorded, verdict, topic in rows:
        days = (_ordinal(settled), _ordinal(recorded))
        entries[source, claim].append(Entry(*days, verdict, topic, id_))
    return entries


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()
