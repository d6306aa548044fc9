"""The lexicon of a language: what is known of each word, looked up once a spelling."""

import functools
from collections.abc import Mapping

import attrs

from attrib.lexicon.entries import Cue, Phrase, Sort, Word
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
