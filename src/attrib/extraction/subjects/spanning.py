"""A subject that spans more than one phrase, read from its head to its verb."""

import attrs

from attrib.extraction.mentions.attachments import QUANTITIES, opens_clause
from attrib.extraction.mentions.calling import gives_name
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.descriptions import QUOTED
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import CLAUSE_VERBS, Tag

_FARTHEST = 40
_LONGEST_QUOTED = 8
_MOST_HEADS = 5
_TIES = frozenset("familiar close privy aware loyal opposed responsible".split())
"""Adjectives that a preposition ties to the noun before them."""
_RELATIVES = frozenset("who whom whose which where that".split())
_CLAUSE_LINKS = frozenset("as after before since until than though".split())
"""Prepositions behind which a clause may stand, whose subject is not the whole."""
_VERBAL = CLAUSE_VERBS | frozenset("Nrqgjt")
"""Tags of a verb group with what may follow it directly."""
_AMOUNTS = frozenset("nearly about more than".split())
_OPENING = frozenset("WqdgIp$nT#jr")
"""Tags with which an aside behind a comma begins."""


def find_spanning(
    page: Page, chunks: Chunks, at: int, floor: int, best: Range | None
) -> Range | None:
    """Return the noun phrase that reaches from the head of a clause to its verb.

    "The officer investigating the theft", "the last man to lead a campaign", "many of
    those who voted for Berg": every step between the head and the verb must be tied to
    what stands before it, and none may be a predicate.

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Where the verb begins.
        floor: Index that the phrase may not begin before.
        best: What stands right before the verb, where that may be the whole of it.

    Returns:
        The whole phrase, or `best`.
    """
    if at - 2 > floor and page.tags[at - 1] in "jq" and page.tags[at - 2] in "T$":
        return best  # "on his new show"
    verb = at
    while page.tags[verb : verb + 1] == Tag.ADVERB:
        verb += 1
    is_bound = page.tags[verb : verb + 1] in ("t", "g") or page.norm(verb) == "having"
    tried = 0
    last = at - 2 if best is None else best[0] - 2
    first = _begin_of_clause(page, max(floor, at - _FARTHEST), last + 1)
    end_of, quotation_of = chunks.end_of, page.quotation_of
    for start in range(last, first - 1, -1):
        if quotation_of[start] >= 0:
            if _is_long(page, start):
                break
            continue
        end = end_of.get(start)
        if end is None or end >= at:
            continue
        if page.norm(start - 1) == "of" and page.norm(start - 2) in QUANTITIES:
            start -= 2  # "many of those who left"
        if not _is_head(page, chunks, start, floor):
            continue
        tried += 1
        is_whole = best is None or _may_grow(page, best, (start, end))
        if is_whole and _Walk(page, chunks, at, is_bound).reaches(end):
            best = start, at
            if start == floor or page.tags[start - 1] not in ",C":
                break
        if tried == _MOST_HEADS:
            break
    return best


def _begin_of_clause(page: Page, first: int, last: int) -> int:
    """Return the first token of a range behind the last stop or colon in it."""
    stop = page.tags.rfind(Tag.STOP, first, last)
    colon = page.tags.rfind(Tag.COLON, first, last)
    return max(first, stop + 1, colon + 1)


def _may_grow(page: Page, best: Range, head: Range) -> bool:
    """Say whether what stands right before the verb may go on with a head before it.

    "the port's owner, Ada Lind," "Ada Lind, head of the port," and "artists, actors and
    writers" are one; "after the raid in Sarn, Norway" and "chaos, the mayor," are not.
    """
    if page.tags[best[0] - 1] == Tag.COORDINATOR:
        return True
    if Tag.COORDINATOR in page.tags[best[0] : best[1]]:
        return True
    has_name = Tag.NAME in page.tags[head[0] : head[1]]
    if page.tags[best[0]] != Tag.NAME:
        return has_name
    if has_name:  # "Rep. Ada Lind, D-Norr,"
        return any(word.sorts & Sort.TITLE for word in page.words[slice(*head)])
    return bool(page.words[head[1] - 1].sorts & (Sort.PERSON | Sort.TITLE))


def _is_head(page: Page, chunks: Chunks, start: int, floor: int) -> bool:
    if page.tags[start] in "SOWg" or not opens_clause(page, start, floor):
        return False
    return not chunks.is_day(start, chunks.end_of.get(start, start + 1))


def _is_long(page: Page, at: int) -> bool:
    """Say whether a quotation holds more than a name."""
    first, last = page.whole_quotation(at)
    return last - first > _LONGEST_QUOTED


@attrs.define(eq=False)
class _Walk:
    """Steps over what is tied to a noun phrase, from its end to the verb.

    Attributes:
        page: The page.
        chunks: Its noun phrases.
        stop: Where the verb begins.
        is_bound: Whether the verb is no predicate: "to say", "saying".
        may_take_object: Whether a verb went before that may have an object.
        opened: The mark that opened an aside which none has closed yet, or "".
        has_bare_past: Whether a past form without a comma before it was taken for a
            participle ("the man arrested on Monday"); it may be a predicate, so no
            other clause may follow.
    """

    page: Page
    chunks: Chunks
    stop: int
    is_bound: bool
    may_take_object: bool = False
    opened: str = ""
    has_bare_past: bool = False

    def reaches(self, at: int) -> bool:
        """Say whether all from a token to the verb is tied to what is before it."""
        while at < self.stop:
            is_quoted = self.page.quotation_of[at] >= 0
            following = self._behind_quotation(at) if is_quoted else self._step(at)
            if following is None:
                return False
            at = following
        return at == self.stop and not self.opened

    def _behind_quotation(self, at: int) -> int | None:
        """Return the token behind "“Harbour News,”"."""
        first, last = self.page.whole_quotation(at)
        if at != first or _is_long(self.page, at) or last - 2 <= first:
            return None
        if self.page.tags[last - 2] == Tag.COMMA:
            self.opened = ""
        return last

    def _step(self, at: int) -> int | None:
        """Return the token behind the next modifier, or None."""
        page, tag = self.page, self.page.tags[at]
        if tag in (Tag.COMMA, Tag.DASH):
            return self._mark(at)
        if tag == Tag.OPEN:
            close = page.tags.find(Tag.CLOSE, at, self.stop)
            return None if close < 0 else close + 1
        if tag == Tag.PREPOSITION:
            is_clause = page.norm(at) in _CLAUSE_LINKS and not gives_name(page, at)
            return None if is_clause else self._behind_preposition(at + 1)
        if tag in (Tag.WH, Tag.THAT) or page.norm(at) == "whose":
            return self._relative(at)
        if tag == Tag.COORDINATOR:
            return self._joined(at + 1)
        if tag == Tag.TO:
            return self._to(at + 1)
        if tag in "qgd":
            return self._participle(at)
        if tag == Tag.ADVERB or page.norm(at) in _TIES:
            return at + 1
        return self._object(at)

    def _to(self, at: int) -> int | None:
        if self.page.tags[at] not in "vBHD":
            return self._behind_preposition(at)  # "from 14 to 17"
        self.may_take_object = True
        return at + 1

    def _phrase_end(self, at: int) -> int | None:
        """Return where a noun phrase ends, or where "the “Harbour News”" is named."""
        end = self.chunks.end_of.get(at)
        if end is None:
            begin = at + (self.page.tags[at] == Tag.DETERMINER)
            end = begin if self.page.quotation_of[begin] >= 0 else None
        return end

    def _object(self, at: int) -> int | None:
        end = self._phrase_end(at)
        if end is None:
            return None
        if not self.may_take_object and not self.chunks.is_day(at, end):
            return None
        self.may_take_object = False
        return end

    def _behind_preposition(self, at: int) -> int | None:
        page = self.page
        while page.tags[at] == Tag.PREPOSITION or page.norm(at) in _AMOUNTS:
            at += 1  # "in more than two dozen states"
        self.may_take_object = False
        if page.norm(at) in _RELATIVES:
            return self._relative(at)  # "the school from where they were taken"
        end = self._phrase_end(at)
        if end is not None:
            return end
        return self._participle(at) if page.tags[at] == Tag.GERUND else None

    def _participle(self, at: int) -> int | None:
        page = self.page
        is_past = page.tags[at] == Tag.PAST
        if page.norm(at) in QUOTED:
            return None  # "the mayor quoted by Baltic Wire"
        if page.words[at].is_saying and (is_past or page.norm(at + 1) == "that"):
            return None
        may_be_past = Tag.PAST in page.words[at].tags and page.norm(at + 1) != "by"
        if page.norm(at) == "dated":
            is_past = may_be_past = False
        if (is_past or may_be_past) and page.tags[at - 1] != Tag.COMMA:
            if self.opened or self.is_bound or at + 1 in self.chunks.end_of:
                return None  # a predicate: "the council raised the rent"
            self.has_bare_past = True
        self.may_take_object = True
        return at + 1

    def _mark(self, at: int) -> int | None:
        if self.has_bare_past:
            return None
        mark = self.page.tags[at]
        if at + 1 == self.stop:
            was_opened, self.opened = self.opened == mark, ""
            return at + 1 if was_opened else None
        if self.page.tags[at + 1] not in _OPENING:
            return None
        behind = self._behind_list(at) if mark == Tag.COMMA else None
        if behind is not None:
            return behind
        self.opened = mark
        self.may_take_object = False
        if self.page.norm(at + 1) in _RELATIVES:
            return at + 1
        return self.chunks.end_of.get(at + 1, at + 1)

    def _behind_list(self, at: int) -> int | None:
        """Return the token behind ", Georgia and Virginia"."""
        page, end_of = self.page, self.chunks.end_of
        if page.tags[at - 1] != page.tags[at + 1]:
            return None
        while page.tags[at] == Tag.COMMA and at + 1 in end_of:
            at = end_of[at + 1]
        if page.tags[at] != Tag.COORDINATOR or at + 1 not in end_of:
            return None
        return end_of[at + 1]

    def _joined(self, at: int) -> int | None:
        is_participle = self.page.tags[at] in "dq" and self.page.norm(at + 1) == "by"
        if is_participle and self.page.norm(at) not in QUOTED:
            return at + 1  # "a letter written by Lind and seen by Baltic Wire"
        if self.has_bare_past or self.page.norm(at) in _RELATIVES:
            return None
        self.may_take_object = False
        return self.chunks.end_of.get(at)

    def _relative(self, at: int) -> int | None:
        """Return the token behind the verb of a relative clause."""
        page = self.page
        if page.norm(at) not in _RELATIVES:
            return None
        at += 1
        if page.tags[at] not in CLAUSE_VERBS and at in self.chunks.end_of:
            at = self.chunks.end_of[at]  # "whose party lost", "that the city built"
            while at < self.stop and page.tags[at] == Tag.PREPOSITION:
                behind = self._behind_preposition(at + 1)
                if behind is None:
                    return None
                at = behind
        at = page.past_adverbs(at, self.stop)
        if at >= self.stop or page.tags[at] not in CLAUSE_VERBS:
            return None
        end_of = self.chunks.end_of
        while at < self.stop and page.tags[at] in _VERBAL and at not in end_of:
            at += 1
        self.may_take_object = True
        return at
