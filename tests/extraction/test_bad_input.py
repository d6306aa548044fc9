"""Any text parses: no prose is an error, and none takes more than linear time."""

import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import attrib
from attrib import Attribution, Document, Report, Source
from attrib.lexicon.rules import Rule, load_rules
from attrib.strategies import documents, texts
from marking import mark

PREFIX = "It rained.\n\n"
CLAUSES = """
    The mayor said that|Police told reporters|According to the army,|, he said,
    Ada Lind, who denied|, citing two officials,|"It rained," said|He asked: "Why
    As AFP reported,|The report says|the port was closed|, according to Bo Berg.
    The Harbour News Agency reported on Monday that|It was said that|it snowed.
    The minister announced this on May 3.|he had been told|“We will not pay,” she added
    It rained|. They say|She said|He is said to have|was criticised by the mayor for
"""
FRAGMENTS = """
    the|mayor|Ada Lind|police|he|they|who|which|whom|Mr. Berg|the Harbour News Agency
    intelligence|two officials|said|told reporters|says|was told|is said to|denied|asked
    that|whether|why|it rained|the port was closed|to leave|taking bribes|this|as
    according to|citing|reportedly|claim|supporters of|of|on Monday|May 3|in October
    ,|.|:|!|?|-|—|;|(|)|[|]|"|“|”|'|‘|’|''|``|«|»|…|'s
"""


def pieces(listed: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [piece.strip() for piece in re.split(r"[|\n]", listed.strip())]
    )


gaps = st.sampled_from([" ", " ", " ", "", "\n", "\n\n"])
prose = st.lists(st.tuples(pieces(CLAUSES) | pieces(FRAGMENTS), gaps), max_size=24).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


def assert_whole(report: Report) -> None:
    """Hold what is true of the report of any text.

    That spans lie inside and say their words, and that parents exist and go in no
    circle, is what `Report` itself refuses to break.
    """
    rules = load_rules(report.document.lang)
    text = report.document.text
    for each in report.attributions:
        assert each.rule in rules
        for passage in each.parts:
            for span in passage.spans:
                said = span.of(text)
                assert said == said.strip()
    for remark in report.diagnostics:
        assert remark.span is None or remark.span.of(text)
    for chain in report.chains(kinds=tuple(attrib.AttributionKind)):
        assert chain.has_outlet == (report.document.outlet is not None)
        assert str(chain)
    assert attrib.from_json(attrib.to_json(report)) == report


@given(texts())
@example("")
@example("\0")
@example("\ud800 said \udfff")
@example("\u202eHe said it rained.\u202c")
@example("\ufeffHe said it rained.")
@example("قال العمدة: «الميناء مغلق».")
def test_any_text_parses(text: str) -> None:
    assert_whole(attrib.parse(text))


CUT_OFF = (
    "In a statement issued",
    "The army has reported being",
    "According to one account shared on",
    "According to its poll, roughly",
    "The boards agree, a minister has confirmed, as",
    "In an interview with Russia Today,",
    "Citing a",
    "CNN cited reports of",
    "Citing a police source, the Post, which cited Interfax, said he had fled.",
    "Berg told the Wire's",
    "Lund told the Echo, which is owned by Bern, that",
)


@pytest.mark.parametrize("text", CUT_OFF)
def test_a_text_that_is_cut_off_parses(text: str) -> None:
    assert_whole(attrib.parse(text))


@pytest.mark.parametrize("rule", load_rules("en").values(), ids=lambda rule: rule.id)
def test_an_example_may_begin_and_break_off_at_any_word(rule: Rule) -> None:
    for sentence in (*rule.examples, *rule.against):
        words = mark(sentence).text.split(" ")
        for at in range(len(words)):
            for text in (" ".join(words[:at]), " ".join(words[at:])):
                assert attrib.parse(text).document.text == text


@given(documents(text=prose))
@example(Document("As AFP reported, "))
def test_any_prose_of_reporting_parses(document: Document) -> None:
    assert_whole(attrib.parse(document))


@given(prose)
def test_parsing_twice_says_the_same(text: str) -> None:
    assert attrib.parse(text) == attrib.parse(text)


def moved(report: Report, by: int) -> list[object]:
    """Return a report's findings as plain values, their spans moved along the text."""

    def source_of(each: Attribution) -> Source | None:
        # The key of an anonymous source names the document and the place.
        if each.source is None or not each.source.is_anonymous:
            return each.source
        return attrs.evolve(each.source, key="?")

    found: list[object] = []
    for each in report.attributions:
        spans = [span.shift(by) for passage in each.parts for span in passage.spans]
        found.append(
            (
                spans,
                source_of(each),
                each.rule,
                each.score,
                each.reasons,
                (each.kind, each.mode, each.stance, each.channel, each.time),
                (each.parent, each.continues, each.is_inferred),
            )
        )
    for remark in report.diagnostics:
        span = None if remark.span is None else remark.span.shift(by)
        found.append((remark.code, remark.message, span))
    return found


# "This" may point at the paragraph before, and "X: ..." is a headline only at the
# very beginning; behind a first paragraph, both hold.
@given(
    prose.map(lambda text: f"It snowed.\n\n{text}")
    | prose.filter(lambda text: "this" not in text and ":" not in text)
)
@example('"It rained," he said.')
@example("It snowed. The mayor said this. Police said that it rained.")
@example("that the port was closed, Ada Lind said.")
def test_a_paragraph_before_a_text_moves_its_spans_and_nothing_else(text: str) -> None:
    before = attrib.parse(text)
    after = attrib.parse(PREFIX + text)
    assert moved(after, 0) == moved(before, len(PREFIX))


def count_lines(text: str) -> int:
    """Return how many lines of Python are run to parse a text."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return note

    tracer = sys.gettrace()  # such as that of coverage
    sys.settrace(note)
    try:
        attrib.parse(text)
    finally:
        sys.settrace(tracer)
    return count


MONSTERS: dict[str, tuple[Callable[[int], str], int]] = {
    "datelines": (lambda n: "SARN (AFP) - It rained.\n\n" * n, 100),
    "one word": (lambda n: "a" * n, 100_000),
    "quotation marks": (lambda n: '"' * n, 3_000),
    "opening marks": (lambda n: "“" * n, 3_000),
    "nested quotations": (lambda n: "“" * n + "it rained" + "”" * n, 1_500),
    "nested brackets": (lambda n: "(" * n + "he said" + ")" * n, 1_500),
    "he said": (lambda n: "he said " * n, 500),
    "she said that": (lambda n: "she said that " * n + "it rained.", 300),
    "who said": (lambda n: "The mayor" + ", who said " * n, 250),
    "according to": (lambda n: "according to " * n, 500),
    "according to police": (lambda n: "It rained, according to police, " * n, 150),
    "citing": (lambda n: "AFP said it rained" + ", citing police" * n + ".", 250),
    "on Monday": (lambda n: "said on Monday " * n, 300),
    "no stop": (lambda n: "The mayor said it rained on May 3 " * n, 130),
    "this": (lambda n: "The mayor announced this. " * n, 150),
    "continued quotation": (
        lambda n: (
            'He said, "It rained for days on end." ' + '"It rained on and on." ' * n
        ),
        100,
    ),
    "quotation of many paragraphs": (
        lambda n: "He said:\n\n" + "\n\n".join(['"It rained for days.'] * n) + '"',
        400,
    ),
    "one paragraph of pronouns": (lambda n: "They said it rained. " * n, 150),
    "one account": (
        lambda n: "Police met Ada Lind. " + "She said it rained. " * n,
        150,
    ),
    "many agencies": (
        lambda n: " ".join(
            f"The {'BCDFG'[i % 5]}o{i} News Agency said Bo Berg came. He said so."
            for i in range(n)
        ),
        100,
    ),
    "many names": (
        lambda n: " ".join(f"Ada {'BCDFG'[i % 5]}o{i} said so." for i in range(n)),
        150,
    ),
}


@pytest.mark.parametrize(("make", "size"), MONSTERS.values(), ids=MONSTERS)
def test_a_monster_of_three_times_the_size_is_three_times_the_work(
    make: Callable[[int], str], size: int
) -> None:
    attrib.parse(make(9))  # what is cached is cached now
    once, thrice = count_lines(make(size)), count_lines(make(3 * size))
    assert thrice < 4 * once


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        '"' * 100_000,
        "“" * 50_000 + "it" + "”" * 50_000,
        "according to " * 50_000,
        "\n" * 1_000_000,
    ],
    ids=["word", "marks", "nesting", "according to", "lines"],
)
def test_a_huge_text_without_reports_parses(text: str) -> None:
    assert attrib.parse(text).attributions == ()
