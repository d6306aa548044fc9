"""Tests of provenance graphs as values."""

import pytest

from attrib.errors import ModelError
from attrib.model.graph import Edge, Graph, Node, NodeKind, Relation

DAILY = Node("d", NodeKind.REPORT, "daily")
MAYOR = Node("m", NodeKind.SOURCE, "mayor")


def test_edges_are_found_by_the_node_at_which_they_start() -> None:
    there = Edge("d", "m", Relation.WAS_ATTRIBUTED_TO)
    back = Edge("m", "d", Relation.DENIES)
    assert Graph((DAILY, MAYOR), (there, back)).leaving("d") == (there,)


def test_a_node_that_is_not_there_has_no_edges() -> None:
    assert Graph((DAILY,)).leaving("x") == ()


def test_two_nodes_cannot_share_an_id() -> None:
    with pytest.raises(ModelError, match="two nodes of a graph have the id 'd'"):
        Graph((DAILY, Node("d", NodeKind.SOURCE, "another")))


@pytest.mark.parametrize("edge", [("d", "x"), ("x", "d")], ids=["end", "start"])
def test_an_edge_hangs_on_nodes_that_are_there(edge: tuple[str, str]) -> None:
    with pytest.raises(ModelError, match="hangs on 'x', which is no node"):
        Graph((DAILY,), (Edge(*edge, Relation.DENIES),))


def test_relations_compare_equal_to_their_names_in_prov() -> None:
    assert Relation("hadPrimarySource") is Relation.HAD_PRIMARY_SOURCE
