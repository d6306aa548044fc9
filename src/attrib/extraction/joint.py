"""Joint sources: "the mayor and the port authority" are two who say the same."""

import itertools

from attrib.extraction.chunks import Chunks
from attrib.extraction.page import Page, Range
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag

_SOURCES = Sort.PERSON | Sort.CROWD | Sort.ANONYMOUS | Sort.TITLE | BODIES
_MOST_PARTS = 4


def split_joint(page: Page, chunks: Chunks, mention: Range) -> tuple[Range, ...]:
    """Return the mentions of which a joint mention is made; none if it is one alone.

    Each of them must name a source by itself: "Lind and Berg" are two, and so are
    "police and two witnesses"; "the Ministry of Trade and Fisheries" is one.

    Args:
        page: The page.
        chunks: Its noun phrases.
        mention: Range of the whole noun phrase.
    """
    start, end = mention
    parts: list[Range] = []
    at = start
    while len(parts) < _MOST_PARTS:
        phrase = chunks.after(at, end)
        if phrase is None or not _is_source(page, chunks, phrase):
            return ()
        parts.append(phrase)
        at = _behind_link(page, phrase[1], end)
        if at < 0:
            break
    if any(_is_one_name(page, mention, part[1]) for part in parts[:-1]):
        return ()
    for part, following in itertools.pairwise(parts):
        is_linked = chunks.end_of.get(part[0], part[1]) < part[1]
        if is_linked and not _begins_source(page, following):
            return ()  # "the Secretary of the Trade and Fisheries Council"
    # Only a coordination without anything behind it is one.
    if len(parts) < 2 or any(tag not in "r,T" for tag in page.tags[parts[-1][1] : end]):
        return ()
    return tuple(parts)


def _behind_link(page: Page, at: int, end: int) -> int:
    """Return where the next part begins behind "and", or -1 if there is none."""
    if at < end - 1 and page.tags[at] == Tag.COMMA and page.norm(at + 1) == "and":
        return at + 2
    return at + 1 if at < end - 1 and page.norm(at) == "and" else -1


def _begins_source(page: Page, part: Range) -> bool:
    """Say whether a part cannot go on with a name that began before the "and"."""
    first = page.words[part[0]]
    is_outlet = page.say_plainly(part).lower() in page.lexicon.outlets
    return (
        page.tags[part[0]] in "T#"
        or is_outlet
        or bool(first.sorts & Sort.GIVEN)
        or not first.is_capital
    )


def _is_one_name(page: Page, mention: Range, link: int) -> bool:
    """Say whether the words around an "and" are one name: Herald and Post."""
    start, end = mention
    return any(
        page.say_plainly((first, last)).lower() in page.lexicon.outlets
        for first in range(max(start, link - 3), link)
        for last in range(link + 2, min(end, link + 4) + 1)
    )


def _is_source(page: Page, chunks: Chunks, phrase: Range) -> bool:
    """Say whether a noun phrase names a source by itself."""
    start, end = phrase
    core = min(chunks.end_of.get(start, end), end)
    if page.tags[start] in "SOW":
        return False
    names = page.tags[start:core].count(Tag.NAME)
    name = page.say_plainly((start, core)).lower().removeprefix("the ")
    return (
        bool(page.words[core - 1].sorts & _SOURCES)
        or name in page.lexicon.outlets
        or (names >= 2 and start + names == core)
        or any(
            page.words[at].sorts & (Sort.TITLE | BODIES) for at in range(start, core)
        )
    )
