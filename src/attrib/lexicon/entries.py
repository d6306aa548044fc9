"""What a lexicon knows of a word: its classes, and whether it is a cue."""

import enum
from collections.abc import Mapping

import attrs

from attrib.model.attribution import AttributionKind, Stance


class Frame(enum.StrEnum):
    """What may complete a cue."""

    THAT = "that"
    CLAUSE = "clause"
    QUOTATION = "quotation"
    LEFT = "left"
    INVERTED = "inverted"
    QUESTION = "question"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    ADDRESSEE = "addressee"
    GERUND = "gerund"
    COMPLEMENT = "complement"
    AFTER = "after"


class Sort(enum.IntFlag):
    """What sorts of source a noun may name."""

    NONE = 0
    PERSON = enum.auto()
    CROWD = enum.auto()
    GOVERNMENT = enum.auto()
    MILITARY = enum.auto()
    INTELLIGENCE = enum.auto()
    LAW = enum.auto()
    OUTLET = enum.auto()
    COMPANY = enum.auto()
    ORGANISATION = enum.auto()
    DOCUMENT = enum.auto()
    ANONYMOUS = enum.auto()
    TITLE = enum.auto()
    DAY = enum.auto()
    LABEL = enum.auto()
    MALE = enum.auto()
    FEMALE = enum.auto()


BODIES = (
    Sort.GOVERNMENT
    | Sort.MILITARY
    | Sort.INTELLIGENCE
    | Sort.LAW
    | Sort.OUTLET
    | Sort.COMPANY
    | Sort.ORGANISATION
)
"""The sorts of sources that are bodies."""


@attrs.frozen
class Cue:
    """A verb that ties a source to a content.

    Attributes:
        lemma: Its base form.
        kind: Reporting, belief, perception or attitude.
        stance: What the source does with the content.
        frames: What may complete it.
        particles: Words of which one must follow for the frame `after`.
        classes: Names of the classes it was listed under, most telling first.
        kinds: Complements to the kind they give where it is another.
    """

    lemma: str
    kind: AttributionKind
    stance: Stance
    frames: frozenset[Frame]
    particles: frozenset[str]
    classes: tuple[str, ...]
    kinds: Mapping[Frame, AttributionKind] = attrs.field(factory=dict, hash=False)


class Layout(enum.StrEnum):
    """What stands around a cue of several words."""

    PREPOSITION = "preposition"
    RELAY = "relay"
    OUTLET = "outlet"
    NOUN = "noun"
    RELATION = "relation"


@attrs.frozen
class Phrase:
    """A cue that is no verb.

    Attributes:
        words: Its words, folded to lower case.
        layout: What stands around it.
        kind: Reporting, belief, perception or attitude.
    """

    words: tuple[str, ...]
    layout: Layout
    kind: AttributionKind


@attrs.frozen(eq=False)
class Word:
    """One spelling, looked up once.

    Attributes:
        norm: The word folded to lower case, with a straight apostrophe.
        tags: The classes it may have, likeliest first, one character each.
        cue: The reporting verb it is a form of, or None.
        cue_tags: The tags it has as a form of that verb.
        sorts: What sorts of source it may name.
        is_capital: Whether it begins with a capital.
        shape: Its tags, after "^" where it begins with a capital; what a neighbour
            sees of it.
    """

    norm: str
    tags: str
    cue: Cue | None = None
    cue_tags: str = ""
    sorts: Sort = Sort.NONE
    is_capital: bool = False
    shape: str = attrs.field(init=False)

    @shape.default
    def _shape_of_tags(self) -> str:
        return f"^{self.tags}" if self.is_capital else self.tags
