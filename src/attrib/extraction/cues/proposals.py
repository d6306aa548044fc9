"""Proposals: readings of a verb group before one of them is chosen."""

import attrs

from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.page import Range
from attrib.extraction.subjects.subjects import Subject


@attrs.define(eq=False)
class Proposal:
    """One way to read a verb group: a source, a content, and the rule that says so.

    Attributes:
        rule: Id of the rule.
        group: The verb group.
        source: Range of the mention, or None.
        content: Ranges of the content.
        opening: How the content begins, or None where it stands on the left.
        addressee: Range of the words that name who was told, or None.
        cue: Range of the cue, where it is more than the group.
        is_inherited: Whether the source is that of another cue in the sentence.
        is_skipping: Whether other words stand between cue and content.
        subject: The subject on the left of the group, or None.
        rest: For a content on the left, what stands behind the cue, in a word: "$"
            for nothing, "A" for adverbials only, "A," for adverbials and a comma,
            else the first tags.
        certainty: How likely its end is among all that it might have, from 0 to 1.
    """

    rule: str
    group: Group
    source: Range | None
    content: tuple[Range, ...]
    opening: str | None = None
    addressee: Range | None = None
    cue: Range | None = None
    is_inherited: bool = False
    is_skipping: bool = False
    subject: Subject | None = None
    rest: str = "."
    certainty: float = 1.0
