"""Tests of speaking: claims that somebody says, orders or promises something."""

import pytest

from attrib.provenance.speaking import find_speaker
from attrib.provenance.wording import read_wording


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ("Ada Lind says that the quay is closed", "Ada Lind"),
        ("Lind says that the quay is closed", "Lind"),
        (
            "The Harbour Board of Gale has formally asked for money",
            "Harbour Board of Gale",
        ),
        ("Norway has ordered its ferries home", "Norway"),
        ("Oslo accuses Chile of sinking a ferry", "Norway"),
        ("The mayor says that the quay is closed", None),
        ("Norway will send ferries", None),
        ("Ada Lind, who says little, has died", None),
        ("Norway", None),
        ("", None),
    ],
)
def test_who_does_a_deed_of_words_is_its_speaker(
    claim: str, wanted: str | None
) -> None:
    speaker = find_speaker(read_wording(claim))
    assert (speaker and speaker.source.name) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The GHB asked for money", True),
        ("The board asked for money", True),
        ("Gale asked for money", False),
    ],
)
def test_a_body_is_named_by_its_last_word_or_its_initials(
    text: str, wanted: bool
) -> None:
    speaker = find_speaker(read_wording("The Gale Harbour Board asked for money"))
    assert speaker is not None
    assert speaker.is_named_in(read_wording(text).weights.keys()) is wanted
