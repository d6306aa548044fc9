"""Tests of unsaid: what leaves open whether something is so, or denies it."""

import itertools

import pytest

from attrib.model.span import Span
from attrib.provenance.unsaid import find_known, find_open, find_untrue


def marked(sentence: str) -> tuple[str, list[Span]]:
    """Return a sentence without its brackets, and where these stood."""
    spans, text = [], ""
    for part in sentence.split("]"):
        before, bracket, inside = part.partition("[")
        text += before
        if bracket:
            spans.append(Span(len(text), len(text) + len(inside)))
        text += inside
    return text, spans


@pytest.mark.parametrize(
    "sentence",
    [
        "[Is the quay shut?]",
        "The quay is shut, but [is it safe?]",
        "[The quay is shut?]",
        "Why is the quay shut?",
        "[Did you know that] the quay is shut?",
        "[If the quay is shut], the ferry waits.",
        "The ferry waits [if the quay is shut].",
        "The ferry sails [unless the quay, which is old, is shut], said Lind.",
        "[Had the quay been shut], the ferry would have waited.",
        "The ferry would have waited [had the quay been shut].",
        "She asked [whether the quay is shut] because the ferry waited.",
        "She wonders [whether] reports that the quay is shut are true.",
        "There is [no clear sign that the quay is shut].",
        "She has[n't seen any evidence that the quay is shut].",
        "[Nothing suggests the quay is shut].",
        "She is [not sure that the quay is shut].",
        "It sailed, [though the quay was almost closed].",
        "The quay was shut on a nearly moonless night.",
        "The quay was almost certainly shut, like nearly two hundred others.",
        "Few, if any, doubt that the quay is shut.",
        "There is no doubt that the quay is shut.",
        "",
    ],
)
def test_what_is_asked_supposed_or_unproven_is_left_open(sentence: str) -> None:
    text, spans = marked(sentence)
    assert list(find_open(text)) == spans


@pytest.mark.parametrize(
    "sentence",
    [
        "[Claims the quay was shut are untrue], Lind said.",
        "[Rumours that it has closed turned out to be baseless].",
        "Rumours of it go on.",
        "[Fears that the quay was shut proved unfounded].",
        "[Stories about the quay are just a hoax], she said.",
        "A [report that the quay was shut has been debunked] by Lind.",
        "[It is a lie that the quay is shut], she said.",
        "She [called the story that the quay is shut a lie].",
        "Lind has [debunked rumours that the quay is shut], she said.",
        "Nobody debunked rumours that the quay is shut.",
        "Reports that the quay is shut are not false.",
        "Reports that the notes are fake spread.",
        "The report says that the notes were fake.",
        "The claim was made by Lind.",
        "",
    ],
)
def test_what_is_called_untrue_is_found_with_what_calls_it_so(sentence: str) -> None:
    text, spans = marked(sentence)
    assert list(find_untrue(text)) == spans


@pytest.mark.parametrize("word", ["if it ", "no sign that ", "is it? ", "a lie, "])
def test_a_long_text_of_such_words_is_read_in_parts(word: str) -> None:
    text = word * 300
    spans = find_open(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "sentence",
    [
        "Lind said sailors wait [after the quay was closed], and left.",
        "Lind said sailors wait [as storms close the quay].",
        "Sailors wait at the [newly closed] quay, Lind said.",
        "Lind is glad [that the quay was closed].",
        "Lind saw the quay [which storms had closed].",
        "“Sailors wait after the quay was closed,” Lind said [before she left].",
        "Two sailors died after storms closed the quay, Lind said.",
        "Lind called it as good as a new quay.",
        "Lind said that the quay was closed.",
    ],
)
def test_what_is_told_beside_a_statement_is_known(sentence: str) -> None:
    text, spans = marked(sentence)
    assert list(find_known(text)) == spans
