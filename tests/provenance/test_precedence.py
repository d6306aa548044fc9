import datetime as dt
import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import DocumentError, DuplicateIdError
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.duplicates import deduplicate
from attrib.provenance.precedence import came_first, in_order, moment
from attrib.provenance.tracing import trace

dates = st.none() | st.dates() | st.datetimes(timezones=st.none() | st.timezones())


@given(st.lists(dates, max_size=6), st.randoms(use_true_random=False))
def test_order_does_not_depend_on_the_input(
    published: list[dt.date | None], draw: random.Random
) -> None:
    documents = [Document("", str(n), published=p) for n, p in enumerate(published)]
    shuffled = list(documents)
    draw.shuffle(shuffled)
    assert in_order(shuffled) == in_order(documents)


@given(dates, dates)
def test_only_one_of_two_came_first(a: dt.date | None, b: dt.date | None) -> None:
    assert {came_first(a, b), came_first(b, a)} in ({True, False}, {None})


@given(dates, dates)
def test_what_came_first_is_sorted_first(a: dt.date | None, b: dt.date | None) -> None:
    if came_first(a, b):
        assert moment(a, "") < moment(b, "")


def test_a_time_zone_counts() -> None:
    late = dt.datetime(2024, 3, 4, 23, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert came_first(dt.datetime(2024, 3, 5, 1), late)


def test_the_first_moment_of_the_calendar_has_a_place_in_every_zone() -> None:
    east = dt.timezone(dt.timedelta(hours=5))
    assert came_first(dt.datetime.min.replace(tzinfo=east), dt.date(2024, 3, 4))


def test_a_time_tells_nothing_against_its_own_day() -> None:
    assert came_first(dt.datetime(2024, 3, 4, 9), dt.date(2024, 3, 4)) is None


def test_undated_documents_come_last_in_the_order_of_their_ids() -> None:
    documents = [
        Document("x", "c"),
        Document("y", "b"),
        Document("z", "d", published="2024-03-04"),
    ]
    assert [document.id for document in in_order(documents)] == ["d", "b", "c"]


def test_the_same_document_twice_counts_once() -> None:
    report = Report(Document("It rained.", "a"))
    assert in_order([report, report.document]) == [report.document]


def test_two_texts_with_one_id_are_an_error_that_names_it() -> None:
    with pytest.raises(DuplicateIdError, match=r"the id 'a'.* begins 'It snowed\.'"):
        in_order([Document("It rained.", "a"), Document("It snowed.", "a")])


def test_two_dates_with_one_id_are_an_error_that_names_both() -> None:
    documents = [Document("x", "a"), Document("x", "a", published="2024-03-04")]
    with pytest.raises(
        DuplicateIdError, match=r"'a'.* no date and once with 2024-03-04"
    ):
        in_order(documents)


def test_two_outlets_with_one_id_are_an_error_that_names_both() -> None:
    documents = [Document("x", "a"), Document("x", "a", outlet="Baltic Wire")]
    with pytest.raises(
        DuplicateIdError, match=r"'a'.* no outlet and once with 'Baltic"
    ):
        in_order(documents)


@pytest.mark.parametrize("field", ["outlet", "published"])
def test_equal_texts_of_different_origin_want_ids(field: str) -> None:
    values = {
        "outlet": ("Baltic Wire", "Nordic Post"),
        "published": ("2024-03-04", None),
    }
    documents = [Document("It rained.", **{field: each}) for each in values[field]]  # type: ignore[arg-type]  # a str or None
    with pytest.raises(DuplicateIdError, match="give each document an id"):
        in_order(documents)
    given = [attrs.evolve(each, id=str(n)) for n, each in enumerate(documents)]
    assert len(in_order(given)) == 2


def test_what_is_no_document_is_an_error() -> None:
    with pytest.raises(DocumentError, match="wanted reports or documents, and got str"):
        in_order(["It rained."])  # type: ignore[list-item]  # on purpose


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (None, "NoneType"),
        ("It rained.", "str"),
        (Document("It rained."), "one Document"),
        (Report(Document("It rained.")), "one Report"),
    ],
    ids=["nothing", "a text", "a document", "a report"],
)
def test_one_thing_where_several_are_wanted_is_an_error(
    values: Any, found: str
) -> None:
    with pytest.raises(DocumentError, match=rf"wanted several .*, and got {found}$"):
        in_order(values)
    with pytest.raises(DocumentError, match=rf"wanted several .*, and got {found}$"):
        deduplicate(values)
    with pytest.raises(DocumentError, match=rf"several reports, .*, and got {found}$"):
        trace(values, of="it rained")
