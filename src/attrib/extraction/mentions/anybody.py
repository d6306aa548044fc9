"""Anybody: descriptions that tell nobody apart from all others."""

from attrib.extraction.mentions.readings import Reading
from attrib.extraction.pages.page import Page, Range
from attrib.model.source import SourceKind

_ANYBODIES = frozenset(
    """
    someone somebody anyone anybody everyone everybody nobody no some others another
    both one many most few several none
    """.split()
)
_POSSESSIVES = frozenset("his her their its whose".split())


def is_anybody(page: Page, core: Range, head: int, reading: Reading) -> bool:
    """Say whether a noun phrase tells nobody apart: "my cousin", "a report", "others".

    The same words elsewhere are of somebody else, so that they may not confirm them.

    Args:
        page: The page.
        core: The noun phrase without appositives, with its article.
        head: The noun that it is about.
        reading: What it says.
    """
    opening, noun = page.norm(core[0]), page.norm(head)
    if opening in _ANYBODIES:
        is_alone = core[1] == core[0] + 1 or not page.words[core[0]].is_capital
        return reading.kind is SourceKind.UNKNOWN and (is_alone or not reading.is_named)
    if reading.is_named:
        return False
    if opening in ("my", "our", "your"):
        return reading.kind is SourceKind.PERSON
    if opening in _POSSESSIVES:
        return noun in page.lexicon.relations
    return opening in ("a", "an") and reading.kind is SourceKind.DOCUMENT
