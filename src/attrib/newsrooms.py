"""Newsrooms: a made-up press in which it is known who has a claim from whom."""

import datetime as dt
import random
from collections.abc import Mapping, Sequence

import attrs

from attrib.errors import ModelError
from attrib.model.attribution import Attribution
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.source import Source, SourceKind
from attrib.model.span import Passage
from attrib.model.trace import OriginCount

_SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "in", "or", "u"))
_FILLER_WORDS = 40
_CLAIMS = (
    "the northern quay has been closed since the storm",
    "the northern quay has been shut since the storm",
    "the northern quay was closed after the storm",
)
"""One claim in three wordings: the further it travels, the later the wording."""
_FIRST_DAY = dt.date(2024, 3, 4)


@attrs.frozen(kw_only=True)
class Newsroom:
    """Reports of many outlets on one claim, and what a trace of it must find.

    Attributes:
        reports: One of each outlet, in the order of publication.
        claim: The claim that all of them carry.
        origins: Names of those who really said it to some outlet.
        origin_count: Independent origins at least and at most.
        circle: Names of the outlets that lead only to one another, in the order in
            which each cites the next; empty when there is no such circle.
        cited: Whom each outlet names: an outlet, a person, or None for nobody.
    """

    reports: tuple[Report, ...]
    claim: str
    origins: frozenset[str]
    origin_count: OriginCount
    circle: tuple[str, ...]
    cited: Mapping[str, str | None]


def make_newsroom(
    seed: int,
    *,
    outlet_count: int = 12,
    person_count: int = 3,
    echo_rate: float = 0.6,
    silent_rate: float = 0.1,
    circle_count: int = 0,
    drift_rate: float = 0.3,
) -> Newsroom:
    """Return a press of its own for each seed, the same on every run.

    Args:
        seed: Any whole number.
        outlet_count: Outlets, at least one.
        person_count: Persons who may have said it, at least one.
        echo_rate: Share of outlets that have it from an earlier one, from 0 to 1.
        silent_rate: Share of the others that name nobody, from 0 to 1.
        circle_count: Outlets that cite one another in a circle, on one day; 0 or at
            least 2, and among `outlet_count`.
        drift_rate: Share of echoes that change the wording, from 0 to 1.

    Raises:
        ModelError: A number is out of range, or is none.

    Example:
        >>> room = make_newsroom(1, outlet_count=3, echo_rate=1.0, silent_rate=0.0)
        >>> len(room.reports), len(room.origins), str(room.origin_count)
        (3, 1, '1')
    """
    if not isinstance(seed, int):
        raise ModelError(f"a seed is a whole number, not {seed!r:.60}")
    _check(outlet_count, person_count, circle_count, echo_rate, silent_rate, drift_rate)
    draw = random.Random(seed)
    outlets = _names(draw, outlet_count + person_count)
    people = [f"{name} {_word(draw)}" for name in outlets[outlet_count:]]
    outlets = [f"{name} Post" for name in outlets[:outlet_count]]
    circle = outlets[:circle_count]
    cited: dict[str, str | None] = {
        name: circle[(place + 1) % len(circle)] for place, name in enumerate(circle)
    }
    wordings = dict.fromkeys(circle, 0)
    free = outlets[circle_count:]
    for place, name in enumerate(free):
        before = [*circle, *free[:place]]
        if before and draw.random() < echo_rate:
            cited[name] = donor = draw.choice(before)
            drifts = draw.random() < drift_rate
            wordings[name] = min(wordings[donor] + drifts, len(_CLAIMS) - 1)
        else:
            silent = draw.random() < silent_rate
            cited[name] = None if silent else draw.choice(people)
            wordings[name] = 0
    days = dict.fromkeys(circle, 0) | {name: 1 + i for i, name in enumerate(free)}
    return Newsroom(
        reports=tuple(
            _report(draw, name, cited[name], wordings[name], days[name], set(outlets))
            for name in outlets
        ),
        claim=_CLAIMS[0],
        origins=frozenset(name for name in cited.values() if name in people),
        origin_count=_count(cited, people, bool(circle)),
        circle=tuple(circle),
        cited=cited,
    )


def _check(
    outlet_count: int, person_count: int, circle_count: int, *rates: float
) -> None:
    for count in (outlet_count, person_count, circle_count):
        if not isinstance(count, int):
            raise ModelError(f"a count is a whole number, not {count!r:.60}")
    if outlet_count < 1 or person_count < 1:
        raise ModelError(
            "a newsroom has at least one outlet and one person, not "
            f"{outlet_count} and {person_count}"
        )
    if circle_count == 1 or not 0 <= circle_count <= outlet_count:
        raise ModelError(
            f"a circle has no outlet or from 2 to {outlet_count}, not {circle_count}"
        )
    for rate in rates:
        if not isinstance(rate, int | float) or not 0 <= rate <= 1:
            raise ModelError(f"a rate lies between 0 and 1, not at {rate!r:.60}")


def _count(
    cited: Mapping[str, str | None], people: Sequence[str], is_circular: bool
) -> OriginCount:
    """Return the origins: persons, silent outlets, and one or nobody of the circle."""
    named = {name for name in cited.values() if name in people}
    silent = sum(name is None for name in cited.values())
    most = len(named) + silent + is_circular
    return OriginCount(max(len(named), min(silent, 1)), most)


def _report(
    draw: random.Random,
    outlet: str,
    named: str | None,
    wording: int,
    day: int,
    outlets: set[str],
) -> Report:
    """Return the report of one outlet, with its attribution made by hand."""
    words = _CLAIMS[wording]
    content = words[0].upper() + words[1:]
    filler = " ".join(_word(draw) for _ in range(_FILLER_WORDS)).capitalize()
    cue = "reported" if named in outlets else "said"
    lead = f"{content}." if named is None else f"{content}, {named} {cue}."
    document = Document(
        f"{lead} {filler}.",
        f"report-{outlet}",
        outlet=outlet,
        published=_FIRST_DAY + dt.timedelta(days=day),
    )
    if named is None:
        return Report(document)
    at = len(content) + 2
    kind = SourceKind.NEWS_OUTLET if named in outlets else SourceKind.PERSON
    return Report(
        document,
        [
            Attribution(
                index=0,
                content=Passage.of(document.text, (0, len(content))),
                mention=Passage.of(document.text, (at, at + len(named))),
                cue=Passage.of(document.text, (at + len(named) + 1, len(lead) - 1)),
                source=Source(named, kind),
            )
        ],
    )


def _names(draw: random.Random, count: int) -> list[str]:
    """Return names that all differ."""
    names: dict[str, None] = {}
    while len(names) < count:
        names[_word(draw)] = None
    return list(names)


def _word(draw: random.Random) -> str:
    return "".join(draw.choices(_SYLLABLES, k=draw.randint(2, 4))).capitalize()
