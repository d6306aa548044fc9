"""Storage: one SQLite database that holds a ledger, its schema and its migrations.

The tables `outcome` and `assessment` are only ever added to. The table `tally` follows
from `outcome` (see `attrib.credibility.tallies`). Days are ISO 8601 there and ordinals
here. An outcome without a topic has the empty one; in the tallies that stands for all
claims, which are counted there once more beside those on each topic.
"""

import contextlib
import math
import os
import sqlite3
from collections.abc import Iterator, Sequence

from attrib.errors import LedgerError

APPLICATION_ID = 0x61747472
"""Marks the file as ours, in the place that SQLite's format has for this."""

MIGRATIONS: Sequence[tuple[str, ...]] = (
    (
        """
        CREATE TABLE outcome (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            claim TEXT NOT NULL,
            verdict TEXT NOT NULL,
            settled TEXT NOT NULL,
            recorded TEXT NOT NULL,
            settled_by TEXT NOT NULL,
            evidence TEXT NOT NULL,
            topic TEXT NOT NULL
        )
        """,
        "CREATE INDEX outcome_by_source ON outcome (source, claim)",
        "CREATE INDEX outcome_by_claim ON outcome (claim)",
        """
        CREATE TABLE assessment (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            source TEXT,
            claim TEXT,
            topic TEXT,
            label TEXT NOT NULL,
            assessor TEXT NOT NULL,
            assessed TEXT NOT NULL,
            recorded TEXT NOT NULL,
            basis TEXT NOT NULL
        )
        """,
        "CREATE INDEX assessment_by_source ON assessment (source)",
        "CREATE INDEX assessment_by_claim ON assessment (claim)",
        """
        CREATE TABLE tally (
            source TEXT NOT NULL,
            verdict TEXT NOT NULL,
            settled INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            topic TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (source, verdict, settled, recorded, topic)
        ) WITHOUT ROWID
        """,
    ),
    # New rows fall into few places, and all claims are counted beside each topic.
    (
        "DROP INDEX outcome_by_source",
        "DROP INDEX outcome_by_claim",
        "CREATE INDEX outcome_by_source ON outcome (source)",
        "CREATE INDEX outcome_by_claim ON outcome (claim, source)",
        "ALTER TABLE tally RENAME TO former_tally",
        """
        CREATE TABLE tally (
            source TEXT NOT NULL,
            topic TEXT NOT NULL,
            verdict TEXT NOT NULL,
            settled INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (source, settled, verdict, topic, recorded)
        ) WITHOUT ROWID
        """,
        """
        INSERT INTO tally
        SELECT source, '', verdict, settled, recorded, SUM(number) FROM former_tally
        GROUP BY source, verdict, settled, recorded HAVING SUM(number) != 0
        """,
        """
        INSERT INTO tally
        SELECT source, topic, verdict, settled, recorded, number FROM former_tally
        WHERE topic != '' AND number != 0
        """,
        "DROP TABLE former_tally",
    ),
)
"""The statements that lead from each version of the schema to the next. What has been
released is never changed: a new version is one entry more.
"""

_TRIES = 20


def read_path(path: str | os.PathLike[str]) -> str:
    """Return a path as text, when a file can have it.

    Raises:
        LedgerError: No file can.
    """
    try:
        name = os.fsdecode(path)
    except TypeError:
        raise LedgerError(
            f"a ledger is opened on the path of its file, not on {path!r:.60}; "
            "Ledger() is held in memory"
        ) from None
    if not name or "\0" in name:
        raise LedgerError(
            f"a ledger is opened on the path of its file, not {name!r:.60}"
        )
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        raise LedgerError(
            f"no file can have the name {name!r}: it holds half of a surrogate pair"
        ) from None
    return name


def check_seconds(seconds: float) -> None:
    """Refuse what is no time to wait.

    Raises:
        LedgerError: It is no number from 0.
    """
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not 0 <= seconds < math.inf:
        raise LedgerError(f"timeout_seconds is a number from 0, not {seconds!r:.60}")


def connect(path: str | None, *, timeout_seconds: float) -> sqlite3.Connection:
    """Return a connection to a ledger's database, made or brought up to date.

    Args:
        path: Where the file is, or will be; None for one in memory.
        timeout_seconds: How long to wait for others that are writing.

    Raises:
        LedgerError: The file cannot be opened, is no ledger, is damaged, or is of a
            newer attrib.
    """
    name = ":memory:" if path is None else os.path.abspath(path)
    with explained(name):
        connection = sqlite3.connect(
            name,
            timeout=timeout_seconds,
            isolation_level=None,
            # The ledger lets in one thread at a time.
            check_same_thread=False,
        )
        try:
            prepare(connection, name, MIGRATIONS)
        except BaseException:
            connection.close()
            raise
    return connection


def prepare(
    connection: sqlite3.Connection, name: str, migrations: Sequence[tuple[str, ...]]
) -> None:
    """Bring a database up to the last version of the schema, in one transaction.

    Args:
        connection: To any database.
        name: What to call it in messages.
        migrations: The statements that lead from each version to the next.

    Raises:
        LedgerError: It is no ledger, or of a newer attrib; it is left as it is.
        sqlite3.Error: It cannot be read or written.
    """
    _check(connection, name, len(migrations))
    if name != ":memory:":
        _write_ahead(connection)
    # A commit is on the disk when it returns, even if the power fails then.
    connection.execute("PRAGMA synchronous = FULL")
    # New ids and claims come to all parts of an index: 128 MB hold those of about a
    # million records, and are taken only as they are needed.
    connection.execute("PRAGMA cache_size = -131072")
    connection.execute("PRAGMA wal_autocheckpoint = 10000")
    _give_power(connection)
    if _version(connection) < len(migrations):
        with transaction(connection):
            # Another process may have done it while this one waited.
            for statements in migrations[_version(connection) :]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _give_power(connection: sqlite3.Connection) -> None:
    """Let SQL call pow, which not every SQLite is built with."""
    try:
        connection.execute("SELECT pow(0.5, 1)")
    except sqlite3.OperationalError:
        connection.create_function("pow", 2, math.pow, deterministic=True)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _check(connection: sqlite3.Connection, name: str, latest: int) -> None:
    """Refuse what is not a ledger, before anything is written."""
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if mark != APPLICATION_ID and (mark or tables):
        raise LedgerError(f"{name} is a SQLite database, but not a ledger of attrib")
    version = _version(connection)
    if version > latest:
        raise LedgerError(
            f"{name} is a ledger of a newer attrib (schema {version}); this one reads "
            f"schemas up to {latest}: upgrade attrib to read it"
        )


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers read while another writes; the file keeps this mode."""
    for tries in range(_TRIES):
        try:
            (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError:
            # SQLite does not wait here for others that do the same, but it does
            # for a transaction.
            if tries == _TRIES - 1:
                raise
            with transaction(connection):
                continue
        if mode == "wal":
            return
    raise sqlite3.OperationalError(f"its journal mode stays {mode}, and cannot be WAL")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of what follows, or, if anything is raised, nothing of it.

    Raises:
        LedgerError: It follows within another one.
    """
    _check_free(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # SQLite has ended it already if the disk is full.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _check_free(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        raise LedgerError(
            "records are being recorded already: what yields them cannot record any "
            "in the same ledger; make a list of them first"
        )


_CAUSES = {
    sqlite3.SQLITE_NOTADB: "is no SQLite database, and so no ledger",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a copy, or from its records "
    "written as lines of JSON",
    sqlite3.SQLITE_BUSY: "is being written by another process, which did not end in "
    "time; a greater timeout_seconds waits longer",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; wanted a file in a folder that exists",
    sqlite3.SQLITE_READONLY: "cannot be written to",
    sqlite3.SQLITE_FULL: "does not fit on the disk; nothing of the batch was kept",
}


@contextlib.contextmanager
def explained(name: str) -> Iterator[None]:
    """Raise a `LedgerError` for what SQLite raises, that names the file and the cause.

    Args:
        name: What to call the database in messages.
    """
    try:
        yield
    except sqlite3.ProgrammingError as error:
        # What is closed on purpose is the one such error that a user can cause.
        if "closed" not in str(error):
            raise
        raise LedgerError(f"{name} is closed") from error
    except sqlite3.Error as error:
        # The lower byte is the cause, and the others tell more of it.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        cause = _CAUSES.get(code, "cannot be used")
        raise LedgerError(f"{name} {cause} ({error})") from error
