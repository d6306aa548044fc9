"""One coin for each source: how often it is right, learnt from what the others say.

The model has one number for each origin, the chance that what it asserts is right
(one-coin Dawid-Skene, by expectation maximisation), and three things of its own:

- **Wrong voices flock.** What an origin says when it is wrong is not drawn from a list
  of equally likely values. It repeats a false value that others assert, the sooner the
  more of them there are, or makes up its own (Ewens' sampling formula).
- **Nobody vouches for himself.** An origin's accuracy is judged with its weight put
  back to what it was before all these claims. What one origin alone asserts therefore
  counts at the rate of its prior, and ten thousand such claims make nobody infallible.
- **All may be wrong.** That none of the asserted values is right is one more value,
  for which nobody speaks.

`python benchmarks/truth.py` measures it. The constants below were chosen on its sets,
the same for all; when any one of them is a fifth larger or smaller, accuracy on the
real sets moves by .007 at most.

Source: A. P. Dawid and A. M. Skene, Maximum likelihood estimation of observer
error-rates using the EM algorithm, Applied Statistics 28, 1979; W. J. Ewens, The
sampling theory of selectively neutral alleles, Theoretical Population Biology 3, 1972.
"""

import math
from collections.abc import Sequence
from operator import mul
from typing import Any

import attrs

from attrib.credibility.voices import Voices

UNKNOWN = (0.75, 0.25)
"""Prior of an origin nobody knows: right in three of four, as if by one claim."""

_NOVELTY = 0.5
"""How ready wrong voices are to make up a value, as against one voice to follow."""

_FLOCKING = 0.55
"""How far the flocking is believed in: the power to which its likelihood is taken."""

_ROUND_COUNT = 50
_STILL = 0.01
"""Rounds end when no weight, in log odds, moves by more, or after so many."""

_HUGE = 700.0
"""The exponential of a little more is beyond what a float holds."""


@attrs.frozen
class Judged:
    """What the one-coin model makes of some voices.

    Attributes:
        beliefs: Chance of each value, given that one of the asserted values of its
            object is right; they sum to 1 for each object.
        merits: Chance that each voice is right, as the other origins see it.
    """

    beliefs: list[float]
    merits: list[float]


def judge(
    voices: Voices[Any, Any, Any], priors: Sequence[tuple[float, float]]
) -> Judged:
    """Return how far values and voices are to be believed.

    Sums are exact (`math.fsum`), so that the order of the assertions changes nothing,
    not even the last digit.

    Args:
        voices: Who says what.
        priors: For each origin how often it was right and wrong so far, both above 0.
    """
    return _OneCoin(voices, priors).run()


class _OneCoin:
    """The state of one estimation."""

    def __init__(
        self, voices: Voices[Any, Any, Any], priors: Sequence[tuple[float, float]]
    ) -> None:
        self._voices = voices
        self._before = [math.log(right) - math.log(wrong) for right, wrong in priors]
        self._weights = list(self._before)
        self._merits = [0.0] * len(voices.origin_of)
        self._heard = voices.heard_of
        self._bonus: dict[int, float] = {}
        self._missed: dict[int, float] = {}
        claims: list[list[int]] = [[] for _ in priors]
        alone_count = [0] * len(priors)
        for place, values in enumerate(voices.values_of):
            spoken = [voice for value in values for voice in voices.voices_of[value]]
            if len(spoken) > 1:
                self._count_flocks(place, values)
                for voice in spoken:
                    claims[voices.origin_of[voice]].append(voice)
            else:
                (voice,) = spoken
                origin = voices.origin_of[voice]
                right, wrong = priors[origin]
                self._merits[voice] = right / (right + wrong)
                alone_count[origin] += 1
        self._claims = [(made, [voices.share_of[v] for v in made]) for made in claims]
        # Claims that nobody else speaks to count at the rate of the prior.
        self._start = [
            (
                right + count * right / (right + wrong),
                wrong + count * wrong / (right + wrong),
            )
            for (right, wrong), count in zip(priors, alone_count, strict=True)
        ]

    def _count_flocks(self, place: int, values: list[int]) -> None:
        """Set how likely wrong voices are to flock so, by which value is right."""
        counts = [math.fsum(self._heard[value][1]) for value in values]
        total = math.fsum(counts)
        # A value that has only a part of one voice was still said once.
        flocks = [math.lgamma(max(count, 1.0)) for count in counts]
        all_flocks = math.fsum(flocks)
        for value, count, flock in zip(values, counts, flocks, strict=True):
            wrong = math.lgamma(_NOVELTY + max(total - count, 0.0))
            self._bonus[value] = _FLOCKING * (all_flocks - flock - wrong)
        # If no value is right, wrong voices have made up one value more.
        wrong = math.lgamma(_NOVELTY + total)
        self._missed[place] = _FLOCKING * (math.log(_NOVELTY) + all_flocks - wrong)

    def run(self) -> Judged:
        for _ in range(_ROUND_COUNT):
            # What puts an origin's weight back to what it was before.
            plain = [
                math.exp(min(before - weight, _HUGE))
                for before, weight in zip(self._before, self._weights, strict=True)
            ]
            for place in self._missed:
                self._credit(place, plain)
            if self._weigh_again() <= _STILL:
                break
        beliefs = [1.0] * len(self._voices.values)
        for place in self._missed:
            values = self._voices.values_of[place]
            odds, _ = self._odds(place)
            total = math.fsum(odds)
            for value, odd in zip(values, odds, strict=True):
                beliefs[value] = odd / total
        return Judged(beliefs, self._merits)

    def _odds(self, place: int) -> tuple[list[float], float]:
        """Return relative odds of an object's values, and of none being right."""
        weights = self._weights
        scores = []
        for value in self._voices.values_of[place]:
            origins, shares = self._heard[value]
            said = math.fsum(map(mul, [weights[origin] for origin in origins], shares))
            scores.append(said + self._bonus[value])
        most = max(scores)
        odds = [math.exp(score - most) for score in scores]
        return odds, math.exp(min(self._missed[place] - most, _HUGE))

    def _credit(self, place: int, plain: list[float]) -> None:
        """Set the chance that each voice about an object is right."""
        voices = self._voices
        odds, none = self._odds(place)
        total = math.fsum([*odds, none])
        for value, odd in zip(voices.values_of[place], odds, strict=True):
            others = max(total - odd, 0.0)
            origins, shares = self._heard[value]
            for voice, origin, share in zip(
                voices.voices_of[value], origins, shares, strict=True
            ):
                own = odd * (plain[origin] if share == 1 else plain[origin] ** share)
                self._merits[voice] = own / (own + others) if others else 1.0

    def _weigh_again(self) -> float:
        """Set each origin's weight from its merits; return the largest change."""
        change = 0.0
        for origin, (claims, shares) in enumerate(self._claims):
            if claims:
                right, wrong = self._start[origin]
                hits = math.fsum(map(mul, [self._merits[v] for v in claims], shares))
                misses = max(math.fsum(shares) - hits, 0.0)
                weight = math.log(right + hits) - math.log(wrong + misses)
                change = max(change, abs(weight - self._weights[origin]))
                self._weights[origin] = weight
        return change
