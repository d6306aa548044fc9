"""Brief: the chains of one report at a glance, each on one line."""

from collections.abc import Iterator

from attrib.export.prose import (
    STANCE_VERBS,
    count,
    excerpt,
    shorten,
    visible,
    written_day,
)
from attrib.export.terminal import (
    NAME_CHARS,
    OTHERS_TITLE,
    Line,
    Role,
    head,
    told_and_other,
)
from attrib.export.voices import split_voices, tally_words
from attrib.model.attribution import AttributionKind
from attrib.model.chain import Chain
from attrib.model.report import Report

_LEAST_CONTENT_CHARS = 16
_WEAK_SCORE = 0.5
_INFERRED, _WEAK = "~", "?"
_LEGEND = {
    _INFERRED: "a link was concluded, not written",
    _WEAK: f"scored below {_WEAK_SCORE}",
}


def lay_out_briefly(report: Report, *, name: str, width: int = 88) -> Iterator[Line]:
    """Yield a head, and a line for each chain; contents are cut to the width.

    Args:
        report: The report.
        name: What to head it with, such as the name of the file.
        width: Longest line in characters, at least 40.

    Example:
        >>> from attrib.export.terminal import to_plain
        >>> from attrib.model.document import Document
        >>> report = Report(Document("It rained.", outlet="Baltic Wire"))
        >>> for line in lay_out_briefly(report, name="rain.txt"):
        ...     print(to_plain(line))
        rain.txt
        published by Baltic Wire · no chains · no sources · 2 words
    """
    told, others = told_and_other(report)
    tally = tally_words(report.document.text, split_voices(report))
    yield from head(report, told + others, tally, name=name, width=width)
    shown: list[str] = []
    for first, title, chains in ((1, "", told), (len(told) + 1, OTHERS_TITLE, others)):
        if chains and title:
            yield ((Role.TITLE, f"     {title}"),)
        for number, chain in enumerate(chains, first):
            marks = _marks(report, chain)
            shown.append(marks)
            yield _lay_out_chain(chain, number, marks, width)
    legend = [f"{m} {words}" for m, words in _LEGEND.items() if m in "".join(shown)]
    if legend:
        yield ((Role.FAINT, f"     {'; '.join(legend)}"),)
    if report.diagnostics:
        told_of = count(len(report.diagnostics), "remark")
        yield ((Role.FAINT, f"     {told_of} on the reading, in the full form"),)


def _marks(report: Report, chain: Chain) -> str:
    """Return a mark for a link that was concluded, and one for a weak finding."""
    scores = [
        report.attributions[link.attribution].score
        for link in chain.links
        if link.attribution is not None
    ]
    is_inferred = any(link.is_inferred for link in chain.links)
    is_weak = min(scores, default=1) < _WEAK_SCORE
    return (_INFERRED if is_inferred else "") + (_WEAK if is_weak else "")


def _lay_out_chain(chain: Chain, number: int, marks: str, width: int) -> Line:
    first = f"{number:>3}{marks:<2} "
    aside = _aside(chain)
    room = width - len(first) - len(aside) - len(": ") - _LEAST_CONTENT_CHARS
    names = shorten(_names(chain), max(room, _LEAST_CONTENT_CHARS))
    rest = width - len(first) - len(names) - len(aside) - len(": ")
    return (
        (Role.TITLE, first),
        (Role.NAME, names),
        (Role.WARNING, aside),
        (Role.PLAIN, ": "),
        (Role.CONTENT, excerpt(chain.content.text, rest)),
    )


def _names(chain: Chain) -> str:
    """Return names and arrows, without the name of the outlet: the head has it."""
    names = [shorten(visible(link.name), NAME_CHARS) for link in chain.links]
    if chain.has_outlet and len(names) > 1:
        names[0] = ""
    return " ← ".join(names).lstrip()


def _aside(chain: Chain) -> str:
    """Return what is special about a chain: kind, stance and day."""
    facts = (
        None if chain.kind is AttributionKind.REPORTING else chain.kind.value,
        STANCE_VERBS.get(chain.stance),
        None if chain.time is None else written_day(chain.time),
    )
    told = ", ".join(fact for fact in facts if fact is not None)
    return f" ({told})" if told else ""
