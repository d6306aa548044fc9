"""Every rule proves itself: its own sentences are read, and read by it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import attrib
from attrib import Attribution
from attrib.extraction import finding
from attrib.extraction.cues import passives
from attrib.extraction.pages.openings import Opening
from attrib.lexicon.rules import Rule, load_rules
from marking import Marked, mark

RULES = load_rules("en")
EXAMPLES = [
    pytest.param(rule, sentence, id=f"{rule.id}: {sentence}")
    for rule in RULES.values()
    for sentence in rule.examples
]
AGAINST = [
    pytest.param(rule, sentence, id=f"{rule.id}: {sentence}")
    for rule in RULES.values()
    for sentence in rule.against
]


def as_marked(attribution: Attribution, text: str) -> dict[str, tuple[str, ...]]:
    """Return the pieces of source, cue and content, under the labels of marks."""
    parts = {"S": attribution.mention, "C": attribution.cue, "T": attribution.content}
    return {
        label: () if passage is None else tuple(s.of(text) for s in passage.spans)
        for label, passage in parts.items()
    }


def spans_of(attribution: Attribution) -> tuple[object, ...]:
    parts = (attribution.mention, attribution.cue, attribution.content)
    return tuple(() if passage is None else passage.spans for passage in parts)


def wanted_of(marked: Marked) -> tuple[object, ...]:
    return tuple(marked.spans(label) for label in "SCT")


@pytest.mark.parametrize(("rule", "sentence"), EXAMPLES)
def test_a_rule_finds_its_examples_span_for_span(rule: Rule, sentence: str) -> None:
    marked = mark(sentence)
    found = attrib.parse(marked.text).attributions
    by_rule = [each for each in found if each.rule == rule.id]
    assert wanted_of(marked) in [spans_of(each) for each in by_rule], [
        (each.rule, as_marked(each, marked.text)) for each in found
    ]


@pytest.mark.parametrize(("rule", "sentence"), AGAINST)
def test_a_rule_does_not_find_what_only_looks_alike(rule: Rule, sentence: str) -> None:
    found = attrib.parse(sentence).attributions
    assert rule.id not in [each.rule for each in found]


def templates() -> Iterator[str]:
    """Yield each text of the finders that names rules, a star for what is filled in."""
    folder = Path(finding.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = ""
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
            elif isinstance(node, ast.JoinedStr):
                text = "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "*"
                    for part in node.values
                )
            if re.fullmatch(r"(?:en|\*)(?:\.[a-z-]+|\.\*)+", text):
                yield text


PLACES = {
    "en.*": [
        f"indirect.{opening}"
        for opening in attrs.astuple(Opening)
        if opening != "quotation"
    ]
    + ["direct.right"],
    "en.*.inverted": ["direct", "indirect"],
    "en.*.left": ["direct", "indirect"],
    "*.inserted": ["en.direct", "en.indirect"],
    "en.passive.*": ["that", "clause", "question", "quotation", *passives._LINKS],
    "en.adjective.*": ["that", "to", "about"],
    "en.noun.*": ["that", "to"],
    "en.preposition.*": ["first", "last", "inserted"],
    "en.colon.*": ["first", "last"],
}
"""What may stand for the star of each template."""


def test_every_rule_that_can_be_named_is_described_and_no_other() -> None:
    named = {
        template.replace("*", place)
        for template in templates()
        for place in (PLACES[template] if "*" in template else [""])
    }
    assert named == set(RULES)


def test_no_sentence_is_proof_for_one_rule_twice_over() -> None:
    for rule in RULES.values():
        texts = [mark(sentence).text for sentence in rule.examples]
        assert len({*texts, *rule.against}) == len(texts) + len(rule.against)


@pytest.mark.parametrize(
    "sentence",
    [
        "It rained all night and the river rose.",
        "The baker sold bread in the square.",
        "Two boats lay in the harbour.",
        "They walked home slowly.",
        "The bridge, the oldest in the city, was closed for a week.",
        "Because of the storm, the trains were late.",
        "The house was built in 1911.",
    ],
)
def test_prose_in_which_nobody_reports_attributes_nothing(sentence: str) -> None:
    assert attrib.parse(sentence).attributions == ()
