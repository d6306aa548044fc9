"""Tests of manners: what stands behind a cue and is no content."""

import pytest

import attrib


@pytest.mark.parametrize(
    "text",
    [
        "Lind declined to comment on the plan.",
        'Norway would respond "in kind".',
    ],
)
def test_whoever_is_silent_or_acts_has_said_nothing(text: str) -> None:
    assert attrib.parse(text).chains() == ()


@pytest.mark.parametrize("verb", ["wrote", "emailed"])
def test_whoever_writes_to_say_something_says_it_once(verb: str) -> None:
    (found,) = attrib.parse(f"Lind {verb} to say that the dam was safe.").attributions
    assert found.source is not None
    assert found.source.name == "Lind"
    assert found.content.text == "that the dam was safe"
