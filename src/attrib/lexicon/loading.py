"""Language packs read from the package's data, at first use."""

import functools
import itertools
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from attrib.errors import LexiconError, UnknownLanguageError
from attrib.lexicon.entries import Cue, Frame, Layout, Phrase, Sort
from attrib.lexicon.inflection import add_s, conjugate
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.tags import CLOSED
from attrib.model.attribution import AttributionKind, Stance

_LANGUAGES = ("en",)
_SORT_SECTIONS = {
    name.lower(): sort for name, sort in vars(Sort).items() if name.isupper() and sort
}


def load_lexicon(lang: str = "en") -> Lexicon:
    """Return the lexicon that is shipped for a language.

    Args:
        lang: BCP 47 code; a region ("en-GB") is left aside.

    Raises:
        UnknownLanguageError: None is shipped for this language.

    Example:
        >>> load_lexicon("en").words["said"].cue.lemma
        'say'
    """
    folder = lang.split("-")[0].lower()
    if folder not in _LANGUAGES:
        raise UnknownLanguageError(
            f"there is no lexicon for {lang!r}; there is one for: "
            + ", ".join(_LANGUAGES)
        )
    return _load(folder)


@functools.cache
def _load(folder: str) -> Lexicon:
    words = _toml(folder, "words")
    irregular = _toml(folder, "irregular")
    classes, endings = _read_classes(folder)
    cues = _toml(folder, "cues")
    names = _toml(folder, "names")
    sources = _toml(folder, "sources")
    return Lexicon(
        lang=folder,
        closed={
            word: str(CLOSED[section])
            for section, listed in words["closed"].items()
            for word in listed.split()
        }
        | words["ambiguous"],
        classes=classes,
        endings=endings,
        cues=read_cues(cues["verb"], irregular),
        phrases=read_phrases(cues["phrase"]),
        sorts=_read_sorts(sources, words, names),
        outlets={
            name.lower(): line.split("|")[0]
            for line in _toml(folder, "outlets")["names"].splitlines()
            for name in line.split("|")
            if name
        },
        places={
            name: section == "governments"
            for section in ("places", "governments")
            for name in names[section].replace("\n", "|").split("|")
            if name
        },
        channels={
            word: channel
            for channel, listed in sources["channel"].items()
            for word in listed.split()
        },
        hedges=frozenset(_toml(folder, "hedges")["words"].split()),
        abbreviations=frozenset(words["abbreviations"]["words"].split()),
        weights=_read_weights(folder),
        contexts=dict(_rows(folder, "contexts.tsv")),
    )


def _toml(folder: str, name: str) -> dict[str, Any]:
    path = resources.files("attrib.lexicon") / folder / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def _rows(folder: str, name: str) -> Iterator[tuple[str, str]]:
    path = resources.files("attrib.lexicon") / folder / name
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            key, _, value = line.partition("\t")
            yield key, value


def _read_weights(folder: str) -> dict[str, dict[str, float]]:
    """Return learnt weights: rows of a choice, a feature and hundredths."""
    weights: dict[str, dict[str, float]] = {}
    for choice, row in _rows(folder, "weights.tsv"):
        feature, _, hundredths = row.rpartition("\t")
        weights.setdefault(choice, {})[feature] = int(hundredths) / 100
    return weights


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


def read_cues(
    sections: Mapping[str, Mapping[str, Any]], irregular: Mapping[str, str]
) -> dict[str, tuple[Cue, str]]:
    """Return the forms of all reporting verbs, each with its verb and its tags.

    A verb listed under several classes may take the complements of all of them; its
    kind is that of the first, its stance the first that is not plain assertion.

    Args:
        sections: Classes by name, as in cues.toml.
        irregular: Irregular forms, as in irregular.toml.

    Raises:
        LexiconError: A class has an unknown kind, stance or frame, or no verbs; all
            such faults are listed.
    """
    faults: list[str] = []
    listed: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for name, section in sections.items():
        faults.extend(_faults(name, section))
        lemmas = [*section.get("verbs", "").split(), *section.get("particles", ())]
        for lemma in lemmas:
            listed.setdefault(lemma, []).append((name, section))
    if faults:
        raise LexiconError("\n".join(faults))
    forms: dict[str, tuple[Cue, str]] = {}
    for lemma, entries in listed.items():
        cue = _merge(lemma, entries)
        for form, tags in conjugate(lemma, irregular).items():
            if form not in forms or lemma == form:
                forms[form] = (cue, tags)
    return forms


def _merge(lemma: str, entries: list[tuple[str, Mapping[str, Any]]]) -> Cue:
    stances = [Stance(section.get("stance", "asserts")) for _, section in entries]
    return Cue(
        lemma=lemma,
        kind=AttributionKind(entries[0][1]["kind"]),
        stance=next((s for s in stances if s is not Stance.ASSERTS), Stance.ASSERTS),
        frames=frozenset(Frame(f) for _, section in entries for f in section["frames"]),
        particles=frozenset(
            particle
            for _, section in entries
            for particle in section.get("particles", {}).get(lemma, ())
        ),
        classes=tuple(name for name, _ in entries),
        kinds={
            frame: AttributionKind(section[frame])
            for _, section in reversed(entries)
            for frame in (Frame.OBJECT, Frame.INFINITIVE, Frame.LEFT)
            if frame in section
        }
        if entries[0][1].keys() & {"object", "infinitive", "left"}
        else {},
    )


def _faults(name: str, section: Mapping[str, Any]) -> Iterator[str]:
    wanted = {
        "kind": [str(kind) for kind in AttributionKind],
        "stance": [str(stance) for stance in Stance],
        "frames": [str(frame) for frame in Frame],
    }
    wanted["object"] = wanted["infinitive"] = wanted["left"] = wanted["kind"]
    for key, values in wanted.items():
        if key not in section:
            if key in ("kind", "frames"):
                yield f"verb class {name!r} has no {key}"
            continue
        given = section[key]
        for value in [given] if isinstance(given, str) else given:
            if value not in values:
                yield (
                    f"verb class {name!r}: {key} is one of {', '.join(values)}, "
                    f"not {value!r}"
                )
    if not section.get("verbs") and not section.get("particles"):
        yield f"verb class {name!r} lists no verbs"


def read_phrases(
    sections: Mapping[str, Mapping[str, Any]],
) -> dict[str, tuple[Phrase, ...]]:
    """Return cues of several words by their first word, the longest first.

    Args:
        sections: Layouts by name, as in cues.toml.

    Raises:
        LexiconError: A section has an unknown layout or kind; all are listed.
    """
    faults: list[str] = []
    found: dict[str, list[Phrase]] = {}
    for name, section in sections.items():
        layout = section.get("layout", name)
        kind = section.get("kind", "")
        for value, choices in ((layout, Layout), (kind, AttributionKind)):
            if value not in [str(choice) for choice in choices]:
                faults.append(
                    f"phrase section {name!r}: wanted one of "
                    f"{', '.join(str(choice) for choice in choices)}, not {value!r}"
                )
        if faults:
            continue
        for pattern in section["words"]:
            for words in _spell_out(pattern):
                phrase = Phrase(words, Layout(layout), AttributionKind(kind))
                found.setdefault(words[0], []).append(phrase)
    if faults:
        raise LexiconError("\n".join(faults))
    return {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))
        for first, phrases in found.items()
    }


def _spell_out(pattern: str) -> Iterator[tuple[str, ...]]:
    """Yield each sequence of words that a pattern stands for."""
    places = []
    for place in pattern.split():
        choices = place.removesuffix("?").split("|")
        places.append(["", *choices] if place.endswith("?") else choices)
    for words in itertools.product(*places):
        yield tuple(word for word in words if word)


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
