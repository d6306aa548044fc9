"""Ways: how one report has a content."""

import datetime as dt

import pytest

from attrib.lexicon.loading import load_lexicon
from attrib.model.attribution import Directness
from attrib.summary.ways import Way, find_first, find_hedges, tell_days


def way(outlet: str, day: str | None = None, **fields: object) -> Way:
    return Way(
        document_id=outlet,
        names=(outlet, "mayor"),
        has_outlet=True,
        content="it rained",
        published=None if day is None else dt.datetime.fromisoformat(day),
        **fields,  # type: ignore[arg-type]  # fields of any kind
    )


@pytest.mark.parametrize(
    ("words", "hedges"),
    [
        ("the quay may be shut", ["may"]),
        ("the quay shuts in May", []),
        ("Allegedly it was shut", ["allegedly"]),
        ("it is shut", []),
        ("", []),
    ],
)
def test_hedges_are_words_that_leave_it_open(words: str, hedges: list[str]) -> None:
    assert find_hedges(words, load_lexicon()) == hedges


def test_of_ways_of_one_strength_the_certain_one_comes_first() -> None:
    certain, hedged = way("a"), way("b", hedges=("may",))
    assert certain.strength < hedged.strength
    assert way("c", directness=Directness.WITNESSED).strength < certain.strength


def test_the_first_is_the_earliest_to_the_minute() -> None:
    early, late = way("a", "2024-03-04T09:00"), way("b", "2024-03-04T10:00")
    assert find_first([late, way("c"), early]) == (early,)


def test_a_day_names_those_together_who_have_it_from_one() -> None:
    told = tell_days([way("b", "2024-03-04T10:00"), way("a", "2024-03-04T09:00")])
    assert told == ("4 March 2024: a and b ← mayor",)
