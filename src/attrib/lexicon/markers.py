"""Markers: words that tell a circumstance of what is said, such as its channel."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from attrib.errors import LexiconError
from attrib.lexicon.patterns import spell_out

_KEYS = ("verbs", "sources", "phrases", "openers")
_COMMON = frozenset(
    "at by from how in it of on own that the to upon via was were what who with".split()
)
"""Words under which no phrase is looked up that has another: they stand everywhere."""


@attrs.frozen
class Marker:
    """Words that tell a circumstance.

    Attributes:
        words: The words, folded to lower case.
        value: What they tell.
        rank: Place of the value in the data; of several, the first counts.
        key: Place of the word in `words` that they are looked up by.
        is_opener: Whether they count at the head of a clause only.
    """

    words: tuple[str, ...]
    value: str
    rank: int
    is_opener: bool = False
    key: int = 0


@attrs.frozen(eq=False, slots=False)  # cached properties slow slots down
class Markers:
    """All words that tell one sort of circumstance.

    Attributes:
        verbs: Base forms of cues to what they tell.
        sources: Words at the head of a mention, by their last word.
        phrases: Words that stand beside a cue, by their key, the longest first.
    """

    verbs: Mapping[str, str]
    sources: Mapping[str, tuple[Marker, ...]]
    phrases: Mapping[str, tuple[Marker, ...]]

    @functools.cached_property
    def nouns(self) -> frozenset[str]:
        """Words that tell it by themselves, such as "interview" and "statement"."""
        return frozenset(
            marker.words[0]
            for markers in self.phrases.values()
            for marker in markers
            if len(marker.words) == 1
        )


def read_markers(sections: Mapping[str, Mapping[str, Any]]) -> Markers:
    """Return the markers of a file: values to the words that tell them.

    Args:
        sections: Values, each with `verbs`, `sources`, `phrases` or `openers`.

    Raises:
        LexiconError: A section has another key, or a value of another type; all such
            are listed.

    Example:
        >>> markers = read_markers({"X": {"verbs": "tweet", "phrases": ["on|via x"]}})
        >>> markers.verbs, [marker.words for marker in markers.phrases["x"]]
        ({'tweet': 'X'}, [('on', 'x'), ('via', 'x')])
    """
    faults = [fault for name, each in sections.items() for fault in _faults(name, each)]
    if faults:
        raise LexiconError("\n".join(faults))
    verbs: dict[str, str] = {}
    sources: dict[str, list[Marker]] = {}
    phrases: dict[str, list[Marker]] = {}
    for rank, (value, section) in enumerate(sections.items()):
        for verb in section.get("verbs", "").split():
            verbs.setdefault(verb, value)
        for key in ("phrases", "openers", "sources"):
            for pattern in section.get(key, ()):
                for words in spell_out(pattern):
                    held = sources if key == "sources" else phrases
                    place = len(words) - 1 if key == "sources" else _key(words)
                    marker = Marker(words, value, rank, key == "openers", place)
                    held.setdefault(words[place], []).append(marker)
    return Markers(verbs, _longest_first(sources), _longest_first(phrases))


def _key(words: Sequence[str]) -> int:
    """Return the place of the word that stands least often in a text."""
    return max(
        range(len(words)), key=lambda at: (words[at] not in _COMMON, len(words[at]))
    )


def _faults(name: str, section: Mapping[str, Any]) -> Iterator[str]:
    for key, value in section.items():
        if key not in _KEYS:
            yield f"{name!r} has {', '.join(_KEYS)}, not {key!r}"
        elif not isinstance(value, str if key == "verbs" else list):
            wanted = "words" if key == "verbs" else "a list of patterns"
            yield f"{name!r}: {key} is {wanted}, not {value!r}"


def _longest_first(
    found: Mapping[str, list[Marker]],
) -> dict[str, tuple[Marker, ...]]:
    return {
        word: tuple(
            sorted(markers, key=lambda marker: (-len(marker.words), marker.rank))
        )
        for word, markers in found.items()
    }
