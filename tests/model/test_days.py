"""Days: one reading of them, wherever a day or a moment is given."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import DocumentError, ModelError
from attrib.model.days import read_day, read_moment
from attrib.model.document import Document
from attrib.model.record import Outcome

DAY = dt.date(2024, 3, 1)
SPELLINGS = (
    "2024-03-01",
    "20240301",
    "2024-W09-5",
    "2024W095",
    "2024-03-01T10:00:00Z",
    "2024-03-01 10:00",
    "20240301T100000+0200",
    "2024-W09-5T23:59:59",
)
NO_DAYS = ("2024-02-30", "1 March", "2024-W09", "2024W09", "2024-W09T10:00", "2024", "")


@pytest.mark.parametrize(
    "given_day", [*SPELLINGS, DAY, dt.datetime(2024, 3, 1, 23, 59, tzinfo=dt.UTC)]
)
def test_a_day_is_given_as_a_date_a_moment_or_a_string(given_day: Any) -> None:
    day = read_day(given_day)
    assert day == DAY
    assert type(day) is dt.date


@pytest.mark.parametrize("bad", [*NO_DAYS, None, 7])
def test_what_is_no_day_is_refused(bad: Any) -> None:
    with pytest.raises(ModelError, match="wanted a day"):
        read_day(bad)


@pytest.mark.parametrize("written", SPELLINGS)
def test_documents_and_outcomes_read_days_alike(written: str) -> None:
    outcome = Outcome(
        source="Ada Lind",
        claim="ferry-sails",
        verdict="confirmed",
        settled=written,
        recorded=written,
        settled_by="port desk",
    )
    assert Document("It rained.", published=written).day == outcome.settled == DAY
    assert outcome.recorded == DAY


@pytest.mark.parametrize("written", NO_DAYS)
def test_documents_and_outcomes_refuse_the_same_days(written: str) -> None:
    with pytest.raises(DocumentError):
        Document("It rained.", published=written)
    with pytest.raises(ModelError):
        read_day(written)


@given(st.dates() | st.datetimes(timezones=st.sampled_from((None, dt.UTC))))
def test_a_moment_that_is_written_comes_back(moment: dt.date) -> None:
    assert read_moment(moment.isoformat()) == moment
    assert type(read_moment(moment.isoformat())) is type(moment)


def test_a_moment_stands_for_its_day_where_it_was() -> None:
    assert read_day("2024-03-01T23:30:00-05:00") == DAY
