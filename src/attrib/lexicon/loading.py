"""Language packs read from the package's data, at first use."""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import attrs

from attrib.errors import UnknownLanguageError
from attrib.lexicon.entries import Sort
from attrib.lexicon.inflection import add_s
from attrib.lexicon.knowledge import read_knowledge
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.markers import read_markers
from attrib.lexicon.sections import read_cues, read_phrases
from attrib.lexicon.stances import read_stances
from attrib.lexicon.tags import CLOSED, Tag
from attrib.lexicon.weights import Weights

_LANGUAGES = ("en",)
_SUBTAGS = re.compile(r"[-_]")
_SORT_SECTIONS = {
    name.lower(): sort for name, sort in attrs.asdict(Sort).items() if sort
}


def load_lexicon(lang: str = "en") -> Lexicon:
    """Return the lexicon that is shipped for a language.

    Args:
        lang: BCP 47 code in any case; a region ("en-GB") is left aside, and may stand
            behind an underscore ("en_GB.UTF-8"), as locales have it.

    Raises:
        UnknownLanguageError: None is shipped for this language.

    Example:
        >>> load_lexicon("en").words["said"].cue.lemma
        'say'
    """
    folder = _SUBTAGS.split(lang)[0].lower() if isinstance(lang, str) else None
    if folder not in _LANGUAGES:
        raise UnknownLanguageError(
            f"there is no lexicon for {lang!r:.60}; there is one for: "
            + ", ".join(_LANGUAGES)
        )
    return _load(folder)


@functools.cache
def _load(folder: str) -> Lexicon:
    words = _toml(folder, "words")
    irregular = _toml(folder, "irregular")
    classes, endings = _read_classes(folder)
    cues = _toml(folder, "cues")
    hedges = _toml(folder, "hedges")
    names = _toml(folder, "names")
    sources = _toml(folder, "sources")
    outlets = _toml(folder, "outlets")["names"].split("\n")[:-1]
    return Lexicon(
        lang=folder,
        closed={
            word: str(CLOSED[section])
            for section, listed in words["closed"].items()
            for word in listed.split()
        }
        | words["ambiguous"],
        classes=_classes_of(irregular) | classes,
        endings=endings,
        verb_sections=cues["verb"],
        irregular=irregular,
        phrase_sections=cues["phrase"],
        cues=read_cues(cues["verb"], irregular),
        phrases=read_phrases(cues["phrase"]),
        sorts=_read_sorts(sources, words, names),
        outlets={
            name.lower(): line.split("|")[0]
            for line in outlets
            for name in line.split("|")
        },
        places=frozenset(names["places"].strip().replace("\n", "|").split("|")),
        knowledge=read_knowledge(_toml(folder, "knowledge"), outlets),
        roles=_read_same(sources["same"]["roles"]),
        fields=_read_same(sources["same"]["fields"]),
        nobodies=frozenset(sources["anybody"]["nobodies"].split()),
        relations=frozenset(sources["anybody"]["relations"].split()),
        channels=read_markers(_toml(folder, "channels")),
        stances=read_stances(_toml(folder, "stances")),
        directness=read_markers(_toml(folder, "directness")),
        hedges=frozenset(hedges["words"].split()),
        disowned=frozenset(hedges["disowned"].split()),
        unproved=frozenset(hedges["unproved"].split()),
        tentative=frozenset(hedges["tentative"].split()),
        abbreviations=frozenset(words["abbreviations"]["words"].split()),
        weights=_read_weights(folder),
        contexts=_read_contexts(folder),
    )


def _read_same(lines: str) -> dict[str, str]:
    """Return words that mean the same, a line each, to the first of them."""
    return {
        word: line.split()[0] for line in lines.splitlines() for word in line.split()
    }


def _toml(folder: str, name: str) -> dict[str, Any]:
    path = resources.files("attrib.lexicon") / folder / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def _rows(folder: str, name: str) -> Iterator[tuple[str, str]]:
    path = resources.files("attrib.lexicon") / folder / name
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            key, _, value = line.partition("\t")
            yield key, value


def _read_weights(folder: str) -> dict[str, Weights]:
    """Return learnt weights: rows of a choice, a feature and hundredths."""
    weights: dict[str, dict[str, float]] = {}
    for choice, row in _rows(folder, "weights.tsv"):
        feature, _, hundredths = row.rpartition("\t")
        weights.setdefault(choice, {})[feature] = int(hundredths) / 100
    return {choice: Weights(choice, each) for choice, each in weights.items()}


def _classes_of(irregular: Mapping[str, str]) -> dict[str, str]:
    """Return the past and the participle of irregular verbs with their tags."""
    classes: dict[str, str] = {}
    for forms in irregular.values():
        past, participle = forms.split()
        if past == participle:
            classes[past] = Tag.PAST + Tag.PARTICIPLE
        else:
            classes |= {past: Tag.PAST, participle: Tag.PARTICIPLE}
    return classes


def _read_contexts(folder: str) -> dict[str, dict[str, str]]:
    """Return contexts: rows of what stands before and behind a word, and its tag."""
    contexts: dict[str, dict[str, str]] = {}
    for context, tag in _rows(folder, "contexts.tsv"):
        before, _, behind = context.partition(" ")
        contexts.setdefault(before, {})[behind] = tag
    return contexts


def _read_classes(folder: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return words and endings with their tags, rare ones dropped."""
    words, endings = {}, {}
    for key, value in _rows(folder, "words.tsv"):
        pairs = zip(value[::2], value[1::2], strict=True)
        tags = "".join(tag for tag, _ in pairs if tag != "c")
        if not tags:
            continue
        if key.startswith("-"):
            endings[key[1:]] = tags
        else:
            words[key] = tags
    return words, endings


def _read_sorts(
    sources: Mapping[str, Mapping[str, str]],
    words: Mapping[str, Any],
    names: Mapping[str, str],
) -> dict[str, int]:
    sorts: dict[str, int] = {}

    def note(noun: str, sort: int) -> None:
        sorts[noun] = sorts.get(noun, Sort.NONE) | sort

    for section, sort in _SORT_SECTIONS.items():
        entry = sources.get(section, {})
        for noun in entry.get("nouns", "").split():
            note(noun, sort)
            note(add_s(noun), sort)
        for name in (entry.get("names", "") + " " + entry.get("words", "")).split():
            note(name, sort)
    for title in words["titles"]["words"].split():
        note(title, Sort.TITLE)
    for day in words["days"]["words"].split():
        note(day, Sort.DAY)
    for section, sort in (("male", Sort.MALE), ("female", Sort.FEMALE)):
        for name in names[section].split():
            note(name, Sort.GIVEN | sort)
    return sorts
