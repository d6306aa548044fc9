"""Whom "he" and "she" stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from extraction.told import names_of


@given(st.integers(0, 3), st.sampled_from(["Ada", "Emma", "Olga"]))
def test_whoever_speaks_goes_on_however_long_the_quotation_is(
    count: int, name: str
) -> None:
    filler = "The pier is old. " * count
    text = f'{name} Lind said that it rained. "{filler}It will go," she added.'
    assert names_of(text)[-1] == f"{name} Lind"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the one who speaks, not the one spoken of
        (
            'Ada Lind said that Greta Berg had left. "I am glad," she added.',
            "Ada Lind",
        ),
        # the subject, not one who is named beside it
        ("Mark Lind met Paul Berg in May. He said that it rained.", "Mark Lind"),
        # nobody named inside the quotation itself
        ('Mark Lind waited. "Paul Berg is late," he said.', "Mark Lind"),
        # no place
        (
            "Mark Lind came to tea. It rained in Red Square. He said that it was cold.",
            "Mark Lind",
        ),
        # nobody whose full name tells that it is another
        ("Ada Lind met Mark Berg. Berg left. She said that it rained.", "Ada Lind"),
        # one who fits in gender
        ("Ada Lind met Mark Berg. He said that it rained.", "Mark Berg"),
        # who tells, not whom they tell of
        (
            "Mark Lind said President Paul Berg had asked for the call. He said it was "
            "short.",
            "Mark Lind",
        ),
        # somebody whose title tells the gender
        ("The Duchess of Sarn said it rained. She said that it was cold.",
         "Duchess of Sarn"),
        # somebody of whom only a possession is told
        ("Mark Lind's speech came late. He said that it was cold.", "Mark Lind"),
        # whoever went on over many sentences
        (
            "Mark Lind said: “" + "It rained. " * 9 + "It rained.” He added that it "
            "was cold.",
            "Mark Lind",
        ),
        # whoever is described first and named next
        (
            "The new harbour master has said that it rained. Mark Lind, whom the "
            "police said they knew, left early. “It was cold,” he said.",
            "Mark Lind",
        ),
        # a single name that stands before a verb
        ("On Monday Lindqvist came home. She said that it rained.", "Lindqvist"),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_the_likeliest(text: str, name: str) -> None:
    assert names_of(text)[-1] == name


def test_whoever_has_been_a_he_is_no_she() -> None:
    text = "Berg said it rained. He said it snowed. Berg left. “It is cold,” she said."
    assert names_of(text)[-1] == "she"


def test_whose_aide_somebody_is_tells_nothing_of_their_gender() -> None:
    text = "Tarn Brekken, an aide to Ada Lind, said it rained. “It is cold,” he said."
    assert names_of(text)[-1] == "Tarn Brekken"


@pytest.mark.parametrize(
    "text",
    [
        "It rained in February. He said that it was cold.",
        "The Norwegians waited. He said that it was cold.",
        "Mark Lind left. " + "It rained. " * 6 + "He said that it was cold.",
    ],
)
def test_a_pronoun_that_fits_nobody_stays_unresolved(text: str) -> None:
    report = attrib.parse(text)
    source = report.attributions[-1].source
    assert source is not None
    assert (source.name, source.is_anonymous) == ("He", True)
    assert "unresolved-source" in [remark.code for remark in report.diagnostics]


def test_himself_is_the_one_before_it() -> None:
    text = "Mayor Ada Lind left. The mayor herself said that it rained."
    assert names_of(text)[-1] == "Ada Lind"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Bo Lind said that nobody was hurt. Mark Berg was on the pier. He said "
            "that it rained.",
            "Mark Berg",
        ),
        (
            "Bo Lind said that nobody was hurt. Mark Berg, 47, was on it. He said that "
            "it rained.",
            "Mark Berg",
        ),
        (
            "Bo Lind said that nobody was hurt. Mark Berg, a former head of the office "
            "of the port who had also been the master of a ferry and of two boats of "
            "the guard, was on it. He said that it rained.",
            "Mark Berg",
        ),
        # the one before goes on
        (
            "Bo Lind said that nobody was hurt. They had met Mark Berg. He said "
            "that it rained.",
            "Bo Lind",
        ),
    ],
)
def test_he_is_the_one_of_whom_the_sentence_before_tells(text: str, name: str) -> None:
    *_, last = attrib.parse(text).attributions
    assert last.source is not None
    assert last.source.name == name
