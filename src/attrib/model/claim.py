"""Claims: contents stripped of who said them, and how two of them differ."""

import datetime as dt
import re

import attrs

from attrib.errors import ModelError
from attrib.model.attribution import Stance
from attrib.model.chain import Chain, name_claim
from attrib.model.days import read_day
from attrib.model.fields import check_types
from attrib.model.labels import Labels
from attrib.model.source import Source
from attrib.model.span import Passage

_MARKS = re.compile(r"""["“”„«»]|''|``|^\s*['‘‚‹]|['’›]\s*$""")
_THAT = re.compile(r"^\s*that\s+", re.IGNORECASE)
_EDGES = " \t\n\r,;:–—-"


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Claim:
    """Content stripped of who said it, so that it compares between reports.

    Attributes:
        content: The words and where they stand in the document.
        document_id: The document they stand in.
        attribution: Index of the attribution in that document's report, or None for
            a sentence in the outlet's own voice.
        source: Who says so: the one named, of several the first, the outlet for its
            own voice, or None.
        stance: What that source does with the truth of it.
        chains: How it reached the reader, several ways where sources say it together;
            they tell no claims apart.

    Raises:
        ModelError: The index is below 0.

    Example:
        >>> content = Passage.of('that "the quay is closed"', (0, 25))
        >>> claim = Claim(content=content, document_id="wire", attribution=2)
        >>> claim.id, claim.text
        ('wire#2', 'the quay is closed')
        >>> own = Claim(content=Passage.of("It rained.", (0, 10)), document_id="wire")
        >>> own.id
        'wire#char=0,10'
    """

    content: Passage
    document_id: str
    attribution: int | None = None
    source: Source | None = None
    stance: Stance = attrs.field(default=Stance.ASSERTS, converter=Stance)
    chains: tuple[Chain, ...] = attrs.field(
        default=(), converter=tuple[Chain, ...], eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        if self.attribution is not None and self.attribution < 0:
            raise ModelError(f"an attribution counts from 0, not {self.attribution}")

    @property
    def id(self) -> str:
        """The document's id, `#`, and where: the attribution's index or `char=0,10`.

        What follows the last `#` leads back: an index in `report.attributions`, or
        the code points of an own sentence as RFC 5147 writes them. An index moves when
        a newer lexicon finds more in the document; see `Chain.place_id`.
        """
        return name_claim(self.document_id, self.attribution, self.content)

    @property
    def text(self) -> str:
        """The words on one line, without quotation marks and a leading "that"."""
        bare = _THAT.sub("", _MARKS.sub("", _THAT.sub("", self.content.text)))
        return " ".join(bare.split()).strip(_EDGES)


class DifferenceKind(Labels):
    """What tells two claims apart although their words are nearly the same."""

    NUMBER = "number"
    DATE = "date"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    NAME = "name"
    STANCE = "stance"


@attrs.frozen(field_transformer=check_types)
class Difference:
    """Words of two claims that cannot both hold where the rest is the same.

    Attributes:
        kind: A number, date, name, negation, opposite or stance.
        first: The words of one claim; empty where it has none.
        second: Those of the other.

    Example:
        >>> str(Difference("number", "85", "58"))
        'number: "85" against "58"'
    """

    kind: DifferenceKind = attrs.field(converter=DifferenceKind)
    first: str = attrs.field(converter=str)
    second: str = attrs.field(converter=str)

    def __str__(self) -> str:
        """Return it in words."""
        return f'{self.kind}: "{self.first}" against "{self.second}"'


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Conflict:
    """Two claims that are versions of one another and do not agree.

    Attributes:
        member: Id of the claim that is in this cluster.
        other: Id of the claim that is in another cluster.
        differences: What they disagree in; the cluster's own words first.
        published: The day on which the other version was first published, if that is
            known; a datetime stands for its day.

    Raises:
        ModelError: They differ in nothing, or are the same claim, or the day is none.
    """

    member: str
    other: str
    differences: tuple[Difference, ...] = attrs.field(converter=tuple[Difference, ...])
    published: dt.date | None = attrs.field(
        default=None, converter=attrs.converters.optional(read_day)
    )

    def __attrs_post_init__(self) -> None:
        if self.member == self.other:
            raise ModelError(f"{self.member!r} cannot disagree with itself")
        if not self.differences:
            raise ModelError("a conflict needs at least one difference, and got none")


@attrs.frozen(field_transformer=check_types)
class Change:
    """One step of a word diff: words that stayed, went, came or were replaced.

    Attributes:
        before: The words of the earlier wording; empty where words were added.
        after: Those of the later one; empty where words were left out.

    Raises:
        ModelError: Both are empty.

    Example:
        >>> Change("may have", "has").is_kept
        False
    """

    before: str
    after: str

    def __attrs_post_init__(self) -> None:
        if not self.before and not self.after:
            raise ModelError("a change needs words before or after it, and got none")

    @property
    def is_kept(self) -> bool:
        """Whether these words stayed as they were."""
        return self.before == self.after


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Variant:
    """One wording within a cluster, and how it came from an earlier one.

    Attributes:
        text: The words.
        members: Ids of the claims that are worded so, the earliest first.
        source_text: The earlier wording that is nearest; None for the first one.
        changes: From that wording to this one, in text order; empty for the first.

    Raises:
        ModelError: There is no member, or changes are given for the first wording.
    """

    text: str
    members: tuple[str, ...] = attrs.field(converter=tuple[str, ...])
    source_text: str | None = None
    changes: tuple[Change, ...] = attrs.field(default=(), converter=tuple[Change, ...])

    def __attrs_post_init__(self) -> None:
        if not self.members:
            raise ModelError("a variant needs at least one member, and got none")
        if self.source_text is None and self.changes:
            raise ModelError("the first wording comes from none, and cannot differ")

    def __str__(self) -> str:
        """Return the wording with what changed: [-left out-] and {+put in+}.

        Example:
            >>> changes = [Change("The quay", "The quay"), Change("may have", "has")]
            >>> print(Variant(text="The quay has", members=["a"],
            ...               source_text="The quay may have", changes=changes))
            The quay [-may have-] {+has+}
        """
        if self.source_text is None:
            return self.text
        return " ".join(
            part
            for change in self.changes
            for part in (
                (change.after,)
                if change.is_kept
                else (
                    f"[-{change.before}-]" if change.before else "",
                    f"{{+{change.after}+}}" if change.after else "",
                )
            )
            if part
        )
