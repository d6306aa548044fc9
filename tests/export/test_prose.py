"""Prose: counts, lists, dates and excerpts."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.export.prose import (
    count,
    listing,
    percentages,
    shorten,
    visible,
    written_day,
)
from attrib.model.period import Period
from attrib.strategies import periods, texts


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_percentages_add_up_and_are_off_by_less_than_one(counts: list[int]) -> None:
    shares = percentages(counts)
    total = sum(counts)
    assert sum(shares) == (100 if total else 0)
    for share, number in zip(shares, counts, strict=True):
        assert total == 0 or abs(share - 100 * number / total) < 1


@given(texts())
def test_visible_text_can_be_written_on_one_line(text: str) -> None:
    shown = visible(text)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert len(shown.splitlines()) <= 1
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in shown)


def test_marks_that_turn_the_line_around_are_replaced() -> None:
    assert visible("ok \u202egnp.exe") == "ok \ufffdgnp.exe"


@given(st.text(), st.integers(1, 20))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width


@given(periods())
def test_a_period_in_prose_names_its_year(period: Period) -> None:
    assert str(period.start.year) in written_day(period)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (dt.date(2023, 1, 5), "5 January 2023"),
        (
            dt.datetime(2023, 1, 5, 9, 5, 7, 20, tzinfo=dt.UTC),
            "5 January 2023, 09:05 UTC+00:00",
        ),
        (
            Period(dt.date(2023, 1, 5), dt.date(2023, 2, 2)),
            "5 January 2023 to 1 February 2023",
        ),
    ],
    ids=["day", "moment", "period"],
)
def test_days_are_written_out(moment: dt.date | Period, words: str) -> None:
    assert written_day(moment) == words


def test_a_list_of_none_is_empty() -> None:
    assert (listing([]), listing(["a"]), listing(["a", "b"])) == ("", "a", "a and b")


def test_large_counts_are_grouped() -> None:
    assert count(1_000_000, "word") == "1,000,000 words"
