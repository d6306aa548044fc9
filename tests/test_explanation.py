"""Explanations: what is said of an attribution and of a chain."""

import attrs
import pytest
from hypothesis import given

import attrib
from attrib import Attribution, Chain, Document, Report, Term
from attrib.explanation import explain, lay_out_reasons
from attrib.export.terminal import to_plain
from attrib.strategies import attributions, chains, reports
from marking import mark_report


def parse(text: str) -> Report:
    return attrib.parse(Document(text, outlet="Baltic Wire", published="2024-06-12"))


@given(chains())
def test_any_chain_is_explained_in_one_paragraph_that_names_its_links(
    chain: Chain,
) -> None:
    paragraph = explain(chain)
    assert "\n" not in paragraph
    assert paragraph.endswith(".")
    assert explain(chain) == paragraph


@given(attributions())
def test_any_attribution_is_explained_with_its_rule_and_all_its_terms(
    attribution: Attribution,
) -> None:
    lines = explain(attribution).splitlines()
    assert any(line.startswith(f"rule   {attribution.rule}: ") for line in lines)
    weights = [line[:6].strip() for line in lines if line[:6].strip()[:1] in ("+", "-")]
    assert weights == [f"{term.weight:+.2f}" for term in attribution.terms]


@given(reports())
def test_any_report_is_laid_out(report: Report) -> None:
    lines = [to_plain(line) for line in lay_out_reasons(report, name="a", width=60)]
    assert lines[0] == "a"
    others = [
        chain
        for chain in report.chains(kinds=tuple(attrib.AttributionKind))
        if chain.kind != "reporting"
    ]
    for number in range(1, len(report.chains()) + len(others) + 1):
        assert any(line.startswith(f"{number:>3}  ") for line in lines)


def test_each_step_of_a_chain_is_told_with_its_words() -> None:
    text = "The coast guard said the port master told it that the pier was closed."
    (chain,) = parse(text).chains()
    assert explain(chain) == (
        'Baltic Wire has this from coast guard: "The coast guard said" '
        "(en.indirect.clause). coast guard has it from port master: "
        '"the port master told" (en.indirect.that). The content: port master says '
        '"that the pier was closed".'
    )


def test_words_between_mention_and_cue_are_left_out_by_an_ellipsis() -> None:
    report = mark_report("[S:The mayor], who came late, [C:said] [T:it rained].")
    assert '"The mayor … said"' in explain(report.chains()[0])


def test_a_denial_is_told_as_one_with_its_day() -> None:
    (chain,) = parse("The mayor denied on Monday that it had rained.").chains()
    assert explain(chain).endswith(
        'The content: mayor denies (10 June 2024) "that it had rained".'
    )


def test_a_source_that_is_not_named_is_told_as_such() -> None:
    (chain,) = parse("It was reported that the pier was closed.").chains()
    assert "has this from a source that is not named" in explain(chain)


def test_an_inferred_step_says_what_it_was_concluded_from() -> None:
    report = mark_report("[S:AFP] [C:said] [T:it rained]. [S1:Lind] [C1:said] [T1:so].")
    first, second = report.attributions
    second = attrs.evolve(second, continues=0, reasons=("inside the account of AFP",))
    chain = attrs.evolve(report, attributions=(first, second)).chains()[1]
    assert "AFP, concluded and not written: inside the account of AFP." in explain(
        chain
    )


def test_the_outlets_own_words_are_its_own() -> None:
    words = attrib.Passage.of("it rained", (0, 9))
    links = (attrib.Link(source=attrib.Source("Baltic Wire")),)
    chain = Chain(links=links, content=words, document_id="a", has_outlet=True)
    assert explain(chain) == (
        'Baltic Wire published this. The content: Baltic Wire says "it rained".'
    )


def test_an_attribution_is_explained_line_by_line() -> None:
    (found,) = parse('"The pier is safe," the mayor said.').attributions
    lines = explain(found).splitlines()
    assert lines[:3] == [
        'mayor says "The pier is safe,"',
        "rule   en.direct.left: A quotation first, then the source and the reporting "
        "verb.",
        'words  "the mayor said"',
    ]
    assert lines[3].startswith(f"score  {found.score:.2f}")
    assert len(lines) == 4 + len(found.terms)


def test_a_stated_likelihood_is_told_with_its_range() -> None:
    (found,) = parse("The mayor said that it would probably rain.").attributions
    assert 'likely "probably": likely, 55 to 80 per cent' in explain(found)


def test_a_rule_that_decided_alone_is_said_to() -> None:
    text = "The agency quoted the mayor as saying that the pier was closed."
    found = next(a for a in parse(text).attributions if a.rule.startswith("en.relay"))
    assert found.terms == ()
    assert f"score  {found.score:.2f}, by the rule alone" in explain(found)


def test_an_attribution_made_by_hand_is_said_to_be() -> None:
    (found,) = mark_report("[S:AFP] [C:said] [T:it rained].").attributions
    assert "by-hand: it was made without the parser." in explain(found)
    assert "score" not in explain(found)


@pytest.mark.parametrize("rule", ["en.never.such", "xx.such", ""])
def test_rules_and_terms_of_other_versions_are_said_to_be_unknown(rule: str) -> None:
    (found,) = mark_report("[S:AFP] [C:said] [T:it rained].").attributions
    other = attrs.evolve(found, rule=rule, terms=(Term("accept:?", 1.0),))
    assert f"rule   {rule}: a rule unknown here." in explain(other)
    assert " +1.00 a term unknown here, accept:?" in explain(other)


def test_other_values_are_not_explained() -> None:
    with pytest.raises(TypeError, match="an Attribution or a Chain, not str"):
        explain("it rained")  # type: ignore[arg-type]  # the mistake under test
