"""Nouns and adjectives are cues, of the kind that they are listed for."""

import pytest

import attrib
from attrib import AttributionKind
from marking import mark


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("[S:The mayor] [C:made the claim] [T:that the dam was safe].", "reporting"),
        ("[S:The mayor] [C:is convinced] [T:that the dam is safe].", "belief"),
        ("The [C:view] among [S:residents] is [T:that the dam is safe].", "belief"),
        ("The [C:message] from [S:Norway] is [T:that it will pay].", "reporting"),
        ("[S:The panel] [C:is of the view] [T:that the dam is safe].", "belief"),
        ("[S:The union] [C:was adamant] [T:that nobody would leave].", "attitude"),
        ("[S:The senator] [C:is wary of] [T:the plan].", "attitude"),
        ("[S:The mayor] [C:has no plans] [T:to close the market].", "attitude"),
    ],
)
def test_a_cue_has_its_source_and_its_kind(sentence: str, kind: str) -> None:
    marked = mark(sentence)
    found = attrib.parse(marked.text).attributions
    wanted = (marked["S"], marked["C"], marked["T"])
    (one,) = [e for e in found if (e.mention, e.cue, e.content) == wanted]
    assert one.kind == AttributionKind(kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor is convinced that the dam is safe.",
        "Residents are worried about the dam.",
    ],
)
def test_an_adjective_is_read_once_and_not_as_a_passive(sentence: str) -> None:
    (found,) = attrib.parse(sentence).attributions
    assert found.rule.startswith("en.adjective.")
    assert found.mention is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The support beams of the bridge were old.",
        "A report that shocked the city appeared on Monday.",
        "The road to the harbour was closed.",
        "The bridge is so old that nobody may cross it.",
        "The point of the rule is that nobody drowns.",
    ],
)
def test_other_nouns_and_adjectives_attribute_nothing(sentence: str) -> None:
    assert attrib.parse(sentence).attributions == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:The mayor]'s [C:claim] [T:that the dam is safe] was ignored.",
        "A [C:warning] [T:that the dam could break] came from the engineers.",
        "The [C:claim] [T:that the dam failed] is false.",
        "[S:Lind]'s [C:statement] [T:that the dam had failed] caused a stir.",
    ],
)
def test_what_is_claimed_ends_before_the_verb_of_the_sentence(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.content == marked["T"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The step follows [C:reports] on Monday [T:that Norway will close the port].",
        "There were [C:claims] on Friday [T:that the dam had failed].",
        "The mayor's [C:warning] last week [T:that the dam would fail] was ignored.",
    ],
)
def test_a_time_may_stand_between_a_noun_and_what_it_tells(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.content == marked["T"]
    assert found.cue == marked["C"]
