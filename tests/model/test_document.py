import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import DocumentError, ModelError
from attrib.model.days import read_day
from attrib.model.document import Document
from attrib.model.period import Period
from attrib.model.source import Source, SourceKind

# Lone surrogates come from files decoded with surrogateescape.
texts = st.text(st.characters(), max_size=40)


@given(texts, texts)
def test_documents_share_a_default_id_when_they_share_a_text(a: str, b: str) -> None:
    assert (Document(a).id == Document(b).id) == (a == b)


@given(texts)
def test_a_document_keeps_its_text_as_it_was_found(text: str) -> None:
    assert Document(text).text == text


def test_a_text_with_lone_surrogates_has_an_id() -> None:
    assert len(Document("caf\udce9").id) == 16


def test_a_given_id_stands() -> None:
    assert Document("It rained.", "a-1").id == "a-1"


def test_an_outlet_by_name_is_a_news_outlet() -> None:
    outlet = Document("It rained.", outlet="Baltic Wire").outlet
    assert outlet == Source("Baltic Wire", SourceKind.NEWS_OUTLET)


def test_an_outlet_given_as_a_source_stays_as_it_is() -> None:
    blog = Source("Harbour Notes", SourceKind.PERSON)
    assert Document("It rained.", outlet=blog).outlet is blog


@pytest.mark.parametrize("outlet", [None, "", "  "], ids=["none", "empty", "blank"])
def test_no_outlet_is_none(outlet: str | None) -> None:
    assert Document("It rained.", outlet=outlet).outlet is None


@given(st.dates())
def test_published_reads_the_date_it_writes(day: dt.date) -> None:
    document = Document("It rained.", published=day.isoformat())
    assert document.published == day
    assert document.day == day


@given(st.datetimes(timezones=st.none() | st.just(dt.UTC)))
def test_published_reads_the_moment_it_writes(moment: dt.datetime) -> None:
    document = Document("It rained.", published=moment.isoformat())
    assert document.published == moment
    assert document.day == moment.date()


def test_a_document_without_a_date_has_no_day() -> None:
    assert Document("It rained.").day is None


@pytest.mark.parametrize("published", ["yesterday", "2023-1-1", "", "2023-02-03T25"])
def test_published_that_is_no_date_is_an_error(published: str) -> None:
    with pytest.raises(DocumentError, match=r"ISO 8601 .* not '"):
        Document("It rained.", published=published)


@pytest.mark.parametrize("published", ["2024-02-30", "2023-13-01", "2023-02-30T10"])
def test_a_day_that_does_not_exist_is_called_so(published: str) -> None:
    with pytest.raises(DocumentError, match=f"does not exist: '{published}'"):
        Document("It rained.", published=published)


@pytest.mark.parametrize("lang", [None, "", " ", 7], ids=repr)
def test_a_language_is_a_code(lang: Any) -> None:
    with pytest.raises(DocumentError, match=r"such as 'en', the default, not "):
        Document("Es regnete.", lang=lang)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("text", b"It rained.", "not bytes; decode bytes first"),
        ("text", None, "not NoneType$"),
        ("text", Path("a.txt"), "Path; read the file first, as UTF-8$"),
        ("id", 7, "id is a str, not 7"),
        ("outlet", 7, "a name or a Source, not 7"),
        ("published", 20231128, "not 20231128"),
        ("url", b"a", "url is a str or None, not b'a'"),
        ("title", 5, "title is a str or None, not 5"),
    ],
)
def test_a_value_of_the_wrong_type_is_an_error(
    field: str, value: object, message: str
) -> None:
    with pytest.raises(DocumentError, match=message):
        attrs.evolve(Document("It rained."), **{field: value})  # type: ignore[arg-type]  # on purpose


class NotATime(dt.datetime):
    """Stands in for the NaT of pandas, a datetime that is none."""

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "NaT"


def test_a_time_that_is_none_is_an_error() -> None:
    nothing = NotATime(1, 1, 1)
    with pytest.raises(DocumentError, match=r"published is a date, .*, not NaT"):
        Document("It rained.", published=nothing)
    with pytest.raises(ModelError, match="found NaT, wanted a day"):
        read_day(nothing)
    with pytest.raises(ModelError, match="begins and ends on a date, not on NaT"):
        Period.day(nothing)
