"""Quotations that no cue claims find the account that they go on with."""

import pytest

import attrib
from marking import mark


@pytest.mark.parametrize(
    "text",
    [
        '[S:Ada Lind] said that the dam was old. [Q:"It was never mended at all."]',
        '[S:Ada Lind] said it rained.\n\n[Q:"It was the worst storm in a century."]',
        '"It rained," said [S:Ada Lind]. [Q:"It was the worst storm in a century."]',
        'The dam is old, [S:Ada Lind] said.\n\n[Q:"It was never mended at all."]',
        'The dam is old, said [S:Ada Lind, a guard].\n\n[Q:"It was never mended."]',
    ],
)
def test_a_bare_quotation_is_of_the_account_before_it(text: str) -> None:
    marked = mark(text)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]
    assert found.content.spans[-1] == marked["Q"].spans[0]


@pytest.mark.parametrize(
    "text",
    [
        'Ada Lind said it rained. The sign read "Keep out at all times."',
        'Ada Lind said it rained.\n\nThe dam is old.\n\n"It was never mended."',
    ],
)
def test_what_stands_farther_off_is_not(text: str) -> None:
    (content,) = (
        found.content.text
        for found in attrib.parse(text).attributions
        if found.mention is not None and found.mention.text == "Ada Lind"
    )
    assert content == "it rained"


@pytest.mark.parametrize(
    "told",
    [
        "Lind wrote in May that the dam was old, and she told Norr TV it would fall.",
        "Lind said the dam was old, adding that it would fall.",
    ],
)
def test_who_says_all_of_a_sentence_says_the_quotation_behind_it(told: str) -> None:
    report = attrib.parse(f'{told} "Nobody has looked at it for years."')
    owner = report.attributions[-1]
    assert owner.content.text.endswith('"Nobody has looked at it for years."')
    assert owner.source is not None
    assert owner.source.name == "Lind"


def test_of_two_who_speak_in_a_sentence_neither_owns_the_next_quotation() -> None:
    text = (
        "Lind said the dam was old, and Berg said it would fall. "
        '"Nobody has looked at it for years."'
    )
    codes = [str(each.code) for each in attrib.parse(text).diagnostics]
    assert "unowned-quotation" in codes
