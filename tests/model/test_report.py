from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import ModelError, SpanError
from attrib.model.attribution import Attribution, AttributionKind
from attrib.model.document import Document
from attrib.model.report import Diagnostic, Report
from attrib.model.span import Passage, Span
from marking import mark_report

TEXT = "It rained."
RAIN = Passage.of(TEXT, (0, 9))


def linked(parents: list[int | None]) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(index=at, content=RAIN, parent=parent)
        for at, parent in enumerate(parents)
    )


@st.composite
def forests(draw: st.DrawFn) -> list[int | None]:
    """Draw a parent for each place in a shuffled order, so that none is a cycle."""
    order = draw(st.permutations(range(draw(st.integers(0, 12)))))
    parents: list[int | None] = [None] * len(order)
    for rank, place in enumerate(order):
        if rank and draw(st.booleans()):
            parents[place] = order[draw(st.integers(0, rank - 1))]
    return parents


def test_an_empty_report_has_no_chains() -> None:
    report = Report(Document(""))
    assert report.chains() == ()
    assert report.attributions == ()
    assert report.diagnostics == ()


def test_a_report_keeps_lists_as_tuples() -> None:
    report = Report(Document(TEXT), list(linked([None])), [Diagnostic("header", "a")])
    assert isinstance(report.attributions, tuple)
    assert isinstance(report.diagnostics, tuple)


@given(forests())
def test_any_nesting_without_a_cycle_is_a_report(parents: list[int | None]) -> None:
    report = Report(Document(TEXT), linked(parents))
    assert [a.parent for a in report.attributions] == parents


@given(forests(), st.data())
def test_a_cycle_anywhere_is_an_error(
    parents: list[int | None], data: st.DataObject
) -> None:
    first = len(parents)
    length = data.draw(st.integers(2, 4))
    cycle = [first + (step + 1) % length for step in range(length)]
    with pytest.raises(ModelError, match="is its own ancestor"):
        Report(Document(TEXT), linked([*parents, *cycle]))


def test_a_cycle_through_what_it_continues_is_an_error() -> None:
    one, other = linked([1, None])
    with pytest.raises(ModelError, match="is its own ancestor"):
        Report(Document(TEXT), (one, attrs.evolve(other, continues=0)))


@pytest.mark.parametrize("field", ["parent", "continues"])
def test_standing_inside_an_attribution_that_is_not_there_is_an_error(
    field: str,
) -> None:
    lone = Attribution(index=0, content=RAIN)
    lost = attrs.evolve(lone, **{field: 3})  # type: ignore[arg-type]  # name from a table
    with pytest.raises(ModelError, match="inside attribution 3, but there are 1"):
        Report(Document(TEXT), (lost,))


def test_indexes_count_from_0_in_order() -> None:
    with pytest.raises(ModelError, match="attribution 1 stands at place 0"):
        Report(Document(TEXT), linked([None, None])[::-1])


def test_a_passage_of_another_text_is_an_error() -> None:
    with pytest.raises(SpanError, match=r"says 'It snowed' at \[0, 9\)"):
        Report(Document("It snowed."), linked([None]))


def test_a_passage_beyond_the_text_is_an_error() -> None:
    beyond = Attribution(index=0, content=Passage((Span(3, 12),), "rained."))
    with pytest.raises(SpanError, match=r"at \[3, 12\)"):
        Report(Document(TEXT), (beyond,))


@pytest.mark.parametrize("part", ["mention", "cue", "addressee", "hedges"])
def test_every_part_of_an_attribution_is_held_against_the_text(part: str) -> None:
    wrong = Passage((Span(0, 2),), "He")
    value = (wrong,) if part == "hedges" else wrong
    attribution = attrs.evolve(
        linked([None])[0],
        **{part: value},  # type: ignore[arg-type]  # name from a table
    )
    with pytest.raises(SpanError, match=r"says 'It' .* not 'He'"):
        Report(Document(TEXT), (attribution,))


def test_a_diagnostic_beyond_the_text_is_an_error() -> None:
    with pytest.raises(SpanError, match=r"header diagnostic at \[4, 11\) ends beyond"):
        Report(Document(TEXT), (), [Diagnostic("header", "a dateline", Span(4, 11))])


def test_a_diagnostic_code_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="wanted a DiagnosticCode"):
        Diagnostic("typo", "misspelt")


def test_chains_are_of_the_kinds_asked_for() -> None:
    told = mark_report("[S:Lind] [C:said] [T:it rained]. [S1:Holm] [C1:hoped] [T1:so].")
    hope = attrs.evolve(told.attributions[1], kind="attitude")
    report = attrs.evolve(told, attributions=(told.attributions[0], hope))
    assert [str(chain) for chain in report.chains()] == ['Lind: "it rained"']
    assert [str(c) for c in report.chains(["attitude"])] == ['Holm: "so"']
    assert len(report.chains(["reporting", "attitude"])) == 2
    assert report.chains([]) == ()


@pytest.mark.parametrize("kind", ["reporting", AttributionKind.REPORTING])
def test_a_single_kind_may_be_asked_for(kind: str) -> None:
    report = mark_report("[S:Lind] [C:said] [T:it rained].")
    assert report.chains(kind) == report.chains([kind])
    assert report.chains("belief") == ()


def test_a_kind_of_chain_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="found the kind 'gossip', wanted one of"):
        Report(Document(TEXT)).chains(["gossip"])
    with pytest.raises(ValueError, match="found the kind 'gossip', wanted one of"):
        Report(Document(TEXT)).chains("gossip")


@pytest.mark.parametrize("kinds", [5, True], ids=repr)
def test_kinds_that_are_neither_one_nor_several_are_an_error(kinds: Any) -> None:
    with pytest.raises(ModelError, match=f"such as a list, or one, not {kinds}"):
        Report(Document("")).chains(kinds)


def test_a_kind_that_cannot_be_hashed_is_an_error() -> None:
    kinds: Any = [["belief"]]
    with pytest.raises(ModelError, match=r"found the kind \['belief'\]"):
        Report(Document("")).chains(kinds)


def test_kinds_may_come_from_a_generator() -> None:
    kinds = (kind for kind in ("belief", "reporting"))
    assert Report(Document("")).chains(kinds) == ()
