"""Tests of stitching: chains that go on in the reports they name."""

from attrib.model.chain import Chain, Link
from attrib.model.document import Document
from attrib.model.source import Source
from attrib.model.span import Passage
from attrib.provenance.stitching import Stitched, stitch

TEXT = "the quay is closed"


def stitched(*rows: tuple[str, int | None, str]) -> tuple[list[str], Stitched]:
    """Stitch one chain a row: outlet, day in March (or None), the names behind it."""
    chains, documents = [], {}
    for outlet, day, names in rows:
        published = None if day is None else f"2024-03-{day:02}"
        document = Document(TEXT, outlet, outlet=outlet, published=published)
        documents[outlet] = document
        sources = [Source(name) for name in (outlet, *names.split(" < ")) if name]
        chains.append(
            Chain(
                links=[Link(source=source) for source in sources],
                content=Passage.of(TEXT, (0, len(TEXT))),
                document_id=document.id,
                has_outlet=True,
            )
        )
    found = stitch(chains, documents)
    return [" < ".join(link.name for link in c.links) for c in found.chains], found


def test_a_chain_goes_on_in_the_report_of_the_outlet_it_ends_at() -> None:
    lines, _ = stitched(("Daily", 2, "Wire"), ("Wire", 1, "mayor"))
    assert lines == ["Daily < Wire < mayor", "Wire < mayor"]


def test_it_goes_on_through_several_reports() -> None:
    lines, _ = stitched(("C", 3, "B"), ("B", 2, "A"), ("A", 1, "aide < mayor"))
    assert lines[0] == "C < B < A < aide < mayor"


def test_a_report_that_is_younger_is_not_what_was_cited() -> None:
    lines, found = stitched(("Daily", 1, "Wire"), ("Wire", 2, "mayor"))
    assert lines[0] == "Daily < Wire"
    assert not found.cycles


def test_a_report_without_a_date_may_be_what_was_cited() -> None:
    lines, _ = stitched(("Daily", 1, "Wire"), ("Wire", None, "mayor"))
    assert lines[0] == "Daily < Wire < mayor"


def test_a_relay_that_is_no_outlet_at_hand_ends_the_chain() -> None:
    lines, _ = stitched(("Daily", 1, "Post"), ("Wire", 1, "mayor"))
    assert lines[0] == "Daily < Post"


def test_an_outlet_that_says_so_itself_is_where_the_chain_ends() -> None:
    lines, found = stitched(("Daily", 1, "Wire"), ("Wire", 1, ""))
    assert lines == ["Daily < Wire", "Wire"]
    assert not found.cycles


def test_reports_that_lead_to_one_another_are_a_circle_with_nobody_behind_it() -> None:
    lines, found = stitched(("B", 1, "C"), ("C", 1, "A"), ("A", 1, "B"))
    assert lines[0] == "B < C < A < unnamed"
    assert found.cycles == (("a", "b", "c", "a"),)


def test_a_chain_into_a_circle_ends_in_it() -> None:
    lines, found = stitched(("D", 2, "A"), ("A", 1, "B"), ("B", 1, "A"))
    assert lines[0] == "D < A < B < unnamed"
    assert found.cycles == (("a", "b", "a"),)


def test_a_link_read_elsewhere_says_in_which_document() -> None:
    _, found = stitched(("Daily", 2, "Wire"), ("Wire", 1, "mayor"))
    assert [link.document_id for link in found.chains[0].links] == [None, None, "Wire"]
