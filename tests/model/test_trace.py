"""Tests of traces as values."""

import pytest

from attrib.errors import ModelError
from attrib.model.chain import Chain, Link
from attrib.model.source import Source
from attrib.model.span import Passage
from attrib.model.trace import OriginCount, Trace

CONTENT = Passage.of("the quay is closed", (0, 18))


def chain(document: str, *names: str) -> Chain:
    return Chain(
        links=[Link(source=Source(name)) for name in names],
        content=CONTENT,
        document_id=document,
        has_outlet=True,
    )


def traced(*chains: Chain) -> Trace:
    return Trace(claim="c", chains=chains, origin_count=OriginCount(0, 9))


@pytest.mark.parametrize("bounds", [(-1, 2), (3, 2)], ids=["negative", "reversed"])
def test_origins_are_counted_upwards(bounds: tuple[int, int]) -> None:
    with pytest.raises(ModelError, match="counted from 0 upwards"):
        OriginCount(*bounds)


def test_what_runs_through_a_source_alone_falls_without_it() -> None:
    falls = chain("a", "Daily", "Wire", "mayor")
    stays = chain("b", "Gazette", "harbour master")
    assert traced(falls, stays).what_falls_without("the Mayor") == (falls,)


def test_a_document_that_has_the_claim_otherwise_too_does_not_fall() -> None:
    both = chain("a", "Daily", "mayor"), chain("a", "Daily", "harbour master")
    assert traced(*both).what_falls_without(Source("mayor")) == ()


def test_without_a_relay_falls_what_it_passed_on() -> None:
    passed, told = chain("a", "Daily", "Wire", "mayor"), chain("b", "Post", "mayor")
    assert traced(passed, told).what_falls_without("Wire") == (passed,)


def test_nothing_falls_without_a_source_that_nobody_names() -> None:
    assert traced(chain("a", "Daily", "mayor")).what_falls_without("Wire") == ()


def test_the_first_report_is_the_first_of_its_documents() -> None:
    assert Trace(claim="c", documents=("a", "b"), origin_count=OriginCount(1, 1)).first
    assert traced().first is None
