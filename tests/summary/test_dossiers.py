"""Summaries of many reports: by source, by claim and by report."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from attrib.model.document import Document
from attrib.model.dossier import Dossier
from attrib.model.report import Report
from attrib.newsrooms import Newsroom, make_newsroom
from attrib.summary.dossiers import DossierSummary
from attrib.summary.summarizing import summarize
from summary.piles import few, parse_pile, piles, read_sections

rooms = st.builds(make_newsroom, st.integers(0, 10_000), outlet_count=st.integers(1, 6))

QUAY = parse_pile(
    (
        "Wire",
        "The northern quay of Gale Port may be closed, Ada Lind said. Two coaches wait "
        "at the gate, and the fish market has put up its shutters for the week.",
    ),
    (
        "Post",
        "Ada Lind said the northern quay of Gale Port is closed. Tickets are sold in a "
        "tent beside the old chapel, where a choir sings on most evenings.",
    ),
    ("Mail", "Otto Brandt denied that the northern quay of Gale Port is closed."),
)


@few
@given(piles())
def test_every_chain_is_a_saying_of_its_source(pile: tuple[Report, ...]) -> None:
    summary = summarize(pile)
    told = {
        (way.document_id, way.content, way.names)
        for voice in summary.voices
        for saying in voice.sayings
        for way in saying.ways
    }
    assert told == {
        (
            chain.document_id,
            " ".join(chain.content.text.split()),
            tuple(None if e.source is None else e.source.name for e in chain.links),
        )
        for report in pile
        for chain in report.chains()
    }


@few
@given(piles())
def test_every_report_is_an_entry(pile: tuple[Report, ...]) -> None:
    summary = summarize(Dossier(pile))
    assert {entry.document_id for entry in summary.entries} == {
        report.document.id for report in pile
    }
    assert summary.statement_count == sum(
        len({chain.attribution for chain in report.chains()}) for report in pile
    )


@given(rooms)
def test_the_counts_in_the_prose_are_those_of_the_press(room: Newsroom) -> None:
    reports = room.reports
    opening = str(summarize(reports)).partition("\n")[0]
    told = re.match(
        r"(\d+) reports? of (\d+) outlets? relays? (\w+) statements? of (\w+) sources?",
        opening,
    )
    assert told is not None
    cited = [name for name in room.cited.values() if name]
    wanted = [len(reports), len(reports), len(cited), len(set(cited))]
    assert [int(n.replace("no", "0")) for n in told.groups()] == wanted


@given(rooms)
def test_who_carries_what_a_source_says_is_read_back(room: Newsroom) -> None:
    sections = read_sections(str(summarize(room.reports)))
    for title, items in sections.items():
        head = re.match(r"(.*), (?:person|news outlet): \d+ statements? in", title)
        if head is not None:
            carried = {
                event.split(", ")[0]
                for item in items
                for event in item.partition(" - ")[2].split("; ")
            }
            cited = room.cited
            assert carried == {name for name, s in cited.items() if s == head[1]}


@few
@given(piles() | rooms.map(lambda room: room.reports), st.randoms())
def test_the_order_of_arrival_changes_nothing(
    pile: tuple[Report, ...], draw: random.Random
) -> None:
    shuffled = list(pile)
    draw.shuffle(shuffled)
    first, second = summarize(pile), summarize(iter(shuffled))
    assert first == second
    assert str(first) == str(second)


@few
@given(piles())
def test_markdown_and_html_hold_as_many_items(pile: tuple[Report, ...]) -> None:
    summary = summarize(pile)
    items = sum(len(section.items) for section in summary.sections())
    assert summary.to_html().count("<li>") == items
    marked = summary.to_markdown().splitlines()
    assert sum(line.startswith("- ") for line in marked) == items


def test_nothing_is_summed_up_as_nothing() -> None:
    assert str(summarize([])) == "There are no reports."
    assert summarize(Dossier()) == DossierSummary()


def test_a_source_is_told_once_with_all_who_carry_it() -> None:
    voice = summarize(QUAY).voices[0]
    assert voice.source is not None
    assert voice.source.name == "Ada Lind"
    assert voice.document_ids == ("Wire", "Post")


def test_a_claim_of_several_reports_tells_how_it_changed() -> None:
    (claim,) = summarize(QUAY).claims
    assert claim.document_ids == ("Wire", "Post")
    (line,) = read_sections(str(summarize(QUAY)))["Claims that several reports carry:"]
    assert line.endswith("- Wire and Post; from Ada Lind; hardened in 1 report")


def test_a_denial_stands_against_what_it_denies() -> None:
    (clash,) = summarize(QUAY).clashes
    assert {clash.first.outlet, clash.second.outlet} == {"Post", "Mail"}


def test_what_one_source_says_in_one_report_is_no_version_of_itself() -> None:
    pile = parse_pile(
        ("Wire", "Diesel rose by 2 percent in Gale. Petrol rose by 3 percent in Gale.")
    )
    assert summarize(pile).clashes == ()


def test_copies_do_not_make_a_claim_a_shared_one() -> None:
    text = (
        "The choir of the old chapel sings on Sunday at noon, and the town has put "
        "sixty chairs on the lawn. Bring a coat, for the wind is cold in March."
    )
    summary = summarize(parse_pile(("Wire", text), ("Post", text)))
    assert [claim.text_count for claim in summary.claims] == [1, 1]
    assert "and 2 claims that only copies of one text share" in str(summary)
    (cluster,) = summary.copies
    assert cluster.members == ("Wire", "Post")


def test_joint_sources_both_say_it() -> None:
    summary = summarize(
        parse_pile(("Wire", "Ada Lind and Otto Brandt said the quay of Gale is shut."))
    )
    names = [voice.source.name for voice in summary.voices if voice.source]
    assert names == ["Ada Lind", "Otto Brandt"]
    assert summary.statement_count == 1


def test_long_lists_end_with_the_number_of_the_rest() -> None:
    pile = [Report(Document("It rained.", f"d{n:02}")) for n in range(20)]
    items = read_sections(str(summarize(pile)))["By report:"]
    assert items[-1] == "and 8 more reports"
