"""Every person and body that a page names, sources or not."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from attrib.extraction.chunks import Chunks
from attrib.extraction.mentions import Reading, read_mention
from attrib.extraction.page import Page, Range
from attrib.lexicon.tags import Tag
from attrib.model.source import SourceKind


@attrs.frozen(eq=False)
class Name:
    """One place at which somebody is named."""

    place: Range
    reading: Reading


class Names:
    """The names of one page, in text order, read when they are first asked for."""

    def __init__(self, page: Page, chunks: Chunks) -> None:
        self._page = page
        self._chunks = chunks
        self._read: list[Name] | None = None
        self._begins: list[int] = []
        self._by_word: dict[str, dict[frozenset[str], Reading]] = {}

    def persons(self, start: int, end: int) -> Sequence[Name]:
        """Return the persons named between two tokens."""
        names = self._all()
        low = bisect_left(self._begins, start)
        high = bisect_left(self._begins, end)
        return [
            name for name in names[low:high] if name.reading.kind is SourceKind.PERSON
        ]

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
        found = self._by_word.get(word, {})
        return next(iter(found.values())) if len(found) == 1 else None

    def _all(self) -> list[Name]:
        if self._read is None:
            self._read = list(self._find())
            self._begins = [name.place[0] for name in self._read]
            for name in self._read:
                reading = name.reading
                if reading.kind is SourceKind.PERSON and len(reading.words) > 1:
                    last = self._page.norm(name.place[1] - 1)
                    if last not in reading.words:
                        last = reading.name.lower().split()[-1]
                    self._by_word.setdefault(last, {})[reading.words] = reading
        return self._read

    def _find(self) -> Iterator[Name]:
        page = self._page
        for first, last in page.sentences:
            at = first
            while at < last:
                phrase = self._chunks.after(at, last)
                if phrase is None:
                    at += 1
                    continue
                # One word alone is no person that could be told from a place.
                is_long = phrase[1] - phrase[0] > 1
                if is_long and Tag.NAME in page.tags[phrase[0] : phrase[1]]:
                    reading = read_mention(page, phrase)
                    if reading.is_named:
                        yield Name(phrase, reading)
                at = phrase[1]
