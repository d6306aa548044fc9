"""Openings: how a content behind a cue begins, and where."""

import attrs

from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag


@attrs.frozen(eq=False)
class _Openings:
    """How a content begins; the form it is bound to have.

    Plain strings held by an object, as word classes are: see `attrib.lexicon.tags`.
    """

    THAT: str = "that"
    CLAUSE: str = "clause"
    QUOTATION: str = "quotation"
    QUESTION: str = "question"
    INFINITIVE: str = "infinitive"
    GERUND: str = "gerund"
    OBJECT: str = "object"


Opening = _Openings()

QUESTIONS = frozenset("whether what how why who which where when".split())
"""Words that begin a question that is told, behind any cue."""


@attrs.define(eq=False)
class Right:
    """Where a content on the right of a cue begins.

    Attributes:
        start: Index of its first token.
        opening: How it begins.
        addressee: Range of the words that name who was told, or None.
        is_skipping: Whether other words stand between cue and content.
    """

    start: int
    opening: str
    addressee: Range | None = None
    is_skipping: bool = False


def is_quotation_start(page: Page, at: int) -> bool:
    """Say whether a quotation begins at a token."""
    index = page.quotation_of[at]
    return index >= 0 and page.quotations[index].first == at


def is_pronoun_that(page: Page, at: int) -> bool:
    """Tell "said that." and "said that in May" from "said that it rained".

    Args:
        page: The page.
        at: The token "that".
    """
    if at + 1 >= len(page) or page.tags[at + 1] == Tag.STOP:
        return True
    if page.tags[at + 1] == Tag.COMMA:  # not "said that, in his view, it rained"
        return page.tags[at + 2 : at + 3] not in tuple('IUgjrt"')
    return page.tags[at] == Tag.DETERMINER and page.tags[at + 1] in "nI"
