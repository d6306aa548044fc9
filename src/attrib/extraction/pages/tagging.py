"""Classes of words that only the words around a source tell: noun or verb."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrib.extraction.pages.classes import OF_MANY
from attrib.lexicon.entries import BODIES, Sort, Word
from attrib.lexicon.knowledge import Knowledge
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind

_TIED = frozenset("close familiar briefed privy acquainted".split())
"""Words that tie a matter to a source behind which its verb stands."""
_STATING = frozenset("states notes reads".split())
_LONGEST_ASIDE = 30
_MANY = frozenset("many most few some".split())
_SHOWING = frozenset("show suggest indicate reveal".split())
_OFFICES = Sort.PERSON | Sort.TITLE | Sort.MILITARY
_SIGNING = BODIES | Sort.PERSON | Sort.TITLE | Sort.CROWD | Sort.DOCUMENT
_SHARES = frozenset("half third quarter fifth".split())
_OPENING = frozenset("with on via in quoting citing".split())
"""Words behind ", Baltic Wire reports": with reference to whom, where, from whom."""
_ONE = frozenset("a an one another".split())
_ANNOUNCING = Sort.PERSON | Sort.CROWD | Sort.DOCUMENT
"""Sorts of nouns that headlines make do without an article."""


def mend_sources(
    words: Sequence[Word], tags: str, knowledge: Knowledge, lines: Collection[int]
) -> str:
    """Return tags in which nouns and verbs around sources are told apart.

    In "according to state media" the "state" is no verb, in "a source close to the
    matter claims that", "Report states that" and "..., reports Baltic Wire." the words
    in -s are, and in "an official familiar with" the official is a noun. In "a firm it
    says broke the law" and "the king duly honoured Berg" the verb is in the past. The
    "chief" of "the firm's chief said" is a noun, the "states" of "the Sixth Article
    states that", the "show" of "tax records show Berg has" and the "fear" of "many fear
    the dam will break" are verbs.

    Args:
        words: The words of the text.
        tags: The class of each.
        knowledge: The countries that are known.
        lines: Where lines end: indices just after the last token of each.
    """
    # The patterns begin with a letter, not with what must stand before it: so most of
    # the text is passed over at once.
    mended = {
        **dict(_find_claims(words, tags, knowledge)),
        **dict(_find_nouns(words, tags)),
        **dict(_find_signed(words, tags)),
        **dict(_find_heading(words, tags, lines)),
        **dict(_find_told(words, tags)),
        **dict(_find_past(words, tags)),
        **dict(_find_offices(words, tags)),
        **dict(_find_stating(words, tags)),
        **dict(_find_showing(words, tags)),
        **dict(_find_feared(words, tags)),
    }
    return replace_tags(tags, mended)


def replace_tags(tags: str, mended: Mapping[int, str]) -> str:
    """Return tags with those that were mended in their places."""
    if not mended:
        return tags
    found = list(tags)
    for at, tag in mended.items():
        found[at] = tag
    return "".join(found)


def _find_nouns(words: Sequence[Word], tags: str) -> Iterator[tuple[int, str]]:
    """Yield "according to state media", "an official familiar with" and "10 am"."""
    nouns = "v(?<=gtv|Trv)|j(?=j[It])|r(?=[jnpv])(?<=Tr)|B(?<=#B)"
    for found in re.finditer(nouns, tags):
        at = found.start()
        if words[at].norm == "am":
            yield at, Tag.NOUN
        if tags[at] == Tag.ADVERB and words[at].norm == "only":
            yield at, Tag.ADJECTIVE  # "the only way"
        is_noun = tags[at - 1 : at + 1] == "rv" and words[at - 2].norm not in _MANY
        if is_noun and Tag.NOUN in words[at].tags:
            yield at, Tag.NOUN  # "the only question", "a far cry"
        is_grounds = tags[at] == "v" and words[at - 2].norm == "according"
        is_tied = tags[at] == "j" and words[at + 1].norm in _TIED
        if (is_grounds or is_tied) and Tag.NOUN in words[at].tags:
            yield at, Tag.NOUN


def _find_claims(
    words: Sequence[Word], tags: str, knowledge: Knowledge
) -> Iterator[tuple[int, str]]:
    """Yield "denied Norwegian claims that": what Norwegians claim."""
    for found in re.finditer("z(?=[=t])(?<=[dzvIg]pz)", tags):
        at = found.start()
        cue = words[at].cue
        is_report = cue is not None and cue.kind is AttributionKind.REPORTING
        if is_report and knowledge.is_adjective(words[at - 1].norm):
            yield at, Tag.NOUN


def _find_signed(words: Sequence[Word], tags: str) -> Iterator[tuple[int, str]]:
    """Yield the verb of "it rained, reports Baltic Wire." and "Reuters reports."."""
    for found in re.finditer(r'[,"I][T$]?[pn]{1,6}(?:Ip{1,3})?n(?=[.,I])', tags):
        at, first = found.end() - 1, found.start() + 1
        if "z" in words[at].cue_tags and _is_signed(words, tags, first, at):
            yield at, Tag.VERB_S
    for found in re.finditer(r"n(?<=,n)(?=T?p{1,6}(?:[.,I]|$))", tags):
        if "z" in words[found.start()].cue_tags:
            yield found.start(), Tag.VERB_S


def _is_signed(words: Sequence[Word], tags: str, first: int, at: int) -> bool:
    """Say whether a verb stands behind a name or a body: ", the Times of Sarn reports".

    Not in "according to police reports", "of his claims, reports and fears".
    """
    before = words[first - 1].norm
    if tags[first - 1] == Tag.PREPOSITION and before != "as":
        return False
    if tags[at + 1] == Tag.PREPOSITION:
        is_open = words[at + 1].norm in _OPENING and words[at].norm == "reports"
        if before == "as" or not is_open:
            return False
    if Tag.NAME in tags[first:at] and "n" not in tags[first:at]:
        return True
    if words[first].norm == "our" and words[at].norm == "reports":
        return any(word.sorts & Sort.PERSON for word in words[first + 1 : at])
    is_body = words[at - 1].sorts & (BODIES | Sort.PERSON) and tags[first] == "T"
    return bool(is_body) and words[at].norm == "reports"


def _find_heading(
    words: Sequence[Word], tags: str, lines: Collection[int]
) -> Iterator[tuple[int, str]]:
    """Yield the verb of a headline: "Boats sold for nothing, claims former mayor"."""
    for found in re.finditer("n(?<=,n)(?=[pnj]{1,6})", tags):
        at = found.start()
        if "z" not in words[at].cue_tags:
            continue
        end = at + 1
        while end < len(tags) and tags[end] in "pnj" and end not in lines:
            end += 1
        is_source = tags[end - 1] == Tag.NAME or words[end - 1].sorts & _SIGNING
        if end > at + 1 and end in lines and is_source:
            yield at, Tag.VERB_S


def _find_told(words: Sequence[Word], tags: str) -> Iterator[tuple[int, str]]:
    """Yield "a source close to the matter claims that" and "Report states that"."""
    for found in re.finditer(r"n(?==)(?<=p\([pn]\)n)", tags):
        if "z" in words[found.start()].cue_tags:
            yield found.start(), Tag.VERB_S  # "the Health Survey (NHS) estimates that"
    for found in re.finditer("n(?=[=TS$])", tags):
        at = found.start()
        if not words[at].cue_tags or tags[at - 1] not in "npr,-":
            continue
        if tags[at - 1] in ",-":
            if _is_apart(words, tags, at):
                yield at, Tag.VERB_S
            continue
        if tags[at - 1] == Tag.ADVERB:
            if _is_said_also(words, tags, at):
                yield at, Tag.VERB_S
            continue
        if (
            _is_tied(words, tags, at)
            or _is_announced(words, tags, at)
            or _is_one(words, tags, at)
        ):
            yield at, Tag.VERB_S if "z" in words[at].cue_tags else Tag.VERB_BASE


def _find_past(words: Sequence[Word], tags: str) -> Iterator[tuple[int, str]]:
    """Yield participles that can only be verbs in the past.

    They stand right behind a verb of saying ("a firm it says broke the law"), have a
    subject and an object ("the king duly honoured Berg"), or stand behind the verb of
    their subject ("the claim that the dam had failed caused a stir").
    """
    told, has_subject = "(?<=[zdv].)(?=[TI$Op])", "(?<=[npS]rq)(?=[T$Op])"
    behind_verb = "(?<=[dq]q)(?=[T$Op])"
    for found in re.finditer(f"[qj](?:{told}|{has_subject}|{behind_verb})", tags):
        at = found.start()
        is_told = words[at - 1].is_saying
        is_past = is_told or tags[at - 1] == Tag.ADVERB or tags[at - 1] in "dq"
        if Tag.PAST in words[at].tags and is_past:
            yield at, Tag.PAST


def _find_offices(words: Sequence[Word], tags: str) -> Iterator[tuple[int, str]]:
    """Yield "chief" and "said" of "the firm's chief said", and "a third agreed"."""
    for found in re.finditer("j(?=[dzq])", tags):
        at = found.start()
        verb = words[at + 1]
        if verb.cue is None or Tag.NOUN in verb.tags:
            continue
        is_office = words[at].sorts & _OFFICES and tags[at - 1 : at] in tuple("T$jpn")
        is_share = words[at].norm in _SHARES
        if is_share or (is_office and verb.is_saying and Tag.NOUN in words[at].tags):
            yield at, Tag.NOUN
            if tags[at + 1] == "q" and Tag.PAST in verb.tags:
                yield at + 1, Tag.PAST
    for found in re.finditer("v(?<=[nj]v)(?=pp)", tags):
        word = words[found.start()]
        if word.sorts & _OFFICES and Tag.NOUN in word.tags:
            yield found.start(), Tag.NOUN  # "assistant coach Ada Lind"


def _find_stating(words: Sequence[Word], tags: str) -> Iterator[tuple[int, str]]:
    """Yield "states" of "the Sixth Article states that" and "the letter states, “"."""
    for found in re.finditer('n(?:(?==)(?<=[np]n)|(?=,")(?<=nn))', tags):
        at = found.start()
        if "z" not in words[at].cue_tags or words[at].norm not in _STATING:
            continue
        if at + 2 < len(words) and words[at + 2].norm not in OF_MANY:
            yield at, Tag.VERB_S


def _find_showing(words: Sequence[Word], tags: str) -> Iterator[tuple[int, str]]:
    """Yield "show" of "tax records show Berg has": many documents stand before it."""
    for found in re.finditer("n(?<=nn)(?=[TpnSj$#=])", tags):
        at = found.start()
        before = words[at - 1]
        is_many = before.sorts & Sort.DOCUMENT and before.norm.endswith(("s", "data"))
        if is_many and words[at].norm in _SHOWING:
            yield at, Tag.VERB_BASE


def _find_feared(words: Sequence[Word], tags: str) -> Iterator[tuple[int, str]]:
    """Yield "fear" of "many fear the dam will break"."""
    for found in re.finditer("n(?=[TS$p])(?<=Tn)", tags):
        at = found.start()
        if words[at - 1].norm in _MANY and "v" in words[at].cue_tags:
            yield at, Tag.VERB_BASE


def _is_tied(words: Sequence[Word], tags: str, at: int) -> bool:
    """Say whether a verb stands behind "close to the matter"."""
    link = at - 2
    while link > max(0, at - 5) and tags[link] in "jnpT":
        link -= 1
    is_verb = "z" in words[at].cue_tags or "v" in words[at].cue_tags
    return is_verb and link > 0 and words[link - 1].norm in _TIED


def _is_announced(words: Sequence[Word], tags: str, at: int) -> bool:
    """Say whether a verb stands behind the bare noun that begins a sentence."""
    if tags[at + 1] != Tag.THAT or "z" not in words[at].cue_tags:
        return False
    is_first = at == 1 or (at > 1 and words[at - 2].norm in ".!?")
    return is_first and bool(words[at - 1].sorts & _ANNOUNCING)


def _is_one(words: Sequence[Word], tags: str, at: int) -> bool:
    """Say whether one person or paper tells: "one guard claims it", "the Times states".

    Behind the name of an outlet only a clause with "that" tells it.
    """
    if "z" not in words[at].cue_tags:
        return False
    subject = words[at - 1]
    if tags[at + 1] == Tag.THAT and tags[at - 1] == Tag.NAME:
        return subject.is_capital and bool(subject.sorts & Sort.OUTLET)
    is_person = subject.sorts & Sort.PERSON and not subject.norm.endswith("s")
    return bool(is_person) and words[at - 2].norm in _ONE


def _is_apart(words: Sequence[Word], tags: str, at: int) -> bool:
    """Say whether a verb stands behind an aside: "Lind, a clerk, states that it is"."""
    is_clause = tags[at + 1 : at + 2] == Tag.THAT and "z" in words[at].cue_tags
    if not is_clause or at + 2 >= len(words) or words[at + 2].norm in OF_MANY:
        return False
    opening = tags.rfind(tags[at - 1], max(0, at - _LONGEST_ASIDE), at - 1)
    return opening > 0 and Tag.STOP not in tags[opening:at]


def _is_said_also(words: Sequence[Word], tags: str, at: int) -> bool:
    """Say whether a verb stands behind an adverb: "the report also states that"."""
    is_clause = tags[at + 1] == Tag.THAT and "z" in words[at].cue_tags
    return is_clause and at > 1 and bool(words[at - 2].sorts & _ANNOUNCING)
