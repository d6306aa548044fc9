"""Likelihood in prose: where the terms of ICD 203 stand, and which of the seven.

Precision comes first. What leads beyond the seven terms ("more likely", "not very
likely", "whether it is likely") gives None with the reason, and the term inside it is
never read alone. "Not likely" is unlikely, as English has it. A negation after the
term belongs to what is likely: in "will probably not open", not opening is likely.
"""

import functools
import re
from collections.abc import Sequence

import attrs

from attrib.errors import ModelError
from attrib.model.scale import Likelihood
from attrib.model.span import Span


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CONTEXT_CHARS = 100
"""How far around a term the words that change it are looked for, in code points."""

_HEADS = {
    "likely": Likelihood.LIKELY,
    "probable": Likelihood.LIKELY,
    "probably": Likelihood.LIKELY,
    "unlikely": Likelihood.UNLIKELY,
    "improbable": Likelihood.UNLIKELY,
    "certain": Likelihood.ALMOST_CERTAIN,
    "certainly": Likelihood.ALMOST_CERTAIN,
    "remote": Likelihood.ALMOST_NO_CHANCE,
    "no": Likelihood.ALMOST_NO_CHANCE,
    "even": Likelihood.ROUGHLY_EVEN_CHANCE,
}
MARKS = frozenset(
    {
        "likely", "probable", "probably", "unlikely", "improbable", "certain",
        "certainly", "chance", "chances", "odds", "remote",
    }
)  # fmt: skip
"""Words in lower case of which every term holds one: who knows the words of a text
need not look for terms where none of these stands."""
_INTENSIFIED = {
    Likelihood.LIKELY: Likelihood.VERY_LIKELY,
    Likelihood.UNLIKELY: Likelihood.VERY_UNLIKELY,
}
_INTENSIFIERS = frozenset({"very", "highly"})
"""The directive has "very likely" but "highly probable"; prose swaps the two."""

_DEGREES = _INTENSIFIERS | _words("""
    decidedly enough equally especially exceedingly exceptionally extraordinarily
    extremely fairly far greatly how however hugely increasingly incredibly least less
    marginally more most much necessarily overly overwhelmingly particularly pretty
    quite rather really reasonably relatively remarkably slightly so somewhat
    sufficiently terribly than too tremendously vanishingly vastly
    """)
_AS_DEGREE = _words("almost equally exactly half just nearly thrice times twice")
"""Before "as" they compare: "just as likely", but "described as likely"."""

# Of "not", only these may stand between it and the term it negates: "does not seem
# likely", "nor is it likely", but not "did not open and is likely to stay shut".
_BE = _words("'s am are be been being is was were")
_BETWEEN = _BE | _words("""
    any appear appears as at believe believed can consider considered could currently
    deem deemed did do does even felt find found has have he in it judge judged look
    looks may might now present regard regarded seem seemed seems seen she
    should sound sounds that there these they think this those thought to we will would
    yet you
    """)
_NOT = _words("cannot neither never nor not")
_DOUBTS = _words(
    "barely denied denies deny doubt doubted doubtful doubts hardly scarcely"
)
_PHRASES = (
    ("anything", "but"),
    ("by", "no", "means"),
    ("far", "from"),
    ("in", "no", "way"),
    ("nowhere", "near"),
)
_OPEN = frozenset({"if", "unless", "whether"})

_ARTICLES = frozenset({"a", "an", "the"})
_DETERMINERS = _ARTICLES | _words("its their")
_REMOTE_REACH = 8
"""How many words before "is remote" what is remote may stand."""
_CHANCES = _words("""
    chance chances likelihood odds possibilities possibility probability prospect
    prospects risk risks
    """)
_COPULAS = _BE | _words("""
    appear appeared appears become becomes became consider considered deemed find found
    judged look looked looks remain remained remains seem seemed seems sound sounded
    sounds think thought
    """)
_EVENTS = _words(
    "case development event eventuality outcome possibility prospect result scenario"
)
_AFTER_PREDICATE = _words("""
    after and any anyone anything anytime as at because before but by due even for from
    given however if in of on or since so soon that this though to today tomorrow under
    unless until when while with within without
    """)
_STORIES = _words("lad lads stories story")
_VOTERS = _words("caucusgoers electorate voter voters")
_VOTERS_REACH = 3
"""In words: "likely independent primary voters" are a term of polling."""


@attrs.frozen
class LikelihoodSpan:
    """Words of likelihood, and the term of ICD 203 they are.

    Attributes:
        span: The words, with the degree and the negation that count.
        likelihood: The term, or None when the words lead beyond the seven.
        reason: How they were read, or why not.
    """

    span: Span
    likelihood: Likelihood | None
    reason: str


@functools.cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?<![\w-])
        (?:
            likely | unlikely | probabl[ey] | improbable
          | (?: almost | nearly )\s{1,2}certain(?: ly )?
          | almost\s{1,2}no\s{1,2}chance
          | remote
          | (?: (?: roughly | about | around | approximately )\s{1,2} )?
            even\s{1,2}(?: chances? | odds )
        )
        (?! [\w-] | ['’]\w )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@functools.cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[\w'’-]+|,")


@functools.cache
def _breaks() -> re.Pattern[str]:
    """Return the pattern of what no negation reaches across."""
    return re.compile(r"""[.;:!?()\[\]"“”«»–—]|\n\s*\n""")


def find_likelihoods(text: str) -> tuple[LikelihoodSpan, ...]:
    """Return the words of likelihood in an English text, in text order.

    "Remote" counts beside a chance, possibility or the like, "unlikely" where it is
    said of something and not before any noun ("unlikely allies"), and "certain" only
    as "almost" or "nearly certain".

    Args:
        text: Any text, in any case.

    Returns:
        Spans that do not overlap; none for an empty text.

    Raises:
        ModelError: The text is no str.

    Source:
        Intelligence Community Directive 203, Analytic Standards.

    Example:
        >>> text = "The port is very likely to reopen; a strike is not likely."
        >>> for found in find_likelihoods(text):
        ...     print(found.span.of(text), found.likelihood, found.reason, sep=" | ")
        very likely | very likely | a term of ICD 203
        not likely | unlikely | "not likely" is unlikely
        >>> find_likelihoods("Rain is more likely than not.")[0].reason
        '"more likely" is none of the seven terms'
    """
    if not isinstance(text, str):
        raise ModelError(f"likelihoods are found in a str, not in {text!r:.60}")
    return tuple(
        found
        for head in _heads().finditer(text)
        if (found := _read(text, head.start(), head.end())) is not None
    )


@attrs.frozen
class _Before:
    """The words before a term in its clause, nearest last."""

    starts: Sequence[int]
    forms: Sequence[str]

    def form(self, place: int) -> str:
        """Return a word counted from the term, 1 the nearest; empty beyond."""
        return self.forms[-place] if place <= len(self.forms) else ""

    def ends_with(self, phrase: tuple[str, ...], place: int) -> bool:
        """Say whether a phrase ends at a word counted from the term."""
        stop = len(self.forms) - place + 1
        return tuple(self.forms[max(0, stop - len(phrase)) : stop]) == phrase


def _before(text: str, start: int) -> _Before:
    window = max(0, start - _CONTEXT_CHARS)
    for broken in _breaks().finditer(text, window, start):
        window = broken.end()
    found = list(_word().finditer(text, window, start))
    if window and found and found[0].start() == window and text[window - 1].isalnum():
        del found[0]
    return _Before(
        [word.start() for word in found],
        [word[0].lower().replace("’", "'") for word in found],
    )


def _after(text: str, end: int) -> Sequence[str]:
    """Return the words after a term; the first is empty where a mark comes first."""
    following = _word().findall(text[end : end + _CONTEXT_CHARS].lower())
    return following if following and text[end].isspace() else [""]


def _read(text: str, start: int, end: int) -> LikelihoodSpan | None:
    """Return what the words around a term make of it, or None when it is none."""
    said = text[start:end].lower().split()
    before = _before(text, start)
    following = _after(text, end)
    degree_count = _count_degrees(before, following[0])
    place = degree_count + 1
    if not _is_term(said[0], said[-1], before, place, following[0]):
        return None
    if _is_idiom(said[0], before.form(place), following):
        return None
    negation = _find_negation(before, place)
    first = max(degree_count, negation)
    span = Span(before.starts[-first] if first else start, end)
    words = f'"{" ".join(span.of(text).split())}"'
    degrees = before.forms[len(before.forms) - degree_count :]
    term = _HEADS[next(word for word in reversed(said) if word in _HEADS)]
    if negation == 0:
        meant = _intensify(term, degrees)
        if meant is not None:
            return LikelihoodSpan(span, meant, _why([*degrees, *said], meant))
    elif before.form(negation) in _OPEN or before.form(negation + 1) in ("if", "or"):
        return LikelihoodSpan(span, None, f"{words} leaves it open")
    elif term is Likelihood.LIKELY and not degrees and _is_not(before, negation):
        return LikelihoodSpan(span, Likelihood.UNLIKELY, f"{words} is unlikely")
    return LikelihoodSpan(span, None, f"{words} is none of the seven terms")


def _intensify(term: Likelihood, degrees: Sequence[str]) -> Likelihood | None:
    """Return the term that a term with words of degree is, or None."""
    if not degrees:
        return term
    if len(degrees) > 1 or degrees[0] not in _INTENSIFIERS:
        return None
    return _INTENSIFIED.get(term)


def _why(said: Sequence[str], term: Likelihood) -> str:
    if " ".join(said) in (term.value, term.synonym):
        return "a term of ICD 203"
    return f'stands for "{term}", a term of ICD 203'


def _count_degrees(before: _Before, follower: str) -> int:
    """Return how many words before a term, nearest first, say to what degree."""
    count = 0
    while True:
        word, outer = before.form(count + 1), before.form(count + 2)
        if word == "," and count and outer in _DEGREES:
            count += 2
        elif word in _DEGREES or (
            word == "as" and (follower == "as" or outer in _AS_DEGREE)
        ):
            count += 1
        elif word == "all" and outer == "at":
            count += 2
        else:
            return count


def _find_negation(before: _Before, place: int) -> int:
    """Return how far before a term a word stands that negates or opens it, or 0."""
    at = place
    if before.form(at) in _ARTICLES:
        at += 1
        between = _BE
    else:
        between = _BETWEEN
    while True:
        for phrase in _PHRASES:
            if before.ends_with(phrase, at):
                return at + len(phrase) - 1
        if before.ends_with(("no", "longer"), at):
            return at + 1
        word = before.form(at)
        if word in _OPEN or word in _NOT or word in _DOUBTS or word.endswith("n't"):
            return at
        if word not in between:
            return 0
        at += 1


def _is_not(before: _Before, negation: int) -> bool:
    """Say whether a negation turns likely into unlikely, and does not only doubt it."""
    word = before.form(negation)
    is_no_longer = word == "no" and before.form(negation - 1) == "longer"
    return is_no_longer or word in _NOT or word.endswith("n't")


def _is_term(head: str, tail: str, before: _Before, place: int, follower: str) -> bool:
    """Say whether the words of a term, from head to tail, are one here."""
    previous = before.form(place)
    if head == "remote":
        is_said_of = previous in _COPULAS or previous == "not"
        near = before.forms[-place - _REMOTE_REACH :]
        return follower in _CHANCES or (is_said_of and not _CHANCES.isdisjoint(near))
    if head == "even" and tail != "odds":
        return previous in _ARTICLES or before.form(1) == "than"
    if head in ("unlikely", "improbable"):
        return (
            not follower
            or follower in _AFTER_PREDICATE
            or follower in _EVENTS
            or previous in _COPULAS
            or previous == "it"
        )
    return True


def _is_idiom(head: str, previous: str, following: Sequence[str]) -> bool:
    """Say whether a term is part of a set phrase: "likely voters", "probable cause"."""
    follower = following[0]
    if head == "likely":
        is_of_voters = not _VOTERS.isdisjoint(following[:_VOTERS_REACH])
        is_adverb = follower in _AFTER_PREDICATE
        return follower in _STORIES or (is_of_voters and not is_adverb)
    is_cause = head == "probable" and follower == "cause"
    return is_cause and previous not in _DETERMINERS
