"""Quotations behind a colon belong to who makes a statement before it."""

import pytest

import attrib
from marking import mark


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:The mayor] [C:made the following announcement]: [T:“We close. Go home.”]",
        "[S:He] [C:gave this answer]: [T:“I never saw it. Nobody did.”]",
        "[S:Berg]'s [C:answer]: [T:“I never saw it. Nobody did.”]",
    ],
)
def test_who_makes_a_statement_says_what_is_quoted_behind_it(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]
    assert found.cue == marked["C"]
    assert found.content == marked["T"]
    assert found.mode == "direct"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened a new bridge: “Cold Water. Grey Harbour.”",
        "The bridge made a noise like a statement: “Cold is it. Grey is the port.”",
        "It was an old song: “Cold is the water. Grey is the port.”",
        "The answer: “I never saw it. Nobody did.”",
    ],
)
def test_other_quotations_behind_a_colon_stay_unowned(text: str) -> None:
    report = attrib.parse(text)
    assert not [each for each in report.attributions if each.mode == "direct"]
    assert [each.code for each in report.diagnostics] == ["unowned-quotation"]
