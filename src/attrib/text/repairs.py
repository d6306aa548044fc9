"""Repairs: what characters stand for that a page or a wrong decoding left behind.

Web pages bring character references along (`&quot;`), and UTF-8 that was read as
Windows-1252 leaves two or three characters for one ("â€œ" for "“", "Ã§" for "ç").
"""

import functools
import html
import re

from attrib.model.span import Span

_FILLER = "\u2060"
"""A joiner of words, which nobody sees: the text keeps its length."""
_PASSES = 2
"""Some texts were decoded wrongly twice: "ÃÂ§"."""
_CLOSING = "”"
"""Its last byte stands for no character, and gets lost: "â€"."""


def repaired(text: str) -> str:
    r"""Return a text of the same length with the characters that it stands for.

    What is longer than its character is filled up with word joiners, so that every
    offset stays what it is. Text that holds nothing of the kind is returned itself.

    Example:
        >>> repaired("&quot;Wet&quot; Fran\u00c3\u00a7ois").replace("\u2060", "")
        '"Wet" François'
        >>> repaired("AT&T, R&D; caf\u00e9")
        'AT&T, R&D; café'
    """
    if "&" in text:
        text = _reference().sub(_read_reference, text)
    if text.isascii() or not _suspect().search(text):
        return text
    for _ in range(_PASSES):
        text = _misread().sub(_read_bytes, text)
    return text


def find_misread(text: str) -> Span | None:
    r"""Return where a text was decoded wrongly first, or None.

    Example:
        >>> find_misread("Fran\u00c3\u00a7ois")
        Span(start=4, end=6)
        >>> find_misread("François") is None
        True
    """
    if text.isascii() or not _suspect().search(text):
        return None
    found = _misread().finditer(text)
    spans = (Span(*each.span()) for each in found if _read_bytes(each) != each[0])
    return next(spans, None)


@functools.cache
def _reference() -> re.Pattern[str]:
    return re.compile(
        r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    )


def _read_reference(found: re.Match[str]) -> str:
    written = found[0]
    char = html.unescape(written)
    if len(char) != 1:
        return written
    filler = char if char.isspace() else _FILLER
    return char + filler * (len(written) - 1)


@functools.cache
def _byte_of() -> dict[str, int]:
    """Return the byte that Windows-1252, or Latin-1, reads as a character."""
    found = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        char = bytes([byte]).decode("cp1252", "ignore")
        if char:
            found[char] = byte
    return found


@functools.cache
def _suspect() -> re.Pattern[str]:
    """Return what begins every character that was read wrongly."""
    return re.compile("[\u0080-\u009fÂÃâ]")


@functools.cache
def _misread() -> re.Pattern[str]:
    behind = "".join(
        re.escape(char) for char, byte in _byte_of().items() if 0x80 <= byte < 0xC0
    )
    # Quotation marks may stand behind "Ã" and "Â" in their own right.
    plain = "".join(char for char in behind if char not in "“”‘’")
    return re.compile(
        rf"â[{behind}][{behind}] | â€(?=[\s.,;:!?)]|\Z) | [ÂÃ][{plain}] "
        "| [\u0080-\u0084\u0086-\u009f]",  # U+0085 ends a line
        re.VERBOSE,
    )


def _read_bytes(found: re.Match[str]) -> str:
    written = found[0]
    if written == "â€":
        return _CLOSING + _FILLER
    data = bytes(_byte_of()[char] for char in written)
    try:
        char = data.decode("cp1252" if len(data) == 1 else "utf-8")
    except UnicodeDecodeError:
        return written
    filler = char if char.isspace() else _FILLER
    return char + filler * (len(written) - len(char))
