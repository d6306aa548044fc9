"""One document read once: its tokens, words, sentences and quotations side by side."""

import functools
import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence

import attrs

from attrib.extraction.pages.classes import tag_words
from attrib.extraction.pages.dialogue import find_dialogue, merge
from attrib.extraction.pages.labels import find_labels
from attrib.extraction.pages.tagging import mend_sources, replace_tags
from attrib.lexicon.entries import Phrase, Word
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.tags import Tag
from attrib.text.datelines import find_dateline
from attrib.text.emphasis import without_emphasis
from attrib.text.markers import find_markers
from attrib.text.quotations import Quotation, find_quotations
from attrib.text.repairs import repaired
from attrib.text.sentences import find_paragraphs, find_sentences
from attrib.text.tokens import Tokens, find_listed, tokenize

_LONGEST_HEADLINE = 30
_LONGEST_NICKNAME = 5
"""Tokens, with the marks: "Joe "The Old Man" Lind"."""
_HEADLINE_SHARE = 0.8
"""Share of capitals among the longer words from which on they tell nothing."""

_MARGIN = 16
"""So far outside a text its neighbours are asked for: "" stands there."""
_FINITE = str.maketrans(dict.fromkeys("zdMBHD", "V"))


Range = tuple[int, int]
"""A half-open range of tokens."""

CLITICS = ("'s", "'")
"""Possessives behind whoever owns; "my" and "whose" are of the same class."""


@attrs.frozen(eq=False, slots=False)  # cached properties slow slots down
class Page:
    """A text as parallel lists over its tokens, and ranges of them.

    Attributes:
        text: The text.
        lexicon: The lexicon it was read with.
        tokens: Where each token stands.
        words: What the lexicon knows of each token.
        tags: The class of each token in its place, one character each.
        finite: The tags, with "V" for those of finite verbs and auxiliaries.
        paragraphs: Ranges of tokens.
        sentences: Ranges of tokens.
        quotations: Quotations, in text order.
        quotation_of: For each token the index of its quotation, or -1.
        first_sentence: Index of the first sentence that is prose, not header.
        capitals: A "^" for each token that begins with a capital, and something else
            for the others.
        asides: Begins of sentences that are no prose: datelines, labels, list numbers.
        norm: Returns a token folded to lower case; "" outside the text.
    """

    text: str
    lexicon: Lexicon
    tokens: Tokens
    words: Sequence[Word]
    tags: str
    finite: str
    paragraphs: Sequence[Range]
    sentences: Sequence[Range]
    quotations: Sequence[Quotation]
    quotation_of: Sequence[int]
    first_sentence: int
    capitals: str
    asides: frozenset[int]
    _begins: Sequence[int]
    _paragraph_begins: Sequence[int]
    _norms: list[str]
    _verbs: Sequence[int]
    _openers: Sequence[int]
    _is_spoilt: bool
    norm: Callable[[int], str] = attrs.field(init=False)
    _phrases: dict[Range, Sequence[tuple[int, Phrase]]] = attrs.field(
        init=False, factory=dict
    )

    @norm.default
    def _look_up(self) -> Callable[[int], str]:
        return self._norms.__getitem__  # no call is made more often

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.tags)

    def sentence_at(self, at: int) -> Range:
        """Return the sentence that holds a token."""
        return self.sentences[bisect_right(self._begins, at) - 1]

    def sentence_index(self, at: int) -> int:
        """Return the index of the sentence that holds a token."""
        return bisect_right(self._begins, at) - 1

    def paragraph_index(self, at: int) -> int:
        """Return the index of the paragraph that holds a token."""
        return bisect_right(self._paragraph_begins, at) - 1

    @functools.cached_property
    def wholes(self) -> list[tuple[int, int]]:
        """For each quotation the first and the last of the paragraphs it stands in.

        They are indexes of quotations; equal where it stands in one paragraph.
        """
        wholes: list[tuple[int, int]] = []
        first = 0
        for index, quotation in enumerate(self.quotations):
            if not quotation.continues:
                wholes.extend([(first, index)] * (index + 1 - first))
                first = index + 1
        return wholes

    def whole_quotation(self, at: int) -> Range:
        """Return the whole quotation at a token, over all its paragraphs."""
        first, last = self.wholes[self.quotation_of[at]]
        return self.quotations[first].first, self.quotations[last].last

    @functools.cached_property
    def _word_counts(self) -> list[int]:
        counts = [not word.is_mark for word in self.words]
        return list(itertools.accumulate(counts, initial=0))

    @functools.cached_property
    def _quotation_begins(self) -> list[int]:
        return [quotation.first for quotation in self.quotations]

    @functools.cached_property
    def _quotation_ends(self) -> list[int]:
        return [quotation.last for quotation in self.quotations]

    def cues_in(self, tokens: Range) -> list[int]:
        """Return the tokens of a range that may be the verb of a cue.

        They stand outside quotations: hardly any cue stands inside.
        """
        quotation_of = self.quotation_of
        return [at for at in _within(self._verbs, tokens) if quotation_of[at] < 0]

    def may_attribute(self, tokens: Range) -> bool:
        """Say whether a verb, a phrase or a colon in a range may be a cue."""
        return (
            bool(_within(self._verbs, tokens) or _within(self._openers, tokens))
            or self.tags.find(Tag.COLON, *tokens) >= 0
        )

    def find(self, listed: Collection[str]) -> list[int]:
        """Return the tokens that are listed, folded to lower case, in text order."""
        return find_listed(self._norms, listed)

    def phrases_in(self, tokens: Range) -> Sequence[tuple[int, Phrase]]:
        """Return the phrases that stand in a range, outside quotations, and where."""
        found = self._phrases.get(tokens)
        if found is None:
            found = self._phrases[tokens] = list(self._find_phrases(*tokens))
        return found

    def _find_phrases(self, start: int, end: int) -> Iterator[tuple[int, Phrase]]:
        lexicon, norms = self.lexicon, self._norms
        longest = lexicon.longest_phrase
        behind = start
        for at in _within(self._openers, (start, end)):
            if at < behind or self.quotation_of[at] >= 0:
                continue  # part of the phrase before, or of what is quoted
            phrase = lexicon.find_phrase(norms[at : min(end, at + longest)])
            if phrase is not None:
                yield at, phrase
                behind = at + len(phrase.words)

    def past_adverbs(self, at: int, limit: int) -> int:
        """Return the token behind adverbs and "not", where a verb may stand."""
        tags = self.tags
        while at < limit and tags[at] in "rN":
            at += 1
        return at

    def count_words(self, tokens: Range) -> int:
        """Return how many tokens of a range are words."""
        return self._word_counts[tokens[1]] - self._word_counts[tokens[0]]

    def count_quoted(self, tokens: Range) -> int:
        """Return how many words of a range stand inside quotation marks."""
        start, end = tokens
        count = 0
        for index in self.quotations_in(tokens):
            first, last = self.quotations[index].first, self.quotations[index].last
            count += self.count_words((max(first, start), min(last, end)))
        return count

    def quotations_in(self, tokens: Range) -> range:
        """Return the quotations that stand in a range, wholly or in part."""
        low = bisect_right(self._quotation_ends, tokens[0])
        return range(low, bisect_left(self._quotation_begins, tokens[1], low))

    def norms(self, tokens: Range) -> Sequence[str]:
        """Return the tokens of a range folded to lower case."""
        return self._norms[tokens[0] : tokens[1]]

    def reads(self, at: int, words: tuple[str, ...]) -> bool:
        """Say whether folded words stand one behind the other from a token on."""
        return tuple(self._norms[at : at + len(words)]) == words

    def chars(self, tokens: Range) -> tuple[int, int]:
        """Return the code points that a range of tokens covers."""
        return self.tokens.starts[tokens[0]], self.tokens.ends[tokens[1] - 1]

    def say(self, tokens: Range) -> str:
        """Return the text that a range of tokens covers."""
        at = self.tokens
        return self.text[at.starts[tokens[0]] : at.ends[tokens[1] - 1]]

    def say_plainly(self, tokens: Range) -> str:
        """Return it on one line, without characters that are not seen."""
        said = self.say(tokens)
        said = " ".join((repaired(said) if self._is_spoilt else said).split())
        return said if said.isascii() else _unseen().sub("", said)


@functools.cache
def _verbal() -> re.Pattern[str]:
    return re.compile("[vzdqg]")


@functools.cache
def _unseen() -> re.Pattern[str]:
    return re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def read_page(text: str, lexicon: Lexicon, *, header_chars: int = 0) -> Page:
    """Return a text as a page: everything that is found once for the whole of it.

    Args:
        text: The text.
        lexicon: The lexicon of its language.
        header_chars: Length of a header that is no prose, in code points.
    """
    meant = repaired(text)
    tokens = tokenize(without_emphasis(meant))
    header_tokens = bisect_left(tokens.starts, header_chars) if header_chars else 0
    paragraphs, asides = _find_paragraphs(text, tokens, lexicon, header_tokens)
    sentences = find_sentences(tokens, paragraphs, abbreviations=lexicon.abbreviations)
    quotations = find_quotations(tokens, paragraphs, sentences)
    words = list(map(lexicon.words.__getitem__, tokens.forms))
    for first, last in sentences:
        forms = tokens.forms[first:last]
        if _is_headline(words[first:last]) or _is_shouted(forms):
            words[first:last] = [lexicon.words[form.lower()] for form in forms]
    codes = "".join([word.code for word in words])
    tags = tag_words(words, codes, {first for first, _ in sentences}, lexicon)
    dialogue = find_dialogue(tokens, words, tags, paragraphs)
    if dialogue:
        quotations = merge(quotations, dialogue)
        sentences = _cut(sentences, {each.first for each in dialogue})
    quotations, tags = _with_nicknames(words, tags, quotations)
    tags = _mend_tags(text, tokens, tags, quotations)
    tags = mend_sources(
        words, tags, lexicon.knowledge, {last for _, last in paragraphs}
    )
    quotation_of = [-1] * len(tokens)
    for index, quotation in enumerate(quotations):
        count = quotation.last - quotation.first
        quotation_of[quotation.first : quotation.last] = [index] * count
    norms = [word.norm for word in words]
    verbal = map(re.Match.start, _verbal().finditer(tags))
    return Page(
        text,
        lexicon,
        tokens,
        words,
        tags,
        tags.translate(_FINITE),
        paragraphs,
        sentences,
        quotations,
        quotation_of,
        sum(last <= header_tokens for _, last in sentences) if header_tokens else 0,
        codes,
        frozenset(first for first, _ in asides),
        [first for first, _ in sentences],
        [first for first, _ in paragraphs],
        norms + [""] * _MARGIN,
        [at for at in verbal if words[at].cue is not None],
        find_listed(norms, lexicon.phrases),
        meant is not text,
    )


def _find_paragraphs(
    text: str, tokens: Tokens, lexicon: Lexicon, header_tokens: int
) -> tuple[list[Range], list[Range]]:
    """Return paragraphs, parted from what is no prose in them, and where that is."""
    paragraphs = find_paragraphs(text, tokens)
    if header_tokens:
        paragraphs = _cut(paragraphs, {header_tokens})
    markers = list(find_markers(text, tokens, paragraphs))
    if markers:
        paragraphs = _cut(paragraphs, {end for _, end in markers})
    asides = [*markers, *_find_datelines(text, tokens, paragraphs)]
    asides += find_labels(tokens, paragraphs, lexicon)
    if asides:
        paragraphs = _cut(paragraphs, {edge for each in asides for edge in each})
    return paragraphs, asides


def _within(places: Sequence[int], tokens: Range) -> Sequence[int]:
    """Return those of some tokens, in text order, that stand in a range."""
    low = bisect_left(places, tokens[0])
    return places[low : bisect_left(places, tokens[1], low)]


def _find_firms(tokens: Tokens) -> Iterator[tuple[int, str]]:
    """Yield the tokens that "&" makes names of: "Lund & Vey", "AT&T"."""
    forms = tokens.forms
    for at in find_listed(forms[1:-1], ("&",), 1):
        if forms[at - 1][0].isupper() and forms[at + 1][0].isupper():
            yield from ((each, Tag.NAME) for each in (at - 1, at, at + 1))


# These begin with a letter, so that most of a text is passed over at once; a word
# boundary before it, or letters of any case, would have each character tried.


@functools.cache
def _think_tank() -> re.Pattern[str]:
    return re.compile(r"[Tt](?<!\w.)[Hh][Ii][Nn][Kk](?= [Tt][Aa][Nn][Kk])")


@functools.cache
def _of_course() -> re.Pattern[str]:
    return re.compile(r"[Oo](?<!\w.)[Ff] [Cc][Oo][Uu][Rr][Ss][Ee]\b")


def _mend_tags(
    text: str, tokens: Tokens, tags: str, quotations: Sequence[Quotation]
) -> str:
    """Return tags in which the mark of "the pilots' union" is a possessive.

    The "think" of a think tank is a noun there, "of course" is an adverb, and "AT&T"
    and "et al." are names.
    """
    mended: dict[int, str] = {}
    lowered = text.lower()
    if "think tank" in lowered:
        for found in _think_tank().finditer(text):
            mended[bisect_left(tokens.starts, found.start())] = Tag.NOUN
    if "of course" in lowered:
        for found in _of_course().finditer(text):
            at = bisect_left(tokens.starts, found.start())
            mended[at] = mended[at + 1] = Tag.ADVERB
    if "et al" in lowered:
        for found in re.finditer(r"\bet al(?:\.(?=\s*[(\[,a-z])|\b)", text):
            first, last = (bisect_left(tokens.starts, each) for each in found.span())
            mended.update(dict.fromkeys(range(first, last), Tag.NAME))
    forms, starts, ends = tokens.forms, tokens.starts, tokens.ends
    if "&" in text:
        mended.update(_find_firms(tokens))
    marks: set[int] = set()
    for found in re.finditer("~(?<=[np]~)(?=[npj#q])", tags):
        at = found.start()
        if (
            forms[at] in ("'", "’")
            and forms[at - 1][-1] in "sS"
            and starts[at] == ends[at - 1]
            and starts[at + 1] > ends[at]
        ):
            marks = marks or {
                k for each in quotations for k in (each.first, each.last - 1)
            }
            if at not in marks:
                mended[at] = Tag.POSSESSIVE
    return replace_tags(tags, mended)


def _is_headline(words: Sequence[Word]) -> bool:
    """Say whether a sentence Begins Most of Its Words with Capitals."""
    if len(words) > _LONGEST_HEADLINE or words[-1].norm == ".":
        return False
    long_words = [word for word in words if len(word.norm) > 3 and word.norm.isalpha()]
    capitals = sum(word.is_capital for word in long_words)
    return len(long_words) >= 3 and capitals >= _HEADLINE_SHARE * len(long_words)


def _with_nicknames(
    words: Sequence[Word], tags: str, quotations: list[Quotation]
) -> tuple[list[Quotation], str]:
    """Return quotations without those that are part of a name, and tags with it."""
    kept: list[Quotation] = []
    places: dict[int, str] = {}
    for each in quotations:
        if _is_nickname(words, tags, each):
            places |= dict.fromkeys(range(each.first, each.last), Tag.NAME)
        else:
            kept.append(each)
    return kept, replace_tags(tags, places)


def _is_nickname(words: Sequence[Word], tags: str, quotation: Quotation) -> bool:
    """Say whether a quotation stands amid a name: Joe "The Bull" Lind."""
    first, last = quotation.first, quotation.last
    if last - first > _LONGEST_NICKNAME or first == 0 or last >= len(tags):
        return False
    around = tags[first - 1] + tags[last]
    if around != Tag.NAME * 2 or not words[first - 1].is_capital:
        return False
    inside = words[first + 1 : last - 1]
    return all(word.is_capital or word.norm == "the" for word in inside)


def _is_shouted(forms: Sequence[str]) -> bool:
    """Say whether a sentence IS IN CAPITALS."""
    if not forms[0].isupper() and forms[0].isalpha():
        return False
    if not all(form.isupper() for form in forms if form.isalpha()):
        return False
    return sum(len(form) > 3 and form.isalpha() for form in forms) >= 3


def _find_datelines(
    text: str, tokens: Tokens, paragraphs: Sequence[Range]
) -> list[Range]:
    """Return the datelines that paragraphs begin with, as ranges of tokens."""
    found = []
    for first, last in paragraphs:
        dateline = find_dateline(text, start=tokens.starts[first])
        if dateline is not None:
            end = bisect_left(tokens.starts, dateline.span.end, first, last)
            if first < end < last:
                found.append((first, end))
    return found


def _cut(paragraphs: Sequence[Range], places: Collection[int]) -> list[Range]:
    """Return paragraphs with a border where a header, a dateline or a label ends."""
    borders = sorted({*places, *(edge for each in paragraphs for edge in each)})
    return list(itertools.pairwise(borders))
