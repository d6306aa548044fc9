"""Terms: words without endings, groups that say the same, and how rare they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.lexicon.terms import load_terms, stem

TERMS = load_terms()


@given(st.text())
def test_every_word_has_a_term(word: str) -> None:
    assert isinstance(TERMS.of[word], str)


@given(st.text())
def test_a_stem_is_never_longer_than_its_word_by_more_than_a_letter(word: str) -> None:
    assert len(stem(word, {})) <= len(word)


@pytest.mark.parametrize(
    "words",
    [
        "close closed closes closing",
        "resign resigned resignation resigns",
        "sink sank sunk sinking",
        "ferry ferries",
        "announce announced announcement declaration",
        "photo photograph pictures",
        "stop stopped stopping",
        "flee flees fled fleeing",
        "invade invaded invading invasion",
        "leave leaves left leaving",
        "agree agrees agreed agreeing",
    ],
)
def test_words_that_belong_together_have_one_term(words: str) -> None:
    assert len({TERMS.of[word] for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "rise fall",
        "kill wound",
        "import export",
        "quay key",
        "russia ukraine",
        "find founded",
        "bear bored",
    ],
)
def test_words_that_say_other_things_have_two(words: str) -> None:
    one, other = words.split()
    assert TERMS.of[one] != TERMS.of[other]


def test_opposites_are_opposites_of_each_other() -> None:
    for term, others in TERMS.opposites.items():
        assert all(term in TERMS.opposites[other] for other in others)


def test_no_term_is_its_own_opposite() -> None:
    assert [term for term, others in TERMS.opposites.items() if term in others] == []


def test_rarities_are_shares_and_closed_words_are_common() -> None:
    assert all(0 <= share <= 1 for share in TERMS.rarity.values())
    assert max(TERMS.rarity[word] for word in ("the", "of", "and", "to")) < 0.2


def test_short_names_of_days_and_months_stand_for_the_full_ones() -> None:
    assert TERMS.dates["tues"] == "tuesday"
    assert TERMS.dates["sept"] == "september"
    assert "september" not in TERMS.weekdays
