"""Rules are read whole, and all that is wrong with them is said at once."""

from typing import Any

import pytest

from attrib.errors import LexiconError, UnknownLanguageError
from attrib.lexicon.rules import load_rules, read_rules

GOOD: dict[str, Any] = {
    "description": "Found by hand.",
    "examples": ["[S:AFP] [C:said] [T:it rained].", "[T:It rained]."],
    "against": ["It rained."],
}


def faults_of(tables: dict[str, Any]) -> list[str]:
    with pytest.raises(LexiconError) as caught:
        read_rules(tables)
    return str(caught.value).split("\n")


def test_rules_are_read_once() -> None:
    assert load_rules("en-GB") == load_rules("en")
    assert load_rules("en") is load_rules("en")


def test_a_language_without_rules_is_named_with_those_that_have_some() -> None:
    with pytest.raises(UnknownLanguageError, match=r"'xx'.*: en$"):
        load_rules("xx")


def test_every_rule_stands_under_its_id_and_names_its_language() -> None:
    for name, rule in load_rules("en").items():
        assert rule.id == name
        assert name.startswith("en.")


def test_rules_keep_their_order() -> None:
    assert list(read_rules({"en.b": GOOD, "en.a": GOOD})) == ["en.b", "en.a"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"description": None}, ("description", "None")),
        ({"description": "No stop"}, ("full stop", "'No stop'")),
        ({"examples": ["[T:It] rained."]}, ("at least 2", "examples", "not 1")),
        ({"examples": ["[T:It] rained."] * 2}, ("at least 2", "not 1")),
        ({"examples": "[T:It] rained."}, ("a list", "'[T:It] rained.'")),
        ({"examples": ["[T:It] rained.", 7]}, ("sentences", "not 7")),
        ({"against": []}, ("at least 1", "against", "not 0")),
        ({"against": [" "]}, ("sentences", "' '")),
        ({"score": 1}, ("'score'", "description, examples, against")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_a_fault_says_what_was_found_and_what_was_wanted(
    change: dict[str, Any], words: tuple[str, ...]
) -> None:
    (fault,) = faults_of({"en.by-hand": {**GOOD, **change}})
    assert "'en.by-hand'" in fault
    for word in words:
        assert word in fault


@pytest.mark.parametrize("name", ["", "en", "en.", "En.said", "en.said that", "en..a"])
def test_an_id_is_dotted_lower_case_words(name: str) -> None:
    (fault,) = faults_of({name: GOOD})
    assert repr(name) in fault


def test_a_rule_is_a_table() -> None:
    (fault,) = faults_of({"en.by-hand": "Found by hand."})
    assert "a table, not 'Found by hand.'" in fault


def test_all_faults_of_all_rules_are_listed() -> None:
    faults = faults_of({"en.by-hand": {}, "en.By-eye": GOOD, "en.by-ear": GOOD})
    assert len(faults) == 4
    assert [fault.split("'")[1] for fault in faults] == ["en.by-hand"] * 3 + [
        "en.By-eye"
    ]
