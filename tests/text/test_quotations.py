import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import marking
from attrib.text.quotations import Quotation, find_quotations
from attrib.text.sentences import find_paragraphs, find_sentences
from attrib.text.tokens import Tokens, tokenize

if TYPE_CHECKING:
    from _typeshed import TraceFunction

MARKS = "\"＂“”„‟«»'‘’‚‛`‹›＇"
PIECES = f"""
    {" ".join(MARKS)} '' `` ``` We go said he.  He players' 'em 6'3 12 don''t
    . , ! ? ; : ... — -- - ( ) [ ] 2014 ( \u0000 \ud800 שלום \u200b
"""
texts = st.text(st.characters(exclude_categories=())) | st.lists(
    st.sampled_from([*PIECES.split(), "\n", "\n\n", *([" "] * 12)]), max_size=40
).map("".join)


def read(text: str) -> tuple[Tokens, list[tuple[int, int]], list[Quotation]]:
    tokens = tokenize(text)
    paragraphs = find_paragraphs(text, tokens)
    sentences = find_sentences(tokens, paragraphs, abbreviations={"mr", "no"})
    return tokens, paragraphs, find_quotations(tokens, paragraphs, sentences)


def label(quotation: Quotation) -> str:
    """Return Q for a whole quotation, N never opened, L left open, G goes on."""
    if quotation.continues:
        return "G"
    if not quotation.is_closed:
        return "L"
    return "Q" if quotation.is_opened else "N"


@given(texts)
@example('"\n"\n" a')
@example("'a\n'b\n'")
@example("«\n« “ a")
def test_quotations_stand_in_order_and_apart_each_in_one_paragraph(text: str) -> None:
    _, paragraphs, quotations = read(text)
    place = 0
    for found in quotations:
        assert place <= found.first < found.last - 1
        assert any(p[0] <= found.first and found.last <= p[1] for p in paragraphs)
        place = found.last


@given(texts)
@example('"a\n""b')
@example('"a\n" . "b\n')
@example("'a\n'b 'c' d\n'")
@example("“a\n“ “ b\n“c")
def test_a_quotation_that_goes_on_fills_its_paragraph_and_opens_the_next(
    text: str,
) -> None:
    _, paragraphs, quotations = read(text)
    ends = {last: index for index, (_, last) in enumerate(paragraphs)}
    for at, found in enumerate(quotations):
        if found.continues:
            assert not found.is_closed
            following = paragraphs[ends[found.last] + 1]
            assert quotations[at + 1].first == following[0]
            assert quotations[at + 1].is_opened


@given(texts)
def test_opened_and_closed_say_whether_there_is_a_mark(text: str) -> None:
    tokens, _, quotations = read(text)
    for found in quotations:
        forms = tokens.forms[found.first : found.last]
        assert not found.is_opened or forms[0][0] in MARKS
        assert not found.is_closed or forms[-1][0] in MARKS
        assert found.is_opened or found.is_closed


@given(texts)
@example('"a')
def test_a_paragraph_before_shifts_quotations_and_changes_nothing_else(
    text: str,
) -> None:
    shifted = [
        (found.first + 5, found.last + 5, label(found)) for found in read(text)[2]
    ]
    prefixed = read("The port is open.\n\n" + text)[2]
    assert [(found.first, found.last, label(found)) for found in prefixed] == shifted


@given(
    st.lists(st.sampled_from(["We go.", "It rained, he thinks.", "No!"]), max_size=4)
)
def test_each_pair_of_marks_around_words_is_one_quotation(said: list[str]) -> None:
    for opening, closing in ("“”", "„“", "»«", "«»", '""', "‘’", "''", "””", "‚‘"):
        text = " He said: ".join(f"{opening}{words}{closing}" for words in said)
        assert [label(found) for found in read(text)[2]] == ["Q"] * len(said)


QUOTATIONS = {
    "tokenised, closed by an opening mark": "It was [Q:`` a joy . ``] Bells ring .",
    "tokenised, each closed": "[Q:`` We go . ''] He left . [Q:`` We stay . '']",
    "curly": "[Q:“We go,”] he said. [Q:“They stay.”]",
    "straight": 'She said: [Q:"We go."] They left.',
    "low": "[Q:„We go“], he said, [Q:„and they stay.“]",
    "low, closed by a curly mark": "[Q:„We go”], he said.",
    "low, closed by a straight mark": '[Q:„We go"], he said.',
    "angle": "[Q:«We go»], he said, [Q:«and they stay»].",
    "angle with spaces": "[Q:« We go »], he said.",
    "angle, turned": "[Q:»We go«], he said, [Q:»and they stay.«]",
    "wire marks": "[Q:``We go,''] he said.",
    "wire marks for both": "[Q:''We go,''] he said, [Q:''and they stay.'']",
    "wire marks glued to words": "He said:[Q:''We go,'']and left.",
    "wire marks, tokenised": "[Q:`` We go , ''] he said . [Q:`` They stay . '']",
    "straight, tokenised": '[Q:" We go , "] he said . [Q:" They stay . "]',
    "opening mark that closes": "A claim was [Q:“mostly false.“] He left.",
    "opening mark that closes, apart": "It is called [Q:`` Tiger ``] here .",
    "opening mark that closes the paragraph": "He said: [Q:“They see it. “]",
    "closing mark that opens": "[Q:”Like this”] he said, [Q:”and this.”]",
    "space too many": '[Q:"We go "], he said. [Q:"They stay "].',
    "after a bracket": "The port ([Q:“Old Harbour”]) is closed.",
    "after a dash": "It was—[Q:“as ever,”] he said—closed.",
    "before a dash": "[Q:“We go—”] he said.",
    "parts of one quotation": "[Q:“We go,”] he said, [Q:“and they stay.”]",
    "no space between": "He said,[Q:“We go,”]and left.",
    "heading": "[Q:“We Will Go”]\n\nIt rained.",
    "nothing inside": 'He wrote [Q:""] there.',
}
NESTED = {
    "single in curly": "[Q:“He said ‘go’ to us,”] she said.",
    "curly in single": "[Q:‘He said “go” to us,’] she said.",
    "straight single in straight": "[Q:\"He said 'go' to us,\"] she said.",
    "straight in straight single": "[Q:'He said \"go\" to us,'] she said.",
    "the same curly": "[Q:“He said “go” to us,”] she said.",
    "the same straight": '[Q:"He said "go" to us,"] she said.',
    "curly in straight": '[Q:"He said “go” to us,"] she said.',
    "angle in curly": "[Q:“He said «go» to us,”] she said.",
    "single angle": "[Q:«He said ‹go› to us»], she said.",
    "three deep": "[Q:“She says he said ‘they said “go” then’ there,”] we heard.",
    "both close together": "[Q:“He said ‘go’”] and left.",
}
SINGLE = {
    "straight": "[Q:'We will go,'] she said.",
    "curly": "[Q:‘We will go,’] she said. [Q:‘They stay.’]",
    "low": "[Q:‚We go‘], he said.",
    "angle": "[Q:‹We go›], he said.",
    "grave": "[Q:`We go,'] he said.",
    "without a comma": "[Q:'We go'] is what she said.",
    "in a heading": "Envoy [Q:‘not sure’] about the port.",
    "of a word": "The so-called [Q:'rebels'] left.",
    "apostrophes inside": "[Q:'We don't know who's there,'] she said.",
    "plural possessive inside": "[Q:'The players' union will go,'] she said.",
    "elision inside": "[Q:'We got 'em,'] she said.",
    "cut word inside": "[Q:'We're goin' home,'] she said.",
    "number first": "[Q:'20 people left,'] he said.",
    "two plurals": "They are [Q:'clowns'] and [Q:'jokers'].",
    "one inside the other": "[Q:'We 'like' it,'] she said.",
    "possessive": "The players' union and the miners' hall.",
    "possessive of a name": "Lind's port and Cruz' plan; O'Hara's too.",
    "possessive, curly": "The players’ union and the miners’ hall.",
    "elisions": "Rock 'n' roll in the '90s, 'til they get 'em.",
    "year": "The class of '16 and the storm of '87 are gone.",
    "far apostrophe": "He was 'orrible to us all, and then he went and he sat and he "
    "slept and he ate in the players' hall.",
}
UNBALANCED = {
    "never closed": "He left. [L:“We go. They stay.]",
    "never opened": "He left. [N:We go,”] she said.",
    "never opened, straight": 'He left. [N:We go,"] she said.',
    "never opened, after another": "[Q:“We go,”] he said. [N:They stay,”] she said.",
    "left open before another": '[L:"We go. He left.] [Q:"They stay,"] she said.',
    "left open in the sentence": '"We go, he said, [Q:"and they stay."]',
    "lone mark": "He left “",
    "feet and inches": "He is 6'3\" tall and 6’2” wide.",
    "feet and inches in a quotation": '[Q:"He is 6\'3" tall,"] she said.',
    "feet and inches at the end": "[Q:“He is 6’2”,”] she said.",
    "inches": 'A 12" pipe and a 12"x14" board.',
    "mark for an apostrophe": "They don''t know, he said.",
    "fence around code": "```\nThe code.\n```",
}
CONTINUED = {
    "curly": "[G:“We go.]\n\n[G:“We stay.]\n\n[Q:“We win,”] he said.",
    "straight": 'He said: [G:"We go.]\n\n[Q:"We stay."]\n\nThey left.',
    "single": "[G:'We go.]\n\n[Q:'We stay,'] he said.",
    "single, with an apostrophe": "[G:‘We’re off.]\n\n[Q:‘We stay,’] he said.",
    "lines": "[G:“We go.]\n[Q:“We stay,”] he said.",
    "never closed at all": "[G:“We go.]\n\n[L:“We stay.]",
    "a quotation inside": "[G:“We go to the “big” hall.]\n\n[Q:“We stay,”] he said.",
    "no mark at the next one": "[L:“We go.]\n\nWe stay. [Q:“We win,”] he said.",
    "a paragraph between": "[L:“We go.]\n\nHe left.\n\n[Q:“We win,”] he said.",
    "other marks at the next one": "[L:“We go.]\n\n[Q:«We win»], he said.",
    "closed in each": "[Q:“We go.”]\n\n[Q:“We stay.”]",
    "elision at the next one": "'Tis late.\n\n'Twas late.",
}


def check(marked: str) -> None:
    # The marks of tests/marking.py: a label, and no bracket that stands for itself.
    expected = marking.mark(marked)
    tokens, _, quotations = read(expected.text)
    found = [
        (tokens.starts[q.first], tokens.ends[q.last - 1], label(q)) for q in quotations
    ]
    assert found == sorted(
        (span.start, span.end, name)
        for name, passage in expected.passages.items()
        for span in passage.spans
    )


@pytest.mark.parametrize("marked", QUOTATIONS.values(), ids=QUOTATIONS)
def test_marks_of_every_style_are_read(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", NESTED.values(), ids=NESTED)
def test_a_quotation_inside_is_part_of_the_outer_one(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", SINGLE.values(), ids=SINGLE)
def test_single_marks_are_told_from_apostrophes(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", UNBALANCED.values(), ids=UNBALANCED)
def test_marks_without_a_partner_do_little_harm(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", CONTINUED.values(), ids=CONTINUED)
def test_a_quotation_over_paragraphs_opens_each_and_closes_the_last(
    marked: str,
) -> None:
    check(marked)


def test_a_text_without_marks_has_no_quotations() -> None:
    assert read("It rained.")[2] == []
    assert read("")[2] == []


def test_an_opening_mark_for_each_level_makes_one_quotation() -> None:
    depth = 20_000
    text = "“a " * depth + "a” " * depth
    assert [label(found) for found in read(text)[2]] == ["Q"]


def count_steps(act: Callable[[], object]) -> int:
    """Return how many lines of Python attrib.text runs through."""
    steps = 0

    def follow(frame: FrameType, event: str, _: object) -> "TraceFunction | None":
        nonlocal steps
        if "attrib/text" not in frame.f_code.co_filename.replace("\\", "/"):
            return None
        steps += event == "line"
        return follow

    before = sys.gettrace()
    sys.settrace(follow)
    try:
        act()
    finally:
        sys.settrace(before)
    return steps


UNITS = (
    *MARKS,
    *"“” „“ »« ”“ '' ``".split(),
    *(f"{mark}a " for mark in MARKS),
    *(f"a{mark} " for mark in MARKS),
    *(f"{mark}a\n" for mark in "\"“'«"),
    *(f"{mark} a. " for mark in MARKS),
    *(
        "a",
        ". ",
        ".. a ",
        ". a ",
        ' . " a',
        "A. ",
        "U.S. ",
        "a.",
        "!",
        "! ",
        "\n",
        "a\n",
    ),
    *("- a\n", "a b c d e f g h i j k l m n o p q\n", "\r\n ", "'a\n'b' ", "players' "),
)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_twice_the_text_takes_twice_the_steps(unit: str) -> None:
    read(unit)  # patterns compile at first use
    once = count_steps(lambda: read(unit * 1_000))
    twice = count_steps(lambda: read(unit * 2_000))
    assert twice <= 2 * once + 100


def test_a_hundred_thousand_marks_of_every_kind_are_read() -> None:
    text = "".join(
        f"{MARKS[at % len(MARKS)]}{' a.'[at % 3]}{' ' * (at % 5 == 0)}"
        for at in range(100_000)
    )
    tokens, paragraphs, quotations = read(text)
    assert paragraphs == [(0, len(tokens))]
    assert quotations
