"""JSON: values written with a version, and read back strictly."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrib.errors import FormatError, UnsupportedTypeError, caret
from attrib.export.conversion import (
    MISSING,
    VERSION,
    Constant,
    format_error,
    key_faults,
    misfit,
    pair_up,
    show,
    structure,
    unstructure,
)
from attrib.model.attribution import Attribution
from attrib.model.chain import Chain
from attrib.model.claim import Claim, Conflict, Variant
from attrib.model.document import Document
from attrib.model.grade import Grade
from attrib.model.record import Assessment, Outcome
from attrib.model.report import Report
from attrib.model.source import Source

_TYPES: dict[str, type] = {
    "report": Report,
    "chain": Chain,
    "document": Document,
    "attribution": Attribution,
    "source": Source,
    "outcome": Outcome,
    "assessment": Assessment,
    "claim": Claim,
    "variant": Variant,
    "conflict": Conflict,
    "grade": Grade,
}
_NAMES = {of: name for name, of in _TYPES.items()}

Value = (
    Report
    | Chain
    | Document
    | Attribution
    | Source
    | Outcome
    | Assessment
    | Claim
    | Variant
    | Conflict
    | Grade
)


def to_json(value: Value | Sequence[Value], *, indent: int | None = None) -> str:
    """Write a value, or a sequence of values of one type, as JSON.

    Every key is written, in the order the classes define; equal values give equal
    text. Spans are pairs `[start, end]` of code points. The text holds non-ASCII
    characters as they are, so write it out as UTF-8. (A lone surrogate is escaped;
    only a high one directly before a low one cannot be, since JSON would read the two
    as one character.)

    Args:
        value: A report, chain, document, attribution, source, outcome, assessment,
            claim, variant, conflict or grade, or a tuple or list of one of them. An
            empty one counts as reports.
        indent: Spaces for each level, from 0; on one line by default.

    Raises:
        UnsupportedTypeError: The value is none of these, a sequence is mixed, or the
            indent is no whole number from 0.

    Example:
        >>> print(to_json(Source("Ada Lind", kind="person"))[:69])
        {"attrib": 3, "type": "source", "value": {"name": "Ada Lind", "kind":
        >>> from_json(to_json((Document("It rained."),)))[0].text
        'It rained.'
        >>> from_json(to_json([]))
        ()
    """
    if indent is not None and (type(indent) is not int or indent < 0):
        raise UnsupportedTypeError(
            f"indent is a whole number of spaces from 0, or None, not {indent!r:.60}"
        )
    if not isinstance(value, list | tuple):
        head, tail = _frame(_name_of(type(value)), indent)
        return head + _encode(value, indent, 1) + tail
    found = list(dict.fromkeys(_name_of(type(item)) for item in value)) or ["report"]
    if len(found) > 1:
        raise UnsupportedTypeError(
            f"a sequence is written as JSON when all its values are of one type, and "
            f"this one holds {' and '.join(found)}"
        )
    return "".join(_iterate(value, found[0], indent))


def iterate_json(
    reports: Iterable[Report], *, indent: int | None = None
) -> Iterator[str]:
    """Yield the JSON of many reports piece by piece, each as soon as it is there.

    Args:
        reports: Reports; taken one at a time, so that they need not fit in memory.
        indent: As in `to_json`.

    Returns:
        Pieces that, joined, are `to_json(tuple(reports), indent=indent)`.

    Example:
        >>> "".join(iterate_json([])) == to_json(())
        True
    """
    yield from _iterate(reports, "report", indent)


def _iterate(values: Iterable[Value], name: str, indent: int | None) -> Iterator[str]:
    head, tail = _frame(f"{name}s", indent)
    yield f"{head}["
    is_empty = True
    for value in values:
        comma = "" if is_empty else ", " if indent is None else ","
        yield comma + _new_line(indent, 2) + _encode(value, indent, 2)
        is_empty = False
    yield ("" if is_empty else _new_line(indent, 1)) + f"]{tail}"


def _name_of(of: type) -> str:
    if of not in _NAMES:
        wanted = ", ".join(kind.__name__ for kind in _NAMES)
        article = "an" if of.__name__[0].lower() in "aeiou" else "a"
        found = "None" if of is type(None) else f"{article} {of.__name__}"
        raise UnsupportedTypeError(
            f"{found} cannot be written as JSON; wanted one of {wanted}, or a tuple or "
            "list of one of them"
        )
    return _NAMES[of]


def _frame(type_name: str, indent: int | None) -> tuple[str, str]:
    """Return what stands before and after the value in the envelope."""
    empty = {"attrib": VERSION, "type": type_name, "value": 0}
    head, _, tail = json.dumps(empty, indent=indent).rpartition("0")
    return head, tail


def _new_line(indent: int | None, depth: int) -> str:
    return "" if indent is None else "\n" + " " * (indent * depth)


_SPAN_LINES = re.compile(r"\[\n *(\d+),\n *(\d+)\n *\]")
_ONE_SPAN_LINES = re.compile(r"\[\n *(\[\d+, \d+\])\n *\]")
_LONE_SURROGATE = re.compile(
    "[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]"
)


def _encode(value: object, indent: int | None, depth: int) -> str:
    plain = unstructure(value)
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=indent)
    text = _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    if indent is None:
        return text
    # A string in JSON holds no line end, so these only ever meet real lists.
    text = _ONE_SPAN_LINES.sub(r"[\1]", _SPAN_LINES.sub(r"[\1, \2]", text))
    return text.replace("\n", _new_line(indent, depth))


def from_json(text: str) -> Any:
    """Read a value that `to_json` wrote.

    Reading is strict: nothing is converted, no key may be missing, unknown or doubled,
    and the value must hold together as if it were built in Python. A whole number is
    taken where a decimal is wanted, since JSON has only one type for both. What older
    versions of attrib wrote is read, too; what they did not know has its default.

    Args:
        text: JSON in any layout; not the name of a file. A byte order mark before it
            is left out.

    Returns:
        The value; a tuple where a sequence was written.

    Raises:
        FormatError: The text is not JSON, or not such a value; the message lists each
            fault with its place, what was found and what was wanted.
        UnsupportedTypeError: The text is no str.

    Example:
        >>> from_json('{"attrib": 2, "type": "sources", "value": []}')
        ()
        >>> from_json('{"attrib": 2, "type": "chains", "value": [7]}')
        Traceback (most recent call last):
        attrib.errors.FormatError: value[0]: found 7, wanted an object
    """
    if not isinstance(text, str):
        raise UnsupportedTypeError(
            f"from_json reads a str, not {type(text).__name__}; "
            + ("read the file" if hasattr(text, "__fspath__") else "decode bytes")
            + " as UTF-8"
        )
    version, type_name, value = _open_envelope(_decode(text.removeprefix("\ufeff")))
    of = _TYPES[type_name.removesuffix("s")]
    wanted = tuple[of, ...] if type_name.endswith("s") else of  # type: ignore[valid-type]  # a type made at run time
    return structure(value, wanted, place="value", version=version)


_PATH = re.compile(r"""[^\n"{\[]{0,500}(?:\.\w{1,8}|[/\\][^\n"{\[]{1,250})\s*""")


def _decode(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=pair_up, parse_constant=Constant)
    except json.JSONDecodeError as error:
        found = f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}"
        hint = (
            "\nfrom_json takes the JSON text, not the name of its file: read the file "
            "first, as UTF-8"
            if _PATH.fullmatch(text)
            else ""
        )
        raise FormatError(f"{found}\n{caret(text, error.pos)}{hint}") from None
    except RecursionError:
        raise FormatError("lists or objects are nested too deeply to read") from None
    except ValueError as error:
        # Python reads no number of more than some thousand digits.
        raise FormatError(f"a number is too long to read: {error}") from None


def _open_envelope(read: object) -> tuple[int, str, object]:
    """Return version, type's name and value, or raise for what is not an envelope."""
    if not isinstance(read, dict):
        raise FormatError(
            f"found {show(read)}, wanted an object with the keys attrib, type, value"
        )
    version, type_name = read.get("attrib", MISSING), read.get("type", MISSING)
    if type(version) is int and version > VERSION:
        raise FormatError(
            f"attrib: the file is from a newer attrib (format {version}); this one "
            f"reads formats up to {VERSION}: upgrade attrib to read it"
        )
    faults = [str(fault) for fault in key_faults(read, ("attrib", "type", "value"))]
    if type(version) is not int or version < 1:
        wanted = f"the version of the format, from 1 to {VERSION}"
        faults.append(f"attrib: {misfit(version, wanted)}")
    names = [name + plural for name in _TYPES for plural in ("", "s")]
    if not isinstance(type_name, str) or type_name not in names:
        wanted = f"one of {', '.join(names)}"
        faults.append(f"type: {misfit(type_name, wanted)}")
    if "value" not in read:
        faults.append("value: missing")
    if faults:
        raise format_error(faults)
    assert isinstance(type_name, str)
    assert isinstance(version, int)
    return version, type_name, read["value"]
