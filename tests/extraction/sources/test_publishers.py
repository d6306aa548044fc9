"""Publishers: the outlet of a document, named in its own text, is not linked twice."""

import pytest

from attrib.extraction.pipeline import parse
from attrib.model.document import Document

FORMS = (
    "Ada Lind told {} that the harbour was closed.",
    "The harbour was closed, {} reported, citing Ada Lind.",
)


def ways(text: str, outlet: str) -> list[str]:
    report = parse(Document(text, outlet=outlet))
    return [" ← ".join(link.name for link in c.links) for c in report.chains()]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("WSJ", "the Wall Street Journal"),
        ("Wall Street Journal", "the WSJ"),
        ("Agence France-Presse", "AFP"),
        ("BBC News", "the BBC"),
        ("reuters.com", "Reuters"),
        ("Reuters", "Reuters.com"),
        ("New York Times", "the Times"),
        ("The New York Times", "the Times"),
        ("Northmoor Courier", "the Courier"),
    ],
)
def test_an_outlet_by_another_name_is_not_linked_twice(
    form: str, outlet: str, name: str
) -> None:
    assert ways(form.format(name), outlet) == [f"{outlet} ← Ada Lind"]


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("Sunday Times", "the Times"),
        ("New York Times", "the Times of Israel"),
        ("Northmoor Courier", "the Sarn Courier"),
        ("Courier", "the Northmoor Post"),
    ],
)
def test_another_outlet_of_a_like_name_is_a_relay(outlet: str, name: str) -> None:
    relay = name.removeprefix("the ")
    for form in FORMS:
        assert ways(form.format(name), outlet) == [f"{outlet} ← {relay} ← Ada Lind"]


def test_an_agency_in_the_dateline_of_its_own_report_is_not_linked_twice() -> None:
    text = "SARN, May 3 (AFP) - The harbour was closed, Ada Lind said."
    assert ways(text, "Agence France-Presse") == ["Agence France-Presse ← Ada Lind"]
    assert ways(text, "The Daily") == ["The Daily ← AFP ← Ada Lind"]


def test_an_agency_of_a_dateline_has_the_key_it_has_in_the_text() -> None:
    text = "SARN, May 3 (Agence France-Presse) - The harbour was closed."
    (agency,) = parse(text).agencies
    assert agency.source.key == "afp"
