"""Naming: the source that reports have for a name which somebody typed."""

from bisect import bisect_left

import attrs

from attrib.errors import ModelError
from attrib.extraction.mentions.mentions import read_mention
from attrib.extraction.mentions.readings import Reading
from attrib.extraction.pages.page import read_page
from attrib.extraction.sources.entities import Register
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.loading import load_lexicon
from attrib.model.source import Source

_REST = " said that it rained."
"""What makes a sentence of a name."""


def name_source(name: str, *, lexicon: Lexicon | None = None) -> Source:
    """Return the source that a name stands for, with the key it has in reports.

    A `Source` that is made of a bare name has the name for its key. In a report,
    "WSJ" is the Wall Street Journal, "the IDF" is the Israel Defense Forces, and
    "Dr Lind" is Lind. Ask for it by this function where a name is typed: for a ledger,
    for `grade(without=)`, for the outlet of a document.

    Args:
        name: The name, in the spelling of a report.
        lexicon: The words and sources to know; by default the English ones. Use the
            one that reads the reports.

    Returns:
        The known source of that name, or the person without titles; otherwise the name
        itself. That is also what a name stands for that several sources share, and
        what names nobody: "an official", "she".

    Raises:
        ModelError: It is no text, or empty.

    Example:
        >>> for name in ("WSJ", "the U.S. Department of Defense", "Dr Lind"):
        ...     source = name_source(name)
        ...     print(source.name, "-", source.key)
        WSJ - wall street journal
        U.S. Department of Defense - pentagon
        Lind - lind
    """
    if not isinstance(name, str):
        raise ModelError(f"a source's name is text, not {name!r:.60}")
    lexicon = load_lexicon() if lexicon is None else lexicon
    name = " ".join(name.split())
    known, reading = lexicon.knowledge.find(name), _read(name, lexicon)
    if len(known) == 1 and not (reading and reading.known):
        return attrs.evolve(known[0], name=name, key=known[0].key)  # "idf"
    if reading is None:
        return Source(name)
    return Register(lexicon).add((0, 0), reading).source("")


def _read(name: str, lexicon: Lexicon) -> Reading | None:
    """Return what a report says of a name, or None where it names nobody."""
    page = read_page(f"{name}{_REST}", lexicon)  # by itself it may be a headline
    stop = bisect_left(page.tokens.starts, len(name))
    reading = read_mention(page, (0, stop)) if stop else None
    if reading is None or not reading.name.strip() or reading.is_anonymous:
        return None
    is_one = not reading.parts and not reading.pronoun and reading.owner is None
    return reading if is_one else None
