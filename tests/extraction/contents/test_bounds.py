"""Accounts inside accounts: where they end, and which are doubted."""

import pytest

import attrib


def test_what_is_told_ends_before_who_passed_it_on() -> None:
    text = "Ada Lind told the board that the lock had failed, Baltic Wire reported."
    inner = next(
        each for each in attrib.parse(text).attributions if each.parent is not None
    )
    assert inner.content.text == "that the lock had failed"


def test_what_goes_on_behind_a_comma_is_told_too() -> None:
    text = (
        "The army said the lock had failed, but that nobody was hurt, Reuters reported."
    )
    (chain,) = attrib.parse(text).chains()
    assert chain.content.text == "the lock had failed, but that nobody was hurt"
    assert [link.name for link in chain.links] == ["Reuters", "army"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor called on the state to assess the damage to the lock, Reuters said.",
    ],
)
def test_what_is_hardly_said_by_somebody_else_is_the_outer_account(text: str) -> None:
    kinds = ("reporting", "attitude")
    assert all(
        chain.links[-1].name in ("mayor", "Reuters")
        for chain in attrib.parse(text).chains(kinds=kinds)
    )


def test_what_is_said_in_brackets_ends_with_them() -> None:
    text = "The plan (which the mayor called a big mistake) was adopted in May."
    (found,) = attrib.parse(text).attributions
    assert found.content.text == "a big mistake"
    text = "Ada Lind (who said that the lock had failed) resigned in May."
    (found,) = attrib.parse(text).attributions
    assert found.content.text == "that the lock had failed"


def test_what_somebody_adds_is_no_part_of_what_they_told() -> None:
    text = (
        "Guards told Baltic Wire that the woman is a pilot, adding that she managed to "
        "escape."
    )
    chains = attrib.parse(text).chains()
    assert [
        (" ← ".join(link.name for link in chain.links), chain.content.text)
        for chain in chains
    ] == [
        ("Baltic Wire ← Guards", "that the woman is a pilot"),
        ("Baltic Wire ← Guards", "that she managed to escape"),
    ]


def test_a_warning_behind_a_comma_is_of_whoever_tells_it() -> None:
    text = (
        'Ada Lind told the board that the war is "unlikely to end," warning that the '
        '"prices are likely to rise."'
    )
    chains = attrib.parse(text).chains()
    assert [chain.content.text for chain in chains] == [
        'that the war is "unlikely to end,"',
        'that the "prices are likely to rise."',
    ]
    assert {chain.links[-1].name for chain in chains} == {"Ada Lind"}


def test_speech_in_single_marks_goes_on_past_its_apostrophes() -> None:
    text = "She told Reuters: ‘I didn’t see it, although my friends said it rained."
    (chain,) = attrib.parse(text).chains()
    assert chain.content.text == text.partition(": ")[2]
