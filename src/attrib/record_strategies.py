"""Strategies for what a ledger holds; `attrib.strategies` has them too."""

import datetime as dt
from collections.abc import Collection

from attrib.errors import missing_extra
from attrib.model.record import Assessment, Outcome, Verdict
from attrib.model.scale import Credibility, Reliability

try:
    from hypothesis import strategies as st
    from hypothesis.errors import InvalidArgument
except ImportError as error:
    raise missing_extra("hypothesis", "hypothesis") from error

_OUTLETS = ("Baltic Wire", "Harbour Post")
_YEAR = st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def outcomes(
    *,
    names: Collection[str] = _OUTLETS,
    claims: Collection[str] = ("claim 1", "claim 2"),
    days: st.SearchStrategy[dt.date] = _YEAR,
) -> st.SearchStrategy[Outcome]:
    """Return a strategy for outcomes: of few claims, so that some settle again.

    Args:
        names: The names of sources to draw from.
        claims: The ids of claims to draw from.
        days: A strategy for the days in them.

    Raises:
        InvalidArgument: There is no name or no claim.

    Example:
        >>> from hypothesis import find
        >>> find(outcomes(), lambda outcome: True).verdict.value
        'confirmed'
    """
    return _in_order(names, claims, days).flatmap(
        lambda pair: st.builds(
            Outcome,
            source=st.sampled_from(tuple(names)),
            claim=st.sampled_from(tuple(claims)),
            verdict=st.sampled_from(Verdict),
            settled=st.just(pair[0]),
            recorded=st.just(pair[1]),
            settled_by=st.sampled_from(("port desk", "M. Holt")),
            topic=st.sampled_from((None, "weather", "shipping")),
        )
    )


def assessments(
    *,
    names: Collection[str] = _OUTLETS,
    claims: Collection[str] = ("claim 1", "claim 2"),
    days: st.SearchStrategy[dt.date] = _YEAR,
) -> st.SearchStrategy[Assessment]:
    """Return a strategy for assessments, with the options and errors of `outcomes`.

    Example:
        >>> from hypothesis import find
        >>> find(assessments(), lambda assessment: True).label.value
        '1'
    """
    return _in_order(names, claims, days).flatmap(
        lambda pair: (
            st.builds(
                Assessment,
                claim=st.sampled_from(tuple(claims)),
                credibility=st.sampled_from(Credibility),
                assessor=st.sampled_from(("port desk", "M. Holt")),
                assessed=st.just(pair[0]),
                recorded=st.just(pair[1]),
            )
            | st.builds(
                Assessment,
                source=st.sampled_from(tuple(names)),
                reliability=st.sampled_from(Reliability),
                topic=st.sampled_from((None, "weather", "shipping")),
                assessor=st.just("M. Holt"),
                assessed=st.just(pair[0]),
                recorded=st.just(pair[1]),
            )
        )
    )


def _in_order(
    names: Collection[str], claims: Collection[str], days: st.SearchStrategy[dt.date]
) -> st.SearchStrategy[list[dt.date]]:
    if not names or not claims:
        raise InvalidArgument(f"wanted names and claims, found {names=} and {claims=}")
    return st.tuples(days, days).map(sorted)
