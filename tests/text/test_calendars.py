import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.model.period import Period
from attrib.text.calendars import Aim, Grain, Part, Wording, settle

any_days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
PUBLISHED = dt.date(2023, 11, 28)

wordings = st.builds(
    Wording,
    grain=st.sampled_from(Grain),
    year=st.none() | st.integers(0, 2100),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(0, 31),
    last_day=st.none() | st.integers(0, 31),
    last_year=st.none() | st.integers(0, 2100),
    weekday=st.none() | st.integers(0, 6),
    offset=st.none() | st.integers(-999, 1),
    year_offset=st.none() | st.integers(-1, 1),
    part=st.none() | st.sampled_from(Part),
    aim=st.none() | st.sampled_from(Aim),
)


@given(wordings, st.none() | any_days, st.sampled_from(Aim))
@example(Wording(grain=Grain.WEEK, offset=1), dt.date.max, Aim.BACK)
@example(Wording(grain=Grain.DAY, month=2, day=29), dt.date.min, Aim.BACK)
def test_every_wording_is_settled_or_has_a_reason_not_to_be(
    wording: Wording, published: dt.date | None, aim: Aim
) -> None:
    settled = settle(wording, published, aim=aim)
    assert settled.reason
    if published is None and wording.year is None:
        assert settled.period is None


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)),
    st.integers(1, 12),
    st.sampled_from([Aim.BACK, Aim.AHEAD, Aim.LAST, Aim.NEXT]),
)
def test_a_month_lies_on_the_side_where_it_is_looked_for(
    published: dt.date, month: int, aim: Aim
) -> None:
    period = settle(Wording(grain=Grain.MONTH, month=month), published, aim=aim).period
    assert period is not None
    present = Period.month(published.year, published.month)
    sides = {
        Aim.BACK: period <= present,
        Aim.AHEAD: period >= present,
        Aim.LAST: period < present,
        Aim.NEXT: period > present,
    }
    assert sides[aim]
    assert abs((period.start - present.start).days) <= 366


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)),
    st.integers(0, 6),
    st.sampled_from(Aim),
)
def test_a_weekday_lies_within_a_week_of_the_day_it_is_read_on(
    published: dt.date, weekday: int, aim: Aim
) -> None:
    period = settle(
        Wording(grain=Grain.DAY, weekday=weekday), published, aim=aim
    ).period
    assert period is not None
    days = (period.start - published).days
    sides = {
        Aim.BACK: -7 < days <= 0,
        Aim.AHEAD: 0 <= days < 7,
        Aim.LAST: -7 <= days < 0,
        Aim.NEXT: 0 < days <= 7,
        Aim.THIS: days == weekday - published.weekday(),
    }
    assert sides[aim]


@given(
    st.sampled_from([Grain.WEEK, Grain.MONTH, Grain.YEAR]),
    st.integers(-50, 50),
    st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)),
)
def test_the_thirds_of_a_stretch_make_up_the_whole(
    grain: Grain, offset: int, published: dt.date
) -> None:
    def read(part: Part | None) -> Period:
        wording = Wording(grain=grain, offset=offset, part=part)
        period = settle(wording, published).period
        assert period is not None
        return period

    whole, early, mid, late = map(read, (None, Part.EARLY, Part.MID, Part.LATE))
    assert (early.start, early.end, mid.end) == (whole.start, mid.start, late.start)
    assert late.end == whole.end


def test_february_29_is_looked_for_in_a_leap_year() -> None:
    leap_day = Wording(grain=Grain.DAY, month=2, day=29)
    assert str(settle(leap_day, dt.date(1903, 5, 1)).period) == "1896-02-29"
    assert str(settle(leap_day, PUBLISHED, aim=Aim.AHEAD).period) == "2024-02-29"


def test_the_weekday_tells_last_year_from_next_year() -> None:
    friday = Wording(grain=Grain.DAY, month=12, day=1, weekday=4)
    settled = settle(friday, PUBLISHED)
    assert str(settled.period) == "2023-12-01"
    assert settled.reason == "the December 1 nearest 2023-11-28 that is a Friday"


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        (Wording(grain=Grain.DAY, offset=0), "the day of 2023-11-28"),
        (Wording(grain=Grain.DAY, offset=-2), "2 days before 2023-11-28"),
        (
            Wording(grain=Grain.WEEK, offset=-1),
            "the week 1 week before that of 2023-11-28",
        ),
        (
            Wording(grain=Grain.WEEK, offset=1, weekday=0),
            "the Monday of the week 1 week after that of 2023-11-28",
        ),
        (
            Wording(grain=Grain.MONTH, month=10, part=Part.MID),
            "the last October up to 2023-11-28; the middle third of it",
        ),
        (
            Wording(grain=Grain.MONTH, offset=0, part=Part.EARLIER),
            "the month of 2023-11-28; the days up to that day",
        ),
        (
            Wording(grain=Grain.DAY, month=5, day=4, year_offset=-1),
            "in the year 2022, from 2023-11-28",
        ),
        (
            Wording(grain=Grain.DAY, weekday=4, aim=Aim.THIS),
            "the Friday of the week of 2023-11-28",
        ),
        (
            Wording(grain=Grain.DAY, month=12, day=1, aim=Aim.THIS),
            "the December 1 of the year 2023, from 2023-11-28",
        ),
        (Wording(grain=Grain.DAY, fault="unclear"), "unclear"),
    ],
)
def test_the_reason_tells_how_the_days_were_found(
    wording: Wording, reason: str
) -> None:
    assert settle(wording, PUBLISHED).reason == reason
