"""Objects of reporting verbs that tell nothing: names and lives."""

from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import Opening, Right
from attrib.extraction.pages.page import Page
from attrib.lexicon.tags import Tag

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
