"""According to whom: the whole source, and what is no source at all."""

import pytest

import attrib
from marking import mark


@pytest.mark.parametrize(
    "sentence",
    [
        "According to [S:police and county officials], [T:the truck was stolen].",
        "According to [S:police in Oslo, Norway], [T:the truck was stolen].",
        "According to [S:a survey taken last year], [T:a third of the bells are gone].",
        "[T:The truck was stolen], according to [S:police and two witnesses].",
        "[T:The truck was stolen], according to [S:current and former clerks].",
        "According to [S:him], [T:other towns quarrel over it].",
        "According to [S:Norr], [T:these three locks do not just stop thieves].",
        "[T:“It was stolen,”] according to [S:the alert].",
        "According to [S:a guard who saw it], [T:the truck was stolen].",
        "[T:The truck was stolen], according to [S:a guard who saw it].",
        "As detailed in [S:a report by Norr Labs], [T:the lock copies itself].",
        "As noted in [S:a recent report], [T:the truck was stolen].",
        "As described by [S:Baltic Wire], [T:the truck was stolen].",
        "[T:The truck was stolen], as stated in [S:the report].",
        "[T:The truck was stolen] - according to [S:the report].",
    ],
)
def test_the_source_behind_according_to_is_whole(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert (found.mention, found.content) == (marked["S"], marked["T"])


def test_a_content_goes_on_behind_a_source_between_dashes() -> None:
    marked = mark("[T:The dam] – according to [S:a new report] – [T:is old].")
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]
    assert found.content.spans == marked.spans("T")


@pytest.mark.parametrize("this", ["That’s", "That is", "This is"])
def test_what_that_is_according_to_stands_before_it(this: str) -> None:
    text = f"The truck was stolen. {this} according to police."
    (found,) = attrib.parse(text).attributions
    assert found.content.text == "The truck was stolen."


def test_who_acts_behind_a_source_is_not_part_of_it() -> None:
    text = "According to police, the truck was stolen and two men fled."
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert found.mention.text == "police"


@pytest.mark.parametrize(
    "text",
    [
        "The cost per student is used as a measure.",
        "If all goes according to plan, the dam will be ready in May.",
        "The dam is no danger, per se, but it is old.",
        "As noted in May, the dam is old.",
        "As outlined in red, the dam is old.",
        "The town burns two tonnes of coal per head, as it has for years.",
    ],
)
def test_rates_and_plans_say_nothing(text: str) -> None:
    assert not attrib.parse(text).attributions


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended.\n\nTechnical Structure: The bridge has two arches.",
        "The talks ended.\n\nEighth: Provide boats to the guards.",
    ],
)
def test_a_heading_says_nothing(text: str) -> None:
    assert not attrib.parse(text).attributions


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("SARN: Two men were held, police said.", 'police: "Two men were held"'),
        ("LIND: It rained, and it was cold.", 'LIND: "It rained, and it was cold"'),
        ("Sources: Norway to close the port", 'Sources: "Norway to close the port"'),
    ],
)
def test_a_place_before_a_colon_says_nothing(text: str, chain: str) -> None:
    assert [str(each) for each in attrib.parse(text).chains()] == [chain]


def test_a_list_of_sources_says_nothing() -> None:
    assert attrib.parse("Sources: Baltic Wire, Radio Norr").chains() == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Reportedly, the bridge was closed.", "the bridge was closed"),
        ("Rumour has it that the mayor will resign.", "that the mayor will resign"),
        ("The club, word has it, will be sold.", "The club will be sold"),
    ],
)
def test_hearsay_is_told_without_the_comma_behind_its_cue(
    text: str, content: str
) -> None:
    (found,) = attrib.parse(text).attributions
    assert found.rule == "en.hearsay.adverb"
    assert found.source is None
    assert found.content.text == content


@pytest.mark.parametrize(
    "text",
    ["Acc. to the mayor, it is shut.", "The bridge is shut (acc. to the mayor)."],
)
def test_according_to_may_be_shortened(text: str) -> None:
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert found.mention.text == "the mayor"


def test_as_somebody_tells_it_tells_the_rest() -> None:
    (found,) = attrib.parse("As Lind tells it, the deal is off.").attributions
    assert found.cue is not None
    assert found.cue.text == "tells it"
    assert found.content.text == "the deal is off"
    assert attrib.parse("As I understand it, the deal is off.").attributions == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "According to the mayor, the plan, dating back to May, is dead.",
            "the plan, dating back to May, is dead",
        ),
        (
            "According to Lind, the latest campaign, including the letters, was a lie.",
            "the latest campaign, including the letters, was a lie",
        ),
        ("According to Lind, the mayor, speaking in May, it is dead.", "it is dead"),
    ],
)
def test_what_follows_according_to_keeps_its_subject(text: str, content: str) -> None:
    (chain,) = attrib.parse(text).chains()
    assert chain.content.text == content


def test_an_opinion_needs_no_comma_before_its_clause() -> None:
    (found,) = attrib.parse("In his view the dam is safe.").attributions
    assert found.rule == "en.preposition.owned"
    assert found.content.text == "the dam is safe"


def test_a_letter_in_which_somebody_says_it_says_nothing_itself() -> None:
    (found,) = attrib.parse("In his letter the mayor said it was safe.").attributions
    assert found.content.text == "it was safe"


@pytest.mark.parametrize(
    "day",
    [
        "on Friday",
        "in May",
        "on Oct. 5",
        "on Oct. 5, 2021",
        "on Friday morning",
        "earlier this month",
    ],
)
def test_the_day_of_a_report_is_no_part_of_what_it_tells(day: str) -> None:
    (found,) = attrib.parse(f"According to reports {day}, the dam broke.").attributions
    assert found.content.text == "the dam broke"


@pytest.mark.parametrize(
    "words",
    ["the table below", "the mayor himself", "residents here", "the figures available"],
)
def test_a_word_behind_a_source_before_the_comma_is_not_told(words: str) -> None:
    (found,) = attrib.parse(f"According to {words}, the price rose.").attributions
    assert found.mention is not None
    assert found.mention.text == words.rpartition(" ")[0]
    assert found.content.text == "the price rose"
