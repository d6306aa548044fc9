"""Triples: sources, cues and contents that somebody else found, held against a text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from attrib.errors import AssemblyError, SpanError
from attrib.extraction.places import Places, is_joined, nearest, show
from attrib.model.attribution import AttributionKind, Stance
from attrib.model.span import Passage, Span

Words = Any
"""Where words stand, as `Triple` describes it. JSON of other programs is read, too."""


@attrs.frozen
class Triple:
    """One source, cue and content as another extractor or a language model gives them.

    Each is given as exact words of the text, as `(words, n)` for the n-th place at
    which they stand (counted from 1), as offsets `(start, end)` in code points, as a
    `Span` or a `Passage`; or as a list of these, for words in several pieces. Words
    count where they do not begin or end inside of a longer word, and offsets that do
    are a fault; a `Span` is taken as it is. Where words stand more than once, they are
    those nearest to the parts of the triple that stand once.

    Attributes:
        source: The words that name the source here, or None.
        cue: The words of reporting, or None.
        content: What is attributed.
        addressee: The words that name who was told, or None.
        relays: The words that name who passed it on, outermost first.
        kind: Reporting, belief and so on; None to read it from the cue.
        stance: Asserts, denies and so on; None to read it from the cue.
        parent: Place of the triple, among those given, that it is nested in or relayed
            by; None to find it: the smallest content around the cue.

    Example:
        >>> Triple("Ada Lind", "said", "that it rained", stance="asserts").relays
        ()
    """

    source: Words
    cue: Words
    content: Words
    addressee: Words = attrs.field(default=None, kw_only=True)
    relays: Sequence[Words] = attrs.field(default=(), kw_only=True)
    kind: AttributionKind | str | None = attrs.field(default=None, kw_only=True)
    stance: Stance | str | None = attrs.field(default=None, kw_only=True)
    parent: int | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Placed:
    """A triple whose words have been found in the text."""

    source: Passage | None
    cue: Passage | None
    content: Passage
    addressee: Passage | None = None
    relays: tuple[Passage, ...] = ()
    kind: AttributionKind | None = None
    stance: Stance | None = None
    parent: int | None = None


class _Fault(Exception):  # noqa: N818  # it never leaves this module
    """What is wrong with one part of a triple."""


@attrs.frozen
class _Piece:
    """A piece of a part: the spans at which it may stand."""

    spans: tuple[Span, ...]
    shown: str


def place_triples(
    text: str, triples: Iterable[Triple | Sequence[Words] | Mapping[str, Words]]
) -> list[Placed]:
    """Return triples with their words found in a text, in the order they are given.

    Args:
        text: The whole text.
        triples: Triples; or sequences of source, cue and content; or mappings of the
            names of a triple's attributes to their values.

    Raises:
        AssemblyError: A triple has no such form, or its words do not stand in the
            text; the first fault of each part of each triple is listed.

    Example:
        >>> (placed,) = place_triples("AFP said it rained.", [("AFP", "said", (9, 18))])
        >>> placed.cue.spans, placed.content.text
        ((Span(start=4, end=8),), 'it rained')
    """
    untyped: object = triples
    is_one = isinstance(untyped, Triple | Mapping | str | bytes)
    if is_one or not isinstance(untyped, Iterable):
        one = "one " if is_one else ""
        raise AssemblyError(
            "wanted several triples, such as a list of them, and got "
            f"{one}{type(untyped).__name__}"
        )
    faults: list[str] = []
    placed = []
    places, given = Places(text), list(triples)
    for place, value in enumerate(given):
        found = _place(places, value, place, len(given), faults)
        if found is not None:
            placed.append(found)
    if not faults:
        faults = [
            f"triple {place}, parent: it would be its own ancestor"
            for place in _circular(placed)
        ]
    if len(faults) == 1:
        raise AssemblyError(faults[0])
    if faults:
        listed = "\n".join(faults)
        raise AssemblyError(f"{len(faults)} faults in these triples:\n{listed}")
    return placed


def _circular(placed: Sequence[Placed]) -> Iterator[int]:
    """Yield one triple of each circle of parents."""
    settled: set[int] = set()
    for place in range(len(placed)):
        trail: set[int] = set()
        at: int | None = place
        while at is not None and at not in settled:
            if at in trail:
                yield at
                break
            trail.add(at)
            at = placed[at].parent
        settled |= trail


def _place(
    places: Places, value: Any, place: int, count: int, faults: list[str]
) -> Placed | None:
    """Return a triple placed in the text, or note its faults."""

    def fault(part: str, message: object) -> None:
        where = f"triple {place}, {part}" if part else f"triple {place}"
        faults.append(f"{where}: {message}")

    before = len(faults)
    try:
        triple = _read_triple(value, lambda what: fault("", what))
    except _Fault as error:
        fault("", error)
        return None
    pieces: dict[str, list[_Piece]] = {}
    for part, words in _parts(triple):
        try:
            pieces[part] = _read_words(places, words)
        except _Fault as error:
            fault(part, error)
    passages = {}
    if len(faults) == before:
        anchors = [
            piece.spans[0]
            for held in pieces.values()
            for piece in held
            if len(piece.spans) == 1
        ]
        # The cue stands beside the others, so it tells which of them are meant.
        for part in sorted(pieces, key=lambda name: name != "cue"):
            try:
                passages[part] = _settle(places.text, pieces[part], anchors)
            except (_Fault, SpanError) as error:
                fault(part, error)
    kind = _member(AttributionKind, triple.kind, lambda what: fault("kind", what))
    stance = _member(Stance, triple.stance, lambda what: fault("stance", what))
    parent = triple.parent
    is_place = type(parent) is int and 0 <= parent < count and parent != place
    if parent is not None and not is_place:
        wanted = f"the place of another triple of {count}, counted from 0"
        fault("parent", f"found {parent!r:.60}, wanted {wanted}")
    if len(faults) > before:
        return None
    return Placed(
        source=passages.get("source"),
        cue=passages.get("cue"),
        content=passages["content"],
        addressee=passages.get("addressee"),
        relays=tuple(passages[name] for name in passages if name.startswith("relays")),
        kind=kind,
        stance=stance,
        parent=parent,
    )


def _read_triple(value: Any, fault: Callable[[str], None]) -> Triple:
    """Return a triple as far as it can be read, and note what is left out or lacks."""
    if isinstance(value, Triple):
        return value
    if isinstance(value, Mapping):
        names = [field.name for field in attrs.fields(Triple)]
        unknown = [repr(key) for key in value if key not in names]
        missing = [name for name in names[:3] if name not in value]
        if unknown:
            fault(f"it has {', '.join(unknown)}, and may have {', '.join(names)}")
        if missing:
            fault(f"it lacks {', '.join(missing)}; null stands for none")
        known: dict[str, Any] = dict.fromkeys(missing)
        return Triple(**known | {key: value[key] for key in names if key in value})
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 3:
        return Triple(*value)
    raise _Fault(f"found {show(value)}, wanted a source, a cue and a content")


def _parts(triple: Triple) -> Iterator[tuple[str, Words]]:
    """Yield the parts that a triple has, each with its name; the content always."""
    for part in ("source", "cue", "addressee"):
        if getattr(triple, part) is not None:
            yield part, getattr(triple, part)
    yield "content", triple.content
    relays = triple.relays
    if isinstance(relays, str) or not isinstance(relays, Sequence):
        relays = (relays,)
    for place, relay in enumerate(relays):
        yield f"relays[{place}]", relay


def _member(of: Any, value: Any, fault: Callable[[str], None]) -> Any:
    if value is None:
        return None
    try:
        return of(value)
    except ValueError:
        wanted = ", ".join(member.value for member in of)
        fault(f"found {show(value)}, wanted one of {wanted}, or None")
        return None


def _read_words(places: Places, words: Words) -> list[_Piece]:
    """Return the pieces of one part, each with the places where it may stand."""
    if isinstance(words, Passage):
        text = places.text
        said = Passage.of(text, *words.spans).text if words.end <= len(text) else ""
        if said != words.text:
            raise _Fault(f"it says {show(words.text)}, but the text {show(said)}")
        return [_at(text, span) for span in words.spans]
    if isinstance(words, str | Span) or _is_pair(words):
        return [_read_piece(places, words)]
    if isinstance(words, Sequence) and len(words):
        return [_read_piece(places, piece) for piece in words]
    raise _Fault(f"found {show(words)}, wanted words of the text or offsets")


def _is_pair(words: Words) -> bool:
    """Say whether words are offsets, or words and which of their places is meant."""
    if not isinstance(words, Sequence) or isinstance(words, str) or len(words) != 2:
        return False
    return type(words[1]) is int and type(words[0]) in (int, str)


def _read_piece(places: Places, piece: Words) -> _Piece:
    if isinstance(piece, str):
        return _Piece(_find(places, piece), piece)
    given = piece
    if isinstance(piece, Span):
        piece = piece.start, piece.end
    if not _is_pair(piece):
        raise _Fault(f"found {show(piece)}, wanted words of the text or offsets")
    first, second = piece
    if isinstance(first, str):
        spans = _find(places, first)
        if not 1 <= second <= len(spans):
            times = "once" if len(spans) == 1 else f"{len(spans)} times"
            raise _Fault(
                f"{show(first)} stands {times} in the text, so there is no place "
                f"{second} of it; they count from 1"
            )
        return _Piece((spans[second - 1],), first)
    try:
        span = Span(first, second)
    except SpanError as error:
        raise _Fault(error) from None
    text = places.text
    if not isinstance(given, Span):
        _check_edges(text, span)
    if span.end > len(text):
        raise _Fault(
            f"[{first}, {second}) ends beyond the text, which has {len(text)} "
            "characters"
        )
    return _at(text, span)


def _check_edges(text: str, span: Span) -> None:
    """Raise if offsets part a word, as those do that count bytes."""
    for edge, at in (("begin", span.start), ("end", span.end)):
        if is_joined(text, at):
            first, last = at, at
            while first and is_joined(text, first):
                first -= 1
            while is_joined(text, last):
                last += 1
            raise _Fault(
                f"[{span.start}, {span.end}) {edge}s inside of the word "
                f"{show(text[first:last])}: offsets count code points of the text, not "
                "bytes; a Span is taken as it is"
            )


def _at(text: str, span: Span) -> _Piece:
    if not span.of(text).strip():
        raise _Fault(f"there is only white space at [{span.start}, {span.end})")
    return _Piece((span,), "")


def _find(places: Places, words: str) -> tuple[Span, ...]:
    """Return where words stand; raise where nowhere."""
    if not words.strip():
        raise _Fault(f"found {words!r:.60}, wanted words of the text or offsets")
    spans = places.find(words)
    if not spans:
        raise _Fault(places.tell_missing(words))
    return spans


def _settle(text: str, pieces: Sequence[_Piece], anchors: list[Span]) -> Passage:
    """Return a part as one passage, its pieces where they stand nearest to anchors."""
    settled: list[Span] = []
    for piece in pieces:
        span = piece.spans[0]
        if len(piece.spans) > 1:
            if not anchors:
                raise _Fault(
                    f"{show(piece.shown)} stands {len(piece.spans)} times in the "
                    "text, and no other part of the triple stands once: give offsets, "
                    "or the words with the number of the place"
                )
            span = nearest(piece.spans, anchors)
            anchors.append(span)
        settled.append(span)
    return Passage.of(text, *sorted(settled))
