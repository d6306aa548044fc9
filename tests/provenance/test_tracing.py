"""Tests of tracing: where a claim comes from, over many reports."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import ModelError
from attrib.extraction.pipeline import parse
from attrib.model.claim import Claim
from attrib.model.document import Document
from attrib.model.graph import Relation
from attrib.model.report import Report
from attrib.newsrooms import make_newsroom
from attrib.provenance.tracing import trace

SEEDS = st.integers(0, 10_000)


def reports(*rows: tuple[str, str]) -> list[Report]:
    """Parse one text an outlet, published on one day after another."""
    return [
        parse(
            Document(text, outlet, outlet=outlet, published=f"2024-03-{place + 1:02}")
        )
        for place, (outlet, text) in enumerate(rows)
    ]


@given(SEEDS, st.integers(1, 10), st.floats(0, 1), st.sampled_from((0, 2, 3)))
def test_the_origins_found_are_the_origins_made(
    seed: int, outlet_count: int, echo_rate: float, circle_count: int
) -> None:
    room = make_newsroom(
        seed,
        outlet_count=max(outlet_count, circle_count),
        echo_rate=echo_rate,
        circle_count=circle_count,
    )
    found = trace(room.reports, of=room.claim)
    assert {source.name for source in found.origins} == room.origins
    assert found.origin_count == room.origin_count
    assert set(found.documents) == {r.document.id for r in room.reports}


@given(SEEDS)
def test_a_circle_is_shown_as_the_circle_it_is(seed: int) -> None:
    room = make_newsroom(seed, circle_count=3)
    (circle,) = trace(room.reports, of=room.claim).cycles
    assert set(circle) == {name.casefold() for name in room.circle}
    assert circle[0] == circle[-1]


@pytest.mark.parametrize(
    ("voice", "wanted"),
    [("", "0 to 1"), ("Ada Lind said the quay is closed.", "1 to 2")],
)
def test_behind_a_closed_circle_there_is_one_origin_or_none(
    voice: str, wanted: str
) -> None:
    pile = [
        parse(Document(f"The quay is closed, {cited} reported.", name, outlet=name))
        for name, cited in (("The Daily", "Baltic Wire"), ("Baltic Wire", "The Daily"))
    ]
    if voice:
        pile += reports(("Post", voice))
    found = trace(pile, of="the quay is closed")
    assert str(found.origin_count) == wanted
    assert any(
        reason.endswith("one origin behind it, or none") for reason in found.reasons
    )


@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(
    seed: int, shuffler: random.Random
) -> None:
    room = make_newsroom(seed, circle_count=2)
    shuffled = list(room.reports)
    shuffler.shuffle(shuffled)
    assert trace(shuffled, of=room.claim) == trace(room.reports, of=room.claim)


def test_a_claim_that_nobody_carries_has_no_origins() -> None:
    found = trace(reports(("Daily", "The choir sang in the chapel.")), of="a ship sank")
    assert found.documents == ()
    assert str(found.origin_count) == "0"


def test_no_report_gives_an_empty_trace() -> None:
    assert trace([], of="a ship sank").chains == ()


def test_a_denial_is_no_origin_of_the_claim() -> None:
    found = trace(
        reports(
            ("Daily", "The harbour master said that the ferry sank off Gull Point."),
            ("Post", "The owner denied that the ferry sank off Gull Point."),
        ),
        of="The ferry sank off Gull Point",
    )
    assert [source.name for source in found.origins] == ["harbour master"]
    assert [chain.origin.name for chain in found.denials if chain.origin] == ["owner"]


def test_a_denial_is_an_edge_of_the_graph() -> None:
    found = trace(
        reports(
            ("Daily", "The harbour master said that the ferry sank off Gull Point."),
            ("Post", "The owner denied that the ferry sank off Gull Point."),
        ),
        of="The ferry sank off Gull Point",
    )
    (edge,) = (e for e in found.graph.edges if e.relation is Relation.DENIES)
    assert edge.start.startswith("statement:Post")
    assert edge.end.startswith("statement:Daily")


def test_a_retraction_leads_to_what_its_source_had_said() -> None:
    found = trace(
        reports(
            ("Post", "The ferry sank off Gull Point, the owner said."),
            ("Baltic Wire", "The ferry sank off Gull Point."),
            ("Daily", "Baltic Wire retracted its report that the ferry sank."),
        ),
        of="The ferry sank off Gull Point",
    )
    (edge,) = (e for e in found.graph.edges if e.relation is Relation.RETRACTS)
    assert edge.start.startswith("statement:Daily")
    assert edge.end.startswith("statement:Baltic Wire")
    assert not any(e.relation is Relation.DENIES for e in found.graph.edges)


def test_what_is_withdrawn_without_being_a_claim_is_no_retraction() -> None:
    found = trace(
        reports(("Daily", "Norway has withdrawn its troops from Gull Point.")),
        of="Norway has withdrawn its troops from Gull Point",
    )
    assert found.denials == ()


def test_a_source_bears_one_name_in_all_reports() -> None:
    found = trace(
        reports(
            ("Daily", "Oslo said that the ferry sank off Gull Point."),
            ("Post", "Norway said that the ferry sank off Gull Point."),
        ),
        of="The ferry sank off Gull Point",
    )
    assert [chain.links[-1].name for chain in found.chains] == ["Norway", "Norway"]


def test_who_is_named_in_two_ways_is_one_step() -> None:
    texts = (
        "The Norwegian minister said that Bo Berg said that the ferry sank at noon.",
        "Bo Berg, Norway's minister, said that the ferry was old.",
    )
    rows = [(f"Outlet {place}", text) for place, text in enumerate(texts)]
    alone = trace(reports(rows[0]), of="The ferry sank at noon").chains[0]
    told = trace(reports(*rows), of="The ferry sank at noon").chains[0]
    names = [[link.name for link in chain.links] for chain in (alone, told)]
    assert names == [
        ["Outlet 0", "Norwegian minister", "Bo Berg"],
        ["Outlet 0", "Bo Berg"],
    ]


def test_three_relays_of_one_wire_are_one_origin() -> None:
    told = "The ferry sank off Gull Point, Baltic Wire reported."
    found = trace(
        reports(
            ("Baltic Wire", "The ferry sank off Gull Point, the coast guard said."),
            *((name, told) for name in ("Daily", "Post", "Gazette")),
        ),
        of="the ferry sank off Gull Point",
    )
    assert str(found.origin_count) == "1"
    assert len(found.documents) == 4


def test_what_one_outlet_says_in_its_own_voice_counts_as_unknown() -> None:
    found = trace(
        reports(
            ("Daily", "The ferry sank off Gull Point. Nobody was on board."),
            ("Post", "The ferry sank off Gull Point, the coast guard said."),
        ),
        of="the ferry sank off Gull Point",
    )
    assert str(found.origin_count) == "1 to 2"


def test_a_claim_can_be_taken_from_a_chain() -> None:
    found = reports(("Post", "The ferry sank off Gull Point, the coast guard said."))
    (chain,) = found[0].chains()
    assert trace(found, of=chain).claim == "The ferry sank off Gull Point"


UNTIL_MAY = "The northern quay is closed until May"


@pytest.mark.parametrize(
    ("claim", "other", "told"),
    [
        (UNTIL_MAY, "The northern quay is closed until June", 'date: "May"'),
        (UNTIL_MAY, "the northern quay will stay shut until June", 'date: "May"'),
        (
            "Three trawlers sank off Gull Point",
            "Six trawlers have sunk in the storm off Gull Point",
            'number: "Three"',
        ),
        (f"{UNTIL_MAY[:-3]}3 May", f"{UNTIL_MAY[:-3]}13 May", 'number: "3"'),
    ],
)
def test_another_number_or_date_is_a_conflict_and_no_support(
    claim: str, other: str, told: str
) -> None:
    found = trace(
        reports(
            ("Daily", f"{claim}, the harbour master said."),
            ("Post", f"The coast guard said that {other}."),
        ),
        of=claim,
    )
    assert [source.name for source in found.origins] == ["harbour master"]
    assert str(found.origin_count) == "1"
    assert found.documents == ("Daily",)
    (version,) = found.versions
    assert version.document_id == "Post"
    (conflict,) = found.conflicts
    assert (conflict.member, conflict.other) == (claim, version.claim_id)
    assert str(conflict.differences[0]).startswith(told)
    assert any(r.startswith("Post has another version") for r in found.reasons)
    assert "Post" in found.published


@pytest.mark.parametrize(
    "other",
    [
        "The northern quay is closed",
        "The northern quay, which was built in 1990, is closed until May",
        "The northern quay is closed until the end of May",
        "The northern quay is closed until May, not June",
    ],
)
def test_what_leaves_the_date_out_or_adds_to_it_still_carries_the_claim(
    other: str,
) -> None:
    found = trace(
        reports(
            ("Daily", f"{UNTIL_MAY}, the harbour master said."),
            ("Post", f"The coast guard said: {other}."),
        ),
        of=UNTIL_MAY,
    )
    assert found.documents == ("Daily", "Post")
    assert found.conflicts == ()


def test_a_rounded_number_is_no_other_version() -> None:
    found = trace(
        reports(
            ("Daily", "201 sailors left Gull Point, the harbour master said."),
            ("Post", "200 sailors left Gull Point, the coast guard said."),
        ),
        of="201 sailors left Gull Point",
    )
    assert found.documents == ("Daily", "Post")


def test_a_number_in_a_name_is_no_other_version_of_a_count() -> None:
    found = trace(
        reports(
            ("Daily", "Norway will send Alda 2 ferries to Gull Point, Lind said."),
            ("Post", "Norway will send 14 ferries to Gull Point, Brandt said."),
        ),
        of="Norway will send Alda 2 ferries to Gull Point",
    )
    assert found.documents == ("Daily", "Post")
    assert found.conflicts == ()


def test_another_version_in_the_outlets_own_voice_is_a_conflict_too() -> None:
    found = trace(
        reports(("Daily", "The northern quay is closed until June.")), of=UNTIL_MAY
    )
    assert (found.documents, found.chains) == ((), ())
    assert [chain.document_id for chain in found.versions] == ["Daily"]
    assert str(found.origin_count) == "0"


def test_a_report_with_both_versions_carries_the_claim_and_the_conflict() -> None:
    found = trace(
        reports(
            (
                "Daily",
                f"{UNTIL_MAY}. The coast guard said that the northern quay is closed "
                "until June.",
            )
        ),
        of=UNTIL_MAY,
    )
    assert [chain.links[-1].name for chain in found.chains] == ["Daily"]
    assert [chain.links[-1].name for chain in found.versions] == ["coast guard"]


def test_a_relay_of_another_version_is_not_led_on_into_the_claim() -> None:
    found = trace(
        reports(
            ("Baltic Wire", f"{UNTIL_MAY}, the harbour master said."),
            (
                "Daily",
                "The northern quay is closed until June, Baltic Wire reported.",
            ),
        ),
        of=UNTIL_MAY,
    )
    assert [chain.document_id for chain in found.chains] == ["Baltic Wire"]
    assert [chain.links[-1].name for chain in found.versions] == ["Baltic Wire"]


@pytest.mark.parametrize("claim", [None, 5, b"it rained", []])
def test_what_is_traced_is_words_or_what_makes_them(claim: Any) -> None:
    with pytest.raises(ModelError, match="of is a claim in words"):
        trace([], of=claim)


def test_a_claim_may_be_a_chain_an_attribution_or_a_claim() -> None:
    told = reports(("Baltic Wire", f"{UNTIL_MAY}, the harbour master said."))
    (attribution,) = told[0].attributions
    (chain,) = told[0].chains()
    claim = Claim(content=chain.content, document_id="Baltic Wire", attribution=0)
    in_words = trace(told, of=UNTIL_MAY)
    assert in_words.chains
    for each in (attribution, chain, claim):
        assert trace(told, of=each).chains == in_words.chains


@pytest.mark.parametrize("claim", ["", " \n", "...", "\u200b", "\0"], ids=ascii)
def test_a_claim_without_a_word_is_an_error(claim: str) -> None:
    with pytest.raises(ModelError, match=r"of is a claim in words, and .* holds none"):
        trace([], of=claim)


def test_two_who_say_as_much_in_one_report_are_two_origins() -> None:
    text = (
        "Ada Lind said that the ferry Alda sank off Norr. Ben Holt confirmed that the "
        "ferry Alda sank off Norr. She said that the ferry Alda sank off Norr."
    )
    found = trace(reports(("Baltic Wire", text)), of="the ferry Alda sank off Norr")
    assert [source.name for source in found.origins] == ["Ada Lind", "Ben Holt"]
    assert (found.origin_count.minimum, found.origin_count.maximum) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "It was false that the ferry Alda sank off Norr, Ada Lind said.",
        "Ada Lind said it was not true that the ferry Alda sank off Norr.",
        "Reports that the ferry Alda sank off Norr are nonsense, Ada Lind said.",
    ],
)
def test_who_calls_a_claim_untrue_denies_it(text: str) -> None:
    found = trace(reports(("Baltic Wire", text)), of="the ferry Alda sank off Norr")
    assert not found.chains
    (denial,) = found.denials
    assert denial.origin is not None
    assert denial.origin.name == "Ada Lind"


def test_another_thing_called_untrue_is_no_denial() -> None:
    text = (
        "Ada Lind said that reports of a fire were false and that the ferry Alda sank "
        "off Norr."
    )
    found = trace(reports(("Baltic Wire", text)), of="the ferry Alda sank off Norr")
    assert not found.denials


def test_who_says_little_counts_where_no_report_says_more() -> None:
    claim = "The northern quay of Gale Port will be closed in spring for costly repairs"
    brief = [
        ("Daily", "The northern quay of Gale Port will be closed, Ada Lind said."),
        ("Post", "The northern quay of Gale Port will be closed, Eva Holt said."),
        ("Wire", "A choir sang."),
        ("Herald", "Herring is dear."),
        ("Echo", "Snow fell."),
    ]
    assert str(trace(reports(*brief), of=claim).origin_count) == "1 to 2"
    full = ("Star", f"{claim}, Bo Berg said.")
    assert str(trace(reports(*brief, full), of=claim).origin_count) == "1"
