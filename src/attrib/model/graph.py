"""Provenance graphs: what came from what, in the relations of W3C PROV."""

import attrs

from attrib.errors import ModelError
from attrib.model.fields import check_types
from attrib.model.labels import Labels


class NodeKind(Labels):
    """What a node of a provenance graph is; an entity or an agent of PROV-DM."""

    REPORT = "report"
    STATEMENT = "statement"
    SOURCE = "source"


class Relation(Labels):
    """How two nodes hang together.

    The first four are relations of W3C PROV-DM (2013), by their names there. The
    others have no name there.
    """

    WAS_ATTRIBUTED_TO = "wasAttributedTo"
    WAS_QUOTED_FROM = "wasQuotedFrom"
    HAD_PRIMARY_SOURCE = "hadPrimarySource"
    WAS_DERIVED_FROM = "wasDerivedFrom"
    DENIES = "denies"
    RETRACTS = "retracts"


@attrs.frozen(field_transformer=check_types)
class Node:
    """One thing in a provenance graph.

    Attributes:
        id: What edges call it; unlike that of every other node.
        kind: A report, a statement in a report, or a source.
        label: What a reader calls it.
    """

    id: str
    kind: NodeKind = attrs.field(converter=NodeKind)
    label: str


@attrs.frozen(field_transformer=check_types)
class Edge:
    """One relation, from what came later to what it came from.

    Attributes:
        start: Id of the node that is derived, attributed or denying.
        end: Id of the node that it came from, is ascribed to or denies.
        relation: How they hang together.
        reason: In words, how that is known.
    """

    start: str
    end: str
    relation: Relation = attrs.field(converter=Relation)
    reason: str = ""


@attrs.frozen(field_transformer=check_types)
class Graph:
    """Nodes, and how they hang together.

    Attributes:
        nodes: Each once, by its id.
        edges: In the order in which they were concluded.

    Raises:
        ModelError: Two nodes share an id, or an edge hangs on a node that is not there.

    Example:
        >>> nodes = Node("d", "report", "daily"), Node("mayor", "source", "mayor")
        >>> edge = Edge("d", "mayor", "wasAttributedTo", "the daily names her")
        >>> graph = Graph(nodes, (edge,))
        >>> [edge.end for edge in graph.leaving("d")]
        ['mayor']
        >>> Graph().nodes
        ()
    """

    nodes: tuple[Node, ...] = attrs.field(default=(), converter=tuple[Node, ...])
    edges: tuple[Edge, ...] = attrs.field(default=(), converter=tuple[Edge, ...])

    def __attrs_post_init__(self) -> None:
        known: set[str] = set()
        for node in self.nodes:
            if node.id in known:
                raise ModelError(f"two nodes of a graph have the id {node.id!r}")
            known.add(node.id)
        for edge in self.edges:
            for name in (edge.start, edge.end):
                if name not in known:
                    raise ModelError(f"an edge hangs on {name!r}, which is no node")

    def leaving(self, node_id: str) -> tuple[Edge, ...]:
        """Return the edges that start at a node; none for an id that is not there."""
        return tuple(edge for edge in self.edges if edge.start == node_id)
