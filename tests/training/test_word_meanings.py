"""What the vectors of terms are learnt from, and how they are written."""

import json
from pathlib import Path

from attrib.lexicon.meanings import Meanings
from word_meanings import DIMENSIONS, HEADER, LARGEST, read_news, spell


def test_a_vector_is_read_back_as_it_was_written() -> None:
    vector = [*range(-LARGEST, LARGEST + 1)]
    assert Meanings({"quay": spell(vector)}).get("quay") == tuple(vector)
    assert spell(vector).isascii()
    assert spell(vector).isprintable()


def test_news_is_read_in_sentences_of_middle_length(tmp_path: Path) -> None:
    long = " ".join(["quay"] * 31)
    text = f"It rained. The quay was shut on Monday. {long}."
    for name in ("attributions/polnear_train.jsonl", "events/storms.jsonl"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(json.dumps({"text": text}), "utf-8")
    assert list(read_news(tmp_path)) == ["The quay was shut on Monday."] * 2


def test_the_file_says_how_it_was_made() -> None:
    assert "training/word_meanings.py" in HEADER
    assert f"{DIMENSIONS} whole numbers from -{LARGEST} to" in HEADER
