"""Forms of English words: what follows from a base form without a table."""

import re
from collections.abc import Mapping

from attrib.lexicon.tags import Tag

_VOWELS = frozenset("aeiou")
_SHORT = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")
"""A verb of one syllable with one vowel and one consonant behind it."""


_OFTEN_DOUBLED = re.compile(".*[aeiouy].*[^aeiou][aeio]l")
"""A verb of several syllables whose "l" is doubled in most of the world: signal."""


def conjugate(base: str, irregular: Mapping[str, str]) -> dict[str, str]:
    """Return the forms of a verb, each with the tags it may have.

    Args:
        base: The base form, in lower case.
        irregular: Base forms to "past participle" of the verbs that need it.

    Returns:
        Forms to tags, one character each (`attrib.lexicon.tags.Tag`).

    Example:
        >>> conjugate("deny", {})["denied"], conjugate("say", {"say": "said said"})
        ('dq', {'say': 'v', 'says': 'z', 'saying': 'g', 'said': 'dq'})
        >>> list(conjugate("signal", {}))[2:]
        ['signaling', 'signaled', 'signalled', 'signalling']
    """
    past, participle = irregular.get(base, "").split() or (None, None)
    doubled = _doubles(base) if past is None else past.startswith(base + base[-1])
    forms = {
        base: str(Tag.VERB_BASE),
        add_s(base): str(Tag.VERB_S),
        _ing(base + base[-1] if doubled else base): str(Tag.GERUND),
    }
    regular = _ed(base + base[-1] if doubled else base)
    forms[past or regular] = forms.get(past or regular, "") + Tag.PAST
    forms[participle or regular] = forms.get(participle or regular, "") + Tag.PARTICIPLE
    if past is None and _OFTEN_DOUBLED.fullmatch(base):
        forms[f"{base}led"], forms[f"{base}ling"] = forms[regular], Tag.GERUND
    return forms


def add_s(base: str) -> str:
    """Return the third person of a verb, or the plural of a noun.

    Example:
        >>> add_s("ministry"), add_s("boss"), add_s("envoy")
        ('ministries', 'bosses', 'envoys')
    """
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in ("go", "veto", "echo"):
        return base + "es"
    return base + "s"


def _doubles(base: str) -> bool:
    """Say whether a short verb doubles its last letter: slam, slammed."""
    return _SHORT.fullmatch(base) is not None


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"
