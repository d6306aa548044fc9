"""Voices: who stands behind each stretch of a report's text, every word once."""

import enum
import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from attrib.model.attribution import Attribution
from attrib.model.report import Report
from attrib.model.span import Span

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


class Voice(enum.StrEnum):
    """What a stretch of text is in the report: attributed, attributing, or neither."""

    CONTENT = "content"
    NAMING = "naming"
    OWN = "own"


@attrs.frozen
class Stretch:
    """Part of a text in which one voice speaks.

    Attributes:
        span: Where it stands.
        voice: In somebody's content, naming a source or cue, or the outlet's own.
        attribution: Index of the innermost attribution it belongs to; None for the
            outlet's own voice.
    """

    span: Span
    voice: Voice
    attribution: int | None = None


@attrs.frozen
class Tally:
    """How many words of a text stand in each voice; every word counts once.

    Attributes:
        content: Words in somebody's content.
        naming: Words outside every content that name a source, a cue, an addressee
            or a hedge.
        own: All others: the outlet says them itself.
    """

    content: int = 0
    naming: int = 0
    own: int = 0

    @property
    def word_count(self) -> int:
        """All words of the text."""
        return self.content + self.naming + self.own


def split_voices(report: Report) -> tuple[Stretch, ...]:
    """Return stretches that cover the whole text in order, without gap or overlap.

    A content outweighs what names its source, for a nested "the mayor told us" is
    said by the outer source; an inner attribution outweighs an outer one.

    Returns:
        No two neighbours alike; empty for an empty text.

    Example:
        >>> from attrib.model.document import Document
        >>> [str(s.voice) for s in split_voices(Report(Document("It rained.")))]
        ['own']
    """
    claims = sorted(_claims(report.attributions), key=lambda claim: claim[0])
    size = len(report.document.text)
    edges = {0, size}
    edges.update(edge for start, end, *_ in claims for edge in (start, end))
    stretches: list[Stretch] = []
    standing: list[tuple[int, int, int, int]] = []
    following = 0
    for left, right in pairwise(sorted(edges)):
        while following < len(claims) and claims[following][0] == left:
            _, end, is_content, depth, index = claims[following]
            heapq.heappush(standing, (-is_content, -depth, -index, end))
            following += 1
        while standing and standing[0][3] <= left:
            heapq.heappop(standing)
        voice, owner = Voice.OWN, None
        if standing:
            voice = Voice.CONTENT if standing[0][0] else Voice.NAMING
            owner = -standing[0][2]
        last = stretches[-1] if stretches else None
        if last is not None and (last.voice, last.attribution) == (voice, owner):
            stretches[-1] = Stretch(Span(last.span.start, right), voice, owner)
        else:
            stretches.append(Stretch(Span(left, right), voice, owner))
    return tuple(stretches)


def _claims(
    attributions: Sequence[Attribution],
) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield (start, end, is content, depth, index) for every span of every part."""
    depths = nesting_depths(attributions)
    for attribution in attributions:
        for passage in attribution.parts:
            is_content = passage is attribution.content
            for span in passage.spans:
                yield (
                    span.start,
                    span.end,
                    int(is_content),
                    depths[attribution.index],
                    attribution.index,
                )


def nesting_depths(attributions: Sequence[Attribution]) -> tuple[int, ...]:
    """Return how many attributions each one stands inside, by index."""
    depths: dict[int, int] = {}
    for attribution in attributions:
        trail = []
        at: int | None = attribution.index
        while at is not None and at not in depths:
            trail.append(at)
            at = attributions[at].outer
        depth = -1 if at is None else depths[at]
        for index in reversed(trail):
            depth += 1
            depths[index] = depth
    return tuple(depths[attribution.index] for attribution in attributions)


def tally_words(text: str, stretches: Iterable[Stretch]) -> Tally:
    """Count the words of each voice; a word belongs to the voice it begins in.

    Args:
        text: The text the stretches cover.
        stretches: As `split_voices` returns them.

    Example:
        >>> tally_words("It rained.", [Stretch(Span(0, 10), Voice.OWN)])
        Tally(content=0, naming=0, own=2)
    """
    counts = dict.fromkeys(Voice, 0)
    words = _WORD.finditer(text)
    word = next(words, None)
    for stretch in stretches:
        while word is not None and word.start() < stretch.span.end:
            counts[stretch.voice] += 1
            word = next(words, None)
    return Tally(counts[Voice.CONTENT], counts[Voice.NAMING], counts[Voice.OWN])
