"""The class of each word in its place: a noun, a verb, a name."""

from collections.abc import Sequence

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
_OPENERS = frozenset("vqgj")
"""Tags of words that begin a sentence and may be a name after all."""
_NOMINAL = frozenset((Tag.NOUN, Tag.NAME))
_FRAMES = {"that": Frame.THAT, "to": Frame.INFINITIVE}
_PEOPLE = Sort.PERSON | Sort.CROWD
_AFTER_VERBS = tuple("TS$^")
"""Shapes of words that begin a noun phrase of their own."""
_PLURALS = frozenset("media police people".split())
_PERFECT = frozenset("has had".split())
_SINGULAR_WITH_S = frozenset("news sports arms sales politics economics".split())
"""Of these words the last letter does not tell whether they are one or many."""


def tag_words(words: Sequence[Word], begins: set[int], lexicon: Lexicon) -> str:
    """Return the tag of each word, by its neighbours where it may have several.

    Args:
        words: The words of the text.
        begins: Where sentences begin.
        lexicon: The lexicon, for its contexts and abbreviations.
    """
    contexts = lexicon.contexts
    abbreviations = lexicon.abbreviations
    noun, name, verb, gerund = Tag.NOUN, Tag.NAME, Tag.VERB_BASE, Tag.GERUND
    tags: list[str] = []
    before = "."
    following = [word.shape for word in words[1:]] + ["."]
    for at, word in enumerate(words):
        tag = word.tags
        if word.is_settled:
            before = tag
            tags.append(tag)
            continue
        if at in begins:
            before = "."
        if len(tag) > 1 or word.is_capital:
            key = f"{before}{word.shape}"
            tag = (
                contexts.get(f"{key} {following[at]}")
                or contexts.get(key)
                or (name if word.is_capital and before != "." else tag[0])
            )
        elif tag == "," and before == name and at + 1 < len(words):
            if words[at + 1].norm in _NAME_TAILS:
                tag = name  # "Acme, Inc."
        elif tag == "." and word.norm == "." and at + 1 not in begins and at:
            # The stop of "Sen. Lee" and "J. Lee" is part of the name.
            norm = words[at - 1].norm
            if norm in abbreviations or len(norm) == 1:
                tag = tags[-1]
        cue_tags = word.cue_tags
        if (
            cue_tags
            and "v" in cue_tags
            and tag in "np"
            and before in "np"
            and _is_told_by_many(words, tags, at)
        ):
            tag = verb  # "the captain has died, local media report."
        if tag == verb and at and words[at - 1].norm in _BEFORE_NOUNS:
            if noun in word.tags:
                tag = noun  # "one report", "a say in it"
            elif words[at - 1].norm in _ARTICLES:
                tag = Tag.ADJECTIVE  # "the handwritten note"
        elif cue_tags and tag == noun:
            if "z" in cue_tags and _is_telling(words, tags, at, following[at]):
                tag = Tag.VERB_S
            elif before in _NOMINAL:
                tag = _tag_behind_noun(words, tags, at, following[at])
        elif tag == gerund and before in "nT" and _is_what_tells(words, at + 1):
            tag = noun  # "a clinic posting said"
        if word.is_capital and tag in _OPENERS and _is_named(words, at, tag, lexicon):
            tag = name  # "Gumport noted that"
        before = tag
        tags.append(tag)
    return "".join(tags)


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
    before = tags[-1] if tags else ""
    if before == Tag.NAME and following in ",.":
        return "".join(tags[-_LONGEST_NAME:]).rstrip("pT")[-1:] == Tag.COMMA
    if before == Tag.NOUN and following in ",.":
        phrase = "".join(tags[-_LONGEST_NAME:]).rstrip("npj$")
        if phrase[-1:] != Tag.DETERMINER:
            return False
        is_quoted = phrase[-3:-1] in (',"', '",')
        return is_quoted or bool(
            phrase[-2:-1] == Tag.COMMA and words[at - 1].sorts & _TELLERS
        )
    return following[0] in "T^" and "".join(tags[-2:]) in (',"', '",')


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
        if opens and is_single and "z" in word.cue_tags:
            return Tag.VERB_S  # "the mayor doubts that", "the mayor plans to"
        if "z" in word.cue_tags and _tells_of_one(words, tags, at):
            return Tag.VERB_S
    first, floor = at - 1, max(0, at - _LONGEST_PHRASE)
    while first > floor and tags[first - 1] in "njpqg#":
        first -= 1
    opening = words[first].norm, words[first - 1].norm if first else ""
    is_one = not _SINGULAR.isdisjoint(opening)
    is_clause = following[0] == Tag.THAT and tags[at - 1] == Tag.NOUN
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
