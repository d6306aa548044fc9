"""Wordings: what is read of a text before it is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.model.claim import Claim
from attrib.model.span import Passage
from attrib.provenance.wording import Pile, read_wording


@given(st.text())
def test_any_text_has_a_wording(text: str) -> None:
    wording = read_wording(text)
    assert len(wording.terms) == len(wording.written)
    assert set(wording.weights) == set(wording.terms)


@given(st.lists(st.text("abc de. 12"), max_size=5))
def test_a_pile_has_one_wording_for_each_text(texts: list[str]) -> None:
    found = Pile(texts).wordings
    assert [w.terms for w in found] == [read_wording(text).terms for text in texts]
    assert all(0 <= w <= 1 for wording in found for w in wording.weights.values())


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("twenty-five boats", [25]),
        ("1,250 boats", [1250]),
        ("$2.5 billion", [2.5e9]),
        ("two hundred boats", [200]),
        ("3½ hours", [3.5]),
        ("the M1 and the F-16", []),
        ("20 5", [20, 5]),
        ("3,5 percent", [3.5]),
        ("12,345,678 boats", [12345678]),
        ("12,50,000 rupees", [1250000]),
        ("1,250.5 tons", [1250.5]),
        ("$3m and $3 m and £4bn and €5b", [3e6, 3e6, 4e9, 5e9]),
        ("a wall 3m high", [3]),
        ("a score of 3:2", [3, 2]),
        ("at 14:30", []),
        ("version 2.3.1", [2.3]),
    ],
)
def test_numbers_are_read_by_value(text: str, numbers: list[float]) -> None:
    assert list(read_wording(text).numbers.values()) == numbers


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The quay was not closed", {"clos"}),
        ("The quay wasn't closed", {"clos"}),
        ("They will never again sail", {"again"}),
        ("The quay was closed", set()),
    ],
)
def test_what_is_denied_stands_behind_the_negation(text: str, denied: set[str]) -> None:
    assert read_wording(text).denied == denied


def test_a_post_is_read_without_its_marks_and_addresses() -> None:
    post = "Boats sink off #GalePort! https://example.org/x pic.twitter.com/abc"
    assert read_wording(post).terms == read_wording("Boats sink off Gale Port").terms


def test_of_the_day_under_a_post_the_year_stays() -> None:
    post = "Boats sink — Ada Lind (@adalind) March 4, 2019"
    assert "2019" in read_wording(post).terms
    assert read_wording(post).dates == frozenset()


def test_a_claim_is_read_as_its_text_is() -> None:
    content = Passage.of("that it rained", (0, 14))
    claim = Claim(content=content, document_id="a")
    assert read_wording(claim) is read_wording("it rained")


def test_a_name_is_told_by_its_capital() -> None:
    assert "lind" in read_wording("the mayor thanked Lind").names
    assert "mayor" not in read_wording("the mayor thanked Lind").names


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 14:30", {"14:30"}),
        ("at 2.30 pm", {"14:30"}),
        ("at 2:30 p.m. on Monday", {"14:30", "monday"}),
        ("at 2PM", {"14:00"}),
        ("at 12 am", {"00:00"}),
        ("at 2:30", {"2:30"}),
        ("they rose 2.30 percent", set()),
        ("at 14:30:59 and 1a2am and 21pm", set()),
    ],
)
def test_a_time_of_day_is_a_date_on_one_clock(text: str, times: set[str]) -> None:
    assert read_wording(text).dates == times


def test_a_march_is_a_date_only_with_a_capital() -> None:
    assert read_wording("the ferry in March").dates == {"march"}
    assert read_wording("they march on").dates == frozenset()


def test_what_a_whole_pile_tells_of_weighs_little() -> None:
    texts = [f"Gale Port news number {n}" for n in range(60)]
    (first, *_) = Pile(["The ferry sank off Gale Port", *texts]).wordings
    assert first.weights["gal"] < 0.7 * read_wording("Gale Port").weights["gal"]
    assert first.weights["sink"] == read_wording("sink").weights["sink"]


def test_another_text_is_weighed_as_the_pile_is() -> None:
    pile = Pile([f"Gale Port news number {n}" for n in range(60)])
    read = pile.read("The ferry sank off Gale Port")
    assert read.weights["gal"] == pile.wordings[0].weights["gal"]
    assert read.weights["sink"] == read_wording("sink").weights["sink"]


@pytest.mark.parametrize(
    ("post", "plain"),
    [
        ("sad news from @adalind", "sad news from ada lind"),
        ("#galeportferry sank", "#galeportferry sank"),
        ("#portferry#galeport", "port ferry gale port"),
        ("#ferries", "ferries"),
        ("adalind", "adalind"),
    ],
    ids=["two", "three", "side-by-side", "one", "unmarked"],
)
def test_a_pile_parts_two_words_behind_a_mark(post: str, plain: str) -> None:
    pile = Pile(["Ada Lind sank the ferry", "Gale Port", "sad news from home"])
    assert pile.read(post).terms == read_wording(plain).terms
