"""Alignment: what stays the same in two texts, and what takes whose place."""

from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance import alignment
from attrib.provenance.alignment import align

WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


@given(WORDS, WORDS)
def test_short_texts_are_aligned_as_difflib_does(
    one: list[str], two: list[str]
) -> None:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    assert [(*step[:2], step[2]) for step in align(one, two)] == [
        (range(start, end), range(begin, stop), kind == "equal")
        for kind, start, end, begin, stop in matcher.get_opcodes()
    ]


@given(st.integers(0, 90), st.integers(0, 90), WORDS, WORDS)
def test_the_steps_of_long_texts_cover_both(
    many: int, more: int, one: list[str], two: list[str]
) -> None:
    ours, theirs = [*"abc" * many, *one, "x"], [*two, *"bca" * more, "y"]
    steps = list(align(ours * 4, theirs * 4))
    assert [place for here, _, _ in steps for place in here] == [*range(len(ours * 4))]
    assert [place for _, there, _ in steps for place in there] == [
        *range(len(theirs * 4))
    ]
    for here, there, is_same in steps:
        assert here or there
        if is_same:
            assert [(ours * 4)[p] for p in here] == [(theirs * 4)[p] for p in there]
    assert all(one[2] != other[2] for one, other in pairwise(steps))


def test_what_repeats_itself_is_aligned_part_by_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[int] = []

    class Watched(SequenceMatcher[str]):
        def set_seqs(self, a, b):  # type: ignore[no-untyped-def]  # as difflib has it
            compared.append(max(len(a), len(b)))
            super().set_seqs(a, b)

    monkeypatch.setattr(alignment, "SequenceMatcher", Watched)
    one, other = "the pier was unsafe".split(), "the pier was safe".split()
    changed = [step for step in align(one * 1000, other * 1000) if not step[2]]
    assert len(changed) == 1000
    assert max(compared) <= 64
    assert sum(compared) == 4000
