"""Attributions: one source, one cue, one content."""

import attrs

from attrib.errors import ModelError
from attrib.model.fields import check_types
from attrib.model.labels import Labels
from attrib.model.period import Period
from attrib.model.scale import Likelihood
from attrib.model.source import Source
from attrib.model.span import Passage


class AttributionKind(Labels):
    """What the source did with the content: told it, held it, saw it, wished it."""

    REPORTING = "reporting"
    BELIEF = "belief"
    PERCEPTION = "perception"
    ATTITUDE = "attitude"


class Mode(Labels):
    """How the content is rendered: quoted, retold, or partly quoted."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(Labels):
    """What the source does with the truth of the content."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    ASKS = "asks"
    ORDERS = "orders"
    PROMISES = "promises"
    WITHHOLDS = "withholds"


@attrs.frozen(field_transformer=check_types)
class Relay:
    """A source that passed a content on, without an attribution of its own.

    "The minister told Baltic Wire that ..." reached us through Baltic Wire, although
    what it said is not told.

    Attributes:
        source: Who passed it on.
        mention: The words that name it.
        reason: In words, how that is known.

    Raises:
        ModelError: A field is of the wrong type.

    Example:
        >>> mention = Passage.of("The minister told Baltic Wire.", (18, 29))
        >>> Relay(Source("Baltic Wire"), mention, "was told").source.name
        'Baltic Wire'
    """

    source: Source
    mention: Passage
    reason: str = ""


class Directness(Labels):
    """How a source came to know the content, where the text says.

    It was there (witnessed), has it from others (told), concludes from what it found,
    such as traces, pictures and figures (induced), or by reasoning (deduced). Unknown
    is what the text does not say.
    """

    UNKNOWN = "unknown"
    WITNESSED = "witnessed"
    TOLD = "told"
    INDUCED = "induced"
    DEDUCED = "deduced"


def _likelihood(label: Likelihood | str) -> Likelihood:
    if isinstance(label, Likelihood):
        return label
    return Likelihood(label)  # type: ignore[call-arg]  # mypy looks at __new__ only


@attrs.frozen(field_transformer=check_types)
class StatedLikelihood:
    """How likely a source says that something is, in a term of ICD 203.

    Attributes:
        term: The term.
        words: The words that say so, which may be other words for the term.

    Raises:
        ModelError: The term is none of the seven.

    Example:
        >>> text = "It will probably rain."
        >>> StatedLikelihood("likely", Passage.of(text, (8, 16))).percent
        (55, 80)
    """

    term: Likelihood = attrs.field(converter=_likelihood)
    words: Passage

    @property
    def percent(self) -> tuple[int, int]:
        """Least and greatest probability that the directive gives the term."""
        return self.term.percent


@attrs.frozen(field_transformer=check_types)
class Term:
    """One of the learnt terms that a score is the sum of.

    Attributes:
        name: What was seen, as the lexicon's weights name it: the choice it counts
            for, a colon, and the feature. `attrib.explain` puts it into words.
        weight: What it adds to the log-odds that the reading is right; negative
            where it speaks against it. 0.7 doubles the odds.

    Raises:
        ModelError: A field is of the wrong type, or the weight is NaN or infinite.

    Example:
        >>> import math
        >>> round(math.exp(Term("accept:said", 0.7).weight), 1)
        2.0
    """

    name: str
    weight: float


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Attribution:
    """One source, cue and content in one document.

    Attributes:
        index: Its place in the report, counted from 0 in text order.
        content: What is attributed, quotation marks and a leading "that" included.
        mention: The words that name the source here, or None.
        source: The one named, or None when that could not be told.
        cue: The reporting expression with auxiliaries, negation and particles, or
            None when the content follows from its neighbour alone.
        kind: Reporting (speech and writing), belief, perception or attitude.
        mode: Direct, indirect or mixed.
        stance: Asserts, denies, asks and so on.
        directness: How the source came to know it.
        hedges: Words that lower the teller's commitment, each where it stands.
        likelihoods: How likely the source says that something is, in text order. What
            an attribution inside the content says is not among them.
        channel: Where it was said ("interview", "statement", "Telegram", "court
            filing"), or None.
        addressee: The words that name who was told, or None.
        relays: Sources that passed it on from this one, outermost first, where no
            attribution of their own says so.
        partners: Sources that say the same together with `source` ("Lind and Berg
            said"): the content reached us from each of them.
        is_relaying: Whether its content is what another says and adds nothing to it,
            so that it is a link and no chain of its own.
        time: Days on which it was said, or None when the text does not say.
        parent: Index of the attribution it is nested in or relayed by, or None.
        continues: Index of the attribution whose account it is part of although it
            stands outside that content, or None. This is concluded, never written.
        is_inferred: Whether it was concluded without words of reporting of its own.
        rule: Id of the rule that found it.
        score: How sure the finder is, from 0 to 1.
        terms: The learnt terms that decided the score, those of the largest weight
            first; not all of them, and none where a rule decided alone.
        reasons: In words, what was concluded about it and why.

    Raises:
        ModelError: Score or indexes are out of range, it would be its own parent, or a
            field is of the wrong type.

    Example:
        >>> text = "Ada Lind said that it rained."
        >>> attribution = Attribution(
        ...     index=0,
        ...     mention=Passage.of(text, (0, 8)),
        ...     source=Source("Ada Lind", kind="person"),
        ...     cue=Passage.of(text, (9, 13)),
        ...     content=Passage.of(text, (14, 28)),
        ... )
        >>> attribution.content.text, attribution.stance == "asserts"
        ('that it rained', True)
    """

    index: int
    content: Passage
    mention: Passage | None = None
    source: Source | None = None
    cue: Passage | None = None
    kind: AttributionKind = attrs.field(
        default=AttributionKind.REPORTING, converter=AttributionKind
    )
    mode: Mode = attrs.field(default=Mode.INDIRECT, converter=Mode)
    stance: Stance = attrs.field(default=Stance.ASSERTS, converter=Stance)
    directness: Directness = attrs.field(
        default=Directness.UNKNOWN, converter=Directness
    )
    hedges: tuple[Passage, ...] = attrs.field(default=(), converter=tuple[Passage, ...])
    likelihoods: tuple[StatedLikelihood, ...] = attrs.field(
        default=(), converter=tuple[StatedLikelihood, ...]
    )
    channel: str | None = None
    addressee: Passage | None = None
    relays: tuple[Relay, ...] = attrs.field(default=(), converter=tuple[Relay, ...])
    partners: tuple[Source, ...] = attrs.field(default=(), converter=tuple[Source, ...])
    is_relaying: bool = False
    time: Period | None = None
    parent: int | None = None
    continues: int | None = None
    is_inferred: bool = False
    rule: str = "by-hand"
    score: float = 1.0
    terms: tuple[Term, ...] = attrs.field(default=(), converter=tuple[Term, ...])
    reasons: tuple[str, ...] = attrs.field(default=(), converter=tuple[str, ...])

    def __attrs_post_init__(self) -> None:
        if self.index < 0:
            raise ModelError(f"an attribution's index counts from 0, not {self.index}")
        if not 0 <= self.score <= 1:
            raise ModelError(f"a score lies between 0 and 1, not at {self.score}")
        if self.index in (self.parent, self.continues):
            raise ModelError(f"attribution {self.index} cannot stand inside itself")

    @property
    def parts(self) -> tuple[Passage, ...]:
        """Every passage it holds: mention, cue and content first, then the others."""
        named = (self.mention, self.cue, self.content, self.addressee)
        relays = [relay.mention for relay in self.relays]
        likelihoods = [stated.words for stated in self.likelihoods]
        held = [passage for passage in named if passage is not None]
        return (*held, *self.hedges, *relays, *likelihoods)

    @property
    def likelihood(self) -> StatedLikelihood | None:
        """How likely the source says the content is, or None.

        It is None, too, where several different terms stand in the content: which of
        them is said of the whole, only `likelihoods` can show.
        """
        terms = {stated.term for stated in self.likelihoods}
        return self.likelihoods[0] if len(terms) == 1 else None

    @property
    def outer(self) -> int | None:
        """Index of the attribution this one reached us through, or None."""
        return self.continues if self.parent is None else self.parent
