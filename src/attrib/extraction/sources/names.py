"""Every person and body that a page names, sources or not."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from attrib.extraction.mentions.outlets import is_like_outlet
from attrib.extraction.mentions.readings import Reading, link_of
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.page import CLITICS, Page, Range
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind

_ACRONYM = re.compile(r"[A-Z][A-Za-z.&-]{0,9}[A-Z.]")
_SMALL_WORDS = frozenset("of the and for in on to de la & a".split())
_WHERE = frozenset("in at on near across outside around inside through".split())
_OF_WHOM = frozenset("of for to".split())
MOST_NAMES = 40
"""How many names back are looked at: time stays linear in the text."""
_LONGEST_OFFICE = 14
_MOST_ALIKE = 8
"""Of more names that share a word none is the only one."""


@attrs.define(eq=False)
class Name:
    """One place at which somebody is named.

    Attributes:
        place: Its tokens.
        reading: What they say.
        sentence: Index of its sentence.
        is_subject: Whether it may be what its sentence is about: it stands before a
            verb.
        quotation: Index of the quotation it stands in, or -1.
    """

    place: Range
    reading: Reading
    sentence: int
    is_subject: bool
    quotation: int


Found = dict[frozenset[str], Reading]
"""Readings by the words of their names."""


class Names:
    """The names of one page, in text order, each read when it is first asked for.

    Reading a name takes long, and most are never asked for: the phrases that may be
    names are found by the words they hold.
    """

    def __init__(
        self, page: Page, chunks: Chunks, read: Callable[[Range], Reading]
    ) -> None:
        """Take a page, its noun phrases, and what reads a mention, each once."""
        self._page = page
        self._chunks = chunks
        self._read = read
        self._is_sought = False
        self._phrases: list[tuple[Range, int]] = []
        self._begins: list[int] = []
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        self._same: dict[str, int] = {}
        self._described: dict[int, Range] = {}
        self._names: dict[int, Name | None] = {}
        self._by_word: dict[str, Found] = {}
        self._by_head: dict[str, Found] = {}
        self._by_acronym: dict[str, Found] | None = None
        self._outlets: list[Name] | None = None
        self._places: dict[str, bool] = {}

    def persons(self, start: int, end: int) -> Sequence[Name]:
        """Return the persons named last between two tokens."""
        self._find()
        low = bisect_left(self._begins, start)
        names: list[Name] = []
        for place in range(bisect_left(self._begins, end) - 1, low - 1, -1):
            name = self._name(place)
            if name is not None:
                names.append(self._as_person(name))
                if len(names) == MOST_NAMES:
                    break
        return [name for name in reversed(names) if name.reading.may_be_person]

    def outlet_before(self, at: int) -> Reading | None:
        """Return the news outlet that is named last before a token, or None."""
        if self._outlets is None:
            self._outlets = [
                name
                for name in self._all()
                if name.reading.kind is SourceKind.NEWS_OUTLET
                and _is_title(name.reading.name)
            ]
        place = bisect_left(self._outlets, at, key=lambda name: name.place[0])
        return self._outlets[place - 1].reading if place else None

    def fuller(self, reading: Reading) -> Reading | None:
        """Return the one longer name of a person that ends with a single word.

        Returns:
            None where the text has no such name, or several: "Lind" may then be
            Ada Lind or Per Lind.
        """
        if len(reading.words) != 1:
            return None
        (word,) = reading.words
        found = self._by_word.get(word)
        if found is None:
            found = {
                name.reading.words: name.reading
                for name in self.with_words((word,))
                if name.reading.is_person
                and len(name.reading.words) > 1
                and self._last_word(name) == word
            }
            spelt = {
                words: each
                for words, each in found.items()
                if all(len(part) > 1 for part in words)
            }
            found = self._by_word[word] = spelt or found  # "A. Lind" is Ada Lind
        return only(found, reading.gender)

    def with_office(self, word: str, count: int) -> Iterator[Reading]:
        """Yield readings of names that may tell an office, the first in the text.

        Args:
            word: A word of the name.
            count: How many words the name has: a phrase of more may hold an office.
        """
        self._find()
        for place in self._holding.get(word, ())[:MOST_NAMES]:
            (start, end), _ = self._phrases[place]
            if end - start > count or place in self._described:
                name = self._name(place)
                if name is not None:
                    yield name.reading

    def with_given(self, reading: Reading, at: int) -> Reading | None:
        """Return the one person named before whose first name is that of a city.

        "Sofia" is Sofia Lind after her full name, in a text where nothing happens "in
        Sofia"; "Israel" stays the country whoever is named Israel Berg.

        Args:
            reading: The reading of a single word that is known.
            at: Index of the token that the person must be named before.
        """
        word = reading.name.lower()
        is_city = all(source.name.lower() != word for source in reading.known)
        if len(reading.words) != 1 or reading.name.isupper() or not is_city:
            return None
        found: Found = {
            name.reading.words: name.reading
            for name in self.with_words((word,))
            if name.place[0] < at
            and name.reading.is_person
            and name.reading.name.lower().split()[0] == word
        }
        return None if not found or self._is_where(word) else only(found)

    def _is_where(self, word: str) -> bool:
        """Say whether something is in or near what a word names, or goes there."""
        if word not in self._places:
            norm, tags = self._page.norm, self._page.tags
            self._places[word] = any(
                norm(at) == word
                and norm(at - 1) in _WHERE
                and tags[at + 1 : at + 2] != Tag.NAME
                for at in range(1, len(self._page))
            )
        return self._places[word]

    def _last_word(self, name: Name) -> str:
        last = name.reading.name.lower().split()[-1]
        if last in name.reading.words:
            return last
        return self._page.norm(name.place[1] - 1)

    def in_full(self, reading: Reading) -> Reading | None:
        """Return the one body whose initials an acronym is, or None."""
        if not _ACRONYM.fullmatch(reading.name):
            return None
        if self._by_acronym is None:
            self._by_acronym = {}
            for body in _bodies(self._all()):
                for letters in _initials(body.name):
                    self._by_acronym.setdefault(letters, {})[body.words] = body
        return only(self._by_acronym.get(_letters(reading.name), {}))

    def with_head(self, head: str) -> Reading | None:
        """Return the one body whose name holds a noun ("ministry"), or None."""
        if head not in self._by_head:
            self._by_head[head] = {
                body.words: body
                for body in _bodies(self.with_words((head,)))
                if body.head == head
            }
        return only(self._by_head[head])

    def _as_person(self, name: Name) -> Name:
        """Return "Berlin" as a person where the text names Ada Berlin."""
        if not name.reading.known:
            return name
        person = self.namesake(name.reading)
        return name if person is None else attrs.evolve(name, reading=person)

    def namesake(self, reading: Reading) -> Reading | None:
        """Return the person whose last name is that of a known body, or None."""
        if len(reading.words) != 1 or reading.name.isupper():
            return None
        return self.fuller(reading)

    def _all(self) -> list[Name]:
        self._find()
        names = map(self._name, range(len(self._phrases)))
        return [name for name in names if name is not None]

    def with_words(self, words: Iterable[str]) -> list[Name]:
        """Return the names whose phrases hold one of some words, in text order."""
        self._find()
        places = {place for word in words for place in self._holding.get(word, ())}
        names = map(self._name, sorted(places))
        return [name for name in names if name is not None]

    def _find(self) -> None:
        """Find the phrases that may be names, and the words that each holds."""
        page = self._page
        if self._is_sought:
            return
        self._is_sought = True
        index = behind = 0
        capital = -1
        sentences, capitals = page.sentences, page.capitals
        for at in sorted(self._chunks.end_of):
            if at < behind:
                continue  # part of the phrase before
            while sentences[index][1] <= at:
                index += 1
            last = sentences[index][1]
            if capital < at:
                capital = capitals.find("^", at)
                if capital < 0:
                    break
            if capital >= last:
                behind = last
                continue
            phrase = self._chunks.after(at, last)
            assert phrase is not None
            behind = phrase[1]
            if capital >= behind:
                continue
            phrase = self._bare(phrase)
            behind = phrase[1]
            if self._may_be_name(phrase):
                self._note(phrase, index)
                owner = page.tags.find(Tag.POSSESSIVE, phrase[0] + 2, behind)
                if owner >= 0 and page.norm(owner) in CLITICS:
                    self._note((phrase[0], owner), index)  # "Ada Lind's coat"
                outlet = self._outlet_in(phrase)
                if outlet is not None:
                    self._note(outlet, index)

    def _outlet_in(self, phrase: Range) -> Range | None:
        """Return "the Times" of "the front page of the Times"."""
        page = self._page
        link = page.tags.rfind(Tag.PREPOSITION, phrase[0] + 1, phrase[1] - 1)
        if link < 0:
            return None
        begin = link + 1 + (page.tags[link + 1] == Tag.DETERMINER)
        is_open = begin < phrase[1] and page.words[begin].may_begin_outlet
        name = page.say_plainly((begin, phrase[1]))
        return (begin, phrase[1]) if is_open and page.lexicon.is_outlet(name) else None

    def _note(self, phrase: Range, sentence: int) -> None:
        """Note a phrase that may be a name."""
        page = self._page
        place = len(self._phrases)
        self._phrases.append((phrase, sentence))
        self._begins.append(phrase[0])
        self._same.setdefault(page.say(phrase), place)
        tags, (start, end) = page.tags, phrase
        described = phrase
        if tags[start - 1] == Tag.COMMA or tags[end : end + 1] == Tag.COMMA:
            described = self._with_office(phrase)
        if described != phrase:
            self._described[place] = described
        holding = self._holding
        for word in page.norms(described):
            holding[word].append(place)

    def _with_office(self, phrase: Range) -> Range:
        """Return "Ada Lind, the mayor" and "the mayor, Ada Lind" with the office."""
        start, end = phrase
        tags = self._page.tags
        if start > 1 and tags[start - 1] == Tag.COMMA:
            before = self._chunks.before(start - 1, max(0, start - _LONGEST_OFFICE))
            if before is None or not self._is_office(before):
                return phrase
            return before[0], end
        if tags[end : end + 1] == Tag.COMMA:
            limit = min(len(tags), end + _LONGEST_OFFICE)
            after = self._chunks.after(end + 1, limit)
            if after is None or self._page.finite[after[1] : after[1] + 1] == "V":
                return phrase  # "sank off Gull Point, the mayor said"
            if self._is_office(after):
                return start, after[1]
        return phrase

    def _bare(self, phrase: Range) -> Range:
        """Return "Ada Lind" of "Ada Lind at a meeting of the council"."""
        start, end = phrase
        if end - start == 1:
            return phrase
        words, tags = self._page.words, self._page.tags
        is_participle = words[start].norm.endswith("ing")
        if is_participle and self._page.sentence_at(start)[0] == start:
            start += 1  # "Joining Lind at"
        at = start
        while (at := tags.find(Tag.PREPOSITION, at + 1, end)) >= 0:
            if words[at].norm in _OF_WHOM:
                continue
            behind = at + 1 + (tags[at + 1] in "T$")
            is_place = behind < end and words[behind].is_capital
            if words[at - 1].is_capital and not is_place:
                return start, at
        return start, end

    def _is_office(self, phrase: Range) -> bool:
        start, end = phrase
        page = self._page
        head = page.words[link_of(page, start, end) - 1]
        return bool(head.sorts & Sort.PERSON) and not head.sorts & Sort.DAY

    def _may_be_name(self, phrase: Range) -> bool:
        page = self._page
        start, end = phrase
        if page.words[end - 1].sorts & Sort.DAY:
            return False  # "this February"
        if end - start > 1:
            return True
        # One word alone is an outlet, or a person where a verb follows.
        word = page.words[start]
        if word.sorts & ~(Sort.OUTLET | Sort.GIVEN | Sort.MALE | Sort.FEMALE):
            return False
        if word.norm.removesuffix("s") in page.lexicon.knowledge.countries:
            return False
        if word.sorts & Sort.OUTLET or word.norm in page.lexicon.outlets:
            return True
        if is_like_outlet(page, phrase):
            return True  # "Sarnpost.com said"
        before = page.tags[start - 1] if start else Tag.STOP
        is_name = word.tags[0] == Tag.NAME or before not in '."-:'
        return is_name and page.finite[end : end + 1] == "V"

    def _name(self, place: int) -> Name | None:
        if place not in self._names:
            self._names[place] = self._read_name(place)
        return self._names[place]

    def _read_name(self, place: int) -> Name | None:
        page = self._page
        phrase, sentence = self._phrases[place]
        start, end = phrase
        first = self._same[page.say(phrase)]  # the same words are read once
        reading = self._read(self._phrases[first][0])
        if not reading.is_named or reading.parts:
            return None
        if reading.may_be_person and not (reading.role or reading.gender):
            is_place = start > 0 and page.norm(start - 1) in _WHERE
            if is_place or page.tags[start] == Tag.DETERMINER:  # "the Taoiseach"
                return None
        if reading.is_person and reading.role is None and place in self._described:
            described = self._read(self._described[place])
            if described.is_person and described.words == reading.words:
                reading = attrs.evolve(
                    reading, role=described.role, affiliation=described.affiliation
                )
        is_subject = page.finite[end : end + 1] == "V"
        return Name(phrase, reading, sentence, is_subject, page.quotation_of[start])


def _bodies(names: Iterable[Name]) -> list[Reading]:
    """Return the readings of names of several words that are no persons'."""
    return [
        name.reading
        for name in names
        if len(name.reading.words) > 1
        and not name.reading.is_person
        and name.reading.kind is not SourceKind.DOCUMENT
    ]


def only(
    found: dict[frozenset[str], Reading], gender: int = Sort.NONE
) -> Reading | None:
    """Return the one reading that names all the others, or None.

    Args:
        found: Readings by the words of their names.
        gender: `Sort.MALE` or `Sort.FEMALE` where only such a person is meant.
    """
    if len(found) > _MOST_ALIKE:
        return None
    if gender:
        found = {
            words: each
            for words, each in found.items()
            if not each.gender or each.gender & gender
        }
    if not found:
        return None
    longest = max(found, key=lambda words: (len(words), sorted(words)))
    return found[longest] if all(words <= longest for words in found) else None


def _is_title(name: str) -> bool:
    """Say whether a name is written as one, and is no description of a network."""
    return all(word[0].isupper() for word in name.split() if word not in _SMALL_WORDS)


def _letters(acronym: str) -> str:
    return acronym.replace(".", "").replace("-", "").upper()


def _initials(name: str) -> Iterator[str]:
    """Yield the initials of a name, with and without a country before it."""
    words = [
        word
        for part in name.replace("-", " ").split()
        if (word := part.strip("'’")) and word.lower() not in _SMALL_WORDS
    ]
    letters = "".join(word[0] for word in words if word[0].isalpha()).upper()
    if len(letters) > 1:
        yield letters
    if len(letters) > 2:
        yield letters[1:]
