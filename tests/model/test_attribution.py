import attrs
import pytest

from attrib.errors import ModelError
from attrib.model.attribution import Attribution, AttributionKind, Mode, Stance
from attrib.model.span import Passage
from marking import mark

MARKED = mark("[C:According to] [S:the mayor] [T:it [H:reportedly] rained]")
BARE = Attribution(index=2, content=MARKED["T"])


def test_the_plain_attribution_reports_indirectly_and_asserts() -> None:
    assert (BARE.kind, BARE.mode, BARE.stance) == ("reporting", "indirect", "asserts")
    assert BARE.rule == "by-hand"


def test_enums_may_be_given_by_value() -> None:
    attribution = attrs.evolve(BARE, kind="belief", mode="direct", stance="denies")
    assert attribution.kind is AttributionKind.BELIEF
    assert attribution.mode is Mode.DIRECT
    assert attribution.stance is Stance.DENIES


def test_a_value_that_is_none_of_the_enum_is_an_error() -> None:
    with pytest.raises(ValueError, match="found 'shouts', wanted a Stance: 'asserts'"):
        attrs.evolve(BARE, stance="shouts")


def test_parts_name_mention_cue_and_content_before_the_others() -> None:
    full = attrs.evolve(
        BARE, mention=MARKED["S"], cue=MARKED["C"], hedges=[MARKED["H"]]
    )
    assert [part.text for part in full.parts] == [
        "the mayor",
        "According to",
        "it reportedly rained",
        "reportedly",
    ]
    assert BARE.parts == (MARKED["T"],)


def test_hedges_and_reasons_are_kept_as_tuples() -> None:
    attribution = attrs.evolve(BARE, hedges=[MARKED["H"]], reasons=["said so"])
    assert attribution.hedges == (MARKED["H"],)
    assert attribution.reasons == ("said so",)


def test_what_it_is_nested_in_comes_before_what_it_continues() -> None:
    assert BARE.outer is None
    assert attrs.evolve(BARE, continues=1).outer == 1
    assert attrs.evolve(BARE, parent=0, continues=1).outer == 0


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_beyond_0_and_1_is_an_error(score: float) -> None:
    with pytest.raises(ModelError, match=r"between 0 and 1|a finite number"):
        attrs.evolve(BARE, score=score)


def test_a_negative_index_is_an_error() -> None:
    with pytest.raises(ModelError, match="counts from 0, not -1"):
        attrs.evolve(BARE, index=-1)


@pytest.mark.parametrize("field", ["parent", "continues"])
def test_an_attribution_inside_itself_is_an_error(field: str) -> None:
    with pytest.raises(ModelError, match="attribution 2 cannot stand inside itself"):
        attrs.evolve(BARE, **{field: 2})  # type: ignore[arg-type]  # name from a table


def test_an_attribution_needs_nothing_but_a_content() -> None:
    assert Attribution(index=0, content=Passage.of("It rained", (0, 9))).source is None
