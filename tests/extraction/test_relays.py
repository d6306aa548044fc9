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
        (
            "Reuters quoted two officials who said that the dam was safe.",
            "Reuters ← two officials",
        ),
        (
            "According to Reuters, which cited two officials, the dam was safe.",
            "Reuters ← two officials",
        ),
        (
            "The Journal, which cited the mayor, said that the dam was safe.",
            "Journal ← mayor",
        ),
        (
            "According to a Reuters report based on information from two officials, "
            "the dam was safe.",
            "Reuters ← two officials",
        ),
        ("The dam is safe, the mayor said, as quoted by Reuters.", "Reuters ← mayor"),
        ("The mayor, quoted by Reuters, said the dam was safe.", "Reuters ← mayor"),
        ("A guard cited by Reuters said that the dam was safe.", "Reuters ← guard"),
        (
            "The dam is safe, Ada Lind said in an interview with CNN published by "
            "Reuters.",
            "Reuters ← CNN ← Ada Lind",
        ),
        ("Speaking to CNN, the mayor said that the dam was safe.", "CNN ← mayor"),
        ("In a CNN report, the mayor said that the dam was safe.", "CNN ← mayor"),
        (
            "The ministry said in a statement carried by TASS that the dam was safe.",
            "TASS ← ministry",
        ),
        (
            "Documents obtained by Reuters show that the dam was safe.",
            "Reuters ← Documents",
        ),
        ("Reuters learned from BelTA that the dam was safe.", "Reuters ← BelTA"),
        ("The mayor told state television that it rained.", "state television ← mayor"),
        (
            "The dam is safe, Ukrinform reports, citing the press service of the port.",
            "Ukrinform ← press service of the port",
        ),
        (
            "Reuters reported that the dam was safe, according to two officials.",
            "Reuters ← two officials",
        ),
        (
            "Reuters said that, according to the mayor, the dam was safe.",
            "Reuters ← mayor",
        ),
        ("It was reported the dam was safe.", "unnamed"),
        ("The news was confirmed to Reuters by the mayor.", "Reuters ← mayor"),
        ("The news -- first reported by Reuters -- was a surprise.", "Reuters"),
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


def test_adding_tells_the_same_outlet() -> None:
    text = "The dam is safe, the mayor told Reuters, adding that the road was open."
    chains = attrib.parse(text).chains()
    names = [[link.name for link in chain.links] for chain in chains]
    assert names == [["Reuters", "mayor"]] * 2


def test_who_is_only_cited_has_said_nothing() -> None:
    assert attrib.parse("Reuters cited two officials.").chains() == ()


def test_hearsay_has_a_source_that_is_not_named() -> None:
    report = attrib.parse("The dam reportedly failed in May.")
    (chain,) = report.chains(kinds="belief")
    assert chain.origin is None
    assert report.chains() == ()


def test_hearsay_that_somebody_tells_has_a_source() -> None:
    (found,) = attrib.parse("The mayor said the dam reportedly failed.").attributions
    assert found.source is not None
    assert [hedge.text for hedge in found.hedges] == ["reportedly"]


@pytest.mark.parametrize(
    "text",
    [
        "SARN, May 3 (Kestra Press) - The dam is safe, police said.",
        "The dam is safe, police said. (Reuters)",
        "The dam is safe, police said. /TASS/",
        "The dam is safe, police said. Source: BelTA",
    ],
)
def test_the_agency_of_a_dateline_or_a_credit_stands_behind_the_outlet(
    text: str,
) -> None:
    report = attrib.parse(attrib.Document(text, outlet="Baltic Wire"))
    (agency,) = report.agencies
    (chain,) = report.chains()
    assert [link.name for link in chain.links] == [
        "Baltic Wire",
        agency.source.name,
        "police",
    ]
    assert chain.links[1].is_inferred
    assert chain.links[1].reason


def test_an_agency_that_published_the_text_is_no_relay_of_its_own() -> None:
    text = "SARN, May 3 (Kestra Press) - The dam is safe, police said."
    report = attrib.parse(attrib.Document(text, outlet="Kestra Press"))
    (chain,) = report.chains()
    assert [link.name for link in chain.links] == ["Kestra Press", "police"]


def test_a_day_in_brackets_is_no_agency() -> None:
    assert attrib.parse("The dam is safe, police said. (Monday)").agencies == ()
