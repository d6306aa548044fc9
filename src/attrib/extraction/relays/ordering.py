"""Which account passes on which, where several stand in a sentence."""

from collections.abc import Iterator, Sequence

from attrib.extraction.mentions.mentions import names_outlet, read_mention
from attrib.extraction.mentions.outlets import without_day
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind

_DURING = frozenset(("in", "during"))
_REPORTING = frozenset(("report", "reveal"))


def find_interviews(page: Page, chunks: Chunks, sentence: Range) -> Iterator[Range]:
    """Yield "interview on Tuesday with": a day stands before whom it was given.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
    """
    for at in _interviews(page, (sentence[0], sentence[1] - 3)):
        day = at + 1 + (page.norm(at + 1) == "on")
        end = chunks.end_of.get(day, day)
        if chunks.is_day(day, end) and page.norm(end) in ("with", "to"):
            yield at, end + 1


def find_interviewers(
    page: Page, chunks: Chunks, sentence: Range
) -> Iterator[tuple[Range, Range]]:
    """Yield the cue and the outlet of "in an exclusive CNN interview".

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
    """
    for at in _interviews(page, (sentence[0] + 2, sentence[1])):
        start = chunks.start_of.get(at + 1, at)
        if page.norm(start - 1) not in _DURING:
            continue
        while start < at and page.tags[start] != Tag.NAME:
            start += 1
        if start < at and names_outlet(page, (start, at)):
            yield (at, at + 1), (start, at)


def _interviews(page: Page, stretch: Range) -> Sequence[int]:
    """Return where the word stands among some tokens; mostly it does not."""
    if "interview" not in page.norms(stretch):
        return ()
    return [at for at in range(*stretch) if page.norm(at) == "interview"]


def order_accounts(page: Page, drafts: Sequence[Draft]) -> None:
    """Read "X reported that ..., according to two officials": X passed it on.

    Args:
        page: The page.
        drafts: The drafts of one sentence; they are changed.
    """
    for inner in drafts:
        if inner.rule != "en.preposition.last" or inner.source is None:
            continue
        if names_outlet(page, inner.source) or inner.relay_of is not None:
            continue
        outer = next(
            (
                draft
                for draft in drafts
                if draft is not inner
                and draft.relay_of is None
                and draft.source is not None
                and draft.kind is AttributionKind.REPORTING
                and inner.holds(draft.anchor)
                and _passes_on(page, draft, inner.source)
            ),
            None,
        )
        if outer is not None and outer.content[-1][1] <= inner.anchor:
            inner.content = outer.content
            inner.relay_of = outer


def read_writing(page: Page, chunks: Chunks, drafts: Sequence[Draft]) -> None:
    """Read "she wrote in the Harbour Post that": the paper passed it on.

    Args:
        page: The page.
        chunks: Its noun phrases.
        drafts: The drafts of one sentence; they are changed.
    """
    for draft in drafts:
        is_writing = draft.entry is not None and draft.entry.lemma == "write"
        if not is_writing or draft.relays or draft.addressee is not None:
            continue
        at = draft.cue[-1][1]
        found = chunks.after(at + 1, page.sentence_at(at - 1)[1])
        if page.norm(at) == "in" and found is not None and names_outlet(page, found):
            draft.relays = (without_day(page, found),)


def _passes_on(page: Page, draft: Draft, source: Range) -> bool:
    """Say whether a draft tells what another source had said: "X reported that".

    An outlet does, and so does whoever reports what nobody named has told.
    """
    assert draft.source is not None
    if names_outlet(page, draft.source):
        return True
    is_report = draft.entry is not None and draft.entry.lemma in _REPORTING
    if not is_report or not read_mention(page, draft.source).is_named:
        return False
    return read_mention(page, source).is_anonymous


def share_hearers(page: Page, drafts: Sequence[Draft]) -> None:
    """Read "she told X that ..., adding that": the outlet was told both.

    Args:
        page: The page.
        drafts: The drafts of one sentence; they are changed.
    """
    told: Draft | None = None
    for draft in sorted(drafts, key=lambda each: each.anchor):
        is_bound = page.tags[draft.anchor] == Tag.GERUND or draft.is_inherited
        if draft.addressee is not None or draft.relays:
            told = draft
        elif told is not None and is_bound and draft.source == told.source:
            draft.addressee, draft.relays = told.addressee, told.relays
