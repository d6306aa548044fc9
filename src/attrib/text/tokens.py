"""Characters into tokens: where each word and mark of punctuation stands."""

import functools
import itertools
import operator
import re
from collections.abc import Collection, Iterable

import attrs

_TOKEN = r"""
    [a-zA-Z0-9]++(?=\s)                      # most words: tried first, it is faster
  | {word}+
    (?:
        [-‐‑]{word}+                        # so-called
      | ['’](?:
            [tT]\b                          # don't: the negation stays with its verb
          | (?!(?:{clitic})\b){word}+       # O'Hara
        )
      | [.,](?:
            (?<=\d.)\d+                     # 1,000 and 3.5
          | (?<=\.)(?=[a-z]){word}+         # example.org, and a.m
          | (?<=\b[^\W\d_]\.)[^\W\d_]\b     # U.S
          | (?<=\.[^\W\d_]\.)               # the last stop of U.S. and a.m.
          | (?<=\bPh\.)D\b                  # Ph.D
        )
    )*
  | [^\w\s'’`.-]                            # most marks, too
  | ['’](?: (?:{low}) | (?<=\w.)(?:{high}) )\b # the mayor's, he'll: a token of its own
  | (?<=\S)'(?=''(?!'))                    # they call it 'home''': two marks
  | ''|’’|‘‘|`{2,}|--+|\.\.+                # marks written with several characters
  | [^\w\s]
"""
_INVISIBLE = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, joiners, marks of direction, byte order marks: no white space, and
part of the word in which they stand."""
_COMBINING = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u064b-\u065f\u0670"
)
"""Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic ones:
`\\w` leaves them out, and decomposed text would fall apart at each."""
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
"""Letters that a printed page sets as one: "o\ufb03cials"."""
_LETTERS = str.maketrans(_LIGATURES)
_FRAGMENTS = {
    "word": rf"[a-zA-Z0-9\w{_INVISIBLE}{_COMBINING}]",  # ASCII is found by its bit
    "clitic": "{low}|{high}",
    "low": "s|d|m|ve|ll|re",
    "high": "S|D|M|VE|LL|RE",
}


@functools.cache
def _token() -> re.Pattern[str]:
    """Return the pattern of a token and the white space before it."""
    filled = _TOKEN
    for name, fragment in _FRAGMENTS.items():
        filled = filled.replace(f"{{{name}}}", fragment)
    return re.compile(rf"\s*+(?:{filled})", re.VERBOSE)


@functools.cache
def _invisible() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE}]+")


@attrs.frozen
class Tokens:
    """The tokens of one text, as three lists of equal length.

    Attributes:
        starts: The code point at which each token begins.
        ends: The code point just after each token.
        forms: The words as they are written, without soft hyphens and other
            characters that nobody sees, and with ligatures as letters.
    """

    starts: list[int]
    ends: list[int]
    forms: list[str]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.forms)


def find_listed(
    words: Iterable[str], listed: Collection[str], first: int = 0
) -> list[int]:
    """Return where words stand that are listed.

    Args:
        words: Words or marks, in text order.
        listed: Those that are sought; few words of a text are among them.
        first: Where the first of the words stands.

    Example:
        >>> find_listed(["it", "rained", "in", "May"], {"in", "it"})
        [0, 2]
    """
    is_listed = map(listed.__contains__, words)
    return list(itertools.compress(itertools.count(first), is_listed))


def tokenize(text: str) -> Tokens:
    """Split a text into words and marks; white space belongs to no token.

    A possessive or shortened auxiliary is a token of its own ("mayor", "'s"), a
    negation stays with its verb ("don't"), and initials keep their full stops.

    Args:
        text: Any text, lone surrogates and NULs included.

    Returns:
        Tokens in text order; none for an empty text.

    Example:
        >>> tokenize("The U.S. envoy's aide didn't speak.").forms
        ['The', 'U.S.', 'envoy', "'s", 'aide', "didn't", 'speak', '.']
        >>> len(tokenize(""))
        0
    """
    # Only white space stands between tokens: what is found lacks nothing, and adding up
    # lengths is faster than asking a match for its span.
    found = _token().findall(text.rstrip())
    ends = list(itertools.accumulate(map(len, found)))
    forms = list(map(str.lstrip, found))
    starts = list(map(operator.sub, ends, map(len, forms)))
    if text.isascii():
        return Tokens(starts, ends, forms)
    if not _LIGATURES.keys().isdisjoint(text):
        forms = [form.translate(_LETTERS) for form in forms]
    if _invisible().search(text):
        return _without_invisible(Tokens(starts, ends, forms))
    return Tokens(starts, ends, forms)


def _without_invisible(tokens: Tokens) -> Tokens:
    """Return tokens whose forms hold nothing that nobody sees.

    A token of nothing else belongs to the token that it clings to, or else keeps its
    form: none is empty.
    """
    kept = Tokens([], [], [])
    for start, end, form in zip(tokens.starts, tokens.ends, tokens.forms, strict=True):
        seen = _invisible().sub("", form)
        if not seen and kept.ends and kept.ends[-1] == start:
            kept.ends[-1] = end
            continue
        kept.starts.append(start)
        kept.ends.append(end)
        kept.forms.append(seen or form)
    return kept
