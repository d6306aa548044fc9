"""What opens a line of a list or a log is found, and words are left alone."""

import pytest

from attrib.text.markers import find_markers
from attrib.text.sentences import find_paragraphs
from attrib.text.tokens import tokenize


def _marked(text: str) -> list[str]:
    tokens = tokenize(text)
    found = find_markers(text, tokens, find_paragraphs(text, tokens))
    return [text[tokens.starts[first] : tokens.ends[last - 1]] for first, last in found]


@pytest.mark.parametrize(
    "marker",
    [
        *(
            "1.",
            "23)",
            "(4)",
            "[5]",
            "6/",
            "2/7",
            "b)",
            "•",
            "*",
            "-",
            "–",
            "•\u00a03.",
        ),
        *("14:32", "9.45am", "9 a.m.", "12:05 GMT", "[14:32]", "14h32", "09:30 -"),
    ],
)
def test_a_number_bullet_or_time_opens_a_line(marker: str) -> None:
    text = f"{marker} Police shut the pier."
    assert _marked(text) == [marker]
    assert _marked(f"The day in brief:\n{text}\n{text}") == [marker, marker]


@pytest.mark.parametrize(
    "text",
    [
        "12:05 was too late.",
        "9 p.m. Monday the doors closed.",
        "10 people fled.",
        "5 Police officers fled.",
        "1.5 million fled.",
        "2019. What a year.",
        "-5 degrees is cold.",
        "A. Berg left.",
        "3.",
        "* * *",
        "1,",
        "- We will not pay - said the mayor.",
        '"It rained."\n- Ada Lind, mayor of Sarn.',
    ],
)
def test_words_signatures_and_dialogue_are_no_markers(text: str) -> None:
    assert _marked(text) == []
