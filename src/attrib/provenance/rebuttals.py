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
_HELD = re.compile(
    r"""
      \b(?:fight\w*|battles?|combat|clashes|resistance|defen[cs]e)\b[^.;]{0,60}?
      \b(?:continu\w+|go(?:es|ing)?\s+on|ongoing|rag(?:e[sd]?|ing)|(?:not|never)\s+over
        |far\s+from\s+over)\b
    | \b(?:still|continues?\s+to|remains?\s+in)\s+(?:full\s+)?
      (?:hold|holds|holding|control|controls|controlled|defend\w*|fight\w*|resist\w*)\b
    | \b(?:hold|holds|holding)\s+(?:on|out)\b
    | \bremain\w*\s+(?:under|in)\s+(?:[\w'’]+\s+){0,2}(?:control|hands)\b
    | \b(?:not|n['’]t|never)\s+(?:yet\s+)?
      (?:fallen|fall|lost|left|withdrawn|retreated|over)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How it is told that a place has not been taken: "still hold", "is not over"."""
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
    if _tells_whole(voice, weights) or _tells_held(voice, weights):
        return True
    return weights.is_led_by(voice.who) and (
        _accuses_others(voice, weights)
        or _calls_staged(voice, weights)
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


def _calls_staged(voice: Voice, weights: Weights) -> bool:
    """Say whether what shows a deed is called untrue: "the photos were staged"."""
    known, said = load_terms(), voice.wording
    is_staged = not (known.untrue | known.staged).isdisjoint(
        said.weights.keys() - said.denied
    )
    return (
        is_staged
        and not known.evidence.isdisjoint(said.weights)
        and tells_of_harm(weights)
        and is_same_deed(voice.content, weights)
    )


def _tells_held(voice: Voice, weights: Weights) -> bool:
    """Say whether what is said to be taken is said to be held or fought for still.

    Whoever says so of what he took himself does not deny it.
    """
    known = load_terms()
    taken = {"take", *known.related.get("take", ())}
    if weights.predicate not in taken or weights.is_led_by(voice.who):
        return False
    held = _HELD.search(voice.chain.content.text)
    return held is not None and _is_same_thing(voice, weights)


def _tells_whole(voice: Voice, weights: Weights) -> bool:
    """Say whether what is said to be ruined is said to be whole: "it is intact"."""
    known, said = load_terms(), voice.wording
    if weights.predicate not in known.ruining:
        return False
    if weights.predicate in said.weights.keys() - said.denied:
        return False  # "it was damaged, but the port is intact"
    is_whole = not known.whole.isdisjoint(said.weights.keys() - said.denied)
    if not is_whole and known.damaging.isdisjoint(said.denied):
        return False
    return _is_same_thing(voice, weights)


def _is_same_thing(voice: Voice, weights: Weights) -> bool:
    """Say whether a voice names what a claim says was done to."""
    done = weights.terms.get(weights.leading, 0.0) + weights.terms[weights.predicate]
    thing = voice.content - {weights.leading, weights.predicate}
    return done < 1 and weights.share(thing) >= _THING_SHARE * (1 - done)
