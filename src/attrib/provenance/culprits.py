"""Culprits: who did it by a claim, and who by what else is told of the same deed.

"Norway sank the ferry" and "Chile sank the ferry" share all but a name, and cannot both
be so. That holds for what one is blamed for: a ferry that Norway will send leaves Chile
free to send another.
"""

import itertools
from collections.abc import Iterator, Set

from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.terms import load_terms
from attrib.model.claim import Difference, DifferenceKind
from attrib.provenance.weighing import Weights, read_terms
from attrib.provenance.wording import Wording, read_wording

_DEED_SHARE = 0.3
"""Share of what a claim says beside who did it, by which it is the same deed."""
_LONGEST_AGENT = 8
"""Terms behind a deed within which who did it is named: "sunk off the port by"."""
_LONGEST_PASSIVE = 2
"""Terms between a form of "be" and a deed that is told from the other side."""
_PRONOUNS = frozenset("it he she they we i".split())


def find_culprits(claim: Wording, said: Wording, weights: Weights) -> Difference | None:
    """Return who did it by a claim, and who by another text, where the two differ.

    Only of what one is blamed for, and only where the text names nobody of the first.

    Args:
        claim: The claim.
        said: The text.
        weights: What each term of the claim weighs.

    Example:
        >>> from attrib.provenance.weighing import weigh
        >>> claim = read_wording("Norway sank the ferry")
        >>> weights = weigh(claim, [set(claim.terms)])
        >>> for text in ("Chile sank the ferry", "The ferry was sunk by Chile",
        ...              "The ferry sank off Chile", "It sank the ferry of Chile"):
        ...     print(find_culprits(claim, read_wording(text), weights))
        name: "Norway" against "Chile"
        name: "Norway" against "Chile"
        None
        None
    """
    if not weights.leading or not tells_of_harm(weights):
        return None
    knowledge = load_lexicon("en").knowledge
    terms = read_terms(said, knowledge).keys()
    if weights.is_led_by(terms) or not is_same_deed(terms, weights):
        return None
    doer = next(_find_doers(said, weights), None)
    if doer is None:
        return None
    return Difference(
        DifferenceKind.NAME, _leader(claim, weights), _unowned(said.written[doer])
    )


def tells_of_harm(weights: Weights) -> bool:
    """Say whether what a claim says was done is what one is blamed for.

    A claim that somebody blames another is about what was said, not what was done.
    """
    known = load_terms()
    harm = known.harming | known.blaming
    return known.speaking.isdisjoint(weights.terms) and not harm.isdisjoint(
        weights.terms
    )


def is_same_deed(said: Set[str], weights: Weights) -> bool:
    """Say whether some terms tell enough of a claim beside who did it.

    Args:
        said: The terms.
        weights: What each term of the claim weighs.
    """
    rest = 1 - weights.terms[weights.leading]
    return weights.share(said) >= _DEED_SHARE * rest


def _leader(claim: Wording, weights: Weights) -> str:
    """Return who did it, as a claim has it: "North Korea", "Norway"."""
    knowledge = load_lexicon("en").knowledge
    written = claim.written
    for words in (*map(" ".join, itertools.pairwise(written)), *written):
        read = read_terms(read_wording(words), knowledge)
        if len(read) == 1 and weights.is_led_by(read.keys()):
            return _unowned(words)
    return weights.leading


def _find_doers(said: Wording, weights: Weights) -> Iterator[int]:
    """Yield the places of names of who did what a claim says, in a text.

    Before the deed, or behind "by" where it is told from the other side.
    """
    known = load_terms()
    deeds = known.harming | known.blaming | {weights.predicate}
    place = next((at for at, term in enumerate(said.terms) if term in deeds), None)
    if place is None or "not" in said.terms[:place]:
        return
    behind = range(place + 1, min(len(said.terms), place + 1 + _LONGEST_AGENT))
    agent = next((at for at in behind if said.terms[at] == "by"), None)
    before = said.terms[max(0, place - _LONGEST_PASSIVE) : place]
    if agent is not None:
        places = range(agent + 1, behind.stop)
    elif "be" in before and said.terms[place] not in known.blaming:
        return
    else:
        places = range(place)
        last = max((at for at in places if said.terms[at] in _PRONOUNS), default=-1)
        places = range(last + 1, place)
    yield from (at for at in places if _may_do(said, at, weights))


def _may_do(said: Wording, at: int, weights: Weights) -> bool:
    """Say whether a name may be of who did it, and is not of where or to whom."""
    is_behind = at > 0 and said.terms[at - 1] in load_terms().prepositions - {"by"}
    if is_behind or not said.written[at][:1].isupper():
        return False
    countries = load_lexicon("en").knowledge.countries
    if _unowned(said.written[at]).casefold() in countries:
        return True
    return said.terms[at] in said.names and not weights.tells(said.terms[at])


def _unowned(written: str) -> str:
    return written.removesuffix("'s")
