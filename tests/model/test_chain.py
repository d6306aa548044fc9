import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import ModelError
from attrib.model.attribution import Attribution, Relay, StatedLikelihood
from attrib.model.chain import Chain, Link
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.scale import Likelihood
from attrib.model.source import Source
from attrib.model.span import Passage
from marking import mark, mark_report

NESTED = (
    "[S:AFP] [C:reported] that [T:[S1:the mayor] [C1:said] "
    "[T1:[S2:a clerk] [C2:had told] her [T2:the port was closed]]]."
)


def read(report: Report) -> list[str]:
    return [str(chain) for chain in report.chains()]


def evolve(report: Report, at: int, **changes: object) -> Report:
    attributions = list(report.attributions)
    attributions[at] = attrs.evolve(attributions[at], **changes)  # type: ignore[arg-type]  # any field
    return attrs.evolve(report, attributions=attributions)


def test_nested_attributions_are_one_chain_outermost_first() -> None:
    assert read(mark_report(NESTED)) == [
        'AFP ← the mayor ← a clerk: "the port was closed"'
    ]


def test_the_outlet_comes_first() -> None:
    chain = mark_report(NESTED, outlet="Nordic Post").chains()[0]
    assert chain.has_outlet
    assert chain.outlet is not None
    assert chain.outlet.name == "Nordic Post"
    assert [link.name for link in chain.relays] == ["AFP", "the mayor"]
    assert chain.origin == Source("a clerk")


def test_without_an_outlet_the_first_source_is_a_relay() -> None:
    chain = mark_report(NESTED).chains()[0]
    assert chain.outlet is None
    assert [link.name for link in chain.relays] == ["AFP", "the mayor"]


def test_an_outlet_that_reports_in_its_own_name_is_one_link() -> None:
    chain = mark_report("[S:AFP] [C:reported] [T:rain].", outlet="AFP").chains()[0]
    (link,) = chain.links
    assert chain.origin == chain.outlet == link.source
    assert link.cue is not None
    assert link.cue.text == "reported"
    assert chain.relays == ()


def test_a_source_that_follows_itself_is_one_link() -> None:
    report = mark_report("[S:Lind] [C:said] [T:[S1:Lind] [C1:knew] [T1:it rained]].")
    assert read(report) == ['Lind: "it rained"']


def test_an_unnamed_source_is_a_link_of_its_own() -> None:
    report = mark_report("It was [C:reported] [T:that it rained].", outlet="AFP")
    assert read(report) == ['AFP ← unnamed: "that it rained"']
    assert report.chains()[0].origin is None


def test_two_unnamed_sources_are_not_taken_for_one() -> None:
    report = mark_report("It was [C:said] [T:it was [C1:reported] [T1:that it rained]]")
    assert read(report) == ['unnamed ← unnamed: "that it rained"']


def test_a_relay_shares_its_content_with_the_one_it_reports() -> None:
    report = mark_report("[S:AFP], [C:citing] [S1:Lind], said [T:[T1:it rained]].")
    assert read(report) == ['AFP ← Lind: "it rained"']


def test_an_outer_content_with_words_of_its_own_has_a_chain_of_its_own() -> None:
    report = mark_report(
        "[S:Lind] [C:said] [T:the boats stayed in all day because "
        "[S1:Holm] [C1:warned] [T1:of a storm]]."
    )
    assert read(report) == [
        'Lind: "the boats stayed in all day because Holm warned of a storm"',
        'Lind ← Holm: "of a storm"',
    ]


@pytest.mark.parametrize(
    ("own", "chains"), [("and so on", 1), ("and so on forth", 2)], ids=["three", "four"]
)
def test_four_words_outside_the_inner_attributions_are_words_of_its_own(
    own: str, chains: int
) -> None:
    report = mark_report(f"[S:Lind] [C:said] [T:[S1:Holm] [C1:saw] [T1:rain] {own}].")
    assert len(report.chains()) == chains


def test_words_of_its_own_may_stand_on_both_sides_of_an_inner_attribution() -> None:
    report = mark_report(
        "[S:Lind] [C:said] [T:the boats [S1:Holm] [C1:saw] [T1:out] came back]."
    )
    assert len(report.chains()) == 2


def test_two_attributions_inside_one_content_are_two_chains() -> None:
    report = mark_report(
        "[S:Lind] [C:said] [T:[S1:Holm] [C1:saw] [T1:rain] and "
        "[S2:Berg] [C2:saw] [T2:snow]]."
    )
    assert read(report) == ['Lind ← Holm: "rain"', 'Lind ← Berg: "snow"']


def test_an_account_that_goes_on_is_an_inferred_link() -> None:
    told = mark_report("[S:Lind] [C:said] [T:it rained]. [S1:Holm] [C1:saw] [T1:it].")
    report = evolve(told, 1, continues=0)
    chain = report.chains()[1]
    assert str(chain) == 'Lind ← Holm: "it"'
    outer, inner = chain.links
    assert outer.is_inferred
    assert outer.cue is None
    assert outer.reason == "its account (attribution 0) goes on"
    assert not inner.is_inferred


def test_an_inferred_link_gives_the_reason_of_the_attribution_within() -> None:
    told = mark_report("[S:Lind] [C:said] [T:it rained]. [S1:Holm] [C1:saw] [T1:it].")
    why = "inside the account of Lind, which the next sentence goes on with"
    report = evolve(told, 1, continues=0, reasons=("found so", why))
    assert report.chains()[1].links[0].reason == why


def test_a_belief_that_was_told_is_part_of_its_telling() -> None:
    told = mark_report("[S:Lind] [C:said] [T:[S1:Holm] [C1:hoped] [T1:for rain]].")
    report = evolve(told, 1, kind="attitude")
    (chain,) = report.chains()
    assert [link.name for link in chain.links] == ["Lind"]
    assert chain.content == told.attributions[0].content


def test_a_belief_that_was_told_is_a_chain_when_asked_for() -> None:
    told = mark_report("[S:Lind] [C:said] [T:[S1:Holm] [C1:hoped] [T1:for rain]].")
    report = evolve(told, 1, kind="attitude")
    (chain,) = report.chains(kinds=["reporting", "attitude"])
    assert chain.kind == "attitude"
    assert [link.name for link in chain.links] == ["Lind", "Holm"]


def test_a_belief_nobody_told_is_no_chain() -> None:
    held = mark_report("[S:Lind] [C:hoped] [T:for rain].")
    assert evolve(held, 0, kind="attitude").chains() == ()


def test_a_chain_is_what_its_innermost_attribution_is() -> None:
    told = mark_report("[S:Lind] [C:said] [T:[S1:Holm] [C1:denied] [T1:it]].")
    chain = evolve(told, 1, stance="denies").chains()[0]
    assert chain.stance == "denies"
    assert chain.attribution == 1
    assert chain.document_id == told.document.id
    assert chain.content == told.attributions[1].content


def test_each_link_names_the_rule_that_found_it() -> None:
    told = mark_report(NESTED, outlet="Nordic Post")
    report = evolve(told, 1, rule="en.indirect.said-that")
    assert [link.reason for link in report.chains()[0].links] == [
        "published the document",
        "by-hand",
        "en.indirect.said-that",
        "by-hand",
    ]
    assert [link.attribution for link in report.chains()[0].links] == [None, 0, 1, 2]


@pytest.mark.parametrize(
    ("content", "read_as"),
    [
        ("it  \n rained", 'Lind: "it rained"'),
        ("“It rained.”", "Lind: “It rained.”"),
        ("„Es regnete.“", "Lind: „Es regnete.“"),
        ("'It rained.'", "Lind: 'It rained.'"),
        ("Lind's boat", 'Lind: "Lind\'s boat"'),
        ("“rain” fell", "Lind: “rain” fell"),
    ],
    ids=["white space", "quoted", "quoted low-high", "single", "apostrophe", "partly"],
)
def test_a_content_stands_in_quotation_marks_unless_it_holds_some(
    content: str, read_as: str
) -> None:
    assert read(mark_report(f"[S:Lind] [C:said] [T:{content}]")) == [read_as]


def test_a_name_over_two_lines_reads_on_one() -> None:
    content = Passage.of("rain", (0, 4))
    link = Link(source=Source("harbour\n  master"))
    chain = Chain(links=(link,), content=content, document_id="a")
    assert str(chain) == 'harbour master: "rain"'


def test_a_chain_without_a_link_is_an_error() -> None:
    with pytest.raises(ModelError, match="at least one link"):
        Chain(links=(), content=Passage.of("rain", (0, 4)), document_id="a")


def test_a_chain_keeps_lists_and_values_as_tuples_and_enums() -> None:
    rain = Passage.of("rain", (0, 4))
    links = [Link(source=Source("Lind"))]
    chain = Chain(links=links, content=rain, document_id="a", stance="doubts")
    assert chain.links == tuple(links)
    assert type(chain.stance).__name__ == "Stance"


names = st.lists(
    st.sampled_from(["Ada", "Bo", "Cem", "Dag", "Eva", "Finn"]),
    min_size=1,
    max_size=6,
    unique=True,
)


@given(names, st.booleans())
def test_sources_nested_in_one_another_come_back_in_order(
    names: list[str], has_outlet: bool
) -> None:
    sentence = "[T9:it rained]".replace("9", str(len(names) - 1))
    for at in range(len(names) - 1, -1, -1):
        sentence = f"[S{at}:{names[at]}] [C{at}:said] {sentence}"
        sentence = f"[T{at - 1}:{sentence}]" if at else sentence
    sentence = sentence.replace("S0:", "S:").replace("C0:", "C:").replace("T0:", "T:")
    report = mark_report(sentence, outlet="Nordic Post" if has_outlet else None)
    (chain,) = report.chains()
    expected = ["Nordic Post"] * has_outlet + names
    assert [link.name for link in chain.links] == expected
    assert chain.outlet == (report.document.outlet if has_outlet else None)
    assert chain.origin == Source(names[-1])
    assert len(chain.relays) == len(expected) - 1 - has_outlet


def test_marks_and_chains_agree_on_where_the_content_stands() -> None:
    chain = mark_report(NESTED).chains()[0]
    assert chain.content == mark(NESTED)["T2"]


def test_nesting_far_deeper_than_the_stack_is_one_chain() -> None:
    depth = 5_000
    opening = "".join(f"[T{at or ''}:[S{at or ''}:s{at}] said " for at in range(depth))
    rain = f"[T{depth}:rain]"
    text = mark(opening + rain + "]" * depth)
    attributions = [
        Attribution(
            index=at,
            content=text[f"T{at or ''}"],
            source=Source(f"s{at}") if at < depth else None,
            parent=at - 1 if at else None,
        )
        for at in range(depth + 1)
    ]
    report = Report(Document(text.text), attributions)
    (chain,) = report.chains()
    assert len(chain.links) == depth + 1
    assert pickle.loads(pickle.dumps(report)) == report
    assert hash(chain) == hash(report.chains()[0])
    assert repr(chain).count("Link(") == depth + 1


def test_what_two_said_together_is_a_chain_of_each() -> None:
    told = mark_report("[S:AFP] [C:said] [T:[S1:Lind and Berg] [C1:saw] [T1:rain]].")
    report = evolve(told, 1, source=Source("Lind"), partners=(Source("Berg"),))
    assert read(report) == ['AFP ← Lind: "rain"', 'AFP ← Berg: "rain"']


def test_many_joint_sources_make_a_bounded_number_of_chains() -> None:
    report = mark_report("[S:AFP] [C:said] [T:[S1:Lind] [C1:saw] [T1:rain]].")
    many = tuple(Source(f"guard {number}") for number in range(9))
    for index in (0, 1):
        report = evolve(report, index, partners=many)
    assert len(report.chains()) == 12


def test_who_only_relays_has_no_chain_of_its_own() -> None:
    told = mark_report(
        "[S:AFP] [C:said] [T:[S1:Lind] [C1:saw] [T1:rain] on Monday in Sarn, a port]."
    )
    assert len(told.chains()) == 2
    assert read(evolve(told, 0, is_relaying=True)) == ['AFP ← Lind: "rain"']


def test_an_agency_stands_between_the_outlet_and_who_told_it() -> None:
    told = mark_report("(Kestra) [S:Lind] [C:saw] [T:rain].", outlet="Sarn Post")
    mention = Passage.of(told.document.text, (1, 7))
    agency = Relay(Source("Kestra"), mention, "its dateline names it")
    (chain,) = attrs.evolve(told, agencies=(agency,)).chains()
    assert str(chain) == 'Sarn Post ← Kestra ← Lind: "rain"'
    assert chain.links[1].reason == "its dateline names it"


def test_a_chain_holds_the_hedges_of_all_on_the_way_and_the_likelihood_of_its_end() -> (
    None
):
    report = mark_report(
        "[S:Lind] [C:said] [T:[S1:Holm] [C1:warned] [T1:it would probably rain]].",
        outlet="Daily",
    )
    outer, inner = report.attributions
    words = outer.content
    stated = StatedLikelihood(Likelihood.LIKELY, inner.content)
    attributions = [
        attrs.evolve(outer, hedges=[words]),
        attrs.evolve(inner, hedges=[inner.content], likelihoods=[stated]),
    ]
    (chain,) = attrs.evolve(report, attributions=attributions).chains()
    assert chain.hedges == (words, inner.content)
    assert chain.likelihood == stated
    assert chain.claim_id == f"{report.document.id}#1"
