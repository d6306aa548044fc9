"""Whether something was said at all, or was withheld, left open or only supposed."""

from attrib.extraction.page import Page, Range
from attrib.extraction.proposals import Proposal
from attrib.model.attribution import Stance


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
    return next(
        (nouns[norm] for norm in page.norms(cue) if norm in nouns), Stance.ASSERTS
    )
