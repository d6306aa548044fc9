import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.errors import DocumentError, DuplicateIdError, FormatError
from attrib.model.document import Document
from attrib.provenance.index import ShingleIndex
from provenance.invented import EDITS, joined, report

DOCUMENTS = [
    Document(
        joined(EDITS[copy](report(seed), copy)),
        f"{seed}-{copy}",
        published=None if copy == 3 else f"2024-03-{1 + copy:02}",
    )
    for seed in range(4)
    for copy in range(4)
]
TEXTS = [document.text for document in DOCUMENTS]
HEAD = '{"attrib": 1, "type": "shingle-index", "shingles": "3 long words, version 1"}\n'
LINE = '{"id": "a", "published": null, "digest": "", "own": 0, "shingles": ""}\n'


@given(st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_one_by_one_in_any_order_gives_what_all_at_once_gives(
    draw: random.Random,
) -> None:
    shuffled = list(DOCUMENTS)
    draw.shuffle(shuffled)
    index = ShingleIndex()
    for document in shuffled:
        index.add(document)
    assert index.clusters() == ShingleIndex(DOCUMENTS).clusters()


def test_clusters_may_be_asked_for_between_additions() -> None:
    index = ShingleIndex(DOCUMENTS[:7])
    early = index.clusters()
    index.extend(DOCUMENTS[7:])
    assert early == ShingleIndex(DOCUMENTS[:7]).clusters()
    assert index.clusters() == ShingleIndex(DOCUMENTS).clusters()


@pytest.mark.parametrize("saved", [0, 7, 16])
def test_a_saved_index_goes_on_where_it_stopped(saved: int, tmp_path: Path) -> None:
    ShingleIndex(DOCUMENTS[:saved]).save(tmp_path / "index.jsonl")
    index = ShingleIndex.load(tmp_path / "index.jsonl")
    assert len(index) == saved
    index.extend(DOCUMENTS[saved:])
    assert index.clusters() == ShingleIndex(DOCUMENTS).clusters()


def test_the_file_does_not_depend_on_the_order_of_addition(tmp_path: Path) -> None:
    ShingleIndex(DOCUMENTS).save(tmp_path / "a")
    ShingleIndex(DOCUMENTS[::-1]).save(tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_another_order_of_bytes_reads_what_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "little" if sys.byteorder == "big" else "big"
    monkeypatch.setattr(sys, "byteorder", other)
    ShingleIndex(DOCUMENTS).save(tmp_path / "index")
    index = ShingleIndex.load(tmp_path / "index")
    assert index.clusters() == ShingleIndex(DOCUMENTS).clusters()


def test_the_file_holds_no_text(tmp_path: Path) -> None:
    ShingleIndex(DOCUMENTS).save(tmp_path / "index")
    saved = (tmp_path / "index").read_text("utf-8")
    assert not any(
        word in saved for text in TEXTS for word in text.split()[:20] if len(word) > 5
    )


@pytest.mark.parametrize("name", ["", "é\n", "caf\udce9"], ids=["hash", "odd", "lone"])
def test_any_id_comes_back(name: str, tmp_path: Path) -> None:
    document = Document("It rained.", name)
    ShingleIndex([document]).save(tmp_path / "index")
    assert document.id in ShingleIndex.load(tmp_path / "index")


def test_the_same_document_again_changes_nothing() -> None:
    index = ShingleIndex(DOCUMENTS)
    index.extend(DOCUMENTS)
    assert len(index) == len(DOCUMENTS)


def test_another_text_under_a_known_id_is_an_error(tmp_path: Path) -> None:
    ShingleIndex([Document("It rained.", "a")]).save(tmp_path / "index")
    index = ShingleIndex.load(tmp_path / "index")
    with pytest.raises(DuplicateIdError, match="two different texts have the id 'a'"):
        index.add(Document("It snowed.", "a"))


def test_another_date_under_a_known_id_is_an_error() -> None:
    index = ShingleIndex([Document("It rained.", "a", published="2024-03-04")])
    with pytest.raises(DuplicateIdError, match="2024-03-04 and once with 2024-03-05"):
        index.add(Document("It rained.", "a", published="2024-03-05"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty; wanted"),
        ("not JSON\n", r"line 1 is not JSON: .*\nnot JSON\n\^"),
        ("[1]\n", r"line 1 holds '\[1\].*wanted an object"),
        (HEAD.replace("1,", "2,", 1), 'begins with {"attrib": 2'),
        (HEAD.replace("version 1", "version 0"), "version 0.*wanted .*version 1"),
        (HEAD + '{"id": "a"}\n', "line 2 has the keys id; wanted id, published"),
        (HEAD + LINE + LINE, "line 3: 'a' was there before"),
        (HEAD + LINE.replace("null", "1"), "published is 1, wanted str or NoneType"),
        (HEAD + LINE.replace("null", '"soon"'), "published is a date.* not 'soon'"),
        (HEAD + LINE.replace("0", "1"), "own is 1, wanted 0 to 0"),
        (HEAD + LINE.replace("0", "true"), "own is True, wanted int"),
        (HEAD + LINE.replace('s": ""', 's": "?"'), "line 2: "),
        (HEAD + LINE.replace('s": ""', 's": "AAA="'), "line 2: "),
    ],
    ids=[
        "empty",
        "no JSON",
        "no object",
        "version",
        "recipe",
        "keys",
        "twice",
        "published",
        "date",
        "own",
        "truth",
        "base 64",
        "length",
    ],
)
def test_a_damaged_file_is_an_error_that_says_where(
    content: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "index"
    path.write_text(content, "utf-8")
    with pytest.raises(FormatError, match=message):
        ShingleIndex.load(path)


def test_a_file_of_bytes_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(FormatError, match="is not UTF-8"):
        ShingleIndex.load(path)


@pytest.mark.parametrize("bad", [None, 7, "the quay", Document("It rained.")], ids=str)
def test_an_index_of_what_are_not_several_documents_is_an_error(bad: object) -> None:
    with pytest.raises(DocumentError, match="wanted several reports or documents"):
        ShingleIndex(bad)  # type: ignore[arg-type]  # on purpose
