"""Classes of words that only the words around a source tell: noun or verb."""

import re
from collections.abc import Sequence

from attrib.lexicon.entries import Word
from attrib.lexicon.tags import Tag


def mend_sources(words: Sequence[Word], tags: str) -> str:
    """Return tags in which nouns and verbs around sources are told apart.

    In "according to state media" the "state" is no verb.

    Args:
        words: The words of the text.
        tags: The class of each.
    """
    mended: dict[int, str] = {}
    for found in re.finditer("(?<=gt)v", tags):
        at = found.start()
        if words[at - 2].norm == "according" and Tag.NOUN in words[at].tags:
            mended[at] = Tag.NOUN
    if not mended:
        return tags
    return "".join([mended.get(at, tag) for at, tag in enumerate(tags)])
