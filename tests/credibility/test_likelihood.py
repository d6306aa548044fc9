import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.credibility.likelihood import find_likelihoods
from attrib.errors import ModelError
from attrib.model.scale import Likelihood
from marking import mark

TERMS = [label for term in Likelihood for label in (term.value, term.synonym)]
FRAMES = {
    "remote": "There was a [T:remote] chance of fog.",
    "almost no chance": "There was [T:almost no chance] of fog.",
    "roughly even chance": "There was a [T:roughly even chance] of fog.",
    "roughly even odds": "They had [T:roughly even odds] of fog.",
}
_WORDS = """
    likely unlikely probable probably improbable certain almost nearly no chance
    chances remote even odds roughly not never nor isn't very highly more most as that
    it is if the a an of to port , . ; ( ) cause voters than less İ
"""
words = st.sampled_from(_WORDS.split())
texts = st.lists(words, max_size=25).map(" ".join) | st.text(max_size=40)


def read(sentence: str) -> tuple[str, Likelihood | None]:
    """Return the one marked stretch that is found, and its term."""
    marked = mark(sentence)
    (found,) = find_likelihoods(marked.text)
    assert found.span.of(marked.text) == marked["T"].text
    assert (found.span,) == marked.spans("T")
    return marked["T"].text, found.likelihood


@pytest.mark.parametrize("label", TERMS)
def test_each_term_of_the_directive_is_read_in_prose(label: str) -> None:
    _, term = read(FRAMES.get(label, f"Fog is [T:{label}] by dawn."))
    assert term is not None
    assert label in (term.value, term.synonym)


@pytest.mark.parametrize("label", TERMS)
def test_the_directive_s_own_words_say_that_they_are(label: str) -> None:
    sentence = FRAMES.get(label, f"Fog is [T:{label}] by dawn.")
    (found,) = find_likelihoods(mark(sentence).text)
    assert found.reason == "a term of ICD 203"


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The ferry is [T:very likely] to sail.", "very likely"),
        ("The ferry will [T:likely] sail.", "likely"),
        ("[T:Probably] the ferry sailed.", "likely"),
        ("The ferry, [T:probably] empty, sailed.", "likely"),
        ("The ferry is [T:highly likely] to sail.", "very likely"),
        ("That is [T:very improbable].", "very unlikely"),
        ("It is [T:highly unlikely] that she sailed.", "very unlikely"),
        ("She [T:almost certainly] sailed.", "almost certain"),
        ("She [T:nearly\ncertainly] sailed.", "almost certain"),
        ("They have an [T:even chance] of sailing.", "roughly even chance"),
        ("They have [T:even odds].", "roughly even chance"),
        ("They have [T:about even chances].", "roughly even chance"),
        ("A [T:remote] possibility remains.", "almost no chance"),
        ("The chance of a rescue is [T:remote].", "almost no chance"),
        ("Prospects for talks remain [T:remote].", "almost no chance"),
        ("In the [T:unlikely] event of fog, wait.", "unlikely"),
        ("It seems [T:unlikely] Mr Dahl will sail.", "unlikely"),
        ("She thinks it [T:unlikely] Mr Dahl will sail.", "unlikely"),
        ("The [T:likely] target was the quay.", "likely"),
        ("The [T:probable] cause of the fire was a lamp.", "likely"),
        ("She described it as [T:likely].", "likely"),
        ("They are all [T:likely] to sail.", "likely"),
        ("IT IS [T:VERY LIKELY].", "very likely"),
    ],
)
def test_a_term_is_read_at_its_longest(sentence: str, term: str) -> None:
    assert read(sentence)[1] == term


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry is [T:not likely] to sail.",
        "The ferry [T:isn't likely] to sail.",
        "The ferry [T:isn’t likely] to sail.",
        "It is [T:not probable].",
        "It does [T:not seem likely].",
        "She does [T:not think it likely].",
        "It [T:cannot be considered likely].",
        "[T:Nor is it likely] that she sailed.",
        "It is [T:neither likely] nor wanted.",
        "It is [T:no longer likely].",
        "She was [T:never likely] to sail.",
        "It was [T:not the likely] target.",
        "[T:NOT LIKELY].",
    ],
)
def test_not_likely_is_unlikely(sentence: str) -> None:
    assert read(sentence)[1] is Likelihood.UNLIKELY


@pytest.mark.parametrize(
    "sentence",
    [
        "It is [T:not very likely].",
        "It is [T:not at all likely].",
        "It is [T:not unlikely].",
        "It is [T:not necessarily likely].",
        "It is [T:not almost certain].",
        "The chance is [T:not remote].",
        "It is [T:hardly likely].",
        "It is [T:by no means likely].",
        "It is [T:far from likely].",
        "She [T:doubts that it is likely].",
    ],
)
def test_other_negations_have_no_term(sentence: str) -> None:
    assert read(sentence)[1] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Fog is [T:more likely] than not.",
        "Fog is [T:less likely] than rain.",
        "The [T:most likely] cause was a lamp.",
        "Fog is [T:extremely unlikely].",
        "Fog is [T:very, very likely].",
        "Fog is [T:increasingly likely].",
        "Fog is [T:as likely] as rain.",
        "Fog is just [T:as likely] to lift.",
        "[T:How likely] is fog?",
        "They have a better [T:than even chance].",
        "The chance is [T:very remote].",
    ],
)
def test_degrees_beyond_the_seven_have_no_term(sentence: str) -> None:
    assert read(sentence)[1] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "She asked [T:whether it was likely].",
        "[T:If it is likely], wait.",
        "It is possible, if [T:not likely].",
        "Tell us whether or [T:not likely].",
    ],
)
def test_what_is_left_open_has_no_term(sentence: str) -> None:
    marked = mark(sentence)
    assert read(sentence)[1] is None
    assert find_likelihoods(marked.text)[0].reason.endswith("leaves it open")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry is [T:likely] not to sail.",
        "The ferry will [T:probably] not sail.",
        "Fog is not only [T:likely] but near.",
        "The quay did not open and is [T:likely] to stay shut.",
        "The quay did not open, [T:likely] because of fog.",
        "It did not open. [T:Likely] it will tomorrow.",
    ],
)
def test_a_negation_of_something_else_leaves_the_term(sentence: str) -> None:
    assert read(sentence)[1] is Likelihood.LIKELY


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "They live in a remote village.",
        "The village is remote.",
        "She is certain of it.",
        "A certain Mr Dahl sailed.",
        "They make an unlikely pair.",
        "It grew in unlikely places.",
        "The tower was improbably tall.",
        "That is a likely story.",
        "Of likely voters, half stayed away.",
        "Of likely independent voters, half stayed away.",
        "The guards had probable cause.",
        "They did not even chance a look.",
        "A likely-looking boat sailed.",
        "The likelihood rose.",
    ],
)
def test_what_is_no_term_is_not_read(sentence: str) -> None:
    assert find_likelihoods(sentence) == ()


def test_terms_come_in_text_order() -> None:
    text = "Fog is unlikely; rain is very likely, and snow is not likely."
    found = find_likelihoods(text)
    assert [(x.span.of(text), str(x.likelihood)) for x in found] == [
        ("unlikely", "unlikely"),
        ("very likely", "very likely"),
        ("not likely", "unlikely"),
    ]


@given(texts)
@example("İ not likely")
@example("\ud800 likely \x00")
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for found in find_likelihoods(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert re.search(
            r"likely|probabl|certain|chance|remote|odds", found.span.of(text), re.I
        )
        assert found.reason
        end = found.span.end


@given(texts, st.sampled_from(["Fog fell.\n\n", "“Yes.” ", "(!) " * 30]))
def test_a_sentence_before_shifts_spans_and_changes_nothing_else(
    text: str, prefix: str
) -> None:
    shifted = find_likelihoods(prefix + text)
    for before, after in zip(find_likelihoods(text), shifted, strict=True):
        assert before.span.shift(len(prefix)) == after.span
        assert (before.likelihood, before.reason) == (after.likelihood, after.reason)


@given(st.sampled_from(["likely", "unlikely", "probable"]), st.integers(0, 60))
def test_unrelated_words_before_a_term_change_nothing(label: str, count: int) -> None:
    text = "fog " * count + f"was {label}"
    (found,) = find_likelihoods(text)
    assert found.span.of(text) == label
    assert found.reason == "a term of ICD 203"


@pytest.mark.parametrize("text", [None, b"likely", 5], ids=repr)
def test_likelihoods_are_found_in_text_only(text: object) -> None:
    with pytest.raises(ModelError, match=f"found in a str, not in {text!r}"):
        find_likelihoods(text)  # type: ignore[arg-type]  # on purpose
