"""Labels and rows of stars are no part of what is told, and no sources."""

import pytest

import attrib
from marking import mark


@pytest.mark.parametrize(
    "sentence",
    [
        "Exclusive: [T:The minister will resign in May], sources say.",
        "BREAKING: [T:Two men were killed], police said.",
        "Breaking news: [T:Two men were killed], police said.",
        "UPDATE 6:30pm: [T:Two men were killed], police said.",
        "Update 2: [T:Two men were killed], police said.",
        "Live updates: [T:Ship leaves harbour], ministry says",
        "Watch: Lind says [T:the dam will hold]",
        "Video: [S:Lind]: [T:I will not go]",
        "Sources: [T:Ada Lind will be dismissed]",
    ],
)
def test_a_label_is_no_part_of_what_is_told(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.content == marked["T"]


@pytest.mark.parametrize(
    "sentence",
    [
        "[T:Update of the harbour plan will cost two marks], the mayor said.",
        "[T:Live music: that is what they want], the mayor said.",
    ],
)
def test_a_word_that_may_be_a_label_is_kept_in_a_sentence(sentence: str) -> None:
    marked = mark(sentence)
    assert marked["T"] in [
        each.content for each in attrib.parse(marked.text).attributions
    ]


def test_a_row_of_stars_ends_what_stands_before_it() -> None:
    text = "The talks began. * * * Ada Lind: We came.\n\nJon Berg: It is late."
    found = attrib.parse(text).attributions
    assert [each.content.text for each in found] == ["We came.", "It is late."]


def test_stars_inside_a_word_part_nothing() -> None:
    (found,) = attrib.parse("“It is a f*** boat,” the mayor said.").attributions
    assert found.content.text == "“It is a f*** boat,”"


@pytest.mark.parametrize("marker", ["2.", "•", "–", "14:32", "12:05 GMT", "1/", "9am"])
@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Selga Line says the pier is shut.", "Selga Line", "the pier is shut"),
        ("According to Berg, the pier is shut.", "Berg", "the pier is shut"),
        ("The pier is shut, said Berg.", "Berg", "The pier is shut"),
    ],
)
def test_a_list_number_or_time_is_no_part_of_its_line(
    marker: str, line: str, source: str, content: str
) -> None:
    text = f"The day so far:\n\n{marker} {line}\n{marker} The harbour is calm."
    (found,) = attrib.parse(text).attributions
    assert found.source is not None
    assert found.source.name == source
    assert found.content.text == content
