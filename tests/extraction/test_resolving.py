"""Whoever is meant: names, shortened names, descriptions and pronouns."""

import pytest

import attrib
from attrib import Document, Report, Source


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
]


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


def test_the_outlet_that_names_itself_is_the_outlet() -> None:
    text = "Baltic Wire reported that the bridge was safe."
    report: Report = attrib.parse(Document(text, outlet="Baltic Wire"))
    (found,) = report.attributions
    assert found.source == report.document.outlet
