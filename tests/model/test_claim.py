"""Claims, and what two of them disagree in."""

import pytest

from attrib.errors import ModelError
from attrib.model.attribution import Stance
from attrib.model.claim import Change, Claim, Conflict, Difference, Variant
from attrib.model.span import Passage


def claim(text: str, *, attribution: int | None = None) -> Claim:
    content = Passage.of(text, (0, len(text)))
    return Claim(content=content, document_id="wire", attribution=attribution)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("that the quay is closed", "the quay is closed"),
        ("“The quay is closed,”", "The quay is closed"),
        ('that "the quay" is closed', "the quay is closed"),
        ("the quay\n  is closed", "the quay is closed"),
        ("The mayor's quay is closed.", "The mayor's quay is closed."),
        ("That quay is closed", "quay is closed"),
    ],
    ids=["that", "marks", "both", "lines", "apostrophe", "capital"],
)
def test_a_claim_is_its_content_without_who_said_it(content: str, text: str) -> None:
    assert claim(content).text == text


def test_the_id_of_a_claim_leads_back_to_its_attribution() -> None:
    assert claim("it rained", attribution=3).id == "wire#3"


def test_the_id_of_an_own_sentence_tells_its_code_points() -> None:
    assert claim("It rained.").id == "wire#char=0,10"


def test_a_claim_asserts_unless_it_is_told() -> None:
    assert claim("It rained.").stance is Stance.ASSERTS


def test_a_negative_attribution_is_an_error() -> None:
    with pytest.raises(ModelError, match="counts from 0"):
        claim("It rained.", attribution=-1)


def test_a_difference_reads_as_words() -> None:
    assert (
        str(Difference("date", "Monday", "Friday")) == 'date: "Monday" against "Friday"'
    )


@pytest.mark.parametrize(
    ("other", "differences", "message"),
    [
        ("a", (Difference("number", "2", "3"),), "with itself"),
        ("b", (), "at least one difference"),
    ],
)
def test_a_conflict_needs_two_claims_and_a_difference(
    other: str, differences: tuple[Difference, ...], message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        Conflict(member="a", other=other, differences=differences)


def test_a_change_needs_words() -> None:
    with pytest.raises(ModelError, match="words before or after"):
        Change("", "")


def test_a_variant_shows_what_went_and_what_came() -> None:
    changes = (
        Change("It", "It"),
        Change("may have", "has"),
        Change("rained", "rained"),
    )
    variant = Variant(
        text="It has rained",
        members=("a",),
        source_text="It may have rained",
        changes=changes,
    )
    assert str(variant) == "It [-may have-] {+has+} rained"


def test_the_first_variant_shows_its_text() -> None:
    assert str(Variant(text="It rained", members=("a",))) == "It rained"


def test_a_variant_needs_members_and_an_origin_for_its_changes() -> None:
    with pytest.raises(ModelError, match="at least one member"):
        Variant(text="It rained", members=())
    with pytest.raises(ModelError, match="comes from none"):
        Variant(text="It rained", members=("a",), changes=(Change("It", ""),))
