"""A date tells when something was said only where it is of that clause."""

import pytest

import attrib
from attrib import Document


def times_of(text: str) -> list[str | None]:
    report = attrib.parse(Document(text, published="2023-11-28"))
    return [
        None if each.time is None else str(each.time) for each in report.attributions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Berg, whose lease ends in May, said that the bridge was safe.",
        "Berg, who saw Ada Lind on Monday, said that the bridge was safe.",
        "Berg, elected in May 2019, said that the bridge was safe.",
        "Berg, mayor since 2014, said that the bridge was safe.",
        "An aide to Mr Berg, who fled on Friday, said that the bridge was safe.",
        "A man who fled on Friday said that the bridge was safe.",
        "The bridge is safe, said Berg, who saw Ada Lind on Monday.",
        "According to Berg, who saw Ada Lind on Monday, the bridge is safe.",
        "After the dam broke on Monday, Berg said that the bridge was safe.",
        "Ada Lind left on Monday, and Berg said that the bridge was safe.",
        "The bridge is safe, Berg said, and the ferry sank on Monday.",
        '"It is safe," Berg said after the storm that hit on Monday.',
        "The mayor has asked for a plan by Friday.",
        "Born in Sarn in 1951, Berg liked to say that the bridge was safe.",
        "Born on May 3, 1951, Berg said that the bridge was safe.",
        "Founded in 1921, Selga Line said that the bridge was safe.",
        "First elected in March 2019, the mayor said that the bridge was safe.",
    ],
)
def test_a_date_of_another_clause_is_no_time_of_a_statement(text: str) -> None:
    assert times_of(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Berg, speaking on Monday, said that the bridge was safe.",
        "Berg, in an interview on Monday, said that the bridge was safe.",
        "Berg, opening a park on Monday, said that the bridge was safe.",
        "The bridge is safe, according to a note released on Monday.",
        "Berg, asked on Monday about the dam, said that the bridge was safe.",
        "Berg, who spoke on Monday, said that the bridge was safe.",
        "Berg, the mayor, on Monday said that the bridge was safe.",
        "When asked on Monday about the dam, Berg said that the bridge was safe.",
        "On Monday, as the storm came, Berg said that the bridge was safe.",
        "On Monday, pressed on the dam, Berg said that the bridge was safe.",
        "In a letter sent on Monday, Berg said that the bridge was safe.",
        "Berg left on Monday, saying that the bridge was safe.",
        "Berg left on Monday and said that the bridge was safe.",
        "A report published on Monday said that the bridge was safe.",
        "A report, published on Monday, said that the bridge was safe.",
        "Berg said in a note released on Monday that the bridge was safe.",
        '"It is safe," said Berg, the mayor, on Monday.',
    ],
)
def test_a_date_of_the_talk_is_the_time_of_a_statement(text: str) -> None:
    assert times_of(text) == ["2023-11-27"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "He called it a dream and said that nobody had come before May 20.",
            [None, None],
        ),
        (
            "Berg said it rained on Monday and added that the dam was safe.",
            [None, None],
        ),
        (
            "On Monday Berg said that Ada Lind had denied that it was safe.",
            ["2023-11-27", None],
        ),
        (
            "Berg said on Monday it rained and added that the dam was safe.",
            ["2023-11-27", "2023-11-27"],
        ),
    ],
)
def test_each_statement_has_the_time_of_its_own_clause(
    text: str, times: list[str | None]
) -> None:
    assert times_of(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "Interviewed in 2019, Berg said that the bridge was safe.",
        "Reached in 2019, Berg said that the bridge was safe.",
        "Filed in 2019, the lawsuit says that the bridge is safe.",
        "In a 2019 interview with Baltic Wire, Berg said that the bridge was safe.",
        "Berg said in a 2019 letter that the bridge was safe.",
    ],
)
def test_a_year_of_the_talk_is_the_time_of_a_statement(text: str) -> None:
    assert times_of(text) == ["2019"]


def test_a_number_before_other_nouns_is_no_year() -> None:
    assert times_of("In a 2019 campaign, Berg said it was safe.") == [None]
