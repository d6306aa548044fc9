"""Conversion: values to what JSON can hold, and strictly back, naming each fault."""

import datetime as dt
import enum
import functools
import json
import re
import types
import typing
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from attrib.errors import FormatError, SpanError
from attrib.model.attribution import Attribution, Relay
from attrib.model.chain import Chain, Link
from attrib.model.claim import Conflict
from attrib.model.document import Document
from attrib.model.grade import Evidence
from attrib.model.record import (
    Assessment,
    Outcome,
    TrackRecord,
    read_topic,
    record_key,
)
from attrib.model.report import Diagnostic, Report
from attrib.model.scale import Scale
from attrib.model.span import Passage, Span

if TYPE_CHECKING:
    from cattrs import Converter
    from cattrs.errors import ClassValidationError

_Hook = Callable[[Any, Any], Any]
VERSION = 3
"""The format that is written; files of every format up to it are read."""
_SINCE: dict[tuple[type, str], int] = {
    (Attribution, "terms"): 2,
    (Attribution, "likelihoods"): 2,
    (Attribution, "directness"): 2,
    (Attribution, "partners"): 2,
    (Attribution, "is_relaying"): 2,
    (Chain, "hedges"): 2,
    (Chain, "likelihood"): 2,
    (Chain, "published"): 3,
    (Conflict, "published"): 3,
    (Evidence, "later"): 3,
    (Link, "directness"): 2,
    (Link, "document_id"): 2,
    (Report, "agencies"): 2,
}
"""Fields that were not there in the first format, and the format that brought them."""
MISSING = object()
"""Stands for the value of a key that is not there."""

_SHOWN_CHARS = 60
_SHOWN_FAULTS = 20


class FaultError(FormatError):
    """What is wrong at one place; most of the place is known to whoever catches it."""

    def __init__(self, message: str, *, place: str = "") -> None:
        super().__init__(message)
        self.place = place


@attrs.frozen
class Constant:
    """NaN or an infinity, which Python's JSON reader takes although JSON has none."""

    name: str


class Doubled(dict[str, object]):
    """An object in which some keys, listed in `keys_doubled`, stand more than once."""

    keys_doubled: tuple[str, ...] = ()


def pair_up(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of key and value pairs that remembers which keys were doubled.

    Example:
        >>> pair_up([("a", 1), ("a", 2)]).keys_doubled
        ('a',)
    """
    read = dict(pairs)
    if len(read) == len(pairs):
        return read
    doubled = Doubled(read)
    counts = Counter(key for key, _ in pairs)
    doubled.keys_doubled = tuple(key for key, times in counts.items() if times > 1)
    return doubled


def unstructure(value: object) -> Any:
    """Return a value of the model as dicts, lists, strings and numbers.

    Example:
        >>> unstructure(Passage.of("It rained.", (0, 9)))
        {'spans': [[0, 9]], 'text': 'It rained'}
    """
    return _converter(VERSION).unstructure(value)


def structure(plain: object, of: type, *, place: str, version: int = VERSION) -> Any:
    """Return the value of type `of` that was unstructured, converting nothing.

    Fields that a format did not have yet keep their defaults.

    Args:
        plain: What JSON was read into; `pair_up` should have made its objects.
        of: A class of the model, or a tuple of one, such as `tuple[Report, ...]`.
        place: What to call the place of the whole in messages.
        version: The format it was written in.

    Raises:
        FormatError: It is no such value; the message lists every fault with its place.

    Example:
        >>> structure([[0, 4], [6, "9"]], tuple[Span, ...], place="spans")
        Traceback (most recent call last):
        attrib.errors.FormatError: spans[1][1]: found "9", wanted a whole number
    """
    from cattrs.errors import BaseValidationError

    try:
        return _converter(version).structure(plain, of)
    except (BaseValidationError, FaultError) as error:
        faults = [f"{where}: {what}" for where, what in _places(error, place)]
        raise format_error(faults) from None


def format_error(faults: Sequence[str]) -> FormatError:
    """Return one error for all faults of a JSON text; beyond twenty, their number.

    Example:
        >>> print(format_error(["type: missing", "value: missing"]))
        2 faults in this JSON:
          type: missing
          value: missing
    """
    if len(faults) == 1:
        return FormatError(faults[0])
    shown = [f"\n  {fault}" for fault in faults[:_SHOWN_FAULTS]]
    if len(faults) > _SHOWN_FAULTS:
        shown.append(f"\n  and {len(faults) - _SHOWN_FAULTS} more")
    return FormatError(f"{len(faults)} faults in this JSON:{''.join(shown)}")


def misfit(found: object, wanted: str) -> FaultError:
    """Return the fault of having found one thing where another was wanted."""
    if found is MISSING:
        return FaultError(f"missing, wanted {wanted}")
    return FaultError(f"found {show(found)}, wanted {wanted}")


def show(found: object) -> str:
    """Return what was found in JSON, short enough for a message.

    Example:
        >>> show({"a": 1}), show([1, 2]), show(None), show("1")
        ('an object', 'a list of 2', 'null', '"1"')
    """
    if isinstance(found, dict):
        return "an object"
    if isinstance(found, list):
        return f"a list of {len(found)}"
    if isinstance(found, Constant):
        return f"{found.name}, which is not JSON"
    shown = json.dumps(found, ensure_ascii=False)
    return shown if len(shown) <= _SHOWN_CHARS else f"{shown[: _SHOWN_CHARS - 1]}…"


def key_faults(value: dict[str, object], names: Sequence[str]) -> list[FaultError]:
    """Return a fault for each key that is unknown, and for each that is doubled.

    Example:
        >>> [str(fault) for fault in key_faults({"colour": 1}, ("name",))]
        ['unknown key "colour"']
    """
    unknown = [key for key in value if key not in names]
    doubled = value.keys_doubled if isinstance(value, Doubled) else ()
    return [
        *(FaultError(f"unknown key {show(key)}") for key in unknown),
        *(FaultError(f"key {show(key)} stands there twice") for key in doubled),
    ]


def _places(error: Exception, place: str) -> Iterator[tuple[str, str]]:
    """Yield every fault in a tree of cattrs' errors, with its place."""
    from cattrs.errors import AttributeValidationNote, IterableValidationNote

    if not isinstance(error, ExceptionGroup):
        yield place + getattr(error, "place", ""), str(error)
        return
    for inner in error.exceptions:
        step = ""
        for note in getattr(inner, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                step = f".{note.name}"
            elif isinstance(note, IterableValidationNote):
                step = f"[{note.index}]"
        yield from _places(inner, place + step)


@functools.cache
def _converter(version: int) -> "Converter":
    # Importing cattrs takes longer than importing all of attrib, which mostly is not
    # asked for JSON.
    from cattrs import Converter

    converter = Converter()
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_unstructure_hook(dt.date, lambda day: day.isoformat())
    converter.register_unstructure_hook(float, float)
    for of_labels in (enum.StrEnum, Scale):
        converter.register_structure_hook(of_labels, _read_member)
    converter.register_unstructure_hook(enum.StrEnum, lambda member: member.value)
    converter.register_unstructure_hook(Scale, str)
    for of, wanted in _PLAIN.items():
        converter.register_structure_hook(of, _plain_hook(of, wanted))
    converter.register_structure_hook_factory(
        functools.partial(_is_made_of, tuple),
        lambda of: _list_hook(typing.get_args(of)[0], converter),
    )
    converter.register_structure_hook_factory(
        functools.partial(_is_made_of, types.UnionType),
        lambda of: _optional_hook(of, converter),
    )
    converter.register_structure_hook_factory(
        attrs.has, lambda of: _object_hook(of, converter, version)
    )
    converter.register_structure_hook(float, _read_number)
    converter.register_structure_hook(dt.date, _read_day)
    converter.register_structure_hook(Span, _read_span)
    return converter


_PLAIN: dict[type, str] = {
    str: "a string",
    int: "a whole number",
    bool: "true or false",
}


def _is_made_of(wanted: type, found: object) -> bool:
    return typing.get_origin(found) is wanted


def _plain_hook(of: type, wanted: str) -> _Hook:
    def read(value: Any, _: Any) -> Any:
        # A bool is an int to Python, but not to JSON.
        if type(value) is not of:
            raise misfit(value, wanted)
        return value

    return read


def _read_number(value: Any, _: Any) -> float:
    # JavaScript writes 1.0 as 1.
    if type(value) not in (int, float):
        raise misfit(value, "a number")
    return float(value)


def _read_member(value: Any, of: type[enum.Enum]) -> enum.Enum:
    values: dict[str, enum.Enum] = {member.value: member for member in of}
    if not isinstance(value, str) or value not in values:
        raise misfit(value, f"one of {', '.join(values)}")
    return values[value]


_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _read_day(value: Any, _: Any) -> dt.date:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise misfit(value, 'a day such as "2023-11-28"')


def _read_moment(value: Any, _: Any) -> dt.date | None:
    """Read a day or a moment; which it is can be told from its time of day."""
    if value is None:
        return None
    try:
        if isinstance(value, str) and "T" in value:
            return dt.datetime.fromisoformat(value)
        return _read_day(value, None)
    except ValueError:
        wanted = 'a day or moment such as "2023-11-28T09:05:00+02:00", or null'
        raise misfit(value, wanted) from None


def _read_id(value: Any, _: Any) -> str:
    # The model would put the text's hash in place of an empty one.
    if not isinstance(value, str) or not value:
        raise misfit(value, "a string that is not empty")
    return value


def _read_key(value: Any, _: Any) -> str:
    # The model would take any name, and make the key of it.
    if not isinstance(value, str) or not value or record_key(value) != value:
        raise misfit(value, "the key of a source, as record_key makes it")
    return value


def _read_optional_key(value: Any, _: Any) -> str | None:
    return None if value is None else _read_key(value, None)


def _read_optional_topic(value: Any, _: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or read_topic(value) != value:
        raise misfit(value, "a topic, as read_topic makes it, or null")
    return value


def _read_interval(value: Any, _: Any) -> tuple[float, ...]:
    if type(value) is not list or len(value) != 2:
        raise misfit(value, "an interval [low, high]")
    return tuple(_read_each(value, _read_number, float))


_FIELDS: dict[type, tuple[tuple[str, _Hook], ...]] = {
    Document: (("id", _read_id), ("published", _read_moment)),
    Outcome: (
        ("id", _read_id),
        ("source", _read_key),
        ("topic", _read_optional_topic),
    ),
    Assessment: (
        ("id", _read_id),
        ("source", _read_optional_key),
        ("topic", _read_optional_topic),
    ),
    TrackRecord: (("source", _read_key), ("interval", _read_interval)),
}
"""How fields are read of which the model would make something else."""


def _read_span(value: Any, _: Any) -> Span:
    if type(value) is not list or len(value) != 2:
        raise misfit(value, "a span [start, end]")
    start, end = _read_each(value, _plain_hook(int, _PLAIN[int]), int)
    return Span(start, end)


def _list_hook(item: type, converter: "Converter") -> _Hook:
    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise misfit(value, "a list")
        return tuple(_read_each(value, converter.get_structure_hook(item), item))

    return read


def _read_each(values: list[Any], read: _Hook, item: type) -> list[Any]:
    """Return every value read; if some cannot be, raise all their faults at once."""
    from cattrs.errors import IterableValidationError, IterableValidationNote

    structured, faults = [], []
    for place, value in enumerate(values):
        try:
            structured.append(read(value, item))
        except (FaultError, SpanError, ExceptionGroup) as error:
            error.add_note(IterableValidationNote("", place, item))
            faults.append(error)
    if faults:
        raise IterableValidationError("", faults, list)
    return structured


def _optional_hook(of: Any, converter: "Converter") -> _Hook:
    (inner,) = [arm for arm in typing.get_args(of) if arm is not types.NoneType]
    read_inner = converter.get_structure_hook(inner)

    def read(value: Any, _: Any) -> Any:
        if value is None:
            return None
        try:
            return read_inner(value, inner)
        except FaultError as fault:
            raise FaultError(f"{fault} or null", place=fault.place) from None

    return read


def _object_hook(of: Any, converter: "Converter", version: int) -> _Hook:
    from cattrs.errors import ClassValidationError
    from cattrs.gen import make_dict_structure_fn, override

    own = {name: override(struct_hook=hook) for name, hook in _FIELDS.get(of, ())}
    read_fields = make_dict_structure_fn(of, converter, **own)  # type: ignore[arg-type]  # these are fields, not options
    names = tuple(
        field.name
        for field in attrs.fields(of)
        if _SINCE.get((of, field.name), 1) <= version
    )

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise misfit(value, "an object")
        faults: list[Exception] = list(key_faults(value, names))
        # Keys with a default are wanted, too, once the format has them: every reader
        # refuses MISSING.
        fields = {name: value.get(name, MISSING) for name in names}
        try:
            structured = read_fields(fields, of)
        except ClassValidationError as error:
            misquotes = _find_misquotes(fields, converter, error)
            faults.extend(misquotes or error.exceptions)
        if faults:
            raise ClassValidationError("", faults, of)
        return structured

    return read


def _find_misquotes(
    fields: dict[str, Any], converter: "Converter", error: "ClassValidationError"
) -> list[FaultError]:
    """Return a fault for each passage or place that a report's text does not hold.

    The model says what is wrong, but not always with which one. There is none
    to find unless the model refused sound parts.
    """
    is_refused = any(isinstance(inner, SpanError) for inner in error.exceptions)
    if error.cl is not Report or not is_refused:
        return []
    text = converter.structure(fields["document"], Document).text
    faults = []
    attributions = converter.structure(fields["attributions"], tuple[Attribution, ...])
    agencies = converter.structure(fields.get("agencies", []), tuple[Relay, ...])
    held = [
        (f".attributions[{place}].{field}", passage)
        for place, attribution in enumerate(attributions)
        for field, passage in _named_parts(attribution)
    ]
    held += [
        (f".agencies[{place}].mention", credit.mention)
        for place, credit in enumerate(agencies)
    ]
    for where, passage in held:
        try:
            said = Passage.of(text, *passage.spans).text
            if said == passage.text:
                continue
            message = f"found {show(passage.text)}, but the text says {show(said)}"
        except SpanError as beyond:
            message = str(beyond)
        faults.append(FaultError(message, place=where))
    diagnostics = converter.structure(fields["diagnostics"], tuple[Diagnostic, ...])
    for place, diagnostic in enumerate(diagnostics):
        if diagnostic.span is not None and diagnostic.span.end > len(text):
            message = f"ends beyond the text, which has {len(text)} characters"
            faults.append(FaultError(message, place=f".diagnostics[{place}].span"))
    return faults


def _named_parts(attribution: Attribution) -> Iterator[tuple[str, Passage]]:
    for field in ("mention", "cue", "content", "addressee"):
        passage = getattr(attribution, field)
        if passage is not None:
            yield field, passage
    for place, hedge in enumerate(attribution.hedges):
        yield f"hedges[{place}]", hedge
    for place, stated in enumerate(attribution.likelihoods):
        yield f"likelihoods[{place}].words", stated.words
    for place, relay in enumerate(attribution.relays):
        yield f"relays[{place}].mention", relay.mention
