"""What is passed over between a cue and its content: times, channels, asides."""

from attrib.extraction.chunks import Chunks
from attrib.extraction.page import Page
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag

_SHARES = frozenset(("part", "full"))
_WHEN = frozenset("on in at late early earlier later".split())
_WHICH = frozenset("this last next".split())
_PERIODS = frozenset(
    "week month year quarter weekend morning afternoon evening night".split()
)
_PARTS_OF_NAMES = _PERIODS - {"week", "month", "year", "quarter"}
_LONGEST_SKIP = 30


def find_time_end(page: Page, at: int, limit: int) -> int | None:
    """Return the end of a time: "on Friday", "earlier this month", "last December"."""
    place = at
    while place < limit and page.norm(place) in _WHEN:
        place += 1
    is_which = page.norm(place) in _WHICH
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
    if end is None or page.norm(at) not in ("in", "on", "at", "during", "via"):
        return None
    return end if page.norm(end - 1) in page.lexicon.channels.nouns else None


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
