"""Terminal: one report laid out as lines of text, in colour where it can be seen."""

import enum
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TextIO

from attrib.export.prose import (
    STANCE_VERBS,
    count,
    listing,
    percentages,
    shorten,
    tell_likelihood,
    visible,
    written_day,
)
from attrib.export.voices import Stretch, Tally, Voice, split_voices, tally_words
from attrib.model.attribution import Attribution, AttributionKind, Stance
from attrib.model.chain import Chain, Link, quote
from attrib.model.report import DiagnosticCode, Report
from attrib.model.span import Span


class Role(enum.StrEnum):
    """What a piece of a line is, for colour."""

    PLAIN = "plain"
    TITLE = "title"
    NAME = "name"
    CONTENT = "content"
    CUE = "cue"
    FAINT = "faint"
    WARNING = "warning"


_STYLES = {
    Role.PLAIN: "",
    Role.TITLE: "bold",
    Role.NAME: "bold cyan",
    Role.CONTENT: "green",
    Role.CUE: "yellow",
    Role.FAINT: "dim",
    Role.WARNING: "red",
}

Part = tuple[Role, str]
Line = tuple[Part, ...]

_BARS = {Voice.CONTENT: "┃", Voice.NAMING: "┆", Voice.OWN: "│"}
_VOICE_ROLES = {
    Voice.CONTENT: Role.CONTENT,
    Voice.NAMING: Role.CUE,
    Voice.OWN: Role.PLAIN,
}
_CONTENT_CHARS = 400
"""A longer content is cut where it is listed; below, the text shows all of it."""
_GUTTER_CHARS = 22
NAME_CHARS = 28
_EXCERPT_CHARS = 60
_REMARKS_SHOWN = 20
_WORD = re.compile(r"\w")
_CLOSING = re.compile(r"""[.,;:!?…)\]}”»’'"]+(?!\S)""")
_UNIT = re.compile(r"\s+|\S+")
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\u2029")
_NO_OUTLET = "the text itself"


def lay_out(report: Report, *, name: str, width: int = 88) -> Iterator[Line]:
    """Yield the lines that show a report: its chains, its text, and its remarks.

    Args:
        report: The report.
        name: What to head it with, such as the name of the file.
        width: Longest line in characters; a word that is longer stands by itself.

    Example:
        >>> from attrib.model.document import Document
        >>> report = Report(Document("It rained."))
        >>> for line in lay_out(report, name="rain.txt", width=60):
        ...     print(to_plain(line))
        rain.txt
        no chains · no sources · 2 words
        ────────────────────────────────────────────────────────────
        Nothing is attributed to anybody.
        <BLANKLINE>
        Every word accounted for
        <BLANKLINE>
          the text itself │ It rained.
        <BLANKLINE>
          2 words: 0% in somebody's content (┃), 0% naming source
          and cue (┆), 100% in the text's own voice (│)
    """
    chains, others = told_and_other(report)
    stretches = split_voices(report)
    tally = tally_words(report.document.text, stretches)
    yield from head(report, chains + others, tally, name=name, width=width)
    yield ((Role.FAINT, "─" * width),)
    if not chains and not others:
        yield ((Role.PLAIN, "Nothing is attributed to anybody."),)
    yield from _lay_out_chains(report, chains, width, first=1)
    if others:
        yield ()
        yield ((Role.TITLE, OTHERS_TITLE),)
        yield from _lay_out_chains(report, others, width, first=len(chains) + 1)
    if tally.word_count:
        yield ()
        yield ((Role.TITLE, "Every word accounted for"),)
        yield ()
        yield from _lay_out_text(report, chains + others, stretches, width)
        yield ()
        yield from _lay_out_tally(report, tally, width)
    if report.diagnostics:
        yield from _lay_out_remarks(report, width)


OTHERS_TITLE = "Also believed, perceived or wished for"


def told_and_other(report: Report) -> tuple[tuple[Chain, ...], tuple[Chain, ...]]:
    """Return the chains of reporting, and those of every other kind.

    Example:
        >>> from attrib.model.document import Document
        >>> told_and_other(Report(Document("It rained.")))
        ((), ())
    """
    others = tuple(
        chain
        for chain in report.chains(kinds=tuple(AttributionKind))
        if chain.kind is not AttributionKind.REPORTING
    )
    return report.chains(), others


def to_plain(line: Line) -> str:
    """Return a line without colour.

    Example:
        >>> to_plain(((Role.NAME, "mayor"), (Role.PLAIN, ": ")))
        'mayor:'
    """
    return "".join([text for _, text in line]).rstrip()


def choose_printer(stream: TextIO) -> Callable[[Line], None]:
    """Return what prints lines on a stream, in colour if that is seen there.

    Colour needs a terminal, and rich, which `attrib[cli]` brings.
    """

    def print_plain(line: Line) -> None:
        stream.write(to_plain(line) + "\n")

    if not stream.isatty():
        return print_plain
    try:
        from rich.console import Console
        from rich.text import Text
    except ImportError:
        return print_plain
    console = Console(file=stream, highlight=False, markup=False, emoji=False)

    def print_coloured(line: Line) -> None:
        pieces = [(text, _STYLES[role]) for role, text in line]
        console.print(Text.assemble(*pieces), soft_wrap=True)

    return print_coloured


def head(
    report: Report, chains: Sequence[Chain], tally: Tally, *, name: str, width: int
) -> Iterator[Line]:
    """Yield the lines over a report: its name, who published it, and the counts.

    Args:
        report: The report.
        chains: The chains that are listed under the head, and counted in it.
        tally: The words of the text.
        name: What to call the report.
        width: Longest line in characters.
    """
    document = report.document
    origins = {chain.origin.key for chain in chains if chain.origin is not None}
    known = [
        None if document.outlet is None else f"by {visible(document.outlet.name)}",
        None if document.published is None else written_day(document.published),
    ]
    published = ", ".join([fact for fact in known if fact is not None])
    facts = [
        *([f"published {published}"] if published else []),
        count(len(chains), "chain"),
        count(len(origins), "source"),
        count(tally.word_count, "word"),
    ]
    yield ((Role.TITLE, visible(name)),)
    yield from _flow([(Role.PLAIN, " · ".join(facts))], width)


def _lay_out_chains(
    report: Report, chains: Sequence[Chain], width: int, *, first: int
) -> Iterator[Line]:
    for number, chain in enumerate(chains, first):
        yield ()
        yield from _lay_out_chain(report, chain, number, width)


def _lay_out_chain(
    report: Report, chain: Chain, number: int, width: int
) -> Iterator[Line]:
    first: Line = ((Role.TITLE, f"{number:>3}  "),)
    parts: list[Part] = []
    for link in chain.links:
        if parts:
            parts.append((Role.FAINT, " ← "))
        parts.append((Role.NAME, link.name))
    words = shorten(" ".join(chain.content.text.split()), _CONTENT_CHARS)
    parts.append((Role.PLAIN, ": "))
    parts.append((Role.CONTENT, quote(words)))
    yield from _flow(parts, width, first=first, rest=((Role.PLAIN, " " * 5),))
    # A chain that a report makes always comes from an attribution.
    assert chain.attribution is not None
    innermost = report.attributions[chain.attribution]
    for label, fact in _facts(chain, innermost):
        yield from _labelled(label, [(Role.PLAIN, fact)], width)
    label = "why"
    # That the outlet published the document stands in the head.
    silent = chain.has_outlet and chain.links[0].attribution is None
    links = chain.links[1:] if silent else chain.links
    names = [shorten(visible(link.name), NAME_CHARS) for link in links]
    column = max(map(len, names))
    for link, name in zip(links, names, strict=True):
        for reason in _reasons(report, chain, link):
            entry = (Role.NAME, f"{name:<{column}}  ")
            yield from _labelled(label, reason, width, entry=entry)
            label = name = ""


def _facts(chain: Chain, innermost: Attribution) -> Iterator[tuple[str, str]]:
    """Yield what is known of the content beyond its way, with a label for each."""
    if chain.time is not None:
        said = f"said {chain.time}: "
        how = [r.removeprefix(said) for r in innermost.reasons if r.startswith(said)]
        day = written_day(chain.time)
        yield "when", f"{day} ({how[0]})" if how else day
    if innermost.channel is not None:
        yield "channel", innermost.channel
    if innermost.addressee is not None:
        yield "to", innermost.addressee.text
    if chain.kind is not AttributionKind.REPORTING:
        yield "kind", chain.kind.value
    if chain.stance is not Stance.ASSERTS:
        verb = STANCE_VERBS[chain.stance]
        value = chain.stance.value
        yield "stance", verb if verb == value else f"{value}: {verb}"
    if innermost.hedges:
        yield "hedged", listing([f'"{hedge.text}"' for hedge in innermost.hedges])
    if innermost.likelihoods:
        yield "likely", listing([tell_likelihood(s) for s in innermost.likelihoods])


def _reasons(report: Report, chain: Chain, link: Link) -> Iterator[list[Part]]:
    """Yield why a link stands in its chain: words and rule, or what was concluded.

    What is said of the content's day is not said again of the link.
    """
    parts: list[Part] = []
    words = _words_of(report.document.text, link)
    if words:
        parts.append((Role.CUE, f'"{words}" '))
    if link.is_inferred:
        parts.append((Role.WARNING, "inferred: "))
    if link.attribution is None:
        yield [*parts, (Role.FAINT, link.reason)]
        return
    attribution = report.attributions[link.attribution]
    is_innermost = link is chain.links[-1]
    if attribution.stance is not Stance.ASSERTS and not is_innermost:
        parts.append((Role.PLAIN, f"{STANCE_VERBS[attribution.stance]} "))
    if attribution.time is not None and attribution.time != chain.time:
        parts.append((Role.PLAIN, f"({written_day(attribution.time)}) "))
    yield [*parts, (Role.FAINT, link.reason)]
    told = (link.reason, f"said {chain.time}: ")
    for reason in attribution.reasons:
        if not reason.startswith(told):
            yield [(Role.FAINT, reason)]


def _words_of(text: str, link: Link) -> str:
    """Return mention and cue as they stand, an ellipsis for what is between them."""
    passages = [p for p in (link.mention, link.cue) if p is not None]
    spans = sorted({span for passage in passages for span in passage.spans})
    words, end = "", 0
    for span in spans:
        if words:
            words += " … " if text[end : span.start].strip() else " "
        words += span.of(text)
        end = span.end
    return words


def _labelled(
    label: str, parts: Iterable[Part], width: int, *, entry: Part = (Role.PLAIN, "")
) -> Iterator[Line]:
    """Yield parts under a label and the name of the entry they are about."""
    head: Part = (Role.FAINT, f"{'':5}{label:<9}")
    gap: Part = (Role.PLAIN, " " * (len(head[1]) + len(entry[1])))
    yield from _flow(parts, width, first=(head, entry), rest=(gap,))


def _lay_out_text(
    report: Report, chains: Sequence[Chain], stretches: Sequence[Stretch], width: int
) -> Iterator[Line]:
    """Yield the text itself, and in the margin who stands behind each stretch."""
    outlet = report.document.outlet
    own = _NO_OUTLET if outlet is None else visible(outlet.name)
    labels = _margin_labels(report.attributions, chains)
    gutter = max(len(own), *map(len, labels)) if labels else len(own)
    for stretch, words in _paragraphs(report.document.text, stretches):
        if stretch is None:
            yield ()
            continue
        label = own if stretch.voice is Voice.OWN else ""
        if stretch.voice is Voice.CONTENT:
            assert stretch.attribution is not None
            label = labels[stretch.attribution]
        bar = (Role.FAINT, f" {_BARS[stretch.voice]} ")
        yield from _flow(
            [(_VOICE_ROLES[stretch.voice], words)],
            width,
            first=((Role.NAME, f"  {label:>{gutter}}"), bar),
            rest=((Role.NAME, " " * (gutter + 2)), bar),
        )


def _margin_labels(
    attributions: Sequence[Attribution], chains: Sequence[Chain]
) -> tuple[str, ...]:
    """Return for each attribution its source and a chain that it is in."""
    numbers = {chain.attribution: number for number, chain in enumerate(chains, 1)}
    for number, chain in enumerate(chains, 1):
        assert chain.attribution is not None
        at = attributions[chain.attribution].outer
        while at is not None and at not in numbers:
            numbers[at] = number
            at = attributions[at].outer
    labels = []
    for attribution in attributions:
        # What is not said, or only passed on, is in no chain.
        place = numbers.get(attribution.index)
        mark = "" if place is None else f" [{place}]"
        source = attribution.source
        name = "unnamed" if source is None else visible(source.name)
        labels.append(shorten(name, _GUTTER_CHARS - len(mark)) + mark)
    return tuple(labels)


def _paragraphs(
    text: str, stretches: Iterable[Stretch]
) -> Iterator[tuple[Stretch | None, str]]:
    """Yield each stretch with its words, and None between paragraphs.

    What holds no word, such as the full stop after a content, goes with the words
    before it, lest a line be of it or begin with it; and mention and cue side by side
    are one.
    """
    held: Stretch | None = None
    words = ""
    for stretch in stretches:
        pieces = _PARAGRAPH_BREAK.split(stretch.span.of(text))
        for place, piece in enumerate(pieces):
            if place and held is not None:
                yield held, words
                yield None, ""
                held, words = None, ""
            if held is not None and (closing := _CLOSING.match(piece)):
                words += closing[0]
                piece = piece[closing.end() :]
            if held is not None and (
                not _WORD.search(piece) or held.voice is stretch.voice is Voice.NAMING
            ):
                words += piece
                continue
            if held is not None:
                yield held, words
            held, words = (stretch, piece) if piece.strip() else (None, "")
    if held is not None:
        yield held, words


def _lay_out_tally(report: Report, tally: Tally, width: int) -> Iterator[Line]:
    outlet = report.document.outlet
    own = "the text's" if outlet is None else "the outlet's"
    content, naming, rest = percentages((tally.content, tally.naming, tally.own))
    words = (
        f"{count(tally.word_count, 'word')}: {content}% in somebody's content (┃), "
        f"{naming}% naming source and cue (┆), {rest}% in {own} own voice (│)"
    )
    indent: Line = ((Role.PLAIN, "  "),)
    yield from _flow([(Role.PLAIN, words)], width, first=indent, rest=indent)


def _lay_out_remarks(report: Report, width: int) -> Iterator[Line]:
    """Yield what could not be read; of each code, the first of them and a number."""
    yield ()
    yield ((Role.TITLE, "Remarks on the reading"),)
    yield ()
    numbers = Counter(diagnostic.code for diagnostic in report.diagnostics)
    shown: Counter[DiagnosticCode] = Counter()
    for diagnostic in report.diagnostics:
        code = diagnostic.code
        shown[code] += 1
        if shown[code] > _REMARKS_SHOWN:
            continue
        parts = [(Role.WARNING, code.value), (Role.PLAIN, f": {diagnostic.message}")]
        if diagnostic.span is not None:
            parts.append((Role.CONTENT, f" {_excerpt(report, diagnostic.span)}"))
        first: Line = ((Role.WARNING, "  ! "),)
        yield from _flow(parts, width, first=first, rest=((Role.PLAIN, "    "),))
        if shown[code] == _REMARKS_SHOWN < numbers[code]:
            more = numbers[code] - _REMARKS_SHOWN
            yield ((Role.FAINT, f"    and {more:,} more of {code.value}"),)


def _excerpt(report: Report, span: Span) -> str:
    """Return the words at a span, if it holds any, and where it is."""
    place = f"({span.start}-{span.end})"
    stop = min(span.end, span.start + _EXCERPT_CHARS + 1)
    words = shorten(visible(report.document.text[span.start : stop]), _EXCERPT_CHARS)
    if not _WORD.search(words):
        return place
    return f"{quote(words)} {place}"


def _flow(
    parts: Iterable[Part], width: int, *, first: Line = (), rest: Line = ()
) -> Iterator[Line]:
    """Yield parts as lines no longer than the width, white space made single."""
    line = list(first)
    margin = column = sum(len(text) for _, text in first)
    for unit in _units(parts):
        size = sum(len(text) for _, text in unit)
        if column > margin and column + 1 + size > width:
            yield tuple(line)
            line = list(rest)
            column = sum(len(text) for _, text in rest)
        elif column > margin:
            line.append((unit[0][0], " "))
            column += 1
        line.extend(unit)
        column += size
    yield tuple(line)


def _units(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Yield what no line end may part: words, whole even where parts meet in them."""
    unit: list[Part] = []
    for role, text in parts:
        for piece in _UNIT.findall(text):
            if not piece.isspace():
                unit.append((role, visible(piece)))
            elif unit:
                yield unit
                unit = []
    if unit:
        yield unit
