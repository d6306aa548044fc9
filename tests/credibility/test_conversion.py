import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.conversion import (
    Conversion,
    StixScale,
    from_admiralty,
    from_misp,
    from_percent,
    from_stix,
    to_admiralty,
    to_misp,
    to_stix,
)
from attrib.errors import AttribError, FormatError, ModelError
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

STIX_SCALES: tuple[type[Scale], ...] = get_args(StixScale)
POLICE_SCALES: dict[type[Scale], type[Scale]] = {
    SourceGrade5x5x5: Reliability,
    SourceGrade3x5x2: Reliability,
    InformationGrade5x5x5: Credibility,
    InformationGrade3x5x2: Credibility,
}
stix_scales = pytest.mark.parametrize("scale", STIX_SCALES, ids=lambda s: s.__name__)
police_scales = pytest.mark.parametrize(
    "scale", POLICE_SCALES, ids=lambda s: s.__name__
)
stix_labels = st.sampled_from(
    [label for scale in STIX_SCALES for label in scale if label is not Credibility.SIX]
)
admiralty_labels: list[Reliability | Credibility] = [*Reliability, *Credibility]

# By our label: the words of the oracle, and the names of its two functions.
ORACLE: dict[type[Scale], tuple[str, str, dict[str, str]]] = {
    Credibility: (
        "admiralty_credibility_to_value",
        "value_to_admiralty_credibility",
        {
            "1": "1 - Confirmed by other sources",
            "2": "2 - Probably True",
            "3": "3 - Possibly True",
            "4": "4 - Doubtful",
            "5": "5 - Improbable",
        },
    ),
    ConfidenceLevel: (
        "none_low_med_high_to_value",
        "value_to_none_low_medium_high",
        {"none": "None", "low": "Low", "med": "Med", "high": "High"},
    ),
    ZeroToTen: (
        "zero_ten_to_value",
        "value_to_zero_ten",
        {str(number): str(number) for number in range(11)},
    ),
    EstimativeWord: (
        "wep_to_value",
        "value_to_wep",
        {
            "impossible": "Impossible",
            "highly unlikely": "Highly Unlikely/Almost Certainly Not",
            "unlikely": "Unlikely/Probably Not",
            "even chance": "Even Chance",
            "likely": "Likely/Probable",
            "highly likely": "Highly likely/Almost Certain",
            "certain": "Certain",
        },
    ),
    Likelihood: (
        "dni_to_value",
        "value_to_dni",
        {
            "almost no chance": "Almost No Chance / Remote",
            "very unlikely": "Very Unlikely / Highly Improbable",
            "unlikely": "Unlikely / Improbable",
            "roughly even chance": "Roughly Even Chance / Roughly Even Odds",
            "likely": "Likely / Probable",
            "very likely": "Very Likely / Highly Probable",
            "almost certain": "Almost Certain / Nearly Certain",
        },
    ),
}


def oracle(scale: type[Scale]) -> tuple[Callable[..., int], Callable[..., str]]:
    scales = pytest.importorskip("stix2.confidence.scales")
    to_value, from_value, _ = ORACLE[scale]
    return getattr(scales, to_value), getattr(scales, from_value)


@stix_scales
def test_every_confidence_is_read_as_the_oracle_reads_it(scale: type[Scale]) -> None:
    _, read = oracle(scale)
    words = ORACLE[scale][2]
    for confidence in range(101):
        label = from_stix(confidence, scale).value
        assert label is not None
        assert words[label.value] == read(confidence), confidence


@stix_scales
def test_every_label_is_written_as_the_oracle_writes_it(scale: type[Scale]) -> None:
    write, _ = oracle(scale)
    for label, words in ORACLE[scale][2].items():
        assert to_stix(scale(label)).value == write(words)  # type: ignore[arg-type]  # one of the five


# The appendix itself, so that the tables are proved without the oracle, too.
@pytest.mark.parametrize(
    ("scale", "written", "least"),
    [
        (Credibility, [90, 70, 50, 30, 10], [80, 60, 40, 20, 0]),
        (ConfidenceLevel, [0, 15, 50, 85], [0, 1, 30, 70]),
        (
            ZeroToTen,
            [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
            [0, 5, 15, 25, 35, 45, 55, 65, 75, 85, 95],
        ),
        (EstimativeWord, [0, 10, 30, 50, 70, 90, 100], [0, 1, 20, 40, 60, 80, 100]),
        (Likelihood, [5, 15, 30, 50, 70, 85, 95], [0, 10, 20, 40, 60, 80, 90]),
    ],
)
def test_the_tables_are_those_of_the_appendix(
    scale: Any, written: list[int], least: list[int]
) -> None:
    labels = [label for label in scale if label is not Credibility.SIX]
    assert [to_stix(label).value for label in labels] == written
    for label, first in zip(labels, least, strict=True):
        assert from_stix(first, scale).value is label
        below = None if first == 0 else from_stix(first - 1, scale).value
        assert below is not label


@given(stix_labels)
def test_a_label_comes_back_from_stix(label: Any) -> None:
    written = to_stix(label)
    assert written.lost == ()
    assert from_stix(written.value, type(label)) == Conversion(label)


@stix_scales
@given(st.integers(0, 100))
def test_a_confidence_loses_something_unless_it_comes_back(
    scale: Any, confidence: int
) -> None:
    read = from_stix(confidence, scale)
    assert read.value is not None
    assert (read.lost == ()) is (to_stix(read.value).value == confidence)


@stix_scales
def test_more_confidence_never_reads_as_less(scale: Any) -> None:
    read: list[Any] = [from_stix(confidence, scale).value for confidence in range(101)]
    written = [to_stix(label).value for label in read]
    numbers = [number for number in written if number is not None]
    assert len(numbers) == 101
    assert all(low <= high for low, high in pairwise(numbers))
    assert set(read) == set(scale) - {Credibility.SIX}


def test_what_a_reading_loses_is_the_number() -> None:
    assert from_stix(77, Credibility).lost == ("the number 77; 2 is written as 70",)


@stix_scales
@given(wrong=st.integers(max_value=-1) | st.integers(min_value=101))
def test_a_confidence_out_of_range_is_an_error(scale: Any, wrong: int) -> None:
    with pytest.raises(ModelError) as raised:
        from_stix(wrong, scale)
    wanted = "wanted a whole number from 0 to 100, or None"
    assert str(raised.value) == f"found {wrong}, {wanted}"


@pytest.mark.parametrize("wrong", [True, False, 50.0, math.nan, "50", b"5", [50]])
@stix_scales
def test_a_confidence_of_another_type_is_an_error(scale: Any, wrong: Any) -> None:
    with pytest.raises(ModelError, match="wanted a whole number from 0 to 100"):
        from_stix(wrong, scale)


def test_the_unknown_has_no_confidence_and_comes_back() -> None:
    written = to_stix(Credibility.SIX)
    assert written.value is None
    assert written.reason
    assert from_stix(written.value, Credibility) == Conversion(Credibility.SIX)


@stix_scales
def test_no_confidence_is_never_a_label_but_6(scale: Any) -> None:
    read = from_stix(None, scale)
    if scale is Credibility:
        assert read.value is Credibility.SIX
    else:
        assert read == Conversion(None, reason="STIX gives no confidence")


def test_no_confidence_reads_as_6() -> None:
    read = {from_stix(confidence, Credibility).value for confidence in range(101)}
    assert read == {"1", "2", "3", "4", "5"}


@pytest.mark.parametrize("letter", Reliability)
@pytest.mark.parametrize("digit", Credibility)
def test_a_grade_loses_its_reliability_in_stix(
    letter: Reliability, digit: Credibility
) -> None:
    written = to_stix(AdmiraltyGrade(letter, digit))
    assert written.value == to_stix(digit).value
    assert written.lost == (f"reliability {letter}, {letter.meaning}",)


@pytest.mark.parametrize("wrong", [Reliability.B, SourceGrade5x5x5.A, "2", 2, None])
def test_what_stix_has_no_scale_for_is_an_error(wrong: Any) -> None:
    with pytest.raises(ModelError) as raised:
        to_stix(wrong)
    assert str(raised.value) == (
        f"found {wrong!r}, wanted a label of Credibility or ConfidenceLevel or "
        "ZeroToTen or EstimativeWord or Likelihood"
    )


@pytest.mark.parametrize("wrong", [Reliability, Scale, int, "Credibility", None, []])
def test_reading_a_confidence_on_another_scale_is_an_error(wrong: Any) -> None:
    with pytest.raises(ModelError, match="wanted one of Credibility or"):
        from_stix(50, wrong)


@pytest.mark.parametrize("term", Likelihood)
def test_a_probability_inside_one_range_is_its_term(term: Likelihood) -> None:
    least, greatest = term.percent
    for percent in range(least + 1, greatest):
        assert from_percent(percent).value is term


@pytest.mark.parametrize(
    ("percent", "reason"),
    [
        (5, "5 per cent may be almost no chance or very unlikely"),
        (20, "20 per cent may be very unlikely or unlikely"),
        (45, "45 per cent may be unlikely or roughly even chance"),
        (55, "55 per cent may be roughly even chance or likely"),
        (80, "80 per cent may be likely or very likely"),
        (95, "95 per cent may be very likely or almost certain"),
    ],
)
def test_a_bound_of_two_ranges_is_neither_term(percent: int, reason: str) -> None:
    assert from_percent(percent) == Conversion(None, reason=reason)


@pytest.mark.parametrize("percent", [0, 0.5, 99.5, 100])
def test_what_is_all_but_certain_has_no_term(percent: float) -> None:
    assert from_percent(percent).value is None
    assert "from 1 to 99" in from_percent(percent).reason


def test_the_outer_bounds_belong_to_the_outer_terms() -> None:
    assert from_percent(1).value is Likelihood.ALMOST_NO_CHANCE
    assert from_percent(99).value is Likelihood.ALMOST_CERTAIN


@given(st.floats(0, 100) | st.integers(0, 100))
def test_a_term_covers_the_probability_it_was_read_from(percent: float) -> None:
    read = from_percent(percent)
    covering = [t for t in Likelihood if t.percent[0] <= percent <= t.percent[1]]
    assert (read.value is None) is (len(covering) != 1)
    assert read.value in [*covering, None]
    assert bool(read.lost) is (read.value is not None)


@given(st.lists(st.floats(0, 100), min_size=2))
def test_more_probable_is_never_a_lesser_term(percents: list[float]) -> None:
    read = [from_percent(percent).value for percent in sorted(percents)]
    places = [list(Likelihood).index(term) for term in read if term is not None]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "wrong", [-1, -0.001, 100.001, 101, math.nan, math.inf, True, "50", None]
)
def test_what_is_no_percentage_is_an_error(wrong: Any) -> None:
    with pytest.raises(ModelError) as raised:
        from_percent(wrong)
    assert str(raised.value) == f"found {wrong!r}, wanted per cent from 0 to 100"


@pytest.mark.parametrize("label", admiralty_labels, ids=str)
def test_a_label_comes_back_from_its_misp_tag(label: Reliability | Credibility) -> None:
    assert from_misp(to_misp(label)) == Conversion(label)


def test_the_tags_are_those_of_the_taxonomy() -> None:
    reliabilities = [f'admiralty-scale:source-reliability="{x}"' for x in "abcdef"]
    credibilities = [f'admiralty-scale:information-credibility="{x}"' for x in "123456"]
    assert [to_misp(x) for x in admiralty_labels] == reliabilities + credibilities


def test_deliberately_deceptive_is_not_called_unreliable() -> None:
    read = from_misp('admiralty-scale:source-reliability="g"')
    assert read.value is None
    assert "deliberately deceptive" in read.reason


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "b",
        "admiralty-scale",
        "admiralty-scale:source-reliability",
        'admiralty-scale:source-reliability="B"',
        'admiralty-scale:source-reliability="h"',
        "admiralty-scale:source-reliability=b",
        'admiralty-scale:source-reliability="2"',
        'admiralty-scale:information-credibility="b"',
        'admiralty-scale:information-credibility="7"',
        'admiralty-scale:information-credibility="g"',
        'admiralty-scale:source-reliability="b"\n',
        'estimative-language:likelihood-probability="likely"',
        None,
        2,
    ],
)
def test_another_tag_is_an_error_that_says_what_was_wanted(wrong: Any) -> None:
    with pytest.raises(FormatError) as raised:
        from_misp(wrong)
    assert str(raised.value) == (
        f'found {wrong!r}, wanted admiralty-scale:source-reliability="a" to "g" or '
        'admiralty-scale:information-credibility="1" to "6"'
    )


@pytest.mark.parametrize("wrong", ["B", Likelihood.LIKELY, SourceGrade5x5x5.B, None])
def test_only_the_admiralty_code_has_tags(wrong: Any) -> None:
    with pytest.raises(ModelError, match="a label of Reliability or Credibility"):
        to_misp(wrong)


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (SourceGrade5x5x5, "A:A B:B C:- D:E E:F"),
        (SourceGrade3x5x2, "1:- 2:F 3:-"),
        (InformationGrade5x5x5, "1:- 2:- 3:- 4:6 5:5"),
        (InformationGrade3x5x2, "A:- B:- C:- D:6 E:5"),
    ],
)
def test_the_labels_of_the_police_go_to_the_admiralty_code(
    scale: Any, expected: str
) -> None:
    found = [f"{label}:{to_admiralty(label).value or '-'}" for label in scale]
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (SourceGrade5x5x5, "A:A B:B C:C* D:C* E:D F:E"),
        (SourceGrade3x5x2, "A:1* B:1* C:- D:3* E:3* F:2"),
        (InformationGrade5x5x5, "1:- 2:- 3:- 4:- 5:5 6:4"),
        (InformationGrade3x5x2, "1:- 2:- 3:- 4:- 5:E 6:D"),
    ],
)
def test_the_admiralty_code_goes_to_the_labels_of_the_police(
    scale: Any, expected: str
) -> None:
    labels: list[Any] = list(POLICE_SCALES[scale])
    found = [(label, from_admiralty(label, scale)) for label in labels]
    shown = [f"{x}:{to.value or '-'}{'*' if to.lost else ''}" for x, to in found]
    assert " ".join(shown) == expected


@police_scales
def test_the_unknown_of_the_police_is_the_unknown_of_the_admiralty_code(
    scale: Any,
) -> None:
    graded = POLICE_SCALES[scale]
    unknown = Reliability.F if graded is Reliability else Credibility.SIX
    label = from_admiralty(unknown, scale)
    assert label.lost == ()
    assert label.value is not None
    assert to_admiralty(label.value) == Conversion(unknown)


@police_scales
def test_a_label_of_the_police_comes_back_where_it_has_a_counterpart(
    scale: Any,
) -> None:
    for label in scale:
        there = to_admiralty(label)
        if there.value is not None:
            assert there.lost == ()
            assert from_admiralty(there.value, scale) == Conversion(label)


@police_scales
def test_something_is_lost_to_the_police_unless_the_label_comes_back(
    scale: Any,
) -> None:
    for label in POLICE_SCALES[scale]:
        there = from_admiralty(label, scale)  # type: ignore[arg-type]  # one of two
        if there.value is not None:
            comes_back = to_admiralty(there.value).value is label
            assert (there.lost == ()) is comes_back


def test_corroborated_is_not_confirmed_by_an_independent_origin() -> None:
    assert to_admiralty(InformationGrade5x5x5.THREE).value is None
    assert to_admiralty(InformationGrade3x5x2.B).value is None
    for scale in POLICE_SCALES:
        for label in scale:
            assert to_admiralty(label).value != Credibility.ONE  # type: ignore[call-overload]  # one of four


@pytest.mark.parametrize("wrong", ["A", "1", Reliability.A, Credibility.ONE, None, 1])
def test_only_labels_of_the_police_go_to_the_admiralty_code(wrong: Any) -> None:
    with pytest.raises(ModelError) as raised:
        to_admiralty(wrong)
    assert str(raised.value) == (
        f"found {wrong!r}, wanted a label of SourceGrade5x5x5 or SourceGrade3x5x2 or "
        "InformationGrade5x5x5 or InformationGrade3x5x2"
    )


def test_a_reliability_has_no_place_among_grades_of_information() -> None:
    with pytest.raises(ModelError, match="wanted a label of Credibility"):
        from_admiralty(Reliability.A, InformationGrade5x5x5)
    with pytest.raises(ModelError, match="wanted a label of Reliability"):
        from_admiralty(Credibility.ONE, SourceGrade3x5x2)


@pytest.mark.parametrize("wrong", ["A", "6", SourceGrade5x5x5.A, None])
@police_scales
def test_only_the_admiralty_code_goes_to_the_police(scale: Any, wrong: Any) -> None:
    with pytest.raises(ModelError, match=r"a label of (Reliability|Credibility)$"):
        from_admiralty(wrong, scale)


@pytest.mark.parametrize("wrong", [Reliability, Likelihood, str, None])
def test_another_scale_is_not_of_the_police(wrong: Any) -> None:
    with pytest.raises(ModelError, match="wanted one of SourceGrade5x5x5 or"):
        from_admiralty(Reliability.A, wrong)


def test_a_conversion_has_a_value_or_a_reason_and_not_both() -> None:
    for value, reason in [(None, ""), (1, "none")]:
        with pytest.raises(ModelError, match="either a value or a reason"):
            Conversion(value, reason=reason)


def test_wrong_input_is_an_error_of_this_library_and_a_value_error() -> None:
    for error in (ModelError, FormatError):
        assert issubclass(error, AttribError)
        assert issubclass(error, ValueError)


def test_zero_is_a_value() -> None:
    assert to_stix(ConfidenceLevel.NONE) == Conversion(0)
