"""What values hold: nothing that their annotations do not say, or JSON cannot tell."""

import copy
import datetime as dt
import inspect
import math
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import attrib
from attrib.errors import AttribError, ModelError
from attrib.export.json import Value
from attrib.model.cluster import Pair
from attrib.model.graph import Edge, Graph, Node
from attrib.model.record import Assessment
from attrib.model.span import Passage

DAY = "2024-06-11"
TEXT = (
    "According to Radio Norr, Ada Lind, the harbour master, told the council on Monday "
    'that the pier was "probably unsafe". The ferry company denied in a statement that '
    'its boats had struck the pier.\n\n"It was shut at noon," she and Ben Berg said.'
)
WRONG = {
    "None": None,
    "a number": 5,
    "a decimal": 1.5,
    "NaN": math.nan,
    "a boolean": True,
    "bytes": b"x",
    "a string": "x",
    "a list": [5],
    "a dict": {"a": 5},
    "a datetime": dt.datetime(2024, 6, 11, 9),
    "an object": object(),
}


def values() -> Iterator[Any]:
    """Yield values of the public classes, made in the ways users make them."""
    document = attrib.Document(TEXT, outlet="Northmoor Courier", published=DAY)
    report = attrib.parse(document)
    other = attrib.parse(attrib.Document(TEXT.replace("noon", "two"), outlet="Daily"))
    ledger = attrib.Ledger()
    days = {"settled": DAY, "recorded": DAY}
    told = attrib.Outcome(
        source="Ada Lind", claim="a", verdict="confirmed", settled_by="desk", **days
    )
    ledger.record(told)
    record = ledger.track_record("Ada Lind", as_of=DAY)
    yield from (document, report, *report.chains(), told, record)
    days = {"assessed": DAY, "recorded": DAY}
    yield Assessment(source="a", reliability="B", assessor="M. Holt", **days)
    yield attrib.trace([report, other], of="the pier was unsafe")
    yield from attrib.deduplicate([report, other])
    yield from attrib.find_reuse([document, other.document])
    yield attrib.grade(report.chains()[0], ledger=ledger, as_of=DAY)
    yield attrib.Diagnostic("header", "a remark", attrib.Span(0, 1))
    yield attrib.Dossier([report, other])
    nodes = Node("a", "report", "a"), Node("b", "source", "b")
    yield Graph(nodes, [Edge("a", "b", "denies")])
    said = Passage.of(TEXT, (0, 9))
    yield attrib.Claim(content=said, document_id="a", attribution=0)
    yield attrib.Relay(attrib.Source("Radio Norr"), said)
    yield Pair(first="a", second="b", first_share=0.5, second_share=1)


def walk(value: Any, held: dict[type, Any]) -> None:
    """Note one value of each class of attrs that a value holds, the fullest first."""
    if isinstance(value, tuple | list):
        for each in value:
            walk(each, held)
    elif attrs.has(type(value)):
        known = held.get(type(value))
        if known is None or _fullness(value) > _fullness(known):
            held[type(value)] = value
        for field in attrs.fields(type(value)):
            walk(getattr(value, field.name), held)


def _fullness(value: Any) -> int:
    return sum(bool(getattr(value, f.name)) for f in attrs.fields(type(value)))


@pytest.fixture(scope="module")
def held() -> dict[type, Any]:
    found: dict[type, Any] = {}
    for value in values():
        walk(value, found)
    return found


PUBLIC = [
    each
    for name in attrib.__all__
    if isinstance(each := getattr(attrib, name), type)
    and attrs.has(each)
    and each.__module__.startswith("attrib.model.")
]


def test_every_public_class_is_tried(held: dict[type, Any]) -> None:
    assert set(PUBLIC) - set(held) == set()


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_a_value_takes_is_what_its_annotation_says(
    held: dict[type, Any], wrong: object
) -> None:
    """Anything else is an error of attrib; what is taken is written and read again."""
    for value in held.values():
        for field in attrs.fields(type(value)):
            if not field.init:
                continue
            try:
                changed = attrs.evolve(value, **{field.alias: wrong})
            except AttribError:
                continue
            if type(value) in Value.__args__:
                assert attrib.from_json(attrib.to_json(changed)) == changed
            else:
                read = getattr(changed, field.name)
                hash(read)
                assert type(read) is not bytes, (value, field)


_make: Any = attrib  # whatever is made there is wrong on purpose


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: _make.Source("Ada Lind", role=b"mayor"),
            "Source.role: found b'mayor', wanted a string or None",
        ),
        (
            lambda: _make.Source("Ada Lind", count="two"),
            "Source.count: found 'two', wanted a whole number or None",
        ),
        (
            lambda: _make.Report(_make.Document(""), [5]),
            "Report.attributions[0]: found 5, wanted an Attribution",
        ),
        (
            lambda: _make.Report(_make.Document(""), 5),
            "Report.attributions: found 5, wanted a tuple of Attribution",
        ),
        (
            lambda: _make.Cluster(members="abc", reason="by hand"),
            "Cluster.members: found 'abc', wanted a tuple of str",
        ),
        (
            lambda: _make.Term("a", math.nan),
            "Term.weight: found nan, wanted a finite number",
        ),
    ],
)  # fmt: skip
def test_an_error_says_what_where_and_what_was_wanted(make: Any, message: str) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert str(caught.value) == message


def test_a_label_that_is_none_is_an_error_that_names_the_field() -> None:
    with pytest.raises(
        ModelError, match=r"^Source.kind: found 'boat', wanted a Source"
    ):
        attrib.Source("Ada Lind", "boat")


@pytest.mark.parametrize("of", PUBLIC, ids=lambda of: of.__name__)
def test_help_shows_what_each_field_takes(of: type) -> None:
    parameters = inspect.signature(of).parameters.values()
    assert [p.name for p in parameters if p.annotation in (p.empty, Any)] == []


def test_every_value_can_be_hashed_copied_and_pickled(held: dict[type, Any]) -> None:
    for value in held.values():
        hash(value)
        for copied in (
            copy.copy(value),
            copy.deepcopy(value),
            pickle.loads(pickle.dumps(value)),
        ):
            assert copied == value
            assert hash(copied) == hash(value)


def test_an_error_in_an_iterable_is_not_hidden() -> None:
    def members() -> Iterator[str]:
        yield "a"
        raise OSError("the line went dead")

    with pytest.raises(OSError, match="the line went dead"):
        attrib.Cluster(members=members(), reason="by hand")
