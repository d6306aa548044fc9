"""The class of each word in its place: a noun, a verb, a name."""

import itertools
from collections.abc import Mapping, Sequence

from attrib.lexicon.entries import BODIES, Frame, Sort, Word
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.tags import Tag

_NAME_TAILS = frozenset("inc corp ltd llc plc co jr sr".split())
_LONGEST_NAME = 6
_SINGULAR = frozenset("a an one this another every".split())
"""Neither a plural nor the base form of a verb stands behind these."""
_ARTICLES = frozenset("a an another every the".split())
_BEFORE_NOUNS = _SINGULAR | _ARTICLES
_TELLERS = Sort.DOCUMENT | Sort.OUTLET
OF_MANY = frozenset("are have were".split())
"""Verbs behind a "that" which stands for a noun in the plural."""
_NEAR = 8
"""So near behind a verb stands that of the clause which it tells."""
_LONGEST_PHRASE = 24
"""So far back the begin of a phrase is sought: time stays linear in the text."""
_VERBAL = frozenset((Tag.VERB_BASE, Tag.GERUND))
_OPENERS = frozenset("vqgj")
"""Tags of words that begin a sentence and may be a name after all."""
_NOMINAL = frozenset((Tag.NOUN, Tag.NAME))
_IS_OPEN = bytes(chr(code) in "^ " for code in range(256))
"""1 for codes of words whose tag depends on their neighbours."""
_UNKNOWN: Mapping[str, str] = {}
"""What a context tells that is not listed."""
_FRAMES = {"that": Frame.THAT, "to": Frame.INFINITIVE}
_TOLD = frozenset("vzdqg")
_PEOPLE = Sort.PERSON | Sort.CROWD
_QUOTED = ([",", '"'], ['"', ","])
"""Tags at the end of a quotation that a clause goes on behind."""
_AFTER_VERBS = tuple("TS$^")
"""Shapes of words that begin a noun phrase of their own."""
_PLURALS = frozenset("media police people".split())
_PERFECT = frozenset("has had".split())
_SINGULAR_WITH_S = frozenset("news sports arms sales politics economics".split())
"""Of these words the last letter does not tell whether they are one or many."""


def tag_words(
    words: Sequence[Word], codes: str, begins: set[int], lexicon: Lexicon
) -> str:
    """Return the tag of each word, by its neighbours where it may have several.

    Args:
        words: The words of the text.
        codes: The code of each.
        begins: Where sentences begin.
        lexicon: The lexicon, for its contexts and abbreviations.
    """
    contexts, name = lexicon.contexts, Tag.NAME
    count = len(words)
    tags = list(codes)
    # More than half of all words have one tag only: their code is their tag.
    for at in itertools.compress(range(count), codes.encode().translate(_IS_OPEN)):
        word = words[at]
        tag = word.tags
        before = "." if at == 0 or at in begins else tags[at - 1]
        if tag == ",":
            is_tail = before == name and _is_name_tail(words, at + 1)
            tags[at] = name if is_tail else tag  # "Acme, Inc."
            continue
        if tag == ".":
            is_part = at and at + 1 not in begins and _is_of_name(words, at, lexicon)
            tags[at] = tags[at - 1] if is_part else tag
            continue
        following = words[at + 1].shape if at + 1 < count else "."
        known = contexts.get(before + word.shape, _UNKNOWN)
        tag = (
            known.get(following)
            or known.get("")
            or (name if word.is_capital and before != "." else tag[0])
        )
        if word.cue_tags or tag in _VERBAL:
            tag = _tag_verbal(words, tags, at, (before, tag, following))
        if word.is_capital and tag in _OPENERS and _is_named(words, at, tag, lexicon):
            tag = name  # "Gumport noted that"
        if tag == Tag.DETERMINER and _is_before_many(words, at, before):
            tag = Tag.THAT  # "experts recommend that adults wait"
        tags[at] = tag
    return "".join(tags)


def _tag_verbal(
    words: Sequence[Word], tags: Sequence[str], at: int, around: tuple[str, str, str]
) -> str:
    """Return the tag of what may be a verb, and may be a noun or an adjective.

    Args:
        words: The words of the text.
        tags: Their tags, right for those before the word.
        at: Index of the word.
        around: The tag before, the likeliest one of the word, and the next shape.
    """
    before, tag, following = around
    word = words[at]
    cue_tags = word.cue_tags
    if (
        cue_tags
        and "v" in cue_tags
        and tag in _NOMINAL
        and before in _NOMINAL
        and _is_told_by_many(words, tags, at)
    ):
        tag = Tag.VERB_BASE  # "the captain has died, local media report."
    if tag == Tag.VERB_BASE and at and words[at - 1].norm in _BEFORE_NOUNS:
        if Tag.NOUN in word.tags:
            return Tag.NOUN  # "one report", "a say in it"
        if words[at - 1].norm in _ARTICLES:
            return Tag.ADJECTIVE  # "the handwritten note"
    elif cue_tags and tag == Tag.NOUN:
        if "q" in cue_tags and _is_perfect(tags, at) and following[0] != "n":
            return Tag.PARTICIPLE  # "analysts had forecast that"
        if "z" in cue_tags and _is_telling(words, tags, at, following):
            return Tag.VERB_S
        is_rare = "z" in cue_tags and word.tags[0] == Tag.VERB_S
        if is_rare and following[0] == Tag.THAT and before in _NOMINAL:
            return Tag.VERB_S  # "the claimant submits that"
        if before in _NOMINAL:
            return _tag_behind_noun(words, tags, at, following)
    elif tag == Tag.GERUND and before in "nT" and _is_what_tells(words, at + 1):
        return Tag.NOUN  # "a clinic posting said"
    return tag


def _is_before_many(words: Sequence[Word], at: int, before: str) -> bool:
    """Say whether "that" stands between a verb of telling and a noun in the plural."""
    if words[at].norm != "that" or before not in _TOLD or at + 1 >= len(words):
        return False
    teller, noun = words[at - 1].cue, words[at + 1]
    is_many = noun.norm.endswith("s") and not noun.norm.endswith(("ss", "us", "is"))
    is_many &= noun.tags[0] == Tag.NOUN and noun.norm not in _SINGULAR_WITH_S
    return is_many and teller is not None and Frame.THAT in teller.frames


def _is_perfect(tags: Sequence[str], at: int) -> bool:
    """Say whether a form of "have" stands before a word, or before its adverb."""
    before = at - 1
    while before > 0 and tags[before] in "rN":
        before -= 1
    return before >= 0 and tags[before] == Tag.HAVE


def _is_name_tail(words: Sequence[Word], at: int) -> bool:
    """Say whether a word may end a name behind a comma: the "Inc." of "Acme, Inc."."""
    return at < len(words) and words[at].norm in _NAME_TAILS


def _is_of_name(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a stop is part of what it stands behind: "Sen. Lee", "J. Lee"."""
    norm = words[at - 1].norm
    return norm in lexicon.abbreviations or len(norm) == 1


def _is_named(words: Sequence[Word], at: int, tag: str, lexicon: Lexicon) -> bool:
    """Say whether a capital word is a name: "Gumport noted", "Craft said", "Bollous".

    A known word is one only where it can be nothing but who says it: not "Please".
    """
    is_unknown = words[at].norm not in lexicon.classes
    if tag == Tag.VERB_BASE and is_unknown:
        return True
    is_nominal = tag == Tag.VERB_BASE and Tag.NOUN in words[at].tags
    return (is_unknown or is_nominal) and _is_what_tells(words, at + 1)


def _is_told_by_many(words: Sequence[Word], tags: Sequence[str], at: int) -> bool:
    """Say whether a verb may end the sentence: ", local media report"."""
    if at + 1 < len(words) and words[at + 1].norm not in ".,":
        return False
    before = words[at - 1].norm
    if before not in _PLURALS and (
        before in _SINGULAR_WITH_S or not before.endswith("s")
    ):
        return False
    first, floor = at - 1, max(0, at - _LONGEST_PHRASE)
    while first > floor and tags[first - 1] in "npjT#$":
        first -= 1
    return first > 0 and tags[first - 1] == Tag.COMMA


def _is_telling(
    words: Sequence[Word], tags: Sequence[str], at: int, following: str
) -> bool:
    """Say whether a noun or verb in -s tells what stands before it in its sentence.

    It does in "it rained, the Baltic Wire reports, citing", in "“It rained,” the letter
    states." and in "“It rained,” reports Baltic Wire".
    """
    before = tags[at - 1] if at else ""
    if before in _NOMINAL and following in ",.":
        phrase = "".join(tags[max(0, at - _LONGEST_NAME) : at])
        if before == Tag.NAME:
            return phrase.rstrip("pT")[-1:] == Tag.COMMA
        phrase = phrase.rstrip("npj$")
        if phrase[-1:] != Tag.DETERMINER:
            return False
        is_quoted = phrase[-3:-1] in (',"', '",')
        return is_quoted or bool(
            phrase[-2:-1] == Tag.COMMA and words[at - 1].sorts & _TELLERS
        )
    return following[0] in "T^" and tags[max(0, at - 2) : at] in _QUOTED


def _tells_of_one(words: Sequence[Word], tags: Sequence[str], at: int) -> bool:
    """Say whether one body tells something: "the agency reports that it sank".

    Also without "that", where a verb follows: "the ministry claims the dam was hit".
    "The claims the ministry made" and "agency reports that" are others.
    """
    subject, word = words[at - 1], words[at]
    is_body = subject.sorts & (BODIES | Sort.OUTLET) and not subject.norm.endswith("s")
    if not is_body or not word.is_saying:
        return False
    first, floor = at - 1, max(0, at - _LONGEST_PHRASE)
    while first > floor and tags[first - 1] in "njp$":
        first -= 1
    if first == 0 or words[first - 1].norm not in _ARTICLES:
        return False
    behind = words[at + 1].tags[0]
    if behind == Tag.THAT or words[at + 1].norm == "that":
        return at + 2 < len(words) and words[at + 2].norm not in OF_MANY
    if behind not in "TS$":
        return False
    following = words[at + 2 : at + _NEAR]
    return any(each.tags[0] in "BHM" for each in following)


def _is_alone(words: Sequence[Word], tags: Sequence[str], at: int) -> bool:
    """Say whether a phrase of one noun before a word opens its clause."""
    first = at - 1
    if first > 0 and words[first - 1].norm in _ARTICLES:
        first -= 1
    return first == 0 or tags[first - 1] in ".,C:"


def _states(words: Sequence[Word], tags: Sequence[str], at: int) -> bool:
    """Say whether one document tells something: "her letter claims that it sank"."""
    norm = words[at - 1].norm
    is_one = not norm.endswith("s") and norm not in _PLURALS
    if not is_one or not words[at - 1].sorts & Sort.DOCUMENT:
        return False
    if words[at + 1].norm != "that" or at + 2 >= len(words):
        return False
    return tags[at - 2] in "T$" and words[at + 2].norm not in OF_MANY


def _is_what_tells(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb of saying follows that is nothing else: "said", "has said"."""
    at += at < len(words) and words[at].norm in _PERFECT
    if at >= len(words):
        return False
    is_saying = words[at].is_saying or words[at].norm == "told"
    return is_saying and Tag.NOUN not in words[at].tags


def _tag_behind_noun(
    words: Sequence[Word], tags: Sequence[str], at: int, following: str
) -> str:
    """Return the tag of a word behind a noun: a noun too, or the verb it may be.

    "Two agencies report that it sank", "one report claims that" and "it may sink, the
    rules state." hold verbs; "a news report that" and "the news reports that" do not.
    """
    word, subject = words[at], words[at - 1]
    if subject.norm in _SINGULAR_WITH_S and "z" not in word.cue_tags:
        return Tag.NOUN  # "the news report that"
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is not None and word.cue is not None:
        is_particle = behind.tags[0] == Tag.ADVERB and behind.norm in word.cue.particles
        if is_particle and "v" in word.cue_tags:
            return Tag.VERB_BASE  # "experts point out that"
        is_single = subject.sorts & _PEOPLE and not subject.norm.endswith("s")
        opens = _FRAMES.get(behind.norm) in word.cue.frames
        opens |= behind.norm in word.cue.particles and _is_alone(words, tags, at)
        if opens and is_single and "z" in word.cue_tags:
            return Tag.VERB_S  # "the mayor doubts that", "Mayor points to cracks"
        if "z" in word.cue_tags and (
            _tells_of_one(words, tags, at) or _states(words, tags, at)
        ):
            return Tag.VERB_S
    first, floor = at - 1, max(0, at - _LONGEST_PHRASE)
    while first > floor and tags[first - 1] in "njpqg#":
        first -= 1
    opening = words[first].norm, words[first - 1].norm if first else ""
    is_one = not _SINGULAR.isdisjoint(opening)
    is_noun = tags[at - 1] == Tag.NOUN or bool(subject.sorts & _PEOPLE)
    is_clause = following[0] == Tag.THAT and is_noun
    if "z" in word.cue_tags:
        return Tag.VERB_S if is_one and is_clause else Tag.NOUN
    norm = subject.norm
    if "v" not in word.cue_tags or is_one or norm[-1:] != "s" or norm[-2:] == "ss":
        return Tag.NOUN
    if subject.sorts & _PEOPLE and following[:1] in _AFTER_VERBS:
        return Tag.VERB_BASE  # "analysts estimate the costs"
    first -= first > 0 and tags[first - 1] == Tag.DETERMINER
    is_behind = first > 0 and tags[first - 1] == Tag.COMMA and following[0] in ",."
    return Tag.VERB_BASE if is_clause or is_behind else Tag.NOUN
