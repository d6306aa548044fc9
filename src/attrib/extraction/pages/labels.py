"""Labels: words that say what a paragraph is, and rows of stars between two parts."""

from collections.abc import Iterator, Sequence

from attrib.lexicon.entries import Sort
from attrib.lexicon.lexicon import Lexicon
from attrib.text.tokens import Tokens

_LONGEST_LABEL = 4
_DIGITS = frozenset("0123456789:")
_NAMED_BEHIND = frozenset(
    "q a qn question answer source sources re id note notes ps nb".split()
)
"""Labels that belong to what follows them."""
_BESIDE = frozenset("pm am gmt est et bst news".split())
"""What may stand with a label: "Update 6:30 pm", "Breaking news"."""


def find_labels(
    tokens: Tokens, paragraphs: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Yield "Exclusive:" and "Live updates:" at the heads of paragraphs.

    A row of stars in a paragraph parts it, too.

    Args:
        tokens: The tokens of a text.
        paragraphs: Its paragraphs, as ranges of tokens.
        lexicon: The lexicon that lists labels.
    """
    forms, starts, ends = tokens.forms, tokens.starts, tokens.ends
    for first, last in paragraphs:
        for at in range(first + 1, min(last - 1, first + _LONGEST_LABEL + 1)):
            if forms[at] == ":" and starts[at + 1] > ends[at]:
                if _is_label(forms[first:at], lexicon):
                    yield first, at + 1
                break
        yield from _find_stars(tokens, first, last)


def _is_label(forms: Sequence[str], lexicon: Lexicon) -> bool:
    """Say whether words are a label: "BREAKING", "Update 2", "Live updates"."""
    words = [lexicon.words[form] for form in forms]
    head = words[0]
    if not (head.is_capital and head.sorts & Sort.LABEL) or head.norm in _NAMED_BEHIND:
        return False
    return all(
        word.sorts & Sort.LABEL or word.norm in _BESIDE or word.norm[0] in _DIGITS
        for word in words[1:]
    )


def _find_stars(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield "* * *" inside a paragraph whose lines were lost."""
    forms, starts, ends = tokens.forms, tokens.starts, tokens.ends
    if "*" not in forms[first:last]:
        return
    end = first + 1
    for at in range(first + 1, last - 1):
        if forms[at] != "*" or at < end:
            continue
        end = at + 1
        while end < last and forms[end] == "*":
            end += 1
        is_apart = end < last and starts[at] > ends[at - 1]
        if end - at > 2 and is_apart and starts[end] > ends[end - 1]:
            yield at, end
