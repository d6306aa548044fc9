"""Chains: how one content reached the reader, outlet first."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, product

import attrs

from attrib.errors import ModelError
from attrib.model.attribution import (
    Attribution,
    AttributionKind,
    Directness,
    Relay,
    Stance,
    StatedLikelihood,
)
from attrib.model.days import read_day
from attrib.model.document import Document
from attrib.model.fields import check_types
from attrib.model.period import Period
from attrib.model.source import Source
from attrib.model.span import Passage, Span, merge

_WORD = re.compile(r"\w+")
_OWN_WORDS_NEEDED = 4
"""A content with fewer words outside its inner attributions says nothing itself."""
_MOST_JOINT = 12
"""So many chains at most come of one content that joint sources told."""


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Link:
    """One source on the way of a content to the reader.

    Attributes:
        source: Who passed it on; None when the text leaves that open ("it was
            reported that").
        cue: The words of reporting, or None for the outlet itself.
        mention: The words that name the source at this step, or None.
        attribution: Index of the attribution it comes from, or None for the outlet.
        is_inferred: Whether the link was concluded rather than written.
        directness: How the source came to know what it passes on, where its
            attribution says.
        reason: In words, why the link stands here.
        document_id: The document in which it was read, or None for the document of
            the chain.

    Raises:
        ModelError: A field is of the wrong type.

    Example:
        >>> Link(source=Source("Baltic Wire")).name, Link(source=None).name
        ('Baltic Wire', 'unnamed')
    """

    source: Source | None
    cue: Passage | None = None
    mention: Passage | None = None
    attribution: int | None = None
    is_inferred: bool = False
    directness: Directness = attrs.field(
        default=Directness.UNKNOWN, converter=Directness
    )
    reason: str = ""
    document_id: str | None = None

    @property
    def name(self) -> str:
        """The source's name, or `unnamed`."""
        return "unnamed" if self.source is None else self.source.name


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Chain:
    """Who told whom about one content, from the outlet to the origin.

    Attributes:
        links: From the link nearest the reader to the origin; the outlet's own link
            first when the document names an outlet.
        content: What travelled along the chain.
        document_id: The document in which it was read.
        attribution: Index of the innermost attribution in that report, or None for
            what the outlet says in its own voice.
        kind, stance, time, likelihood: As of the innermost attribution.
        has_outlet: Whether the first link is the outlet of the document.
        hedges: Words by which somebody on the way lowers their commitment.
        published: The day on which the document was published, if that is known; a
            datetime stands for its day. No grade as of an earlier day counts the chain.

    Raises:
        ModelError: There is no link, or the day is none.

    Example:
        >>> content = Passage.of("the harbour reopened", (0, 20))
        >>> links = (Link(source=Source("Baltic Wire")), Link(source=Source("mayor")))
        >>> chain = Chain(links=links, content=content, document_id="a",
        ...               has_outlet=True)
        >>> print(chain)
        Baltic Wire ← mayor: "the harbour reopened"
    """

    links: tuple[Link, ...] = attrs.field(converter=tuple[Link, ...])
    content: Passage
    document_id: str
    attribution: int | None = 0
    kind: AttributionKind = attrs.field(
        default=AttributionKind.REPORTING, converter=AttributionKind
    )
    stance: Stance = attrs.field(default=Stance.ASSERTS, converter=Stance)
    time: Period | None = None
    has_outlet: bool = False
    hedges: tuple[Passage, ...] = attrs.field(default=(), converter=tuple[Passage, ...])
    likelihood: StatedLikelihood | None = None
    published: dt.date | None = attrs.field(
        default=None, converter=attrs.converters.optional(read_day)
    )

    def __attrs_post_init__(self) -> None:
        if not self.links:
            raise ModelError("a chain needs at least one link, and got none")

    @property
    def outlet(self) -> Source | None:
        """The outlet of the document, or None when the document names none."""
        return self.links[0].source if self.has_outlet else None

    @property
    def origin(self) -> Source | None:
        """The source where the content comes from, or None when it is not known."""
        return self.links[-1].source

    @property
    def relays(self) -> tuple[Link, ...]:
        """The links between the outlet and the origin."""
        return self.links[1 if self.has_outlet else 0 : -1]

    @property
    def claim_id(self) -> str:
        """Id of the claim that the chain carries; see `Claim.id`.

        It counts the attributions of a report, so that it is of another claim when a
        newer lexicon or version of attrib finds one more. `place_id` lasts.
        """
        return name_claim(self.document_id, self.attribution, self.content)

    @property
    def place_id(self) -> str:
        """Id of the claim by where its words stand, in RFC 5147: `wire#char=0,37`.

        Keep it where an id is to last, as in a ledger: `grade` looks for it, too. If
        the words are ever read otherwise it is of no claim, and never of another one.
        """
        return name_claim(self.document_id, None, self.content)

    def __str__(self) -> str:
        """Return the chain as one line: names, arrows, and the content in quotes."""
        names = " ← ".join([" ".join(link.name.split()) for link in self.links])
        return f"{names}: {quote(' '.join(self.content.text.split()))}"


def name_claim(document_id: str, attribution: int | None, content: Passage) -> str:
    """Return the id of a claim; see `Claim.id`.

    Example:
        >>> name_claim("wire", 2, Passage.of("It rained.", (0, 9)))
        'wire#2'
    """
    if attribution is not None:
        return f"{document_id}#{attribution}"
    return f"{document_id}#char={content.start},{content.end}"


_OWN_MARKS = re.compile(r"""["“”„«»]|^\s*['‘‚‹]""")


def quote(words: str) -> str:
    """Return words in quotation marks; as they stand if they hold any themselves.

    Marks around marks would leave the reader to guess which of them are the text's.

    Example:
        >>> print(quote("the pier was unsafe"))
        "the pier was unsafe"
        >>> print(quote('that the crew was "on its way"'))
        that the crew was "on its way"
    """
    return words if _OWN_MARKS.search(words) else f'"{words}"'


def build_chains(
    document: Document,
    attributions: Sequence[Attribution],
    *,
    kinds: Collection[AttributionKind] = (AttributionKind.REPORTING,),
    agencies: Sequence[Relay] = (),
) -> tuple[Chain, ...]:
    """Return one chain for each innermost content, in document order.

    An attribution around another has a chain of its own only when its content adds
    words of its own. Attributions of other kinds are no links: what the ministry said
    it hoped is what the ministry said. What two sources said together reached us by
    two chains.

    Args:
        document: The document the attributions are of.
        attributions: All of the report's attributions, each at its own index.
        kinds: The kinds that make a chain.
        agencies: Agencies that the outlet has its text from; links only where the
            document names an outlet, and another one.
    """
    wanted = [
        each
        for each in attributions
        if each.kind in kinds
        and (each.stance is not Stance.WITHHOLDS or each.outer is None)
    ]
    inner: dict[int, list[Attribution]] = {}
    lines = {}
    for attribution in wanted:
        line = lines[attribution.index] = _line(attributions, attribution, kinds)
        if len(line) > 1 and attribution.parent is not None:
            inner.setdefault(line[-2].index, []).append(attribution)
    return tuple(
        _chain(document, line, agencies)
        for attribution in wanted
        if _adds_words(document.text, attribution, inner.get(attribution.index, ()))
        for line in _each_source(lines[attribution.index])
    )


def _each_source(line: Sequence[Attribution]) -> Iterator[Sequence[Attribution]]:
    """Yield a line once for each of the sources that say something together."""
    if not any(attribution.partners for attribution in line):
        yield line
        return
    readings = (
        [
            attribution,
            *(attrs.evolve(attribution, source=each) for each in attribution.partners),
        ]
        for attribution in line
    )
    yield from islice(product(*readings), _MOST_JOINT)


def _line(
    attributions: Sequence[Attribution],
    innermost: Attribution,
    kinds: Collection[AttributionKind],
) -> list[Attribution]:
    """Return the attribution and those it reached us through, outermost first."""
    line = [innermost]
    outer = innermost.outer
    while outer is not None:
        if attributions[outer].kind in kinds:
            line.append(attributions[outer])
        outer = attributions[outer].outer
    return line[::-1]


def _adds_words(text: str, outer: Attribution, inner: Sequence[Attribution]) -> bool:
    """Say whether a content holds more than the attributions inside it."""
    if not inner:
        return True
    if outer.is_relaying:
        return False
    taken = merge(_extent(child, outer) for child in inner)
    own_words = (
        word
        for start, end in _outside(outer.content.spans, taken)
        for word in _WORD.finditer(text, start, end)
    )
    return sum(1 for _ in islice(own_words, _OWN_WORDS_NEEDED)) == _OWN_WORDS_NEEDED


def _extent(inner: Attribution, outer: Attribution) -> Span:
    """Return from where to where an attribution stands in the content around it."""
    # A source may be that of a verb before: "Lind said that it rained and added that".
    parts = [part for part in inner.parts if part.start >= outer.content.start]
    parts = parts or [inner.content]
    return Span(min(p.start for p in parts), max(p.end for p in parts))


def _outside(spans: Sequence[Span], taken: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of some spans that others leave, both in text order."""
    for span in spans:
        start = span.start
        for other in taken:
            if start < other.end and other.start < span.end:
                if start < other.start:
                    yield start, other.start
                start = other.end
        if start < span.end:
            yield start, span.end


def _credited(links: Sequence[Link], agencies: Sequence[Relay]) -> Sequence[Link]:
    """Return the links of a chain with the agencies behind its outlet."""
    said = [link.source for link in links[:2]]
    between = [
        Link(
            source=credit.source,
            mention=credit.mention,
            is_inferred=True,
            reason=credit.reason,
        )
        for credit in agencies
        if not any(_is_same(source, credit.source) for source in said)
    ]
    return [*links[:1], *between, *links[1:]]


def _chain(
    document: Document, line: Sequence[Attribution], agencies: Sequence[Relay]
) -> Chain:
    innermost = line[-1]
    links: list[Link] = []
    outlet = document.outlet
    if outlet is not None:
        links.append(Link(source=outlet, reason="published the document"))
    for step, attribution in enumerate(line):
        for relay in attribution.relays:
            if not (links and _is_same(links[-1].source, relay.source)):
                links.append(_relay_link(attribution, relay))
        is_outlet = (
            outlet is not None
            and attribution.source is not None
            and attribution.source.key == outlet.key
        )
        last = step == len(line) - 1
        entered = _link(attribution, None if last else line[step + 1])
        if is_outlet and len(links) == 1 and step == 0:
            links = [attrs.evolve(entered, source=outlet)]
        elif not (links and _is_same(links[-1].source, attribution.source)):
            links.append(entered)
    return Chain(
        links=tuple(links if outlet is None else _credited(links, agencies)),
        content=innermost.content,
        document_id=document.id,
        attribution=innermost.index,
        kind=innermost.kind,
        stance=innermost.stance,
        time=innermost.time,
        has_outlet=outlet is not None,
        hedges=tuple(hedge for attribution in line for hedge in attribution.hedges),
        likelihood=innermost.likelihood,
        published=document.day,
    )


def _relay_link(attribution: Attribution, relay: Relay) -> Link:
    return Link(
        source=relay.source,
        cue=attribution.cue,
        mention=relay.mention,
        attribution=attribution.index,
        reason=relay.reason,
    )


def _is_same(one: Source | None, other: Source | None) -> bool:
    return one is not None and other is not None and one.key == other.key


def _link(attribution: Attribution, inner: Attribution | None) -> Link:
    inferred = inner is not None and inner.parent is None
    if inferred:
        assert inner is not None
        reason = next((r for r in inner.reasons if r.startswith("inside")), "")
        return Link(
            source=attribution.source,
            attribution=attribution.index,
            is_inferred=True,
            directness=attribution.directness,
            reason=reason or f"its account (attribution {attribution.index}) goes on",
        )
    return Link(
        source=attribution.source,
        cue=attribution.cue,
        mention=attribution.mention,
        attribution=attribution.index,
        is_inferred=attribution.is_inferred,
        directness=attribution.directness,
        reason=attribution.rule,
    )
