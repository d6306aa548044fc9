"""Measure the weights on texts that they were not learnt from.

    PYTHONPATH=tests python training/unseen.py [--corpora PATH]

Twice, half of FrameNet and of the chain sentences and all of GUM are left out of the
training, and what was left out is read and scored with the scorers beside the corpora.
"""

import argparse
import importlib.util
import os
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

import attrib
from attrib import Lexicon, Report
from extraction_weights import CORPORA, ROOT, is_left_out, read_records, train


def load_scorer(corpora: Path, name: str) -> ModuleType:
    """Return a scorer from the folder beside the corpora."""
    path = corpora.parent / "bench" / f"{name}.py"
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_predicted(report: Report, kinds: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return attributions as the scorer reads them."""

    def spans(passage: attrib.Passage | None) -> list[list[int]]:
        return [] if passage is None else [[s.start, s.end] for s in passage.spans]

    return [
        {
            "source": spans(each.mention),
            "cue": spans(each.cue),
            "content": spans(each.content),
        }
        for each in report.attributions
        if each.kind in kinds
    ]


def show(corpora: Path, half: int, lexicon: Lexicon) -> None:
    """Print how well what was left out is read."""
    scorer = load_scorer(corpora, "score")
    chains = load_scorer(corpora, "score_chains")
    for corpus in CORPORA:
        records = [
            record
            for place, record in enumerate(read_records(corpora, corpus))
            if is_left_out(corpus, place, half)
        ]
        if not records:
            continue
        reports = [attrib.parse(each["text"], lexicon=lexicon) for each in records]
        if "chains" in records[0]:
            predicted = {
                record["id"]: [
                    {
                        "links": [link.source and link.name for link in chain.links],
                        "content": [[s.start, s.end] for s in chain.content.spans],
                    }
                    for chain in report.chains()
                ]
                for record, report in zip(records, reports, strict=True)
            }
            scored = chains.score(records, predicted)
            said = "  ".join(
                f"{name} {each['F1']:.3f}"
                for name, each in scored.items()
                if "F1" in each
            )
        else:
            counts: Counter[Any] = Counter()
            for record, report in zip(records, reports, strict=True):
                found = scorer.countable(record, as_predicted(report, corpus.kinds))
                counts.update(
                    scorer.score_doc(record["text"], record["attributions"], found)
                )
            table = scorer.summarize(counts)["attribution"]
            said = "  ".join(
                f"{name} {table[name]['partial']['F']:.3f}" for name in ("all", "rep")
            )
        print(f"{corpus.path}, {len(records)} texts unseen: {said}")


def main(arguments: list[str] | None = None) -> None:
    """Train twice, and print what each training makes of the rest."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    default = os.environ.get("ATTRIB_CORPORA") or ROOT.parent / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=Path(default))
    options = parser.parse_args(arguments)
    if not options.corpora.is_dir():
        sys.exit(f"no corpora at {options.corpora}: set ATTRIB_CORPORA")
    base = attrib.load_lexicon("en")
    for half in (0, 1):
        weights = train(options.corpora, half=half)
        show(options.corpora, half, attrs.evolve(base, weights=weights))


if __name__ == "__main__":
    main()
