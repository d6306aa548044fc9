"""Headers: dates and bylines that stand before the prose and are none of it."""

import functools
import re

import attrs

from attrib.model.span import Span
from attrib.text.calendars import MONTHS, WEEKDAYS

_MOST_ITEMS = 8
"""No header has more; what goes on like this is a list."""

_ITEM = r"""
  (?P<label> (?i:{label}){colon}                # Date: 28 November 2023
    (?: {_}(?i:on|at) )? {_}?
    (?: {when} | {short_date}(?={line_end}) )
  )
| (?P<date> {when} )                            # Friday, January 4, 2019
| (?P<byline>                                   # By Ada Lind and Jon Berg, Baltic Wire
    (?: By | BY | by ){_}{first_names}
    (?: (?: {_}?,{_} | {_}(?: and | AND | & ){_} ){names} ){0,4}
    (?: {_}(?: for | in | at ){_}{names} )?
  )
"""
_SEPARATOR = r"""
  {_}?[|•·–—-]{_}?                              # By Ada Lind | Updated 3 May 2024
| ,?{_}(?= (?: (?i:{label}) | By | BY ){_} )    # Published 3 May, updated 4 May 2024
"""
_PROSE = r"{_}(?: [\"“„«‘'(] | [^\W\d_a-z] )"
"""What follows a date on its own line: "Updated 3 May 2024, it says ..." is prose."""
_PROSE_AFTER_COLON = r"{_}[^\s.,;:]"
_LINE_END = r"{_}?(?: [\n\r\x85\u2028\u2029]\s* | \Z )"

_LABELS = r"""
    (?: (?: first | last | originally ){_} )?
    (?: published | updated | posted | modified )
  | date | publication{_}date | date{_}(?: published | posted )
  | (?: dated | created | issued | released | filed )(?= {_}?: )
"""
_ZONES = (
    "GMT UTC BST CET CEST EET EEST MSK EST EDT ET CST CDT CT MST PST PDT PT IST JST Z"
)
_NO_NAMES = """
    A After An And Any At Before Day Dawn For From Her His In Into Its Land Law Midnight
    My Night No Noon Now Of On Our Over Sea Some The Their These This Those Through To
    Under What When With Without Your
    Date First Last Originally Posted Published Updated Modified
"""
"""By Noon, By Land and Sea: headings that name nobody; and what follows a name."""


def _any(words: list[str]) -> str:
    return "(?: " + " | ".join(words) + " )"


_FRAGMENTS = {
    "when": r"""(?: {date}(?: (?: ,?{_}(?:(?i:at){_})? | {_}?[|–—-]{_}? | T ){time} )?
        | {time}(?: ,{_} | {_}(?:(?i:on){_})? ){date} )""",
    "date": r"""(?i:
        (?: {weekday},?{_} )?
        (?: {day}{_}{month}\.?,?{_}{year} | {month}\.?{_}{day},?{_}{year}
          | {month}\.?,?{_}{year}
          | {year}(?: -{number} | /{number} )(?: [-/]{day} )?
          | {day}(?: /{number}/ | \.{number}\. ){year} )
        (?= T[0-9] | (?! \w | [-/.][0-9] ) ) )""",
    "short_date": r"""(?i: (?: {weekday},?{_} )?
        (?: {day}{_}{month} | {month}\.?{_}{day} )\b )""",
    "time": r"""[0-9]{1,2}[:.][0-9]{2}(?: :[0-9]{2}(?: \.[0-9]{1,6} )? )?(?![0-9])
        (?: {_}?(?i:[ap]\.?m\b\.?) )?
        (?: {_}?\(?{zone}(?: [+-][0-9]{1,2} )?(?!\w)\)?
          | [+-][0-9]{2}:?[0-9]{2}\b )?""",
    "day": r"(?: 3[01] | [12][0-9] | 0?[1-9] )(?: st | nd | rd | th )?",
    "number": r"(?: 3[01] | [12][0-9] | 0?[1-9] )",
    "year": r"(?: 19 | 20 )[0-9]{2}",
    "month": _any([*MONTHS, *(name[:3] for name in MONTHS), "sept"]),
    "weekday": _any([*WEEKDAYS, *(name[:3] for name in WEEKDAYS)]),
    "zone": _any(_ZONES.split()),
    "first_names": r"(?: {the}{name}(?: {_}{name} ){1,3} | [A-Z]{2,9}\b )",
    "names": r"{the}{name}(?: {_}{name} ){0,3}",
    "the": r"(?: [Tt]he{_} )?",
    "name": r"(?!{no_name}\b)[^\W\d_a-z](?: [\w.’'-]{0,29}[\w.] )?",
    "no_name": _any([*WEEKDAYS, *MONTHS, *_NO_NAMES.split()]),
    "label": f"(?: {_LABELS} )",
    "colon": r"(?P<colon> {_}?: )?",
    "line_end": _LINE_END,
    "_": r"(?: [^\S\n\r\x85\u2028\u2029]{1,9} )",
}
_REASONS = {
    "label": "a date with its label",
    "date": "a date on a line of its own",
    "byline": "a byline",
}


@attrs.frozen
class Header:
    """What stands before the prose of a text.

    Attributes:
        span: From the first character of the header to its last.
        reason: What it consists of, in words.
    """

    span: Span
    reason: str


@functools.cache
def _compile(pattern: str) -> re.Pattern[str]:
    while (names := set(re.findall(r"\{([a-z_]+)\}", pattern))) != set():
        for name in names:
            pattern = pattern.replace(f"{{{name}}}", _FRAGMENTS[name])
    return re.compile(pattern, re.VERBOSE)


def find_header(text: str) -> Header | None:
    """Return the dates and bylines with which a text begins, or None.

    A date with its label may share its line with the prose; a bare date and a byline
    have a line of their own, or share it with other parts of the header. A headline
    is no header, nor is a dateline ("KYIV, May 3 (Reuters) -").

    Args:
        text: Any text. Only its beginning is read.

    Example:
        >>> text = "Published 3 May 2024 The harbour reopened."
        >>> header = find_header(text)
        >>> header.span.of(text), header.reason
        ('Published 3 May 2024', 'a date with its label')
        >>> find_header("Published reports say the harbour reopened.") is None
        True
    """
    start = at = len(text) - len(text.lstrip())
    end = start
    seen: list[str] = []
    kept: list[str] = []
    while len(seen) < _MOST_ITEMS and (item := _compile(_ITEM).match(text, at)):
        seen.append(item.lastgroup or "")
        is_label = seen[-1] == "label"
        line_end = _compile(_LINE_END).match(text, item.end())
        separator = line_end or _compile(_SEPARATOR).match(text, item.end())
        prose = _PROSE if item["colon"] is None else _PROSE_AFTER_COLON
        if (
            line_end
            and seen[-1] == "byline"
            and text[line_end.end() : line_end.end() + 1].islower()
        ):
            break  # a line of prose: "By British Standards" / "the harbour is small."
        if line_end or (
            is_label and (separator or _compile(prose).match(text, item.end()))
        ):
            end, kept = item.end(), seen.copy()
        if separator is None:
            break
        at = separator.end()
    if not kept:
        return None
    reasons = dict.fromkeys(_REASONS[kind] for kind in kept)
    return Header(Span(start, end), ", ".join(reasons))
