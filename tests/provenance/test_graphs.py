"""Tests of the graph that a trace builds."""

from attrib.model.graph import Relation
from attrib.newsrooms import make_newsroom
from attrib.provenance.tracing import trace


def test_a_chain_leads_from_its_statement_to_its_primary_source() -> None:
    room = make_newsroom(3, outlet_count=1, silent_rate=0.0)
    graph = trace(room.reports, of=room.claim).graph
    (statement,) = [node for node in graph.nodes if node.kind == "statement"]
    (origin,) = room.origins
    relations = {edge.relation: edge.end for edge in graph.leaving(statement.id)}
    assert relations[Relation.HAD_PRIMARY_SOURCE] == f"source:{origin.casefold()}"
    assert relations[Relation.WAS_ATTRIBUTED_TO].endswith("post")


def test_a_report_that_was_followed_is_derived_from() -> None:
    room = make_newsroom(5, outlet_count=4, echo_rate=1.0, silent_rate=0.0)
    graph = trace(room.reports, of=room.claim).graph
    derived = {
        (edge.start, edge.end)
        for edge in graph.edges
        if edge.relation is Relation.WAS_DERIVED_FROM
        and edge.start.startswith("report:")
    }
    wanted = {
        (f"report:report-{host}", f"report:report-{donor}")
        for host, donor in room.cited.items()
        if donor in room.cited
    }
    assert wanted <= derived


def test_every_edge_says_why() -> None:
    room = make_newsroom(7)
    graph = trace(room.reports, of=room.claim).graph
    assert graph.edges
    assert all(
        edge.reason for edge in graph.edges if edge.relation != Relation.WAS_QUOTED_FROM
    )
