"""Agreement: which claims, or which statements of one source, are one and which clash.

Two claims are one when their words are alike and nothing in them disagrees. Versions
that are alike and disagree, in a number or by a "not", are kept apart and named as a
conflict. Statements are stricter: the same words of the same source, perhaps shortened.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import attrs

from attrib.model.attribution import Stance
from attrib.model.claim import Claim, Difference, DifferenceKind
from attrib.model.source import Source, source_key
from attrib.provenance.candidates import WordingIndex
from attrib.provenance.differences import is_denial
from attrib.provenance.groups import Group, join
from attrib.provenance.quantities import allows
from attrib.provenance.similarity import (
    LOOKED_AT_FROM,
    SAME_FROM,
    Comparison,
    compare_wordings,
    contained_words,
    find_likeness,
)
from attrib.provenance.wording import Pile, Wording

_COMPARED = 16
"""Earlier claims that one claim is held against, those with most in common first."""
_MOST_OF_LESSER = 0.6
"""Share of the lesser claim that must be in the other, by the rarity in this pile."""
_LOOKED_AT = 0.4
"""Share of the lesser claim below which nobody looks closer: it is less than needed,
and a name that is spelled otherwise may be among the rest.
"""
_ANY_LIKENESS = 0.4
"""Likeness that most members of two groups must have for a link to join them."""
_CLASHING_FROM = 0.7
"""Likeness from which claims that disagree are versions of one another."""
_DECIDING_FROM = {
    DifferenceKind.NUMBER: SAME_FROM,
    DifferenceKind.DATE: SAME_FROM,
    DifferenceKind.OPPOSITE: _CLASHING_FROM,
}
"""Likeness from which a difference makes a statement another version of a claim. A name
may be another word for the same, and a negation is read with who denies it.
"""
_FEWEST_TERMS = 4
_LEAST_WEIGHT = 1.5
"""What a claim must hold to be told from others: a few terms that are not common."""
_SAME_WORDS = 0.8
"""Share of the shorter statement that the longer one has, in the same order."""
_VERSION_WORDS = 0.6
"""The same where they disagree: words that disagree are not shared."""
_NAME_LETTERS = 3


@attrs.frozen
class Link:
    """Two claims, by place, and how they compare."""

    first: int
    second: int
    comparison: Comparison

    @property
    def strength(self) -> float:
        """How alike they are."""
        return self.comparison.similarity


@attrs.frozen
class Agreement:
    """Groups of claims that are one, and pairs that clash.

    Attributes:
        groups: Every place in exactly one group, in the order of first places.
        clashes: Links between different groups, the strongest first.
        wordings: The wordings of the claims, in their order.
    """

    groups: tuple[Group[Link], ...]
    clashes: tuple[Link, ...]
    wordings: tuple[Wording, ...]


def find_agreement(
    claims: Sequence[Claim],
    *,
    is_verbatim: bool,
    readings: Mapping[str, Wording] | None = None,
) -> Agreement:
    """Return which claims are one and which clash.

    Time grows linearly: each claim is held against at most 16 earlier ones.

    Args:
        claims: In order of precedence.
        is_verbatim: Whether only the same words of the same source are one.
        readings: The wordings of all their texts, where they were read before.
    """
    pile = _Pile(claims, is_verbatim=is_verbatim, readings=readings)
    links, clashes = [], []
    for link in pile.links():
        if pile.is_one(link):
            links.append(link)
        elif pile.is_clash(link):
            clashes.append(link)
    groups = join(len(claims), sorted(links, key=_by_strength), pile.agree)
    group_of = {place: n for n, group in enumerate(groups) for place in group.places}
    return Agreement(
        tuple(groups),
        tuple(
            link
            for link in sorted(clashes, key=_by_strength)
            if group_of[link.first] != group_of[link.second]
        ),
        pile.wordings,
    )


def _by_strength(link: Link) -> tuple[float, int, int]:
    return -link.comparison.likeness, link.first, link.second


class _Pile:
    """Claims in order of precedence, ready to be held against one another."""

    def __init__(
        self,
        claims: Sequence[Claim],
        *,
        is_verbatim: bool,
        readings: Mapping[str, Wording] | None,
    ) -> None:
        self._claims = claims
        self.wordings = Pile(claims, readings=readings).wordings
        self._are_telling = [_is_telling(wording) for wording in self.wordings]
        self._is_verbatim = is_verbatim
        # Where many say the same words, the same two are compared time and again.
        self._known: dict[tuple[int, int, Stance, Stance], Comparison] = {}
        self._likenesses: dict[tuple[int, int], float] = {}

    def links(self) -> Iterator[Link]:
        """Yield each claim with the earlier ones that it may be.

        The first in the same words is always among them: an index of thousands keeps
        only some of those that share common words.
        """
        index = WordingIndex()
        twins: dict[object, int] = {}
        for place, wording in enumerate(self.wordings):
            if self._are_telling[place]:
                twin = twins.setdefault(self._identity(place), place)
                near = {*index.near(wording, limit=_COMPARED), twin} - {place}
                for other in sorted(near):
                    if self._may_be_one(other, place):
                        yield Link(other, place, self._compare(other, place))
            index.add(wording)

    def _identity(self, place: int) -> object:
        """Return what is the same for claims that are one beyond any doubt."""
        source = self._claims[place].source if self._is_verbatim else None
        stance = self._claims[place].stance
        return self._claims[place].text, stance, None if source is None else source.key

    def _may_be_one(self, one: int, other: int) -> bool:
        """Say whether two claims share enough for a closer look."""
        ours, theirs = self.wordings[one], self.wordings[other]
        if not self._are_telling[one] or not _may_be_one(ours, theirs):
            return False
        # Statements that are neither the same words nor a version need no comparison,
        # and claims that are less alike are neither one nor clash.
        if self._is_verbatim:
            return self._are_same_words(one, other, min(_SAME_WORDS, _VERSION_WORDS))
        return self._likeness(one, other) >= min(SAME_FROM, _CLASHING_FROM)

    def is_one(self, link: Link) -> bool:
        """Say whether two claims are one, as far as these two tell."""
        comparison = link.comparison
        if comparison.differences:
            return False
        if self._is_verbatim:
            return self._are_same_words(link.first, link.second, _SAME_WORDS)
        shares = comparison.first_share, comparison.second_share
        return comparison.similarity >= SAME_FROM and max(shares) >= _MOST_OF_LESSER

    def is_clash(self, link: Link) -> bool:
        """Say whether two claims are versions of one another that disagree."""
        comparison = link.comparison
        if comparison.likeness < _CLASHING_FROM or not _tells(comparison.differences):
            return False
        return not self._is_verbatim or self._are_same_words(
            link.first, link.second, _VERSION_WORDS
        )

    def agree(self, ours: Sequence[int], theirs: Sequence[int], link: Link) -> bool:
        """Say whether no members of two groups clash, and most are alike."""
        alike = 0
        for left, right in product(ours, theirs):
            likeness = self._likeness(left, right)
            if likeness >= LOOKED_AT_FROM:
                is_link = {left, right} == {link.first, link.second}
                found = link.comparison if is_link else self._compare(left, right)
                if found.differences:
                    return False
            alike += likeness >= _ANY_LIKENESS
        return 2 * alike > len(ours) * len(theirs)

    def _compare(self, one: int, other: int) -> Comparison:
        ours, theirs = self.wordings[one], self.wordings[other]
        stances = self._claims[one].stance, self._claims[other].stance
        pair = id(ours), id(theirs), *stances
        known = self._known.get(pair)
        if known is None:
            known = compare_wordings(
                ours, theirs, stances=stances, likeness=self._likeness(one, other)
            )
            self._known[pair] = known
        return known

    def _likeness(self, one: int, other: int) -> float:
        ours, theirs = self.wordings[one], self.wordings[other]
        pair = id(ours), id(theirs)
        known = self._likenesses.get(pair)
        if known is None:
            known = self._likenesses[pair] = find_likeness(ours, theirs)
        return known

    def _are_same_words(self, one: int, other: int, least: float) -> bool:
        if not are_one_source(self._claims[one].source, self._claims[other].source):
            return False
        return contained_words(self.wordings[one], self.wordings[other]) >= least


def _is_telling(wording: Wording) -> bool:
    return len(wording.terms) >= _FEWEST_TERMS and wording.weight >= _LEAST_WEIGHT


def _may_be_one(one: Wording, other: Wording) -> bool:
    """Say whether two wordings share enough for a closer look."""
    theirs = other.weights
    # In the order of the text: a set's own order changes the last digit.
    met = sum([w for term, w in one.weights.items() if term in theirs])
    return met >= _LOOKED_AT * min(one.weight, other.weight)


def _tells(differences: Sequence[Difference]) -> bool:
    """Say whether differences make two versions of one claim.

    Another name makes another claim, and a question is no version of its answer.
    """
    return any(
        each.kind is not DifferenceKind.NAME
        and (each.kind is not DifferenceKind.STANCE or is_denial(each))
        for each in differences
    )


def find_clash(claim: Wording, said: Wording) -> tuple[Difference, ...]:
    """Return in what a statement that is told of a claim cannot hold beside it.

    What the statement leaves open is no difference, and neither is a rounded number or
    one that belongs to a name ("Alda 2") against one that does not.

    Returns:
        Numbers, dates and opposites, the words of the claim first; empty when nothing
        speaks against it, or the two are too unlike to be versions of one another.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> claim = read_wording("The quay is closed until May")
        >>> for text in ("The quay is closed until June", "The quay is closed"):
        ...     print([str(each) for each in find_clash(claim, read_wording(text))])
        ['date: "May" against "June"']
        []
    """
    stances = Stance.ASSERTS, Stance.ASSERTS
    comparison = compare_wordings(claim, said, stances=stances)
    ours, theirs = _named_numbers(claim), _named_numbers(said)
    return tuple(
        each
        for each in comparison.differences
        if comparison.likeness >= _DECIDING_FROM.get(each.kind, math.inf)
        and (
            each.kind is not DifferenceKind.NUMBER
            or (
                (each.first in ours) == (each.second in theirs)
                and not _is_allowed(claim, said, each)
            )
        )
    )


def _is_allowed(claim: Wording, said: Wording, difference: Difference) -> bool:
    """Say whether a claim of "more than 400" allows the number that is told."""
    ours = [k for k in claim.numbers if claim.written[k] == difference.first]
    theirs = [
        said.numbers[k] for k in said.numbers if said.written[k] == difference.second
    ]
    return any(allows(claim, place, other) for place in ours for other in theirs)


def _named_numbers(wording: Wording) -> set[str]:
    """Return the numbers that stand right behind a name, as they are written."""
    return {
        wording.written[place]
        for place in wording.numbers
        if place and wording.terms[place - 1] in wording.names
    }


def are_one_source(one: Source | None, other: Source | None) -> bool:
    """Say whether two names may stand for one source that said the same words.

    A name left out may be any; a surname is the full name's; a spokesman's body may
    stand for him.

    Example:
        >>> are_one_source(Source("Ada Lind"), Source("Lind"))
        True
        >>> are_one_source(Source("Ada Lind"), Source("Otto Brandt"))
        False
        >>> are_one_source(None, Source("Lind"))
        True
    """
    if one is None or other is None or one.key == other.key:
        return True
    names = [
        [source_key(name) for name in (each.name, each.affiliation) if name]
        for each in (one, other)
    ]
    return any(_may_be(left, right) for left, right in product(*names))


def _may_be(left: str, right: str) -> bool:
    fewer, more = sorted((set(left.split()), set(right.split())), key=len)
    return fewer <= more and any(len(word) >= _NAME_LETTERS for word in fewer)
