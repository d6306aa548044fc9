"""Duplicates: which reports, statements or claims are the same."""

from collections.abc import Iterable, Mapping

import attrs

from attrib.errors import UnsupportedLevelError
from attrib.model.cluster import Cluster, Level
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.claims import find_claims
from attrib.provenance.index import ShingleIndex
from attrib.provenance.passages import shorten
from attrib.provenance.precedence import in_order
from attrib.provenance.versions import cluster_claims

_SHOWN_WORDS = (8, 4, 2, 1)
_SEARCHED_WORDS = 400


def deduplicate(
    reports_or_documents: Iterable[Report | Document],
    *,
    level: Level | str = Level.CLAIM,
) -> tuple[Cluster, ...]:
    """Return which claims, statements or whole reports are the same.

    The order of the input does not matter. What is held together:

    - "claim": the same claim, in whatever words, by whomever. Claims between
      which `attrib.provenance.differences` finds a difference are kept apart, however
      alike they are; versions that clash name each other in `Cluster.conflicts`.
    - "statement": the same words of the same source, shortened or slightly changed;
      `Cluster.variants` tells how they drifted. Only reports have statements.
    - "report": copies, although they were shortened, lengthened, reordered, lightly
      rewritten, scanned badly or given a new headline. A note or a quotation that two
      reports share does not make them copies; see `find_reuse` for parts.

    Args:
        reports_or_documents: The reports, or only their documents, of which every
            sentence is a claim of the outlet. The same document twice counts once.
        level: What is held together.

    Returns:
        Clusters with everything in exactly one, alone where nothing is the same; in
        the order of their first members. Members are the ids of documents, or those
        of claims (`Claim.id`): the document's id, `#`, and the index of an attribution
        or the place of a sentence. `find_claims` returns the claims by these ids.
        Empty when nothing is given.

    Raises:
        UnsupportedLevelError: The level is none of the three.
        DocumentError: Something given is neither a report nor a document.
        DuplicateIdError: Two texts, dates, outlets or reports share an id.

    Example:
        >>> early = Document("The storm damaged three moored trawlers.", "early",
        ...                  published="2024-03-04")
        >>> late = Document("Three moored trawlers were damaged by the storm.", "late",
        ...                 published="2024-03-05")
        >>> other = Document("The storm damaged six moored trawlers.", "other",
        ...                  published="2024-03-06")
        >>> same, apart = deduplicate([other, late, early])
        >>> same.members
        ('early#char=0,40', 'late#char=0,48')
        >>> print(same.conflicts[0].differences[0])
        number: "three" against "six"

        >>> wire = Document("The harbour master closed the northern quay on Monday "
        ...                 "after the storm damaged three moored trawlers.", "wire")
        >>> copy = Document("PORT - The harbour master closed the northern quay "
        ...                 "Monday after a storm damaged three moored boats.", "copy")
        >>> other = Document("The choir sings in the old chapel on Sunday.", "other")
        >>> for cluster in deduplicate([wire, copy, other], level="report"):
        ...     print(cluster.members, cluster.reason)
        ('copy', 'wire') the shorter one shares 90% of its shingles with the other, \
as "The harbour master closed"
        ('other',) no other document shares enough of its words
    """
    try:
        wanted = Level(level)
    except ValueError:
        known = ", ".join(repr(str(each)) for each in Level)
        raise UnsupportedLevelError(
            f"duplicates are found at the levels {known}, not {level!r:.40}"
        ) from None
    if wanted is Level.REPORT:
        return _deduplicate_reports(reports_or_documents)
    claims = find_claims(reports_or_documents)
    if wanted is Level.STATEMENT:
        claims = tuple(claim for claim in claims if claim.attribution is not None)
    return cluster_claims(claims, level=wanted)


def _deduplicate_reports(
    reports_or_documents: Iterable[Report | Document],
) -> tuple[Cluster, ...]:
    documents = {document.id: document for document in in_order(reports_or_documents)}
    index = ShingleIndex(documents.values())
    return tuple(_with_words(cluster, documents) for cluster in index.clusters())


def _with_words(cluster: Cluster, documents: Mapping[str, Document]) -> Cluster:
    """Return a cluster with some of the shared words in its reason."""
    if cluster.is_single:
        return cluster
    pair = cluster.pairs[0]
    shown = _shared_words(documents[pair.first].text, documents[pair.second].text)
    return attrs.evolve(cluster, reason=f'{cluster.reason}, as "{shown}"')


def _shared_words(first: str, second: str) -> str:
    """Return words that stand in both texts, eight in a row where there are so many."""
    words = first.split(maxsplit=_SEARCHED_WORDS)[:_SEARCHED_WORDS]
    other = f" {' '.join(second.split())} "
    for count in _SHOWN_WORDS:
        for start in range(0, len(words) - count + 1, -(-count // 2)):
            phrase = " ".join(words[start : start + count])
            if f" {phrase} " in other:
                return phrase
    return shorten(first)
