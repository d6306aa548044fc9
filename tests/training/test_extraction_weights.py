"""What the weights are learnt from, and what is left out to measure them."""

import pytest

from attrib.extraction.pages.page import read_page
from attrib.lexicon.loading import load_lexicon
from extraction_weights import (
    CORPORA,
    agreement,
    example_rows,
    is_left_out,
    judged_tokens,
)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ({1, 2}, {1, 2}, 1.0),
        ({1, 2}, {2, 3}, 1 / 3),
        ({1}, {2}, 0.0),
        (set(), set(), 0),
    ],
)
def test_agreement_is_the_share_of_common_tokens(
    one: set[int], other: set[int], share: float
) -> None:
    assert agreement(one, other) == pytest.approx(share)


def test_nothing_is_left_out_of_the_weights_that_are_shipped() -> None:
    assert not any(is_left_out(corpus, 0, None) for corpus in CORPORA)


def test_every_text_of_a_small_corpus_is_unseen_in_one_half_at_least() -> None:
    for corpus in CORPORA:
        halves = [
            [is_left_out(corpus, place, half) for half in (0, 1)] for place in (0, 1)
        ]
        assert all(any(each) for each in halves) is bool(corpus.kinds)


def test_only_what_was_judged_counts() -> None:
    page = read_page("It rained. He said so.", load_lexicon("en"))
    assert judged_tokens(page, {"annotated": [[11, 22]]}) == {3, 4, 5, 6}
    assert judged_tokens(page, {}) == set(range(7))


def test_the_rules_own_examples_are_learnt_from_both_ways() -> None:
    rows = example_rows({})
    assert {choice.right > 0 for choice in rows.accept} == {True, False}
    assert {right for _, right in rows.phrase} == {True, False}
