"""Whom a cue cites: "citing two officials", "based on information from the police"."""

from attrib.extraction.cues.acceptance import NO_SOURCES, source_kind
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.joining import with_shared_noun
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.descriptions import with_partner
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag

_VEHICLES = frozenset(
    """
    information data comments comment remarks interviews interview accounts word details
    confirmation intelligence claims tips
    """.split()
)
"""What a source gives: behind "from", "by" or "with" stands whose it is."""
_OF_WHOM = frozenset("from by with of".split())
_LONGEST = 8
_BARE = 2
"""Words of "based on", without what rests on the source."""


def find_cited(page: Page, chunks: Chunks, at: int, limit: int) -> Range | None:
    """Return whom a cue cites: "two officials", "information from the police".

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Index just after the cue.
        limit: Index that nothing of it may reach beyond.
    """
    found = _phrase(page, chunks, at, limit)
    if found is None:
        return None
    core = chunks.end_of.get(at, found[1])
    if page.norm(core - 1) in _VEHICLES and page.norm(core) in _OF_WHOM:
        found = chunks.after(core + 1, limit)
    if found is None:
        return None
    end = min(chunks.end_of.get(found[0], found[1]), found[1])
    end = with_shared_noun(page, (found[0], end), limit)[1]
    if source_kind(page, (found[0], end)) in NO_SOURCES:
        return None  # "citing the importance of sources"
    return with_partner(page, chunks, found, limit)


def _phrase(page: Page, chunks: Chunks, at: int, limit: int) -> Range | None:
    """Return the noun phrase at a token, also where a longer one was read."""
    found = chunks.after(at, limit)
    if found is not None:
        return found
    is_quoted = at + 1 < limit and page.quotation_of[at + 1] >= 0
    if is_quoted and page.tags[at] in "T$":
        # 'citing a "well-placed" guard'
        behind = page.whole_quotation(at + 1)[1]
        found = chunks.after(behind, limit)
        return None if found is None else (at, found[1])
    for end in range(at + 1, min(limit, at + _LONGEST) + 1):
        if chunks.start_of.get(end, at) < at:
            whole = chunks.after(chunks.start_of[end], limit)
            return None if whole is None else (at, whole[1])
    return None


def rests_on(page: Page, chunks: Chunks, cue: Range, floor: int) -> bool:
    """Say whether an account rests on a source: "in a report based on two guards".

    Not in "a film based on a teacher".

    Args:
        page: The page.
        chunks: Its noun phrases.
        cue: "based on", or more words.
        floor: Where the sentence begins.
    """
    before = cue[0] - 1
    if cue[1] - cue[0] > _BARE or page.tags[before] == Tag.COMMA:
        return True  # "based on information from"
    found = chunks.before(cue[0], floor)
    if found is not None and chunks.is_day(*found):
        found = chunks.before(found[0], floor)
    return found is not None and any(
        word.sorts & Sort.DOCUMENT for word in page.words[slice(*found)]
    )
