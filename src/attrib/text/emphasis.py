"""Marks of emphasis as plain text writes them: **bold**, *italic*, _underlined_."""

import functools
import re


@functools.cache
def _emphasis() -> re.Pattern[str]:
    """Return a pattern of what stands on one line between two marks of one kind."""
    return re.compile(
        r"""
        (?<! [\w*@/.] )                        # not in f**k, 2*3, an address
        ( \*{1,3} ) (?= [^\s*] )               # a mark with its words behind it
        ( [^*\n]{1,400} )                      # as much as may be emphasised
        (?<= \S ) ( \1 ) (?! [\w*] )
      | (?<! [\w*@/.] )
        ( _{1,2} ) (?= [^\s_] )
        ( [^_\n]{1,400} )
        (?<= \S ) ( \4 ) (?! [\w@] )
        """,
        re.VERBOSE,
    )


def without_emphasis(text: str) -> str:
    """Return a text of the same length with spaces for its marks of emphasis.

    Example:
        >>> without_emphasis("**Ada Lind** said it was _safe_, at 2*3.")
        '  Ada Lind   said it was  safe , at 2*3.'
        >>> without_emphasis("* bread * salt")
        '* bread * salt'
    """
    if "*" not in text and "_" not in text:
        return text
    # Marks within marks: "**_Ada_ Lind**".
    return _emphasis().sub(_blank, _emphasis().sub(_blank, text))


def _blank(found: re.Match[str]) -> str:
    mark = " " * len(found[1] or found[4])
    return f"{mark}{found[2] or found[5]}{mark}"
