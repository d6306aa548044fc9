"""What "who", "which" and "that" stand for: the noun phrase before them."""

from attrib.extraction.mentions.mentions import read_mention
from attrib.extraction.mentions.readings import has_sort, link_of
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.page import CLITICS, Page, Range
from attrib.extraction.sources.names import Names
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind

_BEFORE = frozenset((Tag.COMMA, Tag.DASH, Tag.OPEN))
_FARTHEST = 30
_LONGEST_ASIDE = 6


def find_antecedent(page: Page, chunks: Chunks, names: Names, at: int) -> Range | None:
    """Return the noun phrase that a relative pronoun stands for, or None.

    Args:
        page: The page.
        chunks: Its noun phrases.
        names: Its names.
        at: Index of the pronoun.
    """
    norm, floor = page.norm(at), max(0, at - _FARTHEST)
    end = at
    if end > 0 and page.tags[end - 1] in _BEFORE:
        end -= 1
    end -= page.norm(end - 1) == "."
    end = _before_bracket(page, end, floor)
    phrase = chunks.before(end, floor)
    if phrase is not None and _is_state(page, phrase):
        # "the mayor of Northmoor, Ore., who"
        phrase = chunks.before(phrase[0] - 1, floor)
    if phrase is not None and norm == "who":
        phrase = _before_place(page, chunks, phrase, floor)
    if phrase is None or phrase[1] > at:
        return None
    if norm != "that":
        phrase = _last_named(page, chunks, phrase)
    if norm == "who":
        phrase = _people_in(page, _owner_of(page, phrase))
    elif norm == "which":
        phrase = _body_of(page, phrase)
    return _before_appositive(page, names, phrase)


def _before_bracket(page: Page, end: int, floor: int) -> int:
    """Return where an aside begins that ends there: "the Port Workers Union (PWU)"."""
    if page.tags[end - 1 : end] != Tag.CLOSE:
        return end
    begin = page.tags.rfind(Tag.OPEN, max(floor, end - _LONGEST_ASIDE), end)
    return begin if begin > floor else end


def _people_in(page: Page, phrase: Range) -> Range:
    """Return "two deputies" of "letters from two deputies, who": letters say nothing.

    What is no person's name and has no noun for people is a thing, however many nouns
    follow it: "a flurry of letters from members of the council".
    """
    start, end = phrase
    while True:
        link = link_of(page, start, end)
        core = start, link
        if _is_people(page, core):
            return start, end
        if link == end:
            return phrase
        start = link + 1


def _is_people(page: Page, core: Range) -> bool:
    if has_sort(page, *core, Sort.PERSON | Sort.CROWD | Sort.GIVEN | Sort.TITLE):
        return True
    if page.lexicon.is_place(page.say_plainly(core)):
        return False
    return Tag.NAME in page.tags[slice(*core)] or page.tags[core[0]] in "SOW"


def _body_of(page: Page, phrase: Range) -> Range:
    """Return "Norrsoft" of "the head of Norrsoft, which": no person is a which."""
    link = link_of(page, *phrase)
    if link + 1 >= phrase[1] or page.norm(link) != "of":
        return phrase
    is_office = read_mention(page, (phrase[0], link)).kind is SourceKind.PERSON
    return (link + 1, phrase[1]) if is_office else phrase


def _owner_of(page: Page, phrase: Range) -> Range:
    """Return "Mr. Lind" of "Mr. Lind's remarks, who": no remarks are a who."""
    owner = page.tags.find("$", phrase[0] + 1, phrase[1] - 1)
    if owner < 0 or page.norm(owner) not in CLITICS:
        return phrase
    is_person = has_sort(page, owner, phrase[1], Sort.PERSON | Sort.CROWD | Sort.GIVEN)
    is_name = Tag.NAME in page.tags[owner : phrase[1]]
    return phrase if is_person or is_name else (phrase[0], owner)


def _last_named(page: Page, chunks: Chunks, phrase: Range) -> Range:
    """Return "Norway" of "a war with Norway, which": a war says nothing."""
    start = chunks.start_of.get(phrase[1], phrase[0])
    if start == phrase[0] or page.norm(start - 1) == "of":
        return phrase
    whole, last = read_mention(page, phrase), read_mention(page, (start, phrase[1]))
    is_thing = whole.kind is SourceKind.UNKNOWN and not whole.is_named
    is_source = last.is_named and last.kind is not SourceKind.UNKNOWN
    return (start, phrase[1]) if is_thing and is_source else phrase


def _before_place(page: Page, chunks: Chunks, phrase: Range, floor: int) -> Range:
    """Return "Ada Lind" for "Mill Road" of "Ada Lind, from Mill Road, who"."""
    tags = page.tags
    link = phrase[0] - 1
    is_place = not tags[slice(*phrase)].strip("p#") and not has_sort(
        page, *phrase, Sort.GIVEN | Sort.TITLE | Sort.PERSON
    )
    if link - 1 <= floor or tags[link - 1 : link + 1] != ",I" or not is_place:
        return phrase
    named = chunks.before(link - 1, floor)
    if named is None or chunks.is_day(*named):
        return phrase
    is_person = Tag.NAME in tags[slice(*named)] or has_sort(
        page, *named, Sort.PERSON | Sort.CROWD
    )
    return named if is_person else phrase


def _is_state(page: Page, phrase: Range) -> bool:
    """Say whether a place behind a comma only says where the place before is."""
    if phrase[0] < 2 or page.tags[phrase[0] - 1] != Tag.COMMA:
        return False
    name = page.say_plainly(phrase)
    return page.lexicon.is_place(name) or page.norm(phrase[1]) == "."


def _before_appositive(page: Page, names: Names, phrase: Range) -> Range:
    """Return "Ada Lind" for the appositive of "Ada Lind, the mayor of X, who"."""
    first = page.sentence_at(phrase[0])[0]
    core = phrase[0], link_of(page, *phrase)
    is_office = has_sort(page, *core, Sort.PERSON)
    if not is_office:
        return phrase
    for name in reversed(names.persons(first, phrase[0])):
        between = page.tags[name.place[1] : phrase[0]]
        if between[:1] != Tag.COMMA or any(tag in "zdMBHC" for tag in between):
            break
        return name.place
    return phrase
