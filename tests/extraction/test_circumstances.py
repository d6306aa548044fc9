"""When, where, to whom and how surely something was said."""

import pytest

import attrib
from attrib import Attribution, Document
from marking import mark


def parse_one(text: str, *, published: str | None = "2023-11-28") -> Attribution:
    (found,) = attrib.parse(Document(text, published=published)).attributions
    return found


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The minister said on Monday that the bridge was safe.", "2023-11-27"),
        ("On Monday, the minister said that the bridge was safe.", "2023-11-27"),
        ("Yesterday, police said that the bridge was safe.", "2023-11-27"),
        ("On November 20, police said that the bridge was safe.", "2023-11-20"),
        ("In October, the minister said that the bridge was safe.", "2023-10"),
        ("In 2021, the minister said that the bridge was safe.", "2021"),
        ('"The bridge is safe," the minister said on Monday.', "2023-11-27"),
        ("The bridge is safe, the minister said on Monday.", "2023-11-27"),
    ],
)
def test_the_time_is_the_one_beside_the_cue(text: str, time: str) -> None:
    found = parse_one(text)
    assert str(found.time) == time
    assert any(reason.startswith(f"said {time}: ") for reason in found.reasons)


def test_a_time_inside_the_content_is_a_time_of_what_is_told() -> None:
    assert parse_one("Police said that the bridge fell on Monday.").time is None


def test_a_time_without_a_day_of_publication_is_not_guessed() -> None:
    text = "On Monday, police said that the bridge was safe."
    assert parse_one(text, published=None).time is None


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The minister said in a statement that the bridge was safe.", "statement"),
        ("The minister told reporters at a briefing that it rained.", "briefing"),
        ("The minister said in an interview that it rained.", "interview"),
        ("The minister wrote on Telegram that it rained.", "telegram"),
        ("The minister tweeted that the bridge was safe.", "post"),
        ("The minister said in a letter that the bridge was safe.", "letter"),
        ("The minister said that the bridge was safe.", None),
        ("The minister said that the letter was lost.", None),
        ("The statement said that the bridge was safe.", None),
    ],
)
def test_the_channel_is_named_beside_the_cue(text: str, channel: str | None) -> None:
    assert parse_one(text).channel == channel


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister told [A:the council] that the bridge was safe.",
        "The minister told [A:reporters] that the bridge was safe.",
        "The mayor urged [A:residents] to leave the city.",
        "[A:The mayor] was told that the bridge was safe.",
    ],
)
def test_whoever_was_told_is_the_addressee(sentence: str) -> None:
    marked = mark(sentence)
    assert parse_one(marked.text).addressee == marked["A"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('The minister said, "The bridge is safe."', "direct"),
        ('"The bridge is safe," said the minister.', "direct"),
        ("The minister said that the bridge was safe.", "indirect"),
        ('The minister said that it was "quite safe" for cars.', "mixed"),
    ],
)
def test_quotation_marks_make_the_mode(text: str, mode: str) -> None:
    assert parse_one(text).mode == mode


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said that the ship had [H:reportedly] sunk.",
        "The minister [H:allegedly] said that the bridge was safe.",
    ],
)
def test_a_hedge_is_found_where_it_stands(sentence: str) -> None:
    marked = mark(sentence)
    assert parse_one(marked.text).hedges == (marked["H"],)


def test_a_hedge_in_a_quotation_is_not_the_tellers() -> None:
    assert parse_one('The minister said, "It reportedly sank."').hedges == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister said that the bridge was safe.", "asserts"),
        ("The minister confirmed that the bridge was closed.", "confirms"),
        ("The minister denied that the bridge was closed.", "denies"),
        ("The minister asked whether the bridge was safe.", "asks"),
        ("The minister ordered that the bridge be closed.", "orders"),
        ("The minister promised to close the bridge.", "promises"),
    ],
)
def test_the_verb_makes_the_stance(text: str, stance: str) -> None:
    assert parse_one(text).stance == stance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister said that the bridge was safe.", "reporting"),
        ("The minister believes that the bridge is safe.", "belief"),
        ("The minister saw that the bridge was closed.", "perception"),
        ("The minister wants to close the bridge.", "attitude"),
        ("The minister hopes that the bridge is safe.", "attitude"),
    ],
)
def test_the_verb_makes_the_kind(text: str, kind: str) -> None:
    assert parse_one(text).kind == kind
