"""Who passed a content on: outlets that were told, cited and quoted."""

import pytest

import attrib
from extraction.told import chains_of


def chain_of(text: str) -> str:
    """Return the names of the one chain of a text, outermost first."""
    (chain,) = chains_of(text)
    return chain


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lind told Reuters that the dam was safe.", "Reuters ← Ada Lind"),
        ("The dam is safe, Ada Lind told the newspaper.", "newspaper ← Ada Lind"),
        ("Ada Lind told reporters that the dam was safe.", "Ada Lind"),
        ("The dam is safe, Ada Lind confirmed to Reuters.", "Reuters ← Ada Lind"),
        ("Ada Lind admitted to Reuters that the dam was old.", "Reuters ← Ada Lind"),
        ('"It is safe," she explained exclusively to CNN.', "CNN ← she"),
        ('"It is safe," Ada Lind said to applause.', "Ada Lind"),
        ("The dam matters to Reuters, Ada Lind said.", "Ada Lind"),
        (
            '"It is old," Ada Lind said in an interview first posted online by CNN.',
            "CNN ← Ada Lind",
        ),
        (
            "Guards are leaving, Reuters reported, based on two officials.",
            "Reuters ← two officials",
        ),
        (
            "Reuters claimed that guards were leaving in a report last year based on "
            "two officials.",
            "Reuters ← two officials",
        ),
        (
            "Reuters cited two officials suggesting the army, along with the navy, "
            "had failed.",
            "Reuters ← two officials",
        ),
        ('Reuters cited "two guards" saying that it was old.', "Reuters ← two guards"),
        ("Reuters quoted the ministry disputing his account.", "Reuters ← ministry"),
        (
            "Citing five guards at Sarn and Norr, Reuters reported that it was old.",
            "Reuters ← five guards at Sarn and Norr",
        ),
        ("The letter, obtained first by CNN, says it is old.", "CNN ← letter"),
        ("The dam is old, according to reporting by CNN.", "CNN"),
        ("The dam is said to be close to a sale, reports CNN.", "CNN"),
        ("The dam is old, according to a report late Tuesday.", "report"),
        ("As first reported by CNN, the dam is old.", "CNN"),
        (
            "In an interview on Tuesday with two reporters of the New York Times, Ada "
            "Lind said that it is old.",
            "New York Times ← Ada Lind",
        ),
        ("Norway accused Ada Lind of saying that it was old.", "Norway ← Ada Lind"),
        ("As reported by CNN, Ada Lind claims that it is old.", "CNN ← Ada Lind"),
        ("The council issued a statement saying that it is old.", "council"),
        ("CNN published an article claiming the dam was old.", "CNN"),
        ('And he said, "It is old," CNN reports.', "CNN ← he"),
        ("CNN cited reports of thefts in the harbour.", "CNN ← reports"),
        ("Ada Lind was quoted in the Post as saying it is old.", "Post ← Ada Lind"),
        (
            "Ada Lind wrote in the Harbour Post that it is old.",
            "Harbour Post ← Ada Lind",
        ),
        ("Ada Lind wrote in a book that the dam is old.", "Ada Lind"),
        ("It is old, according to Ada Lind, who spoke to CNN.", "CNN ← Ada Lind"),
        (
            'Citing a "trusted" guard, the site says it is old.',
            'site ← "trusted" guard',
        ),
        ("In a News.com.au report, Ada Lind said it is old.", "News.com.au ← Ada Lind"),
        (
            "Acme (NYSE:ACME) may be sold, says a report from CNN, citing two aides.",
            "CNN ← two aides",
        ),
        (
            "Ada Lind used an interview with CNN to claim that the dam is old.",
            "CNN ← Ada Lind",
        ),
        ("Ada Lind was accused of theft by Norway.", "Norway"),
        (
            '"Now, media reports say that the dam is old," Ada Lind said.',
            "Ada Lind ← media reports",
        ),
        ("What my office told CNN is that the dam is old.", "CNN ← office"),
        ("What the mayor said was that the dam is old.", "mayor"),
        ("The mayor has let it be known that the dam is old.", "mayor"),
        ("The mayor went so far as to say the dam is old.", "mayor"),
        (
            "A report says she was informed by Norway it will close.",
            "report ← Norway",
        ),
        ("Ada Lind said a film based on a teacher was good.", "Ada Lind"),
        ("Ada Lind said the plan was based on the report.", "Ada Lind"),
        ("The dam is old, according to state media.", "state media"),
        ("The dam is old, according to exit polls.", "exit polls"),
        ("A news site, Baltic Wire, said that the dam was old.", "Baltic Wire"),
        ("The French newspaper said that the dam was old.", "French newspaper"),
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
        (
            "Ada Lind was quoted as saying by Reuters that the dam was safe.",
            "Reuters ← Ada Lind",
        ),
        (
            "The dam was safe, Ada Lind was quoted as saying by Reuters on Friday.",
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
        ("Next came the raid on Sarn, claimed by the rebels.", "rebels"),
        ("Norway denies involvement in the raid.", "Norway"),
        ("According to a Reuters report, the dam is safe.", "Reuters"),
        ("The dam is safe, according to a report by the army.", "army"),
        ("The dam is safe, according to a note put out by Ada Lind.", "Ada Lind"),
        (
            "Reuters reported on Monday, citing two officials, that the dam was safe.",
            "Reuters ← two officials",
        ),
        (
            "The dam is safe, according to two reports that quoted the army.",
            "two reports ← army",
        ),
        (
            "According to two reports which cited the army, the dam is safe.",
            "two reports ← army",
        ),
        (
            "The dam is safe, according to news reports on Monday citing the army.",
            "news reports ← army",
        ),
        (
            "A report citing two officials said that the dam was safe.",
            "report ← two officials",
        ),
        (
            "Klabauter reported the dam was safe, according to two officials.",
            "Klabauter ← two officials",
        ),
        (
            "The dam is safe, according to what the mayor told Reuters.",
            "Reuters ← mayor",
        ),
        ("According to what the mayor said, the dam is safe.", "mayor"),
        (
            "The Sarn Post said the dam was safe, citing a local guard named Ada Lind.",
            "Sarn Post ← Ada Lind",
        ),
        (
            "In a May interview with CNN marking her return, Ada Lind said that it "
            "rained.",
            "CNN ← Ada Lind",
        ),
        (
            "Ada Lind said in an interview with the magazine The Kestrel that it "
            "rained.",
            "Kestrel ← Ada Lind",
        ),
        (
            "Ada Lind said in an interview with Rolling Stone she was open to it.",
            "Rolling Stone ← Ada Lind",
        ),
        (
            "It rained, according to a tweet on Monday by Mayor Ada Lind.",
            "Ada Lind",
        ),
        ("It rained, according to a new think tank report.", "new think tank report"),
        ("It rained, reported Baltic Wire in 2010.", "Baltic Wire"),
        ("Ada Lind left the day Reuters reported that it rained.", "Reuters"),
        ("Baltic Wire ran a story, citing two guards who said Lind told them that it "
         "rained.", "Baltic Wire ← two guards ← Lind"),
        # outlets that nobody listed, and how more is told of them
        ("Berg told the Times of India two guests were ill.", "Times of India ← Berg"),
        ("A guard told Reuters, an agency, that it rained.", "Reuters ← guard"),
        ("A guard told WKLM 2 News that it rained.", "WKLM 2 News ← guard"),
        ("“It rained,” a guard told KEN.", "KEN ← guard"),
        ("A guard told the KEN that it rained.", "guard"),
        ("Berg told MSNBC Lind “was a great sailor.”", "MSNBC ← Berg"),
        ("Berg told NBC’s “Harbour Hour” that it rained.", "NBC ← Berg"),
        ("Berg, who was speaking to the BBC in Sarn, said that it rained.",
         "BBC ← Berg"),
        ("According to data previously provided by the Harbour Board, it rained.",
         "Harbour Board"),
        (
            "They met, with the Kremlin saying Berg told her that it rained.",
            "Kremlin ← Berg",
        ),
        (
            "A guard told BuzzFeed that the dam was safe, the Web site said.",
            "BuzzFeed ← guard",
        ),
    ],
)  # fmt: skip
def test_a_chain_names_whoever_passed_it_on(text: str, names: str) -> None:
    assert chain_of(text) == names


def test_bad_weather_is_cited_and_passes_nothing_on() -> None:
    report = attrib.parse("The crew said it would stay, citing strong winds.")
    assert "en.relay.citing" not in [found.rule for found in report.attributions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Reuters reported the fire, citing the importance of its sources.",
            ["Reuters"],
        ),
        ("Reuters reported the fire on Monday.", ["Reuters"]),
        ("According to what is known, the dam is safe.", []),
    ],
)
def test_what_names_no_source_passes_nothing_on(text: str, names: list[str]) -> None:
    assert chains_of(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained, Ada Lind told WKLM.", ["WKLM", "Ada Lind"]),
        ("It rained, Ada Lind told WKLM-TV.", ["WKLM-TV", "Ada Lind"]),
        ("It rained, Ada Lind told Ferrypost.", ["Ferrypost", "Ada Lind"]),
        ("It rained, Ada Lind told SNA.", ["SNA", "Ada Lind"]),
        ("It rained, Ada Lind told The Kestrel.", ["Kestrel", "Ada Lind"]),
        ("It rained, Ada Lind told BBC Travel.", ["BBC", "Ada Lind"]),
        ("It rained, Ada Lind told Harbour News.", ["Harbour News", "Ada Lind"]),
        ("It rained, Ada Lind told CNN's Jon Berg.", ["CNN", "Ada Lind"]),
        ("It rained, Ada Lind told Sky News' Jon Berg.", ["Sky News", "Ada Lind"]),
        ("It rained, Ada Lind told Sky News late Monday.", ["Sky News", "Ada Lind"]),
        ("It rained, Ada Lind told Security Week.", ["Security Week", "Ada Lind"]),
        ("Ada Lind told NPR Jon Berg had left.", ["NPR", "Ada Lind"]),
        ("Ada Lind told the Post Berg has left.", ["Post", "Ada Lind"]),
        ("Ada Lind told NPR this was wrong.", ["NPR", "Ada Lind"]),
        ("It rained, Ada Lind told Berg.", ["Ada Lind"]),
        ("It rained, Ada Lind told NATO.", ["Ada Lind"]),
        ("It rained, Ada Lind told The Hague.", ["Ada Lind"]),
    ],
)
def test_an_outlet_that_nobody_listed_is_known_by_how_it_is_written(
    text: str, names: list[str]
) -> None:
    (chain,) = attrib.parse(text).chains()
    assert [link.name for link in chain.links] == names


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


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told Reuters that it rained and said that the road was shut.",
        "The mayor told Reuters he was glad, but warned the number of boats is small.",
        "In an interview with Reuters, the mayor said it rained and warned of a storm.",
    ],
)
def test_what_was_told_in_one_breath_was_told_the_same_outlet(text: str) -> None:
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


@pytest.mark.parametrize(
    "text",
    [
        "It rained, according to the Kestrel, a daily in Washington, D.C.",
        "It rained, according to the Kestrel, a daily in Sarn",
        "It rained, according to port spokesperson Maj.",
        "It rained, according to what",
        "According to what the mayor told",
    ],
)
def test_a_text_may_break_off_behind_its_source(text: str) -> None:
    chains = attrib.parse(text).chains()
    assert all(link.name != "." for chain in chains for link in chain.links)


def test_without_citing_anybody_nobody_is_cited() -> None:
    text = "The agency said, without citing a source, that it rained."
    assert [
        each.source and each.source.name for each in attrib.parse(text).attributions
    ] == ["agency"]


def test_an_interview_may_be_published_between_outlet_and_content() -> None:
    text = "The mayor told Radio Norr in an interview aired on Friday that it rained."
    assert chain_of(text) == "Radio Norr ← mayor"


def test_what_was_not_reported_has_no_chain() -> None:
    assert attrib.parse("The fire was not reported until May.").chains() == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway accused Sarn of lying.", "Sarn of lying"),
        ("Norway blames Sarn for the fire.", "Sarn for the fire"),
    ],
)
def test_a_charge_is_a_report(text: str, content: str) -> None:
    (chain,) = attrib.parse(text).chains()
    assert chain.content.text == content


@pytest.mark.parametrize(
    "text",
    ["Norway is quick to blame Sarn for all.", "Norway blames Sarn."],
)
def test_an_inclination_to_blame_is_no_report(text: str) -> None:
    assert attrib.parse(text).chains() == ()


def test_the_second_of_two_passives_shares_the_subject() -> None:
    text = "The fire was reported by Radio Norr and confirmed to CNN by Ada Lind."
    assert [str(chain) for chain in attrib.parse(text).chains()] == [
        'Radio Norr: "The fire"',
        'CNN ← Ada Lind: "The fire"',
    ]


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("This was stated by the adviser to the mayor Ada Lind.", "Ada Lind", "This"),
        ("The plan was confirmed by the envoy to Sarn.", "envoy to Sarn", "The plan"),
        ("The plan was confirmed by an adviser on salt Ada Lind.", "Ada Lind",
         "The plan"),
    ],
)  # fmt: skip
def test_to_may_tell_whose_the_agent_of_a_passive_is(
    text: str, name: str, content: str
) -> None:
    (found,) = attrib.parse(text).attributions
    assert found.source is not None
    assert (found.source.name, found.content.text) == (name, content)


def test_a_passive_that_describes_a_noun_has_no_subject_before_it() -> None:
    text = "Boats were hit by a fault found and reported by Ada Lind."
    contents = [chain.content.text for chain in attrib.parse(text).chains()]
    assert "Boats" not in contents


def test_who_is_cited_and_who_cites_may_say_different_things() -> None:
    text = "Citing a report that said the dam was old, the mayor said he would resign."
    assert [str(chain) for chain in attrib.parse(text).chains()] == [
        'mayor ← report: "the dam was old"',
        'mayor: "he would resign"',
    ]


def test_what_somebody_is_asked_to_say_is_not_said() -> None:
    text = "The mayor said it rained and asked the council to explain its letter."
    (chain,) = attrib.parse(text).chains()
    assert str(chain) == 'mayor: "it rained"'


@pytest.mark.parametrize(
    ("hearer", "names"),
    [
        ("a press conference", ["Lind"]),
        ("a radio audience", ["Lind"]),
        ("a news agency", ["news agency", "Lind"]),
    ],
)
def test_an_audience_passes_nothing_on(hearer: str, names: list[str]) -> None:
    (chain,) = attrib.parse(f"Lind told {hearer} that the dam was old.").chains()
    assert [link.name for link in chain.links] == names


@pytest.mark.parametrize(
    ("where", "names"),
    [("a Twitter post", ["Lind"]), ("the Post", ["Post", "Lind"])],
)
def test_a_post_is_no_paper(where: str, names: list[str]) -> None:
    (chain,) = attrib.parse(f"Lind wrote in {where} that the dam was old.").chains()
    assert [link.name for link in chain.links] == names


def test_what_a_body_is_set_to_say_is_its_own() -> None:
    (chain,) = attrib.parse("It is set to say that the pier is old.").chains()
    assert chain.links[0].name == "It"


def test_what_residents_were_told_is_not_theirs() -> None:
    chains = attrib.parse("Residents told to leave as rebels advance").chains()
    assert not any(link.name == "Residents" for c in chains for link in c.links)


def test_confirmed_deaths_confirm_nothing() -> None:
    text = "Sarn passes 100 confirmed deaths in the harbour"
    assert attrib.parse(text).chains() == ()


def test_which_stands_for_what_was_reported() -> None:
    text = "Norway denied the claims, which Reuters first reported."
    assert [str(chain) for chain in attrib.parse(text).chains()] == [
        'Norway: "the claims"',
        'Reuters: "the claims"',
    ]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The dam had failed, it was reported on Monday.",
            'unnamed: "The dam had failed"',
        ),
        (
            "A guard told CNN that it was late, it was reported.",
            'CNN ← guard: "that it was late"',
        ),
    ],
)
def test_it_was_reported_tells_what_nobody_else_tells(text: str, chain: str) -> None:
    assert [str(each) for each in attrib.parse(text).chains()] == [chain]


@pytest.mark.parametrize("speaker", ["Lund", "Ada Lund, the mayor,", "the mayor"])
def test_who_speaks_in_a_document_that_an_outlet_saw_is_no_document(
    speaker: str,
) -> None:
    text = f"According to a memo seen by CNN, {speaker} said that he had been paid."
    (chain,) = attrib.parse(text).chains()
    name = speaker.split(",")[0].removeprefix("the ")
    assert [link.name for link in chain.links] == ["CNN", "memo", name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In its report, the panel said that it was safe.", ["panel"]),
        ("In her ruling, Judge Keel wrote that it was safe.", ["Keel"]),
        ("CNN, citing AFP, which quoted Lind, said it was.", ["CNN", "AFP", "Lind"]),
        ("Citing a memo seen by the BBC, CNN said it was.", ["CNN", "BBC", "memo"]),
        ("A memo dated 3 May and seen by the BBC says it is.", ["BBC", "memo"]),
        ("A note written by Lind and seen by CNN says it is.", ["CNN", "Lind"]),
        ('The mayor said Norway would respond "in kind".', ["mayor"]),
    ],
)
def test_documents_have_their_tellers(text: str, names: list[str]) -> None:
    (chain,) = attrib.parse(text).chains()
    assert [link.name for link in chain.links] == names


@pytest.mark.parametrize(
    "text",
    [
        "In the Norr TV interview, Lind said that it rained.",
        "Lind said in an exclusive Norr TV interview on Monday that it rained.",
        "Lind said in an e-mail to Norr TV that it rained.",
        "Lind wrote in an op-ed for Norr TV that it rained.",
    ],
)
def test_an_outlet_passes_on_what_it_was_given(text: str) -> None:
    (chain,) = attrib.parse(text).chains()
    assert [link.name for link in chain.links] == ["Norr TV", "Lind"]


def test_an_interview_by_nobody_who_publishes_is_no_relay() -> None:
    (chain,) = attrib.parse(
        "In the Oval Office interview, Lind said it rained."
    ).chains()
    assert [link.name for link in chain.links] == ["Lind"]
