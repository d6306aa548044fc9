import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.shingles import Shingler, fold, quotations

texts = st.text(st.characters(), max_size=80)
TEXT = "The harbour master closed the northern quay on Monday after 14 trawlers sank."


@given(texts)
def test_any_text_has_shingles_of_32_bits(text: str) -> None:
    assert all(0 <= number < 1 << 32 for number in Shingler().shingles(text))


@given(texts)
def test_a_reading_has_words_inside_its_text(text: str) -> None:
    reading = Shingler().read(text)
    assert len(reading.numbers) == len(reading.spans)
    assert all(0 <= start < end <= len(text) for start, end in reading.spans)


@given(texts)
def test_a_reading_has_the_shingles_of_its_text(text: str) -> None:
    assert Shingler().read(text).shingles == Shingler().shingles(text)


@given(texts, texts)
def test_what_was_read_before_does_not_matter(before: str, text: str) -> None:
    shingler = Shingler()
    shingler.shingles(before)
    assert shingler.shingles(text) == Shingler().shingles(text)


@given(texts)
def test_a_profile_counts_no_more_of_its_own_than_it_has(text: str) -> None:
    profile = Shingler().profile(text)
    assert profile.own_count <= len(profile)
    assert len(set(profile.shingles)) == len(profile)


@pytest.mark.parametrize(
    "other",
    [
        TEXT.upper(),
        "Harbour master closed northern quay Monday, after 14 trawlers sank",
        TEXT.replace("l", "1").replace("o", "0").replace("c", "e"),
        TEXT.replace("quay", "qu\u00aday"),
        TEXT.replace("after", "ａｆｔｅｒ"),
    ],
    ids=["case", "short words", "scanner", "soft hyphen", "full width"],
)
def test_a_retouched_text_has_the_same_shingles(other: str) -> None:
    assert Shingler().shingles(other) == Shingler().shingles(TEXT)


def test_another_number_is_another_shingle() -> None:
    other = TEXT.replace("14", "15")
    assert Shingler().shingles(other) != Shingler().shingles(TEXT)


def test_shingles_are_the_same_on_every_machine() -> None:
    assert Shingler().shingles("The quay was closed on Monday.") == [900853690]


def test_a_composed_and_a_decomposed_letter_are_the_same() -> None:
    assert fold("caf\u00e9") == fold("cafe\u0301")


def test_a_text_of_short_words_has_one_shingle() -> None:
    short, other = Shingler().shingles("It is so."), Shingler().shingles("So it is.")
    assert len(short) == len(other) == 1
    assert short != other


@pytest.mark.parametrize("text", ["", " \n", "... !"], ids=["empty", "blank", "marks"])
def test_a_text_without_words_has_no_shingles(text: str) -> None:
    assert Shingler().shingles(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“We were never asked about the quay.”",
        '"We were never asked about the quay."',
        "«We were never asked about the quay.»",
        "„We were never asked about the quay.“",
        "“We were never asked about the quay.",
    ],
    ids=["curly", "straight", "angle", "low", "open to the end"],
)
def test_a_quotation_is_found_in_every_style(text: str) -> None:
    assert quotations(text) == [(0, len(text))]


def test_a_word_or_two_in_quotation_marks_are_no_quotation() -> None:
    assert quotations("The “old” quay, as they call it, was “never safe”.") == []


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    text = "“We were never asked about the quay.\nThe quay was closed."
    assert quotations(text) == [(0, text.index("\n"))]
