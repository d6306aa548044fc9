"""What the similarity of claims is learnt from, and how ranking is measured."""

import pytest

from attrib.provenance.similarity import features
from attrib.provenance.wording import read_wording
from claim_similarity import HEADER, mean_precision, see


@pytest.mark.parametrize(
    ("scored", "expected"),
    [
        ([([0.9, 0.1], 0)], 1.0),
        ([([0.9, 0.1], 1)], 0.5),
        ([([0.9, 0.8, 0.7, 0.6, 0.5, 0.1], 5)], 0.0),
        ([([0.9], 0), ([0.9], None)], 0.5),
    ],
    ids=["first", "second", "sixth", "missing"],
)
def test_a_right_candidate_counts_by_its_place(
    scored: list[tuple[list[float], int | None]], expected: float
) -> None:
    assert mean_precision(scored) == expected


def test_what_is_seen_is_the_same_for_every_pair() -> None:
    one, other = read_wording("The quay is closed"), read_wording("A ferry sank")
    assert list(features(one, other)) == list(features(other, one))
    assert see(one, other) == list(features(one, other).values())


def test_the_file_says_how_it_was_made() -> None:
    assert "training/claim_similarity.py" in HEADER
