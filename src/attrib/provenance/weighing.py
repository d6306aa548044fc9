"""Weighing: what a claim is known by among the reports of one pile."""

import itertools
import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence, Set

import attrs

from attrib.lexicon.entries import Sort
from attrib.lexicon.knowledge import Knowledge
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.tags import Tag
from attrib.lexicon.terms import load_terms
from attrib.provenance.quantities import allows, fold_spelling
from attrib.provenance.wording import Wording

_MOST_SCARCITY = 2.5
_STEEPNESS = 1.5
"""A word in few reports of the pile tells claims apart, up to a point: one that stands
in a single report may be a matter of wording."""
LEAST_RARITY = 0.3
"""Words more common than this at large, such as "will", tell nothing."""
_DIGIT_WEIGHT = 0.3
"""What a single digit weighs: mostly it is part of a name, and left out in others."""
_GIVEN_WEIGHT = 0.1
"""What a given name before a surname weighs: most reports leave it out."""
_LEADING = 2.0
"""What the first name of a claim weighs more: who did it. All else in a claim may be
said of others in the same pile."""
_RELATED = 0.5
"""What a word counts that may tell of the same in the place of another."""


@attrs.frozen
class Weights:
    """What each term of a claim weighs; all of them together weigh 1, or nothing.

    Attributes:
        terms: Terms to their weights.
        related: The same terms to those that stand for them with half their weight.
        leading: The first name of the claim, or "".
        predicate: What the claim says was done, as far as the forms of its words tell,
            or "".
        aliases: Terms to those that say the same among these reports: other spellings
            of a name, and numbers that the claim's allows.

    Example:
        >>> weights = Weights({"ferry": 0.75, "sink": 0.25})
        >>> weights.share({"ferry", "owner"}), weights.share(set())
        (0.75, 0.0)
    """

    terms: Mapping[str, float]
    related: Mapping[str, Set[str]] = attrs.field(factory=dict)
    leading: str = ""
    predicate: str = ""
    aliases: Mapping[str, Set[str]] = attrs.field(factory=dict)

    def share(self, said: Set[str]) -> float:
        """Return how much of the claim some terms say, from 0 to 1."""
        return sum(
            weight
            if self._says(term, said)
            else 0.0
            if said.isdisjoint(self.related.get(term, ()))
            else _RELATED * weight
            for term, weight in self.terms.items()
        )

    def is_led_by(self, who: Set[str]) -> bool:
        """Say whether the terms of a source name who the claim says did it."""
        return bool(self.leading) and self._says(self.leading, who)

    def _says(self, term: str, said: Set[str]) -> bool:
        return term in said or not said.isdisjoint(self.aliases.get(term, ()))

    def is_done_in(self, said: Set[str]) -> bool:
        """Say whether some terms tell what was done, or something like it."""
        return self._says(self.predicate, said) or not said.isdisjoint(
            self.related.get(self.predicate, ())
        )

    def tells(self, term: str) -> bool:
        """Say whether a term is one of the claim, or may stand for one."""
        return term in self.terms or any(
            term in others
            for others in (*self.related.values(), *self.aliases.values())
        )


def weigh(wording: Wording, pages: Sequence[Set[str]]) -> Weights:
    """Return what each term of a claim weighs among reports.

    A word weighs the more the fewer of the reports hold it and the rarer it is at
    large; the first name weighs double, unless it is that of a place, and a person's
    given name next to nothing.

    Args:
        wording: The claim.
        pages: The terms of each report.
    """
    knowledge = load_lexicon("en").knowledge
    terms = read_terms(wording, knowledge)
    names = wording.names | {source.key for source in knowledge.countries.values()}
    surnames = _find_surnames(wording)
    leading = _leading(terms, names - _find_plain(wording))
    leading = surnames.get(leading, leading)
    aliases = _find_aliases(wording, terms.keys(), set().union(*pages))
    count = Counter(
        term
        for page in pages
        for term in terms
        if term in page or not page.isdisjoint(aliases.get(term, ()))
    )
    weights = {}
    for term, rarity in terms.items():
        if rarity < LEAST_RARITY:
            continue
        scarcity = math.log1p(len(pages) / (count[term] + 0.5))
        weights[term] = min(scarcity, _MOST_SCARCITY) ** _STEEPNESS * rarity
        if len(term) == 1 and term.isdigit():
            weights[term] *= _DIGIT_WEIGHT
        if term in surnames:
            weights[term] *= _GIVEN_WEIGHT
        if term == leading:
            weights[term] *= _LEADING
    total = sum(weights.values())
    related = load_terms().related
    return Weights(
        {term: weight / total for term, weight in weights.items() if total},
        {term: related[term] for term in weights.keys() & related.keys()},
        leading,
        _predicate(wording, weights.keys()),
        aliases,
    )


def _find_surnames(wording: Wording) -> dict[str, str]:
    """Return given names to the surnames behind them.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> _find_surnames(read_wording("Boris Lind met Peter in Oslo"))
        {'boris': 'lind'}
    """
    sorts = load_lexicon("en").sorts
    found = {}
    for place, (name, next_name) in enumerate(itertools.pairwise(wording.written)):
        is_given = [
            each[:1].isupper()
            and bool(sorts.get(each.casefold(), Sort.NONE) & Sort.GIVEN)
            for each in (name, next_name)
        ]
        if is_given == [True, False] and next_name[:1].isupper():
            found[wording.terms[place]] = wording.terms[place + 1]
    return found


def _predicate(wording: Wording, terms: Set[str]) -> str:
    """Return the verb of a claim: what is behind an auxiliary, or else a past form.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> for claim in ("The ferry will be repainted", "Norway sank it", "A ferry"):
        ...     wording = read_wording(claim)
        ...     print(_predicate(wording, wording.weights.keys()) or "-")
        repaint
        sink
        -
    """
    known = load_terms()
    told = [
        (term, written.lower())
        for term, written in zip(wording.terms, wording.written, strict=True)
    ]
    at = next((k for k, (term, _) in enumerate(told) if term in known.finite), None)
    for term, written in told[1:] if at is None else told[at + 1 :]:
        is_past = written.endswith("ed") or known.forms.get(written, written) != written
        if term not in terms or term in wording.names or term in known.finite:
            continue
        if is_past or at is not None:
            return term
    return ""


def _find_aliases(
    wording: Wording, terms: Iterable[str], known: Set[str]
) -> dict[str, Set[str]]:
    """Return the terms of some reports that say the same as one of a claim."""
    folded: dict[str, set[str]] = {}
    for term in known:
        folded.setdefault(fold_spelling(term), set()).add(term)
    aliases: dict[str, Set[str]] = {
        term: others
        for term in terms
        if (others := folded.get(fold_spelling(term), set()) - {term})
    }
    numbers = {term: value for term in known if (value := _number(term)) is not None}
    for place in wording.numbers:
        alike = {t for t, value in numbers.items() if allows(wording, place, value)}
        if alike - {wording.terms[place]}:
            aliases[wording.terms[place]] = alike - {wording.terms[place]}
    return aliases


def _number(term: str) -> float | None:
    return float(term) if term.replace(".", "", 1).isdecimal() else None


def _find_plain(wording: Wording) -> Set[str]:
    """Return the first term of a claim where its capital makes no name of it.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> claims = "Underwater cables were cut", "Norway cut the cables", ""
        >>> [sorted(_find_plain(read_wording(claim))) for claim in claims]
        [['underwat'], [], []]
    """
    if not wording.terms:
        return frozenset()
    classes = load_lexicon("en").classes.get(wording.written[0].casefold(), Tag.NAME)
    return frozenset() if Tag.NAME in classes else frozenset(wording.terms[:1])


def _leading(terms: Iterable[str], names: Container[str]) -> str:
    """Return the first name of a claim where it may be of who did it, or ""."""
    prepositions = load_terms().prepositions
    for term in terms:
        if term in names:
            return term
        if term in prepositions:
            break
    return ""


def read_terms(wording: Wording, knowledge: Knowledge) -> dict[str, float]:
    """Return what a text is compared by, and how rare each is at large.

    Countries, their capitals and their adjectives are one.
    """
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
