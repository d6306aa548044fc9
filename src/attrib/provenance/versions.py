"""Versions: clusters of claims, with their wordings side by side and what clashes."""

import datetime as dt
from collections.abc import Mapping, Sequence

from attrib.model.claim import Claim, Conflict, Difference, Variant
from attrib.model.cluster import Cluster, Level, Pair
from attrib.provenance.agreement import Link, find_agreement
from attrib.provenance.differences import word_changes
from attrib.provenance.groups import Group
from attrib.provenance.wording import Wording

_SHOWN_TERMS = 5


def cluster_claims(
    claims: Sequence[Claim],
    *,
    level: Level,
    readings: Mapping[str, Wording] | None = None,
) -> tuple[Cluster, ...]:
    """Return clusters of claims, or of statements: the same words of one source.

    Args:
        claims: In order of precedence, as `find_claims` returns them.
        level: `Level.CLAIM` or `Level.STATEMENT`.
        readings: What `read_texts` returns for them, and for others perhaps; they are
            read here by default.

    Returns:
        Clusters with every claim in exactly one, in the order of their first members.
    """
    found = find_agreement(
        claims, is_verbatim=level is Level.STATEMENT, readings=readings
    )
    conflicts = _conflicts(claims, found.groups, found.clashes)
    return tuple(
        Cluster(
            members=tuple(claims[place].id for place in group.places),
            reason=_reason(found.wordings, group, level),
            pairs=tuple(_pair(claims, link) for link in group.links),
            level=level,
            variants=_variants(claims, group),
            conflicts=conflicts.get(number, ()),
            chains=tuple(
                chain for place in group.places for chain in claims[place].chains
            ),
        )
        for number, group in enumerate(found.groups)
    )


def _pair(claims: Sequence[Claim], link: Link) -> Pair:
    return Pair(
        first=claims[link.first].id,
        second=claims[link.second].id,
        first_share=link.comparison.first_share,
        second_share=link.comparison.second_share,
    )


def _reason(wordings: Sequence[Wording], group: Group[Link], level: Level) -> str:
    if not group.links:
        if not wordings[group.places[0]].terms:
            return "it has no words to compare"
        return f"no other {level} shares enough of its words without disagreeing"
    weakest = min(group.links, key=lambda link: (link.strength, link.first))
    shared = _written(wordings[weakest.first], weakest)
    what = "the same words of one source" if level is Level.STATEMENT else "one claim"
    if len(group.links) == 1:
        return f"{what}: both have {shared}; similarity {weakest.strength:.2f}"
    return (
        f"{what}: the least alike of {len(group.links)} pairs both have {shared}; "
        f"similarity {weakest.strength:.2f} or more"
    )


def _written(wording: Wording, link: Link) -> str:
    """Return the rarest words that two claims share, as the first one writes them."""
    rarest = link.comparison.shared[:_SHOWN_TERMS]
    places = sorted(wording.terms.index(term) for term in rarest)
    return ", ".join(f'"{wording.written[place]}"' for place in places)


def _variants(claims: Sequence[Claim], group: Group[Link]) -> tuple[Variant, ...]:
    """Return each wording once, with what changed since the nearest earlier one."""
    wordings: dict[str, list[int]] = {}
    for place in group.places:
        wordings.setdefault(_folded(claims[place]), []).append(place)
    variants = []
    for places in wordings.values():
        first = places[0]
        text = claims[first].text
        members = [claims[place].id for place in places]
        if first == group.places[0]:
            variants.append(Variant(text=text, members=members))
            continue
        earlier = _nearest_earlier(group, places, wordings)
        before = claims[earlier].text
        variants.append(
            Variant(
                text=text,
                members=members,
                source_text=before,
                changes=word_changes(before, text),
            )
        )
    return tuple(variants)


def _folded(claim: Claim) -> str:
    return " ".join(word.strip(".,;:!?") for word in claim.text.casefold().split())


def _nearest_earlier(
    group: Group[Link], places: Sequence[int], wordings: dict[str, list[int]]
) -> int:
    """Return the first claim of the earlier wording to which a link ties this one."""
    first_of = {place: ps[0] for ps in wordings.values() for place in ps}
    tied = [
        (-link.strength, first_of[other])
        for link in group.links
        for one, other in ((link.first, link.second), (link.second, link.first))
        if one in places and other not in places and first_of[other] < places[0]
    ]
    return min(tied)[1] if tied else group.places[0]


def _conflicts(
    claims: Sequence[Claim], groups: Sequence[Group[Link]], clashes: Sequence[Link]
) -> dict[int, tuple[Conflict, ...]]:
    """Return for each group the strongest clash with each other group."""
    group_of = {place: n for n, group in enumerate(groups) for place in group.places}
    first = [_first_day(claims, group) for group in groups]
    found: dict[tuple[int, int], Conflict] = {}
    for link in clashes:
        one, other = claims[link.first], claims[link.second]
        numbers = group_of[link.first], group_of[link.second]
        told = link.comparison.differences
        turned = tuple(Difference(d.kind, d.second, d.first) for d in told)
        found.setdefault(
            numbers,
            Conflict(
                member=one.id,
                other=other.id,
                differences=told,
                published=first[numbers[1]],
            ),
        )
        found.setdefault(
            numbers[::-1],
            Conflict(
                member=other.id,
                other=one.id,
                differences=turned,
                published=first[numbers[0]],
            ),
        )
    by_group: dict[int, tuple[Conflict, ...]] = {}
    for own, other_group in sorted(found):
        by_group[own] = (*by_group.get(own, ()), found[own, other_group])
    return by_group


def _first_day(claims: Sequence[Claim], group: Group[Link]) -> dt.date | None:
    """Return the day on which a group was first published, if it is sure to be that."""
    days = [chain.published for place in group.places for chain in claims[place].chains]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None
