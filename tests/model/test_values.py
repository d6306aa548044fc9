"""Every value of the model can be pickled, kept in a set, compared and replaced."""

import copy
import datetime as dt
import pickle
from collections.abc import Hashable

import attrs
import pytest

from attrib.model.attribution import Attribution
from attrib.model.chain import Link
from attrib.model.document import Document
from attrib.model.period import Period
from attrib.model.record import Assessment, Outcome, TrackRecord
from attrib.model.report import Diagnostic, Report
from attrib.model.source import Source
from attrib.model.span import Passage, Span
from marking import mark_report


def make() -> list[Hashable]:
    """Return one of every value, made anew."""
    told = mark_report("[S:Lind] [C:said] [T:[S1:Holm] [C1:saw] [T1:rain]].")
    return [
        Span(1, 4),
        Passage.of("it rained", (0, 2), (3, 9)),
        Period.month(2023, 10),
        Source("officials", "government", is_anonymous=True, count=2, role="clerks"),
        Document("It rained.", outlet="Baltic Wire", published="2023-11-28T10:00"),
        Attribution(
            index=1,
            content=Passage.of("rain", (0, 4)),
            hedges=[Passage.of("rain", (0, 2))],
            time=Period.day(dt.date(2023, 11, 28)),
            continues=0,
        ),
        Link(source=None, reason="nobody is named"),
        told.chains()[0],
        Diagnostic("header", "a dateline", Span(0, 3)),
        attrs.evolve(told, diagnostics=[Diagnostic("header", "a dateline")]),
        Report(Document("")),
        Outcome(
            source="Baltic Wire",
            claim="rain",
            verdict="refuted",
            settled="2024-03-01",
            recorded="2024-03-02",
            settled_by="port desk",
            topic="weather",
        ),
        Assessment(
            source="Baltic Wire",
            reliability="B",
            assessor="port desk",
            assessed="2024-03-01",
            recorded="2024-03-02",
        ),
        TrackRecord(
            source="baltic wire",
            as_of="2024-03-02",
            mean=0.5,
            interval=(0.025, 0.975),
            level=0.95,
            reliability="F",
        ),
    ]


values = pytest.mark.parametrize(
    "value", make(), ids=lambda value: type(value).__name__
)


@values
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_value_survives_pickling(value: Hashable, protocol: int) -> None:
    back = pickle.loads(pickle.dumps(value, protocol))
    assert back == value
    assert type(back) is type(value)
    assert hash(back) == hash(value)


@values
def test_a_value_survives_copying(value: Hashable) -> None:
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value


def test_values_made_alike_are_one_in_a_set_and_no_two_others_are() -> None:
    assert len({*make(), *make()}) == len(make())


@values
def test_a_value_cannot_be_changed(value: attrs.AttrsInstance) -> None:
    field = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, field, None)
    with pytest.raises((AttributeError, TypeError)):
        value.invented = 1  # type: ignore[attr-defined]  # slots refuse it


CHANGES: list[tuple[str, object]] = [
    ("end", 5),
    ("text", "it snowed"),
    ("end", dt.date(2024, 1, 1)),
    ("count", 3),
    ("title", "Rain"),
    ("score", 0.5),
    ("reason", "nobody"),
    ("document_id", "b"),
    ("span", None),
    ("diagnostics", ()),
    ("document", Document("other")),
    ("evidence", "the harbour log"),
    ("basis", "ten years of reading it"),
    ("confirmed_count", 1),
]


@pytest.mark.parametrize(("value", "change"), list(zip(make(), CHANGES, strict=True)))
def test_a_value_differs_once_a_field_does(
    value: attrs.AttrsInstance, change: tuple[str, object]
) -> None:
    field, other = change
    fields = {f.name: getattr(value, f.name) for f in attrs.fields(type(value))}
    assert type(value)(**fields) == value
    assert type(value)(**{**fields, field: other}) != value
