"""Places: where words stand in a text, and which of several places is meant."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.errors import AssemblyError
from attrib.extraction.places import Places, nearest
from attrib.extraction.triples import place_triples
from attrib.model.span import Span

anchors = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda t: Span(t[0], sum(t))),
    max_size=4,
)


def far(span: Span, anchors: list[Span]) -> tuple[bool, int, int]:
    """Return by what places are chosen, as it is told in words."""
    gaps = [max(span.start - each.end, each.start - span.end, 0) for each in anchors]
    return any(span.overlaps(each) for each in anchors), sum(gaps), span.start


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(1, 6), anchors)
@example({0, 10, 20}, 4, [Span(9, 30)])
@example({0, 10, 20}, 4, [Span(0, 60)])
def test_the_nearest_place_is_the_best_of_all(
    starts: set[int], length: int, anchors: list[Span]
) -> None:
    spans = [Span(start, start + length) for start in sorted(starts)]
    assert nearest(spans, anchors) == min(spans, key=lambda span: far(span, anchors))


def test_words_are_searched_once() -> None:
    places = Places("AFP said that she said it.")
    assert places.find("said") is places.find("said")


@pytest.mark.parametrize("is_faulty", [False, True], ids=["good", "faulty"])
def test_three_times_the_triples_are_three_times_the_work(*, is_faulty: bool) -> None:
    less, more = (work(count, is_faulty=is_faulty) for count in (100, 300))
    assert more < 4 * less


def work(count: int, *, is_faulty: bool) -> int:
    """Return how many lines of Python are run to place triples."""
    text = " ".join(f"Clerk{n} said that quay {n} was shut." for n in range(count))
    source = "Klerk" if is_faulty else "Clerk"
    triples = [(f"{source}{n}", "said", f"quay {n} was shut") for n in range(count)]
    done = 0

    def note(_frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal done
        done += event == "line"
        return note

    tracer = sys.gettrace()  # such as that of coverage
    sys.settrace(note)
    try:
        place_triples(text, triples)
    except AssemblyError:
        assert is_faulty
    finally:
        sys.settrace(tracer)
    return done


def test_only_the_first_faults_tell_what_is_nearest() -> None:
    triples = [(f"Klerk{n}", None, "it rained") for n in range(30)]
    with pytest.raises(AssemblyError, match="30 faults") as caught:
        place_triples("Clerk said it rained.", triples)
    assert str(caught.value).count("nearest is") == 10
    assert str(caught.value).count("does not stand in the text") == 30
