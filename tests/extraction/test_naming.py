"""Naming: a name that somebody types is the source that reports have for it."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.credibility.grading import grade
from attrib.credibility.ledger import Ledger
from attrib.errors import ModelError
from attrib.extraction.naming import name_source
from attrib.extraction.pipeline import parse
from attrib.lexicon.loading import load_lexicon
from attrib.model.document import Document
from attrib.model.record import Outcome, record_key
from attrib.model.source import Source
from attrib.provenance.tracing import trace

KNOWN = sorted(
    source.name
    for bearers in load_lexicon().knowledge.sources.values()
    for source in bearers
)


@pytest.mark.parametrize(
    "name",
    [
        "WSJ",
        "U.N.",
        "the EU",
        "IDF",
        "Agence France-Presse",
        "Al-Jazeera",
        "Dr Lind",
        "the U.S. Department of Defense",
        "Norway's Defense Ministry",
        "Foreign Minister Ada Lind",
        "the mayor of Sarn",
        "the coast guard",
        "Gale Radio",
    ],
)
def test_a_name_is_the_source_that_a_report_has_for_it(name: str) -> None:
    (found,) = parse(f"{name} said that the harbour was closed.").attributions
    source = name_source(name)
    assert found.source is not None
    assert (source.key, source.kind) == (found.source.key, found.source.kind)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("idf", "israel defense forces"),
        ("reuters", "reuters"),
        (" The\n Associated  Press ", "ap"),
        ("Reuters’s", "reuters"),
        ("www.theguardian.com", "guardian"),
    ],
)
def test_a_name_may_be_typed_carelessly(name: str, key: str) -> None:
    assert name_source(name).key == key


@pytest.mark.parametrize("name", ["she", "an official", "Ada Lind and Bo Berg", "two"])
def test_what_names_no_one_source_is_a_name(name: str) -> None:
    assert name_source(name) == Source(name)


def test_a_lexicon_tells_its_own_names() -> None:
    guard = Source("Harbour Guard", "military")
    lexicon = load_lexicon().extended(sources={guard: ["HG"]})
    assert name_source("the HG", lexicon=lexicon).key == guard.key
    assert name_source("the HG").key == "hg"


@pytest.mark.parametrize("bad", ["", " \n", None, 7, b"AFP"])
def test_what_is_no_name_is_refused(bad: Any) -> None:
    with pytest.raises(ModelError, match="name"):
        name_source(bad)


@given(st.sampled_from(KNOWN))
def test_a_known_source_is_itself(name: str) -> None:
    known = load_lexicon().knowledge.find(name)
    if len(known) == 1:
        assert name_source(name).key == known[0].key


@given(st.text(min_size=1).filter(str.split))
@example("\u200b")
@example("“")
def test_any_text_is_a_name_that_records_hold(text: str) -> None:
    assert record_key(name_source(text))


def test_a_typed_name_is_left_out_of_grades_and_traces() -> None:
    text = "The northern quay is closed until May, {} reported."
    reports = [
        parse(Document(text.format(name), name, outlet=outlet))
        for outlet, name in (
            ("The Daily", "the Wall Street Journal"),
            ("Baltic Wire", "Gale Radio"),
        )
    ]
    found = trace(reports, of="the northern quay is closed until May")
    (falls,) = found.what_falls_without(name_source("WSJ"))
    assert falls.document_id == "the Wall Street Journal"
    left = grade(
        found, ledger=Ledger(), as_of="2024-03-01", without=name_source("the WSJ")
    )
    assert left.evidence.fallen == (falls,)


def test_a_ledger_holds_a_source_under_every_name_that_is_typed() -> None:
    outcome = Outcome(
        source=name_source("Agence France-Presse"),
        claim="ferry-sails",
        verdict="confirmed",
        settled="2024-03-01",
        recorded="2024-03-01",
        settled_by="port desk",
    )
    with Ledger() as ledger:
        ledger.record(outcome)
        track = ledger.track_record(name_source("AFP"), as_of="2024-03-01")
    assert track.confirmed_count == 1
