"""Voices: who says what in one report, made ready to be held against claims."""

import re
from collections.abc import Container, Sequence, Set

import attrs

from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.terms import load_terms
from attrib.model.attribution import Attribution, AttributionKind, Stance
from attrib.model.chain import Chain
from attrib.model.report import Report
from attrib.model.source import Source, SourceKind
from attrib.model.span import Passage, Span
from attrib.provenance.acts import find_acts
from attrib.provenance.people import is_named
from attrib.provenance.unsaid import Unsaid, cut_out, find_within, merge
from attrib.provenance.weighing import LEAST_RARITY, Weights, read_terms
from attrib.provenance.wording import Wording, read_wording

_DENYING = (Stance.DENIES, Stance.DOUBTS)
_TOLD = (AttributionKind.REPORTING, AttributionKind.ATTITUDE)
_PRONOUNS = tuple((word,) for word in "it he she they its we our i".split())
_FEWEST_NAMED = 2
"""Words of a claim that a noun phrase must hold to presuppose it."""
_MOST_FOREIGN = 1
"""Words, beside those of the claim, that a denial of "the claim" may hold."""
_LONGEST_HOLDER = 4
"""Words at the head of a content of which one says that it is a claim."""
_SHORTEST = 5
"""A denied content of shorter words is a pronoun: "it", "this"."""
_OWN = frozenset("it its he his she her they their we our work doing happen".split())
_LABELS = frozenset(":-–—|")
_QUOTES = frozenset("\"'“‘")
_HOLDER = re.compile(
    r"^.{0,60}?\b(?:claim|allegation|accusation|report|suggestion|rumou?r|assertion)s?"
    r"(?:\s+(?:that|to)\b|\s+(?=(?:it|he|she|they|its|his|her|their)\b))",
    re.IGNORECASE | re.DOTALL,
)
"""The words of a denial that say whose claim it is, not what it says."""
_INDIRECT_QUESTION = re.compile(
    r"(?:if|whether|who|whose|what|why|how|when|where|which)\b", re.I
)
"""How a content begins that is not withheld as a whole: "why" tells that it is so, and
"whether" is found as a condition is."""
_GRANTED = re.compile(
    r"\b(?:den(?:y|ie)|doubt|disput|question|contest|kn[eo]w|aware|realis|realiz)", re.I
)
"""A cue whose content is so though it is negated, or asked: "would not deny that"."""
_TOLD_BEFORE = re.compile(
    r"(?:(?:the|this|that|its|his|her|their)\s+)?"
    r"(?:decision|move|step|measure|announcement|news|plan)"
    r"(?:\W*$|\s+(?:in|at|on|after|during|by|with|following|amid)\b)",
    re.IGNORECASE,
)
"""A content that is only a name for what was told before it."""
_UNTRUE_THAT = re.compile(
    r"^(?:that\s+)?it\s+(?:is|was)\s+(?:simply\s+|just\s+)?"
    r"(?:not\s+true|untrue|false|nonsense|a\s+lie)\s+(?:that|to\s+say\s+that)\s+",
    re.IGNORECASE,
)
"""The words before a clause that say that it is not so."""


@attrs.frozen(eq=False)
class Voice:
    """A chain, and what it says in terms.

    Attributes:
        chain: The chain.
        wording: What is said.
        said: Terms of the content, the origin's name and its cue.
        content: Terms of the content alone.
        who: Terms of the origin's name, office and body.
        cue: Terms of the cue alone.
        is_denying: Whether the origin says that it is not so.
        is_open: Whether it asks or demands, and leaves open whether it is so.
        is_of_claim: Whether it speaks of "the claim", "an allegation", "reports".
        is_retracting: Whether the origin takes back such a claim.
        is_of_itself: Whether it begins with a pronoun: "it had no part in the fire".
    """

    chain: Chain
    wording: Wording
    said: Set[str]
    content: Set[str]
    who: Set[str]
    cue: Set[str]
    is_denying: bool
    is_open: bool
    is_of_claim: bool
    is_retracting: bool
    is_of_itself: bool

    def is_topic(self, claim: Container[str]) -> bool:
        """Say whether what stands before a colon is what the claim is about.

        "Gull Point: ferry sinks" has no source, though "Lind: ferry sinks" has one,
        and so has whatever is quoted.

        Args:
            claim: Terms of the claim.
        """
        link = self.chain.links[-1]
        if link.cue is None or link.source is None or set(link.cue.text) - _LABELS:
            return False
        if self.chain.content.text[0] in _QUOTES:
            return False
        if link.source.kind is SourceKind.UNKNOWN:
            return True
        return link.source.kind is SourceKind.PERSON and all(
            term in claim for term in read_wording(link.source.name).terms
        )

    @property
    def refers_back(self) -> bool:
        """Whether it names only what was told before: "announced the move"."""
        return _TOLD_BEFORE.match(self.chain.content.text) is not None

    @property
    def asked(self) -> tuple[Span, ...]:
        """Where the content stands, and who is asked for it, between it and the cue.

        Who asks why a thing was done tells that it was; "whether" is read by itself.
        """
        if _INDIRECT_QUESTION.match(self.chain.content.text):
            return ()
        spans, cue = self.chain.content.spans, self.chain.links[-1].cue
        if cue is None or cue.end > spans[0].start:
            return spans
        return (Span(cue.end, spans[0].end), *spans[1:])

    def tells_of_asking(self, weights: Weights) -> bool:
        """Say whether the claim is that something was asked or demanded."""
        return any(map(weights.tells, self.cue))

    def may_be_about(self, weights: Weights) -> bool:
        """Say whether it can be the claim itself that is said, or denied.

        A demand can only be about a claim that something was demanded; "the ministry
        denied that it lit the fire" about a claim that the ministry did.
        """
        if self.is_open:
            return self.tells_of_asking(weights)
        if not self.is_denying:
            return not self._presupposes(weights)
        if self._judges(weights):
            return False
        return not self.is_of_itself or self._is_who_did_it(weights)

    def _is_who_did_it(self, weights: Weights) -> bool:
        """Say whether the origin may be who did what the claim says."""
        if weights.leading:
            return weights.leading in self.said or weights.is_led_by(self.who)
        return any(map(weights.tells, self.who))

    def share(self, weights: Weights) -> float:
        """Return how much of a claim is said; "we" are who says so.

        Args:
            weights: What each term of the claim weighs.
        """
        return weights.share(self.said | self.who if self.is_of_itself else self.said)

    def _presupposes(self, weights: Weights) -> bool:
        """Say whether the claim is only what something else is said of.

        "The decision to close the port was wrong" says nothing of its own about
        whether the port is closed: the deed stands before the verb, and nothing of
        the claim behind it.
        """
        wording, verbs = self.wording, load_terms().finite
        at = next((k for k, term in enumerate(wording.terms) if term in verbs), -1)
        if at < 0:
            return False
        told = [
            weights.tells(term)
            and term not in wording.names
            and wording.weights[term] >= LEAST_RARITY
            for term in wording.terms
        ]
        is_deed = not weights.predicate or weights.is_done_in(set(wording.terms[:at]))
        return is_deed and sum(told[:at]) >= _FEWEST_NAMED and not any(told[at:])

    def _judges(self, weights: Weights) -> bool:
        """Say whether a denial is of what something is called that is granted to be so.

        "Norway rejects that the sinking of the ferry was terror" grants the sinking,
        and "that it was its work" does not.
        """
        known, terms = load_terms(), self.wording.terms
        verb = next((k for k, t in enumerate(terms) if t in known.finite), -1)
        behind = set(terms[verb + 1 :])
        return (
            self._presupposes(weights)
            and behind.isdisjoint(_OWN | known.blaming | known.untrue)
            and any(self.wording.weights[term] >= LEAST_RARITY for term in behind)
        )

    def denies_only(self, weights: Weights) -> bool:
        """Say whether it denies only "the claim", "the attack" or "it"."""
        if not self.is_denying:
            return False
        known, wording = load_terms(), self.wording
        foreign = [
            term
            for term, weight in wording.weights.items()
            if weight >= LEAST_RARITY
            and not weights.tells(term)
            and term not in known.claimed
            and term not in known.untrue
        ]
        tells = self.tells_what(weights)
        if self.is_of_claim:
            return len(foreign) <= (_MOST_FOREIGN if tells else 0)
        is_pronoun = all(
            len(term) < _SHORTEST or term in known.untrue for term in wording.terms
        )
        return not foreign and (tells or is_pronoun)

    def denies_deed(self, weights: Weights) -> bool:
        """Say whether a denial is of what was done, and not of who would have done it.

        "Norway challenged the crew of the ferry" does not deny that the crew sank it.
        """
        return (
            not weights.predicate
            or weights.is_done_in(self.said)
            or not load_terms().blaming.isdisjoint(self.said)
            or self.denies_only(weights)
        )

    def tells_what(self, weights: Weights) -> bool:
        """Say whether it holds a word of the claim that is no name."""
        return any(
            weights.tells(term) and term not in self.wording.names
            for term in self.wording.terms
        )


def find_voices(report: Report, unsaid: Unsaid | None = None) -> tuple[Voice, ...]:
    """Return the voices of a report, in document order.

    Beside what is reported they are stands that tell that something is so: whoever
    blames somebody for a thing, or orders it, says so. Whoever withholds is no voice.

    Args:
        report: The report.
        unsaid: Where its text does not tell that something is so.
    """
    known = load_terms()
    chains = list(report.chains())
    if any(_is_telling(each, known.telling) for each in report.attributions):
        stands = {
            each.index
            for each in report.attributions
            if _is_telling(each, known.telling)
        }
        chains += [c for c in report.chains(_TOLD) if c.attribution in stands]
    chains += find_acts(report)
    chains.sort(key=lambda chain: (chain.content.start, chain.content.end))
    text = report.document.text
    unsaid = Unsaid() if unsaid is None else unsaid
    found = []
    for chain in chains:
        if chain.stance is Stance.WITHHOLDS:
            continue
        content = Span(chain.content.start, chain.content.end)
        denied = find_within(unsaid.untrue, content)
        is_nobody = chain.origin is None or not is_named(chain.origin)
        if is_nobody and _is_rumour(chain, denied):
            continue
        # What is withheld may itself hold a voice: "did not confirm reports that".
        left_open = [
            *find_within(unsaid.left_open, content),
            *(
                s
                for s in find_within(unsaid.withheld, content)
                if content.start < s.start
            ),
            *(s for s in find_within(unsaid.known, content) if content.start < s.start),
        ]
        found.append(_voice(chain, text, sorted(left_open), denied))
    return tuple(found)


def find_withheld(report: Report) -> tuple[Span, ...]:
    """Return where stands what somebody would not say, or did not."""
    return merge(
        span
        for each in report.attributions
        if each.stance is Stance.WITHHOLDS
        and _INDIRECT_QUESTION.match(each.content.text) is None
        and (each.cue is None or _GRANTED.search(each.cue.text) is None)
        for span in each.content.spans
    )


def _is_rumour(chain: Chain, untrue: Sequence[Span]) -> bool:
    """Say whether it is told as what somebody else calls untrue: "rumours that"."""
    cue = chain.links[-1].cue
    return any(
        cue is not None
        and span.start <= cue.start
        and cue.end <= chain.content.start
        and chain.content.end <= span.end
        and not load_terms().claimed.isdisjoint(read_wording(cue.text).weights)
        for span in untrue
    )


def _is_telling(attribution: Attribution, telling: Set[str]) -> bool:
    if attribution.kind is not AttributionKind.ATTITUDE:
        return False
    if attribution.stance in (*_DENYING, Stance.ORDERS, Stance.PROMISES, Stance.ASKS):
        return True
    if attribution.cue is None:
        return False
    cue = read_wording(attribution.cue.text).weights.keys()
    content = read_wording(attribution.content.text)
    return not telling.isdisjoint(cue) or _takes_back(cue, content)


def _takes_back(cue: Set[str], content: Wording) -> bool:
    """Say whether a claim is taken back: "withdrew its report", and no troops."""
    known = load_terms()
    return not (
        known.retracting.isdisjoint(cue) or known.claimed.isdisjoint(content.weights)
    )


def _scorns(chain: Chain, cue: Set[str], text: str) -> bool:
    """Say whether a claim is made little of: "scoffed at the suggestion that"."""
    known, last = load_terms(), chain.links[-1].cue
    if last is None or known.scorning.isdisjoint(cue):
        return False
    start = chain.content.start
    between = text[last.end : start] if last.end < start else ""
    opening = " ".join(chain.content.text.split()[:_LONGEST_HOLDER])
    said = read_wording(f"{between} {opening}").weights.keys()
    return not known.claimed.isdisjoint(said)


def _is_untrue(wording: Wording) -> bool:
    """Say whether a content calls a claim untrue: "the reports are nonsense"."""
    known = load_terms()
    rare = {term for term, weight in wording.weights.items() if weight >= LEAST_RARITY}
    called = rare & known.untrue
    if wording.denied == {known.of["true"]}:
        called |= wording.denied
    return bool(called) and rare - called <= known.claimed


def _is_mostly(content: Passage, spans: Sequence[Span]) -> bool:
    """Say whether most of a content stands in some spans."""
    inside = sum(
        min(span.end, content.end) - max(span.start, content.start) for span in spans
    )
    return 2 * inside > content.end - content.start


def _read_name(source: Source | None) -> Set[str]:
    """Return the terms of a source's name, office and body."""
    if source is None:
        return frozenset()
    told = (source.name, source.role, source.affiliation)
    knowledge = load_lexicon("en").knowledge
    leads = knowledge.leaders.get(source.key)
    return set().union(
        *(read_terms(read_wording(words), knowledge).keys() for words in told if words),
        () if leads is None else (leads,),
    )


def _voice(
    chain: Chain, text: str, left_open: Sequence[Span], untrue: Sequence[Span]
) -> Voice:
    knowledge = load_lexicon("en").knowledge
    content = chain.content.text
    if left_open and chain.stance not in _DENYING:
        content = cut_out(text, chain.content.spans, left_open)
    whole = read_wording(content)
    last = chain.links[-1]
    cue = set() if last.cue is None else set(read_wording(last.cue.text).terms)
    is_retracting = _takes_back(cue, whole)
    is_untrue = _is_untrue(whole) or (
        _is_mostly(chain.content, untrue) and not _is_rumour(chain, untrue)
    )
    is_denying = (
        chain.stance in _DENYING
        or is_retracting
        or is_untrue
        or _scorns(chain, cue, text)
    )
    if is_denying:
        content = _UNTRUE_THAT.sub("", _HOLDER.sub("", content, count=1))
    wording = read_wording(content)
    named = "" if last.mention is None else last.mention.text
    content_terms = read_terms(wording, knowledge).keys()
    said = content_terms | cue
    said |= read_terms(read_wording(named), knowledge).keys()
    who = _read_name(last.source)
    is_binding = not cue.isdisjoint(load_terms().binding)
    is_open = chain.stance is Stance.ASKS or (
        chain.stance is Stance.ORDERS and not is_binding
    )
    terms = wording.terms[1:] if wording.terms[:1] == ("that",) else wording.terms
    is_of_itself = terms[:1] in _PRONOUNS and len(terms) > 1
    return Voice(
        chain=chain,
        wording=wording,
        said=said,
        who=who,
        cue=cue,
        is_denying=is_denying,
        is_open=is_open,
        is_of_claim=not whole.weights.keys().isdisjoint(load_terms().claimed),
        is_retracting=is_retracting,
        is_of_itself=is_of_itself,
        content=content_terms,
    )
