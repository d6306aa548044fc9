"""Score attrib, and a peer beside it, on the development corpora.

    python benchmarks/attribution.py [--peer textacy] [--corpora PATH]

The corpora are not shipped: PATH, else the environment's ATTRIB_CORPORA, else
../shared/corpora beside the project; the scorers lie beside them in `bench`. Both
systems read the same texts in the same run and are scored by the same scorer. Speed is
tokens (words and marks of punctuation) per second of this process's CPU time, in one
thread, reading only: loading and scoring are not counted.
"""

import argparse
import contextlib
import importlib
import importlib.metadata
import importlib.util
import io
import json
import os
import platform
import re
import runpy
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

ROOT = Path(__file__).resolve().parent.parent
PEERS = ("textacy",)
THREAD_SETTINGS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS")
FIRST = ("It rained all night, the mayor said.",)
_TOKEN = re.compile(r"\w+|[^\w\s]")

ATTRIBUTION_TASKS: tuple[tuple[str, str, frozenset[str] | None, bool], ...] = (
    ("PolNeAR dev", "polnear_dev", None, False),
    ("PolNeAR dev, outermost", "polnear_dev", None, True),
    ("GUM news", "gum_news", frozenset({"reporting", "belief"}), False),
    ("FrameNet say dev", "framenet_say_dev", frozenset({"reporting"}), False),
)
"""Name, file, the kinds that its gold holds (None: all), and whether only outermost
attributions are judged."""

ATTRIBUTION_HEAD = (
    "attribution F1", "partial all", "rep", "full all", "rep", "exact all", "rep",
    "source tokens", "cue", "content", "tokens/CPU s",
)  # fmt: skip
CHAIN_HEAD = ("chain F1", "content", "origin", "exact", "hops>=2", "tokens/CPU s")
SPEAKER_HEAD = ("quotations", "found", "speaker right", "misquoted", "tokens/CPU s")

Row = dict[str, Any]


class System(Protocol):
    """Something that reads texts and tells who says what in each."""

    name: str

    @property
    def versions(self) -> str: ...

    def read(self, texts: Sequence[str]) -> list[Any]: ...

    def attributions(self, result: Any) -> list[Row]: ...

    def chains(self, text: str, result: Any) -> list[Row]: ...


class Attrib:
    """attrib itself."""

    name = "attrib"

    def __init__(self) -> None:
        self._attrib = importlib.import_module("attrib")

    @property
    def versions(self) -> str:
        return f"attrib {self._attrib.__version__}"

    def read(self, texts: Sequence[str]) -> list[Any]:
        return [self._attrib.parse(text) for text in texts]

    def attributions(self, result: Any) -> list[Row]:
        return [
            {
                "source": _spans(a.mention),
                "cue": _spans(a.cue),
                "content": _spans(a.content),
                "kind": a.kind.value,
                "mode": a.mode.value,
                "name": None if a.source is None else a.source.name,
            }
            for a in result.attributions
        ]

    def chains(self, text: str, result: Any) -> list[Row]:  # noqa: ARG002
        return [
            {
                "links": [
                    None if link.source is None else link.source.name
                    for link in chain.links
                ],
                "content": _spans(chain.content),
            }
            for chain in result.chains()
        ]


def _spans(passage: Any) -> list[list[int]]:
    return [] if passage is None else [[s.start, s.end] for s in passage.spans]


class Bench:
    """The corpora, their scorers, and a place for predictions."""

    def __init__(self, corpora: Path, predictions: Path) -> None:
        self.corpora = corpora
        self.scorers = corpora.parent / "bench"
        self.predictions = predictions

    def gold(self, name: str) -> Path:
        folder = "chains" if name.startswith("chains") else "attributions"
        return self.corpora / folder / f"{name}.jsonl"

    def missing(self) -> list[Path]:
        """Return the files that are needed and absent."""
        names = {name for _, name, _, _ in ATTRIBUTION_TASKS}
        wanted = [self.gold(n) for n in sorted(names | {"basil_speakers"})]
        wanted.append(self.gold("chains_dev"))
        wanted += [self.scorers / f"{s}.py" for s in ("score", "score_speakers")]
        wanted.append(self.scorers / "score_chains.py")
        return [path for path in wanted if not path.is_file()]

    def scorer(self, name: str) -> ModuleType:
        """Return a scorer, imported from where it lies."""
        spec = importlib.util.spec_from_file_location(name, self.scorers / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def write(self, name: str, rows: Sequence[Row]) -> Path:
        """Write predictions and return where."""
        path = self.predictions / f"{name}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
        return path


class Reading:
    """What one system makes of the texts of one corpus, and how fast."""

    def __init__(self, system: System, path: Path) -> None:
        with path.open(encoding="utf-8") as lines:
            self.documents = [json.loads(line) for line in lines]
        self._system = system
        texts = [document["text"] for document in self.documents]
        started = time.process_time()
        self._results = system.read(texts)
        self._seconds = time.process_time() - started

    @property
    def speed(self) -> str:
        tokens = sum(len(_TOKEN.findall(d["text"])) for d in self.documents)
        return f"{tokens / self._seconds:,.0f}"

    def attributions(self, kinds: Collection[str] | None) -> list[Row]:
        return [
            {
                "id": document["id"],
                "attributions": [
                    row
                    for row in self._system.attributions(result)
                    if kinds is None or row["kind"] in kinds
                ],
            }
            for document, result in zip(self.documents, self._results, strict=True)
        ]

    def chains(self) -> dict[str, list[Row]]:
        return {
            document["id"]: self._system.chains(document["text"], result)
            for document, result in zip(self.documents, self._results, strict=True)
        }


def score_attributions(bench: Bench, system: System) -> Iterator[list[str]]:
    """Yield one row of figures for each corpus of attributions."""
    scorer = bench.scorer("score")
    readings: dict[str, Reading] = {}
    for title, name, kinds, outermost in ATTRIBUTION_TASKS:
        gold = bench.gold(name)
        if name not in readings:
            readings[name] = Reading(system, gold)
        found = bench.write(name, readings[name].attributions(kinds))
        figures = scorer.score(gold, found, outermost)
        yield [
            f"{title}: {system.name}",
            *(
                f"{figures['attribution'][part][measure]['F']:.3f}"
                for measure in ("partial", "full", "exact")
                for part in ("all", "rep")
            ),
            *(
                f"{figures['token']['all'][role]['F']:.3f}"
                for role in ("source", "cue", "content")
            ),
            readings[name].speed,
        ]


def score_chains(bench: Bench, system: System) -> list[str]:
    """Return the row of figures for chains."""
    reading = Reading(system, bench.gold("chains_dev"))
    figures = bench.scorer("score_chains").score(reading.documents, reading.chains())
    measures = ("content", "origin", "exact", "hops>=2")
    values = [f"{figures[measure]['F1']:.3f}" for measure in measures]
    return [f"chains dev: {system.name}", *values, reading.speed]


def score_speakers(bench: Bench, system: System) -> list[str]:
    """Return the row of figures for who said a quotation.

    This scorer is a script; its figures are read from its variables.
    """
    gold = bench.gold("basil_speakers")
    reading = Reading(system, gold)
    found = bench.write("basil_speakers", reading.attributions({"reporting"}))
    script = str(bench.scorers / "score_speakers.py")
    arguments, sys.argv = sys.argv, [script, str(gold), str(found)]
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            counts = runpy.run_path(script)
    finally:
        sys.argv = arguments
    shares = (
        counts["found"] / counts["n"],
        counts["right"] / counts["n"],
        counts["mis"] / counts["voice"],
    )
    values = [f"{share:.3f}" for share in shares]
    return [f"BASIL speakers: {system.name}", *values, reading.speed]


def write_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table whose columns are aligned."""
    lines = [head, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]

    def write(cells: Sequence[str]) -> str:
        first = cells[0].ljust(widths[0])
        others = [c.rjust(w) for c, w in zip(cells[1:], widths[1:], strict=True)]
        return f"| {' | '.join([first, *others])} |"

    rule = "|".join(["-" * (widths[0] + 2), *("-" * (w + 1) + ":" for w in widths[1:])])
    return "\n".join([write(head), f"|{rule}|", *map(write, rows)])


def describe_machine() -> str:
    """Return the interpreter and the processor that the figures were taken on."""
    processor = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        named = re.search(r"model name\s*:\s*(.+)", information.read_text())
        processor = named.group(1) if named else processor
    return (
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}, {processor}"
    )


def load_systems(peer: str | None) -> Iterator[tuple[System, float]]:
    """Yield attrib and the peer, each with the CPU seconds to its first reading."""
    started = time.process_time()
    system: System = Attrib()
    system.read(FIRST)
    yield system, time.process_time() - started
    if peer is None:
        return
    for setting in THREAD_SETTINGS:
        os.environ.setdefault(setting, "1")
    started = time.process_time()
    try:
        system = importlib.import_module(f"peers.{peer}_peer").Peer()
    except (ImportError, OSError) as error:
        sys.exit(f"the peer {peer} cannot be run: {error}\n(see peers/{peer}_peer.py)")
    system.read(FIRST)
    yield system, time.process_time() - started


def main(arguments: list[str] | None = None) -> None:
    """Read, score and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    default = os.environ.get("ATTRIB_CORPORA") or ROOT.parent / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=Path(default))
    parser.add_argument("--peer", choices=PEERS)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as predictions:
        bench = Bench(options.corpora.resolve(), Path(predictions))
        if missing := bench.missing():
            sys.exit(
                "the development corpora and their scorers are not shipped with "
                f"attrib, and {missing[0]} is not there.\n"
                "Point --corpora or ATTRIB_CORPORA at them."
            )
        systems = list(load_systems(options.peer))
        print(describe_machine())
        for system, seconds in systems:
            print(f"{system.versions}: {seconds:.2f} CPU s to its first reading")
        tables = [score_attributions(bench, s) for s, _ in systems]
        rows = [row for task in zip(*tables, strict=True) for row in task]
        print(f"\n{write_table(ATTRIBUTION_HEAD, rows)}")
        chains = [score_chains(bench, s) for s, _ in systems]
        print(f"\n{write_table(CHAIN_HEAD, chains)}")
        speakers = [score_speakers(bench, s) for s, _ in systems]
        print(f"\n{write_table(SPEAKER_HEAD, speakers)}")


if __name__ == "__main__":
    main()
