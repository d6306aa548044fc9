"""Stretches of time in whole days."""

import datetime as dt

import attrs

from attrib.errors import ModelError


def _day(value: dt.date) -> dt.date:
    """Return a day; a datetime is a date too, but does not compare with one."""
    # The NaT of pandas is a datetime, but does not equal itself.
    if not isinstance(value, dt.date) or value != value:
        raise ModelError(f"a period begins and ends on a date, not on {value!r:.60}")
    return value.date() if isinstance(value, dt.datetime) else value


def _check_ints(*numbers: int) -> None:
    for number in numbers:
        if not isinstance(number, int):
            raise ModelError(f"years and months are whole numbers, not {number!r:.60}")


def _first(year: int, month: int) -> dt.date:
    """Return the first day of a month."""
    try:
        return dt.date(year, month, 1)
    except (ValueError, OverflowError) as error:
        raise ModelError(
            f"wanted years 1 to 9999, months 1 to 12 and an end within them, "
            f"not month {month} of year {year}"
        ) from error


@attrs.frozen(order=True)
class Period:
    """A half-open stretch [start, end) of calendar days, as the text dates them.

    A day is one day long and a month a month: a text that says "in October" is not
    made more exact than it is. Days have no time zone, and a datetime stands for its
    day. The last day of the calendar, 9999-12-31, lies in no period.

    Attributes:
        start: Its first day.
        end: The day after its last one.

    Raises:
        ModelError: It would hold no day, or days outside the calendar.

    Example:
        >>> str(Period.month(2023, 10)), Period.month(2023, 10).day_count
        ('2023-10', 31)
        >>> str(Period.day(dt.date(2023, 11, 28)))
        '2023-11-28'
    """

    start: dt.date = attrs.field(converter=_day)
    end: dt.date = attrs.field(converter=_day)

    def __attrs_post_init__(self) -> None:
        if not self.start < self.end:
            raise ModelError(
                f"period [{self.start}, {self.end}) holds no day: wanted start < end"
            )

    @classmethod
    def day(cls, day: dt.date) -> "Period":
        """Return the period of one day; a datetime stands for its day.

        Raises:
            ModelError: It is no date, or the last day of the calendar.
        """
        day = _day(day)
        if day.toordinal() == dt.date.max.toordinal():
            raise ModelError(f"no day follows {day}, so no period ends after it")
        return cls(day, day + dt.timedelta(days=1))

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """Return the period of one calendar month, months from 1 to 12.

        Raises:
            ModelError: There is no such month, or the calendar ends with it.
        """
        _check_ints(year, month)
        following = (year + 1, 1) if month == 12 else (year, month + 1)
        return cls(_first(year, month), _first(*following))

    @classmethod
    def year(cls, year: int) -> "Period":
        """Return the period of one calendar year.

        Raises:
            ModelError: There is no such year, or the calendar ends with it.
        """
        _check_ints(year)
        return cls(_first(year, 1), _first(year + 1, 1))

    @property
    def day_count(self) -> int:
        """Its length in days, at least 1."""
        return (self.end - self.start).days

    def contains(self, day: dt.date) -> bool:
        """Say whether a day lies in the period; a datetime stands for its day.

        Raises:
            ModelError: It is no date.

        Example:
            >>> Period.year(2024).contains(dt.date(2024, 12, 31))
            True
        """
        return self.start <= _day(day) < self.end

    def __str__(self) -> str:
        """Return the shortest ISO form: a day, a month, a year, or first/last day."""
        last = self.end - dt.timedelta(days=1)
        if self.start == last:
            return self.start.isoformat()
        if self.start.day == 1 and self.end.day == 1:
            years = self.end.year - self.start.year
            month_count = 12 * years + self.end.month - self.start.month
            if month_count == 1:
                return self.start.isoformat()[: len("2023-10")]
            if month_count == 12 and self.start.month == 1:
                return self.start.isoformat()[: len("2023")]
        return f"{self.start.isoformat()}/{last.isoformat()}"
