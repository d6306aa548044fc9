import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import SpanError
from attrib.model.span import Span
from marking import mark, mark_report


def test_marks_leave_the_text_and_become_passages() -> None:
    marked = mark("[S:AFP] [C:reported] [T:the port was closed]")
    assert marked.text == "AFP reported the port was closed"
    assert {label: p.text for label, p in marked.passages.items()} == {
        "S": "AFP",
        "C": "reported",
        "T": "the port was closed",
    }


def test_a_label_used_twice_is_one_passage_in_two_pieces() -> None:
    marked = mark("[T:It rained,] he [C:said], [T:all day.]")
    assert marked.spans("T") == (Span(0, 10), Span(20, 28))


def test_marks_nest() -> None:
    marked = mark("[T:[S1:Lind] [C1:said] [T1:it rained]]")
    assert marked["T"].text == "Lind said it rained"
    assert marked["T"].covers(marked["T1"])


@pytest.mark.parametrize(
    "text", ["the [old] port", "[sic]", "[a: b]", "half ] open", "half [ open", "[]"]
)
def test_brackets_that_are_no_marks_are_text(text: str) -> None:
    assert mark(text).text == text
    assert mark(text).passages == {}


def test_brackets_inside_a_mark_are_its_text() -> None:
    assert mark("[T:the [old] port] closed")["T"].text == "the [old] port"


@given(st.text(st.characters(exclude_characters="[]")))
def test_a_text_without_brackets_stays_as_it_is(text: str) -> None:
    assert mark(text).text == text


@given(st.lists(st.text(st.characters(exclude_characters="[]:"), min_size=1)))
def test_what_is_marked_is_what_the_passage_says(pieces: list[str]) -> None:
    sentence = "".join(f"[T{at}:{piece}]|" for at, piece in enumerate(pieces))
    marked = mark(sentence)
    assert marked.text == "".join(f"{piece}|" for piece in pieces)
    assert [p.text for p in marked.passages.values()] == pieces


def test_a_label_that_marks_nothing_has_no_spans() -> None:
    assert mark("It rained.").spans("T") == ()


def test_a_mark_that_is_never_closed_is_an_error() -> None:
    with pytest.raises(ValueError, match="never closed: S, T1"):
        mark("[S:AFP [T1:it rained")


def test_marks_with_one_label_that_overlap_are_an_error() -> None:
    with pytest.raises(SpanError, match="apart"):
        mark("[T:it [T:rained]]")


def test_the_smallest_content_around_is_the_parent() -> None:
    report = mark_report("[T:a [T1:b [T2:c]]] [T3:d]")
    assert [a.parent for a in report.attributions] == [None, 0, 1, None]


def test_of_equal_contents_the_lower_index_is_the_outer_one() -> None:
    report = mark_report("[T:[T1:[T2:it rained]]]")
    assert [a.parent for a in report.attributions] == [None, 0, 1]


def test_each_part_comes_from_its_mark() -> None:
    report = mark_report(
        "[S:Lind] [H:reportedly] [C:told] [A:Holm] [T:it [H:perhaps] rained]",
        outlet="AFP",
        document_id="a",
    )
    (attribution,) = report.attributions
    assert [part.text for part in attribution.parts] == [
        "Lind",
        "told",
        "it perhaps rained",
        "Holm",
        "reportedly",
        "perhaps",
    ]
    assert attribution.source is not None
    assert attribution.source.name == "Lind"
    assert (report.document.id, str(report.document.outlet)) == ("a", "AFP")


def test_a_sentence_without_marks_is_an_empty_report() -> None:
    assert mark_report("It rained.").attributions == ()


@pytest.mark.parametrize("sentence", ["[S:Lind] said", "[T:a] [T2:b]"])
def test_an_attribution_without_a_content_is_an_error(sentence: str) -> None:
    with pytest.raises(ValueError, match="has no content"):
        mark_report(sentence)


def test_a_label_without_a_meaning_is_an_error() -> None:
    with pytest.raises(ValueError, match="not X1"):
        mark_report("[X1:Lind] said [T:it rained]")
