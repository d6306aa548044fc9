"""The file of a ledger: several processes, sudden ends, damage, other versions."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from attrib.credibility import storage
from attrib.credibility.ledger import Ledger
from attrib.errors import LedgerError
from attrib.export.lines import from_lines
from attrib.model.record import Outcome, TrackRecord

PACKAGE = Path(storage.__file__).parents[2]
GOLDEN = Path(__file__).parents[1] / "golden"
AS_OF = "2024-03-01"

WRITER = """
import sys
from attrib.credibility.ledger import Ledger
from attrib.model.record import Outcome, TrackRecord

path, writer, *numbers = sys.argv[1:]
batches, size = map(int, numbers)

def outcome(number):
    return Outcome(source="Baltic Wire", claim=f"claim {number}", verdict="confirmed",
                   settled="2024-03-01", recorded="2024-03-01", settled_by="port desk")

with Ledger.open(path) as ledger:
    for batch in range(batches):
        # Half of the batch is in the batches of all writers.
        own = [outcome(f"{writer}-{batch}-{n}") for n in range(size)]
        ledger.record([*own, *(outcome(f"{batch}-{n}") for n in range(size))])
"""

DYING = """
import os, signal, sys
from attrib.credibility.ledger import Ledger
from attrib.model.record import Outcome, TrackRecord

SIZE = 25_000

def batch(number, last):
    for n in range(SIZE):
        yield Outcome(source="Baltic Wire", claim=f"claim {number}-{n}",
                      verdict="confirmed", settled="2024-03-01",
                      recorded="2024-03-01", settled_by="port desk")
        if number == last and n == SIZE - 2:
            os.kill(os.getpid(), signal.SIGKILL)

ledger = Ledger.open(sys.argv[1])
for number in range(10):
    ledger.record(batch(number, last=2))
    print("recorded", number, flush=True)
"""


def outcome(claim: str) -> Outcome:
    return Outcome(
        source="Baltic Wire",
        claim=claim,
        verdict="confirmed",
        settled=AS_OF,
        recorded=AS_OF,
        settled_by="port desk",
    )


def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(PACKAGE)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_several_processes_write_to_one_file(path: Path) -> None:
    writers = [start(WRITER, path, name, 5, 40) for name in "abc"]
    for writer in writers:
        writer.communicate(timeout=120)
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    with Ledger.open(path) as ledger:
        count = 3 * 5 * 40 + 5 * 40
        assert len(ledger.outcomes()) == count
        assert ledger.track_record("Baltic Wire", as_of=AS_OF).confirmed_count == count


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_a_kill_in_the_middle_of_a_batch_loses_nothing_of_those_before(
    path: Path,
) -> None:
    said, _ = (dying := start(DYING, path)).communicate(timeout=120)
    assert dying.returncode == -9
    assert said.split() == ["recorded", "0", "recorded", "1"]
    with Ledger.open(path) as ledger:
        claims = [found.claim for found in ledger.outcomes()]
        wanted = [f"claim {batch}-{n}" for batch in range(2) for n in range(25_000)]
        assert claims == wanted
        track = ledger.track_record("Baltic Wire", as_of=AS_OF)
        assert track.confirmed_count == 50_000
        # And what was lost can be submitted again.
        assert ledger.record([outcome("claim 1-7"), outcome("claim 2-7")]) == 1


def test_readers_read_while_another_writes(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.record(outcome("ferry"))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert ledger.track_record("Baltic Wire", as_of=AS_OF).confirmed_count == 1
        other.close()


def test_a_writer_that_waits_in_vain_says_for_what(path: Path) -> None:
    with Ledger.open(path, timeout_seconds=0) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="is being written by another process"):
            ledger.record(outcome("ferry"))
        other.execute("ROLLBACK")
        other.close()
        assert ledger.record(outcome("ferry")) == 1


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with Ledger.open(path) as ledger:
        assert ledger.record(outcome("ferry")) == 1


@pytest.mark.parametrize(
    "content", [b"\x00" * 4096, b"source,claim\n" * 99, b"SQLite format 3\x00", b"{}"]
)
def test_a_file_of_another_kind_is_refused_and_left_alone(
    path: Path, content: bytes
) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path)
    assert str(caught.value).startswith(f"{path} is no SQLite database, and so no")
    assert path.read_bytes() == content


def test_another_program_s_database_is_refused_and_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.commit()
    other.close()
    content = path.read_bytes()
    with pytest.raises(LedgerError, match="but not a ledger of attrib"):
        Ledger.open(path)
    assert path.read_bytes() == content


def test_a_ledger_of_a_newer_attrib_is_refused_and_left_alone(path: Path) -> None:
    Ledger.open(path).close()
    latest = len(storage.MIGRATIONS)
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {latest + 1}")
    other.close()
    content = path.read_bytes()
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path)
    assert str(caught.value) == (
        f"{path} is a ledger of a newer attrib (schema {latest + 1}); this one reads "
        f"schemas up to {latest}: upgrade attrib to read it"
    )
    assert path.read_bytes() == content


def test_a_damaged_file_is_an_error_and_never_a_wrong_answer(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.record(outcome(f"claim {n}") for n in range(2_000))
    content = path.read_bytes()
    middle = content[: len(content) // 2]
    for place, damaged in enumerate(
        (middle, middle + bytes(len(middle)), content[:4096] + b"\xff" * len(content))
    ):
        spoilt = path.with_name(f"spoilt-{place}.db")
        spoilt.write_bytes(damaged)
        with (
            pytest.raises(LedgerError, match="is damaged; restore it from a copy"),
            Ledger.open(spoilt) as ledger,
        ):
            list(ledger.records())


def test_a_row_that_is_no_record_is_an_error(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.record(outcome("ferry"))
        other = sqlite3.connect(path)
        other.execute("UPDATE outcome SET verdict = 'true'")
        other.commit()
        other.close()
        with pytest.raises(LedgerError, match="outcome holds a row that is no record"):
            ledger.outcomes()


@pytest.mark.parametrize("name", ["missing/ledger.db", "."])
def test_a_path_where_no_file_can_be_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(
        LedgerError, match="cannot be opened; wanted a file in a folder"
    ):
        Ledger.open(tmp_path / name if name else "")


def test_a_name_that_sqlite_takes_for_no_file_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Ledger.open(":memory:") as ledger:
        ledger.record(outcome("ferry"))
    with Ledger.open(":memory:") as ledger:
        assert len(ledger.outcomes()) == 1


def test_the_file_alone_is_the_whole_ledger_once_it_is_closed(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.record(outcome("ferry"))
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    with Ledger.open(copy) as ledger:
        assert ledger.outcomes() == (outcome("ferry"),)


@pytest.mark.parametrize("schema", [1, 2])
def test_a_file_of_every_schema_still_opens(path: Path, schema: int) -> None:
    connection = sqlite3.connect(path)
    dump = GOLDEN / f"ledger-v{schema}.sql"
    connection.executescript(dump.read_text("utf-8"))
    connection.close()
    lines = (GOLDEN / "ledger-v2.jsonl").read_text("utf-8").splitlines()
    records = from_lines(lines)
    more = attrs.evolve(outcome("ferry-sails"), topic="shipping", recorded="2024-04-02")
    with Ledger.open(path) as ledger, Ledger() as fresh:
        assert tuple(ledger.records()) == records
        fresh.record(records)
        assert tracks(ledger) == tracks(fresh)
        # The tallies go on from there.
        assert ledger.record([*records, more]) == fresh.record(more) == 1
        assert tracks(ledger) == tracks(fresh)


def tracks(ledger: Ledger) -> list[TrackRecord]:
    """Return all that a ledger answers of its sources."""
    return [
        ledger.track_record(source, as_of=f"2024-0{month}-0{day}", topic=topic)
        for source in ledger.sources()
        for topic in (None, "shipping", "weather")
        for month in (3, 4, 5)
        for day in (1, 2, 3)
    ]


def test_a_migration_keeps_what_is_there(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.record(outcome("ferry"))
    longer = [*storage.MIGRATIONS, ("ALTER TABLE outcome ADD COLUMN note TEXT",)]
    connection = sqlite3.connect(path, isolation_level=None)
    storage.prepare(connection, str(path), longer)
    rows = connection.execute("SELECT claim, note FROM outcome").fetchall()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    assert (rows, version) == ([("ferry", None)], len(longer))


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    Ledger.open(path).close()
    broken = [*storage.MIGRATIONS, ("CREATE TABLE note (text)", "SELECT nothing")]
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        storage.prepare(connection, str(path), broken)
    tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    assert ("note",) not in tables
    assert version == len(storage.MIGRATIONS)


def test_sql_without_powers_is_given_them() -> None:
    class Weak(sqlite3.Connection):
        def execute(self, sql: str, *arguments: object) -> sqlite3.Cursor:
            if sql == "SELECT pow(0.5, 1)":
                raise sqlite3.OperationalError("no such function: pow")
            return super().execute(sql, *arguments)  # type: ignore[arg-type]  # as given

    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Weak)
    storage.prepare(connection, ":memory:", storage.MIGRATIONS)
    assert connection.execute("SELECT pow(0.5, 2)").fetchone() == (0.25,)
    connection.close()
