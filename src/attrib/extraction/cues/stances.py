"""What a source does with a content: asserts, denies, orders it, or withholds it."""

from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.pages.groups import find_persuading
from attrib.extraction.pages.openings import Opening
from attrib.extraction.pages.page import Page, Range
from attrib.model.attribution import Stance

_NOBODY = frozenset("no nobody none neither".split())
_SOFT_ORDERS = frozenset(("insist", "call", "recommend", "propose", "advise"))
_REFUSING = ("declin", "refus", "fail", "forg", "neglect")
"""How verbs begin that govern what was not said: "failed to say", "forgot to say"."""
_EVIDENCE = frozenset(
    "evidence sign signs indication indications proof reason grounds trace".split()
)
"""What is found where something holds, and is not where it does not."""
_NONE = frozenset("no little scant".split())
_SO_NEAR = 3
_LONGEST_FINDING = 8


def stance_of(page: Page, proposal: Proposal) -> Stance:
    """Return what the source does with the content.

    Who did not say something, might say it, or is asked whether it says so, has not
    said it, and who finds no evidence for it doubts it. Orders and questions need a
    complement of their kind: to call something a joke orders nothing.
    """
    group, cue = proposal.group, proposal.group.cue
    opening = proposal.opening
    could_not = page.norm(group.first) == "could" and _is_unproven(page, proposal)
    if _is_question(page, proposal) or (is_withheld(page, proposal) and not could_not):
        return Stance.WITHHOLDS
    if _is_denied(page, group.first):
        return Stance.WITHHOLDS
    if _is_nobody(page, proposal) or group.governor.startswith(_REFUSING):
        return Stance.WITHHOLDS
    if _is_unproven(page, proposal):
        return Stance.DOUBTS
    if cue.lemma == "rule" and group.last > group.head + 1:
        return Stance.DENIES  # "ruled out"
    if cue.lemma == "tell" and opening == Opening.INFINITIVE:
        return Stance.ORDERS
    if cue.lemma == "agree" and opening != Opening.INFINITIVE:
        return Stance.ASSERTS
    if cue.stance is not Stance.ORDERS:
        return cue.stance
    is_order = opening == Opening.INFINITIVE
    if len(cue.classes) > 1:
        is_order = is_order or group.last > group.head + 1
    elif cue.lemma in _SOFT_ORDERS:
        is_order = is_order or opening == Opening.THAT
    else:
        return cue.stance
    return Stance.ORDERS if is_order else Stance.ASSERTS


def _is_denied(page: Page, at: int) -> bool:
    """Say whether somebody denies to have said something: "denied having said that"."""
    if page.tags[at] not in "gH" or at == 0:
        return False
    before = at - 1 - (page.norm(at - 1) == "ever")
    cue = page.words[before].cue
    return cue is not None and cue.stance is Stance.DENIES


def _is_nobody(page: Page, proposal: Proposal) -> bool:
    """Say whether none is named: "nobody said", "not one said"; "No 10 said" names."""
    if proposal.source is None:
        return False
    first, last = proposal.source
    if page.norm(first - 1) in ("not", "nor"):
        return True
    if _NOBODY.isdisjoint(page.norms(proposal.source)):
        return False
    return any(
        page.norm(at) in _NOBODY and not _is_numbered(page, at)
        for at in range(first, last)
    )


def _is_numbered(page: Page, at: int) -> bool:
    """Say whether a "no" stands for a number: "No 10", "No. 10"."""
    following = page.norm(at + 1) + page.norm(at + 2)
    return following.removeprefix(".")[:1].isdigit()


def _is_unproven(page: Page, proposal: Proposal) -> bool:
    """Say whether the cue tells of missing evidence: "found no sign that"."""
    begin, end = proposal.group.last, proposal.content[0][0]
    if not proposal.is_skipping or end - begin > _LONGEST_FINDING:
        return False
    between = page.norms((begin, end))
    return not _NONE.isdisjoint(between) and not _EVIDENCE.isdisjoint(between)


def _is_question(page: Page, proposal: Proposal) -> bool:
    """Say whether the sentence asks it: "Did the mayor say that ...?"."""
    first, last = page.sentence_at(proposal.group.head)
    return page.norm(last - 1) == "?" and page.tags[first] in "DBMH"


def is_withheld(page: Page, proposal: Proposal) -> bool:
    """Say whether something was not said, might be said, or is said on a condition.

    So it is in "would not say", "might say", "without saying" and "if the mayor says",
    and not in "will say", "can confirm" and "not only said".
    """
    return (
        _is_negated(page, proposal)
        or _is_open(page, proposal)
        or _is_supposed(page, proposal)
    )


def _is_negated(page: Page, proposal: Proposal) -> bool:
    group, words = proposal.group, page.lexicon.stances
    for at in range(group.first - 1, group.head):
        norm = page.norm(at)
        if norm in words.negations or norm.endswith("n't"):
            return page.norm(at + 1) not in words.additions
    before = page.norm(group.first - 2), page.norm(group.first - 1)
    return before in words.avoidance or before[1:] in words.avoidance


def _is_open(page: Page, proposal: Proposal) -> bool:
    group = proposal.group
    said = page.norms((group.first, group.head))
    if find_persuading(page, group.head) is not None:
        return False  # "would have us believe that" claims it
    if "would" in said and "have" in said:
        return True  # "would have said": had it been asked
    if "must" in said and _is_own(page, proposal):
        return False  # "I must say that": who says so says it
    return not page.lexicon.stances.modals.isdisjoint(said)


def _is_own(page: Page, proposal: Proposal) -> bool:
    source = proposal.source
    return source is not None and page.norm(source[0]) in ("i", "we")


def _is_supposed(page: Page, proposal: Proposal) -> bool:
    words, start = page.lexicon.stances, proposal.group.first
    if proposal.source is not None:
        start = proposal.source[0]
    if page.norm(start - 1) in words.conditions:
        return True
    is_head = start - 1 == page.sentence_at(proposal.group.head)[0]
    return is_head and page.norm(start - 1) in words.inversions


def noun_stance(page: Page, cue: Range) -> Stance:
    """Return the stance that a noun takes as a cue: "the denial that" denies."""
    nouns = page.lexicon.stances.nouns
    before = page.norms((max(0, cue[0] - _SO_NEAR), cue[0]))
    is_missing = not _NONE.isdisjoint(before) or any(
        norm.startswith("fail") for norm in before
    )
    if is_missing and not _EVIDENCE.isdisjoint(page.norms(cue)):
        return Stance.DOUBTS  # "failed to find evidence that", "no proof that"
    return next(
        (nouns[norm] for norm in page.norms(cue) if norm in nouns), Stance.ASSERTS
    )
