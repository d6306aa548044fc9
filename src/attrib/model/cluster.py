"""Clusters and reuse: which documents share their words, and on what evidence."""

import attrs

from attrib.errors import ModelError
from attrib.model.chain import Chain
from attrib.model.claim import Conflict, Variant
from attrib.model.fields import check_types
from attrib.model.labels import Labels
from attrib.model.span import Span


class Level(Labels):
    """What is held together in one cluster."""

    REPORT = "report"
    STATEMENT = "statement"
    CLAIM = "claim"


def _check_share(name: str, share: float) -> None:
    if not 0 <= share <= 1:
        raise ModelError(f"{name} lies between 0 and 1, not at {share}")


def _check_apart(first: str, second: str) -> None:
    if first == second:
        raise ModelError(f"{first!r} cannot be held against itself")


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Pair:
    """Two members of a cluster and how much they share.

    Attributes:
        first: Id of the one that stands first in the cluster.
        second: Id of the other.
        first_share: How much of the first is in the second, from 0 to 1.
        second_share: How much of the second is in the first, from 0 to 1.

    Raises:
        ModelError: A share is out of range, or both are the same.

    Example:
        >>> Pair(first="a", second="b", first_share=0.5, second_share=1.0).share
        1.0
    """

    first: str
    second: str
    first_share: float
    second_share: float

    def __attrs_post_init__(self) -> None:
        _check_apart(self.first, self.second)
        _check_share("a pair's first share", self.first_share)
        _check_share("a pair's second share", self.second_share)

    @property
    def share(self) -> float:
        """The larger share: how much of the lesser member is in the other."""
        return max(self.first_share, self.second_share)


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Cluster:
    """What belongs together; alone, it has one member and no pair.

    Attributes:
        members: Ids, the earliest published first, then by id; those without a date
            come last.
        reason: In words, why they belong together.
        pairs: The evidence: one pair for each member after the first, which ties it
            to another member.
        level: What the members are: ids of documents, or of claims (`Claim.id`).
        variants: At the levels of statements and claims: each wording, the earliest
            first, and how it came from an earlier one.
        conflicts: Versions in other clusters that disagree with a member of this one.
        chains: At the levels of statements and claims: how the members reached their
            readers, each as its own report tells.

    Raises:
        ModelError: There is no member, one is named twice, the pairs do not tie
            every member to the others, or a variant, conflict or chain is a
            stranger's.

    Example:
        >>> pair = Pair(first="a", second="b", first_share=0.9, second_share=1.0)
        >>> Cluster(members=("a", "b"), reason="they share words", pairs=[pair]).members
        ('a', 'b')
        >>> Cluster(members=("a",), reason="nothing shares its words").is_single
        True
    """

    members: tuple[str, ...] = attrs.field(converter=tuple[str, ...])
    reason: str
    pairs: tuple[Pair, ...] = attrs.field(default=(), converter=tuple[Pair, ...])
    level: Level = attrs.field(default=Level.REPORT, converter=Level)
    variants: tuple[Variant, ...] = attrs.field(
        default=(), converter=tuple[Variant, ...]
    )
    conflicts: tuple[Conflict, ...] = attrs.field(
        default=(), converter=tuple[Conflict, ...]
    )
    chains: tuple[Chain, ...] = attrs.field(default=(), converter=tuple[Chain, ...])

    def __attrs_post_init__(self) -> None:
        if not self.members:
            raise ModelError("a cluster needs at least one member, and got none")
        known = set(self.members)
        if len(known) < len(self.members):
            twice = next(m for m in self.members if self.members.count(m) > 1)
            raise ModelError(f"{twice!r} is named twice in one cluster")
        for pair in self.pairs:
            for name in (pair.first, pair.second):
                if name not in known:
                    raise ModelError(f"{name!r} is in a pair, but is no member")
        _check_ties(self.members, self.pairs)
        for variant in self.variants:
            for name in variant.members:
                if name not in known:
                    raise ModelError(f"{name!r} is in a variant, but is no member")
        for conflict in self.conflicts:
            if conflict.member not in known:
                raise ModelError(f"{conflict.member!r} is in conflict, but no member")
            if conflict.other in known:
                raise ModelError(f"{conflict.other!r} is in conflict with itself")
        for chain in self.chains:
            if chain.claim_id not in known:
                raise ModelError(f"{chain.claim_id!r} has a chain, but is no member")

    @property
    def is_single(self) -> bool:
        """Whether it has only one member."""
        return len(self.members) == 1


def _check_ties(members: tuple[str, ...], pairs: tuple[Pair, ...]) -> None:
    """Refuse pairs that leave a member apart from the others."""
    beside: dict[str, list[str]] = {member: [] for member in members}
    for pair in pairs:
        beside[pair.first].append(pair.second)
        beside[pair.second].append(pair.first)
    reached = {members[0]}
    waiting = [members[0]]
    while waiting:
        for other in beside[waiting.pop()]:
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    apart = next((member for member in members if member not in reached), None)
    if apart is not None:
        raise ModelError(f"no pair ties {apart!r} to {members[0]!r}")


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Reuse:
    """Words that one document has taken from another.

    Attributes:
        donor: Id of the document the words come from.
        host: Id of the document that has taken them.
        donor_share: How much of the donor stands in the host, from 0 to 1.
        host_share: How much of the host comes from the donor, from 0 to 1.
        spans: Pairs of spans, in the donor and in the host, that are the same words;
            in the order of the host.
        reason: In words, what is shared and why the donor is the donor.

    Raises:
        ModelError: A share is out of range, both are the same document, or there is
            no pair of spans.

    Example:
        >>> reuse = Reuse(donor="wire", host="daily", donor_share=0.5, host_share=0.1,
        ...               spans=[(Span(0, 80), Span(400, 480))], reason="by hand")
        >>> reuse.donor
        'wire'
    """

    donor: str
    host: str
    donor_share: float
    host_share: float
    spans: tuple[tuple[Span, Span], ...] = attrs.field(
        converter=tuple[tuple[Span, Span], ...]
    )
    reason: str

    def __attrs_post_init__(self) -> None:
        _check_apart(self.donor, self.host)
        _check_share("a donor's share", self.donor_share)
        _check_share("a host's share", self.host_share)
        if not self.spans:
            raise ModelError("a reuse needs at least one pair of spans, and got none")
