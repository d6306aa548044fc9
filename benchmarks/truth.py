"""Score truth discovery: real claims that contradict one another, and made rumours.

    python benchmarks/truth.py [--corpora PATH] [--objects 2000]

The corpora are not shipped: PATH, else the environment's ATTRIB_CORPORA, else
../shared/corpora beside the project. The library truthdiscovery takes part in the same
run where it is installed (see peers/truthdiscovery_peer.py). Accuracy is the share of
objects with several values, and known truth, whose first value is right; of k values
that share the first place each counts 1/k. Seconds are this process's CPU time.

The made reports: 60 outlets speak of 15% of 2,000 objects each, of five values, and are
right in .3 to .9 of cases. A share of the outlets has nothing of its own and repeats a
popular root that is right in .69. The oracle knows every accuracy, and that there are
five values; it counts all objects.

The made copiers: 14 sources of their own are right in .45 to .97 of cases and speak
of two objects in five; five roots that are right in .4 to .6 have 20 copiers, who take
over nine of ten of their claims. Six in ten who are wrong give one popular wrong
value, as an old timetable does. The oracle knows every accuracy, but takes wrong
values for equally likely.
"""

import argparse
import csv
import importlib
import math
import os
import random
import statistics
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from attrib.credibility.truth import Method, discover_truth

ROOT = Path(__file__).resolve().parent.parent
SETS = ("book_authors", "population", "weather_sample")
ECHOES = (0.0, 0.3, 0.6, 0.8, 0.95)
SEEDS = range(5)
VALUE_COUNT = 5
OUTLET_COUNT = 60
COVERAGE = 0.15
ROOT_ACCURACY = 0.69
Triple = tuple[str, str, str]
Belief = Mapping[str, Mapping[str, float]]


def share_right(
    belief: Belief, truth: Mapping[str, str], *, contested: bool = True
) -> float:
    """Return the share of objects whose first value is right; ties count 1/k."""
    hits = []
    for about, right in truth.items():
        beliefs = belief.get(about, {})
        if len(beliefs) > contested:
            most = max(beliefs.values())
            first = [v for v, b in beliefs.items() if most - b <= 1e-9 * most]
            hits.append((right in first) / max(len(first), 1))
    return statistics.fmean(hits)


# --- real claims ---------------------------------------------------------------------


def read(folder: Path) -> tuple[list[Triple], dict[str, str]]:
    with (folder / "claims.csv").open(newline="", encoding="utf-8") as file:
        claims = [(r["source"], r["object"], r["value"]) for r in csv.DictReader(file)]
    with (folder / "truth.csv").open(newline="", encoding="utf-8") as file:
        truth = {r["object"]: r["value"] for r in csv.DictReader(file)}
    return claims, truth


def compare(corpora: Path) -> None:
    try:
        peer = importlib.import_module("peers.truthdiscovery_peer").Peer()
    except ImportError:
        peer = None
    read_sets = {name: read(corpora / "truth" / name) for name in SETS}
    rows: list[tuple[str, list[str]]] = []
    for method in Method:
        cells = []
        for claims, truth in read_sets.values():
            start = time.process_time()
            belief = discover_truth(claims, method=method).belief
            seconds = time.process_time() - start
            cells.append(f"{share_right(belief, truth):.3f} ({seconds:.1f} s)")
        rows.append((f"attrib, {method}", cells))
        if peer is None or method not in peer.methods:
            continue
        cells = []
        for claims, truth in read_sets.values():
            start = time.process_time()
            found = peer.believe(claims, method)
            seconds = time.process_time() - start
            cells.append(f"{share_right(found, truth):.3f} ({seconds:.1f} s)")
        rows.append((f"{peer.version}, {method}", cells))
    print(f"| accuracy where values conflict (CPU seconds) | {' | '.join(SETS)} |")
    print(f"| --- |{' --- |' * len(SETS)}")
    for name, cells in rows:
        print(f"| {name} | {' | '.join(cells)} |")


# --- made rumours --------------------------------------------------------------------


@attrs.frozen
class Rumours:
    """Reports of many outlets, some of which repeat one root."""

    claims: list[Triple]
    origins: dict[str, str]
    truth: dict[str, str]
    accuracies: dict[str, float]
    value_count: int = VALUE_COUNT


def make(echo: float, seed: int, *, object_count: int) -> Rumours:
    draw = random.Random(seed)
    outlets = [f"outlet {n}" for n in range(OUTLET_COUNT)]
    accuracies = {outlet: draw.uniform(0.3, 0.9) for outlet in outlets}
    accuracies["root"] = ROOT_ACCURACY
    echoing = draw.sample(outlets, round(echo * OUTLET_COUNT))
    origins = dict.fromkeys(echoing, "root")
    claims: list[Triple] = []
    truth: dict[str, str] = {}

    def say(source: str, right: str) -> str:
        if draw.random() < accuracies[source]:
            return right
        return draw.choice([v for v in map(str, range(VALUE_COUNT)) if v != right])

    for number in range(object_count):
        about, right = f"object {number}", str(draw.randrange(VALUE_COUNT))
        truth[about] = right
        rumour = say("root", right)
        for outlet in outlets:
            if draw.random() < COVERAGE:
                own = rumour if outlet in origins else say(outlet, right)
                claims.append((outlet, about, own))
    return Rumours(claims, origins, truth, accuracies)


GROUPS = ((5, 0.45), (4, 0.5), (3, 0.55), (2, 0.6), (6, 0.4))
"""How many copiers a root has, and how often it is right."""
COPIER_VALUES = 6


def make_copiers(seed: int, *, object_count: int) -> Rumours:
    draw = random.Random(seed)
    accuracies = {f"own {n}": draw.uniform(0.45, 0.97) for n in range(14)}
    copiers: dict[str, list[str]] = {}
    for number, (size, accuracy) in enumerate(GROUPS):
        accuracies[f"root {number}"] = accuracy
        copiers[f"root {number}"] = [f"copier {number}-{n}" for n in range(size)]
    claims: list[Triple] = []
    truth: dict[str, str] = {}
    for number in range(object_count):
        about = f"object {number}"
        right, popular, *others = draw.sample(range(COPIER_VALUES), COPIER_VALUES)
        truth[about] = str(right)
        for source, accuracy in accuracies.items():
            if draw.random() >= 0.4:
                continue
            value = right
            if draw.random() >= accuracy:
                value = popular if draw.random() < 0.6 else draw.choice(others)
            saying = [c for c in copiers.get(source, []) if draw.random() < 0.9]
            claims += [(who, about, str(value)) for who in (source, *saying)]
    origins = {copier: root for root, own in copiers.items() for copier in own}
    return Rumours(claims, origins, truth, accuracies, value_count=COPIER_VALUES)


def consult_oracle(rumours: Rumours) -> Belief:
    """Return the log of each value's chance, with accuracies and origins known."""
    voices = {
        (rumours.origins.get(source, source), about, value)
        for source, about, value in rumours.claims
    }
    belief: dict[str, dict[str, float]] = {}
    for origin, about, value in sorted(voices):
        right = rumours.accuracies[origin]
        weight = math.log(right * (rumours.value_count - 1) / (1 - right))
        beliefs = belief.setdefault(about, {})
        beliefs[value] = beliefs.get(value, 0.0) + weight
    # Made positive, as share_right compares relative to the largest.
    return {o: {v: math.exp(x) for v, x in b.items()} for o, b in belief.items()}


def rumour_row(echo: float, *, object_count: int) -> list[float]:
    """Return accuracies over all objects, the mean of some draws."""
    rows = []
    for seed in SEEDS:
        made = make(echo, seed, object_count=object_count)
        found: Iterable[Belief] = (
            discover_truth(made.claims, method="vote").belief,
            discover_truth(made.claims).belief,
            discover_truth(made.claims, method="vote", origins=made.origins).belief,
            discover_truth(made.claims, origins=made.origins).belief,
            consult_oracle(made),
        )
        rows.append([share_right(b, made.truth, contested=False) for b in found])
    return [statistics.fmean(column) for column in zip(*rows, strict=True)]


def spread_rumours(object_count: int) -> None:
    print(
        "| share that echoes one root | vote over outlets | one-coin over outlets | "
        "vote by origin | one-coin by origin | oracle | one-coin to oracle |"
    )
    print(f"|{' --- |' * 7}")
    for echo in ECHOES:
        row = rumour_row(echo, object_count=object_count)
        cells = " | ".join(f"{cell:.3f}" for cell in row)
        print(f"| {echo:.2f} | {cells} | {row[3] - row[4]:+.3f} |")


def show_copiers(object_count: int) -> None:
    sets = [make_copiers(seed, object_count=object_count) for seed in SEEDS]

    def score(*, method: Method, by_root: bool) -> str:
        found = []
        for made in sets:
            origins = made.origins if by_root else None
            belief = discover_truth(made.claims, method=method, origins=origins).belief
            found.append(share_right(belief, made.truth))
        return f"{statistics.fmean(found):.3f}"

    print("| five groups of copiers | by source | by root |")
    print("| --- | --- | --- |")
    for method in Method:
        by_source = score(method=method, by_root=False)
        print(f"| {method} | {by_source} | {score(method=method, by_root=True)} |")
    best = [share_right(consult_oracle(made), made.truth) for made in sets]
    print(f"| oracle | | {statistics.fmean(best):.3f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpora",
        type=Path,
        default=ROOT / os.environ.get("ATTRIB_CORPORA", "../shared/corpora"),
    )
    parser.add_argument("--objects", type=int, default=2000)
    options = parser.parse_args()
    compare(options.corpora)
    print()
    spread_rumours(options.objects)
    print()
    show_copiers(options.objects)


if __name__ == "__main__":
    main()
