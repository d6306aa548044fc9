"""Tracing: where one claim comes from, over many reports."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import attrs

from attrib.errors import ModelError
from attrib.model.attribution import Attribution
from attrib.model.chain import Chain, Link
from attrib.model.claim import Claim, Conflict, Difference
from attrib.model.cluster import Cluster
from attrib.model.document import Document
from attrib.model.dossier import Dossier
from attrib.model.report import Report
from attrib.model.source import Source
from attrib.model.trace import Trace
from attrib.provenance.bearing import find_bearing
from attrib.provenance.choosing import Bearing
from attrib.provenance.graphs import build_graph
from attrib.provenance.independence import End, EndKind, count_origins
from attrib.provenance.index import ShingleIndex
from attrib.provenance.people import People
from attrib.provenance.precedence import moment
from attrib.provenance.reuse import find_reuse
from attrib.provenance.stitching import Stitched, stitch

_SURE_SHARE = 0.7
"""Share of a claim's weight that a chain must say to be counted at least: one that says
less may speak of something else in the same news."""
_LIKELY_SHARE = 0.7
"""Share of what the fullest chain says of it that another must say for whom it names to
be counted at most: of a claim in many words no report says all."""


def trace(
    reports: Dossier | Iterable[Report], *, of: str | Attribution | Chain | Claim
) -> Trace:
    """Return where a claim comes from: every chain that carries it, stitched together.

    A report carries the claim when one of its contents, or a sentence in the outlet's
    own voice, says most of it. One that gives another number or date in its place is
    another version, which stands beside the claim as a conflict and never counts for
    it. A chain goes on in the reports of the outlets that it names, where they are
    given too. Then the ends are counted: relays and copies never count, agreement is
    never dependence, and whoever is left unnamed may be one of the named or not, so
    that the count is a range.

    Args:
        reports: A dossier or reports, in any order; the result does not depend on it.
        of: The claim: in words, as a `Claim`, or an attribution or a chain that makes
            it.

    Returns:
        A trace with nothing in it, and a count of 0, when no report carries the claim.

    Raises:
        DocumentError: Something given is no report.
        DuplicateIdError: Two different reports are of documents with one id.
        ModelError: `of` is no claim: of the wrong type, or in words of which there
            are none.

    Example:
        >>> from attrib.extraction.pipeline import parse
        >>> wire = parse(Document("The northern quay is closed, the port master said.",
        ...              "w", outlet="Baltic Wire", published="2024-03-04"))
        >>> daily = parse(Document("The northern quay is closed, Baltic Wire reported.",
        ...               "d", outlet="The Daily", published="2024-03-05"))
        >>> found = trace([daily, wire], of="the northern quay is closed")
        >>> for chain in found.chains:
        ...     print(chain)
        Baltic Wire ← port master: "The northern quay is closed"
        The Daily ← Baltic Wire ← port master: "The northern quay is closed"
        >>> found.documents, str(found.origin_count)
        (('w', 'd'), '1')
    """
    dossier = reports if isinstance(reports, Dossier) else Dossier(reports)
    claim = _read_claim(of)
    documents = {report.document.id: report.document for report in dossier}
    people = People(each.source for report in dossier for each in report.attributions)
    bearing = [
        attrs.evolve(each, chain=_in_full(each.chain, people))
        for each in find_bearing(dossier.reports, claim, people=people)
    ]
    asserting = _in_order((b.chain for b in bearing if b.supports), documents)
    clashing = {b.chain: b.differences for b in bearing if b.differences}
    versions = _in_order(clashing, documents)
    denying = _in_order((b.chain for b in bearing if not b.asserts), documents)
    stitched = stitch(asserting, documents)
    told = (*asserting, *denying)
    carrying = [documents[c.document_id] for c in told]
    clusters = ShingleIndex(carrying).clusters()
    fullest = max((each.share for each in bearing if each.supports), default=0.0)
    independence = count_origins(
        stitched.chains,
        copies=_copies(clusters, documents),
        cycles=stitched.cycles,
        people=people,
        unsure={d.id for d in carrying} - _saying(bearing, _SURE_SHARE),
        doubtful={d.id for d in carrying} - _saying(bearing, _LIKELY_SHARE * fullest),
    )
    return Trace(
        claim=claim,
        documents=_ids(carrying),
        chains=stitched.chains,
        denials=denying,
        versions=versions,
        conflicts=_conflicts(claim, versions, clashing),
        published=_days(documents[c.document_id] for c in (*told, *versions)),
        origins=_named(independence.ends),
        origin_count=independence.count,
        cycles=stitched.cycles,
        graph=build_graph(
            stitched.chains,
            denying,
            documents=documents,
            reuses=find_reuse(carrying),
            retractions=[b.chain for b in bearing if b.retracts],
        ),
        reasons=(
            *independence.reasons,
            *_reasons(clusters, stitched),
            *(_tell_version(c, clashing[c]) for c in versions),
        ),
    )


def _conflicts(
    claim: str,
    versions: Iterable[Chain],
    clashing: Mapping[Chain, tuple[Difference, ...]],
) -> tuple[Conflict, ...]:
    """Return in what each of the versions disagrees with the claim."""
    found = {
        version.claim_id: Conflict(
            member=claim,
            other=version.claim_id,
            differences=clashing[version],
            published=version.published,
        )
        for version in versions
    }
    return tuple(found.values())


def _read_claim(of: str | Attribution | Chain | Claim) -> str:
    """Return a claim in words."""
    if not isinstance(of, str | Attribution | Chain | Claim):
        raise ModelError(
            f"of is a claim in words, a Claim, an Attribution or a Chain, "
            f"not {of!r:.60}"
        )
    if isinstance(of, str) and not any(map(str.isalnum, of)):
        raise ModelError(f"of is a claim in words, and {of!r:.60} holds none")
    return of if isinstance(of, str) else " ".join(of.content.text.split())


def _in_full(chain: Chain, people: People) -> Chain:
    """Return a chain whose sources bear the names that they have in all reports."""
    links: list[Link] = []
    for link in chain.links:
        if link.source is not None:
            link = attrs.evolve(link, source=people.in_full(link.source))
        last = links[-1].source if links else None
        if last is not None and link.source is not None and last.key == link.source.key:
            links.pop()  # Who is named in two ways is one step, by the later words.
        links.append(link)
    return attrs.evolve(chain, links=tuple(links))


def _saying(bearing: Iterable[Bearing], least: float) -> set[str]:
    """Return the ids of documents that say so much of the claim."""
    return {
        b.chain.document_id for b in bearing if b.share >= least and not b.differences
    }


def _in_order(
    chains: Iterable[Chain], documents: Mapping[str, Document]
) -> tuple[Chain, ...]:
    def place(chain: Chain) -> tuple[object, ...]:
        document = documents[chain.document_id]
        return (*moment(document.published, document.id), chain.content.start)

    return tuple(sorted(chains, key=place))


def _ids(documents: Iterable[Document]) -> tuple[str, ...]:
    ordered = sorted(documents, key=lambda d: moment(d.published, d.id))
    return tuple(dict.fromkeys(document.id for document in ordered))


def _days(documents: Iterable[Document]) -> dict[str, dt.date]:
    return {d.id: d.published for d in documents if d.published is not None}


def _copies(
    clusters: Iterable[Cluster], documents: Mapping[str, Document]
) -> dict[str, str]:
    """Return the outlet whose text a document is, for each of several copies."""
    found: dict[str, str] = {}
    for cluster in clusters:
        first = documents[cluster.members[0]]
        key = first.id if first.outlet is None else first.outlet.key
        if not cluster.is_single:
            found |= dict.fromkeys(cluster.members, key)
    return found


def _named(ends: Sequence[End]) -> tuple[Source, ...]:
    """Return the named origins, the first of each body before the others of it."""
    named = [end for end in ends if end.kind is EndKind.NAMED]
    bodies: set[str] = set()
    leading: list[Source | None] = []
    following: list[Source | None] = []
    for end in named:
        body = end.body or end.key
        (following if body in bodies else leading).append(end.source)
        bodies.add(body)
    outlets = [e.source for e in ends if e.kind is EndKind.OUTLET and not e.is_own]
    return tuple(source for source in (*leading, *following, *outlets) if source)


def _reasons(clusters: Iterable[Cluster], stitched: Stitched) -> Iterable[str]:
    for cluster in clusters:
        if not cluster.is_single:
            names = ", ".join(cluster.members)
            yield f"{names} are copies of one text: {cluster.reason}"
    for circle in stitched.cycles:
        yield (
            f"circular reporting: {' ← '.join(circle)}; nobody outside the circle "
            "is named, so that there is one origin behind it, or none"
        )


def _tell_version(chain: Chain, differences: Iterable[Difference]) -> str:
    told = "; ".join(map(str, differences))
    return f"{chain.document_id} has another version, which does not count: {told}"
