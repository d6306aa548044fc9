"""Precedence: which of several documents came first, as far as their dates tell."""

import datetime as dt
from collections.abc import Iterable

from attrib.errors import DocumentError, DuplicateIdError
from attrib.model.document import Document
from attrib.model.report import Report

Moment = tuple[bool, dt.datetime, str]
"""Undated or not, the moment, the id: sorts the earliest first, the undated last."""


_GIVE_IDS = (
    "give each document an id, since without one equal texts count as one document"
)


def in_order(values: Iterable[Report | Document]) -> list[Document]:
    """Return the documents, the earliest first, each once.

    Raises:
        DocumentError: A value is neither a report nor a document, or there are not
            several.
        DuplicateIdError: Two texts, two dates or two outlets share an id.

    Example:
        >>> late, early = Document("a", published="2024-03-05"), Document(
        ...     "b", published="2024-03-04")
        >>> [document.text for document in in_order([late, early, late])]
        ['b', 'a']
    """
    documents: dict[str, Document] = {}
    for value in several(values):
        added = document_of(value)
        known = documents.setdefault(added.id, added)
        if known.text != added.text:
            raise two_texts(added)
        if known.published != added.published:
            raise two_dates(added, known.published)
        if known.outlet != added.outlet:
            raise _two_outlets(added, known)
    return sorted(documents.values(), key=lambda d: moment(d.published, d.id))


def several(values: Iterable[Report | Document]) -> Iterable[Report | Document]:
    """Return the values, which are some iterable.

    Raises:
        DocumentError: They are none, or text.

    Example:
        >>> several(Document("It rained."))
        Traceback (most recent call last):
        attrib.errors.DocumentError: wanted several reports or documents, such as a \
list, and got one Document
    """
    untyped: object = values
    if isinstance(untyped, Iterable) and not isinstance(untyped, str | bytes):
        return values
    found = type(untyped).__name__
    if isinstance(untyped, Report | Document):
        found = f"one {found}"
    raise DocumentError(
        f"wanted several reports or documents, such as a list, and got {found}"
    )


def two_texts(added: Document) -> DuplicateIdError:
    """Return the error for a document whose id another text has already."""
    return DuplicateIdError(
        f"two different texts have the id {added.id!r}; the second begins "
        f"{added.text[:40]!r}"
    )


def two_dates(added: Document, known: dt.date | None) -> DuplicateIdError:
    """Return the error for a document that was there before, with another date."""
    dates = [day.isoformat() if day else "no date" for day in (known, added.published)]
    return DuplicateIdError(
        f"the document {added.id!r} is there twice, once with {dates[0]} and once "
        f"with {dates[1]}; {_GIVE_IDS}"
    )


def _two_outlets(added: Document, known: Document) -> DuplicateIdError:
    names = [
        "no outlet" if document.outlet is None else repr(document.outlet.name)
        for document in (known, added)
    ]
    return DuplicateIdError(
        f"the document {added.id!r} is there twice, once with {names[0]} and once "
        f"with {names[1]}; {_GIVE_IDS}"
    )


def document_of(value: Report | Document) -> Document:
    """Return the document of a report, or the document itself.

    Raises:
        DocumentError: The value is neither.

    Example:
        >>> document_of(Report(Document("It rained."))).text
        'It rained.'
    """
    if isinstance(value, Report):
        return value.document
    if isinstance(value, Document):
        return value
    raise DocumentError(
        f"wanted reports or documents, and got {type(value).__name__}: {value!r:.60}"
    )


def moment(published: dt.date | None, name: str) -> Moment:
    """Return what documents are sorted by.

    A moment without a time zone counts as UTC, and a day without a time as its first
    moment. Documents of one moment stand in the order of their ids.

    Example:
        >>> monday, tuesday = dt.date(2024, 3, 4), dt.datetime(2024, 3, 5, 12)
        >>> moment(monday, "b") < moment(tuesday, "a") < moment(None, "a")
        True
    """
    if published is None:
        return True, _EPOCH, name
    return False, _utc(published), name


def came_first(a: dt.date | None, b: dt.date | None) -> bool | None:
    """Say whether the document published at `a` came before the one at `b`.

    Returns:
        None when their dates do not tell: one has none, or both are of one moment,
        or of one day and one of them does not tell the time.

    Example:
        >>> came_first(dt.date(2024, 3, 4), dt.date(2024, 3, 5))
        True
        >>> came_first(dt.date(2024, 3, 4), dt.datetime(2024, 3, 4, 9)) is None
        True
    """
    if a is None or b is None:
        return None
    first, second = _utc(a), _utc(b)
    if not (isinstance(a, dt.datetime) and isinstance(b, dt.datetime)):
        days = first.date(), second.date()
        return None if days[0] == days[1] else days[0] < days[1]
    return None if first == second else first < second


_EPOCH = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


def _utc(published: dt.date) -> dt.datetime:
    if not isinstance(published, dt.datetime):
        return dt.datetime(
            published.year, published.month, published.day, tzinfo=dt.UTC
        )
    if published.tzinfo is None:
        return published.replace(tzinfo=dt.UTC)
    # Near the first and last day a zone can lead out of the calendar.
    try:
        return published.astimezone(dt.UTC)
    except OverflowError:
        return published.replace(tzinfo=dt.UTC)
