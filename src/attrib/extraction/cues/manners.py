"""Manners: what stands behind a cue as a content does, and tells nothing."""

from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import Opening, Right
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import Frame
from attrib.lexicon.tags import Tag

_ANSWERING = frozenset("respond reply answer react".split())
_SHORT_QUOTATION = 6
_SILENT = frozenset("comment elaborate respond reply".split())
"""What somebody declined to do who said nothing."""


def is_manner(page: Page, group: Group, right: Right) -> bool:
    """Say whether a quotation only tells how: 'Norway would respond "in kind"'.

    Args:
        page: The page.
        group: The verb group.
        right: What stands behind it.
    """
    if right.opening is not Opening.QUOTATION or group.cue.lemma not in _ANSWERING:
        return False
    first, last = page.whole_quotation(right.start)
    is_near = first == group.last and last - first <= _SHORT_QUOTATION
    return is_near and page.tags[group.first] == Tag.MODAL


def tells_nothing(page: Page, group: Group, right: Right) -> bool:
    """Say whether an infinitive is no content: "declined to comment on the plan".

    Nor is it in "wrote to say that it rained", where what is said stands behind "say".

    Args:
        page: The page.
        group: The verb group.
        right: What stands behind it.
    """
    if right.opening != Opening.INFINITIVE or page.norm(right.start) != "to":
        return False
    verb = right.start + 1
    is_silent = page.norm(verb) in _SILENT
    return is_silent or (
        Frame.INFINITIVE not in group.cue.frames and page.words[verb].is_saying
    )
