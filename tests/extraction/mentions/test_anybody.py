"""Descriptions that tell nobody apart name nobody that another report could confirm."""

import pytest

import attrib


def source_of(text: str) -> attrib.Source:
    source = attrib.parse(text).attributions[0].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    "who",
    [
        "Someone", "Somebody in the crowd", "Everyone", "Others", "Many", "One of them",
        "My cousin", "Our neighbour", "Her wife", "His boss", "A report", "A letter",
        "The doctor", "A man",
    ],
)  # fmt: skip
def test_anybody_is_anonymous(who: str) -> None:
    assert source_of(f"{who} said that the bridge was closed.").is_anonymous


@pytest.mark.parametrize(
    "who",
    [
        "Lind", "The mayor", "Her ministry", "My friend Ada Lind",
        "The report", "Norway", "Another Wire",
    ],
)  # fmt: skip
def test_others_are_told_apart(who: str) -> None:
    assert not source_of(f"{who} said that the bridge was closed.").is_anonymous


def test_the_cousins_of_two_reports_do_not_confirm_each_other() -> None:
    claim = "the northern bridge is closed"
    told = [
        f"It rained in Sarn. My cousin said that {claim}.",
        f"Nobody came to the fair. My cousin told us that {claim}.",
    ]
    reports = [
        attrib.parse(attrib.Document(text, id=name, outlet=name))
        for name, text in zip(("Kestra Press", "Radio Norr"), told, strict=True)
    ]
    count = attrib.trace(reports, of=claim).origin_count
    assert (count.minimum, count.maximum) == (1, 2)
