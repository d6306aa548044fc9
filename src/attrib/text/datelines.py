"""Datelines: where and by whom a dispatch was filed, before its first sentence."""

import functools
import re

import attrs

from attrib.model.span import Span

_FARTHEST_CHARS = 120
"""A dateline is not longer."""


@attrs.frozen
class Dateline:
    """A dateline at the beginning of a text.

    Attributes:
        span: Where it stands, the dash behind it included.
        agency: The agency in brackets ("AFP"), or None.
        agency_span: Where the agency is named, or None.
    """

    span: Span
    agency: str | None
    agency_span: Span | None = None


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
        \s*
        (?: (?P<place> [^\W\d_a-z][^\n()]{1,60}? )? \s?   # KYIV, May 3
            [(/] (?P<agency> [^\W\d_][\w\ .&-]{1,30} ) [)/]
            (?: \s [^\W\d_a-z][^\n]{2,30}? )?             # behind it, the day
          | [^\W\d_a-z]{3,}(?:[\ .'-][^\W\d_a-z]+)*       # HARROWMOUTH, June 11
            (?: , [^\n()]{1,40}? )?
        )
        \s? (?: -{1,2} | – | — ) (?=\s)
        """,
        re.VERBOSE,
    )


def find_dateline(text: str, *, start: int = 0) -> Dateline | None:
    """Return the dateline that a text begins with, or None.

    Args:
        text: The text.
        start: Code point at which the prose begins.

    Example:
        >>> find_dateline("SARN, May 3 (Kestra Press) - The port is shut.").agency
        'Kestra Press'
        >>> find_dateline("The port is shut - for now.") is None
        True
    """
    stop = min(len(text), start + _FARTHEST_CHARS)
    has_dash = _dash().search(text, start, stop) is not None
    found = _pattern().match(text, start, stop) if has_dash else None
    if found is None:
        has_mark = _mark().search(text, start, stop) is not None
        found = _bare_pattern().match(text, start, stop) if has_mark else None
    if found is None:
        return None
    name = found.lastgroup if found.re is not _pattern() else "agency"
    if name is None or found[name] is None:
        return Dateline(Span(start, found.end()), None)
    return Dateline(Span(start, found.end()), found[name], Span(*found.span(name)))


@functools.cache
def _dash() -> re.Pattern[str]:
    """Return what a dateline ends with; most paragraphs begin without any."""
    return re.compile(r"[-–—]\s")


@functools.cache
def _bare_pattern() -> re.Pattern[str]:
    """Return the datelines that end without a dash.

    A short form in brackets may stand for anybody ("Norr Health (NH) Director Lind"),
    so that the place before it is in capitals, or the prose clings to it.
    """
    return re.compile(
        r"""
        \s*
        (?: (?: [^\W\d_a-z][^\n()/]{1,60}? \s )?             # MINSK, May 3.
            / (?P<slashed> [^\W\d_a-z]{2,12} )
            (?: \s [Cc]orrespondent \s [^/\n]{2,40} )? / \.? (?=\s)
          | (?: [^\W\d_a-z]{3,} (?: [ ] [^\W\d_a-z]{2,} )? \s )?  # SARN
            \( (?P<capitals> [A-Z]{2,6} ) \) (?= \s? ["“‘A-Z] )
          | [^\W\d_a-z]\w+ (?: [ ] [^\W\d_a-z]\w+ )? \s       # Sarn
            \( (?P<clung> [A-Z]{2,6} ) \) (?= ["“‘A-Z] )
        )
        """,
        re.VERBOSE,
    )


@functools.cache
def _mark() -> re.Pattern[str]:
    """Return what an agency's name ends with in a dateline without a dash."""
    return re.compile(r"/\.?\s|[A-Z]\)\s?[\"“‘A-Z]")


@functools.cache
def _credit_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?: \( (?P<bracketed> [^\W\d_][\w\ .&-]{1,30} ) \)          # (AFP)
          | / (?P<slashed> [^\W\d_][\w\ .&-]{1,30} ) /              # /TASS/
          | \b (?i: source | with\ (?:reporting|material) \ (?:by|from) ) :? \s
            (?P<named> [^\W\d_][\w\ .&-]{1,30}? )                   # Source: AFP
        )
        \s* \.? \s* \Z
        """,
        re.VERBOSE,
    )


def find_credit(text: str) -> Span | None:
    """Return where a text names at its end whose it is, or None.

    Whether the name is an agency's is for the reader to know: "(Monday)" stands there,
    too.

    Example:
        >>> text = "The port is shut. (Kestra Press)"
        >>> find_credit(text).of(text)
        'Kestra Press'
        >>> find_credit("The port is shut.") is None
        True
    """
    found = _credit_pattern().search(text, max(0, len(text) - _FARTHEST_CHARS))
    if found is None or found.lastgroup is None:
        return None
    return Span(*found.span(found.lastgroup))
