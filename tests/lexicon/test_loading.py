"""A language pack is read whole, and all that is wrong with it is said at once."""

from typing import Any

import pytest

from attrib.errors import LexiconError, UnknownLanguageError
from attrib.lexicon.entries import Frame, Layout, Sort
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.sections import read_cues, read_phrases
from attrib.model.attribution import AttributionKind, Stance


def faults_of(sections: dict[str, Any]) -> list[str]:
    with pytest.raises(LexiconError) as caught:
        read_cues(sections, {})
    return str(caught.value).split("\n")


def test_a_pack_is_read_once() -> None:
    assert load_lexicon("en") is load_lexicon("en")


@pytest.mark.parametrize("lang", ["en-GB", "EN", "en-US", "en_US", "en_GB.UTF-8"])
def test_a_region_is_left_aside(lang: str) -> None:
    assert load_lexicon(lang).lang == "en"


@pytest.mark.parametrize("lang", ["xx", "", "english"])
def test_a_language_without_pack_is_named_with_those_that_have_one(lang: str) -> None:
    with pytest.raises(UnknownLanguageError, match=f"{lang!r}.*: en$"):
        load_lexicon(lang)


def test_all_faults_of_the_cues_are_listed() -> None:
    faults = faults_of(
        {
            "tell": {"kind": "reprting", "frames": ["that"], "verbs": "tell"},
            "deny": {
                "kind": "reporting",
                "stance": "denied",
                "frames": ["that", "clauses", "gap"],
                "verbs": "deny",
            },
            "empty": {"kind": "belief", "frames": ["that"]},
        }
    )
    assert len(faults) == 5
    for part in (
        ("'tell'", "kind", "'reprting'", "reporting, belief"),
        ("'deny'", "stance", "'denied'", "denies"),
        ("'deny'", "frames", "'clauses'", "clause"),
        ("'deny'", "frames", "'gap'", "gerund"),
        ("'empty'", "no verbs"),
    ):
        assert any(all(word in fault for word in part) for fault in faults)


def test_a_class_without_kind_is_a_fault() -> None:
    (fault,) = faults_of({"tell": {"frames": ["that"], "verbs": "tell"}})
    assert "'tell'" in fault
    assert "kind" in fault


def test_a_class_without_frames_is_a_fault() -> None:
    (fault,) = faults_of({"tell": {"kind": "reporting", "verbs": "tell"}})
    assert "'tell'" in fault
    assert "frames" in fault


def test_a_verb_of_two_classes_takes_the_complements_of_both() -> None:
    forms = read_cues(
        {
            "say": {"kind": "reporting", "frames": ["that"], "verbs": "admit"},
            "fear": {
                "kind": "belief",
                "stance": "doubts",
                "frames": ["object"],
                "verbs": "admit",
            },
        },
        {"admit": "admitted admitted"},
    )
    cue, tags = forms["admitted"]
    assert (cue.lemma, tags) == ("admit", "dq")
    assert cue.frames == {Frame.THAT, Frame.OBJECT}
    assert cue.classes == ("say", "fear")
    assert cue.kind is AttributionKind.REPORTING
    assert cue.stance is Stance.DOUBTS


def test_a_verb_with_particles_knows_them() -> None:
    forms = read_cues(
        {
            "particle": {
                "kind": "reporting",
                "frames": ["after"],
                "particles": {"point": ["out", "to"]},
            }
        },
        {},
    )
    cue, _ = forms["pointing"]
    assert cue.particles == {"out", "to"}


def test_a_pattern_stands_for_each_of_its_alternatives() -> None:
    phrases = read_phrases(
        {"preposition": {"kind": "reporting", "words": ["as stated|said by the?"]}}
    )
    assert sorted(phrase.words for phrase in phrases["as"]) == [
        ("as", "said", "by"),
        ("as", "said", "by", "the"),
        ("as", "stated", "by"),
        ("as", "stated", "by", "the"),
    ]


def test_the_longest_phrase_comes_first() -> None:
    phrases = read_phrases(
        {
            "preposition": {"kind": "reporting", "words": ["in"]},
            "opinion": {
                "layout": "preposition",
                "kind": "belief",
                "words": ["in the view of", "in the"],
            },
        }
    )
    assert [len(phrase.words) for phrase in phrases["in"]] == [4, 2, 1]
    assert {phrase.layout for phrase in phrases["in"]} == {Layout.PREPOSITION}


def test_all_faults_of_the_phrases_are_listed() -> None:
    with pytest.raises(LexiconError) as caught:
        read_phrases(
            {
                "prepositon": {"kind": "reporting", "words": ["per"]},
                "relay": {"kind": "relaying", "words": ["citing"]},
                "noun": {"words": ["claim"]},
            }
        )
    faults = str(caught.value)
    assert all(name in faults for name in ("'prepositon'", "'relay'", "'noun'"))


@pytest.mark.parametrize(
    ("noun", "sort"),
    [
        ("minister", Sort.PERSON | Sort.TITLE),
        ("ministries", Sort.GOVERNMENT),
        ("reuters", Sort.OUTLET),
        ("statement", Sort.DOCUMENT),
        ("monday", Sort.DAY),
        ("intelligence", Sort.INTELLIGENCE),
        ("harbour", Sort.NONE),
    ],
)
def test_a_noun_has_its_sorts(noun: str, sort: int) -> None:
    found = load_lexicon("en").sorts.get(noun, Sort.NONE)
    assert found & sort == sort
    assert bool(found) is bool(sort)
