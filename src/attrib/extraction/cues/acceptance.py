"""Whether a proposed reading is an attribution, by the sum of learnt weights."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from attrib.extraction.contents.endings import weigh
from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import BODIES, Sort
from attrib.lexicon.tags import Tag

LENGTHS = (1, 2, 4, 7, 12, 20, 35)
"""Steps by which the lengths of contents are told apart."""
_FIRST_PERSON = frozenset("i we you us me".split())
_SEEN_TOKENS = 60
"""So much of a content is looked at."""
_SEEN_SOURCE = 8
_MAIN_CLASSES = 3
_SHORT = 2
_SIGNING_DOCUMENTS = frozenset(
    "report reports study studies poll polls survey surveys".split()
)
"""Documents that headlines name as sources."""
NAMING_KINDS = frozenset("person body name document".split())
"""Kinds of words that name who says something, as `source_kind` tells them."""
SPEAKING_KINDS = NAMING_KINDS - {"document"}
"""Those of them that name somebody who speaks or holds a view."""
NO_SOURCES = frozenset("thing pronoun first relative none".split())
"""All other kinds: who is told of so is named elsewhere, or nowhere."""
_CERTAINTIES = 5
"""So many steps from 0 to 1 are told apart."""


def probability(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the probability that weights give to features, from 0 to 1.

    Without weights it is 1: everything that is proposed is accepted.
    """
    if not weights:
        return 1.0
    score = weights.get("", 0.0) + weigh(features, weights)
    return 1.0 / (1.0 + math.exp(-min(max(score, -30.0), 30.0)))


def choose_reading(
    described: Sequence[Sequence[str]], weights: Mapping[str, float]
) -> tuple[int, float]:
    """Return the likeliest of several readings, and its probability, from 0 to 1.

    The readings of a cue and the chance that it attributes nothing add up to 1.
    Without weights the first reading is certain.

    Args:
        described: What is seen of each reading, at least one, as features.
        weights: Weights of features; "" is that of every reading.
    """
    if not weights:
        return 0, 1.0
    bias = weights.get("", 0.0)
    scores = [bias + weigh(features, weights) for features in described]
    odds = [math.exp(min(max(score, -30.0), 30.0)) for score in scores]
    best = max(odds)
    return odds.index(best), best / (1.0 + sum(odds))


def acceptance_features(
    page: Page,
    sentence: Range,
    proposal: Proposal,
    told: Sequence[tuple[Range, ...]],
) -> list[str]:
    """Return what is seen of a proposal, as names that weights are given to.

    Classes of words carry most of it, so that it holds for texts of another kind;
    the verb itself is one feature among them.

    Args:
        page: The page.
        sentence: The sentence's tokens.
        proposal: The reading.
        told: The contents of the cues before it in the sentence.
    """
    group = proposal.group
    cue = group.cue
    tags = page.tags
    rule = proposal.rule[3:]
    classes = "+".join(cue.classes[:_MAIN_CLASSES])
    opening = proposal.opening or ""
    is_fitting = str(opening in cue.frames)
    return [
        *_cue_features(page, group, rule, classes),
        *_source_features(page, sentence, proposal, rule, classes, opening),
        *_content_features(page, proposal, rule, classes, opening),
        f"Lo{cue.lemma} {opening}{tags[proposal.content[0][0]]}",
        f"A{is_fitting} {opening}",
        f"AC{is_fitting} {classes}",
        f"t{proposal.is_skipping!s} {rule}",
        f"n{bool(told)!s}{cue.classes[0]}",
        f"N{bool(told) and _is_told(group, told)!s}{cue.kind!s}",
    ]


def _is_told(group: Group, told: Sequence[tuple[Range, ...]]) -> bool:
    """Say whether a cue stands inside what another cue attributes."""
    head = group.head
    return any(first <= head < last for content in told for first, last in content)


def _cue_features(page: Page, group: Group, rule: str, classes: str) -> list[str]:
    """Return what is seen of the verb, its form and what stands around it."""
    tags = page.tags
    form = tags[group.head]
    lemma = group.cue.lemma
    mood = f"{group.is_infinitive!s}{group.is_negated!s}{bool(group.governor)!s}"
    following = tags[group.last] if group.last < len(tags) else "$"
    found = [
        f"r{rule}",
        f"L{lemma}",
        f"Lr{lemma} {rule}",
        f"Lf{lemma} {form}",
        f"f{form}",
        f"rf{rule}{form}",
        f"C{classes}",
        f"Cr{classes} {rule}",
        f"Cf{classes} {form}",
        f"g{mood}",
        f"gC{mood} {classes}",
        f"a{tags[group.first]} {rule}",
        f"F{following} {classes}",
    ]
    if group.is_passive:
        found.append(f"pL{lemma}")
    return found


def _source_features(
    page: Page,
    sentence: Range,
    proposal: Proposal,
    rule: str,
    classes: str,
    opening: str,
) -> list[str]:
    """Return what is seen of the source and of what stands before it."""
    tags, group = page.tags, proposal.group
    form = tags[group.head]
    source = source_kind(page, proposal.source)
    subject = proposal.subject
    shape = "" if subject is None else subject.shape[:3]
    start = group.first if subject is None else subject.range[0]
    before = tags[group.first - 1] if group.first > sentence[0] else "^"
    clause = tags[start - 1] if start > sentence[0] else "^"
    return [
        f"s{source}",
        f"sr{source} {rule}",
        f"sC{source} {classes}",
        f"Ls{group.cue.lemma} {source}",
        f"Cso{classes} {source} {opening}",
        f"h{shape} {form}",
        f"b{before}{form}",
        f"k{clause}",
        f"kr{clause} {rule}",
        f"Ck{classes} {clause} {rule}",
        f"i{proposal.is_inherited!s} {form}",
    ]


def _content_features(
    page: Page, proposal: Proposal, rule: str, classes: str, opening: str
) -> list[str]:
    """Return what is seen of the content and of what stands behind a cue."""
    tags = page.tags
    content = proposal.content
    opens_with = tags[content[0][0]]
    size = 0
    seen = ""
    has_quotation = False
    for first, last in content:
        size += last - first
        seen += page.finite[first : min(last, first + _SEEN_TOKENS)]
        of_ends = page.quotation_of[first], page.quotation_of[last - 1]
        has_quotation = has_quotation or max(of_ends) >= 0
    has_verb = str("V" in seen)
    steps = bisect_left(LENGTHS, size)
    length = str(steps)
    rest = proposal.rest
    certainty = str(int(_CERTAINTIES * proposal.certainty))
    return [
        f"l{length} {rule}",
        f"o{opening}{opens_with}",
        f"q{has_quotation} {classes}",
        f"v{has_verb} {rule}",
        f"vC{has_verb} {opening} {classes}",
        f"vl{has_verb}{length} {rule}",
        f"vof{has_verb}{opens_with} {rule} {tags[proposal.group.head]}",
        f"e{rest} {rule}",
        f"eC{rest} {classes}",
        f"ve{has_verb}{rest} {rule} {steps > _SHORT!s}",
        f"E{certainty}",
        f"Eo{certainty} {opening}",
    ]


def may_sign(page: Page, source: Range) -> bool:
    """Say whether words beside a colon or a dash may name who says the rest.

    "Harbour minister: port to close" and "Port to close - reports" do; "Pipeline
    leaks: who is to blame" and "Crowds cheer - video" say what it is about.
    """
    kind = source_kind(page, source)
    if kind in ("person", "body"):
        return True
    last = page.words[source[1] - 1]
    if kind == "document":
        return last.norm in _SIGNING_DOCUMENTS
    name = page.say_plainly(source).lower()
    known = page.lexicon.classes.get(last.norm, Tag.NAME)
    is_name = Tag.NAME in known and all(
        page.words[at].is_capital for at in range(*source)
    )  # "Technical Structure: ..." is a heading
    return is_name and not page.lexicon.is_place(name)


def source_kind(page: Page, source: Range | None) -> str:
    """Return what sort of words a source is, coarsely."""
    if source is None:
        return "none"
    start, end = source
    if end - start == 1:
        norm = page.norm(start)
        if norm in _FIRST_PERSON:
            return "first"
        if page.tags[start] in "SO":
            return "pronoun"
        if page.tags[start] in "W=T":
            return "relative"
    sorts = Sort.NONE
    seen = slice(start, min(end, start + _SEEN_SOURCE))
    for word in page.words[seen]:
        sorts |= word.sorts
    if sorts & (Sort.PERSON | Sort.TITLE | Sort.CROWD | Sort.ANONYMOUS):
        return "person"
    if sorts & Sort.DOCUMENT:
        return "document"
    if sorts & BODIES:
        return "body"
    return "name" if Tag.NAME in page.tags[seen] else "thing"
