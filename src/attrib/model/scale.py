"""Grading scales: the labels of each standard, every scale a type of its own.

A label is not a number. The members of a scale have no arithmetic and no order, and
equal only themselves and their own label: the E of one scale may be the F of another.
What "cannot be judged" is unknown, and unknown has no place on any line.

Source:
    Admiralty code: STANAG 2511 and AJP-2.1 of NATO; FM 2-22.3 of the US Army.
    Likelihood: Intelligence Community Directive 203, Analytic Standards.
    5x5x5 and 3x5x2: intelligence reports of the police in the United Kingdom.
    None-low-med-high, 0-10 and WEP: STIX 2.1, its appendix of confidence scales.
"""

import enum
from typing import NoReturn, Self

import attrs

from attrib.model.labels import refuse_label


class Scale(enum.Enum):
    """A grading scale; each member is one of its labels.

    Attributes:
        value: The label, always a string.
        meaning: What the standard has the label say, in few words.

    Raises:
        ModelError: There is no such label on the scale.

    Example:
        >>> Reliability("B") is Reliability.B, Reliability.B == "B"
        (True, True)
        >>> Reliability.E == SourceGrade5x5x5.E
        False
        >>> SourceGrade3x5x2(2)
        Traceback (most recent call last):
        attrib.errors.ModelError: found 2, wanted a SourceGrade3x5x2: '1', '2', '3'
    """

    _value_: str
    meaning: str

    def __new__(cls, label: str, meaning: str = "") -> Self:
        """Make the member for a label; only the class bodies below do."""
        member = object.__new__(cls)
        member._value_ = label
        member.meaning = meaning or label
        return member

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        refuse_label(cls, value)

    def __eq__(self, other: object) -> bool:
        """Say whether it is the same member, or the string of its own label."""
        if isinstance(other, str) and not isinstance(other, enum.Enum):
            return self._value_ == other
        return self is other

    def __hash__(self) -> int:
        """Return the hash of the label, as what is equal must hash alike."""
        return hash(self._value_)

    def __str__(self) -> str:
        """Return the label."""
        return self._value_


class Reliability(Scale):
    """How far a source is to be relied on (Admiralty code). F is unknown.

    Example:
        >>> Reliability.B.meaning, Reliability.F.is_known
        ('usually reliable', False)
    """

    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "reliability cannot be judged"

    @property
    def is_known(self) -> bool:
        """Whether anything is said about the source: all but F."""
        return self is not Reliability.F


class Credibility(Scale):
    """How far a claim is to be believed (Admiralty code). 6 is unknown.

    1 asks for confirmation from an independent origin; no number of relays of one
    origin gives it.

    Example:
        >>> Credibility.ONE.meaning, Credibility.SIX.is_known
        ('confirmed by other sources', False)
    """

    ONE = "1", "confirmed by other sources"
    TWO = "2", "probably true"
    THREE = "3", "possibly true"
    FOUR = "4", "doubtful"
    FIVE = "5", "improbable"
    SIX = "6", "truth cannot be judged"

    @property
    def is_known(self) -> bool:
        """Whether anything is said about the claim: all but 6."""
        return self is not Credibility.SIX


def _reliability(label: Reliability | str) -> Reliability:
    return label if isinstance(label, Reliability) else Reliability(label)


def _credibility(label: Credibility | str) -> Credibility:
    return label if isinstance(label, Credibility) else Credibility(label)


@attrs.frozen
class AdmiraltyGrade:
    """A reliability and a credibility side by side, as the Admiralty code writes them.

    They are judged apart: an unreliable source may bring what others confirm.

    Raises:
        ModelError: A label is not on its scale.

    Example:
        >>> print(AdmiraltyGrade("B", "2"))
        B2
    """

    reliability: Reliability = attrs.field(converter=_reliability)
    credibility: Credibility = attrs.field(converter=_credibility)

    def __str__(self) -> str:
        """Return the two labels together."""
        return f"{self.reliability}{self.credibility}"


class Likelihood(Scale):
    """How likely something is, in the seven terms of ICD 203.

    Attributes:
        synonym: The term of the directive's second row for the same range.
        percent: Least and greatest probability, in per cent. Neighbours share a bound.

    Example:
        >>> Likelihood.VERY_LIKELY.synonym, Likelihood.VERY_LIKELY.percent
        ('highly probable', (80, 95))
    """

    synonym: str
    percent: tuple[int, int]

    def __new__(cls, label: str, synonym: str, least: int, greatest: int) -> Self:
        """Make the member for a term; only the class body below does."""
        member = object.__new__(cls)
        member._value_ = label
        member.meaning = f"{least} to {greatest} per cent"
        member.synonym = synonym
        member.percent = (least, greatest)
        return member

    ALMOST_NO_CHANCE = "almost no chance", "remote", 1, 5
    VERY_UNLIKELY = "very unlikely", "highly improbable", 5, 20
    UNLIKELY = "unlikely", "improbable", 20, 45
    ROUGHLY_EVEN_CHANCE = "roughly even chance", "roughly even odds", 45, 55
    LIKELY = "likely", "probable", 55, 80
    VERY_LIKELY = "very likely", "highly probable", 80, 95
    ALMOST_CERTAIN = "almost certain", "nearly certain", 95, 99


class ConfidenceLevel(Scale):
    """Confidence in none, low, med and high (STIX 2.1). None is a level: zero."""

    NONE = "none", "no confidence"
    LOW = "low", "low confidence"
    MED = "med", "medium confidence"
    HIGH = "high", "high confidence"


class ZeroToTen(Scale):
    """Confidence from 0 to 10 (STIX 2.1).

    Example:
        >>> ZeroToTen("10").meaning
        '10 of 10'
    """

    ZERO = "0", "0 of 10"
    ONE = "1", "1 of 10"
    TWO = "2", "2 of 10"
    THREE = "3", "3 of 10"
    FOUR = "4", "4 of 10"
    FIVE = "5", "5 of 10"
    SIX = "6", "6 of 10"
    SEVEN = "7", "7 of 10"
    EIGHT = "8", "8 of 10"
    NINE = "9", "9 of 10"
    TEN = "10", "10 of 10"


class EstimativeWord(Scale):
    """Words of estimative probability (WEP), as STIX 2.1 lists them.

    Its words are near those of `Likelihood`, its numbers are not.
    """

    IMPOSSIBLE = "impossible"
    HIGHLY_UNLIKELY = "highly unlikely", "almost certainly not"
    UNLIKELY = "unlikely", "probably not"
    EVEN_CHANCE = "even chance"
    LIKELY = "likely", "probable"
    HIGHLY_LIKELY = "highly likely", "almost certain"
    CERTAIN = "certain"


class SourceGrade5x5x5(Scale):
    """The source in a 5x5x5 report. E is unknown here, where Admiralty has F."""

    A = "A", "always reliable"
    B = "B", "mostly reliable"
    C = "C", "sometimes reliable"
    D = "D", "unreliable"
    E = "E", "untested"


class InformationGrade5x5x5(Scale):
    """The information in a 5x5x5 report: how it is known. 4 is unknown."""

    ONE = "1", "known to be true"
    TWO = "2", "known personally to the source"
    THREE = "3", "not known personally to the source, but corroborated"
    FOUR = "4", "cannot be judged"
    FIVE = "5", "suspected to be false"


class SourceGrade3x5x2(Scale):
    """The source in a 3x5x2 report. 2 is unknown."""

    ONE = "1", "reliable"
    TWO = "2", "untested"
    THREE = "3", "not reliable"


class InformationGrade3x5x2(Scale):
    """The information in a 3x5x2 report: how it is known. D is unknown."""

    A = "A", "known directly to the source"
    B = "B", "known indirectly to the source, but corroborated"
    C = "C", "known indirectly to the source"
    D = "D", "not known"
    E = "E", "suspected to be false"
