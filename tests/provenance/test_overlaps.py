from attrib.provenance.overlaps import Overlaps
from provenance.invented import joined, report


def test_an_overlap_is_found_once_with_its_shares() -> None:
    passage = report(1, paragraph_count=1)
    texts = [joined(passage), joined([*report(2, paragraph_count=3), *passage])]
    (overlap,) = Overlaps(texts)
    assert overlap.places == (0, 1)
    assert overlap.shares[0] == 1
    assert 0.2 < overlap.shares[1] < 0.35


def test_words_are_counted_in_either_document() -> None:
    text = joined(report(1))
    (overlap,) = Overlaps([text, text])
    assert (
        overlap.words[0]
        == overlap.words[1]
        == (1 << Overlaps([text]).word_count(0)) - 1
    )


def test_a_document_has_a_side_in_its_overlap() -> None:
    text = joined(report(1))
    (overlap,) = Overlaps([joined(report(2)), text, text])
    assert (overlap.side(1), overlap.side(2)) == (0, 1)


def test_a_note_that_many_carry_makes_no_overlap() -> None:
    note = report(99, paragraph_count=1)
    assert not list(Overlaps([joined([*report(n), *note]) for n in range(20)]))


def test_a_passage_that_few_carry_makes_overlaps() -> None:
    passage = report(99, paragraph_count=1)
    found = list(Overlaps([joined([*report(n), *passage]) for n in range(3)]))
    assert [overlap.places for overlap in found] == [(0, 1), (0, 2), (1, 2)]


def test_a_quotation_in_both_makes_no_overlap() -> None:
    said = f"“{joined(report(9, paragraph_count=1))}”"
    assert not list(Overlaps([joined([*report(n), said]) for n in range(2)]))


def test_words_quoted_by_one_only_make_an_overlap() -> None:
    words = joined(report(9, paragraph_count=1))
    texts = [joined([*report(1), words]), joined([*report(2), f"“{words}”"])]
    assert len(list(Overlaps(texts))) == 1


def test_no_texts_have_no_overlaps() -> None:
    assert not list(Overlaps([]))
