"""Wordings: a text as the terms, numbers and names by which claims are compared.

Posts are read as prose is: addresses are left out, the words of "#HarbourFire" and
"@NorthmoorPolice" are taken apart, and the name under a quoted post stays.
"""

import functools
import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from attrib.errors import ModelError
from attrib.lexicon.meanings import load_meanings
from attrib.lexicon.terms import Terms, load_terms
from attrib.model.claim import Claim

_ADDRESS = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/)\S*?(?=https?://|pic\.twitter|[\s#@]|$)"
)
_POSTED = re.compile(r"(?<=\))\s+[A-Z][a-z]+ \d{1,2}, (?=\d{4})")
"""The day under an embedded post, of which the year stays: claims tell no more."""
_MARKED = re.compile(r"[#@](\w+)")
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_WORD = re.compile(
    r"""
      [^\W\d_]+-?\d\w* | \d+[^\W\d_]+\d\w*  # M1, F-16, 2A6: names
    | (?=\d)(?<![:.\d])(?:  # times of day
        (?:[01]?\d|2[0-3]):[0-5]\d(?:\ ?[AaPp][Mm])?\b(?![:.]\d)  # 14:30, 2:30 pm
      | (?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?\ ?[AaPp][Mm]\b  # 2.30pm
      )
    | \d+(?:[.,]\d+)*
    | [^\W\d_]+(?:'[^\W\d_]+)*
    | [%$£€]
    """,
    re.VERBOSE,
)
_SIGNS = {"%": "percent", "$": "dollar", "£": "pound", "€": "euro"}
_TIME = re.compile(r"(\d+)(?:[:.](\d\d))?(?: ?([ap])m)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.|$)")
"""Commas that part thousands, or lakhs; another one before digits is a decimal one."""
_FRACTION = re.compile(r"(\d*) ?([½¼¾])")
_DECIMALS = {"½": "5", "¼": "25", "¾": "75"}

_NAME_FROM = 0.35
"""Rarity from which a capitalised word inside a sentence is a name."""
_RARE_NAME_FROM = 0.75
"""The same where every word has a capital: at the start, and in headlines; places
are names there, too."""
_HEADLINE = 0.6
"""Share of capitalised long words from which a text is a headline."""
_REACH = 3
"""Terms after a negation within which the denied one stands."""
_AT_LARGE = 500
"""Sentences at large that a pile of claims is taken together with."""
_STEEPNESS = 10.5
"""Logarithm of how many sentences there are for each that holds the rarest term."""
_LEAST = 0.02
_SHORTEST_PART = 3
"""Letters of each of two words that are written as one."""
GRAM = 4
"""Characters of which spellings are compared, those of blanks around a term too."""


@attrs.frozen(eq=False)
class Wording:
    """One text, made ready to be compared with others.

    Attributes:
        terms: Its terms in text order, repeats included.
        written: The word of the text that each term was made of.
        weights: Each distinct term to its rarity, from 0 to 1.
        numbers: Places of numbers to their values; one may stand for two words.
        names: Terms that are names.
        dates: Terms that are months, weekdays or times of day.
        denied: Terms that a negation denies.
        negation_count: How many negations there are.
    """

    terms: tuple[str, ...]
    written: tuple[str, ...]
    weights: Mapping[str, float]
    numbers: Mapping[int, float]
    names: frozenset[str]
    dates: frozenset[str]
    denied: frozenset[str]
    negation_count: int

    # Many wordings are only weighed, and few are compared: what comparing them takes
    # is worked out when it is first asked for.

    @functools.cached_property
    def grams(self) -> Mapping[str, float]:
        """Pieces of the terms' spelling, four characters each, to their weights."""
        grams: dict[str, float] = {}
        for term, weight in self.weights.items():
            spelled = f" {term} "
            pieces = [
                spelled[at : at + GRAM] for at in range(max(1, len(spelled) - GRAM + 1))
            ]
            share = weight / math.sqrt(len(pieces))
            for piece in pieces:
                if grams.get(piece, 0.0) < share:
                    grams[piece] = share
        return grams

    @functools.cached_property
    def pairs(self) -> Mapping[tuple[str, str], float]:
        """Terms that stand together or nearly so, to their weights."""
        terms, weights = self.terms, self.weights
        pairs: dict[tuple[str, str], float] = {}
        for one, other in itertools.pairwise(terms):
            pairs[one, other] = (weights[one] + weights[other]) / 2
        for one, other in zip(terms, terms[2:], strict=False):
            pairs.setdefault((one, other), (weights[one] + weights[other]) / 4)
        return pairs

    @functools.cached_property
    def weight(self) -> float:
        """The weight of all terms together."""
        return sum(self.weights.values())

    @functools.cached_property
    def term_norm(self) -> float:
        """The length of the terms' weights as a vector."""
        return _norm(self.weights)

    @functools.cached_property
    def gram_weight(self) -> float:
        """The weight of all pieces together."""
        return sum(self.grams.values())

    @functools.cached_property
    def gram_norm(self) -> float:
        """The length of the pieces' weights as a vector."""
        return _norm(self.grams)

    @functools.cached_property
    def pair_weight(self) -> float:
        """The weight of all pairs together."""
        return sum(self.pairs.values())

    @functools.cached_property
    def name_weight(self) -> float:
        """The weight of the names together."""
        # In the order of the text: a set's own order changes the last digit.
        return sum(w for t, w in self.weights.items() if t in self.names)

    @functools.cached_property
    def meaning(self) -> tuple[float, ...]:
        """What its words mean together, the rarer the more: a vector of unit length.

        Empty where no word is known.
        """
        total = load_meanings().add_up(self.weights)
        length = math.hypot(*total)
        return tuple(number / length for number in total) if length else ()


def _norm(weights: Mapping[object, float] | Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def read_wording(value: Claim | str) -> Wording:
    """Return the wording of a claim or a text.

    Example:
        >>> wording = read_wording("Two ferries didn't leave #GalePort on Monday.")
        >>> wording.terms
        ('2', 'ferry', 'do', 'not', 'leave', 'gal', 'port', 'on', 'monday')
        >>> sorted(wording.denied), sorted(wording.dates)
        (['leave'], ['monday'])
        >>> read_wording("").terms
        ()
    """
    return _read(_text_of(value))


def _text_of(value: Claim | str) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, Claim):
        raise ModelError(
            f"claims are compared as a Claim or as text, not {value!r:.60}"
        )
    return value.text


@functools.lru_cache(maxsize=1024)
def _read(text: str) -> Wording:
    reader = _Reader(load_terms())
    words = _words_of(text)
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    reader.read(words, is_headline=capitals >= _HEADLINE * len(long))
    return reader.result()


def _words_of(text: str) -> list[str]:
    """Return words, numbers and signs of units as they are written."""
    plain = text
    if not text.isascii():
        # Before compatibility forms make 31⁄2 of 3½.
        plain = _FRACTION.sub(lambda m: f"{m[1] or 0}.{_DECIMALS[m[2]]}", text)
        plain = unicodedata.normalize("NFKC", plain).replace("’", "'")
    if "://" in plain or "www." in plain or "pic." in plain:
        plain = _ADDRESS.sub(" ", plain)
    if "#" in plain or "@" in plain:
        plain = _POSTED.sub(" ", plain)
        plain = _MARKED.sub(lambda m: f" {_SEAM.sub(' ', m[1])} ", plain)
    plain = _INITIALS.sub(lambda m: m[0].replace(".", ""), plain)
    return _WORD.findall(plain)


class _Reader:
    """Turns the words of one text into terms, and notes what sort each is of."""

    def __init__(self, terms: Terms) -> None:
        self._known = terms
        self.terms: list[str] = []
        self.written: list[str] = []
        self.numbers: dict[int, float] = {}
        self.names: set[str] = set()
        self.dates: set[str] = set()
        self.denied: set[str] = set()
        self.negation_count = 0
        self._reach = 0

    def read(self, words: Sequence[str], *, is_headline: bool) -> None:
        known = self._known
        for place, written in enumerate(words):
            word = written.lower().removesuffix("'s")
            date = known.dates.get(word) if written[0].isupper() else None
            if date is not None:
                self.dates.add(date)
                self._add(date, written)
            elif word[0].isdigit() and (time := _time(word)):
                self.dates.add(time)
                self._add(time, written)
            elif self._read_number(word, written):
                continue
            elif word.endswith("n't"):
                base = {"ca": "can", "wo": "will"}.get(word[:-3], word[:-3])
                self._add(known.of[base], written)
                self._negate(written)
            elif word in known.negations:
                self._negate(written)
            elif word in _SIGNS:
                self._add(known.of[_SIGNS[word]], written)
            elif word == "to" and self.terms and self.terms[-1] in known.undone:
                self.names.discard(self.terms.pop())
                self._negate(self.written.pop())
                self._add(word, written)
            elif word := word.replace("'", ""):
                self._add(known.of[word], written)
                rare = _RARE_NAME_FROM if is_headline or not place else _NAME_FROM
                term = self.terms[-1]
                if written[0].isupper() and (
                    known.rarity.get(term, 1.0) >= rare or term in known.places
                ):
                    self.names.add(term)

    def _read_number(self, word: str, written: str) -> bool:
        """Take a word for a number or a part of one, if it is."""
        known, last = self._known, len(self.terms) - 1
        value = known.numbers.get(word)
        if word.replace(",", "").replace(".", "").isdigit():
            value = _value(word)
        if value is None:
            factor = self._factor(word) if last in self.numbers else None
            if factor is None:
                return False
            value = self.numbers[last] * factor
        elif word[0].isdigit() or not self._goes_on(last, value):
            self.numbers[last + 1] = value
            self._add(f"{value:.12g}", written)
            return True
        else:
            value += self.numbers[last]
        self.numbers[last] = value
        self.terms[last] = f"{value:.12g}"
        self.written[last] += f" {written}"
        return True

    def _factor(self, word: str) -> float | None:
        """Return by how much a word multiplies a number; "m" is of money only."""
        known = self._known
        if self.written[-2:-1] and self.written[-2] in "$£€":
            return known.multiples.get(word, known.money.get(word))
        return known.multiples.get(word)

    def _goes_on(self, last: int, added: float) -> bool:
        """Say whether the last number goes on with a word: twenty | five."""
        value = self.numbers.get(last)
        if value is None:
            return False
        return 20 <= value < 100 and value % 10 == 0 and 0 < added < 10

    def _negate(self, written: str) -> None:
        self.negation_count += 1
        self._reach = 0
        self._add("not", written)
        self._reach = _REACH

    def _add(self, term: str, written: str) -> None:
        self.terms.append(term)
        self.written.append(written)
        if self._reach and term not in self._known.between:
            self.denied.add(term)
            self._reach = 0
        self._reach = max(0, self._reach - 1)

    def result(self) -> Wording:
        return _weigh(
            self._known.rarity,
            terms=tuple(self.terms),
            written=tuple(self.written),
            numbers=self.numbers,
            names=frozenset(self.names),
            dates=frozenset(self.dates),
            denied=frozenset(self.denied),
            negation_count=self.negation_count,
        )


def _weigh(
    rarity: Mapping[str, float], *, terms: tuple[str, ...], **others: Any
) -> Wording:
    """Return a wording of these terms, weighed by how rare each is."""
    weights = {term: rarity.get(term, 1.0) for term in dict.fromkeys(terms)}
    return Wording(terms=terms, weights=weights, **others)


def read_texts(values: Iterable[Claim | str]) -> dict[str, Wording]:
    """Return the wordings of texts, by the texts.

    Example:
        >>> [read.terms for read in read_texts(["It sank.", "It sank."]).values()]
        [('it', 'sink')]
    """
    texts = dict.fromkeys(map(_text_of, values))
    return {text: _read.__wrapped__(text) for text in texts}


class Pile:
    """Claims that lie together, weighed by how rare each term is among them.

    What many of them hold says little of any: where all tell of one harbour, its name
    makes no two of them one claim. So each term is as rare as it is in sentences at
    large and these claims together; what a hundred outlets copied is one claim here.

    Args:
        values: The claims.
        readings: The wordings of all their texts, where they were read before.

    Attributes:
        wordings: The wordings of the claims, in their order.

    Example:
        >>> alone = read_wording("The ferry sank off Gale Port")
        >>> pile = Pile(["The ferry sank off Gale Port"] + ["Gale Port"] * 99)
        >>> pile.wordings[0].weights["gal"] < alone.weights["gal"]
        True
        >>> pile.read("Gale Port").weights == pile.wordings[1].weights
        True
        >>> Pile([]).wordings
        ()
    """

    def __init__(
        self,
        values: Iterable[Claim | str],
        *,
        readings: Mapping[str, Wording] | None = None,
    ) -> None:
        texts = [_text_of(value) for value in values]
        by_text = read_texts(texts) if readings is None else readings
        read = {text: by_text[text] for text in texts}
        counts = Counter(term for each in read.values() for term in each.weights)
        total = len(read) + _AT_LARGE
        most = math.log(total)
        known = load_terms().rarity
        self._rarity = dict(known)
        for term, count in counts.items():
            rarity = known.get(term, 1.0)
            at_large = _AT_LARGE * math.exp(-_STEEPNESS * rarity)
            share = math.log(total / (count + at_large)) / most
            self._rarity[term] = min(rarity, max(_LEAST, share))
        weighed = {text: self._weighed(wording) for text, wording in read.items()}
        self.wordings = tuple(weighed[text] for text in texts)

    def read(self, value: Claim | str) -> Wording:
        """Return the wording of another claim or text, weighed as those of the pile.

        "#harbourfire" is read as two words where the pile knows both.
        """
        text = _text_of(value)
        if "#" in text or "@" in text:
            text = _MARKED.sub(self._apart, _ADDRESS.sub(" ", text))
        return self._weighed(_read(text))

    def _apart(self, marked: re.Match[str]) -> str:
        """Return two words that are written as one behind a mark, the commonest two."""
        word, terms, rarity = marked[1].lower(), load_terms().of, self._rarity
        if _SEAM.search(marked[1]) or terms[word] in rarity:
            return marked[0]
        splits = []
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first, second = terms[word[:at]], terms[word[at:]]
            if first in rarity and second in rarity:
                splits.append((rarity[first] + rarity[second], at))
        if not splits:
            return marked[0]
        _, at = min(splits)
        return f" {marked[1][:at]} {marked[1][at:]} "

    def _weighed(self, wording: Wording) -> Wording:
        return _weigh(
            self._rarity,
            terms=wording.terms,
            written=wording.written,
            numbers=wording.numbers,
            names=wording.names,
            dates=wording.dates,
            denied=wording.denied,
            negation_count=wording.negation_count,
        )


def _value(digits: str) -> float:
    """Return a number in digits; a second stop is none.

    A comma parts thousands, or is the decimal one where no three digits follow.

    Example:
        >>> _value("1,250.5"), _value("3,5"), _value("2.30.10")
        (1250.5, 3.5, 2.3)
    """
    comma = "" if "." in digits or _GROUPED.match(digits) else "."
    whole, _, rest = digits.replace(",", comma).partition(".")
    return float(f"{whole}.{rest.partition('.')[0] or 0}")


def _time(word: str) -> str | None:
    """Return a time of day on the clock of 24 hours; None for other words.

    Before ten o'clock and without "am" or a nought it may be of either half of the
    day, and keeps its one digit.

    Example:
        >>> [_time(w) for w in ("2.30 pm", "12am", "14:30", "2:30", "2.30")]
        ['14:30', '00:00', '14:30', '2:30', None]
    """
    found = _TIME.fullmatch(word)
    if not found or not (":" in word or found[3]):
        return None
    hour, minute, half = found.groups()
    if half:
        hour = f"{int(hour) % 12 + 12 * (half == 'p'):02}"
    return f"{hour}:{minute or '00'}"
