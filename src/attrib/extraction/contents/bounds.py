"""Accounts inside accounts of a sentence: where they end, and which are doubtful."""

from collections.abc import Sequence

from attrib.extraction.contents.claims import before_charge
from attrib.extraction.contents.endings import trim
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Frame
from attrib.lexicon.tags import Tag
from attrib.model.attribution import AttributionKind, Stance

_LEAST_SURE, _LEAST, _LEAST_PURPOSE = 0.5, 0.7, 0.75
"""Accounts inside others that are less likely than this are dropped: by rules that
need a clause or a quotation, by other rules, and with a cue such as "to assess"."""
_SURE = frozenset(
    (
        "en.indirect.that",
        "en.indirect.clause",
        "en.indirect.left",
        "en.direct.right",
        "en.direct.left",
        "en.direct.inverted",
        "en.passive.that",
    )
)
_MEANT = "en.indirect.this"
"""The rule of "said this at a meeting": the content stands before the sentence."""
_OWNED = "en.noun.that"
"""The rule of "the mayor's claim that": whose claim it is stands there."""
_LONGEST_ASIDE = 40
_SINGLE_MARKS = frozenset("'‘’`")
_COMPLEMENT_WORDS = frozenset("a an as".split())
TRAILING = (".left", ".inverted", ".last")
"""Ends of the ids of rules whose cue stands behind the content."""


def keep_within(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a sentence, those inside others bound and doubted.

    Few accounts hold others, and most of those have a verb and a clause of their own:
    "the mayor said that the firm proposed a bridge" is what the mayor said. What is
    told inside "..., Baltic Wire reported" ends where that ends.

    Args:
        page: The page.
        drafts: The drafts; their contents are changed.
    """
    for draft in drafts:
        _end_with_bracket(page, draft)
    spoken = [draft for draft in drafts if _goes_on_in_marks(page, draft)]
    if len(drafts) < 2:
        return list(drafts)
    drafts = [
        draft
        for draft in drafts
        if not any(each.holds(draft.anchor) for each in spoken if each is not draft)
    ]
    drafts = [each for each in drafts if not _is_ordered(each, drafts)]
    for outer in drafts:
        if outer.content[-1][1] <= outer.anchor:
            _share_said(page, outer, drafts)
    for outer in drafts:
        if outer.rule.endswith(TRAILING):
            _bind(page, drafts, outer)
    for inner in drafts:
        if _is_owned(page, inner):
            _bind_claim(page, drafts, inner)
    for outer in drafts:
        for inner in drafts:
            _join_participle(page, outer, inner)
            _end_before_own(page, outer, inner)
    reports = [draft for draft in drafts if draft.kind is AttributionKind.REPORTING]
    doubtful = {id(draft) for draft in reports if _is_doubtful(page, draft, reports)}
    return [draft for draft in drafts if id(draft) not in doubtful]


def _share_said(page: Page, judging: Draft, drafts: Sequence[Draft]) -> None:
    """Deny what was said, not that it was said.

    So in "Norway said that it rained, a claim Sarn denies", in "which Sarn denies" and
    in "something Sarn denies".
    """
    at = judging.cue[0][0] if judging.cue else judging.anchor
    at = at if judging.source is None else min(at, judging.source[0])
    is_denied = judging.stance in (Stance.DENIES, Stance.DOUBTS)
    is_which = is_denied and page.norm(at - 1) == "which"
    comma = before_charge(page, at, 0)
    if comma is not None:
        at = comma + 1
    elif is_which or page.norm(at - 1) == "something":
        at -= 1
    else:
        return
    for said in drafts:
        first, last = said.content[-1]
        if is_which and "V" not in page.finite[first:last]:
            continue  # "told him to deny the claims, which he rejects"
        if last == at - 1 and said.anchor < first:
            judging.content = said.content


def _join_participle(page: Page, outer: Draft, inner: Draft) -> None:
    """Read ", warning that" inside an account as a participle of whoever tells it."""
    is_free = inner.source is None and inner.rule == _OWNED
    is_participle = is_free and page.norm(inner.anchor).endswith("ing")
    if is_participle and _end_before(page, inner.anchor) is not None:
        first, last = outer.content[-1]
        if first < inner.anchor < last:
            inner.source = outer.source


def _end_before_own(page: Page, outer: Draft, inner: Draft) -> None:
    """End "said that it rained" before ", adding that", which has the same source."""
    is_own = inner is not outer and inner.source == outer.source is not None
    if not is_own or not page.norm(inner.anchor).endswith("ing"):
        return
    end = _end_before(page, inner.anchor)
    first, last = outer.content[-1]
    if end is None or not first < end < last:
        return
    if "V" in page.finite[first:end]:  # not "mentioned a report, stating"
        outer.content = (*outer.content[:-1], (first, end))


def _end_before(page: Page, at: int) -> int | None:
    """Return where what stands before a comma ends, with the quotation it may close."""
    if page.tags[at - 1] == Tag.COMMA:
        return at - 1
    return at if page.tags[at - 2 : at] == Tag.COMMA + Tag.QUOTATION_MARK else None


def _goes_on_in_marks(page: Page, draft: Draft) -> bool:
    """Let "She said: ‘I was there, I saw it." go on to the end of the sentence.

    The apostrophes of speech hide where single marks close.
    """
    first, last = draft.content[-1]
    if page.norm(first) not in _SINGLE_MARKS or page.norm(first - 1) != ":":
        return False
    end = page.sentence_at(draft.anchor)[1]
    is_open = last < end and page.quotation_of[first] < 0
    if is_open:
        draft.content = (*draft.content[:-1], (first, end))
    return is_open


def _end_with_bracket(page: Page, draft: Draft) -> None:
    """End what is said in brackets where they end: "Lind (who denied it) left"."""
    tags = page.tags
    opening = tags.rfind(Tag.OPEN, max(0, draft.anchor - _LONGEST_ASIDE), draft.anchor)
    if opening < 0 or tags.find(Tag.CLOSE, opening, draft.anchor) >= 0:
        return
    closing = tags.find(Tag.CLOSE, draft.anchor, draft.content[-1][1])
    first, _ = draft.content[-1]
    if opening < first < closing:
        draft.content = (*draft.content[:-1], trim(page, (first, closing)))


def _is_ordered(inner: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether somebody is to say it: "asked the council to explain its letter"."""
    return bool(inner.cue) and any(
        outer.rule == "en.indirect.infinitive"
        and outer is not inner
        and outer.addressee is not None
        and outer.content[0][0] == inner.cue[0][0]
        for outer in drafts
    )


def _bind(page: Page, drafts: Sequence[Draft], outer: Draft) -> None:
    """End what is told inside a content on the left of its cue where that ends."""
    first, last = outer.content[0]
    for inner in drafts:
        if inner is outer or not first <= inner.anchor < last:
            continue
        kept = [(start, min(end, last)) for start, end in inner.content if start < last]
        if kept and inner.content[-1][0] < last:
            content = trim(page, kept[-1])
            is_alone = not any(
                content[1] <= draft.anchor < last
                for draft in drafts
                if draft is not inner
            )
            if is_alone and inner.cue and inner.cue[-1][1] <= content[0]:
                content = _with_rest(page, content, last)
            inner.content = (*kept[:-1], content)


def _bind_claim(page: Page, drafts: Sequence[Draft], claim: Draft) -> None:
    """End "denied the council's claim that ..." where the denial ends."""
    first, last = claim.content[-1]
    stop = last
    for outer in drafts:
        for start, end in outer.content:
            if start <= claim.anchor < first < end:
                stop = min(stop, end)
                if outer.entry is not None and Frame.COMPLEMENT in outer.entry.frames:
                    stop = min(stop, _begin_of_complement(page, first, end))
    if stop < last:
        claim.content = (*claim.content[:-1], trim(page, (first, stop)))


def _begin_of_complement(page: Page, first: int, end: int) -> int:
    """Return where "a lie" begins in "called the claim that it rained a lie"."""
    for at in range(end - 1, first, -1):
        is_inside = page.quotation_of[at] >= 0
        if not is_inside and page.norm(at) in _COMPLEMENT_WORDS:
            return at
        if not is_inside and page.quotation_of[at + 1 if at + 1 < end else at] >= 0:
            return at + 1
        if page.finite[at] == "V":
            break
    return end


def _with_rest(page: Page, content: Range, last: int) -> Range:
    """Return a content with what goes on behind a comma up to the outer end.

    "said that it rained, but that it would stop, Baltic Wire reported": nobody else
    says the rest.
    """
    start, end = content
    at = end
    while at < last and page.tags[at] in ",-":
        at += 1
    behind = page.tags[at : at + 2]
    is_that = behind[:1] == Tag.COORDINATOR and page.norm(at + 1) == "that"
    goes_on = behind[:1] == Tag.DETERMINER or behind == "CM" or is_that
    return trim(page, (start, last)) if end < at < last and goes_on else content


def _is_doubtful(page: Page, inner: Draft, reports: Sequence[Draft]) -> bool:
    """Say whether an account inside another is too unlikely to be one."""
    outer = [
        draft for draft in reports if draft is not inner and draft.holds(inner.anchor)
    ]
    if not outer or _is_owned(page, inner) or inner.rule == _MEANT:
        return False
    least = _LEAST_SURE if inner.rule in _SURE else _LEAST
    at = inner.cue[0][0] if inner.cue else inner.anchor
    if page.tags[at] == Tag.TO:
        least = _LEAST_PURPOSE  # "called on the state to assess the damage"
    # "as saying that it was wrong to guess and say that": part of that
    is_own = page.tags[at - 1 : at + 1] == "Cv" and any(
        draft.source == inner.source for draft in outer
    )
    return is_own or inner.score < least


def _is_owned(page: Page, draft: Draft) -> bool:
    """Say whether somebody else's claim is spoken of: "denied Norway's claim that"."""
    if draft.rule != _OWNED or draft.source is None:
        return False
    return page.tags[draft.source[0]] != Tag.POSSESSIVE
