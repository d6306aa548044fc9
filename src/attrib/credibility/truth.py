"""Truth discovery: which of several values is right, and who usually is, unlabelled.

Sources contradict one another, and nobody says who is right. Whoever is often borne out
by the others is believed more, and what they assert with him. What is known of the
origins of the assertions goes in; agreement never counts as dependence.
"""

import datetime as dt
import enum
import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import attrs

from attrib.credibility.fixpoints import (
    average_log,
    count_votes,
    find_truth,
    invest,
    invest_pooled,
    sum_links,
)
from attrib.credibility.ledger import Ledger
from attrib.credibility.one_coin import UNKNOWN, judge
from attrib.credibility.voices import O, Origins, S, V, Voices, hear, spell_out
from attrib.errors import ModelError, TruthError, UnknownObjectError
from attrib.model.record import record_key
from attrib.model.source import Source

N = TypeVar("N", bound=Source | str)

_SAME = 1e-9
"""Beliefs that differ by no more, relative to the larger, are one: rounding."""

_NAMED_COUNT = 5
"""How many origins of a value are named in a reason."""


class Method(enum.StrEnum):
    """How values and sources are weighed.

    All but `vote` go round in a circle: who says true things is trusted, and what the
    trusted say is true.
    """

    VOTE = "vote"
    SUMS = "sums"
    AVERAGE_LOG = "average-log"
    INVESTMENT = "investment"
    POOLED_INVESTMENT = "pooled-investment"
    TRUTHFINDER = "truthfinder"
    ONE_COIN = "one-coin"


_BELIEFS: dict[Method, Callable[[Voices[Any, Any, Any]], list[float]]] = {
    Method.VOTE: count_votes,
    Method.SUMS: sum_links,
    Method.AVERAGE_LOG: average_log,
    Method.INVESTMENT: invest,
    Method.POOLED_INVESTMENT: invest_pooled,
    Method.TRUTHFINDER: find_truth,
}


@attrs.frozen(kw_only=True)
class Voice(Generic[S]):
    """One origin that stands behind a value, and the sources through which it is heard.

    Attributes:
        origin: What the sources have as their origin; a source that has none is its
            own.
        sources: The sources that assert the value, in order of their text.
        accuracy: How often the origin is right, from 0 to 1.
        share: How much of the origin is behind this value, above 0 and at most 1; less
            than 1 when it is heard with several values of the object.
    """

    origin: Hashable
    sources: tuple[S, ...]
    accuracy: float
    share: float


@attrs.frozen(kw_only=True)
class Discovery(Generic[S, O, V]):
    """Which values are right, who is accurate, and which origins say so.

    Attributes:
        belief: For each object how far each of its asserted values is to be believed,
            from 0 to 1; they sum to 1. Only "one-coin" means a probability by it.
        accuracy: For each source how often it is right, from 0 to 1. By "one-coin" that
            is the expected share of its claims that are, as the other origins see it,
            its prior included; by the other methods the mean belief in them.
        voices: For each object and each of its values the origins behind it, the most
            accurate first.
        method: How it was found.
    """

    belief: Mapping[O, Mapping[V, float]]
    accuracy: Mapping[S, float]
    voices: Mapping[O, Mapping[V, tuple[Voice[S], ...]]]
    method: Method

    def best(self, about: O) -> V:
        """Return the value of an object to be believed most.

        Of several that share the first place it is the one whose `repr` comes first in
        code point order (sets by their ordered members), whatever was asserted first.

        Raises:
            UnknownObjectError: Nothing was asserted of the object.

        Example:
            >>> said = [("Ada", "quay", "shut"), ("Ben", "quay", "open")]
            >>> found = discover_truth(said)
            >>> found.best("quay"), found.leaders("quay")
            ('open', ('open', 'shut'))
        """
        return self.leaders(about)[0]

    def leaders(self, about: O) -> tuple[V, ...]:
        """Return the values that share the first place, in the order of `best`.

        Raises:
            UnknownObjectError: Nothing was asserted of the object.
        """
        beliefs = self._beliefs(about)
        most = max(beliefs.values())
        first = [value for value, belief in beliefs.items() if _is_same(belief, most)]
        return tuple(sorted(first, key=spell_out) if len(first) > 1 else first)

    def reasons(self, about: O) -> tuple[str, ...]:
        """Return in words why each value of an object is believed as far as it is.

        Raises:
            UnknownObjectError: Nothing was asserted of the object.

        Example:
            >>> said = [("wire", "quay", "shut"), ("daily", "quay", "shut"),
            ...         ("Ada", "quay", "open")]
            >>> found = discover_truth(said, origins={"daily": "wire"})
            >>> for reason in found.reasons("quay"):
            ...     print(reason)
            'open', believed at 0.50: 1 origin, 'Ada' (right in 0.65)
            'shut', believed at 0.50: 1 origin, 'wire' (right in 0.65, by 2 sources)
            2 values share the first place; best() takes the first by its repr
        """
        beliefs = self._beliefs(about)
        voices = self.voices[about]
        ordered = sorted(beliefs, key=lambda v: (-beliefs[v], spell_out(v)))
        told = [
            f"{value!r}, believed at {beliefs[value]:.2f}: {_tell(voices[value])}"
            for value in ordered
        ]
        tied_count = len(self.leaders(about))
        if tied_count > 1:
            told.append(
                f"{tied_count} values share the first place; "
                "best() takes the first by its repr"
            )
        return tuple(told)

    def _beliefs(self, about: O) -> Mapping[V, float]:
        try:
            return self.belief[about]
        except (KeyError, TypeError):  # What cannot be hashed is no object, either.
            raise UnknownObjectError(
                f"nothing was asserted of {about!r:.60}; "
                f"there are {len(self.belief)} other objects"
            ) from None


def discover_truth(
    assertions: Iterable[tuple[S, O, V]],
    *,
    method: Method | str = Method.ONE_COIN,
    origins: Origins[S, O, V] | None = None,
    priors: Mapping[Any, tuple[float, float]] | None = None,
) -> Discovery[S, O, V]:
    """Return which asserted values are to be believed, and which sources.

    Give the origins wherever they are known: sources that repeat one origin are one
    voice then, and without it the loudest rumour looks like the best confirmed news.
    They are never guessed, as accurate sources agree with one another, too.

    Args:
        assertions: Triples of source, object ("height of the tower") and value, of
            anything hashable, in any order; the same one twice counts once. A source
            that asserts several values of an object gives each a part of its voice.
        method: "one-coin" (default), "vote", "sums", "average-log", "investment",
            "pooled-investment" or "truthfinder".
        origins: A mapping from source to origin, or a function from an assertion to its
            origin. A source that is missing there, or has None, is its own origin; an
            origin may itself be a source.
        priors: For "one-coin": how often an origin (a source that is its own, too) was
            right and wrong so far, as the two parameters of a Beta distribution. Others
            are taken for right in three of four, on the strength of one claim.

    Returns:
        Beliefs, accuracies and the voices behind them; without assertions all empty.

    Raises:
        TruthError: There is no such method, an assertion is no triple, or holds what
            cannot be hashed or does not equal itself (NaN), origins are neither a
            mapping nor a function, or a prior is not two finite numbers above 0, or
            is given to another method.

    Example:
        >>> said = [("Ada", "tower", "87 m"), ("Ada", "bridge", 1886),
        ...         ("Ben", "tower", "87 m"), ("Ben", "bridge", 1886),
        ...         ("Cem", "tower", "92 m"), ("Cem", "gate", "oak"),
        ...         ("Ada", "gate", "elm")]
        >>> found = discover_truth(said)
        >>> found.best("tower"), found.best("gate")
        ('87 m', 'elm')
        >>> round(found.belief["gate"]["elm"], 2)
        0.91
        >>> found.accuracy["Ada"] > found.accuracy["Cem"]
        True
        >>> discover_truth([]).belief
        {}
    """
    chosen = _method(method)
    if priors is not None and chosen is not Method.ONE_COIN:
        raise TruthError(f"priors are for the method 'one-coin', not for '{chosen}'")
    known = _check({} if priors is None else priors)
    voices = hear(assertions, origins=origins)
    if not voices.origins:
        return Discovery(belief={}, accuracy={}, voices={}, method=chosen)
    if chosen is not Method.ONE_COIN:
        beliefs = _apart(voices, _BELIEFS[chosen](voices))
        record = _Record([beliefs[value] for value in voices.value_of], {}, (0.0, 0.0))
        return _discovery(voices, chosen, beliefs, record)
    given = [known.get(origin, UNKNOWN) for origin in voices.origins]
    judged = judge(voices, given)
    record = _Record(judged.merits, known, UNKNOWN)
    return _discovery(voices, chosen, judged.beliefs, record)


def recall_priors(
    ledger: Ledger,
    origins: Iterable[N],
    *,
    as_of: dt.date | str,
    topic: str | None = None,
    half_life_days: float | None = 30.0,
) -> dict[N, tuple[float, float]]:
    """Return what a ledger held of origins on a day, as priors for `discover_truth`.

    Their confirmed and failed claims are added to what is held of everybody.

    Args:
        ledger: The ledger.
        origins: Sources or their names; one twice counts once.
        as_of: The day; what was recorded later is left out.
        topic: Only claims on this topic; by default all claims.
        half_life_days: After how many days an outcome weighs half; None for never.

    Returns:
        A prior for each origin with any claim that held or did not. Others are left
        out, and are what everybody is taken for.

    Raises:
        ModelError: The ledger, a name, the day or an option is none, or the origins
            are not several.
        LedgerError: The ledger cannot be read.

    Example:
        >>> from attrib.model.record import Outcome
        >>> ledger = Ledger()
        >>> ledger.record(Outcome(source="Ben", claim=f"claim-{n}", verdict="confirmed",
        ...     settled="2024-03-01", recorded="2024-03-01", settled_by="port desk")
        ...     for n in range(8))
        8
        >>> recall_priors(ledger, ["Ada", "Ben"], as_of="2024-03-01")
        {'Ben': (8.75, 0.25)}
    """
    if not isinstance(ledger, Ledger):
        raise ModelError(f"found {type(ledger).__name__}, wanted a Ledger")
    if isinstance(origins, str | bytes) or not isinstance(origins, Iterable):
        raise ModelError(
            f"origins are several sources or names, such as a list, not {origins!r:.60}"
        )
    named = list(origins)
    for each in named:
        record_key(each)  # refuse what is no name before it is hashed
    found = {}
    for origin in dict.fromkeys(named):
        track = ledger.track_record(
            origin, as_of=as_of, topic=topic, half_life_days=half_life_days
        )
        if track.evidence_count:
            right, wrong = UNKNOWN
            found[origin] = (right + track.weight_for, wrong + track.weight_against)
    return found


def _method(name: Method | str) -> Method:
    try:
        return Method(name)
    except ValueError:
        names = ", ".join(repr(method.value) for method in Method)
        raise TruthError(
            f"found the method {name!r:.60}, wanted one of {names}"
        ) from None


def _check(
    priors: Mapping[Any, tuple[float, float]],
) -> Mapping[Any, tuple[float, float]]:
    """Return the priors when each is two finite numbers above 0."""
    if not isinstance(priors, Mapping):
        raise TruthError(
            "priors are a mapping from origin to how often it was right and wrong, "
            f"not {priors!r:.60}"
        )
    for origin, prior in priors.items():
        try:
            is_sound = len(prior) == 2 and all(0 < each < math.inf for each in prior)
        except TypeError:
            is_sound = False
        if not is_sound:
            raise TruthError(
                f"the prior of {origin!r:.60} is {prior!r:.60}, "
                "wanted how often it was right and wrong, two finite numbers above 0"
            )
    return priors


def _apart(voices: Voices[Any, Any, Any], beliefs: Sequence[float]) -> list[float]:
    """Return beliefs that sum to 1 for each object; where all are 0, even ones."""
    apart = list(beliefs)
    for values in voices.values_of:
        total = math.fsum([beliefs[value] for value in values])
        for value in values:
            apart[value] = beliefs[value] / total if total else 1 / len(values)
    return apart


@attrs.frozen
class _Record:
    """How far each voice is right, and what was known of origins before."""

    merits: Sequence[float]
    known: Mapping[Any, tuple[float, float]]
    unknown: tuple[float, float]

    def accuracy(self, origin: object, claims: Sequence[tuple[int, float]]) -> float:
        """Return how often whoever made these claims is right: voices, with parts."""
        right, wrong = self.known.get(origin, self.unknown)
        hits = math.fsum([self.merits[voice] * part for voice, part in claims])
        count = math.fsum([part for _, part in claims])
        return min((right + hits) / (right + wrong + count), 1.0)


def _discovery(
    voices: Voices[S, O, V], method: Method, beliefs: Sequence[float], record: _Record
) -> Discovery[S, O, V]:
    claims: list[list[tuple[int, float]]] = [[] for _ in voices.origins]
    for voice, (origin, share) in enumerate(
        zip(voices.origin_of, voices.share_of, strict=True)
    ):
        claims[origin].append((voice, share))
    accuracies = [
        record.accuracy(name, made)
        for name, made in zip(voices.origins, claims, strict=True)
    ]

    def behind(value: int) -> tuple[Voice[S], ...]:
        found = [
            Voice(
                origin=voices.origins[voices.origin_of[voice]],
                sources=voices.sources_of[voice],
                accuracy=accuracies[voices.origin_of[voice]],
                share=voices.share_of[voice],
            )
            for voice in voices.voices_of[value]
        ]
        if len(found) > 1:
            found.sort(key=lambda each: (-each.accuracy, spell_out(each.origin)))
        return tuple(found)

    belief: dict[O, dict[V, float]] = {}
    heard: dict[O, dict[V, tuple[Voice[S], ...]]] = {}
    for about, values in zip(voices.objects, voices.values_of, strict=True):
        belief[about] = {voices.values[value]: beliefs[value] for value in values}
        heard[about] = {voices.values[value]: behind(value) for value in values}
    return Discovery(
        belief=belief,
        accuracy={
            source: record.accuracy(source, made)
            for source, made in voices.claims_of.items()
        },
        voices=heard,
        method=method,
    )


def _is_same(belief: float, most: float) -> bool:
    return most - belief <= _SAME * most


def _tell(voices: Sequence[Voice[Any]]) -> str:
    """Return in words which origins stand behind a value."""
    named = []
    for voice in voices[:_NAMED_COUNT]:
        details = [f"right in {voice.accuracy:.2f}"]
        if voice.sources != (voice.origin,):
            count = len(voice.sources)
            details.append(f"by {count} source{'s' if count > 1 else ''}")
        if voice.share < 1:
            details.append(f"with {voice.share:.2f} of its voice")
        named.append(f"{voice.origin!r} ({', '.join(details)})")
    left = len(voices) - len(named)
    if left:
        named.append(f"and {left} more")
    plural = "s" if len(voices) > 1 else ""
    return f"{len(voices)} origin{plural}, {', '.join(named)}"
