"""Piles of reports for tests of summaries, and their prose read back."""

import re
from collections.abc import Mapping, Sequence

import attrs
from hypothesis import settings
from hypothesis import strategies as st

from attrib.extraction.pipeline import parse
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.strategies import reports

CLAIM = "the rain at the port is open"
"""A claim that texts of the strategies may carry."""

few = settings(max_examples=settings().max_examples // 3)
"""For properties of whole piles, which take a while to draw."""


@st.composite
def piles(draw: st.DrawFn) -> tuple[Report, ...]:
    """Return reports of any content, each of a document with an id of its own."""
    drawn = draw(st.lists(reports(), max_size=3))
    return tuple(
        attrs.evolve(report, document=attrs.evolve(report.document, id=f"d{place}"))
        for place, report in enumerate(drawn)
    )


def parse_pile(*rows: tuple[str, str]) -> list[Report]:
    """Parse one text an outlet, published on one day after another."""
    return [
        parse(
            Document(text, outlet, outlet=outlet, published=f"2024-03-{place + 1:02}")
        )
        for place, (outlet, text) in enumerate(rows)
    ]


def read_sections(prose: str) -> dict[str, list[str]]:
    """Return the paragraphs of a summary, each with the items under it."""
    sections = {}
    for block in prose.split("\n\n"):
        title, *items = block.splitlines()
        sections[title] = [item.removeprefix("- ") for item in items]
    return sections


def read_names(words: str) -> dict[str, int]:
    """Return the outlets of a list in a sentence, each with its number of reports."""
    found = {}
    for name in re.split(r", | and ", words):
        number = re.search(r" \((\d+) reports\)$", name)
        found[name[: number.start()] if number else name] = (
            int(number[1]) if number else 1
        )
    return found


def who_is_behind(cited: Mapping[str, str | None], outlet: str) -> Sequence[str | None]:
    """Return whom an outlet of a newsroom has it from, as far as that leads."""
    way: list[str | None] = []
    at = outlet
    while at in cited:
        name = cited[at]
        if name is None or name == outlet or name in way:
            return [*way, None]
        way.append(name)
        at = name
    return way
