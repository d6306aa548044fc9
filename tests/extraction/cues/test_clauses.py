"""Tests of clauses: whose clause a verb goes on with."""

import pytest

from extraction.told import names_of


@pytest.mark.parametrize(
    "text",
    [
        "The road was closed by Ada Lind on Monday after saying that it was unsafe.",
        "The photo was used by Ada Lind while suggesting that the pier was unsafe.",
        "The road was closed by Ada Lind on Monday, saying that it was unsafe.",
        "The photo Otto Berg took of it was also used by Ada Lind on Monday while "
        "suggesting that the pier was unsafe.",
    ],
)
def test_who_did_it_speaks_where_it_was_done_to_a_thing(text: str) -> None:
    assert names_of(text) == ["Ada Lind"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Otto Berg was held by police after saying that the pier was unsafe.",
            "Otto Berg",
        ),
        (
            "The mayor was held by police after saying that the pier was unsafe.",
            "mayor",
        ),
        ("The memo was sent by the clerk, saying that the pier was unsafe.", "memo"),
        ("The road was closed at night, suggesting that the pier was unsafe.", "road"),
    ],
)
def test_the_subject_stays_where_it_can_speak_or_nobody_is_said_to_have_done_it(
    text: str, source: str
) -> None:
    assert names_of(text) == [source]
