"""An index of documents by their shingles: saved, loaded and extended."""

import base64
import datetime as dt
import hashlib
import json
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any

import attrs

from attrib.errors import DocumentError, FormatError, caret
from attrib.model.cluster import Cluster, Pair
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.provenance.copies import Link, find_copies
from attrib.provenance.groups import Group
from attrib.provenance.precedence import (
    document_of,
    moment,
    several,
    two_dates,
    two_texts,
)
from attrib.provenance.shingles import RECIPE, Profile, Shingler

_VERSION = 1
_KIND = "shingle-index"
_HEAD = {"attrib": _VERSION, "type": _KIND, "shingles": RECIPE}
_FIELDS: dict[str, tuple[type, ...]] = {
    "id": (str,),
    "published": (str, type(None)),
    "digest": (str,),
    "own": (int,),
    "shingles": (str,),
}
"""The keys of a document's line, in order, and what they hold."""

_DIGEST_BYTES = 12


@attrs.frozen
class Entry:
    """What an index keeps of one document; the text is not kept.

    Attributes:
        id: The document's id.
        published: When it was published, or None.
        digest: A hash of the text, 24 hexadecimal digits.
        profile: Its shingles.
    """

    id: str
    published: dt.date | None
    digest: str
    profile: Profile


class ShingleIndex:
    """Documents by their shingles, to find copies among many from day to day.

    Add documents in any order, all at once or from day to day: the same documents
    give the same clusters. The index holds no text, but a number of four
    bytes for each shingle.

    Example:
        >>> wire = Document("The harbour master closed the northern quay on Monday "
        ...                 "after the storm damaged three moored trawlers.", "wire")
        >>> daily = Document("PORT - The harbour master closed the northern quay "
        ...                  "Monday after a storm damaged three moored boats.", "day")
        >>> index = ShingleIndex([wire])
        >>> index.add(daily)
        >>> [cluster.members for cluster in index.clusters()]
        [('day', 'wire')]
        >>> ShingleIndex().clusters()
        ()
    """

    def __init__(self, documents: Iterable[Report | Document] = ()) -> None:
        self._shingler = Shingler()
        self._entries: dict[str, Entry] = {}
        self.extend(documents)

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        """Say whether a document of this id was added."""
        return name in self._entries

    def add(self, document: Report | Document) -> None:
        """Add one document; the same one again changes nothing.

        Raises:
            DuplicateIdError: Another text, or another date, was added under its id.
        """
        added = document_of(document)
        digest = _digest(added.text)
        known = self._entries.get(added.id)
        if known is not None:
            if known.digest != digest:
                raise two_texts(added)
            if known.published != added.published:
                raise two_dates(added, known.published)
            return
        profile = self._shingler.profile(added.text)
        self._entries[added.id] = Entry(added.id, added.published, digest, profile)

    def extend(self, documents: Iterable[Report | Document]) -> None:
        """Add documents one by one.

        Raises:
            DocumentError: They are none, or not several.
            DuplicateIdError: Two texts, or two dates, share an id.
        """
        for document in several(documents):
            self.add(document)

    def clusters(self) -> tuple[Cluster, ...]:
        """Return which documents are copies of one another.

        Returns:
            Clusters with every document in exactly one, alone where nothing is a
            copy of it; in the order of their first members.
        """
        entries = sorted(
            self._entries.values(), key=lambda entry: moment(entry.published, entry.id)
        )
        groups = find_copies([entry.profile for entry in entries])
        return tuple(_cluster(group, entries) for group in groups)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the index to a file: a line of JSON each for the form and documents.

        The same documents give the same file, in whatever order they were added.
        """
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(_HEAD) + "\n")
            for name in sorted(self._entries):
                file.write(json.dumps(_record(self._entries[name])) + "\n")

    @classmethod
    def load(cls, path: str | PathLike[str]) -> "ShingleIndex":
        """Read an index that `save` wrote.

        Raises:
            FormatError: The file is none, is damaged, or is of another version.
            OSError: It cannot be read.
        """
        index = cls()
        with open(path, encoding="utf-8", newline="\n") as file:
            try:
                for entry in _read(file, str(path)):
                    index._entries[entry.id] = entry
            except UnicodeDecodeError as error:
                raise FormatError(f"{path} is not UTF-8: {error}") from error
        return index


def _digest(text: str) -> str:
    plain = text.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(plain, digest_size=_DIGEST_BYTES).hexdigest()


def _cluster(group: Group[Link], entries: list[Entry]) -> Cluster:
    pairs = tuple(_pair(link, entries) for link in group.links)
    return Cluster(
        members=tuple(entries[place].id for place in group.places),
        reason=_reason(pairs, entries[group.places[0]]),
        pairs=pairs,
    )


def _pair(link: Link, entries: list[Entry]) -> Pair:
    return Pair(
        first=entries[link.first].id,
        second=entries[link.second].id,
        first_share=link.first_share,
        second_share=link.second_share,
    )


def _reason(pairs: tuple[Pair, ...], first: Entry) -> str:
    if not pairs:
        if not len(first.profile):
            return "it has no words to compare"
        return "no other document shares enough of its words"
    shares = sorted(pair.share for pair in pairs)
    low, high = f"{shares[0]:.0%}", f"{shares[-1]:.0%}"
    range_ = low if low == high else f"{low} to {high}"
    if len(pairs) == 1:
        return f"the shorter one shares {range_} of its shingles with the other"
    return (
        f"in each of the {len(pairs)} pairs that tie the {len(pairs) + 1} documents "
        f"together the shorter one shares {range_} of its shingles with the other"
    )


def _record(entry: Entry) -> dict[str, str | int | None]:
    published = entry.published
    return {
        "id": entry.id,
        "published": None if published is None else published.isoformat(),
        "digest": entry.digest,
        "own": entry.profile.own_count,
        "shingles": base64.b64encode(
            _swapped(entry.profile.shingles).tobytes()
        ).decode(),
    }


def _swapped(shingles: "array[int]") -> "array[int]":
    """Return the shingles with bytes in the file's order (little endian) or back."""
    if sys.byteorder == "little":
        return shingles
    turned = array("I", shingles)
    turned.byteswap()
    return turned


def _read(lines: Iterable[str], path: str) -> Iterator[Entry]:
    met: set[str] = set()
    head: Mapping[str, Any] | None = None
    for number, line in enumerate(lines, 1):
        record = _parse(line, f"{path}, line {number}")
        if head is None:
            head = record
            if head != _HEAD:
                raise FormatError(
                    f"{path} begins with {json.dumps(head)[:80]}; wanted "
                    f"{json.dumps(_HEAD)}"
                )
            continue
        entry = _entry(record, f"{path}, line {number}")
        if entry.id in met:
            raise FormatError(f"{path}, line {number}: {entry.id!r} was there before")
        met.add(entry.id)
        yield entry
    if head is None:
        raise FormatError(f"{path} is empty; wanted {json.dumps(_HEAD)}")


def _parse(line: str, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise FormatError(
            f"{place} is not JSON: {error.msg}\n{caret(line, error.pos)}"
        ) from error
    if not isinstance(record, dict):
        raise FormatError(f"{place} holds {line[:40]!r}; wanted an object")
    return record


def _entry(record: Mapping[str, Any], place: str) -> Entry:
    if tuple(record) != tuple(_FIELDS):
        raise FormatError(
            f"{place} has the keys {', '.join(record)}; wanted {', '.join(_FIELDS)}"
        )
    for key, wanted in _FIELDS.items():
        if type(record[key]) not in wanted:
            names = " or ".join(kind.__name__ for kind in wanted)
            raise FormatError(f"{place}: {key} is {record[key]!r:.40}, wanted {names}")
    try:
        # Document reads ids and dates; the text stayed behind.
        document = Document("", record["id"], published=record["published"])
        packed = base64.b64decode(record["shingles"], validate=True)
        shingles = _swapped(array("I", packed))
    except (DocumentError, ValueError) as error:
        raise FormatError(f"{place}: {error}") from error
    own_count = record["own"]
    if not 0 <= own_count <= len(shingles):
        raise FormatError(
            f"{place}: own is {own_count}, wanted 0 to {len(shingles)}, the number of "
            "shingles"
        )
    return Entry(
        document.id,
        document.published,
        record["digest"],
        Profile(shingles, own_count),
    )
