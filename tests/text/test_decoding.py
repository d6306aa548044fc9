"""Decoding: no byte is lost, and every place that is no character is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.text.decoding import decode

_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


@given(st.binary().filter(lambda data: not data.startswith(_MARKS)))
def test_bytes_come_back(data: bytes) -> None:
    assert decode(data).text.encode("utf-8", "surrogateescape") == data


@given(st.binary())
def test_remarks_cover_all_and_only_what_is_unreadable(data: bytes) -> None:
    for start in (b"", *_MARKS):
        decoded = decode(start + data)
        unread = {
            place
            for remark in decoded.diagnostics
            if remark.span is not None
            for place in range(remark.span.start, remark.span.end)
        }
        assert unread == {
            place
            for place, letter in enumerate(decoded.text)
            if "\ud800" <= letter <= "\udfff"
            or (letter == "\0" and place == decoded.text.index("\0"))
        }


texts_without_nul = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(texts_without_nul)
@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_text_after_a_mark_is_read_without_it(
    codec: str, named: str, text: str
) -> None:
    decoded = decode("\ufeff".encode(codec) + text.encode(codec))
    assert decoded.text == text
    assert (decoded.encoding, decoded.has_mark) == (named, True)
    assert decoded.diagnostics == ()


@given(texts_without_nul.filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_needs_no_mark(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.has_mark, decoded.diagnostics) == (text, False, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32"])
def test_other_encodings_are_told_by_their_nuls(codec: str) -> None:
    (remark,) = decode("It rained.".encode(codec)).diagnostics
    assert remark.code == "unreadable-character"
    assert "UTF-32" in remark.message


@given(st.integers(1, 9))
def test_nuls_are_one_remark(count: int) -> None:
    decoded = decode(b"rain" + b"\0" * count)
    (remark,) = decoded.diagnostics
    assert remark.span is not None
    assert remark.span.of(decoded.text) == "\0"
    assert remark.message.startswith("a NUL " if count == 1 else f"{count} NUL ")


def test_line_ends_are_left_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        (
            b"the \x93port\x94",
            [
                "byte 0x93 is not UTF-8 (in Windows-1252 it would be '“')",
                "byte 0x94 is not UTF-8 (in Windows-1252 it would be '”')",
            ],
        ),
        (
            b"\xe2\x80 port",
            ["2 bytes 0xE2 0x80 are not UTF-8 (in Windows-1252 they would be 'â€')"],
        ),
        (b"\x81 port", ["byte 0x81 is not UTF-8"]),
        (
            b"\xff" * 9,
            [f"9 bytes {' '.join(['0xFF'] * 8)} ... are not UTF-8"],
        ),
        (
            b"\xff\xfeo\x00k\x00\x00\xd8",
            ["half a character: a unit of UTF-16 without its other half"],
        ),
        (b"\xff\xfeo\x00k", ["byte 0x6B at the end is half a unit of UTF-16"]),
    ],
    ids=["quotes", "cut short", "in no code page", "many", "half pair", "odd end"],
)
def test_an_unreadable_place_is_described(data: bytes, messages: list[str]) -> None:
    assert [remark.message for remark in decode(data).diagnostics] == messages
