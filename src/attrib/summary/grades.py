"""Grades in words: what a ledger makes of the sources and claims of a summary."""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from attrib.credibility.grading import explain_standing, grade
from attrib.credibility.ledger import Ledger
from attrib.credibility.reliance import Sources, has_outlet_apart
from attrib.credibility.track import Policy
from attrib.export.prose import visible, written_day
from attrib.model.chain import Chain
from attrib.model.cluster import Cluster
from attrib.model.days import read_day
from attrib.model.grade import Grade, Part, Standing
from attrib.model.trace import Trace
from attrib.summary.pages import Section

MOST_SOURCES = 12
"""How many sources are told in words; the fields hold all."""


@attrs.frozen(kw_only=True)
class Grader:
    """Grades by one ledger as of one day.

    Attributes:
        ledger: The ledger.
        as_of: The day; nothing recorded or published later has a part in it.
    """

    ledger: Ledger
    as_of: dt.date

    def grade(self, value: Chain | Cluster | Trace) -> Grade:
        """Return what to think of a chain, cluster or trace on that day."""
        return grade(value, ledger=self.ledger, as_of=self.as_of)

    def stand(self, chains: Iterable[Chain]) -> tuple[Standing, ...]:
        """Return how far each named source of some chains is relied on, each once.

        Outlets stand among them only where they are the origin. A source that is an
        origin anywhere is called one.
        """
        sources = Sources(self.ledger, as_of=self.as_of, topic=None, track=Policy())
        found: dict[str, Standing] = {}
        for chain in chains:
            links = chain.links[1:] if has_outlet_apart(chain) else chain.links
            for place, link in enumerate(reversed(links)):
                part = Part.RELAY if place else Part.ORIGIN
                standing = sources.stand(link.source, part)
                if link.source is None or standing.record is None:
                    continue
                known = found.setdefault(link.source.key, standing)
                if part is Part.ORIGIN is not known.part:
                    found[link.source.key] = attrs.evolve(known, part=part)
        return tuple(found.values())


def make_grader(
    ledger: Ledger | None,
    as_of: dt.date | str | None,
    published: Iterable[dt.date | None],
) -> Grader | None:
    """Return what grades by a ledger; None without one, or without any day.

    Args:
        ledger: The ledger, or None.
        as_of: The day. By default it is the last one on which anything was recorded
            or published.
        published: When the reports were published.

    Raises:
        ModelError: The day is none.
        LedgerError: The ledger cannot be read.

    Example:
        >>> make_grader(Ledger(), None, [dt.date(2024, 3, 1), None]).as_of.isoformat()
        '2024-03-01'
    """
    if ledger is None:
        return None
    if as_of is not None:
        return Grader(ledger=ledger, as_of=read_day(as_of))
    days = [read_day(day) for day in published if day is not None]
    last = ledger.last_recorded()
    days += [] if last is None else [last]
    return Grader(ledger=ledger, as_of=max(days)) if days else None


def tell_sources(standings: Iterable[Standing]) -> Iterator[Section]:
    """Yield what a ledger holds of sources, as `Grader.stand` returns it."""
    listed = tuple(standings)
    days = {s.record.as_of for s in listed if s.record is not None}
    if listed:
        items = [visible(explain_standing(each)) for each in listed[:MOST_SOURCES]]
        if len(listed) > MOST_SOURCES:
            items.append(f"and {len(listed) - MOST_SOURCES:,} more")
        day = written_day(max(days))
        yield Section(
            f"What the ledger holds of the sources, as of {day}:", tuple(items)
        )


def tell_grade(found: Grade | None) -> Iterator[Section]:
    """Yield a grade and its reasons, where there is one."""
    if found is not None:
        title = (
            f"Grade as of {written_day(found.as_of)}: {found}{_tell_suggestion(found)}"
        )
        yield Section(f"{title}:", tuple(map(visible, found.reasons)))


def tell_grades(found: Iterable[tuple[Grade | None, str]]) -> Iterator[Section]:
    """Yield grades of several things, each with its reasons on one line.

    Args:
        found: Each grade, or None, and the words for what is graded.
    """
    known = [(grade, words) for grade, words in found if grade is not None]
    if known:
        items = (
            f"{grade}{_tell_suggestion(grade)} - {words} "
            f"({'; '.join(map(visible, grade.reasons))})"
            for grade, words in known
        )
        title = f"Grades, as of {written_day(known[0][0].as_of)}:"
        yield Section(title, tuple(items))


def _tell_suggestion(found: Grade) -> str:
    if not found.is_assessed:
        return ""
    return f", as assessed; suggested was {found.suggestion}"
