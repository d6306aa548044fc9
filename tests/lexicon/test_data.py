"""The files of each language pack: legal, readable, small, and without any text."""

import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import attrib
from attrib.lexicon.entries import FRAMES, LAYOUTS
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.tags import OPEN_CLASSES, TAGS
from attrib.model.attribution import AttributionKind, Stance

FOLDER = Path(attrib.__file__).parent / "lexicon" / "en"
MOST_BYTES = 1_000_000
ALL_TAGS = {*TAGS.values()}


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def rows(name: str) -> Iterator[list[str]]:
    """Yield the columns of each row that is no remark."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


VERBS = read("cues.toml")["verb"]
PHRASES = read("cues.toml")["phrase"]


@pytest.mark.parametrize("name", VERBS)
def test_a_class_of_verbs_has_legal_values(name: str) -> None:
    section = VERBS[name]
    kinds = {"kind", "object", "infinitive", "left"}
    assert set(section) <= kinds | {"stance", "frames", "verbs", "particles"}
    assert {section[key] for key in kinds & set(section)} <= set(AttributionKind)
    assert section.get("stance", "asserts") in set(Stance)
    assert section["frames"]
    assert set(section["frames"]) <= set(FRAMES)


@pytest.mark.parametrize("name", VERBS)
def test_a_class_of_verbs_names_base_forms_in_lower_case(name: str) -> None:
    section = VERBS[name]
    verbs = [*section.get("verbs", "").split(), *section.get("particles", {})]
    assert verbs
    assert [verb for verb in verbs if not re.fullmatch(r"[a-z]+(-[a-z]+)*", verb)] == []


def test_every_verb_is_a_cue() -> None:
    words = load_lexicon("en").words
    for section in VERBS.values():
        for verb in [*section.get("verbs", "").split(), *section.get("particles", {})]:
            assert words[verb].cue is not None, verb


@pytest.mark.parametrize("name", PHRASES)
def test_a_layout_of_phrases_has_legal_values(name: str) -> None:
    section = PHRASES[name]
    assert set(section) <= {"layout", "kind", "words"}
    assert section.get("layout", name) in LAYOUTS
    assert section["kind"] in set(AttributionKind)
    assert all(pattern == pattern.lower() for pattern in section["words"])


def test_closed_classes_have_one_tag_a_word() -> None:
    closed = read("words.toml")["closed"]
    listed = [word for words in closed.values() for word in words.split()]
    assert len(listed) > 200
    assert all(word == word.lower() for word in listed)


def test_every_word_has_classes_and_their_shares() -> None:
    found = list(rows("words.tsv"))
    assert len(found) > 10_000
    for word, shares in found:
        assert word == word.lower()
        assert re.fullmatch(rf"([{OPEN_CLASSES}c][1-9])+", shares), word


def test_every_context_leads_to_one_tag() -> None:
    found = list(rows("contexts.tsv"))
    assert len(found) > 1_000
    for key, tag in found:
        assert len(key.split(" ")) <= 2, key
        assert tag in ALL_TAGS, key


def test_every_weight_is_a_number_of_hundredths() -> None:
    choices = set()
    for choice, feature, hundredths in rows("weights.tsv"):
        assert re.fullmatch(r"-?\d+", hundredths), (choice, feature)
        assert -3_000 < int(hundredths) < 3_000
        choices.add(choice)
    assert {"accept", "end", "phrase"} <= choices


@pytest.mark.parametrize("name", ["words.tsv", "contexts.tsv", "weights.tsv"])
def test_no_key_of_a_table_stands_there_twice(name: str) -> None:
    keys = [tuple(row[:-1]) for row in rows(name)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", ["words.tsv", "contexts.tsv", "weights.tsv"])
def test_a_learnt_table_says_where_it_comes_from(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    head = itertools.takewhile(lambda line: line.startswith("# "), lines)
    assert re.search(r"Made by training/\w+\.py", " ".join(head).replace("# ", ""))


def test_the_data_of_all_languages_stay_small() -> None:
    files = [path for path in FOLDER.parent.rglob("*") if path.suffix != ".pyc"]
    assert sum(path.stat().st_size for path in files if path.is_file()) < MOST_BYTES


def test_every_file_ends_its_last_line() -> None:
    for path in sorted(FOLDER.iterdir()):
        assert path.read_text(encoding="utf-8").endswith("\n"), path.name
