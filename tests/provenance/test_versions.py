"""Claims and statements held together: who says the same, and in what they clash."""

import random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.model.cluster import Cluster
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.source import Source
from attrib.provenance.agreement import are_one_source
from attrib.provenance.duplicates import deduplicate
from marking import mark_report

TEXTS = {
    "a": "The storm damaged three moored trawlers off Gale Port.",
    "b": "Three trawlers moored off Gale Port were damaged by the storm.",
    "c": "The storm damaged six moored trawlers off Gale Port.",
    "d": "The council of Gale Port will raise the harbour fee by a tenth.",
    "e": "Gale Port's council raises its harbour fee by a tenth.",
    "f": "The council of Gale Port will not raise the harbour fee by a tenth.",
    "g": "A choir sings in the old chapel of Gale Port on Sunday evening.",
}
DOCUMENTS = [
    Document(text, name, published=f"2024-03-0{1 + n}")
    for n, (name, text) in enumerate(TEXTS.items())
]


def names(clusters: tuple[Cluster, ...]) -> list[str]:
    return ["".join(m.split("#")[0] for m in cluster.members) for cluster in clusters]


def statements(*sentences: str) -> tuple[Cluster, ...]:
    reports = [
        mark_report(sentence, document_id=name)
        for name, sentence in zip("abcdef", sentences, strict=False)
    ]
    return deduplicate(reports, level="statement")


@given(st.randoms(use_true_random=False))
@settings(max_examples=15)
def test_the_order_of_the_input_does_not_matter(draw: random.Random) -> None:
    shuffled = list(DOCUMENTS)
    draw.shuffle(shuffled)
    assert deduplicate(shuffled) == deduplicate(DOCUMENTS)


def test_the_same_claim_in_other_words_is_one() -> None:
    assert names(deduplicate(DOCUMENTS)) == ["ab", "c", "de", "f", "g"]


def test_the_level_is_that_of_claims_unless_it_is_told() -> None:
    assert deduplicate(DOCUMENTS) == deduplicate(DOCUMENTS, level="claim")
    assert {cluster.level for cluster in deduplicate(DOCUMENTS)} == {"claim"}


def test_versions_that_disagree_stand_side_by_side() -> None:
    three, six, fee, no_fee, choir = deduplicate(DOCUMENTS)
    ((number,), (back,)) = three.conflicts, six.conflicts
    assert (number.member, number.other) == (back.other, back.member)
    assert [str(d) for d in number.differences] == ['number: "three" against "six"']
    assert [str(d) for d in back.differences] == ['number: "six" against "three"']
    assert fee.conflicts[0].differences[0].kind == "negation"
    assert no_fee.conflicts[0].other in fee.members
    assert choir.conflicts == ()


def test_a_denial_is_kept_apart_from_what_it_denies() -> None:
    said = mark_report("[S:Lind] [C:said] [T:the ferry struck the northern pier].")
    denied = mark_report(
        "[S:Brandt] [C:denied] [T:the ferry struck the northern pier]."
    )
    (attribution,) = denied.attributions
    denied = Report(denied.document, [attrs.evolve(attribution, stance="denies")])
    one, other = deduplicate([said, denied])
    assert one.conflicts[0].other == other.members[0]
    assert one.conflicts[0].differences[0].kind == "stance"


def test_a_reason_shows_shared_words() -> None:
    together, *_ = deduplicate(DOCUMENTS)
    assert '"trawlers"' in together.reason
    assert "similarity" in together.reason


def test_the_reason_of_one_alone_says_so() -> None:
    *_, choir = deduplicate(DOCUMENTS)
    assert choir.reason.startswith("no other claim shares enough of its words")


def test_variants_tell_each_wording_once_and_what_changed() -> None:
    texts = [TEXTS["a"], TEXTS["a"].lower(), TEXTS["a"].replace("damaged", "wrecked")]
    (cluster,) = deduplicate(
        [Document(t, n) for n, t in zip("abc", texts, strict=True)]
    )
    first, second = cluster.variants
    assert first.source_text is None
    assert [m.split("#")[0] for m in first.members] == ["a", "b"]
    changed = [(c.before, c.after) for c in second.changes if not c.is_kept]
    assert changed == [("damaged", "wrecked")]


def test_a_quotation_that_was_shortened_is_one_statement() -> None:
    (cluster,) = statements(
        "“[T:The pier was never safe for heavy cranes],” [S:Ada Lind] [C:said].",
        "[S:Lind] [C:said] [T:the pier was never safe].",
    )
    assert str(cluster.variants[1]).endswith("[-for heavy cranes-]")


def test_the_same_words_of_another_source_are_another_statement() -> None:
    clusters = statements(
        "[S:Ada Lind] [C:said] [T:the pier was never safe for cranes].",
        "[S:Otto Brandt] [C:said] [T:the pier was never safe for cranes].",
    )
    assert names(clusters) == ["a", "b"]


def test_other_words_of_the_same_source_are_another_statement() -> None:
    clusters = statements(
        "[S:Lind] [C:said] [T:the pier was never safe for cranes].",
        "[S:Lind] [C:said] [T:heavy lifting on the mole had been a hazard].",
    )
    assert names(clusters) == ["a", "b"]


def test_a_number_that_changed_in_a_quotation_is_a_conflict() -> None:
    one, other = statements(
        "[S:Lind] [C:said] [T:at least 85% of the moored boats were damaged].",
        "[S:Lind] [C:said] [T:at least 58% of the moored boats were damaged].",
    )
    assert one.conflicts[0].other == other.members[0]


def test_documents_make_no_statements() -> None:
    assert deduplicate(DOCUMENTS, level="statement") == ()


@pytest.mark.parametrize("level", ["claim", "statement"])
def test_nothing_gives_nothing(level: str) -> None:
    assert deduplicate([], level=level) == ()


def test_sixty_reports_of_one_claim_are_one_cluster() -> None:
    texts = [TEXTS["d"]] * 5 + [TEXTS["e"]] * 55
    found = deduplicate([Document(t, f"{n:02}") for n, t in enumerate(texts)])
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Source("The harbour ministry"), Source("harbour ministry"), True),
        (
            Source("Ada Lind", affiliation="harbour board"),
            Source("harbour board"),
            True,
        ),
        (Source("Ada Lind"), Source("Eva Lind"), False),
        (Source("two officials", is_anonymous=True), Source("Ada Lind"), False),
    ],
    ids=["article", "spokesman's body", "namesake", "anonymous"],
)
def test_names_tell_whether_two_sources_may_be_one(
    one: Source, other: Source, expected: bool
) -> None:
    assert are_one_source(one, other) is expected
