"""Who is behind "by": the whole of who said what stands before a passive verb."""

import pytest

import attrib
from marking import mark


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike was announced by [S:Adviser to the Minister Ada Lind] in a talk.",
        "The strike was announced by [S:the envoy to Norway].",
        "The strike was announced by [S:the aide to the mayor on farming Ada Lind].",
        "The strike was announced by [S:the aide] on Monday.",
        "The strike was announced by [S:the union of teachers] in Sarn.",
    ],
)
def test_the_source_behind_by_is_whole(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]
    assert found.content.text == "The strike"


def test_whom_something_is_announced_to_does_not_announce_it() -> None:
    text = "The strike was announced by the mayor to the council."
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert found.mention.text == "the mayor"


@pytest.mark.parametrize(
    "sentence",
    [
        "[T:Lind is putting the dam at risk], it has been claimed.",
        "[T:The dam was sold in May], it is understood.",
        "[T:The dam was sold in May], it was revealed on Friday.",
    ],
)
def test_what_it_is_claimed_stands_before_it(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert (found.mention, found.content) == (None, marked["T"])


@pytest.mark.parametrize(
    "text",
    [
        "If it rains, it will be announced.",
        "When the dam broke, it was reported to the mayor.",
        "The firm has a new boat, and it is called Norr.",
    ],
)
def test_when_something_is_told_is_not_what_is_told(text: str) -> None:
    assert not attrib.parse(text).attributions


def test_a_headline_leaves_out_by_whom_something_is_said() -> None:
    (found,) = attrib.parse("Two boats said to have sunk in Sarn").attributions
    assert found.mention is None
    assert found.rule == "en.passive.to"


def test_who_is_behind_a_quotation_in_a_passive_says_it() -> None:
    marked = mark("The plan was dubbed [T:“a gift”] by [S:the union].")
    (found,) = attrib.parse(marked.text).attributions
    assert (found.mention, found.content) == (marked["S"], marked["T"])


def test_when_something_was_revealed_is_not_what_was() -> None:
    (found,) = attrib.parse("The sum was revealed when the board met.").attributions
    assert found.content.text == "The sum"


def test_when_somebody_will_leave_may_be_asked() -> None:
    (found,) = attrib.parse("Lind was asked when she would leave.").attributions
    assert found.content.text == "when she would leave"


@pytest.mark.parametrize(
    "text",
    [
        "Lind was credited with saving the ship.",
        "The god is often depicted with a hammer.",
        "She was told the news.",
        "People in Sarn have been told to leave.",
        "It was a ban which the agencies have accused of unfairness.",
    ],
)
def test_nothing_is_told_of_what_is_only_shown_or_spoken_to(text: str) -> None:
    assert attrib.parse(text).attributions == ()


def test_a_court_that_was_told_hears_what_stands_before_it() -> None:
    text = "The ship sank in the port, the court was told."
    (found,) = attrib.parse(text).attributions
    assert found.content.text == "The ship sank in the port"
    assert found.addressee is not None
    assert found.addressee.text == "the court"


@pytest.mark.parametrize(
    "sentence",
    [
        "[A:Residents] were told by [S:police] [T:to leave].",
        "[A:Parents] have been urged by [S:the council] [T:to keep children at home].",
        "[A:The firm] was asked by [S:the court] [T:not to sell].",
    ],
)
def test_who_was_told_to_do_something_hears_it(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert (found.addressee, found.mention, found.content) == (
        marked["A"],
        marked["S"],
        marked["T"],
    )


def test_what_people_are_urged_to_do_is_told_whoever_urged_them() -> None:
    marked = mark("[T:Residents] were urged [T:to leave their homes].")
    (found,) = attrib.parse(marked.text).attributions
    assert found.rule == "en.passive.to"
    assert (found.source, found.content) == (None, marked["T"])


@pytest.mark.parametrize(
    "sentence",
    [
        "He was accused by [S:the mayor] [T:of theft].",
        "He was accused by [S:the mayor of Sarn] [T:of theft].",
        "He was accused by [S:the head of the union] [T:of lying].",
    ],
)
def test_of_what_somebody_is_accused_is_no_part_of_who_says_so(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]
    assert found.content.spans[1:] == marked["T"].spans


def test_whose_something_is_that_somebody_is_accused_by() -> None:
    marked = mark("He was accused by [S:the mayor of the town].")
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]
