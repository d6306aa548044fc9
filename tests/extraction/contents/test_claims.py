"""Claims that are spoken of: whose they are, and what is said of them."""

import pytest

import attrib
from extraction.told import contents_of


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "The mayor dismissed Norway's claim that the dam had failed.",
            {
                "mayor: Norway's claim that the dam had failed",
                "Norway: that the dam had failed",
            },
        ),
        (
            "The mayor rejected claims by Norway that the dam had failed.",
            {
                "mayor: claims by Norway that the dam had failed",
                "Norway: that the dam had failed",
            },
        ),
        (
            "The mayor rejected as false a claim by Norway that the dam had failed.",
            {
                "mayor: a claim by Norway that the dam had failed",
                "Norway: that the dam had failed",
            },
        ),
        (
            "The mayor dismissed Norway's claim that the dam had failed and said that "
            "nobody was hurt.",
            {
                "mayor: Norway's claim that the dam had failed",
                "Norway: that the dam had failed",
                "mayor: that nobody was hurt",
            },
        ),
        (
            "The mayor called Norway's claim that the dam had failed a lie.",
            {
                "mayor: Norway's claim that the dam had failed a lie",
                "Norway: that the dam had failed",
            },
        ),
        (
            "Norway's claim that the dam had failed is false, according to the mayor.",
            {
                "mayor: Norway's claim that the dam had failed is false",
                "Norway: that the dam had failed",
            },
        ),
    ],
)
def test_who_denies_a_claim_does_not_pass_it_on(text: str, chains: set[str]) -> None:
    assert contents_of(text) == chains


@pytest.mark.parametrize(
    "text",
    [
        "Baltic Wire reported Norway's claim that the dam had failed.",
        "Baltic Wire reported on claims by Norway that the dam had failed.",
        "The outlet Baltic Wire repeated Norway's claim that the dam had failed.",
    ],
)
def test_who_reports_a_claim_passes_it_on(text: str) -> None:
    assert contents_of(text) == {"Baltic Wire ← Norway: that the dam had failed"}


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "The mayor dismissed Norwegian claims that the dam had failed.",
            {
                "mayor: Norwegian claims that the dam had failed",
                "Norwegian: that the dam had failed",
            },
        ),
        (
            "The mayor disputed CNN's report Thursday that said Norway sold the port.",
            {
                "mayor: CNN's report Thursday that said Norway sold the port",
                "CNN: Norway sold the port",
            },
        ),
    ],
)
def test_what_a_nation_or_a_report_claims_is_theirs(
    text: str, chains: set[str]
) -> None:
    assert contents_of(text) == chains


def test_a_nation_that_claims_is_a_subject() -> None:
    assert contents_of("The mayor said Norway claims that it rained.") == {
        "mayor ← Norway: that it rained"
    }


def test_a_claim_of_ones_own_is_told_once() -> None:
    text = "The mayor said that his claim that the dam had failed was wrong."
    assert [len(chain.links) for chain in attrib.parse(text).chains()] == [1]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The mayor said reports that the dam had failed were fake.",
            "reports that the dam had failed were fake",
        ),
        (
            "The mayor called the report that the dam had failed a lie.",
            "the report that the dam had failed a lie",
        ),
        ("The mayor announced that the dam had failed.", "that the dam had failed"),
        (
            "The mayor said in a report that the dam he built was safe.",
            "that the dam he built was safe",
        ),
    ],
)
def test_what_is_said_of_a_claim_is_told_with_it(text: str, content: str) -> None:
    (chain,) = attrib.parse(text).chains()
    assert chain.content.text == content


@pytest.mark.parametrize(
    "text",
    [
        "Warnings that the boats are ready to leave are growing louder.",
        "The claim that the mayor wants to leave town soon was denied.",
        "Reports that the mayor plans to leave have been denied.",
    ],
)
def test_what_is_told_inside_a_claim_ends_with_it(text: str) -> None:
    claim, *inner = attrib.parse(text).attributions
    assert claim.content is not None
    assert claim.content.text.endswith(("leave", "leave town soon"))
    for each in inner:
        assert each.content is not None
        assert each.content.end == claim.content.end
