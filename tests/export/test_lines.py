"""Lines of JSON: records come back, and the faults of all lines are told at once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import FormatError, UnsupportedTypeError
from attrib.export.lines import from_lines, to_lines
from attrib.model.record import Assessment, Outcome
from attrib.model.source import Source
from attrib.strategies import assessments, outcomes

OUTCOME = Outcome(
    source="Порт; DROP TABLE outcome",
    claim="line\nend\x00",
    verdict="refuted",
    settled="2024-03-01",
    recorded="2024-03-02",
    settled_by="port desk",
)
ASSESSMENT = Assessment(
    claim="ferry-sails",
    credibility="6",
    assessor="M. Holt",
    assessed="2024-03-01",
    recorded="2024-03-01",
)


@given(st.lists(outcomes() | assessments(), max_size=5))
def test_records_come_back_in_order(records: list[Outcome | Assessment]) -> None:
    assert from_lines(to_lines(records)) == tuple(records)


@pytest.mark.parametrize("version", [2, 3])
def test_lines_of_each_version_still_load(version: int) -> None:
    golden = Path(__file__).parents[1] / "golden"
    with (golden / f"ledger-v{version}.jsonl").open(encoding="utf-8") as lines:
        records = from_lines(lines)
    assert len(records) == 7
    newest = (golden / "ledger-v3.jsonl").read_text("utf-8")
    assert "".join(to_lines(records)) == newest


def test_each_record_is_one_line_whatever_it_holds() -> None:
    lines = list(to_lines([OUTCOME, ASSESSMENT]))
    assert [line.count("\n") for line in lines] == [1, 1]
    assert from_lines("".join(lines).split("\n")) == (OUTCOME, ASSESSMENT)


def test_empty_lines_and_a_byte_order_mark_are_passed_over() -> None:
    (line,) = to_lines([OUTCOME])
    assert from_lines(["\ufeff" + line, "\n", "  "]) == (OUTCOME,)


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    plain = json.loads(next(iter(to_lines([OUTCOME]))))
    change(plain)
    return json.dumps(plain)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("7", "found 7, wanted an object with the keys attrib, type, value"),
        (changed(lambda p: p.update(attrib=4)), "a newer attrib (format 4)"),
        (changed(lambda p: p.pop("type")), "type: missing"),
        (changed(lambda p: p["value"].pop("topic")), "value.topic: missing"),
        (changed(lambda p: p["value"].update(colour=1)), 'unknown key "colour"'),
        (
            changed(lambda p: p["value"].update(verdict="true")),
            'value.verdict: found "true", wanted one of confirmed, refuted',
        ),
        (
            changed(lambda p: p["value"].update(settled=20240301)),
            "value.settled: found 20240301, wanted a day",
        ),
        (
            changed(lambda p: p["value"].update(source="The Port")),
            'value.source: found "The Port", wanted the key of a source',
        ),
        (changed(lambda p: p["value"].update(id="")), 'value.id: found ""'),
        (
            changed(lambda p: p["value"].update(settled="2024-03-03")),
            "value: recorded on 2024-03-02, before it was settled on 2024-03-03",
        ),
        (
            '{"attrib": 1, "type": "outcomes", "value": []}',
            "found tuple, wanted an outcome or an assessment",
        ),
    ],
)
def test_a_line_is_read_strictly(line: str, message: str) -> None:
    (sound,) = to_lines([OUTCOME])
    with pytest.raises(FormatError) as caught:
        from_lines([sound, line])
    assert str(caught.value).startswith("line 2: ")
    assert message in str(caught.value)


def test_the_faults_of_all_lines_are_told_together() -> None:
    (sound,) = to_lines([ASSESSMENT])
    with pytest.raises(FormatError) as caught:
        from_lines([sound, "7", sound[:9], *["8"] * 30])
    told = str(caught.value).splitlines()
    assert told[0] == "32 lines cannot be read:"
    assert told[1].startswith("  line 2: found 7, wanted")
    assert told[2].startswith("  line 3: not JSON")
    assert told[-1] == "  and 12 more"


def test_one_string_is_no_iterable_of_lines() -> None:
    with pytest.raises(UnsupportedTypeError, match="not one str"):
        from_lines("".join(to_lines([OUTCOME])))


def test_bytes_are_no_lines() -> None:
    with pytest.raises(UnsupportedTypeError, match="line 1 is no str, but bytes"):
        from_lines([b"{}"])  # type: ignore[list-item]  # as of a file opened as bytes


def test_only_records_are_written() -> None:
    with pytest.raises(UnsupportedTypeError, match="not Source"):
        list(to_lines([Source("Ada Lind")]))  # type: ignore[list-item]  # a mistake


def test_one_record_where_several_are_wanted_is_an_error() -> None:
    one: Any = Outcome(
        source="a", claim="b", verdict="confirmed", settled="2024-03-01",
        recorded="2024-03-01", settled_by="desk",
    )  # fmt: skip
    with pytest.raises(UnsupportedTypeError, match=r"several records, .* one Outcome"):
        list(to_lines(one))


def test_nothing_where_lines_are_wanted_is_an_error() -> None:
    nothing: Any = None
    with pytest.raises(UnsupportedTypeError, match="an open file, not NoneType"):
        from_lines(nothing)
