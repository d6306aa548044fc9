"""Summaries: fields first, and no sentence that the fields do not hold."""

import datetime as dt
import html
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from attrib.errors import AttribError
from attrib.export.json import from_json
from attrib.export.prose import visible
from attrib.export.voices import Tally
from attrib.extraction.pipeline import parse
from attrib.model.attribution import Attribution, Mode, Stance
from attrib.model.document import Document
from attrib.model.report import DiagnosticCode, Report
from attrib.model.source import Source
from attrib.model.span import Passage
from attrib.strategies import reports
from attrib.summary.accounts import ReportSummary, Unknown
from attrib.summary.summarizing import summarize

SAMPLE: Report = from_json(
    (Path(__file__).parents[1] / "golden" / "report-v1.json").read_text("utf-8")
)


def written(text: str) -> str:
    """Return a text as the summary shows it, without white space."""
    return re.sub(r"\s", "", visible(text))


@given(reports())
def test_every_chain_is_one_statement(report: Report) -> None:
    summary = summarize(report)
    indexes = [statement.attribution for statement in summary.statements]
    assert sorted(indexes) == sorted(
        chain.attribution or 0 for chain in report.chains()
    )


@given(reports())
def test_fields_are_those_of_the_report(report: Report) -> None:
    said = [
        (
            None if account.source is None else account.source.key,
            statement.attribution,
            tuple(step.name for step in statement.steps),
            statement.content,
            statement.stance,
            statement.time,
        )
        for account in summarize(report).accounts
        for statement in account.statements
    ]
    assert Counter(said) == Counter(
        (
            None if chain.origin is None else chain.origin.key,
            chain.attribution,
            tuple(None if link.source is None else link.name for link in chain.links),
            " ".join(chain.content.text.split()),
            chain.stance,
            chain.time,
        )
        for chain in report.chains()
    )


@given(reports())
def test_words_of_the_text_are_counted_once(report: Report) -> None:
    summary = summarize(report)
    tally = summary.tally
    assert tally.word_count == tally.content + tally.naming + tally.own
    if tally.word_count:
        assert summary.own_share == tally.own / tally.word_count
    else:
        assert summary.own_share is None


@given(reports())
def test_prose_names_every_source_and_content(report: Report) -> None:
    summary = summarize(report)
    prose = re.sub(r"\s", "", str(summary)).casefold()
    for account in summary.accounts:
        if account.source is not None:
            assert written(account.source.name).casefold() in prose
        for statement in account.statements:
            assert written(statement.content).casefold()[:200] in prose


@given(reports())
def test_the_counts_in_the_prose_are_those_of_the_fields(report: Report) -> None:
    summary = summarize(report)
    start = "The text" if summary.outlet is None else visible(summary.outlet.name)
    opening = str(summary).split("\n\n")[0].removeprefix(start)
    if not summary.statements:
        assert opening.endswith("attributes nothing to anybody.")
        return
    told = re.search(r" relays (\d+) statements?(?: from (\d+) sources?)?\.", opening)
    assert told is not None
    named = [account for account in summary.accounts if account.source is not None]
    assert int(told[1]) == len(summary.statements)
    assert int(told[2] or 0) == len(named)
    for phrase, expected in (
        (r"(\d+) (?:is a denial|are denials)", len(summary.denied)),
        (r"(\d+) (?:is|are) not committed to", len(summary.withheld)),
        (r"(\d+) rests? on inference", len(summary.inferred)),
        (
            r"(\d+) comes? from a source that is not named",
            sum(len(a.statements) for a in summary.accounts if a.source is None),
        ),
    ):
        found = re.search(phrase, opening)
        assert int(found[1] if found else 0) == expected


@given(reports())
def test_each_sentence_is_held_by_a_field(report: Report) -> None:
    """Read the prose back: as many items as fields, each opening with its verb."""
    summary = summarize(report)
    sections = [section.splitlines() for section in str(summary).split("\n\n")]
    lists = [section[1:] for section in sections if len(section) > 1]
    for account, items in zip(summary.accounts, lists, strict=False):
        assert len(items) == len(account.statements)
        for statement, item in zip(account.statements, items, strict=True):
            assert item.startswith("- denies") == (statement.stance is Stance.DENIES)
            assert (" by way of " in item.split(":")[0]) >= bool(statement.relays)
    rest = lists[len(summary.accounts) :]
    inferred = sum(step.is_inferred for s in summary.inferred for step in s.steps)
    assert sum(map(len, rest)) == inferred + len(summary.unknown)


def test_the_sample_reads_well() -> None:
    assert (
        str(summarize(SAMPLE))
        == """\
Baltic Wire (28 November 2023, 09:05 UTC+02:00) relays 5 statements from 3 sources. \
Of these, 1 is a denial, 2 rest on inference and 1 comes from a source that is not \
named.

Port master (person, of harbour authority):
- says, by way of coast guard: the harbour would reopen on Thursday

Ilze Berga (person, pilot):
- says, by way of Radio Selga (interview): “We lost nine days,” “and nobody said why.”
- says, by way of Radio Selga: Her crew was never warned

Mayor (person):
- denies (statement) that his office had ordered the closure

A source that is not named:
- says: Tolls will double in spring

Only passing on what others say: coast guard and Radio Selga.

Concluded rather than written:
- "Her crew was never warned" - Ilze Berga: inside the interview with Radio Selga: the \
same speaker goes on
- "Tolls will double in spring" - a source that is not named: en.inferred.goes-on

Left open:
- “Nobody asked us,” - nobody is named for this quotation
- "Tolls will double in spring" - who says this is left open

Of its 89 words, 48% are in somebody's content, 22% name source and cue, and 30% are \
in its own voice."""
    )


def test_fields_of_the_sample() -> None:
    summary = summarize(SAMPLE)
    assert [account.source and account.source.name for account in summary.accounts] == [
        "port master",
        "Ilze Berga",
        "mayor",
        None,
    ]
    assert [source.name for source in summary.relays] == [
        "coast guard",
        "Radio Selga",
    ]
    assert [statement.content for statement in summary.denied] == [
        "that his office had ordered the closure"
    ]
    assert summary.unknown[0] == Unknown(
        DiagnosticCode.UNOWNED_QUOTATION,
        "nobody is named for this quotation",
        "“Nobody asked us,”",
    )
    assert summary.tally == Tally(content=43, naming=19, own=27)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (Document(""), "The text attributes nothing to anybody."),
        (
            Document("Rain.", outlet="Baltic Wire", published="2023-11-28"),
            "Baltic Wire (28 November 2023) attributes nothing to anybody.\n\n"
            "Its only word is its own.",
        ),
    ],
    ids=["empty", "one word"],
)
def test_a_report_that_attributes_nothing_says_so(
    document: Document, words: str
) -> None:
    assert str(summarize(Report(document))) == words


CUE = Passage.of("it rained, the mayor said", (21, 25))


def one_statement(**fields: Any) -> str:
    """Return the sentence on one statement about rain by the mayor."""
    text = "it rained, the mayor said"
    fields = {"source": Source("mayor"), "content": Passage.of(text, (0, 9)), **fields}
    report = Report(Document(text), [Attribution(index=0, **fields)])
    return str(summarize(report)).split("\n\n")[1].splitlines()[1]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "- says: it rained"),
        ({"mode": Mode.DIRECT}, '- says: "it rained"'),
        ({"stance": Stance.ASKS}, "- asks: it rained"),
        ({"cue": CUE, "rule": "en.indirect.object"}, '- "said": it rained'),
        (
            {"cue": CUE, "rule": "en.indirect.object", "stance": Stance.DENIES},
            '- denies ("said"): it rained',
        ),
        ({"cue": CUE, "stance": Stance.ORDERS}, '- orders ("said"): it rained'),
        (
            {"cue": CUE, "stance": Stance.WITHHOLDS},
            '- does not say ("said"): it rained',
        ),
        ({"stance": Stance.WITHHOLDS}, "- does not say: it rained"),
        (
            {"hedges": (Passage.of("it rained, the mayor said", (0, 2)),)},
            '- says (hedged: "it"): it rained',
        ),
    ],
    ids=[
        "indirect",
        "direct",
        "asks",
        "of something",
        "denied of something",
        "orders",
        "withholds",
        "withholds without cue",
        "hedged",
    ],
)
def test_a_statement_is_worded_by_its_fields(
    fields: dict[str, Any], sentence: str
) -> None:
    assert one_statement(**fields) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The mayor demanded that we leave.", '- orders ("demanded") that we leave'),
        ("The mayor promised to leave.", "- promises to leave"),
        ("The mayor vowed to leave.", '- promises ("vowed") to leave'),
        ("The mayor asked whether it rained.", "- asks whether it rained"),
        ("The mayor denied seeing a boat.", "- denies seeing a boat"),
        ("The mayor denied that it rained.", "- denies that it rained"),
        ("The strike was announced by the mayor.", '- "was announced": The strike'),
        ("The mayor did not say why it rained.", "- does not say why it rained"),
    ],
)
def test_a_parsed_sentence_reads_as_one(text: str, sentence: str) -> None:
    prose = str(summarize(parse(text)))
    assert prose.split("\n\n")[1] == f"Mayor (person):\n{sentence}"


@given(reports())
def test_what_is_withheld_is_counted_and_never_said(report: Report) -> None:
    summary = summarize(report)
    assert summary.withheld == tuple(
        s for s in summary.statements if s.stance is Stance.WITHHOLDS
    )
    sections = [section.splitlines()[1:] for section in str(summary).split("\n\n")]
    items = [item for section in sections for item in section]
    for statement, item in zip(summary.statements, items, strict=False):
        assert item.startswith("- does not say") == statement.is_withheld


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@given(reports())
def test_html_says_the_same_and_holds_no_markup_of_the_text(report: Report) -> None:
    summary = summarize(report)
    page = _Words()
    page.feed(summary.to_html())
    page.close()
    plain = re.sub(r"(?m)^- |\s", "", str(summary))
    assert re.sub(r"\s", "", page.words) == re.sub(r"\s", "", plain)
    assert set(page.tags) <= {"section", "p", "strong", "ul", "li"}


def test_what_looks_like_a_tag_is_escaped() -> None:
    script = Source("<script>alert(1)</script>")
    text = "it rained"
    said = Attribution(index=0, content=Passage.of(text, (0, 9)), source=script)
    summary = summarize(Report(Document(text), [said]))
    assert "<script" not in summary.to_html()
    assert html.escape("<script>") in summary.to_html()
    assert r"\<script\>" in summary.to_markdown()


@given(reports())
def test_markdown_has_an_item_for_each_of_the_text(report: Report) -> None:
    summary = summarize(report)
    items = [line for line in str(summary).splitlines() if line.startswith("- ")]
    marked = [
        line for line in summary.to_markdown().splitlines() if line.startswith("- ")
    ]
    assert len(items) == len(marked)


@pytest.mark.parametrize(
    "value", ["text", None, SAMPLE.document], ids=lambda value: type(value).__name__
)
def test_what_cannot_be_summed_up_is_named(value: Any) -> None:
    with pytest.raises(TypeError, match=r"takes a Report, a Trace, .*, not") as caught:
        summarize(value)
    assert isinstance(caught.value, AttribError)


def test_what_is_no_ledger_is_refused_rather_than_ignored() -> None:
    with pytest.raises(TypeError, match="the ledger is a Ledger or None, not object"):
        summarize(SAMPLE, ledger=object())  # type: ignore[call-overload]  # the mistake


def test_a_summary_is_a_value() -> None:
    summary = summarize(SAMPLE)
    assert summary == summarize(SAMPLE)
    assert hash(summary) == hash(summarize(SAMPLE))
    assert isinstance(summary, ReportSummary)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        summary.published = dt.date(2023, 1, 1)  # type: ignore[misc]  # the mistake
