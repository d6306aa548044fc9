"""Duplicates: which reports are copies of one another."""

from collections.abc import Iterable, Mapping

import attrs

from attrib.errors import AttribError
from attrib.model.cluster import Cluster, Level
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.index import ShingleIndex
from attrib.provenance.passages import shorten
from attrib.provenance.precedence import in_order

_SHOWN_WORDS = (8, 4, 2, 1)
_SEARCHED_WORDS = 400


class UnsupportedLevelError(AttribError, ValueError):
    """Duplicates cannot be found at this level."""


def deduplicate(
    reports_or_documents: Iterable[Report | Document],
    *,
    level: Level | str = Level.REPORT,
) -> tuple[Cluster, ...]:
    """Return which reports are copies of one another.

    Copies are found although they were shortened, lengthened, reordered, lightly
    rewritten, scanned badly or given a new headline. A note or a quotation that two
    reports share does not make them copies; see `find_reuse` for parts. The order of
    the input does not matter.

    Args:
        reports_or_documents: The reports, or only their documents. The same document
            twice counts once.
        level: What is held together; reports today.

    Returns:
        Clusters with every document in exactly one, alone where nothing is a copy
        of it; in the order of their first members. Empty when nothing is given.

    Raises:
        UnsupportedLevelError: The level is not "report".
        DuplicateIdError: Two texts, or two dates, share an id.

    Example:
        >>> wire = Document("The harbour master closed the northern quay on Monday "
        ...                 "after the storm damaged three moored trawlers.", "wire")
        >>> copy = Document("PORT - The harbour master closed the northern quay "
        ...                 "Monday after a storm damaged three moored boats.", "copy")
        >>> other = Document("The choir sings in the old chapel on Sunday.", "other")
        >>> for cluster in deduplicate([wire, copy, other]):
        ...     print(cluster.members, cluster.reason)
        ('copy', 'wire') the shorter one shares 90% of its shingles with the other, \
as "The harbour master closed"
        ('other',) no other document shares enough of its words
    """
    if level != Level.REPORT:
        there = ", ".join(repr(str(known)) for known in (Level.REPORT,))
        raise UnsupportedLevelError(
            f"duplicates are found at the level {there}, not {level!r:.40}"
        )
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
