"""Stances: words that make a saying no saying, and nouns that take a stance."""

from collections.abc import Mapping
from typing import Any

import attrs

from attrib.errors import LexiconError
from attrib.lexicon.patterns import spell_out
from attrib.model.attribution import Stance

_WORDS = ("negations", "additions", "modals", "conditions", "inversions")


@attrs.frozen(eq=False)
class Stances:
    """Words around a cue that decide whether its source says the content.

    Attributes:
        negations: Words in a cue, or right before it, that negate it.
        additions: Words that make no negation of a "not" before them.
        modals: Modals that leave open whether it is said.
        conditions: Words before a source that make it a condition.
        inversions: The same, at the head of a sentence.
        avoidance: One or two words before a cue that say that it was left unsaid.
        nouns: Nouns as cues to the stance they take.
    """

    negations: frozenset[str]
    additions: frozenset[str]
    modals: frozenset[str]
    conditions: frozenset[str]
    inversions: frozenset[str]
    avoidance: frozenset[tuple[str, ...]]
    nouns: Mapping[str, Stance]


def read_stances(tables: Mapping[str, Any]) -> Stances:
    """Return the words of stances.toml.

    Args:
        tables: The tables of the file.

    Raises:
        LexiconError: Something is missing, or of another form; all faults are listed.

    Example:
        >>> words = dict.fromkeys(_WORDS, "so")
        >>> read_stances({**words, "avoidance": ["short of"],
        ...               "nouns": {"denies": "denial"}}).avoidance
        frozenset({('short', 'of')})
    """
    faults = [
        f"stances: {name} is words, not {tables.get(name)!r}"
        for name in _WORDS
        if not isinstance(tables.get(name), str)
    ]
    avoidance, nouns = tables.get("avoidance"), tables.get("nouns")
    if not isinstance(avoidance, list):
        faults.append(f"stances: avoidance is a list of patterns, not {avoidance!r}")
    if not isinstance(nouns, Mapping) or set(nouns) - set(Stance):
        faults.append(f"stances: nouns are {', '.join(Stance)}, not {nouns!r}")
    if faults:
        raise LexiconError("\n".join(faults))
    assert isinstance(avoidance, list)
    assert isinstance(nouns, Mapping)
    return Stances(
        **{name: frozenset(tables[name].split()) for name in _WORDS},
        avoidance=frozenset(
            words for pattern in avoidance for words in spell_out(pattern)
        ),
        nouns={
            noun: Stance(stance)
            for stance, listed in nouns.items()
            for noun in listed.split()
        },
    )
