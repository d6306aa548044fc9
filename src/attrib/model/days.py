"""Days: one reading of them, wherever a day or a moment is given."""

import datetime as dt
import re

from attrib.errors import ModelError

_WEEK = re.compile(r"\d{4}-?W\d\d(?!-?\d)", re.ASCII)
"""A week without its day, which ISO 8601 has, too."""
_DAY_CHARS = len("2024-03-01")
"""What is longer has a time of day."""


def read_moment(value: dt.date | str) -> dt.date:
    """Return a date or datetime that was given as one, or as an ISO 8601 string.

    Args:
        value: A datetime stays one (it is a date, too). Of strings all forms of
            ISO 8601 are read that tell a day: "2024-03-01", "20240301", "2024-W09-5",
            each alone or with a time of day, as in "2024-03-01T10:00:00Z".

    Raises:
        ModelError: It is none of these.

    Example:
        >>> read_moment("2024-W09-5"), read_moment("2024-03-01T10:00")
        (datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1, 10, 0))
    """
    # The NaT of pandas is a datetime, but does not equal itself.
    if isinstance(value, dt.date) and value == value:
        return value
    if isinstance(value, str) and not _WEEK.match(value):
        reading = dt.date if len(value) <= _DAY_CHARS else dt.datetime
        try:
            return reading.fromisoformat(value)
        except ValueError:
            pass
    raise ModelError(f"found {value!r:.60}, wanted a day: a date or '2024-03-01'")


def read_day(value: dt.date | str) -> dt.date:
    """Return the day of a date, a datetime or an ISO 8601 string.

    Args:
        value: As `read_moment` takes it; a moment stands for its day in its own time
            zone.

    Raises:
        ModelError: It is none of these.

    Example:
        >>> read_day("2024-03-01") == read_day(dt.datetime(2024, 3, 1, 23, 59))
        True
    """
    moment = read_moment(value)
    return moment.date() if isinstance(moment, dt.datetime) else moment
