"""Similarity: from 0 to 1, the same both ways, and lower where something disagrees."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.similarity import (
    SAME_FROM,
    compare,
    contained_words,
    features,
    similarity,
)
from attrib.provenance.wording import read_wording

WORDS = st.lists(
    st.sampled_from(
        "the quay not 12 30 Lind Monday Friday closed open storm ferry sank of".split()
    ),
    max_size=9,
).map(" ".join)


@given(st.text(), st.text())
def test_a_similarity_lies_between_0_and_1(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1


@given(WORDS, WORDS)
def test_a_similarity_is_the_same_both_ways(one: str, other: str) -> None:
    assert similarity(one, other) == pytest.approx(similarity(other, one), abs=1e-12)


@given(WORDS.filter(bool), WORDS.filter(bool))
def test_contained_words_are_the_least_of_two_features(one: str, other: str) -> None:
    a, b = read_wording(one), read_wording(other)
    seen = features(a, b)
    least = min(seen["contained"], seen["order-short"])
    assert contained_words(a, b) == contained_words(b, a) == least


@given(st.lists(st.sampled_from("storm ferry quay sank Lind 30".split()), min_size=4))
def test_a_claim_is_the_same_as_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert similarity(text, text.upper()) >= SAME_FROM


@pytest.mark.parametrize("text", ["", "...", "the ferry sank"])
def test_no_words_are_like_nothing(text: str) -> None:
    assert similarity("", text) == 0.0


SAID = "The storm sank three moored trawlers off Gale Port, the harbour master says"


@pytest.mark.parametrize(
    "other",
    [
        "Three moored trawlers were sunk by the storm off Gale Port",
        "Storm sinks three trawlers moored off Gale Port",
        "The harbour master says the storm sank 3 moored trawlers off Gale Port",
        "The storm sank three moored trawlers off GalePort",
    ],
)
def test_a_claim_in_other_words_is_the_same(other: str) -> None:
    assert similarity(SAID, other) >= SAME_FROM


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 85% of the quay is dry", "At least 58% of the quay is dry"),
        ("The mayor did sign the lease", "The mayor did not sign the lease"),
        ("The fare to the islands rose", "The fare to the islands fell"),
        ("Three moored trawlers sank", "Six moored trawlers sank"),
        ("The quay reopens on Monday", "The quay reopens on Friday"),
        ("The ferry leaves the quay at 14:30", "The ferry leaves the quay at 3 pm"),
    ],
)
def test_one_word_that_decides_parts_two_claims(one: str, other: str) -> None:
    comparison = compare(one, other)
    assert comparison.differences
    assert comparison.similarity < SAME_FROM <= comparison.likeness


@pytest.mark.parametrize(
    "other",
    [
        "The choir of Gale Port sings in the old chapel on Sunday",
        "The harbour master says the crane has been repaired",
        "A storm is expected in the hills",
    ],
)
def test_a_common_topic_is_no_common_claim(other: str) -> None:
    assert similarity(SAID, other) < SAME_FROM


def test_a_comparison_names_the_rarest_shared_terms_first() -> None:
    assert compare("the trawler sank", "the trawler sinks").shared[-1] == "the"


def test_shares_tell_which_of_two_is_the_shorter_one() -> None:
    comparison = compare("Three trawlers sank", "Three trawlers sank off Gale Port")
    assert comparison.first_share == 1 > comparison.second_share


def test_paraphrases_are_told_as_well_as_recorded(corpora: Path) -> None:
    text = (corpora / "dedup" / "msrp_train.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    scored = sorted((similarity(row[3], row[4]), row[0] == "1") for row in rows)
    same = sum(is_same for _, is_same in scored)
    ranks = sum(rank for rank, (_, is_same) in enumerate(scored, 1) if is_same)
    area = (ranks - same * (same + 1) / 2) / (same * (len(rows) - same))
    found = [is_same for value, is_same in scored if value >= SAME_FROM]
    assert area >= 0.825
    assert 2 * sum(found) / (len(found) + same) >= 0.83
