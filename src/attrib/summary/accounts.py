"""Accounts: what one report says, source by source."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import attrs

from attrib.export.prose import (
    STANCE_VERBS,
    count,
    excerpt,
    listing,
    percentages,
    shorten,
    visible,
    written_day,
)
from attrib.export.voices import Tally, split_voices, tally_words
from attrib.model.attribution import AttributionKind, Mode, Stance
from attrib.model.chain import Chain
from attrib.model.grade import Grade, Standing
from attrib.model.period import Period
from attrib.model.report import DiagnosticCode, Report
from attrib.model.source import Source, SourceKind
from attrib.summary.grades import Grader, tell_grades, tell_sources
from attrib.summary.pages import Section, Summary

_UNKNOWN = (DiagnosticCode.UNOWNED_QUOTATION, DiagnosticCode.UNRESOLVED_SOURCE)
_CONTENT_CHARS = 600
_NOBODY = "a source that is not named"


@attrs.frozen(kw_only=True)
class Step:
    """One source on the way of a statement to the reader.

    Attributes:
        name: Its name, or None when the text leaves it open.
        stance: What it does with the truth of what it passes on.
        is_inferred: Whether the step was concluded rather than written.
        reason: Why it stands here.
    """

    name: str | None
    stance: Stance = Stance.ASSERTS
    is_inferred: bool = False
    reason: str = ""


@attrs.frozen(kw_only=True)
class Statement:
    """One content, and how it reached the reader.

    Attributes:
        content: Its words, white space made single.
        attribution: Index of the innermost attribution in the report.
        steps: The sources it came through, the outlet first where there is one and
            the origin last.
        has_outlet: Whether the first step is the outlet.
        kind, mode, stance, time, channel: As of the innermost attribution.
        hedges: Words that lower the teller's commitment.
        cue: The words of reporting, if there are any.
        is_clause: Whether the content says something by itself, as a clause or a
            quotation does; "the attack", which was condemned, does not.
        grade: What to think of it, where a ledger was given.
    """

    content: str
    attribution: int
    steps: tuple[Step, ...]
    has_outlet: bool = False
    kind: AttributionKind = AttributionKind.REPORTING
    mode: Mode = Mode.INDIRECT
    stance: Stance = Stance.ASSERTS
    time: Period | None = None
    channel: str | None = None
    hedges: tuple[str, ...] = ()
    cue: str | None = None
    is_clause: bool = True
    grade: Grade | None = None

    @property
    def is_denial(self) -> bool:
        """Whether its origin denies the content."""
        return self.stance is Stance.DENIES

    @property
    def is_withheld(self) -> bool:
        """Whether its origin does not say the content, or not that it is so."""
        return self.stance is Stance.WITHHOLDS

    @property
    def is_inferred(self) -> bool:
        """Whether any step was concluded rather than written."""
        return any(step.is_inferred for step in self.steps)

    @property
    def relays(self) -> tuple[Step, ...]:
        """The steps between the outlet and the origin."""
        return self.steps[1 if self.has_outlet else 0 : -1]


@attrs.frozen
class Account:
    """All that one source says in a report.

    Attributes:
        source: The source, or None for all statements of sources left open.
        statements: What it says, in text order.
    """

    source: Source | None
    statements: tuple[Statement, ...]


@attrs.frozen
class Unknown:
    """Something the report leaves open.

    Attributes:
        code: Whether a quotation has no owner or a source could not be told.
        message: The remark in words.
        words: The words it is about; empty when it is about the whole text.
    """

    code: DiagnosticCode
    message: str
    words: str


@attrs.frozen(kw_only=True)
class ReportSummary(Summary):
    """What one report says, by whom, and what it leaves open.

    Attributes:
        document_id: Id of the document.
        outlet: Who published it, if known.
        published: When, if known.
        accounts: One for each source that anything comes from, in text order.
        relays: Sources that only pass on what others say, in text order.
        unknown: Quotations nobody owns and sources that could not be told.
        tally: How many words are attributed, how many attribute, and how many the
            outlet says in its own voice.
        standings: What a ledger holds of the named sources, where one was given.
    """

    document_id: str
    outlet: Source | None = None
    published: dt.date | None = None
    accounts: tuple[Account, ...] = ()
    relays: tuple[Source, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    tally: Tally = attrs.field(factory=Tally)
    standings: tuple[Standing, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, source by source."""
        return tuple(s for account in self.accounts for s in account.statements)

    @property
    def denied(self) -> tuple[Statement, ...]:
        """Statements whose origin denies the content."""
        return tuple(s for s in self.statements if s.is_denial)

    @property
    def withheld(self) -> tuple[Statement, ...]:
        """What origins do not say, could not confirm, or left open."""
        return tuple(s for s in self.statements if s.is_withheld)

    @property
    def inferred(self) -> tuple[Statement, ...]:
        """Statements with a step that was concluded rather than written."""
        return tuple(s for s in self.statements if s.is_inferred)

    @property
    def own_share(self) -> float | None:
        """Share of words in the outlet's own voice, from 0 to 1; None for no words."""
        if self.tally.word_count == 0:
            return None
        return self.tally.own / self.tally.word_count

    def sections(self) -> Iterator[Section]:
        """Yield the summary in words, made safe to print but not marked up."""
        return _sections(self)


def sum_up_report(report: Report, *, grader: Grader | None = None) -> ReportSummary:
    """Return what one report says, by whom, and what it leaves open.

    Args:
        report: The report.
        grader: What grades its statements; None for no grades.

    Example:
        >>> from attrib.model.document import Document
        >>> document = Document("It rained.", outlet="Baltic Wire")
        >>> print(sum_up_report(Report(document)))
        Baltic Wire attributes nothing to anybody.
        <BLANKLINE>
        All 2 words are its own.
    """
    chains = report.chains()
    return ReportSummary(
        document_id=report.document.id,
        outlet=report.document.outlet,
        published=report.document.published,
        accounts=_collect_accounts(report, chains, grader),
        relays=_collect_relays(chains),
        unknown=tuple(
            Unknown(
                remark.code,
                remark.message,
                "" if remark.span is None else remark.span.of(report.document.text),
            )
            for remark in report.diagnostics
            if remark.code in _UNKNOWN
        ),
        tally=tally_words(report.document.text, split_voices(report)),
        standings=() if grader is None else grader.stand(chains),
    )


def _collect_accounts(
    report: Report, chains: Sequence[Chain], grader: Grader | None
) -> tuple[Account, ...]:
    sources: dict[str | None, Source | None] = {}
    statements: dict[str | None, list[Statement]] = {}
    for chain in chains:
        key = None if chain.origin is None else chain.origin.key
        sources.setdefault(key, chain.origin)
        statements.setdefault(key, []).append(_state(report, chain, grader))
    return tuple(
        Account(source, tuple(statements[key])) for key, source in sources.items()
    )


def _collect_relays(chains: Sequence[Chain]) -> tuple[Source, ...]:
    origins = {chain.origin.key for chain in chains if chain.origin is not None}
    relays = {
        link.source.key: link.source
        for chain in reversed(chains)
        for link in reversed(chain.relays)
        if link.source is not None and link.source.key not in origins
    }
    return tuple(reversed(relays.values()))


def _state(report: Report, chain: Chain, grader: Grader | None) -> Statement:
    # A chain that a report makes always comes from an attribution.
    assert chain.attribution is not None
    innermost = report.attributions[chain.attribution]
    steps = tuple(
        Step(
            name=None if link.source is None else link.source.name,
            stance=Stance.ASSERTS
            if link.attribution is None
            else report.attributions[link.attribution].stance,
            is_inferred=link.is_inferred,
            reason=link.reason,
        )
        for link in chain.links
    )
    return Statement(
        content=" ".join(chain.content.text.split()),
        attribution=chain.attribution,
        steps=steps,
        has_outlet=chain.has_outlet,
        kind=innermost.kind,
        mode=innermost.mode,
        stance=innermost.stance,
        time=innermost.time,
        channel=innermost.channel,
        hedges=tuple(hedge.text for hedge in innermost.hedges),
        cue=None if innermost.cue is None else " ".join(innermost.cue.text.split()),
        is_clause=innermost.mode is Mode.DIRECT
        or innermost.rule.partition(".")[2] not in _FRAGMENT_RULES,
        grade=None if grader is None else grader.grade(chain),
    )


_FRAGMENT_RULES = frozenset(
    """
    indirect.object indirect.infinitive indirect.gerund indirect.gap
    passive passive.to passive.for passive.as passive.over passive.of passive.with
    passive.about passive.particle relation.noun
    """.split()
)
"""Rules, whatever the language, whose contents only say what the cue is about."""


def _sections(summary: ReportSummary) -> Iterator[Section]:
    yield Section(_opening(summary))
    for account in summary.accounts:
        items = tuple(_sentence(statement) for statement in account.statements)
        yield Section(f"{_describe(account.source)}:", items)
    if summary.relays:
        names = listing([visible(source.name) for source in summary.relays])
        yield Section(f"Only passing on what others say: {names}.")
    inferred = tuple(
        f"{_quote(statement.content)} - {_name(step)}: {visible(step.reason)}"
        for statement in summary.inferred
        for step in statement.steps
        if step.is_inferred
    )
    if inferred:
        yield Section("Concluded rather than written:", inferred)
    if summary.unknown:
        yield Section("Left open:", tuple(_open(item) for item in summary.unknown))
    if summary.tally.word_count:
        yield Section(_share(summary))
    yield from tell_grades((s.grade, _route(s)) for s in summary.statements)
    yield from tell_sources(summary.standings)


def _route(statement: Statement) -> str:
    return f"{' ← '.join(map(_name, statement.steps))}: {_quote(statement.content)}"


def _opening(summary: ReportSummary) -> str:
    outlet = "The text" if summary.outlet is None else visible(summary.outlet.name)
    day = "" if summary.published is None else f" ({written_day(summary.published)})"
    statements = summary.statements
    if not statements:
        return f"{outlet}{day} attributes nothing to anybody."
    known = [account for account in summary.accounts if account.source is not None]
    is_open = len(statements) - sum(len(account.statements) for account in known)
    told = count(len(statements), "statement")
    origins = f" from {count(len(known), 'source')}" if known else ""
    marks = (
        (len(summary.denied), "is a denial", "are denials"),
        (len(summary.withheld), "is not committed to", "are not committed to"),
        (len(summary.inferred), "rests on inference", "rest on inference"),
        (is_open, f"comes from {_NOBODY}", f"come from {_NOBODY}"),
    )
    tail = [f"{n:,} {one if n == 1 else more}" for n, one, more in marks if n]
    of_these = f" Of these, {listing(tail)}." if tail else ""
    return f"{outlet}{day} relays {told}{origins}.{of_these}"


def _describe(source: Source | None) -> str:
    """Return a source's name with what is known of it."""
    if source is None:
        return _capitalize(_NOBODY)
    known = (
        source.kind.value if source.kind is not SourceKind.UNKNOWN else None,
        source.role if source.role != source.name else None,
        None if source.affiliation is None else f"of {source.affiliation}",
        None if source.count is None else f"{source.count:,} in number",
        "anonymous" if source.is_anonymous else None,
    )
    details = ", ".join(visible(detail) for detail in known if detail is not None)
    name = _capitalize(visible(source.name))
    return f"{name} ({details})" if details else name


def _capitalize(text: str) -> str:
    return text[:1].upper() + text[1:]


_ASSERTING_VERBS = {
    AttributionKind.REPORTING: "says",
    AttributionKind.BELIEF: "believes",
    AttributionKind.PERCEPTION: "sees",
    AttributionKind.ATTITUDE: "wishes, plans or supports",
}


def _sentence(statement: Statement) -> str:
    """Return what the source of an account does, its name left out."""
    verb = STANCE_VERBS.get(statement.stance)
    cue = _telling_cue(statement)
    # What is merely asserted of something, only the cue can say: "condemned".
    head = verb or cue or _ASSERTING_VERBS[statement.kind]
    if statement.relays:
        relays = [
            _name(step)
            + (
                f" (who {STANCE_VERBS[step.stance]} it)"
                if step.stance in STANCE_VERBS
                else ""
            )
            for step in statement.relays
        ]
        head += f", by way of {listing(relays)}"
    hedges = listing([f'"{visible(hedge)}"' for hedge in statement.hedges])
    details = (
        cue if verb else None,
        None if statement.time is None else written_day(statement.time),
        None if statement.channel is None else visible(statement.channel),
        f"hedged: {hedges}" if hedges else None,
    )
    known = "; ".join(detail for detail in details if detail is not None)
    head += f" ({known})" if known else ""
    if statement.mode is Mode.DIRECT:
        return f"{head}: {_quote(statement.content)}"
    words = shorten(visible(statement.content), _CONTENT_CHARS)
    if _GOES_ON[statement.stance].match(words):
        comma = "," if statement.relays else ""
        return f"{head}{comma} {words}"
    return f"{head}: {words}"


_THAT = re.compile(r"that\b")
_QUESTION = re.compile(r"(?:if|whether|wh(?:at|en|ere|ich|o|om|ose|y)|how|that)\b")
_GOES_ON = dict.fromkeys(Stance, _THAT) | {
    Stance.ASKS: _QUESTION,
    Stance.WITHHOLDS: _QUESTION,
    Stance.DENIES: re.compile(r"that\b|\w+ing\b"),
    Stance.PROMISES: re.compile(r"(?:that|to)\b"),
}
"""How a content begins that goes on after the verb without a colon."""


_STEMS = {
    Stance.DENIES: "den",
    Stance.ORDERS: "order",
    Stance.PROMISES: "promis",
    Stance.WITHHOLDS: "say",
}
"""What cues have in common that add nothing to the verb of their stance."""


def _telling_cue(statement: Statement) -> str | None:
    """Return the cue in quotation marks where the verb alone would not do."""
    cue = visible(statement.cue or "")
    is_plain = statement.is_clause and statement.stance not in (
        Stance.ORDERS,
        Stance.WITHHOLDS,
    )
    stem = _STEMS.get(statement.stance)
    if is_plain or (stem is not None and stem in cue):
        return None
    return f'"{cue}"' if any(map(str.isalnum, cue)) else None


def _quote(words: str) -> str:
    return excerpt(words, _CONTENT_CHARS)


def _name(step: Step) -> str:
    return _NOBODY if step.name is None else visible(step.name)


def _open(unknown: Unknown) -> str:
    words = f"{_quote(unknown.words)} - " if unknown.words.strip() else ""
    return f"{words}{visible(unknown.message)}"


def _share(summary: ReportSummary) -> str:
    tally = summary.tally
    if tally.own == tally.word_count == 1:
        return "Its only word is its own."
    if tally.own == tally.word_count:
        return f"All {count(tally.word_count, 'word')} are its own."
    content, naming, own = percentages((tally.content, tally.naming, tally.own))
    return (
        f"Of its {count(tally.word_count, 'word')}, {content}% are in somebody's "
        f"content, {naming}% name source and cue, and {own}% are in its own voice."
    )
