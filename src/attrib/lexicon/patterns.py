"""Patterns: several sequences of words written as one."""

import itertools
from collections.abc import Iterator


def spell_out(pattern: str) -> Iterator[tuple[str, ...]]:
    """Yield each sequence of words that a pattern stands for.

    Args:
        pattern: Words; a bar parts alternatives, and a question mark ends a word that
            may be missing.

    Example:
        >>> [" ".join(words) for words in spell_out("in the? view|opinion of")]
        ['in view of', 'in opinion of', 'in the view of', 'in the opinion of']
    """
    places = []
    for place in pattern.split():
        choices = place.removesuffix("?").split("|")
        places.append(["", *choices] if place.endswith("?") else choices)
    for words in itertools.product(*places):
        yield tuple(word for word in words if word)
