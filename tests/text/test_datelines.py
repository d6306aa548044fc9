"""Datelines are told from prose."""

import pytest
from hypothesis import given

from attrib.strategies import texts
from attrib.text.datelines import find_credit, find_dateline


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("SARN, May 3 (Kestra Press) - The port is shut.", "Kestra Press"),
        ("SARN (Kestra Press) – The port is shut.", "Kestra Press"),
        ("(Kestra Press) - The port is shut.", "Kestra Press"),
        ("/KESTRA/ - The port is shut.", "KESTRA"),
        ("Sarn, Veldra (Kestra Press)- The port is shut.", "Kestra Press"),
        ("HARROWMOUTH, June 11 — The port is shut.", None),
        ("HARROWMOUTH -- The port is shut.", None),
        ("SARN, May 3. /KESTRA/. The port is shut.", "KESTRA"),
        ("SARN, May 3 /KESTRA/. The port is shut.", "KESTRA"),
        ("/KESTRA Correspondent Ada Lind/. The port is shut.", "KESTRA"),
        ("SARN (KP) The port is shut.", "KP"),
        ("(KP) The port is shut.", "KP"),
    ],
)
def test_a_dateline_ends_before_the_prose(text: str, agency: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert text[found.span.end :] == " The port is shut."
    assert found.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The port is shut - for now.",
        "Ada Lind - a poet - said that the port was shut.",
        "The port (and the quay) is shut.",
        "(The port is shut.)",
        "A-level results are out.",
        "Norr Health (NH) Director Ada Lind said that the port was shut.",
        "The port (SP) is shut.",
        "Lind and/or Berg left.",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_prose_may_cling_to_a_dateline() -> None:
    text = "Gale Port (KP)The port is shut."
    found = find_dateline(text)
    assert found is not None
    assert (text[found.span.end :], found.agency) == ("The port is shut.", "KP")


def test_a_dateline_is_looked_for_where_the_prose_begins() -> None:
    text = "By Ada Lind\nSARN (Kestra Press) - The port is shut."
    found = find_dateline(text, start=12)
    assert found is not None
    assert found.span.start == 12


@given(texts())
def test_any_text_can_be_asked_for_a_dateline(text: str) -> None:
    found = find_dateline(text)
    assert found is None or 0 == found.span.start < found.span.end <= len(text)


def test_an_agency_stands_where_its_span_says() -> None:
    text = "SARN, May 3 (Kestra Press) - The port is shut."
    found = find_dateline(text)
    assert found is not None
    assert found.agency_span is not None
    assert found.agency_span.of(text) == found.agency == "Kestra Press"


@pytest.mark.parametrize(
    "text",
    [
        "The port is shut. (Kestra Press)",
        "The port is shut. /Kestra Press/",
        "The port is shut.\n\nSource: Kestra Press",
        "The port is shut. With reporting by Kestra Press.",
    ],
)
def test_a_credit_stands_at_the_end(text: str) -> None:
    found = find_credit(text)
    assert found is not None
    assert found.of(text) == "Kestra Press"


@given(texts())
def test_a_credit_lies_inside_the_text(text: str) -> None:
    found = find_credit(text)
    assert found is None or found.of(text).strip()
