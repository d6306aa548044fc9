"""What a thing shows nobody has said; what somebody's work shows is told by it."""

import pytest

import attrib
from extraction.told import chains_of


@pytest.mark.parametrize(
    "text",
    [
        "The retreat from the town shows that the army is weak.",
        "The long queues demonstrate that bread is scarce.",
    ],
)
def test_what_a_thing_shows_is_nobodys(text: str) -> None:
    assert chains_of(text) == []


def test_what_a_thing_shows_is_said_by_whoever_says_so() -> None:
    text = "The retreat from the town shows that the army is weak, Ada Lind said."
    (chain,) = attrib.parse(text).chains()
    assert [link.name for link in chain.links] == ["Ada Lind"]
    assert chain.content.text.startswith("The retreat")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The survey shows that bread is scarce.", "survey"),
        ("The first results show that bread is scarce.", "first results"),
        ("Experts have shown that bread is scarce.", "Experts"),
        ("It shows that bread is scarce.", "It"),
    ],
)
def test_what_somebodys_work_shows_is_told(text: str, chain: str) -> None:
    assert chains_of(text) == [chain]
