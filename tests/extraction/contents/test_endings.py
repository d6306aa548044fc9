"""An indirect content ends where the teller goes on in words of his own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from attrib.extraction.contents.endings import content_limit
from attrib.extraction.cues.verbs import read_groups
from attrib.extraction.pages.chunks import find_chunks
from attrib.extraction.pages.openings import Opening
from attrib.extraction.pages.page import read_page
from attrib.lexicon.loading import load_lexicon
from marking import mark

WORDS = st.lists(
    st.sampled_from(
        """
        the mayor said that rain had stopped , and but as when after "so" told us on
        Monday ; ― ( a poet ) who left : reported
        """.split()
    ),
    max_size=25,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said [T:that the bridge was safe], citing two new tests.",
        "The minister said [T:that if it rained, the bridge would be closed].",
        "The minister said [T:that although it rains, ports plan to open].",
        "The minister said [T:that it had failed], but did not give a reason.",
        "The minister said [T:they haven't yet been able to find the boat].",
        "The minister said [T:that the dam had yet to be closed].",
        "The minister said [T:the army, along with the navy, had lost two boats].",
        "The minister said [T:that when the ice melts, ships will return].",
        "The minister said [T:that, although it rained, ports would open].",
        "The minister said [T:in order to survive, the port would sell two boats].",
        "The minister said [T:he would resign], after months of protest.",
        "The minister said [T:that the bridge was safe] in an interview on Friday.",
        "The minister said [T:the bridge was safe] in a statement posted on Telegram.",
        "The minister said [T:the bridge was safe] on Telegram.",
        "The minister said [T:the bridge was safe] when asked about the fire.",
        "The minister said [T:it was safe] in response to a question from Baltic Wire.",
        "The minister said [T:that the bridge was closed in a storm].",
        "The minister called [T:the plan “a joke”] in a post Sunday.",
        "The minister repeated [T:his pledge to the port] in a letter to its crews.",
        "The minister announced [T:a plan for the port] on Friday.",
        "The minister rejected [T:the offer] late Monday night.",
        "The minister announced [T:a plan to close the port on Friday].",
        "The minister said [T:that the bridge was safe], noting two new tests.",
        "The minister said [T:that it was safe], and he said that it was new.",
        "The minister said [T:he had met Lind, who was ill, and that they spoke].",
        "The minister said [T:prices had doubled, wages fell and nobody cared].",
        "The minister said [T:that it was shut; that it was old; and that it leaked].",
        "The minister said [T:the road was shut; the dam was old; and it had leaked].",
        "The minister said [T:the road was shut]; that road is the only one.",
        "The minister said [T:the road was shut]; it had rained for days.",
        "The minister accused [T:the builders of lying].",
        "The union blamed [T:the owners for the fire].",
        "The army said [T:it had lost two boats], while the ministry counted three.",
        "The army said [T:the fire, which began on Monday, was out].",
        "The army said [T:the deal, if signed, would save boats].",
        "The army said [T:the talks, although hard, were going well].",
        "The army said [T:the dam, when it is finished, will hold].",
        "The army said [T:the dam, it hoped, would hold].",
        "The army said [T:Berg, the mayor of Sarn, will stay].",
        "The army told Berg [T:the dam, unless mended soon, will not hold].",
        "The army said [T:the dam – once the pride of Sarn – would hold].",
        "The army said [T:the dam, which is new, “would not burst” in May].",
        "The army said [T:that, like a sieve, the dam let water through].",
        "The army said [T:that as the ice melted, the dam gave way].",
        "The army said [T:that once the ice had gone, the dam would hold].",
        "While the army said [T:that the dam would hold], farmers left the valley.",
        "After the army said [T:the dam would hold], the school opened again.",
        "The army announced [T:the deal], if only in part, before it left.",
        "The army found in a report released on Monday [T:that the fire was out].",
        "The guard shouted [T:“Stop the boat!”] as it left the harbour.",
        "A woman cried [T:“Let him go!”] after the doors had closed.",
    ],
)
def test_a_content_ends_with_what_was_told(sentence: str) -> None:
    marked = mark(sentence)
    found = attrib.parse(marked.text).attributions[0]
    assert found.content == marked["T"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port announced Monday morning [T:a plan to dredge the channel].",
        "The mayor promised Tuesday [T:to resign].",
        "The mayor said Tuesday [T:that he would resign].",
    ],
)
def test_a_day_behind_the_cue_is_no_content(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.content == marked["T"]


def test_a_fronted_clause_may_be_all_there_is() -> None:
    (found,) = attrib.parse("While the army said that the dam would hold,").attributions
    assert found.content.text == "that the dam would hold"


@given(words=WORDS)
def test_the_chosen_end_lies_in_the_sentence_or_ends_its_quotation(
    words: list[str],
) -> None:
    lexicon = load_lexicon("en")
    page = read_page(" ".join(words), lexicon)
    chunks = find_chunks(page)
    for sentence in page.sentences:
        limit = content_limit(page, sentence)
        for group, layouts in read_groups(page, chunks, sentence, lexicon.weights):
            for start in range(group.last, limit):
                end, certainty = layouts.ends.choose(
                    start, limit, group, Opening.CLAUSE
                )
                assert start < end <= len(page)
                assert 0 < certainty <= 1


@given(words=WORDS)
def test_every_candidate_is_described(words: list[str]) -> None:
    lexicon = load_lexicon("en")
    page = read_page("They said " + " ".join(words), lexicon)
    chunks = find_chunks(page)
    for sentence in page.sentences:
        limit = content_limit(page, sentence)
        for group, layouts in read_groups(page, chunks, sentence, lexicon.weights):
            if group.last < limit:
                ends = layouts.ends
                candidates = ends.candidates(group.last, limit)
                described = ends.features.of(
                    candidates, group.last, group, Opening.THAT
                )
                assert len(described) == len(candidates)
                assert all(described)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor rejected [T:the plan] over fears it would fail.",
        "The mayor rejected [T:the plan] over fears that it would fail.",
        "The union opposes [T:the law] amid claims it will cost jobs.",
        "The mayor criticised [T:the plan over the dam].",
    ],
)
def test_an_object_ends_before_the_reason_for_it(sentence: str) -> None:
    marked = mark(sentence)
    assert attrib.parse(marked.text).attributions[0].content == marked["T"]


@pytest.mark.parametrize(
    "before",
    [
        "Hours after",
        "Then, after",
        "But on Monday, two days after",
        "Then, hours after a shaken",
    ],
)
def test_a_clause_in_front_of_a_day_or_time_ends_at_its_comma(before: str) -> None:
    text = (
        f"{before} Lind announced that boats sail, charges against Berg were dropped."
    )
    (found,) = attrib.parse(text).attributions
    assert found.content.text == "that boats sail"
