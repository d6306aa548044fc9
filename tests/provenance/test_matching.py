"""Finding the claim that a text repeats, among many."""

import pytest

from attrib.errors import ModelError
from attrib.provenance.matching import ClaimIndex
from attrib.provenance.similarity import SAME_FROM

CLAIMS = [
    "A photograph shows the mayor of Gale Port asleep in the council chamber.",
    "The storm of March damaged three moored trawlers off Gale Port.",
    "Gale Port sells its ferries to pay for the new quay.",
    *(f"A photograph shows lighthouse number {n} of Gale Port." for n in range(40)),
]


@pytest.mark.parametrize(
    ("post", "place"),
    [
        ("LOL our mayor sleeps through the council again #GalePort", 0),
        ("Three trawlers smashed at their moorings by that storm", 1),
        ("So they sell the ferries for a quay nobody wants", 2),
    ],
)
def test_the_claim_that_a_post_repeats_comes_first(post: str, place: int) -> None:
    assert ClaimIndex(CLAIMS).match(post)[0].place == place


def test_a_claim_matches_itself_best() -> None:
    index = ClaimIndex(CLAIMS)
    for place, claim in enumerate(CLAIMS):
        (match,) = index.match(claim, limit=1)
        assert match.place == place
        assert match.comparison.similarity >= SAME_FROM


def test_matches_are_sorted_and_no_more_than_asked() -> None:
    found = ClaimIndex(CLAIMS).match("a photograph of a lighthouse", limit=7)
    values = [match.comparison.similarity for match in found]
    assert values == sorted(values, reverse=True)
    assert len(values) == 7


def test_no_claims_match_nothing() -> None:
    assert ClaimIndex([]).match("The quay is closed") == ()
    assert len(ClaimIndex(CLAIMS)) == len(CLAIMS)


def test_only_claims_and_texts_are_matched() -> None:
    with pytest.raises(ModelError):
        ClaimIndex(CLAIMS).match(7)  # type: ignore[arg-type] # wrong on purpose


@pytest.mark.parametrize("bad", [None, "the quay is closed", 7, b"quay"], ids=repr)
def test_an_index_of_what_are_not_several_claims_is_an_error(bad: object) -> None:
    with pytest.raises(ModelError, match="wanted several claims or texts"):
        ClaimIndex(bad)  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize("bad", ["x", -1, None, 1.5, True], ids=repr)
def test_a_limit_that_is_no_number_is_an_error(bad: object) -> None:
    with pytest.raises(ModelError, match="limit is a whole number from 0"):
        ClaimIndex(CLAIMS).match("the mayor", limit=bad)  # type: ignore[arg-type]  # on purpose


def test_a_limit_of_nothing_matches_nothing() -> None:
    assert ClaimIndex(CLAIMS).match(CLAIMS[0], limit=0) == ()
