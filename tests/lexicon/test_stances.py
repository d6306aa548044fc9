"""The words of stances: read whole, and all faults said at once."""

import pytest

from attrib.errors import LexiconError
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.stances import read_stances
from attrib.model.attribution import Stance


def test_nouns_take_stances_that_assert_nothing_plainly() -> None:
    nouns = load_lexicon().stances.nouns
    assert nouns["denial"] is Stance.DENIES
    assert Stance.ASSERTS not in nouns.values()


def test_avoidance_is_of_one_word_or_two() -> None:
    sizes = {len(words) for words in load_lexicon().stances.avoidance}
    assert sizes == {1, 2}


def test_all_faults_are_listed() -> None:
    with pytest.raises(LexiconError) as caught:
        read_stances({"negations": ["not"], "nouns": {"shrugs": "shrug"}})
    lines = str(caught.value).splitlines()
    assert lines[0] == "stances: negations is words, not ['not']"
    assert lines[-2] == "stances: avoidance is a list of patterns, not None"
    assert lines[-1].startswith("stances: nouns are asserts, confirms, denies")
    assert len(lines) == 7
