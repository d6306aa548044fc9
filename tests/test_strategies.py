"""Strategies: what they draw is valid, and what was asked for; all shrink plain."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import find, given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from attrib import strategies
from attrib.model.attribution import Attribution
from attrib.model.chain import Chain
from attrib.model.document import Document
from attrib.model.period import Period
from attrib.model.record import Assessment, Outcome
from attrib.model.report import Report
from attrib.model.source import Source, SourceKind
from attrib.model.span import Passage, Span


@given(strategies.spans(min_start=5, max_end=9))
def test_spans_keep_to_their_bounds(span: Span) -> None:
    assert 5 <= span.start < span.end <= 9


@given(strategies.passages(text="It rained.", max_spans=2))
def test_passages_are_of_the_text(passage: Passage) -> None:
    assert len(passage.spans) <= 2
    assert passage == Passage.of("It rained.", *passage.spans)


@given(
    strategies.periods(min_day=dt.date(2023, 2, 3), max_day=dt.date(2023, 3, 1))
)  # fmt: skip
def test_periods_keep_to_their_days(period: Period) -> None:
    assert dt.date(2023, 2, 3) <= period.start
    assert period.end <= dt.date(2023, 3, 2)


@given(strategies.sources(kinds=["crowd", "company"], allow_anonymous=False))
def test_sources_are_of_the_kinds_asked_for(source: Source) -> None:
    assert source.kind in (SourceKind.CROWD, SourceKind.COMPANY)
    assert not source.is_anonymous


@given(strategies.documents(text=st.sampled_from(["a", "b"])))
def test_documents_hold_the_texts_asked_for(document: Document) -> None:
    assert document.text in ("a", "b")


@given(strategies.texts(min_size=7))
def test_texts_are_long_enough(text: str) -> None:
    assert len(text) >= 7


@given(strategies.attributions(text="It rained.", index=3, outer=(0, 7)))
def test_attributions_stand_where_they_may(attribution: Attribution) -> None:
    assert attribution.index == 3
    assert attribution.outer in (None, 0, 7)


@given(strategies.reports(text="It rained.", max_attributions=2))
def test_reports_hold_no_more_than_asked_for(report: Report) -> None:
    assert report.document.text == "It rained."
    assert len(report.attributions) <= 2


@given(strategies.chains(min_links=2, max_links=3))
def test_chains_have_the_links_asked_for(chain: Chain) -> None:
    assert 2 <= len(chain.links) <= 3


@given(
    strategies.outcomes(
        names=["Baltic Wire"], claims=["a", "b"], days=st.just(dt.date(2023, 2, 3))
    )
)
def test_outcomes_are_of_the_names_claims_and_days_asked_for(outcome: Outcome) -> None:
    assert outcome.settled == outcome.recorded == dt.date(2023, 2, 3)
    assert outcome.source == "baltic wire"
    assert outcome.claim in ("a", "b")


@given(strategies.assessments(names=["Baltic Wire"], claims=["a"]))
def test_assessments_are_of_the_names_and_claims_asked_for(judged: Assessment) -> None:
    assert (judged.source, judged.claim) in (("baltic wire", None), (None, "a"))


def test_reports_nest_backwards_too() -> None:
    report = find(
        strategies.reports(text="It rained.", max_attributions=2),
        lambda report: any((a.outer or 0) > a.index for a in report.attributions),
    )
    assert [a.outer for a in report.attributions] == [1, None]


def test_a_report_with_a_chain_shrinks_to_plain_values() -> None:
    report = find(strategies.reports(), lambda report: len(report.chains()) > 0)
    (attribution,) = report.attributions
    assert report.document.text == "rain"
    assert attribution.parts == (attribution.content,)
    assert (attribution.source, attribution.time, attribution.reasons) == (
        None,
        None,
        (),
    )
    assert report.document.outlet is None
    assert report.diagnostics == ()


@pytest.mark.parametrize(
    "draw",
    [
        lambda: strategies.spans(min_start=3, max_end=3),
        lambda: strategies.spans(min_start=-1),
        lambda: strategies.texts(min_size=-1),
        lambda: strategies.passages(text=""),
        lambda: strategies.passages(max_spans=0),
        lambda: strategies.periods(
            min_day=dt.date(2023, 1, 2), max_day=dt.date(2023, 1, 1)
        ),
        lambda: strategies.periods(max_day=dt.date.max),
        lambda: strategies.sources(kinds=[]),
        lambda: strategies.sources(kinds=["gossip"]),
        lambda: strategies.attributions(text=""),
        lambda: strategies.attributions(index=-1),
        lambda: strategies.attributions(index=1, outer=(1,)),
        lambda: strategies.reports(max_attributions=-1),
        lambda: strategies.chains(min_links=0),
        lambda: strategies.chains(min_links=3, max_links=2),
        lambda: strategies.outcomes(names=[]),
        lambda: strategies.assessments(claims=[]),
    ],
)
def test_an_invalid_option_raises_at_once(draw: Callable[[], Any]) -> None:
    with pytest.raises(InvalidArgument):
        draw()


@pytest.mark.parametrize(
    "of",
    [
        Span,
        Passage,
        Period,
        Source,
        Document,
        Attribution,
        Report,
        Chain,
        Outcome,
        Assessment,
    ],
    ids=lambda of: of.__name__,
)
def test_registered_types_are_drawn_by_type(of: type) -> None:
    strategies.register()
    assert isinstance(find(st.from_type(of), lambda _: True), of)


def test_without_hypothesis_the_error_names_the_extra() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import attrib.strategies"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.stderr.rstrip().endswith(
        "MissingExtraError: hypothesis is not installed; "
        'install it with: pip install "attrib[hypothesis]"'
    )
