"""Terms: the learnt terms that decided, and what their names say was seen."""

import pytest

import attrib
from attrib.extraction.cues.terms import describe_term
from attrib.lexicon.loading import load_lexicon


@pytest.mark.parametrize("choice", ["accept", "phrase"])
def test_every_learnt_term_has_words(choice: str) -> None:
    names = [f"{choice}:{name}" for name in load_lexicon().weights[choice] if name]
    assert names
    assert [name for name in names if describe_term(name) is None] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("accept:Lreport", 'the verb "report"'),
        ("accept:Lrreport indirect.that", 'the verb "report" in the layout '
         "indirect.that"),
        ("accept:eC. deny", "no more of the content behind the cue of a verb of class "
         "deny"),
        ("accept:e$ indirect.inverted", "nothing behind the cue in the layout "
         "indirect.inverted"),
        ("accept:gFalseTrueFalse", "a cue negated"),
        ("phrase:hsTrue2name colon.first", "a name as source of 2 tokens in the first "
         "sentence in the layout colon.first"),
        ("accept:NTruebelief", "a cue of belief inside what another cue tells"),
        ("accept:E5", "an end of the content that is certain"),
        ("phrase:cstand noun.that", "a phrase of the section stand in the layout "
         "noun.that"),
        ("phrase:csstand noun.to name", "a name as source of a phrase of the section "
         "stand in the layout noun.to"),
        ("phrase:iwith noun", 'a phrase of the section noun before "with"'),
        ("phrase:iwhope for", 'the words "hope" before "for"'),
        ("phrase:wready to", 'the words "ready to"'),
    ],
)  # fmt: skip
def test_a_name_is_put_into_words(name: str, words: str) -> None:
    assert describe_term(name) == words


@pytest.mark.parametrize("name", ["", "accept:", "accept:?", "end:Lsay", "Lsay"])
def test_a_name_that_is_not_known_has_no_words(name: str) -> None:
    assert describe_term(name) is None


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("The minister said that the bridge was safe.", "accept"),
        ("According to the minister, the bridge is safe.", "phrase"),
    ],
)
def test_a_found_attribution_carries_the_terms_of_its_score(
    text: str, choice: str
) -> None:
    (found,) = attrib.parse(text).attributions
    weights = load_lexicon().weights[choice]
    assert found.terms
    for term in found.terms:
        assert term.weight == weights[term.name.removeprefix(f"{choice}:")]
