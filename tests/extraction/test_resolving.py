"""Whoever is meant: names, shortened names, descriptions and pronouns."""

import pytest

import attrib
from attrib import Document, Report, Source
from extraction.told import chains_of


def sources_of(text: str, *, outlet: str | None = None) -> list[Source | None]:
    """Return the source of each attribution, in text order."""
    report = attrib.parse(Document(text, outlet=outlet))
    return [found.source for found in report.attributions]


def source_of(text: str) -> Source:
    (source,) = sources_of(text)
    assert source is not None
    return source


SAME = [
    "Ada Lind said that the bridge was safe. Lind said that it would open.",
    "Ada Lind said that the bridge was safe. She said that it would open.",
    "Mayor Ada Lind said that it rained. The mayor said that it snowed.",
    "Ada Lind, the mayor, said that it rained. The mayor said that it snowed.",
    "The Harbour Council said that it rained. The council said that it snowed.",
    "The Harbour Council said that it rained. It said that it would snow.",
    "The Ministry of Defence said that it rained. The ministry said that it snowed.",
    "Two officials said that it rained. They said that it would snow.",
    "An official said that it rained. The official said that it would snow.",
    "The kremlin said that it rained. The Kremlin said that it snowed.",
    "The Institute for Harbour Studies (IHS) said that it rained. The IHS said that "
    "it snowed.",
    "The Institute for Harbour Studies said that it rained. IHS said that it snowed.",
    "American Ferries Corp said that it rained. The company said that it snowed.",
    "The Daily Klabauter newspaper said that it rained. The paper said that it snowed.",
    "Sen. Ada Lind said that it rained. The senator said that it snowed.",
    "Taoiseach Emma Berg said that it rained. The Taoiseach said that it snowed.",
    "Ada Lind, director of the port, said that it rained. Ms. Lind said it snowed.",
    "Oslo said that it rained. Norway said that it snowed.",
    "The CIA said that it rained. The Central Intelligence Agency said it snowed.",
    "The ferry line said that it rained. Its statement said that it snowed.",
    "Mayor Ada Lind and Mark Berg said that it rained. They said that it snowed.",
]


@pytest.mark.parametrize(
    "text",
    [
        "“It rained,” said Ada Lind of Northmoor, Oregon, who said that she was wet.",
        "“It rained,” said Ada Lind, a Liberal candidate in the port of Sarn, who said "
        "that people were wet.",
        "Ada Lind denied the reports, which Reuters printed, telling the mayor that "
        "she was wet.",
        "Ada Lind denied the charge. Lind herself said that it rained.",
    ],
)
def test_who_goes_on_is_whoever_began(text: str) -> None:
    assert {source.name for source in sources_of(text) if source} == {"Ada Lind"}


def test_a_participle_goes_on_with_its_own_clause() -> None:
    text = (
        "Asked whether he knew that Mr. Berg was ill, Mr. Lind did not answer, saying "
        "that it rained."
    )
    assert chains_of(text)[-1] == "Lind"


@pytest.mark.parametrize("text", SAME)
def test_two_mentions_are_one_source(text: str) -> None:
    one, other = sources_of(text)
    assert one is not None
    assert one == other


@pytest.mark.parametrize("text", [text for text in SAME if "Kremlin" not in text])
def test_a_mention_that_had_to_be_resolved_says_why(text: str) -> None:
    _, other = attrib.parse(text).attributions
    assert other.mention is not None
    assert other.source is not None
    (reason,) = other.reasons
    assert reason.startswith(f'"{other.mention.text}"')
    assert other.source.name in reason


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind said that it rained. Bo Berg said that it snowed.",
        "An official said that it rained. Another official said that it snowed.",
        "Two officials said that it rained. Two officials said that it snowed.",
        "The Harbour Council said that it rained. The Town Council said that it "
        "snowed.",
        "Mr. Berg said that it rained. Mrs. Berg said that it snowed.",
        "Ada Lind said that it rained. Ada Lind's team said that it snowed.",
        "Reuters said that it rained. Reuters Editor-in-Chief Ada Lind said it snowed.",
        "Russia's Defence Ministry said that it rained. Russia said that it snowed.",
        "The Kremlin said that it rained. Russia said that it snowed.",
        "The Ministry of Ports said that it rained. The Ministry of Ferries said that "
        "it snowed.",
        "Norwegian President Ada Lind said that it rained. The Swedish president said "
        "that it snowed.",
        "Defence Minister Ada Lind said that it rained. The foreign minister said that "
        "it snowed.",
        "Culture Minister Ada Lind said it rained. The infrastructure minister said "
        "that it snowed.",
        "Deputy Defence Minister Ada Lind said that it rained. The defence minister "
        "said that it snowed.",
        "Some council supporters said it rained. The council said that it snowed.",
        "The Kremlin summary said that it rained. The Kremlin said that it snowed.",
        "Ukraine observers said that it rained. Ukraine said that it snowed.",
        "A council report said that it rained. The council said that it snowed.",
        "Bill Lind said that it rained. The bill said that it would snow.",
    ],
)
def test_two_mentions_are_two_sources(text: str) -> None:
    one, other = sources_of(text)
    assert one is not None
    assert other is not None
    assert one.key != other.key


def test_a_pronoun_may_stand_for_one_who_was_no_source_before() -> None:
    source = source_of("Ada Lind is a sailor. She said that it rained.")
    assert source.name == "Ada Lind"


def test_a_short_name_is_the_longer_one_that_follows() -> None:
    assert source_of("Berg said that it rained. Bo Berg is a sailor.").name == "Bo Berg"


def test_who_is_the_one_before_it() -> None:
    assert source_of("They met Ada Lind, who said that it rained.").name == "Ada Lind"


@pytest.mark.parametrize("text", ["I said that it rained.", "He said that it rained."])
def test_a_pronoun_that_stands_for_nobody_is_remarked(text: str) -> None:
    report = attrib.parse(text)
    (source,) = [found.source for found in report.attributions]
    assert source is not None
    assert source.is_anonymous
    assert source.name == text.split()[0]
    (remark,) = report.diagnostics
    assert remark.code == "unresolved-source"
    assert remark.span is not None
    assert remark.span.of(text) == text.split()[0]


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Ada Lind", "person"),
        ("The mayor", "person"),
        ("The senate", "government"),
        ("The army", "military"),
        ("The CIA", "intelligence service"),
        ("The newspaper", "news outlet"),
        ("The company", "company"),
        ("The union", "organisation"),
        ("The report", "document"),
        ("Three witnesses", "crowd"),
        ("The stone", "unknown"),
    ],
)
def test_a_source_is_of_the_kind_its_noun_names(subject: str, kind: str) -> None:
    assert source_of(f"{subject} said that the bridge was safe.").kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Lind, from Reed Lane, who says it rained, has left.", "Ada Lind"),
        ("Ada Lind, of Sarn, who says it rained, has left.", "Ada Lind"),
        ("They met a guard, of Sarn, who said it rained.", "guard"),
        ("On Monday, with Ada Lind, who said it rained, he left.", "Ada Lind"),
        ("They wrote of Sarn, of Ada Lind, who said it rained.", "Ada Lind"),
    ],
)
def test_who_is_not_the_place_one_is_from(text: str, name: str) -> None:
    assert source_of(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pilot radioed the tower to say that it rained.", "pilot"),
        ("The pilot had rung the doctor to say that it rained.", "pilot"),
        ("He rose and phoned the doctor to say that it rained.", "He"),
        ("The pilot got the doctor to say that it rained.", "doctor"),
    ],
)
def test_whoever_calls_somebody_says_it(text: str, name: str) -> None:
    assert source_of(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sofia Lind said it rained. Sofia added that it snowed.", "Sofia Lind"),
        ("They met Paris Berg. Paris said that it snowed.", "Paris Berg"),
        ("Sofia Lind left. It rained in Sofia. Sofia said it snowed.", "Sofia"),
        ("Oslo fell. Sofia said that it snowed. Sofia Lind left.", "Sofia"),
        ("Israel Berg said it rained. Israel added that it snowed.", "Israel"),
    ],
)
def test_a_first_name_is_no_city_behind_the_full_name(text: str, name: str) -> None:
    source = sources_of(text)[-1]
    assert source is not None
    assert source.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Bo Berg left. The Dash revealed that it rained. He said it snowed.",
            "Bo Berg",
        ),
        ("The Dash revealed that it rained. She said it snowed.", "She"),
        ("The Dash revealed that it rained. It said it snowed.", "Dash"),
        ("The Pope revealed that it rained. He said it snowed.", "Pope"),
    ],
)
def test_a_name_with_an_article_is_no_person(text: str, name: str) -> None:
    source = sources_of(text)[-1]
    assert source is not None
    assert source.name == name


@pytest.mark.parametrize(
    ("subject", "is_anonymous"),
    [
        ("Two officials", True),
        ("Sources", True),
        ("A diplomat", True),
        ("Ada Lind", False),
        ("The senate", False),
        ("A spokesman for the ministry", False),
    ],
)
def test_whoever_is_left_unnamed_is_anonymous(subject: str, is_anonymous: bool) -> None:
    source = source_of(f"{subject} said that the bridge was safe.")
    assert source.is_anonymous is is_anonymous


@pytest.mark.parametrize(
    ("subject", "name", "role"),
    [
        ("Prime Minister Ada Lind", "Ada Lind", "Prime Minister"),
        ("Mayor Bo Berg", "Bo Berg", "Mayor"),
        ("Secretary of the Council Ada Lind", "Ada Lind", "Secretary of the Council"),
        ("Sen. Ada Lind", "Ada Lind", "Sen"),
    ],
)
def test_an_office_before_a_name_is_a_role(subject: str, name: str, role: str) -> None:
    source = source_of(f"{subject} said that the bridge was safe.")
    assert source.name == name
    assert source.role is not None
    assert source.role.rstrip(".") == role


def test_a_spokesman_speaks_for_somebody() -> None:
    source = source_of("A spokesman for the ministry said that the bridge was safe.")
    assert source.affiliation == "ministry"


def test_a_number_before_a_noun_counts_the_sources() -> None:
    assert source_of("Three witnesses said that the bridge was safe.").count == 3


def test_an_anonymous_source_is_the_same_in_no_other_document() -> None:
    texts = ("Two officials said that it rained.", "Two officials said that it snowed.")
    assert source_of(texts[0]).key != source_of(texts[1]).key


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Address by Mayor Ada Lind to the council", "Ada Lind"),
        ("The dam will hold - address by the mayor of Sarnby", "mayor of Sarnby"),
        ("Mayor Ada Lind speaks of her address", "I"),
        ("A letter from Norway", "I"),
        (None, "I"),
    ],
)
def test_i_am_whoever_the_title_says_speaks(title: str | None, name: str) -> None:
    text = "Friends! I tell everyone that the dam will hold."
    (found,) = attrib.parse(Document(text, title=title)).attributions
    assert found.source is not None
    assert found.source.name == name


def test_i_am_somebody_else_within_quotation_marks() -> None:
    text = "Berg wrote: “I tell everyone that it will rain.”"
    document = Document(text, title="Address by Mayor Ada Lind")
    sources = [found.source for found in attrib.parse(document).attributions]
    assert [source.name for source in sources if source is not None] == ["Berg"]


def test_the_outlet_that_names_itself_is_the_outlet() -> None:
    text = "Baltic Wire reported that the bridge was safe."
    report: Report = attrib.parse(Document(text, outlet="Baltic Wire"))
    (found,) = report.attributions
    assert found.source == report.document.outlet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # named although no source
        ("Mayor Ada Lind left. The mayor said that it rained.", "Ada Lind"),
        ("The Harbour Council met. The council said it rained.", "Harbour Council"),
        (
            "Ada Lind spoke to the Daily Klabauter newspaper. The newspaper said that "
            "it rained.",
            "Daily Klabauter",
        ),
        # named later
        ("The HSA said that it rained. The Harbour Safety Agency is old.",
         "Harbour Safety Agency"),
        # an appositive is the one before it
        ("They cited Ada Lind, the director of the port, who said that it rained.",
         "Ada Lind"),
        # of several who hold an office, the one of that country
        ("Norwegian President Ada Lind met Swedish President Bo Berg. The Norwegian "
         "president said that it rained.", "Ada Lind"),
        ("Norway's defense secretary, Ada Lind, met Justice Secretary Bo Berg. The "
         "defence secretary said that it rained.", "Ada Lind"),
        ("President of Norway Ada Lind left. According to the Head of State, it "
         "rained.", "Ada Lind"),
        ("President of Norway Ada Lind left. The head of the Norwegian state said that "
         "it rained.", "Ada Lind"),
        ("Norway's president, Ada Lind, met Bo Berg, leader of the opposition. The "
         "Norwegian leader said that it rained.", "Ada Lind"),
        ("Norwegian leader Ada Lind left. The president said that it rained.",
         "Ada Lind"),
        # whoever is known to lead a country
        ("Volodymyr Zelensky left. The Ukrainian president said that it rained.",
         "Volodymyr Zelensky"),
        ("Volodymyr Zelenskiy left. Ukraine's leader said that it rained.",
         "Volodymyr Zelenskiy"),
        # the office of one who is a source under the name alone
        ("President of Norway Ada Lind met Head of the Union Council Bo Berg. Lind "
         "said that it rained. Berg said that it froze. The President said that it "
         "snowed.",
         "Ada Lind"),
        ("Ada Lind, president of the council, said that it rained. Norwegian President "
         "Bo Berg said that it froze. The president of the council said that it "
         "snowed.", "Ada Lind"),
        # who or what a relative clause is tied to
        ("It led to a war with the Harbour Council, which said that it rained.",
         "Harbour Council"),
        ("The rise of crime under Mayor Ada Lind (who said that it rained) ended.",
         "Ada Lind"),
        ("The Harbour Council - which said that it rained - met.", "Harbour Council"),
        ("They printed Mr. Lind's remarks, who also said that it rained.", "Lind"),
        # the last who spoke, not the last who was named first
        ("The Harbour Council said it froze. The Town Council said it thawed. The "
         "Harbour Council said it was cold. The council said that it rained.",
         "Harbour Council"),
        # whose something is
        ("They liked Ada Lind's house. Lind said that it rained.", "Ada Lind"),
        ("Ada Lind left. They liked A. Lind's house. Lind said that it rained.",
         "Ada Lind"),
        # no plural
        ("Actress Ada Lind came. The actress said that it rained.", "Ada Lind"),
        # a name behind which it goes on
        ("Adviser to the Head of the Harbour Office Ada Lind in a report on salt told "
         "of it. The Adviser to the Head of the Harbour Office said that it rained.",
         "Ada Lind"),
        ("Ada Lind left. Joining Lind on the pier were the police. Lind said that it "
         "rained.", "Ada Lind"),
        # an outlet named behind a preposition
        ("Lind read the front page of the Guardian. That newspaper said it rained.",
         "Guardian"),
        # a person who is called as a city is
        ("Ada Berlin came home. Berlin said that it rained.", "Ada Berlin"),
    ],
)  # fmt: skip
def test_a_mention_stands_for_one_whom_the_text_names(text: str, name: str) -> None:
    source = sources_of(text)[-1]
    assert source is not None
    assert source.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Lind met Mayor Mark Berg. The mayor said that it rained.",
        "The Harbour Council met the Town Council. The council said that it rained.",
        "Norwegian President Ada Lind left. The Swedish president said it rained.",
        "Volodymyr Zelensky left. The Swedish president said it rained.",
        "Dmytro Kuleba left. The Ukrainian president said it rained.",
    ],
)
def test_a_description_of_two_is_neither(text: str) -> None:
    source = sources_of(text)[-1]
    assert source is not None
    assert source.name.split()[-1] in ("mayor", "council", "president")


def test_of_two_who_hold_an_office_the_one_named_before_is_meant() -> None:
    text = "Mayor Ada Lind left. The mayor said it rained. Mayor Bo Berg left."
    assert source_of(text).name == "Ada Lind"
    text = "Mayor Ada Lind left. Mayor Bo Berg met her. The mayor said it rained."
    assert source_of(text).name == "mayor"


def test_a_name_with_its_office_is_nobody_else_who_holds_it() -> None:
    text = "The Swedish mayor Ada Lind left. The mayor Bo Berg said that it rained."
    assert source_of(text).name == "Bo Berg"


def test_an_acronym_of_two_bodies_is_neither() -> None:
    text = "The Harbour Safety Agency met the Herring Sales Agency. HSA said it rained."
    source = sources_of(text)[-1]
    assert source is not None
    assert source.name == "HSA"


def test_a_shared_name_is_the_one_that_the_text_names() -> None:
    source = sources_of(
        "The Palestinian Authority said that it rained. The PA said that it snowed."
    )[-1]
    assert source is not None
    assert source.key == "palestinian authority"
    assert source_of("The PA said that it snowed.").key == "pa"


@pytest.mark.parametrize(
    "subject",
    ["Our correspondent", "A Baltic Wire correspondent", "This newspaper"],
)
def test_the_staff_of_the_outlet_is_the_outlet(subject: str) -> None:
    text = f"{subject} reported that the bridge was safe."
    (source,) = sources_of(text, outlet="Baltic Wire")
    assert source is not None
    assert source.name == "Baltic Wire"


def test_the_head_of_the_outlet_is_a_person() -> None:
    text = "Baltic Wire Editor-in-Chief Ada Lind said that the bridge was safe."
    (source,) = sources_of(text, outlet="Baltic Wire")
    assert source is not None
    assert source.name == "Ada Lind"


def test_one_who_works_for_an_outlet_passes_on_for_it() -> None:
    text = "The bridge was safe, the mayor told Ada Lind of Reuters."
    (chain,) = attrib.parse(text).chains()
    assert [link.name for link in chain.links] == ["Reuters", "mayor"]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "The mayor and the coast guard said that the lock had failed.",
            ["mayor", "coast guard"],
        ),
        (
            "Ada Lind and Bo Berg both said that the lock had failed.",
            ["Ada Lind", "Bo Berg"],
        ),
        (
            "Ada Lind and Bo Berg told Reuters that the lock had failed.",
            ["Reuters ← Ada Lind", "Reuters ← Bo Berg"],
        ),
        (
            "Police and two witnesses said that the lock had failed.",
            ["Police", "two witnesses"],
        ),
    ],
)
def test_each_of_several_who_say_it_has_a_chain(text: str, chains: list[str]) -> None:
    assert chains_of(text) == chains
    contents = {chain.content for chain in attrib.parse(text).chains()}
    assert len(contents) == 1


def test_they_who_said_it_together_are_both_meant_by_they() -> None:
    text = (
        "Ada Lind and Bo Berg said that the lock had failed. "
        "They added that it would be mended."
    )
    assert chains_of(text) == ["Ada Lind", "Bo Berg"] * 2


def test_one_name_of_a_joint_source_is_that_one_later() -> None:
    text = (
        "Ada Lind and Bo Berg said that the lock had failed. "
        "Lind said that it would be mended."
    )
    first, _, last = attrib.parse(text).chains()
    assert last.origin == first.origin


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("It rained, a Baltic Wire correspondent reports.", "Baltic Wire"),
        ("It rained, according to an Ukrinform correspondent.", "Ukrinform"),
        ("Berg said it rained, our correspondent Ada Lind reports.", "Ada Lind ← Berg"),
        ("It rained, said Baltic Wire correspondent Ada Lind.", "Ada Lind"),
    ],
)
def test_an_unnamed_correspondent_stands_for_the_outlet(text: str, chain: str) -> None:
    assert chains_of(text) == [chain]


def test_our_guides_reports_are_no_verb() -> None:
    text = "The claims rest on old tales, our guides, reports and letters."
    assert chains_of(text) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a report of the Norr Institute", "Norr Institute"),
        ("a Monday report of the Norr Council", "Norr Council"),
        ("a report of the losses", "report of the losses"),
    ],
)
def test_a_report_of_a_body_is_the_body(source: str, name: str) -> None:
    assert chains_of(f"It rained, according to {source}.") == [name]
