"""Whole paragraphs have a source at their head or foot, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from marking import mark

NAMES = st.sampled_from(["Ada Lind", "Jon Berg", "Mayor Holm", "LIND"])
SPEECHES = st.sampled_from(
    [
        "We will not pay.",
        "It is closed. It stays closed.",
        "Who said that?",
        "No, we never did.",
    ]
)


def spans_by(rule: str, text: str) -> list[tuple[str, str]]:
    """Return source and content of each attribution of a rule."""
    return [
        (each.mention.text if each.mention else "", each.content.text)
        for each in attrib.parse(text).attributions
        if each.rule == rule
    ]


@given(st.lists(st.tuples(NAMES, SPEECHES), min_size=2, max_size=6))
def test_a_transcript_comes_back_turn_by_turn(turns: list[tuple[str, str]]) -> None:
    text = "\n\n".join(f"{name}: {speech}" for name, speech in turns)
    assert spans_by("en.transcript.turn", text) == turns


@given(st.lists(st.tuples(NAMES, SPEECHES), min_size=2, max_size=6))
def test_turns_may_stand_on_one_line(turns: list[tuple[str, str]]) -> None:
    text = " ".join(f"{name}: {speech}" for name, speech in turns)
    assert spans_by("en.transcript.turn", text) == turns


def test_the_label_of_a_turn_may_be_long() -> None:
    text = (
        "President of the Harbour Council of Sarn Ada Lind: We will not pay. It is "
        "closed. Ferry Minister of the Republic of Norr Bo Berg: Who said that?"
    )
    assert [content for _, content in spans_by("en.transcript.turn", text)] == [
        "We will not pay. It is closed.",
        "Who said that?",
    ]


def test_a_speech_may_be_the_only_turn() -> None:
    text = "President of Sarn Ada Lind: Friends, I greet you. It is closed."
    assert spans_by("en.transcript.turn", text) == [
        ("President of Sarn Ada Lind", "Friends, I greet you. It is closed.")
    ]
    assert not spans_by("en.transcript.turn", "President Ada Lind: a life for the sea.")


def test_i_in_a_turn_is_whoever_speaks() -> None:
    text = "Ada Lind: I said that it rained. Bo Berg: Who said that?"
    sources = [
        each.source and each.source.name
        for each in attrib.parse(text).attributions
        if each.content.text == "that it rained"
    ]
    assert sources == ["Ada Lind"]


def test_brackets_in_a_label_are_no_turn_of_their_own() -> None:
    text = (
        "Mr Cole (Sarn) (14:32): Will she pay?\n\n"
        "The Minister for Ports (Ms Berg): I will not.\n\nMr Cole: Why not?"
    )
    assert spans_by("en.transcript.turn", text) == [
        ("Mr Cole (Sarn) (14:32)", "Will she pay?"),
        ("Ms Berg", "I will not."),
        ("Mr Cole", "Why not?"),
    ]
    names = [str(chain).split(":")[0] for chain in attrib.parse(text).chains()]
    assert names == ["Cole", "Berg", "Cole"]


def test_an_unknown_name_speaks_if_it_speaks_twice() -> None:
    text = "Vesk: Who was there?\n\nTorv: We were.\n\n"
    assert spans_by("en.transcript.turn", text + "Vesk: When?") == [
        ("Vesk", "Who was there?"),
        ("Torv", "We were."),
        ("Vesk", "When?"),
    ]
    assert spans_by("en.transcript.turn", text + "Lorn: It was late.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind: We will not pay.",
        "London: It rains.\n\nParis: It snows.",
        "Bread: two marks.\n\nSalt: one mark.",
        "Ada Lind: 12\n\nJon Berg: 14",
    ],
)
def test_labels_alone_make_no_conversation(text: str) -> None:
    assert spans_by("en.transcript.turn", text) == []


def test_a_turn_goes_on_until_the_next_one_and_the_last_for_a_paragraph() -> None:
    text = (
        "Ada Lind: It is closed.\n\nIt stays closed.\n\n"
        "Jon Berg: Who says so?\n\nThe talk took place on Monday."
    )
    assert spans_by("en.transcript.turn", text) == [
        ("Ada Lind", "It is closed.\n\nIt stays closed."),
        ("Jon Berg", "Who says so?"),
    ]


def test_turns_that_lost_their_lines_are_told_apart() -> None:
    text = (
        "President of Sarn Ada Lind: Good morning. We met to talk. It is late. "
        "Jon Berg: How late? Ada Lind: Very late. It is dark."
    )
    assert spans_by("en.transcript.turn", text) == [
        ("President of Sarn Ada Lind", "Good morning. We met to talk. It is late."),
        ("Jon Berg", "How late?"),
        ("Ada Lind", "Very late. It is dark."),
    ]


def test_a_title_begins_a_speech_that_stands_alone() -> None:
    text = "Mayor of Sarn Ada Lind: Good morning. We met to talk. It is late."
    ((source, content),) = spans_by("en.transcript.turn", text)
    assert source == "Mayor of Sarn Ada Lind"
    assert content == "Good morning. We met to talk. It is late."


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Lind: We will not pay.",
        "Ada Lind: Good morning. We met to talk. It is late.",
        "She bought three things. Salt: two marks. Bread: one mark. Oil: nine marks.",
    ],
)
def test_one_line_makes_no_conversation(text: str) -> None:
    assert spans_by("en.transcript.turn", text) == []


def test_a_verb_inside_a_turn_is_nested_in_it() -> None:
    text = "Ada Lind: The mayor said that it rained.\n\nJon Berg: That is wrong."
    found = attrib.parse(text).attributions
    (inner,) = [each for each in found if each.rule == "en.indirect.that"]
    assert inner.parent is not None
    assert found[inner.parent].rule == "en.transcript.turn"


@pytest.mark.parametrize(
    "text",
    [
        "@harbour: closed until Monday",
        "RT @harbour: closed until Monday",
        "Ada Lind (@harbour): closed until Monday",
    ],
)
def test_a_post_stands_alone(text: str) -> None:
    ((source, content),) = spans_by("en.post.handle", text)
    assert "@harbour" in source
    assert content == "closed until Monday"


def test_quoted_mail_is_its_lines_without_their_marks() -> None:
    marked = mark(
        "[S:Ada Lind] [C:wrote] on Monday:\n"
        "> [T:The port is closed.]\n> [T:Nobody may enter.]\n\nThat was all."
    )
    found = attrib.parse(marked.text).attributions
    (block,) = [each for each in found if each.rule == "en.block.lines"]
    assert (block.mention, block.cue) == (marked["S"], marked["C"])
    assert block.content == marked["T"]


@pytest.mark.parametrize(
    "text",
    [
        "> The port is closed.",
        "The harbour was full:\n\nThe ships lay side by side.",
        "“We will not pay.” - and so they left.",
        "“We will not pay.” - Ada Lind left the room.",
        "Bread and salt - the market in May",
    ],
)
def test_what_names_nobody_is_no_layout(text: str) -> None:
    rules = {each.rule for each in attrib.parse(text).attributions}
    layouts = ("en.block.", "en.direct.signed", "en.headline.", "en.post.")
    assert [rule for rule in rules if rule.startswith(layouts)] == []


def test_only_the_headline_may_end_in_a_dash_and_its_source() -> None:
    body = "The harbour was closed on Monday.\n\nPort to close for a week - police"
    assert spans_by("en.headline.dash", body) == []


def test_who_is_quoted_in_a_block_at_its_head_is_a_link_of_its_own() -> None:
    text = (
        "Ada Lind writes:\n\nTwo boats have sunk off Sarn, a guard told the "
        "Guardian on Monday. Nobody was hurt."
    )
    chains = attrib.parse(text).chains()
    names = [[link.name for link in chain.links] for chain in chains]
    assert ["Ada Lind", "Guardian", "guard"] in names


def test_a_title_in_capitals_opens_a_turn_of_its_own() -> None:
    text = "SEN. LIND: Thank you, Mr. Chairman. The dam held. Did it not?"
    (found,) = attrib.parse(text).attributions
    assert found.rule == "en.transcript.turn"
    assert found.content.text.endswith("Did it not?")


def test_short_questions_and_answers_are_turns() -> None:
    text = "Q: Will it open?\nA: We hope so.\nQ: When?\nA: In May."
    assert spans_by("en.transcript.turn", text) == [
        ("Q", "Will it open?"),
        ("A", "We hope so."),
        ("Q", "When?"),
        ("A", "In May."),
    ]


@pytest.mark.parametrize(
    ("heading", "source"),
    [
        ("Originally posted by harbourfan:", "harbourfan"),
        ("Posted by Ada Lind at 10:32:", "Ada Lind"),
        ("Written by the mayor of Sarn on Monday:", "the mayor of Sarn"),
    ],
)
@pytest.mark.parametrize("post", ["It is closed.", '"It is closed."'])
def test_a_post_is_whose_name_stands_above_it(
    heading: str, source: str, post: str
) -> None:
    assert spans_by("en.block.heading", f"{heading}\n{post}") == [(source, post)]


def test_whoever_published_a_book_has_not_said_its_title() -> None:
    assert attrib.parse("Published by the Sarn Press:\nThe Dam, a novel").chains() == ()
