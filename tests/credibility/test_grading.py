"""Grades: what raises one, what lowers it, and what may not change it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.grading import grade
from attrib.credibility.ledger import Ledger
from attrib.errors import ModelError, UngradableError
from attrib.extraction.pipeline import parse
from attrib.model.attribution import StatedLikelihood
from attrib.model.chain import Chain, Link
from attrib.model.claim import Conflict, Difference
from attrib.model.cluster import Cluster, Pair
from attrib.model.document import Document
from attrib.model.grade import Grade
from attrib.model.record import Assessment, Outcome
from attrib.model.scale import Credibility, Likelihood, Reliability
from attrib.model.source import Source
from attrib.model.span import Passage
from attrib.model.trace import OriginCount, Trace
from attrib.provenance.duplicates import deduplicate
from attrib.provenance.tracing import trace

DAY = dt.date(2024, 3, 9)
TEXT = "the quay is closed"
CONTENT = Passage.of(TEXT, (0, len(TEXT)))
NAMES = ("harbour master", "coast guard", "Ada Lind", "Baltic Wire", "Gale Radio")
RELIABILITIES = "ABCDEF"
CREDIBILITIES = "123456"
POLICIES = ("weakest-link", "discounting")


def source(name: str | None) -> Source | None:
    """Return a source; one whose name begins with a question mark is anonymous."""
    if name is None:
        return None
    return Source(name.removeprefix("?"), is_anonymous=name.startswith("?"))


def chain(*names: str | None, at: str = "a", **fields: Any) -> Chain:
    """Return a chain from an outlet of its own over some names to the last of them."""
    links = [Link(source=Source(f"Outlet {at}", "news outlet"))]
    links += [Link(source=source(name)) for name in names]
    return Chain(
        links=links, content=CONTENT, document_id=at, has_outlet=True, **fields
    )


def traced(*chains: Chain, denials: Sequence[Chain] = ()) -> Trace:
    """Return a trace that has counted its origins as independent."""
    named = {c.origin.key for c in chains if c.origin and not c.origin.is_anonymous}
    open_count = sum(c.origin is None or c.origin.is_anonymous for c in chains)
    return Trace(
        claim=TEXT,
        chains=chains,
        denials=denials,
        origin_count=OriginCount(len(named), len(named) + open_count),
    )


def settled(name: str, held: int, failed: int, **fields: Any) -> list[Outcome]:
    """Return outcomes of a source, as known on the day before."""
    told = {"settled": "2024-03-08", "recorded": "2024-03-08", "settled_by": "desk"}
    verdicts = ["confirmed"] * held + ["refuted"] * failed
    return [
        Outcome(source=name, claim=f"{name}/{n}", verdict=verdict, **(told | fields))
        for n, verdict in enumerate(verdicts)
    ]


def told(claim: str, verdict: str, **fields: Any) -> Outcome:
    """Return an outcome of the claim itself."""
    day = {"settled": "2024-03-08", "recorded": "2024-03-08"}
    known = {"source": "harbour master", "settled_by": "port inspector"}
    return Outcome(claim=claim, verdict=verdict, **(day | known | fields))


def assessed(day: str = "2024-03-05", **fields: Any) -> Assessment:
    return Assessment(assessor="M. Holt", assessed=day, recorded=day, **fields)


def ledger_of(*records: Any) -> Ledger:
    ledger = Ledger()
    ledger.record(records)
    return ledger


def graded(value: Any, *records: Any, **options: Any) -> Grade:
    return grade(value, **({"as_of": DAY} | options), ledger=ledger_of(*records))


records = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 12), st.integers(0, 12)),
    unique_by=lambda row: row[0],
    max_size=len(NAMES),
).map(lambda rows: [o for row in rows for o in settled(*row)])
ways = st.lists(
    st.none() | st.sampled_from((*NAMES, "?an official")), min_size=1, max_size=3
)
policies = st.sampled_from(POLICIES)
manners = st.fixed_dictionaries(
    {},
    optional={
        "hedges": st.just([CONTENT]),
        "likelihood": st.builds(
            StatedLikelihood, st.sampled_from(tuple(Likelihood)), st.just(CONTENT)
        ),
    },
)


@st.composite
def chain_lists(draw: st.DrawFn, at: str, max_size: int = 3) -> list[Chain]:
    """Return a strategy for chains of one claim, each in a document of its own."""
    found = []
    rows = draw(st.lists(st.tuples(ways, manners), max_size=max_size))
    for place, (names, manner) in enumerate(rows):
        made = chain(*names, at=f"{at}{place}", **manner)
        directness = draw(st.sampled_from(["unknown", "witnessed", "told"]))
        last = attrs.evolve(made.links[-1], directness=directness)
        found.append(attrs.evolve(made, links=[*made.links[:-1], last]))
    return found


@given(ways, records, st.data(), policies)
def test_a_relay_more_never_raises_the_grade(
    names: list[str | None], known: list[Outcome], data: st.DataObject, policy: str
) -> None:
    at = data.draw(st.integers(0, len(names) - 1))
    relay = data.draw(st.none() | st.sampled_from(NAMES))
    longer = [*names[:at], relay, *names[at:]]
    before = graded(chain(*names), *known, policy=policy)
    after = graded(chain(*longer), *known, policy=policy)
    rank = RELIABILITIES.index
    assert rank(str(after.reliability)) >= rank(str(before.reliability))
    assert after.credibility == before.credibility


@given(chain_lists("d"), chain_lists("n"), records, st.data(), policies)
def test_a_wire_repeated_changes_nothing(
    chains: list[Chain],
    denials: list[Chain],
    known: list[Outcome],
    data: st.DataObject,
    policy: str,
) -> None:
    wire = data.draw(st.sampled_from([*chains, chain("harbour master", at="w")]))
    copies = [
        attrs.evolve(
            wire,
            document_id=f"copy{n}",
            links=[Link(source=Source(f"Copier {n}")), *wire.links[1:]],
        )
        for n in range(3)
    ]
    once = traced(*chains, wire, denials=denials)
    often = attrs.evolve(once, chains=(*chains, wire, *copies))
    before, after = (graded(each, *known, policy=policy) for each in (once, often))
    assert str(after) == str(before)


@given(chain_lists("d"), chain_lists("n"), records, st.data(), policies)
def test_a_relay_more_in_a_trace_never_raises_the_grade(
    chains: list[Chain],
    denials: list[Chain],
    known: list[Outcome],
    data: st.DataObject,
    policy: str,
) -> None:
    first = chain("harbour master", at="first")
    relay = Link(source=source(data.draw(st.none() | st.sampled_from(NAMES))))
    longer = attrs.evolve(first, links=[first.links[0], relay, *first.links[1:]])
    before = graded(traced(*chains, first, denials=denials), *known, policy=policy)
    after = graded(traced(*chains, longer, denials=denials), *known, policy=policy)
    rank = RELIABILITIES.index
    assert rank(str(after.reliability)) >= rank(str(before.reliability))
    assert after.credibility == before.credibility


@given(chain_lists("d"), chain_lists("n"), records, policies)
def test_an_independent_origin_more_never_lowers_the_grade(
    chains: list[Chain],
    denials: list[Chain],
    known: list[Outcome],
    policy: str,
) -> None:
    more = chain("lighthouse keeper", at="more")
    before = graded(traced(*chains, denials=denials), *known, policy=policy)
    after = graded(traced(*chains, more, denials=denials), *known, policy=policy)
    credibilities, reliabilities = CREDIBILITIES.index, RELIABILITIES.index
    assert credibilities(str(after.credibility)) <= credibilities(
        str(before.credibility)
    )
    # Where nobody said so before, the reliability was that of those who deny it.
    assert not chains or reliabilities(str(after.reliability)) <= reliabilities(
        str(before.reliability)
    )
    assert after.credibility.is_known


@given(ways, records, records, policies)
def test_what_was_recorded_later_changes_nothing(
    names: list[str | None], known: list[Outcome], later: list[Outcome], policy: str
) -> None:
    value = chain(*names)
    late = [attrs.evolve(o, recorded="2024-03-10", id=None) for o in later]
    late.append(told(value.claim_id, "refuted", recorded="2024-03-10"))
    judged = assessed(
        "2024-03-10", claim=value.claim_id, credibility="5", basis="too late"
    )
    before = graded(value, *known, policy=policy)
    assert graded(value, *known, *late, judged, policy=policy) == before


@given(st.lists(ways, min_size=1, max_size=4), records, policies)
def test_the_reasons_name_every_source_that_counted(
    rows: list[list[str | None]], known: list[Outcome], policy: str
) -> None:
    chains = [chain(*names, at=f"d{n}") for n, names in enumerate(rows)]
    found = graded(traced(*chains), *known, policy=policy)
    said = "\n".join(found.reasons)
    for each in chains:
        assert all(link.name in said for link in each.links[1:])


@given(ways, records, policies)
def test_one_origin_is_never_confirmed(
    names: list[str | None], known: list[Outcome], policy: str
) -> None:
    repeated = traced(*(chain(*names, at=f"d{n}") for n in range(4)))
    one = attrs.evolve(repeated, origin_count=OriginCount(0, 1))
    assert graded(one, *known, policy=policy).credibility != "1"
    assert graded(chain(*names), *known, policy=policy).credibility != "1"


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", [None, "?an official"])
def test_an_origin_left_unnamed_is_unknown(name: str | None, policy: str) -> None:
    known = settled("Baltic Wire", 20, 0) + settled("an official", 20, 0)
    found = graded(chain("Baltic Wire", name), *known, policy=policy)
    assert str(found) == "F6"
    assert found.evidence.origin_count == OriginCount(0, 1)


@pytest.mark.parametrize("policy", POLICIES)
def test_too_little_evidence_is_unknown(policy: str) -> None:
    known = settled("harbour master", 2, 0)
    assert str(graded(chain("harbour master"), *known, policy=policy)) == "F3"


def test_an_anonymous_source_with_a_key_of_its_own_has_a_record() -> None:
    link = Link(source=Source("a clerk", is_anonymous=True, key="k7"))
    known = settled("k7", 12, 0)
    found = graded(attrs.evolve(chain("x"), links=[link], has_outlet=False), *known)
    assert str(found) == "A6"


@pytest.mark.parametrize(
    ("relay", "policy", "label"),
    [
        ((20, 0), "weakest-link", "A"),
        ((9, 5), "weakest-link", "C"),
        ((0, 20), "weakest-link", "E"),
        ((1, 0), "weakest-link", "F"),
        ((40, 0), "discounting", "A"),
        ((20, 4), "discounting", "B"),
        ((0, 20), "discounting", "F"),
        ((1, 0), "discounting", "F"),
    ],
)
def test_a_relay_counts(relay: tuple[int, int], policy: str, label: str) -> None:
    known = settled("harbour master", 60, 0) + settled("Baltic Wire", *relay)
    found = graded(chain("Baltic Wire", "harbour master"), *known, policy=policy)
    assert found.reliability == label


def test_the_outlet_counts_only_where_it_is_the_origin() -> None:
    known = settled("harbour master", 20, 0) + settled("Outlet a", 0, 20)
    assert graded(chain("harbour master"), *known).reliability == "A"
    assert graded(chain(), *known).reliability == "E"


def test_the_best_way_counts_where_there_are_several() -> None:
    known = settled("harbour master", 20, 0) + settled("Gale Radio", 0, 20)
    bad, good = chain("Gale Radio", "harbour master"), chain("harbour master", at="b")
    found = graded(traced(bad, good), *known)
    assert found.reliability == "A"
    assert found.evidence.chain == good
    assert "also by way of Gale Radio ← harbour master: E" in found.reasons


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({}, "3"),
        ({"hedges": [CONTENT]}, "4"),
        ({"stance": "denies"}, "4"),
        ({"stance": "doubts"}, "4"),
        ({"stance": "asks"}, "6"),
        ({"stance": "withholds"}, "6"),
        ({"stance": "confirms"}, "3"),
    ],
    ids=str,
)
def test_how_it_is_said_counts(fields: dict[str, Any], label: str) -> None:
    assert graded(chain("harbour master", **fields)).credibility == label


@pytest.mark.parametrize(
    ("term", "alone", "twice"),
    [
        ("almost certain", "3", "1"),
        ("very likely", "3", "1"),
        ("likely", "3", "2"),
        ("roughly even chance", "3", "3"),
        ("unlikely", "4", "4"),
        ("very unlikely", "5", "5"),
        ("almost no chance", "5", "5"),
    ],
)
def test_nobody_is_believed_beyond_what_they_hold_likely(
    term: str, alone: str, twice: str
) -> None:
    stated: Any = {"likelihood": StatedLikelihood(term, CONTENT)}
    one = chain("harbour master", **stated)
    other = chain("coast guard", at="b", **stated)
    assert graded(one).credibility == alone
    assert graded(traced(one, other)).credibility == twice


@pytest.mark.parametrize(
    ("directness", "label"),
    [("witnessed", "2"), ("told", "4"), ("induced", "3"), ("unknown", "3")],
)
def test_how_the_origin_knows_counts(directness: str, label: str) -> None:
    plain = chain("harbour master")
    link = attrs.evolve(plain.links[-1], directness=directness)
    found = graded(attrs.evolve(plain, links=[plain.links[0], link]))
    assert found.credibility == label


@pytest.mark.parametrize(
    ("asserting", "denying", "label"),
    [(2, 0, "1"), (3, 1, "2"), (1, 1, "4"), (2, 2, "4"), (1, 2, "5"), (0, 1, "4")],
)
def test_denials_lower_the_credibility(
    asserting: int, denying: int, label: str
) -> None:
    chains = [chain(f"witness {n}", at=f"d{n}") for n in range(asserting)]
    denials = [chain(f"denier {n}", at=f"n{n}") for n in range(denying)]
    found = graded(traced(*chains, denials=denials))
    assert found.credibility == label
    assert [s.name for s in found.evidence.deniers] == [
        f"denier {n}" for n in range(denying)
    ]


def test_a_denial_by_somebody_unnamed_is_told_and_does_not_count() -> None:
    denied = traced(chain("harbour master"), denials=[chain("?an official", at="n")])
    found = graded(denied)
    assert found.credibility == "3"
    assert "it is denied by somebody unnamed, who does not count" in found.reasons


def test_those_who_speak_for_one_body_are_one_origin() -> None:
    links = [
        Link(source=Source(name, affiliation="the Harbour Board"))
        for name in ("Ada Lind", "Ben Holm")
    ]
    chains = [
        attrs.evolve(chain("x", at=f"d{n}"), links=[link], has_outlet=False)
        for n, link in enumerate(links)
    ]
    found = graded(traced(*chains))
    assert found.credibility == "3"
    assert found.evidence.origin_count == OriginCount(1, 2)


def test_outlets_that_name_nobody_do_not_confirm_one_another() -> None:
    found = graded(traced(*(chain(at=f"d{n}") for n in range(3))))
    assert found.credibility == "3"
    assert found.evidence.origin_count == OriginCount(1, 3)


def test_one_who_hedges_is_not_yet_a_confirmation() -> None:
    hedged = chain("coast guard", at="b", hedges=[CONTENT])
    assert graded(traced(chain("harbour master"), hedged)).credibility == "2"


def cluster(*chains: Chain, conflicts: Sequence[Conflict] = ()) -> Cluster:
    ids = [each.claim_id for each in chains]
    pairs = [
        Pair(first=ids[0], second=each, first_share=1, second_share=1)
        for each in ids[1:]
    ]
    return Cluster(
        members=ids, reason="by hand", pairs=pairs, chains=chains, conflicts=conflicts
    )


def test_a_version_that_does_not_agree_lowers_the_credibility() -> None:
    clash = Conflict(member="a#0", other="z#0", differences=[DIFFERENCE])
    found = graded(cluster(chain("harbour master"), conflicts=[clash]))
    assert found.credibility == "4"
    assert any('number: "two" against "six"' in reason for reason in found.reasons)


DIFFERENCE = Difference("number", "two", "six")


def test_a_cluster_of_reports_has_nothing_to_go_by() -> None:
    alone = Cluster(members=["a"], reason="by hand")
    found = graded(alone)
    assert str(found) == "F6"
    assert "reliability F, reliability cannot be judged: no chain is left to go by" in (
        found.reasons
    )


def test_reports_are_graded_by_their_clusters_and_traces() -> None:
    told_by = ("the harbour master", "the coast guard")
    documents = [
        Document(
            f"The northern quay is closed until May, {name} said on Monday.",
            f"d{n}",
            outlet=f"Outlet {n}",
            published="2024-03-04",
        )
        for n, name in enumerate(told_by)
    ]
    reports = [parse(document) for document in documents]
    known = settled("harbour master", 20, 0)
    (found,) = deduplicate(reports)
    assert str(graded(found, *known)) == "A1"
    of = "the northern quay is closed until May"
    assert str(graded(trace(reports, of=of), *known)) == "A1"
    assert str(graded(reports[0].chains()[0], *known)) == "A3"


def test_another_version_in_a_trace_lowers_the_grade_and_supports_nothing() -> None:
    documents = [
        Document(
            f"The northern quay is closed until {month}, {name} said on Monday.",
            name,
            outlet=f"Outlet {name}",
            published="2024-03-04",
        )
        for name, month in (("Ada Lind", "May"), ("Otto Brandt", "June"))
    ]
    reports = [parse(document) for document in documents]
    of = "the northern quay is closed until May"
    alone, both = trace(reports[:1], of=of), trace(reports, of=of)
    assert graded(alone).credibility == "3"
    found = graded(both)
    assert found.credibility == "4"
    assert found.evidence.conflicts == both.conflicts
    assert any("1 other version of it does not agree" in r for r in found.reasons)


def test_a_version_falls_with_its_source() -> None:
    version = chain("coast guard", at="n")
    conflict = Conflict(
        member=TEXT,
        other=version.claim_id,
        differences=[Difference("date", "May", "June")],
    )
    value = attrs.evolve(
        traced(chain("harbour master")), versions=[version], conflicts=[conflict]
    )
    assert graded(value).credibility == "4"
    found = graded(value, without="coast guard")
    assert found.credibility == "3"
    assert found.evidence.fallen == (version,)
    assert found.evidence.conflicts == ()


def test_what_was_published_later_does_not_count() -> None:
    early = chain("harbour master", published="2024-03-08")
    later = chain("Ada Lind", at="b", published="2024-03-10")
    denial = chain("coast guard", at="c", stance="denies", published="2024-03-11")
    value = traced(early, later, denials=[denial])
    found = graded(value)
    assert found.credibility == graded(traced(early)).credibility == "3"
    assert found.evidence.chains == (early,)
    assert found.evidence.later == (later, denial)
    assert found.evidence.origin_count == OriginCount(1, 1)
    assert (
        "published after 2024-03-09, so left out: Outlet b (2024-03-10), "
        "Outlet c (2024-03-11)"
    ) in found.reasons
    assert graded(value, as_of="2024-03-10").credibility == "1"
    assert graded(value, as_of="2024-03-11").evidence.later == ()


@pytest.mark.parametrize("days", [("2024-03-10", None), (None, "2024-03-10")])
def test_a_trace_tells_the_days_of_its_chains(days: tuple[str | None, ...]) -> None:
    own, listed = days
    value = traced(chain("harbour master", published=own))
    if listed is not None:
        value = attrs.evolve(value, published={"a": dt.date.fromisoformat(listed)})
    assert str(graded(value)) == "F6"
    assert str(graded(value, as_of="2024-03-10")) == "F3"


def test_a_chain_of_a_later_day_leaves_nothing_to_go_by() -> None:
    value = chain("harbour master", published=dt.datetime(2024, 3, 10, 0, 5))
    found = graded(value, *settled("harbour master", 20, 0))
    assert str(found) == "F6"
    assert found.evidence.later == (value,)
    assert str(
        graded(value, *settled("harbour master", 20, 0), as_of="2024-03-10")
    ) == ("A3")


def test_a_report_without_a_date_counts_and_is_told() -> None:
    undated = [chain(name, at=f"{n}") for n, name in enumerate("abcdefg")]
    value = traced(chain("harbour master", published="2024-03-09"), *undated)
    reasons = graded(value).reasons
    assert graded(value).credibility == "1"
    assert (
        "of no known date, so taken as known: Outlet 0, Outlet 1, Outlet 2, Outlet 3, "
        "Outlet 4 and 2 more"
    ) in reasons
    assert not any("published after" in reason for reason in reasons)


def test_a_link_that_was_read_in_a_later_report_does_not_count() -> None:
    undated = chain("Gale Radio", "harbour master")
    links = [*undated.links[:-1], attrs.evolve(undated.links[-1], document_id="b")]
    value = attrs.evolve(
        traced(attrs.evolve(undated, links=links)),
        published={"b": dt.date(2024, 3, 10)},
    )
    assert str(graded(value)) == "F6"


def test_a_cluster_counts_what_was_known_on_a_day() -> None:
    reports = [
        parse(Document(text, name, outlet=name, published=day))
        for name, text, day in (
            ("a", "The northern quay is closed, the mayor said.", "2024-03-08"),
            ("b", "The northern quay is closed, the coast guard said.", "2024-03-10"),
            ("c", "The northern quay is not closed, a pilot said.", "2024-03-11"),
        )
    ]
    cluster = next(c for c in deduplicate(reports) if len(c.members) == 2)
    assert len(cluster.conflicts) == 1
    early, between, late = (
        graded(cluster, as_of=f"2024-03-{day:02}") for day in (9, 10, 11)
    )
    assert [str(found) for found in (early, between, late)] == ["F3", "F1", "F2"]
    assert early.evidence.conflicts == between.evidence.conflicts == ()
    assert late.evidence.conflicts == cluster.conflicts


@given(chain_lists("a"), chain_lists("b"), st.dates(dt.date(2024, 3, 10)))
def test_a_trace_with_later_reports_is_graded_as_without_them(
    early: list[Chain], late: list[Chain], day: dt.date
) -> None:
    late = [attrs.evolve(each, published=day) for each in late]
    known, all_chains = graded(traced(*early)), graded(traced(*early, *late))
    assert str(all_chains) == str(known)
    assert all_chains.evidence.origins == known.evidence.origins
    assert all_chains.evidence.later == tuple(late)


@pytest.mark.parametrize(
    ("records", "label"),
    [
        ([told("a#0", "refuted")], "5"),
        ([told("a#0", "unsettled")], "3"),
        ([told("a#0", "confirmed")], "1"),
        ([told("a#0", "confirmed", settled_by="the harbour master")], "3"),
        ([told("a#0", "confirmed"), told("a#0", "refuted", source="x")], "3"),
        ([told("b#0", "refuted")], "3"),
    ],
    ids=["refuted", "unsettled", "confirmed", "by itself", "contrary", "another"],
)
def test_how_the_claim_was_settled_counts(records: list[Outcome], label: str) -> None:
    assert graded(chain("harbour master"), *records).credibility == label


def test_a_claim_can_go_by_another_name_in_the_ledger() -> None:
    value = chain("harbour master")
    record = told("quay", "refuted")
    assert graded(value, record).credibility == "3"
    assert graded(value, record, claim="quay").credibility == "5"
    assert graded(traced(value), told(TEXT, "refuted")).credibility == "5"


def test_a_claim_is_found_in_the_ledger_by_the_place_of_its_words() -> None:
    value = chain("harbour master", attribution=3)
    assert value.place_id == "a#char=0,18"
    record = told(value.place_id, "refuted")
    for each in (value, traced(value)):
        assert graded(each, record).credibility == "5"
    known = assessed(claim=value.place_id, credibility="2")
    assert graded(value, known).credibility == "2"


def test_a_record_by_place_is_of_no_other_claim_when_more_is_read() -> None:
    first = "It rained, the mayor said. The quay is shut, a pilot said."
    short, long = "The quay is shut, a pilot said.", first
    (before,) = parse(Document(short, "a")).chains()
    rained, shut = parse(Document(long, "a")).chains()
    assert before.claim_id == rained.claim_id
    assert before.place_id not in (rained.place_id, shut.place_id)


def test_what_its_source_took_back_falls() -> None:
    known = [*settled("harbour master", 20, 0), *settled("Gale Radio", 9, 5)]
    falls, stays = chain("harbour master"), chain("Gale Radio", at="b")
    value = traced(falls, stays)
    assert str(graded(value, *known)) == "A1"
    found = graded(value, *known, told("a#0", "retracted"))
    assert str(found) == "C3"
    assert found.evidence.fallen == value.what_falls_without("harbour master")
    assert any(reason.startswith("left out") for reason in found.reasons)


def test_without_its_only_source_nothing_is_left() -> None:
    known = settled("harbour master", 20, 0)
    taken_back = graded(chain("harbour master"), *known, told("a#0", "retracted"))
    assert str(taken_back) == "F6"


def test_a_source_can_be_left_out_to_see_what_follows() -> None:
    value = traced(chain("harbour master"), chain("Gale Radio", "coast guard", at="b"))
    assert graded(value).credibility == "1"
    for name in ("the Harbour Master", Source("Gale Radio"), "coast guard"):
        assert graded(value, without=[name]).credibility == "3"
    assert str(graded(value, without=["harbour master", "Gale Radio"])) == "F6"


def test_a_source_that_is_in_no_chain_leaves_nothing_out_and_is_told() -> None:
    value = traced(chain("harbour master"), chain("Gale Radio", "coast guard", at="b"))
    found = graded(value, without=["Harbor Master", "coast guard", "xyzzy"])
    assert [each for each in found.reasons if "no chain" in each] == [
        "no chain runs through 'Harbor Master': nothing is left out; "
        "near is 'harbour master'",
        "no chain runs through 'xyzzy': nothing is left out",
    ]
    alone = graded(value, without="coast guard")
    assert found.evidence == alone.evidence
    assert not any("no chain" in each for each in alone.reasons)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_person_overrides_the_record_of_a_source(policy: str) -> None:
    known = settled("harbour master", 20, 0)
    judged = assessed(source="harbour master", reliability="D", basis="was seen lying")
    found = graded(chain("harbour master"), *known, judged, policy=policy)
    assert str(found) == "D3"
    assert str(found.suggestion) == "A3"
    assert found.is_assessed
    assert found.reasons[0] == (
        "harbour master (origin): D, as M. Holt assessed on 2024-03-05 (was seen "
        "lying); its record suggests A, as 20 of 20 settled claims held; the next "
        "has a chance of 0.95"
    )


@pytest.mark.parametrize(
    ("count", "as_of", "told"),
    [
        (0, "2024-03-09", "as none of its claims is settled"),
        (1, "2024-03-09", "as 1 settled claim is too few to tell"),
        (2, "2024-03-09", "as 2 settled claims are too few to tell"),
        (2, "2024-04-07", "as 2 settled claims, aged to a weight of 1.0, are too few"),
    ],
)
def test_a_record_that_is_too_short_is_told_in_plain_words(
    count: int, as_of: str, told: str
) -> None:
    known = settled("harbour master", count, 0)
    found = graded(chain("harbour master"), *known, as_of=as_of)
    assert found.reasons[0].startswith(f"harbour master (origin): F, {told}")


@pytest.mark.parametrize("policy", POLICIES)
def test_a_person_can_vouch_for_a_source_without_a_record(policy: str) -> None:
    judged = assessed(source="harbour master", reliability="B")
    known = settled("Baltic Wire", 60, 0)
    value = chain("Baltic Wire", "harbour master")
    assert graded(value, *known, judged, policy=policy).reliability == "B"


@pytest.mark.parametrize("policy", POLICIES)
def test_a_person_can_hold_that_a_source_cannot_be_judged(policy: str) -> None:
    judged = assessed(source="Baltic Wire", reliability="F")
    known = settled("Baltic Wire", 60, 0) + settled("harbour master", 60, 0)
    value = chain("Baltic Wire", "harbour master")
    assert graded(value, *known, judged, policy=policy).reliability == "F"


def test_a_person_overrides_the_credibility_of_a_claim() -> None:
    judged = assessed(claim="a#0", credibility="2", basis="seen from the pier")
    found = graded(chain("harbour master"), judged)
    assert str(found) == "F2"
    assert str(found.suggestion) == "F3"
    assert found.evidence.assessment == judged
    assert found.reasons[-1] == (
        "credibility 2, probably true, as M. Holt assessed on 2024-03-05 (seen from "
        "the pier); suggested was 3"
    )


def test_the_last_assessment_counts() -> None:
    first = assessed(claim="a#0", credibility="2")
    second = assessed("2024-03-07", claim=TEXT, credibility="4")
    value = traced(chain("harbour master"))
    assert graded(value, first, second).credibility == "4"
    assert graded(value, first, second, as_of="2024-03-06").credibility == "2"


def test_sources_are_judged_on_a_topic_and_else_in_general() -> None:
    known = settled("harbour master", 20, 0, topic="weather")
    value = chain("harbour master")
    assert graded(value, *known, topic="weather").reliability == "A"
    assert graded(value, *known, topic="shipping").reliability == "F"
    general = assessed(source="harbour master", reliability="C")
    special = assessed(source="harbour master", reliability="B", topic="weather")
    assert graded(value, *known, general, topic="weather").reliability == "C"
    assert graded(value, general, special, topic="weather").reliability == "B"


def test_a_change_of_behaviour_changes_the_grade() -> None:
    good = settled("harbour master", 20, 0, settled="2024-01-05", recorded="2024-01-05")
    bad = [
        attrs.evolve(o, claim=f"late {o.claim}", id=None)
        for o in settled("harbour master", 0, 12)
    ]
    value = chain("harbour master")
    assert graded(value, *good, *bad, as_of="2024-01-05").reliability == "A"
    assert graded(value, *good, *bad, as_of="2024-03-07").reliability == "B"
    assert graded(value, *good, *bad, as_of="2024-03-08").reliability == "D"


def test_the_evidence_holds_what_the_reasons_say() -> None:
    known = settled("harbour master", 20, 0) + settled("Baltic Wire", 9, 5)
    value = chain("Baltic Wire", "harbour master")
    evidence = graded(value, *known).evidence
    assert [(s.name, s.part, s.reliability) for s in evidence.standings] == [
        ("harbour master", "origin", Reliability.A),
        ("Baltic Wire", "relay", Reliability.C),
    ]
    assert [s.name for s in evidence.origins] == ["harbour master"]
    assert evidence.chains == (value,)


@pytest.mark.parametrize("credibility", Credibility)
def test_every_label_a_person_gives_stands(credibility: Credibility) -> None:
    judged = assessed(claim="a#0", credibility=credibility)
    assert graded(chain("harbour master"), judged).credibility is credibility


def test_what_is_no_chain_is_refused() -> None:
    with pytest.raises(UngradableError, match="found str, wanted a Chain"):
        graded("the quay is closed")


def test_a_grade_needs_a_ledger() -> None:
    with pytest.raises(UngradableError, match="found NoneType, wanted a Ledger"):
        grade(chain("harbour master"), ledger=None, as_of=DAY)  # type: ignore[arg-type]  # a mistake


@pytest.mark.parametrize("track", [{"half_life_days": 3}, {}, [], "", 0, 1], ids=repr)
def test_options_of_a_track_record_are_a_policy(track: Any) -> None:
    with pytest.raises(ModelError) as caught:
        graded(chain("harbour master"), track=track)
    assert str(caught.value) == f"track is a Policy or None, not {track!r}"


@pytest.mark.parametrize("claim", [["x"], [], {}, 5], ids=repr)
def test_the_id_of_a_claim_is_a_string(claim: Any) -> None:
    with pytest.raises(ModelError) as caught:
        graded(chain("harbour master"), claim=claim)
    assert str(caught.value) == f"claim is the id of a claim or None, not {claim!r}"


def test_one_source_can_be_left_out_by_its_name_alone() -> None:
    one = graded(chain("harbour master"), without="harbour master")
    assert one == graded(chain("harbour master"), without=["harbour master"])
    assert str(one) == "F6"


def test_a_policy_that_is_none_is_refused() -> None:
    with pytest.raises(ModelError, match="wanted a GradePolicy: 'weakest-link'"):
        graded(chain("harbour master"), policy="mean")


@pytest.mark.parametrize("without", [None, 5], ids=repr)
def test_what_is_left_out_is_a_source_or_several(without: Any) -> None:
    with pytest.raises(ModelError, match=f"a name or several of them, not {without}"):
        graded(chain("harbour master"), without=without)


@pytest.mark.parametrize("document", ["wire", "wire \udfff"], ids=["text", "id"])
def test_a_claim_that_no_ledger_can_hold_is_graded(document: str) -> None:
    words = "the pier \udfff was shut"
    held = Chain(
        links=[Link(source=Source("\ud800 Lind"))],
        content=Passage.of(words, (0, len(words))),
        document_id=document,
    )
    told = Trace(claim=words, chains=[held], origin_count=OriginCount(1, 1))
    assert str(graded(held)) == str(graded(told)) == "F3"
    assert str(graded(Trace(claim="", origin_count=OriginCount(0, 0)))) == "F6"


def test_a_source_whose_name_nobody_can_see_is_graded() -> None:
    assert str(graded(chain("\u200b"))) == "F3"
