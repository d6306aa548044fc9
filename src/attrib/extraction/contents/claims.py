"""Claims that are spoken of: "the report that it rained", and what is said of them."""

from collections.abc import Sequence

from attrib.extraction.mentions.readings import head_of
from attrib.extraction.pages.chunks import CHARGES, Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import Layout
from attrib.lexicon.tags import AUXILIARIES, Tag
from attrib.model.attribution import AttributionKind, Stance

_NO_FINITE_AFTER = AUXILIARIES | {Tag.TO}
_JOINING = frozenset("=UWC,:-S")
_BY = frozenset("by from in of".split())
_ON = frozenset("on of to about".split())
_OWNED = "en.noun.that"
_LONGEST_JUDGING = 8


def is_claim(page: Page, start: int, end: int) -> bool:
    """Say whether a phrase is what somebody has said: "the report", "her claims".

    Args:
        page: The page.
        start: Its first token.
        end: Index just after its last token.
    """
    found = page.lexicon.phrases.get(page.norm(head_of(page, start, end)), ())
    return any(
        phrase.layout == Layout.NOUN and phrase.kind is AttributionKind.REPORTING
        for phrase in found
    )


def begins_claim(page: Page, chunks: Chunks, at: int, limit: int) -> bool:
    """Say whether "a report by Baltic Wire that it rained" begins at a token.

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: The token.
        limit: Index that the claim ends before.
    """
    return _that_of(page, chunks, at, limit) is not None


def is_judged(page: Page, chunks: Chunks, at: int, limit: int) -> bool:
    """Say whether a claim begins at a token of which something is said behind it.

    So it is in "reports by Baltic Wire that the dam had failed were false".

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: The token.
        limit: Index that all that is said ends before.
    """
    that = _that_of(page, chunks, at, limit)
    return that is not None and find_judging(page, that, limit) < limit


def _that_of(page: Page, chunks: Chunks, at: int, limit: int) -> int | None:
    """Return where the "that" of a claim stands which begins at a token."""
    found = chunks.after(at, limit)
    if found is None or not is_claim(page, at, found[1]):
        return None
    that = found[1]
    if page.norm(that) in _BY:
        that = chunks.end_of.get(that + 1, that)
    return that if that < limit and page.norm(that) == "that" else None


def is_denied_behind(page: Page, at: int) -> bool:
    """Say whether somebody denies what stands before "something": "Norway denies".

    Args:
        page: The page.
        at: Index behind the word that stands for it.
    """
    words = page.words[at : at + _LONGEST_JUDGING]
    return any(
        each.cue is not None and each.cue.stance is Stance.DENIES for each in words
    )


def before_charge(page: Page, at: int, floor: int) -> int | None:
    """Return the comma before ", a claim" and ", claims that", or None.

    Args:
        page: The page.
        at: Index just after the noun, or after the "that" or "which" behind it.
        floor: Index that the comma stands behind.
    """
    at -= page.norm(at - 1) in ("that", "which")
    if page.norm(at - 1) not in CHARGES:
        return None
    comma = at - 2 - (page.tags[at - 2] == Tag.DETERMINER)
    return comma if comma > floor and page.tags[comma] in ",-" else None


def is_claimed(page: Page, chunks: Chunks, at: int) -> bool:
    """Say whether "that" follows somebody's claim, and not "in her statement".

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Where "that" stands.
    """
    start = chunks.start_of.get(at, at)
    if Tag.POSSESSIVE not in page.tags[start:at] or page.norm(start - 1) == "in":
        return False
    found = page.lexicon.phrases.get(page.norm(at - 1).removesuffix("s"), ())
    return any(phrase.layout == Layout.NOUN for phrase in found)


def find_judging(page: Page, first: int, end: int) -> int:
    """Return where the verb stands that a claim is the subject of; else the end.

    "The claim that the dam is safe was ignored": the second verb, which nothing joins
    to the first, is the sentence's.

    Args:
        page: The page.
        first: Begin of the clause that tells what is claimed.
        end: Index just after all that may belong to it.
    """
    seen = -1
    before = page.tags[first]  # but for adverbs: "has often been"
    for at in range(first + 1, end):
        tag = page.tags[at]
        if page.quotation_of[at] >= 0 or (seen >= 0 and tag in _JOINING):
            return end
        if page.finite[at] == "V" and before not in _NO_FINITE_AFTER:
            if seen >= 0:
                return at
            seen = at
        before = before if tag == Tag.ADVERB else tag
    return end


def end_with_claims(page: Page, drafts: Sequence[Draft]) -> None:
    """Let what is told inside a claim end where the claim does.

    "The claim that the mayor wants to leave was false": it is no wish of hers to leave
    falsely.

    Args:
        page: The page.
        drafts: What a sentence attributes; contents may shrink.
    """
    for claim in drafts:
        first, end = claim.content[0]
        if claim.rule != _OWNED or page.finite[end : end + 1] != "V":
            continue
        for inner in drafts:
            begin, last = inner.content[0]
            if first < inner.anchor < begin < end < last and len(inner.content) == 1:
                inner.content = ((begin, end),)


def hold_claims(page: Page, verbs: Sequence[Draft], phrases: Sequence[Draft]) -> None:
    """Let what a verb says of somebody's claim begin with that claim.

    "The mayor rejected claims by Norway that the dam had failed": she did not reject
    that the dam had failed in words of her own, and Norway has claimed it.

    Args:
        page: The page.
        verbs: What the verbs of a sentence attribute; contents may grow.
        phrases: What its phrases attribute.
    """
    for phrase in phrases:
        if phrase.rule != _OWNED or phrase.source is None:
            continue
        start = min(phrase.cue[0][0], phrase.source[0])
        while start > 0 and page.tags[start - 1] in "jr":
            start -= 1
        start -= start > 0 and page.tags[start - 1] == Tag.DETERMINER
        for verb in verbs:
            first, last = verb.content[0]
            if first == phrase.content[0][0] and _is_object(page, verb, start):
                verb.content = ((start, last), *verb.content[1:])


def _is_object(page: Page, verb: Draft, start: int) -> bool:
    """Say whether a noun phrase is the object of a verb: "reported on", "rejected"."""
    at = verb.cue[-1][1]
    if page.norm(at) == "as" and page.tags[at + 1 : at + 2] == Tag.ADJECTIVE:
        at += 2  # "rejected as false a claim"
    return at in (start, start - (page.norm(start - 1) in _ON))
