"""Tests of stand-ins: "a claim", "which", and what somebody says of what they mean."""

import pytest

import attrib
from attrib.model.attribution import Stance


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the dam had burst, a claim denied by Sarn.",
        "The ministry said the dam had burst, claims denied by Sarn.",
        "The ministry said the dam had burst, a claim that Sarn denied.",
        "The ministry said the dam had burst, allegations Sarn denied.",
        "The ministry said the dam had burst, a claim Sarn denied.",
    ],
)
def test_whoever_denies_a_claim_denies_what_it_stands_for(text: str) -> None:
    said, denied = attrib.parse(text).attributions
    assert denied.source is not None
    assert denied.source.name == "Sarn"
    assert denied.stance is Stance.DENIES
    assert said.content == denied.content
    assert said.content.text == "the dam had burst"


def test_a_charge_is_denied_by_whom_it_is_made_against() -> None:
    text = "Norway accused Sarn of stealing the ship, a charge dismissed by Sarn."
    accused, dismissed = attrib.parse(text).attributions
    assert dismissed.source is not None
    assert dismissed.source.name == "Sarn"
    assert dismissed.content == accused.content


@pytest.mark.parametrize(
    "text",
    [
        "The dam had burst, a claim denied by Sarn.",
        "The ministry said the dam had burst, a report written by Sarn.",
    ],
)
def test_nothing_is_denied_that_nobody_told_or_denies(text: str) -> None:
    assert not [
        each for each in attrib.parse(text).attributions if each.stance is Stance.DENIES
    ]
