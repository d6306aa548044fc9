"""Clauses: whose clause a verb goes on with, where no subject stands before it."""

from attrib.extraction.cues.acceptance import source_kind
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.descriptions import with_appositive_after
from attrib.extraction.subjects.subjects import REFLEXIVES, Subject, find_subject_before
from attrib.lexicon.entries import BODIES, Frame, Sort
from attrib.lexicon.tags import Tag

_FARTHEST = 60
_MOST_CLAUSES = 4
_WHILE = frozenset("while when after before".split())
_SPEAKING = BODIES | Sort.PERSON | Sort.TITLE | Sort.CROWD | Sort.ANONYMOUS
_TELLING = _SPEAKING | Sort.DOCUMENT


def find_clause_subject(
    page: Page, chunks: Chunks, at: int, floor: int
) -> Subject | None:
    """Return the subject of the clause that a verb goes on with: "..., and said that".

    That is the last one before it that opens a main clause, else the first that has a
    verb; the subject of a relative clause is none of them.

    Args:
        page: The page.
        chunks: Its noun phrases.
        at: Index of the token.
        floor: Where the sentence begins.
    """
    first = max(floor, at - _FARTHEST)
    subject: Subject | None = None
    for verb in range(first + 1, at):
        if page.finite[verb] == "V" and page.finite[verb - 1] != "V":
            while page.tags[verb - 1] == Tag.ADVERB and verb - 1 > floor:
                verb -= 1
            found = find_subject_before(page, chunks, verb, floor)
            if found is None or found.shape == "relative":
                continue
            start = found.range[0]
            is_main = start == floor or page.tags[start - 1] in ",C"
            if is_main or subject is None:
                subject = found
    if subject is not None and page.tags[at] == Tag.GERUND:
        return _doer(page, chunks, subject, at) or subject
    return subject


def _doer(page: Page, chunks: Chunks, subject: Subject, at: int) -> Subject | None:
    """Return Lind of "The road was closed by Lind while saying that": no road speaks.

    A memo may say something when it is sent, but no memo is used "while saying" so.

    Args:
        page: The page.
        chunks: Its noun phrases.
        subject: The subject of the clause.
        at: Index of the form in -ing behind it.
    """
    speaking = _SPEAKING if page.norm(at - 1) in _WHILE else _TELLING
    # "The picture Lind took was used" is read as one noun phrase, "the picture Lind".
    places = range(*subject.core)
    nouns = [page.words[k] for k in places if page.tags[k] == Tag.NOUN]
    if not nouns or any(noun.sorts & speaking for noun in nouns):
        return None
    for by in range(subject.range[1] + 1, at):
        if page.norm(by) == "by" and page.tags[by - 1] in "dq":
            doer = chunks.after(by + 1, at)
            words = page.words[slice(*doer)] if doer else ()
            if doer and any(w.sorts & _SPEAKING or w.is_capital for w in words):
                return Subject(doer, doer, "noun phrase")
    return None


def find_inverted(page: Page, chunks: Chunks, group: Group, stop: int) -> Range | None:
    """Return Ada Lind in 'Says Ada Lind, "It will hold."': the verb comes first.

    Args:
        page: The page.
        chunks: Its noun phrases.
        group: The verb group, at the head of its sentence.
        stop: Begin of the content.
    """
    if page.quotation_of[stop] < 0 or Frame.INVERTED not in group.cue.frames:
        return None
    found = chunks.after(group.last, stop - 1)
    if found is None:
        return None
    whole = with_appositive_after(page, chunks, found, stop - 1)
    return whole if page.tags[whole[1]] in ",:" else None


def with_speaker_beside(page: Page, chunks: Chunks, source: Range, limit: int) -> Range:
    """Return "Lind and Berg" of "said Lind and Berg in a statement".

    Args:
        page: The page.
        chunks: Its noun phrases.
        source: Range of the first.
        limit: Index that the second may not reach beyond.
    """
    at = source[1]
    end = chunks.end_of.get(at + 1, at)
    if page.norm(at) != "and" or not at < end <= limit:
        return source
    is_named = source_kind(page, (at + 1, end)) in ("person", "body", "name")
    is_clause = page.finite[end : end + 1] == "V"
    return (source[0], end) if is_named and not is_clause else source


def find_main_subject(
    page: Page, chunks: Chunks, group: Group, floor: int, inherited: Range | None
) -> Range | None:
    """Return whose clause a participle goes on with: "he left, saying that".

    Args:
        page: The page.
        chunks: Its noun phrases.
        group: The participle's verb group; a comma stands before it.
        floor: Index that the clause may not begin before.
        inherited: The source of the cue before it, or None.
    """
    last = group.first - 1
    for _ in range(_MOST_CLAUSES):
        nearest = max(floor, last - _FARTHEST)
        comma = page.tags.rfind(Tag.COMMA, nearest, last)
        first = comma + 1 if comma >= 0 else nearest
        is_inverted = page.tags[first] in "zd"  # "said the mayor, adding that"
        if is_inverted or page.quotation_of[last - 1] >= 0:
            return inherited
        if page.tags[first] not in "W=":
            if inherited is not None and first <= inherited[0] < last:
                return inherited
            found = _acting(page, chunks, first, last)
            if found is not None:
                acting = Subject(found, found, "noun phrase")
                doer = _doer(page, chunks, acting, group.first)
                return found if doer is None else doer.range
        if comma < 0:
            break
        last = comma
    return inherited


def _acting(page: Page, chunks: Chunks, first: int, last: int) -> Range | None:
    """Return the first noun phrase between two tokens that a verb follows."""
    for at in range(first, last):
        found = chunks.after(at, last)
        if found is None or page.tags[at - 1] == Tag.PREPOSITION:
            continue
        end = chunks.end_of.get(found[1] + 1)
        if page.norm(found[1]) == "and" and end is not None and end < last:
            found = found[0], end  # "the Court of England and Wales ruled, finding"
        after = found[1]
        while page.tags[after] == Tag.ADVERB or page.norm(after) in REFLEXIVES:
            after += 1
        verbs = "zdMBHD" if after == found[1] else "zdMBHDq"
        if after < last and page.tags[after] in verbs:
            return found
    return None
