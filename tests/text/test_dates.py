import datetime as dt
import re

import pytest
import regex  # it ships no types
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.text.calendars import MONTHS, WEEKDAYS
from attrib.text.dates import DatedSpan, find_dates
from attrib.text.expressions import DATE_WORDS, date_pattern

PUBLISHED = dt.date(2023, 11, 28)
"""A Tuesday."""

WORDS = """
    Nov November. may May March march Tuesday tues sun Sat 28 28th 2023 2100 0000 30 1
    last next this the of in on between and to - – ( ) , . / : early mid- late earlier
    week weekend month year years days ago a few two twenty- day before after yesterday
    tomorrow today tonight morning will said coming past second 11/11/2023 2023-02-30
    29.02.2023 February İ ß people % ' ’ “ ”
"""

published_days = st.none() | st.dates() | st.just(PUBLISHED)
date_like_texts = st.lists(
    st.tuples(st.sampled_from(WORDS.split()), st.sampled_from([" ", "", "\n", "\n\n"])),
    max_size=12,
).map(lambda pieces: "".join(word + gap for word, gap in pieces))
texts = st.text() | date_like_texts


def mark(text: str, dates: tuple[DatedSpan, ...]) -> str:
    """Return the text with each date in brackets."""
    for found in reversed(dates):
        start, end = found.span.start, found.span.end
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def periods(marked: str, *, published: dt.date | None = PUBLISHED) -> list[str]:
    """Check that the dates of a text are those in brackets; return their days."""
    text = re.sub(r"[\[\]]", "", marked)
    dates = find_dates(text, published=published)
    assert mark(text, dates) == marked
    return [str(found.period) for found in dates]


@given(texts, published_days)
@example("May 31 - February 30", dt.date.max)
@example("next Friday, 999 years ago, tomorrow", dt.date.max)
@example("February 29, yesterday, last week", dt.date.min)
@example("İ Nov. 28", None)
def test_dates_stand_in_the_text_in_order_and_apart(
    text: str, published: dt.date | None
) -> None:
    place = 0
    for found in find_dates(text, published=published):
        assert place <= found.span.start
        assert found.span.end <= len(text)
        place = found.span.end
        said = found.span.of(text)
        assert said == said.strip()
        assert re.search(r"[^\W_]", said)
        assert found.reason


@given(texts)
def test_every_date_holds_a_figure_or_a_word_that_dates_are_made_of(text: str) -> None:
    for found in find_dates(text):
        said = found.span.of(text).lower()
        words = re.findall(r"[^\W\d_]+", said)
        assert re.search(r"[0-9]", said) or not DATE_WORDS.isdisjoint(words)


@given(texts, texts, published_days)
@example("It will open in", "May", PUBLISHED)
@example("x" * 77 + " goodwill", "on Friday", PUBLISHED)
def test_a_paragraph_before_shifts_dates_and_changes_nothing_else(
    before: str, text: str, published: dt.date | None
) -> None:
    prefix = before + "\n\n"
    alone = find_dates(text, published=published)
    prefixed = find_dates(prefix + text, published=published)
    assert [d for d in prefixed if d.span.start >= len(prefix)] == [
        DatedSpan(found.span.shift(len(prefix)), found.period, found.reason)
        for found in alone
    ]


@given(texts, st.integers(0, 20), st.integers(0, 60))
def test_reading_a_stretch_is_reading_its_text_alone(
    text: str, start: int, length: int
) -> None:
    end = start + length
    inside = find_dates(text, published=PUBLISHED, start=start, end=end)
    assert inside == tuple(
        DatedSpan(found.span.shift(start), found.period, found.reason)
        for found in find_dates(text[start:end], published=PUBLISHED)
    )


FULL_FORMS = (
    "{month} {day}, {year}",
    "{month} {day}{th}, {year}",
    "{short}. {day}, {year}",
    "{short} {day} {year}",
    "{day} {month} {year}",
    "{day}{th} of {month} {year}",
    "{day:02} {short} {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday}, {month} {day}, {year}",
    "{weekday} ({month} {day}, {year})",
    "{weekday} the {day}{th} of {month}, {year}",
    "{year}-{number:02}-{day:02}",
)


def say(form: str, day: dt.date) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return form.format(
        month=MONTHS[day.month - 1],
        short=MONTHS[day.month - 1][:3],
        weekday=WEEKDAYS[day.weekday()],
        number=day.month,
        day=day.day,
        year=day.year,
        th="th" if day.day in (11, 12, 13) else ending,
    )


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)),
    st.sampled_from(FULL_FORMS),
    st.sampled_from([str, str.lower, str.upper]),
    published_days,
)
def test_a_day_written_in_full_comes_back(
    day: dt.date, form: str, case: type[str], published: dt.date | None
) -> None:
    said = case(say(form, day))
    (found,) = find_dates(f"It opened on {said}.", published=published)
    assert found.span.of(f"It opened on {said}.") == said
    assert str(found.period) == day.isoformat()


@given(st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)), st.sampled_from("./"))
def test_a_day_in_numbers_comes_back_unless_it_could_be_another(
    day: dt.date, dot: str
) -> None:
    (found,) = find_dates(f"{day.day:02}{dot}{day.month:02}{dot}{day.year}")
    is_settled = day.day > 12 or day.day == day.month
    assert str(found.period) == (day.isoformat() if is_settled else "None")


@given(st.dates(dt.date(1000, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_latest_one_up_to_publication(
    published: dt.date, weekday: str
) -> None:
    (found,) = find_dates(f"It opened on {weekday}.", published=published)
    assert found.period is not None
    assert found.period.day_count == 1
    assert WEEKDAYS[found.period.start.weekday()] == weekday
    assert 0 <= (published - found.period.start).days < 7


@given(st.dates(dt.date(1000, 1, 1), dt.date(2100, 1, 1)), st.dates())
def test_a_day_without_its_year_is_the_latest_one_up_to_publication(
    published: dt.date, day: dt.date
) -> None:
    said = f"{MONTHS[day.month - 1]} {day.day}"
    (found,) = find_dates(f"It opened on {said}.", published=published)
    assert found.period is not None
    assert found.period.day_count == 1
    assert (found.period.start.month, found.period.start.day) == (day.month, day.day)
    is_leap_day = (day.month, day.day) == (2, 29)
    assert 0 <= (published - found.period.start).days <= 366 * (8 if is_leap_day else 1)


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        ("It opened on [November 28].", "2023-11-28"),
        ("It opened on [NOVEMBER 20].", "2023-11-20"),
        ("it opened on [november 20]", "2023-11-20"),
        ("It opened on [Nov. 28, 2022], he said.", "2022-11-28"),
        ("It opened on the [28th of November].", "2023-11-28"),
        ("It opened on the [first of May].", "2023-05-01"),
        ("It opened on [Tuesday (November 28)] at noon.", "2023-11-28"),
        ("It opened on [Tuesday night, Nov. 21].", "2023-11-21"),
        ("It opened on [5 March].", "2023-03-05"),
        ("it opened by [may 5]", "2023-05-05"),
        ("It opened on [Dec. 25].", "2022-12-25"),
        ("It opened on [11/28/2023].", "2023-11-28"),
        ("Sent: [2023-11-28]T10:00:00", "2023-11-28"),
        ("It opened on [May 4 last year].", "2022-05-04"),
        ("It opened [last Nov. 5].", "2023-11-05"),
        ("It opened [Nov.\n5].", "2023-11-05"),
    ],
)
def test_days_of_a_month_are_read_in_their_usual_forms(marked: str, days: str) -> None:
    assert periods(marked) == [days]


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        ("He came earlier on [Tuesday].", "2023-11-28"),
        ("He came late [Monday].", "2023-11-27"),
        ("[Wednesday]'s talks failed.", "2023-11-22"),
        ("He came on [Friday morning].", "2023-11-24"),
        ("He came [last Tuesday].", "2023-11-21"),
        ("He leaves [this Friday].", "2023-12-01"),
        ("He leaves [next Tuesday].", "2023-12-05"),
        ("He leaves [the coming Friday].", "2023-12-01"),
        ("He came [this past Monday].", "2023-11-27"),
        ("He came on [Monday last week].", "2023-11-20"),
        ("He came on [Friday of last week].", "2023-11-24"),
    ],
)
def test_weekdays_point_where_their_words_point(marked: str, days: str) -> None:
    assert periods(marked) == [days]


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        ("It rained [yesterday].", "2023-11-27"),
        ("It rains [today].", "2023-11-28"),
        ("It rained [this morning].", "2023-11-28"),
        ("It rained [last night].", "2023-11-27"),
        ("It rains [tonight].", "2023-11-28"),
        ("It rains [tomorrow evening].", "2023-11-29"),
        ("It rained [the day before yesterday].", "2023-11-26"),
        ("It rains [the day after tomorrow].", "2023-11-30"),
        ("It rained [two days ago].", "2023-11-26"),
        ("It rained [10 days ago].", "2023-11-18"),
        ("It rained [three weeks ago].", "2023-11-06/2023-11-12"),
        ("It rained [a month ago].", "2023-10"),
        ("It rained [twenty-five years ago].", "1998"),
        ("It rained [last week].", "2023-11-20/2023-11-26"),
        ("It rained [last weekend].", "2023-11-25/2023-11-26"),
        ("It rained [last month].", "2023-10"),
        ("It rained [this year].", "2023"),
        ("It rains [next year].", "2024"),
        ("It rained [earlier this month].", "2023-11-01/2023-11-28"),
        ("It rains [later this month].", "2023-11-28/2023-11-30"),
        ("It rained [late last year].", "2022-09-01/2022-12-31"),
    ],
)
def test_words_relative_to_the_day_of_publication_are_settled(
    marked: str, days: str
) -> None:
    assert periods(marked) == [days]


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        ("It opened in [October].", "2023-10"),
        ("It opened in [November].", "2023-11"),
        ("It opened in [December].", "2022-12"),
        ("It opened in [October 2022].", "2022-10"),
        ("It opened in [Oct. 2022].", "2022-10"),
        ("it opened in [march]", "2023-03"),
        ("it opened in [may]", "2023-05"),
        ("it opened in [may 2022]", "2022-05"),
        ("It has been open since [May].", "2023-05"),
        ("It opened in [May of last year].", "2022-05"),
        ("It opens [next May].", "2024-05"),
        ("It opened in [early October].", "2023-10-01/2023-10-10"),
        ("It opened in [mid-October].", "2023-10-11/2023-10-20"),
        ("It opened [late in October 2022].", "2022-10-21/2022-10-31"),
        ("It opened in [2022].", "2022"),
        ("It opened in [early 2022].", "2022-01-01/2022-04-30"),
        ("It lasted until [2014-15].", "2014-01-01/2015-12-31"),
        ("In [May] 20 people came.", "2023-05"),
    ],
)
def test_months_and_years_are_as_long_as_they_are_said(marked: str, days: str) -> None:
    assert periods(marked) == [days]


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        ("It ran on [November 20-22].", "2023-11-20/2023-11-22"),
        ("It ran on [20 to 22 November 2021].", "2021-11-20/2021-11-22"),
        ("It ran [between November 20 and 22].", "2023-11-20/2023-11-22"),
        ("It ran [between May and July].", "2023-05-01/2023-07-31"),
        ("it ran [between may and july 2020]", "2020-05-01/2020-07-31"),
        ("It ran from [Monday to Friday].", "2023-11-27/2023-12-01"),
        ("It ran from [December 2021 to January].", "2021-12-01/2022-01-31"),
        ("It ran [28 November – 3 December 2022].", "2022-11-28/2022-12-03"),
        ("It ran [between 2014 and 2016].", "2014-01-01/2016-12-31"),
    ],
)
def test_a_range_is_one_date(marked: str, days: str) -> None:
    assert periods(marked) == [days]


def test_ends_in_the_wrong_order_make_two_dates() -> None:
    assert periods("It moved from [May 2022] to [May 2021].") == ["2022-05", "2021-05"]


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        ("The port will reopen on [Friday].", "2023-12-01"),
        ("The port will reopen on [Tuesday].", "2023-11-28"),
        ("It'll reopen in [May].", "2024-05"),
        ("The hearing is due on [December 1].", "2023-12-01"),
        ("On [Monday], Mr. Lind will speak.", "2023-12-04"),
        ("It met on [Friday, December 1].", "2023-12-01"),
        ("The port will reopen, she said on [Friday].", "2023-11-24"),
        ("The port will reopen the mayor said on [Friday].", "2023-11-24"),
        ("It will rain. He came on [Friday].", "2023-11-24"),
        ("On [Monday], Ada Lind said it will rain.", "2023-11-27"),
    ],
)
def test_only_a_future_in_the_same_clause_points_ahead(marked: str, days: str) -> None:
    assert periods(marked) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They began to march on the capital.",
        "A statement by May Lind followed.",
        "The mayor thanked August Schmidt.",
        "This May Be the Last Ship",
        "what happens next may matter",
        "The Sun wrote that she sat down a second later.",
        "He told the Sunday Times and the Mail on Sunday.",
        "USA Today and the “Today” programme reported it.",
        "He comes every Friday, on Tuesdays, and on Saturday nights.",
        "Shops wait for Black Friday.",
        "She spoke on This Week and on This Morning.",
        "At least 12 May be lost, and the 5 march was long.",
        "Over the last year prices rose.",
        "It began half a year ago.",
        "It began 3,000 years ago.",
        "Room 2014 costs $2000 for 2016 guests.",
        "More than half of 2000 people left by 1200 GMT.",
        "Parts 11-11-11, 2023-11-28-1 and 1,028.11.2023 are out.",
        "Nov\n\n28",
        "today.com",
    ],
)
def test_words_in_another_sense_are_no_dates(text: str) -> None:
    assert mark(text, find_dates(text, published=PUBLISHED)) == text


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("February 30", "the calendar has no such days"),
        ("November 31, 2023", "the calendar has no such days"),
        ("2023-13-01", "the calendar has no such days"),
        ("05/06/2023", "the day and the month could be either of 5 and 6"),
        ("several days ago", "the words do not say how long ago"),
    ],
)
def test_a_date_that_cannot_be_settled_has_no_period(said: str, reason: str) -> None:
    (found,) = find_dates(f"It rained {said}.", published=PUBLISHED)
    assert (found.period, found.reason) == (None, reason)


def test_a_bound_is_not_taken_for_a_date() -> None:
    assert periods("It began more than [two years ago].") == ["None"]


def test_the_ends_of_a_range_without_a_year_need_the_day_of_publication() -> None:
    assert periods("It ran [between May and July].", published=None) == ["None"]


def test_without_publication_only_dates_with_a_year_are_settled() -> None:
    marked = "On [Tuesday], on [May 5], [yesterday], on [May 5, 2022], in [May 2021]"
    assert periods(marked, published=None) == [
        "None",
        "None",
        "None",
        "2022-05-05",
        "2021-05",
    ]


def test_a_weekday_that_contradicts_its_date_is_remarked_on() -> None:
    (found,) = find_dates("Monday, 28 November 2023")
    assert found.reason == "written in full; but that is a Tuesday"


def test_a_moment_of_publication_counts_as_its_day() -> None:
    moment = dt.datetime(2023, 11, 28, 23, 59, tzinfo=dt.UTC)
    assert find_dates("yesterday", published=moment) == find_dates(
        "yesterday", published=PUBLISHED
    )


SLOW_UNITS = (
    "Nov ",
    "Nov. 28, ",
    "last ",
    "last last next ",
    "between ",
    "11-11-",
    "2023-",
    "2023-11-28 - ",
    "1",
    "28 ",
    "a few ",
    "twenty-",
    "Tuesday, the ",
    "Monday to ",
    "will ",
    "early in ",
    " ",
    "\n",
    "the day before ",
    "“Today” ",
)


@pytest.mark.parametrize("unit", SLOW_UNITS)
def test_a_long_text_of_one_fragment_is_searched_in_time(unit: str) -> None:
    text = (unit * (200_000 // len(unit) + 1)).lower()
    pattern = regex.compile(date_pattern().pattern, regex.VERBOSE)
    widths = [len(m[0]) for m in pattern.finditer(text, timeout=60)]
    # No stretch is wider than a fixed number of characters, so work cannot pile up.
    assert max(widths, default=0) <= 80


@pytest.mark.parametrize("unit", SLOW_UNITS)
def test_twice_the_text_has_twice_the_dates(unit: str) -> None:
    once = find_dates(unit * 2_000, published=PUBLISHED)
    twice = find_dates(unit * 4_000, published=PUBLISHED)
    assert abs(len(twice) - 2 * len(once)) <= 1
