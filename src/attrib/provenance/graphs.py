"""Graphs: what a trace found, as nodes and relations of W3C PROV."""

from collections.abc import Collection, Iterable, Mapping

from attrib.model.chain import Chain, Link
from attrib.model.cluster import Reuse
from attrib.model.document import Document
from attrib.model.graph import Edge, Graph, Node, NodeKind, Relation
from attrib.model.source import Source


def build_graph(
    chains: Iterable[Chain],
    denials: Iterable[Chain],
    *,
    documents: Mapping[str, Document],
    reuses: Iterable[Reuse] = (),
    retractions: Collection[Chain] = (),
) -> Graph:
    """Return the reports, statements and sources of a trace, and their relations.

    Each chain gives a statement: it is attributed to the outlet of its report, each
    step leads to the source behind it, and the last is the primary source. A report
    that was read on the way is derived from.

    Args:
        chains: Asserting chains, stitched.
        denials: Chains of those who deny or doubt the claim.
        documents: The documents of all chains, by their ids.
        reuses: Words that one of the documents has from another.
        retractions: Those of the denials whose source takes back what it said: they
            lead to the statements that came from it or through it.

    Example:
        >>> build_graph([], [], documents={}).nodes
        ()
    """
    builder = _Builder(documents)
    statements = [(builder.add_chain(chain), chain) for chain in chains]
    for denial in denials:
        node = builder.add_chain(denial)
        taken_back = [
            statement
            for statement, chain in statements
            if denial in retractions and _is_from(denial.origin, chain)
        ]
        for statement in taken_back:
            builder.link(node, statement, Relation.RETRACTS, "its source took it back")
        if statements and not taken_back:
            reason = f"its cue {denial.stance}"
            builder.link(node, statements[0][0], Relation.DENIES, reason)
    for reuse in reuses:
        host, donor = builder.report(reuse.host), builder.report(reuse.donor)
        builder.link(host, donor, Relation.WAS_DERIVED_FROM, reuse.reason)
    return builder.graph()


def _is_from(source: Source | None, chain: Chain) -> bool:
    """Say whether a chain runs through a source."""
    return source is not None and any(
        link.source is not None and link.source.key == source.key
        for link in chain.links
    )


class _Builder:
    """Collects nodes and edges, each once, in the order in which they come."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, Relation], Edge] = {}
        self._steps: dict[tuple[str, str, int], tuple[str, str]] = {}

    def graph(self) -> Graph:
        return Graph(tuple(self._nodes.values()), tuple(self._edges.values()))

    def report(self, document_id: str) -> str:
        name = f"report:{document_id}"
        if name in self._nodes:
            return name
        document = self._documents[document_id]
        label = document.title or (document.outlet and document.outlet.name)
        return self._node(name, NodeKind.REPORT, label or document_id)

    def link(self, start: str, end: str, relation: Relation, reason: str) -> None:
        key = start, end, relation
        if start != end and key not in self._edges:
            self._edges[key] = Edge(start, end, relation, reason)

    def add_chain(self, chain: Chain) -> str:
        """Add a chain, and return the id of its statement."""
        report = self.report(chain.document_id)
        at = f"{chain.document_id}#{chain.content.start}-{chain.content.end}"
        statement = self._node(
            f"statement:{at}", NodeKind.STATEMENT, " ".join(chain.content.text.split())
        )
        self.link(statement, report, Relation.WAS_DERIVED_FROM, "it is read there")
        before, reading = statement, report
        for link in chain.links:
            # Chains that were followed through one report share the links read there.
            step = before, reading, id(link)
            if step not in self._steps:
                self._steps[step] = self._step(link, chain, before, reading)
            before, reading = self._steps[step]
        self.link(statement, before, Relation.HAD_PRIMARY_SOURCE, "its chain ends here")
        return statement

    def _step(
        self, link: Link, chain: Chain, before: str, reading: str
    ) -> tuple[str, str]:
        """Add one link of a chain; return its source and the report it was read in.

        Args:
            link: The link.
            chain: Its chain.
            before: The source before it, or the statement.
            reading: The report in which that was read.
        """
        source = self._source(link, chain)
        is_first = link is chain.links[0]
        relation = Relation.WAS_ATTRIBUTED_TO if is_first else Relation.WAS_QUOTED_FROM
        self.link(before, source, relation, link.reason)
        if link.document_id is None:
            return source, reading
        read = self.report(link.document_id)
        self.link(reading, read, Relation.WAS_DERIVED_FROM, "it names the outlet")
        return source, read

    def _source(self, link: Link, chain: Chain) -> str:
        if link.source is None:
            name = f"source:?{chain.document_id}#{chain.content.start}"
            return self._node(name, NodeKind.SOURCE, "not known")
        return self._node(f"source:{link.source.key}", NodeKind.SOURCE, link.name)

    def _node(self, name: str, kind: NodeKind, label: str) -> str:
        if name not in self._nodes:
            self._nodes[name] = Node(name, kind, label)
        return name
