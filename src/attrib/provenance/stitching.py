"""Stitching: a chain that ends at an outlet goes on in that outlet's own report."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from attrib.model.chain import Chain, Link
from attrib.model.document import Document
from attrib.provenance.precedence import came_first, moment


@attrs.frozen
class Stitched:
    """Chains, each followed through the reports at hand as far as they lead.

    Attributes:
        chains: One for each chain that was given, in the same order.
        cycles: Keys of the sources that lead to one another, the first again at the
            end; each circle once, from the key that sorts first.
    """

    chains: tuple[Chain, ...]
    cycles: tuple[tuple[str, ...], ...] = ()


def stitch(chains: Sequence[Chain], documents: Mapping[str, Document]) -> Stitched:
    """Follow each chain through the reports of the outlets at which it ends.

    Where a report names another outlet as the source, and a report of that outlet is
    among those given, it goes on as that report goes on: by the chain of the earliest
    one that is not younger. A chain that comes back to a source it has passed ends
    there, with nobody behind it: that is circular reporting.

    Args:
        chains: Chains of one claim, of any number of documents.
        documents: The documents of the chains, by their ids.

    Example:
        >>> from attrib.model.source import Source
        >>> from attrib.model.span import Passage
        >>> def chain(document, *names):
        ...     links = [Link(source=Source(name)) for name in names]
        ...     content = Passage.of(document.text, (0, 5))
        ...     return Chain(links=links, content=content, document_id=document.id,
        ...                  has_outlet=True)
        >>> wire = Document("quays shut", "w", outlet="Wire", published="2024-03-04")
        >>> daily = Document("quays shut", "d", outlet="Daily", published="2024-03-05")
        >>> chains = chain(daily, "Daily", "Wire"), chain(wire, "Wire", "port master")
        >>> found = stitch(chains, {"w": wire, "d": daily})
        >>> [[link.name for link in each.links] for each in found.chains]
        [['Daily', 'Wire', 'port master'], ['Wire', 'port master']]
        >>> stitch([], {}).chains
        ()
    """
    by_outlet: dict[str, list[Chain]] = {}
    for chain in sorted(chains, key=lambda c: _place(c, documents)):
        if chain.outlet is not None:
            by_outlet.setdefault(chain.outlet.key, []).append(chain)
    followed = [_follow(chain, by_outlet, documents) for chain in chains]
    circles = {circle for _, circle in followed if circle}
    return Stitched(tuple(chain for chain, _ in followed), tuple(sorted(circles)))


def _place(chain: Chain, documents: Mapping[str, Document]) -> tuple[object, ...]:
    document = documents[chain.document_id]
    return (*moment(document.published, document.id), chain.content.start)


def _follow(
    chain: Chain,
    by_outlet: Mapping[str, Sequence[Chain]],
    documents: Mapping[str, Document],
) -> tuple[Chain, tuple[str, ...]]:
    """Return a chain as far as it leads, and the circle it ends in, if it does."""
    links = list(chain.links)
    seen = [link.source.key for link in links if link.source is not None]
    at = chain
    while (onward := _onward(at, links[-1], by_outlet, documents)) is not None:
        for link in onward.links[1:]:
            key = None if link.source is None else link.source.key
            if key in seen:
                links.append(_closing(link))
                circle = _circle(seen[seen.index(key) :])
                return attrs.evolve(chain, links=tuple(links)), circle
            links.append(_read_in(link, onward))
            if key is not None:
                seen.append(key)
        at = onward
    return attrs.evolve(chain, links=tuple(links)), ()


def _onward(
    at: Chain,
    last: Link,
    by_outlet: Mapping[str, Sequence[Chain]],
    documents: Mapping[str, Document],
) -> Chain | None:
    """Return the chain by which the source at the end of another chain has it."""
    if last.source is None or last.source.is_anonymous or len(at.links) < 2:
        return None
    here = documents[at.document_id]
    for other in by_outlet.get(last.source.key, ()):
        there = documents[other.document_id]
        if other.document_id == at.document_id or len(other.links) < 2:
            continue
        if came_first(here.published, there.published) is not True:
            return other
    return None


def _read_in(link: Link, chain: Chain) -> Link:
    """Return a link that was read in another document than the chain's own."""
    if link.document_id is not None:
        return link
    return attrs.evolve(link, document_id=chain.document_id)


def _closing(link: Link) -> Link:
    """Return the end of a chain that has come back to where it was before."""
    return Link(
        source=None,
        is_inferred=True,
        reason=f"the reports lead back to {link.name}, and name nobody behind it",
    )


def _circle(keys: Iterable[str]) -> tuple[str, ...]:
    """Return a circle from the key that sorts first, which is there again at its end.

    Example:
        >>> _circle(["wire", "daily"])
        ('daily', 'wire', 'daily')
    """
    ring = list(keys)
    turn = ring.index(min(ring))
    ring = ring[turn:] + ring[:turn]
    return (*ring, ring[0])
