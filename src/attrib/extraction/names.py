"""Every person and body that a page names, sources or not."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from attrib.extraction.chunks import Chunks
from attrib.extraction.mentions import read_mention
from attrib.extraction.page import Page, Range
from attrib.extraction.readings import Reading
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind

_ACRONYM = re.compile(r"[A-Z][A-Za-z.&-]{0,9}[A-Z.]")
_SMALL_WORDS = frozenset("of the and for in on to de la & a".split())
_WHERE = frozenset("in at on near across outside around inside through".split())
_VERBS = frozenset("zdMBHD")

_MOST_NAMES = 40
"""How many names back are looked at: time stays linear in the text."""
_MOST_ALIKE = 8
"""Of more names that share a word none is the only one."""


@attrs.frozen(eq=False)
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


class Names:
    """The names of one page, in text order, read when they are first asked for."""

    def __init__(self, page: Page, chunks: Chunks) -> None:
        self._page = page
        self._chunks = chunks
        self._read: list[Name] | None = None
        self._begins: list[int] = []
        self._by_text: dict[str, Reading] = {}
        self._outlets: list[Name] = []
        self._by_word: dict[str, dict[frozenset[str], Reading]] = {}
        self._by_role: dict[str, dict[frozenset[str], Reading]] = {}
        self._by_head: dict[str, dict[frozenset[str], Reading]] = {}
        self._by_acronym: dict[str, dict[frozenset[str], Reading]] = {}

    def persons(self, start: int, end: int) -> Sequence[Name]:
        """Return the persons named last between two tokens."""
        names = self._all()
        low = bisect_left(self._begins, start)
        high = bisect_left(self._begins, end)
        low = max(low, high - _MOST_NAMES)
        return [name for name in names[low:high] if name.reading.may_be_person]

    def outlet_before(self, at: int) -> Reading | None:
        """Return the news outlet that is named last before a token, or None."""
        self._all()
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
        self._all()
        (word,) = reading.words
        return _only(self._by_word.get(word, {}), reading.gender)

    def in_full(self, reading: Reading) -> Reading | None:
        """Return the one body whose initials an acronym is, or None."""
        if not _ACRONYM.fullmatch(reading.name):
            return None
        self._all()
        return _only(self._by_acronym.get(_letters(reading.name), {}))

    def with_role(self, role: str, gender: int = Sort.NONE) -> Reading | None:
        """Return the one person who is given an office in the text, or None.

        "the president" is rather President Lind than the president of the council.
        """
        self._all()
        found = _only(self._by_role.get(f"={role}", {}), gender)
        return found or _only(self._by_role.get(role, {}), gender)

    def with_head(self, head: str) -> Reading | None:
        """Return the one body whose name holds a noun ("ministry"), or None."""
        self._all()
        return _only(self._by_head.get(head, {}))

    def _all(self) -> list[Name]:
        if self._read is None:
            self._read = list(self._find())
            self._begins = [name.place[0] for name in self._read]
            for name in self._read:
                self._note(name)
            self._read = [self._as_person(name) for name in self._read]
        return self._read

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

    def _note(self, name: Name) -> None:
        reading = name.reading
        if reading.is_person:
            if len(reading.words) > 1:
                last = reading.name.lower().split()[-1]
                if last not in reading.words:
                    last = self._page.norm(name.place[1] - 1)
                self._by_word.setdefault(last, {})[reading.words] = reading
            words = role_words(self._page, reading.role)
            for word in words if len(words) != 1 else (*words, f"={words[0]}"):
                self._by_role.setdefault(word, {})[reading.words] = reading
            return
        if reading.kind is SourceKind.NEWS_OUTLET and _is_title(reading.name):
            self._outlets.append(name)
        if len(reading.words) > 1 and reading.kind is not SourceKind.DOCUMENT:
            self._by_head.setdefault(reading.head, {})[reading.words] = reading
            for letters in _initials(reading.name):
                self._by_acronym.setdefault(letters, {})[reading.words] = reading

    def _find(self) -> Iterator[Name]:
        page = self._page
        begins = self._chunks.end_of
        for index, (first, last) in enumerate(page.sentences):
            at = first
            while at < last:
                phrase = self._chunks.after(at, last) if at in begins else None
                if phrase is None:
                    at += 1
                    continue
                if any(word.is_capital for word in page.words[at : phrase[1]]):
                    reading = self._read_name(phrase)
                    if reading is not None:
                        yield Name(
                            phrase,
                            reading,
                            index,
                            page.tags[phrase[1] : phrase[1] + 1] in _VERBS,
                            page.quotation_of[phrase[0]],
                        )
                at = phrase[1]

    def _read_name(self, phrase: Range) -> Reading | None:
        page = self._page
        last = page.words[phrase[1] - 1]
        if last.sorts & Sort.DAY:
            return None  # "this February"
        if phrase[1] - phrase[0] == 1:
            # One word alone is an outlet, or a person where a verb follows.
            word = page.words[phrase[0]]
            if word.sorts & ~(Sort.OUTLET | Sort.GIVEN | Sort.MALE | Sort.FEMALE):
                return None
            is_outlet = word.sorts & Sort.OUTLET or word.norm in page.lexicon.outlets
            before = page.tags[phrase[0] - 1] if phrase[0] else Tag.STOP
            is_name = word.tags[0] == Tag.NAME or before not in '."-:'
            is_subject = page.tags[phrase[1] : phrase[1] + 1] in _VERBS
            if word.norm.removesuffix("s") in page.lexicon.knowledge.countries:
                return None
            if not is_outlet and not (is_name and is_subject):
                return None
        said = page.say(phrase)
        reading = self._by_text.get(said)
        if reading is None:
            reading = self._by_text[said] = read_mention(page, phrase)
        if not reading.is_named or reading.parts:
            return None
        if not reading.may_be_person or reading.role or reading.gender:
            return reading
        is_place = page.norm(phrase[0] - 1) in _WHERE if phrase[0] else False
        has_article = page.tags[phrase[0]] == Tag.DETERMINER  # "the Taoiseach"
        return None if is_place or has_article else reading


def role_words(page: Page, role: str | None) -> list[str]:
    """Return the words of an office, those that mean the same made one."""
    roles = page.lexicon.roles
    return [roles.get(word, word) for word in role.lower().split()] if role else []


def _only(
    found: dict[frozenset[str], Reading], gender: int = Sort.NONE
) -> Reading | None:
    """Return the one reading that names all the others, or None."""
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
