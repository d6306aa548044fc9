"""A choice among candidates is learnt from what the right ones have in common."""

import pytest

from ranking import Choice, learn_choices

pytest.importorskip("scipy", reason="scipy comes with the training group")


def test_what_only_right_candidates_show_weighs_more_than_what_only_wrong_ones_do() -> (
    None
):
    choices = [Choice([["comma"], ["end"]], 1)] * 20
    weights = learn_choices(choices, penalty=0.1, least=5)
    assert weights["end"] > weights["comma"]


def test_what_all_candidates_show_weighs_nothing() -> None:
    choices = [Choice([["a", "comma"], ["a", "end"]], 1)] * 20
    assert "a" not in learn_choices(choices, penalty=0.1, least=5)


def test_what_was_seen_too_rarely_weighs_nothing() -> None:
    choices = [Choice([["comma"], ["end"]], 1)] * 4
    assert learn_choices(choices, penalty=0.1, least=5) == {}


def test_a_penalty_that_outweighs_the_lists_leaves_no_weights() -> None:
    choices = [Choice([["comma"], ["end"]], 1)] * 20
    assert learn_choices(choices, penalty=20.0, least=5) == {}


def test_a_candidate_of_which_nothing_is_seen_may_be_right() -> None:
    choices = [Choice([[], ["rain"]], 0)] * 20 + [Choice([[], ["said"]], 1)] * 20
    weights = learn_choices(choices, penalty=0.1, least=5)
    assert weights["said"] > 0 > weights["rain"]
