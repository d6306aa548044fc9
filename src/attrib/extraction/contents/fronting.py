"""Clauses that stand first: where the sentence's own clause begins behind them."""

from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag

_CLAUSES = frozenset("although though while when whenever once unless because".split())
"""Words that begin a clause and nothing else."""
_EITHER = frozenset("after as before since until".split())
"""Words that begin a clause or a phrase: "after the mayor said", "after lunch"."""
_LINKS = frozenset("but and yet so even".split())
_LONGEST_SETTING = 8
"""So many tokens at most stand before the clause: "on Monday night,"."""
_MARKS = (Tag.COMMA, Tag.DASH)


def find_main_clause(
    page: Page, chunks: Chunks, group: Group, start: int, limit: int
) -> int | None:
    """Return the mark that ends a fronted clause whose verb a cue is, or None.

    "While the mayor says that the road is safe, drivers avoid it": what the mayor says
    ends where the subject and the verb of the sentence follow.

    Args:
        page: The page.
        chunks: Its noun phrases.
        group: The cue.
        start: Where its content begins.
        limit: End of the sentence without its full stop.
    """
    if not _is_fronted(page, chunks, group, page.sentence_at(group.head)[0]):
        return None
    for at in range(start + 1, limit):
        is_mark = page.tags[at] in _MARKS and page.quotation_of[at] < 0
        if is_mark and page.tags[at + 1 : at + 2] != Tag.WH:
            subject = chunks.after(at + 1, limit)
            if subject is not None and _is_subject(page, chunks, subject, limit):
                return at
    return None


def _is_subject(page: Page, chunks: Chunks, phrase: Range, limit: int) -> bool:
    """Say whether a finite verb follows a noun phrase, and not just ", he says,"."""
    end = phrase[1]
    if page.tags[end : end + 1] == Tag.PREPOSITION:
        end = chunks.end_of.get(end + 1, end)  # "charges against Berg were dropped"
    verb = page.past_adverbs(end, limit)
    if verb >= limit or page.finite[verb] != "V":
        return False
    return page.words[verb].cue is None or page.tags[verb + 1 : verb + 2] != Tag.COMMA


def _past_setting(page: Page, chunks: Chunks, first: int, limit: int) -> int:
    """Return where "after" stands in "but on Monday, two days after the mayor said"."""
    while first < limit and page.norm(first) in _LINKS:
        first += 1
    comma = page.tags.find(Tag.COMMA, first, min(limit, first + _LONGEST_SETTING))
    if comma >= 0 and page.tags[first] in "rI" and "V" not in page.finite[first:comma]:
        first = comma + 1
    time = chunks.after(first, limit)
    if time is not None and page.norm(time[1]) in ("after", "before"):
        return time[1]
    return first


def _is_fronted(page: Page, chunks: Chunks, group: Group, first: int) -> bool:
    """Say whether a cue is the first verb of a clause in front."""
    tags = page.tags
    first = _past_setting(page, chunks, first, group.first)
    before = tags[first : group.first]
    if (
        tags[group.head] == Tag.GERUND
        or "V" in page.finite[first : group.first]
        or not {",", ":", '"'}.isdisjoint(before)
    ):
        return False
    norm = page.norm(first)
    if norm in _CLAUSES:
        return True
    if norm not in _EITHER:
        return False
    subject = chunks.after(first + 1, group.first)
    return (
        subject is not None and page.past_adverbs(subject[1], group.head) >= group.first
    )
