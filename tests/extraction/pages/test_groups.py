"""A cue is the reporting verb with its auxiliaries, negation and particle."""

import pytest

import attrib
from marking import mark


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister [C:has said] that the bridge is safe.",
        "The minister [C:had already said] that the bridge was safe.",
        "The minister [C:will say] that the bridge is safe.",
        "The minister [C:is saying] that the bridge is safe.",
        "The minister [C:has been saying] that the bridge is safe.",
        "The mayor [C:has been told] that the bridge is safe.",
        "The mayor [C:was also told] that the bridge is safe.",
    ],
)
def test_auxiliaries_belong_to_the_cue(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.cue == marked["C"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister [C:did not say] that the bridge was safe.",
        "The minister [C:never said] that the bridge was safe.",
        "The minister [C:didn't say] that the bridge was safe.",
        "The minister [C:didn’t say] that the bridge was safe.",
    ],
)
def test_a_negation_belongs_to_the_cue(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.cue == marked["C"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister [C:declined to say] whether the bridge was safe.",
        "The minister [C:refused to say] whether the bridge was safe.",
        "The minister [C:went on to say] that the bridge was safe.",
    ],
)
def test_a_governing_verb_belongs_to_the_cue_and_is_none_of_its_own(
    sentence: str,
) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.cue == marked["C"]


def test_a_particle_belongs_to_the_cue() -> None:
    marked = mark("The minister [C:pointed out] that the bridge was old.")
    (found,) = attrib.parse(marked.text).attributions
    assert found.cue == marked["C"]


def test_without_its_particle_the_verb_is_no_cue() -> None:
    assert attrib.parse("She pointed at the boat.").attributions == ()


def test_each_verb_of_a_sentence_has_a_group_of_its_own() -> None:
    text = "Police said that it rained, and the mayor said that it snowed."
    cues = [found.cue for found in attrib.parse(text).attributions]
    assert [cue.text for cue in cues if cue is not None] == ["said", "said"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor [C:doubts] that the bridge is safe.",
        "The mayor [C:plans] to close the bridge.",
        "Police [C:allege] that the bridge was closed.",
    ],
)
def test_a_verb_that_is_also_a_noun_is_told_by_its_clause(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.cue == marked["C"]
    assert found.mention is not None


@pytest.mark.parametrize(
    "cue", ["would have us believe", "wants us to think", "would have you believe"]
)
def test_what_somebody_would_have_us_believe_is_claimed(cue: str) -> None:
    (found,) = attrib.parse(f"Lind {cue} that the dam is safe.").attributions
    assert (found.mention and found.mention.text, found.cue and found.cue.text) == (
        "Lind",
        cue,
    )
    assert (found.kind, found.stance) == ("reporting", "asserts")


def test_of_course_is_nobody() -> None:
    (found,) = attrib.parse("We are of course talking about copper.").attributions
    assert found.mention is not None
    assert found.mention.text == "We"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The senator disagreed with the plan.", "attitude"),
        ("The senator alluded to the scandal.", "reporting"),
    ],
)
def test_stands_with_a_particle_are_no_reports(text: str, kind: str) -> None:
    assert {each.kind for each in attrib.parse(text).attributions} == {kind}


def test_many_may_call_somebody_something() -> None:
    found = attrib.parse("Some wrongly call the plan a tax.").attributions
    assert [each.cue and each.cue.text for each in found] == ["wrongly call"]


@pytest.mark.parametrize(
    "text",
    [
        "Orders rose, revised upwards from a previously reported 2 per cent.",
        "It may require changes to recently announced results of the firm.",
        "A newly unveiled boat sank.",
    ],
)
def test_a_participle_before_its_noun_tells_nothing(text: str) -> None:
    assert attrib.parse(text).attributions == ()


def test_who_used_to_say_something_said_it() -> None:
    (found,) = attrib.parse("My old editor used to say that it was safe.").attributions
    assert found.mention is not None
    assert (found.mention.text, found.cue and found.cue.text) == (
        "My old editor",
        "used to say",
    )


def test_what_was_used_to_show_something_says_nothing() -> None:
    assert attrib.parse("The words used to describe it were odd.").attributions == ()
