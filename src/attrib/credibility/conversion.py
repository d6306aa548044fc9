"""Conversion between grading scales, telling what each one loses.

What has no counterpart on the other scale becomes None with the reason: it is never
moved to the middle. Nothing is lost exactly when converting back gives the value again.

Source:
    STIX 2.1, its appendix of confidence scales, for `to_stix` and `from_stix`.
    MISP taxonomy `admiralty-scale`, version 5, for the tags.
    ICD 203 for `from_percent`.
    No standard relates the police scales to the Admiralty code; `to_admiralty` and
    `from_admiralty` go by the wording of both, and only where it says the same.
"""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar, overload

import attrs

from attrib.errors import FormatError, ModelError
from attrib.model.scale import (
    AdmiraltyGrade,
    ConfidenceLevel,
    Credibility,
    EstimativeWord,
    InformationGrade3x5x2,
    InformationGrade5x5x5,
    Likelihood,
    Reliability,
    Scale,
    SourceGrade3x5x2,
    SourceGrade5x5x5,
    ZeroToTen,
)

T = TypeVar("T")
S = TypeVar("S", bound=Scale)

StixScale = Credibility | ConfidenceLevel | ZeroToTen | EstimativeWord | Likelihood
"""The scales that STIX 2.1 relates to its confidence."""


@attrs.frozen
class Conversion(Generic[T]):
    """What a value is on another scale.

    Attributes:
        value: The counterpart, or None when there is none.
        lost: What the value said and the counterpart does not say, in words.
        reason: Why there is no counterpart; empty when there is one.

    Raises:
        ModelError: There is neither a counterpart nor a reason, or there are both.

    Example:
        >>> Conversion(70)
        Conversion(value=70, lost=(), reason='')
    """

    value: T | None
    lost: tuple[str, ...] = attrs.field(default=(), converter=tuple[str, ...])
    reason: str = ""

    def __attrs_post_init__(self) -> None:
        if (self.value is None) != bool(self.reason):
            raise ModelError(
                "a conversion has either a value or a reason why it has none, not "
                f"value {self.value!r} and reason {self.reason!r}"
            )


_STIX: Mapping[type[Scale], tuple[tuple[Scale, int, int], ...]] = {
    Credibility: (
        (Credibility.FIVE, 10, 0),
        (Credibility.FOUR, 30, 20),
        (Credibility.THREE, 50, 40),
        (Credibility.TWO, 70, 60),
        (Credibility.ONE, 90, 80),
    ),
    ConfidenceLevel: (
        (ConfidenceLevel.NONE, 0, 0),
        (ConfidenceLevel.LOW, 15, 1),
        (ConfidenceLevel.MED, 50, 30),
        (ConfidenceLevel.HIGH, 85, 70),
    ),
    ZeroToTen: tuple(
        (member, 10 * at, max(0, 10 * at - 5)) for at, member in enumerate(ZeroToTen)
    ),
    EstimativeWord: (
        (EstimativeWord.IMPOSSIBLE, 0, 0),
        (EstimativeWord.HIGHLY_UNLIKELY, 10, 1),
        (EstimativeWord.UNLIKELY, 30, 20),
        (EstimativeWord.EVEN_CHANCE, 50, 40),
        (EstimativeWord.LIKELY, 70, 60),
        (EstimativeWord.HIGHLY_LIKELY, 90, 80),
        (EstimativeWord.CERTAIN, 100, 100),
    ),
    Likelihood: (
        (Likelihood.ALMOST_NO_CHANCE, 5, 0),
        (Likelihood.VERY_UNLIKELY, 15, 10),
        (Likelihood.UNLIKELY, 30, 20),
        (Likelihood.ROUGHLY_EVEN_CHANCE, 50, 40),
        (Likelihood.LIKELY, 70, 60),
        (Likelihood.VERY_LIKELY, 85, 80),
        (Likelihood.ALMOST_CERTAIN, 95, 90),
    ),
}
"""Each label, the confidence it is written as, and the least that is read as it."""


def to_stix(value: StixScale | AdmiraltyGrade) -> Conversion[int]:
    """Return the STIX 2.1 confidence of a label, from 0 to 100.

    Args:
        value: A label of one of the appendix's five scales. Of a grade only the
            credibility is converted: STIX has no place for reliability.

    Returns:
        The confidence; None for credibility 6, for which STIX leaves the property
        out.

    Raises:
        ModelError: It is on none of the five scales.

    Example:
        >>> to_stix(Credibility.TWO).value
        70
        >>> to_stix(Credibility.SIX).reason
        'STIX leaves confidence out where the truth cannot be judged'
        >>> to_stix(AdmiraltyGrade("B", "2")).lost
        ('reliability B, usually reliable',)
    """
    if isinstance(value, AdmiraltyGrade):
        said = f"reliability {value.reliability}, {value.reliability.meaning}"
        return attrs.evolve(to_stix(value.credibility), lost=(said,))
    if value is Credibility.SIX:
        reason = "STIX leaves confidence out where the truth cannot be judged"
        return Conversion(None, reason=reason)
    if not isinstance(value, Scale) or type(value) not in _STIX:
        raise _misfit(value, "a label of", _STIX)
    rows = _STIX[type(value)]
    return Conversion(next(written for label, written, _ in rows if label is value))


def from_stix(confidence: int | None, scale: type[S]) -> Conversion[S]:
    """Return the label that STIX 2.1 reads a confidence as.

    Args:
        confidence: A whole number from 0 to 100, or None where the property is left
            out.
        scale: The scale to read it on, one of the appendix's five.

    Returns:
        The label; for a confidence left out, credibility 6, and None on the other
        scales. A confidence other than the one the label is written as is lost.

    Raises:
        ModelError: The confidence is out of range or no whole number, or the scale is
            none of the five.

    Example:
        >>> converted = from_stix(77, Credibility)
        >>> converted.value, converted.lost
        (<Credibility.TWO: '2'>, ('the number 77; 2 is written as 70',))
        >>> from_stix(None, Credibility).value
        <Credibility.SIX: '6'>
        >>> from_stix(None, Likelihood).reason
        'STIX gives no confidence'
    """
    rows = _STIX.get(scale) if isinstance(scale, type) else None
    if rows is None:
        raise _misfit(scale, "one of", _STIX)
    if confidence is None:
        if scale is Credibility:
            return Conversion(scale(Credibility.SIX.value))
        return Conversion(None, reason="STIX gives no confidence")
    # True and False are whole numbers to Python.
    if type(confidence) is not int or not 0 <= confidence <= 100:
        raise ModelError(
            f"found {confidence!r:.60}, wanted a whole number from 0 to 100, or None"
        )
    read, written = [row[:2] for row in rows if row[2] <= confidence][-1]
    label = scale(read.value)
    if confidence == written:
        return Conversion(label)
    said = f"the number {confidence}; {label} is written as {written}"
    return Conversion(label, lost=(said,))


def from_percent(percent: float) -> Conversion[Likelihood]:
    """Return the ICD 203 term whose range a probability lies in.

    The other way is `Likelihood.percent`.

    Args:
        percent: A probability in per cent, from 0 to 100.

    Returns:
        The term; None for a bound that two ranges share, and below 1 and above 99,
        where the directive has no term.

    Raises:
        ModelError: It is no number from 0 to 100.

    Example:
        >>> from_percent(60).value, from_percent(60).lost
        (<Likelihood.LIKELY: 'likely'>, ('the number 60',))
        >>> from_percent(80).reason
        '80 per cent may be likely or very likely'
        >>> from_percent(100).reason
        'the terms of ICD 203 reach from 1 to 99 per cent'
    """
    is_number = isinstance(percent, int | float) and not isinstance(percent, bool)
    if not is_number or not 0 <= percent <= 100:
        raise ModelError(f"found {percent!r:.60}, wanted per cent from 0 to 100")
    terms = [t for t in Likelihood if t.percent[0] <= percent <= t.percent[1]]
    if not terms:
        reason = "the terms of ICD 203 reach from 1 to 99 per cent"
        return Conversion(None, reason=reason)
    if len(terms) > 1:
        reason = f"{percent} per cent may be {' or '.join(map(str, terms))}"
        return Conversion(None, reason=reason)
    return Conversion(terms[0], lost=(f"the number {percent}",))


_PREDICATES: Mapping[type[Scale], str] = {
    Reliability: "source-reliability",
    Credibility: "information-credibility",
}
_DECEPTIVE_TAG = 'admiralty-scale:source-reliability="g"'


def to_misp(value: Reliability | Credibility) -> str:
    """Return the MISP machine tag for a label of the Admiralty code.

    Raises:
        ModelError: It is neither a reliability nor a credibility.

    Example:
        >>> print(to_misp(Reliability.B))
        admiralty-scale:source-reliability="b"
    """
    if not isinstance(value, Reliability | Credibility):
        raise _misfit(value, "a label of", _PREDICATES)
    return f'admiralty-scale:{_PREDICATES[type(value)]}="{value.value.lower()}"'


def from_misp(tag: str) -> Conversion[Reliability | Credibility]:
    """Return the label that a MISP machine tag of `admiralty-scale` stands for.

    Labels are read, numbers are not: the taxonomy's `numerical_value` is 50 for both
    F and 6, as it is for C and 3, and so takes the unknown for the middle.

    Returns:
        The label; None for the taxonomy's G, which the Admiralty code does not have.

    Raises:
        FormatError: It is no such tag.

    Example:
        >>> from_misp('admiralty-scale:information-credibility="6"').value
        <Credibility.SIX: '6'>
        >>> from_misp('admiralty-scale:source-reliability="g"').reason
        'the Admiralty code has no G, deliberately deceptive: E errs, G lies'
    """
    if tag == _DECEPTIVE_TAG:
        reason = "the Admiralty code has no G, deliberately deceptive: E errs, G lies"
        return Conversion(None, reason=reason)
    for label in (*Reliability, *Credibility):
        if tag == to_misp(label):
            return Conversion(label)
    raise FormatError(
        f'found {tag!r:.60}, wanted admiralty-scale:source-reliability="a" to "g" or '
        'admiralty-scale:information-credibility="1" to "6"'
    )


_POLICE_SOURCES: Mapping[Scale, tuple[Reliability, ...]] = {
    SourceGrade5x5x5.A: (Reliability.A,),
    SourceGrade5x5x5.B: (Reliability.B,),
    SourceGrade5x5x5.C: (Reliability.C, Reliability.D),
    SourceGrade5x5x5.D: (Reliability.E,),
    SourceGrade5x5x5.E: (Reliability.F,),
    # Fairly reliable is neither of these: there is doubt, but not only doubt.
    SourceGrade3x5x2.ONE: (Reliability.A, Reliability.B),
    SourceGrade3x5x2.TWO: (Reliability.F,),
    SourceGrade3x5x2.THREE: (Reliability.D, Reliability.E),
}
"""What in the Admiralty code the police's labels for sources take in."""

# The other labels say how the source knows, from which no credibility follows; nor is
# what they call corroborated said to come from an independent origin, as 1 asks.
_POLICE_INFORMATION: Mapping[Scale, tuple[Credibility, ...]] = {
    InformationGrade5x5x5.FOUR: (Credibility.SIX,),
    InformationGrade5x5x5.FIVE: (Credibility.FIVE,),
    InformationGrade3x5x2.D: (Credibility.SIX,),
    InformationGrade3x5x2.E: (Credibility.FIVE,),
}
"""What in the Admiralty code the police's labels for information take in."""

_SOURCE_SCALES = (SourceGrade5x5x5, SourceGrade3x5x2)
_INFORMATION_SCALES = (InformationGrade5x5x5, InformationGrade3x5x2)


@overload
def to_admiralty(
    value: SourceGrade5x5x5 | SourceGrade3x5x2,
) -> Conversion[Reliability]: ...
@overload
def to_admiralty(
    value: InformationGrade5x5x5 | InformationGrade3x5x2,
) -> Conversion[Credibility]: ...
def to_admiralty(value: Scale) -> Conversion[Reliability] | Conversion[Credibility]:
    """Return the label of the Admiralty code for one of a 5x5x5 or 3x5x2 report.

    Returns:
        A reliability for a source, a credibility for information; None where the
        label takes in two of the code, or says how a thing is known instead of how
        credible it is.

    Raises:
        ModelError: It is on none of the police's scales.

    Example:
        >>> to_admiralty(SourceGrade5x5x5.E).value
        <Reliability.F: 'F'>
        >>> to_admiralty(SourceGrade3x5x2.ONE).reason
        '1, reliable, may be A or B'
        >>> to_admiralty(InformationGrade3x5x2.A).reason
        'A, known directly to the source, says how it is known, not how credible it is'
    """
    if isinstance(value, _SOURCE_SCALES):
        return _only(value, _POLICE_SOURCES[value])
    if isinstance(value, _INFORMATION_SCALES):
        return _only(value, _POLICE_INFORMATION.get(value, ()))
    raise _misfit(value, "a label of", (*_SOURCE_SCALES, *_INFORMATION_SCALES))


def _only(value: Scale, within: tuple[S, ...]) -> Conversion[S]:
    """Return a conversion to the one label taken in, or the reason why not."""
    if len(within) == 1:
        return Conversion(within[0])
    said = "says how it is known, not how credible it is"
    if within:
        said = f"may be {' or '.join(map(str, within))}"
    return Conversion(None, reason=f"{value}, {value.meaning}, {said}")


def from_admiralty(value: Reliability | Credibility, scale: type[S]) -> Conversion[S]:
    """Return the label of a 5x5x5 or 3x5x2 report for one of the Admiralty code.

    Args:
        value: A reliability for a scale of sources, a credibility for one of
            information.
        scale: The scale wanted.

    Returns:
        The label; None where no label of the scale takes the value in.

    Raises:
        ModelError: The scale is none of the police's, or does not grade what the
            value does.

    Example:
        >>> from_admiralty(Reliability.E, SourceGrade5x5x5).value
        <SourceGrade5x5x5.D: 'D'>
        >>> from_admiralty(Reliability.D, SourceGrade3x5x2).lost
        ('whether D, not usually reliable, or E, unreliable',)
        >>> from_admiralty(Reliability.C, SourceGrade3x5x2).reason
        'SourceGrade3x5x2 has no counterpart of C, fairly reliable'
    """
    table: Mapping[Scale, tuple[Scale, ...]]
    graded: type[Scale]
    if scale in _SOURCE_SCALES:
        table, graded = _POLICE_SOURCES, Reliability
    elif scale in _INFORMATION_SCALES:
        table, graded = _POLICE_INFORMATION, Credibility
    else:
        raise _misfit(scale, "one of", (*_SOURCE_SCALES, *_INFORMATION_SCALES))
    if not isinstance(value, graded):
        raise _misfit(value, "a label of", (graded,))
    for label in scale:
        within = table.get(label, ())
        if value not in within:
            continue
        said = ", or ".join(f"{member}, {member.meaning}" for member in within)
        return Conversion(label, lost=(f"whether {said}",) if len(within) > 1 else ())
    said = f"{scale.__name__} has no counterpart of {value}, {value.meaning}"
    return Conversion(None, reason=said)


def _misfit(found: object, wanted: str, scales: Iterable[type[Scale]]) -> ModelError:
    """Return the error of having found what is of none of the scales."""
    names = " or ".join(scale.__name__ for scale in scales)
    shown = found.__name__ if isinstance(found, type) else repr(found)
    return ModelError(f"found {shown}, wanted {wanted} {names}")
