"""Verb groups: a reporting verb with its auxiliaries, negation and governing verb."""

import attrs

from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Cue, Sort
from attrib.lexicon.tags import AUXILIARIES, Tag

_GOVERNORS = frozenset(
    """
    go goes went going gone continue continues continued continuing begin began begins
    start started starts decline declined declines declining refuse refused refuses
    refusing proceed proceeded try tried tries trying seek sought seeks want wanted
    wants appear appears appeared seem seems seemed fail failed fails come came rush
    rushed expected set quick likely able happy willing ready forget forgets forgot
    neglect neglects neglected
    """.split()
)
_DUE = frozenset("must should can may might cannot need".split())
"""Modals of what is due or possible, and has not been said by anybody."""
_LETTING = frozenset((("let", "it"), ("lets", "it"), ("letting", "it")))
_BELIEVING = frozenset("believe think suppose".split())
_HEARERS = frozenset("us you everyone everybody people voters readers".split())
_WISHING = frozenset("want wants wanted expect expects expected".split())
_NEAR, _FAR = 8, 14
_FAR_AS = ["far", "as"]
_LONGEST = 8


@attrs.define(eq=False)
class Group:
    """A reporting verb and the words that form one predicate with it.

    Attributes:
        first: Index of its first token.
        head: Index of the verb itself.
        last: Index just after its last token.
        cue: The verb.
        is_passive: Whether it is a past participle after a form of "be".
        is_infinitive: Whether it follows "to" without a governing verb.
        is_negated: Whether "not" or "never" stands in it.
        governor: The folded word that governs it ("declined" of "declined to say").
    """

    first: int
    head: int
    last: int
    cue: Cue
    is_passive: bool = False
    is_infinitive: bool = False
    is_negated: bool = False
    governor: str = ""

    @property
    def range(self) -> Range:
        """Its tokens."""
        return self.first, self.last


def is_own_remark(page: Page, group: Group) -> bool:
    """Say whether the author remarks something: "it should be noted that".

    Nobody else says so, unless someone is named behind "by".
    """
    is_due = page.norm(group.first) in _DUE and page.norm(group.first - 1) == "it"
    return is_due and page.norm(group.last) != "by"


def _is_bare_passive(page: Page, head: int, cue: Cue, auxiliaries: str) -> bool:
    """Say whether headlines leave out "were": "residents told to leave"."""
    following = page.norm(head + 1)
    if Tag.HAVE in auxiliaries:
        return False  # "which the agencies have accused of theft"
    if cue.lemma == "tell":
        return following == "to" and page.tags[head + 2 : head + 3] == Tag.VERB_BASE
    if cue.lemma == "accuse" and following == "of":
        return True
    if cue.lemma == "say" and following == "to":
        return page.norm(head + 2) in ("be", "have")  # "boats said to have sunk"
    is_joined = page.tags[head - 1] == Tag.COORDINATOR and cue.lemma != "say"
    return is_joined and _is_second(page, head)


def _is_second(page: Page, head: int) -> bool:
    """Say whether "was reported by X and confirmed to Y by Z" has two passives."""
    stop = head + 1
    while page.norm(stop) not in ("by", ",", ".", "") and stop < head + _NEAR:
        stop += 1
    to_hearer = page.norm(head + 1) in ("by", "to")
    if page.norm(stop) != "by" or not to_hearer:
        return False
    before = page.tags[max(0, head - _FAR) : head]
    if before[-2:-1] in ("q", "d") and before[-3:-2] != Tag.BE:
        return False  # "hit by a fault found and reported by X"
    return before.rfind("Bq") > before.rfind(Tag.COMMA)


def is_let_known(page: Page, group: Group) -> bool:
    """Say whether somebody lets it be known what follows.

    Args:
        page: The page.
        group: The verb group, from "be" on.
    """
    before = page.norm(group.first - 2), page.norm(group.first - 1)
    return before in _LETTING and page.norm(group.first) == "be"


def find_persuading(page: Page, head: int) -> int | None:
    """Return where "have" stands in "would have us believe that", or None.

    Also "wants" of "wants us to believe that": whoever does so claims what follows.

    Args:
        page: The page.
        head: Index of the verb.
    """
    if page.norm(head) not in _BELIEVING:
        return None
    hearer = head - 1 - (page.norm(head - 1) == "to")
    verb = page.norm(hearer - 1)
    if page.norm(hearer) not in _HEARERS or hearer < 1:
        return None
    is_wish = hearer < head - 1 and verb in _WISHING
    is_would = hearer == head - 1 and verb == "have"
    is_would = is_would and page.norm(hearer - 2) in ("would", "'d")
    return hearer - 1 if is_wish or is_would else None


def _is_somebody(page: Page, at: int) -> bool:
    """Say whether somebody "used to say" it: not "the words used to say it"."""
    is_person = bool(page.words[at].sorts & Sort.PERSON)
    return is_person or page.tags[at] in (Tag.NAME, Tag.SUBJECT)


def read_group(page: Page, head: int, cue: Cue, floor: int) -> Group:
    """Return the verb group around a reporting verb.

    Args:
        page: The page.
        head: Index of the verb.
        cue: What the lexicon knows of it.
        floor: Index that the group may not begin before.
    """
    tags = page.tags
    first = head
    governor = ""
    is_infinitive = False
    if head - 2 >= floor and tags[head] == Tag.VERB_BASE and tags[head - 1] == Tag.TO:
        at = head - 2
        if page.norm(at) == "on" and at > floor:
            at -= 1
        if at - 3 >= floor and page.norms((at - 1, at + 1)) == _FAR_AS:
            at -= 3  # "went so far as to say"
        is_habit = page.norm(at) == "used" and at > floor and _is_somebody(page, at - 1)
        if is_habit or page.norm(at) in _GOVERNORS:
            first, governor = at, page.norm(at)
        else:
            first, is_infinitive = head - 1, True
    persuading = find_persuading(page, head)
    if persuading is not None and persuading >= floor:
        first, is_infinitive = persuading, False
    start = first
    while (
        first > floor
        and head - first < _LONGEST
        and (
            tags[first - 1] in AUXILIARIES
            or (tags[first - 1] == Tag.ADVERB and page.norm(first - 1) != "ago")
        )
    ):
        first -= 1
    auxiliaries = tags[first:start]
    verb = tags[head]
    is_past = verb in (Tag.PARTICIPLE, Tag.PAST)
    is_passive = (
        is_past
        and not governor
        and (Tag.BE in auxiliaries or _is_bare_passive(page, head, cue, auxiliaries))
    )
    return Group(
        first=first,
        head=head,
        last=head + 1,
        cue=cue,
        is_passive=is_passive,
        is_infinitive=is_infinitive,
        is_negated=Tag.NEGATION in auxiliaries or "n't" in page.norm(first),
        governor=governor,
    )
