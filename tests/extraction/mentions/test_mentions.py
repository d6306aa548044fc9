"""What a mention says: bodies, outlets, crowds, and several that speak together."""

import pytest

import attrib
from attrib import load_lexicon
from attrib.extraction.mentions.mentions import read_mention
from attrib.extraction.mentions.readings import Reading
from attrib.extraction.pages.page import Page, read_page


def read(subject: str) -> tuple[Page, Reading]:
    """Return how a mention is read that is the subject of a sentence."""
    text = f"{subject} said that the pier was safe."
    page = read_page(text, load_lexicon())
    end = sum(start < len(subject) for start in page.tokens.starts)
    return page, read_mention(page, (0, end))


@pytest.mark.parametrize(
    ("subject", "name", "kind"),
    [
        ("the Kremlin", "Kremlin", "government"),
        ("the White House", "White House", "government"),
        ("Oslo", "Oslo", "government"),
        ("the US", "US", "government"),
        ("the FSB", "FSB", "intelligence service"),
        ("the WHO", "WHO", "organisation"),
        ("Reuters news agency", "Reuters", "news outlet"),
        ("CBS News", "CBS News", "news outlet"),
        ("Norway's Guardian newspaper", "Guardian", "news outlet"),
        ("The al-Nor news website", "al-Nor", "news outlet"),
        ("The Baltika news portal", "Baltika", "news outlet"),
        ("the news site Klabauter Daily", "Klabauter Daily", "news outlet"),
        ("American Ferries Corp", "American Ferries Corp", "company"),
        ("a report published by the army", "army", "military"),
        ("a new Reuters report based on records", "Reuters", "news outlet"),
        ("the Norwegian Information Agency Xinhua", "Xinhua", "news outlet"),
        ("two Norwegian news agencies", "two Norwegian news agencies", "news outlet"),
    ],
)
def test_a_body_is_read_with_its_kind(subject: str, name: str, kind: str) -> None:
    _, reading = read(subject)
    assert (reading.name, reading.kind) == (name, kind)
    assert not reading.is_anonymous


@pytest.mark.parametrize(
    ("subject", "count"),
    [
        ("two people familiar with the talks", 2),
        ("three US officials close to the talks", 3),
        ("14 officials involved in the talks", 14),
        ("two of the officials", 2),
        ("people with knowledge of the talks", None),
    ],
)
def test_a_crowd_keeps_its_description_and_its_count(
    subject: str, count: int | None
) -> None:
    _, reading = read(subject)
    assert reading.is_anonymous
    assert (reading.name, reading.kind, reading.count) == (subject, "crowd", count)
    assert reading.affiliation is None


def test_one_of_a_crowd_is_a_person() -> None:
    _, reading = read("one of the officials")
    assert (reading.kind, reading.count, reading.is_anonymous) == ("person", 1, True)


@pytest.mark.parametrize(
    "subject",
    [
        "Norway's state auditor, Ada Lind,",
        "The port's auditor, Ada Lind,",
        "A local guard named Ada Lind",
    ],
)
def test_the_name_tells_more_than_what_somebody_is(subject: str) -> None:
    _, reading = read(subject)
    assert (reading.name, reading.kind) == ("Ada Lind", "person")


@pytest.mark.parametrize("link", ["from which", "from where", "which"])
def test_a_name_may_stand_behind_a_relative_clause(link: str) -> None:
    subject = f"The head of the port {link} the boats left, Ada Lind,"
    _, reading = read(subject)
    assert (reading.name, reading.role) == ("Ada Lind", "head of the port")


def test_a_body_for_something_is_no_person() -> None:
    _, reading = read("the Baltic Observatory for Animal Rights")
    assert reading.name == "Baltic Observatory for Animal Rights"
    assert not reading.is_person


def test_half_an_office_is_nobody_beside_who_holds_it() -> None:
    _, reading = read("Health and Rural Affairs Minister Ada Lind")
    assert not reading.parts


@pytest.mark.parametrize(
    ("subject", "parts"),
    [
        ("the US, Norway and Nato", ["the US", "Norway", "Nato"]),
        ("Baltic Wire, Reuters and CNN", ["Baltic Wire", "Reuters", "CNN"]),
        ("Ada Lind and Mark Berg", ["Ada Lind", "Mark Berg"]),
        ("Lind and Berg", ["Lind", "Berg"]),
        ("Ada Lind, the mayor, and Mark Berg", ["Ada Lind, the mayor", "Mark Berg"]),
        ("Norway and Denmark", ["Norway", "Denmark"]),
        ("The Kremlin and the White House", ["The Kremlin", "the White House"]),
        ("The army and the navy", ["The army", "the navy"]),
        ("Ada Lind, Mark Berg and Reuters", ["Ada Lind", "Mark Berg", "Reuters"]),
        ("Ada Lind and senior officials", ["Ada Lind", "senior officials"]),
        ("She and the ministry", ["She", "the ministry"]),
        ("Officials and diplomats", ["Officials", "diplomats"]),
    ],
)
def test_those_who_speak_together_are_told_apart(
    subject: str, parts: list[str]
) -> None:
    page, reading = read(subject)
    assert [page.say(part) for part in reading.parts] == parts
    assert reading.is_plural
    has_crowd = "officials" in subject.lower()
    assert reading.count == (None if has_crowd else len(parts))


@pytest.mark.parametrize(
    "subject",
    [
        "The Globe and Mail",
        "The Ministry of Ports and Ferries",
        "The former mayor and current senator",
        "The founder and owner Ada Lind",
        "The Secretary of the Ports and Ferries Council",
        "The bread and butter",
        "The mayor of Northmoor",
        "A director, civil and harbour engineer Ada Lind",
        "Independent poet and singer Ada Lind",
        "The Institute of Allergy and Infectious Diseases",
        "The Department of Health and Human Services (DHHS)",
        "The Bureau of Alcohol, Tobacco, Firearms and Explosives",
    ],
)
def test_a_name_with_and_in_it_is_one(subject: str) -> None:
    _, reading = read(subject)
    assert not reading.parts
    assert reading.name in subject


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("A report in the Norwegian newspaper Sarn Daglig", "Sarn Daglig"),
        ("A report in the north of Sarn", "report in the north of Sarn"),
        ("The Norr-based Sarn Harbour Watch", "Sarn Harbour Watch"),
        ("Norr-based Sarn Ferries", "Sarn Ferries"),
        ("The Norr-based firm", "Norr-based firm"),
        ("Some in the crowd", "Some in the crowd"),
        ("Norr's decision in January", "Norr's decision"),
        ("Norr Lines chief facing a trial for theft", "Norr Lines chief"),
        ("A man facing a trial for theft", "man facing a trial for theft"),
    ],
)
def test_a_paper_counts_for_its_report_and_a_body_without_its_seat(
    subject: str, name: str
) -> None:
    (found,) = attrib.parse(f"{subject} said that the bridge was shut.").attributions
    assert found.source is not None
    assert found.source.name == name


def test_a_body_of_two_countries_is_one() -> None:
    _, reading = read("The High Court of England and Wales")
    assert reading.name == "High Court of England and Wales"


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Media reports from Sarnby", "Media reports from Sarnby"),
        ("Accounts from the scene", "Accounts from the scene"),
        ("Reports from the ministry", "ministry"),
        ("Reports from CNN", "CNN"),
        ("A letter from Ada Lind", "Ada Lind"),
    ],
)
def test_a_place_sends_no_reports(subject: str, name: str) -> None:
    _, reading = read(subject)
    assert reading.name == name


def test_a_name_of_several_words_stands_behind_what_it_names() -> None:
    _, reading = read("The company, the National Lines of Sarn and Norr,")
    assert reading.name == "National Lines of Sarn and Norr"


@pytest.mark.parametrize("behind", ["", " (HFS)", " office"])
def test_a_body_for_two_fields_is_one_source(behind: str) -> None:
    name = "Department of Harbours and Fishing Services"
    text = f"According to the {name}{behind}, the bridge was shut."
    (chain,) = attrib.parse(text).chains()
    assert chain.origin is not None
    assert chain.origin.name.startswith(name)
    assert chain.content.text == "the bridge was shut"


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("An FBI forensic report", "FBI"),
        ("Sarn University data", "Sarn University"),
        ("A UN report", "UN"),
        ("An Axios report", "Axios"),
        ("The Norway report", "Norway report"),
        ("A Facebook post", "Facebook post"),
        ("The Mueller report", "Mueller report"),
    ],
)
def test_a_document_is_of_the_body_named_before_it(who: str, name: str) -> None:
    (found,) = attrib.parse(f"{who} said that the bridge was old.").attributions
    assert found.source is not None
    assert found.source.name == name


def test_the_website_is_an_outlet_that_is_written_as_one() -> None:
    text = "TASS said it snowed. Sarn.com said it rained. The website said it was cold."
    *_, last = attrib.parse(text).attributions
    assert last.source is not None
    assert last.source.name == "Sarn.com"


@pytest.mark.parametrize("role", ["ecologist", "physicist", "rapper", "firefighter"])
def test_a_calling_before_a_name_is_its_role(role: str) -> None:
    _, reading = read(f"{role} Chip Hook of the Norr Union")
    assert (reading.name, reading.role) == ("Chip Hook", role)


def test_dna_is_no_news_agency() -> None:
    text = "BuzzFeed told of a DNA sample. The website said that it rained."
    *_, last = attrib.parse(text).attributions
    assert last.source is not None
    assert last.source.name == "BuzzFeed"


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("a report into the fire", "report into the fire"),
        ("a report into the fire published on Thursday", "report into the fire"),
        ("a study of the tides released in May", "study of the tides"),
    ],
)
def test_what_a_report_is_about_is_part_of_its_name(who: str, name: str) -> None:
    (found,) = attrib.parse(f"The bridge was old, according to {who}.").attributions
    assert found.source is not None
    assert found.source.name == name
