"""What a source does with a content: it asserts, denies, withholds."""

import pytest

import attrib


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said that the dam was safe.", "asserts"),
        ("The mayor did not say that the dam was safe.", "withholds"),
        ("The mayor refused to say whether the dam was safe.", "withholds"),
        ("If the mayor says that the dam is safe, they will go.", "withholds"),
        ("The mayor could not confirm that the dam was safe.", "withholds"),
        ("No official said that the dam was safe.", "withholds"),
        ("The mayor denied that the dam was unsafe.", "denies"),
        ("The mayor confirmed that the dam was safe.", "confirms"),
        ("The mayor ordered residents to leave.", "orders"),
        ("The mayor insisted that the dam was safe.", "asserts"),
        ("The mayor promised to repair the dam.", "promises"),
        ("The mayor asked whether the dam was safe.", "asks"),
    ],
)
def test_a_source_takes_a_stance(text: str, stance: str) -> None:
    assert stance in [str(found.stance) for found in attrib.parse(text).attributions]


def test_to_call_something_a_name_orders_nothing() -> None:
    (found,) = attrib.parse("The mayor called the plan “a joke.”").attributions
    assert found.stance == "asserts"
