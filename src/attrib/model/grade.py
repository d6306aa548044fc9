"""Grades: a reliability and a credibility as suggested, with what they rest on."""

import datetime as dt

import attrs

from attrib.model.chain import Chain
from attrib.model.claim import Conflict
from attrib.model.days import read_day
from attrib.model.fields import check_types
from attrib.model.labels import Labels
from attrib.model.record import Assessment, Outcome, TrackRecord
from attrib.model.scale import AdmiraltyGrade, Reliability
from attrib.model.source import Source
from attrib.model.trace import OriginCount


class Part(Labels):
    """The place of a source in a chain."""

    OUTLET = "outlet"
    RELAY = "relay"
    ORIGIN = "origin"


class GradePolicy(Labels):
    """How the sources of a chain make one reliability.

    By the weakest link, a chain is as reliable as the least reliable of its sources. By
    discounting, what is known of the origin counts the less, the less is known for
    those who passed it on.
    """

    WEAKEST_LINK = "weakest-link"
    DISCOUNTING = "discounting"


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Standing:
    """How far one source of a chain was relied on, and why.

    Attributes:
        source: The source, or None where nobody is named.
        part: Whether it is the outlet, a relay or the origin.
        record: Its track record on that day; None where nobody is named.
        assessment: The assessment by a person that stood on that day, or None.

    Example:
        >>> standing = Standing(source=None, part="origin")
        >>> standing.name, standing.reliability.value
        ('unnamed', 'F')
    """

    source: Source | None
    part: Part = attrs.field(converter=Part)
    record: TrackRecord | None = None
    assessment: Assessment | None = None

    @property
    def name(self) -> str:
        """The source's name on one line, or `unnamed`."""
        return "unnamed" if self.source is None else " ".join(self.source.name.split())

    @property
    def suggested(self) -> Reliability:
        """The label of its record alone; F without one."""
        return Reliability.F if self.record is None else self.record.reliability

    @property
    def reliability(self) -> Reliability:
        """The label that a person gave it, or that of its record."""
        if self.assessment is None or self.assessment.reliability is None:
            return self.suggested
        return self.assessment.reliability


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Evidence:
    """What a grade rests on.

    Attributes:
        chain: The chain of which the reliability is; None when there is none.
        standings: The sources of that chain, the origin first. The outlet stands among
            them only if it is the origin.
        chains: All chains that were looked at, but for those that fell or came later.
        fallen: Chains that fell, since a source in them took the claim back or was
            left out.
        later: Chains of reports that were published after the day, which do not count.
        origins: Sources that say so, as far as the text names them.
        deniers: Named sources that deny or doubt it.
        origin_count: How many independent origins say so, at least and at most.
        conflicts: Versions of the claim that do not agree with it.
        outcomes: How the claim was settled, as far as that was known on the day.
        assessment: The assessment of the claim by a person, or None.
    """

    chain: Chain | None = None
    standings: tuple[Standing, ...] = attrs.field(
        default=(), converter=tuple[Standing, ...]
    )
    chains: tuple[Chain, ...] = attrs.field(default=(), converter=tuple[Chain, ...])
    fallen: tuple[Chain, ...] = attrs.field(default=(), converter=tuple[Chain, ...])
    later: tuple[Chain, ...] = attrs.field(default=(), converter=tuple[Chain, ...])
    origins: tuple[Source, ...] = attrs.field(default=(), converter=tuple[Source, ...])
    deniers: tuple[Source, ...] = attrs.field(default=(), converter=tuple[Source, ...])
    origin_count: OriginCount = attrs.field(factory=lambda: OriginCount(0, 0))
    conflicts: tuple[Conflict, ...] = attrs.field(
        default=(), converter=tuple[Conflict, ...]
    )
    outcomes: tuple[Outcome, ...] = attrs.field(
        default=(), converter=tuple[Outcome, ...]
    )
    assessment: Assessment | None = None


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Grade(AdmiraltyGrade):
    """What is to be thought of a claim on one day, and why.

    It is a suggestion. Where a person has judged a source or the claim, their label
    stands in its place, and the reasons say so.

    Attributes:
        reliability: How far those by whom it reached us are to be relied on.
        credibility: How far the claim is to be believed.
        suggestion: What the records and the chains alone suggest.
        as_of: The day; nothing recorded or published later had a part in it.
        policy: How the sources of a chain made one reliability.
        reasons: In words, how the labels follow; they name every source that counted.
        evidence: The same as data.

    Raises:
        ModelError: A label, the day or the policy is none, or a field is of the wrong
            type.

    Example:
        >>> import datetime as dt
        >>> grade = Grade("B", "2", suggestion=AdmiraltyGrade("B", "3"),
        ...               as_of=dt.date(2024, 3, 1))
        >>> str(grade), str(grade.suggestion), grade.is_assessed
        ('B2', 'B3', False)
    """

    suggestion: AdmiraltyGrade
    as_of: dt.date = attrs.field(converter=read_day)
    policy: GradePolicy = attrs.field(
        default=GradePolicy.WEAKEST_LINK, converter=GradePolicy
    )
    reasons: tuple[str, ...] = attrs.field(default=(), converter=tuple[str, ...])
    evidence: Evidence = attrs.field(factory=Evidence)

    @property
    def is_assessed(self) -> bool:
        """Whether a person's judgement of a source or of the claim stands in it."""
        return self.evidence.assessment is not None or any(
            standing.assessment is not None for standing in self.evidence.standings
        )
