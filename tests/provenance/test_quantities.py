"""Tests of quantities: numbers that a claim allows, and spellings of a name."""

import pytest

from attrib.provenance.quantities import allows, fold_spelling
from attrib.provenance.wording import read_wording


@pytest.mark.parametrize(
    ("claim", "other", "wanted"),
    [
        ("more than 400 ferries sank", 440, True),
        ("at least 16 ferries sank", 17, True),
        ("at least 16 ferries sank", 15, False),
        ("over 16 ferries sank", 160, False),
        ("no more than 16 ferries sank", 15, True),
        ("no more than 16 ferries sank", 17, False),
        ("no fewer than 16 ferries sank", 17, True),
        ("up to 16 ferries sank", 15, True),
        ("fewer than 16 ferries sank", 17, False),
        ("under 160 ferries sank", 16, False),
        ("more than $16m went down", 17e6, True),
        ("moreover 16 ferries sank", 17, False),
        ("about 300 ferries sank", 320, True),
        ("about 300 ferries sank", 400, False),
        ("the 16 ferries sank", 17, False),
        ("200 ferries sank", 201, True),
    ],
)
def test_a_claim_allows_the_numbers_that_it_leaves_open(
    claim: str, other: float, wanted: bool
) -> None:
    wording = read_wording(claim)
    (place,) = wording.numbers
    assert allows(wording, place, other) is wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("izyum", "izium", True),
        ("hrynkiy", "hrynkyy", True),
        ("odessa", "odesa", True),
        ("lind", "lynd", False),
        ("gotland", "jutland", False),
    ],
)
def test_spellings_of_a_name_are_one(one: str, other: str, wanted: bool) -> None:
    assert (fold_spelling(one) == fold_spelling(other)) is wanted
