"""Opinions: what is left open grows with every relay."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.opinion import VACUOUS, Opinion, form_opinion
from attrib.credibility.reliance import discount
from attrib.credibility.track import Policy, judge
from attrib.errors import ModelError
from attrib.model.days import read_day

weights = st.floats(0, 1000)
priors = st.tuples(st.floats(0.5, 9), st.floats(0.5, 9))


@st.composite
def opinions(draw: st.DrawFn) -> Opinion:
    """Return a strategy for opinions as track records make them."""
    held, failed, open_weight = draw(st.tuples(weights, weights, st.floats(1, 20)))
    total = held + failed + open_weight
    return Opinion(
        held / total, failed / total, open_weight / total, draw(st.floats(0, 1))
    )


@given(weights, weights, priors)
def test_an_opinion_expects_what_the_record_expects(
    held: float, failed: float, prior: tuple[float, float]
) -> None:
    counts = {"confirmed": (1, held), "refuted": (1, failed)}
    policy = Policy(prior=prior)
    track = judge("post", counts, as_of=read_day("2024-03-01"), policy=policy)
    assert form_opinion(track, prior=prior).expectation == pytest.approx(track.mean)


@given(opinions(), opinions())
def test_a_relay_leaves_more_open(origin: Opinion, relay: Opinion) -> None:
    heard = origin.discounted(relay)
    assert heard.uncertainty >= origin.uncertainty - 1e-9
    assert heard.belief <= origin.belief
    assert heard.disbelief <= origin.disbelief


@given(opinions(), opinions())
def test_a_relay_draws_the_expectation_to_the_base_rate(
    origin: Opinion, relay: Opinion
) -> None:
    before = abs(origin.expectation - origin.base_rate)
    after = abs(origin.discounted(relay).expectation - origin.base_rate)
    assert after <= before + 1e-9


@given(opinions())
def test_by_way_of_somebody_unknown_nothing_is_known(origin: Opinion) -> None:
    assert origin.discounted(VACUOUS).uncertainty == 1


@given(opinions(), opinions(), opinions())
def test_discounting_is_that_of_another_library(
    origin: Opinion, first: Opinion, second: Opinion
) -> None:
    algebra = pytest.importorskip(
        "jsonld_ex.confidence_algebra", reason="jsonld-ex is not installed"
    )

    def theirs(own: Opinion) -> Any:
        parts = (own.belief, own.disbelief, own.uncertainty, own.base_rate)
        return algebra.Opinion(*parts)

    wanted = theirs(origin)
    for trust in (first, second):
        wanted = algebra.trust_discount(theirs(trust), wanted)
    found = discount([origin, first, second])
    assert found.belief == pytest.approx(wanted.belief, abs=1e-9)
    assert found.disbelief == pytest.approx(wanted.disbelief, abs=1e-9)
    assert found.uncertainty == pytest.approx(wanted.uncertainty, abs=1e-9)
    assert found.expectation == pytest.approx(wanted.projected_probability(), abs=1e-9)


@pytest.mark.parametrize(
    "parts", [(-0.5, 1, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5), (0.5, 0.5, 0, 1.5)]
)
def test_an_opinion_is_three_shares_of_one(
    parts: tuple[float, float, float, float],
) -> None:
    with pytest.raises(ModelError, match="three shares of 1"):
        Opinion(*parts)
