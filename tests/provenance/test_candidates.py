"""Candidates: the wordings that one wording is held against."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.candidates import WordingIndex
from attrib.provenance.wording import read_wording

WORDS = st.lists(
    st.sampled_from("quay closed storm ferry harbour trawler".split()), max_size=6
).map(" ".join)


@given(st.lists(WORDS, max_size=8), WORDS)
def test_what_is_near_is_there_and_shares_a_term(texts: list[str], text: str) -> None:
    wordings = [read_wording(each) for each in texts]
    sought = read_wording(text)
    near = WordingIndex(wordings).near(sought, limit=5)
    assert len(set(near)) == len(near) <= 5
    assert all(set(wordings[at].terms) & set(sought.terms) for at in near)


def test_the_nearest_wording_comes_first() -> None:
    texts = ["a storm in May", "the storm sank a ferry", "the storm sank two trawlers"]
    index = WordingIndex(map(read_wording, texts))
    assert index.near(read_wording("A ferry sank in the storm"), limit=2)[0] == 1


@pytest.mark.parametrize("count", [10, 3000])
def test_terms_that_very_many_hold_lead_to_few(count: int) -> None:
    index = WordingIndex(read_wording(f"storm {n} warning") for n in range(count))
    assert len(index) == count
    assert len(index.near(read_wording("storm warning"), limit=10_000)) <= 64


def test_a_rare_pair_is_found_among_very_many() -> None:
    texts = [f"storm warning {n} for boats" for n in range(1000)]
    index = WordingIndex(map(read_wording, [*texts, "the crane of Gale Port fell"]))
    assert index.near(read_wording("a crane fell at Gale Port"), limit=1) == [1000]
