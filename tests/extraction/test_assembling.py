"""Assembling: what somebody else found makes the same reports as what parse finds."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import attrib
from attrib import Document, Report, Triple, from_json, to_json
from attrib.errors import AssemblyError
from attrib.model.attribution import AttributionKind
from attrib.strategies import passages, texts

SOURCES = ("the mayor", "Ada Lind", "Baltic Wire", "two officials", "She", "the agency")
CUES = ("said", "denied", "had told Radio Norr", "believes", "reported on Monday")
FACTS = ("it rained", "the pier was closed", "the ferry would sail", '"all is well"')
FORMS = (
    "{source} {cue} that {fact}.",
    "{fact}, {source} said.",
    "According to {source}, {fact}.",
    "{source} {cue} that the harbour master told it that {fact}.",
    "{source} reported, citing the harbour master, that {fact}.",
    '"The boat sank," said {source}. "We saw it."',
    "{fact}.",
)


def sentences() -> st.SearchStrategy[str]:
    return st.builds(
        lambda form, source, cue, fact: form.format(source=source, cue=cue, fact=fact),
        st.sampled_from(FORMS),
        st.sampled_from(SOURCES),
        st.sampled_from(CUES),
        st.sampled_from(FACTS),
    ).map(lambda sentence: sentence[0].upper() + sentence[1:])


def spell_out(report: Report) -> list[Triple]:
    """Return all that another extractor could know of a report, as triples."""
    return [
        Triple(
            found.mention,
            found.cue,
            found.content,
            addressee=found.addressee,
            relays=[relay.mention for relay in found.relays],
            kind=found.kind,
            stance=found.stance,
            parent=found.parent,
        )
        for found in report.attributions
    ]


def tell(report: Report) -> list[object]:
    """Return what its chains say, without the rules that found them."""
    return [
        (str(chain), chain.kind, chain.stance, chain.time, chain.content.spans)
        for chain in report.chains(kinds=tuple(AttributionKind))
    ]


def read(text: str, *triples: object) -> Report:
    document = Document(text, outlet="Baltic Wire", published="2024-06-12")
    return attrib.assemble(document, triples)  # type: ignore[arg-type]  # some are wrong


@given(st.lists(sentences(), max_size=5))
def test_what_parse_found_makes_the_same_chains(told: list[str]) -> None:
    document = Document(" ".join(told), outlet="Baltic Wire", published="2024-06-12")
    report = attrib.parse(document)
    assembled = attrib.assemble(document, spell_out(report))
    assert tell(assembled) == tell(report)
    assert from_json(to_json(assembled)) == assembled


@given(st.lists(sentences(), max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_triples_does_not_matter(told: list[str], random) -> None:  # type: ignore[no-untyped-def]  # random.Random, or a stand-in
    report = attrib.parse(" ".join(told))
    triples = [(a.mention, a.cue, a.content) for a in report.attributions]
    shuffled = list(triples)
    random.shuffle(shuffled)
    again = attrib.assemble(report.document, shuffled)
    assert tell(again) == tell(attrib.assemble(report.document, triples))


@given(texts(min_size=1).flatmap(
    lambda text: st.tuples(
        st.just(text),
        st.lists(st.tuples(*[st.none() | passages(text=text)] * 2,
                           passages(text=text)), max_size=4),
    )
))  # fmt: skip
@example(("a b", [(None, None, attrib.Passage.of("a b", (1, 2)))]))
def test_any_words_make_a_report_or_an_error_that_says_why(
    drawn: tuple[str, list[tuple[attrib.Passage | None, ...]]],
) -> None:
    text, triples = drawn
    is_blank = any(
        not span.of(text).strip()
        for triple in triples
        for passage in triple
        if passage is not None
        for span in passage.spans
    )
    if is_blank:
        with pytest.raises(AssemblyError, match="only white space at"):
            attrib.assemble(text, triples)
        return
    report = attrib.assemble(text, triples)
    given = sorted(triple[2].spans for triple in triples if triple[2] is not None)
    assert sorted(found.content.spans for found in report.attributions) == given


@given(sentences(), sentences())
def test_words_offsets_and_passages_mean_the_same(one: str, other: str) -> None:
    text = f"{one} {other}"
    contents = [found.content for found in attrib.parse(one).attributions]
    for content in contents:
        first, last = content.spans[0].start, content.spans[0].end
        by_offsets = attrib.assemble(text, [(None, None, (first, last))])
        said = attrib.Passage.of(text, (first, last))
        assert attrib.assemble(text, [(None, None, said)]) == by_offsets
        assert attrib.assemble(text, [(None, None, [[first, last]])]) == by_offsets
        by_words = attrib.assemble(text, [(None, None, (said.text, 1))])
        assert by_words.attributions[0].content.text == said.text


def test_words_are_those_nearest_to_what_stands_once() -> None:
    text = "Lind said it rained. The mayor said it rained. Berg said it snowed."
    report = read(text, ("The mayor", "said", "it rained"))
    (found,) = report.attributions
    assert found.cue is not None
    assert (found.cue.start, found.content.start) == (31, 36)


def test_words_inside_of_longer_words_do_not_count() -> None:
    report = read("The other day he said it rained.", ("he", "said", "it rained"))
    mention = report.attributions[0].mention
    assert mention is not None
    assert mention.start == 14


def test_a_span_may_begin_inside_of_a_word() -> None:
    span = attrib.Span(2, 8)
    report = attrib.assemble("Lind said so.", [("Lind", None, (10, 12))])
    assert report.attributions[0].content.text == "so"
    report = attrib.assemble("Lind said so.", [(None, None, span)])
    assert report.attributions[0].content.text == "nd sai"


def test_a_content_may_stand_in_pieces() -> None:
    text = '"It rained," the mayor said, "all day."'
    report = read(text, ("the mayor", "said", ['"It rained,"', '"all day."']))
    assert report.attributions[0].content.text == '"It rained," "all day."'
    assert report.attributions[0].mode == "direct"


def test_a_cue_gives_kind_and_stance_unless_they_are_given() -> None:
    text = "The mayor denied that it rained."
    words = ("The mayor", "denied", "that it rained")
    assert read(text, words).attributions[0].stance == "denies"
    given_one = Triple(*words, stance="doubts", kind="belief")
    found = read(text, given_one).attributions[0]
    assert (found.stance, found.kind) == ("doubts", "belief")


@pytest.mark.parametrize(
    ("text", "cue", "content", "kind"),
    [
        ("The mayor believes that it rained.", "believes", "that it rained", "belief"),
        ("The mayor saw that it rained.", "saw", "that it rained", "perception"),
        ("The mayor called for a vote.", "called for", "a vote", "attitude"),
        ("In the view of the mayor, it rained.", "In the view of", "it rained",
         "belief"),
        ("The mayor is critical of the plan.", "is critical of", "the plan",
         "attitude"),
    ],
)  # fmt: skip
def test_kinds_are_read_as_parse_reads_them(
    text: str, cue: str, content: str, kind: str
) -> None:
    (found,) = read(text, (None, cue, content)).attributions
    assert found.kind == kind


def test_a_cue_inside_a_content_is_nested_in_it() -> None:
    report = read(
        "AFP said the mayor told it that it rained.",
        ("the mayor", "told", "that it rained"),
        ("AFP", "said", "the mayor told it that it rained"),
    )
    assert [str(chain) for chain in report.chains()] == [
        'Baltic Wire ← AFP ← mayor: "that it rained"'
    ]


def test_whoever_is_cited_stands_behind_who_cites() -> None:
    report = read(
        "AFP reported, citing the mayor, that it rained.",
        ("the mayor", "citing", "that it rained"),
        ("AFP", "reported", "that it rained"),
    )
    assert [str(chain) for chain in report.chains()] == [
        'Baltic Wire ← AFP ← mayor: "that it rained"'
    ]


def test_whose_content_its_parent_shares_has_reported_it() -> None:
    content = "The lock had failed"
    report = attrib.assemble(
        "The lock had failed, Radio Norr reported after a call with the mayor.",
        [
            Triple("Radio Norr", "reported", content),
            Triple("the mayor", "after a call with", content, parent=0),
        ],
    )
    assert report.attributions[1].kind == "reporting"
    assert [str(chain) for chain in report.chains()] == [
        'Radio Norr ← mayor: "The lock had failed"'
    ]


def test_a_parent_that_is_given_stands_against_what_is_found() -> None:
    text = "AFP said that the mayor said that it rained."
    report = read(
        text,
        Triple("AFP", ("said", 1), "that the mayor said that it rained", parent=1),
        Triple("the mayor", ("said", 2), "that it rained"),
    )
    assert [found.parent for found in report.attributions] == [1, None]


def test_a_pronoun_is_resolved() -> None:
    text = "Ada Lind said it rained. She added that it snowed."
    report = read(text, ("Ada Lind", "said", "it rained"),
                  ("She", "added", "that it snowed"))  # fmt: skip
    source = report.attributions[1].source
    assert source is not None
    assert source.name == "Ada Lind"


def test_no_triples_make_a_report_without_attributions() -> None:
    assert attrib.assemble("It rained.", []).attributions == ()


FAULTS = {
    "words that are not there": (
        ("AFP", "zapped", "it rained"),
        'triple 0, cue: "zapped" does not stand in the text',
    ),
    "words in another case": (
        ("AFP", "Said", "it rained"),
        'triple 0, cue: "Said" does not stand in the text; nearest is "said", at 4:\n'
        "    AFP said it rained, “all day”. He said so.\n"
        "        ^",
    ),
    "other quotation marks": (
        ("AFP", None, 'it rained, "all day"'),
        'triple 0, content: "it rained, "all day"" does not stand in the text; nearest '
        'is "it rained, “all day”", at 9:\n'
        "    AFP said it rained, “all day”. He said so.\n"
        "                        ^",
    ),
    "another word": (
        ("AFP", None, "it rained all night"),
        'triple 0, content: "it rained all night" does not stand in the text; nearest '
        'is "it rained, “all day", at 9:\n'
        "    AFP said it rained, “all day”. He said so.\n"
        "                      ^",
    ),
    "part of a word": (
        ("AFP", None, "rain"),
        'triple 0, content: "rain" does not stand in the text by itself, only inside '
        "of a longer word, at 12:\n"
        "    AFP said it rained, “all day”. He said so.\n"
        "                ^",
    ),
    "a place that is not there": (
        ("AFP", ("said", 3), "it rained"),
        'triple 0, cue: "said" stands 2 times in the text, so there is no place 3 of '
        "it; they count from 1",
    ),
    "nothing that stands once": (
        (None, None, "said"),
        'triple 0, content: "said" stands 2 times in the text, and no other part of '
        "the triple stands once: give offsets, or the words with the number of the "
        "place",
    ),
    "offsets beyond the text": (
        (None, None, (9, 99)),
        "triple 0, content: [9, 99) ends beyond the text, which has 42 characters",
    ),
    "offsets that begin inside of a word": (
        (None, None, (5, 18)),
        'triple 0, content: [5, 18) begins inside of the word "said": offsets count '
        "code points of the text, not bytes; a Span is taken as it is",
    ),
    "offsets that end inside of a word": (
        (None, None, (4, 14)),
        'triple 0, content: [4, 14) ends inside of the word "rained": offsets count '
        "code points of the text, not bytes; a Span is taken as it is",
    ),
    "offsets in reverse": (
        (None, None, (9, 4)),
        "triple 0, content: span [9, 4) is not a stretch of text: wanted 0 <= start < "
        "end",
    ),
    "a passage of another text": (
        (None, None, attrib.Passage.of("It snowed.", (3, 9))),
        'triple 0, content: it says "snowed", but the text " said "',
    ),
    "pieces that overlap": (
        (None, None, [(0, 8), (4, 12)]),
        "triple 0, content: the spans of a passage stand in text order and apart: "
        "[4, 12) follows [0, 8)",
    ),
    "no content": (
        ("AFP", "said", None),
        "triple 0, content: found None, wanted words of the text or offsets",
    ),
    "empty words": (
        ("AFP", " ", "it rained"),
        "triple 0, cue: found ' ', wanted words of the text or offsets",
    ),
    "a number": (
        ("AFP", 4, "it rained"),
        "triple 0, cue: found 4, wanted words of the text or offsets",
    ),
    "a list of numbers": (
        ("AFP", [4, 5, 6], "it rained"),
        "triple 0, cue: found 4, wanted words of the text or offsets",
    ),
    "too few parts": (
        ("AFP", "said"),
        "triple 0: found ('AFP', 'said'), wanted a source, a cue and a content",
    ),
    "a string": (
        "AFP",
        'triple 0: found "AFP", wanted a source, a cue and a content',
    ),
    "a key that is not known": (
        {"source": None, "cue": None, "content": "so", "tone": "dry"},
        "triple 0: it has 'tone', and may have source, cue, content, addressee, "
        "relays, kind, stance, parent",
    ),
    "a key that is missing": (
        {"source": None, "content": "so"},
        "triple 0: it lacks cue; null stands for none",
    ),
    "a kind that is none": (
        {"source": None, "cue": None, "content": "so", "kind": "speech"},
        'triple 0, kind: found "speech", wanted one of reporting, belief, perception, '
        "attitude, or None",
    ),
    "a parent that is not there": (
        {"source": None, "cue": None, "content": "so", "parent": 1},
        "triple 0, parent: found 1, wanted the place of another triple of 1, counted "
        "from 0",
    ),
}


def test_a_key_that_is_none_hides_no_other_fault_of_its_triple() -> None:
    odd = {"source": "Reuters", "content": "it snowed", "tone": "dry", "kind": "talk"}
    with pytest.raises(AssemblyError) as caught:
        read("AFP said it rained.", odd, ("the", "told", "it"))
    lines = str(caught.value).split("\n")
    assert lines[0] == "7 faults in these triples:"
    starts = [line.partition(":")[0] for line in lines if line.startswith("triple")]
    assert starts == [
        "triple 0",
        "triple 0",
        "triple 0, source",
        "triple 0, content",
        "triple 0, kind",
        "triple 1, source",
        "triple 1, cue",
    ]


@pytest.mark.parametrize(("triple", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_its_place(triple: object, message: str) -> None:
    with pytest.raises(AssemblyError) as caught:
        read("AFP said it rained, “all day”. He said so.", triple)
    assert str(caught.value) == message


def test_all_faults_of_all_triples_are_told_together() -> None:
    with pytest.raises(AssemblyError) as caught:
        read("It rained.", ("Lind", "said", "it snowed"), ("Berg", None, (0, 3)), 7)
    lines = str(caught.value).splitlines()
    assert lines[0] == "5 faults in these triples:"
    assert [line[:16] for line in lines if line.startswith("triple")] == [
        "triple 0, source",
        'triple 0, cue: "',
        "triple 0, conten",
        "triple 1, source",
        "triple 2: found ",
    ]


def test_parents_in_a_circle_are_a_fault() -> None:
    one = Triple(None, None, "It", parent=1)
    other = Triple(None, None, "rained", parent=0)
    with pytest.raises(AssemblyError, match="triple 0, parent: it would be its own"):
        read("It rained.", one, other)


@pytest.mark.parametrize(
    ("triples", "found"),
    [
        (None, "NoneType"),
        (Triple("AFP", "denied", "it"), "one Triple"),
        ({"source": "AFP", "cue": "denied", "content": "it"}, "one dict"),
        ("AFP denied it", "one str"),
    ],
    ids=["nothing", "a triple", "a mapping", "a text"],
)
def test_one_triple_where_several_are_wanted_is_an_error(
    triples: Any, found: str
) -> None:
    with pytest.raises(AssemblyError, match=f"a list of them, and got {found}$"):
        attrib.assemble("AFP denied it.", triples)
