import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import SpanError
from attrib.model.span import Passage, Span, merge
from marking import mark

spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 60),
    st.integers(1, 20),
)


def points(*stretches: Span) -> set[int]:
    return {at for span in stretches for at in range(span.start, span.end)}


@st.composite
def texts_and_passages(draw: st.DrawFn) -> tuple[str, Passage]:
    text = draw(st.text(min_size=1, max_size=60))
    taken = draw(st.sets(st.integers(0, len(text) - 1), min_size=1))
    pieces = merge(Span(at, at + 1) for at in taken)
    return text, Passage.of(text, *pieces)


@given(spans)
def test_length_counts_the_code_points_of_a_span(span: Span) -> None:
    assert len(span) == len(points(span))
    assert span.of("x" * span.end) == "x" * len(span)


def test_a_span_counts_code_points_and_not_bytes() -> None:
    assert Span(3, 4).of("a 𝔘é") == "é"


@given(spans, spans)
def test_spans_overlap_when_they_share_a_point(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(points(one) & points(other))
    assert one.overlaps(other) == other.overlaps(one)


@given(spans, spans)
def test_a_span_contains_another_whose_points_it_all_has(a: Span, b: Span) -> None:
    assert a.contains(b) == (points(b) <= points(a))


@given(spans, st.integers(0, 30))
def test_shifting_there_and_back_changes_nothing(span: Span, by: int) -> None:
    assert span.shift(by).shift(-by) == span
    assert len(span.shift(by)) == len(span)


def test_shifting_before_the_text_is_an_error() -> None:
    with pytest.raises(SpanError, match=r"\[-1, 4\)"):
        Span(4, 9).shift(-5)


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 3), (3, 3), (4, 3)], ids=["negative", "empty", "reversed"]
)
def test_a_span_that_is_no_stretch_is_an_error(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=rf"\[{start}, {end}\) is not a stretch"):
        Span(start, end)


@pytest.mark.parametrize("bounds", [(0.0, 2.5), ("0", "2"), (None, 3)])
def test_a_bound_that_is_no_int_is_an_error(bounds: tuple[int, int]) -> None:
    with pytest.raises(SpanError, match="code points in int"):
        Span(*bounds)


@given(st.lists(spans, max_size=8))
def test_spans_sort_by_where_they_begin(several: list[Span]) -> None:
    in_order = sorted(several)
    assert in_order == sorted(several, key=lambda s: (s.start, s.end))


@given(st.lists(spans, max_size=8))
def test_merged_spans_cover_the_same_points_apart_and_in_order(
    several: list[Span],
) -> None:
    merged = merge(several)
    assert points(*merged) == points(*several)
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))


@given(st.lists(spans, max_size=8))
def test_merging_does_not_depend_on_order(several: list[Span]) -> None:
    assert merge(several[::-1]) == merge(several)
    assert merge(merge(several)) == merge(several)


@given(texts_and_passages())
def test_a_passage_says_what_its_spans_cover(drawn: tuple[str, Passage]) -> None:
    text, passage = drawn
    assert passage.text == " ".join(span.of(text) for span in passage.spans)
    assert (passage.start, passage.end) == (passage.extent.start, passage.extent.end)


@given(texts_and_passages())
def test_a_passage_covers_and_overlaps_itself(drawn: tuple[str, Passage]) -> None:
    _, passage = drawn
    assert passage.covers(passage)
    assert passage.overlaps(passage)


def test_a_split_quotation_reads_as_one() -> None:
    marked = mark("[T:It rained,] he [C:said], [T:all day.]")
    assert marked["T"].text == "It rained, all day."
    assert not marked["T"].overlaps(marked["C"])
    assert marked["T"].extent.contains(marked["C"].extent)


def test_a_passage_does_not_cover_what_stands_in_its_gap() -> None:
    marked = mark("[T:It rained,] he [C:said], [T:all [H:day].]")
    assert not marked["T"].covers(marked["C"])
    assert marked["T"].covers(marked["H"])


def test_passages_touch_at_a_bound_without_overlapping() -> None:
    marked = mark("[A:half][B:open]")
    assert not marked["A"].overlaps(marked["B"])


def test_a_passage_takes_pairs_as_well_as_spans() -> None:
    assert Passage.of("it rained", (3, 9)) == Passage.of("it rained", Span(3, 9))


def test_a_passage_keeps_a_list_of_spans_as_a_tuple() -> None:
    assert Passage([Span(0, 2)], "it").spans == (Span(0, 2),)


def test_a_passage_without_a_span_is_an_error() -> None:
    with pytest.raises(SpanError, match="at least one span"):
        Passage.of("it rained")


@pytest.mark.parametrize(
    "second", [(0, 1), (1, 4)], ids=["out of order", "overlapping"]
)
def test_spans_of_a_passage_stand_in_order_and_apart(second: tuple[int, int]) -> None:
    with pytest.raises(SpanError, match=r"follows \[2, 4\)"):
        Passage.of("it rained", (2, 4), second)


def test_a_passage_beyond_the_text_is_an_error() -> None:
    with pytest.raises(SpanError, match=r"\[3, 10\) ends beyond .* 9 characters"):
        Passage.of("it rained", (3, 10))


@pytest.mark.parametrize("by", [None, "x", 1.5], ids=repr)
def test_a_shift_by_no_whole_number_is_an_error(by: Any) -> None:
    with pytest.raises(SpanError, match=f"shifted by code points in int, not {by!r}"):
        Span(0, 1).shift(by)


@pytest.mark.parametrize("bound", [True, 1.0, "1"], ids=repr)
def test_a_bound_that_json_could_not_hold_is_an_error(bound: Any) -> None:
    with pytest.raises(SpanError, match="counts code points in int"):
        Span(0, bound)


@pytest.mark.parametrize("pair", [5, "ab", (1,), None], ids=repr)
def test_a_passage_is_at_spans_or_pairs(pair: Any) -> None:
    with pytest.raises(SpanError, match="at spans, or pairs of start and end, not at "):
        Passage.of("abc", pair)


def test_a_passage_of_no_text_is_an_error() -> None:
    with pytest.raises(SpanError, match="a passage is of a str, not of NoneType"):
        Passage.of(None, (0, 1))  # type: ignore[arg-type]  # on purpose
