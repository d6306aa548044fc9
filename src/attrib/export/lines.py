"""Lines of JSON: records written one a line, and read back strictly.

Every line is a JSON text of its own, with its version, as `to_json` writes it. So files
can be joined, split, sorted and searched by line.
"""

from collections.abc import Iterable, Iterator

from attrib.errors import FormatError, UnsupportedTypeError
from attrib.export.json import from_json, to_json
from attrib.model.record import Assessment, Outcome

_SHOWN_FAULTS = 20


def to_lines(records: Iterable[Outcome | Assessment]) -> Iterator[str]:
    """Yield each record as a line of JSON, with its line end.

    Args:
        records: Outcomes and assessments, such as those of `Ledger.records`.

    Raises:
        UnsupportedTypeError: Something is neither, or one record was given alone.

    Example:
        >>> assessment = Assessment(source="Baltic Wire", reliability="B",
        ...     assessor="M. Holt", assessed="2024-03-01", recorded="2024-03-01")
        >>> [line] = to_lines([assessment])
        >>> line[:69]
        '{"attrib": 3, "type": "assessment", "value": {"source": "baltic wire"'
    """
    if isinstance(records, Outcome | Assessment) or not isinstance(records, Iterable):
        raise UnsupportedTypeError(
            "to_lines writes several records, such as a list, not one "
            f"{type(records).__name__}"
        )
    for record in records:
        if not isinstance(record, Outcome | Assessment):
            raise UnsupportedTypeError(
                f"lines hold outcomes and assessments, not {type(record).__name__}"
            )
        yield to_json(record) + "\n"


def from_lines(lines: Iterable[str]) -> tuple[Outcome | Assessment, ...]:
    """Read the records that `to_lines` wrote.

    Args:
        lines: Lines of JSON, such as a file opened as UTF-8; empty ones are passed
            over.

    Returns:
        The records in order.

    Raises:
        FormatError: A line is not such a record; the message lists the faults of all
            lines, with the number of each line, counted from 1.
        UnsupportedTypeError: Something is no line, or all lines were given as one str.

    Example:
        >>> from_lines([])
        ()
        >>> from_lines(["\\n", '{"attrib": 1, "type": "outcome", "value": 7}'])
        Traceback (most recent call last):
        attrib.errors.FormatError: line 2: value: found 7, wanted an object
    """
    if isinstance(lines, str):
        raise UnsupportedTypeError(
            "from_lines reads lines, not one str; use text.split('\\n')"
        )
    if not isinstance(lines, Iterable):
        raise UnsupportedTypeError(
            f"from_lines reads lines, such as an open file, not {type(lines).__name__}"
        )
    records: list[Outcome | Assessment] = []
    faults: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not isinstance(line, str):
            raise UnsupportedTypeError(
                f"line {number} is no str, but {type(line).__name__}; open the file "
                "as UTF-8"
            )
        if not line.strip():
            continue
        try:
            records.append(_read(line))
        except FormatError as error:
            told = str(error).replace("\n", "\n    ")
            faults.append(f"line {number}: {told}")
    if len(faults) > 1:
        shown = [f"\n  {fault}" for fault in faults[:_SHOWN_FAULTS]]
        if len(faults) > _SHOWN_FAULTS:
            shown.append(f"\n  and {len(faults) - _SHOWN_FAULTS} more")
        raise FormatError(f"{len(faults)} lines cannot be read:{''.join(shown)}")
    if faults:
        raise FormatError(faults[0])
    return tuple(records)


def _read(line: str) -> Outcome | Assessment:
    value = from_json(line)
    if not isinstance(value, Outcome | Assessment):
        raise FormatError(
            f"found {type(value).__name__}, wanted an outcome or an assessment"
        )
    return value
