"""Dashes quote where a cue stands behind them, and nowhere else."""

import pytest
from hypothesis import given

import attrib
from attrib.extraction.pages.page import read_page
from attrib.lexicon.loading import load_lexicon
from attrib.strategies import texts
from marking import mark


@pytest.mark.parametrize(
    "sentence",
    [
        "[T:- The port is closed] - [C:said] [S:the mayor].",
        "[T:– The port is closed. Nobody may enter] – [S:Ada Lind] [C:said].",
        "[T:— Nobody may enter] — [C:added] [S:the harbour master].",
        "The plan failed.[T:- Nobody wanted it] - [S:he] [C:said].",
    ],
)
def test_what_stands_between_dashes_is_quoted(sentence: str) -> None:
    marked = mark(sentence)
    found = attrib.parse(marked.text).attributions
    wanted = (marked["S"], marked["C"], marked["T"])
    assert wanted in [(each.mention, each.cue, each.content) for each in found]


def test_a_dash_behind_the_cue_goes_on_with_it() -> None:
    text = "- The port is closed - said the mayor. - Nobody may enter it before May."
    (found,) = attrib.parse(text).attributions
    assert [span.of(text) for span in found.content.spans] == [
        "- The port is closed",
        "- Nobody may enter it before May.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- bread\n- salt\n- oil",
        "The harbour - the oldest in the north - was closed.",
        "The bill - which the mayor said was too high - was paid.",
        "- Salt and oil - cheap and good",
    ],
)
def test_other_dashes_quote_nothing(text: str) -> None:
    assert read_page(text, load_lexicon("en")).quotations == []


@given(texts())
def test_quotations_lie_apart_and_in_text_order(text: str) -> None:
    quotations = read_page(text, load_lexicon("en")).quotations
    ends = [0, *(each.last for each in quotations)]
    assert all(end <= each.first for end, each in zip(ends, quotations, strict=False))
