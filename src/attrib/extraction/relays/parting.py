"""Where one account ends in a sentence because another begins."""

from collections.abc import Sequence

from attrib.extraction.contents.bounds import TRAILING
from attrib.extraction.contents.endings import trim
from attrib.extraction.mentions.mentions import names_outlet
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind

_CONTRASTS = frozenset(("but", "and"))
_WHEN = frozenset("after before as while when although though since whereas".split())
_CONTRASTING = frozenset(("while", "whereas"))
_OPENING = _WHEN - {"as"}
_HOW_LONG = frozenset(
    "hours days weeks months minutes shortly soon just even a day hour week one".split()
)
_MOST_BEFORE = 8
"""How many cues back a content may begin that is cut: time stays linear."""
_FARTHEST = 8
"""Tokens, at most, between "but" and the source behind it."""


def part_accounts(page: Page, sentence: Range, drafts: Sequence[Draft]) -> None:
    """Let contents end where somebody else's account stands beside them.

    Args:
        page: The page.
        sentence: The sentence's tokens.
        drafts: What it attributes; contents that reach too far are cut.
    """
    in_order = sorted(drafts, key=lambda draft: draft.anchor)
    for place, inner in enumerate(in_order):
        before = in_order[max(0, place - _MOST_BEFORE) : place]
        if inner.source is None or not before:
            continue
        own = [outer for outer in before if outer.source == inner.source]
        _end_before(page, own, _begin_of_coordinated(page, inner))
        if inner.kind is not AttributionKind.REPORTING:
            continue
        _end_before(page, before, _begin_of_contrast(page, inner))
        _end_before(page, before, _begin_of_time(page, inner))
        start = inner.source[0]
        if page.tags[start - 1] == Tag.COMMA and page.quotation_of[start] < 0:
            opening = [each for each in before if _opens_as_time(page, sentence, each)]
            _end_before(page, opening, start - 1)
    _end_participles(page, sentence, in_order)
    _begin_behind_stops(page, in_order)
    _end_at_accounts(page, in_order)


def _end_participles(page: Page, sentence: Range, in_order: Sequence[Draft]) -> None:
    """Let "calling it a lie", which has no subject, be said by whom the sentence has.

    "Calling it a lie the mayor said that" and "defending the plan, the mayor said: ..."
    go on with the mayor's own account.
    """
    for place, outer in enumerate(in_order):
        is_opening = outer.anchor <= sentence[0] + 1
        if outer.source is not None or not is_opening:
            continue
        if page.tags[outer.anchor] != Tag.GERUND:
            continue
        for inner in in_order[place + 1 : place + 1 + _MOST_BEFORE]:
            if inner.source is None or inner.kind is not AttributionKind.REPORTING:
                continue
            start = inner.source[0]
            if _begins_clause(page, outer, start):
                outer.source = inner.source
                has_comma = page.tags[start - 1] == Tag.COMMA
                _end_before(page, [outer], start - has_comma)
                break


def _begins_clause(page: Page, outer: Draft, start: int) -> bool:
    """Say whether a subject begins a clause of its own behind a participle's object."""
    first, last = outer.content[-1]
    if not first < start < last or page.quotation_of[start] >= 0:
        return False
    before = page.tags[start - 1]
    is_object = outer.rule == "en.indirect.object" and before in (Tag.NOUN, Tag.NAME)
    return before == Tag.COMMA or is_object


def _begin_behind_stops(page: Page, in_order: Sequence[Draft]) -> None:
    """Let "..., the mayor said; ..., according to the council" be two accounts."""
    for place, outer in enumerate(in_order):
        if not outer.rule.endswith(TRAILING):
            continue
        first, last = outer.content[0]
        for inner in in_order[max(0, place - _MOST_BEFORE) : place]:
            told = max(end for _, end in (*inner.cue, *inner.content))
            stop = page.tags.find(Tag.COLON, max(first, told), last)
            while stop > 0 and page.norm(stop) != ";":
                stop = page.tags.find(Tag.COLON, stop + 1, last)
            if stop > 0 and first <= inner.anchor and stop + 1 < last:
                outer.content = (trim(page, (stop + 1, last)), *outer.content[1:])
                break


def _end_at_accounts(page: Page, in_order: Sequence[Draft]) -> None:
    """Let "it rained, police said, and they declined to say" go on with no account."""
    rests = [
        draft
        for draft in in_order
        if len(draft.content) > 1 and draft.rule.endswith(".inserted")
    ]
    if not rests:
        return
    begins = {
        draft.source[0]
        for draft in in_order
        if draft.source is not None and draft.kind is AttributionKind.REPORTING
    }
    for draft in rests:
        first = draft.content[-1][0]
        if page.tags[first] == Tag.COORDINATOR and first + 1 in begins:
            draft.content = draft.content[:-1]
            draft.rule = draft.rule.removesuffix("inserted") + "left"


def _begin_of_coordinated(page: Page, draft: Draft) -> int | None:
    """Return where "and added that" begins in "she said that it rained and added"."""
    begin = draft.cue[0][0] - 1 if draft.cue else -1
    if not draft.is_inherited or begin < 0 or page.tags[begin] != Tag.COORDINATOR:
        return None
    is_finite = page.tags[draft.anchor] in (Tag.PAST, Tag.VERB_S)
    if not is_finite or not draft.rule.startswith("en.indirect."):
        return None  # "told them to stay and say nothing"
    return begin


def _begin_of_contrast(page: Page, draft: Draft) -> int | None:
    """Return where "but on Monday the bishop said" begins, or ", and the bishop"."""
    assert draft.source is not None
    start = min(draft.source[0], draft.cue[0][0])
    begin = page.tags.rfind(Tag.COORDINATOR, max(0, start - _FARTHEST), start)
    if begin < 1 or page.norm(begin) not in _CONTRASTS:
        return None
    is_outlet = names_outlet(page, draft.source)
    is_own = page.tags[start] not in ("SW=" if page.norm(begin) == "and" else "W=")
    is_parted = page.tags[begin - 1] == Tag.COMMA or page.norm(begin) == "but"
    if not is_own or not (is_parted or is_outlet):
        return None  # "and they ordered", "and a guard who said"
    between = page.tags[begin + 1 : start]
    behind = page.tags[draft.source[1] : draft.cue[0][0]]
    if set(between) - set("ITnpr#,") or behind or page.quotation_of[begin] >= 0:
        return None
    return begin


def _begin_of_time(page: Page, draft: Draft) -> int | None:
    """Return where ", hours after the army reported that" begins."""
    assert draft.source is not None
    begin = draft.source[0] - 1
    if page.norm(begin) not in _WHEN:
        return None
    while page.norm(begin - 1) in _HOW_LONG or page.tags[begin - 1] == Tag.NUMBER:
        begin -= 1
    if page.norm(begin) in _CONTRASTING and page.quotation_of[begin] < 0:
        return begin  # "said that it rained while the bishop said that"
    before = page.tags[max(0, begin - 2) : begin].rstrip(Tag.QUOTATION_MARK)
    return begin if before[-1:] in (Tag.COMMA, Tag.DASH) else None


def _opens_as_time(page: Page, sentence: Range, draft: Draft) -> bool:
    """Say whether "after the mayor said that" opens the sentence.

    "As the agency reported" does not say when: what follows is its account.
    """
    first = sentence[0]
    if draft.source is None or page.norm(first) not in _OPENING:
        return False
    return draft.source[0] == first + 1


def _end_before(page: Page, drafts: Sequence[Draft], end: int | None) -> None:
    """Let contents end before a token that lies in them."""
    for draft in drafts if end is not None else ():
        assert end is not None
        first, last = draft.content[-1]
        if draft.anchor < first < end < last:
            draft.content = (*draft.content[:-1], trim(page, (first, end)))
