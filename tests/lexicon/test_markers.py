"""Markers: words that tell a circumstance, and the files that list them."""

from typing import Any

import pytest

from attrib.errors import LexiconError
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.markers import read_markers
from attrib.model.attribution import Directness


def test_every_directness_of_the_data_is_one() -> None:
    markers = load_lexicon().directness
    values = set(markers.verbs.values()) | {
        marker.value
        for held in (markers.sources, markers.phrases)
        for each in held.values()
        for marker in each
    }
    assert values == set(Directness) - {Directness.UNKNOWN}


def test_every_phrase_is_found_under_its_key() -> None:
    lexicon = load_lexicon()
    for markers in (lexicon.channels, lexicon.directness):
        for held in (markers.phrases, markers.sources):
            assert held
            for word, each in held.items():
                assert {marker.words[marker.key] for marker in each} == {word}
                sizes = [len(marker.words) for marker in each]
                assert sizes == sorted(sizes, reverse=True)


def test_a_verb_tells_what_is_listed_first() -> None:
    markers = read_markers({"X": {"verbs": "post"}, "blog": {"verbs": "post blog"}})
    assert markers.verbs == {"post": "X", "blog": "blog"}


@pytest.mark.parametrize(
    ("section", "fault"),
    [
        ({"nouns": "a"}, "'X' has verbs, sources, phrases, openers, not 'nouns'"),
        ({"verbs": ["a"]}, "'X': verbs is words, not ['a']"),
        ({"phrases": "a"}, "'X': phrases is a list of patterns, not 'a'"),
    ],
)
def test_a_section_of_another_form_is_a_fault(
    section: dict[str, Any], fault: str
) -> None:
    with pytest.raises(LexiconError) as caught:
        read_markers({"X": section, "Y": {"tone": []}})
    assert str(caught.value).splitlines() == [
        fault,
        "'Y' has verbs, sources, phrases, openers, not 'tone'",
    ]
