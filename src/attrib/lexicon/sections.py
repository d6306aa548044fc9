"""Sections of a lexicon's data, as they stand in TOML, made into cues."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrib.errors import LexiconError
from attrib.lexicon.entries import FRAMES, LAYOUTS, Cue, Frame, Phrase
from attrib.lexicon.inflection import conjugate
from attrib.lexicon.patterns import spell_out
from attrib.model.attribution import AttributionKind, Stance


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
        frames=frozenset(f for _, section in entries for f in section["frames"]),
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
        if _first(entries).keys() & {"object", "infinitive", "left"}
        else {},
    )


def _first(entries: list[tuple[str, Mapping[str, Any]]]) -> Mapping[str, Any]:
    """Return the most telling class of a verb: not that of its particles."""
    for _, section in entries:
        if "particles" not in section:
            return section
    return entries[0][1]


def _faults(name: str, section: Mapping[str, Any]) -> Iterator[str]:
    wanted = {
        "kind": [str(kind) for kind in AttributionKind],
        "stance": [str(stance) for stance in Stance],
        "frames": FRAMES,
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
        for value, choices in ((layout, LAYOUTS), (kind, tuple(AttributionKind))):
            if value not in choices:
                faults.append(
                    f"phrase section {name!r}: wanted one of "
                    f"{', '.join(choices)}, not {value!r}"
                )
        if faults:
            continue
        for pattern in section["words"]:
            for words in spell_out(pattern):
                phrase = Phrase(words, layout, AttributionKind(kind), name)
                found.setdefault(words[0], []).append(phrase)
    if faults:
        raise LexiconError("\n".join(faults))
    return {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))
        for first, phrases in found.items()
    }
