"""Carrying: how a voice carries a claim, or denies it, or tells another version."""

import enum
from collections.abc import Iterator, Sequence

import attrs

from attrib.lexicon.terms import load_terms
from attrib.model.claim import Difference
from attrib.model.span import Span
from attrib.provenance.agreement import find_clash
from attrib.provenance.choosing import Bearing
from attrib.provenance.culprits import find_culprits
from attrib.provenance.rebuttals import rebuts
from attrib.provenance.voices import Voice
from attrib.provenance.weighing import Weights
from attrib.provenance.wording import Wording

_CHAIN_SHARE = 0.6
"""Share of what a passage says of the claim that is a chain's, if it is the chain's."""
_FAR_SHARE = 0.8
"""Share of what a passage says that a chain elsewhere in the report must say."""
_ACTOR_SHARE = 0.2
"""The same where the chain ends at who the claim says did it: a deed is announced
in fewer words than the report does."""
_DENYING_SHARE = 0.5
"""Share of a claim's weight that must be said where it is denied: to deny a part of it
may be to say something else."""


@attrs.frozen
class Stretch:
    """The sentences of a report that say most of a claim.

    Attributes:
        extent: Where they stand.
        best: The share of the claim that one of them says.
        whole: The share that they say together.
    """

    extent: Span
    best: float
    whole: float


class Manner(enum.Enum):
    """How a chain carries a claim; BESIDE says too little to carry it alone."""

    ASSERTING = enum.auto()
    BESIDE = enum.auto()
    CLASHING = enum.auto()
    DENYING = enum.auto()
    BRIEFLY_DENYING = enum.auto()


def own_voices(voices: Sequence[Voice], weights: Weights) -> Iterator[Voice]:
    """Yield the voices that do not only speak beside who acts in the claim.

    Args:
        voices: The voices of a report.
        weights: What each term of the claim weighs.
    """
    acting = {v.chain.attribution for v in voices if weights.is_led_by(v.who)} - {None}
    for voice in voices:
        # "Norway and Sweden said that they will sign" is each one's own word of it.
        is_of_another = voice.chain.attribution in acting and not weights.is_led_by(
            voice.who
        )
        if not is_of_another:
            yield voice


def read_voice(
    voice: Voice, weights: Weights, claim: Wording, stretch: Stretch
) -> tuple[Manner, Bearing] | None:
    """Return how a voice carries a claim, or None where it does not.

    Args:
        voice: The voice.
        weights: What each term of the claim weighs.
        claim: The claim.
        stretch: What the report says of the claim.
    """
    is_rebuttal = rebuts(voice, claim, weights)
    if not is_rebuttal and not voice.may_be_about(weights):
        return None
    share = voice.share(weights)
    is_near = any(s.overlaps(stretch.extent) for s in voice.chain.content.spans)
    is_against = contradicts(voice.wording, claim, weights)
    asserts = voice.is_denying == is_against and not is_rebuttal
    least = _least_share(voice, weights, stretch, is_near=is_near)
    if voice.is_denying or is_against:
        least = max(least, _DENYING_SHARE)
        if not is_against and not voice.denies_deed(weights):
            return None
    if share < least and not (is_near and voice.denies_only(weights)):
        if not asserts or not is_near or voice.is_denying:
            return None
        told = stretch.best if voice.refers_back else share
        return Manner.BESIDE, Bearing(voice.chain, asserts, told)
    clash = find_versions(claim, voice.wording, weights) if asserts else ()
    bearing = Bearing(voice.chain, asserts, share, voice.is_retracting, clash)
    if asserts:
        return (Manner.CLASHING if clash else Manner.ASSERTING), bearing
    is_brief = share < least and not voice.tells_what(weights)
    return (Manner.BRIEFLY_DENYING if is_brief else Manner.DENYING), bearing


def find_versions(
    claim: Wording, said: Wording, weights: Weights
) -> tuple[Difference, ...]:
    """Return in what a statement is another version of a claim: who did it, too.

    Args:
        claim: The claim.
        said: The statement.
        weights: What each term of the claim weighs.
    """
    culprits = find_culprits(claim, said, weights)
    clash = find_clash(claim, said)
    return clash if culprits is None else (culprits, *clash)


def _least_share(
    voice: Voice, weights: Weights, stretch: Stretch, *, is_near: bool
) -> float:
    """Return the share of a claim that a chain must say to carry it.

    Args:
        voice: The chain.
        weights: What each term of the claim weighs.
        stretch: What the report says of the claim.
        is_near: Whether the chain stands there, and not elsewhere in the report.
    """
    if not is_near:
        return _FAR_SHARE * stretch.whole
    if not weights.is_led_by(voice.who):
        return _CHAIN_SHARE * stretch.best
    # To be named is not enough: it must tell of the deed.
    rest = stretch.best - weights.terms.get(weights.leading, 0.0)
    least = stretch.best - (1 - _ACTOR_SHARE) * rest
    return min(_CHAIN_SHARE * stretch.best, least)


def contradicts(
    said: Wording, claim: Wording, weights: Weights, *, is_own: bool = False
) -> bool:
    """Say whether one of two texts denies what the other says, by a word of both.

    Args:
        said: What is said.
        claim: The claim.
        weights: What each term of the claim weighs.
        is_own: Whether an outlet says so in its own voice: it must then use the very
            word. To leave slowly is no denial of a retreat.
    """
    if not said.denied and not claim.denied:
        return False
    related = {} if is_own else load_terms().related
    for denier, other in ((said, claim), (claim, said)):
        for denied in filter(weights.tells, denier.denied):
            meant = {denied, *related.get(denied, ())}
            if not meant.isdisjoint(other.weights.keys() - other.denied):
                return True
    return False
