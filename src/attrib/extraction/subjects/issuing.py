"""Who makes a document that says something: "Norway issued a statement saying that"."""

from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.page import Page
from attrib.lexicon.entries import Sort

ISSUING = frozenset(
    """
    issue issues issued release releases released publish publishes published post posts
    posted write writes wrote written tweeted circulate circulated send sends sent put
    puts make makes made file files filed email emailed share shared provide provided
    submit submitted launch launched air aired run runs ran sign signs signed deliver
    delivered give gives gave distribute distributed draft drafted pen penned leave left
    fire fires fired blast blasted revise revised upload uploaded mail mailed
    """.split()
)
"""Verbs whose subject makes a document, or gives it out."""
_PARTICLES = frozenset("out off back up".split())


def find_issuing(page: Page, chunks: Chunks, at: int, floor: int) -> int | None:
    """Return where the verb of "has issued a statement on Monday" begins, or None.

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Where the participle begins that tells what the document says.
        floor: Index that the verb must stand behind.
    """
    end = chunks.start_of.get(at, at)
    if end == at or not page.words[end].sorts & Sort.DAY:
        end = at
    elif page.norm(end - 1) in ("on", "in", "at"):
        end -= 1
    document = chunks.before(end, floor)
    if document is None:
        return None
    head = chunks.end_of.get(document[0], document[1]) - 1
    while head > document[0] and page.words[head].sorts & Sort.DAY:
        head -= 1  # "a statement Wednesday"
    verb = document[0] - 1
    if verb > floor + 1 and page.norm(verb) in _PARTICLES:
        verb -= 1
    if (
        verb <= floor
        or page.norm(verb) not in ISSUING
        or page.tags[verb] not in "zdqgv"
    ):
        return None
    if page.words[head].is_capital or not page.words[head].sorts & Sort.DOCUMENT:
        return None
    while verb > floor and page.tags[verb - 1] in "HrM":
        verb -= 1
    return None if page.tags[verb - 1] in "Bt" else verb
