"""What is known of a spelling."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import LexiconError, UnknownLanguageError
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.tags import TAGS, Tag
from attrib.model.source import Source
from attrib.text.tokens import tokenize

ALL_TAGS = {*TAGS.values()}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon("en")


@given(st.text(st.characters(), min_size=1, max_size=12))
def test_every_spelling_is_a_word(form: str) -> None:
    word = load_lexicon("en").words[form]
    assert word.tags
    assert set(word.tags) <= ALL_TAGS
    assert set(word.cue_tags) <= set(word.tags)
    assert word.norm == form.lower().replace("’", "'").replace("‘", "'")


def test_a_spelling_is_looked_up_once(lexicon: Lexicon) -> None:
    assert lexicon.words["harbour"] is lexicon.words["harbour"]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("Says", "say"),
        ("TELLING", "tell"),
        ("wrote", "write"),
        ("pointed", "point"),
        ("believes", "believe"),
    ],
)
def test_a_form_of_a_reporting_verb_is_a_cue(
    lexicon: Lexicon, form: str, lemma: str
) -> None:
    cue = lexicon.words[form].cue
    assert cue is not None
    assert cue.lemma == lemma


@pytest.mark.parametrize("form", ["harbour", "the", "12", ",", "swim", "of"])
def test_other_words_are_no_cues(lexicon: Lexicon, form: str) -> None:
    assert lexicon.words[form].cue is None


@pytest.mark.parametrize(
    ("form", "tag"),
    [
        ("the", Tag.DETERMINER),
        ("12", Tag.NUMBER),
        ("seven", Tag.NUMBER),
        ("“", Tag.QUOTATION_MARK),
        ("''", Tag.QUOTATION_MARK),
        ("—", Tag.DASH),
        ("?", Tag.STOP),
        ("§", Tag.OTHER),
        ("%", Tag.NOUN),
        ("couldn’t", Tag.MODAL),
    ],
)
def test_a_word_of_one_class_has_its_tag(lexicon: Lexicon, form: str, tag: str) -> None:
    assert lexicon.words[form].tags == tag


def test_an_unknown_word_is_read_by_its_ending(lexicon: Lexicon) -> None:
    assert lexicon.words["zorbified"].tags[0] in "dqj"
    assert lexicon.words["zorbly"].tags[0] == Tag.ADVERB
    assert lexicon.words["zorbing"].tags[0] in "gn"


def test_a_capital_is_noticed(lexicon: Lexicon) -> None:
    assert lexicon.words["Harbour"].is_capital
    assert not lexicon.words["harbour"].is_capital
    assert lexicon.words["Harbour"].shape == f"^{lexicon.words['Harbour'].tags}"


def test_an_extended_lexicon_knows_more_and_the_other_stays_as_it_is() -> None:
    base = load_lexicon("en")
    more = base.extended(verbs={"bleat": "say"}, outlets=["Klabautermann"])
    assert more.words["bleats"].cue is not None
    assert base.words["bleats"].cue is None
    assert "klabautermann" in more.outlets
    assert "klabautermann" not in base.outlets


def test_a_verb_may_join_a_second_class() -> None:
    cue = load_lexicon("en").extended(verbs={"say": "deny"}).words["said"].cue
    assert cue is not None
    assert set(cue.classes) >= {"say", "deny"}


def test_an_irregular_verb_brings_its_forms() -> None:
    lexicon = load_lexicon("en").extended(
        verbs={"bespeak": "say"}, irregular={"bespeak": "bespoke bespoken"}
    )
    assert lexicon.words["bespoke"].cue is not None


def test_classes_and_layouts_that_do_not_exist_are_listed_together() -> None:
    with pytest.raises(LexiconError) as caught:
        load_lexicon("en").extended(
            verbs={"bleat": "sey"}, phrases={"prepositon": ["by"]}
        )
    assert "'sey'" in str(caught.value)
    assert "'prepositon'" in str(caught.value)
    assert "preposition" in str(caught.value)


def test_the_name_of_a_listed_outlet_begins_where_one_may_begin(
    lexicon: Lexicon,
) -> None:
    firsts = {tokenize(name).forms[0] for name in lexicon.outlets.values()}
    words = [lexicon.words[form] for form in firsts]
    assert words
    assert all(word.may_begin_outlet for word in words if word.is_capital)


def test_the_longest_phrase_is_found_whatever_stands_behind_it(
    lexicon: Lexicon,
) -> None:
    for phrases in lexicon.phrases.values():
        longest = phrases[0]
        assert lexicon.find_phrase(longest.words) == longest
        assert lexicon.find_phrase((*longest.words, "zorbly")) == longest
    assert lexicon.find_phrase(("zorbly", "harbour")) is None


@pytest.mark.parametrize(
    "known",
    [
        {"outlets": "BBC"},
        {"phrases": {"preposition": "by the word of"}},
        {"phrases": {"preposition": [""]}},
        {"sources": {Source("Harbour Guard"): "HG"}},
        {"verbs": {"": "say"}},
    ],
    ids=["outlets", "phrases", "an empty phrase", "sources", "an empty verb"],
)
def test_a_text_is_no_list_of_texts(lexicon: Lexicon, known: dict[str, Any]) -> None:
    with pytest.raises(LexiconError, match=r"wanted a list of texts|has words"):
        lexicon.extended(**known)


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ({"verbs": ["bleat"]}, r"verbs: found \['bleat'\], wanted a mapping"),
        ({"irregular": "gone"}, "irregular: found 'gone', wanted a mapping"),
        ({"irregular": {"go": 5}}, "'irregular': a verb or phrase has words, not 5"),
        ({"verbs": {"bleat": ["say"]}}, r"there is no class of verbs \['say'\]"),
        ({"phrases": {"noun": 5}}, "noun: found 5, wanted a list of texts"),
        ({"phrases": {"noun": ["||"]}}, r"'noun': a phrase has words in all its"),
        ({"phrases": {"noun": ["a|"]}}, r"in all its forms, not 'a\|'"),
        ({"phrases": {"noun": ["a?"]}}, r"in all its forms, not 'a\?'"),
        ({"outlets": None}, "outlets: found None, wanted a list of texts"),
        ({"sources": {"AFP": ["A"]}}, "sources: found 'AFP', wanted a Source"),
        ({"sources": {Source("AFP"): [5]}}, "AFP: a name has words, not 5"),
    ],
    ids=str,
)
def test_what_a_lexicon_cannot_learn_is_an_error_that_shows_it(
    lexicon: Lexicon, known: dict[str, Any], message: str
) -> None:
    with pytest.raises(LexiconError, match=message):
        lexicon.extended(**known)


def test_a_language_is_given_as_text() -> None:
    with pytest.raises(UnknownLanguageError, match="no lexicon for None"):
        load_lexicon(None)  # type: ignore[arg-type]  # a mistake of the caller
