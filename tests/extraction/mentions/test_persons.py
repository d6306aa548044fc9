"""Persons with their office, and the body that the office is of."""

import pytest

import attrib
from attrib import Source


def source_of(subject: str, before: str = "") -> Source:
    text = f"{before}{subject} said that the pier was safe."
    source = attrib.parse(text).attributions[-1].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    ("subject", "name", "role", "affiliation"),
    [
        ("Kremlin spokesman Igor Lind", "Igor Lind", "Kremlin spokesman", "Kremlin"),
        (
            "Ada Lind, a spokeswoman for the ferry line,",
            "Ada Lind",
            "spokeswoman for the ferry line",
            "ferry line",
        ),
        (
            "The council's director, Ada Lind,",
            "Ada Lind",
            "council's director",
            "council",
        ),
        (
            "Baltic Wire Editor-in-Chief Ada Lind",
            "Ada Lind",
            "Baltic Wire Editor-in-Chief",
            "Baltic Wire",
        ),
        (
            "Norwegian Prime Minister Ada Lind",
            "Ada Lind",
            "Norwegian Prime Minister",
            "Norway",
        ),
        ("Ada Lind of the Harbour Council", "Ada Lind", None, "Harbour Council"),
        ("Mayor Ada Lind of Northmoor", "Ada Lind", "Mayor", "Northmoor"),
        ("Former Deputy Prime Minister Ada Lind", "Ada Lind",
         "Former Deputy Prime Minister", None),
        ("The ferry creator Ada Lind", "Ada Lind", "ferry creator", None),
        ("Mr. Mark Berg", "Mark Berg", None, None),
        ("Taoiseach Emma Berg", "Emma Berg", "Taoiseach", None),
        ("Ursula von der Lind", "Ursula von der Lind", None, None),
        ("Minister of Information Ada Lind", "Ada Lind", "Minister of Information",
         None),
        # names that no list holds
        ("Head of the Harbour Office Tarno Brekken", "Tarno Brekken",
         "Head of the Harbour Office", "Harbour Office"),
        ("The mayor of Sarnby Tarno Brekken", "Tarno Brekken", "mayor of Sarnby",
         "Sarnby"),
        ("Adviser to the President Tarno Brekken", "Tarno Brekken",
         "Adviser to the President", None),
        ("Tarno Waters of the Harbour Council", "Tarno Waters", None,
         "Harbour Council"),
        ("DNI Tarno Brekken", "Tarno Brekken", "DNI", None),
        ("The herpetologist Tarno Brekken", "Tarno Brekken", "herpetologist", None),
        # names that begin with what could be a document or an office
        ("Bill Lind", "Bill Lind", None, None),
        ("Bill Lind of Dean Berg Inc", "Bill Lind", None, "Dean Berg Inc"),
        # a place that is a given name, too
        ("Senator Ada Lind of Virginia", "Ada Lind", "Senator", "Virginia"),
        ("The herpetologist Tarno Brekken of the Harbour Institute", "Tarno Brekken",
         "herpetologist", "Harbour Institute"),
        # where, to whom and how somebody speaks
        ("President of Norway Ada Lind on a recording from Sarnby", "Ada Lind",
         "President of Norway", "Norway"),
        ("Deputy Mayor Ada Lind to the council", "Ada Lind", "Deputy Mayor", None),
        # an office for several fields
        ("Norwegian Road Transport and Bridges Minister Ada Lind", "Ada Lind",
         "Norwegian Road Transport and Bridges Minister",
         "Norwegian Road Transport and Bridges"),
        # offices that no list holds
        ("Harbour Overseer Ada Lind", "Ada Lind", "Harbour Overseer", None),
        ("The retired HP Ada Lind", "Ada Lind", "retired HP", None),
    ],
)  # fmt: skip
def test_an_office_and_its_body_are_read(
    subject: str, name: str, role: str | None, affiliation: str | None
) -> None:
    source = source_of(subject)
    assert (source.name, source.role) == (name, role)
    assert source.affiliation == affiliation
    assert source.kind == "person"


@pytest.mark.parametrize(
    "subject", ["A spokesman for Tarno Brekken", "Aides to President Lind"]
)
def test_whoever_speaks_for_somebody_is_somebody_else(subject: str) -> None:
    assert source_of(subject).name not in ("Tarno Brekken", "Lind")


@pytest.mark.parametrize(
    ("subject", "affiliation"),
    [
        ("A spokesman for the ministry", "ministry"),
        ("The ministry's spokeswoman", "ministry"),
        ("A ministry spokesman", "ministry"),
        ("A Kremlin spokesman", "Kremlin"),
    ],
)
def test_a_spokesman_without_a_name_speaks_for_a_body(
    subject: str, affiliation: str
) -> None:
    source = source_of(subject)
    assert source.affiliation == affiliation
    assert not source.is_anonymous


def test_its_spokesman_is_of_the_body_before_it() -> None:
    source = source_of("Its spokesman", "The ferry line said that it rained. ")
    assert source.affiliation == "ferry line"


@pytest.mark.parametrize(
    "subject",
    [
        "Aides to Mr. Lind",
        "A Monday",
        "Harbour Council",
        "American Ferries Corp",
        "Wall Street",
        "University of South Carolina Norr",
        "Supporters of Ada Lind in Sarnby",
    ],
)
def test_not_every_capital_is_a_person(subject: str) -> None:
    assert source_of(subject).kind != "person"


def test_a_coach_coaches_nobody_before_a_name() -> None:
    text = "The game was hard, according to Sarnby assistant coach Ada Lind."
    (found,) = attrib.parse(text).attributions
    assert found.source is not None
    assert found.source.name == "Ada Lind"


def test_one_who_works_for_a_station_is_not_the_station() -> None:
    source = source_of("A reporter with the station WHTV")
    assert source.name == "reporter with the station WHTV"


def test_whose_somebody_is_stands_in_the_mention_itself() -> None:
    text = "Berg said that it rained on Monday. This is CNN's Ada Lind, it ends so"
    (found,) = attrib.parse(text).attributions
    assert found.source is not None
    assert (found.source.name, found.source.affiliation) == ("Berg", None)


@pytest.mark.parametrize("name", ["Ada Lind", "Tarno Brekken"])
def test_whoever_an_outlet_owns_works_for_it(name: str) -> None:
    (found,) = attrib.parse(f"CNN's {name} said that it rained.").attributions
    assert found.source is not None
    assert (found.source.name, found.source.affiliation) == (name, "CNN")


@pytest.mark.parametrize(
    "text",
    [
        "Bo “Red” Berg said that it rained.",
        "“It rained,” Bo “Red” Berg said.",
        'Bo "Old Red" Berg said that it rained. Berg added that it was late.',
    ],
)
def test_a_nickname_is_part_of_a_mention_and_not_of_a_name(text: str) -> None:
    chains = attrib.parse(text).chains()
    assert {chain.origin.key for chain in chains if chain.origin} == {"bo berg"}
    assert not any("Red" in chain.content.text for chain in chains)
