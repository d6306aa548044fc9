"""Decoding: bytes to text, with nothing lost and every unreadable place named."""

import codecs
import re

import attrs

from attrib.model.report import Diagnostic, DiagnosticCode
from attrib.model.span import Span

_LONE_SURROGATES = re.compile("[\ud800-\udfff]+")
_SHOWN_BYTES = 8
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@attrs.frozen
class Decoded:
    """A text read from bytes.

    Attributes:
        text: The text. Spans count its code points; a byte order mark is not in it.
        encoding: The encoding it was read in: "utf-8", "utf-16-le" or "utf-16-be".
        has_mark: Whether the bytes began with a byte order mark, which was left out:
            reading the same bytes as `utf-8` instead of `utf-8-sig` gives a text in
            which every span stands one code point further on.
        diagnostics: One for each run of bytes that are not characters, and one for
            all NULs, which no text holds.
    """

    text: str
    encoding: str
    has_mark: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes) -> Decoded:
    r"""Read bytes as UTF-8, or as UTF-16 when they begin with its byte order mark.

    A byte that is not UTF-8 becomes one lone surrogate, U+DC00 + byte (PEP 383), so
    that the text tells where it stood and `text.encode("utf-8", "surrogateescape")`
    gives the bytes back. No other encoding is guessed: a wrong guess looks like text
    and cannot be undone. In UTF-16, an unpaired unit stays as it is, and a single
    byte at the end becomes U+DC00 + byte. Line ends are left as they are. NULs are
    left, too, and remarked on: they tell of UTF-32, or of UTF-16 without its mark.

    Example:
        >>> decode(b"\xef\xbb\xbfIt rained.").text
        'It rained.'
        >>> print(decode(b"Caf\xe9 Lind").diagnostics[0].message)
        byte 0xE9 is not UTF-8 (in Windows-1252 it would be 'é')
        >>> decode(b"").text
        ''
    """
    decoded = _decode(data)
    nuls = _remark_on_nuls(decoded.text, is_utf32=data.startswith(_UTF32_MARKS))
    return attrs.evolve(decoded, diagnostics=(*nuls, *decoded.diagnostics))


def _remark_on_nuls(text: str, *, is_utf32: bool) -> tuple[Diagnostic, ...]:
    """Return one remark on all NULs: where they are, every second character is one."""
    count = text.count("\0")
    if not count:
        return ()
    start = text.index("\0")
    cause = (
        "the file is UTF-32, which is not read: save it as UTF-8"
        if is_utf32
        else "perhaps it is no text, or UTF-16 or UTF-32 without its byte order mark"
    )
    noun = "a NUL character" if count == 1 else f"{count:,} NUL characters"
    message = f"{noun}, here first: {cause}"
    code = DiagnosticCode.UNREADABLE_CHARACTER
    return (Diagnostic(code, message, Span(start, start + 1)),)


def _decode(data: bytes) -> Decoded:
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _decode_utf16(data[len(mark) :], encoding)
    has_mark = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if has_mark else data
    text = body.decode("utf-8", "surrogateescape")
    diagnostics = tuple(
        Diagnostic(
            DiagnosticCode.UNREADABLE_CHARACTER,
            _unread_bytes(bytes(ord(mark) - 0xDC00 for mark in place[0])),
            Span(*place.span()),
        )
        for place in _LONE_SURROGATES.finditer(text)
    )
    return Decoded(text, "utf-8", has_mark, diagnostics)


def _decode_utf16(body: bytes, encoding: str) -> Decoded:
    even = len(body) // 2 * 2
    text = body[:even].decode(encoding, "surrogatepass")
    diagnostics = [
        Diagnostic(
            DiagnosticCode.UNREADABLE_CHARACTER,
            "half a character: a unit of UTF-16 without its other half",
            Span(*place.span()),
        )
        for place in _LONE_SURROGATES.finditer(text)
    ]
    if even < len(body):
        text += chr(0xDC00 + body[-1])
        diagnostics.append(
            Diagnostic(
                DiagnosticCode.UNREADABLE_CHARACTER,
                f"byte 0x{body[-1]:02X} at the end is half a unit of UTF-16",
                Span(len(text) - 1, len(text)),
            )
        )
    return Decoded(text, encoding, True, tuple(diagnostics))


def _unread_bytes(run: bytes) -> str:
    shown = " ".join(f"0x{byte:02X}" for byte in run[:_SHOWN_BYTES])
    more = " ..." if len(run) > _SHOWN_BYTES else ""
    noun = "byte" if len(run) == 1 else f"{len(run)} bytes"
    verb = "is" if len(run) == 1 else "are"
    message = f"{noun} {shown}{more} {verb} not UTF-8"
    guess = run[:_SHOWN_BYTES].decode("cp1252", "replace")
    if "\ufffd" in guess or more:
        return message
    they = "it" if len(run) == 1 else "they"
    return f"{message} (in Windows-1252 {they} would be {guess!r})"
