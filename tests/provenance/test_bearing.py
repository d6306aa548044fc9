"""Tests of bearing: which reports say something of a claim, and by which chain."""

import pytest

from attrib.extraction.pipeline import parse
from attrib.model.document import Document
from attrib.provenance.bearing import Bearing, find_bearing

SANK = "Norway sank the ferry off Gull Point"


def bearing(*texts: str, of: str = SANK) -> list[Bearing]:
    """Return what texts, each of an outlet of its own, say of a claim."""
    reports = [
        parse(Document(text, f"{place}", outlet=f"Outlet {place}"))
        for place, text in enumerate(texts)
    ]
    return list(find_bearing(reports, of))


def ends(*texts: str, of: str = SANK) -> list[tuple[str, bool]]:
    """Return the name at the end of each chain, and whether it asserts the claim."""
    return [(b.chain.links[-1].name, b.asserts) for b in bearing(*texts, of=of)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile blames Norway for sinking the ferry off Gull Point.",
        "Chile accused Norway of sinking the ferry off Gull Point.",
        "The port was closed as Chile said Norway had sunk the ferry off Gull Point.",
    ],
)
def test_who_accuses_is_the_origin(text: str) -> None:
    assert ends(text) == [("Chile", True)]


def test_who_orders_a_thing_tells_that_it_will_be_so() -> None:
    text = "Norway has ordered its troops to leave Gull Point."
    assert ends(text, of="Norwegian troops will leave Gull Point") == [("Norway", True)]


def test_a_demand_is_no_report_of_what_is_demanded() -> None:
    asked = "Chile urged Norway to send ferries to Gull Point."
    sent = "Norway will send ferries to Gull Point, the mayor said."
    found = ends(asked, sent, of="Norway will send ferries to Gull Point")
    assert found == [("mayor", True)]


def test_a_demand_carries_the_claim_that_it_was_made() -> None:
    text = "Chile urged Norway to send ferries to Gull Point."
    claim = "Chile urged Norway to send ferries to Gull Point"
    assert ends(text, of=claim) == [("Chile", True)]


def test_the_same_deed_of_somebody_else_carries_no_claim() -> None:
    texts = [f"{name} will send ferries." for name in ("Norway", "Chile", "Peru")]
    assert ends(*texts, of="Norway will send ferries") == [("Outlet 0", True)]


def test_the_name_of_a_place_weighs_no_more_than_what_happened_there() -> None:
    place = "The market at Gull Point is open."
    found = bearing(
        "Two men drowned.", place, place, of="Two men drowned at Gull Point"
    )
    assert [b.chain.document_id for b in found][:1] == ["0"]


def test_another_word_for_the_same_event_carries_the_claim() -> None:
    texts = [f"The town was {verb} on Monday." for verb in ("liberated", "painted")]
    assert ends(*texts, of="The town was retaken") == [("Outlet 0", True)]


@pytest.mark.parametrize(
    "denial",
    [
        "Norway denies that it sank the ferry off Gull Point.",
        "Norway rejects the claim.",
        "Norway dismissed Chilean allegations it sank the ferry.",
        "Norway called nobody, but said that the claim was false.",
        "Norway says it did not sink the ferry off Gull Point.",
    ],
)
def test_who_denies_a_claim_denies_it_beside_the_one_who_makes_it(denial: str) -> None:
    text = f"Chile says that Norway sank the ferry off Gull Point. {denial}"
    assert set(ends(text)) == {("Chile", True), ("Norway", False)}


def test_a_denial_of_the_deniers_own_part_is_not_about_another() -> None:
    text = (
        "Chile says that Norway sank the ferry off Gull Point. "
        "Peru dismissed Norwegian allegations it sank the ferry."
    )
    assert ends(text) == [("Chile", True)]


def test_a_negation_of_something_else_denies_nothing() -> None:
    text = "Norway sank the ferry off Gull Point, said the mayor, who did not sleep."
    assert ends(text) == [("mayor", True)]


def test_the_topic_before_a_colon_is_no_source() -> None:
    assert ends("Gull Point: Norway sank the ferry") == [("Outlet 0", True)]


def test_somebody_in_particular_is_preferred_to_reports() -> None:
    text = (
        "Norway sank the ferry off Gull Point: Reports\n"
        "Norway sank the ferry off Gull Point, Chilean officials said."
    )
    assert ends(text) == [("Chilean officials", True)]


def test_who_judges_a_deed_is_not_the_origin_of_the_report_of_it() -> None:
    text = "The sinking of a Norwegian ferry off Gull Point was a shame, Peru said."
    found = ends(text, of="A Norwegian ferry sank off Gull Point")
    assert found == [("Outlet 0", True)]


def test_a_title_with_a_full_stop_does_not_end_the_sentence() -> None:
    text = "The ferry was sunk off Gull Point by Gen. Lind of Norway on a cold morning."
    (found,) = bearing(text)
    assert found.chain.content.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Norway has been indicted by Chile for sinking the ferry off Gull Point.",
        "Norway is accused of sinking the ferry off Gull Point. Chile is angry.",
    ],
)
def test_what_an_outlet_tells_of_a_deed_of_words_is_from_who_did_it(text: str) -> None:
    claim = "Chile accuses Norway of sinking the ferry off Gull Point"
    (found,) = bearing(text, of=claim)
    assert [link.name for link in found.chain.links] == ["Outlet 0", "Chile"]
    assert found.chain.links[-1].is_inferred


def test_who_did_it_tells_of_it_in_fewer_words_than_the_report() -> None:
    text = (
        "Norway said it would send ferries. All 14, with cranes and tugs will sail "
        "to Gull Point in May."
    )
    claim = "Norway will send 14 ferries with cranes and tugs to Gull Point in May"
    assert ends(text, of=claim) == [("Norway", True)]


def test_of_two_who_say_so_together_each_speaks_of_its_own_deed() -> None:
    text = "Norway and Chile said they would send ferries to Gull Point."
    assert ends(text, of="Chile will send ferries to Gull Point") == [("Chile", True)]


def test_the_number_that_a_claim_leaves_open_is_told_by_another() -> None:
    claim = "More than 400 ferries sank off Gull Point"
    texts = ("Norway said 440 ferries sank off Gull Point.", "It rained in 440 towns.")
    assert ends(*texts, of=claim) == [("Norway", True)]


def test_a_name_from_another_alphabet_is_spelled_in_several_ways() -> None:
    claim = "Ferries sank off Izylka"
    texts = ("Ferries sank off Iziulka.", "Ferries sank off Izilka.")
    assert ends(*texts, of=claim)[-1] == ("Outlet 1", True)


def test_who_did_it_speaks_elsewhere_of_something_else() -> None:
    text = (
        "Norway sank the ferry off Gull Point. It rained. It rained on. It snowed. "
        "Norway said that the weather will be better in May."
    )
    assert ends(text) == [("Outlet 0", True)]


def test_a_denial_of_the_claim_alone_is_of_one_that_the_report_makes() -> None:
    claim = "The ferry sank off Gull Point in a storm"
    other = "Norway rejected the claim. It rained on the ferry."
    assert ends(other, of=claim) == []
    made = f"Chile said: {claim}. Norway rejected the claim."
    assert ends(made, of=claim) == [("Chile", True), ("Norway", False)]


def test_who_makes_a_claim_denies_another_one_in_the_same_breath() -> None:
    text = (
        "Norway rejected the claim. Norway said the ferry is whole and off Gull Point."
    )
    assert ends(text, of="The ferry is whole and off Gull Point") == [("Norway", True)]


def test_a_denial_of_a_claim_about_something_else_is_no_denial() -> None:
    text = "Chile said the ferry sank off Gull Point. Norway denied claims of rain."
    assert ends(text, of="The ferry sank off Gull Point") == [("Chile", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway blames Chile for sinking the ferry off Gull Point.",
        "Norway accused Chile of sinking the ferry off Gull Point.",
        "Ferry lost off Gull Point, with Norway blaming Chile for sinking the ferry.",
    ],
)
def test_who_accuses_another_of_the_deed_denies_to_have_done_it(text: str) -> None:
    assert ("Norway", False) in ends(text)


def test_an_accusation_is_no_denial_that_it_was_made() -> None:
    text = "Norway accuses Chile of sinking the ferry off Gull Point."
    claim = "Norway accuses Chile of sinking the ferry"
    assert ends(text, of=claim) == [("Norway", True)]


def test_an_accusation_of_something_else_denies_no_deed() -> None:
    text = "Norway sank the ferry off Gull Point. It blames Chile for bad weather."
    assert all(asserts for _, asserts in ends(text))


def test_of_a_short_claim_more_must_be_said_than_of_a_long_one() -> None:
    text = "The ferry with two tugs sailed slowly to Gull Point."
    assert ends(text, of="The ferry burned off Gull Point") == []
    long = "The ferry with tugs burned slowly off Gull Point at night"
    assert ends(text, of=long) == [("Outlet 0", True)]


def test_of_a_very_short_claim_the_deed_itself_must_be_told() -> None:
    verbs = ("raided", "praised", "fed", "met", "paid", "hired")
    texts = [f"The crew {verb} divers." for verb in verbs]
    found = ends(*texts, of="The crew attacked divers")
    assert found == [("Outlet 0", True)]
