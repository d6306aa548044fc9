"""Weights: what is learnt of each feature, and which of those seen decided."""

from hypothesis import given
from hypothesis import strategies as st

from attrib.lexicon.weights import Weights

NAMES = st.text("abc", min_size=1, max_size=2)


@given(st.lists(NAMES), st.dictionaries(NAMES, st.floats(-9, 9)))
def test_the_terms_of_the_largest_weight_come_first(
    features: list[str], weights: dict[str, float]
) -> None:
    terms = Weights("accept", weights).deciding(features)
    sizes = [abs(term.weight) for term in terms]
    assert sizes == sorted(sizes, reverse=True)
    least = min(sizes, default=0)
    shown = [term.name for term in terms]
    for feature in features:
        if feature in weights and f"accept:{feature}" not in shown:
            assert abs(weights[feature]) <= least


def test_a_feature_that_is_seen_twice_is_one_term() -> None:
    (term,) = Weights("accept", {"a": 1.0}).deciding(["a", "a", "b"])
    assert term.name == "accept:a"


def test_terms_of_equal_weight_stand_in_the_order_of_their_names() -> None:
    terms = Weights("end", {"c": 1.0, "a": -1.0, "b": 1.0}).deciding("cba")
    assert [term.name for term in terms] == ["end:a", "end:b", "end:c"]
