"""Track records: from counted outcomes to a posterior, an interval and a label.

Every claim that held or did not is one draw of an unknown chance, so the posterior is
a Beta distribution. An outcome weighs 1 on the day it was settled and half of that
after each half-life, so that a source that changes is seen to.

Source:
    Beta reputation with forgetting: Jøsang and Ismail, The Beta Reputation System
    (2002); the uniform prior is theirs.
    Labels: the numbers that the MISP taxonomy `admiralty-scale`, version 5, gives
    A to E are 100, 75, 50, 25 and 0; the mean of the posterior goes to the nearest of
    them. The taxonomy's 50 for F is not used: too little evidence is F by itself.
    That F is given below an evidence of 3 is our own choice.
"""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

import attrs

from attrib.credibility.beta import quantile
from attrib.credibility.tallies import CONTESTED
from attrib.errors import ModelError
from attrib.model.record import TrackRecord, Verdict
from attrib.model.scale import Reliability

_NOTHING = (0, 0.0)
LEAST_MEANS = (
    (Reliability.A, 0.875),
    (Reliability.B, 0.625),
    (Reliability.C, 0.375),
    (Reliability.D, 0.125),
    (Reliability.E, 0.0),
)
"""The least mean of each label: halfway between two of the taxonomy's numbers."""

_LEAST_PRIOR, _MOST_PRIOR = 1e-9, 1e9


def _pair(value: Any) -> Any:
    """Return a pair, whatever it is held in; what is none is refused later."""
    return tuple(value) if isinstance(value, list) else value


@attrs.frozen(kw_only=True)
class Policy:
    """How outcomes become a track record.

    Attributes:
        half_life_days: After how many days an outcome weighs half; None for never.
        prior: What is held for and against every source before any outcome, as if it
            were claims, from 1e-9 to 1e9; the uniform prior by default.
        minimum_evidence: Below this weight of evidence the label is F.
        level: The share of the posterior that the interval holds.

    Raises:
        ModelError: A number is out of its range.

    Example:
        >>> Policy(half_life_days=0)
        Traceback (most recent call last):
        attrib.errors.ModelError: half_life_days is a number above 0 or None, not 0
    """

    half_life_days: float | None = 30.0
    prior: tuple[float, float] = attrs.field(default=(1.0, 1.0), converter=_pair)
    minimum_evidence: float = 3.0
    level: float = 0.95

    def __attrs_post_init__(self) -> None:
        half_life = self.half_life_days
        if half_life is not None and not _is_above_0(half_life):
            raise ModelError(
                f"half_life_days is a number above 0 or None, not {half_life!r:.60}"
            )
        is_pair = isinstance(self.prior, tuple) and len(self.prior) == 2
        if not is_pair or not all(map(_is_above_0, self.prior)):
            raise ModelError(f"prior is two numbers above 0, not {self.prior!r:.60}")
        # Beyond these a float cannot tell where the shares of the posterior lie.
        if min(self.prior) < _LEAST_PRIOR or max(self.prior) > _MOST_PRIOR:
            raise ModelError(
                f"prior is two numbers from {_LEAST_PRIOR:g} to {_MOST_PRIOR:g}, "
                f"not {self.prior!r:.60}"
            )
        if not _is_above_0(self.minimum_evidence) and self.minimum_evidence != 0:
            raise ModelError(
                "minimum_evidence is a number from 0, "
                f"not {self.minimum_evidence!r:.60}"
            )
        if not _is_above_0(self.level) or self.level >= 1:
            raise ModelError(f"level lies between 0 and 1, not at {self.level!r:.60}")


def _is_above_0(number: object) -> bool:
    # True is a number to Python.
    if isinstance(number, bool) or not isinstance(number, int | float):
        return False
    return 0 < number < math.inf


def judge(
    source: str,
    counts: Mapping[str, tuple[int, float]],
    *,
    as_of: dt.date,
    topic: str | None = None,
    policy: Policy,
) -> TrackRecord:
    """Return the track record that counted claims make.

    Args:
        source: Key of the source.
        counts: For each verdict, and for `contested`, how many claims stood under it
            on the day, and what they weigh then; a verdict may be left out.
        as_of: The day.
        topic: The topic the counts are confined to.
        policy: How they are judged.

    Returns:
        The record; without claims its mean is that of the prior and its label F.

    Example:
        >>> track = judge("harbour post", {"confirmed": (6, 6.0)},
        ...               as_of=dt.date(2024, 3, 1), policy=Policy())
        >>> track.mean, track.reliability.value
        (0.875, 'A')
    """
    confirmed, weight_for = counts.get(Verdict.CONFIRMED, _NOTHING)
    refuted, weight_refuted = counts.get(Verdict.REFUTED, _NOTHING)
    retracted, weight_retracted = counts.get(Verdict.RETRACTED, _NOTHING)
    weight_against = weight_refuted + weight_retracted
    alpha, beta = policy.prior[0] + weight_for, policy.prior[1] + weight_against
    mean = alpha / (alpha + beta)
    outside = (1 - policy.level) / 2
    is_enough = weight_for + weight_against >= policy.minimum_evidence
    track = TrackRecord(
        source=source,
        as_of=as_of,
        topic=topic,
        half_life_days=policy.half_life_days,
        confirmed_count=confirmed,
        refuted_count=refuted,
        retracted_count=retracted,
        unsettled_count=counts.get(Verdict.UNSETTLED, _NOTHING)[0],
        contested_count=counts.get(CONTESTED, _NOTHING)[0],
        weight_for=weight_for,
        weight_against=weight_against,
        mean=mean,
        interval=(quantile(outside, alpha, beta), quantile(1 - outside, alpha, beta)),
        level=policy.level,
        reliability=label_mean(mean) if is_enough else Reliability.F,
    )
    return attrs.evolve(track, reasons=_reasons(track, policy))


def label_mean(mean: float) -> Reliability:
    """Return the label of a posterior's mean: the one whose number is nearest.

    Example:
        >>> [label_mean(mean).value for mean in (1, 0.875, 0.7, 0.5, 0.2, 0)]
        ['A', 'A', 'B', 'C', 'D', 'E']
    """
    return next(label for label, least in LEAST_MEANS if mean >= least)


def _reasons(track: TrackRecord, policy: Policy) -> tuple[str, ...]:
    about = f" on {track.topic}" if track.topic else ""
    plural = "" if track.evidence_count == 1 else "s"
    reasons = [
        f"{track.evidence_count} claim{plural}{about} judged as of {track.as_of}: "
        f"{track.confirmed_count} confirmed, {track.refuted_count} refuted, "
        f"{track.retracted_count} retracted"
    ]
    if track.unsettled_count or track.contested_count:
        reasons.append(
            f"{track.unsettled_count} unsettled and {track.contested_count} contested "
            "claims count neither way"
        )
    if track.half_life_days is not None:
        reasons.append(
            f"with a half-life of {track.half_life_days:g} days they weigh "
            f"{track.weight_for:.1f} for and {track.weight_against:.1f} against"
        )
    if track.reliability is Reliability.F:
        reasons.append(
            f"the evidence weighs {track.evidence_weight:.1f}, less than the "
            f"{policy.minimum_evidence:g} that a label asks for"
        )
        return tuple(reasons)
    low, high = track.interval
    reasons.append(
        f"a next claim holds with {track.mean:.2f}, {track.level:.0%} between "
        f"{low:.2f} and {high:.2f}: {track.reliability}, "
        f"{track.reliability.meaning}"
    )
    return tuple(reasons)
