"""One event of many outlets: what is the same, and what is behind a few claims.

    python benchmarks/case_study.py EVENTS.jsonl EVENT CLAIM...

Prints the clusters of each level and the sum of the reports, and for each claim the
sum of its trace. With --counts only the figures are printed.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from attrib.extraction.pipeline import parse
from attrib.model.cluster import Level
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.duplicates import deduplicate
from attrib.provenance.tracing import trace
from attrib.summary.summarizing import summarize


def read_event(path: Path, event: str) -> list[Report]:
    """Parse the items of one event; each is a JSON object on a line."""
    items = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        parse(
            Document(
                item["text"],
                item["id"],
                outlet=item["publisher"],
                published=(item["date"] or "")[:10] or None,
            )
        )
        for item in items
        if item["event"] == event
    ]


def show_clusters(reports: Sequence[Report]) -> None:
    for level in Level:
        clusters = deduplicate(reports, level=level)
        joint = [cluster for cluster in clusters if not cluster.is_single]
        conflicts = sum(len(cluster.conflicts) for cluster in clusters) // 2
        print(
            f"{level}: {len(clusters)} clusters, {len(joint)} of several members, "
            f"{conflicts} conflicts"
        )
        for cluster in joint:
            print(f"  {' '.join(cluster.members)}")


def show_claim(reports: Sequence[Report], claim: str, *, is_short: bool) -> None:
    found = trace(reports, of=claim)
    summary = summarize(found)
    if not is_short:
        print(f"\n{summary}")
        return
    print(
        f"{claim}: {summary.report_count} say so, {summary.dispute_count} have a "
        f"denial, origins {found.origin_count} "
        f"({', '.join(source.name for source in found.origins)}), "
        f"{len(summary.unnamed)} anonymous, {len(summary.own)} own voice, "
        f"{len(summary.drifts)} rewordings, {len(summary.borrowings)} borrowings"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("event")
    parser.add_argument("claims", nargs="*")
    parser.add_argument("--counts", action="store_true")
    options = parser.parse_intermixed_args()
    reports = read_event(options.path, options.event)
    show_clusters(reports)
    if not options.counts:
        print(f"\n{summarize(reports)}")
    for claim in options.claims:
        show_claim(reports, claim, is_short=options.counts)


if __name__ == "__main__":
    main()
