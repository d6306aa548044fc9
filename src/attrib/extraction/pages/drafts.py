"""Attributions in the making: ranges of tokens that may still change."""

import attrs

from attrib.extraction.pages.page import Range
from attrib.lexicon.entries import Cue
from attrib.model.attribution import AttributionKind, Stance, Term


@attrs.define(eq=False)
class Draft:
    """One attribution as it is found, before it is resolved and nested.

    Attributes:
        anchor: The token it was found by; the head of its cue.
        cue: Ranges of the cue; none for a quotation that follows from its neighbour.
        source: Range of the mention, or None.
        content: Ranges of the content, in text order.
        rule: Id of the rule that found it.
        kind, stance: As of an attribution.
        entry: The verb of the cue, where there is one.
        addressee: Range of the words that name who was told, or None.
        relays: Ranges that name who passed the content on, outermost first.
        relay_of: The draft whose content this one shares and which passed it on
            ("X reported, citing Y": X's draft for Y's), or None.
        is_inherited: Whether the source is that of another cue in the sentence.
        score: How sure the finder is, from 0 to 1.
        terms: The learnt terms that decided the score, largest first.
        reasons: In words, why it is as it is.
    """

    anchor: int
    cue: tuple[Range, ...]
    source: Range | None
    content: tuple[Range, ...]
    rule: str
    kind: AttributionKind = AttributionKind.REPORTING
    stance: Stance = Stance.ASSERTS
    entry: Cue | None = None
    addressee: Range | None = None
    relays: tuple[Range, ...] = ()
    relay_of: "Draft | None" = None
    is_inherited: bool = False
    score: float = 1.0
    terms: tuple[Term, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Index of its first token."""
        parts = [*self.cue, *self.content]
        if self.source is not None:
            parts.append(self.source)
        return min(parts)[0]

    def holds(self, at: int) -> bool:
        """Say whether a token lies in its content."""
        for first, last in self.content:  # noqa: SIM110 - any() takes far longer
            if first <= at < last:
                return True
        return False


@attrs.define(eq=False)
class Reading:
    """One way to read a cue that is no verb, and what is seen of it.

    Attributes:
        draft: The attribution that it would be.
        name: The section of the lexicon that lists the cue.
        words: Range of the listed words, where the cue is more than they are.
        shape: How its source was found: "possessor", "subject", "by" ...
        governor: The folded verb before a noun or an adjective, or "".
        link: The folded preposition between cue and content, or "".
    """

    draft: Draft
    name: str
    words: Range | None = None
    shape: str = ""
    governor: str = ""
    link: str = ""
