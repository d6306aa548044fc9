"""A document that was told of before is the word of who made it."""

import pytest

import attrib


@pytest.mark.parametrize(
    ("told", "head", "maker"),
    [
        ("The union sent the mayor a letter.", "letter", "union"),
        ("Norway filed a lawsuit in May.", "suit", "Norway"),
        ("The Holt campaign hit back with an ad.", "ad", "Holt campaign"),
        ("A report by the Norr Institute came out.", "report", "Norr Institute"),
        ("Lind read a letter from the mayor.", "letter", "mayor"),
        ("The Norr Institute made a study. Lind read it.", "study", "Norr Institute"),
    ],
)
def test_a_document_stands_for_who_made_it(told: str, head: str, maker: str) -> None:
    text = f"{told} The {head} says that the dam is old."
    found = attrib.parse(text).attributions[-1]
    assert found.source is not None
    assert found.source.name == maker
    assert found.reasons[0] == f'"The {head}" stands for {maker}, who made it'


@pytest.mark.parametrize(
    "told",
    [
        "Three guards wrote a letter.",
        "A letter was found in the boat.",
        "Lind saw a letter.",
        "The mayor received a letter.",
    ],
)
def test_of_other_documents_nobody_is_known_to_have_made_them(told: str) -> None:
    found = attrib.parse(f"{told} The letter says that the dam is old.").attributions
    assert found[-1].source is not None
    assert found[-1].source.kind == "document"
