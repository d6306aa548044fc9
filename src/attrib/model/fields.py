"""Fields: every value holds what its annotations say, checked when it is made.

What is written as JSON is read strictly, so nothing may be held that could not be read.
"""

import datetime as dt
import enum
import math
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from attrib.errors import ModelError

_PLAIN = (tuple, list)
"""What several values mostly come in; asked first, it is faster."""
_Check = Callable[[Any], bool]
_WORDS = {
    str: "a string",
    int: "a whole number",
    float: "a finite number",
    bool: "True or False",
    dt.date: "a date",
    types.NoneType: "None",
}


def check_types(cls: type, fields: list[Any]) -> list[Any]:
    """Have a class of attrs check its fields; its `field_transformer`.

    Tuples are made of any iterable but text, and labels of their strings. Fields with
    another converter are left to that.

    Raises:
        ModelError: When a value is made: a field is of the wrong type.

    Example:
        >>> import attrs
        >>> @attrs.frozen(field_transformer=check_types)
        ... class Boat:
        ...     name: str
        ...     crew: tuple[str, ...] = ()
        >>> Boat("Gale", ["Ada", "Ben"]).crew
        ('Ada', 'Ben')
        >>> Boat("Gale", ["Ada", 5])
        Traceback (most recent call last):
        attrib.errors.ModelError: Boat.crew[1]: found 5, wanted a string
    """
    return [field if field.inherited else _checked(cls, field) for field in fields]


def _checked(cls: type, field: Any) -> Any:
    place = f"{cls.__name__}.{field.name}"
    if typing.get_origin(field.type) is tuple:
        return field.evolve(converter=_tuple_reader(field.type, place))
    if isinstance(field.converter, enum.EnumType):
        return field.evolve(converter=_label_reader(field.converter, place))
    if field.converter is not None or not field.init:
        return field
    return field.evolve(validator=_validator(field.type, place))


def _validator(of: Any, place: str) -> Callable[[Any, Any, Any], None]:
    exact, fits, wanted = _exact(of), _check_of(of), _name(of)

    def validate(_: Any, __: Any, value: Any) -> None:
        if type(value) is not exact and not fits(value):
            _refuse(place, value, wanted)

    def validate_optional(_: Any, __: Any, value: Any) -> None:
        if value is not None and type(value) is not exact and not fits(value):
            _refuse(place, value, wanted)

    return validate_optional if fits(None) else validate


def _tuple_reader(of: Any, place: str) -> Callable[[Any], tuple[Any, ...]]:
    item, *others = typing.get_args(of)
    exact, fits, wanted = _exact(item), _check_of(item), _name(item)
    several, are_many = _name(of), others == [...]

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) not in _PLAIN and (
            isinstance(value, str | bytes) or not isinstance(value, Iterable)
        ):
            _refuse(place, value, several)
        held = tuple(value)
        if not are_many and len(held) != 1 + len(others):
            _refuse(place, value, several)
        for each in held:
            if type(each) is not exact and not fits(each):
                number = next(at for at, one in enumerate(held) if one is each)
                _refuse(f"{place}[{number}]", each, wanted)
        return held

    # This is what `help` shows of the field.
    read.__annotations__ = {"value": Iterable[item] if are_many else of}  # type: ignore[valid-type]  # a type made at run time
    return read


def _label_reader(labels: Any, place: str) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is labels:
            return value
        try:
            return labels(value)
        except ModelError as error:
            raise ModelError(f"{place}: {error}") from None

    read.__annotations__ = {"value": labels | str}
    return read


def _refuse(place: str, value: object, wanted: str) -> NoReturn:
    raise ModelError(f"{place}: found {value!r:.60}, wanted {wanted}")


def _exact(of: Any) -> type | None:
    """Return a class whose own values need no further check, which is most of them."""
    if typing.get_origin(of) is types.UnionType:
        of = typing.get_args(of)[0]
    return of if isinstance(of, type) and of is not float else None


def _check_of(of: Any) -> _Check:
    """Return what says whether a value is of a type, as JSON tells types apart."""
    origin = typing.get_origin(of)
    if origin is types.UnionType:
        (inner,) = (arm for arm in typing.get_args(of) if arm is not types.NoneType)
        fits = _check_of(inner)
        return lambda value: value is None or fits(value)
    if origin is tuple:
        return _tuple_check(typing.get_args(of))
    if origin is Mapping:
        of_key, of_value = map(_check_of, typing.get_args(of))
        return lambda value: (
            isinstance(value, Mapping)
            and all(of_key(key) and of_value(each) for key, each in value.items())
        )
    # A bool is an int to Python.
    if of is int:
        return lambda value: isinstance(value, int) and not isinstance(value, bool)
    if of is float:
        return _is_finite
    return lambda value: isinstance(value, of)


def _tuple_check(items: tuple[Any, ...]) -> _Check:
    first, *others = items
    checks = [_check_of(first)] if others == [...] else list(map(_check_of, items))

    def fits(value: Any) -> bool:
        if not isinstance(value, tuple):
            return False
        if others == [...]:
            return all(map(checks[0], value))
        return len(value) == len(checks) and all(
            check(each) for check, each in zip(checks, value, strict=True)
        )

    return fits


def _is_finite(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value)


def _name(of: Any) -> str:
    origin, items = typing.get_origin(of), typing.get_args(of)
    if origin is types.UnionType:
        return " or ".join(map(_name, items))
    if origin is Mapping:
        return f"a mapping from {_name(items[0])} to {_name(items[1])}"
    if origin is tuple:
        if items[-1] is ...:
            return f"a tuple of {getattr(items[0], '__name__', items[0])}"
        return f"a tuple of {' and '.join(map(_name, items))}"
    if of in _WORDS:
        return _WORDS[of]
    return f"{'an' if of.__name__[0] in 'AEIOU' else 'a'} {of.__name__}"
