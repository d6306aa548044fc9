"""What "who" and "which" stand for."""

import pytest

import attrib


def origin_of(text: str) -> str:
    (chain,) = attrib.parse(text).chains()
    return chain.links[-1].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The plan led to a flurry of letters from members of the council, who said "
            "that it was illegal.",
            "members of the council",
        ),
        (
            "That was a point of contention for some deputies who complained that "
            "nobody had asked them.",
            "deputies",
        ),
        ("It has the support of the mayor, who said it would help.", "mayor"),
        ("This is a victory for Ada Lind, who said she was glad.", "Ada Lind"),
    ],
)
def test_who_is_nothing_but_people(text: str, name: str) -> None:
    assert origin_of(text) == name


def test_which_is_a_body_and_not_its_head() -> None:
    text = "They met the head of Norrsoft, which says that the tool is safe."
    assert origin_of(text) == "Norrsoft"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The news came from the Port Workers Union (PWU), which said that the quay "
            "was shut.",
            "Port Workers Union",
        ),
        (
            "They met a prosecutor of the Port Tribunal (PT), who said that it rained.",
            "prosecutor of the Port Tribunal",
        ),
    ],
)
def test_an_acronym_in_brackets_stands_before_who(text: str, name: str) -> None:
    assert origin_of(text) == name


@pytest.mark.parametrize("subject", ["Three women", "Two deputies", "Some members"])
def test_several_people_are_a_crowd(subject: str) -> None:
    (found,) = attrib.parse(f"{subject} said that it rained.").attributions
    assert found.source is not None
    assert found.source.kind is attrib.SourceKind.CROWD
