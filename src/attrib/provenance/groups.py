"""Groups: places joined link by link, the strongest first, while members agree."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

import attrs

_ASKED = 4
"""Members asked on either side when a link is to join two groups."""


class Tie(Protocol):
    """What ties two places together."""

    @property
    def first(self) -> int:
        """One place."""

    @property
    def second(self) -> int:
        """The other."""


TieT = TypeVar("TieT", bound=Tie)


@attrs.frozen
class Group(Generic[TieT]):
    """Places that belong together, and the links that hold them."""

    places: tuple[int, ...]
    links: tuple[TieT, ...] = ()


def join(
    count: int,
    links: Iterable[TieT],
    agree: Callable[[Sequence[int], Sequence[int], TieT], bool],
) -> list[Group[TieT]]:
    """Return groups of places; every place is in exactly one.

    Args:
        count: How many places there are, counted from 0.
        links: The strongest first.
        agree: Says whether some members of either group let the link join them. It is
            asked only where one of the groups has two members or more.

    Returns:
        Groups in the order of their first places.

    Example:
        >>> @attrs.frozen
        ... class Link:
        ...     first: int
        ...     second: int
        >>> [group.places for group in join(3, [Link(0, 2)], lambda *_: True)]
        [(0, 2), (1,)]
    """
    above = list(range(count))
    members: dict[int, list[int]] = {}
    held: dict[int, list[TieT]] = {}

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    for link in links:
        one, other = sorted((top(link.first), top(link.second)))
        ours, theirs = members.get(one, [one]), members.get(other, [other])
        if one == other:
            continue
        # Members stand in the order in which they joined: those asked are the most
        # alike, so it does not matter when a straggler came.
        is_pair = len(ours) == len(theirs) == 1
        if not is_pair and not agree(ours[:_ASKED], theirs[:_ASKED], link):
            continue
        above[other] = one
        members[one] = ours + theirs
        members.pop(other, None)
        held[one] = [*held.get(one, ()), *held.pop(other, ()), link]
    return [
        Group(tuple(sorted(members.get(place, [place]))), tuple(held.get(place, ())))
        for place in range(count)
        if above[place] == place
    ]
