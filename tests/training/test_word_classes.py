"""The word-class table: how it is learnt, and the file that was learnt."""

import importlib.util
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "src" / "attrib" / "lexicon" / "en" / "words.tsv"


@pytest.fixture(scope="module")
def training() -> ModuleType:
    path = ROOT / "training" / "word_classes.py"
    spec = importlib.util.spec_from_file_location("word_classes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(word, classes) for word, classes in pairs]


def test_classes_are_shares_of_what_was_seen_most_frequent_first(
    training: ModuleType,
) -> None:
    counts = Counter({("Harbour", "p"): 1, ("harbour", "n"): 6, ("harbour", "v"): 1})
    table = training.learn_words(counts, 4)
    assert {word: training.write_row(c) for word, c in table.items()} == {
        "harbour": "n8p1v1"
    }


def test_a_class_that_is_hardly_ever_seen_is_left_out(training: ModuleType) -> None:
    table = training.learn_words(Counter({("tide", "n"): 99, ("tide", "v"): 1}), 4)
    assert training.write_row(table["tide"]) == "n9"


@pytest.mark.parametrize(
    ("counts", "is_kept"),
    [
        ({("Lindqvist", "p"): 39}, False),
        ({("Lindqvist", "p"): 40}, True),
        ({("Lindqvist", "p"): 20, ("Lindqvist", "j"): 8}, False),
        ({("Polar", "p"): 20, ("polar", "j"): 8}, True),
        ({("Nordic", "p"): 4, ("Nordic", "j"): 16}, True),
        ({("quay", "n"): 3}, False),
    ],
    ids=[
        "rare name",
        "frequent name",
        "rare name, mistaken now and then",
        "also a word",
        "adjective with a capital",
        "too rare",
    ],
)
def test_rare_words_and_rare_names_are_left_out(
    training: ModuleType, counts: dict[tuple[str, str], int], is_kept: bool
) -> None:
    assert bool(training.learn_words(Counter(counts), 4)) == is_kept


def test_suffixes_are_learnt_from_rare_lower_case_words(training: ModuleType) -> None:
    counts = Counter({(f"{stem}lobously", "r"): 2 for stem in "abdefgiklmnoprt"})
    suffixes = training.learn_suffixes(counts)
    assert training.guess_by_suffix("zorbously", suffixes) == "r"
    assert training.guess_by_suffix("zorb", suffixes) == "n"


@pytest.mark.parametrize(
    ("text", "is_english"),
    [
        (
            "The café by the lock opened again after the flood, two guests recalled, "
            "and served soup to everyone who came to help.",
            True,
        ),
        ("Wójt ogłosił, że wodę będzie można pić.", False),
        ("", True),
    ],
    ids=["one accent", "Polish", "empty"],
)
def test_texts_in_other_languages_are_passed_over(
    training: ModuleType, text: str, is_english: bool
) -> None:
    assert training.is_english(text) == is_english


def test_the_file_holds_each_word_once_and_sorted(rows: list[tuple[str, str]]) -> None:
    words = [word for word, _ in rows if not word.startswith("-")]
    suffixes = [word for word, _ in rows if word.startswith("-")]
    assert [word for word, _ in rows] == words + suffixes
    assert words == sorted(set(words))
    assert suffixes == sorted(set(suffixes))


def test_every_row_names_known_classes_once_each(rows: list[tuple[str, str]]) -> None:
    form = re.compile(r"(?:([npvzdqgjrc])(?!.*\1)[1-9])+")
    assert [row for row in rows if not form.fullmatch(row[1])] == []


def test_the_file_stays_small(rows: list[tuple[str, str]]) -> None:
    assert len(rows) > 10_000
    assert TABLE.stat().st_size <= 250_000


@pytest.mark.parametrize(
    ("word", "word_class"),
    [("said", "d"), ("says", "z"), ("given", "q"), ("ministers", "n"), ("the", "c"),
     ("'s", "c"), ("n't", "r"), ("quickly", "r"), ("-ing", "g"), ("-ful", "j")],
)  # fmt: skip
def test_common_words_have_their_usual_class(
    rows: list[tuple[str, str]], word: str, word_class: str
) -> None:
    assert dict(rows)[word][0] == word_class
