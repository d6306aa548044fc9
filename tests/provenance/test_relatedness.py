"""How near what two texts mean is, and the words that tell it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.matching import ClaimIndex
from attrib.provenance.relatedness import closeness, related_words
from attrib.provenance.similarity import compare
from attrib.provenance.wording import read_wording


@given(st.text(), st.text())
def test_closeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    a, b = read_wording(one), read_wording(other)
    assert closeness(a, b) == closeness(b, a)
    assert -1.001 <= closeness(a, b) <= 1.001


def test_a_meaning_is_of_unit_length_or_empty() -> None:
    assert math.hypot(*read_wording("The judge left the court").meaning) == (
        pytest.approx(1)
    )
    assert read_wording("Lindqvist").meaning == ()
    assert closeness(read_wording("Lindqvist"), read_wording("a court")) == 0


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("The court freed him", "A judge let him go", "A choir let him go"),
        ("Officials deny it", "The authorities deny it", "The chickens deny it"),
        ("Vaccines harm", "Doctors harm", "Ferries harm"),
    ],
)
def test_words_that_mean_the_like_bring_texts_closer(
    text: str, near: str, far: str
) -> None:
    own = read_wording(text)
    assert closeness(own, read_wording(near)) > closeness(own, read_wording(far))


def test_words_of_both_texts_are_not_told_as_related() -> None:
    one = read_wording("The judge and the court")
    assert related_words(one, read_wording("A court and a judge")) == ()


def test_a_comparison_tells_related_words_as_they_are_written() -> None:
    comparison = compare("Officials shut the quay", "Authorities shut the quay")
    assert comparison.related == (("Officials", "Authorities"),)
    (match,) = ClaimIndex(["Authorities shut the quay"]).match("Officials shut a quay")
    assert match.comparison.related == (("Officials", "Authorities"),)
