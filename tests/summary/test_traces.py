"""Summaries of traces: every sentence can be read back from the fields."""

import itertools
import random
import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.export.prose import visible
from attrib.extraction.pipeline import parse
from attrib.model.attribution import Directness
from attrib.model.chain import Chain, Link
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.source import Source
from attrib.model.span import Passage
from attrib.model.trace import OriginCount, Trace
from attrib.newsrooms import Newsroom, make_newsroom
from attrib.provenance.tracing import trace
from attrib.summary.summarizing import summarize
from attrib.summary.traces import TraceSummary
from attrib.summary.wordings import Direction
from summary.piles import (
    CLAIM,
    few,
    parse_pile,
    piles,
    read_names,
    read_sections,
    who_is_behind,
)

OWN = "In the outlet's own voice, with nobody named:"
newsrooms = st.builds(
    make_newsroom,
    st.integers(0, 10_000),
    outlet_count=st.integers(3, 10),
    echo_rate=st.floats(0, 1),
    silent_rate=st.floats(0, 1),
    circle_count=st.sampled_from((0, 2, 3)),
)


def sum_up(room: Newsroom) -> TraceSummary:
    return summarize(trace(room.reports, of=room.claim))


def sum_up_pile(*rows: tuple[str, str], of: str) -> TraceSummary:
    return summarize(trace(parse_pile(*rows), of=of))


@given(newsrooms)
def test_the_prose_tells_the_press_as_it_was_made(room: Newsroom) -> None:
    """Who has it from whom is read back from the sentences alone."""
    sections = read_sections(str(sum_up(room)))
    told: dict[str, set[tuple[str, ...]]] = {}
    for title, items in sections.items():
        if title.removesuffix(":") in room.origins:
            for item in items:
                names = item.partition(": ")[0]
                outlet, *relays = re.split(r", by way of |, | and ", names)
                told.setdefault(outlet, set()).add((*relays, title[:-1]))
    made = {
        outlet: {tuple(way)}
        for outlet in room.cited
        if (way := who_is_behind(room.cited, outlet))[-1] in room.origins
    }
    assert told == made


@given(newsrooms)
def test_the_prose_names_those_who_name_nobody(room: Newsroom) -> None:
    items = read_sections(str(sum_up(room))).get(OWN, [])
    silent = {name for name, source in room.cited.items() if source is None}
    assert {item.partition(": ")[0] for item in items} == silent


@given(newsrooms)
def test_the_counts_in_the_prose_are_those_of_the_press(room: Newsroom) -> None:
    opening = str(sum_up(room)).partition("\n")[0]
    told = re.match(r'(\d+) reports? says? ".*", from (.*) independent', opening)
    assert told is not None
    assert int(told[1]) == len(room.reports)
    assert told[2] == str(room.origin_count)


@given(newsrooms)
def test_the_circle_in_the_prose_is_that_of_the_press(room: Newsroom) -> None:
    titles = read_sections(str(sum_up(room)))
    circles = [
        title.removeprefix("Circular reporting: ").removesuffix(".").split(" ← ")
        for title in titles
        if title.startswith("Circular")
    ]
    if not room.circle:
        assert circles == []
        return
    (circle,) = circles
    pairs = set(itertools.pairwise(circle))
    assert pairs == {(name, room.cited[name]) for name in room.circle}


@given(newsrooms)
def test_the_prose_names_those_who_only_repeat_others(room: Newsroom) -> None:
    titles = read_sections(str(sum_up(room)))
    told = [title for title in titles if title.startswith("Only repeating")]
    names = [name for title in told for name in read_names(title[:-1].split(": ")[1])]
    assert set(names) == {name for name, s in room.cited.items() if s in room.cited}


@given(newsrooms)
def test_the_timeline_has_each_report_on_its_day(room: Newsroom) -> None:
    told = set()
    for item in read_sections(str(sum_up(room)))["Timeline:"]:
        day, _, events = item.partition(": ")
        for event in events.split("; "):
            names = event.split(" ← ")[0].removesuffix(" (own voice)")
            told |= {(day, name) for name in read_names(names)}
    assert told == {
        (f"{d.published.day} March 2024", d.outlet.name)
        for d in (report.document for report in room.reports)
        if d.published and d.outlet
    }


@given(newsrooms)
def test_what_falls_is_what_the_trace_says_falls(room: Newsroom) -> None:
    found = trace(room.reports, of=room.claim)
    for reliance in summarize(found).reliances:
        fallen = {
            c.document_id
            for c in found.what_falls_without(reliance.source)
            if c.outlet != reliance.source
        }
        assert {way.document_id for way in reliance.ways} == fallen


@given(newsrooms)
def test_each_drift_in_the_prose_is_a_diff_of_two_contents(room: Newsroom) -> None:
    contents = {str(r.document.outlet): r.document.text for r in room.reports}
    items = read_sections(str(sum_up(room))).get("How the wording changed:", [])
    for item in items:
        names, _, diff = item.partition(": ")
        if names == "in other words":
            continue
        after, relation, before = re.match(
            r"(.*), (citing|later than|beside) (.*) \(reworded\)$", names
        ).groups()  # type: ignore[union-attr]  # a sentence without it is a failure
        new = re.sub(r"\[-.*?-\] ?|\{\+|\+\}", "", diff)
        old = re.sub(r"\{\+.*?\+\} ?|\[-|-\]", "", diff)
        assert contents[after].casefold().startswith(new.strip(" .").casefold())
        assert contents[before].casefold().startswith(old.strip(" .").casefold())
        assert relation != "citing" or room.cited[after] == before


EMPTY = {
    "own": "In the outlet's own voice",
    "disputed": "Disputed:",
    "versions": "Versions that disagree with the claim:",
    "clashes": "Versions that disagree:",
    "repeating": "Only repeating",
    "borrowings": "Taken from",
    "cycles": "Circular",
    "drifts": "How the wording changed:",
    "reliances": "What rests",
    "timeline": "Timeline:",
    "reasons": "Why:",
}


@few
@given(piles(), st.sampled_from(list(EMPTY)))
def test_without_its_field_a_sentence_is_not_said(
    pile: tuple[Report, ...], field: str
) -> None:
    summary = summarize(trace(pile, of=CLAIM))
    titles = [section.title for section in summary.sections()]
    assert any(t.startswith(EMPTY[field]) for t in titles) == bool(
        getattr(summary, field)
    )
    nothing: dict[str, Any] = {field: ()}
    emptied = attrs.evolve(summary, **nothing)
    kept = [t for t in titles[1:] if not t.startswith(EMPTY[field])]
    rest = [section.title for section in emptied.sections()][1:]
    # What is not known is concluded from several fields.
    assert [t for t in rest if t != "Not known:"] == [
        t for t in kept if t != "Not known:"
    ]


@few
@given(piles())
def test_every_chain_of_a_trace_is_told_once(pile: tuple[Report, ...]) -> None:
    found = trace(pile, of=CLAIM)
    summary = summarize(found)
    backings = (*summary.known, *summary.unnamed)
    ways = [way for backing in backings for way in backing.ways] + [*summary.own]
    assert len(ways) == len(found.chains)
    assert sum(len(b.ways) for b in summary.disputed) == len(found.denials)
    items = [item for s in summary.sections() for item in s.items]
    for way in ways:
        assert any(visible(way.outlet or way.document_id) in item for item in items)


@few
@given(piles() | newsrooms.map(lambda room: room.reports), st.randoms())
def test_the_order_of_arrival_changes_no_word(
    pile: tuple[Report, ...], draw: random.Random
) -> None:
    of = pile[0].document.text if pile else CLAIM
    if not any(map(str.isalnum, of)):
        of = CLAIM
    shuffled = list(pile)
    draw.shuffle(shuffled)
    first, second = summarize(trace(pile, of=of)), summarize(trace(shuffled, of=of))
    assert first == second
    assert str(first) == str(second)


@few
@given(piles())
def test_markdown_and_html_hold_as_many_items(pile: tuple[Report, ...]) -> None:
    summary = summarize(trace(pile, of=CLAIM))
    items = sum(len(section.items) for section in summary.sections())
    assert summary.to_html().count("<li>") == items
    marked = summary.to_markdown().splitlines()
    assert sum(line.startswith("- ") for line in marked) == items


def one_chain(name: str, *, directness: Directness, document: str = "w") -> Chain:
    links = (
        Link(source=Source("Wire")),
        Link(source=Source(name), directness=directness),
    )
    content = Passage.of("the pier sank", (0, 13))
    return Chain(links=links, content=content, document_id=document, has_outlet=True)


def one_trace(*chains: Chain) -> TraceSummary:
    return summarize(
        Trace(
            claim="the pier sank",
            documents=[chain.document_id for chain in chains],
            chains=chains,
            origin_count=OriginCount(1, len(chains)),
        )
    )


def test_who_was_there_comes_before_who_was_told() -> None:
    summary = one_trace(
        one_chain("clerk", directness=Directness.TOLD),
        one_chain("mayor", directness=Directness.UNKNOWN),
        one_chain("diver", directness=Directness.WITNESSED),
    )
    names = [backing.source and backing.source.name for backing in summary.known]
    assert names == ["diver", "mayor", "clerk"]
    assert 'Wire (was there): "the pier sank"' in str(summary)


def test_names_that_look_like_markup_are_escaped() -> None:
    summary = one_trace(one_chain("<b>*x*\x1b[31m", directness=Directness.UNKNOWN))
    assert "<b>" not in summary.to_html()
    assert r"\<b\>\*x\*" in summary.to_markdown()
    assert "\x1b" not in str(summary)


def test_reports_without_a_date_are_not_taken_for_the_first() -> None:
    summary = one_trace(one_chain("mayor", directness=Directness.UNKNOWN))
    assert summary.first == ()
    assert "The first" not in str(summary)
    assert "when it was published by Wire" in str(summary)


QUAY = "the northern quay of Gale Port is closed"


def test_a_hedge_that_goes_is_a_hardening() -> None:
    summary = sum_up_pile(
        ("Wire", "The northern quay of Gale Port may be closed, Ada Lind said."),
        ("Daily", "The northern quay of Gale Port is closed, the Wire reported."),
        of=QUAY,
    )
    (drift,) = summary.drifts
    assert drift.direction is Direction.HARDENED
    assert drift.is_cited == ("Daily" in summary.repeating)


def test_a_hedge_that_comes_is_a_weakening() -> None:
    summary = sum_up_pile(
        ("Wire", "The northern quay of Gale Port is closed, Ada Lind said."),
        (
            "Daily",
            "The northern quay of Gale Port is reportedly closed, Ada Lind said.",
        ),
        of=QUAY,
    )
    (drift,) = summary.drifts
    assert drift.direction is Direction.WEAKENED
    assert "Daily, later than Wire (weakened): " in str(summary)


def test_who_denies_is_told_with_the_report_that_says_so() -> None:
    summary = sum_up_pile(
        ("Wire", "The northern quay of Gale Port is closed, Ada Lind said."),
        ("Post", "Otto Brandt denied that the northern quay of Gale Port is closed."),
        of=QUAY,
    )
    (line,) = read_sections(str(summary))["Disputed:"]
    assert line.startswith("Otto Brandt, in Post (denies): ")
    assert "1 report has somebody who disputes it." in str(summary)


def test_versions_with_other_numbers_stand_against_each_other() -> None:
    summary = sum_up_pile(
        ("Wire", "The storm sank three trawlers off Gale Port, Ada Lind said."),
        ("Post", "The storm sank six trawlers off Gale Port, Otto Brandt said."),
        of="the storm sank trawlers off Gale Port",
    )
    (clash,) = summary.clashes
    assert [str(d) for d in clash.differences] == ['number: "three" against "six"']
    assert 'number: "three" against "six"' in str(summary)


def test_who_has_another_version_than_the_claim_is_told_beside_it() -> None:
    summary = sum_up_pile(
        ("Wire", "The northern quay is closed until May, Ada Lind said."),
        ("Post", "The northern quay is closed until June, Otto Brandt said."),
        of="the northern quay is closed until May",
    )
    assert summary.report_count == 1
    assert [each.source and each.source.name for each in summary.known] == ["Ada Lind"]
    assert "1 report has another version of it." in str(summary)
    (line,) = read_sections(str(summary))["Versions that disagree with the claim:"]
    assert line.startswith("Otto Brandt, in Post: ")
    assert line.endswith('date: "May" against "June"')
    assert summary.clashes == ()


@pytest.mark.parametrize("name", ["two officials", "a diplomat"])
def test_one_name_for_nobody_known_may_be_several(name: str) -> None:
    text = f"The northern quay of Gale Port is closed, {name} said."
    summary = sum_up_pile(("Wire", text), ("Post", f"{text} It rains."), of=QUAY)
    (backing,) = summary.unnamed
    assert len(backing.ways) == 2
    assert "(anonymous, and perhaps several):" in str(summary)


def count_lines(work: Callable[[], object]) -> int:
    """Return how many lines of Python are run."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return note

    tracer = sys.gettrace()  # such as that of coverage
    sys.settrace(note)
    try:
        work()
    finally:
        sys.settrace(tracer)
    return count


def line_up(length: int) -> list[Report]:
    """Return reports that each cite the outlet before, and the first a person."""
    cited = ["the port master", *(f"Outlet{place} News" for place in range(length))]
    return [
        parse(
            Document(
                f"The northern quay is closed, {cited[place]} said.",
                f"{place:03}",
                outlet=cited[place + 1],
                published=f"2024-03-{1 + 28 * place // length:02}",
            )
        )
        for place in range(length)
    ]


def test_three_times_as_many_relays_in_a_line_are_three_times_the_work() -> None:
    def work_for(pile: list[Report]) -> int:
        of = "the northern quay is closed"
        return count_lines(lambda: str(summarize(trace(pile, of=of))))

    work_for(line_up(3))  # what is cached is cached now
    once, thrice = work_for(line_up(30)), work_for(line_up(90))
    assert thrice < 4 * once


def test_of_many_relays_those_near_either_end_are_told() -> None:
    summary = summarize(trace(line_up(15), of="the northern quay is closed"))
    last = read_sections(str(summary))["Port master:"][-1]
    assert last.startswith("Outlet14 News, by way of Outlet13 News, Outlet12 News, ")
    assert ", 4 more, Outlet4 News, " in last


def test_of_many_names_the_first_are_told_and_how_many_more() -> None:
    summary = summarize(trace(line_up(15), of="the northern quay is closed"))
    falls = read_sections(str(summary))["What rests on one source alone:"]
    assert falls[0].endswith("Outlet10 News and 4 more")
    assert falls[-2].startswith("and 2 more sources, ")


def test_a_report_is_derived_from_the_one_that_it_names() -> None:
    """And not from those that one names."""
    summary = summarize(trace(line_up(4), of="the northern quay is closed"))
    taken = {(b.host.outlet, b.donor.outlet) for b in summary.borrowings}
    assert taken == {(f"Outlet{n + 1} News", f"Outlet{n} News") for n in range(3)}
