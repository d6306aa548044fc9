"""The lexicon of a language: what is known of each word, looked up once a spelling."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from attrib.errors import LexiconError
from attrib.lexicon.entries import Cue, Phrase, Sort, Word
from attrib.lexicon.knowledge import Knowledge
from attrib.lexicon.markers import Markers
from attrib.lexicon.patterns import spell_out
from attrib.lexicon.sections import read_cues, read_phrases
from attrib.lexicon.stances import Stances
from attrib.lexicon.tags import MARKS, Tag
from attrib.lexicon.weights import Weights
from attrib.model.source import Source, SourceKind

K = TypeVar("K")
T = TypeVar("T")

_CACHE_WORDS = 200_000
"""Spellings kept before the cache of words is emptied."""
_NAMES_LIKE_WORDS = frozenset(("US", "WHO", "May"))
"""Names that are other words when they are written otherwise."""
_ARTICLES = frozenset("al el ul ad ar as ash at az an".split())
"""Arabic articles, as they stand before a hyphen."""


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


@attrs.frozen(eq=False, slots=False)  # cached properties slow slots down
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
        places: Names of places that are no governments, folded to lower case.
        knowledge: Sources that are known under several names.
        roles: Words for an office to the one that stands for them all ("sen" and
            "senator").
        fields: Words for what an office is for to the one that stands for them all
            ("defense" and "defence").
        nobodies: Nouns that leave a person unnamed even behind "the".
        relations: Nouns that tell whose somebody is, and not who.
        channels: Words that tell how a content was carried.
        stances: Words that make a saying no saying, and nouns that take a stance.
        directness: Words that tell how a source came to know what it says.
        hedges: Words that lower the teller's commitment.
        disowned: Words beside a cue by which the teller calls what is told untrue.
        unproved: What a teller says is lacking for what is told, behind "without".
        tentative: Other words that leave open whether what is told is so ("may").
        abbreviations: Words that a full stop belongs to.
        weights: Learnt weights of features, by the choice they are for.
        contexts: The tag before a word with the classes it may have, to its tag by
            the classes of the next word, "" where these do not matter.

    Example:
        >>> from attrib.lexicon.loading import load_lexicon
        >>> lexicon = load_lexicon("en")
        >>> lexicon.lang, lexicon.is_outlet("The Guardian")
        ('en', True)
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
    places: frozenset[str]
    knowledge: Knowledge
    roles: Mapping[str, str]
    fields: Mapping[str, str]
    nobodies: frozenset[str]
    relations: frozenset[str]
    channels: Markers
    stances: Stances
    directness: Markers
    hedges: frozenset[str]
    disowned: frozenset[str]
    unproved: frozenset[str]
    tentative: frozenset[str]
    abbreviations: frozenset[str]
    weights: Mapping[str, Weights]
    contexts: Mapping[str, Mapping[str, str]]

    @functools.cached_property
    def words(self) -> Mapping[str, Word]:
        """Every spelling to what is known of it; never lacks a key."""
        return _Words(self)

    @functools.cached_property
    def days(self) -> frozenset[str]:
        """Words that name a time: days, months and the like."""
        return frozenset(word for word, sorts in self.sorts.items() if sorts & Sort.DAY)

    @functools.cached_property
    def _phrase_lengths(self) -> dict[str, tuple[int, ...]]:
        """First words of phrases to how many words these have, longest first."""
        return {
            word: tuple(dict.fromkeys(len(phrase.words) for phrase in phrases))
            for word, phrases in self.phrases.items()
        }

    @functools.cached_property
    def longest_phrase(self) -> int:
        """How many words the longest phrase has."""
        return max(
            (max(lengths) for lengths in self._phrase_lengths.values()), default=0
        )

    @functools.cached_property
    def _phrase_of(self) -> dict[tuple[str, ...], Phrase]:
        listed = [each for phrases in self.phrases.values() for each in phrases]
        return {phrase.words: phrase for phrase in reversed(listed)}

    def find_phrase(self, words: Sequence[str]) -> Phrase | None:
        """Return the longest phrase that some words begin with, or None.

        Args:
            words: Words folded to lower case, one at least.
        """
        phrase_of = self._phrase_of
        for length in self._phrase_lengths.get(words[0], ()):
            found = phrase_of.get(tuple(words[:length]))
            if found is not None:
                return found
        return None

    @functools.cached_property
    def _outlet_beginnings(self) -> frozenset[str]:
        """What the first words of outlets begin with: a token may be a part of one."""
        firsts = {name.partition(" ")[0].replace("‘", "'") for name in self.outlets}
        return frozenset(
            first[:length] for first in firsts for length in range(1, len(first) + 1)
        )

    def extended(
        self,
        *,
        verbs: Mapping[str, str] | None = None,
        phrases: Mapping[str, Sequence[str]] | None = None,
        outlets: Iterable[str] = (),
        sources: Mapping[Source, Iterable[str]] | None = None,
        irregular: Mapping[str, str] | None = None,
    ) -> "Lexicon":
        """Return a lexicon that knows more; this one stays as it is.

        Args:
            verbs: Base forms of reporting verbs, each to the class of verbs that it
                can replace in a sentence ("say", "tell", "deny", ...).
            phrases: Layouts ("preposition", "relay", "noun", ...) to cues of several
                words, as the lexicon's own data write them.
            outlets: Names of news outlets, without "the".
            sources: Sources, each to its other names: they are that source in every
                report. One of the kind "news outlet" is an outlet, too.
            irregular: Base forms to "past participle", for verbs that need it.

        Raises:
            LexiconError: A class or a layout does not exist; all such are listed. Or
                something else stands where a mapping, texts or a `Source` are wanted.

        Example:
            >>> from attrib.lexicon.loading import load_lexicon
            >>> lexicon = load_lexicon().extended(verbs={"bleat": "say"})
            >>> lexicon.words["bleated"].cue.classes
            ('say',)
        """
        verbs, irregular = _mapping("verbs", verbs), _mapping("irregular", irregular)
        phrases = _lists(_mapping("phrases", phrases))
        (outlets,) = _lists({"outlets": outlets}).values()
        known = _sources(_mapping("sources", sources), outlets)
        sections = {name: dict(each) for name, each in self.verb_sections.items()}
        layouts = {name: dict(each) for name, each in self.phrase_sections.items()}
        self._check_words(verbs, irregular, phrases)
        for verb, name in verbs.items():
            sections[name]["verbs"] = f"{sections[name].get('verbs', '')} {verb}"
        for name, patterns in phrases.items():
            layouts[name]["words"] = [*layouts[name]["words"], *patterns]
        forms = {**self.irregular, **irregular}
        told = {
            name.lower(): source.name
            for source, names in known.items()
            if source.kind is SourceKind.NEWS_OUTLET
            for name in (source.name, *names)
        }
        return attrs.evolve(
            self,
            verb_sections=sections,
            irregular=forms,
            phrase_sections=layouts,
            cues=read_cues(sections, forms),
            phrases=read_phrases(layouts),
            outlets={**self.outlets, **told},
            knowledge=self.knowledge.knowing(known),
        )

    def _check_words(
        self,
        verbs: Mapping[str, str],
        irregular: Mapping[str, str],
        phrases: Mapping[str, Sequence[str]],
    ) -> None:
        """Raise an error that lists every word that cannot be learnt, and why."""
        faults = [
            f"{verb!r:.60}: there is no class of verbs {name!r:.60}; there are: "
            + ", ".join(self.verb_sections)
            for verb, name in verbs.items()
            if name not in list(self.verb_sections)
        ] + [
            f"there is no layout {name!r:.60}; there are: "
            + ", ".join(self.phrase_sections)
            for name in phrases
            if name not in self.phrase_sections
        ]
        faults += [
            f"{name!r:.60}: a verb or phrase has words, not {text!r:.60}"
            for name, texts in [
                ("verbs", verbs),
                ("irregular", (*irregular, *irregular.values())),
                *phrases.items(),
            ]
            for text in texts
            if not isinstance(text, str) or not text.strip()
        ]
        faults += [
            f"{name!r:.60}: a phrase has words in all its forms, not {text!r:.60}"
            for name, texts in phrases.items()
            for text in texts
            if isinstance(text, str) and text.strip() and not all(spell_out(text))
        ]
        if faults:
            raise LexiconError("\n".join(faults))

    def read_word(self, form: str) -> Word:
        """Return what is known of a spelling.

        Args:
            form: A token as it is written; not empty.
        """
        norm = form.lower()
        if not norm.isascii():
            norm = norm.replace("’", "'").replace("‘", "'")
        mark = MARKS.get(form)
        if mark is not None:
            return Word(norm, mark)
        first = form[0]
        sorts = self.sorts.get(norm, Sort.NONE)
        if not sorts and "-" in norm:
            sorts = self._sorts_of_parts(norm)
        closed = self.closed.get(norm)
        if form in _NAMES_LIKE_WORDS:
            return Word(
                norm,
                Tag.NAME,
                sorts=sorts,
                is_capital=True,
                may_begin_outlet=norm in self._outlet_beginnings,
            )
        if closed is not None:
            return Word(norm, closed, sorts=sorts)
        if not first.isalnum():
            return Word(norm, Tag.OTHER)
        if first.isdigit():
            return Word(norm, Tag.NUMBER, sorts=sorts)
        cue, cue_tags = self.cues.get(norm, (None, ""))
        is_name = "-" in form and _is_arabic_name(form)
        tags = Tag.NAME if is_name else self.classes.get(norm, "")
        if not tags and first.islower() and self._is_only_verb(norm):
            tags = Tag.VERB_S + Tag.NOUN
        elif not tags:
            tags = Tag.NOUN if sorts & Sort.PERSON else self._guess_tags(norm)
        if cue_tags:
            if norm not in self.classes and "-" not in norm:
                tags = cue_tags + tags  # a rare verb ("opine") is no unknown noun
            tags = "".join(dict.fromkeys(tags + cue_tags))
        is_capital = first.isupper()
        if is_capital and tags == Tag.ADVERB and norm not in self.classes:
            tags = Tag.NAME + tags  # "Norrly wrote": no adverb that is known
        may_begin_outlet = norm in self._outlet_beginnings
        return Word(norm, tags, cue, cue_tags, sorts, is_capital, may_begin_outlet)

    def is_outlet(self, name: str) -> bool:
        """Say whether a name is a news outlet's, with or without its article.

        Example:
            >>> from attrib.lexicon.loading import load_lexicon
            >>> load_lexicon("en").is_outlet("the Guardian")
            True
        """
        return name.lower().removeprefix("the ") in self.outlets

    def is_place(self, name: str) -> bool:
        """Say whether a name is a place's, a capital's too, but not a country's own.

        Example:
            >>> from attrib.lexicon.loading import load_lexicon
            >>> lexicon = load_lexicon("en")
            >>> lexicon.is_place("Oslo"), lexicon.is_place("Norway")
            (True, False)
        """
        bare = name.lower()
        country = self.knowledge.countries.get(bare)
        is_capital = country is not None and country.name.lower() != bare
        return is_capital or bare in self.places

    def _sorts_of_parts(self, norm: str) -> int:
        """Return what a compound is of its last part, or its first before "in"."""
        parts = norm.split("-")
        head = parts[0] if "in" in parts[1:-1] else parts[-1]
        return self.sorts.get(head, Sort.NONE) & (Sort.PERSON | Sort.CROWD)

    def _is_only_verb(self, norm: str) -> bool:
        """Say whether a word in -s is of a verb that is no noun: "tightens"."""
        if not norm.endswith("s") or norm.endswith("ys"):
            return False
        base = self.classes.get(norm[:-1], "")
        return base.startswith(Tag.VERB_BASE) and Tag.NOUN not in base

    def _guess_tags(self, norm: str) -> str:
        """Return the tags that an unlisted word may have, by how it ends."""
        if "-" in norm:
            tail = norm.rsplit("-", 1)[1]
            if tail in _PARTICLES:
                return "nj"  # "the build-up", "a stand-off"
            return self.classes.get(tail, "jn") if tail else "n"
        for length in range(min(5, len(norm) - 1), 0, -1):
            found = self.endings.get(norm[-length:])
            if found is not None:
                return found
        return "n"


_PARTICLES = frozenset("away back down off out over up".split())
"""What verbs made into nouns end in."""


def _mapping(name: str, given: Mapping[K, T] | None) -> Mapping[K, T]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise LexiconError(
            f"{name}: found {given!r:.60}, wanted a mapping, such as a dict"
        )
    return given


def _lists(given: Mapping[K, Iterable[str]]) -> dict[K, tuple[str, ...]]:
    """Return the lists of texts; a text instead of one would fall to letters."""
    for name, texts in given.items():
        if isinstance(texts, str | bytes):
            raise LexiconError(
                f"{name}: found the text {texts!r:.60}, wanted a list of texts"
            )
        if not isinstance(texts, Iterable):
            raise LexiconError(f"{name}: found {texts!r:.60}, wanted a list of texts")
    return {name: tuple(texts) for name, texts in given.items()}


def _sources(
    given: Mapping[Source, Iterable[str]], outlets: Iterable[str]
) -> dict[Source, tuple[str, ...]]:
    """Return sources, those of outlets included, to their other names."""
    for source in given:
        if not isinstance(source, Source):
            raise LexiconError(f"sources: found {source!r:.60}, wanted a Source")
    named = _lists(given)
    for source, names in named.items():
        for name in names:
            if not isinstance(name, str) or not name.strip():
                raise LexiconError(f"{source}: a name has words, not {name!r:.60}")
    return {Source(name, SourceKind.NEWS_OUTLET): () for name in outlets} | named


def _is_arabic_name(form: str) -> bool:
    """Say whether a word is a name behind an Arabic article: al-Hana, el-Sarn."""
    article, hyphen, name = form.partition("-")
    return bool(hyphen) and article in _ARTICLES and name[:1].isupper()
