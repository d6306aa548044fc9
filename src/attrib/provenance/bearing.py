"""Bearing: which reports say something of a claim, and by which chain."""

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence

import attrs

from attrib.lexicon.knowledge import Knowledge
from attrib.lexicon.loading import load_lexicon
from attrib.model.attribution import Stance
from attrib.model.chain import Chain, Link
from attrib.model.report import Report
from attrib.model.span import Passage, Span
from attrib.provenance.wording import Wording, read_wording
from attrib.text.sentences import find_paragraphs, find_sentences
from attrib.text.tokens import tokenize

_LEAST_SHARE = 0.3
"""Share of a claim's weight that a passage must say to carry it."""
_CHAIN_SHARE = 0.5
"""Share of what a passage says of the claim that is a chain's, if it is the chain's."""
_AROUND = 2
"""Sentences on either side that are read with one."""
_MOST_SCARCITY = 2.5
_STEEPNESS = 1.5
"""A word in few reports of the pile tells claims apart, up to a point: one that stands
in a single report may be a matter of wording."""
_LEAST_RARITY = 0.3
"""Words more common than this at large, such as "will", tell nothing."""
_DIGIT_WEIGHT = 0.3
"""What a single digit weighs: mostly it is part of a name, and left out in others."""
_DENYING = (Stance.DENIES, Stance.DOUBTS)
_SILENT = (Stance.WITHHOLDS,)


@attrs.frozen
class Bearing:
    """A chain by which one report carries a claim.

    Attributes:
        chain: The chain; that of the outlet alone where it says so in its own voice.
        asserts: Whether the origin says that it is so, rather than that it is not.
        share: Share of the claim's weight that is said, from 0 to 1.
    """

    chain: Chain
    asserts: bool
    share: float


def find_bearing(reports: Sequence[Report], claim: str) -> tuple[Bearing, ...]:
    """Return the chains by which reports carry a claim, in the order of the reports.

    A word weighs the more the fewer of the reports hold it and the rarer it is at
    large; countries, their capitals and their adjectives are one. Five sentences
    together must say a good third of the claim's weight; the chain among them that
    says most of that carries it, or the outlet itself.

    Example:
        >>> find_bearing([], "the quay is closed")
        ()
    """
    knowledge = load_lexicon("en").knowledge
    pages = [_Page(report, knowledge) for report in reports]
    wording = read_wording(claim)
    weights = _weigh(_terms(wording, knowledge), pages)
    if not weights:
        return ()
    found: list[Bearing] = []
    for page in pages:
        found.extend(page.bearing(weights, is_denied=wording.negation_count % 2 == 1))
    return tuple(found)


def _terms(wording: Wording, knowledge: Knowledge) -> dict[str, float]:
    """Return what a text is compared by, and how rare each is at large."""
    terms: dict[str, float] = {}
    written = wording.written
    at = 0
    while at < len(written):
        country = ""
        for length in (2, 1):
            name = " ".join(written[at : at + length])
            if name[:1].isupper():
                country = _country(name, knowledge)
            if country:
                break
        if country:
            terms[country] = 1.0
            at += length
            continue
        term = wording.terms[at]
        terms[term] = wording.weights[term]
        at += 1
    return terms


def _country(name: str, knowledge: Knowledge) -> str:
    """Return the key of the country that a name is of, or "".

    "Norway", "Norwegian" and "Oslo" are Norway; so is a body that belongs to it.
    """
    bare = name.casefold().removesuffix("'s")
    source = knowledge.countries.get(bare)
    if source is None:
        bodies = knowledge.sources.get(bare, ())
        affiliation = bodies[0].affiliation if len(bodies) == 1 else None
        source = knowledge.countries.get((affiliation or "").casefold())
    return "" if source is None else source.key


def _weigh(terms: Mapping[str, float], pages: Sequence["_Page"]) -> dict[str, float]:
    """Return what each term of a claim weighs; all of them together weigh 1."""
    count = Counter(term for page in pages for term in page.all_terms & terms.keys())
    weights = {}
    for term, rarity in terms.items():
        if rarity >= _LEAST_RARITY:
            scarcity = math.log1p(len(pages) / (count[term] + 0.5))
            weights[term] = min(scarcity, _MOST_SCARCITY) ** _STEEPNESS * rarity
            if len(term) == 1 and term.isdigit():
                weights[term] *= _DIGIT_WEIGHT
    total = sum(weights.values())
    return {term: weight / total for term, weight in weights.items() if total}


class _Page:
    """One report, its sentences and their terms."""

    def __init__(self, report: Report, knowledge: Knowledge) -> None:
        self._report = report
        self._knowledge = knowledge
        text = report.document.text
        tokens = tokenize(text)
        self._sentences = [
            Span(tokens.starts[first], tokens.ends[last - 1])
            for first, last in find_sentences(tokens, find_paragraphs(text, tokens))
        ]
        self._wordings = [read_wording(span.of(text)) for span in self._sentences]
        self._terms = [_terms(wording, knowledge).keys() for wording in self._wordings]
        self.all_terms: set[str] = set().union(*self._terms)

    def bearing(
        self, weights: Mapping[str, float], *, is_denied: bool
    ) -> list[Bearing]:
        """Return the chains by which the report carries a claim.

        Args:
            weights: What each term of the claim weighs.
            is_denied: Whether the claim is that something is not so.
        """
        if sum(w for term, w in weights.items() if term in self.all_terms) < (
            _LEAST_SHARE
        ):
            return []
        best, place = max(
            (_share(weights, set().union(*self._terms[self._around(at)])), -at)
            for at in range(len(self._sentences))
        )
        if best < _LEAST_SHARE:
            return []
        around = self._around(-place)
        told = self._told(weights, around, best)
        return told or [self._own(weights, around, best, is_denied=is_denied)]

    def _around(self, at: int) -> slice:
        return slice(max(0, at - _AROUND), at + _AROUND + 1)

    def _told(
        self, weights: Mapping[str, float], around: slice, best: float
    ) -> list[Bearing]:
        """Return the chains that say most of what a passage says of a claim."""
        spans = self._sentences[around]
        extent = Span(spans[0].start, spans[-1].end)
        shares = [
            (_share(weights, self._terms_of(chain)), chain)
            for chain in self._report.chains()
            if chain.stance not in _SILENT
            and any(span.overlaps(extent) for span in chain.content.spans)
        ]
        most = max((share for share, _ in shares), default=0.0)
        if most < _CHAIN_SHARE * best:
            return []
        return [
            Bearing(chain, chain.stance not in _DENYING, share)
            for share, chain in shares
            if share == most
        ]

    def _terms_of(self, chain: Chain) -> set[str]:
        """Return the terms of a content, and of the name of whoever said it."""
        words = [chain.content.text]
        for passage in (chain.links[-1].mention, chain.links[-1].cue):
            words += [] if passage is None else [passage.text]
        return set(_terms(read_wording(" ".join(words)), self._knowledge))

    def _own(
        self,
        weights: Mapping[str, float],
        around: slice,
        best: float,
        *,
        is_denied: bool,
    ) -> Bearing:
        """Return the outlet's own voice, in the sentence that says most."""
        places = range(len(self._sentences))[around]
        at = max(
            places, key=lambda place: (_share(weights, self._terms[place]), -place)
        )
        document = self._report.document
        chain = Chain(
            links=(Link(source=document.outlet, reason="says so in its own voice"),),
            content=Passage.of(document.text, self._sentences[at]),
            document_id=document.id,
            attribution=None,
            has_outlet=document.outlet is not None,
        )
        negations = self._wordings[at].negation_count
        return Bearing(chain, (negations % 2 == 1) == is_denied, best)


def _share(weights: Mapping[str, float], terms: Container[str]) -> float:
    return sum(weight for term, weight in weights.items() if term in terms)
