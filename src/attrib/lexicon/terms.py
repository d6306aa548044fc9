"""Terms: what words are compared by, whatever their endings, and how rare each is."""

import functools
import itertools
import tomllib
from collections.abc import Callable, Mapping
from importlib import resources

import attrs

from attrib.lexicon.loading import load_lexicon

_VOWELS = frozenset("aeiouy")
_PLURALS = ("sses", "shes", "ches", "xes", "zes")
_PARTICIPLES = ("ing", "ed")
_SUFFIXES = (
    "ational isational ization isation ations ation ments ment ness fully ful ously "
    "ous ively ive ally ity ion able ible ence ance ent ant ers er ors or ists ist ism "
    "al ly ic ians ian an"
).split()
"""Endings that make one class of word of another, longest first where they overlap."""
_SHORTEST = 4
"""Letters that must be left of a word when such an ending goes."""
_CACHE_WORDS = 100_000


@attrs.frozen(eq=False, slots=False)  # cached properties slow slots down
class Terms:
    """What is known of the words of one language when claims are compared.

    Attributes:
        forms: Irregular forms to their bases.
        groups: Terms to the term that stands for all that say the same.
        numbers: Words that are numbers, to their values.
        multiples: Words that multiply a number before them, to their values.
        money: Words that do so for sums of money ("$3m").
        negations: Words after which something is denied.
        undone: Terms before "to" that deny what follows ("failed to sink").
        between: Terms that may stand between a negation and what it denies.
        finite: Terms that begin a predicate ("is", "would").
        prepositions: Terms behind which a name is not of who did it.
        dates: Names of months and weekdays, short ones too, to the full name.
        weekdays: Full names of weekdays.
        places: Terms that name a place of one word.
        related: Terms to those by which reports may tell of the same event.
        telling: Terms of stands that tell that something is so ("blame").
        speaking: Terms of what is done with words alone ("accuse", "promise").
        acting: Those that tell that something is so, or is not.
        phrases: Pairs of terms that do ("take responsibility").
        binding: Terms of orders that settle what they order.
        claimed: Terms that a denial may name for what it denies ("allegation").
        retracting: Terms of taking a claim back.
        scorning: Terms of what is done to a claim that is denied ("ridicule").
        untrue: Terms that call a claim untrue ("nonsense").
        harming: Terms of what one is blamed for ("bomb").
        blaming: Terms that tell who is to blame ("behind").
        ruining: Terms of what leaves nothing whole ("sink").
        damaging: Terms that are denied where those are ("damage").
        evidence: Terms of what shows a deed ("photo").
        staged: Terms that tell that it shows none ("doctor").
        whole: Terms of what has suffered nothing ("intact").
        mutual: Terms of what two do with each other ("marry").
        company_forms: Terms that close names of companies ("ltd").
        relatives: Terms of people who are named by others ("Lind's son").
        opposites: Terms to the terms that say the opposite.
        rarity: Terms to how rare they are, from 0 (in every sentence) to 1; unknown
            terms are as rare as can be.
    """

    forms: Mapping[str, str]
    groups: Mapping[str, str]
    numbers: Mapping[str, float]
    multiples: Mapping[str, float]
    money: Mapping[str, float]
    negations: frozenset[str]
    undone: frozenset[str]
    between: frozenset[str]
    finite: frozenset[str]
    prepositions: frozenset[str]
    dates: Mapping[str, str]
    weekdays: frozenset[str]
    places: frozenset[str]
    related: Mapping[str, frozenset[str]]
    telling: frozenset[str]
    speaking: frozenset[str]
    acting: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    binding: frozenset[str]
    claimed: frozenset[str]
    retracting: frozenset[str]
    scorning: frozenset[str]
    untrue: frozenset[str]
    harming: frozenset[str]
    blaming: frozenset[str]
    ruining: frozenset[str]
    damaging: frozenset[str]
    evidence: frozenset[str]
    staged: frozenset[str]
    whole: frozenset[str]
    mutual: frozenset[str]
    company_forms: frozenset[str]
    relatives: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]

    @functools.cached_property
    def of(self) -> Mapping[str, str]:
        """Every word, folded to lower case, to its term; never lacks a key.

        Example:
            >>> terms = load_terms()
            >>> terms.of["closing"] == terms.of["closed"], terms.of["fell"]
            (True, 'fall')
        """
        return _Words(self)


class _Words(dict[str, str]):
    """Words to terms; a term is worked out when its word is first met."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHE_WORDS:
            self.clear()
        bare = stem(word, self._terms.forms)
        term = self[word] = self._terms.groups.get(bare, bare)
        return term


def stem(word: str, forms: Mapping[str, str]) -> str:
    """Return a word without its endings.

    What is left is no word but the same for words that belong together: "resigned",
    "resigns" and "resignation".

    Args:
        word: A word in lower case.
        forms: Irregular forms to their bases.

    Example:
        >>> stem("resignation", {}) == stem("resigned", {}) == stem("resigns", {})
        True
        >>> stem("", {})
        ''
    """
    if word in forms:
        return forms[word]
    if len(word) < _SHORTEST:
        return word
    word = _singular(word)
    if word in forms:
        return forms[word]
    for ending in _PARTICIPLES:
        rest = word.removesuffix(ending)
        if len(rest) < len(word) and len(rest) >= 3 and not _VOWELS.isdisjoint(rest):
            for base in (rest, f"{rest}e"):
                if forms.get(base) == base:  # "invaded", for "invasion" is invade
                    return base
            if rest.endswith("e") and ending == "ed":
                return rest  # "agreed", and "agree" without its end
            if rest[-1] == rest[-2] and rest[-1] not in "elsz":
                rest = rest[:-1]
            word = rest
            break
    for ending in _SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    if word.endswith("i"):
        word = f"{word[:-1]}y"
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST:
        return f"{word[:-3]}y"
    if word.endswith(_PLURALS):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@functools.cache
def load_terms(lang: str = "en") -> Terms:
    """Return the terms that are shipped for a language; there are those of English.

    Example:
        >>> terms = load_terms()
        >>> terms.numbers["seven"], terms.of["pictures"] == terms.of["photo"]
        (7.0, True)
        >>> terms.rarity["the"] < terms.rarity["city"]
        True
    """
    data = tomllib.loads(_read(lang, "terms.toml"))
    lexicon = load_lexicon(lang)
    forms = {
        form: base for base, listed in data["forms"].items() for form in listed.split()
    }
    forms |= {base: base for base in data["forms"]}
    groups = _read_groups(data["same"]["groups"], forms)

    def term_of(word: str) -> str:
        bare = stem(word, forms)
        return groups.get(bare, bare)

    def listed(table: str, name: str) -> frozenset[str]:
        return frozenset(map(term_of, data[table][name].split()))

    weekdays = _first_of_line(data["dates"]["weekdays"])
    return Terms(
        forms=forms,
        groups=groups,
        numbers=_values(data["numbers"]["values"]),
        multiples=_values(data["numbers"]["multiples"]),
        money=_values(data["numbers"]["money"]),
        negations=frozenset(data["negation"]["words"].split()),
        undone=listed("negation", "before_to"),
        between=listed("negation", "between"),
        finite=listed("sentence", "finite"),
        prepositions=listed("sentence", "prepositions"),
        dates=weekdays | _first_of_line(data["dates"]["months"]),
        weekdays=frozenset(weekdays.values()),
        places=frozenset(
            term_of(place)
            for place in (*lexicon.places, *lexicon.knowledge.countries)
            if place.isalpha()
        ),
        related=_others_of_line(data["related"]["groups"], term_of),
        telling=listed("stand", "telling"),
        speaking=listed("stand", "speaking"),
        acting=listed("stand", "acting"),
        phrases=_read_phrases(data["stand"]["phrases"], term_of),
        binding=listed("stand", "binding"),
        claimed=listed("stand", "denied"),
        retracting=listed("stand", "retracting"),
        scorning=listed("stand", "scorning"),
        untrue=listed("stand", "untrue"),
        harming=listed("rebuttal", "harming"),
        blaming=listed("rebuttal", "blaming"),
        ruining=listed("rebuttal", "ruining"),
        damaging=listed("rebuttal", "damaging"),
        evidence=listed("rebuttal", "evidence"),
        staged=listed("rebuttal", "staged"),
        whole=listed("rebuttal", "whole"),
        mutual=listed("roles", "mutual"),
        company_forms=listed("roles", "company_forms"),
        relatives=listed("roles", "relatives"),
        opposites=_others_of_line(data["opposite"]["pairs"], term_of),
        rarity=_rarities(_read(lang, "rarity.tsv")),
    )


def _read(lang: str, name: str) -> str:
    return (resources.files("attrib.lexicon") / lang / name).read_text("utf-8")


def _read_groups(listed: str, forms: Mapping[str, str]) -> dict[str, str]:
    """Return every term of each line with the first one of its line."""
    groups: dict[str, str] = {}
    for line in listed.splitlines():
        bare = [stem(word, forms) for word in line.split()]
        for term in bare:
            groups.setdefault(term, bare[0])
    return groups


def _read_phrases(
    listed: str, term_of: Callable[[str], str]
) -> frozenset[tuple[str, ...]]:
    lines = filter(None, listed.splitlines())
    return frozenset(tuple(map(term_of, line.split())) for line in lines)


def _values(listed: str) -> dict[str, float]:
    pairs = (entry.split("=") for entry in listed.split())
    return {word: float(value) for word, value in pairs}


def _first_of_line(listed: str) -> dict[str, str]:
    """Return every word of each line with the first one of its line."""
    return {
        word: line.split()[0] for line in listed.splitlines() for word in line.split()
    }


def _others_of_line(
    listed: str, term_of: Callable[[str], str]
) -> dict[str, frozenset[str]]:
    """Return every term with the others that stand on a line with it."""
    found: dict[str, set[str]] = {}
    for line in listed.splitlines():
        terms = [term_of(word) for word in line.split()]
        for one, other in itertools.permutations(terms, 2):
            found.setdefault(one, set()).add(other)
    return {term: frozenset(others) for term, others in found.items()}


def _rarities(rows: str) -> dict[str, float]:
    """Return terms and how rare they are: rows of hundredths and the terms."""
    rarity: dict[str, float] = {}
    for line in rows.splitlines():
        if not line.startswith("#"):
            hundredths, _, terms = line.partition("\t")
            rarity |= dict.fromkeys(terms.split(), int(hundredths) / 100)
    return rarity
