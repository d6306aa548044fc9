"""Opinions: belief, disbelief and what is left open, and how trust discounts them.

Source:
    Jøsang, Subjective Logic (2016): opinions of Beta evidence in 3.2. The discounting
    is his earlier one, by the belief in the relay (A Logic for Uncertain
    Probabilities, 2001): a relay that nothing is known of leaves nothing known.
"""

import math

import attrs

from attrib.errors import ModelError
from attrib.model.record import TrackRecord

_ROUNDING = 1e-9


@attrs.frozen
class Opinion:
    """How far something is held to be so, not to be so, and left open.

    Attributes:
        belief: That it is so, from 0 to 1.
        disbelief: That it is not.
        uncertainty: What is left open; the three sum to 1.
        base_rate: What to expect of that which is left open, from 0 to 1.

    Raises:
        ModelError: A part is out of range, or they do not sum to 1.

    Example:
        >>> Opinion(0.5, 0.25, 0.25).expectation
        0.625
    """

    belief: float
    disbelief: float
    uncertainty: float
    base_rate: float = 0.5

    def __attrs_post_init__(self) -> None:
        parts = (self.belief, self.disbelief, self.uncertainty)
        is_within = min(*parts, self.base_rate) >= -_ROUNDING and self.base_rate <= 1
        if not is_within or abs(math.fsum(parts) - 1) > _ROUNDING:
            raise ModelError(
                f"an opinion is three shares of 1 and a base rate, not {parts} and "
                f"{self.base_rate}"
            )

    @property
    def expectation(self) -> float:
        """How probable it is, with what is left open taken at the base rate."""
        return self.belief + self.base_rate * self.uncertainty

    def discounted(self, trust: "Opinion") -> "Opinion":
        """Return this opinion as held by somebody who has it from another.

        Args:
            trust: What they hold of the other; only the belief in it passes anything
                on.

        Example:
            >>> Opinion(0.75, 0, 0.25).discounted(Opinion(0.5, 0, 0.5))
            Opinion(belief=0.375, disbelief=0.0, uncertainty=0.625, base_rate=0.5)
            >>> Opinion(1, 0, 0).discounted(VACUOUS).uncertainty
            1.0
        """
        belief = trust.belief * self.belief
        disbelief = trust.belief * self.disbelief
        return Opinion(belief, disbelief, 1 - belief - disbelief, self.base_rate)


VACUOUS = Opinion(0.0, 0.0, 1.0)
"""Nothing is known."""


def form_opinion(track: TrackRecord, *, prior: tuple[float, float]) -> Opinion:
    """Return the opinion of a source that its track record makes.

    Its expectation is the mean of the record.

    Args:
        track: The record.
        prior: What was held for and against every source when it was made.

    Example:
        >>> track = TrackRecord(source="daily", as_of="2024-03-01", weight_for=6.0,
        ...     mean=0.875, interval=(0.6, 1.0), level=0.95, reliability="A")
        >>> form_opinion(track, prior=(1, 1))
        Opinion(belief=0.75, disbelief=0.0, uncertainty=0.25, base_rate=0.5)
    """
    weight = prior[0] + prior[1]
    total = weight + track.evidence_weight
    return Opinion(
        track.weight_for / total,
        track.weight_against / total,
        weight / total,
        prior[0] / weight,
    )
