"""Where an indirect content ends on the right: candidates, and the choice."""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence

import attrs

from attrib.extraction.contents.features import VERBAL, Features
from attrib.extraction.contents.fronting import find_main_clause
from attrib.extraction.contents.passing import (
    find_aside_end,
    find_charge,
    find_last_time,
    find_manner,
    find_reason,
)
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import Opening, Right
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import AUXILIARIES, Tag
from attrib.model.attribution import AttributionKind
from attrib.text.sentences import STOPS

_BREAKS = frozenset(",:-(CUWIg")
_CLAUSES = (Opening.THAT, Opening.CLAUSE)
_CONDITIONS = frozenset("although though while if unless whereas".split())
"""Words that begin a clause before the one that is told."""
_BEHIND_THAT = _CONDITIONS | frozenset(
    "after as because before despite however once since until when".split()
)
"""Words that do so behind "that"."""
_IN_ORDER = ("in", "order", "to")
_TELLING = frozenset(
    "comment elaborate explain give identify name offer provide respond specify".split()
)
"""What somebody does who tells more."""
_WHILE = frozenset("as while when after before during in on at from".split())
"""Words behind speech that say what somebody did as they spoke, or where or when."""
_NEAR = 8
_FAR_REASON = 10
_SHORTEST_CLAUSE = 2
_MOST_CANDIDATES = 24
_LONG_QUOTATION = 25
_RELAYS = frozenset(("citing", "quoting", "according"))
"""Words behind a comma that say from whom the teller has it."""


@attrs.define(eq=False)
class Ends:
    """Chooses the right end of a content by the sum of learnt weights.

    Attributes:
        page: The page.
        chunks: Its noun phrases.
        groups: The verb groups of the sentence.
        weights: Features to weights; without any, the sentence's end is chosen.
        features: What is seen where a content may end.
    """

    page: Page
    chunks: Chunks
    groups: Sequence[Group]
    weights: Mapping[str, float]
    features: Features = attrs.field(init=False)

    @features.default
    def _features_of_page(self) -> Features:
        return Features(self.page, self.chunks, self.groups)

    def choose(
        self, start: int, limit: int, group: Group, opening: str
    ) -> tuple[int, float]:
        """Return the index just after a content, and how likely it is, from 0 to 1.

        Args:
            start: Where the content begins.
            limit: End of the sentence without its full stop.
            group: The cue.
            opening: How the content begins.
        """
        main = find_main_clause(self.page, self.chunks, group, start, limit)
        if main is None and opening == Opening.OBJECT:
            main = find_reason(self.page, start, min(limit, start + _FAR_REASON))
        candidates = self.candidates(start, limit if main is None else main)
        weights = self.weights
        if not weights or len(candidates) == 1:
            return self.whole(candidates[0]), 1.0
        scores = [
            weigh(features, weights)
            for features in self.features.of(candidates, start, group, opening)
        ]
        if opening in _CLAUSES:
            allowed = self._with_listed(self._with_verb(candidates, start), start)
            kept = [at in allowed for at in candidates]
            scores = [*itertools.compress(scores, kept)]
            candidates = allowed
        best = max(scores)
        odds = sum([math.exp(score - best) for score in scores])
        return self.whole(candidates[scores.index(best)]), 1 / odds

    def behind(self, right: Right, group: Group, limit: int) -> tuple[int, float]:
        """Return where a content behind its cue ends, and how likely that is.

        Args:
            right: How the content begins.
            group: The cue.
            limit: End of the sentence without its full stop.
        """
        page = self.page
        if right.opening == Opening.QUOTATION:
            last = page.whole_quotation(right.start)[1]
            if (
                last >= limit
                or page.tags[last] in ".,;"
                or page.tags[last - 2] == Tag.COMMA  # 'said, "It rained," CNN reports'
                or last - right.start > _LONG_QUOTATION
                or self._is_speech_before(last)
            ):
                return last, 1.0
        end, certainty = self.choose(right.start, limit, group, right.opening)
        if end == limit:
            end = self._before_manner(right.start, limit)
        if end == limit and self.page.tags[group.head] == Tag.PAST:
            end = find_last_time(self.page, right.start, limit)
        return end, certainty

    def _before_manner(self, start: int, limit: int) -> int:
        """Return the end of what stands before "in an interview with Baltic Wire"."""
        page = self.page
        at = find_manner(page, self.chunks, start + _SHORTEST_CLAUSE, limit)
        if at is None:
            return limit
        is_inner = any(start < each.head < at for each in self.groups)
        is_named = page.words[at - 1].sorts & Sort.DOCUMENT
        return limit if is_inner or is_named else at

    def _is_speech_before(self, last: int) -> bool:
        """Say whether a whole sentence is quoted and what was done then follows.

        'He shouted "Let me go!" as he fell'; not 'called it "a joke" as a host'.
        """
        page = self.page
        mark = page.norm(last - 2) if last >= 2 else ""
        is_while = page.norm(last) in _WHILE and page.norm(last + 1) != "well"
        return is_while and mark in STOPS

    def _with_verb(self, candidates: list[int], start: int) -> list[int]:
        """Return where a clause may end: behind its verb, not that of an aside.

        "She said the fire, which began on Monday, was out": neither comma is an end.
        """
        page, last = self.page, candidates[0]
        aside = next((at for at in candidates[1:] if page.tags[at] in ",-"), -1)
        opener = start + (page.tags[start] == Tag.THAT)
        if opener > start:  # "said that in view of the rain, it" has no end at "rain"
            tags = enumerate(page.tags[opener:last], opener)
            verb = next((at for at, tag in tags if tag in VERBAL), start)
            candidates = [at for at in candidates if at > verb]
        conditions = _CONDITIONS if opener == start else _BEHIND_THAT
        opener += page.norm(opener) == ","  # "said that, although it rained, it"
        if page.norm(opener) in conditions or page.reads(opener, _IN_ORDER):
            # "said that although it rained, the fair was open"
            comma = page.tags.find(Tag.COMMA, opener, last)
            if comma >= 0 and "V" in page.finite[comma : comma + _NEAR]:
                return [at for at in candidates if at > comma]
        if aside < 0 or "V" in page.finite[start:aside]:
            return candidates
        close = find_aside_end(page, aside, last)
        if close is None:
            return candidates
        return [at for at in candidates if at > close]

    def _with_listed(self, candidates: list[int], start: int) -> list[int]:
        """Return where a clause may end that others follow, joined to it.

        "She said he had met Berg, who was ill, and that they spoke", "said prices had
        doubled, wages had fallen and nobody cared": neither comma is an end.
        """
        if len(candidates) == 1:
            return candidates
        last = candidates[0]
        joint = self.page.tags.rfind("C=", start, last)
        is_clause = self.page.finite[joint + 2 : joint + 3] != "V"  # "but that failed"
        if joint > start and is_clause and not self._has_cue(start, joint):
            return [at for at in candidates if at > joint + 1]
        comma = self.page.tags.find(Tag.COMMA, start, last)
        joint = -1 if comma < 0 else self.page.tags.find(Tag.COORDINATOR, comma, last)
        if joint < 0 or not (
            self._is_clause(start, comma)
            and self._is_clause(comma + 1, joint)
            and self._is_clause(joint + 1, last)
        ):
            return candidates
        return [at for at in candidates if not comma <= at <= joint]

    def _has_cue(self, first: int, last: int) -> bool:
        return any(
            first < group.head < last and "say" in group.cue.classes
            for group in self.groups
        )

    def _is_clause(self, first: int, last: int) -> bool:
        """Say whether a clause without commas stands between two tokens."""
        page = self.page
        subject = self.chunks.after(first, last)
        if subject is None or Tag.COMMA in page.tags[first:last]:
            return False
        verb = page.past_adverbs(subject[1], last)
        return (
            verb < last and page.finite[verb] == "V" and not self._has_cue(first, last)
        )

    def _before_semicolon(self, start: int, limit: int) -> int:
        """Return the end of what stands before a semicolon that joins no list.

        "Said that it rained; that it was late", "said it rained; the dam broke; and
        the road was shut" are told to their end.
        """
        page = self.page
        parts, at = [], start
        while (at := page.tags.find(Tag.COLON, at + 1, limit)) >= 0:
            if page.norm(at) == ";" and page.quotation_of[at] < 0:
                parts.append(at)
        if not parts:
            return limit
        is_list = len(parts) > 1 and page.norm(parts[-1] + 1) in ("and", "or")
        if is_list and not self._has_cue(start, limit):
            items = itertools.pairwise([start, *parts, limit])
            if all("V" in page.finite[first:last] for first, last in items):
                return limit
        is_that = page.tags[start] == Tag.THAT or len(parts) > 1
        for at in parts:
            that = at + 1 + (page.tags[at + 1 : at + 2] == Tag.COORDINATOR)
            if not is_that or page.tags[that : that + 1] != Tag.THAT:
                return at
        return limit

    def _before_relay(self, start: int, limit: int) -> int:
        """Return the end of what stands before ", citing ..." and ", according to"."""
        page = self.page
        at = start
        while (at := page.tags.find(Tag.COMMA, at + 1, limit)) >= 0:
            is_relay = page.norm(at + 1) in _RELAYS or self._goes_on(start, at)
            if not is_relay or page.quotation_of[at] >= 0:
                continue
            if page.tags[start:at] != Tag.THAT:
                return at  # not "said that, according to the army, it rained"
        return limit

    def _goes_on(self, start: int, comma: int) -> bool:
        """Say whether the teller goes on: "said that it rained, noting that"."""
        page = self.page
        is_going_on = page.tags[comma + 1 : comma + 2] == Tag.GERUND
        if not is_going_on or not page.words[comma + 1].is_saying:
            return False
        if page.norm(start + (page.tags[start] == Tag.THAT)) in _CONDITIONS:
            return False
        is_inner = any(start < each.head < comma for each in self.groups)
        return not is_inner and "V" in page.finite[start:comma]

    def _before_next(self, start: int, limit: int) -> int:
        """Return the end of what stands before "and added that ..."."""
        page, tags = self.page, self.page.tags
        but = tags.find("CD", start, limit)
        is_aside = but > start and tags[but - 1] in ',"' and page.norm(but + 2) == "not"
        if is_aside and page.norm(but + 3) in _TELLING:
            # "said that it rained, but did not give a reason"
            return but - (tags[but - 1] == Tag.COMMA)
        for group in self.groups:
            at = group.first - 1
            if not start < at or group.last >= limit:
                continue
            if "say" in group.cue.classes:
                subject = self.chunks.before(group.first, start + 1)
                turn = -1 if subject is None else subject[0] - 1
                is_same = page.norm(turn) == "and" and tags[turn + 1] == Tag.SUBJECT
                if (page.norm(turn) == "but" or is_same) and tags[turn - 1] in ",-":
                    return turn  # "said that it rained, but the mayor said that"
            if (
                tags[at] == Tag.COORDINATOR
                and tags[group.last] in (Tag.THAT, Tag.QUOTATION_MARK)
                and group.cue.kind is AttributionKind.REPORTING
            ):
                return at
        return limit

    def whole(self, end: int) -> int:
        """Return the end of the quotation that a content would be cut off in."""
        page = self.page
        if end < len(page) and page.quotation_of[end - 1] >= 0:
            last = page.whole_quotation(end - 1)[1]
            return max(end, last)
        return end

    def candidates(self, start: int, limit: int) -> list[int]:
        """Return where a content that begins at `start` may end, the last one first."""
        page = self.page
        limit = self._before_semicolon(start, limit)
        limit = find_charge(page, start, limit) or limit
        limit = self._before_next(start, self._before_relay(start, limit))
        found = [limit]
        before = page.tags[start]
        for at, tag in enumerate(page.tags[start + 1 : limit], start + 1):
            left, before = before, tag
            if tag in _BREAKS and page.quotation_of[at] < 0:
                if tag in "IW" and left in ",C":
                    continue
                if left in AUXILIARIES and page.norm(at) == "yet":
                    continue  # "said that they had not yet been able"
                found.append(at)
                if len(found) >= _MOST_CANDIDATES:
                    break
        return found


def weigh(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights that features have."""
    return sum(filter(None, map(weights.get, features)))


def content_limit(page: Page, sentence: Range) -> int:
    """Return the end of a sentence without the full stop that ends it."""
    first, last = sentence
    while last - 1 > first and (
        page.tags[last - 1] == Tag.STOP and page.quotation_of[last - 1] < 0
    ):
        last -= 1
    return last


def trim(page: Page, content: Range) -> Range:
    """Return a content without the commas and stops that end it."""
    start, end = content
    while end - 1 > start and (
        page.tags[end - 1] in ",.:-" and page.quotation_of[end - 1] < 0
    ):
        end -= 1
    return start, end
