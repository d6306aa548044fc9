"""Older ways to weigh values and sources in turn: votes, links, investments.

Each takes the voices and returns the belief in each value as the method's paper has it,
on a scale of its own. An origin's claims are counted by the shares of its voices.
"""

import math
from collections.abc import Callable, Sequence
from operator import mul
from typing import Any

from attrib.credibility.voices import Shares, Voices

_ROUND_COUNT = 20
_POOLED_ROUND_COUNT = 10
_GROWTH = 1.2
_POOLED_GROWTH = 1.4
_FIRST_TRUST = 0.9
_DAMPING = 0.3
_STILL = 0.001
_MOST_TRUST = 1 - 1e-12
"""Of a source that is always right the logarithm in TruthFinder would be infinite."""


def count_votes(voices: Voices[Any, Any, Any]) -> list[float]:
    """Return how many origins stand behind each value."""
    return _counts(voices.heard_of)


def sum_links(voices: Voices[Any, Any, Any]) -> list[float]:
    """Return beliefs by Sums: trust is the sum of beliefs, and belief that of trusts.

    Source: J. M. Kleinberg, Authoritative sources in a hyperlinked environment, JACM
    46, 1999; J. Pasternack and D. Roth, Knowing what to believe (when you already know
    something), COLING 2010.
    """
    return _exchange(voices, lambda _: 1.0)


def average_log(voices: Voices[Any, Any, Any]) -> list[float]:
    """Return beliefs by Average-Log: trust is the mean belief times the log of claims.

    Source: Pasternack and Roth, COLING 2010.
    """
    return _exchange(voices, lambda count: math.log(count) / count if count > 1 else 0)


def invest(voices: Voices[Any, Any, Any]) -> list[float]:
    """Return beliefs by Investment: trust is paid in over claims, and grows in them.

    Source: Pasternack and Roth, COLING 2010; growth to the power of 1.2.
    """
    votes = count_votes(voices)
    shares = [
        vote / math.fsum([votes[other] for other in voices.values_of[place]])
        for vote, place in zip(votes, voices.object_of, strict=True)
    ]

    def grow(paid: list[float]) -> list[float]:
        return [amount**_GROWTH for amount in paid]

    return _pay(voices, shares, grow, _ROUND_COUNT)


def invest_pooled(voices: Voices[Any, Any, Any]) -> list[float]:
    """Return beliefs by PooledInvestment: what is paid in grows in its object's pool.

    Source: Pasternack and Roth, COLING 2010; growth to the power of 1.4.
    """
    even = [1 / len(voices.values_of[place]) for place in voices.object_of]

    def grow(paid: list[float]) -> list[float]:
        grown = [amount**_POOLED_GROWTH for amount in paid]
        pools = [math.fsum([grown[v] for v in values]) for values in voices.values_of]
        return [
            amount * large / pools[place] if pools[place] else 0.0
            for amount, large, place in zip(paid, grown, voices.object_of, strict=True)
        ]

    return _pay(voices, even, grow, _POOLED_ROUND_COUNT)


def find_truth(voices: Voices[Any, Any, Any]) -> list[float]:
    """Return beliefs by TruthFinder: a value is wrong if all who assert it are.

    Similar values do not lend one another belief here: all values are just different.

    Source: X. Yin, J. Han and P. S. Yu, Truth discovery with multiple conflicting
    information providers on the web, IEEE TKDE 20, 2008; damping .3, trust .9 at first.
    """
    heard, claimed = voices.heard_of, voices.claimed_of
    counts = _counts(claimed)
    trusts = [_FIRST_TRUST] * len(voices.origins)
    beliefs: list[float] = []
    for _ in range(_ROUND_COUNT):
        scores = [-math.log(1 - min(trust, _MOST_TRUST)) for trust in trusts]
        beliefs = [1 / (1 + math.exp(-_DAMPING * s)) for s in _add(heard, scores)]
        sums = _add(claimed, beliefs)
        renewed = [all_ / count for all_, count in zip(sums, counts, strict=True)]
        is_still = 1 - _cosine(trusts, renewed) < _STILL
        trusts = renewed
        if is_still:
            break
    return beliefs


def _exchange(
    voices: Voices[Any, Any, Any], rate: Callable[[float], float]
) -> list[float]:
    """Let origins and values lend one another belief; `rate` goes by claims."""
    heard, claimed = voices.heard_of, voices.claimed_of
    rates = [rate(count) for count in _counts(claimed)]
    beliefs = [1.0] * len(voices.values)
    for _ in range(_ROUND_COUNT):
        lent = _add(claimed, beliefs)
        trusts = [each * sum_ for each, sum_ in zip(rates, lent, strict=True)]
        beliefs = _scale(_add(heard, _scale(trusts)))
    return beliefs


def _pay(
    voices: Voices[Any, Any, Any],
    beliefs: list[float],
    grow: Callable[[list[float]], list[float]],
    round_count: int,
) -> list[float]:
    """Let origins divide their trust among their claims, and be paid by what they hold.

    It ends early when a value is left with no trust at all: nobody could be paid.
    """
    heard, claimed = voices.heard_of, voices.claimed_of
    counts = _counts(claimed)
    stakes = [1 / count for count in counts]
    for _ in range(round_count):
        paid = _add(heard, stakes)
        if not all(paid):
            break
        rates = [b / amount for b, amount in zip(beliefs, paid, strict=True)]
        earned = _add(claimed, rates)
        trusts = [s * e for s, e in zip(stakes, earned, strict=True)]
        stakes = [t / count for t, count in zip(_scale(trusts), counts, strict=True)]
        beliefs = _scale(grow(_add(heard, stakes)))
    return beliefs


def _counts(heard: Shares) -> list[float]:
    return [math.fsum(shares) for _, shares in heard]


def _add(heard: Shares, amounts: Sequence[float]) -> list[float]:
    """Return what each is lent; sums are exact, so that no order changes them."""
    return [
        math.fsum(map(mul, [amounts[other] for other in others], shares))
        for others, shares in heard
    ]


def _scale(amounts: list[float]) -> list[float]:
    """Return the amounts with the largest made 1; all 0 stays so."""
    most = max(amounts)
    return [amount / most for amount in amounts] if most else amounts


def _cosine(first: Sequence[float], second: Sequence[float]) -> float:
    product = math.fsum([a * b for a, b in zip(first, second, strict=True)])
    return product / (math.hypot(*first) * math.hypot(*second))
