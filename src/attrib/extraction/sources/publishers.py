"""Publishers: whether a name in a text is that of the outlet which published it."""

from attrib.extraction.mentions.readings import Reading
from attrib.lexicon.lexicon import Lexicon
from attrib.model.source import Source, SourceKind, source_key


def is_publisher(reading: Reading, outlet: Source, lexicon: Lexicon) -> bool:
    """Say whether a name is the outlet's, another of its names, or words of it.

    Args:
        reading: What a mention says.
        outlet: The outlet of the document.
        lexicon: What knows the outlet by several names.
    """
    if reading.is_person:
        return False
    own = {outlet.key, lexicon.knowledge.key_of(outlet.name)}
    if not own.isdisjoint(source.key for source in reading.known):
        return True
    if reading.kind is SourceKind.NEWS_OUTLET and _is_short(reading, outlet, lexicon):
        return True
    words = frozenset(source_key(outlet.name).split())
    if words == reading.words or (words < reading.words and not reading.known):
        return reading.kind in (SourceKind.NEWS_OUTLET, SourceKind.UNKNOWN, outlet.kind)
    return len(reading.words) > 1 and reading.words < words


def _is_short(reading: Reading, outlet: Source, lexicon: Lexicon) -> bool:
    """Say whether a name is the last word of an outlet's: "the Courier".

    Where another outlet is known by that word, the outlet must be called after its
    place: the New York Times is "the Times", the Sunday Times is not.
    """
    before, _, last = source_key(outlet.name).rpartition(" ")
    if not before or reading.words != {last}:
        return False
    return not reading.known or lexicon.is_place(before)
