"""Tests of objects: where the object of a reporting verb ends."""

import pytest

import attrib


@pytest.mark.parametrize(
    "text",
    [
        "The mayor defended the plan but the union warned it would cost jobs.",
        "The mayor defended the plan while the union warned it would cost jobs.",
        "Mayor points to the plan but union warns it will cost jobs",
    ],
)
def test_an_object_ends_before_what_somebody_else_tells(text: str) -> None:
    first, second = attrib.parse(text).attributions
    assert first.content.text == "the plan"
    assert second.source != first.source
    assert second.content.text.startswith("it w")


def test_a_flood_that_claims_lives_claims_nothing() -> None:
    assert attrib.parse("The flood claimed 12 lives.").chains() == ()
