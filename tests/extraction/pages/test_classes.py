"""Tests of classes: what a word is in its place, a noun or a verb."""

import pytest

import attrib
from attrib.extraction.pages.page import read_page
from attrib.lexicon.loading import load_lexicon


def tag_of(word: str, text: str) -> str:
    page = read_page(text, load_lexicon("en"))
    return next(page.tags[at] for at in range(len(page)) if page.norm(at) == word)


def told(text: str) -> list[tuple[str, str]]:
    """Return who tells what."""
    return [
        (each.mention.text if each.mention else "", each.content.text)
        for each in attrib.parse(text).attributions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bank has forecast that prices would rise.",
        "The bank had not forecast that prices would rise.",
    ],
)
def test_a_forecast_behind_have_is_a_verb(text: str) -> None:
    assert tag_of("forecast", text) == "q"
    assert [source for source, _ in told(text)] == ["The bank"]


def test_broadcast_rights_behind_had_are_no_verb() -> None:
    assert tag_of("broadcast", "The firm had broadcast rights in Norway.") == "n"


@pytest.mark.parametrize("word", ["tightens", "widens"])
def test_an_unlisted_form_of_a_verb_that_is_no_noun_is_a_verb(word: str) -> None:
    text = f"Norway {word} its rules, saying the port is at risk"
    assert tag_of(word, text) == "z"
    assert told(text) == [("Norway", "the port is at risk")]


def test_a_name_that_ends_like_a_verb_is_a_name() -> None:
    assert tag_of("denys", "It rained, prime minister Denys Holt has said.") != "z"


def test_an_unlisted_person_is_a_noun_whatever_its_ending() -> None:
    assert tag_of("appellant", "The appellant said the clerk had erred.") == "n"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mayor points to cracks in the old dam", "Mayor"),
        ("The mayor calls for calm.", "The mayor"),
    ],
)
def test_a_verb_of_one_person_is_known_by_its_particle(text: str, source: str) -> None:
    assert [each for each, _ in told(text)] == [source]


def test_the_points_of_a_compound_are_no_verb() -> None:
    assert tag_of("points", "He saw the customer points to the north.") == "n"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Her letter claims that the port burned.", "Her letter"),
        ("The mayor's caption claims that it burned.", "The mayor's caption"),
        ("The port's report states that it burned.", "The port's report"),
    ],
)
def test_a_document_claims_something(text: str, source: str) -> None:
    assert [each for each, _ in told(text)] == [source]


def test_the_claims_of_a_mayor_are_no_verb() -> None:
    assert tag_of("claims", "The mayor's claims that it burned were false.") == "n"


@pytest.mark.parametrize(
    ("text", "told_by"),
    [
        ("Investigators suspect that Lind took bribes.", "Investigators"),
        ("Experts recommend that adults receive two doses.", "Experts"),
    ],
)
def test_many_tell_a_clause_with_that(text: str, told_by: str) -> None:
    assert tag_of("that", text) == "="
    assert [source for source, _ in told(text)] == [told_by]


def test_that_before_one_thing_may_point_at_it() -> None:
    assert tag_of("that", "They recommend that book.") != "="
