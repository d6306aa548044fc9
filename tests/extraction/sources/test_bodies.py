"""Which body "it", "they" and "the company" stand for."""

import pytest

from extraction.told import names_of


def test_it_is_a_body_and_they_may_be_one() -> None:
    text = "The ferry company said that it rained. {} said that it would snow."
    assert names_of(text.format("It"))[-1] == "ferry company"
    assert names_of(text.format("They"))[-1] == "ferry company"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the subject of the sentence, or of the one before
        ("The pier firm said it rained. Norway left after it said that it was cold.",
         "Norway"),
        ("The pier firm said it rained. Norr Ferries Inc left. It said it was cold.",
         "Norr Ferries Inc"),
        # not what stands inside an account that goes on
        ("The pier firm said Norway was late. It said that it was cold.", "pier firm"),
        ("The pier firm said “Norway is late. Sarn is too.” It said it was cold.",
         "pier firm"),
        # nothing that is not known to be a body
        ("The pier firm said it rained. The flag came down. It said it was cold.",
         "pier firm"),
        # not the document that somebody only cites
        ("Norr Ferries said a survey had found that it rained. It said it was cold.",
         "Norr Ferries"),
        # but whomever an outlet tells of
        ("Baltic Wire reported that Norr Ferries said it rained. It said it was cold.",
         "Norr Ferries"),
    ],
)  # fmt: skip
def test_it_is_the_body_that_acted_or_spoke_last(text: str, name: str) -> None:
    assert names_of(text)[-1] == name


def test_they_may_be_people_who_acted_last() -> None:
    text = "Two guards said that it rained. Swedish skippers left. They said it snowed."
    assert names_of(text)[-1] == "Swedish skippers"


def test_they_are_no_outlet_that_reported_it() -> None:
    text = "Reuters reported that the pier was safe. They said that it would snow."
    assert names_of(text)[-1] == "They"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the last that spoke, whatever is known of it
        ("SarnMart said it rained. The company said that it was cold.", "SarnMart"),
        ("SarnMart said it rained. The online carrier said it was cold.", "SarnMart"),
        ("The IMF said that it rained. The group said that it was cold.",
         "IMF"),
        ("SarnMart said it rained. Ada Lind agreed that it did. The firm said that it "
         "was cold.", "SarnMart"),
        # two names without a given name among them may be a firm's
        ("Selga Norr said that it rained. The bank said that it was cold.",
         "Selga Norr"),
        # one that is known by its acronym, although it has not spoken
        ("A survey by NASA is out. The agency said that it was cold.", "NASA"),
        ("Norr filed a suit against the EPA. The agency said that it was cold.", "EPA"),
        ("A survey of the US is out. The agency said that it was cold.", "agency"),
        # nobody who is known to be something else
        ("Ada Lind said that it rained. The company said that it was cold.", "company"),
        ("The Harbour Council said it rained. The company said it was cold.",
         "company"),
        ("Norway said that it rained. The agency said that it was cold.", "agency"),
        # nobody where a name tells which it is, nor where it is one of several
        ("SarnMart said that it rained. The Tarn company said that it was cold.",
         "Tarn company"),
        ("SarnMart said that it rained. A company said that it was cold.", "company"),
        # nobody far away
        ("SarnMart said it rained. " + "The pier is old. " * 6 + "The company said "
         "that it was cold.", "company"),
    ],
)  # fmt: skip
def test_the_company_is_the_body_that_spoke_last(text: str, name: str) -> None:
    assert names_of(text)[-1] == name
