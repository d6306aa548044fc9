"""What the words of a date leave open, settled by the day of publication.

Nothing here reads text: `dates` turns words into a `Wording`, and `settle` turns a
wording into days.
"""

import calendar
import datetime as dt
import enum

import attrs

from attrib.model.period import Period

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
"""English names of the days of the week, Monday first, as in ISO 8601."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English names of the months."""

_LEAP_GAP_YEARS = 8
"""February 29 comes back within so many years (1896 to 1904)."""


class Grain(enum.StrEnum):
    """How long the stretch is that the words name."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


class Part(enum.StrEnum):
    """Which part of the stretch is meant: a third of it, or what lies around today."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    EARLIER = "earlier"
    LATER = "later"


class Aim(enum.StrEnum):
    """Where to look for a date whose year or week is not said."""

    BACK = "up to"
    AHEAD = "from"
    LAST = "before"
    NEXT = "after"
    THIS = "of"


_STEPS = {Aim.BACK: -1, Aim.LAST: -1, Aim.THIS: 0, Aim.AHEAD: 1, Aim.NEXT: 1}
_OPPOSITES = {Aim.BACK: Aim.NEXT, Aim.AHEAD: Aim.LAST}


@attrs.frozen(kw_only=True)
class Wording:
    """What the words of one date say, and no more.

    Attributes:
        grain: How long a stretch they name.
        year, month, day: Numbers that are said; months count from 1.
        last_day: The last day of a range within one month.
        last_year: The last year of a range of years.
        weekday: Day of the week, Monday 0.
        offset: Distance from the present stretch of this grain: -1 for "last week"
            and "yesterday", 0 for "today".
        year_offset: The same for the year of a day or a month ("May last year").
        part: The part of the stretch that is meant.
        aim: Where "last", "this" or "next" before a name points, or None.
        fault: Why the words cannot be settled, or empty.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    weekday: int | None = None
    offset: int | None = None
    year_offset: int | None = None
    part: Part | None = None
    aim: Aim | None = None
    fault: str = ""

    @property
    def has_year(self) -> bool:
        """Whether the words can be settled without the day of publication."""
        return self.year is not None

    @property
    def name(self) -> str:
        """The day, month or weekday in words, year left out."""
        if self.month is not None:
            days = "" if self.day is None else f" {self.day}"
            days += "" if self.last_day is None else f"-{self.last_day}"
            return MONTHS[self.month - 1] + days
        return "" if self.weekday is None else WEEKDAYS[self.weekday]


@attrs.frozen
class Settled:
    """The days that were meant, or None, and how that was concluded."""

    period: Period | None
    reason: str


def settle(
    wording: Wording, published: dt.date | None, *, aim: Aim = Aim.BACK
) -> Settled:
    """Return the days that a wording means when read on a given day.

    Args:
        wording: What the words say.
        published: The day they are read from, or None when it is not known.
        aim: Where to look when the words name no year or week and point nowhere
            themselves.

    Example:
        >>> tuesday = Wording(grain=Grain.DAY, weekday=1)
        >>> settle(tuesday, dt.date(2023, 11, 30)).reason
        'the last Tuesday up to 2023-11-30'
        >>> print(settle(tuesday, dt.date(2023, 11, 30)).period)
        2023-11-28
        >>> settle(tuesday, None)
        Settled(period=None, reason='the day of publication is not known')
    """
    if wording.fault:
        return Settled(None, wording.fault)
    try:
        if wording.has_year:
            return _in_year(wording, wording.year or 0, "written in full")
        if published is None:
            return Settled(None, "the day of publication is not known")
        if wording.offset is not None:
            return _relative(wording, wording.offset, published)
        if wording.year_offset is not None:
            year = published.year + wording.year_offset
            return _in_year(wording, year, f"in the year {year}, from {published}")
        if wording.month is not None:
            return _nearest_year(wording, wording.month, published, wording.aim or aim)
        return _nearest_weekday(wording.weekday or 0, published, wording.aim or aim)
    except (OverflowError, ValueError):
        # February 30, November 22-20, the year 0: dates in form, but in no calendar.
        return Settled(None, "the calendar has no such days")


def _in_year(wording: Wording, year: int, reason: str) -> Settled:
    """Settle a day, month or year in a year that is known."""
    reason += _why_part(wording.part)
    if wording.month is None:
        years = Period(dt.date(year, 1, 1), Period.year(wording.last_year or year).end)
        return Settled(_part_of(years, wording.part), reason)
    if wording.day is None:
        month = Period.month(year, wording.month)
        return Settled(_part_of(month, wording.part), reason)
    first = dt.date(year, wording.month, wording.day)
    if wording.weekday not in (None, first.weekday()):
        reason += f"; but that is a {WEEKDAYS[first.weekday()]}"
    last = dt.date(year, wording.month, wording.last_day or wording.day)
    return Settled(Period(first, last + dt.timedelta(days=1)), reason)


def _relative(wording: Wording, offset: int, published: dt.date) -> Settled:
    """Settle a stretch counted from the present one ("last week")."""
    if wording.grain is Grain.DAY:
        period = Period.day(published + dt.timedelta(days=offset))
    elif wording.grain is Grain.MONTH:
        years, month = divmod(published.month - 1 + offset, 12)
        period = Period.month(published.year + years, month + 1)
    elif wording.grain is Grain.YEAR:
        period = Period.year(published.year + offset)
    else:
        monday = published + dt.timedelta(days=7 * offset - published.weekday())
        period = Period(monday, monday + dt.timedelta(days=7))
        if wording.weekday is not None:
            period = Period.day(monday + dt.timedelta(days=wording.weekday))
        elif wording.grain is Grain.WEEKEND:
            period = Period(monday + dt.timedelta(days=5), period.end)
    period = _part_of(period, wording.part, published)
    anchor = str(published) if wording.grain is Grain.DAY else f"that of {published}"
    plural = "" if abs(offset) == 1 else "s"
    side = "before" if offset < 0 else "after"
    distance = f"{abs(offset)} {wording.grain}{plural} {side} {anchor}"
    reason = f"the {wording.grain} {distance}"
    if offset == 0:
        reason = f"the {wording.grain} of {published}"
    elif wording.grain is Grain.DAY:
        reason = distance
    if wording.weekday is not None:
        reason = f"the {wording.name} of {reason}"
    return Settled(period, reason + _why_part(wording.part))


def _why_part(part: Part | None) -> str:
    if part is None:
        return ""
    if part in (Part.EARLIER, Part.LATER):
        return f"; the days {'up to' if part is Part.EARLIER else 'from'} that day"
    return f"; the {'middle' if part is Part.MID else part} third of it"


def _nearest_year(
    wording: Wording, month: int, published: dt.date, aim: Aim
) -> Settled:
    """Settle a day or month without a year in the nearest year where `aim` points."""
    reason = _why(aim, wording.name, published)
    year = _year_towards(aim, published, month, wording.day)
    if wording.day is None or wording.weekday is None or aim not in _OPPOSITES:
        return _in_year(wording, year, reason)
    # "Friday, December 1" read at the end of November lies ahead: the weekday says so.
    other = _year_towards(_OPPOSITES[aim], published, month, wording.day)
    here, there = (dt.date(y, month, wording.day).weekday() for y in (year, other))
    if here != wording.weekday == there:
        day_name = WEEKDAYS[wording.weekday]
        reason = f"the {wording.name} nearest {published} that is a {day_name}"
        year = other
    return _in_year(wording, year, reason)


def _year_towards(aim: Aim, published: dt.date, month: int, day: int | None) -> int:
    """Return the first year in a direction that has the day on the wanted side.

    Raises:
        ValueError: No year has that day.
    """
    step = _STEPS[aim]
    present = (published.year, published.month, published.day)[: 3 if day else 2]
    for count in range(_LEAP_GAP_YEARS + 1):
        year = published.year + count * step
        place = (year, month, day)[: len(present)]
        on_side = step == 0 or (place < present if step < 0 else place > present)
        if not (on_side or (place == present and aim in _OPPOSITES)):
            continue
        if day is None or day <= calendar.monthrange(year, month)[1]:
            return year
    raise ValueError(f"no {MONTHS[month - 1]} has a day {day}")


def _nearest_weekday(weekday: int, published: dt.date, aim: Aim) -> Settled:
    """Settle a day of the week in the nearest week where `aim` points."""
    ahead_days = (weekday - published.weekday()) % 7
    if aim is Aim.THIS:
        days = weekday - published.weekday()
    elif aim is Aim.AHEAD:
        days = ahead_days
    elif aim is Aim.NEXT:
        days = ahead_days or 7
    elif aim is Aim.BACK:
        days = ahead_days - 7 if ahead_days else 0
    else:
        days = ahead_days - 7
    day = published + dt.timedelta(days=days)
    name = WEEKDAYS[weekday]
    if aim is Aim.THIS:
        return Settled(Period.day(day), f"the {name} of the week of {published}")
    return Settled(Period.day(day), _why(aim, name, published))


def _why(aim: Aim, name: str, published: dt.date) -> str:
    if aim is Aim.THIS:
        return f"the {name} of the year {published.year}, from {published}"
    return f"the {'last' if _STEPS[aim] < 0 else 'first'} {name} {aim} {published}"


def _part_of(
    period: Period, part: Part | None, published: dt.date | None = None
) -> Period:
    """Return a third of a period, or what lies on one side of a day in it.

    A third of a year is four months; the last third of other stretches takes the
    days that are left over. The day itself belongs to both sides.
    """
    if part is None:
        return period
    if part is Part.EARLIER and published is not None:
        return Period(period.start, min(published + dt.timedelta(days=1), period.end))
    if part is Part.LATER and published is not None:
        return Period(max(published, period.start), period.end)
    if period == Period.year(period.start.year):
        first, second = (dt.date(period.start.year, month, 1) for month in (5, 9))
    else:
        first, second = (
            period.start + dt.timedelta(days=period.day_count // 3 * thirds)
            for thirds in (1, 2)
        )
    if part is Part.EARLY:
        return Period(period.start, first)
    return Period(first, second) if part is Part.MID else Period(second, period.end)
