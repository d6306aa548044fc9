"""A real report, read whole: every source, every link, every day.

The report is not part of the project, so nothing here repeats its sentences: what is
expected is said by names, counts, places and single words.
"""

from pathlib import Path

import pytest

import attrib
from attrib import Attribution, Chain, Document, Link, Period, Report, Span

OUTLET = "Ukrainian News Agency"
PLACES = {
    "stated": (1, 0),
    "meeting": (2, 0),
    "directives": (2, 1),
    "kremlin": (3, 0),
    "notes": (4, 0),
    "earlier": (5, 0),
    "danilov": (5, 1),
    "center": (6, 0),
    "russia": (7, 0),
}
"""Accounts by the paragraph of their cue and their order in it, both from 0."""


@pytest.fixture(scope="module")
def report(corpora: Path) -> Report:
    path = corpora / "seed" / "passport_2023-11-28.txt"
    if not path.is_file():
        pytest.skip("the report is not among the corpora")
    text = path.read_text(encoding="utf-8")
    return attrib.parse(Document(text, outlet=OUTLET, published="2023-11-28"))


@pytest.fixture(scope="module")
def accounts(report: Report) -> dict[str, Attribution]:
    """Return the reporting attributions that name a source, by what they tell."""
    text = report.document.text
    found: dict[int, list[Attribution]] = {}
    for each in report.attributions:
        if each.kind == "reporting" and each.source is not None and each.cue:
            found.setdefault(text.count("\n\n", 0, each.cue.start), []).append(each)
    return {
        name: found[paragraph][place]
        for name, (paragraph, place) in PLACES.items()
        if place < len(found.get(paragraph, ()))
    }


def chain_to(report: Report, attribution: Attribution) -> Chain:
    """Return the chain whose last link is an attribution."""
    (found,) = (
        chain for chain in report.chains() if chain.attribution == attribution.index
    )
    return found


def inferred(links: tuple[Link, ...]) -> list[bool]:
    return [link.is_inferred for link in links]


def first_and_last(attribution: Attribution) -> tuple[str, str]:
    words = attribution.content.text.strip(".\"'“”").split()
    return words[0], words[-1].strip(".\"'“”")


def name_of(attribution: Attribution) -> str:
    assert attribution.source is not None
    return attribution.source.name


def key_of(attribution: Attribution) -> str:
    assert attribution.source is not None
    return attribution.source.key


def paragraph_of(report: Report, at: int) -> Span:
    """Return the paragraph around a character, without the header of the first."""
    text = report.document.text
    start = text.rfind("\n\n", 0, at) + 2 if "\n\n" in text[:at] else 0
    end = text.find("\n\n", at)
    return Span(start, len(text) if end < 0 else end)


def test_nine_accounts_name_their_source_in_text_order(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    assert list(accounts) == list(PLACES)
    named = [each for each in report.attributions if each.source is not None]
    assert [each for each in named if each.kind == "reporting"] == [*accounts.values()]


def test_the_date_before_the_prose_is_a_header(report: Report) -> None:
    (header,) = (each for each in report.diagnostics if each.code == "header")
    assert header.span is not None
    assert report.document.text[: header.span.end].split()[-1] == "2023-11"
    assert all(header.span.end <= p.start for a in report.attributions for p in a.parts)


def test_the_lead_is_what_the_service_stated(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    stated = accounts["stated"]
    (span,) = stated.content.spans
    assert span.end == paragraph_of(report, span.start).end
    assert stated.content.text.count(". ") == 1
    assert first_and_last(stated) == ("The", "year")


def test_the_service_stated_it_in_a_message_on_the_day(
    accounts: dict[str, Attribution],
) -> None:
    stated = accounts["stated"]
    assert stated.rule == "en.indirect.this"
    assert stated.channel == "message"
    assert str(stated.time) == "2023-11-28"
    assert stated.source is not None
    assert stated.source.kind == "intelligence service"


def test_the_service_is_one_source_under_three_names(
    accounts: dict[str, Attribution],
) -> None:
    stated, meeting, notes = (accounts[at] for at in ("stated", "meeting", "notes"))
    assert stated.source == meeting.source == notes.source
    mentions = {each.mention.text for each in (stated, meeting, notes) if each.mention}
    assert len(mentions) == 3
    assert all(each.reasons for each in (meeting, notes))


def test_what_comes_according_to_intelligence_ends_with_its_sentence(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    meeting = accounts["meeting"]
    assert meeting.rule == "en.preposition.first"
    assert meeting.content.end < paragraph_of(report, meeting.content.start).end
    assert report.document.text[meeting.content.end] == "."


def test_he_is_the_one_named_in_the_sentence_before(
    accounts: dict[str, Attribution],
) -> None:
    directives = accounts["directives"]
    assert directives.mention is not None
    assert directives.mention.text == "He"
    assert name_of(directives) == "Sergey Kiriyenko"
    assert any('"He"' in reason for reason in directives.reasons)


def test_what_he_announced_reached_us_through_the_service(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    chain = chain_to(report, accounts["directives"])
    outlet, relay, origin = chain.links
    assert (outlet.name, origin.name) == (OUTLET, "Sergey Kiriyenko")
    assert relay.source == accounts["stated"].source
    assert inferred(chain.links) == [False, True, False]
    assert relay.reason


def test_what_comes_according_to_the_kremlin_ends_with_its_sentence(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    kremlin = accounts["kremlin"]
    assert key_of(kremlin) == "kremlin"
    assert first_and_last(kremlin) == ("voters", "standards")
    end = paragraph_of(report, kremlin.content.start).end
    assert end - kremlin.content.end == 1


def test_the_kremlin_is_told_of_by_the_service(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    chain = chain_to(report, accounts["kremlin"])
    assert [link.source for link in chain.links[1:]] == [
        accounts["stated"].source,
        accounts["kremlin"].source,
    ]
    assert inferred(chain.links) == [False, True, False]
    assert chain.links[1].reason


def test_what_the_service_notes_stands_on_the_left(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    notes = accounts["notes"]
    assert notes.mention is not None
    assert notes.cue is not None
    assert notes.cue.text == "notes"
    assert notes.content.end < notes.mention.start < notes.cue.start
    start = paragraph_of(report, notes.content.start).start
    assert notes.content.spans[0].start == start
    assert notes.rule == "en.indirect.left"


def test_the_agency_that_reported_earlier_is_the_outlet(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    earlier = accounts["earlier"]
    assert earlier.source == report.document.outlet
    assert earlier.rule == "en.indirect.as-clause"
    assert earlier.content.end == accounts["danilov"].content.end


def test_what_the_secretary_said_stands_inside_what_the_agency_reported(
    report: Report, accounts: dict[str, Attribution]
) -> None:
    danilov = accounts["danilov"]
    assert danilov.parent == accounts["earlier"].index
    assert danilov.source is not None
    assert danilov.source.name == "Oleksii Danilov"
    assert (
        danilov.source.role == "Secretary of the National Security and Defense Council"
    )
    chain = chain_to(report, danilov)
    assert [link.name for link in chain.links] == [OUTLET, "Oleksii Danilov"]
    assert inferred(chain.links) == [False, False]


def test_each_account_of_the_background_has_its_day(
    accounts: dict[str, Attribution],
) -> None:
    times = [accounts[at].time for at in ("danilov", "center", "russia")]
    assert [str(time) for time in times] == ["2023-11-20", "2023-11-22", "2023-10"]
    assert times[-1] == Period.month(2023, 10)


def test_the_background_names_its_sources(accounts: dict[str, Attribution]) -> None:
    center, russia = accounts["center"], accounts["russia"]
    assert name_of(center) == "National Resistance Center"
    assert key_of(russia) == "russia"
    assert [first_and_last(each)[0] for each in (center, russia)] == ["that", "that"]
    assert [each.rule for each in (center, russia)] == ["en.indirect.that"] * 2
    assert [each.parent for each in (center, russia)] == [None, None]


def test_the_outlet_comes_first_in_every_chain_and_once(report: Report) -> None:
    for chain in report.chains():
        names = [link.name for link in chain.links]
        assert names[0] == OUTLET
        assert names.count(OUTLET) == 1
