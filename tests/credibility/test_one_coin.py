import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.one_coin import UNKNOWN, Judged, judge
from attrib.credibility.voices import hear

Triple = tuple[str, str, str]
sources = st.sampled_from("ABCDE")
triples = st.lists(
    st.tuples(sources, st.sampled_from("xyz"), st.sampled_from("123")), min_size=1
)


def judged(said: list[Triple], **priors: tuple[float, float]) -> Judged:
    voices = hear(said)
    return judge(voices, [priors.get(str(o), UNKNOWN) for o in voices.origins])


@given(triples)
def test_beliefs_and_merits_are_probabilities(said: list[Triple]) -> None:
    found = judged(said)
    assert all(0 <= belief <= 1 for belief in found.beliefs)
    assert all(0 <= merit <= 1 for merit in found.merits)


@given(triples, st.floats(1e-300, 1e300), st.floats(1e-300, 1e300))
def test_no_prior_exceeds_what_numbers_hold(
    said: list[Triple], right: float, wrong: float
) -> None:
    found = judged(said, A=(right, wrong), B=(wrong, right))
    assert all(map(math.isfinite, [*found.beliefs, *found.merits]))


def test_what_one_origin_alone_says_counts_at_the_rate_of_its_prior() -> None:
    said = [("A", f"thing {n}", "seen") for n in range(5)]
    assert judged(said).merits == [0.75] * 5
    assert judged(said, A=(1, 4)).merits == [0.2] * 5


def test_claims_that_nobody_else_speaks_to_make_nobody_infallible() -> None:
    shared = [("A", "quay", "shut"), ("B", "quay", "open"), ("C", "quay", "open")]
    alone = [("A", f"thing {n}", "seen") for n in range(10_000)]
    found = judged(shared + alone)
    shut, opened = found.beliefs[:2]
    assert opened > shut


def test_all_who_agree_may_still_be_wrong() -> None:
    two = judged([("A", "quay", "shut"), ("B", "quay", "shut")])
    three = judged(
        [("A", "quay", "shut"), ("B", "quay", "shut"), ("C", "quay", "shut")]
    )
    assert 0.75 < two.merits[0] < three.merits[0] < 1
    assert two.beliefs == three.beliefs == [1.0]


def test_who_is_borne_out_elsewhere_wins_one_against_one() -> None:
    said = [
        *[(source, f"thing {n}", "seen") for source in "AB" for n in range(4)],
        *[("C", f"thing {n}", "unseen") for n in range(4)],
        ("A", "quay", "shut"),
        ("C", "quay", "open"),
    ]
    assert judged(said).beliefs[-2] > 0.9


def test_three_who_agree_beat_three_who_do_not() -> None:
    said = [(s, "quay", "shut") for s in "ABC"] + [(s, "quay", s) for s in "DEF"]
    assert judged(said).beliefs[0] > 0.9


def test_a_record_of_its_own_outweighs_the_number_of_unknown_voices() -> None:
    said = [("A", "quay", "shut"), ("B", "quay", "open"), ("C", "quay", "open")]
    assert judged(said).beliefs[1] > 0.5
    assert judged(said, A=(99, 1)).beliefs[0] > 0.5


def test_a_source_known_to_be_wrong_speaks_against_what_it_says() -> None:
    said = [("A", "quay", "shut"), ("B", "quay", "open")]
    assert judged(said, A=(1, 99)).beliefs[1] > 0.9


@pytest.mark.parametrize("count", [1, 3, 10])
def test_equal_support_is_equal_belief(count: int) -> None:
    said = [(f"{side} {n}", "quay", side) for side in "ab" for n in range(count)]
    assert judged(said).beliefs == [0.5, 0.5]
