"""Grades in summaries: every sentence can be read back from the fields."""

import datetime as dt
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.grading import grade
from attrib.credibility.ledger import Ledger
from attrib.errors import ModelError
from attrib.export.prose import visible, written_day
from attrib.extraction.pipeline import parse
from attrib.model.cluster import Cluster
from attrib.model.document import Document
from attrib.model.dossier import Dossier
from attrib.model.grade import Grade, Standing
from attrib.model.record import Assessment, Outcome
from attrib.model.report import Report
from attrib.newsrooms import Newsroom, make_newsroom
from attrib.provenance.duplicates import deduplicate
from attrib.provenance.tracing import trace
from attrib.summary.pages import Summary
from attrib.summary.summarizing import summarize
from summary.piles import CLAIM, few, parse_pile, piles, read_sections

AS_OF = dt.date(2024, 6, 1)
HELD = f"What the ledger holds of the sources, as of {written_day(AS_OF)}:"
GRADED = f"Grades, as of {written_day(AS_OF)}:"
newsrooms = st.builds(
    make_newsroom,
    st.integers(0, 10_000),
    outlet_count=st.integers(3, 8),
    echo_rate=st.floats(0, 1),
    silent_rate=st.floats(0, 0.5),
)
verdicts = st.lists(st.sampled_from(("confirmed", "refuted")), max_size=8)


def settled(source: str, number: int, verdict: str) -> Outcome:
    return Outcome(
        source=source,
        claim=f"claim {number}",
        verdict=verdict,
        settled="2024-05-30",
        recorded="2024-05-31",
        settled_by="port desk",
    )


def judged(source: str, reliability: str) -> Assessment:
    return Assessment(
        source=source,
        reliability=reliability,
        assessor="M. Holt",
        assessed="2024-05-30",
        recorded="2024-05-30",
    )


@st.composite
def ledgers(draw: st.DrawFn, names: tuple[str, ...]) -> Ledger:
    """Return ledgers that hold something of some of these sources."""
    ledger = Ledger()
    for name in names:
        held = draw(verdicts)
        ledger.record(settled(name, n, verdict) for n, verdict in enumerate(held))
        if draw(st.integers(0, 3)) == 0:
            ledger.record(judged(name, draw(st.sampled_from("ABCDEF"))))
    return ledger


def read_grade_title(summary: Summary) -> tuple[str, list[str]]:
    """Return the grade that a summary tells, and its reasons."""
    sections = read_sections(str(summary))
    ((title, items),) = [(t, i) for t, i in sections.items() if t.startswith("Grade ")]
    told = re.fullmatch(
        rf"Grade as of {written_day(AS_OF)}: (\w\w)(?:, as assessed; suggested was "
        r"(\w\w))?:",
        title,
    )
    assert told is not None
    return told[2] or told[1], items


def check_sources(summary: Any) -> None:
    """Read the sources' labels and counts back from the prose."""
    told = {}
    for item in read_sections(str(summary)).get(HELD, []):
        read = re.match(r"(.*) \((origin|relay|outlet)\): ([A-F])(.*)", item)
        assert read is not None
        told[read[1]] = (*read.groups()[1:3], read[4])
    assert list(told) == [visible(s.name) for s in summary.standings]
    for standing, (part, label, rest) in zip(
        summary.standings, told.values(), strict=True
    ):
        assert (part, label) == (standing.part, standing.reliability)
        assert standing.record is not None
        count, confirmed = (
            standing.record.evidence_count,
            standing.record.confirmed_count,
        )
        if standing.record.reliability.is_known:
            assert f"as {confirmed} of {count} settled claims held" in rest
        else:
            assert (f"{count} settled claim" if count else "none of its") in rest
        assert ("M. Holt" in rest) == (standing.assessment is not None)


def check_grade(summary: Any) -> None:
    """Read a grade and its reasons back from the prose."""
    label, items = read_grade_title(summary)
    assert label == str(summary.grade.suggestion)
    assert items == [visible(reason) for reason in summary.grade.reasons]


def check_grades(summary: Summary, grades: list[Grade | None]) -> None:
    items = read_sections(str(summary)).get(GRADED, [])
    assert len(items) == len(grades)
    for item, found in zip(items, grades, strict=True):
        assert found is not None
        assert item.startswith(str(found))
        assert item.endswith(f" ({'; '.join(map(visible, found.reasons))})")
        assert (f"suggested was {found.suggestion} - " in item) == found.is_assessed


@few
@given(newsrooms, st.data())
def test_the_prose_of_a_trace_tells_its_grade_and_its_sources(
    room: Newsroom, data: st.DataObject
) -> None:
    ledger = data.draw(ledgers(tuple(room.cited)))
    found = trace(room.reports, of=room.claim)
    summary = summarize(found, ledger=ledger, as_of=AS_OF)
    assert summary.grade == grade(found, ledger=ledger, as_of=AS_OF)
    check_grade(summary)
    check_sources(summary)
    named = {o.key for o in found.origins}
    assert named <= {s.source.key for s in summary.standings if s.source is not None}


@few
@given(newsrooms, st.data())
def test_the_prose_of_a_report_tells_the_grade_of_each_statement(
    room: Newsroom, data: st.DataObject
) -> None:
    ledger = data.draw(ledgers(tuple(room.cited)))
    for report in room.reports:
        summary = summarize(report, ledger=ledger, as_of=AS_OF)
        check_grades(summary, [s.grade for s in summary.statements])
        check_sources(summary)
        by_attribution = {s.attribution: s.grade for s in summary.statements}
        for chain in report.chains():
            if len(report.attributions[chain.attribution or 0].partners) == 0:
                assert by_attribution[chain.attribution or 0] == grade(
                    chain, ledger=ledger, as_of=AS_OF
                )


QUAY = parse_pile(
    ("Wire", "The northern quay of Gale Port may be closed, Ada Lind said."),
    ("Post", "Ada Lind said the northern quay of Gale Port is closed."),
    ("Mail", "Otto Brandt denied that the northern quay of Gale Port is closed."),
)
LIND = [settled("Ada Lind", n, "confirmed" if n else "refuted") for n in range(6)]


@pytest.fixture
def ledger() -> Ledger:
    ledger = Ledger()
    ledger.record(LIND)
    return ledger


def test_the_prose_of_a_cluster_tells_its_grade_and_its_sources(
    ledger: Ledger,
) -> None:
    together, _ = deduplicate(QUAY)
    summary = summarize(together, ledger=ledger, as_of=AS_OF)
    assert summary.grade == grade(together, ledger=ledger, as_of=AS_OF)
    assert str(summary.grade) == "B4"
    check_grade(summary)
    check_sources(summary)


def test_a_cluster_of_reports_has_no_grade(ledger: Ledger) -> None:
    cluster = Cluster(members=["a"], reason="nothing is like it")
    assert summarize(cluster, ledger=ledger) == summarize(cluster)


def test_the_prose_of_a_dossier_grades_what_several_reports_carry(
    ledger: Ledger,
) -> None:
    summary = summarize(QUAY, ledger=ledger, as_of=AS_OF)
    assert [str(claim.grade) for claim in summary.claims] == ["B4"]
    check_grades(summary, [claim.grade for claim in summary.claims])
    check_sources(summary)
    assert [s.name for s in summary.standings] == ["Ada Lind", "Otto Brandt"]


def test_what_a_person_judged_is_told_with_what_was_suggested(ledger: Ledger) -> None:
    ledger.record(judged("Ada Lind", "D"))
    found = trace(QUAY, of="the northern quay of Gale Port is closed")
    summary = summarize(found, ledger=ledger, as_of=AS_OF)
    day = written_day(AS_OF)
    assert f"Grade as of {day}: D4, as assessed; suggested was B4:" in str(summary)


def test_without_a_ledger_nothing_is_graded() -> None:
    together, _ = deduplicate(QUAY)
    found = trace(QUAY, of=CLAIM)
    summaries: list[Any] = [summarize(v) for v in (QUAY[0], together, found)]
    for summary in summaries:
        assert "rade" not in str(summary)
        assert getattr(summary, "grade", None) is None
        assert summary.standings == ()


@few
@given(piles())
def test_without_its_field_a_grade_is_not_told(pile: tuple[Report, ...]) -> None:
    ledger = Ledger()
    graded = summarize(trace(pile, of=CLAIM), ledger=ledger, as_of=AS_OF)
    bare = attrs.evolve(graded, grade=None, standings=())
    assert bare == summarize(trace(pile, of=CLAIM))
    assert str(graded).startswith(str(bare))
    items = sum(len(section.items) for section in graded.sections())
    assert graded.to_html().count("<li>") == items
    marked = graded.to_markdown().splitlines()
    assert sum(line.startswith("- ") for line in marked) == items


def test_a_reason_that_looks_like_markup_is_escaped(ledger: Ledger) -> None:
    ledger.record(attrs.evolve(judged("Ada Lind", "B"), basis="<b>*x*\x1b", id="x"))
    for value in (QUAY[0], QUAY, deduplicate(QUAY)[0]):
        summary = summarize(value, ledger=ledger, as_of=AS_OF)
        assert "<b>" not in summary.to_html()
        assert r"\<b\>\*x\*" in summary.to_markdown()
        assert "\x1b" not in str(summary)


def test_the_day_is_the_last_on_which_anything_was_recorded_or_published(
    ledger: Ledger,
) -> None:
    found = trace(QUAY, of="the northern quay of Gale Port is closed")
    grades = [
        summarize(found, ledger=ledger).grade,
        summarize(found, ledger=Ledger()).grade,
        summarize(found, ledger=ledger, as_of="2024-03-02").grade,
    ]
    assert [str(g and g.as_of) for g in grades] == [
        "2024-05-31",
        "2024-03-03",
        "2024-03-02",
    ]


def test_a_long_list_of_sources_ends_with_the_number_of_the_rest(
    ledger: Ledger,
) -> None:
    names = [f"{a}{b} Lind" for a in "ABCDEFG" for b in ("da", "lla")]
    text = " ".join(f"The quay is closed, {name} said." for name in names)
    summary = summarize(parse_pile(("Wire", text)), ledger=ledger, as_of=AS_OF)
    assert isinstance(summary.standings[0], Standing)
    items = read_sections(str(summary))[HELD]
    assert len(items) == 13
    assert items[-1] == f"and {len(summary.standings) - 12} more"


def test_a_day_without_a_ledger_is_refused() -> None:
    with pytest.raises(ModelError, match="without a ledger"):
        summarize(Dossier(), as_of=AS_OF)


def test_a_summary_grades_by_what_was_published_until_a_day() -> None:
    documents = [
        Document(f"The quay is closed, the {who} said.", who, published=day)
        for who, day in (("coast guard", "2024-03-01"), ("mayor", "2024-03-05"))
    ]
    found = trace([parse(each) for each in documents], of="the quay is closed")
    early = summarize(found, ledger=Ledger(), as_of="2024-03-04")
    assert str(early.grade) == "F3"
    assert "published after 2024-03-04, so left out: mayor (2024-03-05)" in str(early)
    assert str(summarize(found, ledger=Ledger()).grade) == "F1"


def test_a_cluster_is_graded_as_of_its_last_report_by_default() -> None:
    late = dt.datetime(2024, 3, 5, 1, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    reports = [
        parse(Document("The quay is closed, the mayor said.", "a", published=late)),
    ]
    (cluster,) = deduplicate(reports)
    found = summarize(cluster, ledger=Ledger()).grade
    assert found is not None
    assert (found.as_of, str(found)) == (late.date(), "F3")


def test_the_path_of_a_ledger_is_no_ledger() -> None:
    with pytest.raises(TypeError, match=r"not str; a file is opened by Ledger\.open"):
        summarize(QUAY, ledger="ledger.db")  # type: ignore[call-overload]  # the mistake
