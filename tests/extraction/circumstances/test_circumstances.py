"""When, where, to whom and how surely something was said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from attrib import Attribution, Document
from attrib.credibility.likelihood import MARKS, find_likelihoods
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
        ("The minister wrote on Telegram that it rained.", "Telegram"),
        ("The minister tweeted that the bridge was safe.", "X"),
        ("The minister said in a letter that the bridge was safe.", "letter"),
        ("The minister said that the bridge was safe.", None),
        ("The minister said that the letter was lost.", None),
        ("The statement said that the bridge was safe.", None),
        ("The minister said in a post on X that it rained.", "X"),
        ("The minister posted to X that it rained.", "X"),
        ("Mr. X said that it rained.", None),
        ("The minister wrote on Truth Social that it rained.", "Truth Social"),
        ("In a Facebook post, the minister said that it rained.", "Facebook"),
        ("The Facebook spokesman said that it rained.", None),
        ("The minister said on his Telegram channel that it rained.", "Telegram"),
        ("The Telegram channel Norr said that it rained.", None),
        ('"It rained," the minister posted on Instagram.', "Instagram"),
        ("The minister told a news conference that it rained.", "briefing"),
        ("The minister left the briefing and said it rained.", None),
        ("The minister told a hearing that it rained.", "testimony"),
        ("The lawyer wrote in court papers that it rained.", "court filing"),
        ("According to a court filing, the bridge is unsafe.", "court filing"),
        ("Court documents show that the bridge is unsafe.", "court filing"),
        ("According to a leaked memo, the bridge is unsafe.", "leaked document"),
        ("In leaked cables, the envoy said that it rained.", "leaked document"),
        ("The minister, who lost the letter, said it rained.", None),
        ("The minister said in response to the letter that it rained.", None),
        ("The minister wrote in the Washington Post that it rained.", None),
        ("The minister said in an interview on YouTube that it rained.", "interview"),
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
        "The mayor told [A:investors] on a call last Thursday he would stay.",
        "The mayor told [A:members of the board] at a press conference he would stay.",
        "The mayor told [A:Baltic Wire] in an interview that he would stay.",
        "A guard told [A:Baltic Wire] on condition of anonymity that he would stay.",
        "The mayor told [A:people in the port] that he would stay.",
        "The mayor told [A:a hearing in Sarn] that he would stay.",
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
        "The minister [H:falsely] claimed that the bridge was safe.",
        "The minister claimed, [H:wrongly], that the bridge was safe.",
        "The minister repeated the [H:debunked] claim that the bridge was safe.",
        "The minister claimed [H:without evidence] that the bridge was safe.",
    ],
)
def test_a_hedge_is_found_where_it_stands(sentence: str) -> None:
    marked = mark(sentence)
    assert parse_one(marked.text).hedges == (marked["H"],)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said he was falsely accused of theft.",
        "The minister said that the report was false.",
        "The minister called the report false.",
        "The minister warned of false alarms.",
    ],
)
def test_what_the_source_calls_false_is_no_hedge_of_the_teller(text: str) -> None:
    assert not any(found.hedges for found in attrib.parse(text).attributions)


def test_a_hedge_in_a_quotation_is_not_the_tellers() -> None:
    assert parse_one('The minister said, "It reportedly sank."').hedges == ()


def stated(text: str) -> list[list[str]]:
    """Return the terms that each attribution states."""
    found = attrib.parse(text).attributions
    return [[str(each.term) for each in one.likelihoods] for one in found]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The minister said that the dam was very likely to fail.", ["very likely"]),
        ("The minister said that the dam would almost certainly fail.",
         ["almost certain"]),
        ("The minister said it was not likely that the dam would fail.", ["unlikely"]),
        ('"The dam will probably fail," the minister said.', ["likely"]),
        ("According to the minister, there is a remote chance of a flood.",
         ["almost no chance"]),
        ("The minister said a flood was unlikely and a drought highly probable.",
         ["unlikely", "very likely"]),
        ("The minister said that a flood was more likely than not.", []),
        ("The minister said that the dam had allegedly failed.", []),
        ("The minister will probably say that the dam is safe.", []),
    ],
)  # fmt: skip
def test_a_content_states_how_likely_it_is(text: str, terms: list[str]) -> None:
    assert stated(text) == [terms]


def test_a_likelihood_is_stated_by_the_innermost_source() -> None:
    text = "The agency said that the minister told it a flood was very likely."
    assert stated(text) == [[], ["very likely"]]


def test_of_a_relay_and_its_source_the_source_states_it() -> None:
    text = "The agency reported, citing the minister, that it will probably rain."
    assert stated(text) == [[], ["likely"]]


def test_a_likelihood_of_the_whole_is_told_from_several() -> None:
    one = parse_one("The minister said that a flood was very likely.")
    assert one.likelihood is not None
    assert (one.likelihood.words.text, one.likelihood.percent) == (
        "very likely",
        (80, 95),
    )
    several = parse_one("The minister said rain was likely and snow unlikely.")
    assert len(several.likelihoods) == 2
    assert several.likelihood is None


@given(st.text(st.sampled_from("no ") | st.characters(max_codepoint=127)) | st.lists(
    st.sampled_from([*sorted(MARKS), "almost", "no", "roughly", "even", "very", "not"])
).map(" ".join))  # fmt: skip
def test_every_term_of_likelihood_holds_a_mark(text: str) -> None:
    for found in find_likelihoods(text):
        words = re.findall(r"\w+", found.span.of(text).lower())
        assert not MARKS.isdisjoint(words)


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
