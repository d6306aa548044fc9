import calendar
import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.errors import ModelError
from attrib.model.period import Period

days = st.dates(max_value=dt.date(9999, 12, 30))
years = st.integers(1, 9998)
periods = (
    st.tuples(st.dates(), st.dates())
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Period(min(pair), max(pair)))
)


@given(days)
def test_a_day_is_one_day_long_and_holds_itself(day: dt.date) -> None:
    period = Period.day(day)
    assert period.day_count == 1
    assert period.contains(day)
    assert str(period) == day.isoformat()


@given(years, st.integers(1, 12))
@example(9998, 12)
@example(999, 2)
def test_a_month_is_a_month_long(year: int, month: int) -> None:
    period = Period.month(year, month)
    assert period.day_count == calendar.monthrange(year, month)[1]
    assert str(period) == f"{year:04}-{month:02}"


@given(years)
def test_a_year_is_its_months_from_first_to_last(year: int) -> None:
    period = Period.year(year)
    assert period.start == Period.month(year, 1).start
    assert period.end == Period.month(year, 12).end
    assert str(period) == f"{year:04}"


@given(periods, st.dates())
def test_a_period_holds_its_start_and_not_its_end(period: Period, day: dt.date) -> None:
    assert period.contains(period.start)
    assert not period.contains(period.end)
    assert period.contains(day) == (0 <= (day - period.start).days < period.day_count)


@given(periods)
@example(Period(dt.date(9999, 1, 1), dt.date(9999, 3, 1)))
def test_every_period_is_written_with_its_first_day_and_tells_its_last(
    period: Period,
) -> None:
    written = str(period)
    last = period.end - dt.timedelta(days=1)
    assert period.start.isoformat().startswith(written.split("/")[0])
    assert last.isoformat().startswith(written.split("/")[-1])


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2023-11-28", "2023-11-30", "2023-11-28/2023-11-29"),
        ("2023-10-01", "2023-12-01", "2023-10-01/2023-11-30"),
        ("2023-07-01", "2024-07-01", "2023-07-01/2024-06-30"),
        ("2022-01-01", "2024-01-01", "2022-01-01/2023-12-31"),
    ],
    ids=["two days", "two months", "twelve months from July", "two years"],
)
def test_a_period_that_is_no_day_month_or_year_names_first_and_last_day(
    start: str, end: str, written: str
) -> None:
    period = Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    assert str(period) == written


@given(st.datetimes(max_value=dt.datetime(9999, 12, 30)))
def test_a_datetime_stands_for_its_day(moment: dt.datetime) -> None:
    period = Period.day(moment)
    assert period == Period.day(moment.date())
    assert type(period.start) is dt.date
    assert period.contains(moment)


@given(periods, periods)
def test_periods_sort_by_their_first_day(one: Period, other: Period) -> None:
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))


def test_a_period_without_a_day_is_an_error() -> None:
    with pytest.raises(ModelError, match="holds no day"):
        Period(dt.date(2023, 11, 28), dt.date(2023, 11, 28))


def test_a_bound_that_is_no_date_is_an_error() -> None:
    with pytest.raises(ModelError, match="on a date, not on '2023'"):
        Period("2023", dt.date(2024, 1, 1))  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize("year", [0, 9999, 123456789012345678901])
def test_a_year_outside_the_calendar_is_an_error(year: int) -> None:
    with pytest.raises(ModelError, match=f"of year {year}|of year {year + 1}"):
        Period.year(year)


@pytest.mark.parametrize("month", [0, 13])
def test_a_month_that_does_not_exist_is_an_error(month: int) -> None:
    with pytest.raises(ModelError, match=f"not month {month} of year 2023"):
        Period.month(2023, month)


def test_the_last_day_of_the_calendar_is_in_no_period() -> None:
    with pytest.raises(ModelError, match="no day follows 9999-12-31"):
        Period.day(dt.date.max)


@pytest.mark.parametrize("wrong", [None, "2024", 1.5], ids=repr)
def test_what_is_no_day_month_or_year_is_an_error_that_shows_it(wrong: Any) -> None:
    with pytest.raises(ModelError, match=f"not on {wrong!r}"):
        Period.day(wrong)
    for make in (Period.year, lambda year: Period.month(year, 1)):
        with pytest.raises(ModelError, match=f"are whole numbers, not {wrong!r}"):
            make(wrong)


def test_a_moment_is_of_its_day() -> None:
    moment = dt.datetime(2024, 3, 1, 23, 59)
    assert Period.day(moment) == Period.day(dt.date(2024, 3, 1))
