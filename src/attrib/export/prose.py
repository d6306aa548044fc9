"""Prose: counts, lists, dates and excerpts, worded alike wherever people read them."""

import datetime as dt
import re
from collections.abc import Sequence

from attrib.model.attribution import Stance, StatedLikelihood
from attrib.model.chain import quote
from attrib.model.period import Period

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The calendar module's own names change with the locale."""

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Controls could drive the terminal, direction marks reorder the words around them,
and lone surrogates cannot be written as UTF-8."""


STANCE_VERBS = {
    Stance.CONFIRMS: "confirms",
    Stance.DENIES: "denies",
    Stance.DOUBTS: "doubts",
    Stance.ASKS: "asks",
    Stance.ORDERS: "orders",
    Stance.PROMISES: "promises",
    Stance.WITHHOLDS: "does not say",
}
"""What a source does that does not plainly assert the content."""


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural unless it is one.

    Example:
        >>> count(1, "source"), count(0, "source"), count(12_500, "word")
        ('1 source', 'no sources', '12,500 words')
    """
    if number == 0:
        return f"no {noun}s"
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listing(items: Sequence[str]) -> str:
    """Return items as a list in a sentence; empty for none.

    Example:
        >>> listing(["the port", "the ferry", "the lock"])
        'the port, the ferry and the lock'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def written_day(moment: dt.date | Period) -> str:
    """Return a day, a moment or a period as it is written in prose.

    Example:
        >>> written_day(dt.date(2023, 11, 28))
        '28 November 2023'
        >>> written_day(dt.datetime(2023, 11, 28, 9, 5))
        '28 November 2023, 09:05'
        >>> written_day(Period.month(2023, 11)), written_day(Period.year(2023))
        ('November 2023', '2023')
    """
    if isinstance(moment, Period):
        return _written_period(moment)
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if isinstance(moment, dt.datetime):
        zone = moment.isoformat()[len("2023-11-28T09:05:00") :].lstrip(".0123456789")
        return f"{day}, {moment:%H:%M}{zone and ' UTC' + zone}"
    return day


def _written_period(period: Period) -> str:
    if period.day_count == 1:
        return written_day(period.start)
    iso = str(period)
    if len(iso) == len("2023"):
        return f"{period.start.year}"
    if len(iso) == len("2023-11"):
        return f"{_MONTHS[period.start.month - 1]} {period.start.year}"
    last = period.end - dt.timedelta(days=1)
    return f"{written_day(period.start)} to {written_day(last)}"


def tell_likelihood(stated: StatedLikelihood) -> str:
    """Return stated words, the term they stand for, and its range.

    Example:
        >>> from attrib.model.span import Passage
        >>> words = Passage.of("It will probably rain.", (8, 16))
        >>> tell_likelihood(StatedLikelihood("likely", words))
        '"probably": likely, 55 to 80 per cent'
    """
    least, greatest = stated.percent
    words = quote(visible(stated.words.text))
    return f"{words}: {stated.term}, {least} to {greatest} per cent"


def visible(text: str) -> str:
    """Return a text that is safe to print on one line: white space collapsed,
    controls, direction marks and lone surrogates replaced by U+FFFD.

    Example:
        >>> visible("the port" + chr(10) + " is " + chr(27) + "[31mopen")
        'the port is �[31mopen'
    """
    return _UNSEEN.sub("\ufffd", " ".join(text.split()))


def shorten(text: str, width: int) -> str:
    """Return a text cut to a width in code points, an ellipsis for what is left out.

    Example:
        >>> shorten("the harbour authority", 11), shorten("the port", 11)
        ('the harbou…', 'the port')
    """
    return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…"


def excerpt(words: str, width: int) -> str:
    """Return words on one line and in quotation marks, all of it within a width.

    Example:
        >>> print(excerpt("the pier was unsafe", 13))
        "the pier w…"
    """
    line = visible(words)
    # Own marks that are cut away count no more.
    is_bare = quote(shorten(line, width)) != shorten(line, width)
    return quote(shorten(line, width - 2 if is_bare else width))


def percentages(counts: Sequence[int]) -> tuple[int, ...]:
    """Return whole shares of a hundred that add up to a hundred; zeros for no count.

    What rounding down leaves goes to the largest remainders, the earlier first.

    Example:
        >>> percentages([1, 1, 1]), percentages([0, 0])
        ((34, 33, 33), (0, 0))
    """
    total = sum(counts)
    if total == 0:
        return tuple(0 for _ in counts)
    shares = [100 * number // total for number in counts]
    by_remainder = sorted(
        range(len(counts)), key=lambda place: (-(100 * counts[place] % total), place)
    )
    for place in by_remainder[: 100 - sum(shares)]:
        shares[place] += 1
    return tuple(shares)
