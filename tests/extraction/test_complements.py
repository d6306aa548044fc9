"""Where what is reported begins, behind the words that say when, where and to whom."""

import pytest

import attrib
from marking import mark


def content_of(text: str) -> object:
    (found,) = attrib.parse(text).attributions
    return found.content


@pytest.mark.parametrize(
    "sentence",
    [
        "The city announced this week [T:plans to close the harbour].",
        "The ministry said earlier this month [T:part of the dam would be rebuilt].",
        "The club agreed last December [T:to build a bridge].",
        "Residents said on Saturday, [T:about 20 houses had burned down].",
        "He announced Monday morning [T:a plan to build a bridge].",
    ],
)
def test_a_time_behind_a_cue_is_no_content(sentence: str) -> None:
    marked = mark(sentence)
    assert content_of(marked.text) == marked["T"]


@pytest.mark.parametrize(
    "sentence",
    [
        "She said [T:Monday was a holiday].",
        "She said [T:last year was good].",
        "She said [T:Monday's storm had broken the dam].",
        "She said [T:Morning Ferry owners had lost the case].",
    ],
)
def test_a_time_that_is_a_subject_begins_the_content(sentence: str) -> None:
    marked = mark(sentence)
    assert content_of(marked.text) == marked["T"]


@pytest.mark.parametrize(
    "sentence",
    [
        'The minister said [T:a "sober look" at the dam was needed].',
        "The agency says [T:suspected cases of the fever were isolated].",
        "The paper said [T:no one would be dismissed].",
        "The mayor told a news conference [T:that, contrary to reports, it was safe].",
        "The emir said during the opening feast [T:`` we want to build a bridge ''].",
    ],
)
def test_a_content_begins_with_its_first_word(sentence: str) -> None:
    marked = mark(sentence)
    assert content_of(marked.text) == marked["T"]


def test_a_relative_that_begins_no_content() -> None:
    found = attrib.parse("The board announced orders that contradict it.").attributions
    assert not [each for each in found if each.content.text.startswith("that")]
