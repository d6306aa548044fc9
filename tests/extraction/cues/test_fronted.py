"""Participles that open a sentence have the subject of the clause behind them."""

import pytest

import attrib
from extraction.told import names_of
from marking import mark


@pytest.mark.parametrize(
    "text",
    [
        "Stressing that the pier was safe, Ada Lind closed the lock.",
        "After saying that the pier was safe, Ada Lind, the mayor, closed the lock.",
        "Hours after saying that the pier was safe, Ada Lind closed the lock.",
        "When announcing that the pier was safe, Ada Lind had closed the lock.",
    ],
)
def test_an_opening_is_said_by_whoever_the_sentence_is_about(text: str) -> None:
    assert names_of(text) == ["Ada Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "Discussing the plan, Ada Lind said that the pier was safe.",
        "Speaking of the plan, Ada Lind said that the pier was safe.",
    ],
)
def test_what_an_opening_is_about_is_not_said(text: str) -> None:
    (found,) = attrib.parse(text).attributions
    assert found.content.text == "that the pier was safe"


@pytest.mark.parametrize(
    "text",
    [
        "Calling it “an old pier,” Ada Lind closed the lock.",
        "Calling the pier an “old boat,” Ada Lind said that the lock was closed.",
    ],
)
def test_an_opening_may_end_with_a_quotation(text: str) -> None:
    assert set(names_of(text)) == {"Ada Lind"}


def test_an_opening_before_it_is_nobodys() -> None:
    text = "In discussing the pier, it is important to look at it."
    assert names_of(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Saying that the pier was safe was a mistake.",
        "The crew left, saying that the pier was safe, and Ada Lind went home.",
    ],
)
def test_no_other_participle_is_said_by_whoever_stands_behind_it(text: str) -> None:
    assert "Ada Lind" not in names_of(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Noting that the bridge was old, [S:Berg] closed it.",
        "Announcing that he would stay, [S:the mayor, a poet,] laughed.",
        "And arguing that prices had doubled, [S:Lund] never left.",
    ],
)
def test_who_acts_behind_a_participle_that_opens_it_says_it(sentence: str) -> None:
    marked = mark(sentence)
    found = attrib.parse(marked.text).attributions
    assert marked["S"] in [each.mention for each in found]


def test_a_time_behind_a_participle_does_not_say_it() -> None:
    text = "Noting that it was old, Monday the council met."
    (found,) = attrib.parse(text).attributions
    assert found.mention is None
