"""What "and" joins: two sources, or the halves of one."""

import pytest

import attrib


def sources_of(text: str) -> list[str]:
    """Return the origins of a text's chains."""
    return [chain.links[-1].name for chain in attrib.parse(text).chains()]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (
            "Officials from the Kremlin and the White House",
            "Officials from the Kremlin and the White House",
        ),
        (
            "Commissioner Bo Berg of the Department of Emergency Services and Public "
            "Safety",
            "Bo Berg",
        ),
        (
            "The US Harbour and Ferry Security Agency (HFSA)",
            "US Harbour and Ferry Security Agency",
        ),
        (
            "The head of the Harbour Council and director of the Norr Institute, Ada "
            "Lind,",
            "Ada Lind",
        ),
        ("Norr Peabody and Co analyst Ada Lind", "Ada Lind"),
        ("S and P", "S and P"),
        ("U.S. and British officials", "U.S. and British officials"),
    ],
)
def test_the_halves_of_one_name_are_one_source(subject: str, name: str) -> None:
    assert sources_of(f"{subject} said that it rained.") == [name]


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        (
            "Mayor Ada Lind of Norr and the White House",
            ["Ada Lind", "White House"],
        ),
        (
            "Scientists at Norr University and Bo Berg",
            ["Scientists at Norr University", "Bo Berg"],
        ),
        (
            "Aides to Mr. Lind and other officials",
            ["Aides to Mr. Lind", "other officials"],
        ),
        ("Reuters and the Norr Agency", ["Reuters", "Norr Agency"]),
        ("Moscow and Western officials", ["Moscow", "Western officials"]),
        ("CNN and British officials", ["CNN", "British officials"]),
    ],
)
def test_two_who_say_the_same_are_two_sources(subject: str, names: list[str]) -> None:
    assert sources_of(f"{subject} said that it rained.") == names


@pytest.mark.parametrize(
    "text",
    [
        "It rained, according to health, fire and harbour officials.",
        "CNN reported that it rained, citing health, fire and harbour officials.",
        "The health, fire and harbour officials said that it rained.",
    ],
)
def test_a_list_of_fields_shares_the_noun_behind_it(text: str) -> None:
    assert sources_of(text) == ["health, fire and harbour officials"]


def test_a_list_of_people_shares_no_noun() -> None:
    text = "It rained, according to police, soldiers and a harbour official."
    assert sources_of(text)[0] == "police"
