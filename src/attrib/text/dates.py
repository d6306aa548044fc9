"""Dates in prose: where they stand, and which days they mean."""

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from attrib.model.period import Period
from attrib.model.span import Span
from attrib.text.calendars import MONTHS, Aim, Grain, Settled, Wording, settle
from attrib.text.expressions import MONTH_NUMBERS, date_pattern, read_wording


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CONTEXT_CHARS = 40
"""How far before an expression its preposition is looked for, in code points."""
_CLAUSE_CHARS = 80
"""How far before an expression a word of the future is looked for."""

_PREPOSITIONS = _words("in since until till during")
_WEAK_PREPOSITIONS = _words("by from to through before after of between and")
"""These stand before people as well: "the talks between May and her party"."""
_YEAR_CUES = _PREPOSITIONS | _WEAK_PREPOSITIONS | {"around", "circa", "year"}
_WHEREIN = _words("in at on during")
_OCCASIONS = _words(
    "interview speech address lecture sermon letter email memo post tweet statement "
    "article essay column report book memoir documentary podcast briefing hearing call"
)
"""What something is said in, behind its year: "in a 2019 interview"."""
_SECOND_HALVES = _words("to through and")
_DAY_CUES = _PREPOSITIONS | {"on", "by", "from", "to", "before", "after"}
_WORD_MONTHS = frozenset({"march", "may"})
_CLEAR_MONTHS = frozenset(name.lower() for name in MONTHS) - (
    _WORD_MONTHS | {"april", "june", "august"}
)
"""Months whose full name is neither another word nor a name that people bear."""
_AFTER_VERB_MAY = _words("also be face have need never not soon still well")

_NAMED_DAYS = _words(
    "ash black bloody cyber each easter every good holy maundy palm sheffield shrove "
    "super whit"
)
"""Before a weekday they make it a feast, a club or a habit, and no day of a week."""
_TITLES = _words(
    "business express herald independent live mail mirror people post programme show "
    "sport standard star sun telegraph times world"
)
"""They end the names of newspapers and programmes: the "Sunday Times"."""
_PAPERS_ON = tuple(f"{name} on " for name in ("mail", "independent", "scotland"))

_QUOTES = frozenset("\"'“‘")
_HABITS = _words("mornings afternoons evenings nights")
_HALVES = frozenset({"half", "hundred", "thousand", "million"})
_BOUNDS = frozenset({"than", "over", "least", "under"})
_FUTURE = _words("due scheduled shall slated will won't won’t")
_REPORTING = _words(
    "added announced confirmed reported said says stated tells told wrote"
)


@attrs.frozen
class DatedSpan:
    """An expression of date, and the days it means.

    Attributes:
        span: The words, without a preposition before them.
        period: The days, or None when the words are a date that cannot be settled.
        reason: How it was settled, or why not.
    """

    span: Span
    period: Period | None
    reason: str


@attrs.frozen
class _Found:
    """An expression in its place, before it is settled."""

    start: int
    end: int
    wording: Wording
    before: str
    is_firm: bool
    """Whether it is a date by itself, and not only as one end of a range."""


def find_dates(
    text: str,
    *,
    published: dt.date | None = None,
    start: int = 0,
    end: int | None = None,
) -> tuple[DatedSpan, ...]:
    """Return the dates in an English text, and which days they mean.

    Reports look back: a weekday, and a day or month without its year, is the latest
    one up to the day of publication; "next", "coming" and a "will" in the clause
    before it make it the first one from then on. "Two weeks ago" is that whole week,
    from Monday, "three months ago" that month, and "early October" a third of it.

    Args:
        text: Any text, in any case.
        published: The day it was published. Without it only dates that name their
            year are settled.
        start: Where to begin to read, in code points; nothing before it is looked at.
        end: Where to stop; None reads to the end of the text.

    Returns:
        Dates in text order, none overlapping another; none for an empty text.

    Example:
        >>> day = dt.date(2023, 11, 30)
        >>> text = "The harbour closed late last Tuesday and reopened in December 2022."
        >>> for found in find_dates(text, published=day):
        ...     print(found.span.of(text), found.period, found.reason, sep=" | ")
        last Tuesday | 2023-11-28 | the last Tuesday before 2023-11-30
        December 2022 | 2022-12 | written in full
    """
    start, end, _ = slice(start, end).indices(len(text))
    stretch = text[start:end]
    lowered = _lower(stretch)
    found = [
        expression
        for match in date_pattern().finditer(lowered)
        if (expression := _find(stretch, lowered, match)) is not None
    ]
    if not found:
        return ()
    day = published.date() if isinstance(published, dt.datetime) else published
    return tuple(
        DatedSpan(Span(start + first, start + last), settled.period, settled.reason)
        for first, last, settled in _settle_all(lowered, found, day)
    )


def _lower(text: str) -> str:
    """Return the text in lower case, each character in its old place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # "İ" becomes two characters in lower case; it stays as it is instead.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _find(text: str, lowered: str, match: re.Match[str]) -> _Found | None:
    """Return the expression, or None when the words around it say it is no date."""
    start, end = match.span()
    said = match.group()
    kind = match.lastgroup or ""
    wording = read_wording(kind, said)
    before = _word_before(lowered, start)
    is_firm = True
    if kind == "month":
        firmness = _is_month(text, start, end, said, wording, before)
        if firmness is None:
            return None
        is_firm = firmness
    elif kind == "year":
        is_dated = before in _YEAR_CUES or _is_occasion(lowered, start, end, before)
        if wording.part is None and not is_dated:
            return None
        is_firm = wording.part is not None or before not in _SECOND_HALVES
    elif kind == "ago":
        if before in _HALVES or lowered[start - 1 : start] == "-":
            return None
        if before in _BOUNDS:
            wording = attrs.evolve(wording, fault="the words only give a bound")
    elif _is_other(text, lowered, match, before):
        return None
    if said.startswith(("day ", "coming ")) and before == "the":
        start = lowered.rindex("the", 0, start)
    if "(" in said and lowered.startswith(")", end):
        end += 1
    return _Found(start, end, wording, before, is_firm)


def _word_before(lowered: str, start: int) -> str:
    """Return the word that ends just before a place, with any mark that follows it."""
    context = lowered[max(0, start - _CONTEXT_CHARS) : start]
    words = context.split()
    gap = context[len(context.rstrip()) :]
    if not words or not gap or gap.count("\n") > 1:
        return ""
    return words[-1].lstrip("([{\"'“‘«")


def _is_occasion(lowered: str, start: int, end: int, before: str) -> bool:
    """Say whether something was said then: "in a 2019 interview"."""
    if before not in ("a", "an") or _word_after(lowered, end) not in _OCCASIONS:
        return False
    return _word_before(lowered, lowered.rindex(before, 0, start)) in _WHEREIN


def _word_after(text: str, end: int) -> str:
    """Return the word that begins one space after a place, in its own case."""
    return "".join(re.findall(r"\A [^\W\d_]+", text[end : end + _CONTEXT_CHARS]))[1:]


def _is_month(
    text: str, start: int, end: int, said: str, wording: Wording, before: str
) -> bool | None:
    """Say whether the name of a month is one, or only as an end of a range, or never.

    "May", "March", "April", "June" and "August" are words and names as well.
    """
    name = next(w for w in re.findall(r"[a-z]+", said) if w in MONTH_NUMBERS)
    place = start + said.rindex(name)
    is_verb = name in _WORD_MONTHS and text[place].islower()
    after = _word_after(text, end)
    if wording.year is not None:
        return True
    if wording.aim is not None:
        is_other = wording.aim is Aim.THIS and after.istitle()
        is_other |= after.lower() in _AFTER_VERB_MAY or is_verb
        return None if name in _WORD_MONTHS and is_other else True
    if before in _PREPOSITIONS or wording.part is not None:
        return True
    if name in _CLEAR_MONTHS:
        return None if before == "black" else True
    if before not in _WEAK_PREPOSITIONS:
        return None if is_verb else False
    if after.istitle():
        return None
    return not (is_verb or (name == "may" and before != "by"))


def _is_other(text: str, lowered: str, match: re.Match[str], before: str) -> bool:
    """Say whether the words are a name, a habit, a length of time or a verb."""
    start, end = match.span()
    said = match.group()
    after = _word_after(text, end)
    if " " in said and match.lastgroup in ("unit", "near"):
        # "This Week" and "This Morning" are programmes.
        own = text[start:end].split()[1]
        if own[0].isupper() and not own.isupper():
            return True
    if match.lastgroup == "unit":
        return before == "the" and said.startswith(("last", "next"))
    if match.lastgroup == "weekday":
        is_title = after.lower() in _TITLES and not after.islower()
        return (
            is_title
            or after in _HABITS
            or before in _NAMED_DAYS
            or lowered.endswith(_PAPERS_ON, max(0, start - _CONTEXT_CHARS), start)
        )
    if said == "today":
        return _is_programme(text, start, end, before)
    name = said.split()[-1]
    if match.lastgroup != "day" or name not in _WORD_MONTHS:
        return False
    if after.lower() in _AFTER_VERB_MAY:
        return True
    is_counted = said.split()[0].isdecimal() and len(said.split()) == 2
    return text[end - len(name)].islower() and is_counted and before not in _DAY_CUES


def _is_programme(text: str, start: int, end: int, before: str) -> bool:
    """Say whether "Today" is a title: USA Today, the "Today" programme."""
    if text[start].islower():
        return False
    context = text[max(0, start - _CONTEXT_CHARS) : start]
    is_quoted = (
        context[-1:] in _QUOTES
        and re.match(r"[.,]?[\"”’']", text[end : end + 2]) is not None
    )
    is_last_word = re.search(r"\b[A-Z]\w* \Z", context) is not None
    return before == "usa" or (
        text[start + 1].islower()
        and (is_quoted or is_last_word or _word_after(text, end).lower() in _TITLES)
    )


@functools.cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"\ ?[-–—]\ ?|\s(?:to|through|until|till|and)\s", re.VERBOSE)


def _settle_all(
    lowered: str, found: Sequence[_Found], published: dt.date | None
) -> Iterator[tuple[int, int, Settled]]:
    """Settle expressions in text order, two that make a range as one."""
    place = 0
    while place < len(found):
        first = found[place]
        place += 1
        aim = Aim.AHEAD if _is_ahead(lowered, first) else Aim.BACK
        if place < len(found) and _is_range(lowered, first, found[place]):
            second = found[place]
            settled = _settle_range(first.wording, second.wording, published, aim)
            if settled is not None:
                place += 1
                start = first.start
                if first.before == "between":
                    start = lowered.rindex("between", 0, start)
                yield start, second.end, settled
                continue
        if first.is_firm:
            yield first.start, first.end, settle(first.wording, published, aim=aim)


@functools.cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(
        r"""[,;:!?"“”()] | \n\s*\n
          | (?<! \b(?: mr | ms | dr ) )(?<! \b(?: mrs | gen | gov | rep | sen ) )[.]""",
        re.VERBOSE,
    )


def _is_ahead(lowered: str, found: _Found) -> bool:
    """Say whether the clause around an expression tells of the future.

    "It will reopen on Friday" and "On Friday, it will reopen" do; "it will reopen, he
    said on Friday" and "it will reopen the mayor said on Friday" do not.
    """
    window = max(0, found.start - _CLAUSE_CHARS)
    clause = _clause_end().split(lowered[window : found.start])[-1]
    words = clause.split()
    if words[:1] and lowered[window - 1 : window].isalnum():
        del words[0]  # The window may have cut "goodwill" short.
    if _tells_future(words[::-1]):
        return True
    if not (lowered.startswith(", ", found.end) and len(words) < 2):
        return False
    following = lowered[found.end + 2 : found.end + 2 + _CLAUSE_CHARS]
    return _tells_future(_clause_end().split(following)[0].split())


def _tells_future(words: Sequence[str]) -> bool:
    """Say whether a word of the future comes before any word of reporting."""
    for word in words:
        if word in _REPORTING:
            return False
        if word in _FUTURE or word.endswith(("'ll", "’ll")):
            return True
    return False


def _is_range(lowered: str, first: _Found, second: _Found) -> bool:
    """Say whether two expressions of the same form are the two ends of a range."""
    gap = lowered[first.end : second.start]
    if len(gap) > len(" through ") or _joint().fullmatch(gap) is None:
        return False
    if gap.strip() == "and" and first.before != "between":
        return False
    return _form(first.wording) == _form(second.wording) is not None


def _form(wording: Wording) -> tuple[Grain, bool] | None:
    """Return what sort of name a plain date has, or None for any other wording."""
    plain = Wording(
        grain=wording.grain,
        year=wording.year,
        month=wording.month,
        day=wording.day,
        weekday=wording.weekday,
    )
    return (wording.grain, wording.month is None) if wording == plain else None


def _settle_range(
    first: Wording, second: Wording, published: dt.date | None, aim: Aim
) -> Settled | None:
    """Settle both ends, one from the other; None when they do not make a range."""
    if second.has_year and not first.has_year:
        two = settle(second, None)
        one = settle(first, None if two.period is None else two.period.start)
    else:
        one = settle(first, published, aim=aim)
        from_day = None if one.period is None else one.period.start
        two = settle(second, from_day, aim=Aim.AHEAD)
    if one.period is None or two.period is None:
        return Settled(None, two.reason if one.period is None else one.reason)
    if not one.period.start < two.period.end:
        return None
    same = one.reason == two.reason
    reason = one.reason if same else f"from {one.reason} to {two.reason}"
    return Settled(Period(one.period.start, two.period.end), reason)
