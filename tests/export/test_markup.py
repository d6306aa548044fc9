"""Markup: nothing in a text works as Markdown."""

import re

from hypothesis import given

from attrib.export.markup import chains_to_markdown, escape_markdown
from attrib.model.report import Report
from attrib.strategies import reports, texts

_UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[`*_{}\[\]<>#|~&!$]")


@given(texts())
def test_no_special_character_stays_unescaped(text: str) -> None:
    assert not _UNESCAPED.search(escape_markdown(text))


@given(reports())
def test_every_chain_is_one_item_of_the_list(report: Report) -> None:
    lines = chains_to_markdown(report).splitlines()
    assert len(lines) == max(1, len(report.chains()))


def test_a_text_does_not_begin_a_list() -> None:
    assert escape_markdown("- so") == r"\- so"
    assert escape_markdown("12) so") == r"12\) so"
