"""When, how and how surely something was said: time, channel, mode, likelihood."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrib.credibility.likelihood import MARKS, find_likelihoods
from attrib.extraction.circumstances.dating import MAKING, is_time_of
from attrib.extraction.circumstances.marks import Marks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.markers import Marker
from attrib.model.attribution import Mode, Stance, StatedLikelihood
from attrib.model.document import Document
from attrib.model.period import Period
from attrib.model.span import Passage
from attrib.text.dates import find_dates
from attrib.text.expressions import DATE_WORDS

_NEAR_TOKENS = 16
"""How far from its cue the time of a statement may stand."""
_LONGEST_GAP = 8
"""So many tokens at most, between cue and content, tell how it was said."""
_DIRECT_SHARE = 0.9
_INSIDE_PHRASE = frozenset("T$jnpqg#")
_WAYS = frozenset("in on at via through during from by over using".split())


def find_mode(page: Page, content: tuple[Range, ...]) -> Mode:
    """Say whether a content is quoted, retold or partly quoted."""
    quoted = sum(map(page.count_quoted, content))
    if not quoted:
        return Mode.INDIRECT
    words = sum(map(page.count_words, content))
    return Mode.DIRECT if quoted >= _DIRECT_SHARE * words else Mode.MIXED


def find_time(
    page: Page, draft: Draft, beside: Sequence[Range], document: Document
) -> tuple[Period, str] | None:
    """Return when something was said, and how that was settled.

    Only words beside the cue count, in its sentence and outside the content: a date
    inside the content is a date of what is told, one of another clause is of that.

    Args:
        page: The page.
        draft: The draft.
        beside: Stretches beside its cue.
        document: The document, for its day.
    """
    found = [
        (abs(stretch[0] - draft.anchor), dated.period, dated.reason)
        for stretch in beside
        if _may_hold_date(page, stretch, document)
        for dated in find_dates(
            page.text,
            published=document.day,
            start=page.tokens.starts[stretch[0]],
            end=page.tokens.ends[stretch[1] - 1],
        )
        if dated.period is not None
        and not _is_after(dated.period, document)
        and is_time_of(page, draft, bisect_right(page.tokens.ends, dated.span.start))
    ]
    if not found:
        return None
    _, period, reason = min(found, key=lambda each: each[0])
    return period, reason


def _may_hold_date(page: Page, stretch: Range, document: Document) -> bool:
    """Say whether a stretch holds a figure or a word that dates are made of.

    Without a day of publication only a date that names its year can be settled.
    """
    if document.day is None:
        said = page.say(stretch)
        return ("1" in said or "2" in said) and _year().search(said) is not None
    return any(
        word.norm in DATE_WORDS or not (word.is_mark or word.norm.isalpha())
        for word in page.words[stretch[0] : stretch[1]]
    )


@functools.cache
def _year() -> re.Pattern[str]:
    return re.compile("[12][0-9]{3}")


def _is_after(period: Period, document: Document) -> bool:
    """Say whether days lie after publication: nothing was said on them yet."""
    return document.day is not None and period.start > document.day


def find_beside(page: Page, draft: Draft) -> list[Range]:
    """Return the stretches of a sentence near the cue and outside the content.

    Args:
        page: The page.
        draft: The draft.
    """
    sentence = page.sentence_at(draft.anchor)
    found = []
    low = max(sentence[0], draft.anchor - _NEAR_TOKENS)
    high = min(sentence[1], draft.anchor + _NEAR_TOKENS)
    at = low
    for first, last in sorted(draft.content):
        if at < min(first, high):
            found.append((at, min(first, high)))
        at = max(at, last)
    if at < high:
        found.append((at, high))
    return found


def find_channel(
    page: Page, draft: Draft, beside: Sequence[Range], marks: Marks
) -> str | None:
    """Return where something was said, or None.

    Args:
        page: The page.
        draft: The draft.
        beside: Stretches beside its cue.
        marks: Where the page names channels.
    """
    found = [
        marker
        for at, marker in marks.within(beside)
        if not _is_inside(at, draft.source) and _carries(page, draft, at, marker)
    ]
    if draft.source is not None:
        named = marks.at_head(draft.source)
        found += [] if named is None else [named]
    if found:
        return min(found, key=lambda marker: marker.rank).value
    return None if draft.entry is None else marks.verbs.get(draft.entry.lemma)


def _is_inside(at: int, tokens: Range | None) -> bool:
    return tokens is not None and tokens[0] <= at < tokens[1]


def _carries(page: Page, draft: Draft, at: int, marker: Marker) -> bool:
    """Say whether what a marker names is what something is said in or by way of.

    "In a letter", "issued a letter" and "told a briefing" are, "lost the letter" is
    not, nor is the Washington Post.
    """
    is_name = page.words[at].is_capital and at > page.sentence_at(at)[0]
    if is_name and marker.value.islower():
        return False
    if page.tags[at] in "It":  # "on X": it brings its own preposition
        return True
    if _is_inside(at, draft.addressee):
        return True
    first = page.sentence_at(at)[0]
    while at > first and page.tags[at - 1] in _INSIDE_PHRASE:
        at -= 1
        if page.norm(at) in MAKING:
            return True
    before = page.norm(at - 1) if at > first else ""
    if before == "to":
        return is_name  # "posted to Facebook", but "in response to a letter"
    return before in MAKING or before in _WAYS


def find_hedges(page: Page, draft: Draft, hedges: Sequence[int]) -> list[Range]:
    """Return the words in cue and content that lower the teller's commitment.

    What the teller calls untrue does so beside the cue only: "the mayor falsely
    claimed that", "repeated the false claim that", not "said he was falsely accused".

    Args:
        page: The page.
        draft: The draft.
        hedges: Where the page's hedges stand, outside quotations, in text order.
    """
    found = [
        (at, at + 1)
        for first, last in (*draft.cue, *draft.content)
        for at in hedges[bisect_left(hedges, first) : bisect_left(hedges, last)]
        if page.norm(at) in page.lexicon.hedges
    ]
    for cue in draft.cue:
        found += _find_disowning(page, draft, cue, hedges)
    return found


def _find_disowning(
    page: Page, draft: Draft, cue: Range, hedges: Sequence[int]
) -> Iterator[Range]:
    """Yield the words in and beside a cue by which the teller calls it untrue."""
    if draft.stance in (Stance.DENIES, Stance.DOUBTS):
        return  # "called the report false" is what the source says
    first, last = cue
    start, end = draft.content[0][0], draft.content[-1][1]
    stop = start if last < start <= last + _LONGEST_GAP else last + 1
    for at in hedges[bisect_left(hedges, first - 1) : bisect_left(hedges, stop)]:
        norm = page.norm(at)
        if at == draft.anchor or start <= at < end:
            continue
        if norm in page.lexicon.disowned:
            yield at, at + 1
        elif norm in page.lexicon.unproved and page.norm(at - 1) == "without":
            yield at - 1, at + 1


def share_likelihoods(
    page: Page, drafts: Sequence[Draft], places: Iterable[int]
) -> dict[int, list[StatedLikelihood]]:
    """Return the likelihoods stated on a page, by the draft whose source states each.

    That is the one with the smallest content around the words; of two that share a
    content, the one who is passed on.

    Args:
        page: The page.
        drafts: All of its drafts.
        places: Tokens among which all marks of likelihood on the page are.
    """
    found = list(_likelihoods(page, places))
    if not found:
        return {}
    contents = sorted(
        (first, last, draft.relay_of is None, index)
        for index, draft in enumerate(drafts)
        for first, last in draft.content
    )
    shared: dict[int, list[StatedLikelihood]] = {}
    around: list[tuple[int, bool, int, int]] = []
    cursor = 0
    for at, stated in found:
        while cursor < len(contents) and contents[cursor][0] <= at:
            first, last, is_outer, index = contents[cursor]
            around.append((last - first, is_outer, index, last))
            cursor += 1
        around = [each for each in around if each[3] > at]
        if around:
            shared.setdefault(min(around)[2], []).append(stated)
    return shared


def _likelihoods(
    page: Page, places: Iterable[int]
) -> Iterator[tuple[int, StatedLikelihood]]:
    """Yield each likelihood that is one of the seven, with its first token."""
    marked = [at for at in places if page.words[at].norm in MARKS]
    for first, last in dict.fromkeys(map(page.sentence_at, marked)):
        start, end = page.chars((first, last))
        for found in find_likelihoods(page.text[start:end]):
            if found.likelihood is not None:
                span = found.span.shift(start)
                words = Passage.of(page.text, span)
                at = bisect_right(page.tokens.ends, span.start)
                yield at, StatedLikelihood(found.likelihood, words)
