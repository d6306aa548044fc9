"""Several that speak together are so many sources, however they are joined."""

import pytest

import attrib


def sources_of(text: str) -> list[list[str]]:
    """Return the names of the source and the partners of each attribution."""
    return [
        [source.name for source in (each.source, *each.partners) if source is not None]
        for each in attrib.parse(text).attributions
    ]


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ("Lind as well as Berg", ["Lind", "Berg"]),
        ("Ada Lind, as well as Bo Berg,", ["Ada Lind", "Bo Berg"]),
        ("The bank, as well as its auditors,", ["bank", "auditors"]),
        ("Not only Lind but also Berg", ["Lind", "Berg"]),
        ("Not only the mayor but the minister", ["mayor", "minister"]),
        ("Neither the bank nor its auditors", ["bank", "auditors"]),
        ("Neither Ada Lind nor Bo Berg", ["Ada Lind", "Bo Berg"]),
        ("Both Lind and Berg", ["Lind", "Berg"]),
        ("Ada Lind and her lawyers", ["Ada Lind", "lawyers"]),
        ("Mr. King and Mr. Berg", ["King", "Berg"]),
        ("In 1994, Norway, Sweden and Denmark", ["Norway", "Sweden", "Denmark"]),
        ("Last Monday, the UN, Norway and Nato", ["UN", "Norway", "Nato"]),
        ("In Norway, Sweden and Denmark", ["Sweden", "Denmark"]),
        ("It rained, but both Norway and Sweden", ["Norway", "Sweden"]),
        (
            "The Kremlin and the Ministry of Health and Sport",
            ["Kremlin", "Ministry of Health and Sport"],
        ),
        (
            "The Bureau of Salt, Coffee, Sugar and Fishing",
            ["Bureau of Salt, Coffee, Sugar and Fishing"],
        ),
        (
            "For instance, the Bureau of Salt and Fishing",
            ["Bureau of Salt and Fishing"],
        ),
        (
            "In Norway the Office for Ports and Fishing",
            ["Office for Ports and Fishing"],
        ),
        (
            "The House committee on Salt, Ports and Fishing",
            ["House committee on Salt, Ports and Fishing"],
        ),
        ("Ada Lind of Norrland Fire and Rescue", ["Ada Lind"]),
        ("Ada Lind of Norr Ferries and Bo Berg", ["Ada Lind", "Bo Berg"]),
        ("The Bank of Sarn and Reuters", ["Bank of Sarn", "Reuters"]),
    ],
)
def test_each_of_those_who_are_joined_is_a_source(
    subject: str, names: list[str]
) -> None:
    (found,) = sources_of(f"{subject} said that it rained.")
    assert found == names


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Ports as well as Ferries said it rained.",
        "Neither official said that it rained.",
        "He fled as well as he could, Berg said.",
        "Ada Lind, the harbour and ferry director, said that it rained.",
    ],
)
def test_what_joins_no_sources_makes_none(text: str) -> None:
    (found,) = sources_of(text)
    assert len(found) == 1
