"""Whose words a whole document is, by its title: "Address by President Ada Lind"."""

from attrib.extraction.mentions.mentions import read_mention
from attrib.extraction.mentions.readings import Reading
from attrib.extraction.pages.chunks import Chunks, find_chunks
from attrib.extraction.pages.page import Page, read_page
from attrib.lexicon.lexicon import Lexicon

_SPEECHES = frozenset(
    "address appeal column letter message op-ed remarks speech statement".split()
)
_BY = frozenset(("by", "from", "of"))
_TO_WHOM = frozenset("at in on to".split())


def read_speaker(title: str, lexicon: Lexicon) -> Reading | None:
    """Return the person whose address, letter or column a title says a text is.

    Args:
        title: The title.
        lexicon: The lexicon to read it with.

    Example:
        >>> from attrib.lexicon.loading import load_lexicon
        >>> read_speaker("Address by Mayor Ada Lind", load_lexicon("en")).name
        'Ada Lind'
        >>> read_speaker("Mayor speaks of an address", load_lexicon("en"))
    """
    # With a stop it is no headline, whose capitals tell nothing of names.
    page = read_page(f"{title}.", lexicon)
    chunks = find_chunks(page)
    for at in range(len(page) - 2):
        if page.norm(at) in _SPEECHES and page.norm(at + 1) in _BY:
            reading = _read_from(page, chunks, at + 2)
            if reading is not None and reading.is_person:
                return reading
    return None


def _read_from(page: Page, chunks: Chunks, start: int) -> Reading | None:
    """Read "the mayor of Sarnby" of "the mayor of Sarnby at the council"."""
    phrase = chunks.after(start, len(page))
    if phrase is None:
        return None
    to = (at for at in range(start + 1, phrase[1]) if page.norm(at) in _TO_WHOM)
    return read_mention(page, (start, next(to, phrase[1])))
