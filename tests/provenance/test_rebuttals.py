"""Tests of rebuttals: who denies a claim with no word of denial."""

import pytest

from attrib.extraction.pipeline import parse
from attrib.model.document import Document
from attrib.provenance.bearing import find_bearing
from attrib.provenance.choosing import Bearing

SANK = "Norway sank the ferry off Gull Point"


def bearing(text: str, of: str = SANK) -> list[Bearing]:
    """Return what a text says of a claim, in a pile of which one report makes it."""
    texts = (
        text,
        f"{of}, Peru said.",
        "Fog closed the port.",
        "Chile and Norway talk of grain.",
        "Norway thanked Chile for a new choir.",
    )
    reports = [parse(Document(each, f"{k}")) for k, each in enumerate(texts)]
    return [b for b in find_bearing(reports, of) if b.chain.document_id == "0"]


def ends(text: str, of: str = SANK) -> list[tuple[str, bool]]:
    """Return the name at the end of each chain, and whether it asserts the claim."""
    return [(b.chain.links[-1].name, b.asserts) for b in bearing(text, of)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said Chile sank the ferry off Gull Point.",
        "Norway suggested that Chile was behind the sinking of the ferry.",
        "The ferry off Gull Point was sunk by Chile's navy, Norway said.",
        "Norway said Chile had blown up the ferry off Gull Point.",
        "Norway claims Chile staged the sinking of the ferry off Gull Point.",
    ],
)
def test_who_did_it_denies_it_by_telling_that_another_did(text: str) -> None:
    assert ends(text) == [("Norway", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it had nothing to do with the sinking of the ferry.",
        "Norway said its navy was not involved in the sinking of the ferry.",
        "Norway said that it played no part in the sinking of the ferry.",
        "Norway said Norwegian ships were not behind the sinking of the ferry.",
        "“No involvement of any kind in the sinking of the ferry,” Norway said.",
    ],
)
def test_who_had_no_part_in_it_denies_it(text: str) -> None:
    assert ends(text) == [("Norway", False)]


def test_that_somebody_else_had_no_part_in_it_is_no_denial() -> None:
    text = "Norway said Chile had no part in the sinking of the ferry off Gull Point."
    assert ("Norway", False) not in ends(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry off Gull Point is intact, the harbour master said.",
        "The ferry off Gull Point was not damaged, the harbour master said.",
    ],
)
def test_whoever_says_that_it_is_whole_denies_that_it_was_ruined(text: str) -> None:
    assert ends(text) == [("harbour master", False)]


def test_what_is_not_whole_is_no_denial() -> None:
    text = "The ferry off Gull Point is sunk and not intact, the harbour master said."
    assert ("harbour master", False) not in ends(text)


def test_something_else_that_is_whole_is_no_denial() -> None:
    text = "Norway sank the ferry off Gull Point, the mayor said. The tug is intact."
    assert ends(text) == [("mayor", True)]


def test_who_else_names_another_culprit_tells_another_version() -> None:
    (found,) = bearing("Brazil said Chile sank the ferry off Gull Point.")
    assert [str(each) for each in found.differences] == [
        'name: "Norway" against "Chile"'
    ]
    assert found.asserts


def test_who_sends_help_leaves_another_free_to_send_it() -> None:
    text = "Norway said Chile will send ferries to Gull Point."
    of = "Norway will send ferries to Gull Point"
    assert ("Norway", False) not in ends(text, of)


@pytest.mark.parametrize(
    "text",
    [
        "Norway called for calm and said the photos of the ferry sunk were staged.",
        "Norway said the footage of the ferry off Gull Point was fake.",
    ],
)
def test_who_calls_what_shows_a_deed_staged_denies_it(text: str) -> None:
    assert ("Norway", False) in ends(text)


def test_who_did_it_may_stand_before_what_another_staged() -> None:
    text = "Norway suggested the sinking of the ferry was staged by Chile."
    assert ends(text) == [("Norway", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway says fighting continues in the town of Sarn.",
        "Norway says its troops still hold the town of Sarn.",
        "Norway says the town of Sarn remains under its control.",
        "Norway said the battle for the town of Sarn was not over.",
    ],
)
def test_who_still_holds_a_place_denies_that_it_was_taken(text: str) -> None:
    assert ends(text, "Chilean forces have captured the town of Sarn") == [
        ("Norway", False)
    ]


def test_who_took_a_place_does_not_deny_it_by_holding_it() -> None:
    text = "Chile says its forces still hold the town of Sarn."
    found = ends(text, "Chilean forces have captured the town of Sarn")
    assert ("Chile", False) not in found


def test_what_was_damaged_beside_what_is_intact_is_not_denied() -> None:
    text = "Norway sank the ferry off Gull Point, and the tug is intact, Lind said."
    assert ("Lind", False) not in ends(text)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Norway: we did not sink the ferry off Gull Point.", SANK),
        ("Norway denied it was behind the loss of the ferry off Gull Point.", SANK),
        (
            "The council called the claim that it hid the report an utter lie.",
            "The council hid the report of the fire",
        ),
        (
            "Norway said not a single sailor was killed by its troops at Gull Point.",
            "Norwegian troops killed sailors at Gull Point",
        ),
    ],
)
def test_who_speaks_of_itself_denies_what_it_is_said_to_have_done(
    text: str, of: str
) -> None:
    assert [asserts for _, asserts in ends(text, of)] == [False]
