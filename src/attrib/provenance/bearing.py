"""Bearing: which reports say something of a claim, and by which chain."""

import functools
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from attrib.lexicon.loading import load_lexicon
from attrib.model.chain import Chain, Link
from attrib.model.report import Report
from attrib.model.span import Passage, Span
from attrib.provenance.carrying import (
    Manner,
    Stretch,
    contradicts,
    find_versions,
    own_voices,
    read_voice,
)
from attrib.provenance.choosing import (
    Bearing,
    carry_to_speaker,
    choose,
    leave_out_who_asserts,
    prefer_speakers,
)
from attrib.provenance.people import People
from attrib.provenance.speaking import Speaker, find_speaker
from attrib.provenance.unsaid import (
    Unsaid,
    calls_untrue,
    cut_out,
    find_known,
    find_open,
    find_untrue,
    find_within,
    merge,
)
from attrib.provenance.voices import Voice, find_voices, find_withheld
from attrib.provenance.weighing import Weights, read_terms, weigh
from attrib.provenance.wording import Wording, read_wording
from attrib.text.sentences import find_paragraphs, find_sentences
from attrib.text.tokens import tokenize

_LEAST_SHARE = 0.35
"""Share of a claim's weight that a passage must say to carry it."""
_LEAST_OF_ONE = 0.2
"""Share of it that one sentence of the passage must say: words from all over a long
report may be of anything."""
_SHORT = 5
"""Terms of a claim of which the deed itself must be told, or nearly all else."""
_FEW_TERMS = 7
_MORE_A_TERM = 0.05
_MOST_ASKED = 0.5
"""So much more must be said for each term that a claim has fewer than these, up to half
of it: that is what other words for the same event say.
"""
_SAID_SHARE = 0.6
"""Share of a claim's weight that a report must say for "it" to be the claim."""
_AROUND = 2
"""Sentences on either side that are read with one."""


def find_bearing(
    reports: Sequence[Report], claim: str, *, people: People | None = None
) -> tuple[Bearing, ...]:
    """Return the chains by which reports carry a claim, in the order of the reports.

    A word weighs the more the fewer of the reports hold it and the rarer it is at
    large, and the first name of the claim weighs double; countries, their capitals and
    their adjectives are one. Five sentences together must say a good third of the
    claim's weight; the chain among them that says most of that carries it, or the
    outlet itself. Who denies it does so by a chain of its own, and so does who says
    it with another number or date. What is asked, withheld, under a condition or told
    to be without evidence carries nothing, unless such is the claim.

    Args:
        reports: The reports.
        claim: The claim, in words.
        people: What is known of who belongs to which body; by default what the
            sources of the reports tell by themselves.

    Example:
        >>> find_bearing([], "the quay is closed")
        ()
    """
    if people is None:
        people = People(each.source for r in reports for each in r.attributions)
    pages = [_Page(report, claim, people) for report in reports]
    wording = read_wording(claim)
    weights = weigh(wording, [page.all_terms for page in pages])
    if not weights.terms:
        return ()
    speaker = find_speaker(wording)
    found: list[Bearing] = []
    for page in pages:
        found.extend(page.bearing(weights, wording, speaker))
    return tuple(found)


class _Page:
    """One report, its sentences and their terms."""

    def __init__(self, report: Report, claim: str, people: People) -> None:
        self._report = report
        self._claim = claim
        self._people = people
        lexicon = load_lexicon("en")
        text = report.document.text
        tokens = tokenize(text)
        sentences = find_sentences(
            tokens,
            find_paragraphs(text, tokens),
            abbreviations=lexicon.abbreviations,
        )
        self._sentences = [
            Span(tokens.starts[first], tokens.ends[last - 1])
            for first, last in sentences
        ]
        self._wordings = [read_wording(span.of(text)) for span in self._sentences]
        self._terms: list[Set[str]] = [
            read_terms(wording, lexicon.knowledge).keys() for wording in self._wordings
        ]
        self.all_terms: Set[str] = set().union(*self._terms)

    @functools.cached_property
    def _unsaid(self) -> Unsaid:
        """Where the text does not tell that something is so; few pages are asked."""
        # A claim that something is asked, or is a lie, is carried by such words.
        is_open = bool(find_open(self._claim))
        return Unsaid(
            left_open=() if is_open else self._each(find_open),
            withheld=() if is_open else find_withheld(self._report),
            untrue=() if calls_untrue(self._claim) else self._each(find_untrue),
            known=() if find_known(self._claim) else self._each(find_known),
        )

    def _each(self, find: Callable[[str], tuple[Span, ...]]) -> tuple[Span, ...]:
        """Return what is found in the sentences, in text order."""
        text = self._report.document.text
        return tuple(
            part.shift(sentence.start)
            for sentence in self._sentences
            for part in find(sentence.of(text))
        )

    def bearing(
        self, weights: Weights, claim: Wording, speaker: Speaker | None = None
    ) -> list[Bearing]:
        """Return the chains by which the report carries a claim.

        Args:
            weights: What each term of the claim weighs.
            claim: The claim.
            speaker: Who does with words what it says, if it is such a claim.
        """
        if weights.share(self.all_terms) < _LEAST_SHARE:
            return []
        voices = [
            voice
            for voice in find_voices(self._report, self._unsaid)
            if not voice.is_topic(weights.terms)
        ]
        left_open = self._find_open(weights, voices)
        terms = self._cut(left_open)
        around = self._find_passage(weights, terms)
        best = weights.share(set().union(*terms[around]))
        if (
            best < _LEAST_SHARE
            or max(map(weights.share, terms[around])) < _LEAST_OF_ONE
        ):
            return []
        told = self._told(weights, claim, voices, around)
        if best < _least_said(weights, set().union(*terms[around])):
            # Too little to carry it, though enough to see that it is denied.
            return [bearing for bearing in told if not bearing.asserts]
        if speaker is not None and not speaker.is_named_in(set().union(*terms[around])):
            speaker = None
        if speaker is not None:
            told = [carry_to_speaker(each, speaker) for each in told]
        if any(bearing.supports or not bearing.asserts for bearing in told):
            return [*told, *self._own_denial(weights, claim, voices, told, around)]
        denied = [s for v in voices if v.is_denying for s in v.chain.content.spans]
        terms = self._cut([*left_open, *denied])
        own = self._own(weights, claim, terms, around)
        if own is None:
            return told
        if speaker is not None:
            own = carry_to_speaker(own, speaker)
        is_apart = not any(
            span.overlaps(within)
            for bearing in told
            for span in bearing.chain.content.spans
            for within in own.chain.content.spans
        )
        return [*told, *([own] if is_apart else [])]

    def _find_passage(self, weights: Weights, terms: Sequence[Set[str]]) -> slice:
        """Return the sentences that say most, together and one of them alone."""
        shares = [weights.share(each) for each in terms]

        def say(at: int) -> float:
            around = self._around(at)
            return weights.share(set().union(*terms[around])) + max(shares[around])

        return self._around(max(range(len(terms)), key=lambda at: (say(at), -at)))

    def _around(self, at: int) -> slice:
        return slice(max(0, at - _AROUND), at + _AROUND + 1)

    def _find_open(self, weights: Weights, voices: Sequence[Voice]) -> list[Span]:
        """Return where it is left open whether something is so."""
        asked = [
            span
            for voice in voices
            if voice.is_open and not voice.tells_of_asking(weights)
            for span in voice.asked
        ]
        # Who doubts does so in such words, and what is withheld may be somebody else's.
        doubts = [voice for voice in voices if voice.is_denying]
        telling = [voice for voice in voices if not voice.is_open]
        return [
            *_without(self._unsaid.left_open, doubts),
            *asked,
            *_without(self._unsaid.withheld, telling),
        ]

    def _cut(self, spans: Iterable[Span]) -> list[Set[str]]:
        """Return the terms of each sentence, without those of some spans."""
        left_open = merge(spans)
        if not left_open:
            return self._terms
        text = self._report.document.text
        knowledge = load_lexicon("en").knowledge
        found: list[Set[str]] = []
        for sentence, terms in zip(self._sentences, self._terms, strict=True):
            inside = find_within(left_open, sentence)
            if inside:
                rest = cut_out(text, [sentence], inside)
                terms = read_terms(read_wording(rest), knowledge).keys()
            found.append(terms)
        return found

    def _told(
        self,
        weights: Weights,
        claim: Wording,
        voices: Sequence[Voice],
        around: slice,
    ) -> list[Bearing]:
        """Return the chains that say most of what a passage says of a claim."""
        spans = self._sentences[around]
        stretch = Stretch(
            extent=Span(spans[0].start, spans[-1].end),
            best=max(map(weights.share, self._terms[around])),
            whole=weights.share(set().union(*self._terms[around])),
        )
        piles: dict[Manner, list[Bearing]] = {manner: [] for manner in Manner}
        for voice in own_voices(voices, weights):
            read = read_voice(voice, weights, claim, stretch)
            if read is not None:
                manner, bearing = read
                piles[manner].append(bearing)
        asserting = piles[Manner.ASSERTING]
        chosen = prefer_speakers(
            choose(asserting), [*asserting, *piles[Manner.BESIDE]], self._people
        )
        denying = piles[Manner.DENYING]
        if chosen or stretch.best >= _SAID_SHARE:
            denying += leave_out_who_asserts(piles[Manner.BRIEFLY_DENYING], chosen)
        return [*chosen, *piles[Manner.CLASHING], *denying]

    def _own_denial(
        self,
        weights: Weights,
        claim: Wording,
        voices: Sequence[Voice],
        told: Sequence[Bearing],
        around: slice,
    ) -> list[Bearing]:
        """Return the outlet's own "Claims by Chile that it sank are untrue"."""
        if not self._unsaid.untrue or any(not bearing.asserts for bearing in told):
            return []
        spoken = [span for voice in voices for span in voice.chain.content.spans]
        if all(
            any(span.contains(part) for span in spoken) for part in self._unsaid.untrue
        ):
            return []
        own = self._own(weights, claim, self._terms, around)
        return [] if own is None or own.asserts else [own]

    def _own(
        self,
        weights: Weights,
        claim: Wording,
        terms: Sequence[Set[str]],
        around: slice,
    ) -> Bearing | None:
        """Return the outlet's own voice, in the sentence that says most.

        None where too little is its own, or the deed is told only where it is open.
        """
        said = set().union(*terms[around])
        best = weights.share(said)
        if best < _least_said(weights, said):
            return None
        is_told = weights.is_done_in(set().union(*self._terms[around]))
        if is_told and not weights.is_done_in(said):
            return None
        places = range(len(terms))[around]
        at = max(places, key=lambda place: (weights.share(terms[place]), -place))
        sentence = self._sentences[at]
        document = self._report.document
        chain = Chain(
            links=(Link(source=document.outlet, reason="says so in its own voice"),),
            content=Passage.of(document.text, sentence),
            document_id=document.id,
            attribution=None,
            has_outlet=document.outlet is not None,
            published=document.day,
        )
        denies = weights.share(terms[at]) >= _SAID_SHARE and (
            self._is_untrue(weights, sentence)
            or contradicts(self._wordings[at], claim, weights, is_own=True)
        )
        clash = () if denies else find_versions(claim, self._wordings[at], weights)
        return Bearing(chain, not denies, best, differences=clash)

    def _is_untrue(self, weights: Weights, sentence: Span) -> bool:
        """Say whether a sentence tells that what is claimed is not so."""
        parts = find_within(self._unsaid.untrue, sentence)
        told = read_wording(
            " ".join(part.of(self._report.document.text) for part in parts)
        )
        said = read_terms(told, load_lexicon("en").knowledge).keys()
        return weights.share(said) >= _SAID_SHARE


def _without(spans: Iterable[Span], voices: Iterable[Voice]) -> Iterator[Span]:
    """Yield those of some spans in which no voice begins."""
    starts = sorted(voice.chain.content.start for voice in voices)
    for span in spans:
        if bisect_left(starts, span.start) == bisect_left(starts, span.end):
            yield span


def _least_said(weights: Weights, said: Set[str]) -> float:
    """Return the share of a claim that a report must say to carry it.

    A long claim tells details that reports leave out; of a short one, what is left out
    may be all that tells it from other claims about the same.

    Args:
        weights: What each term of the claim weighs.
        said: Terms of the passage.
    """
    is_short = len(weights.terms) <= _SHORT and bool(weights.predicate)
    if is_short and not weights.is_done_in(said):
        return _SAID_SHARE
    missing = max(0, _FEW_TERMS - len(weights.terms))
    return min(_LEAST_SHARE + missing * _MORE_A_TERM, _MOST_ASKED)
