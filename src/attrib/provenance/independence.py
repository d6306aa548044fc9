"""Independence: how many origins stand behind the chains of one claim."""

import enum
from collections.abc import Iterable, Mapping, Sequence, Set

import attrs

from attrib.export.prose import count, listing
from attrib.model.chain import Chain
from attrib.model.source import Source, SourceKind, source_key
from attrib.model.trace import OriginCount
from attrib.provenance.people import People, is_named

_TELLING_OF_OTHERS = frozenset((SourceKind.DOCUMENT, SourceKind.NEWS_OUTLET))


class EndKind(enum.StrEnum):
    """Who stands at the end of a chain."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    OUTLET = "outlet"
    UNKNOWN = "unknown"


@attrs.frozen
class End:
    """Who stands at the end of some chains, as one.

    Attributes:
        kind: A named source; somebody left unnamed; an outlet that names nobody; or
            nobody at all ("it was reported", circular reporting).
        key: What tells it from other ends.
        body: Key of the body it belongs to or speaks for, or None when the text does
            not say. Ends of one body are not independent.
        source: The source, or None.
        documents: Ids of the documents whose chains end here.
        is_own: Whether it is an outlet that says so in its own report.
    """

    kind: EndKind
    key: str
    body: str | None
    source: Source | None
    documents: tuple[str, ...]
    is_own: bool = False


@attrs.frozen
class Independence:
    """The origins of one claim, and how far they are independent.

    Attributes:
        ends: Everybody at whom chains end, the named ones first.
        count: How many independent origins there are.
        reasons: In words, what was counted as one and why.
    """

    ends: tuple[End, ...]
    count: OriginCount
    reasons: tuple[str, ...]


def count_origins(
    chains: Sequence[Chain],
    *,
    copies: Mapping[str, str] | None = None,
    cycles: Iterable[Sequence[str]] = (),
    people: People | None = None,
    unsure: Set[str] = frozenset(),
    doubtful: Set[str] = frozenset(),
) -> Independence:
    """Return how many independent origins stand behind the chains of one claim.

    Relays never count. A body, whoever leads it and whoever speaks for it are one at
    least, and each is one of its own at most. Somebody unnamed, or an outlet that
    names nobody, may be any of the named or another. Outlets that cite only one another
    in a circle may have it from nobody, or from one whom none of them names. Agreement
    says nothing about dependence and is not looked at.

    Args:
        chains: Asserting chains of one claim, stitched where they could be.
        copies: Where documents are copies of one another, the key of the outlet whose
            text each is, by its id: what copies leave unnamed is one.
        cycles: Keys of sources that lead only to one another: nobody is behind all of
            them, or one whom none of them names.
        unsure: Ids of documents that may speak of something else: whoever is named
            only by them does not count at least.
        doubtful: Ids of those that say so little of the claim that whoever is named
            only by them does not count at all.
        people: What is known of who belongs to which body; by default what the
            sources of the chains tell by themselves.

    Returns:
        No ends and a count of 0 when there are no chains.

    Example:
        >>> count_origins([]).count
        OriginCount(minimum=0, maximum=0)
    """
    circles = {key: cycle[0] for cycle in cycles for key in cycle}
    if people is None:
        people = People(chain.origin for chain in chains)
    ends = _gather(chains, copies or {}, circles, people)
    named = [end for end in ends if end.kind is EndKind.NAMED]
    others = [end for end in ends if end.kind is not EndKind.NAMED]
    bodies, unnamed = _by_body(ends)
    apart = {body: those[0] for body, those in unnamed.items() if body not in bodies}
    faint = {
        body
        for body in bodies.keys() | apart.keys()
        if all(
            unsure >= set(end.documents)
            for end in (*bodies.get(body, ()), *unnamed.get(body, ()))
        )
    }
    offices = {
        body
        for body, those in bodies.items()
        if all(end.source and people.may_be_another(end.source) for end in those)
    }
    closed = set(circles.values())
    is_anyone = any(e.kind is not EndKind.UNKNOWN or e.key not in closed for e in ends)
    least = max(len(bodies) + len(apart) - len(faint | offices), int(is_anyone))
    passed_over = [end for end in named if doubtful >= set(end.documents)]
    return Independence(
        ends=(*named, *others),
        count=OriginCount(least, max(least, len(ends) - len(passed_over))),
        reasons=(
            *_reasons(bodies, apart.values(), others, faint, offices),
            *_tell_passed_over(passed_over),
        ),
    )


def _by_body(
    ends: Iterable[End],
) -> tuple[dict[str, list[End]], dict[str, list[End]]]:
    """Return the named ends of each body, and those left unnamed of whom it is told."""
    bodies: dict[str, list[End]] = {}
    unnamed: dict[str, list[End]] = {}
    for end in ends:
        # Reports and media tell what others say, whatever country they are of.
        is_telling = end.source is None or end.source.kind not in _TELLING_OF_OTHERS
        if end.kind is EndKind.NAMED:
            bodies.setdefault(end.body or end.key, []).append(end)
        elif end.kind is EndKind.ANONYMOUS and end.body and is_telling:
            unnamed.setdefault(end.body, []).append(end)
    return bodies, unnamed


def _gather(
    chains: Iterable[Chain],
    copies: Mapping[str, str],
    circles: Mapping[str, str],
    people: People,
) -> list[End]:
    found: dict[tuple[EndKind, str], End] = {}
    for chain in chains:
        end = _end(chain, copies, circles, people)
        known = found.get((end.kind, end.key))
        if known is None:
            found[end.kind, end.key] = end
        elif chain.document_id not in known.documents:
            documents = (*known.documents, chain.document_id)
            found[end.kind, end.key] = attrs.evolve(known, documents=documents)
    return list(found.values())


def _end(
    chain: Chain,
    copies: Mapping[str, str],
    circles: Mapping[str, str],
    people: People,
) -> End:
    source = chain.origin
    here = (chain.document_id,)
    text = copies.get(
        chain.document_id,
        chain.document_id if chain.outlet is None else chain.outlet.key,
    )
    if source is None or not is_named(source):
        relay = next((link.source for link in chain.relays[::-1] if link.source), None)
        # What an outlet's source left unnamed is one, whoever repeats that outlet.
        place = text if relay is None else relay.key
        if source is None:
            place = circles.get(place, place)
            return End(EndKind.UNKNOWN, place, None, None, here)
        key = f"{place}: {source_key(source.name)}"
        return End(EndKind.ANONYMOUS, key, people.body_of(source), source, here)
    if source.kind is SourceKind.NEWS_OUTLET:
        key = copies.get(chain.document_id, source.key)
        own = len(chain.links) == 1
        key = key if own else source.key
        return End(EndKind.OUTLET, key, None, source, here, own)
    source = people.in_full(source)
    return End(EndKind.NAMED, source.key, people.body_of(source), source, here)


def _reasons(
    bodies: Mapping[str, Sequence[End]],
    apart: Iterable[End],
    others: Sequence[End],
    faint: Set[str],
    offices: Set[str],
) -> Iterable[str]:
    for body, ends in bodies.items():
        names = ", ".join(end.source.name for end in ends if end.source)
        carried = count(len({d for e in ends for d in e.documents}), "report")
        if body in faint:
            yield f"{names} may speak of something else, by way of {carried}"
        elif body in offices:
            yield f"{names} may be another who is named, by way of {carried}"
        elif len(ends) > 1:
            yield f"{names} speak for one body, {body}: one origin at least"
        else:
            yield f"{names} is an origin of its own, by way of {carried}"
    separate = list(apart)
    for end in separate:
        if end.body not in faint:
            yield f"{end.source} cannot be any of the named: one origin more at least"
    open_ends = [end for end in others if end not in separate]
    if open_ends:
        unnamed = sum(end.kind is not EndKind.OUTLET for end in open_ends)
        silent = len(open_ends) - unnamed
        told = [f"{unnamed} unnamed"] if unnamed else []
        if silent:
            names = "names" if silent == 1 else "name"
            told.append(f"{count(silent, 'outlet')} that {names} nobody")
        yield f"{listing(told)} may be among the others or not"


def _tell_passed_over(ends: Sequence[End]) -> Iterable[str]:
    """Yield who does not count, since little of the claim is said where they speak."""
    if ends:
        names = listing([end.source.name for end in ends if end.source])
        verb = "does" if len(ends) == 1 else "do"
        yield f"too little of the claim is said by {names}, who {verb} not count"
