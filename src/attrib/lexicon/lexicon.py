"""The lexicon of a language: what is known of each word, looked up once a spelling."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from attrib.errors import LexiconError
from attrib.lexicon.entries import Cue, Phrase, Sort, Word
from attrib.lexicon.sections import read_cues, read_phrases
from attrib.lexicon.tags import MARKS, Tag

_CACHE_WORDS = 200_000
"""Spellings kept before the cache of words is emptied."""


class _Words(dict[str, Word]):
    """Spellings to words; a spelling is worked out when it is first met."""

    def __init__(self, lexicon: "Lexicon") -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, form: str) -> Word:
        if len(self) >= _CACHE_WORDS:
            self.clear()
        word = self[form] = self._lexicon.read_word(form)
        return word


@attrs.frozen(eq=False)
class Lexicon:
    """The words and rules of reporting in one language.

    Attributes:
        lang: Its BCP 47 code.
        closed: Closed-class words to the tags they may have, likeliest first.
        classes: Open-class words to the tags they may have, likeliest first.
        endings: Endings of unknown words, longest first to try, to such tags.
        verb_sections: Classes of reporting verbs by name, as cues.toml lists them.
        irregular: Irregular verbs: base to "past participle".
        phrase_sections: Cues of several words by layout, as cues.toml lists them.
        cues: Forms of reporting verbs to the verb and the tags of the form.
        phrases: First words of cues of several words to those cues, longest first.
        sorts: Nouns, and names of sources, to the sorts of source they name.
        outlets: Names of news outlets, folded to lower case, to the name listed first.
        places: Names of places, folded to lower case, and whether each is a government
            when it speaks.
        channels: Nouns, and verbs, to the channels they name.
        hedges: Words that lower the teller's commitment.
        abbreviations: Words that a full stop belongs to.
        weights: Learnt weights of features, by the choice they are for.
        contexts: Pairs and triples of tags and classes to the tag of the middle word.
    """

    lang: str
    closed: Mapping[str, str]
    classes: Mapping[str, str]
    endings: Mapping[str, str]
    verb_sections: Mapping[str, Mapping[str, Any]]
    irregular: Mapping[str, str]
    phrase_sections: Mapping[str, Mapping[str, Any]]
    cues: Mapping[str, tuple[Cue, str]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    sorts: Mapping[str, int]
    outlets: Mapping[str, str]
    places: Mapping[str, bool]
    channels: Mapping[str, str]
    hedges: frozenset[str]
    abbreviations: frozenset[str]
    weights: Mapping[str, Mapping[str, float]]
    contexts: Mapping[str, str]

    @functools.cached_property
    def words(self) -> Mapping[str, Word]:
        """Every spelling to what is known of it; never lacks a key."""
        return _Words(self)

    def extended(
        self,
        *,
        verbs: Mapping[str, str] | None = None,
        phrases: Mapping[str, Sequence[str]] | None = None,
        outlets: Iterable[str] = (),
        irregular: Mapping[str, str] | None = None,
    ) -> "Lexicon":
        """Return a lexicon that knows more; this one stays as it is.

        Args:
            verbs: Base forms of reporting verbs, each to the class of verbs that it
                can replace in a sentence ("say", "tell", "deny", ...).
            phrases: Layouts ("preposition", "relay", "noun", ...) to cues of several
                words, as the lexicon's own data write them.
            outlets: Names of news outlets, without "the".
            irregular: Base forms to "past participle", for verbs that need it.

        Raises:
            LexiconError: A class or a layout does not exist; all such are listed.

        Example:
            >>> from attrib.lexicon.loading import load_lexicon
            >>> lexicon = load_lexicon().extended(verbs={"bleat": "say"})
            >>> lexicon.words["bleated"].cue.classes
            ('say',)
        """
        sections = {name: dict(each) for name, each in self.verb_sections.items()}
        layouts = {name: dict(each) for name, each in self.phrase_sections.items()}
        faults = [
            f"{verb!r}: there is no class of verbs {name!r}; there are: "
            + ", ".join(sections)
            for verb, name in (verbs or {}).items()
            if name not in sections
        ] + [
            f"there is no layout {name!r}; there are: {', '.join(layouts)}"
            for name in phrases or {}
            if name not in layouts
        ]
        if faults:
            raise LexiconError("\n".join(faults))
        for verb, name in (verbs or {}).items():
            sections[name]["verbs"] = f"{sections[name].get('verbs', '')} {verb}"
        for name, patterns in (phrases or {}).items():
            layouts[name]["words"] = [*layouts[name]["words"], *patterns]
        forms = {**self.irregular, **(irregular or {})}
        return attrs.evolve(
            self,
            verb_sections=sections,
            irregular=forms,
            phrase_sections=layouts,
            cues=read_cues(sections, forms),
            phrases=read_phrases(layouts),
            outlets={**self.outlets, **{name.lower(): name for name in outlets}},
        )

    def read_word(self, form: str) -> Word:
        """Return what is known of a spelling.

        Args:
            form: A token as it is written; not empty.
        """
        norm = form.lower().replace("’", "'").replace("‘", "'")
        first = form[0]
        mark = MARKS.get(form)
        if mark is not None:
            return Word(norm, mark)
        sorts = self.sorts.get(norm, Sort.NONE)
        closed = self.closed.get(norm)
        if closed is not None:
            return Word(norm, closed, sorts=sorts)
        if not first.isalnum():
            return Word(norm, Tag.OTHER)
        if first.isdigit():
            return Word(norm, Tag.NUMBER, sorts=sorts)
        cue, cue_tags = self.cues.get(norm, (None, ""))
        tags = self._open_tags(norm)
        for tag in cue_tags:
            if tag not in tags:
                tags += tag
        is_capital = first.isupper()
        return Word(norm, tags, cue, cue_tags, sorts, is_capital)

    def _open_tags(self, norm: str) -> str:
        known = self.classes.get(norm)
        if known is not None:
            return known
        if "-" in norm:
            tail = norm.rsplit("-", 1)[1]
            return self.classes.get(tail, "jn") if tail else "n"
        for length in range(min(5, len(norm) - 1), 0, -1):
            found = self.endings.get(norm[-length:])
            if found is not None:
                return found
        return "n"
