"""Tallies: which outcome stood on which day, as counts that can be added up.

A ledger must say what stood on any day, and say it at once. So every outcome is turned
into changes when it comes in: plus one where it begins to stand, minus one for what it
ends. The changes recorded up to a day, added up, are what stood on that day. They do
not depend on the order in which the outcomes came in.
"""

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from attrib.model.record import Outcome

CONTESTED = "contested"
"""What stands in place of a verdict where verdicts of one day contradict each other."""


class Entry(NamedTuple):
    """What an outcome brings to the tallies; the days are ordinals.

    Attributes:
        settled: The day it was settled.
        recorded: The day it was recorded.
        verdict: The value of its verdict.
        topic: Its topic; empty for none.
        id: Its id.
    """

    settled: int
    recorded: int
    verdict: str
    topic: str
    id: str


class Change(NamedTuple):
    """One claim more or less from a day on; the days are ordinals.

    Attributes:
        topic: The topic of the claim; empty for none.
        verdict: Under which verdict the claim is counted, or `CONTESTED`.
        settled: Under which day.
        recorded: From which day on.
        by: 1 or -1.
    """

    topic: str
    verdict: str
    settled: int
    recorded: int
    by: int


def find_changes(entries: Collection[Entry]) -> list[Change]:
    """Return the changes that the outcomes of one claim of one source make.

    Args:
        entries: All its outcomes, in any order.

    Example:
        >>> first = Entry(1, 1, "confirmed", "", "a")
        >>> later = Entry(5, 6, "refuted", "", "b")
        >>> for change in find_changes([later, first]):
        ...     print(change.recorded, change.verdict, change.by)
        1 confirmed 1
        6 confirmed -1
        6 refuted 1
    """
    if len(entries) == 1:  # As for most claims; the long way takes five times as long.
        ((settled, recorded, verdict, topic, _),) = entries
        return [Change(topic, verdict, settled, recorded, 1)]
    changes: list[Change] = []
    before: Change | None = None
    for recorded, standing in _sweep(entries):
        verdicts = {entry.verdict for entry in standing}
        verdict = verdicts.pop() if len(verdicts) == 1 else CONTESTED
        # Of equals, any rule will do that does not go by the order they came in.
        last = max(standing, key=lambda entry: entry.id)
        now = Change(last.topic, verdict, last.settled, recorded, 1)
        if before is None or now[:3] != before[:3]:
            if before is not None:
                changes.append(before._replace(recorded=recorded, by=-1))
            changes.append(now)
            before = now
    return changes


def _sweep(entries: Iterable[Entry]) -> Iterator[tuple[int, list[Entry]]]:
    """Yield each day on which what stands may change, with what stands on it."""
    settled = -1
    in_order = sorted(entries, key=lambda entry: entry.recorded)
    for recorded, group in itertools.groupby(in_order, lambda entry: entry.recorded):
        together = list(group)
        last = max(entry.settled for entry in together)
        # What we learn late of an older answer does not undo a newer one.
        if last >= settled:
            settled = last
            yield recorded, [entry for entry in together if entry.settled == last]


def find_standing(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return those of one claim of one source that stand: mostly one.

    Args:
        outcomes: All its outcomes up to a day.

    Returns:
        The one settled last and, of those, recorded last; several where these are
        equal, in the order given. None of none.
    """
    if not outcomes:
        return ()
    last = max((outcome.settled, outcome.recorded) for outcome in outcomes)
    return tuple(o for o in outcomes if (o.settled, o.recorded) == last)
