"""Tests of skipping: what stands between a cue and its content."""

import pytest

import attrib


def told_by(name: str, text: str) -> list[str]:
    return [
        each.content.text
        for each in attrib.parse(text).attributions
        if each.source is not None and each.source.name == name
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('"Nonsense," Lind said of reports that the dam was unsafe.', '"Nonsense,"'),
        ('Lind said of the claim that it was unsafe: "Nonsense."', '"Nonsense."'),
    ],
)
def test_whoever_speaks_of_a_claim_does_not_make_it(text: str, content: str) -> None:
    assert told_by("Lind", text) == [content]


def test_what_is_said_of_a_person_is_said() -> None:
    text = "Lind said of the mayor that he was a liar."
    assert told_by("Lind", text) == ["that he was a liar"]
