"""Tests of traces as values."""

import attrs
import pytest

from attrib.errors import ModelError, UnknownSourceError
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
    trace = traced(chain("a", "Daily", "mayor"))
    assert trace.what_falls_without(Source("Wire")) == ()
    assert traced().what_falls_without("Wire") == ()


def test_nothing_falls_without_a_source_that_only_denies() -> None:
    denial = chain("b", "Post", "harbour master")
    trace = attrs.evolve(traced(chain("a", "Daily", "mayor")), denials=[denial])
    assert trace.what_falls_without("harbour master") == ()


def test_a_misspelt_source_is_an_error_that_names_the_nearest() -> None:
    trace = traced(chain("a", "Daily", "harbour master"))
    with pytest.raises(
        UnknownSourceError, match=r"'Harbor Master'; .* 'harbour m"
    ) as e:
        trace.what_falls_without("Harbor Master")
    assert "Daily" not in str(e.value)
    assert isinstance(e.value, LookupError)


def test_a_source_like_no_other_is_an_error_that_names_some() -> None:
    trace = traced(*(chain(f"d{n}", f"outlet {n}") for n in range(9)))
    with pytest.raises(
        UnknownSourceError, match=r"'outlet 0', .* 'outlet 4' and 4 more"
    ):
        trace.what_falls_without("xyzzy")


def test_the_first_report_is_the_first_of_its_documents() -> None:
    assert Trace(claim="c", documents=("a", "b"), origin_count=OriginCount(1, 1)).first
    assert traced().first is None
