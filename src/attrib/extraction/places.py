"""Places: where words stand in a text, which place is meant, and what comes near."""

import difflib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile

from attrib.errors import caret
from attrib.model.span import Span

_SHOWN_CHARS = 60
_COMPARED_WORDS = 60
"""So many words of what was not found are held against the text."""
_MOST_HINTS = 10
"""So many times at most the text is searched for what comes nearest."""


class Places:
    """The places of words in one text; each words are searched once.

    Args:
        text: The text.

    Example:
        >>> places = Places("AFP said that she said it.")
        >>> [span.start for span in places.find("said")], places.find("aid")
        ([4, 18], ())
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, tuple[Span, ...]] = {}
        self._hint_count = 0

    def find(self, words: str) -> tuple[Span, ...]:
        """Return where words stand, not inside of longer words, in text order.

        Args:
            words: Words with more than white space.
        """
        if words not in self._found:
            self._found[words] = tuple(self._search(words))
        return self._found[words]

    def _search(self, words: str) -> list[Span]:
        spans = []
        at = self.text.find(words)
        while at >= 0:
            end = at + len(words)
            if not (is_joined(self.text, at) or is_joined(self.text, end)):
                spans.append(Span(at, end))
            at = self.text.find(words, at + 1)
        return spans

    def tell_missing(self, words: str) -> str:
        """Return what to say of words that do not stand in the text.

        The first such words come with what is nearest to them in the text.
        """
        message = f"{show(words)} does not stand in the text"
        self._hint_count += 1
        near = None if self._hint_count > _MOST_HINTS else _near(self.text, words)
        if near is None:
            return message
        said = near.of(self.text)
        if said == words:
            message += " by itself, only inside of a longer word"
            parted = 0
        else:
            message += f"; nearest is {show(said)}"
            pairs = zip(said, words, strict=False)
            shared = takewhile(lambda pair: pair[0] == pair[1], pairs)
            parted = sum(1 for _ in shared)
        shown = caret(self.text, near.start + parted).replace("\n", "\n    ")
        return f"{message}, at {near.start}:\n    {shown}"


def is_joined(text: str, at: int) -> bool:
    """Say whether a place is in the middle of a word.

    Args:
        text: The text.
        at: The place, before the character of that index.
    """
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def show(value: object) -> str:
    """Return a value as messages show it: text in quotes, and not too long."""
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 1]}…"


def nearest(spans: Sequence[Span], anchors: Sequence[Span]) -> Span:
    """Return the span that is nearest to some anchors together; last come those in one.

    Args:
        spans: Places of the same words, in text order; at least one.
        anchors: Spans of other words.

    Example:
        >>> places = [Span(0, 4), Span(20, 24), Span(40, 44)]
        >>> nearest(places, [Span(10, 12), Span(26, 30)])
        Span(start=20, end=24)
    """
    # The distance falls up to the best place and rises from there.
    low, high = 0, len(spans) - 1
    while low < high:
        middle = (low + high) // 2
        if _distance(spans[middle + 1], anchors) < _distance(spans[middle], anchors):
            low = middle + 1
        else:
            high = middle
    beside = [
        at
        for at in (_leave(spans, low, anchors, -1), _leave(spans, low, anchors, 1))
        if 0 <= at < len(spans)
    ]
    best = min(beside, key=lambda at: (_distance(spans[at], anchors), at), default=low)
    return spans[best]


def _distance(span: Span, anchors: Sequence[Span]) -> int:
    return sum(max(span.start - a.end, a.start - span.end, 0) for a in anchors)


def _leave(
    spans: Sequence[Span], at: int, anchors: Sequence[Span], direction: int
) -> int:
    """Return the first place from one on that is in no anchor; beyond them for none."""
    while 0 <= at < len(spans):
        around = next((a for a in anchors if spans[at].overlaps(a)), None)
        if around is None:
            break
        if direction < 0:
            at = bisect_right(spans, around.start, key=lambda span: span.end) - 1
        else:
            at = bisect_left(spans, around.end, key=lambda span: span.start)
    return at


_ALIKE = ("'‘’`´", '"“”„«»', "-–—‑", "\u00a0 \t\n")
"""Characters that other programs put in the place of each other."""


def _near(text: str, words: str) -> Span | None:
    """Return where the text comes nearest to some words, or None."""
    pattern = "".join(_alike(char) for char in " ".join(words.split()))
    found = re.search(pattern, text, re.IGNORECASE)
    if found is not None:
        return Span(*found.span())
    theirs = list(re.finditer(r"\w+", text))
    ours = re.findall(r"\w+", words.casefold())[:_COMPARED_WORDS]
    folded = [word[0].casefold() for word in theirs]
    if not set(ours) & set(folded):
        alike = (
            difflib.get_close_matches(word, sorted(set(folded)), 1) for word in ours[:5]
        )
        ours = [word for found in alike for word in found]
    matcher = difflib.SequenceMatcher(None, folded, ours, autojunk=False)
    run = matcher.find_longest_match()
    if not run.size:
        return None
    first = max(0, run.a - run.b)
    last = min(len(theirs), run.a - run.b + len(ours)) - 1
    return Span(theirs[first].start(), theirs[last].end())


def _alike(char: str) -> str:
    if char.isspace():
        return r"\s+"
    for alike in _ALIKE:
        if char in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(char)
