"""Expressions of date: the words that may be one, and what they say.

Nothing here looks at the words around an expression or at the day of publication.
"""

import functools
import re
from collections.abc import Iterable, Sequence

from attrib.text.calendars import MONTHS, WEEKDAYS, Aim, Grain, Part, Wording

MONTH_NUMBERS = {
    form: number
    for number, name in enumerate(MONTHS, start=1)
    for form in (name.lower(), name[:3].lower())
} | {"sept": 9}
"""Months from 1, by their names and abbreviations in lower case."""

WEEKDAY_NUMBERS = {
    form: number
    for number, name in enumerate(WEEKDAYS)
    for form in (name.lower(), name[:3].lower())
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
"""Days of the week, Monday 0, by their names and abbreviations in lower case."""

_ONES = "one two three four five six seven eight nine"
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty"
_COUNTS = (
    {"a": 1, "an": 1}
    | {word: count for count, word in enumerate(_ONES.split(), start=1)}
    | {word: count for count, word in enumerate(_TEENS.split(), start=10)}
    | {word: count * 10 for count, word in enumerate(_TENS.split(), start=2)}
)
_VAGUE = ("couple", "few", "several")
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS = {word: number for number, word in enumerate(_FIRSTS.split(), start=1)}
_OFFSETS = {"last": -1, "this": 0, "next": 1, "coming": 1}
_AIMS = {"last": Aim.LAST, "this": Aim.THIS, "next": Aim.NEXT} | {
    "past": Aim.LAST,
    "coming": Aim.NEXT,
}
DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
"""Words for days by how many days they lie after that of the text."""
DATE_WORDS = frozenset(
    (
        *MONTH_NUMBERS,
        *WEEKDAY_NUMBERS,
        *DAYS,
        *"day days week weeks weekend month months year years".split(),
        *"morning afternoon evening night".split(),
    )
)
"""Every expression of date without a figure holds one of these."""
_THIRDS = ("early", "mid", "late")
_SIDES = ("earlier", "later")

_PATTERN = r"""
(?<![\w@\#]) (?={first_letters})
(?:
  (?P<between>                                # between November 20 and 22, 2023
    between{_}(?: {month}\.?{_}{day}{_}and{_}{day}
                | {day}{_}and{_}{day}{_}{month} )\b(?: ,?{_}{year} )?{day_ends}
  )
| (?P<day>                                    # next Friday, December 1
    (?: {near}{_} )?
    (?: {weekday}(?: {_}{daytime} | \. )?     # Tuesday morning, the | Tuesday (
        (?: ,?{_}(?: the{_} )? | {_}?\( ) )?
    (?: {month}(?: \.?{_}(?: the{_} )? | - )  # Nov. 20-22 | May the 5th
        {day}{to_day}?{day_ends}(?!{_}{counted})
      | {from_day}(?: {day}{to_day}?(?: {_}of )? | {ordinal}{_}of )(?:{_}|-)
        {month}\b                             # 28th of November | the first of May
    )
    (?: \.?(?: ,{_}? | {_} | - )(?: of{_} )?{year} | {of_year} )?{day_ends}
  )
| (?P<month>                                  # late in October | next May | Oct. 2022
    (?: {third} | (?: {near} | coming | this{_}coming ){_} )?{month}\b
    (?: \.?,?{_}(?: of{_} )?{year} | {of_year} )?
  )
| (?P<weekday>                                # last Tuesday night | Monday last week
    (?: (?: {near} | coming | this{_}(?: coming | past ) ){_} )?
    (?: {full_weekday} | tues | weds | thurs )\b
    (?: {_}(?: of{_} )?{near}{_}week\b )?(?: {_}{daytime} )?
  )
| (?P<near>                                   # day before yesterday | tonight
    day{_}(?: before{_}yesterday | after{_}tomorrow )
  | (?: yesterday | tomorrow )(?: {_}{daytime} )? | today | tonight
  | this{_}(?: morning | afternoon | evening ) | last{_}night
  )
| (?P<unit>                                   # earlier this month | next week
    (?: (?: {third} | (?: earlier | later ){_} ){near} | {near} | coming )
    {_}(?: weekend | week | month | year )\b(?!{_}of\b)
  )
| (?P<ago> {count}{_}(?: day | week | month | year )s?{_}ago )
| (?P<numbers>                                # 2023-11-28 | 28.11.2023
    {from_day}(?<!-)
    (?: {year}(?P<mark>[-/.])[0-9]{2}(?P=mark)[0-9]{2}
      | [0-9]{1,2}(?P<dot>[./])[0-9]{1,2}(?P=dot){year} )
    (?= t[0-9] | (?! [\w/] | [-.][0-9] ) )
  )
| (?P<year>                                   # mid-2016 | 2014-15
    {third}?{from_day}{year}(?: [-–/](?: {year} | [0-9]{2} )\b )?
    {day_ends}(?!{_}{counted})
  )
)
(?: (?<=[0-9])(?=t[0-9]) | (?! \w | \.[a-z] ) )
"""
"""Every expression that may be a date, in lower case.

Each part has a greatest width and nothing repeats without one: the work at one place
is bounded, and a search is linear. White space never includes a blank line, since no
date runs from one paragraph into the next.
"""


def _any(words: Iterable[str]) -> str:
    """Return a pattern of alternatives, longest first."""
    return f"(?: {' | '.join(sorted(words, key=lambda w: (-len(w), w)))} )"


def _first_letters(words: Iterable[str]) -> str:
    """Return a pattern of three letters with which one of the words begins.

    Most words of a text fail here, before any other alternative is tried: with it
    prose is searched at 20 MB/s, with the first letter alone at 8 MB/s.
    """
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0], set()).add(word[1:3] + r"\b" * (len(word) < 3))
    branches = [f"{first}{_any(rests[first])}" for first in sorted(rests)]
    return f"(?: [0-9] | {' | '.join(branches)} )"


# "In May 20 people", "of 2000 people", "by 1200 GMT": no days and no years.
_COUNTED = """
    people persons men women children civilians soldiers troops fighters officers police
    workers students homes houses votes cases deaths dollars euros pounds hryvnias
    roubles rubles percent million billion thousand miles km kilometres kilometers
    metres meters feet tons tonnes years months weeks days hours hrs minutes other more
    gmt utc bst cet est local
"""
_NUMBER = r"(?: 3[01] | [12][0-9] | 0?[1-9] )(?: st | nd | rd | th )?"
_OPENERS = ("between", "day", *_THIRDS, *_SIDES, *_OFFSETS, *DAYS)
_FRAGMENTS = {
    "_": r"(?: [^\S\r\n]{1,3} | \r?\n )",
    "month": _any(MONTH_NUMBERS),
    "weekday": _any(WEEKDAY_NUMBERS),
    "full_weekday": _any(name.lower() for name in WEEKDAYS),
    "daytime": r"(?: morning | afternoon | evening | night )\b",
    "day": _NUMBER,
    # The 28 of 1,028 or of 3.28 is no day, nor is the 11 of 11-11-11.
    "from_day": r"(?<! [.,/:$£€] )(?<! [0-9]- )",
    "to_day": rf"(?: (?: \ ?[-–—]\ ? | \ (?: to | through | until )\  ){_NUMBER} )",
    "day_ends": r"(?! [\w%] | [.,:/][0-9] | \ % )",
    "ordinal": _any(_ORDINALS),
    "year": r"(?: 1[0-9]{3} | 20[0-9]{2} | 2100 )(?![0-9])",
    "of_year": r",?{_}(?: of{_} )?{near}{_}year\b",
    "near": r"(?: last | this | next )",
    "third": rf"(?: {_any(_THIRDS)}(?: - | {{_}}(?: in{{_}} )? ) )",
    "count": rf"""(?: {{from_day}}[0-9]{{1,3}} | (?: a\ )?{_any(_VAGUE)}(?: \ of )?
        | (?: {_any(_TENS.split())}[-\ ] )?{_any(_COUNTS)} )""",
    "counted": rf"{_any(_COUNTED.split())}\b",
    "first_letters": _first_letters(
        (*MONTH_NUMBERS, *WEEKDAY_NUMBERS, *_COUNTS, *_VAGUE, *_ORDINALS, *_OPENERS)
    ),
}


@functools.cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of expressions of date in a text in lower case.

    Its outermost groups name the kind of expression (`match.lastgroup`): between,
    day, month, weekday, near, unit, ago, numbers or year.

    Example:
        >>> found = date_pattern().search("it opened late in october 2022.")
        >>> found.lastgroup, found.group()
        ('month', 'late in october 2022')
    """
    filled = _PATTERN
    while (names := set(re.findall(r"\{([a-z_]+)\}", filled))) != set():
        for name in names:
            filled = filled.replace(f"{{{name}}}", _FRAGMENTS[name])
    return re.compile(filled, re.VERBOSE)


def read_wording(kind: str, said: str) -> Wording:
    """Return what an expression says.

    Args:
        kind: The group of the pattern that found it.
        said: Its words in lower case.

    Example:
        >>> read_wording("ago", "two weeks ago").offset
        -2
        >>> read_wording("numbers", "05/11/2023").fault
        'the day and the month could be either of 5 and 11'
    """
    words = re.findall(r"[a-z]+|[0-9]+", said)
    if kind == "numbers":
        return _read_numbers([int(word) for word in words[:3]])
    if kind == "year":
        return _read_years(words)
    if kind == "ago":
        if not set(words).isdisjoint(_VAGUE):
            return Wording(grain=Grain.DAY, fault="the words do not say how long ago")
        count = sum(int(w) if w.isdecimal() else _COUNTS.get(w, 0) for w in words)
        return Wording(grain=Grain(words[-2].removesuffix("s")), offset=-count)
    if kind == "unit":
        offset = next(_OFFSETS[word] for word in words if word in _OFFSETS)
        return Wording(grain=Grain(words[-1]), offset=offset, part=_part(words))
    if kind == "near":
        if words[0] == "day":
            return Wording(grain=Grain.DAY, offset=2 * DAYS[words[-1]])
        return Wording(grain=Grain.DAY, offset=(_OFFSETS | DAYS)[words[0]])
    return _read_names(words)


def _part(words: Sequence[str]) -> Part | None:
    return Part(words[0]) if words[0] in (*_THIRDS, *_SIDES) else None


def _read_numbers(numbers: Sequence[int]) -> Wording:
    """Read a date of three numbers; its order shows only where one is above 12."""
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if month > 12 >= day:
            day, month = month, day
        elif day <= 12 and day != month:
            fault = f"the day and the month could be either of {day} and {month}"
            return Wording(grain=Grain.DAY, fault=fault)
    return Wording(grain=Grain.DAY, year=year, month=month, day=day)


def _read_years(words: Sequence[str]) -> Wording:
    """Read a year, or two: 2014-2016 and 2014-15."""
    years = [int(word) for word in words if word.isdecimal()]
    last = years[1] if len(years) > 1 else None
    if last is not None and last < 100:
        last += years[0] - years[0] % 100
    return Wording(grain=Grain.YEAR, year=years[0], last_year=last, part=_part(words))


def _read_names(words: Sequence[str]) -> Wording:
    """Read an expression with the name of a month or of a day of the week."""
    month = weekday = year = offset = aim = None
    days: list[int] = []
    for word, following in zip(words, (*words[1:], ""), strict=True):
        if word in MONTH_NUMBERS:
            month = MONTH_NUMBERS[word]
        elif word in WEEKDAY_NUMBERS:
            weekday = WEEKDAY_NUMBERS[word]
        elif word.isdecimal() and len(word) == 4:
            year = int(word)
        elif word.isdecimal() or word in _ORDINALS:
            days.append(_ORDINALS.get(word) or int(word))
        elif word in _OFFSETS and following in ("week", "year"):
            offset = _OFFSETS[word]
        elif word in _AIMS:
            aim = _AIMS[word]
    if month is None:
        grain = Grain.DAY if offset is None else Grain.WEEK
        return Wording(grain=grain, weekday=weekday, offset=offset, aim=aim)
    return Wording(
        grain=Grain.DAY if days else Grain.MONTH,
        year=year,
        month=month,
        day=days[0] if days else None,
        last_day=days[1] if len(days) > 1 else None,
        weekday=weekday,
        year_offset=offset,
        aim=aim,
        part=_part(words),
    )
