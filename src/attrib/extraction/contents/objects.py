"""Objects of reporting verbs: where they end, and which tell nothing."""

from collections.abc import Sequence

from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import Opening, Right
from attrib.extraction.pages.page import Page
from attrib.lexicon.tags import Tag

_LINKS = frozenset("but while as whereas".split())
_NAMING = ("call", "dub", "name", "title")
_LIVES = frozenset("life lives victim victims".split())


def is_bare_name(page: Page, chunks: Chunks, group: Group, right: Right) -> bool:
    """Say whether nothing is said of what is called: "a boat called Grey Harbour"."""
    if group.cue.lemma not in _NAMING or right.opening != Opening.OBJECT:
        return False
    if page.tags[right.start] != Tag.NAME or group.last != right.start:
        return False
    end = chunks.end_of.get(right.start, right.start)
    return page.tags[end : end + 1] in (",", ".", "")


def takes_lives(page: Page, chunks: Chunks, group: Group, right: Right) -> bool:
    """Say whether a disaster kills: "the flood claimed 12 lives"."""
    end = chunks.end_of.get(right.start, right.start)
    return group.cue.lemma == "claim" and page.norm(end - 1) in _LIVES


def before_next_teller(
    page: Page, chunks: Chunks, groups: Sequence[Group], start: int, end: int
) -> int:
    """Return the end of an object before "but the port chief warns", else its end.

    Args:
        page: The page.
        chunks: Its noun phrases.
        groups: The verb groups of the sentence.
        start: Where the object begins.
        end: Where it ends at most.
    """
    for each in groups:
        subject = chunks.start_of.get(each.first, start)
        is_told = start < subject < each.first < end and "say" in each.cue.classes
        if not is_told or page.norm(subject - 1) not in _LINKS:
            continue
        if page.finite[each.first] == "V" and "V" not in page.finite[start:subject]:
            return subject - 1
    return end
