"""Judge sources from day to day while some of them change, and time the ledger.

    python benchmarks/track_record.py [--outcomes 1000000] [--no-speed]

The simulation follows the description of an earlier study, whose data are not ours:
31 days, each predicted from the days before it, once with sources that stay as they
are, and once with some that change. Its sources are spread so that knowing nothing of
them gives the study's Brier score of .2095, and knowing them well that of .152; so many
of them change that remembering everything gives .167 after the change. What is left to
measure is what forgetting gains. The dice are seeded: the table is the same each time.

The speed is of one process; seconds are of its CPU, and wall beside them. The peers
write the same rows into one table with the id as its key, without asking what they
supersede; sqlite-utils takes part where it is installed.
"""

import argparse
import datetime as dt
import importlib
import importlib.util
import itertools
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrib.credibility.beta import quantile
from attrib.credibility.ledger import Ledger
from attrib.credibility.rows import OUTCOMES
from attrib.model.record import Outcome

# --- drift ---------------------------------------------------------------------------

START = dt.date(2024, 3, 1)
DAYS = 31
CHANGE = 16
SOURCES = 100
CLAIMS_A_DAY = 100
SPREAD = (1.854, 0.790)
"""The Beta distribution of accuracies, with the mean .701 and the variance .0575."""
CHANGED_SHARE = 0.14
HALF_LIVES: tuple[float | None, ...] = (None, 30.0, 7.0, 3.0, 1.0)
STUDY = {
    "no knowledge of sources": (".2095", ""),
    "half-life none": (".1525", ".1668"),
    "half-life 7 days": ("", ".1606"),
    "half-life 3 days": (".1522", ""),
    "half-life 1 days": ("", ".1550"),
}

Accuracies = Sequence[Sequence[float]]
"""How often each source is right, by day."""


def draw_accuracies(dice: random.Random, changed_share: float) -> Accuracies:
    """Spread the sources evenly over the distribution, and let some trade places."""
    spread = [quantile((n + 0.5) / SOURCES, *SPREAD) for n in range(SOURCES)]
    dice.shuffle(spread)
    changing = dice.sample(range(SOURCES), round(changed_share * SOURCES))
    after = list(spread)
    for place, other in zip(
        changing, dice.sample(changing, len(changing)), strict=True
    ):
        after[place] = spread[other]
    return [spread if day < CHANGE else after for day in range(DAYS)]


def brier_scores(changed_share: float) -> dict[str, float]:
    """Return the mean Brier score of each way to predict, over the days predicted."""
    dice = random.Random(7)
    accuracies = draw_accuracies(dice, changed_share)
    first = CHANGE if changed_share else 1
    names = [f"source {n}" for n in range(SOURCES)]
    errors: dict[str, list[float]] = {}
    seen = held = 0
    with Ledger() as ledger:
        for day, accuracy in enumerate(accuracies):
            today = START + dt.timedelta(days=day)
            right = [
                sum(dice.random() < a for _ in range(CLAIMS_A_DAY)) for a in accuracy
            ]
            if day >= first:
                before = today - dt.timedelta(days=1)
                ways: dict[str, Sequence[float]] = {
                    "no knowledge of sources": [held / seen] * SOURCES,
                    "accuracies known": accuracy,
                }
                for days in HALF_LIVES:
                    way = f"half-life {'none' if days is None else f'{days:g} days'}"
                    ways[way] = [
                        ledger.track_record(
                            name, as_of=before, half_life_days=days
                        ).mean
                        for name in names
                    ]
                for way, predicted in ways.items():
                    errors.setdefault(way, []).append(mean_error(predicted, accuracy))
            ledger.record(outcomes_of_day(names, right, today))
            seen += SOURCES * CLAIMS_A_DAY
            held += sum(right)
    return {way: statistics.fmean(found) for way, found in errors.items()}


def mean_error(predicted: Sequence[float], accuracy: Sequence[float]) -> float:
    """Return the score to be expected, so that the dice of the day do not matter."""
    return statistics.fmean(
        a * (1 - p) ** 2 + (1 - a) * p**2
        for p, a in zip(predicted, accuracy, strict=True)
    )


def outcomes_of_day(
    names: Sequence[str], right: Sequence[int], day: dt.date
) -> Iterator[Outcome]:
    for name, hits in zip(names, right, strict=True):
        for n in range(CLAIMS_A_DAY):
            yield Outcome(
                source=name,
                claim=f"{day} {n}",
                verdict="confirmed" if n < hits else "refuted",
                settled=day,
                recorded=day,
                settled_by="simulation",
            )


def print_drift() -> None:
    stable, changed = brier_scores(0), brier_scores(CHANGED_SHARE)
    print("| Brier score | stable | (study) | after a change | (study) |")
    print("| --- | --- | --- | --- | --- |")
    for way in stable:
        told, told_after = STUDY.get(way, ("", ""))
        score, after = (f"{found[way]:.4f}"[1:] for found in (stable, changed))
        print(f"| {way} | {score} | {told} | {after} | {told_after} |")


# --- speed ---------------------------------------------------------------------------

SPEED_SOURCES = 1_000
YEAR = 365
BATCH = 50_000


def draw_outcomes(count: int) -> Iterator[Outcome]:
    """Yield outcomes of a year: few sources make many claims, some are noted late."""
    dice = random.Random(7)
    weights = list(itertools.accumulate(1 / n for n in range(1, SPEED_SOURCES + 1)))
    names = [f"source {n}" for n in range(SPEED_SOURCES)]
    for number in range(count):
        settled = START + dt.timedelta(days=number * YEAR // count)
        late = dice.choice((0, 0, 0, 1, 3))
        yield Outcome(
            source=dice.choices(names, cum_weights=weights)[0],
            claim=f"claim {number}",
            verdict="confirmed" if dice.random() < 0.7 else "refuted",
            settled=settled,
            recorded=settled + dt.timedelta(days=late),
            settled_by="port desk",
            evidence="the harbour log",
            topic=dice.choice((None, "weather", "shipping")),
        )


def time_batches(
    count: int, batch: int, write: Callable[[list[Outcome]], object]
) -> str:
    """Return how many outcomes a second are written, the making of them left out."""
    cpu = wall = 0.0
    drawn = draw_outcomes(count)
    while outcomes := list(itertools.islice(drawn, batch)):
        cpu -= time.process_time()
        wall -= time.perf_counter()
        write(outcomes)
        cpu += time.process_time()
        wall += time.perf_counter()
    return f"{count / cpu:,.0f} | {count / wall:,.0f}"


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA cache_size = -131072")
    return connection


def plain_writer(path: Path) -> Callable[[list[Outcome]], object]:
    connection = connect(path)
    columns = ", ".join(f"{column} TEXT" for column in OUTCOMES.columns[1:])
    connection.execute(f"CREATE TABLE outcome (id TEXT PRIMARY KEY, {columns})")
    marks = ", ".join("?" * len(OUTCOMES.columns))

    def write(outcomes: list[Outcome]) -> None:
        connection.execute("BEGIN")
        connection.executemany(
            f"INSERT OR IGNORE INTO outcome VALUES ({marks})",
            map(OUTCOMES.write, outcomes),
        )
        connection.execute("COMMIT")

    return write


def sqlite_utils_writer(path: Path) -> Callable[[list[Outcome]], object]:
    utils = importlib.import_module("sqlite_utils")
    table = utils.Database(connect(path))["outcome"]

    def write(outcomes: list[Outcome]) -> None:
        table.insert_all(
            (
                dict(zip(OUTCOMES.columns, OUTCOMES.write(outcome), strict=True))
                for outcome in outcomes
            ),
            pk="id",
            ignore=True,
            batch_size=len(outcomes),
        )

    return write


def print_speed(count: int) -> None:
    print(f"| {count:,} outcomes | per CPU second | per second |")
    print("| --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for batch in (10_000, BATCH):
            with Ledger.open(folder / f"{batch}.db") as ledger:
                rate = time_batches(count, batch, ledger.record)
            print(f"| Ledger, batches of {batch:,} | {rate} |")
        with Ledger() as ledger:
            rate = time_batches(count, BATCH, ledger.record)
        print(f"| Ledger in memory, batches of {BATCH:,} | {rate} |")
        rate = time_batches(count, BATCH, plain_writer(folder / "plain.db"))
        print(f"| sqlite3, executemany, one table | {rate} |")
        if importlib.util.find_spec("sqlite_utils"):
            rate = time_batches(count, BATCH, sqlite_utils_writer(folder / "utils.db"))
            print(f"| sqlite-utils, insert_all, one table | {rate} |")
        print_reading(folder / f"{BATCH}.db")


def print_reading(path: Path) -> None:
    print()
    print("| a track record read | claims | median ms | slowest of 20 ms |")
    print("| --- | --- | --- | --- |")
    dice = random.Random(7)
    some = [f"source {dice.randrange(SPEED_SOURCES)}" for _ in range(200)]
    end, middle = (START + dt.timedelta(days=days) for days in (YEAR + 3, YEAR // 2))
    with Ledger.open(path) as ledger:
        for title, names, day, days in (
            ("any source", some, end, 30.0),
            ("any source, nothing forgotten", some, end, None),
            ("any source, half a year ago", some, middle, 30.0),
            ("the busiest", ["source 0"] * 200, end, 30.0),
        ):
            spent, claims = [], []
            for name in names:
                began = time.perf_counter()
                track = ledger.track_record(name, as_of=day, half_life_days=days)
                spent.append(1000 * (time.perf_counter() - began))
                claims.append(track.evidence_count)
            slow = statistics.quantiles(spent, n=20)[-1]
            print(
                f"| {title} | {statistics.median(claims):,.0f} | "
                f"{statistics.median(spent):.2f} | {slow:.2f} |"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--outcomes", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--no-speed", action="store_true", help="only the drift")
    options = parser.parse_args()
    print_drift()
    if not options.no_speed:
        print()
        print_speed(options.outcomes)


if __name__ == "__main__":
    main()
