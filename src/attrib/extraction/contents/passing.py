"""What is passed over between a cue and its content: times, channels, asides."""

from attrib.extraction.contents.claims import is_denied_behind
from attrib.extraction.pages.chunks import CHARGES, WHICH_TIMES, Chunks
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import Layout, Sort
from attrib.lexicon.tags import Tag

_SHARES = frozenset(("part", "full"))
_WHEN = frozenset("on in at late early earlier later".split())
_PERIODS = frozenset(
    "week month year quarter weekend morning afternoon evening night".split()
)
_PARTS_OF_NAMES = _PERIODS - {"week", "month", "year", "quarter"}
_LONGEST_SKIP = 30
_LONGEST_ASIDE = 25
_LONGEST_MANNER = 24
_WITH = frozenset("along together including".split())
"""Words that begin an aside which names others with the subject before it."""
_OPENS_ASIDE = tuple("UIrS")
_VERBAL = frozenset("zdqgvMBHDtWU=")
_CLAIMED = CHARGES | {"something", "which"}
_SPEAKING = frozenset("asked speaking talking questioned pressed".split())
_QUESTIONS = frozenset("question questions query queries inquiry inquiries".split())
_OVER = frozenset(("over", "amid"))
VEHICLES = frozenset("in on at during via".split())
"""What stands before a channel: "in an interview", "investors on a call"."""
_MANNER = VEHICLES | {"when", "while"}
"""Words that begin what tells how something was said."""


def find_time_end(page: Page, at: int, limit: int) -> int | None:
    """Return the end of a time: "on Friday", "earlier this month", "last December"."""
    place = at
    while place < limit and page.norm(place) in _WHEN:
        place += 1
    is_which = page.norm(place) in WHICH_TIMES
    place += is_which
    begin = place
    while place < limit:
        is_day = page.words[place].sorts & Sort.DAY
        is_number = page.tags[place] == Tag.NUMBER and page.norm(place - 1) != "at"
        is_period = page.norm(place) in _PERIODS and (is_which or place > begin)
        if not (is_day or is_period or (is_number and place > begin)):
            break
        place += 1
    is_owner = page.norm(place)[:1] in ("'", "’")  # "reported Monday's attack"
    is_name = (
        page.words[place - 1].is_capital
        and page.norm(place - 1) in _PARTS_OF_NAMES
        and page.tags[place : place + 1] == Tag.NAME
    )  # "Morning Ferry owners"
    return None if place == begin or is_owner or is_name else place


def find_channel_end(page: Page, chunks: Chunks, at: int) -> int | None:
    """Return the end of "in an interview", which says how and not what is said."""
    end = chunks.end_of.get(at + 1)
    if end is None or page.norm(at) not in VEHICLES:
        return None
    head = end - 1
    while page.words[head].sorts & Sort.DAY:
        head -= 1  # "in a post Sunday"
    return end if page.norm(head) in page.lexicon.channels.nouns else None


def find_manner(page: Page, chunks: Chunks, start: int, limit: int) -> int | None:
    """Return where words begin that tell how a whole content was said, or None.

    "She said the bridge was safe in an interview with Baltic Wire", "when asked about
    it", "in response to a question": they end the sentence, and no verb stands in them.
    What stands in a letter that is itself the content's ("he wrote in a letter") has
    a verb of saying before it; the caller looks for it.

    Args:
        page: The page.
        chunks: Its noun phrases.
        start: Index from which on they may begin.
        limit: End of the sentence.
    """
    found = None
    for at in range(limit - 2, max(start, limit - _LONGEST_MANNER), -1):
        if page.quotation_of[at] >= 0 or page.tags[at] == Tag.COLON:
            break
        if page.norm(at) in _MANNER and _begins_manner(page, chunks, at, limit):
            found = at
    return found


def find_charge(page: Page, start: int, limit: int) -> int | None:
    """Return the mark before "a claim Norway denies" or "something Norway denies".

    Behind "a charge that it rained" nobody judges what stands before.

    Args:
        page: The page.
        start: Where the content begins.
        limit: Where it may end at most.
    """
    if _CLAIMED.isdisjoint(page.norms((start, limit))):
        return None
    for at in range(start + 1, limit - 2):
        if page.tags[at] not in ",-" or page.quotation_of[at] >= 0:
            continue
        noun = at + 1 + (page.tags[at + 1] == Tag.DETERMINER)
        is_charge = page.norm(noun) in CHARGES
        behind = noun + 1 if is_charge else at + 2
        is_pronoun = page.norm(at + 1) in ("something", "which")
        if (is_charge or is_pronoun) and is_denied_behind(page, behind):
            return at
    return None


def find_last_time(page: Page, start: int, limit: int) -> int:
    """Return the end of a noun phrase without the weekday behind it, else its own end.

    "The mayor announced a plan for the port on Friday": she did so on Friday. Where a
    verb stands in what was told, the day may be that verb's.

    Args:
        page: The page.
        start: Where the content begins.
        limit: Where it ends.
    """
    at = limit - (page.norm(limit - 1) in _PARTS_OF_NAMES)
    if not page.norm(at - 1).endswith("day") or at - 1 <= start:
        return limit
    at -= 1
    while at > start + 1 and page.norm(at - 1) in _WHEN:
        at -= 1
    return at if _VERBAL.isdisjoint(page.tags[start:at]) else limit


def _begins_manner(page: Page, chunks: Chunks, at: int, limit: int) -> bool:
    norm = page.norm(at)
    if norm in ("when", "while") and page.norm(at + 1) in _SPEAKING:
        return page.tags[at + 2 : at + 3] != Tag.TO  # not "left when asked to"
    if norm == "in" and page.norms((at + 1, at + 3)) == ["response", "to"]:
        is_asked = not _QUESTIONS.isdisjoint(page.norms((at + 3, min(limit, at + 6))))
        return is_asked and "V" not in page.finite[at:limit]
    if norm not in VEHICLES:
        return False
    end = find_channel_end(page, chunks, at)
    if end is None or end > limit:
        return False
    is_new = page.norm(at + 1) in ("a", "an")
    is_platform = end == at + 2 and page.words[at + 1].is_capital
    if not (is_new or is_platform) or page.tags[at - 1] in "BI":
        return False
    end += page.tags[end : end + 1] == Tag.PAST  # "a statement posted on its site"
    return "V" not in page.finite[end:limit] and page.tags[end:limit].find(",") < 0


def find_aside_end(page: Page, at: int, limit: int) -> int | None:
    """Return the mark that ends ", if signed," behind which a finite verb stands.

    An aside parts that verb from its subject; a clause in it may be of any length, and
    behind a name ("said Lind, the mayor, told Norr TV") a verb that tells is another's.

    Args:
        page: The page.
        at: The comma or dash that opens the aside.
        limit: End of the sentence.
    """
    is_long = page.norm(at + 1) in _WITH or page.tags[at + 1 : at + 2] == Tag.WH
    stop = limit if is_long else min(limit, at + _LONGEST_ASIDE)
    is_clause = is_long or page.tags[at + 1 : at + 2] in _OPENS_ASIDE
    close = at
    while (close := page.tags.find(page.tags[at], close + 1, stop)) >= 0:
        behind = close + 1 + (page.tags[close + 1 : close + 2] == Tag.QUOTATION_MARK)
        verb = page.past_adverbs(behind, limit)
        if verb < limit and page.finite[verb] == "V":
            is_own = is_clause or page.words[verb].cue is None
            return close if is_own else None
    return None


def pass_parenthesis(page: Page, at: int, limit: int) -> int:
    """Return the index after "— on Twitter, as it happens —" or ", win or lose,"."""
    mark = page.tags[at]
    if mark not in ",-":
        return at
    if page.norm(at + 1) == "in" and page.norm(at + 2) in _SHARES:
        return at + 3  # 'reads, in part: "Come home"'
    stop = page.tags.find(mark, at + 1, min(limit, at + _LONGEST_SKIP))
    if stop < 0 or stop + 1 >= limit:
        return at
    return at if page.quotation_of[at + 1] >= 0 else stop + 1


def find_reason(page: Page, start: int, limit: int) -> int | None:
    """Return where "over fears it would fail" begins behind an object.

    Args:
        page: The page.
        start: Where the object begins.
        limit: How far a reason is looked for.
    """
    for at in range(start + 1, min(limit, len(page) - 1)):
        if page.norm(at) in _OVER:
            found = page.lexicon.phrases.get(page.norm(at + 1), ())
            if any(phrase.layout == Layout.NOUN for phrase in found):
                return at
    return None
