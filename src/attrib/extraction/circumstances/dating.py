"""Whose time a date is: that of a statement, or of another clause beside it."""

from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag

MAKING = frozenset(
    """
    issue issued issues issuing release released releases releasing publish published
    publishes publishing post posted posts posting send sent sends sending give gave
    given gives giving hold held holds holding make made makes making write wrote
    written writes writing sign signed signs signing record recorded records recording
    deliver delivered delivers delivering call called calls calling
    """.split()
)
"""Verbs that make what a content is carried in."""
_TALKING = frozenset(
    """
    speaking spoke talking talked writing wrote testifying testified addressing
    addressed answering answered responding responded replying replied asked questioned
    quizzed pressed interviewed appearing appeared quoted cited reached contacted
    """.split()
)
"""Verbs of the talk itself: "Lind, speaking on Monday," spoke on Monday."""
_DEADLINES = frozenset("by before until till since".split())
"""Prepositions that set a bound and tell no day of."""
_INSIDE_DATE = "Tjr#"
_LONGEST_DATE = 4
"""Tokens of "May 3, 1931"."""
_OPENERS = "dqgzvMBHDW=,-("
_MARKS = frozenset(",:-()")
_SIDE_CLAUSES = "UWIqgd"
_INSIDE_VERB = "VrNq"


def is_time_of(page: Page, draft: Draft, at: int) -> bool:
    """Say whether a date beside a cue tells when that was said.

    In "Lind, who met Berg on Monday, said" it tells when they met, in "after the dam
    broke on Monday, Lind said" when it broke, and in "asked for a plan by Monday" what
    was asked for; in "Lind, in an interview on Monday, said" it tells when he spoke.

    Args:
        page: The page.
        draft: The draft.
        at: First token of the date.
    """
    if _is_deadline(page, at):
        return False
    source = draft.source
    if source is not None and source[0] <= at < source[1]:
        return _is_of_talk(page, source, at)
    begin = min((first for first, _ in draft.cue), default=draft.anchor)
    if at > begin:
        behind = max((last for _, last in draft.cue), default=begin)
        return not any(
            page.finite[place] == "V" and not _is_made(page, place)
            for place in range(behind, at)
        )
    if source is None or source[0] > begin:
        is_tied = page.tags[begin] in "tg" and _MARKS.isdisjoint(page.tags[at:begin])
        return is_tied or _leads(page, at, begin)  # "was urged on Monday to say"
    if source[0] < at:
        return _goes_on(page, source[1], at)
    is_relative = page.tags[source[0]] in "W=" and page.tags[source[0] - 1] == ","
    if is_relative or _is_life(page, at, source):
        return False
    return _leads(page, at, source[0])


def _is_made(page: Page, at: int) -> bool:
    """Say whether a verb tells of what was made to say it: "a note released Monday"."""
    return page.norm(at) in MAKING and page.tags[at - 1] in "np"


def _is_deadline(page: Page, at: int) -> bool:
    """Say whether a date is the end or the begin of something: "by early May"."""
    at -= 1
    while at > 0 and page.tags[at] in _INSIDE_DATE and page.norm(at) != "before":
        at -= 1
    return page.norm(at) in _DEADLINES


def _is_of_talk(page: Page, source: Range, at: int) -> bool:
    """Say whether a date inside a mention tells of its talk or of the document's day.

    The words before it that belong with it go back to a verb or a mark.
    """
    opener = at - 1
    while opener > source[0] and page.tags[opener] not in _OPENERS:
        opener -= 1
    if opener <= source[0]:
        return True  # "the May survey"
    between = range(opener + 1, at)
    if page.tags[opener] in ",-(":
        nouns = [place for place in between if page.tags[place] in "np#"]
        vehicles = page.lexicon.channels.nouns
        return not nouns or any(page.norm(place) in vehicles for place in nouns)
    if page.norm(opener) in _TALKING or page.tags[opener] == Tag.GERUND:
        return True  # "Lind, opening a bridge on Monday, said"
    is_document = any(
        word.sorts & Sort.DOCUMENT for word in page.words[source[0] : opener]
    )
    return is_document and page.tags[opener] not in "W="


def _is_life(page: Page, at: int, source: Range) -> bool:
    """Say whether a date with its year is of a life: "Born in 1931, Berg said".

    Not "Written in 1931, the letter says": that is when it says so.
    """
    begin = page.sentence_at(at)[0]
    begin += page.tags[begin] in "rj"  # "first elected"
    verb = page.norm(begin)
    if page.tags[begin] not in "qd" or verb in _TALKING or verb in MAKING:
        return False
    if any(word.sorts & Sort.DOCUMENT for word in page.words[source[0] : source[1]]):
        return False
    has_year = any(map(_is_year, page.norms((at, at + _LONGEST_DATE))))
    return has_year and Tag.COMMA not in page.tags[begin:at]


def _is_year(norm: str) -> bool:
    return len(norm) == len("1931") and norm.isdecimal()


def _goes_on(page: Page, start: int, at: int) -> bool:
    """Say whether a date behind a subject is of its first verb, or of none.

    "Lind on Monday said" and "Lind left on Monday and said" tell when he spoke, "Lind
    said it rained on Monday and added" does not.
    """
    verbs = 0
    is_verb = False
    for place in range(start, at):
        if page.tags[place] in "W=":
            return False
        is_more = is_verb and page.finite[place] in _INSIDE_VERB
        is_verb = is_more or page.finite[place] == "V"
        verbs += is_verb and not is_more
    return verbs < 2


def _leads(page: Page, at: int, stop: int) -> bool:
    """Say whether a date before a subject is of the subject's own clause."""
    tags, finite = page.tags, page.finite
    floor = page.sentence_at(at)[0]
    begin = at
    while begin > floor and tags[begin - 1] not in _MARKS:
        begin -= 1
        if finite[begin] == "V":
            return page.norm(begin) in _TALKING or page.norm(begin) in MAKING
    is_aside = False
    for place in range(at, stop):
        if tags[place] == Tag.COMMA:
            is_aside = not is_aside and tags[place + 1] in _SIDE_CLAUSES
        elif finite[place] == "V" and not is_aside:
            return False
    return True
