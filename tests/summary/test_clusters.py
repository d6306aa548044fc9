"""Summaries of clusters: what belongs together, as far as the cluster tells."""

from hypothesis import given

from attrib.model.report import Report
from attrib.provenance.duplicates import deduplicate
from attrib.summary.summarizing import summarize
from summary.piles import few, parse_pile, piles

QUAY = parse_pile(
    ("Wire", "The northern quay of Gale Port may be closed, Ada Lind said."),
    ("Post", "Ada Lind said the northern quay of Gale Port is closed."),
    ("Mail", "Otto Brandt denied that the northern quay of Gale Port is closed."),
)


@few
@given(piles())
def test_every_member_is_named(pile: tuple[Report, ...]) -> None:
    for cluster in deduplicate(pile, level="report"):
        summary = summarize(cluster)
        opening = str(summary).partition("\n")[0]
        assert all(member in opening for member in cluster.members)
        assert summary.document_ids == cluster.members


def test_a_cluster_of_claims_tells_wordings_and_conflicts() -> None:
    together, denied = deduplicate(QUAY)
    assert str(summarize(together)) == (
        "2 claims in 2 reports are one: Wire#0 and Post#0.\n\n"
        "Wordings:\n"
        '- Wire#0: "The northern quay of Gale Port may be closed"\n'
        "- Post#0 (hardened): The northern quay of Gale Port [-may be-] {+is+} "
        "closed\n\n"
        "Versions that disagree:\n"
        '- Post#0 against Mail#0: stance: "asserts" against "denies"\n\n'
        f"Why: {together.reason}."
    )
    assert str(summarize(denied)).startswith("One claim stands alone: Mail#0.")
