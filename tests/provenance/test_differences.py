"""Differences: the words in which two versions of a claim disagree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import ModelError
from attrib.model.attribution import Stance
from attrib.model.claim import Claim
from attrib.model.span import Passage
from attrib.provenance.differences import find_differences, word_changes

WORDS = st.lists(
    st.sampled_from("the quay not 12 30 Lind Monday Friday closed open port".split()),
    max_size=8,
).map(" ".join)


def claim(text: str, stance: Stance) -> Claim:
    content = Passage.of(text, (0, len(text)))
    return Claim(content=content, document_id="a", stance=stance)


@given(WORDS)
def test_nothing_disagrees_with_itself(text: str) -> None:
    assert find_differences(text, text) == ()


@given(WORDS, WORDS)
def test_differences_turn_with_the_order(one: str, other: str) -> None:
    there = [(d.kind, d.first, d.second) for d in find_differences(one, other)]
    back = [(d.kind, d.second, d.first) for d in find_differences(other, one)]
    assert there == back


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("at least 85% voted", "at least 58% voted", ["number"]),
        ("ten boats sank", "twelve boats sank", ["number"]),
        ("about 200 boats sank", "201 boats sank", []),
        ("the boat cost $1.7 million", "the boat cost $1.71 million", []),
        ("at least 40 boats sank", "43 boats sank", []),
        ("at least 40 boats sank", "20 boats sank", ["number"]),
        ("at least 40 boats sank", "at least 43 boats sank", ["number"]),
        ("up to 40 boats sank", "38 boats sank", []),
        ("up to 40 boats sank", "43 boats sank", ["number"]),
        ("nearly 40 boats sank", "38 boats sank", []),
        ("the boat cost over $40m", "the boat cost $43m", []),
        ("the boat sank off the quay", "two boats sank off the quay", []),
        ("the mayor did resign", "the mayor did not resign", ["negation"]),
        ("the mayor resigned", "the mayor never resigned", ["negation"]),
        ("the mayor didn't resign", "the mayor did not resign", []),
        ("the fare rose in May", "the fare fell in May", ["opposite"]),
        ("the crew was rescued", "the crew was killed", ["opposite"]),
        ("the crew was freed by noon", "the crew was released by noon", []),
        ("the motion passed", "the motion failed", ["opposite"]),
        ("the motion did not fail", "the motion passed", []),
        ("more than 30 boats sank", "fewer than 30 boats sank", ["opposite"]),
        ("more than 30 boats sank", "no fewer than 30 boats sank", []),
        ("over 30 boats sank", "more than 30 boats sank", []),
        ("at least 30 boats sank", "up to 30 boats sank", ["opposite"]),
        ("it shut because of the gale", "it shut despite the gale", ["opposite"]),
        ("it shut because of the gale", "it shut due to the gale", []),
        ("fares rose in the first week", "fares rose in the third week", ["opposite"]),
        ("the mole gave way", "the mole failed to give way", ["negation"]),
        ("the mole failed to give way", "the mole did not give way", []),
        ("the quay closed on Monday", "the quay closed on Friday", ["date"]),
        ("the quay closed on Monday", "the quay closed", []),
        ("the boat left at 14:30", "the boat left at 2.30 pm", []),
        ("the boat left at 2:30", "the boat left at 14:30", []),
        ("the boat left at 2 am", "the boat left at 2 pm", ["date"]),
        ("the boat left at 14:30", "the boat left at 14:45", ["date"]),
        ("the boat left at 14:30", "the boat left on Monday", []),
        ("fares rose by 3.5 percent", "fares rose by 3,5 percent", []),
        ("fares rose by 3.5 percent", "fares rose by 35 percent", ["number"]),
        ("the boat cost $3m", "the boat cost 3 million dollars", []),
        ("the boat cost $3m", "the boat cost $3bn", ["number"]),
        ("the council thanked Lind", "the council thanked Brandt", ["name"]),
        ("the council thanked Lind", "the council thanked Ada Lind", []),
        ("the council thanked Lindqvist", "the council thanked Lindquist", []),
    ],
)
def test_numbers_dates_names_and_negations_decide(
    one: str, other: str, kinds: list[str]
) -> None:
    assert [str(d.kind) for d in find_differences(one, other)] == kinds


def test_a_denial_disagrees_with_what_it_denies() -> None:
    said = claim("the boat struck the pier", Stance.ASSERTS)
    denied = claim("the boat struck the pier", Stance.DENIES)
    (difference,) = find_differences(said, denied)
    assert (difference.kind, difference.second) == ("stance", "denies")


def test_a_denial_agrees_with_a_negation() -> None:
    said = claim("the boat did not strike the pier", Stance.ASSERTS)
    denied = claim("the boat did strike the pier", Stance.DENIES)
    assert find_differences(said, denied) == ()


def test_an_order_is_no_assertion() -> None:
    told = claim("to close the northern quay", Stance.ORDERS)
    (difference,) = find_differences("to close the northern quay", told)
    assert difference.kind == "stance"


@given(WORDS, WORDS)
def test_a_word_diff_leads_from_one_wording_to_the_other(one: str, other: str) -> None:
    changes = word_changes(one, other)
    assert " ".join(c.before for c in changes if c.before).split() == one.split()
    if all(not c.is_kept for c in changes):
        assert " ".join(c.after for c in changes if c.after) == other


@pytest.mark.parametrize("pair", [(None, "x"), ("x", 3)], ids=repr)
def test_changes_between_what_is_no_text_are_an_error(pair: tuple[str, str]) -> None:
    with pytest.raises(ModelError, match="wordings are compared as text"):
        word_changes(*pair)
