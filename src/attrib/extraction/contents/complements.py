"""What is reported: the content on the right of a cue."""

import attrs

from attrib.extraction.contents.claims import begins_claim, is_claim, is_judged
from attrib.extraction.contents.passing import (
    VEHICLES,
    find_aside_end,
    find_channel_end,
    find_reason,
    find_time_end,
    pass_parenthesis,
)
from attrib.extraction.contents.skipping import skip
from attrib.extraction.mentions.attachments import AMOUNTS
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.openings import (
    QUESTIONS,
    Opening,
    Right,
    is_pronoun_that,
    is_quotation_start,
)
from attrib.extraction.pages.page import CLITICS, Page, Range
from attrib.lexicon.entries import Frame, Sort
from attrib.lexicon.tags import CLAUSE_VERBS, Tag

_TELLING = frozenset(("say", "tell"))
"""Classes whose verbs rarely stand without a content."""
_LONGEST_SKIP = 30
_AUXILIARIES = tuple("BDHM")
_BARE = tuple("vBHDrN")
"""Tags behind "to" before a verb."""
_PAPERS = frozenset("journal news paper post times".split())
_DEMONSTRATIVES = frozenset("this these those".split())
_FINITE = frozenset("zMBHD")
_ASKED = frozenset("whether what how why".split())
_QUESTION_WORDS = QUESTIONS | {"if"}
_WHILE = frozenset("as when while after before during since following via".split())
"""Words behind a cue that say when or where it was said: no content begins so."""
_VENUES = frozenset("call conference meeting rally webcast webinar podcast".split())
_LISTENERS = frozenset("press public media police".split())
_WHICH = ("last", "this")
_UNNAMED = ("on", "condition", "of")
_BEHIND_TIMES = frozenset("=tST$npj#q")
"""Tags with which a content may begin behind a time."""


def find_right(
    page: Page, chunks: Chunks, group: Group, at: int, limit: int
) -> Right | None:
    """Return the content that begins on the right of a cue, or None.

    Whether the cue may take such a content is not asked here: it is one of the
    features by which a reading is accepted.

    Args:
        page: The page.
        chunks: Its noun phrases.
        group: The cue's verb group.
        at: Index at which to look: after the group, or after a source behind it.
        limit: End of the sentence.
    """
    if at >= limit:
        return None
    is_bare = group.last == group.head + 1  # not "warned of the danger"
    if Frame.ADDRESSEE in group.cue.frames and is_bare and not group.is_passive:
        told = _find_after_addressee(page, chunks, group, at, limit)
        if told is not None:
            return told
    found = _look(page, chunks, group, at, limit)
    if found is None and not _TELLING.isdisjoint(group.cue.classes):
        past = pass_parenthesis(page, at, limit)
        if past > at:
            found = _look(page, chunks, group, past, limit)
            if found is not None and found.opening == Opening.GERUND:
                return None  # "It rained, he said, as it had in May, adding"
            if found is not None:
                found.is_skipping = True
                return found
    if found is not None and found.is_skipping:
        found.addressee = find_hearer(page, chunks, at, limit)
    return found


def find_hearer(page: Page, chunks: Chunks, at: int, limit: int) -> Range | None:
    """Return Baltic Wire of "admitted exclusively to Baltic Wire that it rained".

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Index just after the cue, of which "to" may be the last word.
        limit: End of the sentence.
    """
    while at < limit and page.tags[at] == Tag.ADVERB:
        at += 1
    at += page.norm(at) == "to"
    return chunks.after(at, limit) if page.norm(at - 1) == "to" else None


def begins_clause(page: Page, chunks: Chunks, group: Group, limit: int) -> bool:
    """Say whether a clause follows: "he left, as the mayor said she would stay"."""
    right = find_right(page, chunks, group, group.last, limit)
    return right is not None and right.opening in (Opening.THAT, Opening.CLAUSE)


def _find_after_addressee(
    page: Page, chunks: Chunks, group: Group, at: int, limit: int
) -> Right | None:
    """Return what was told to somebody: "told the mayor on Monday that it rained"."""
    told = chunks.after(at, limit)
    if told is None or page.tags[at] in (Tag.WH, Tag.THAT):
        return None
    found = (
        _behind_examples(page, told, limit)
        or _behind_outlet(page, told, limit)
        or _about_topic(page, chunks, group, at, limit)
    )
    if found is not None:
        return found
    if page.tags[told[1] : told[1] + 1] in _FINITE:
        return None  # "warned the number of boats is small"
    is_owner = page.norm(told[1] - 1) in CLITICS and told[1] < limit
    if is_owner and page.quotation_of[told[1]] >= 0:
        told = at, page.whole_quotation(told[1])[1]  # "told Norr TV's “Evening” that"
    for addressee in (told, (at, chunks.end_of[at])):
        found = _look(page, chunks, group, addressee[1], limit)
        if found is None or found.opening in (Opening.OBJECT, Opening.GERUND):
            continue  # "warned them of thefts urging them to leave"
        is_asked = Frame.QUESTION in group.cue.frames
        if found.opening == Opening.QUESTION and not is_asked:
            continue  # "invited attacks by those who had left"
        is_name = found.opening == Opening.QUOTATION and found.start == addressee[1]
        is_name |= found.opening == Opening.THAT and is_claim(page, *addressee)
        if is_name and Frame.COMPLEMENT in group.cue.frames:
            continue  # "called the plan “a joke”": what it is called
        found.addressee = _without_channel(page, chunks, addressee)
        return found
    return None


def _about_topic(
    page: Page, chunks: Chunks, group: Group, at: int, limit: int
) -> Right | None:
    """Return "of an attack" of "warned Norway of an attack".

    Not "of the mayor" in "warned the son of the mayor", which may go on.
    """
    told = at, chunks.end_of.get(at, at)
    link = told[1]
    if link == at or link + 1 >= limit or page.norm(link) not in group.cue.particles:
        return None
    head = page.words[link - 1]
    if page.norm(link) == "of" and page.tags[link - 1] == Tag.NOUN:
        is_crowd = head.sorts & Sort.CROWD or head.norm in _LISTENERS
        if not is_crowd or page.tags[link + 1] in (Tag.DETERMINER, Tag.NAME):
            return None
    return Right(link, Opening.OBJECT, addressee=told)


def _without_channel(page: Page, chunks: Chunks, told: Range) -> Range:
    """Return investors of "investors on a call last week": who was told, not where.

    "On condition of anonymity" names nobody either.
    """
    first, last = told
    for at in range(first + 1, last):
        if page.reads(at, _UNNAMED):
            return first, at
        if page.norm(at) not in VEHICLES or at + 1 not in chunks.end_of:
            continue
        end = min(last, chunks.end_of[at + 1])
        while end > at + 2 and page.words[end - 1].sorts & Sort.DAY:
            end -= 1 + (page.norm(end - 2) in _WHICH)
        head = page.norm(end - 1)
        if head in _VENUES or head in page.lexicon.channels.nouns:
            return first, at
    return told


def _behind_outlet(page: Page, told: Range, limit: int) -> Right | None:
    """Return "Berg left" of "told Radio Norr Berg left", where Radio Norr is known."""
    at, end = told
    verb = end + (page.tags[end : end + 1] == Tag.QUOTATION_MARK)
    if verb >= limit or page.tags[verb] not in CLAUSE_VERBS:
        return None
    for stop in range(end - 1, at, -1):
        name = page.say_plainly((at, stop)).lower().removeprefix("the ")
        is_paper = stop == at + 2 and name in _PAPERS and page.tags[at] == "T"
        is_known = is_paper or name in page.lexicon.outlets
        if page.words[stop].sorts & Sort.OUTLET:
            return None  # "told BBC Radio"
        if is_known and page.tags[stop] in (Tag.NAME, Tag.NUMBER):
            return Right(stop, Opening.CLAUSE, addressee=(at, stop))
    return None


def _behind_examples(page: Page, told: Range, limit: int) -> Right | None:
    """Return "that" of "told friends, including Ada Lind, that it rained".

    Also behind a clause or a description: "told Baltic Wire, which is hers, that it
    rained", "told Baltic Wire, a news site, that it rained", and "told the guests, who
    had come in May, what had happened".
    """
    is_apart = page.tags[told[1] : told[1] + 1] == Tag.COMMA
    at = told[1] + is_apart
    is_clause = page.norm(at) in ("which", "who", "whose")
    is_described = is_apart and page.norm(at) in ("a", "an")
    is_listed = page.norm(at) in ("including", "among")
    if not (is_clause or is_described or is_listed):
        return None
    for place in range(at + 2, min(limit, at + _LONGEST_SKIP)):
        is_verb = page.tags[place] in CLAUSE_VERBS and not is_clause
        if is_verb or page.quotation_of[place] >= 0:
            return None
        if page.tags[place - 1] != Tag.COMMA:
            continue
        if page.norm(place) == "that":
            return Right(place, Opening.THAT, addressee=told)
        if page.norm(place) in _ASKED:
            return Right(place, Opening.QUESTION, addressee=told)
    return None


def _look(
    page: Page, chunks: Chunks, group: Group, at: int, limit: int
) -> Right | None:
    """Return what begins at a token, or "that" and quotations a little behind it."""
    if page.norm(at) == "as" and begins_claim(page, chunks, at + 2, limit):
        at += 2  # "rejected as false a report that it had sunk"
    object_ = chunks.after(at, limit) if Frame.OBJECT in group.cue.frames else None
    if object_ is not None and find_reason(page, at, object_[1] + 1) is not None:
        return Right(at, Opening.OBJECT)  # "rejected the plan over fears it would fail"
    found = _open(page, chunks, group, at, limit)
    if found is not None and Frame.COMPLEMENT in group.cue.frames:
        if begins_claim(page, chunks, at, limit):
            return attrs.evolve(found, opening=Opening.OBJECT)
    elif found is not None and found.opening == Opening.CLAUSE:
        is_object = Frame.OBJECT in group.cue.frames
        if not is_object and is_judged(page, chunks, at, limit):
            return found
    if found is None or found.opening in (Opening.OBJECT, Opening.CLAUSE):
        return skip(page, chunks, group, at, limit) or found
    return found


def _open(
    page: Page, chunks: Chunks, group: Group, at: int, limit: int
) -> Right | None:
    """Return the content that begins at a token, by the form it has."""
    if at >= limit:
        return None
    tag = page.tags[at]
    if tag in (Tag.COMMA, Tag.COLON) and at + 1 < limit:
        if is_quotation_start(page, at + 1):
            return Right(at + 1, Opening.QUOTATION)
        return Right(at + 1, Opening.CLAUSE) if page.norm(at) == ":" else None
    if is_quotation_start(page, at):
        return Right(at, Opening.QUOTATION)
    if page.norm(at) == "that" and not is_pronoun_that(page, at):
        return Right(at, Opening.THAT)
    if tag == Tag.TO and at + 1 < limit:
        verb = at + 1 + is_quotation_start(page, at + 1)  # 'vowed to "go on"'
        if page.tags[verb : verb + 1] in _BARE:
            return Right(at, Opening.INFINITIVE)
    if page.norm(at) in _QUESTION_WORDS:
        return Right(at, Opening.QUESTION)
    return _open_phrase(page, chunks, group, at, limit)


def _open_phrase(
    page: Page, chunks: Chunks, group: Group, at: int, limit: int
) -> Right | None:
    """Return a clause, an -ing form or an object that begins at a token."""
    start = at
    while start < limit and page.tags[start] in (Tag.ADVERB, Tag.NEGATION):
        start += 1
    if start >= limit:
        return None
    is_telling = not _TELLING.isdisjoint(group.cue.classes)
    is_this = page.norm(start) in _DEMONSTRATIVES and start + 1 < limit
    if is_this and page.tags[start + 1] in _FINITE:
        return Right(at, Opening.CLAUSE)  # "told Radio Norr this was wrong"
    if page.norm(start) == "as" and page.norm(start + 1) in ("many", "few", "much"):
        return Right(at, Opening.OBJECT)
    behind = _behind_time(page, chunks, group, at, limit)
    if behind is not None:
        return behind
    phrase = chunks.after(start, limit) or _around_quotation(page, start, limit)
    if phrase is None:
        return _open_bare(page, chunks, group, at, start, limit)
    after = phrase[1]
    while after < limit and page.tags[after] == Tag.ADVERB:
        after += 1
    if after < limit and page.tags[after] in CLAUSE_VERBS:
        return Right(at, Opening.CLAUSE)
    if group.cue.lemma == "tell" and page.tags[after : after + 1] == Tag.PREPOSITION:
        return None  # "told the council on Tuesday"
    if (
        Frame.CLAUSE in group.cue.frames
        and page.norm(after) not in _WHILE
        and (
            _has_verb(page, after, limit)
            or _goes_on(page, after, limit)
            or (is_telling and after + 1 < limit and page.tags[after] not in ",.")
        )
    ):
        return Right(at, Opening.CLAUSE)
    if is_telling and find_time_end(page, at, limit) == limit:
        return None  # "It rained, he said late Monday"
    return Right(at, Opening.OBJECT)


def _open_bare(
    page: Page, chunks: Chunks, group: Group, at: int, start: int, limit: int
) -> Right | None:
    """Return a clause or an -ing form that begins with no noun phrase.

    Args:
        page: The page.
        chunks: Its noun phrases.
        group: The cue's verb group.
        at: Where it begins.
        start: Where it begins behind adverbs.
        limit: End of the sentence.
    """
    is_hearer = page.norm(at) == "to" and page.tags[at] == Tag.PREPOSITION
    if is_hearer and at + 1 in chunks.end_of and page.tags[at + 1] in "TpOS$":
        told = at + 1, chunks.end_of[at + 1]
        return _behind_hearer(page, chunks, group, told, limit)
    is_by = page.norm(at) == "by" and group.last == at and not group.is_passive
    if is_by and page.tags[at + 1 : at + 2] != Tag.GERUND:
        return None  # "the tanks promised by Norway have arrived"
    if page.norm(start) == "with" and page.norm(start + 1) == "reference":
        return None  # "It rained, Baltic Wire reports with reference to the mayor"
    is_telling = not _TELLING.isdisjoint(group.cue.classes)
    is_time = page.norm(start) in _WHILE
    if start < limit and page.tags[start] == Tag.GERUND and not is_time:
        return Right(at, Opening.GERUND)
    behind = _behind_day(page, chunks, group, start, limit)
    floor = page.sentence_at(group.head)[0]
    is_first = "V" not in page.finite[floor : group.first]
    if behind is None and is_telling and is_time and is_first:
        return _behind_circumstance(page, chunks, start, limit)
    if behind is not None or is_time:
        return behind
    end = find_channel_end(page, chunks, start)
    if end is not None and page.norm(end) == "with":
        end = chunks.end_of.get(end + 1)  # "in an interview with Radio Norr"
    if end is not None:
        found = _open_phrase(page, chunks, group, end, limit)
        is_clause = found is not None and found.opening == Opening.CLAUSE
        return found if is_clause and page.tags[end] not in "I,." else None
    # "says despite the rain it will go on", "said most of the injured were minors"
    is_of = page.norm(start + 1) == "of"  # "believes most of it is true"
    is_amount = (page.norm(start) in AMOUNTS and page.norm(start + 1) == "than") or (
        page.tags[start] == Tag.DETERMINER
        and page.norm(start) != "those"
        and (is_telling or is_of)
    )
    is_amount |= is_of and page.tags[start] == Tag.ADJECTIVE  # "half of the boats"
    is_deed = page.norm(start) == "having" or (
        page.norm(start).endswith("ing")
        and page.tags[start + 1 : start + 2] in _AUXILIARIES
    )  # "said bullying does not pay"
    is_clause = is_telling or Frame.CLAUSE in group.cue.frames
    if is_clause and (is_amount or is_deed) and _has_verb(page, start + 1, limit):
        return Right(at, Opening.CLAUSE)
    is_place = page.tags[at] == Tag.PREPOSITION and _is_behind_content(page, group)
    if is_place and not _has_verb(page, at + 1, _comma_before(page, at, limit)):
        return None  # "It rained, he said in Sarn, the agency wrote"
    is_open = is_telling and page.tags[at] in "IgUrBMv$"
    return Right(at, Opening.CLAUSE) if is_open else None


def _behind_hearer(
    page: Page, chunks: Chunks, group: Group, told: Range, limit: int
) -> Right | None:
    """Return what stands behind "said to them": "it was over", "about it", "why"."""
    at = told[1]
    if at >= limit:
        return None
    if page.norm(at) == "about":
        return Right(at, Opening.OBJECT, addressee=told)
    if page.tags[at] not in "TpnS$" and page.norm(at) not in _ASKED:
        return None
    found = _open(page, chunks, group, at, limit)
    return None if found is None else attrs.evolve(found, addressee=told)


def _behind_time(
    page: Page, chunks: Chunks, group: Group, at: int, limit: int
) -> Right | None:
    """Return what stands behind a time: "announced last week plans to close".

    Not where the time is the subject: "said Monday was a holiday".
    """
    end = find_time_end(page, at, limit)
    if end is None or end >= limit:
        return None
    is_apart = page.tags[end] == Tag.COMMA  # "said on Monday, the dam had held"
    start = end + is_apart
    is_about = page.tags[start : start + 2] == "I#"  # "about 20 houses"
    if start >= limit or not (is_about or page.tags[start] in _BEHIND_TIMES):
        return None
    found = _open(page, chunks, group, start, limit)
    is_wrong = is_apart and found is not None and found.opening != Opening.CLAUSE
    return None if is_wrong else found


def _around_quotation(page: Page, at: int, limit: int) -> Range | None:
    """Return the noun phrase of 'said a "sober look" was needed'."""
    if at + 1 >= limit or (page.tags[at] not in "T$" and page.norm(at) != "so-called"):
        return None
    if not is_quotation_start(page, at + 1):
        return None
    end = page.whole_quotation(at + 1)[1]
    return (at, end) if end < limit else None


def _behind_day(
    page: Page, chunks: Chunks, group: Group, at: int, limit: int
) -> Right | None:
    """Return what stands behind a time: "said on Friday he would resign"."""
    end = chunks.end_of.get(at + 1)
    if (
        end is None
        or end >= limit
        or not any(page.words[k].sorts & Sort.DAY for k in range(at + 1, end))
    ):
        return None
    found = _open_phrase(page, chunks, group, end, limit)
    if found is None or found.opening != Opening.CLAUSE:
        return None
    return attrs.evolve(found, is_skipping=True)


def _is_behind_content(page: Page, group: Group) -> bool:
    """Say whether a clause and a comma stand before a cue and its subject."""
    floor = page.sentence_at(group.head)[0]
    comma = page.tags.rfind(Tag.COMMA, floor, group.first)
    is_clause = comma > floor and "V" in page.finite[floor:comma]
    return is_clause and "V" not in page.finite[comma : group.first]


def _comma_before(page: Page, at: int, limit: int) -> int:
    """Return the first comma behind a token, or the limit."""
    comma = page.tags.find(Tag.COMMA, at, limit)
    return limit if comma < 0 else comma


def _behind_circumstance(
    page: Page, chunks: Chunks, at: int, limit: int
) -> Right | None:
    """Return what is said with a circumstance before it, or when it was said.

    "Said while the dam holds, the road will stay open" holds the circumstance, if a
    clause follows; in "said after the meeting, the road would open" it is no part.
    """
    comma = page.tags.find(Tag.COMMA, at, min(limit, at + _LONGEST_SKIP))
    subject = None if comma < 0 else chunks.after(comma + 1, limit)
    if subject is None or not _has_verb(page, subject[1], min(limit, subject[1] + 3)):
        return None
    if _has_verb(page, at + 1, comma):
        return Right(at, Opening.CLAUSE)
    return Right(comma + 1, Opening.CLAUSE, is_skipping=True)


def _goes_on(page: Page, at: int, limit: int) -> bool:
    """Say whether a verb follows an aside: "the deal, if signed, would save jobs"."""
    if page.tags[at : at + 1] not in (Tag.COMMA, Tag.DASH):
        return False
    is_opened = page.tags[at + 1 : at + 2] == Tag.SUBORDINATOR
    is_opened |= page.norm(at + 1) in _WHILE
    return is_opened and find_aside_end(page, at, limit) is not None


def _has_verb(page: Page, at: int, limit: int) -> bool:
    """Say whether a finite verb follows before the clause ends."""
    for place in range(at, min(limit, at + 14)):
        if page.finite[place] == "V":
            return True
        if page.tags[place] in ":U=" or page.norm(place) in _WHILE:
            return False
    return False
