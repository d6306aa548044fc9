"""Voices: who says what of which object, with all of one origin heard once.

Assertions become lists of whole numbers here, so that the methods that weigh them only
add and multiply. Nothing is ever concluded from agreement: two sources are one voice
where the caller says that they have one origin, and nowhere else.
"""

import math
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

import attrs

from attrib.errors import TruthError

S = TypeVar("S", bound=Hashable)
O = TypeVar("O", bound=Hashable)  # noqa: E741 - reads as source, object, value
V = TypeVar("V", bound=Hashable)

Origins = Mapping[S, Hashable] | Callable[[tuple[S, O, V]], Hashable | None]
"""Origin by source, or a function from an assertion to its origin."""

Shares = list[tuple[list[int], list[float]]]
"""For each of some things the numbers of others, and their shares in it."""


def spell_out(value: object) -> str:
    """Return the text by which values of any kind are put in order.

    It is the value's `repr`, with the members of a set in order, so that it is the same
    on every run.

    Example:
        >>> spell_out(frozenset({"b", "a"})), spell_out(("a", 1))
        ("{'a', 'b'}", "('a', 1)")
    """
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(spell_out, value))) + "}"
    if type(value) is tuple:
        return "(" + ", ".join(map(spell_out, value)) + ")"
    return repr(value)


@attrs.frozen
class Voices(Generic[S, O, V]):
    """Assertions by number: of origins, objects, values of an object, and voices.

    A voice is one origin that stands behind one value of one object. Its share says how
    much of the origin does: 1, unless sources of the origin, or one source, assert
    several values of the object. So an origin has one voice for each object, however
    many sources repeat it.

    Attributes:
        origins: The origins by number.
        objects: The objects by number.
        values: The values by number; equal values of two objects are two.
        object_of: The object of each value.
        values_of: The values of each object.
        voices_of: The voices behind each value.
        origin_of: The origin of each voice.
        value_of: The value of each voice.
        share_of: The share of each voice, above 0 and at most 1.
        sources_of: The sources of each voice, in order of their text.
        claims_of: For each source its voices, and how much of the source is in each.
    """

    origins: list[Hashable]
    objects: list[O]
    values: list[V]
    object_of: list[int]
    values_of: list[list[int]]
    voices_of: list[list[int]]
    origin_of: list[int]
    value_of: list[int]
    share_of: list[float]
    sources_of: list[tuple[S, ...]]
    claims_of: dict[S, list[tuple[int, float]]]

    @property
    def heard_of(self) -> Shares:
        """The origins behind each value."""
        return [
            ([self.origin_of[v] for v in voices], [self.share_of[v] for v in voices])
            for voices in self.voices_of
        ]

    @property
    def claimed_of(self) -> Shares:
        """The values behind which each origin stands."""
        claimed: Shares = [([], []) for _ in self.origins]
        for origin, value, share in zip(
            self.origin_of, self.value_of, self.share_of, strict=True
        ):
            values, shares = claimed[origin]
            values.append(value)
            shares.append(share)
        return claimed


def hear(
    assertions: Iterable[tuple[S, O, V]], *, origins: Origins[S, O, V] | None = None
) -> Voices[S, O, V]:
    """Return the voices of these assertions.

    Args:
        assertions: Source, object and value; the same one twice counts once.
        origins: Origin of each source, or of each assertion. A source without one, or
            with None, is its own origin.

    Raises:
        TruthError: An assertion is no triple, cannot be hashed or holds NaN, or an
            origin is so, or the origins are neither a mapping nor a function.

    Example:
        >>> heard = hear([("wire", "quay", "shut"), ("daily", "quay", "shut")],
        ...              origins={"daily": "wire"})
        >>> heard.origins, heard.sources_of, heard.share_of
        (['wire'], [('daily', 'wire')], [1.0])
    """
    heard = _by_object(assertions, origins)
    names: dict[Hashable, int] = {}
    voices: Voices[S, O, V] = Voices([], [], [], [], [], [], [], [], [], [], {})
    for about, said in heard.items():
        place = len(voices.objects)
        voices.objects.append(about)
        voices.values_of.append([])
        numbers: dict[V, int] = {}
        for origin, sources in said.items():
            number = names.setdefault(origin, len(names))
            shares: dict[V, dict[S, float]] = {}
            for source, values in sources.items():
                for value in values:
                    shares.setdefault(value, {})[source] = 1 / len(values)
            for value, of_source in shares.items():
                if value not in numbers:
                    numbers[value] = len(voices.values)
                    voices.values.append(value)
                    voices.object_of.append(place)
                    voices.values_of[-1].append(numbers[value])
                    voices.voices_of.append([])
                _add_voice(voices, number, numbers[value], of_source, len(sources))
    voices.origins.extend(names)
    return voices


def _add_voice(
    voices: Voices[S, O, V],
    origin: int,
    value: int,
    of_source: dict[S, float],
    source_count: int,
) -> None:
    """Add one origin's voice for one value; `source_count` speak for the origin."""
    voice = len(voices.origin_of)
    voices.voices_of[value].append(voice)
    voices.origin_of.append(origin)
    voices.value_of.append(value)
    voices.share_of.append(math.fsum(of_source.values()) / source_count)
    ordered = sorted(of_source, key=spell_out) if len(of_source) > 1 else of_source
    voices.sources_of.append(tuple(ordered))
    for source, part in of_source.items():
        voices.claims_of.setdefault(source, []).append((voice, part))


def _by_object(
    assertions: Iterable[tuple[S, O, V]], origins: Origins[S, O, V] | None
) -> dict[O, dict[Hashable, dict[S, dict[V, None]]]]:
    """Return, for each object and each origin, what its sources assert."""
    find = _origin_finder(origins)
    heard: dict[O, dict[Hashable, dict[S, dict[V, None]]]] = {}
    for assertion in _each(assertions):
        source, about, value = _open(assertion)
        origin = find((source, about, value))
        if origin is None:
            origin = source
        elif origin is not source:
            _check_origin(origin, source)
        sources = heard.setdefault(about, {}).setdefault(origin, {})
        sources.setdefault(source, {})[value] = None
    return heard


def _origin_finder(
    origins: Origins[S, O, V] | None,
) -> Callable[[tuple[S, O, V]], Hashable | None]:
    if origins is None:
        return lambda _: None
    if isinstance(origins, Mapping):
        return lambda assertion: origins.get(assertion[0])
    if callable(origins):
        return origins
    raise TruthError(
        "origins are a mapping from source to origin, or a function from an assertion "
        f"to its origin, not {origins!r:.60}"
    )


def _each(assertions: Iterable[tuple[S, O, V]]) -> Iterable[tuple[S, O, V]]:
    if isinstance(assertions, Iterable):
        return assertions
    raise TruthError(
        "assertions are triples of source, object and value, such as a list of them, "
        f"not {assertions!r:.60}"
    )


def _open(assertion: tuple[S, O, V]) -> tuple[S, O, V]:
    """Return source, object and value, each of which can be told from the others."""
    try:
        source, about, value = assertion
    except (TypeError, ValueError):
        raise _no_triple(assertion) from None
    if isinstance(assertion, str):
        raise _no_triple(assertion)
    try:
        hash((source, about, value))
    except TypeError:
        raise TruthError(
            f"source, object and value must be hashable, not as in {assertion!r:.200}"
        ) from None
    if not (_is_itself(source) and _is_itself(about) and _is_itself(value)):
        raise TruthError(
            "found a value that does not equal itself, such as NaN, in "
            f"{assertion!r:.200}; leave out assertions that say nothing"
        )
    return source, about, value


def _check_origin(origin: object, source: object) -> None:
    try:
        hash(origin)
    except TypeError:
        raise TruthError(
            f"the origin of {source!r:.60} must be hashable, not {origin!r:.60}"
        ) from None
    if not _is_itself(origin):
        raise TruthError(
            f"the origin of {source!r:.60} is {origin!r:.60}, which does not equal "
            "itself; an origin that is not known is None"
        )


def _is_itself(value: object) -> bool:
    """Say whether a value equals itself, as NaN and the NA of pandas do not."""
    try:
        return bool(value == value)
    except TypeError:
        return False


def _no_triple(found: Any) -> TruthError:
    return TruthError(
        f"an assertion is a triple of source, object and value, not {found!r:.200}"
    )
