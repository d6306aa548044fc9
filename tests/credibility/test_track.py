"""Track records: how counted claims become a mean, an interval and a label."""

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.beta import share_below
from attrib.credibility.track import LEAST_MEANS, Policy, judge, label_mean
from attrib.errors import ModelError
from attrib.model.record import TrackRecord
from attrib.model.scale import Reliability

DAY = dt.date(2024, 3, 1)


def of(confirmed: float, refuted: float, **policy: Any) -> TrackRecord:
    """Return the record of a source with these weights of evidence."""
    counts = {
        "confirmed": (math.ceil(confirmed), confirmed),
        "refuted": (math.ceil(refuted), refuted),
    }
    return judge("harbour post", counts, as_of=DAY, policy=Policy(**policy))


weights = st.floats(0, 1000)


@given(weights, weights)
def test_the_mean_is_that_of_the_posterior(confirmed: float, refuted: float) -> None:
    track = of(confirmed, refuted)
    wanted = (1 + confirmed) / (2 + confirmed + refuted)
    assert track.mean == pytest.approx(wanted)


@given(weights, weights, st.sampled_from([0.5, 0.9, 0.99]))
def test_the_interval_leaves_equal_shares_outside(
    confirmed: float, refuted: float, level: float
) -> None:
    low, high = of(confirmed, refuted, level=level).interval
    alpha, beta = 1 + confirmed, 1 + refuted
    assert share_below(low, alpha, beta) == pytest.approx((1 - level) / 2, abs=1e-7)
    assert share_below(high, alpha, beta) == pytest.approx((1 + level) / 2, abs=1e-7)


@given(weights, weights)
def test_for_and_against_are_alike(confirmed: float, refuted: float) -> None:
    one, other = of(confirmed, refuted), of(refuted, confirmed)
    assert one.mean == pytest.approx(1 - other.mean)
    assert one.interval[0] == pytest.approx(1 - other.interval[1], abs=1e-9)


@given(st.floats(3, 1000), st.floats(0, 1000))
def test_one_claim_more_does_not_speak_the_other_way(
    confirmed: float, refuted: float
) -> None:
    labels = [label for label, _ in LEAST_MEANS]
    before = labels.index(of(confirmed, refuted).reliability)
    assert labels.index(of(confirmed + 1, refuted).reliability) <= before
    assert labels.index(of(confirmed, refuted + 1).reliability) >= before


@pytest.mark.parametrize(
    ("confirmed", "refuted", "label"),
    [
        (0, 0, "F"),
        (2.9, 0, "F"),
        (0, 2.9, "F"),
        (3, 0, "B"),
        (6, 0, "A"),
        (60, 3, "A"),
        (60, 20, "B"),
        (30, 30, "C"),
        (20, 60, "D"),
        (0, 3, "D"),
        (1, 60, "E"),
    ],
)
def test_the_label_follows_from_the_mean_where_there_is_evidence(
    confirmed: float, refuted: float, label: str
) -> None:
    assert of(confirmed, refuted).reliability == label


@pytest.mark.parametrize(
    ("label", "number"), [("A", 100), ("B", 75), ("C", 50), ("D", 25), ("E", 0)]
)
def test_a_mean_at_the_number_of_the_taxonomy_has_its_label(
    label: str, number: int
) -> None:
    assert label_mean(number / 100) is Reliability(label)


def test_a_retracted_claim_speaks_against_its_source() -> None:
    counts = {"confirmed": (4, 4.0), "retracted": (4, 4.0)}
    track = judge("harbour post", counts, as_of=DAY, policy=Policy())
    assert track.mean == of(4, 4).mean
    assert (track.retracted_count, track.refuted_count) == (4, 0)


def test_open_and_contested_claims_weigh_nothing() -> None:
    counts = {"unsettled": (9, 9.0), "contested": (7, 7.0)}
    track = judge("harbour post", counts, as_of=DAY, policy=Policy())
    assert (track.unsettled_count, track.contested_count) == (9, 7)
    assert (track.evidence_count, track.evidence_weight, track.mean) == (0, 0, 0.5)
    assert track.reliability is Reliability.F


def test_much_forgotten_evidence_is_too_little() -> None:
    counts = {"confirmed": (500, 0.4)}
    track = judge("harbour post", counts, as_of=DAY, policy=Policy())
    assert track.evidence_count == 500
    assert track.reliability is Reliability.F


def test_the_least_evidence_and_the_prior_can_be_chosen() -> None:
    assert of(1, 0, minimum_evidence=1).reliability is Reliability.B
    assert of(0, 0, minimum_evidence=0, prior=(7, 1)).reliability is Reliability.A


def test_the_reasons_say_how_the_label_follows() -> None:
    counts = {
        "confirmed": (11, 5.0),
        "refuted": (2, 1.0),
        "retracted": (1, 1.0),
        "unsettled": (3, 3.0),
    }
    track = judge("harbour post", counts, as_of=DAY, topic="weather", policy=Policy())
    assert track.reasons == (
        "14 claims on weather judged as of 2024-03-01: 11 confirmed, 2 refuted, "
        "1 retracted",
        "3 unsettled and 0 contested claims count neither way",
        "with a half-life of 30 days they weigh 5.0 for and 2.0 against",
        "a next claim holds with 0.67, 95% between 0.35 and 0.91: B, usually reliable",
    )


def test_one_claim_is_told_in_the_singular() -> None:
    track = of(1, 0, half_life_days=None)
    assert track.reasons[0].startswith("1 claim judged as of")
    assert "1 claim weighing 1.0" in str(track)


def test_the_reasons_say_what_is_missing() -> None:
    assert of(2, 0, half_life_days=None).reasons == (
        "2 claims judged as of 2024-03-01: 2 confirmed, 0 refuted, 0 retracted",
        "the evidence weighs 2.0, less than the 3 that a label asks for",
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"half_life_days": 0}, "half_life_days is a number above 0 or None, not 0"),
        ({"half_life_days": math.nan}, "half_life_days is a number above 0"),
        ({"half_life_days": math.inf}, "half_life_days is a number above 0"),
        (
            {"half_life_days": "30"},
            "half_life_days is a number above 0 or None, not '3",
        ),
        ({"half_life_days": True}, "half_life_days is a number above 0"),
        ({"prior": 3}, "prior is two numbers above 0, not 3"),
        ({"level": None}, "level lies between 0 and 1, not at None"),
        ({"prior": (0, 1)}, "prior is two numbers above 0"),
        ({"prior": (1, 1, 1)}, "prior is two numbers above 0"),
        ({"prior": (1e16, 1)}, "prior is two numbers from 1e-09 to 1e+09, not (1e"),
        ({"prior": (1e-16, 1e-16)}, "prior is two numbers from 1e-09"),
        ({"prior": (1e308, 1)}, "prior is two numbers from 1e-09"),
        ({"prior": (1, 1e100)}, "prior is two numbers from 1e-09"),
        ({"minimum_evidence": -1}, "minimum_evidence is a number from 0, not -1"),
        ({"level": 1}, "level lies between 0 and 1, not at 1"),
        ({"level": 0}, "level lies between 0 and 1, not at 0"),
    ],
    ids=str,
)
def test_an_option_out_of_its_range_is_refused(
    options: dict[str, Any], message: str
) -> None:
    with pytest.raises(ModelError) as caught:
        Policy(**options)
    assert message in str(caught.value)


@pytest.mark.parametrize("least", [1e-9, 1, 1e9])
@pytest.mark.parametrize("most", [1e-9, 1, 1e9])
def test_every_prior_within_its_range_has_an_interval(
    least: float, most: float
) -> None:
    low, high = of(0, 0, prior=(least, most)).interval
    assert 0 <= low <= high <= 1


def test_a_prior_in_a_list_is_the_same_policy() -> None:
    assert Policy(prior=[1, 1]) == Policy(prior=(1, 1))
    assert hash(Policy(prior=[1, 1])) == hash(Policy())
