"""The Beta distribution: how much of it lies below a point, and the reverse.

Source:
    The continued fraction is 8.17.22 of the NIST Digital Library of Mathematical
    Functions, evaluated by the method of Lentz in the form of Thompson and Barnett
    (1986). The first guess of a quantile is 26.5.22 of Abramowitz and Stegun, and the
    steps from there are those of Halley.
"""

import math
import statistics

from attrib.errors import ModelError

_SMALLEST = 1e-300
_PRECISION = 1e-15
_BELOW_1 = math.nextafter(1, 0)
_STEPS = 100_000
"""More than any evidence needs: the fraction takes about the root of the larger
parameter in steps.
"""


def share_below(x: float, alpha: float, beta: float) -> float:
    """Return the share of a Beta distribution below a point.

    This is the regularised incomplete beta function.

    Args:
        x: A point; below 0 the share is 0 and beyond 1 it is 1.
        alpha: The first parameter, above 0.
        beta: The second, above 0.

    Raises:
        ModelError: A parameter is not a finite number above 0.

    Example:
        >>> round(share_below(0.5, 2, 2), 12), round(share_below(0.25, 1, 1), 12)
        (0.5, 0.25)
    """
    _check(alpha, beta)
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    density = math.exp(min(_log_density(x, alpha, beta), 700.0))
    front = density * x * (1 - x)
    # The fraction converges fast only below the mean, so the other side is mirrored.
    if x > (alpha + 1) / (alpha + beta + 2):
        return max(0.0, 1 - front / beta * _fraction(1 - x, beta, alpha))
    return min(1.0, front / alpha * _fraction(x, alpha, beta))


def quantile(share: float, alpha: float, beta: float) -> float:
    """Return the point of a Beta distribution below which a share of it lies.

    Args:
        share: From 0 to 1.
        alpha: The first parameter, above 0.
        beta: The second, above 0.

    Raises:
        ModelError: The share or a parameter is out of range.

    Example:
        >>> round(quantile(0.5, 3, 3), 9), round(quantile(0.9, 1, 1), 9)
        (0.5, 0.9)
    """
    _check(alpha, beta)
    if not 0 <= share <= 1:
        raise ModelError(f"a share lies between 0 and 1, not at {share}")
    if share in (0, 1):
        return float(share)
    low, high = 0.0, 1.0
    x = min(_guess(share, alpha, beta), _BELOW_1)
    spread = math.sqrt(alpha * beta / (alpha + beta + 1)) / (alpha + beta)
    for _ in range(200):
        above = share_below(x, alpha, beta) - share
        low, high = (low, x) if above > 0 else (x, high)
        slope = math.exp(min(_log_density(x, alpha, beta), 700.0))
        following = low
        if slope > _SMALLEST:
            step = above / slope
            bend = (alpha - 1) / x - (beta - 1) / (1 - x)
            following = x - step / (1 - max(-1.0, min(step * bend, 1.0)) / 2)
        if not low < following < high:
            following = (low + high) / 2
            if following in (low, high):
                return following
        # What is left after such a step goes by its third power.
        elif abs(following - x) <= 1e-5 * min(spread, following, 1 - following):
            return following
        x = following
    return x


def _check(alpha: float, beta: float) -> None:
    if not (0 < alpha < math.inf and 0 < beta < math.inf):
        raise ModelError(
            f"a Beta distribution has two finite parameters above 0, not {alpha} and "
            f"{beta}"
        )


def _log_density(x: float, alpha: float, beta: float) -> float:
    return (
        math.lgamma(alpha + beta)
        - math.lgamma(alpha)
        - math.lgamma(beta)
        + (alpha - 1) * math.log(x)
        + (beta - 1) * math.log1p(-x)
    )


def _fraction(x: float, alpha: float, beta: float) -> float:
    """Return the continued fraction, from its front to the precision of a float."""
    both, after, before = alpha + beta, alpha + 1, alpha - 1
    c = 1.0
    d = 1 / _apart_from_zero(1 - both * x / after)
    value = d
    for m in range(1, _STEPS):
        twice = 2 * m
        even = m * (beta - m) * x / ((before + twice) * (alpha + twice))
        d = 1 / _apart_from_zero(1 + even * d)
        c = _apart_from_zero(1 + even / c)
        value *= d * c
        odd = -(alpha + m) * (both + m) * x / ((alpha + twice) * (after + twice))
        d = 1 / _apart_from_zero(1 + odd * d)
        c = _apart_from_zero(1 + odd / c)
        change = d * c
        value *= change
        if abs(change - 1) < _PRECISION:
            break
    return value


def _apart_from_zero(number: float) -> float:
    return number if abs(number) > _SMALLEST else _SMALLEST


def _guess(share: float, alpha: float, beta: float) -> float:
    """Return a first guess of a quantile, inside the open interval from 0 to 1."""
    if alpha <= 1 or beta <= 1:
        return alpha / (alpha + beta)
    z = -statistics.NormalDist().inv_cdf(share)
    a, b = 1 / (2 * alpha - 1), 1 / (2 * beta - 1)
    h = 2 / (a + b)
    k = (z * z - 3) / 6
    w = z * math.sqrt(h + k) / h if h + k > 0 else 0.0
    w -= (b - a) * (k + 5 / 6 - 2 / (3 * h))
    return alpha / (alpha + beta * math.exp(min(2 * w, 600.0)))
