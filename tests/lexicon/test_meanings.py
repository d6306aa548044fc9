"""Vectors of what terms mean: the file, and how they are added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.lexicon.meanings import ZERO, Meanings, load_meanings
from attrib.lexicon.terms import load_terms

LARGEST = 46
VECTORS = st.lists(st.integers(-LARGEST, LARGEST), min_size=3, max_size=3)


@given(st.dictionaries(st.sampled_from("abcde"), VECTORS), st.lists(st.floats(0, 1)))
def test_vectors_add_up_by_their_shares(
    vectors: dict[str, list[int]], shares: list[float]
) -> None:
    spelled = {
        term: "".join(chr(number + ZERO) for number in vector)
        for term, vector in vectors.items()
    }
    given_shares = dict(zip("abcdef", shares, strict=False))
    met = [term for term in given_shares if term in vectors]
    expected = tuple(
        sum(round(1000 * given_shares[term]) * vectors[term][place] for term in met)
        for place in range(3)
    )
    found = Meanings(spelled).add_up(given_shares)
    assert found == (expected if met else ())


def test_common_terms_have_a_vector_and_no_others() -> None:
    meanings, rarity = load_meanings(), load_terms().rarity
    vectors = [meanings.get(term) for term in rarity]
    held = [vector for vector in vectors if vector is not None]
    assert len(held) >= 0.99 * len(rarity)
    assert len(meanings) == len(held)
    assert {len(vector) for vector in held} == {64}
    assert all(abs(number) <= LARGEST for vector in held for number in vector)


def test_the_vectors_of_all_terms_can_be_added_up() -> None:
    total = load_meanings().add_up(dict.fromkeys(load_terms().rarity, 1.0))
    one, *_ = total
    terms = load_terms().rarity
    vectors = [load_meanings().get(term) for term in terms]
    assert one == 1000 * sum(vector[0] for vector in vectors if vector is not None)


@pytest.mark.parametrize("term", ["", "lindqvist", "THE"])
def test_an_unknown_term_has_no_vector(term: str) -> None:
    assert load_meanings().get(term) is None
    assert load_meanings().add_up({term: 1.0}) == ()
