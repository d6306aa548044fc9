"""Stitching: a chain that ends at an outlet goes on in that outlet's own report."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import attrs

from attrib.model.chain import Chain, Link
from attrib.model.document import Document
from attrib.provenance.precedence import came_first, moment

_Tail = tuple[tuple[Link, ...], frozenset[str]]
_NOTHING: _Tail = (), frozenset()


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
    in_time = sorted(chains, key=lambda c: _place(c, documents))
    for chain in in_time:
        if chain.outlet is not None:
            by_outlet.setdefault(chain.outlet.key, []).append(chain)
    follower = _Follower(by_outlet, documents)
    followed = {id(chain): follower.follow(chain) for chain in in_time}
    circles = {circle for _, circle in followed.values() if circle}
    return Stitched(
        tuple(followed[id(chain)][0] for chain in chains), tuple(sorted(circles))
    )


def _place(chain: Chain, documents: Mapping[str, Document]) -> tuple[object, ...]:
    document = documents[chain.document_id]
    return (*moment(document.published, document.id), chain.content.start)


class _Follower:
    """Follows chains through the reports of outlets; what was followed once is known.

    A long line of outlets that each cite the one before takes one step for each, if
    the earliest are followed first.
    """

    def __init__(
        self,
        by_outlet: Mapping[str, Sequence[Chain]],
        documents: Mapping[str, Document],
    ) -> None:
        self._by_outlet = by_outlet
        self._documents = documents
        self._steps: dict[int, tuple[Chain, tuple[Link, ...]] | None] = {}
        self._tails: dict[int, _Tail] = {}

    def follow(self, chain: Chain) -> tuple[Chain, tuple[str, ...]]:
        """Return a chain as far as it leads, and the circle it ends in, if it does."""
        links = list(chain.links)
        seen = {
            link.source.key: None for link in chain.links if link.source is not None
        }
        own = len(seen)
        rest, passed = _NOTHING
        step = self._step(chain)
        while step is not None:
            at, read = step
            for link in read:
                key = None if link.source is None else link.source.key
                if key in seen:
                    links.append(_closing(link))
                    keys = list(seen)
                    circle = _circle(keys[keys.index(key) :])
                    return attrs.evolve(chain, links=tuple(links)), circle
                links.append(link)
                if key is not None:
                    seen[key] = None
            rest, passed = self._tails.get(id(at), _NOTHING)
            if rest and passed.isdisjoint(seen):
                break
            rest, passed = _NOTHING
            step = self._step(at)
        tail = (*links[len(chain.links) :], *rest)
        self._tails[id(chain)] = tail, passed.union(islice(seen, own, None))
        return attrs.evolve(chain, links=(*chain.links, *tail)), ()

    def _step(self, at: Chain) -> tuple[Chain, tuple[Link, ...]] | None:
        """Return the chain by which another goes on, and its links as read there."""
        if id(at) not in self._steps:
            onward = self._onward(at)
            self._steps[id(at)] = None
            if onward is not None:
                read = tuple(_read_in(link, onward) for link in onward.links[1:])
                self._steps[id(at)] = onward, read
        return self._steps[id(at)]

    def _onward(self, at: Chain) -> Chain | None:
        """Return the chain by which the source at the end of another chain has it."""
        source = at.origin
        if source is None or source.is_anonymous or len(at.links) < 2:
            return None
        here = self._documents[at.document_id]
        for other in self._by_outlet.get(source.key, ()):
            there = self._documents[other.document_id]
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
