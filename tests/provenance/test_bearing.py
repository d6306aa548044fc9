"""Tests of bearing: which reports say something of a claim, and by which chain."""

import pytest

from attrib.extraction.pipeline import parse
from attrib.model.document import Document
from attrib.provenance.bearing import find_bearing
from attrib.provenance.choosing import Bearing
from attrib.provenance.weighing import weigh
from attrib.provenance.wording import read_wording

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


def test_a_person_is_known_by_the_surname() -> None:
    surname, given = "Lind will quit.", "Boris will quit."
    found = bearing(surname, given, of="Boris Lind will quit")
    assert [(b.chain.document_id, b.share > 0.9) for b in found] == [("0", True)]


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        ("Underwater cables were cut", ""),
        ("Norway cut the cables", "norway"),
        ("Norlux cut the cables", "norlux"),
        ("Underwater cables were cut by Norlux", ""),
    ],
)
def test_the_first_word_of_a_claim_leads_it_only_if_it_may_be_a_name(
    claim: str, name: str
) -> None:
    assert weigh(read_wording(claim), []).leading == name


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


def test_whose_words_are_quoted_behind_a_colon_is_a_source() -> None:
    text = "Macron: 'Norway sank the ferry off Gull Point' by night"
    assert ends(text) == [("Macron", True)]


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


@pytest.mark.parametrize(
    "text",
    [
        "Did Norway sink the ferry off Gull Point?",
        "What if Norway sank the ferry off Gull Point?",
        "If Norway sank the ferry off Gull Point, Chile will sue.",
        "Had Norway been seen sinking the ferry off Gull Point, Chile would sue.",
        "It is unclear whether Norway sank the ferry off Gull Point.",
        "The mayor would like to know if Norway sank the ferry off Gull Point.",
        "The mayor would not say whether Norway sank the ferry off Gull Point.",
        "Nobody has said that Norway sank the ferry off Gull Point.",
        "The mayor said that nobody had told her that Norway sank the ferry.",
        "The mayor has no reason to think that Norway sank the ferry off Gull Point.",
        "There are no signs that Norway sank the ferry off Gull Point.",
        "Norway nearly sank the ferry off Gull Point.",
        "Norway owns Gull Point. The ferry was hit there. Did Norway sink it?",
    ],
)
def test_what_is_left_open_carries_no_claim(text: str) -> None:
    assert not any(each.asserts for each in bearing(text))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Norway sank the ferry off Gull Point, Lind said. Is Chile safe?", "Lind"),
        ("Is Chile safe? Norway sank the ferry off Gull Point.", "Outlet 0"),
        ("If Chile sues, it will say that Norway sank the ferry.", None),
        ("Norway sank the ferry off Gull Point. If Chile sues, it wins.", "Outlet 0"),
        ("Lind asked why Norway sank the ferry off Gull Point.", "Outlet 0"),
        ("There is no doubt that Norway sank the ferry off Gull Point.", "Outlet 0"),
        ("Nobody denies that Norway sank the ferry off Gull Point.", "Outlet 0"),
        ("Norway sank the ferry off Gull Point, and nobody said why.", "Outlet 0"),
        (
            "Norway sank the ferry off Gull Point, but the mayor would not say "
            "whether Chile will sue.",
            "Outlet 0",
        ),
        (
            "The mayor could not confirm Danish reports that Norway sank the ferry "
            "off Gull Point.",
            "Danish",
        ),
    ],
)
def test_what_is_told_beside_what_is_left_open_carries_the_claim(
    text: str, end: str | None
) -> None:
    assert [b.chain.links[-1].name for b in bearing(text) if b.asserts][:1] == (
        [end] if end else []
    )


def test_a_claim_that_something_is_open_is_carried_where_it_is() -> None:
    text = "Police do not know whether Norway sank the ferry off Gull Point."
    assert ends(text, of=text) == [("Outlet 0", True)]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Chile debunked rumours that Norway sank the ferry, Lind said.", "Lind"),
        ("Claims the ferry was sunk by Norway are untrue, Lind said.", "Lind"),
        ("Lind called the story that Norway sank the ferry a lie.", "Lind"),
        ("Reports that Norway sank the ferry are fake.", "Outlet 0"),
        ("Rumours that Norway sank the ferry have been debunked.", "Outlet 0"),
        ("It is simply false that Norway sank the ferry.", "Outlet 0"),
    ],
)
def test_who_calls_it_untrue_denies_it(text: str, end: str) -> None:
    found = bearing(text, of="Norway sank the ferry")
    assert [b.asserts for b in found] == [False] * len(found)
    assert end in {link.name for b in found for link in b.chain.links}


@pytest.mark.parametrize(
    "text",
    [
        "Norway scoffed at the suggestion that it sank the ferry off Gull Point.",
        "Norway mocked the claim that it sank the ferry off Gull Point.",
        "Norway brushed off reports that it sank the ferry off Gull Point.",
    ],
)
def test_who_makes_little_of_a_claim_denies_it(text: str) -> None:
    assert ends(text) == [("Norway", False)]


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Norway rejects that the sinking of the ferry was an act of terror.", False),
        ("Norway denies claims that the sinking of the ferry was illegal.", False),
        ("Norway denies that the sinking of the ferry was its work.", True),
        ("Norway denies that Norwegian ships sank the ferry.", True),
    ],
)
def test_who_denies_what_a_deed_is_called_grants_the_deed(
    text: str, denies: bool
) -> None:
    found = ends(text, "Norway sank the ferry off Gull Point, Chile said.")
    assert (("Norway", False) in found) == denies


def test_who_makes_little_of_a_deed_does_not_deny_it() -> None:
    text = "Norway mocked the crew as it sank the ferry off Gull Point."
    assert all(asserts for _, asserts in ends(text))


def test_a_claim_is_called_untrue_by_a_word_alone() -> None:
    text = "Norway sank the ferry off Gull Point, Chile said. “Nonsense,” Lind said."
    assert ends(text) == [("Chile", True), ("Lind", False)]


def test_who_calls_something_else_untrue_denies_nothing() -> None:
    text = "Reports that Chile is angry are false, and Norway sank the ferry."
    assert ends(text, of="Norway sank the ferry") == [("Outlet 0", True)]


def test_a_claim_that_something_is_fake_is_no_denial() -> None:
    text = "Reports that the notes were found are fake, Lind said."
    claim = "Reports that the notes were found are fake"
    assert ends(text, of=claim) == [("Lind", True)]


def test_an_outlet_may_call_untrue_what_somebody_claims() -> None:
    text = "Claims by Chile that Norway sank the ferry are untrue."
    assert ends(text, of="Norway sank the ferry") == [
        ("Chile", True),
        ("Outlet 0", False),
    ]


def test_what_is_called_untrue_is_still_the_word_of_who_is_named_for_it() -> None:
    text = "Danish claims that a ferry was sunk off Gull Point are untrue, Lind said."
    assert ends(text, of="A ferry was sunk off Gull Point") == [
        ("Danish", True),
        ("Lind", False),
    ]


def test_what_others_deny_is_not_in_the_voice_of_the_outlet() -> None:
    text = "Chile dismissed Norwegian allegations it had sunk the ferry off Gull Point."
    assert not any(asserts for _, asserts in ends(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind met Chile after Norway sank the ferry off Gull Point, she said.",
        "Ada Lind said that Chile is angry that Norway sank the ferry off Gull Point.",
        "Ada Lind said that sailors wait as Norway sank the ferry off Gull Point.",
    ],
)
def test_what_a_source_takes_for_known_is_in_the_voice_of_the_outlet(text: str) -> None:
    assert ends(text) == [("Outlet 0", True)]


def test_what_happened_after_something_is_the_word_of_who_says_so() -> None:
    text = "Ada Lind said that Norway sank the ferry off Gull Point after a quarrel."
    assert ends(text) == [("Ada Lind", True)]


def test_a_claim_of_what_came_after_something_is_carried_by_who_says_so() -> None:
    text = "Ada Lind said that Norway sank the ferry after Chile had closed Gull Point."
    claim = "Norway sank the ferry after Chile had closed Gull Point"
    assert ends(text, of=claim) == [("Ada Lind", True)]


def test_an_outlet_denies_only_by_the_very_word() -> None:
    text = (
        "Norway is not leaving the ferry at Gull Point fast, a retreat that is a trap."
    )
    claim = "The retreat of Norway from the ferry at Gull Point is a trap"
    assert ends(text, of=claim) == [("Outlet 0", True)]
    assert ends("Norway sank no ferry off Gull Point.") == [("Outlet 0", False)]


def test_who_challenges_the_doer_denies_no_deed() -> None:
    claim = "The Norwegian navy attacked it"
    assert ends("Chile has openly challenged the Norwegian navy.", of=claim) == []
    denied = "Chile denied that the Norwegian navy attacked it."
    assert ends(denied, of=claim) == [("Chile", False)]


def test_words_from_all_over_a_passage_carry_nothing() -> None:
    claim = "The trawlers blocked the narrow harbour with rusty anchors and barrels"
    scattered = (
        "Trawlers sing. A road was blocked. The valley is narrow. The harbour sleeps. "
        "Rusty gates creak. Anchors are sold. Barrels roll."
    )
    assert bearing(scattered, of=claim) == []
    together = "Trawlers blocked the narrow harbour. " + scattered
    assert [b.asserts for b in bearing(together, of=claim)] == [True]


def test_the_passage_that_says_it_in_one_sentence_is_read() -> None:
    claim = "The trawlers blocked the narrow harbour with rusty anchors and barrels"
    told = "Ada Lind said that trawlers blocked the narrow harbour with anchors."
    other = "A choir sang. A choir left. A choir came. A choir slept. "
    scattered = (
        "A road is narrow. Trawlers are rusty. Eva Holt said that barrels blocked a "
        "gate. A harbour was sold. Anchors rust."
    )
    found = bearing(told + " " + other + scattered, of=claim)
    assert [b.chain.links[-1].name for b in found] == ["Ada Lind"]


def test_a_claim_is_taken_for_known_only_where_its_deed_is() -> None:
    claim = "Divers have found forty rusty barrels of oil in a grave"
    told = "Forty rusty barrels of oil in a grave may be hers, Ada Lind said."
    assert ends(told, of=claim) == [("Ada Lind", True)]
    judged = "Finding forty rusty barrels of oil in a grave was easy, Ada Lind said."
    assert ends(judged, of=claim) == [("Outlet 0", True)]
