"""Claims of reports: each with an id that leads back to where it stands."""

import attrs
import pytest
from hypothesis import given, settings

from attrib.errors import DuplicateIdError
from attrib.model.attribution import Stance
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.source import Source
from attrib.provenance.claims import find_claims
from attrib.strategies import reports
from marking import mark_report

REPORT = mark_report(
    "[S:The mayor] [C:said] [T:the northern quay was closed]. "
    "Boats now leave from Gale Port.",
    outlet="Nordic Post",
    document_id="post",
)


@given(reports())
@settings(max_examples=50)
def test_the_id_of_a_claim_leads_to_its_words(report: Report) -> None:
    for claim in find_claims([report]):
        document_id, _, place = claim.id.rpartition("#")
        assert document_id == report.document.id
        if place.startswith("char="):
            start, end = map(int, place.removeprefix("char=").split(","))
            assert report.document.text[start:end] == claim.content.text
        else:
            assert report.attributions[int(place)].content == claim.content


@given(reports())
@settings(max_examples=50)
def test_no_two_claims_have_one_id(report: Report) -> None:
    ids = [claim.id for claim in find_claims([report])]
    assert len(set(ids)) == len(ids)


def test_a_report_gives_what_is_reported_and_what_the_outlet_says() -> None:
    reported, own = find_claims([REPORT])
    assert (reported.id, reported.text) == ("post#0", "the northern quay was closed")
    assert reported.source is not None
    assert reported.source.name == "The mayor"
    assert own.attribution is None
    assert own.text == "Boats now leave from Gale Port."
    assert own.source == REPORT.document.outlet


def test_a_relayed_content_is_one_claim_of_its_origin() -> None:
    report = mark_report(
        "[S:Radio Norr] [C:said], [C1:citing] [S1:the mayor], that "
        "[T:[T1:the northern quay was closed]]."
    )
    (claim,) = find_claims([report])
    assert claim.source is not None
    assert (claim.attribution, claim.source.name) == (1, "the mayor")


def test_a_document_alone_gives_its_sentences() -> None:
    document = Document("The quay was closed on Monday. Ferries leave from Gale Port.")
    assert [claim.attribution for claim in find_claims([document])] == [None, None]


def test_a_question_asserts_nothing() -> None:
    (claim,) = find_claims([Document("Will the northern quay ever open again?")])
    assert claim.stance is Stance.ASKS


def test_a_label_is_no_claim() -> None:
    assert find_claims([Document("By Ada Lind")]) == ()


def test_a_report_stands_for_its_document() -> None:
    assert find_claims([REPORT.document, REPORT]) == find_claims([REPORT])


def test_two_different_reports_of_one_document_are_an_error() -> None:
    other = attrs.evolve(REPORT, attributions=())
    with pytest.raises(DuplicateIdError, match="'post'"):
        find_claims([REPORT, other])


def test_nothing_gives_no_claims() -> None:
    assert find_claims([]) == ()


def test_what_sources_say_together_is_one_claim_that_came_several_ways() -> None:
    told = REPORT.attributions[0]
    together = attrs.evolve(told, partners=[Source("harbour office")])
    report = attrs.evolve(REPORT, attributions=[together])
    claim = find_claims([report])[0]
    assert [str(chain.origin) for chain in claim.chains] == [
        "The mayor",
        "harbour office",
    ]
    assert {chain.claim_id for chain in claim.chains} == {claim.id}


def test_what_the_outlet_says_itself_is_a_chain_of_one_link() -> None:
    (chain,) = find_claims([REPORT])[1].chains
    assert str(chain) == 'Nordic Post: "Boats now leave from Gale Port."'
