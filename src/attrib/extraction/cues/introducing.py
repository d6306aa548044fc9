"""Quotations that a colon announces, and whose they are where no verb quotes them."""

from collections.abc import Sequence

from attrib.extraction.contents.claims import is_claim
from attrib.extraction.cues.acceptance import may_sign
from attrib.extraction.mentions.parts import PERSONAL
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.openings import Opening, Right, is_quotation_start
from attrib.extraction.pages.page import CLITICS, Page, Range
from attrib.extraction.subjects.subjects import find_subject_before
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind

_SCORE = 0.6
"""The layout is plain, though no verb says that anybody spoke."""
_LONGEST_CUE = 8
_LONGEST_ANNOUNCING = 12


def is_announcing(page: Page, sentence: Range, at: int) -> bool:
    """Say whether only "in part" stands between a cue and a colon at the end.

    Args:
        page: The page.
        sentence: The sentence's tokens.
        at: Index just after the cue.
    """
    colon = sentence[1] - 1
    if page.norm(colon) != ":" or colon - at > _LONGEST_ANNOUNCING:
        return False
    rest = page.tags[at:colon]
    return rest[:1] in ("I", "r") and not rest.strip("ITtnpj#$r")


def find_announced(page: Page, sentence: Range) -> Right | None:
    """Return a quotation that a colon at the end of the paragraph announces.

    Args:
        page: The page.
        sentence: The tokens of the sentence before it.
    """
    end = sentence[1]
    announces = page.norm(end - 1) == ":" and end < len(page)
    if announces and is_quotation_start(page, end):
        return Right(end, Opening.QUOTATION)
    return None


def introduce(
    page: Page, chunks: Chunks, unowned: Sequence[Range]
) -> tuple[list[Draft], list[Range]]:
    """Return what unowned quotations behind a colon attribute, and the rest of them.

    "The mayor made the following announcement: “We close today. Go home.”", "Berg's
    answer: “I never saw it. Nobody did.”"

    Args:
        page: The page.
        chunks: Its noun phrases.
        unowned: Quotations that no cue claims, in text order.
    """
    found = [(each, _introduced(page, chunks, each)) for each in unowned]
    drafts = [draft for _, draft in found if draft is not None]
    return drafts, [each for each, draft in found if draft is None]


def _introduced(page: Page, chunks: Chunks, quotation: Range) -> Draft | None:
    first, last = quotation
    colon = first - 1
    if page.norm(colon) != ":" or Tag.STOP not in page.tags[first:last]:
        return None
    start = page.sentence_at(colon)[0]
    verb = page.finite.find("V", start, colon)
    named = (
        _asker(page, chunks, start, colon)
        if verb < 0
        else _speaker(page, chunks, start, verb, colon)
    )
    if named is None:
        return None
    source, cue = named
    return Draft(
        anchor=cue[0],
        cue=(cue,),
        source=source,
        content=(quotation,),
        rule="en.direct.introduced",
        kind=AttributionKind.REPORTING,
        score=_SCORE,
    )


def _speaker(
    page: Page, chunks: Chunks, start: int, verb: int, colon: int
) -> tuple[Range, Range] | None:
    """Return who makes a statement, and the words that say so."""
    end = verb + 1
    while end < colon and page.tags[end] in "vdqrN":
        end += 1  # "has also made"
    if page.tags[end] != Tag.SUBJECT:  # not "tweeted he was away"
        end = chunks.end_of.get(end, end)
    is_said = any(word.is_saying for word in page.words[verb:colon])
    if not (is_said or is_claim(page, verb, end)) or end - verb > _LONGEST_CUE:
        return None
    subject = find_subject_before(page, chunks, verb, start)
    if subject is None:
        return None
    source = subject.range
    is_speaker = page.norm(source[0]) in PERSONAL and source[1] == source[0] + 1
    return (source, (verb, end)) if is_speaker or may_sign(page, source) else None


def _asker(
    page: Page, chunks: Chunks, start: int, colon: int
) -> tuple[Range, Range] | None:
    """Return whose words "Berg's answer:" announces, and the noun."""
    owner = page.tags.find(Tag.POSSESSIVE, start, colon)
    if owner <= start or page.norm(owner) not in CLITICS:
        return None
    named = chunks.start_of.get(colon, start), owner
    is_whole = named[0] == start and is_claim(page, owner + 1, colon)
    return (named, (owner + 1, colon)) if is_whole and may_sign(page, named) else None
