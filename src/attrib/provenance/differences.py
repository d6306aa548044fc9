"""Differences: numbers, dates, names and negations in which two wordings disagree.

Words that only one wording has are no difference: a shorter version leaves out. What
decides is one word in the place of another, between words that both have.
"""

from collections.abc import Iterator, Sequence

from attrib.errors import ModelError
from attrib.lexicon.terms import load_terms
from attrib.model.attribution import Stance
from attrib.model.claim import Change, Claim, Difference, DifferenceKind
from attrib.provenance.alignment import align
from attrib.provenance.quantities import may_be_one_number
from attrib.provenance.roles import find_role_changes
from attrib.provenance.wording import GRAM, Wording, read_wording

_DATE_SORTS = ("weekday", "month", "time")
_LONGEST_SLOT = 4
"""Terms on one side that may stand in the place of others; more are another story."""
_DENYING = frozenset({Stance.DENIES, Stance.DOUBTS})
_OPEN = frozenset({Stance.ASKS, Stance.ORDERS, Stance.WITHHOLDS})


def find_differences(a: Claim | str, b: Claim | str) -> tuple[Difference, ...]:
    """Return in what two versions of a claim disagree.

    Rounded numbers agree with exact ones, "at least 40" with 43, and what only one of
    the two tells is no difference. A denial differs from what it denies, unless its
    words deny it, too.

    Args:
        a: A claim or its text.
        b: Another, which is told in nearly the same words.

    Returns:
        Differences, the words of `a` first; empty when nothing speaks against their
        being one claim.

    Example:
        >>> for difference in find_differences("at least 85% of the quay is dry",
        ...                                    "at least 58% of the quay is dry"):
        ...     print(difference)
        number: "85" against "58"
        >>> find_differences("The quay was not closed", "The quay was closed")[0].kind
        <DifferenceKind.NEGATION: 'negation'>
        >>> find_differences("", "")
        ()
    """
    stances = stance_of(a), stance_of(b)
    return tell_differences(read_wording(a), read_wording(b), stances=stances)


def stance_of(value: Claim | str) -> Stance:
    """Return what is done with the truth of a claim; a bare text asserts."""
    return value.stance if isinstance(value, Claim) else Stance.ASSERTS


def is_denial(difference: Difference) -> bool:
    """Say whether one side denies or doubts what the other one tells."""
    return not _DENYING.isdisjoint((difference.first, difference.second))


def tell_differences(
    a: Wording, b: Wording, *, stances: tuple[Stance, Stance]
) -> tuple[Difference, ...]:
    """Return in what two wordings disagree, as `find_differences` does for claims."""
    # Which words are aligned depends on the order where there is a choice.
    if b.terms < a.terms:
        found = tell_differences(b, a, stances=stances[::-1])
        return tuple(Difference(each.kind, each.second, each.first) for each in found)
    found = tuple(dict.fromkeys(_word_differences(a, b)))
    first, second = stances
    if (first in _OPEN) != (second in _OPEN):
        return (*found, Difference(DifferenceKind.STANCE, first, second))
    if (first in _DENYING) == (second in _DENYING):
        return found
    others = tuple(each for each in found if each.kind is not DifferenceKind.NEGATION)
    if len(others) < len(found):
        return others
    return (*found, Difference(DifferenceKind.STANCE, first, second))


def _word_differences(a: Wording, b: Wording) -> Iterator[Difference]:
    """Yield in what two wordings disagree, in the order of the first one's words."""
    yield from _negations(a, b)
    yield from find_role_changes(a, b)
    if not _may_differ(a, b):
        return
    for ours, theirs in _slots(a, b):
        yield from _numbers(a, b, ours, theirs)
        yield from _dates(a, b, ours, theirs)
        yield from _opposites(a, b, ours, theirs)
        yield from _names(a, b, ours, theirs)


def _may_differ(a: Wording, b: Wording) -> bool:
    """Say whether each has a number, date, name or opposite that the other lacks."""
    first = {term for term in a.weights if term not in b.weights}
    second = {term for term in b.weights if term not in a.weights}
    if not first or not second:
        return False
    if not first.isdisjoint(a.names | a.dates) and not second.isdisjoint(
        b.names | b.dates
    ):
        return True
    opposites = load_terms().opposites
    if any(not second.isdisjoint(opposites.get(term, ())) for term in first):
        return True
    return any(a.terms[place] in first for place in a.numbers) and any(
        b.terms[place] in second for place in b.numbers
    )


def _negations(a: Wording, b: Wording) -> Iterator[Difference]:
    if a.negation_count == b.negation_count == 0:
        return
    for one, other, turn in ((a, b, False), (b, a, True)):
        alone = [
            term
            for term in one.denied
            if term in other.weights and term not in other.denied
        ]
        # "not the mayor but the council": what is denied here may be so in more
        # words there.
        if alone and (one.negation_count - other.negation_count) % 2:
            term = min(alone, key=one.terms.index)
            words = (f"not {_written(one, term)}", _written(other, term))
            yield Difference(DifferenceKind.NEGATION, *(words[::-1] if turn else words))
            return


def _written(wording: Wording, term: str) -> str:
    return wording.written[wording.terms.index(term)]


def _slots(a: Wording, b: Wording) -> Iterator[tuple[range, range]]:
    """Yield ranges of terms that stand in each other's place."""
    for ours, theirs, is_same in align(a.terms, b.terms):
        if ours and theirs and not is_same:
            yield ours, theirs


def _only(places: range, wording: Wording, other: Wording) -> list[int]:
    """Return the places of terms that the other wording does not have anywhere."""
    return [place for place in places if wording.terms[place] not in other.weights]


def _numbers(
    a: Wording, b: Wording, ours: range, theirs: range
) -> Iterator[Difference]:
    first = [place for place in _only(ours, a, b) if place in a.numbers]
    second = [place for place in _only(theirs, b, a) if place in b.numbers]
    for one, other in zip(first, second, strict=False):
        if not may_be_one_number(a, one, b, other):
            yield Difference(DifferenceKind.NUMBER, a.written[one], b.written[other])


def _dates(a: Wording, b: Wording, ours: range, theirs: range) -> Iterator[Difference]:
    """Yield the first weekday, month or time of a slot against another one."""
    first, second = (
        {
            _date_sort(own.terms[place]): place
            for place in reversed(_only(places, own, other))
            if own.terms[place] in own.dates
        }
        for places, own, other in ((ours, a, b), (theirs, b, a))
    )
    for sort in _DATE_SORTS:
        if sort in first and sort in second:
            one, other = first[sort], second[sort]
            if not _may_be_one_time(a.terms[one], b.terms[other]):
                yield Difference(DifferenceKind.DATE, a.written[one], b.written[other])


def _date_sort(term: str) -> str:
    if ":" in term:
        return "time"
    return "weekday" if term in load_terms().weekdays else "month"


def _may_be_one_time(one: str, other: str) -> bool:
    """Say whether two times may be one: "2:30" without "am" is either half's."""
    (hour, _, minute), (its_hour, _, its_minute) = (
        term.partition(":") for term in (one, other)
    )
    return (
        minute != ""
        and minute == its_minute
        and min(len(hour), len(its_hour)) == 1
        and (int(hour) - int(its_hour)) % 12 == 0
    )


def _opposites(
    a: Wording, b: Wording, ours: range, theirs: range
) -> Iterator[Difference]:
    """Yield opposites; one that is denied is none: "not open", "closed"."""
    opposites = load_terms().opposites
    for one in _only(ours, a, b):
        term = a.terms[one]
        against = opposites.get(term, frozenset())
        for other in _only(theirs, b, a):
            # A denied "fewer" is at least as many.
            if b.terms[other] in against and (term in a.denied) == (
                b.terms[other] in b.denied
            ):
                words = a.written[one], b.written[other]
                yield Difference(DifferenceKind.OPPOSITE, *words)


def _names(a: Wording, b: Wording, ours: range, theirs: range) -> Iterator[Difference]:
    """Yield a name in the place of another; a name for a description is none."""
    if max(len(ours), len(theirs)) > _LONGEST_SLOT:
        return
    first, second = (
        [p for p in _only(places, own, other) if own.terms[p] in own.names]
        for places, own, other in ((ours, a, b), (theirs, b, a))
    )
    if not first or not second:
        return
    if any(_alike(a.terms[p], b.terms[q]) for p in first for q in second):
        return
    words = _joined(a, first), _joined(b, second)
    yield Difference(DifferenceKind.NAME, *words)


def _joined(wording: Wording, places: Sequence[int]) -> str:
    return " ".join(wording.written[place] for place in places)


def _alike(one: str, other: str) -> bool:
    """Say whether two names may be spellings of one: half of their pieces are."""
    if one.startswith(other) or other.startswith(one):
        return True
    ours, theirs = _pieces(one), _pieces(other)
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _pieces(name: str) -> set[str]:
    size = GRAM - 2
    return {name[at : at + size] for at in range(max(1, len(name) - size + 1))}


def word_changes(before: str, after: str) -> tuple[Change, ...]:
    """Return a word diff of two wordings, in text order.

    Case and punctuation at the edges of words are no change.

    Raises:
        ModelError: One of them is no text.

    Example:
        >>> for change in word_changes("The quay may have sunk", "The quay has sunk."):
        ...     print(change.before, "|", change.after)
        The quay | The quay
        may have | has
        sunk | sunk
        >>> word_changes("", "")
        ()
    """
    for text in (before, after):
        if not isinstance(text, str):
            raise ModelError(f"wordings are compared as text, not {text!r:.60}")
    ours, theirs = before.split(), after.split()
    folded = [[_fold(word) for word in words] for words in (ours, theirs)]
    changes = []
    for here, there, is_same in align(*folded):
        old = " ".join(ours[here.start : here.stop])
        new = " ".join(theirs[there.start : there.stop])
        changes.append(Change(old, old) if is_same else Change(old, new))
    return tuple(changes)


def _fold(word: str) -> str:
    return word.casefold().strip(".,;:!?\"'“”‘’()[]") or word
