"""Voices: every character of a text in one voice, every word counted once."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given

from attrib.export.json import from_json
from attrib.export.voices import (
    Tally,
    Voice,
    nesting_depths,
    split_voices,
    tally_words,
)
from attrib.model.report import Report
from attrib.strategies import reports

SAMPLE: Report = from_json(
    (Path(__file__).parents[1] / "golden" / "report-v1.json").read_text("utf-8")
)


@given(reports())
def test_stretches_cover_the_text_without_gap_or_overlap(report: Report) -> None:
    text = report.document.text
    stretches = split_voices(report)
    assert "".join(stretch.span.of(text) for stretch in stretches) == text
    assert all(a.span.end == b.span.start for a, b in pairwise(stretches))


@given(reports())
def test_neighbours_differ(report: Report) -> None:
    for one, other in pairwise(split_voices(report)):
        assert (one.voice, one.attribution) != (other.voice, other.attribution)


@given(reports())
def test_each_character_is_in_the_voice_its_parts_say(report: Report) -> None:
    for stretch in split_voices(report):
        place = stretch.span.start
        in_content = [
            attribution.index
            for attribution in report.attributions
            if any(s.start <= place < s.end for s in attribution.content.spans)
        ]
        in_parts = [
            attribution.index
            for attribution in report.attributions
            for part in attribution.parts
            if any(s.start <= place < s.end for s in part.spans)
        ]
        around = in_content or in_parts
        expected = (
            Voice.CONTENT if in_content else Voice.NAMING if in_parts else Voice.OWN
        )
        assert stretch.voice is expected
        depths = nesting_depths(report.attributions)
        innermost = max(around, key=lambda i: (depths[i], i), default=None)
        assert stretch.attribution == innermost


@given(reports())
def test_depth_grows_by_one_inside(report: Report) -> None:
    depths = nesting_depths(report.attributions)
    for attribution in report.attributions:
        outer = attribution.outer
        expected = 0 if outer is None else depths[outer] + 1
        assert depths[attribution.index] == expected


def test_the_words_of_the_sample_are_all_counted() -> None:
    text = SAMPLE.document.text
    tally = tally_words(text, split_voices(SAMPLE))
    assert tally == Tally(content=43, naming=19, own=27)
    assert tally.word_count == 89
