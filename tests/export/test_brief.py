"""Brief: each chain on one line, and what is special about it not lost."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.export.brief import lay_out_briefly
from attrib.export.json import from_json
from attrib.export.prose import visible
from attrib.export.terminal import to_plain, told_and_other
from attrib.model.attribution import Attribution, AttributionKind, Stance
from attrib.model.document import Document
from attrib.model.period import Period
from attrib.model.report import Diagnostic, Report
from attrib.model.source import Source
from attrib.model.span import Passage
from attrib.strategies import reports

SAMPLE: Report = from_json(
    (Path(__file__).parents[1] / "golden" / "report-v1.json").read_text("utf-8")
)
TEXT = "it rained, the mayor said"
SAID = Attribution(index=0, content=Passage.of(TEXT, (0, 9)), source=Source("mayor"))


def show(report: Report, width: int = 88) -> list[str]:
    lines = lay_out_briefly(report, name="harbour.txt", width=width)
    return [to_plain(line) for line in lines]


def show_one(**fields: Any) -> list[str]:
    """Return the lines under the head of a report on rain by the mayor."""
    return show(Report(Document(TEXT), [attrs.evolve(SAID, **fields)]))[2:]


def test_the_sample_at_a_glance() -> None:
    assert show(SAMPLE, 100) == [
        "harbour.txt",
        "published by Baltic Wire, 28 November 2023, 09:05 UTC+02:00 · 6 chains · 4 "
        "sources · 89 words",
        '  1   ← coast guard ← port master: "the harbour would reopen on Thursday"',
        "  2   ← Radio Selga ← Ilze Berga: “We lost nine days,” “and nobody said why.”",
        '  3~  ← Radio Selga ← Ilze Berga: "Her crew was never warned"',
        '  4   ← mayor (denies): "that his office had ordered the closure"',
        '  5~? ← unnamed: "Tolls will double in spring"',
        "     Also believed, perceived or wished for",
        '  6   ← two officials (belief): "that the lock gate failed"',
        "     ~ a link was concluded, not written; ? scored below 0.5",
        "     2 remarks on the reading, in the full form",
    ]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, '  1   mayor: "it rained"'),
        ({"score": 0.49}, '  1?  mayor: "it rained"'),
        ({"score": 0.2, "is_inferred": True}, '  1~? mayor: "it rained"'),
        ({"stance": Stance.WITHHOLDS}, '  1   mayor (does not say): "it rained"'),
        (
            {"stance": Stance.DENIES, "time": Period.day(dt.date(2024, 6, 10))},
            '  1   mayor (denies, 10 June 2024): "it rained"',
        ),
    ],
    ids=["plain", "weak", "weak and inferred", "withheld", "denied on a day"],
)
def test_what_is_special_is_marked(fields: dict[str, Any], line: str) -> None:
    assert show_one(**fields)[0] == line


def test_other_kinds_are_named() -> None:
    assert show_one(kind=AttributionKind.BELIEF) == [
        "     Also believed, perceived or wished for",
        '  1   mayor (belief): "it rained"',
    ]


def test_an_outlet_that_speaks_itself_is_named() -> None:
    report = Report(Document(TEXT, outlet="mayor"), [SAID])
    assert show(report)[2] == '  1   mayor: "it rained"'


def test_remarks_are_counted() -> None:
    report = Report(Document(TEXT), [], [Diagnostic("header", "a dateline")])
    assert show(report)[-1] == "     1 remark on the reading, in the full form"


@given(reports(), st.integers(40, 120))
def test_there_is_a_line_for_each_chain_within_the_width(
    report: Report, width: int
) -> None:
    lines = show(report, width)
    told, others = told_and_other(report)
    chains = [line for line in lines if re.match(r" *\d+[~? ]{2} \S", line)]
    assert len(chains) == len(told) + len(others)
    assert all(len(line) <= width for line in chains if "(" not in line)
    assert all(visible(line) == " ".join(line.split()) for line in lines)
