import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.errors import DuplicateIdError
from attrib.model.cluster import Reuse
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.reuse import find_reuse
from provenance.invented import joined, report, rewritten, scanned, shortened

WIRE, DAILY = report(1), report(2)
PASTED = [*DAILY[:3], *WIRE[2:4], *DAILY[3:]]


def links(*documents: Document) -> list[tuple[str, str]]:
    return [(found.donor, found.host) for found in find_reuse(documents)]


def document(paragraphs: list[str], name: str, day: int | None = None) -> Document:
    published = None if day is None else f"2024-03-{day:02}"
    return Document(joined(paragraphs), name, published=published)


def only(*documents: Document) -> Reuse:
    (found,) = find_reuse(documents)
    return found


@given(st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_the_order_of_the_input_does_not_matter(draw: random.Random) -> None:
    found = [
        document(WIRE, "wire", 4),
        document(PASTED, "host", 5),
        document(DAILY, "daily", 5),
        document(shortened(WIRE, 1), "short"),
        document(scanned(PASTED, 3), "scan"),
    ]
    shuffled = list(found)
    draw.shuffle(shuffled)
    assert find_reuse(shuffled) == find_reuse(found)


@given(st.lists(st.text(st.characters(), max_size=40), max_size=6, unique=True))
def test_short_texts_reuse_nothing(texts: list[str]) -> None:
    assert find_reuse([Document(text) for text in texts]) == ()


@given(st.integers(0, 6), st.integers(1, 4))
@settings(max_examples=20)
def test_spans_are_the_same_words(start: int, length: int) -> None:
    donor = document(WIRE, "wire", 4)
    pasted = joined(WIRE).split(" ")[10 * start : 10 * start + 60 * length]
    host = Document(joined([*DAILY, " ".join(pasted)]), "host", published="2024-03-05")
    found = only(donor, host)
    assert found.spans
    for ours, theirs in found.spans:
        assert ours.of(donor.text).split() == theirs.of(host.text).split()


@given(
    st.lists(
        st.lists(
            st.sampled_from(["harbour", "quay", "closed", "the", "storm", "Monday"]),
            min_size=20,
            max_size=80,
        ).map(" ".join),
        max_size=4,
        unique=True,
    )
)
def test_texts_that_repeat_themselves_have_spans_that_are_the_same_words(
    texts: list[str],
) -> None:
    documents = {text: Document(text) for text in texts}
    known = {found.id: found.text for found in documents.values()}
    for found in find_reuse(documents.values()):
        for ours, theirs in found.spans:
            donor, host = ours.of(known[found.donor]), theirs.of(known[found.host])
            assert donor.split() == host.split()


@pytest.mark.parametrize("day", [4, 6], ids=["wire first", "daily first"])
def test_the_document_published_first_is_the_donor(day: int) -> None:
    documents = document(WIRE, "wire", day), document(PASTED, "daily", 5)
    wanted = [("wire", "daily")] if day == 4 else [("daily", "wire")]
    assert links(*documents) == wanted


def test_a_reuse_says_what_is_shared_and_why_the_donor_is_the_donor() -> None:
    found = only(document(WIRE, "wire", 4), document(PASTED, "daily", 5))
    assert found.reason.startswith(
        f"{found.donor_share:.0%} of the donor and {found.host_share:.0%} of the host "
        "are the same words"
    )
    assert found.reason.endswith(
        "the donor was published first (2024-03-04 before 2024-03-05)"
    )
    assert 0.25 < found.donor_share < 0.4
    assert 0.2 < found.host_share < 0.35


def test_without_dates_the_words_are_the_larger_part_of_the_donor() -> None:
    found = only(document(WIRE, "z"), document(PASTED, "a"))
    assert (found.donor, found.host) == ("z", "a")
    assert found.reason.endswith("because these words are the larger part of it")


def test_without_dates_a_document_put_together_from_two_is_the_host() -> None:
    short = DAILY[:2]
    host = document([short[0], *WIRE[:2], short[1]], "host")
    found = find_reuse([document(WIRE, "wire"), document(short, "daily"), host])
    assert [(link.donor, link.host) for link in found] == [
        ("daily", "host"),
        ("wire", "host"),
    ]
    assert "stands elsewhere without these words" in found[1].reason


def test_a_scanned_passage_is_found() -> None:
    host = [*DAILY, *scanned(WIRE[:2], 5)]
    assert links(document(WIRE, "wire", 4), document(host, "host", 5)) == [
        ("wire", "host")
    ]


def test_a_rewritten_passage_is_found() -> None:
    host = [*DAILY, *rewritten(WIRE[:3], 5)]
    assert links(document(WIRE, "wire", 4), document(host, "host", 5)) == [
        ("wire", "host")
    ]


def test_a_copy_has_the_earliest_as_its_donor() -> None:
    copies = [document(WIRE, f"copy{day:02}", day) for day in range(5, 25)]
    found = links(document(WIRE, "wire", 4), *copies)
    assert found == [("wire", f"copy{day:02}") for day in range(5, 25)]


def test_a_passage_of_a_wire_with_sixty_copies_is_reuse_of_the_wire() -> None:
    copies = [document(rewritten(WIRE, n), f"copy{n:02}", 5) for n in range(60)]
    found = find_reuse(
        [document(WIRE, "wire", 4), *copies, document(PASTED, "host", 6)]
    )
    assert [link.donor for link in found if link.host == "host"] == ["wire"]


def test_a_host_names_each_donor_it_draws_on() -> None:
    other = report(3)
    host = [*DAILY, *WIRE[:2], *other[:2]]
    found = links(
        document(WIRE, "wire", 4),
        document(other, "other", 4),
        document(host, "host", 5),
    )
    assert found == [("other", "host"), ("wire", "host")]


def test_a_note_that_many_documents_carry_is_no_reuse() -> None:
    note = report(99, paragraph_count=1)
    documents = [document([*report(n), *note], str(n), 1 + n) for n in range(20)]
    assert links(*documents) == []


def test_words_that_both_put_in_quotation_marks_are_no_reuse() -> None:
    said = f"“{report(9, paragraph_count=1)[0]}”"
    assert (
        links(document([*WIRE, said], "a", 4), document([*DAILY, said], "b", 5)) == []
    )


def test_reports_are_taken_like_documents() -> None:
    documents = document(WIRE, "wire", 4), document(PASTED, "daily", 5)
    assert find_reuse([Report(found) for found in documents]) == find_reuse(documents)


def test_nothing_reuses_nothing() -> None:
    assert find_reuse([]) == ()


def test_one_document_reuses_nothing() -> None:
    assert find_reuse([document([*WIRE, *WIRE], "wire")]) == ()


def test_two_texts_with_one_id_are_an_error() -> None:
    with pytest.raises(DuplicateIdError, match="'a'"):
        find_reuse([Document("It rained.", "a"), Document("It snowed.", "a")])


def test_pasted_passages_are_found_as_well_as_recorded(corpora: Path) -> None:
    folder = corpora / "dedup"
    copies, hosts = (
        [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]
        for name in ("wirecopy_synth.jsonl", "wirecopy_partial.jsonl")
    )
    donors = [
        Document(row["text"], row["cluster"], published="2024-03-04")
        for row in copies
        if row["op"] == "original"
    ]
    wanted = {f"host:{row['id']}": (row["donor"], row["host"]) for row in hosts}
    pasted = [
        Document(row["text"], f"host:{row['id']}", published="2024-03-05")
        for row in hosts
    ]
    found = [link for link in find_reuse([*donors, *pasted]) if link.host in wanted]
    right = {link.host for link in found if link.donor == wanted[link.host][0]}
    false = [link for link in found if link.donor not in wanted[link.host]]
    assert len(right) >= 0.98 * len(hosts)
    assert len(false) <= 0.02 * len(found)
