"""Tests of choosing: which of the chains of one report speak for a claim."""

import pytest

from attrib.extraction.pipeline import parse
from attrib.model.document import Document
from attrib.provenance.bearing import find_bearing

CLAIM = "Norway will build a new quay at Gull Point"


def ends(text: str, of: str = CLAIM) -> list[str]:
    """Return the names at the ends of the chains by which a text carries a claim."""
    report = parse(Document(text, "a", outlet="Daily"))
    return [each.chain.links[-1].name for each in find_bearing([report], of)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway announced that it will build a new quay at Gull Point. Norwegian "
        "minister Ada Lind said a new quay will be built.",
        "Norway announced that it will build a new quay at Gull Point. Norwegian "
        "minister Ada Lind announced the move in a speech.",
        "Norway announced that it will build a new quay at Gull Point. Norwegian "
        "minister Ada Lind confirmed the decision.",
    ],
)
def test_who_speaks_for_a_country_is_its_origin(text: str) -> None:
    assert ends(text) == ["Ada Lind"]


def test_who_speaks_for_another_country_stands_for_none() -> None:
    text = (
        "Norway announced that it will build a new quay at Gull Point. Danish "
        "minister Ada Lind confirmed the decision."
    )
    assert ends(text) == ["Norway"]


def test_who_speaks_of_something_else_does_not_stand_for_a_country() -> None:
    text = (
        "Norway announced that it will build a new quay at Gull Point. Norwegian "
        "minister Ada Lind said that herring is dear."
    )
    assert ends(text) == ["Norway"]


def test_a_decision_of_something_is_not_the_one_told_before() -> None:
    text = (
        "Norway announced that it will build a new quay at Gull Point. Norwegian "
        "minister Ada Lind confirmed the decision of a court on herring."
    )
    assert ends(text) == ["Norway"]


def test_two_who_say_as_much_stand_side_by_side() -> None:
    text = (
        "Ada Lind said that Norway will build a new quay at Gull Point. Eva Holt "
        "said that Norway will build a new quay at Gull Point."
    )
    assert ends(text) == ["Ada Lind", "Eva Holt"]
