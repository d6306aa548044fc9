"""What a source does with a content: it asserts, denies, withholds."""

import pytest

import attrib
from attrib.extraction.cues.stances import noun_stance
from attrib.extraction.pages.page import read_page
from attrib.lexicon.loading import load_lexicon


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said that the dam was safe.", "asserts"),
        ("The mayor did not say that the dam was safe.", "withholds"),
        ("The mayor refused to say whether the dam was safe.", "withholds"),
        ("If the mayor says that the dam is safe, they will go.", "withholds"),
        ("The mayor could not confirm that the dam was safe.", "withholds"),
        ("No official said that the dam was safe.", "withholds"),
        ("The mayor denied that the dam was unsafe.", "denies"),
        ("The mayor confirmed that the dam was safe.", "confirms"),
        ("The mayor ordered residents to leave.", "orders"),
        ("The mayor insisted that the dam was safe.", "asserts"),
        ("The mayor promised to repair the dam.", "promises"),
        ("The mayor asked whether the dam was safe.", "asks"),
        ("I must say that the dam is safe.", "asserts"),
        ("The audit found no evidence that the dam was safe.", "doubts"),
        ("The audit found some evidence that the dam was safe.", "asserts"),
        ("The audit could find no proof that the dam was safe.", "doubts"),
        ("Inspectors failed to find evidence that the dam leaked.", "doubts"),
        ("Not one guard said that the dam was safe.", "withholds"),
        ("No one from the town said that the dam was safe.", "withholds"),
        ("No 10 said that the dam was safe.", "asserts"),
        ("No. 10 said that the dam was safe.", "asserts"),
        ("The guard ruled out that the dam was hit.", "denies"),
        ("The judge ruled that the dam was hit.", "asserts"),
        ("Experts debunked a claim that the dam was hit.", "denies"),
        ("The mayor stopped saying that the dam was safe.", "withholds"),
        ("The mayor forgot to mention that the dam was old.", "withholds"),
        ("The mayor agreed that the dam was old.", "asserts"),
        ("The mayor told residents to leave.", "orders"),
        ("The mayor told residents that they could leave.", "asserts"),
        ("The mayor has repeatedly denied wrongdoing.", "denies"),
    ],
)
def test_a_source_takes_a_stance(text: str, stance: str) -> None:
    assert stance in [str(found.stance) for found in attrib.parse(text).attributions]


WITHHELD = (
    "The mayor would not say that the dam was safe.",
    "The mayor won't say whether the dam is safe.",
    "The mayor cannot say that the dam is safe.",
    "The mayor has never said that the dam was safe.",
    "The mayor may say that the dam is safe.",
    "The mayor might have said that the dam was safe.",
    "The mayor must say that the dam is safe.",
    "The mayor would have said that the dam was safe.",
    "The mayor neither confirmed nor denied that the dam was safe.",
    "The mayor would neither confirm nor deny that the dam was safe.",
    "The mayor did not deny that the dam was unsafe.",
    "The mayor stopped short of saying that the dam was unsafe.",
    "The mayor was on the verge of announcing that the dam was unsafe.",
    "The mayor left without saying that the dam was safe.",
    "The mayor has yet to say whether the dam is safe.",
    "Unless the mayor says that the dam is safe, they will stay.",
    "Even if the mayor says that the dam is safe, nobody will go.",
    "Should the mayor say that the dam is safe, they will go.",
    "Had the mayor said that the dam was safe, they would have gone.",
)


@pytest.mark.parametrize("text", WITHHELD)
def test_what_is_negated_left_open_or_supposed_is_withheld(text: str) -> None:
    stances = {str(found.stance) for found in attrib.parse(text).attributions}
    assert stances == {"withholds"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor will say that the dam is safe.", "asserts"),
        ("The mayor will announce on Monday that the dam is safe.", "asserts"),
        ("The mayor would say only that the dam was safe.", "asserts"),
        ("The mayor is expected to say that the dam is safe.", "asserts"),
        ("The mayor can confirm that the dam is safe.", "confirms"),
        ("The mayor will deny that the dam is unsafe.", "denies"),
        ("The mayor not only said that the dam was safe.", "asserts"),
        ("The mayor did not just say that the dam was safe.", "asserts"),
        ("When the mayor says that the dam is safe, they will go.", "asserts"),
    ],
)
def test_what_is_to_come_or_can_be_said_is_not_withheld(text: str, stance: str) -> None:
    assert [str(found.stance) for found in attrib.parse(text).attributions] == [stance]


def test_to_call_something_a_name_orders_nothing() -> None:
    (found,) = attrib.parse("The mayor called the plan “a joke.”").attributions
    assert found.stance == "asserts"


@pytest.mark.parametrize(
    ("cue", "stance"),
    [("denial", "denies"), ("doubts", "doubts"), ("pledge", "promises"),
     ("claim", "asserts")],
)  # fmt: skip
def test_a_noun_takes_the_stance_of_its_verb(cue: str, stance: str) -> None:
    page = read_page(f"Her {cue} that the dam was safe came late.", load_lexicon())
    assert noun_stance(page, (1, 2)) == stance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor disputed the report.", "reporting"),
        ("The mayor retracted the statement.", "reporting"),
        ("The mayor disputed the election.", "attitude"),
    ],
)
def test_who_disputes_what_was_said_reports(text: str, kind: str) -> None:
    (found,) = attrib.parse(text).attributions
    assert (found.kind, found.stance != "asserts") == (kind, True)


@pytest.mark.parametrize(
    "told",
    [
        "telling the council that the pier was safe",
        "ever saying that the pier was safe",
        "having told the police that the pier was safe",
        "that he had said that the pier was safe",
        "that Lind had said that the pier was safe",
    ],
)
def test_what_somebody_denies_to_have_been_said_is_not_said(told: str) -> None:
    (chain,) = attrib.parse(f"Berg denied {told}.").chains()
    assert chain.stance in ("denies", "withholds")


@pytest.mark.parametrize(
    "denial",
    [
        "a claim Sarn denies",
        "which Sarn denies",
        "something Sarn has denied",
    ],
)
def test_what_is_denied_is_what_was_said(denial: str) -> None:
    text = f"Norway said that the dam had burst, {denial}."
    chains = {(str(each), each.stance) for each in attrib.parse(text).chains()}
    assert chains == {
        ('Norway: "that the dam had burst"', "asserts"),
        ('Sarn: "that the dam had burst"', "denies"),
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The owners accuse the builders of lying.", "reporting"),
        ("The owners are likely to blame the builders for it.", "attitude"),
        ("The owners may accuse the builders of lying.", "attitude"),
    ],
)
def test_who_accuses_reports_unless_it_is_left_open(text: str, kind: str) -> None:
    assert [each.kind for each in attrib.parse(text).attributions] == [kind]


def test_a_charge_that_is_denied_stands_beside_its_denial() -> None:
    text = "Norway accused Sarn of theft, a charge Sarn has denied."
    found = {
        (chain.origin and chain.origin.name, chain.stance.value)
        for chain in attrib.parse(text).chains()
    }
    assert found == {("Norway", "asserts"), ("Sarn", "denies")}
