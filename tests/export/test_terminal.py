"""Terminal: what a newcomer sees, line by line."""

import datetime as dt
import io
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.export.json import from_json
from attrib.export.prose import visible
from attrib.export.terminal import Role, choose_printer, lay_out, to_plain
from attrib.model.attribution import Attribution, Stance
from attrib.model.document import Document
from attrib.model.period import Period
from attrib.model.report import Diagnostic, Report
from attrib.model.source import Source
from attrib.model.span import Passage, Span
from attrib.strategies import reports

SAMPLE: Report = from_json(
    (Path(__file__).parents[1] / "golden" / "report-v1.json").read_text("utf-8")
)


def show(report: Report, width: int = 88) -> list[str]:
    return [to_plain(line) for line in lay_out(report, name="harbour.txt", width=width)]


def block(title: str, lines: list[str]) -> list[str]:
    """Return the lines from the one that begins with a title to the next empty one."""
    start = next(n for n, line in enumerate(lines) if line.strip().startswith(title))
    return lines[start : lines.index("", start)]


def test_the_head_names_outlet_day_and_counts() -> None:
    assert show(SAMPLE)[:4] == [
        "harbour.txt",
        "published by Baltic Wire, 28 November 2023, 09:05 UTC+02:00 · 6 chains · 4 "
        "sources · 89",
        "words",
        "─" * 88,
    ]


def test_a_chain_shows_its_links_and_why_each_stands_there() -> None:
    assert block("1 ", show(SAMPLE)) == [
        '  1  Baltic Wire ← coast guard ← port master: "the harbour would reopen on '
        'Thursday"',
        "     to       it",
        '     why      coast guard  "The coast guard said" (27 November 2023)',
        "                           en.indirect.said-that",
        '              port master  "the port master had told" en.indirect.told-whom',
    ]


def test_an_inferred_link_shows_what_it_was_concluded_from() -> None:
    assert block("3 ", show(SAMPLE))[-2:] == [
        "              Ilze Berga   inferred: inside the interview with Radio Selga: "
        "the same",
        "                           speaker goes on",
    ]


def test_stance_channel_kind_and_hedges_are_shown_where_there_are_any() -> None:
    lines = show(SAMPLE)
    assert block("4 ", lines)[1:3] == [
        "     channel  statement",
        "     stance   denies",
    ]
    assert block("6 ", lines)[1:3] == [
        "     kind     belief",
        '     hedged   "reportedly"',
    ]


def test_the_day_is_explained_once() -> None:
    text = "it rained, he said"
    said = Attribution(
        index=0,
        content=Passage.of(text, (0, 9)),
        time=Period.day(dt.date(2024, 6, 10)),
        reasons=("said 2024-06-10: the last Monday", "he is the mayor"),
    )
    assert block("1  unnamed", show(Report(Document(text), [said])))[1:] == [
        "     when     10 June 2024 (the last Monday)",
        "     why      unnamed  by-hand",
        "                       he is the mayor",
    ]


def test_what_is_withheld_is_not_shown_as_said() -> None:
    text = "it rained, he said"
    said = Attribution(
        index=0, content=Passage.of(text, (0, 9)), stance=Stance.WITHHOLDS
    )
    lines = block("1  unnamed", show(Report(Document(text), [said])))
    assert "     stance   withholds: does not say" in lines


@given(reports())
def test_as_many_chains_are_counted_as_are_numbered(report: Report) -> None:
    lines = show(report, 200)
    numbers = [line for line in lines if re.match(r" *\d+  \S", line)]
    counted = re.search(r"(\d+|no) chains?\b", " ".join(lines[1:3]))
    assert counted is not None
    assert counted[1] == str(len(numbers) or "no")


def test_what_is_not_told_is_listed_apart_and_numbered_on() -> None:
    lines = show(SAMPLE)
    start = lines.index("Also believed, perceived or wished for")
    assert lines[start + 2] == (
        '  6  Baltic Wire ← two officials: "that the lock gate failed"'
    )
    assert "  two officials [6] ┃ that the lock gate failed." in lines


def test_a_stretch_does_not_begin_with_the_full_stop_of_the_last() -> None:
    text = "it rained, he said. It stopped"
    said = Attribution(
        index=0, content=Passage.of(text, (0, 9)), cue=Passage.of(text, (14, 18))
    )
    lines = show(Report(Document(text), [said]))
    start = lines.index("                  ┆ said.")
    assert lines[start + 1] == "  the text itself │ It stopped"


def test_the_margin_says_who_stands_behind_each_stretch() -> None:
    assert block("Baltic Wire │ RIGA", show(SAMPLE)) == [
        "        Baltic Wire │ RIGA, Nov. 28 —",
        "                    ┆ The coast guard said",
        "        Baltic Wire │ on Monday",
        "    coast guard [1] ┃ that the port master had told it",
        "    port master [1] ┃ the harbour would reopen on Thursday.",
        "     Ilze Berga [2] ┃ “We lost nine days,”",
        "                    ┆ pilot Ilze Berga told Radio Selga,",
        "     Ilze Berga [2] ┃ “and nobody said why.”",
        "     Ilze Berga [3] ┃ Her crew,",
        "                    ┆ she added,",
        "     Ilze Berga [3] ┃ was never warned.",
    ]


def test_remarks_show_their_words_and_place() -> None:
    assert block("! unowned", [*show(SAMPLE), ""]) == [
        "  ! unowned-quotation: nobody is named for this quotation "
        "“Nobody asked us,” (453-471)",
        "  ! unresolved-source: who says this is left open "
        '"Tolls will double in spring"',
        "    (370-397)",
    ]


def test_of_many_remarks_twenty_are_shown_and_all_counted() -> None:
    remarks = [Diagnostic("unreadable-character", "odd", Span(0, 1))] * 45
    lines = show(Report(Document("It rained."), (), remarks))
    assert sum("odd" in line for line in lines) == 20
    assert lines[-1] == "    and 25 more of unreadable-character"


def test_an_empty_text_is_a_head_and_a_sentence() -> None:
    assert show(Report(Document("")))[1:] == [
        "no chains · no sources · no words",
        "─" * 88,
        "Nothing is attributed to anybody.",
    ]


BAR_FOR_A_NAME = Report(
    Document("│ said that it rained."),
    [
        Attribution(
            index=0,
            source=Source("│"),
            content=Passage.of("│ said that it rained.", (7, 21)),
        )
    ],
)


@given(reports(), st.integers(40, 100))
@example(BAR_FOR_A_NAME, 40)
def test_every_word_of_the_text_is_shown_in_order(report: Report, width: int) -> None:
    bars = [(Role.FAINT, f" {bar} ") for bar in "┃┆│"]
    shown = [
        to_plain(line[2:])
        for line in lay_out(report, name="harbour.txt", width=width)
        if line[1:2] and line[1] in bars
    ]
    told = visible(report.document.text)
    if re.search(r"\w", report.document.text):
        assert re.sub(r"\s", "", "".join(shown)) == re.sub(r"\s", "", told)


@given(reports())
def test_no_line_could_drive_a_terminal(report: Report) -> None:
    for line in show(report):
        assert visible(line) == " ".join(line.split())


@given(st.text(st.sampled_from("ab \n"), max_size=300), st.integers(40, 60))
def test_lines_keep_to_the_width(text: str, width: int) -> None:
    longest = max((len(word) for word in text.split()), default=0)
    for line in show(Report(Document(text, outlet="Baltic Wire")), width):
        assert len(line) <= max(width, longest + 20)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_shown_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = _Terminal()
    choose_printer(stream)(((Role.NAME, "coast guard"), (Role.PLAIN, " [red]x")))
    assert "\x1b[1;36mcoast guard\x1b[0m" in stream.getvalue()
    assert "[red]x\n" in stream.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), _Terminal()], ids=["file", "bare"])
def test_without_terminal_or_rich_there_is_no_colour(
    stream: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    choose_printer(stream)(((Role.NAME, "coast guard"),))
    assert stream.getvalue() == "coast guard\n"
