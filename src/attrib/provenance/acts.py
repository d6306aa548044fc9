"""Acts: a known source that does a word of speech, where no attribution was read.

"With Oslo blaming Chile for the fire", "Norway's pledge of ferries", "ferries promised
by Norway": short forms, most of them of headlines, in which the one who speaks is a
country, a body or a person known by name.
"""

from bisect import bisect_left
from collections.abc import Iterator

import attrs

from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.terms import load_terms
from attrib.model.attribution import Stance
from attrib.model.chain import Chain, Link
from attrib.model.report import Report
from attrib.model.source import Source, SourceKind
from attrib.model.span import Passage, Span
from attrib.text.tokens import Tokens, tokenize

_LONGEST_NAME = 5
_LONGEST_ASIDE = 3
"""Words that may stand between a name and what it does: "has again", "'s sheepish"."""
_AUXILIARIES = frozenset("has have had is are was were again also now".split())
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_GIVEN = frozenset(
    "promise promises pledge pledges vow vows announcement order".split()
)
"""Nouns of what is given by whoever gives it; "Norway's claim" only mentions one."""
_BARE = frozenset("claim order accuse blame".split())
_OPENERS = frozenset("after before while since in by despite".split())
"""Words before a participle whose subject follows behind a comma."""
_PRONOUNS = frozenset("it he she they".split())
_CALLING = frozenset(
    """
    call calls called calling brand brands branded branding label labels labelled
    labeled labelling dub dubs dubbed dubbing describe describes described describing
    """.split()
)
"""Words between who denies a claim and the claim: "called the report false"."""
_POINTERS = (["it"], ["this"], ["that"], ["them"], ["these"])
"""What may be called a lie without a word of what it is."""
_MEASURES = frozenset(
    """
    a an all as complete completely entirely pure simply total totally utter utterly
    """.split()
)
_LONGEST_HEAD = 3
"""Words behind "called" of which one says that it is a claim: "the latest reports"."""
_RELATIVES = frozenset(("that", "which"))
_ARTICLES = frozenset(("a", "an", "the"))
_LONGEST_WAY = 60
"""Words between a word of speech and its subject elsewhere in the sentence."""
_SENTENCE_ENDS = frozenset(".!?:")
_BEING = frozenset("is are was were be been being".split())
_UNITS = frozenset("forces troops army military soldiers government fighters".split())
_STOPS = frozenset(".;:!?,–—|(")
_TURNS = frozenset(
    "but as while after before amid although though despite when who which".split()
)
"""Words with which something else begins."""
_STANCES = {
    "deny": Stance.DENIES,
    "reject": Stance.DENIES,
    "order": Stance.ORDERS,
    "promis": Stance.PROMISES,
}
_FEWEST_WORDS = 2
"""Words of a content; one alone is hardly told."""


def find_acts(report: Report) -> Iterator[Chain]:
    """Yield a chain for each known source beside a word of speech, in text order.

    Words that an attribution of the report has for its cue are passed over, unless it
    leaves unnamed who is their subject, or something is called untrue with them: that
    is a denial, where the attribution is a view.

    Example:
        >>> from attrib.model.document import Document
        >>> text = "Ferries idle after Norway's angry pledge of help for the island"
        >>> for chain in find_acts(Report(Document(text, outlet="Daily"))):
        ...     print(chain)
        Daily ← Norway: "of help for the island"
    """
    text = report.document.text
    taken = [
        (span, attribution.source)
        for attribution in report.attributions
        if attribution.cue is not None
        for span in attribution.cue.spans
    ]
    reader = _Reader(text)
    for place in reader.cues:
        for act in reader.read(place):
            if act.is_verdict or not any(
                act.cue.overlaps(span) and (act.is_beside or source is not None)
                for span, source in taken
            ):
                yield _chain(report, act)


@attrs.frozen
class _Act:
    source: Source
    mention: Span
    cue: Span
    content: Span
    stance: Stance
    is_beside: bool
    is_verdict: bool = False


def _chain(report: Report, act: _Act) -> Chain:
    document = report.document
    links = [
        Link(
            source=act.source,
            cue=Passage.of(document.text, act.cue),
            mention=Passage.of(document.text, act.mention),
            is_inferred=True,
            reason=(
                "it stands right beside a word of speech"
                if act.is_beside
                else "it is the subject of the sentence with a word of speech"
            ),
        )
    ]
    if document.outlet is not None:
        links.insert(0, Link(source=document.outlet, reason="published the document"))
    return Chain(
        links=links,
        content=Passage.of(document.text, act.content),
        document_id=document.id,
        attribution=None,
        stance=act.stance,
        has_outlet=document.outlet is not None,
        published=document.day,
    )


class _Reader:
    """The tokens of one text, and what is known of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: Tokens = tokenize(text)
        self._forms = self._tokens.forms
        self._words = [form.lower() for form in self._forms]
        self._knowledge = load_lexicon("en").knowledge
        of = load_terms().of
        self._terms = [of[word] for word in self._words]

    @property
    def cues(self) -> Iterator[int]:
        """Places of words of speech."""
        known = load_terms()
        for place, term in enumerate(self._terms):
            pair = tuple(self._terms[place : place + 2])
            is_act = term in known.acting or self._words[place] in _CALLING
            if is_act or pair in known.phrases:
                yield place

    def read(self, place: int) -> Iterator[_Act]:
        """Yield what is done by a word of speech, for each who is known to do it."""
        is_verdict = self._words[place] in _CALLING
        stance = _STANCES.get(self._terms[place], Stance.ASSERTS)
        stance = Stance.DENIES if is_verdict else stance
        cue = self._span(place, place + 1)
        is_beside = True
        if self._words[place + 1 : place + 2] == ["by"]:
            named = self._name_from(place + 2)
            content = self._before(place)
        elif self._is_passive(place):
            return  # "Norway is accused of theft": who says so is not told
        else:
            named = self._name_before(place)
            is_beside = named is not None
            named = named or self._subject_of(place)
            content = self._behind(place + 1)
        if is_verdict:
            content = self._called_untrue(place)
        elif content is None and stance is Stance.DENIES and named is not None:
            content = self._charge_before(named[1])
        while named is not None and content is not None:
            source, mention = named
            yield _Act(source, mention, cue, content, stance, is_beside, is_verdict)
            named = self._partner_before(mention)

    def _called_untrue(self, place: int) -> Span | None:
        """Return what is called untrue: "called [the report of a fire] a lie"."""
        known, first = load_terms(), place + 1
        head = range(first, min(len(self._terms), first + _LONGEST_HEAD))
        claim = next((at for at in head if self._terms[at] in known.claimed), None)
        if self._words[first : first + 1] in _POINTERS:
            claim, verdict = first, self._past_measures(first + 1)
        elif claim is None:
            return None
        else:
            verdict = claim + 1
            while verdict < len(self._terms) and not self._ends_claim(verdict):
                verdict += 1
        if verdict >= len(self._terms) or self._terms[verdict] not in known.untrue:
            return None
        while self._words[verdict - 1] in _MEASURES:
            verdict -= 1
        return self._span(first, verdict)

    def _past_measures(self, at: int) -> int:
        while at < len(self._words) and self._words[at] in _MEASURES:
            at += 1
        return at

    def _ends_claim(self, at: int) -> bool:
        """Say whether a claim that something is called ends before a token."""
        is_turn = self._is_turn(at) and self._words[at] != "as"  # "claims as lies"
        return is_turn or self._terms[at] in load_terms().untrue

    def _charge_before(self, mention: Span) -> Span | None:
        """Return what is denied behind it, as in "It sank, a charge Oslo denies".

        Args:
            mention: Where whoever denies it is named.
        """
        at = bisect_left(self._tokens.starts, mention.start)
        if self._words[at - 1 : at] == ["the"]:
            at -= 1
        if at > 0 and self._words[at - 1] in _RELATIVES:
            at -= 1
        if at > 0 and self._terms[at - 1] in load_terms().claimed:
            at -= 1
            if at > 0 and self._words[at - 1] in _ARTICLES:
                at -= 1
        elif at == len(self._words) or self._words[at] != "which":
            return None
        is_behind = at > 0 and self._words[at - 1] == ","
        return self._before(at - 1) if is_behind else None

    def _is_passive(self, place: int) -> bool:
        before = self._words[place - 1] if place else ""
        return before in _BEING and not self._words[place].endswith("ing")

    def _subject_of(self, place: int) -> tuple[Source, Span] | None:
        """Return the known name that a word of speech leaves to its sentence.

        "Norway closed the strait, blaming Chile", "after blaming Chile, Norway closed
        the strait" and "Norway closed the strait as it blames Chile".
        """
        before = self._words[place - 1] if place else ""
        is_participle = self._words[place].endswith("ing")
        if is_participle and before in _OPENERS:
            comma = self._find_comma(place)
            return None if comma is None else self._name_from(comma + 1)
        if before != "," if is_participle else before not in _PRONOUNS:
            return None
        first, least = place, max(0, place - _LONGEST_WAY)
        while first > least and not self._is_sentence_start(first):
            first -= 1
        found = (self._name_from(at) for at in range(first, place))
        return next((named for named in found if named is not None), None)

    def _find_comma(self, place: int) -> int | None:
        """Return where the next comma of the sentence stands, if there is one."""
        for at in range(place, min(len(self._words), place + _LONGEST_WAY)):
            if self._words[at] == ",":
                return at
            if self._is_sentence_start(at + 1):
                break
        return None

    def _is_sentence_start(self, at: int) -> bool:
        return (
            at >= len(self._words)
            or self._is_new_line(at)
            or self._words[at - 1] in _SENTENCE_ENDS
        )

    def _partner_before(self, mention: Span) -> tuple[Source, Span] | None:
        """Return the known name that is joined to one behind it: "Norway and Chile"."""
        joint = bisect_left(self._tokens.starts, mention.start) - 1
        is_joint = joint > 0 and self._words[joint] == "and"
        return self._name_up_to(joint) if is_joint else None

    def _span(self, first: int, last: int) -> Span:
        return Span(self._tokens.starts[first], self._tokens.ends[last - 1])

    def _name_before(self, place: int) -> tuple[Source, Span] | None:
        """Return the known name that stands before a word of speech, near enough."""
        word, end = self._words[place], place
        while end and self._words[end - 1] in _AUXILIARIES:
            end -= 1
        is_owned = self._words[end - 1 : end] and self._words[end - 1] in _POSSESSIVES
        named = None if word in _BARE or is_owned else self._name_up_to(end)
        if named is not None or word not in _GIVEN:
            return named
        while end and place - end < _LONGEST_ASIDE and self._forms[end - 1].islower():
            if self._words[end - 1] in _POSSESSIVES:
                return self._name_up_to(end - 1)
            end -= 1
        return None

    def _name_up_to(self, end: int) -> tuple[Source, Span] | None:
        for first in range(max(0, end - _LONGEST_NAME), end):
            source = self._known(first, end)
            if source is not None:
                return source, self._span(first, end)
        return None

    def _name_from(self, first: int) -> tuple[Source, Span] | None:
        if self._words[first : first + 1] == ["the"]:
            first += 1
        for last in range(min(len(self._words), first + _LONGEST_NAME), first, -1):
            source = self._known(first, last)
            if source is not None:
                return source, self._span(first, last)
        return None

    def _known(self, first: int, last: int) -> Source | None:
        """Return the known source that some words name, if they do."""
        if not self._forms[first][:1].isupper():
            return None
        name = " ".join(self._forms[first:last])
        found = self._knowledge.find(name)
        if len(found) == 1:
            return found[0]
        if name.casefold() in self._knowledge.leaders:
            return Source(name, SourceKind.PERSON)
        is_unit = last - first == _FEWEST_WORDS and self._words[last - 1] in _UNITS
        country = self._knowledge.countries.get(self._words[first])
        if is_unit and country is not None:
            return Source(name, SourceKind.MILITARY, affiliation=country.name)
        return None

    def _behind(self, first: int) -> Span | None:
        """Return the words behind a word of speech, up to where others begin."""
        last = first
        while last < len(self._words) and not self._is_turn(last):
            last += 1
        return self._span(first, last) if last - first >= _FEWEST_WORDS else None

    def _is_turn(self, at: int) -> bool:
        word = self._words[at]
        return word in _STOPS or word in _TURNS or self._is_new_line(at)

    def _is_new_line(self, at: int) -> bool:
        """Say whether a line ends before a token: what is behind is told anew."""
        gap = self._text[self._tokens.ends[at - 1] : self._tokens.starts[at]]
        return at > 0 and "\n" in gap

    def _before(self, last: int) -> Span | None:
        """Return the words before a participle, from where its clause begins."""
        first = last
        while first and not self._is_turn(first - 1) and not self._is_new_line(first):
            first -= 1
        return self._span(first, last) if last - first >= _FEWEST_WORDS else None
