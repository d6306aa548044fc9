import json
import random
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.errors import DuplicateIdError, UnsupportedLevelError
from attrib.extraction.pipeline import parse
from attrib.model.cluster import Cluster
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.duplicates import deduplicate
from provenance.invented import EDITS, joined, lengthened, report, rewritten, shortened

NOTE = joined(report(999, paragraph_count=1))
Edit = Callable[[list[str], int], list[str]]


def copies(values: Iterable[Report | Document]) -> tuple[Cluster, ...]:
    return deduplicate(values, level="report")


def members(clusters: tuple[Cluster, ...]) -> list[tuple[str, ...]]:
    return [cluster.members for cluster in clusters if not cluster.is_single]


def documents(**texts: str) -> list[Document]:
    return [Document(text, name) for name, text in texts.items()]


def wires(*, count: int, copy_count: int) -> list[Document]:
    """Return reports with some edited copies each, and the dates of a month."""
    return [
        Document(
            joined(
                EDITS[copy % len(EDITS)](report(seed), copy) if copy else report(seed)
            ),
            f"{seed}-{copy}",
            published=f"2024-03-{1 + (7 * seed + copy) % 28:02}",
        )
        for seed in range(count)
        for copy in range(copy_count + 1)
    ]


@given(st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_the_order_of_the_input_does_not_matter(draw: random.Random) -> None:
    found = wires(count=4, copy_count=6)
    shuffled = list(found)
    draw.shuffle(shuffled)
    assert copies(shuffled) == copies(found)


@given(st.lists(st.text(st.characters(), max_size=40), max_size=8, unique=True))
def test_every_document_is_in_exactly_one_cluster(texts: list[str]) -> None:
    clusters = copies([Document(text) for text in texts])
    found = Counter(member for cluster in clusters for member in cluster.members)
    assert found == Counter(Document(text).id for text in texts)


@given(st.text("abc de", min_size=1).filter(str.strip))
def test_the_same_text_under_two_ids_is_a_copy(text: str) -> None:
    assert members(copies(documents(a=text, b=text))) == [("a", "b")]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edited_copy_is_found(edit: Edit) -> None:
    paragraphs = report(1)
    texts = {"wire": joined(paragraphs), "copy": joined(edit(paragraphs, 3))}
    others = {f"other{n}": joined(report(n)) for n in range(2, 6)}
    assert members(copies(documents(**texts, **others))) == [("copy", "wire")]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_copy_that_was_shortened_and_edited_is_found(edit: Edit) -> None:
    paragraphs = report(1)
    texts = {"wire": paragraphs, "copy": edit(shortened(paragraphs, 1), 3)}
    found = copies(documents(**{n: joined(p) for n, p in texts.items()}))
    assert members(found) == [("copy", "wire")]


def test_members_stand_in_the_order_of_publication() -> None:
    text = joined(report(1))
    days = {"a": None, "b": "2024-03-05", "c": "2024-03-04", "d": "2024-03-05"}
    found = copies([Document(text, n, published=d) for n, d in days.items()])
    assert members(found) == [("c", "b", "d", "a")]


def test_unrelated_reports_stay_apart() -> None:
    assert members(copies(documents(a=joined(report(1)), b=joined(report(2))))) == []


def test_sixty_copies_of_one_wire_are_one_cluster() -> None:
    wire = report(1)
    edited = [
        joined(EDITS[n % len(EDITS)](rewritten(wire, n), n)) for n in range(1, 60)
    ]
    texts = [joined(wire), *edited, *(joined(report(n)) for n in range(2, 40))]
    found = members(copies([Document(t, f"{n:02}") for n, t in enumerate(texts)]))
    assert found == [tuple(f"{n:02}" for n in range(60))]


def test_sixty_lengthened_copies_without_the_wire_are_one_cluster() -> None:
    wire = report(1)
    texts = [joined(lengthened(wire, n)) for n in range(60)]
    assert len(copies([Document(text) for text in texts])) == 1


@pytest.mark.parametrize("count", [2, 60])
def test_a_note_that_unrelated_reports_carry_does_not_link_them(count: int) -> None:
    texts = [joined([*report(n), NOTE]) for n in range(count)]
    assert len(copies([Document(text) for text in texts])) == count


def test_a_note_longer_than_the_news_does_not_link_briefs_that_carry_it() -> None:
    texts = [joined([*report(n, paragraph_count=1), NOTE]) for n in range(60)]
    assert len(copies([Document(text) for text in texts])) == 60


def test_copies_that_carry_a_common_note_are_still_copies() -> None:
    texts = [joined([*report(n), NOTE]) for n in range(40)]
    copy = joined([*rewritten(shortened(report(7), 1), 1), NOTE])
    found = copies([Document(t, f"{n:02}") for n, t in enumerate([*texts, copy])])
    assert members(found) == [("07", "40")]


def test_a_brief_pasted_into_a_report_is_no_copy_of_it() -> None:
    brief, long = report(1, paragraph_count=1), report(2)
    texts = {"brief": brief, "long": long, "host": [*long[:3], *brief, *long[3:]]}
    found = copies(documents(**{n: joined(p) for n, p in texts.items()}))
    assert members(found) == [("host", "long")]


def test_a_round_up_does_not_make_its_parts_one_report() -> None:
    first, second = report(1, paragraph_count=3), report(2, paragraph_count=3)
    texts = {"a": first, "b": second, "both": [*first, *second]}
    found = copies(documents(**{n: joined(p) for n, p in texts.items()}))
    assert not any({"a", "b"} <= set(cluster.members) for cluster in found)


def test_a_quotation_that_two_reports_share_does_not_make_them_copies() -> None:
    said = [f"“{paragraph}”" for paragraph in report(9, paragraph_count=2)]
    texts = {n: joined([*report(n, paragraph_count=2), *said]) for n in range(2)}
    assert len(copies([Document(t, str(n)) for n, t in texts.items()])) == 2


def test_a_cluster_says_how_much_is_shared_and_shows_some_of_it() -> None:
    text = "The harbour master closed the northern quay on Monday after the storm."
    cluster, *_ = copies(documents(a=text, b=text))
    assert cluster.reason == (
        "the shorter one shares 100% of its shingles with the other, as "
        '"The harbour master closed the northern quay on"'
    )
    assert cluster.pairs[0].share == 1


def test_pairs_tie_all_members_together() -> None:
    text = joined(report(1))
    cluster, *_ = copies(documents(a=text, b=text, c=text))
    assert [(pair.first, pair.second) for pair in cluster.pairs] == [
        ("a", "b"),
        ("a", "c"),
    ]


def test_a_document_alone_says_why() -> None:
    (cluster,) = copies(documents(a="It rained all week in Gale Port."))
    assert cluster.reason == "no other document shares enough of its words"


def test_documents_without_words_stay_alone_and_say_why() -> None:
    found = copies(documents(a="", b="", c="..."))
    assert {cluster.reason for cluster in found} == {"it has no words to compare"}
    assert len(found) == 3


def test_reports_are_taken_like_documents() -> None:
    given_documents = wires(count=2, copy_count=2)
    reports = [Report(document) for document in given_documents]
    assert copies(reports) == copies(given_documents)


def test_nothing_has_no_clusters() -> None:
    assert copies([]) == ()


def test_an_unknown_level_is_an_error_that_names_what_is_there() -> None:
    with pytest.raises(UnsupportedLevelError, match=r"'claim', not 'sentence'"):
        deduplicate([], level="sentence")


def test_two_texts_with_one_id_are_an_error() -> None:
    with pytest.raises(DuplicateIdError, match="'a'"):
        copies([Document("It rained.", "a"), Document("It snowed.", "a")])


def test_wire_copies_are_found_as_well_as_recorded(corpora: Path) -> None:
    path = corpora / "dedup" / "wirecopy_synth.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    gold = {row["id"]: row["cluster"] for row in rows}
    clusters = copies([Document(row["text"], row["id"]) for row in rows])
    found = [[gold[m] for m in cluster.members] for cluster in clusters]
    ours = sum(len(c) * (len(c) - 1) for c in found)
    theirs = sum(n * (n - 1) for n in Counter(gold.values()).values())
    both = sum(n * (n - 1) for c in found for n in Counter(c).values())
    # Gold parts articles that were published twice: nobody reaches more than .968.
    assert both / ours >= 0.965
    assert both / theirs >= 0.995


def report_of(place: int, source: str) -> Report:
    text = f"The northern quay of Gale Port is closed until May, {source} said."
    return parse(Document(text, f"d{place}", outlet=f"Paper {place}"))


@pytest.mark.parametrize("level", ["claim", "statement", "report"])
def test_what_hundreds_copied_is_one(level: str) -> None:
    reports = [report_of(place, "Ada Lind") for place in range(300)]
    (cluster,) = deduplicate(reports, level=level)
    assert len(cluster.members) == 300


def test_the_same_words_of_one_source_meet_among_those_of_many() -> None:
    # Each source first speaks behind more others than one statement is held against.
    sources = [f"Ada {name}" for name in ("Lind", "Berg", "Holt", "Dahl", "Moe")]
    told = [source for source in sources for _ in range(40)] + sources
    reports = [report_of(place, source) for place, source in enumerate(told)]
    found = deduplicate(reports, level="statement")
    assert sorted(len(cluster.members) for cluster in found) == [41] * 5
