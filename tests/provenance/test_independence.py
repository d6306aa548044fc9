"""Tests of independence: how many origins stand behind a claim."""

from collections.abc import Mapping, Set

import pytest

from attrib.model.chain import Chain, Link
from attrib.model.source import Source, SourceKind
from attrib.model.span import Passage
from attrib.provenance.independence import EndKind, Independence, count_origins
from attrib.provenance.people import People

CONTENT = Passage.of("the quay is closed", (0, 18))
OUTLETS = {"Daily", "Wire", "Post"}
BODIES = {"aide": "City Hall", "clerk": "City Hall", "two envoys": "Norway"}
BOARD = Source("City Hall", "organisation")


def source(name: str) -> Source | None:
    if name == "?":
        return None
    if name == "City Hall":
        return BOARD
    kind = SourceKind.NEWS_OUTLET if name in OUTLETS else SourceKind.PERSON
    anonymous = name.startswith(("two ", "an "))
    return Source(name, kind, is_anonymous=anonymous, affiliation=BODIES.get(name))


def counted(
    *lines: str,
    copies: Mapping[str, str] | None = None,
    unsure: Set[str] = frozenset(),
    doubtful: Set[str] = frozenset(),
) -> Independence:
    """Count the origins of chains, each of its own document: "Outlet < origin"."""
    chains = [
        Chain(
            links=[Link(source=source(name)) for name in line.split(" < ")],
            content=CONTENT,
            document_id=f"{place}",
            has_outlet=True,
        )
        for place, line in enumerate(lines)
    ]
    return count_origins(chains, copies=copies, unsure=unsure, doubtful=doubtful)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Daily < mayor"], "1"),
        (["Daily < mayor", "Post < mayor"], "1"),
        (["Daily < Wire < mayor", "Post < Wire < mayor", "Wire < mayor"], "1"),
        (["Daily < mayor", "Post < port master"], "2"),
        (["Daily < aide", "Post < clerk", "Wire < City Hall"], "1 to 3"),
        (["Daily"], "1"),
        (["Daily", "Post"], "1 to 2"),
        (["Daily < mayor", "Post"], "1 to 2"),
        (["Daily < mayor", "Post < an official"], "1 to 2"),
        (["Daily < an official", "Post < an official"], "1 to 2"),
        (["Daily < Wire < an official", "Post < Wire < an official"], "1"),
        (["Daily < mayor", "Post < two envoys"], "2"),
        (["Daily < ?", "Post < ?"], "1 to 2"),
        (["Daily < Wire", "Post < Wire"], "1"),
    ],
    ids=lambda value: "; ".join(value) if isinstance(value, list) else value,
)
def test_origins_are_counted_at_least_and_at_most(
    lines: list[str], wanted: str
) -> None:
    assert str(counted(*lines).count) == wanted


def test_who_is_named_only_by_a_doubtful_report_does_not_count_at_least() -> None:
    sure = counted("Daily < mayor", "Post < port master")
    doubtful = counted("Daily < mayor", "Post < port master", unsure={"1"})
    assert (str(sure.count), str(doubtful.count)) == ("2", "1 to 2")
    reason = "port master may speak of something else, by way of 1 report"
    assert reason in doubtful.reasons


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Daily", "Daily < mayor"], "1 outlet that names nobody"),
        (["Daily", "Post"], "2 outlets that name nobody"),
        (["Daily < ?", "Daily < mayor"], "1 unnamed"),
        (["Daily < ?", "Post"], "1 unnamed and 1 outlet that names nobody"),
    ],
)
def test_the_reason_counts_in_plain_words(lines: list[str], wanted: str) -> None:
    assert f"{wanted} may be among the others or not" in counted(*lines).reasons


def test_what_one_outlet_leaves_unnamed_is_one_in_all_its_reports() -> None:
    assert str(counted("Daily < an official", "Daily < an official").count) == "1"


def test_copies_of_one_text_leave_one_nobody_unnamed() -> None:
    copies = {"0": "wire", "1": "wire"}
    assert str(counted("Daily", "Post", copies=copies).count) == "1"


def test_copies_that_name_different_people_do_not_merge_them() -> None:
    copies = {"0": "wire", "1": "wire"}
    both = counted("Daily < mayor", "Post < port master", copies=copies)
    assert str(both.count) == "2"


def test_named_ends_come_first() -> None:
    kinds = [end.kind for end in counted("Daily", "Post < mayor").ends]
    assert kinds == [EndKind.NAMED, EndKind.OUTLET]


def test_every_end_knows_its_documents() -> None:
    end, other = counted("Daily < mayor", "Post < ?", "Wire < mayor").ends
    assert end.documents == ("0", "2")
    assert other.documents == ("1",)


def test_the_reason_names_those_who_speak_for_one_body() -> None:
    reasons = counted("Daily < aide", "Post < clerk").reasons
    assert "aide, clerk speak for one body, city hall: one origin at least" in reasons


def test_an_office_alone_is_perhaps_one_of_the_named() -> None:
    lind = Source("Ada Lind", "person", role="Norwegian minister")
    chains = [
        Chain(
            links=[Link(source=Source("Daily", "news outlet")), Link(source=source)],
            content=CONTENT,
            document_id=f"{place}",
            has_outlet=True,
        )
        for place, source in enumerate((lind, Source("minister", "person")))
    ]
    found = count_origins(chains, people=People([lind]))
    assert str(found.count) == "1 to 2"
    assert "minister may be another who is named, by way of 1 report" in found.reasons


def test_the_media_of_a_country_may_have_it_from_anybody() -> None:
    media = Source(
        "Chilean media", "news outlet", affiliation="Chile", is_anonymous=True
    )
    chains = [
        Chain(
            links=[Link(source=Source("Daily", "news outlet")), Link(source=source)],
            content=CONTENT,
            document_id=f"{place}",
            has_outlet=True,
        )
        for place, source in enumerate((BOARD, media))
    ]
    assert str(count_origins(chains).count) == "1 to 2"


def test_who_is_named_only_where_little_is_said_does_not_count() -> None:
    lines = ("Daily < mayor", "Post < port master", "Wire < mayor")
    found = counted(*lines, unsure={"0", "1"}, doubtful={"0", "1"})
    assert str(found.count) == "1"
    reason = "too little of the claim is said by port master, who does not count"
    assert reason in found.reasons
    assert len(found.ends) == 2


def test_an_outlet_that_says_little_may_still_be_one_more() -> None:
    found = counted("Daily < mayor", "Post", unsure={"1"}, doubtful={"1"})
    assert str(found.count) == "1 to 2"


def test_an_unnamed_source_keeps_a_body_that_a_doubtful_report_names() -> None:
    sure = "Daily < two envoys", "Post < Norway"
    assert str(counted(*sure, unsure={"1"}, doubtful={"1"}).count) == "1"
