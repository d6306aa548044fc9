from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.postings import build_postings, sample

numbers = st.lists(st.integers(0, (1 << 32) - 1), max_size=60)


@given(numbers)
def test_a_sample_holds_the_opening_whole(shingles: list[int]) -> None:
    distinct = list(dict.fromkeys(shingles))
    assert sample(shingles, 4).tolist()[:32] == distinct[:32]


@given(numbers, st.integers(1, 16))
def test_past_the_opening_the_same_are_picked_everywhere(
    shingles: list[int], rate: int
) -> None:
    others = sample(shingles, rate).tolist()[32:]
    distinct = list(dict.fromkeys(shingles))
    assert others == [number for number in distinct[32:] if number % rate == 0]


@given(st.lists(st.sets(st.integers(0, 40), max_size=12), max_size=12))
def test_every_shingle_of_two_documents_is_posted(documents: list[set[int]]) -> None:
    spread = [[number * 100_000_007 % (1 << 32) for number in own] for own in documents]
    postings = build_postings(spread, range(len(spread)))
    for key in {key for own in spread for key in own}:
        holders = [place for place, own in enumerate(spread) if key in own]
        if len(holders) > 1:
            assert postings[key] == holders


def test_only_the_first_of_a_group_is_posted() -> None:
    assert build_postings([[8], [8], [8]], [0, 0, 1])[8] == [0, 2]


def test_a_shingle_that_all_have_keeps_sixteen_holders() -> None:
    assert build_postings([[8]] * 50, range(50))[8] == list(range(16))


def test_no_documents_have_no_postings() -> None:
    assert build_postings([], []) == {}
