"""What a wrong decoding left behind is read as what it stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from attrib.strategies import texts
from attrib.text.repairs import find_misread, repaired

FILLER = "\u2060"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("&quot;Wet,&quot; she said", '"Wet," she said'),
        ("&ldquo;Wet&rdquo; &#8212; &#x201C;dry&#X201D;", "“Wet” — “dry”"),
        ("Lund &amp; Vey", "Lund & Vey"),
        ("Berg&#39;s boat&nbsp;sank", "Berg's boat\u00a0sank"),
    ],
)
def test_a_character_reference_is_its_character(text: str, meant: str) -> None:
    found = repaired(text)
    assert len(found) == len(text)
    assert "".join(found.replace(FILLER, "").split()) == "".join(meant.split())


@given(st.text("“’–—…éçñÖßÜŁžабвп «»", min_size=1), texts())
def test_utf_8_that_was_read_as_windows_1252_is_undone(chars: str, text: str) -> None:
    spoilt = "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte)
        for byte in chars.encode("utf-8")
    )
    found = repaired(f"{text} {spoilt}")
    assert len(found) == len(text) + 1 + len(spoilt)
    kept = [char for char in chars if char in "“’–—…éçñÖßÜ«»"]
    read = found[len(text) + 1 :].replace(FILLER, "")
    assert [char for char in read if char in "“’–—…éçñÖßÜ«»"] == kept


@given(texts())
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(repaired(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AT&T, R&D; and so on.",
        "&nosuchname; &; &#; &#xZ;",
        "SÃO JOÃO, “AMANHÃ”, ÂGE – château",
        "“Café” – naïve",
    ],
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert repaired(text) == text
    assert find_misread(text) is None


def test_a_text_that_was_decoded_wrongly_twice_is_read() -> None:
    assert repaired("Fran\u00c3\u00c2\u00a7ois").replace(FILLER, "") == "François"


def test_marks_that_were_decoded_wrongly_open_and_close_quotations() -> None:
    text = "â€œWet,â€\x9d said FranÃ§ois Berg. He didnâ€™t say why."
    report = attrib.parse(text)
    found = report.attributions[0]
    assert found.content.text == "â€œWet,â€\x9d"
    assert found.mode == "direct"
    assert found.source is not None
    assert found.source.name == "François Berg"
    (remark,) = [each for each in report.diagnostics if each.code == "wrong-decoding"]
    assert remark.span == attrib.Span(0, 3)


def test_references_open_and_close_quotations() -> None:
    (found,) = attrib.parse("&quot;Wet,&quot; said Berg.").attributions
    assert found.content.text == "&quot;Wet,&quot;"
    assert found.mode == "direct"
