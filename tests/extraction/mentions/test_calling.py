"""Whoever is described and named is known by the name."""

import pytest

import attrib
from extraction.told import names_of


@pytest.mark.parametrize(
    ("subject", "name", "kind"),
    [
        ("The company, Norlux,", "Norlux", "company"),
        ("The carmaker, Norlux,", "Norlux", "unknown"),
        ("The agency, Norlux,", "Norlux", "government"),
        ("The bank, Norlux Credit,", "Norlux Credit", "company"),
        ("The group, known as Harbour Watch,", "Harbour Watch", "company"),
        ("Its chairman, Bo Jun,", "Bo Jun", "person"),
        ("The mayor, Lind,", "Lind", "person"),
        ("The owner, a man named Ilo,", "Ilo", "person"),
        ("The owner, a woman called Ada Lind,", "Ada Lind", "person"),
        ("A deckhand who gave his name only as Ilo", "Ilo", "person"),
        ("A woman who identified herself as Ada", "Ada", "person"),
        ("Ada May", "Ada May", "person"),
    ],
)
def test_a_name_behind_a_description_is_taken(
    subject: str, name: str, kind: str
) -> None:
    (found,) = attrib.parse(f"{subject} said that it rained.").attributions
    assert found.source is not None
    assert (found.source.name, found.source.kind) == (name, kind)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("The owner, who runs a firm called Norlux,", "owner"),
        ("The owner, who runs a firm known as Norlux,", "owner"),
        ("The council, in Sarn,", "council"),
        ("The council, on Monday,", "council"),
        ("The council, based in Sarn,", "council"),
        ("Ada Lind, a woman named Old Ada,", "Ada Lind"),
        ("The council last May", "council"),
    ],
)
def test_a_name_of_something_else_is_not_taken(subject: str, name: str) -> None:
    assert names_of(f"{subject} said that it rained.") == [name]


def test_one_who_gives_a_name_behind_the_verb_is_known_by_it() -> None:
    assert names_of('"It sank," said a woman who gave her name as Ada.') == ["Ada"]


def test_a_clause_behind_a_semicolon_has_its_own_source() -> None:
    text = "Berg said it was shut; the owner, a man named Ilo, said it was open."
    assert names_of(text) == ["Berg", "Ilo"]


def test_a_name_behind_what_it_names_is_not_the_body_before() -> None:
    text = "Microsoft said that it rained. The vendor, Norlux, said that it snowed."
    assert names_of(text) == ["Microsoft", "Norlux"]


def test_a_description_stands_for_whoever_was_named_behind_it() -> None:
    text = "The agency, Norlux, said that it rained. The agency said that it snowed."
    assert names_of(text) == ["Norlux", "Norlux"]
