"""The likeliest reading of a verb is taken, where it is likely enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.extraction.cues.acceptance import choose_reading, probability

FEATURES = st.lists(st.sampled_from("abcdef"), max_size=6)
WEIGHTS = st.dictionaries(
    st.sampled_from(["", *"abcdef"]), st.floats(-4, 4), min_size=1
)


@given(readings=st.lists(FEATURES, min_size=1, max_size=5), weights=WEIGHTS)
def test_the_reading_with_the_largest_sum_is_chosen(
    readings: list[list[str]], weights: dict[str, float]
) -> None:
    best, score = choose_reading(readings, weights)
    sums = [sum(weights.get(each, 0.0) for each in reading) for reading in readings]
    assert sums[best] == pytest.approx(max(sums))
    assert 0 <= score <= 1


@given(features=FEATURES, weights=WEIGHTS)
def test_a_single_reading_has_the_probability_of_its_sum(
    features: list[str], weights: dict[str, float]
) -> None:
    _, score = choose_reading([features], weights)
    assert score == pytest.approx(probability(features, weights))


@given(features=FEATURES, weights=WEIGHTS)
def test_two_readings_of_equal_weight_share_the_probability(
    features: list[str], weights: dict[str, float]
) -> None:
    _, alone = choose_reading([features], weights)
    best, shared = choose_reading([features, features], weights)
    assert best == 0
    assert shared <= alone
    assert shared <= 0.5


def test_without_weights_the_first_reading_is_certain() -> None:
    assert choose_reading([["a"], ["b"]], {}) == (0, 1.0)
