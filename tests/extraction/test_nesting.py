"""What stands inside what, and the chains that follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from attrib import Document
from extraction.told import chains_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The minister said that the mayor had told reporters that it rained.",
            "minister ← mayor",
        ),
        (
            "Baltic Wire reported that police said that Ada Lind had told them that "
            "the ship was on fire.",
            "Baltic Wire ← Police ← Ada Lind",
        ),
        (
            "According to Baltic Wire, the minister said that the bridge was safe.",
            "Baltic Wire ← minister",
        ),
        (
            "As Baltic Wire reported, the minister said that the bridge was safe.",
            "Baltic Wire ← minister",
        ),
        (
            "The mayor said the police said the bridge was closed.",
            "mayor ← police",
        ),
    ],
)
def test_who_speaks_inside_a_content_is_nested(text: str, names: str) -> None:
    assert [chain.lower() for chain in chains_of(text)] == [names.lower()]


def test_the_parent_is_the_smallest_content_around() -> None:
    report = attrib.parse(
        "Baltic Wire reported that police said that Ada Lind had told them that the "
        "ship was on fire."
    )
    assert [found.parent for found in report.attributions] == [None, 0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Baltic Wire reported, citing the coast guard, that the ship was on fire.",
        "Baltic Wire reported that the ship was on fire, citing the coast guard.",
        "The ship is on fire, Baltic Wire reported, citing the coast guard.",
        "Baltic Wire said the ship was on fire, quoting the coast guard.",
    ],
)
def test_a_relay_passes_on_the_content_of_the_source_it_cites(text: str) -> None:
    report = attrib.parse(text)
    outer, inner = sorted(report.attributions, key=lambda found: found.parent or -1)
    assert (inner.parent, inner.rule) == (outer.index, "en.relay.citing")
    assert inner.content == outer.content
    assert "citing" not in outer.content.text
    assert "quoting" not in outer.content.text
    assert chains_of(text) == ["Baltic Wire ← coast guard"]


def test_side_by_side_is_not_inside() -> None:
    text = "The minister said that it rained. The mayor said that it snowed."
    assert chains_of(text) == ["minister", "mayor"]


def test_two_verbs_of_one_source_stand_side_by_side() -> None:
    text = "The minister said that it rained and added that it would snow."
    report = attrib.parse(text)
    assert [found.parent for found in report.attributions] == [None, None]
    assert [found.content.text for found in report.attributions] == [
        "that it rained",
        "that it would snow",
    ]


def test_the_outlet_stands_first() -> None:
    text = "The minister said that the mayor said that it rained."
    assert chains_of(text, outlet="Baltic Wire") == ["Baltic Wire ← minister ← mayor"]


def test_the_outlet_that_names_itself_stands_first_and_once() -> None:
    text = "As Baltic Wire reported, the minister said that the bridge was safe."
    assert chains_of(text, outlet="Baltic Wire") == ["Baltic Wire ← minister"]


def test_what_is_not_said_makes_no_link() -> None:
    text = "The minister believes that the mayor said that the bridge was safe."
    assert chains_of(text) == ["mayor"]
    kinds = [found.kind for found in attrib.parse(text).attributions]
    assert kinds == ["belief", "reporting"]


def test_an_account_goes_on_with_the_one_it_introduced() -> None:
    text = (
        "According to the intelligence service, Ada Lind met the rebels in May. "
        "She said that they would leave."
    )
    report = attrib.parse(text)
    _, inner = report.attributions
    assert (inner.parent, inner.continues) == (None, 0)
    _, chain = report.chains()
    assert [link.is_inferred for link in chain.links] == [True, False]
    assert chain.links[0].reason in inner.reasons


def test_a_person_gives_no_account_of_what_others_say_later() -> None:
    text = "According to Bo Berg, Ada Lind met the rebels. She said that they left."
    _, inner = attrib.parse(text).attributions
    assert inner.continues is None


@pytest.mark.parametrize(
    ("text", "is_quoted"),
    [
        ("Baltic Wire reported that Ada Lind said it rained. She said it was cold.", 1),
        ("Baltic Wire reported that Ada Lind had left. She said that it was cold.", 0),
        ("Ada Lind said it rained, Baltic Wire reported. She said it was cold.", 1),
        ("Ada Lind had left, Baltic Wire reported. She said that it was cold.", 0),
    ],
)
def test_an_outlets_account_goes_on_with_one_whom_it_quotes(
    text: str, is_quoted: bool
) -> None:
    assert (chains_of(text)[-1] == "Baltic Wire ← Ada Lind") == is_quoted


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Lind said on Telegram that they also discussed the needs of the port during "
         "their first meeting, Reuters reported.", ["Reuters ← Lind"]),
        ("The Norr Wire said he proposed using boats.", ["Norr Wire"]),
        # words of their own are theirs, and whoever is named is a source
        ("The Norr Wire said he proposed “using boats.”", ["Norr Wire ← he"]),
        ("The Norr Wire said Berg proposed using boats.", ["Norr Wire ← Berg"]),
    ],
)  # fmt: skip
def test_what_they_are_said_to_have_talked_about_is_no_report(
    text: str, chains: list[str]
) -> None:
    assert chains_of(text) == chains


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("The Senate was to meet on Monday to discuss Berg's confirmation.", 0),
        ("The law requires the candidates to disclose the names of all donors.", 0),
        ("The storm led the mayor to announce a day of mourning for the port.", 1),
        ("Her son rang her in February to say he was in Norway.", 1),
        ("When asked whether the dam would hold, the mayor left.", 0),
        ("The mayor asked whether the dam would hold.", 1),
    ],
)
def test_what_is_meant_to_be_said_is_no_report(text: str, is_said: int) -> None:
    kinds = [found.kind for found in attrib.parse(text).attributions]
    assert ("reporting" in kinds) == is_said
    assert kinds


PLAIN = (
    "The minister said that the lock had failed.",
    "Baltic Wire reported, citing two officials, that the quay was closed.",
    "Ada Lind told Reuters that the ferry would sail.",
    "The road is open, the mayor said, Baltic Wire reported.",
    "According to TASS, the ministry denied that the crane had fallen.",
    "The mayor and the coast guard said that the bridge was safe.",
    "It was reported that the dam had burst.",
    "The army said the lock had failed, but that nobody was hurt, Reuters reported.",
    "This was stated by the harbour board.",
    "She added that nobody was hurt.",
    '"We lost nine days," Bo Berg told CNN, "and nobody said why."',
    "The lock had failed, an official quoted by Interfax said.",
)


def links_of(report: attrib.Report) -> list[tuple[tuple[str, ...], str]]:
    """Return for each chain the names of its links and its content on one line."""
    return [
        (tuple(link.name for link in chain.links), " ".join(chain.content.text.split()))
        for chain in report.chains()
    ]


@given(st.lists(st.sampled_from(PLAIN), max_size=8), st.sampled_from([" ", "\n\n"]))
def test_every_chain_is_finite_and_lies_in_its_parents(
    sentences: list[str], gap: str
) -> None:
    report = attrib.parse(Document(gap.join(sentences), outlet="Sarn Post"))
    for found in report.attributions:
        trail = [found.index]
        while (outer := report.attributions[trail[-1]].outer) is not None:
            assert outer not in trail
            trail.append(outer)
        if found.parent is not None:
            assert report.attributions[found.parent].content.covers(found.content)
    for chain in report.chains():
        assert chain.outlet == report.document.outlet
        assert len(chain.links) <= 2 * len(report.attributions) + 1


@given(st.lists(st.sampled_from(PLAIN), max_size=6))
def test_chains_survive_json(sentences: list[str]) -> None:
    report = attrib.parse(Document(" ".join(sentences), outlet="Sarn Post"))
    assert attrib.from_json(attrib.to_json(report)) == report
    chains = report.chains()
    assert attrib.from_json(attrib.to_json(chains)) == chains


@given(
    st.lists(st.sampled_from(PLAIN[:8]), max_size=6),
    st.sampled_from(["It rained all day. ", "It rained all day.\n\n", "\n\n"]),
)
def test_text_before_moves_chains_and_changes_nothing_else(
    sentences: list[str], prefix: str
) -> None:
    text = " ".join(sentences)
    alone, moved = attrib.parse(text), attrib.parse(prefix + text)
    assert links_of(moved) == links_of(alone)
    assert [chain.content.start - len(prefix) for chain in moved.chains()] == [
        chain.content.start for chain in alone.chains()
    ]


@given(st.lists(st.sampled_from(PLAIN[:8]), max_size=6))
def test_splitting_paragraphs_does_not_change_chains(sentences: list[str]) -> None:
    together = attrib.parse(" ".join(sentences))
    apart = attrib.parse("\n\n".join(sentences))
    assert links_of(apart) == links_of(together)


def test_an_outer_account_that_adds_a_clause_has_a_chain_of_its_own() -> None:
    text = (
        "Reuters reported that the port was closed and that the army said the lock had "
        "failed."
    )
    assert chains_of(text) == ["Reuters", "Reuters ← army"]


def test_a_day_or_a_place_behind_the_cue_is_no_clause() -> None:
    text = "The lock had failed, the army said on Monday in Sarn, Reuters reported."
    assert chains_of(text) == ["Reuters ← army"]


def test_who_says_this_has_not_passed_on_what_others_said_before() -> None:
    text = (
        "The lock had failed, the army said. Ada Lind closed the port. "
        "This was stated by the mayor."
    )
    assert chains_of(text) == ["army", "mayor"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lind said this at a meeting, Baltic Wire reports.",
        "Ada Lind, the mayor, said this at a briefing in Sarn on Tuesday, May 8, "
        "according to Baltic Wire.",
        "That's according to Lind, Baltic Wire reports.",
        "This was announced by Lind, Baltic Wire reports.",
    ],
)
def test_who_passes_on_this_passes_on_what_it_stands_for(sentence: str) -> None:
    (chain,) = attrib.parse(f"The pier is shut.\n\n{sentence}").chains()
    names = [link.source and link.source.name.split()[-1] for link in chain.links]
    assert names == ["Wire", "Lind"]
    assert chain.content.text == "The pier is shut"


@pytest.mark.parametrize(
    ("opening", "count"),
    [("The news comes", 1), ("The announcement came", 1), ("The boats came home", 2)],
)
def test_news_that_comes_after_a_statement_is_that_statement(
    opening: str, count: int
) -> None:
    text = f"{opening} after the ministry said it rained, Baltic Wire reported."
    chains = attrib.parse(text).chains()
    assert [link.name for link in chains[-1].links] == ["Baltic Wire", "ministry"]
    assert len(chains) == count
