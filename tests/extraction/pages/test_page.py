"""A page is one text read once: its parts side by side, each token in one place."""

from itertools import pairwise

import pytest
from hypothesis import given

import attrib
from attrib.extraction.pages.page import Page, read_page
from attrib.lexicon.loading import load_lexicon
from attrib.strategies import texts
from attrib.text.repairs import repaired
from attrib.text.tokens import tokenize
from marking import mark


def read(text: str) -> Page:
    return read_page(text, load_lexicon("en"))


@given(texts())
def test_tokens_have_words_tags_and_quotations_side_by_side(text: str) -> None:
    page = read(text)
    assert len(page) == len(page.words) == len(page.tags) == len(page.quotation_of)
    for at, form in enumerate(tokenize(repaired(text)).forms):
        assert page.norm(at) == form.lower().replace("’", "'").replace("‘", "'")


@given(texts())
def test_sentences_and_paragraphs_leave_no_token_out_and_take_none_twice(
    text: str,
) -> None:
    page = read(text)
    for ranges in (page.sentences, page.paragraphs):
        assert all(left[1] == right[0] for left, right in pairwise(ranges))
        assert [at for first, last in ranges for at in range(first, last)] == list(
            range(len(page))
        )


@given(texts())
def test_a_token_knows_its_sentence_and_its_paragraph(text: str) -> None:
    page = read(text)
    for at in range(len(page)):
        first, last = page.sentence_at(at)
        assert first <= at < last
        assert page.sentences[page.sentence_index(at)] == (first, last)
        first, last = page.paragraphs[page.paragraph_index(at)]
        assert first <= at < last


@given(texts())
def test_a_token_lies_in_its_quotation_and_in_no_other(text: str) -> None:
    page = read(text)
    inside = [-1] * len(page)
    for index, quotation in enumerate(page.quotations):
        for at in range(quotation.first, quotation.last):
            assert inside[at] == -1
            inside[at] = index
    assert list(page.quotation_of) == inside


@given(texts())
def test_cues_and_phrases_stand_in_their_sentence_outside_quotations(
    text: str,
) -> None:
    page = read(text)
    cues = [at for sentence in page.sentences for at in page.cues_in(sentence)]
    assert all(page.words[at].cue is not None for at in cues)
    for first, last in page.sentences:
        behind = first
        for at, phrase in page.phrases_in((first, last)):
            assert behind <= at
            behind = at + len(phrase.words)
            assert behind <= last
            assert tuple(page.norms((at, behind))) == phrase.words
            assert page.quotation_of[at] < 0
    assert all(page.quotation_of[at] < 0 for at in cues)


def test_outside_the_text_there_is_no_word() -> None:
    page = read("It rained.")
    assert page.norm(-1) == page.norm(len(page)) == ""


def test_an_empty_text_is_an_empty_page() -> None:
    assert len(read("")) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:Dr. Lind] [C:said] [T:that it rained].",
        "[S:Gen. Bo Berg] [C:said] [T:that it rained].",
        "[S:Ada B. Lind] [C:said] [T:that it rained].",
        "[S:The U.S. army] [C:said] [T:that it rained].",
        "[S:Ada Lind] [C:said] [T:that it rained at 5 p.m. on the coast].",
    ],
)
def test_the_stop_of_a_short_form_ends_no_sentence(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]
    assert found.content == marked["T"]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is safe,” the minister said.",
        "''The bridge is safe,'' the minister said.",
        "``The bridge is safe,'' the minister said.",
        "«The bridge is safe», the minister said.",
        "„The bridge is safe“, the minister said.",
        "‘The bridge is safe,’ the minister said.",
        "“The bridge is safe,’’ the minister said.",
    ],
)
def test_marks_of_many_houses_quote_alike(text: str) -> None:
    (found,) = attrib.parse(text).attributions
    assert (found.rule, found.mode) == ("en.direct.left", "direct")
    assert "The bridge is safe" in found.content.text
    assert found.content.start == 0


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("“It rained,” [V:reports] the mayor.", "z"),
        ("“It rained”, [V:claims] Ada Lind.", "z"),
        ("Two agencies [V:report] that it rained.", "v"),
        ("The news [V:report] that it rained was wrong.", "n"),
        ("A guard close to the matter [V:claims] that it rained.", "z"),
        ("Guards close to the matter [V:claim] that it rained.", "v"),
        ("Report [V:states] that it rained.", "z"),
        ("The report also [V:states] that it rained.", "z"),
        ("One guard [V:claims] it rained.", "z"),
        ("A report in the Harbour Times [V:states] that it rained.", "z"),
        ("Berg denied Norwegian [V:claims] that it rained.", "n"),
        ("Berg said Norway [V:claims] that it rained.", "z"),
        ("“It rained,” Reuters [V:reports].", "z"),
        ("It rained, [V:reports] Baltic Wire.", "z"),
        ("It rained, [V:reports] Baltic Wire with reference to the mayor.", "z"),
        ("The law covers fees, [V:claims] and taxes.", "n"),
        ("An [V:official] familiar with it fled.", "n"),
        ("The bridge fell, according to [V:state] media.", "n"),
        ("The [V:build-up] of ships went on.", "n"),
        ("The [V:handwritten] note on it was long.", "j"),
        ("“It rained,” the letter [V:states].", "z"),
        ("Instead, the paper [V:reports], it rained.", "z"),
        ("It rained, the city's own figures [V:show].", "v"),
        ("The letter [V:states], “It rained.”", "z"),
        ("The 6th Article [V:states] that it rained.", "z"),
        ("The Gulf [V:states] that were there left.", "n"),
        ("“It rained,” a clinic [V:posting] said.", "n"),
        ("The firm's [V:chief] said it rained.", "n"),
        ("It is a firm that Lind says [V:used] the dam.", "d"),
        ("The king duly [V:honoured] Berg.", "d"),
        ("It was a plan which they say [V:left] a hole.", "d"),
        ("They say [V:suspected] cases rose.", "q"),
        ("It is the [V:only] way.", "j"),
        ("Many [V:fear] the dam will break.", "v"),
        ("Some [V:fear] of it is felt.", "n"),
        ("[V:Gumport] noted that it rained.", "p"),
        ("[V:Norring] has said that it rained.", "p"),
        ("“It rained,” [V:Tarnous] told the court.", "p"),
        ("[V:Missing] it, Lind has said that it rained.", "g"),
        ("[V:Marlous] said it rained.", "p"),
        ("[V:Craft] said it rained.", "p"),
        ("[V:Please] read it.", "v"),
        ("The ministry [V:claims] that it rained.", "z"),
        ("The army [V:claims] its boats have sunk.", "z"),
        ("The agency [V:reports] that were lost are back.", "n"),
        ("The [V:claims] the ministry made were false.", "n"),
        ("A [V:stand-off] began.", "n"),
        ("The boat [V:sank].", "d"),
        ("The rebels [V:overthrew] the king.", "d"),
        ("The claim that the dam had failed [V:caused] a stir.", "d"),
        ("A guard at 10 [V:am] said that it rained.", "n"),
        ("Of those ten I [V:am] the last.", "B"),
        ("The pilots[V:'] union closed.", "$"),
        ("The pilots[V:’] union closed.", "$"),
    ],
)
def test_a_word_is_tagged_by_what_stands_beside_it(text: str, tags: str) -> None:
    marked = mark(text)
    page = read(marked.text)
    (span,) = marked["V"].spans
    at = page.tokens.starts.index(span.start)
    assert page.tags[at] == tags


def test_the_end_of_a_single_quotation_is_no_possessive() -> None:
    page = read("They ask 'where are the ships' and leave.")
    assert "$" not in page.tags


def test_a_verb_in_the_midst_of_a_quotation_is_no_cue() -> None:
    text = '"I know the mayor said that it rained," Ada said.'
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert found.mention.text == "Ada"


def test_a_quotation_over_paragraphs_is_one_content() -> None:
    text = 'He said, "It rained all day.\n\n"Then it snowed."'
    (found,) = attrib.parse(text).attributions
    assert found.content.start == text.index('"')
    assert found.content.end == len(text)


def test_a_name_may_be_written_small() -> None:
    (found,) = attrib.parse("russia said that the kremlin was closed.").attributions
    assert found.source is not None
    assert found.source.key == "russia"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("THE FERRY COMPANY [V:DENIED] THAT THE BOAT SANK.", "d"),
        ("“IT IS A MESS,” [V:SAID] THE OLD MAYOR.", "d"),
    ],
)
def test_a_sentence_in_capitals_is_read_as_another(text: str, tags: str) -> None:
    marked = mark(text)
    (found,) = attrib.parse(marked.text).attributions
    assert found.cue == marked["V"]
    page = read(marked.text)
    (span,) = marked["V"].spans
    assert page.tags[page.tokens.starts.index(span.start)] == tags
