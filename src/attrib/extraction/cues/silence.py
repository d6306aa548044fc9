"""Verbs of saying by which nobody says anything: "declined to comment", "a saying"."""

import functools
import re

from attrib.extraction.mentions.calling import CALLED
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.classes import OF_MANY
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag

_ANSWERS = frozenset(("comment", "respond", "reply", "answer", "elaborate"))
_ARTICLES = frozenset("a an the no any".split())
_NOUN_PREPOSITIONS = frozenset("about at by for from in of on with".split())
_PREPOSITIONS = frozenset("considering regarding concerning".split())
_NAMING = CALLED | {"dubbed", "nicknamed", "titled", "entitled", "codenamed"}
_LONGEST_NAME = 6
"""So many tokens at most has a name in quotation marks, with them."""
_NEAR_NAMER = 6
_LONGEST_HARD = 12
_PHRASE = tuple("T$j#npgq")
_ALARMS = frozenset(
    """
    alarm alert scene fire blaze incident emergency addres crash accident collision
    disturbance shooting stabbing explosion burglary robbery break-in outage flood
    """.split()
)
"""What crews, and no speakers, respond to; in the singular, or without their "s"."""
_REPORTS = frozenset("report complaint 911".split())
_PUBLISHED = ("qI", "qr", "dI", "dr")
"""Tags of "aired on" and "published late"."""
_DONE = frozenset(
    "carried conducted designed done made needed performed taken updated used".split()
)
"""What was done to show something: nobody says so."""


def reports_nothing(page: Page, group: Group) -> bool:
    """Say whether a verb that may report does not: it is none, or tells of silence.

    Args:
        page: The page.
        group: The verb group.
    """
    return (
        _says_nothing(group)
        or _is_noun(page, group.head)
        or _is_sworn(page, group)
        or _is_hard_to_say(page, group)
        or _is_called_out(page, group)
    )


def _says_nothing(group: Group) -> bool:
    """Say whether somebody kept silent: "declined to comment", "did not respond"."""
    is_refused = group.is_negated or group.governor.startswith(("declin", "refus"))
    return is_refused and group.cue.lemma in _ANSWERS


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
    if tag in "gdq" and page.tags[head - 1 : head + 2 : 2] == "$n":
        return True  # "the agency's estimating models", "Norway's claimed victory"
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


def _is_sworn(page: Page, group: Group) -> bool:
    """Say whether somebody takes an office: "was sworn in as governor"."""
    return group.cue.lemma == "swear" and page.norm(group.last) == "in"


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


def is_published(page: Page, chunks: Chunks, group: Group, floor: int) -> bool:
    """Say whether a participle is of "in an interview aired on Friday".

    Args:
        page: The page.
        chunks: Its noun phrases.
        group: The verb group.
        floor: Begin of the sentence.
    """
    at = group.first
    if page.tags[at : at + 2] not in _PUBLISHED:
        return False
    channel = chunks.start_of.get(at)
    if channel is None or channel <= floor or at < group.head:
        return False
    whole = chunks.before(at, floor) or (channel, at)
    first = chunks.end_of.get(whole[0], at)  # "an interview with the Post"
    channel = whole[0] if page.norm(first) in ("with", "to", "of") else channel
    noun = chunks.end_of.get(channel, at) - 1
    nouns = page.lexicon.channels.nouns
    is_channel = page.norm(noun) in nouns or page.words[noun].sorts & Sort.DOCUMENT
    return bool(is_channel) and page.norm(channel - 1) in ("in", "during")


def is_purpose(page: Page, group: Group) -> bool:
    """Say whether it tells what was done for: "tests were carried out to show".

    Args:
        page: The page.
        group: The verb group.
    """
    if not group.is_infinitive:
        return False
    done = group.first - 1
    done -= page.norm(done) == "out"
    return page.norm(done) in _DONE and page.tags[done - 1] in "Br"
