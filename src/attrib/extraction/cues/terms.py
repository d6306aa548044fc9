"""Terms in words: what the name of a learnt feature says was seen.

The names are made in `acceptance` and `phrases`; each form of name has a line here.
A phrase is of the section of the lexicon that lists it.
"""

import functools
import re
from collections.abc import Callable, Mapping

from attrib.lexicon.tags import TAGS, Tag

_TAG_WORDS = {
    **{tag: f"a {name.lower().replace('_', ' ')}" for name, tag in TAGS.items()},
    Tag.ADJECTIVE: "an adjective",
    Tag.ADVERB: "an adverb",
    Tag.OBJECT: "an object pronoun",
    Tag.SUBJECT: "a subject pronoun",
    Tag.VERB_BASE: "a base form",
    Tag.VERB_S: "a third person",
    Tag.PAST: "a past form",
    Tag.GERUND: "an -ing form",
    Tag.WH: "a question word",
    Tag.THAT: '"that"',
    Tag.TO: '"to"',
    Tag.BE: 'a form of "be"',
    Tag.HAVE: 'a form of "have"',
    Tag.DO: 'a form of "do"',
    Tag.STOP: "the end of the sentence",
    Tag.OPEN: "an opening bracket",
    Tag.CLOSE: "a closing bracket",
    Tag.OTHER: "another mark",
    "^": "the beginning of the sentence",
}
_OPENINGS = {
    "": "what stands before it",
    "that": 'a clause with "that"',
    "clause": "a clause",
    "quotation": "a quotation",
    "question": "a question",
    "infinitive": "an infinitive",
    "gerund": "an -ing form",
    "object": "a noun phrase",
}
_SOURCES = {
    "none": "no source",
    "first": 'a source "I" or "we"',
    "pronoun": "a pronoun as source",
    "relative": '"who" or "which" as source',
    "person": "a person as source",
    "document": "a document as source",
    "body": "a body as source",
    "name": "a name as source",
    "thing": "a thing as source",
}
_LENGTHS = (
    "of one token",
    "of 2 tokens",
    "of 3 or 4 tokens",
    "of 5 to 7 tokens",
    "of 8 to 12 tokens",
    "of 13 to 20 tokens",
    "of 21 to 35 tokens",
    "of more than 35 tokens",
)
_SIZES = (
    "of no token",
    "of one token",
    "of 2 tokens",
    "of 3 tokens",
    "of 4 or more tokens",
)
_RESTS = {
    ".": "no more of the content behind the cue",
    "$": "nothing behind the cue",
    "A": "only adverbials behind the cue",
    "A,": "adverbials and a comma behind the cue",
}
_HOLDERS = {
    "none": "nobody beside it",
    "noun": "the noun before it as source",
    "person": "a person that it names",
    "possessor": "a possessor as source",
    "subject": "a subject as source",
    "by": 'a source behind "by" or its like',
}
_CERTAINTIES = (
    "hardly likely",
    "unlikely",
    "as likely as not",
    "likely",
    "very likely",
    "certain",
)
_MOODS = ('after a bare "to"', "negated", "governed by another verb")


def _tag(value: str) -> str:
    return _TAG_WORDS.get(value, value)


def _mood(value: str) -> str:
    said = [
        words
        for words, held in zip(_MOODS, re.findall("True|False", value), strict=True)
        if held == "True"
    ]
    return " and ".join(said) or "in a plain form"


def _rest(value: str) -> str:
    known = _RESTS.get(value)
    return known or f"{' and '.join(map(_tag, value))} behind the cue"


def _shape(value: str) -> str:
    return " and ".join(map(_tag, value)) or "no words"


def _choice(yes: str, no: str) -> Callable[[str], str]:
    return lambda value: yes if value == "True" else no


_READERS: Mapping[str, Callable[[str], str]] = {
    "tag": _tag,
    "other": _tag,
    "mood": _mood,
    "rest": _rest,
    "shape": _shape,
    "opening": lambda value: _OPENINGS.get(value, value),
    "source": lambda value: _SOURCES.get(value, value),
    "holder": lambda value: _HOLDERS.get(value, value),
    "certainty": lambda value: _CERTAINTIES[int(value)],
    "length": lambda value: _LENGTHS[int(value)],
    "size": lambda value: _SIZES[int(value)],
    "clausal": _choice("with a verb in it", "without a verb in it"),
    "quoting": _choice("with a quotation at an edge", "without a quotation"),
    "fitting": _choice("that the verb may take", "that the verb does not take"),
    "skipping": _choice("other words before the content", "the content right there"),
    "inherited": _choice("the source of an earlier cue", "a source of its own"),
    "long": _choice("longer than some words", "of a few words"),
    "first": _choice("in the first sentence", "in a later sentence"),
    "capital": _choice("with a capital", "without a capital"),
    "alone": _choice("a heading", "no heading"),
    "told": _choice("behind another cue", "before any other cue"),
    "inside": _choice("inside what another cue tells", "outside of what others tell"),
}
_NAMED = {
    "R": r"(?P<rule>[a-z-]+(?:\.[a-z-]+)*)",
    "Y": r"(?P<rule>[a-z-]+(?:\.[a-z-]+)+)",
    "N": r"(?P<section>adjective|certain|colon|hearsay|noun|opinion|preposition"
    r"|relation|stand|thought)",
    "V": r"(?P<verb>\S+)",
    "W": r"(?P<words>.+)",
    "C": r"(?P<classes>[a-z+-]*)",
    "T": r"(?P<tag>.)",
    "U": r"(?P<other>.)",
    "O": r"(?P<opening>[a-z]*)",
    "S": r"(?P<source>[a-z]+)",
    "L": r"(?P<length>\d)",
    "E": r"(?P<rest>.{1,2})",
    "M": r"(?P<mood>(?:True|False){3})",
    "K": r"(?P<kind>[a-z]+)",
    "H": r"(?P<shape>.{0,3})",
    "Z": r"(?P<size>\d)",
    "D": r"(?P<certainty>\d)",
    "G": r"(?P<governor>\S+)",
    "P": r"(?P<link>\S+)",
    "X": r"(?P<holder>[a-z]+)",
}
_FORMS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "accept": (
        ("rf<R><T>", "{tag} in the layout {rule}"),
        ("r<R>", "the layout {rule}"),
        ("L<V>", 'the verb "{verb}"'),
        ("Lr<V> <R>", 'the verb "{verb}" in the layout {rule}'),
        ("Lf<V> <T>", 'the verb "{verb}" as {tag}'),
        ("Ls<V> <S>", 'the verb "{verb}" with {source}'),
        ("Lo<V> <O><T>", 'the verb "{verb}" with {opening} that opens with {tag}'),
        ("pL<V>", 'the verb "{verb}" in the passive'),
        ("f<T>", "{tag} as cue"),
        ("C<C>", "a verb of class {classes}"),
        ("Cr<C> <R>", "a verb of class {classes} in the layout {rule}"),
        ("Cf<C> <T>", "a verb of class {classes} as {tag}"),
        ("Cso<C> <S> <O>", "a verb of class {classes} with {source} and {opening}"),
        ("Ck<C> <T> <R>", "a verb of class {classes} after {tag} in the layout {rule}"),
        ("g<M>", "a cue {mood}"),
        ("gC<M> <C>", "a verb of class {classes} {mood}"),
        ("a<T> <R>", "a cue that begins with {tag} in the layout {rule}"),
        ("F<T> <C>", "a verb of class {classes} before {tag}"),
        ("s<S>", "{source}"),
        ("sr<S> <R>", "{source} in the layout {rule}"),
        ("sC<S> <C>", "{source} of a verb of class {classes}"),
        ("h<H> <T>", "a subject of {shape} before {tag}"),
        ("b<T><U>", "{tag} before {other}"),
        ("k<T>", "a clause behind {tag}"),
        ("kr<T> <R>", "a clause behind {tag} in the layout {rule}"),
        ("i<inherited> <T>", "{inherited} with {tag}"),
        ("l<L> <R>", "a content {length} in the layout {rule}"),
        ("o<O><T>", "{opening} that opens with {tag}"),
        ("q<quoting> <C>", "a verb of class {classes}, and a content {quoting}"),
        ("v<clausal> <R>", "a content {clausal} in the layout {rule}"),
        ("vC<clausal> <O> <C>", "{opening} {clausal} of a verb of class {classes}"),
        ("vl<clausal><L> <R>", "a content {length} {clausal} in the layout {rule}"),
        (
            "vof<clausal><T> <R> <U>",
            "a content {clausal} that opens with {tag} in the layout {rule} of {other}",
        ),
        ("eC<E> <C>", "{rest} of a verb of class {classes}"),
        ("e<E> <R>", "{rest} in the layout {rule}"),
        (
            "ve<clausal><E> <R> <long>",
            "a content {clausal} {long}, and {rest}, in the layout {rule}",
        ),
        ("A<fitting> <O>", "{opening} {fitting}"),
        ("AC<fitting> <C>", "a content {fitting}, and a verb of class {classes}"),
        ("t<skipping> <R>", "{skipping} in the layout {rule}"),
        ("n<told><C>", "a verb of class {classes} {told}"),
        ("N<inside><K>", "a cue of {kind} {inside}"),
        ("E<D>", "an end of the content that is {certainty}"),
        ("Eo<D> <O>", "an end that is {certainty}, of {opening}"),
    ),
    "phrase": (
        ("wr<W> <Y>", 'the words "{words}" in the layout {rule}'),
        ("w<W>", 'the words "{words}"'),
        ("r<R>", "the layout {rule}"),
        ("s<S>", "{source}"),
        ("sr<S> <R>", "{source} in the layout {rule}"),
        ("l<L> <R>", "a content {length} in the layout {rule}"),
        ("o<T> <R>", "a content that opens with {tag} in the layout {rule}"),
        ("b<T> <R>", "a cue behind {tag} in the layout {rule}"),
        ("q<quoting> <R>", "a content {quoting} in the layout {rule}"),
        ("k<K> <S>", "{source} of a phrase of {kind}"),
        (
            "hc<first><capital><quoting> <R>",
            "a content {capital} and {quoting} {first} in the layout {rule}",
        ),
        ("hs<first><Z><S> <R>", "{source} {size} {first} in the layout {rule}"),
        ("ha<alone><clausal> <R>", "{alone} {clausal} in the layout {rule}"),
        (
            "hw<alone><clausal><capital><S> <R>",
            "{source} and a content {capital} in {alone} {clausal} in the layout "
            "{rule}",
        ),
        ("c<N> <Y>", "a phrase of the section {section} in the layout {rule}"),
        (
            "cs<N> <Y> <S>",
            "{source} of a phrase of the section {section} in the layout {rule}",
        ),
        ("h<X> <R>", "{holder} in the layout {rule}"),
        ("hc<X> <N> <S>", "{holder}, {source}, and a phrase of the section {section}"),
        ("a<T> <N>", "a phrase of the section {section} behind {tag}"),
        ("g<G>", 'a phrase governed by "{governor}"'),
        ("gc<G> <N>", 'a phrase of the section {section} governed by "{governor}"'),
        ("i<P> <N>", 'a phrase of the section {section} before "{link}"'),
        ("iw<W> <P>", 'the words "{words}" before "{link}"'),
    ),
}


@functools.cache
def _patterns(choice: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    def spell(form: str) -> str:
        return re.sub(
            "<([a-z]+|[A-Z])>",
            lambda hole: _NAMED.get(hole[1]) or f"(?P<{hole[1]}>True|False)",
            form,
        )

    return tuple(
        (re.compile(spell(form)), words) for form, words in _FORMS.get(choice, ())
    )


def describe_term(name: str) -> str | None:
    """Return what a learnt term says was seen, in plain words.

    Args:
        name: The name of the term, as an attribution carries it.

    Returns:
        The words, or None for a term that this version does not know.

    Example:
        >>> print(describe_term("accept:Lrsay indirect.that"))
        the verb "say" in the layout indirect.that
        >>> print(describe_term("phrase:waccording to"))
        the words "according to"
    """
    choice, _, feature = name.partition(":")
    for pattern, words in _patterns(choice):
        found = pattern.fullmatch(feature)
        if found is not None:
            read = {
                group: _READERS.get(group, str)(value)
                for group, value in found.groupdict().items()
            }
            return words.format_map(read)
    return None
