"""How a source came to know what it says, where the text tells."""

import pytest

import attrib
from attrib import Attribution


def parse_last(text: str) -> Attribution:
    return attrib.parse(text).attributions[-1]


@pytest.mark.parametrize(
    ("text", "directness"),
    [
        ("The mayor saw that the pier was closed.", "witnessed"),
        ("Two witnesses said that the boat sank.", "witnessed"),
        ("An eyewitness of the blast said that the boat sank.", "witnessed"),
        ("Ada Lind, who witnessed the blast, said that the boat sank.", "witnessed"),
        ("Having seen the blast, Ada Lind said that the boat sank.", "unknown"),
        ("The witness's lawyer said that the boat sank.", "unknown"),
        ("Ivo Witness said that the boat sank.", "unknown"),
        ("The boat was seen to leave.", "unknown"),
        ("The mayor saw a way out of the crisis.", "unknown"),
        ("The mayor sees that the plan has failed.", "unknown"),
        ('"The dam is safe," the mayor concluded.', "unknown"),
        ("The mayor heard that the pier was closed.", "told"),
        ("The captain concluded from the tracks that two cars passed.", "induced"),
        ("Based on satellite images, the captain said that the dam fell.", "induced"),
        ("Judging by the tracks, two cars passed, the captain said.", "induced"),
        ("A group based on the island said that the dam fell.", "unknown"),
        ("The captain said that the order was based on a law.", "unknown"),
        ("The lawyer deduced that the boat was stolen.", "deduced"),
        ("The committee concluded that the pier was safe.", "deduced"),
        ("The mayor said that the pier was closed.", "unknown"),
    ],
)
def test_words_beside_the_cue_tell_how_it_is_known(text: str, directness: str) -> None:
    found = parse_last(text)
    assert found.directness == directness
    reasons = [r for r in found.reasons if r.startswith(f"{directness}: ")]
    assert len(reasons) == (directness != "unknown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said he was told by police that it rained.", ["told", "unknown"]),
        ("The agency said that a spy told it that it rained.", ["told", "unknown"]),
        ("The agency said that a spy told his wife that it rained.",
         ["unknown", "unknown"]),
        ("The agency said that it rained, telling them that it would snow.",
         ["unknown", "unknown"]),
        ("The agency said that two witnesses told it that it rained.",
         ["told", "witnessed"]),
    ],
)  # fmt: skip
def test_whoever_says_that_it_was_told_was_told(text: str, expected: list[str]) -> None:
    found = attrib.parse(text).attributions
    assert [str(each.directness) for each in found] == expected


def test_a_link_knows_it_as_its_attribution_does() -> None:
    text = "The agency said that two witnesses told it that it rained."
    (chain,) = attrib.parse(text).chains()
    assert [str(link.directness) for link in chain.links] == ["told", "witnessed"]
