"""Who passed a content on: outlets that were told, cited and quoted."""

import pytest

import attrib


def chain_of(text: str) -> str:
    """Return the names of the one chain of a text, outermost first."""
    (chain,) = attrib.parse(text).chains()
    return " ← ".join(link.name for link in chain.links)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lind told Reuters that the dam was safe.", "Reuters ← Ada Lind"),
        ("The dam is safe, Ada Lind told the newspaper.", "newspaper ← Ada Lind"),
        ("Ada Lind told reporters that the dam was safe.", "Ada Lind"),
        ("Ada Lind told the court that the dam was safe.", "Ada Lind"),
        (
            "Reuters, citing two officials, reported that the dam was safe.",
            "Reuters ← two officials",
        ),
        (
            "Citing two officials, Reuters reported that the dam was safe.",
            "Reuters ← two officials",
        ),
        (
            "Reuters reported on Monday that the dam was safe, citing two officials.",
            "Reuters ← two officials",
        ),
        (
            "Reuters quoted Ada Lind as saying that the dam was safe.",
            "Reuters ← Ada Lind",
        ),
        (
            "Ada Lind was quoted by Reuters as saying that the dam was safe.",
            "Reuters ← Ada Lind",
        ),
        ("The dam is safe, Reuters said, citing the army.", "Reuters ← army"),
        ("According to a Reuters report, the dam is safe.", "Reuters"),
        ("The dam is safe, according to a report by the army.", "army"),
    ],
)
def test_a_chain_names_whoever_passed_it_on(text: str, names: str) -> None:
    assert chain_of(text) == names


def test_bad_weather_is_cited_and_passes_nothing_on() -> None:
    report = attrib.parse("The crew said it would stay, citing strong winds.")
    assert "en.relay.citing" not in [found.rule for found in report.attributions]


def test_a_relay_says_where_it_is_named() -> None:
    text = "Ada Lind told Reuters that the dam was safe."
    (found,) = attrib.parse(text).attributions
    (relay,) = found.relays
    assert relay.mention.text == "Reuters"
    assert relay.source.kind == "news outlet"
    assert relay.reason


def test_a_dateline_is_no_part_of_a_content() -> None:
    report = attrib.parse("SARN, May 3 (Kestra Press) - The dam is safe, police said.")
    (found,) = report.attributions
    assert found.content.text == "The dam is safe"
