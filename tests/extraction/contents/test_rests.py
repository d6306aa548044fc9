"""Tests of rests: the second half of what is told, behind its cue."""

import pytest

import attrib


@pytest.mark.parametrize(
    "text",
    [
        '"This," said Holm, pointing at the wall, "is old."',
        '"This," Holm said, laughing, "is old."',
        '"This," said Holm as he pointed at the wall, "is old."',
    ],
)
def test_a_quotation_goes_on_behind_what_its_speaker_did(text: str) -> None:
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert found.mention.text == "Holm"
    assert [span.of(text) for span in found.content.spans] == ['"This,"', '"is old."']


def test_a_quotation_with_nothing_behind_its_speakers_deed_is_whole() -> None:
    (found,) = attrib.parse('"It fell," Holm said, laughing.').attributions
    assert found.content.text == '"It fell,"'
