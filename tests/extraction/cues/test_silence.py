"""Verbs of saying by which nobody says anything."""

import pytest

import attrib


@pytest.mark.parametrize(
    "text",
    [
        "The mayor declined to comment.",
        "The firm did not want to respond.",
        "The minister did not respond to a request for comment.",
        "She was sworn in as governor.",
        "The union had no say in the matter.",
        "It should be noted that the dam is old.",
        "Crews responded to the alarm at the mill.",
        "Police responded to reports of a fight.",
        "Guards responded to a call that a boat had sunk.",
    ],
)
def test_silence_oaths_of_office_and_remarks_of_the_author_say_nothing(
    text: str,
) -> None:
    assert not attrib.parse(text).attributions


def test_who_responds_to_calls_for_something_may_speak() -> None:
    text = "The mayor responded to calls for her resignation, saying she would stay."
    assert "she would stay" in [
        each.content.text for each in attrib.parse(text).attributions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The only question that was left was the price.",
        "It was the only show that had a host.",
        "It was a far cry from what Berg had built.",
        "The motion for snap elections failed.",
        "In what states is it on the ballot?",
        "Norway's claimed capture of the pier delivered a victory.",
        "The flood claimed 12 lives.",
        "The tanks promised by Norway have arrived.",
        "The ship left before dawn. “Nobody saw it.” Then the storm began.",
        "A tournament is the cause of a series of DDoS attacks that have hit the firm.",
    ],
)
def test_a_noun_that_could_be_a_verb_says_nothing(text: str) -> None:
    assert not attrib.parse(text).attributions


@pytest.mark.parametrize(
    "text",
    [
        "It's impossible to say what comes next.",
        "It was too early for the guards to tell what had sunk.",
        "It is also worth noting that the pier is old.",
        "It goes without saying that the pier is old.",
    ],
)
def test_what_it_is_hard_to_say_is_not_said(text: str) -> None:
    assert not list(attrib.parse(text).chains())
