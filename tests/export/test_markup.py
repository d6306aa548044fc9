"""Markup: nothing in a text works as Markdown."""

import re

import pytest
from hypothesis import given

from attrib.export.markup import chains_to_markdown, escape_markdown
from attrib.model.attribution import Attribution, Stance
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.source import Source
from attrib.model.span import Passage
from attrib.strategies import reports, texts

_UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[`*_{}\[\]<>#|~&!$]")


@given(texts())
def test_no_special_character_stays_unescaped(text: str) -> None:
    assert not _UNESCAPED.search(escape_markdown(text))


@given(reports())
def test_every_chain_is_one_item_of_the_list(report: Report) -> None:
    lines = chains_to_markdown(report).splitlines()
    assert len(lines) == max(1, len(report.chains()))


@pytest.mark.parametrize(
    ("stance", "line"),
    [
        (Stance.ASSERTS, '1. mayor: "it rained"'),
        (Stance.DENIES, '1. mayor (denies): "it rained"'),
        (Stance.WITHHOLDS, '1. mayor (does not say): "it rained"'),
    ],
)
def test_what_is_not_asserted_is_marked(stance: Stance, line: str) -> None:
    text = "it rained"
    said = Attribution(
        index=0,
        content=Passage.of(text, (0, 9)),
        source=Source("mayor"),
        stance=stance,
    )
    assert chains_to_markdown(Report(Document(text), [said])) == f"{line}\n"


def test_a_text_does_not_begin_a_list() -> None:
    assert escape_markdown("- so") == r"\- so"
    assert escape_markdown("12) so") == r"12\) so"
