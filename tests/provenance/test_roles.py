"""Roles: names in exchanged places, and relatives in the place of one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.differences import find_differences
from attrib.provenance.similarity import SAME_FROM, compare, similarity

WORDS = st.lists(
    st.sampled_from("Norway Denmark Sweden Lind's son beat fined by was and".split()),
    max_size=9,
).map(" ".join)


def kinds(one: str, other: str) -> list[str]:
    return [str(each.kind) for each in find_differences(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway beat Denmark in the final", "Denmark beat Norway in the final"),
        ("Lind sued Brandt over the quay", "Brandt sued Lind over the quay"),
        ("Lind said Brandt took the boat", "Brandt said Lind took the boat"),
        ("Alda Corp bought Moss Ltd in May", "Moss Ltd bought Alda Corp in May"),
        ("Norway's navy stopped Denmark", "Denmark's navy stopped Norway"),
        ("Lind was sued by Brandt", "Brandt was sued by Lind"),
        ("Norway beat Denmark on Monday", "On Monday Denmark beat Norway"),
    ],
)
def test_names_around_the_same_deed_in_exchanged_order_part_claims(
    one: str, other: str
) -> None:
    assert kinds(one, other) == ["name"]
    assert similarity(one, other) < SAME_FROM <= compare(one, other).likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway beat Denmark in the final", "Denmark was beaten by Norway"),
        ("Alda Corp bought Moss Ltd", "Moss Ltd, bought by Alda Corp, is in debt"),
        ("Lind and Brandt left Oslo", "Brandt and Lind left Oslo"),
        ("Lind met Brandt in Oslo", "Brandt met Lind in Oslo"),
        ("Norway signed it with Denmark", "Denmark signed it with Norway"),
        ("A road links Moss and Larvik", "A road links Larvik and Moss"),
        ("Denmark is under attack from Norway", "Norway attacks Denmark"),
        ("Brandt left, Lind said", "Lind said Brandt left"),
        (
            "Talks in Moss ended, in Larvik they go on",
            "Talks in Larvik ended, in Moss they go on",
        ),
        ("Norway beat Denmark, then Denmark lost", "Denmark lost; Norway beat Denmark"),
    ],
)
def test_other_orders_of_names_are_no_exchange(one: str, other: str) -> None:
    assert kinds(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lind's wife was fined in Oslo", "Lind was fined in Oslo"),
        ("The mayor’s son was fined in Oslo", "The mayor was fined in Oslo"),
        ("The court fined Brandt's aunt", "The court fined Brandt"),
    ],
)
def test_a_relative_is_somebody_else(one: str, other: str) -> None:
    assert kinds(one, other) == ["name"]
    assert similarity(one, other) < SAME_FROM <= compare(one, other).likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway's navy stopped the boat", "Norway stopped the boat"),
        ("Lind's wife was fined", "Lind was fined, and so was his wife"),
        ("Lind's wife was fined", "Lind's son's wife was fined"),
        ("Lind's wife said he was ill", "Lind was ill"),
    ],
)
def test_whose_words_do_not_stand_in_for_a_relative_are_no_difference(
    one: str, other: str
) -> None:
    assert kinds(one, other) == []


@given(WORDS, WORDS)
def test_roles_turn_with_the_order(one: str, other: str) -> None:
    there = [(d.kind, d.first, d.second) for d in find_differences(one, other)]
    back = [(d.kind, d.second, d.first) for d in find_differences(other, one)]
    assert there == back
    assert similarity(one, other) == pytest.approx(similarity(other, one), abs=1e-12)
