import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.credibility.beta import quantile, share_below
from attrib.errors import ModelError

parameters = st.floats(0.05, 1e5)
evidence = st.floats(1, 1e4)


# Quantiles at .025, .5 and .975, from scipy.stats.beta of SciPy 1.17.
@pytest.mark.parametrize(
    ("alpha", "beta", "quantiles"),
    [
        (1, 1, (0.025, 0.5, 0.975)),
        (2, 2, (0.0942993240502, 0.5, 0.90570067595)),
        (0.5, 0.5, (0.00154133313344, 0.5, 0.998458666867)),
        (5, 2, (0.358765421002, 0.735550016704, 0.956728131707)),
        (12.25, 1.75, (0.66561204378, 0.892808114977, 0.986661344097)),
        (300, 20, (0.908548298032, 0.938410333271, 0.961286648159)),
        (0.1, 3, (2.25725302882e-17, 0.0002312399075, 0.315502122053)),
        (1000, 1001, (0.477850554231, 0.499750041671, 0.521650168761)),
        (700001, 300001, (0.699101054063, 0.699999733334, 0.700897388219)),
    ],
)
def test_quantiles_are_those_of_a_statistics_library(
    alpha: float, beta: float, quantiles: tuple[float, float, float]
) -> None:
    found = [quantile(share, alpha, beta) for share in (0.025, 0.5, 0.975)]
    assert found == pytest.approx(quantiles, rel=1e-9)


@given(st.floats(0, 1), st.integers(1, 30), st.integers(1, 30))
def test_of_whole_parameters_the_share_is_a_binomial_tail(
    x: float, alpha: int, beta: int
) -> None:
    draws = alpha + beta - 1
    tail = sum(
        math.comb(draws, hits) * x**hits * (1 - x) ** (draws - hits)
        for hits in range(alpha, draws + 1)
    )
    assert share_below(x, alpha, beta) == pytest.approx(tail, abs=1e-12)


@given(st.floats(1e-6, 1 - 1e-6), evidence, evidence)
@example(0.5, 1.0, 1e4)
def test_the_quantile_of_a_share_has_that_share_below_it(
    share: float, alpha: float, beta: float
) -> None:
    x = quantile(share, alpha, beta)
    # The quantile is exact to twelve digits, and a steep distribution shows it.
    assert share_below(x, alpha, beta) == pytest.approx(share, abs=1e-7)


@given(st.floats(0, 1), parameters, parameters)
def test_the_two_sides_mirror_each_other(x: float, alpha: float, beta: float) -> None:
    below = share_below(x, alpha, beta)
    above = share_below(1 - x, beta, alpha)
    # 1 - x is rounded, and a steep distribution shows it.
    if 1 - (1 - x) == x:
        assert below + above == pytest.approx(1, abs=1e-9)
    assert 0 <= below <= 1


@given(st.floats(0, 1), st.floats(0, 1), evidence, evidence)
def test_a_greater_share_has_no_lesser_quantile(
    one: float, other: float, alpha: float, beta: float
) -> None:
    low, high = sorted((one, other))
    # Quantiles are exact to about twelve digits.
    assert quantile(low, alpha, beta) <= quantile(high, alpha, beta) * (1 + 1e-9)


@given(st.floats(-1, 2), st.floats(1e-300, 1e300), st.floats(1e-300, 1e300))
def test_any_parameters_give_a_share(x: float, alpha: float, beta: float) -> None:
    assert 0 <= share_below(x, alpha, beta) <= 1


@pytest.mark.parametrize("bad", [0, -1, math.inf, math.nan])
def test_a_parameter_that_is_not_above_nought_is_refused(bad: float) -> None:
    with pytest.raises(ModelError, match="two finite parameters above 0"):
        share_below(0.5, bad, 1)
    with pytest.raises(ModelError, match="two finite parameters above 0"):
        quantile(0.5, 1, bad)


@pytest.mark.parametrize("bad", [-0.1, 1.1, math.nan])
def test_a_share_beyond_nought_and_one_is_refused(bad: float) -> None:
    with pytest.raises(ModelError, match="a share lies between 0 and 1"):
        quantile(bad, 1, 1)


def test_no_share_and_all_of_it_lie_at_the_ends() -> None:
    assert (quantile(0, 3, 2), quantile(1, 3, 2)) == (0, 1)
