"""Stretches of a text: one span, or a passage of several."""

from collections.abc import Iterable

import attrs

from attrib.errors import SpanError
from attrib.model.fields import check_types


def _check_kinds(*bounds: object) -> None:
    """Refuse what is no int; a bool is one to Python, but not to JSON."""
    if not all(isinstance(each, int) and type(each) is not bool for each in bounds):
        start, end = bounds
        raise SpanError(
            f"a span counts code points in int, not {start!r:.60} to {end!r:.60}"
        )


@attrs.frozen(order=True)
class Span:
    """A half-open stretch [start, end) of a text, in code points.

    Attributes:
        start: The code point at which it begins, from 0.
        end: The code point just after its last one.

    Raises:
        SpanError: It would begin before 0 or hold no character, or a bound is no int.

    Example:
        >>> Span(4, 9).of("the harbour")
        'harbo'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not (type(self.start) is int is type(self.end)):
            _check_kinds(self.start, self.end)
        if not 0 <= self.start < self.end:
            raise SpanError(
                f"span [{self.start}, {self.end}) is not a stretch of text: "
                "wanted 0 <= start < end"
            )

    def __len__(self) -> int:
        """Return its length in code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers.

        Like a slice, it leaves out what lies beyond the text; `Passage.of` refuses it.
        """
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """Return this span moved along the text.

        Args:
            by: Distance in code points; negative moves towards the start.

        Raises:
            SpanError: The moved span would begin before 0, or the distance is no int.

        Example:
            >>> Span(4, 9).shift(10)
            Span(start=14, end=19)
        """
        if not isinstance(by, int):
            raise SpanError(f"a span is shifted by code points in int, not {by!r:.60}")
        return Span(self.start + by, self.end + by)

    def contains(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this span.

        Example:
            >>> Span(0, 5).contains(Span(0, 5)), Span(0, 5).contains(Span(4, 6))
            (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character.

        Example:
            >>> Span(0, 5).overlaps(Span(5, 9))
            False
        """
        return self.start < other.end and other.start < self.end


@attrs.frozen(field_transformer=check_types)
class Passage:
    """Words of one document: where they stand, and what they say.

    Attributes:
        spans: Where they stand, in text order and apart.
        text: The text of each span, joined by single spaces, so that a split
            quotation reads as one.

    Raises:
        SpanError: There is no span, or spans are out of order or overlap.
        ModelError: A field is of the wrong type.

    Example:
        >>> Passage.of("It rained.", (3, 9))
        Passage(spans=(Span(start=3, end=9),), text='rained')
    """

    spans: tuple[Span, ...] = attrs.field(converter=tuple[Span, ...])
    text: str

    def __attrs_post_init__(self) -> None:
        if not self.spans:
            raise SpanError("a passage needs at least one span, and got none")
        if len(self.spans) > 1:
            for left, right in zip(self.spans, self.spans[1:], strict=False):
                if right.start < left.end:
                    raise SpanError(
                        f"the spans of a passage stand in text order and apart: "
                        f"[{right.start}, {right.end}) follows "
                        f"[{left.start}, {left.end})"
                    )

    @classmethod
    def of(cls, text: str, *spans: Span | tuple[int, int]) -> "Passage":
        """Return the passage at these spans of a text.

        Args:
            text: The whole text of the document.
            spans: Spans, or pairs of start and end, in text order.

        Raises:
            SpanError: A span reaches beyond the text, they are out of order, there is
                none, or the text is no str.

        Example:
            >>> Passage.of("It rained, he said, all day.", (0, 9), (20, 27)).text
            'It rained all day'
        """
        if not isinstance(text, str):
            raise SpanError(f"a passage is of a str, not of {type(text).__name__}")
        stretches, words = [], []
        for each in spans:
            span = each if isinstance(each, Span) else _span(each)
            if span.end > len(text):
                raise SpanError(
                    f"span [{span.start}, {span.end}) ends beyond the text, "
                    f"which has {len(text)} characters"
                )
            stretches.append(span)
            words.append(text[span.start : span.end])
        return cls(tuple(stretches), " ".join(words))

    @property
    def start(self) -> int:
        """The code point at which it begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """The code point just after its last character."""
        return self.spans[-1].end

    @property
    def extent(self) -> Span:
        """One span from its first character to its last, gaps included."""
        return Span(self.start, self.end)

    def covers(self, other: "Passage") -> bool:
        """Say whether every span of `other` lies inside a span of this passage.

        Example:
            >>> text = "He said that it rained."
            >>> Passage.of(text, (8, 22)).covers(Passage.of(text, (13, 22)))
            True
        """
        return all(
            any(mine.contains(theirs) for mine in self.spans) for theirs in other.spans
        )

    def overlaps(self, other: "Passage") -> bool:
        """Say whether the two passages share at least one character.

        Example:
            >>> text = "It rained."
            >>> Passage.of(text, (0, 5)).overlaps(Passage.of(text, (3, 9)))
            True
        """
        return any(a.overlaps(b) for a in self.spans for b in other.spans)


def _span(pair: object) -> Span:
    if isinstance(pair, (tuple, list)) and len(pair) == 2:
        return Span(*pair)
    raise SpanError(
        f"a passage is at spans, or pairs of start and end, not at {pair!r:.60}"
    )


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, with those that touch or overlap made one.

    Example:
        >>> merge([Span(6, 9), Span(0, 4), Span(3, 6)])
        (Span(start=0, end=9),)
        >>> merge([])
        ()
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
