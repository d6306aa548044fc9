"""Well-known sources: one key for all names of a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib import Source, SourceKind, load_lexicon
from attrib.lexicon.knowledge import Knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_lexicon("en").knowledge


@given(st.text(max_size=40))
def test_any_name_may_be_looked_up(name: str) -> None:
    for source in load_lexicon("en").knowledge.find(name):
        assert source.name.strip()


def test_every_listed_name_finds_a_source(knowledge: Knowledge) -> None:
    for key, sources in knowledge.sources.items():
        assert knowledge.find(key) == sources
        assert sources


def test_few_names_are_shared(knowledge: Knowledge) -> None:
    shared = {key for key, found in knowledge.sources.items() if len(found) > 1}
    assert shared == {"brussels", "pa"}


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Norway", "Oslo", "the Norwegian government"), "norway"),
        (("the U.S.", "US", "Washington", "the United States"), "united states"),
        (("CIA", "the Central Intelligence Agency"), "cia"),
        (
            (
                "the Norwegian Defence Ministry",
                "Norway's Ministry of Defense",
                "the Ministry of Defence of Norway",
                "Norway’s MoD",
            ),
            "norway defence ministry",
        ),
        (
            (
                "the Foreign Ministry of the Czech Republic",
                "the Czech Foreign Ministry",
            ),
            "czech republic foreign ministry",
        ),
        (("Israel's Mossad", "Mossad"), "mossad"),
        (("AFP", "Agence France-Presse"), "afp"),
    ],
)
def test_a_body_has_one_key(
    knowledge: Knowledge, names: tuple[str, ...], key: str
) -> None:
    assert {source.key for name in names for source in knowledge.find(name)} == {key}


@pytest.mark.parametrize(
    ("name", "kind", "affiliation"),
    [
        ("The Kremlin", SourceKind.GOVERNMENT, "Russia"),
        ("the White House", SourceKind.GOVERNMENT, "United States"),
        ("MI5", SourceKind.INTELLIGENCE, "United Kingdom"),
        ("the Norwegian army", SourceKind.MILITARY, "Norway"),
        ("NATO", SourceKind.ORGANISATION, None),
        ("Reuters", SourceKind.NEWS_OUTLET, None),
    ],
)
def test_a_body_is_of_a_kind_and_belongs_to_somebody(
    knowledge: Knowledge, name: str, kind: SourceKind, affiliation: str | None
) -> None:
    (source,) = knowledge.find(name)
    assert (source.kind, source.affiliation) == (kind, affiliation)


@pytest.mark.parametrize(
    "name", ["", "of", "of of", "Ada Lind", "the ministry", "Norway of", "Norway's"]
)
def test_other_names_are_not_known(knowledge: Knowledge, name: str) -> None:
    found = knowledge.find(name)
    assert [source.key for source in found] == (["norway"] if "'s" in name else [])


def test_a_source_may_be_added_with_its_other_names(knowledge: Knowledge) -> None:
    guard = Source("Harbour Guard", "military", affiliation="Norway")
    more = knowledge.knowing({guard: ["HG"]})
    assert more.find("the Harbour Guard") == more.find("HG") == (guard,)
    assert knowledge.find("HG") == ()


def test_a_name_that_is_added_twice_is_shared(knowledge: Knowledge) -> None:
    one, other = Source("Harbour Guard"), Source("Herring Guild")
    assert knowledge.knowing({one: ["HG"], other: ["HG"]}).find("HG") == (one, other)
