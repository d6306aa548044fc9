"""Tests of dossiers: many reports held together."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import DocumentError, DuplicateIdError
from attrib.model.document import Document
from attrib.model.dossier import Dossier
from attrib.model.report import Diagnostic, Report
from attrib.strategies import reports

RAIN = Report(Document("It rained.", "a"))


@given(st.lists(reports(), max_size=4, unique_by=lambda r: r.document.id))
def test_a_dossier_holds_its_reports_in_the_order_given(given: list[Report]) -> None:
    dossier = Dossier(given)
    assert list(dossier) == given
    assert [dossier[r.document.id] for r in given] == given


def test_the_same_report_twice_counts_once() -> None:
    assert len(Dossier([RAIN, Report(Document("It rained.", "a"))])) == 1


def test_two_different_reports_cannot_share_an_id() -> None:
    other = Report(RAIN.document, diagnostics=(Diagnostic("header", "a remark"),))
    with pytest.raises(DuplicateIdError, match="documents with the id 'a'"):
        Dossier([RAIN, other])


def test_a_document_that_was_not_parsed_is_refused() -> None:
    document: Any = Document("It rained.")
    with pytest.raises(DocumentError, match=r"holds reports.*got Document"):
        Dossier([document])


def test_an_id_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Dossier([RAIN])["b"]
    assert "b" not in Dossier([RAIN])
