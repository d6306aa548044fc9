"""Records: how claims were settled, how people judged, and what that says of a source.

Two days matter. `settled` is when the answer was there, `recorded` when we wrote it
down; what we thought on a day rests on what was recorded until then. Both are whole
days, and a datetime stands for its day.
"""

import datetime as dt
import functools
import hashlib
import inspect
import math
import unicodedata
from collections.abc import Callable
from typing import Any

import attrs

from attrib.errors import ModelError
from attrib.model.days import read_day
from attrib.model.fields import check_types
from attrib.model.labels import Labels
from attrib.model.scale import Credibility, Reliability
from attrib.model.source import Source, source_key


class Verdict(Labels):
    """How a claim was settled.

    Unsettled is said of a claim that is open again; retracted, of one that its own
    source took back.
    """

    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    UNSETTLED = "unsettled"
    RETRACTED = "retracted"


def record_key(source: "Source | str") -> str:
    """Return the key under which records hold a source.

    It is made from the key of a `Source`, or from a name, by `source_key`: again until
    nothing changes, so that the key of a key is itself. Characters that nobody sees,
    as spaces without width, are left out. Half of a surrogate pair, which no file can
    hold, is spelled out, and so is the key of a `Source` that nobody sees.

    Raises:
        ModelError: It is neither, or empty.

    Example:
        >>> record_key("The Kremlin"), record_key(Source("Ada Lind", key="Q42"))
        ('kremlin', 'q42')
    """
    name = source.key if isinstance(source, Source) else source
    if not isinstance(name, str):
        raise ModelError(f"found {source!r:.60}, wanted a Source or its name")
    key = _settle(name)
    if not key and isinstance(source, Source):
        key = name.encode("unicode_escape").decode()
    if not key:
        raise ModelError(f"found {name!r:.60}, wanted the name of a source")
    return key


@functools.lru_cache(maxsize=4096)
def _settle(name: str) -> str:
    key = name.encode("utf-8", "backslashreplace").decode()
    if not key.isascii():
        key = "".join(char for char in key if unicodedata.category(char) != "Cf")
    while (following := source_key(key)) != key:
        key = following
    return key


def _text(value: str) -> str:
    """Return a text that every file can hold."""
    if not isinstance(value, str):
        raise ModelError(f"found {value!r:.60}, wanted a string")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ModelError(
            f"found half of a surrogate pair at {error.start} of {value!r:.60}, wanted "
            "characters"
        ) from None
    return value


def read_words(value: str) -> str:
    """Return words that every file can hold.

    Raises:
        ModelError: It is no string, blank, or holds half of a surrogate pair.

    Example:
        >>> read_words(" ")
        Traceback (most recent call last):
        attrib.errors.ModelError: found ' ', wanted words
    """
    if not _text(value).strip():
        raise ModelError(f"found {value!r:.60}, wanted words")
    return value


def can_hold(words: str) -> bool:
    """Say whether a record can hold some words, as the id of a claim; see `read_words`.

    Example:
        >>> can_hold("wire#2"), can_hold("the quay of " + chr(0xD800))
        (True, False)
    """
    try:
        read_words(words)
    except ModelError:
        return False
    return True


def read_topic(value: str) -> str:
    """Return a topic in the one spelling under which records hold it.

    White space is made single, and an accent and its letter become one character.

    Raises:
        ModelError: It is no string, blank, or holds half of a surrogate pair.

    Example:
        >>> read_topic(" sea  ice "), len(read_topic("cafe" + chr(0x301)))
        ('sea ice', 4)
    """
    return " ".join(unicodedata.normalize("NFC", read_words(value)).split())


def _name_fields(_: type, fields: list[attrs.Attribute]) -> list[attrs.Attribute]:  # type: ignore[type-arg]  # of any type
    """Have the converter of each field name the field in its error."""
    return [
        field
        if field.converter is None
        else field.evolve(converter=_named(field.name, field.converter))
        for field in fields
    ]


def _named(name: str, read: Any) -> Callable[[Any], Any]:
    def read_field(value: Any) -> Any:
        try:
            return read(value)
        except ModelError as error:
            raise ModelError(f"{name}: {error}") from None

    # This is what `help` shows of the field.
    if isinstance(read, type):
        taken = read | str
    else:
        taken = next(iter(inspect.signature(read).parameters.values())).annotation
    read_field.__annotations__ = {"value": taken}
    return read_field


def _reliability(label: Reliability | str) -> Reliability:
    return label if isinstance(label, Reliability) else Reliability(label)


def _credibility(label: Credibility | str) -> Credibility:
    return label if isinstance(label, Credibility) else Credibility(label)


def _id(value: str | None) -> str:
    return "" if value is None else read_words(value)


def _make_id(recorded: dt.date, *parts: str | None) -> str:
    """Return an id made of a record's content; no two lists of parts run together.

    It begins with the day, since an index takes new ids best where the last ones are.
    """
    joined = "".join([f"{len(part)}:{part}" if part else "-" for part in parts])
    digest = hashlib.sha256(joined.encode()).hexdigest()
    return f"{recorded.isoformat()}-{digest[:14]}"


@attrs.frozen(kw_only=True, field_transformer=_name_fields)
class Outcome:
    """What became of one claim of one source.

    A claim that several sources made has an outcome for each. Outcomes of the same
    claim and source supersede one another: the one settled last stands, and of those
    settled on one day the one recorded last. If even these are the same and the
    verdicts are not, the claim is contested, and counts neither way.

    Attributes:
        source: Who made the claim: a name or a `Source`; held as its `record_key`.
            Of a name that somebody typed, `attrib.name_source` makes the source.
        claim: Id of the claim, as you name it.
        verdict: What was found.
        settled: The day on which it was.
        recorded: The day on which we knew, and no earlier.
        settled_by: Who found it.
        evidence: What showed it, in words or as an address.
        topic: What the claim is about, if a source is to be judged by topic.
        id: What tells it from other outcomes; by default it is made of all the above,
            so that what is submitted twice is one outcome.

    Raises:
        ModelError: A field is empty or of the wrong kind, or it was recorded before it
            was settled.

    Example:
        >>> outcome = Outcome(source="The Baltic Wire", claim="ferry-sails",
        ...     verdict="confirmed", settled="2024-03-01", recorded="2024-03-02",
        ...     settled_by="port desk", evidence="the log of the pilot station")
        >>> outcome.source, outcome.verdict is Verdict.CONFIRMED, outcome.settled.day
        ('baltic wire', True, 1)
    """

    source: str = attrs.field(converter=record_key)
    claim: str = attrs.field(converter=read_words)
    verdict: Verdict = attrs.field(converter=Verdict)
    settled: dt.date = attrs.field(converter=read_day)
    recorded: dt.date = attrs.field(converter=read_day)
    settled_by: str = attrs.field(converter=read_words)
    evidence: str = attrs.field(default="", converter=_text)
    topic: str | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(read_topic),
    )
    id: str = attrs.field(default=None, converter=_id)

    def __attrs_post_init__(self) -> None:
        _check_order("settled", self.settled, self.recorded)
        if not self.id:
            own = _make_id(
                self.recorded,
                self.source,
                self.claim,
                self.verdict.value,
                self.settled.isoformat(),
                self.settled_by,
                self.evidence,
                self.topic,
            )
            object.__setattr__(self, "id", own)


@attrs.frozen(kw_only=True, field_transformer=_name_fields)
class Assessment:
    """What a person judged: the reliability of a source, or the credibility of a claim.

    Attributes:
        source: Whose reliability it is: a name or a `Source`, held as its
            `record_key`; None where a claim is judged.
        reliability: The label, A to F, with a source only.
        claim: Id of the claim that is judged, or None.
        credibility: The label, 1 to 6, with a claim only.
        topic: On what the source is judged; None for in general.
        assessor: Who judged.
        assessed: The day on which they did.
        recorded: The day on which we knew, and no earlier.
        basis: On what grounds.
        id: What tells it from other assessments; by default it is made of all
            the above.

    Raises:
        ModelError: It is neither a source with a reliability nor a claim with a
            credibility, a field is empty, or it was recorded before it was made.

    Example:
        >>> Assessment(source="Baltic Wire", reliability="B", assessor="M. Holt",
        ...     assessed="2024-03-01", recorded="2024-03-01").reliability.meaning
        'usually reliable'
    """

    source: str | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(record_key),
    )
    reliability: Reliability | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(_reliability),
    )
    claim: str | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(read_words),
    )
    credibility: Credibility | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(_credibility),
    )
    topic: str | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(read_topic),
    )
    assessor: str = attrs.field(converter=read_words)
    assessed: dt.date = attrs.field(converter=read_day)
    recorded: dt.date = attrs.field(converter=read_day)
    basis: str = attrs.field(default="", converter=_text)
    id: str = attrs.field(default=None, converter=_id)

    def __attrs_post_init__(self) -> None:
        of_source = self.source is not None and self.reliability is not None
        of_claim = self.claim is not None and self.credibility is not None
        given = (self.source, self.reliability, self.claim, self.credibility)
        if of_source == of_claim or given.count(None) != 2:
            raise ModelError(
                "an assessment gives a source its reliability or a claim its "
                f"credibility, not source {self.source!r}, reliability "
                f"{_label(self.reliability)}, claim {self.claim!r}, credibility "
                f"{_label(self.credibility)}"
            )
        if of_claim and self.topic is not None:
            raise ModelError(
                f"the topic {self.topic!r:.60} is for judging a source, not a claim"
            )
        _check_order("assessed", self.assessed, self.recorded)
        if not self.id:
            own = _make_id(
                self.recorded,
                self.source,
                self.claim,
                self.label.value,
                self.topic,
                self.assessor,
                self.assessed.isoformat(),
                self.basis,
            )
            object.__setattr__(self, "id", own)

    @property
    def label(self) -> Reliability | Credibility:
        """The label that was given, whichever of the two it is."""
        label = self.reliability or self.credibility
        assert label is not None
        return label


def _label(label: Reliability | Credibility | None) -> str:
    return "None" if label is None else repr(label.value)


def _check_order(what: str, day: dt.date, recorded: dt.date) -> None:
    if recorded < day:
        raise ModelError(
            f"recorded on {recorded}, before it was {what} on {day}: nobody could know"
        )


@attrs.frozen(kw_only=True, field_transformer=check_types)
class TrackRecord:
    """What the outcomes of one source say of it, as we knew them on one day.

    Every claim counts once, by the outcome that stood on that day. Confirmed claims
    speak for the source; refuted and retracted ones against it, since they did not
    hold. Unsettled and contested ones are counted, and weigh nothing.

    Attributes:
        source: Key of the source.
        as_of: The day; nothing recorded later is in it.
        topic: The topic it is confined to; None for all claims.
        half_life_days: After how many days an outcome weighs half; None for never.
        confirmed_count: Claims confirmed.
        refuted_count: Claims refuted.
        retracted_count: Claims taken back by the source.
        unsettled_count: Claims that were left open, or are open again.
        contested_count: Claims with contrary verdicts of one day.
        weight_for: What the confirmed claims weigh on that day.
        weight_against: What the refuted and retracted claims weigh.
        mean: The mean of the posterior, from 0 to 1: how probable it is that a next
            claim holds.
        interval: The credible interval, with equal shares outside on both sides.
        level: The share of the posterior within the interval.
        reliability: The label, or F where the evidence is too little.
        reasons: In words, how the label follows.

    Raises:
        ModelError: A count or weight is negative, a number is out of its range, or a
            field is of the wrong type.

    Example:
        >>> print(TrackRecord(source="Baltic Wire", as_of="2024-03-01",
        ...     confirmed_count=4, weight_for=4.0, mean=5 / 6, interval=(0.48, 0.99),
        ...     level=0.95, reliability="B"))
        baltic wire: B as of 2024-03-01 (0.83, 95% within 0.48 and 0.99, \
4 claims weighing 4.0)
    """

    source: str = attrs.field(converter=record_key)
    as_of: dt.date = attrs.field(converter=read_day)
    topic: str | None = None
    half_life_days: float | None = None
    confirmed_count: int = 0
    refuted_count: int = 0
    retracted_count: int = 0
    unsettled_count: int = 0
    contested_count: int = 0
    weight_for: float = 0.0
    weight_against: float = 0.0
    mean: float
    interval: tuple[float, float]
    level: float
    reliability: Reliability = attrs.field(converter=_reliability)
    reasons: tuple[str, ...] = attrs.field(default=(), converter=tuple[str, ...])

    def __attrs_post_init__(self) -> None:
        for name in _AMOUNTS:
            amount = getattr(self, name)
            if not 0 <= amount < math.inf:
                raise ModelError(f"{name} is a number from 0, not {amount}")
        for name, share in (
            ("mean", self.mean),
            ("level", self.level),
            ("lower end of the interval", self.interval[0]),
            ("upper end of the interval", self.interval[1]),
        ):
            if not 0 <= share <= 1:
                raise ModelError(f"the {name} lies between 0 and 1, not at {share}")
        if self.interval[0] > self.interval[1]:
            raise ModelError(f"the interval is reversed: {self.interval}")

    @property
    def evidence_count(self) -> int:
        """How many claims speak for or against the source."""
        return self.confirmed_count + self.refuted_count + self.retracted_count

    @property
    def evidence_weight(self) -> float:
        """What these claims weigh on that day; their number if nothing is forgotten."""
        return self.weight_for + self.weight_against

    def __str__(self) -> str:
        """Return the label and what it rests on, in one line."""
        low, high = self.interval
        plural = "" if self.evidence_count == 1 else "s"
        return (
            f"{self.source}: {self.reliability} as of {self.as_of} "
            f"({self.mean:.2f}, {self.level:.0%} within {low:.2f} and {high:.2f}, "
            f"{self.evidence_count} claim{plural} weighing {self.evidence_weight:.1f})"
        )


_AMOUNTS = (
    "confirmed_count",
    "refuted_count",
    "retracted_count",
    "unsettled_count",
    "contested_count",
    "weight_for",
    "weight_against",
)
