"""Marked sentences: expected spans shown in the sentence instead of counted.

    [S:AFP] [C:reported] [T:the port was closed]

is the text "AFP reported the port was closed" and three passages. A mark is a
square bracket, a label of capital letters with or without a number, a colon, the
marked words, and the closing bracket.

- Marks nest: `[T:[S1:the mayor] [C1:said] [T1:it rained]]`.
- A label used twice is one passage in two pieces: `[T:It rained,] he said, [T:all
  day.]`
- Brackets that are no marks are text: `[T:the [old] port]`.

`mark` reads any labels. `mark_report` gives them a meaning and builds a report:

    S source (the mention)   C cue   T content   H hedge   A addressee

where the number is the attribution's index and no number is index 0. What an
attribution is nested in need not be written: it is the one with the smallest content
around its own. A relay shares its content with the one it reports; the lower index
is then the outer one: `[S:X] [C:said], [C1:citing] [S1:Y], that [T:[T1:it rained]]`.
"""

import re

import attrs

from attrib.model.attribution import Attribution
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.source import Source
from attrib.model.span import Passage, Span

_LABEL = re.compile(r"[A-Z]+[0-9]*")
_BRACKET = re.compile(rf"\[(?:({_LABEL.pattern}):)?|\]")
_PARTS = frozenset("SCTHA")


@attrs.frozen
class Marked:
    """A text, and its marked passages by label, in order of their first mark."""

    text: str
    passages: dict[str, Passage]

    def __getitem__(self, label: str) -> Passage:
        """Return the passage under a label."""
        return self.passages[label]

    def spans(self, label: str) -> tuple[Span, ...]:
        """Return the spans under a label, none when it marks nothing."""
        passage = self.passages.get(label)
        return () if passage is None else passage.spans


def mark(sentence: str) -> Marked:
    """Return the text without its marks, and what was marked.

    Args:
        sentence: A sentence with marks, as the module describes them.

    Raises:
        ValueError: A mark is never closed or holds nothing.
        SpanError: Two marks with one label overlap.

    Example:
        >>> marked = mark("[S:AFP] [C:reported] [T:the port was closed]")
        >>> marked.text, marked["T"].text
        ('AFP reported the port was closed', 'the port was closed')
    """
    text = ""
    read = 0
    opened: list[tuple[str | None, int]] = []
    spans: dict[str, list[Span]] = {}
    for bracket in _BRACKET.finditer(sentence):
        text += sentence[read : bracket.start()]
        read = bracket.end()
        if bracket[0] != "]":
            label: str | None = bracket[1]
            opened.append((label, len(text)))
            if label is not None:
                spans.setdefault(label, [])
        else:
            label, start = opened.pop() if opened else (None, len(text))
            if label is not None:
                spans[label].append(Span(start, len(text)))
        if label is None:
            text += bracket[0]
    text += sentence[read:]
    unclosed = [label for label, _ in opened if label is not None]
    if unclosed:
        raise ValueError(f"never closed: {', '.join(unclosed)} in {sentence!r}")
    return Marked(
        text, {label: Passage.of(text, *sorted(spans[label])) for label in spans}
    )


def mark_report(
    sentence: str, *, outlet: str | None = None, document_id: str | None = None
) -> Report:
    """Return the report that the marks describe, sources named as mentioned.

    Args:
        sentence: A sentence with marks, as the module describes them; each
            attribution needs a content.
        outlet: The document's outlet.
        document_id: The document's id, by default a hash of the text.

    Raises:
        ValueError: A label is none of S, C, T, H, A, or contents are missing.

    Example:
        >>> report = mark_report("[S:AFP] [C:reported] [T:the port was closed]")
        >>> print(*report.chains())
        AFP: "the port was closed"
    """
    marked = mark(sentence)
    numbers: set[int] = set()
    for label in marked.passages:
        part, number = label[:1], label[1:] or "0"
        if part not in _PARTS or not number.isdigit():
            raise ValueError(f"marks are S, C, T, H or A with a number, not {label}")
        numbers.add(int(number))
    contents = [marked.passages.get(_label("T", at)) for at in range(len(numbers))]
    attributions = []
    for at, content in enumerate(contents):
        if content is None:
            raise ValueError(f"attribution {at} has no content in {sentence!r}")
        attributions.append(_attribution(marked, at, content, contents))
    document = Document(marked.text, document_id, outlet=outlet)
    return Report(document, attributions)


def _label(part: str, at: int) -> str:
    return f"{part}{at}" if at else part


def _attribution(
    marked: Marked, at: int, content: Passage, contents: list[Passage | None]
) -> Attribution:
    mention = marked.passages.get(_label("S", at))
    hedge = marked.passages.get(_label("H", at))
    hedges = () if hedge is None else hedge.spans
    return Attribution(
        index=at,
        content=content,
        mention=mention,
        source=None if mention is None else Source(mention.text),
        cue=marked.passages.get(_label("C", at)),
        hedges=tuple(Passage.of(marked.text, span) for span in hedges),
        addressee=marked.passages.get(_label("A", at)),
        parent=_parent(at, content, contents),
    )


def _parent(at: int, content: Passage, contents: list[Passage | None]) -> int | None:
    """Return the index of the smallest content around this one, or None."""
    around = [
        (len(outer.extent), -index)
        for index, outer in enumerate(contents)
        if outer is not None
        and index != at
        and outer.covers(content)
        and (outer != content or index < at)
    ]
    return -min(around)[1] if around else None
