import copy
import itertools
import operator
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import AttribError, ModelError
from attrib.model.scale import (
    AdmiraltyGrade,
    ConfidenceLevel,
    Credibility,
    EstimativeWord,
    InformationGrade3x5x2,
    InformationGrade5x5x5,
    Likelihood,
    Reliability,
    Scale,
    SourceGrade3x5x2,
    SourceGrade5x5x5,
    ZeroToTen,
)

LABELS: dict[type[Scale], list[str]] = {
    Reliability: ["A", "B", "C", "D", "E", "F"],
    Credibility: ["1", "2", "3", "4", "5", "6"],
    Likelihood: [
        "almost no chance",
        "very unlikely",
        "unlikely",
        "roughly even chance",
        "likely",
        "very likely",
        "almost certain",
    ],
    ConfidenceLevel: ["none", "low", "med", "high"],
    ZeroToTen: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    EstimativeWord: [
        "impossible",
        "highly unlikely",
        "unlikely",
        "even chance",
        "likely",
        "highly likely",
        "certain",
    ],
    SourceGrade5x5x5: ["A", "B", "C", "D", "E"],
    InformationGrade5x5x5: ["1", "2", "3", "4", "5"],
    SourceGrade3x5x2: ["1", "2", "3"],
    InformationGrade3x5x2: ["A", "B", "C", "D", "E"],
}
scales = pytest.mark.parametrize("scale", LABELS, ids=lambda scale: scale.__name__)
members = st.sampled_from([member for scale in LABELS for member in scale])


@scales
def test_a_scale_has_the_labels_of_its_standard(scale: type[Scale]) -> None:
    assert [member.value for member in scale] == LABELS[scale]


@scales
def test_every_label_has_a_meaning(scale: type[Scale]) -> None:
    meanings = [member.meaning for member in scale]
    assert all(meanings)
    assert len(set(meanings)) == len(meanings)


@given(members)
def test_a_member_is_its_label(member: Scale) -> None:
    assert str(member) == f"{member}" == member.value
    assert member == member.value
    assert member.value == member
    assert hash(member) == hash(member.value)
    assert type(member)(member.value) is member


@given(members, members)
def test_members_equal_only_themselves(one: Scale, other: Scale) -> None:
    assert (one == other) is (one is other)
    assert (one != other) is (one is not other)


@given(members)
def test_a_member_differs_from_labels_not_its_own(member: Scale) -> None:
    assert member != member.value + " "
    assert member != 1
    assert member is not None


def test_a_label_shared_by_two_scales_keeps_them_apart() -> None:
    assert len({Reliability.E, SourceGrade5x5x5.E, InformationGrade3x5x2.E}) == 3


@given(members)
def test_members_pickle_and_copy_as_themselves(member: Scale) -> None:
    assert pickle.loads(pickle.dumps(member)) is member
    assert copy.deepcopy(member) is member


@pytest.mark.parametrize(
    "operation",
    [
        operator.lt,
        operator.le,
        operator.gt,
        operator.ge,
        operator.add,
        operator.sub,
        operator.mul,
        operator.truediv,
    ],
)
@given(one=members, other=st.one_of(members, st.integers(), st.floats(), st.text()))
def test_scales_have_no_order_and_no_arithmetic(
    operation: object, one: Scale, other: object
) -> None:
    assert callable(operation)
    for left, right in itertools.permutations((one, other)):
        with pytest.raises(TypeError):
            operation(left, right)


@pytest.mark.parametrize("convert", [int, float, operator.index, sum])
@given(member=members)
def test_no_member_is_a_number(convert: object, member: Scale) -> None:
    assert callable(convert)
    with pytest.raises(TypeError):
        convert(member)


@scales
@given(data=st.data())
def test_a_wrong_label_says_what_was_wanted(
    scale: type[Scale], data: st.DataObject
) -> None:
    labels = LABELS[scale]
    wrong = data.draw(st.text(max_size=4).filter(lambda text: text not in labels))
    with pytest.raises(ModelError) as raised:
        scale(wrong)
    listed = ", ".join(map(repr, labels))
    found, _, wanted = str(raised.value).partition(", wanted a")
    assert found == f"found {wrong!r}"
    assert wanted.removeprefix("n") == f" {scale.__name__}: {listed}"


@pytest.mark.parametrize("wrong", ["b", "G", "", " B", "AB", 2, 2.0, True, None, ["B"]])
def test_nothing_but_the_label_is_a_reliability(wrong: Any) -> None:
    with pytest.raises(ModelError, match="wanted a Reliability"):
        Reliability(wrong)


def test_an_unknown_label_is_a_value_error_that_pickles() -> None:
    with pytest.raises(ValueError, match="found '7'") as raised:
        Credibility("7")
    assert isinstance(raised.value, AttribError)
    again = pickle.loads(pickle.dumps(raised.value))
    assert (type(again), str(again)) == (ModelError, str(raised.value))


def test_only_f_and_6_are_unknown() -> None:
    assert [member for member in Reliability if not member.is_known] == ["F"]
    assert [member for member in Credibility if not member.is_known] == ["6"]


@pytest.mark.parametrize("letter", Reliability)
@pytest.mark.parametrize("digit", Credibility)
def test_a_grade_is_written_with_both_labels(
    letter: Reliability, digit: Credibility
) -> None:
    grade = AdmiraltyGrade(letter, digit)
    assert str(grade) == letter.value + digit.value
    assert AdmiraltyGrade(*str(grade)) == grade


def test_a_grade_holds_no_wrong_label() -> None:
    with pytest.raises(ModelError, match="wanted a Reliability"):
        AdmiraltyGrade("2", "B")
    with pytest.raises(ModelError, match="wanted a Credibility"):
        AdmiraltyGrade("B", "7")


def test_a_grade_never_changes_and_has_no_order() -> None:
    grade = AdmiraltyGrade("B", "2")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        grade.reliability = Reliability.A  # type: ignore[misc]  # wrong on purpose
    with pytest.raises(TypeError):
        sorted([grade, AdmiraltyGrade("A", "1")])


def test_the_terms_of_icd_203_have_its_ranges_and_synonyms() -> None:
    assert [(term.synonym, term.percent) for term in Likelihood] == [
        ("remote", (1, 5)),
        ("highly improbable", (5, 20)),
        ("improbable", (20, 45)),
        ("roughly even odds", (45, 55)),
        ("probable", (55, 80)),
        ("highly probable", (80, 95)),
        ("nearly certain", (95, 99)),
    ]


def test_the_ranges_of_icd_203_meet_and_mirror_one_another() -> None:
    ranges = [term.percent for term in Likelihood]
    for (_, end), (start, _) in itertools.pairwise(ranges):
        assert end == start
    assert [(100 - end, 100 - start) for start, end in reversed(ranges)] == ranges
