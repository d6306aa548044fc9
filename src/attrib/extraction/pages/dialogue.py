"""Quotations between dashes, as much of Europe prints speech: - Nobody, she said. -"""

from collections.abc import Sequence

from attrib.lexicon.entries import Frame, Word
from attrib.lexicon.tags import Tag
from attrib.text.quotations import Quotation
from attrib.text.tokens import Tokens

Range = tuple[int, int]

_FARTHEST_CUE = 7
_NAMING = frozenset("SOTjnp$r#,")
"""Tags of the words that may stand between a dash and the cue behind it."""


def find_dialogue(
    tokens: Tokens,
    words: Sequence[Word],
    tags: str,
    paragraphs: Sequence[Range],
) -> list[Quotation]:
    """Return what is quoted between dashes: "- We will not pay - said the mayor."

    A dash opens a quotation at the head of a paragraph and behind a full stop; the
    next one closes it where a cue stands behind that. What a further dash opens goes
    on to the end of the paragraph.

    Args:
        tokens: The tokens of the text.
        words: What the lexicon knows of each.
        tags: The class of each.
        paragraphs: Ranges of tokens.
    """
    found: list[Quotation] = []
    for first, last in paragraphs:
        if Tag.DASH not in tags[first:last]:
            continue
        opened: int | None = None
        is_dialogue = False
        at = first - 1
        while (at := tags.find(Tag.DASH, at + 1, last)) >= 0:
            if at + 1 >= last or tokens.starts[at + 1] == tokens.ends[at]:
                continue  # "Anglo-Saxon", "5-10"
            if opened is not None and _has_cue(words, tags, at + 1, last):
                if at - opened > 1:
                    found.append(Quotation(opened, at))
                    is_dialogue = True
                opened = None
            elif at == first or tags[at - 1] == Tag.STOP:
                opened = at
        if opened is not None and is_dialogue and last - opened > 1:
            found.append(Quotation(opened, last))
    return found


def _has_cue(words: Sequence[Word], tags: str, start: int, last: int) -> bool:
    """Say whether "said the mayor" or "the mayor said" stands at a token."""
    for at in range(start, min(start + _FARTHEST_CUE, last)):
        cue = words[at].cue
        if cue is not None and tags[at] in "dz":
            return Frame.LEFT in cue.frames
        if tags[at] not in _NAMING:
            return False
    return False


def merge(
    quotations: Sequence[Quotation], dialogue: Sequence[Quotation]
) -> list[Quotation]:
    """Return both in text order; what stands in marks inside dashes is part of it.

    Args:
        quotations: Quotations in quotation marks.
        dialogue: Quotations between dashes.
    """
    if not dialogue:
        return list(quotations)
    kept = [
        one
        for one in quotations
        if not any(
            each.first <= one.first and one.last <= each.last for each in dialogue
        )
    ]
    apart = [
        each
        for each in dialogue
        if not any(one.first < each.last and each.first < one.last for one in kept)
    ]
    return sorted([*kept, *apart], key=lambda one: one.first)
