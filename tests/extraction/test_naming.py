"""Naming: a name that somebody types is the source that reports have for it."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.errors import ModelError
from attrib.extraction.naming import name_source
from attrib.extraction.pipeline import parse
from attrib.lexicon.loading import load_lexicon
from attrib.model.record import record_key
from attrib.model.source import Source

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
