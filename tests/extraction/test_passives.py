"""Who is behind "by": the whole of who said what stands before a passive verb."""

import pytest

import attrib
from marking import mark


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike was announced by [S:Adviser to the Minister Ada Lind] in a talk.",
        "The strike was announced by [S:the envoy to Norway].",
        "The strike was announced by [S:the aide to the mayor on farming Ada Lind].",
        "The strike was announced by [S:the aide] on Monday.",
        "The strike was announced by [S:the union of teachers] in Sarn.",
    ],
)
def test_the_source_behind_by_is_whole(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]
    assert found.content.text == "The strike"


def test_whom_something_is_announced_to_does_not_announce_it() -> None:
    text = "The strike was announced by the mayor to the council."
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert found.mention.text == "the mayor"
