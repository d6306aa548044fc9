"""Reporting verbs: source, cue and content around each of them."""

import functools
import re
from collections.abc import Iterator, Mapping

from attrib.extraction.contents.claims import is_claim
from attrib.extraction.contents.endings import Ends, content_limit
from attrib.extraction.cues.acceptance import acceptance_features, choose_reading
from attrib.extraction.cues.colons import find_signature
from attrib.extraction.cues.layouts import Layouts
from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.cues.quoting import find_quoting
from attrib.extraction.cues.stances import stance_of
from attrib.extraction.mentions.calling import CALLED
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.classes import OF_MANY
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.groups import (
    Group,
    find_persuading,
    is_let_known,
    read_group,
)
from attrib.extraction.pages.openings import Opening
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Frame, Sort
from attrib.lexicon.tags import Tag
from attrib.lexicon.weights import UNWEIGHED, Weights
from attrib.model.attribution import AttributionKind, Stance

_ANSWERS = frozenset(("comment", "respond", "reply", "answer", "elaborate"))
_ARTICLES = frozenset("a an the no any".split())
_NOUN_PREPOSITIONS = frozenset("about at by for from in of on with".split())
_NAMING = CALLED | {"dubbed", "nicknamed", "titled", "entitled", "codenamed"}
_LONGEST_NAME = 6
"""So many tokens at most has a name in quotation marks, with them."""
_NEAR_NAMER = 6
_SHORT_TELLING = 2
_LONGEST_HARD = 12
_BEFORE_MAIN = frozenset("if when as after before since until once while".split())
_PHRASE = tuple("T$j#npgq")
_ALARMS = frozenset(
    """
    alarm alert scene fire blaze incident emergency addres crash accident collision
    disturbance shooting stabbing explosion burglary robbery break-in outage flood
    """.split()
)
"""What crews, and no speakers, respond to; in the singular, or without their "s"."""
_REPORTS = frozenset("report complaint 911".split())
_PREPOSITIONS = frozenset("considering regarding concerning".split())
_CHARGES = {"accuse": frozenset(("of",)), "blame": frozenset(("for", "on"))}
_FRAMES: Mapping[str | None, str] = {
    Opening.OBJECT: Frame.OBJECT,
    Opening.INFINITIVE: Frame.INFINITIVE,
}
"""Openings that may give a verb another kind."""
LEAST_SCORE = 0.4
"""Readings that are less likely than this are dropped."""
LEAST_BEHIND_SCORE = 0.1
"""The same for "it rained, they noted in May, amid", which can be read no other way."""
LEAST_HELD_SCORE = 0.08
"""The same for "..., it has been claimed", which tells nothing else, and is rare."""
LEAST_OBJECT_SCORE = 0.3
"""The same for "denied involvement" and "claimed victory", which mean little else."""


def find_verbs(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    weights: Mapping[str, Weights],
) -> list[Draft]:
    """Return what the reporting verbs of a sentence attribute.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
        weights: Learnt weights by the choice they are for: "end", "accept".
    """
    found = list(read_groups(page, chunks, sentence, weights))
    if not found:
        return []
    layouts = found[0][1]
    drafts = find_quoting(
        page, chunks, sentence, [each for each, _ in found], layouts.ends, layouts.limit
    )
    read = {
        at for draft in drafts for first, last in draft.cue for at in range(first, last)
    }
    inherited: Range | None = None
    accept = weights.get("accept", UNWEIGHED)
    for group, _ in found:
        if group.head in read:
            inherited = next(
                draft.source
                for draft in drafts
                if any(first <= group.head < last for first, last in draft.cue)
            )
            continue
        proposals = list(layouts.propose(group, inherited))
        if not proposals:
            continue
        proposals = _without_objects(proposals)
        told = [draft.content for draft in drafts]
        described = [
            acceptance_features(page, sentence, proposal, told)
            for proposal in proposals
        ]
        best, score = choose_reading(described, accept)
        chosen = proposals[best]
        if score >= _least(page, chosen):
            draft = _draft(page, chosen, score)
            if chosen.cue is not None:
                drafts = [each for each in drafts if not _is_in(each, chosen.cue)]
            draft.terms = accept.deciding(described[best])
            drafts.append(draft)
            if chosen.source is not None:
                inherited = chosen.source
    return drafts


def _is_in(draft: Draft, cue: Range) -> bool:
    """Say whether a cue is part of a longer one: "issued" of "issued a note saying"."""
    return cue[0] <= draft.anchor < cue[1]


def _without_objects(proposals: list[Proposal]) -> list[Proposal]:
    """Return readings without objects of verbs that take none: ", says a report"."""
    if "en.indirect.inverted" not in [each.rule for each in proposals]:
        return proposals
    return [
        each
        for each in proposals
        if each.opening != Opening.OBJECT or Frame.OBJECT in each.group.cue.frames
    ]


def _least(page: Page, proposal: Proposal) -> float:
    """Return the score that a reading must reach."""
    is_owned = proposal.source is not None and proposal.opening == Opening.OBJECT
    cue = proposal.group.cue
    subject = proposal.subject
    is_it = subject is not None and page.norm(subject.range[0]) == "it"
    if (
        proposal.rule == "en.passive"
        and is_it
        and page.norm(proposal.content[0][0]) != "it"
    ):
        return LEAST_HELD_SCORE
    if _is_plainly_behind(page, proposal):
        return LEAST_BEHIND_SCORE
    if is_owned and (cue.stance is Stance.DENIES or cue.lemma == "claim"):
        return LEAST_OBJECT_SCORE
    return LEAST_SCORE


def _is_plainly_behind(page: Page, proposal: Proposal) -> bool:
    """Say whether nothing but "it rained" can be told in "it rained, they noted, amid".

    A whole clause stands before the comma, and behind the verb nothing or a comma.
    """
    subject, cue = proposal.subject, proposal.group.cue
    if proposal.rule != "en.indirect.left" or subject is None:
        return False
    is_saying = "say" in cue.classes and cue.kind is AttributionKind.REPORTING
    first, last = proposal.content[0]
    is_open = proposal.rest[:1] in ("$", "A", Tag.COMMA)
    if not (is_saying and is_open and last == subject.range[0] - 1):
        return False
    is_main = page.tags[first] not in "UW" and page.norm(first) not in _BEFORE_MAIN
    is_due = Tag.MODAL in page.tags[slice(*proposal.group.range)]  # "it will add"
    is_past = page.norm(last - 1) == "ago"  # "three weeks ago, he wrote"
    if not is_main or page.tags[last] != Tag.COMMA or is_due or is_past:
        return False
    if "V" in page.finite[first:last]:
        return True
    # "Everything but boats, he added.", "Three locks leak, he said in May."
    is_time = any(word.sorts & Sort.DAY for word in page.words[first:last])
    is_all = proposal.rest[:1] in ("$", "A") and last - first > _SHORT_TELLING
    return is_all and not is_time and page.tags[first] not in "Ir"


def read_groups(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    weights: Mapping[str, Weights],
) -> Iterator[tuple[Group, Layouts]]:
    """Yield the verb groups of a sentence, each with what proposes its readings."""
    groups = find_groups(page, sentence)
    if groups:
        ends = Ends(page, chunks, groups, weights.get("end", UNWEIGHED))
        limit = find_signature(page, chunks, sentence) or content_limit(page, sentence)
        layouts = Layouts(page, chunks, sentence, limit, ends)
        for group in groups:
            yield group, layouts


def find_groups(page: Page, sentence: Range) -> list[Group]:
    """Return the groups of all reporting verbs of a sentence, outside quotations."""
    first, last = sentence
    groups: list[Group] = []
    for head in page.cues_in(sentence):
        cue = page.words[head].cue
        assert cue is not None
        group = _with_particle(page, read_group(page, head, cue, first), last)
        if group is not None:
            if _says_nothing(group) or _is_noun(page, head) or _is_sworn(page, group):
                continue
            if _is_hard_to_say(page, group) or _is_called_out(page, group):
                continue
            while groups and groups[-1].head >= group.first:
                groups.pop()  # "declined to say" is one cue
            groups.append(group)
    return groups


@functools.cache
def _it_is_hard() -> re.Pattern[str]:
    # SB[rN]*[jg]+  it is (not too) early
    # I[TjnpO]+     for anybody
    # t?r?          to; nothing behind "worth"
    return re.compile("SB[rN]{0,3}[jg]{1,2}(?:I[TjnpO]{1,4})?t?r?")


def _is_hard_to_say(page: Page, group: Group) -> bool:
    """Say whether nobody says it: "it is too early to say", "it is worth noting".

    Nor does anybody in "it goes without saying that it rains".
    """
    if page.norm(group.head - 1) == "without" and page.norm(group.head) == "saying":
        return page.norm(group.head - 2) in ("go", "goes", "going", "went")
    if group.governor or page.tags[group.head] not in "vg":
        return False
    start = page.tags.rfind("SB", max(0, group.head - _LONGEST_HARD), group.head)
    if start < 0 or page.norm(start) != "it":
        return False
    return _it_is_hard().fullmatch(page.tags, start, group.head) is not None


def _is_sworn(page: Page, group: Group) -> bool:
    """Say whether somebody takes an office: "was sworn in as governor"."""
    return group.cue.lemma == "swear" and page.norm(group.last) == "in"


def _is_called_out(page: Page, group: Group) -> bool:
    """Say whether somebody goes somewhere: "crews responded to the alarm".

    Not in "responded to calls for her resignation".
    """
    if group.cue.lemma != "respond" or page.norm(group.last - 1) != "to":
        return False
    at = group.last
    while page.tags[at : at + 1] in _PHRASE:
        at += 1
    head, behind = page.norm(at - 1).removesuffix("s"), page.norm(at)
    if head in _REPORTS:
        return behind in ("of", "from", "at") and at > group.last
    is_call = head == "call" and behind not in ("for", "to", "on")
    return (head in _ALARMS or is_call) and at > group.last


def _is_noun(page: Page, head: int) -> bool:
    """Say whether what could be a verb is a noun.

    It is behind an article or a preposition: "they had no say in it", "a call for snap
    elections"; and in the plural before a relative clause: "attacks that have hit it".
    """
    tag, before = page.tags[head], page.norm(head - 1)
    if page.norm(head) in _NAMING and _is_naming(page, head):
        return True
    if page.norm(head) in _PREPOSITIONS and page.tags[head - 1] not in "Br":
        return True  # "the dam holds, considering its age"
    if tag == Tag.GERUND and page.norm(head - 1) in ("a", "an"):
        return True  # "there is a saying"
    if tag == Tag.GERUND and page.tags[head - 1 : head + 2 : 2] == "$n":
        return True  # "the agency's estimating models"
    if tag == Tag.VERB_BASE and (before in _ARTICLES or before in _NOUN_PREPOSITIONS):
        return True
    if before in ("what", "which") and page.tags[head - 2 : head - 1] == "I":
        return True  # "in what states"
    if tag in "dq" and page.tags[head - 1 : head + 2 : 2] == "#n":
        # "100 confirmed deaths", not "the 32-year-old told fans"
        return not before.endswith("old")
    if tag in "dq" and page.tags[head - 1] == Tag.ADVERB:
        return _is_described(page, head)
    if tag != Tag.VERB_S or page.norm(head + 1) != "that":
        return False
    return page.norm(head + 2) in OF_MANY


def _is_described(page: Page, head: int) -> bool:
    """Say whether a participle describes a noun: "a newly unveiled boat".

    "The previously mentioned boat" is left to be judged: somebody has mentioned it.
    """
    if page.tags[head + 1 : head + 2] not in ("n", "#", "p"):
        return False
    before = page.tags[head - 2 : head - 1]
    return before in ("I", "t") or page.norm(head - 2) in ("a", "an")


def _is_naming(page: Page, head: int) -> bool:
    """Say whether something is named: "an app called Sarn Watch that", no verb.

    A complement makes it one ("an aide called Ada Lind a liar"), and so does who names
    it ("what the paper dubbed “Sarn Watch”", "was dubbed “Sarn Watch” by the paper").
    """
    end = head + 1
    if end < len(page) and page.quotation_of[end] >= 0:
        if page.whole_quotation(end)[1] - end > _LONGEST_NAME:
            return False
    else:
        while end < len(page) and page.words[end].is_capital:
            end += 1
        if end == head + 1 or page.tags[end : end + 1] in tuple('T$jn"#rO'):
            return False
    begin = head
    while begin > 0 and page.tags[begin - 1] in "njgp":
        begin -= 1
    if begin < head and page.norm(begin - 1) in ("a", "an", "something"):
        return True
    near = page.tags[max(0, head - _NEAR_NAMER) : head]
    return page.norm(head) not in CALLED and Tag.WH not in near and near[-1:] != Tag.BE


def _says_nothing(group: Group) -> bool:
    """Say whether somebody kept silent: "declined to comment", "did not respond"."""
    is_refused = group.is_negated or group.governor.startswith(("declin", "refus"))
    return is_refused and group.cue.lemma in _ANSWERS


def _is_when_or_where(page: Page, at: int) -> bool:
    """Say whether a time or a channel stands at a token: "reported on Monday that"."""
    word = page.words[at]
    return bool(word.sorts & Sort.DAY) or (
        word.is_capital and word.norm in page.lexicon.channels.phrases
    )


def _with_particle(page: Page, group: Group, limit: int) -> Group | None:
    """Return the group with its particle ("pointed out"); None if it lacks one."""
    particles = group.cue.particles
    has_particle = group.last < limit and page.norm(group.last) in particles
    if has_particle and not (
        group.last + 1 < limit and _is_when_or_where(page, group.last + 1)
    ):
        group.last += 1
        return group
    if group.cue.needs_particle:
        return None
    return group


def _draft(page: Page, proposal: Proposal, score: float) -> Draft:
    cue = proposal.group.cue
    return Draft(
        anchor=proposal.group.head,
        cue=(proposal.cue or proposal.group.range,),
        source=proposal.source,
        content=proposal.content,
        rule=proposal.rule,
        kind=kind_of(page, proposal),
        stance=stance_of(page, proposal),
        entry=cue,
        addressee=proposal.addressee,
        is_inherited=proposal.is_inherited,
        score=score,
    )


def kind_of(page: Page, proposal: Proposal) -> AttributionKind:
    """Return the kind that the verb gives to such a complement."""
    cue = proposal.group.cue
    group = proposal.group
    if is_let_known(page, group) or find_persuading(page, group.head) is not None:
        return AttributionKind.REPORTING
    frame = _FRAMES.get(proposal.opening)
    if proposal.rule == "en.passive":
        frame = Frame.OBJECT
    elif proposal.rule == "en.indirect.left":
        frame = Frame.LEFT
    if frame is None or any(map(page.count_quoted, proposal.content)):
        return cue.kind
    if _is_charge(page, proposal):
        return AttributionKind.REPORTING  # "accused the firm of lying"
    if _is_claim(page, proposal):
        if cue.stance in (Stance.DENIES, Stance.DOUBTS):
            return AttributionKind.REPORTING  # "disputed the report"
        if Frame.COMPLEMENT in cue.frames and _has_that(page, proposal.content[0]):
            return AttributionKind.REPORTING  # "called reports that it sank a lie"
    return cue.kinds.get(frame, cue.kind)


def _is_claim(page: Page, proposal: Proposal) -> bool:
    """Say whether an object is what somebody had said: "the report", "her claims"."""
    if proposal.opening != Opening.OBJECT:
        return False
    first, last = proposal.content[0]
    end = next(
        (at for at in range(first + 1, last) if page.tags[at] in (Tag.THAT, Tag.WH)),
        last,
    )
    while end - 1 > first and page.words[end - 1].sorts & Sort.DAY:
        end -= 1  # "disputed the report Thursday that said"
    return is_claim(page, first, end)


def _is_charge(page: Page, proposal: Proposal) -> bool:
    """Say whether an object tells what somebody has done: "blamed him for the fire"."""
    group = proposal.group
    links = _CHARGES.get(group.cue.lemma)
    if links is None or proposal.opening != Opening.OBJECT:
        return False
    is_open = Tag.MODAL in page.tags[group.first : group.head]
    if is_open or group.is_infinitive or group.governor:
        return False  # "is likely to blame the schools"
    return not links.isdisjoint(page.norms(proposal.content[0]))


def _has_that(page: Page, content: Range) -> bool:
    return page.tags.find(Tag.THAT, *content) > 0
