"""Strategies: values of the model for property tests with hypothesis.

Install `attrib[hypothesis]`. Values shrink to the plainest: no attribution, the first
member of an enum, a text of few letters.

Example:
    >>> from hypothesis import given, settings
    >>> @settings(database=None, max_examples=20)
    ... @given(reports())
    ... def test_every_chain_has_words_of_its_document(report):
    ...     for chain in report.chains():
    ...         assert chain.content.spans[-1].end <= len(report.document.text)
    >>> test_every_chain_has_words_of_its_document()
"""

import datetime as dt
import functools
from collections.abc import Collection

from attrib.errors import missing_extra
from attrib.model.attribution import (
    Attribution,
    AttributionKind,
    Directness,
    Mode,
    Relay,
    Stance,
    StatedLikelihood,
    Term,
)
from attrib.model.chain import Chain, Link
from attrib.model.document import Document
from attrib.model.period import Period
from attrib.model.record import Assessment, Outcome
from attrib.model.report import Diagnostic, DiagnosticCode, Report
from attrib.model.scale import Likelihood
from attrib.model.source import Source, SourceKind, source_key
from attrib.model.span import Passage, Span
from attrib.record_strategies import assessments as assessments
from attrib.record_strategies import outcomes as outcomes

try:
    from hypothesis import strategies as st
    from hypothesis.errors import InvalidArgument
except ImportError as error:
    raise missing_extra("hypothesis", "hypothesis") from error

_WORDS = ("rain", "port", "said", "that", "mayor", "“open”", "порт", "ميناء")
_NAMES = ("mayor", "coast guard", "Baltic Wire", "Ada Lind", "two officials")
_OUTLETS = ("Baltic Wire", "Harbour Post")
_RULES = ("by-hand", "en.indirect.said-that", "en.direct.inverted")


def spans(*, min_start: int = 0, max_end: int = 1_000) -> st.SearchStrategy[Span]:
    """Return a strategy for spans inside [`min_start`, `max_end`).

    Args:
        min_start: Least start, in code points.
        max_end: Greatest end, in code points.

    Raises:
        InvalidArgument: No span fits between the two, or the start is negative.

    Example:
        >>> from hypothesis import find
        >>> find(spans(min_start=3), lambda span: True)
        Span(start=3, end=4)
    """
    if not 0 <= min_start < max_end:
        raise InvalidArgument(
            f"wanted 0 <= min_start < max_end, found {min_start=} and {max_end=}"
        )
    starts = st.integers(min_start, max_end - 1)
    return starts.flatmap(
        lambda start: st.builds(Span, st.just(start), st.integers(start + 1, max_end))
    )


def texts(*, min_size: int = 0) -> st.SearchStrategy[str]:
    """Return a strategy for texts: words of several scripts, or any code points.

    Any means any: controls, right-to-left letters, and lone surrogates, too.

    Args:
        min_size: Least length in code points.

    Raises:
        InvalidArgument: The length is negative.
    """
    if min_size < 0:
        raise InvalidArgument(f"wanted min_size >= 0, found {min_size=}")
    words = st.lists(st.sampled_from(_WORDS), min_size=min(1, min_size), max_size=30)
    sentences = words.map(" ".join).filter(lambda text: len(text) >= min_size)
    return sentences | st.text(st.characters(), min_size=min_size, max_size=60)


@st.composite
def _passages(draw: st.DrawFn, text: str | None, max_spans: int) -> Passage:
    if text is None:
        text = draw(texts(min_size=1))
    edges = draw(
        st.lists(
            st.integers(0, len(text)),
            min_size=2,
            max_size=2 * min(max_spans, (len(text) + 1) // 2),
            unique=True,
        )
    )
    edges.sort()
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return Passage.of(text, *(Span(start, end) for start, end in pairs))


def passages(
    *, text: str | None = None, max_spans: int = 3
) -> st.SearchStrategy[Passage]:
    """Return a strategy for passages.

    Args:
        text: The text they are of; by default any.
        max_spans: Greatest number of spans.

    Raises:
        InvalidArgument: The text is empty, or no span is allowed.

    Example:
        >>> from hypothesis import find
        >>> find(passages(text="It rained."), lambda passage: True).text
        'I'
    """
    if text is not None and not text:
        raise InvalidArgument("an empty text has no passages")
    if max_spans < 1:
        raise InvalidArgument(f"wanted max_spans >= 1, found {max_spans=}")
    return _passages(text, max_spans)


def periods(
    *, min_day: dt.date = dt.date(1900, 1, 1), max_day: dt.date = dt.date(2099, 12, 31)
) -> st.SearchStrategy[Period]:
    """Return a strategy for periods: days first, then months, years and any others.

    Args:
        min_day: The earliest day in any of them.
        max_day: The latest day in any of them, before the year 9999; longer periods
            are cut to fit between the two.

    Raises:
        InvalidArgument: The days are out of order, or too late.

    Example:
        >>> from hypothesis import find
        >>> str(find(periods(), lambda period: period.day_count > 1))
        '2000-01'
    """
    if not min_day <= max_day or max_day.year >= dt.MAXYEAR:
        raise InvalidArgument(
            f"wanted min_day <= max_day < {dt.MAXYEAR}-01-01, found {min_day=} and "
            f"{max_day=}"
        )
    day_after = max_day + dt.timedelta(days=1)

    def cut(period: Period) -> Period:
        return Period(max(period.start, min_day), min(period.end, day_after))

    days = st.dates(min_day, max_day)
    return st.one_of(
        days.map(Period.day),
        days.map(lambda day: cut(Period.month(day.year, day.month))),
        days.map(lambda day: cut(Period.year(day.year))),
        st.tuples(days, days).map(
            lambda pair: Period(min(pair), max(pair) + dt.timedelta(days=1))
        ),
    )


def sources(
    *,
    kinds: Collection[SourceKind | str] = tuple(SourceKind),
    allow_anonymous: bool = True,
) -> st.SearchStrategy[Source]:
    """Return a strategy for sources.

    Args:
        kinds: The kinds to draw from.
        allow_anonymous: Whether some of them are left unnamed by the text.

    Raises:
        InvalidArgument: There is no kind, or one that does not exist.

    Example:
        >>> from hypothesis import find
        >>> find(sources(kinds=["crowd"]), lambda source: True).kind.value
        'crowd'
    """
    try:
        wanted = [SourceKind(kind) for kind in kinds]
    except ValueError as unknown:
        raise InvalidArgument(f"kinds: {unknown}") from unknown
    if not wanted:
        raise InvalidArgument("kinds: wanted at least one, found none")
    return _sources(wanted, allow_anonymous)


@st.composite
def _sources(
    draw: st.DrawFn, kinds: Collection[SourceKind], allow_anonymous: bool
) -> Source:
    name = draw(_names())
    is_anonymous = allow_anonymous and draw(st.booleans())
    # An anonymous source is only ever the same as itself.
    key = f"?{name}:{draw(st.integers(0, 9))}" if is_anonymous else source_key(name)
    return Source(
        name,
        draw(st.sampled_from(tuple(kinds))),
        is_anonymous=is_anonymous,
        key=key,
        role=draw(st.none() | st.sampled_from(("mayor", "spokesman"))),
        affiliation=draw(st.none() | st.sampled_from(_OUTLETS)),
        count=draw(st.none() | st.integers(1, 50)),
    )


@functools.cache
def _names() -> st.SearchStrategy[str]:
    named = st.text(st.characters(), min_size=1, max_size=12).filter(str.strip)
    return st.sampled_from(_NAMES) | named


def documents(
    *, text: str | st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Document]:
    """Return a strategy for documents, with and without outlet, date and address.

    Moments of publication have no zone, or one of a fixed offset.

    Args:
        text: Their text, or a strategy for it; by default any text.

    Example:
        >>> from hypothesis import find
        >>> find(documents(text="It rained."), lambda document: True).outlet is None
        True
    """
    held = texts() if text is None else st.just(text) if isinstance(text, str) else text
    offsets = st.integers(-14 * 60, 14 * 60).map(
        lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))
    )
    moments = st.datetimes(timezones=st.none() | offsets)
    return st.builds(
        Document,
        held,
        st.none() | st.text(st.characters(), min_size=1, max_size=8),
        outlet=st.none() | st.sampled_from(_OUTLETS) | sources(allow_anonymous=False),
        published=st.none() | st.dates() | moments,
        url=st.none() | st.just("https://example.org/harbour"),
        title=st.none() | texts(),
    )


def attributions(
    *,
    text: str | None = None,
    index: int = 0,
    outer: Collection[int] = (),
) -> st.SearchStrategy[Attribution]:
    """Return a strategy for attributions whose passages are all of one text.

    Args:
        text: The text; by default any that is not empty.
        index: The place of each in its report.
        outer: Indexes that it may stand inside of; by default it stands by itself.

    Raises:
        InvalidArgument: The text is empty, the index negative or itself in `outer`.

    Example:
        >>> from hypothesis import find
        >>> find(attributions(text="It rained."), lambda found: found.cue).cue.text
        'I'
    """
    if text == "":
        raise InvalidArgument("an empty text has no attributions")
    if index < 0 or index in outer:
        raise InvalidArgument(
            f"wanted an index from 0 that is not in outer, found {index}, {outer=}"
        )
    return _attributions(text, index, tuple(outer))


@st.composite
def _attributions(
    draw: st.DrawFn, text: str | None, index: int, outer: tuple[int, ...]
) -> Attribution:
    if text is None:
        text = draw(texts(min_size=1))
    parts = passages(text=text)
    around = st.none() | st.sampled_from(outer) if outer else st.none()
    parent = draw(around)
    hedges: list[Passage] = draw(st.lists(parts, max_size=2))
    source, partners = draw(_who())
    return Attribution(
        index=index,
        content=draw(parts),
        mention=draw(st.none() | parts),
        source=source,
        cue=draw(st.none() | parts),
        kind=draw(st.sampled_from(AttributionKind)),
        mode=draw(st.sampled_from(Mode)),
        stance=draw(st.sampled_from(Stance)),
        directness=draw(st.sampled_from(Directness)),
        hedges=tuple(hedges),
        likelihoods=tuple(draw(_likelihoods(parts))),
        channel=draw(st.none() | st.sampled_from(("statement", "Telegram"))),
        addressee=draw(st.none() | parts),
        relays=tuple(draw(_relays(parts))),
        partners=partners,
        is_relaying=draw(st.booleans()),
        time=draw(_maybe_days()),
        parent=parent,
        continues=draw(around) if parent is None else None,
        is_inferred=draw(st.booleans()),
        rule=draw(st.sampled_from(_RULES)),
        score=draw(st.sampled_from((1.0, 0.5, 0.0)) | st.floats(0, 1)),
        terms=tuple(draw(_terms())),
        reasons=tuple(draw(st.lists(st.sampled_from(_WORDS), max_size=2))),
    )


def _likelihoods(
    words: st.SearchStrategy[Passage],
) -> st.SearchStrategy[list[StatedLikelihood]]:
    terms = st.sampled_from(tuple(Likelihood))
    return st.lists(st.builds(StatedLikelihood, terms, words), max_size=1)


def _relays(mentions: st.SearchStrategy[Passage]) -> st.SearchStrategy[list[Relay]]:
    reasons = st.sampled_from(("", "it was told this"))
    return st.lists(st.builds(Relay, _anybody(), mentions, reasons), max_size=1)


# Strategies are slow to make: those that need no text are made once.
@functools.cache
def _anybody() -> st.SearchStrategy[Source]:
    return sources()


@functools.cache
def _who() -> st.SearchStrategy[tuple[Source | None, tuple[Source, ...]]]:
    nobody = st.just((None, ()))
    partners = st.lists(_anybody(), max_size=1).map(tuple)
    return nobody | st.tuples(_anybody(), partners)


@functools.cache
def _terms() -> st.SearchStrategy[list[Term]]:
    names = st.sampled_from(("accept:Lsay", "phrase:waccording to"))
    return st.lists(st.builds(Term, names, st.floats(-9, 9)), max_size=2)


@functools.cache
def _maybe_days() -> st.SearchStrategy[Period | None]:
    return st.none() | periods()


def reports(
    *,
    text: str | st.SearchStrategy[str] | None = None,
    max_attributions: int = 5,
) -> st.SearchStrategy[Report]:
    """Return a strategy for reports, nested in any way that has no cycle.

    Args:
        text: Their text, or a strategy for it; by default any text.
        max_attributions: Greatest number of attributions.

    Raises:
        InvalidArgument: The number is negative.

    Example:
        >>> from hypothesis import find
        >>> report = find(reports(text="It rained."), lambda found: found.chains())
        >>> print(report.chains()[0])
        unnamed: "I"
    """
    if max_attributions < 0:
        raise InvalidArgument(f"wanted max_attributions >= 0, found {max_attributions}")
    return _reports(text, max_attributions)


@st.composite
def _reports(
    draw: st.DrawFn,
    text: str | st.SearchStrategy[str] | None,
    max_attributions: int,
) -> Report:
    document = draw(documents(text=text))
    number = draw(st.integers(0, max_attributions)) if document.text else 0
    # An attribution may stand inside any that is drawn before it, wherever in the
    # text that one is.
    order = draw(st.permutations(range(number)))
    drawn: dict[int, Attribution] = {
        index: draw(
            attributions(text=document.text, index=index, outer=order[:earlier])
        )
        for earlier, index in enumerate(order)
    }
    remarks = st.builds(
        Diagnostic,
        st.sampled_from(DiagnosticCode),
        st.sampled_from(_WORDS),
        st.none() | spans(max_end=len(document.text)) if document.text else st.none(),
    )
    diagnostics: list[Diagnostic] = draw(st.lists(remarks, max_size=2))
    agencies: list[Relay] = []
    if document.text:
        agencies = draw(_relays(passages(text=document.text, max_spans=1)))
    attributed = [drawn[index] for index in range(number)]
    return Report(document, attributed, diagnostics, agencies)


def chains(*, min_links: int = 1, max_links: int = 4) -> st.SearchStrategy[Chain]:
    """Return a strategy for chains that belong to no report.

    Args:
        min_links: Least number of links.
        max_links: Greatest number of links.

    Raises:
        InvalidArgument: The numbers are out of order, or allow a chain of no link.

    Example:
        >>> from hypothesis import find
        >>> len(find(chains(min_links=2), lambda chain: True).links)
        2
    """
    if not 1 <= min_links <= max_links:
        raise InvalidArgument(
            f"wanted 1 <= min_links <= max_links, found {min_links=} and {max_links=}"
        )
    links = st.builds(
        Link,
        source=st.none() | sources(),
        cue=st.none() | passages(),
        mention=st.none() | passages(),
        attribution=st.none() | st.integers(0, 9),
        is_inferred=st.booleans(),
        directness=st.sampled_from(Directness),
        reason=st.sampled_from(("", *_RULES)),
        document_id=st.none() | st.sampled_from(("a", "b")),
    )
    return st.builds(
        Chain,
        links=st.lists(links, min_size=min_links, max_size=max_links).map(tuple),
        content=passages(),
        document_id=st.sampled_from(("a", "b")),
        attribution=st.integers(0, 9) | st.none(),
        kind=st.sampled_from(AttributionKind),
        stance=st.sampled_from(Stance),
        time=st.none() | periods(),
        has_outlet=st.booleans(),
        hedges=st.lists(passages(), max_size=1).map(tuple),
        likelihood=_likelihoods(passages()).map(
            lambda stated: next(iter(stated), None)
        ),
        published=st.none() | st.dates(),
    )


def register() -> None:
    """Register these strategies for `hypothesis.strategies.from_type`.

    Hypothesis calls this by itself, through its entry point, where attrib is
    installed.

    Example:
        >>> register()
        >>> from hypothesis import find
        >>> find(st.from_type(Span), lambda span: True)
        Span(start=0, end=1)
    """
    st.register_type_strategy(Span, spans())
    st.register_type_strategy(Passage, passages())
    st.register_type_strategy(Period, periods())
    st.register_type_strategy(Source, sources())
    st.register_type_strategy(Document, documents())
    st.register_type_strategy(Attribution, attributions())
    st.register_type_strategy(Report, reports())
    st.register_type_strategy(Chain, chains())
    st.register_type_strategy(Outcome, outcomes())
    st.register_type_strategy(Assessment, assessments())
