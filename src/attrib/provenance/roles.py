"""Roles: names that exchange their places, and people named by those they belong to.

"The ferry struck the tug" and "The tug struck the ferry" have the same words. Only what
is sure is told: two names around the same words, in the other order.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Set

from attrib.lexicon.terms import load_terms
from attrib.model.claim import Difference, DifferenceKind
from attrib.provenance.wording import Wording

_TELLING_FROM = 0.25
"""Rarity from which a word between two names may tell what one does to the other."""
_LONGEST_LINK = 6
"""Terms between two names; what is farther away is no part of the same deed."""


def find_role_changes(a: Wording, b: Wording) -> Iterator[Difference]:
    """Yield exchanged names, and people in the place of a relative."""
    yield from find_exchanges(a, b)
    yield from find_relatives(a, b)


def is_role_change(difference: Difference) -> bool:
    """Say whether a difference in names is one of roles: both sides share a name.

    Example:
        >>> is_role_change(Difference("name", "Lind's son", "Lind"))
        True
        >>> is_role_change(Difference("name", "Lind", "Brandt"))
        False
    """
    first, second = (
        {word.removesuffix("'s").casefold() for word in side.split()}
        for side in (difference.first, difference.second)
    )
    return difference.kind is DifferenceKind.NAME and not first.isdisjoint(second)


def find_exchanges(a: Wording, b: Wording) -> Iterator[Difference]:
    """Yield names that stand around the same words in exchanged order.

    A passive is no exchange, and neither are lists or what two do with each other.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> said = read_wording("Norway beat Denmark")
        >>> for text in ("Denmark beat Norway", "Denmark was beaten by Norway"):
        ...     print([str(each) for each in find_exchanges(said, read_wording(text))])
        ['name: "Norway beat Denmark" against "Denmark beat Norway"']
        []
    """
    # The first word of a text is a name only where it is rare.
    names = (a.names | b.names) & a.weights.keys() & b.weights.keys()
    if len(names) < 2:
        return
    ours, theirs = _places(a, names), _places(b, names)
    both = [term for term in ours if term in theirs]
    for one, other in itertools.pairwise(both):
        if theirs[one] < theirs[other]:
            continue
        here, there = (ours[one], ours[other]), (theirs[other], theirs[one])
        link = _link(a, *here)
        if link == _link(b, *there) and _tells(link):
            words = _words(a, *here), _words(b, *there)
            yield Difference(DifferenceKind.NAME, *words)


def _places(wording: Wording, names: Set[str]) -> dict[str, int]:
    """Return names to their places, in text order; a name told twice is left out."""
    counts = Counter(wording.terms)
    return {
        term: place
        for place, term in enumerate(wording.terms)
        if term in names and counts[term] == 1 and wording.written[place][0].isupper()
    }


def _link(wording: Wording, first: int, last: int) -> tuple[str, ...]:
    """Return what stands between two names, without names, dates and auxiliaries.

    Empty where they are far apart, or the first one is only where something is.
    """
    known = load_terms()
    start = first
    while start and wording.terms[start - 1] in wording.names:
        start -= 1
    is_place = start > 0 and wording.terms[start - 1] in known.prepositions
    if is_place or last - first > _LONGEST_LINK:
        return ()
    left_out = known.between | known.company_forms | wording.names | wording.dates
    return tuple(
        term for term in wording.terms[first + 1 : last] if term not in left_out
    )


def _tells(link: tuple[str, ...]) -> bool:
    """Say whether words between two names tell what one does to the other."""
    known = load_terms()
    return known.mutual.isdisjoint(link) and any(
        term in known.speaking
        or (
            term not in known.prepositions
            and known.rarity.get(term, 1.0) >= _TELLING_FROM
        )
        for term in link
    )


def _words(wording: Wording, first: int, last: int) -> str:
    return " ".join(wording.written[first : last + 1])


def find_relatives(a: Wording, b: Wording) -> Iterator[Difference]:
    """Yield a person in the place of a relative who is named by that person.

    Example:
        >>> from attrib.provenance.wording import read_wording
        >>> said, other = "Lind's son was fined", "Lind was fined"
        >>> for each in find_relatives(read_wording(said), read_wording(other)):
        ...     print(each)
        name: "Lind's son" against "Lind"
    """
    for one, other, turn in ((a, b, False), (b, a, True)):
        for place, written in enumerate(one.written):
            if written.endswith("'s") and _is_in_place(one, place, other):
                words = _words(one, place, place + 1), written.removesuffix("'s")
                yield Difference(DifferenceKind.NAME, *(words[::-1] if turn else words))


def _is_in_place(one: Wording, place: int, other: Wording) -> bool:
    """Say whether a text has whose relative another text names in the same place."""
    term, relative = one.terms[place], one.terms[place + 1 : place + 2]
    if (
        other.terms.count(term) != 1
        or load_terms().relatives.isdisjoint(relative)
        or relative[0] in other.weights
    ):
        return False
    at = other.terms.index(term)
    following = one.terms[place + 2 : place + 4]
    return (
        not other.written[at].endswith("'s")
        and other.terms[at + 1 : at + 3] == following
    )
