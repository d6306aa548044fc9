"""What a lexicon knows of a word: its classes, and whether it is a cue."""

from collections.abc import Mapping

import attrs

from attrib.model.attribution import AttributionKind, Stance


@attrs.frozen(eq=False)
class _Frames:
    """What may complete a cue: plain strings held by an object, as word classes are."""

    THAT: str = "that"
    CLAUSE: str = "clause"
    QUOTATION: str = "quotation"
    LEFT: str = "left"
    INVERTED: str = "inverted"
    QUESTION: str = "question"
    INFINITIVE: str = "infinitive"
    OBJECT: str = "object"
    ADDRESSEE: str = "addressee"
    GERUND: str = "gerund"
    COMPLEMENT: str = "complement"
    AFTER: str = "after"


Frame = _Frames()

FRAMES: tuple[str, ...] = attrs.astuple(Frame)
"""Everything that may complete a cue."""


@attrs.frozen(eq=False)
class _Sorts:
    """What sorts of source a noun may name, each one bit of an int.

    Plain ints held by an object, because the words of a text are asked for their sorts
    all the time: the flags of `enum` take thirty times as long, and it takes three
    times as long to reach what a class holds.
    """

    NONE: int = 0
    PERSON: int = 1 << 0
    CROWD: int = 1 << 1
    GOVERNMENT: int = 1 << 2
    MILITARY: int = 1 << 3
    INTELLIGENCE: int = 1 << 4
    LAW: int = 1 << 5
    OUTLET: int = 1 << 6
    COMPANY: int = 1 << 7
    ORGANISATION: int = 1 << 8
    DOCUMENT: int = 1 << 9
    ANONYMOUS: int = 1 << 10
    TITLE: int = 1 << 11
    DAY: int = 1 << 12
    LABEL: int = 1 << 13
    MALE: int = 1 << 14
    FEMALE: int = 1 << 15
    GIVEN: int = 1 << 16


Sort = _Sorts()

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
        needs_particle: Whether it is a cue with one of its particles only.
    """

    lemma: str
    kind: AttributionKind
    stance: Stance
    frames: frozenset[str]
    particles: frozenset[str]
    classes: tuple[str, ...]
    kinds: Mapping[str, AttributionKind] = attrs.field(factory=dict, hash=False)
    needs_particle: bool = attrs.field(init=False)

    @needs_particle.default
    def _is_listed_with_particles(self) -> bool:
        return all(name.startswith("particle") for name in self.classes)


@attrs.frozen(eq=False)
class _Layouts:
    """What stands around a cue of several words: plain strings held by an object."""

    PREPOSITION: str = "preposition"
    RELAY: str = "relay"
    OUTLET: str = "outlet"
    QUOTED: str = "quoted"
    PUBLISHED: str = "published"
    HEARSAY: str = "hearsay"
    NOUN: str = "noun"
    ADJECTIVE: str = "adjective"
    RELATION: str = "relation"


Layout = _Layouts()

LAYOUTS: tuple[str, ...] = attrs.astuple(Layout)
"""Everything that may stand around a cue of several words."""


@attrs.frozen
class Phrase:
    """A cue that is no verb.

    Attributes:
        words: Its words, folded to lower case.
        layout: What stands around it.
        kind: Reporting, belief, perception or attitude.
        name: The section that lists it.
    """

    words: tuple[str, ...]
    layout: str
    kind: AttributionKind
    name: str = ""


_PARTS_OF_NAMES = frozenset(",.")
"""Marks that may be part of a name: "Acme, Inc.", "J. Lee"."""


@attrs.define(eq=False)
class Word:
    """One spelling, looked up once.

    Nobody changes it. It is not frozen, since a text meets its words for the first
    time at a speed that counts, and a frozen one takes thrice as long to make.

    Attributes:
        norm: The word folded to lower case, with a straight apostrophe.
        tags: The classes it may have, likeliest first, one character each.
        cue: The reporting verb it is a form of, or None.
        cue_tags: The tags it has as a form of that verb.
        sorts: What sorts of source it may name.
        is_capital: Whether it begins with a capital.
        shape: Its tags, after "^" where it begins with a capital; what a neighbour
            sees of it.
        code: Its tag, where that is the same everywhere; otherwise "^" where it begins
            with a capital, and a space where it does not.
        is_mark: Whether it is punctuation.
        may_begin_outlet: Whether the name of a news outlet may begin with it.
    """

    norm: str
    tags: str
    cue: Cue | None = None
    cue_tags: str = ""
    sorts: int = Sort.NONE
    is_capital: bool = False
    may_begin_outlet: bool = False
    shape: str = attrs.field(init=False)
    code: str = attrs.field(init=False)
    is_mark: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        tags = self.tags
        if self.is_capital:
            self.shape, self.code = f"^{tags}", "^"
        else:
            self.shape, self.code = tags, tags
            if len(tags) > 1 or self.norm in _PARTS_OF_NAMES:
                self.code = " "
        self.is_mark = not self.norm[0].isalnum()

    @property
    def is_saying(self) -> bool:
        """Whether it is a form of a verb that may replace "say"."""
        return self.cue is not None and "say" in self.cue.classes
