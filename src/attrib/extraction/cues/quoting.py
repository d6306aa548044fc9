"""Whom somebody quotes: "the agency quoted the mayor as saying that"."""

import itertools
from collections.abc import Sequence

from attrib.extraction.contents.complements import find_right
from attrib.extraction.contents.endings import Ends, trim
from attrib.extraction.contents.preceding import find_left
from attrib.extraction.mentions.mentions import names_outlet
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import Opening, is_quotation_start
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.descriptions import with_appositive_after
from attrib.extraction.subjects.subjects import find_subject
from attrib.lexicon.tags import Tag
from attrib.model.attribution import Stance

_QUOTERS = frozenset(("quote", "cite", "report"))
_PLAIN = (Opening.THAT, Opening.QUOTATION)
"""What may be told behind "was quoted as saying by Baltic Wire"."""
_SCORE = 0.9
"""No such sentence was wrong in the development texts; there are few of them."""


def find_quoting(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    groups: Sequence[Group],
    ends: Ends,
    limit: int,
) -> list[Draft]:
    """Return what somebody is quoted as saying; the anchor is the saying.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
        groups: Its verb groups.
        ends: Chooses where an indirect content ends.
        limit: The sentence's end without its full stop.
    """
    drafts = []
    for quoter, saying in itertools.pairwise(groups):
        if quoter.cue.lemma not in _QUOTERS:
            continue
        is_as = page.norm(saying.first - 1) == "as"
        if not is_as and not _is_bare(page, chunks, quoter, saying):
            continue
        draft = _read(page, chunks, sentence, quoter, saying, ends, limit)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _is_bare(page: Page, chunks: Chunks, quoter: Group, saying: Group) -> bool:
    """Say whether "as" is left out: "quoted the mayor saying that"."""
    at = saying.first
    if page.tags[at] != Tag.GERUND or quoter.is_passive or quoter.last >= at:
        return False
    if is_quotation_start(page, quoter.last):
        return page.whole_quotation(quoter.last)[1] == at
    return chunks.after(quoter.last, at) == (quoter.last, at)


def _read(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    quoter: Group,
    saying: Group,
    ends: Ends,
    limit: int,
) -> Draft | None:
    subject = find_subject(page, chunks, quoter, sentence[0])
    named = None if subject is None else subject.range
    behind = saying.first - (page.norm(saying.first - 1) == "as")
    stop = quoter.first if named is None else named[0]
    if quoter.is_passive:
        source, relay = named, _agent(page, chunks, quoter.last, limit)
        relay = relay or _agent(page, chunks, saying.last, limit)
    else:
        source, relay = chunks.after(quoter.last, behind), named
        if source is not None:
            source = with_appositive_after(page, chunks, source, behind)
        if source is None and is_quotation_start(page, quoter.last):
            # "cited “three people close to her” as saying"
            first, last = page.whole_quotation(quoter.last)
            if last == behind and last - first > 2:
                source = first + 1, last - 1
    if source is None:
        return None
    content = _content(page, chunks, sentence, saying, ends, limit, stop)
    if content is None:
        return None
    return Draft(
        anchor=saying.head,
        cue=(quoter.range, (behind, saying.last)),
        source=source,
        content=(content,),
        rule="en.relay.as-saying",
        stance=_stance(saying),
        entry=saying.cue,
        relays=() if relay is None else (relay,),
        score=_SCORE,
    )


def _stance(saying: Group) -> Stance:
    is_against = saying.cue.stance in (Stance.DENIES, Stance.DOUBTS)
    return saying.cue.stance if is_against else Stance.ASSERTS


def _agent(page: Page, chunks: Chunks, at: int, limit: int) -> Range | None:
    found = chunks.after(at + 1, limit)
    if page.norm(at) == "in" and found is not None:  # "was quoted in the Post as"
        return found if names_outlet(page, found) else None
    return found if page.norm(at) == "by" else None


def _content(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    saying: Group,
    ends: Ends,
    limit: int,
    stop: int,
) -> Range | None:
    """Return the content behind the saying, or the one before the whole."""
    by = _agent(page, chunks, saying.last, limit)
    at = saying.last if by is None else by[1]
    right = find_right(page, chunks, saying, at, limit)
    if right is not None and (by is None or right.opening in _PLAIN):
        if right.opening == Opening.QUOTATION:
            return page.whole_quotation(right.start)
        end, _ = ends.choose(right.start, limit, saying, right.opening)
        return trim(page, (right.start, end)) if end > right.start else None
    end = min(chunks.end_of.get(saying.first, limit), limit)
    if page.norm(saying.first - 1) != "as" and saying.last < end:
        return saying.last, end  # "disputing his account" was read as one phrase
    return find_left(page, stop, sentence[0])
