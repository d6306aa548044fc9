from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.passages import covered, find_passages, same_words, shorten
from attrib.provenance.shingles import Reading, Shingler

small = st.lists(st.integers(0, 12), max_size=30)
words = st.lists(
    st.sampled_from(["harbour", "the", "quay", "closed", "storm", "of", "Monday,"]),
    max_size=40,
).map(" ".join)
STORY = "The harbour master closed the northern quay on Monday after the storm."


def readings(*texts: str) -> tuple[Reading, ...]:
    return tuple(Shingler().read(text) for text in texts)


def shared(first: str, second: str) -> list[tuple[str, str]]:
    """Return the words of every pair of spans."""
    ours, theirs = readings(first, second)
    pairs = same_words(ours, theirs, find_passages(ours.shingles, theirs.shingles))
    return [(a.of(first), b.of(second)) for a, b in pairs]


@given(small, small)
def test_shingles_of_a_passage_match(first: list[int], second: list[int]) -> None:
    for run in find_passages(first, second):
        assert all(first[here] == second[there] for here, there in run)


@given(small, small)
def test_passages_advance_in_both_texts(first: list[int], second: list[int]) -> None:
    for run in find_passages(first, second):
        for (a, b), (c, d) in pairwise(run):
            assert a < c
            assert b < d


@given(small.filter(lambda found: len(found) >= 4))
def test_a_text_is_one_passage_of_itself(shingles: list[int]) -> None:
    distinct = list(range(len(shingles)))
    assert find_passages(distinct, distinct) == (
        tuple(zip(distinct, distinct, strict=True)),
    )


@given(words, words)
def test_pairs_of_spans_are_the_same_words(first: str, second: str) -> None:
    for ours, theirs in shared(first, second):
        assert ours.replace(",", "").split() == theirs.replace(",", "").split()


@given(words, words)
def test_spans_do_not_overlap_in_the_second_text(first: str, second: str) -> None:
    ours, theirs = readings(first, second)
    pairs = same_words(ours, theirs, find_passages(ours.shingles, theirs.shingles))
    ends = [0, *(there.end for _, there in pairs)]
    assert all(end <= b.start for end, (_, b) in zip(ends, pairs, strict=False))


def test_a_span_reaches_as_far_as_the_words_are_the_same() -> None:
    assert shared(
        f"We hear: {STORY} Nobody was hurt.", f"It says: {STORY} So be it."
    ) == [(STORY[:-1], STORY[:-1])]


def test_a_changed_word_parts_spans() -> None:
    other = STORY.replace("northern", "southern")
    assert shared(STORY * 2, other * 2)[0][0] == "The harbour master closed the"


def test_a_misread_word_does_not_part_spans() -> None:
    assert len(shared(STORY, STORY.replace("closed", "c1osed"))) == 1


def test_a_dropped_short_word_parts_spans_and_not_the_passage() -> None:
    other = STORY.replace("the northern", "northern")
    ours, theirs = readings(STORY, other)
    assert len(find_passages(ours.shingles, theirs.shingles)) == 1
    assert [b for _, b in shared(STORY, other)] == [
        "The harbour master closed",
        "northern quay on Monday after the storm",
    ]


def test_covered_words_reach_to_the_end_of_the_last_shingle() -> None:
    assert covered(((0, 7), (1, 8)), 1) == 0b1111 << 7


def test_a_long_passage_is_shown_in_eight_words_on_one_line() -> None:
    assert shorten("a b\nc d e f g h i") == "a b c d e f g h ..."
    assert shorten("a b\nc") == "a b c"
