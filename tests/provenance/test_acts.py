"""Tests of acts: a known source right beside a word of speech."""

import pytest

from attrib.extraction.pipeline import parse
from attrib.model.attribution import Stance
from attrib.model.chain import Chain
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.acts import find_acts


def acts(text: str) -> list[Chain]:
    """Return the acts of a text of which nothing else was read."""
    return list(find_acts(Report(Document(text, outlet="Daily"))))


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (
            "Quay burns again, with Oslo blaming Chile for the fire.",
            "Norway",
            "Chile for the fire",
        ),
        ("Ferries idle as Norway claims victory at sea", "Norway", "victory at sea"),
        ("Norway has again pledged two ferries.", "Norway", "two ferries"),
        ("The angry Norway pledge of ferries is new.", "Norway", "of ferries is new"),
        ("Norway's long awaited pledge of ferries", "Norway", "of ferries"),
        ("Two old ferries promised by Norway are late.", "Norway", "Two old ferries"),
        (
            "Norwegian troops claimed the harbour town",
            "Norwegian troops",
            "the harbour town",
        ),
        (
            "Norway took responsibility for the fire",
            "Norway",
            "responsibility for the fire",
        ),
        ("Norway claims the islands\nA quay burns in Chile", "Norway", "the islands"),
    ],
)
def test_a_known_source_beside_a_word_of_speech_does_it(
    text: str, name: str, content: str
) -> None:
    (found,) = acts(text)
    assert [link.name for link in found.links] == ["Daily", name]
    assert found.content.text == content
    assert found.links[-1].is_inferred


@pytest.mark.parametrize(
    "text",
    [
        "Norway's claim that the quay burns is old.",
        "Nobody believes the Norway claim over the quay.",
        "The harbour board blames the weather for it.",
        "Norway claims.",
        "",
    ],
)
def test_a_mention_of_a_claim_and_an_unknown_source_are_no_act(text: str) -> None:
    assert acts(text) == []


def test_what_an_attribution_has_for_its_cue_is_read_already() -> None:
    text = "Norway blamed Chile for the fire on the quay."
    assert list(find_acts(parse(Document(text)))) == []


def test_who_denies_does_so_in_an_act() -> None:
    (found,) = acts("Fire on the quay: Norway denies any part in it")
    assert found.stance is Stance.DENIES


def test_two_known_sources_that_are_joined_do_it_both() -> None:
    found = acts("Norway and Chile pledge two ferries for the island")
    assert [chain.links[-1].name for chain in found] == ["Chile", "Norway"]
    assert {chain.content.text for chain in found} == {"two ferries for the island"}
    (alone,) = acts("Storms and Chile pledge two ferries for the island")
    assert alone.links[-1].name == "Chile"


@pytest.mark.parametrize(
    "text",
    [
        "A day after blaming Chile for the fire, Norway closed the strait.",
        "Norway closed the strait, blaming Chile for the fire.",
        "Two hurt in fire, says Norway - as it blames Chile for the fire",
        "A quay burned. Norway closed the strait, accusing Chile of the fire.",
    ],
)
def test_a_subject_elsewhere_in_the_sentence_does_it(text: str) -> None:
    assert [chain.links[-1].name for chain in acts(text)][-1:] == ["Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway slept. After blaming Chile for the fire, the mayor left.",
        "Norway slept. The mayor closed the strait, blaming the crew for the fire.",
        "Norway slept. It was blamed for the fire.",
        "Norway saw a man blaming the crew for the fire.",
    ],
)
def test_a_subject_of_another_sentence_or_verb_does_nothing(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway called the report of a fire false.", "the report of a fire"),
        ("Oslo has branded the allegations absurd.", "the allegations"),
        ("Norway described the latest claims as a lie.", "the latest claims"),
        ("A quay burned. Oslo called it an utter fabrication.", "it"),
    ],
)
def test_who_calls_a_claim_untrue_denies_it(text: str, content: str) -> None:
    (found,) = acts(text)
    assert (found.origin and found.origin.name) == "Norway"
    assert (found.content.text, found.stance) == (content, Stance.DENIES)


def test_a_view_of_a_claim_is_read_as_a_denial_where_it_is_called_untrue() -> None:
    report = parse(Document("Norway called the report of a fire false."))
    assert [chain.stance for chain in find_acts(report)] == [Stance.DENIES]


@pytest.mark.parametrize(
    "text",
    [
        "Norway called the report of a fire accurate.",
        "Norway called the fire a tragedy.",
        "Norway called it a day.",
        "Norway called the false report of a fire a pity.",
        "Norway demanded the report of a fire, or a lie.",
        "Norway called the report. It is false.",
        "The report is called false.",
    ],
)
def test_what_is_called_something_else_is_not_denied(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile lit the fire on the quay, a charge Chile denies.",
        "Chile lit the fire on the quay, claims that Chile denies.",
        "Chile lit the fire on the quay, an accusation the Chilean navy rejects.",
        "Chile lit the fire on the quay, which Chile denies.",
    ],
)
def test_what_is_denied_may_stand_before_who_denies_it(text: str) -> None:
    (found,) = acts(text)
    assert found.content.text == "Chile lit the fire on the quay"
    assert found.stance is Stance.DENIES


def test_a_denial_with_nothing_before_it_is_no_act() -> None:
    assert acts("A charge Chile denies.") == []
    assert acts("The fire on the quay, Chile denies.") == []
