import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.credibility.reading import find_grades, read_grade
from attrib.errors import AttribError, FormatError, ModelError
from attrib.model.scale import AdmiraltyGrade, Credibility, Reliability
from marking import mark

letters = st.sampled_from(Reliability)
digits = st.sampled_from(Credibility)
pieces = st.sampled_from(
    [
        *(
            "A1",
            "B-2",
            "F/6",
            "C",
            "3",
            "(B2)",
            "[A1]",
            "B2B",
            "graded",
            "grade",
            "rated",
        ),
        *("source", "the", "was", "reliability", "credibility", "Admiralty code", ":"),
        *(
            ",",
            ".",
            "and",
            "or",
            "5x5x5",
            "to",
            "\n",
            "information",
            "informant",
            "report",
        ),
    ]
)
texts = st.lists(pieces, max_size=20).map(" ".join) | st.text(max_size=30)


def labels(text: str) -> list[str]:
    """Return what is read, as the text writes it."""
    return [found.span.of(text) for found in find_grades(text)]


@given(letters, digits, st.sampled_from(["", "-", "/", "‐", "‑"]))
def test_a_grade_is_read_back_as_it_is_written(
    letter: Reliability, digit: Credibility, joint: str
) -> None:
    written = f"{letter}{joint}{digit}"
    assert read_grade(written) == AdmiraltyGrade(letter, digit)
    (found,) = find_grades(written)
    assert found.grade == AdmiraltyGrade(letter, digit)
    assert found.span.of(written) == written


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "B",
        "2",
        "b2",
        "B 2",
        " B2",
        "B2\n",
        "B7",
        "B0",
        "G1",
        "2B",
        "B2B",
        "B--2",
        "B²",
    ],
)
def test_anything_else_is_no_grade(wrong: str) -> None:
    with pytest.raises(FormatError) as raised:
        read_grade(wrong)
    assert str(raised.value) == (
        f"found {wrong!r}, wanted a grade from A1 to F6, as 'B2'"
    )
    assert isinstance(raised.value, AttribError)


@pytest.mark.parametrize("wrong", [None, 2, b"B2", Reliability.B])
def test_only_text_is_read_as_a_grade(wrong: object) -> None:
    with pytest.raises(FormatError, match="wanted a grade from A1 to F6"):
        read_grade(wrong)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    "sentence",
    [
        "[G:B2]",
        "  [G:F6]\n",
        "graded [G:F6]",
        "The quay reopened. Graded [G:C3].",
        "A tip (graded [G:F-6]) came at dawn.",
        "- Grade: [G:B2]",
        "Grading = [G:B/2]",
        "The source was graded [G:B2].",
        "The source, who was initially graded [G:C3], sailed.",
        "The report, graded\n[G:F6], came late.",
        "Information rated [G:B2] by the desk came in.",
        "A statement assessed as [G:D4] was kept.",
        "We graded the report [G:B2] on Monday.",
        "She rated that source as [G:B2].",
        "By the Admiralty code it is ([G:A1]).",
        "Admiralty code [G:B2].",
        "It has an Admiralty grade of [G:B-2], no more.",
        "Admiralty rating: [G:C3]",
        "NATO grading [G:C3]",
        "Source grading: [G:B2]",
        "Reliability/credibility: [G:B2]",
        "Reliability and information credibility [G:B/2].",
        "A source ([G:B2]) saw it.",
        "Two informants ([G:C3]) saw it.",
        "SOURCE WAS GRADED [G:B2] BUT LEFT",
    ],
)
def test_a_grade_is_read_where_words_say_that_it_is_one(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = find_grades(marked.text)
    assert (found.span,) == marked.spans("G")
    assert found.grade is not None
    assert str(found.grade) == marked["G"].text[0] + marked["G"].text[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "reliability: [R:B]",
        "Reliability [R:B] and credibility [C:2].",
        "Reliability: [R:B], Credibility: [C:2]",
        "Reliability: [R:A]\nCredibility: [C:1]",
        "Reliability: [R:B] | Credibility: [C:2]",
        "Reliability: [R:B] Credibility: [C:2]",
        "Reliability [R:A] and credibility [C:1]",
        "Source reliability is [R:F].",
        "Source reliability: ([R:B]) usually reliable",
        "credibility [C:3]",
        "Information credibility = [C:6] (cannot be judged)",
        "Its credibility was rated as [C:4] because nobody saw it.",
        "credibility rating: [C:5]",
    ],
)
def test_each_half_of_a_grade_is_read_by_its_name(sentence: str) -> None:
    marked = mark(sentence)
    found = find_grades(marked.text)
    spans = [span for label in ("R", "C") for span in marked.spans(label)]
    assert [half.span for half in found] == spans
    for half in found:
        said = half.span.of(marked.text)
        assert [half.reliability, half.credibility].count(None) == 1
        assert said in (half.reliability, half.credibility)
        assert half.grade is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "B2B",
        "A1 motorway",
        "vitamin B2",
        "Take vitamin B2.",
        "Riboflavin (B2) is a vitamin.",
        "She passed at level B2.",
        "See annex B2.",
        "The bank was rated B2.",
        "They rated the bonds B2.",
        "The beef was graded A5.",
        "Grade A2 eggs",
        "Grade A1 listed house",
        "The source code B2 compiles.",
        "The source was graded B2 bomber",
        "The source was graded b2.",
        "The source was graded B7.",
        "The source was graded B21.",
        "The source was graded B-2-1.",
        "The source was graded B2's",
        "It was re-graded F6.",
        "graded",
        "An open-source (B2) build",
    ],
)
def test_other_letters_and_digits_are_no_grade(text: str) -> None:
    assert find_grades(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Reliability: A man vouched for it.",
        "The reliability of E. coli tests",
        "Reliability: E. coli tests",
        "Reliability G",
        "reliability b",
        "Reliability: A-side",
        "credibility 3 years ago",
        "credibility: 3 people vouched",
        "credibility: 3/5",
        "credibility 3.5",
        "credibility 3%",
        "credibility 3 out of 5",
        "credibility 3 on a scale of 10",
        "credibility 3 in 10",
        "credibility: 10",
        "credibility 7",
        "credibility 0",
    ],
)
def test_other_words_after_a_name_are_no_label(text: str) -> None:
    assert find_grades(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The source was graded B2 or B3.",
        "The source was graded A1-A3.",
        "The source was graded A1/B2.",
        "The source was graded B2, C3.",
        "credibility 3, 4 or 5",
        "credibility 2-3",
        "reliability A to C",
        "reliability A, B or C",
    ],
)
def test_a_choice_of_labels_is_no_label(text: str) -> None:
    assert find_grades(text) == ()


@pytest.mark.parametrize("system", ["5x5x5", "3x5x2", "5 x 5 x 5", "3×5×2"])
def test_the_labels_of_another_system_are_not_read(system: str) -> None:
    text = f"On a {system} form the source was graded B2. Reliability: E"
    assert find_grades(text) == ()
    assert labels(f"By the Admiralty code, not {text}") == ["B2", "E"]


def test_brackets_are_read_only_in_a_text_that_names_the_code() -> None:
    text = "A convoy moved north (B2). The quay shut [C3]."
    assert labels(text) == []
    assert labels(f"{text} Grades follow the Admiralty code.") == ["B2", "C3"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("**Reliability:** B", "B"),
        ("**Reliability**: B", "B"),
        ('reliability: "B"', "B"),
        ("reliability = 'B'", "B"),
        ("**Credibility:** 3", "3"),
        ("**Grade:** B2", "B2"),
        ("(B2)", "B2"),
        ('"B-2"', "B-2"),
        ("[F6]", "F6"),
    ],
)
def test_bold_type_and_marks_around_a_label_are_no_part_of_it(
    text: str, label: str
) -> None:
    assert [found.span.of(text) for found in find_grades(text)] == [label]


def test_each_grade_says_why_it_is_one() -> None:
    text = "The source was graded B2. Credibility: 3. An informant (C3) left."
    assert [found.reason for found in find_grades(text)] == [
        'follows "source was graded"',
        'follows "Credibility"',
        'stands in brackets after "informant"',
    ]
    assert find_grades("B2")[0].reason == "is the whole text"


@given(texts)
@example("source (B2) Admiralty code (B2)")
@example("Admiralty grade (B2)")
@example("\ud800 graded B2 \x00")
def test_what_is_read_lies_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for found in find_grades(text):
        assert end <= found.span.start < found.span.end <= len(text)
        said = found.span.of(text)
        assert found.reliability is None or said[0] == found.reliability
        assert found.credibility is None or said[-1] == found.credibility
        assert found.reason
        end = found.span.end


@given(letters, digits, st.integers(0, 40))
def test_the_unknown_is_read_like_any_label(
    letter: Reliability, digit: Credibility, count: int
) -> None:
    text = "fog " * count + f"the report was graded {letter}{digit}."
    (found,) = find_grades(text)
    assert (found.reliability, found.credibility) == (letter, digit)


@pytest.mark.parametrize("text", [None, b"B2", 5], ids=repr)
def test_grades_are_found_in_text_only(text: object) -> None:
    with pytest.raises(ModelError, match=f"found in a str, not in {text!r}"):
        find_grades(text)  # type: ignore[arg-type]  # on purpose
