"""Rebuttals: who denies a claim with no word of denial, by telling of it otherwise.

"Norway said that Chile sank the ferry", "that it had no part in it" and "that the ferry
is intact" all deny that Norway sank the ferry.
"""

import re

from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.terms import load_terms
from attrib.provenance.culprits import find_culprits, is_same_deed, tells_of_harm
from attrib.provenance.voices import Voice
from attrib.provenance.weighing import Weights, read_terms
from attrib.provenance.wording import Wording, read_wording

_THING_SHARE = 0.5
"""Share of what a claim says beside who did what, by which it is the same thing."""
_DISOWNED = re.compile(
    r"""
      \bnothing\s+(?:at\s+all\s+)?to\s+do\s+with\b
    | (?:\b(?:no|not|never|neither|nor|without)|n['’]t)\b
      (?:\s+[\w'’]+){0,3}?\s+
      (?:involv\w+|parts?|roles?|hand|connect\w+|links?|linked|behind|responsib\w+
        |guilty|to\s+blame)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How somebody tells that a deed was another's: "it had no hand in"."""
_ITSELF = re.compile(r"\b(?:it|its|he|his|she|her|they|their|we|our|i|my)\b", re.I)


def rebuts(voice: Voice, claim: Wording, weights: Weights) -> bool:
    """Say whether a voice denies a claim by what it says instead.

    Who is said to have done it accuses somebody else of it, or has no part in it; or
    anybody says that what is said to be ruined is whole.

    Args:
        voice: The voice.
        claim: The claim.
        weights: What each term of the claim weighs.
    """
    if voice.is_denying or voice.is_open:
        return False
    if _tells_whole(voice, weights):
        return True
    return weights.is_led_by(voice.who) and (
        _accuses_others(voice, weights)
        or _disowns(voice, weights)
        or find_culprits(claim, voice.wording, weights) is not None
    )


def _accuses_others(voice: Voice, weights: Weights) -> bool:
    """Say whether somebody else is blamed: "Norway blames Chile for the fire"."""
    return (
        not load_terms().telling.isdisjoint(voice.cue - weights.terms.keys())
        and not weights.is_led_by(voice.content)
        and is_same_deed(voice.content | voice.cue, weights)
    )


def _disowns(voice: Voice, weights: Weights) -> bool:
    """Say whether somebody says to have had no part in it: "its navy had no role"."""
    text = voice.chain.content.text
    disowned = _DISOWNED.search(text)
    if disowned is None or not tells_of_harm(weights):
        return False
    before = text[: disowned.start()]
    who = read_terms(read_wording(before), load_lexicon("en").knowledge).keys()
    return not who or weights.is_led_by(who) or _ITSELF.search(before) is not None


def _tells_whole(voice: Voice, weights: Weights) -> bool:
    """Say whether what is said to be ruined is said to be whole: "it is intact"."""
    known, said = load_terms(), voice.wording
    if weights.predicate not in known.ruining:
        return False
    is_whole = not known.whole.isdisjoint(said.weights.keys() - said.denied)
    if not is_whole and known.damaging.isdisjoint(said.denied):
        return False
    done = weights.terms.get(weights.leading, 0.0) + weights.terms[weights.predicate]
    thing = voice.content - {weights.leading, weights.predicate}
    return done < 1 and weights.share(thing) >= _THING_SHARE * (1 - done)
