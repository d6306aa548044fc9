"""What opens the line of a list or a log: a number, a bullet, a dash, a clock time."""

import functools
import re
from collections.abc import Iterator, Sequence

from attrib.text.calendars import MONTHS, WEEKDAYS
from attrib.text.sentences import DASHES
from attrib.text.tokens import Tokens

_OPENING = frozenset("([•‣·▪●◦▸►*-–—")
"""What markers begin with that are no numbers."""
_CLOSING = frozenset('"”’»›“') | {"''", "’’"}


@functools.cache
def _pattern() -> re.Pattern[str]:
    days = "|".join(name.capitalize() for name in (*WEEKDAYS, *MONTHS))
    return re.compile(
        rf"""
        (?P<bullet> [•‣·▪●◦▸►] \s* | (?: [*–—-] | -- ) \s+ (?! [*–—-] ) )?
        (?:
            (?: \d{{1,3}} (?: [.)] | / \d{{0,3}} )           # 2.  2)  2/  2/7
              | [a-zA-Z] \) | \( (?: \d{{1,3}} | [a-z] ) \) | \[ \d{{1,3}} \]
            ) (?= \s+ ["“‘«(\[]? [^\W_a-z] )
          | [(\[]? (?: [01]?\d | 2[0-4] )                    # 14:32
            (?: (?: : [0-5]\d ){{1,2}} (?: \s? [ap]\.?m\b\.? )?
              | [.h] [0-5]\d (?: \s? [ap]\.?m\b\.? )?
              | \s? [ap]\.?m\b\.?
            )
            (?: \s \(? (?: GMT | UTC | BST | MSK | [CE]ES?T | [ECMPA][SD]?T ) \b \)? )?
            [)\]]?
            (?: \s? [:|] (?= \s ) | \s (?: [–—-] | -- ) (?= \s )
              | (?= \s+ ["“‘«(\[]? (?! (?: {days}) \b ) [^\W\d_a-z] ) )
          | (?P<none> )
        )
        \s*
        """,
        re.VERBOSE,
    )


def find_markers(
    text: str, tokens: Tokens, paragraphs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield what opens paragraphs and is no word of theirs: "2.", "•", "14:32 GMT".

    A dash is none where another one closes what it opens, and none behind a quotation,
    which it signs. A number is none before a small letter: "12:05 was too late".

    Args:
        text: The text.
        tokens: Its tokens.
        paragraphs: Its paragraphs, as ranges of tokens.

    Example:
        >>> from attrib.text.tokens import tokenize
        >>> text = "14:32 GMT Police left."
        >>> list(find_markers(text, tokenize(text), [(0, 7)]))
        [(0, 4)]
    """
    forms, starts = tokens.forms, tokens.starts
    for first, last in paragraphs:
        form = forms[first]
        if not (form[0] in _OPENING or form[0].isdecimal() or len(form) == 1):
            continue
        found = _pattern().match(text, starts[first], tokens.ends[last - 1])
        if found is None or found.end() == starts[first]:
            continue
        end = first + 1
        while end < last and starts[end] < found.end():
            end += 1
        is_speech = form in DASHES and (
            (first > 0 and forms[first - 1] in _CLOSING) or _has_dash(tokens, end, last)
        )
        if end < last and starts[end] >= found.end() and not is_speech:
            yield first, end


def _has_dash(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether a dash with white space behind it stands in a range."""
    return any(
        tokens.forms[at] in DASHES
        and (at + 1 == last or tokens.starts[at + 1] > tokens.ends[at])
        for at in range(first, last)
    )
