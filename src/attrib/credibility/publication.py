"""Publication: which chains were known on a day, as far as their reports have dates."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from attrib.model.chain import Chain
from attrib.model.days import read_day

_SHOWN = 5
"""How many reports are named that are left out, or have no date."""


def is_later(chain: Chain, published: Mapping[str, dt.date], day: dt.date) -> bool:
    """Say whether a chain leads through a report that was published after a day.

    Args:
        chain: The chain. Its links may have been read in other reports, too.
        published: When reports were published, by id; beside what the chain itself
            tells.
        day: The day. A report of no known date is never later.

    Example:
        >>> from attrib.model.chain import Link
        >>> from attrib.model.span import Passage
        >>> chain = Chain(links=[Link(source=None)], document_id="a",
        ...     content=Passage.of("it rained", (0, 9)), published="2024-06-13")
        >>> [is_later(chain, {}, dt.date(2024, 6, day)) for day in (12, 13)]
        [True, False]
    """
    return any(known > day for known in _days(chain, published))


def tell_days(
    chains: Iterable[Chain], published: Mapping[str, dt.date], day: dt.date
) -> Iterator[str]:
    """Yield in words which reports came after a day, and which have no date.

    Args:
        chains: Those that came after the day, and the others.
        published: As `is_later` takes it.
        day: The day.
    """
    later: dict[str, str] = {}
    undated: dict[str, str] = {}
    for chain in chains:
        known = _days(chain, published)
        name = chain.document_id if chain.outlet is None else chain.outlet.name
        name = " ".join(name.split())
        if any(each > day for each in known):
            later.setdefault(chain.document_id, f"{name} ({max(known)})")
        elif chain.published is None and chain.document_id not in published:
            undated.setdefault(chain.document_id, name)
    if later:
        yield f"published after {day}, so left out: {_listed(later.values())}"
    if undated:
        yield f"of no known date, so taken as known: {_listed(undated.values())}"


def _days(chain: Chain, published: Mapping[str, dt.date]) -> list[dt.date]:
    """Return the days of the reports in which a chain was read."""
    ids = {chain.document_id, *(link.document_id or "" for link in chain.links)}
    days = [read_day(published[each]) for each in ids if each in published]
    return days if chain.published is None else [*days, chain.published]


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    more = len(every) - _SHOWN
    return ", ".join(every[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
