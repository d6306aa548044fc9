"""Marks of emphasis are passed over, and other stars and strokes are left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from attrib.text.emphasis import without_emphasis


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("**Ada Lind** said it was _quite safe_.", "Ada Lind", "it was _quite safe"),
        ('**"It is safe,"** the mayor said.', "the mayor", '"It is safe,"'),
        (
            "_Baltic Wire_ said it was **safe** then.",
            "Baltic Wire",
            "it was **safe** then",
        ),
    ],
)
def test_emphasised_words_are_read_as_others(
    text: str, source: str, content: str
) -> None:
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert (found.mention.text, found.content.text) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "f**k and sh*t",
        "2*3*4",
        "* bread\n* salt",
        "a_b_c",
        "@_lind_",
        "5* hotels, 4* inns",
    ],
)
def test_other_stars_and_strokes_are_left(text: str) -> None:
    assert without_emphasis(text) == text


@given(st.text(alphabet="*_ab \n."))
def test_nothing_moves(text: str) -> None:
    plain = without_emphasis(text)
    assert len(plain) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, plain, strict=True))
