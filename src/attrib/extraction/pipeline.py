"""From a document to its report: reading, finding, resolving, nesting."""

import functools
import os
from collections.abc import Iterable, Iterator, Sequence

import attrs

from attrib.credibility.likelihood import MARKS
from attrib.errors import AttribError, DocumentError
from attrib.extraction.circumstances.circumstances import (
    find_beside,
    find_channel,
    find_hedges,
    find_mode,
    find_time,
    share_likelihoods,
)
from attrib.extraction.circumstances.directness import find_directness, find_told
from attrib.extraction.circumstances.marks import find_marks
from attrib.extraction.finding import Found, find
from attrib.extraction.nesting import Place, nest
from attrib.extraction.pages.chunks import Chunks, find_chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range, read_page
from attrib.extraction.resolving import Resolution, Resolver
from attrib.extraction.sources.entities import Entity
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.tags import CLOSED_TAGS
from attrib.model.attribution import Attribution, AttributionKind, Relay
from attrib.model.document import Document
from attrib.model.report import Diagnostic, DiagnosticCode, Report
from attrib.model.source import Source, SourceKind
from attrib.model.span import Passage, Span
from attrib.text.datelines import find_credit, find_dateline
from attrib.text.headers import find_header
from attrib.text.repairs import find_misread, repaired

_CHUNK_DOCUMENTS = 8
_FEWEST_WORDS = 20
_SMALL_WORDS = 0.075
"""The least share of articles, pronouns and the like in a text that is read rightly."""


def parse(
    text_or_document: str | Document, *, lexicon: Lexicon | None = None
) -> Report:
    """Return who says what in a text, and how it reached the reader.

    Prose is never an error: every `str` parses, and what could not be read is among
    the report's diagnostics. Time is linear in the length of the text.

    Args:
        text_or_document: A text, or a `Document` that also says who published it and
            when: the outlet is the first link of each chain, and dates are read
            relative to the day of publication.
        lexicon: Words and rules to read with; by default those of the document's
            language.

    Returns:
        A report; without attributions when nothing is attributed or the text is
        empty. Spans are half-open ranges of code points of the text.

    Raises:
        DocumentError: The argument is neither a text nor a document.
        UnknownLanguageError: No lexicon is shipped for the document's language.

    Example:
        >>> report = parse("The port is closed, the harbour master told Baltic Wire.")
        >>> report.attributions[0].content.text
        'The port is closed'
        >>> parse("").attributions
        ()
    """
    opened = open_document(text_or_document, lexicon)
    document, page, chunks = opened.document, opened.page, opened.chunks
    found = find(page, chunks, opened.lexicon)
    resolver = Resolver(page, chunks, document)
    resolutions = resolver.resolve(found.drafts)
    places = nest(page, found.drafts, resolutions)
    finisher = Finisher(opened, resolver, found.drafts, places)
    attributions = [
        finisher.finish(index, draft, resolution, place)
        for index, (draft, resolution, place) in enumerate(
            zip(found.drafts, resolutions, places, strict=True)
        )
    ]
    remarks = [*opened.diagnostics, *remark(page, found), *finisher.diagnostics]
    agencies = find_agencies(opened)
    return Report(document, tuple(attributions), tuple(remarks), agencies)


def parse_many(
    documents: Iterable[str | Document],
    *,
    workers: int = 1,
    lexicon: Lexicon | None = None,
) -> Iterator[Report]:
    """Yield the report of each document, in their order, as they are asked for.

    Args:
        documents: Texts or documents; they are taken one by one.
        workers: How many processes read at the same time; of more than the machine
            has processors (`os.cpu_count()`), that many.
        lexicon: Words and rules to read with, for all of them; by default those of
            each document's language.

    Raises:
        DocumentError: `workers` is no whole number from 1, or `documents`, one of them
            or the lexicon is none. For one of them, as for an error of the iterator
            itself, the reports of those before it are yielded first.

    Example:
        >>> [len(report.attributions) for report in parse_many(["It rained."])]
        [0]
    """
    if type(workers) is not int or workers < 1:
        raise DocumentError(
            "workers is a whole number from 1, such as os.cpu_count(), "
            f"not {workers!r:.60}"
        )
    if isinstance(documents, (str, bytes, Document)):
        raise DocumentError(
            "parse_many takes several documents, such as a list; "
            f"got one {type(documents).__name__}: use parse for it"
        )
    if not isinstance(documents, Iterable):
        raise DocumentError(
            f"parse_many takes several documents, such as a list, not {documents!r:.60}"
        )
    _check_lexicon(lexicon)
    if workers == 1:
        return map(functools.partial(parse, lexicon=lexicon), documents)
    return _parse_in_parallel(documents, workers, lexicon)


def _parse_in_parallel(
    documents: Iterable[str | Document], workers: int, lexicon: Lexicon | None
) -> Iterator[Report]:
    import multiprocessing  # takes a while, and few need it

    failures: list[Exception] = []
    count = min(workers, os.cpu_count() or 1)
    with multiprocessing.Pool(count, _equip, (lexicon,)) as pool:
        for read in pool.imap(
            _try_parse, _until_failure(documents, failures), chunksize=_CHUNK_DOCUMENTS
        ):
            if isinstance(read, AttribError):
                raise read
            yield read
    if failures:
        raise failures[0]


_OF_WORKER: list[Lexicon | None] = []
"""In a worker, its lexicon: sent once, not with every document."""


def _equip(lexicon: Lexicon | None) -> None:
    _OF_WORKER.append(lexicon)


def _try_parse(document: str | Document) -> Report | AttribError:
    """Return an error instead of raising it, which would lose the reports before it."""
    try:
        return parse(document, lexicon=_OF_WORKER[-1])
    except AttribError as error:
        return error


def _until_failure(
    documents: Iterable[str | Document], failures: list[Exception]
) -> Iterator[str | Document]:
    """Yield documents until their iterator fails, and keep the error for later."""
    try:
        yield from documents
    except Exception as error:
        failures.append(error)


def _check_lexicon(lexicon: object) -> None:
    if lexicon is not None and not isinstance(lexicon, Lexicon):
        raise DocumentError(
            f"lexicon is a Lexicon or None, not {lexicon!r:.60}; the language is given "
            "by the document's lang"
        )


@attrs.frozen(eq=False)
class Opened:
    """A document read as far as it is read before anything is found in it.

    Attributes:
        document: The document.
        lexicon: The lexicon to read it with.
        header_chars: Length of its header in code points, 0 without one.
        page: Its text as a page.
        chunks: The noun phrases of the page.
        diagnostics: Remarks on what was left out.
    """

    document: Document
    lexicon: Lexicon
    header_chars: int
    page: Page
    chunks: Chunks
    diagnostics: tuple[Diagnostic, ...]


def find_agencies(opened: Opened) -> tuple[Relay, ...]:
    """Return the agencies that a dateline or a closing credit names."""
    text, outlet = opened.document.text, opened.document.outlet
    key_of = opened.lexicon.knowledge.key_of
    own = {} if outlet is None else {key_of(outlet.name): outlet.key}
    dateline = find_dateline(text, start=opened.header_chars)
    found = []
    if dateline is not None and dateline.agency_span is not None:
        found.append((dateline.agency_span, "its dateline names it"))
    closing = find_credit(text)
    if closing is not None and closing.of(text).lower() in opened.lexicon.outlets:
        found.append((closing, "it is credited at the end"))
    agencies: dict[str, Relay] = {}
    for span, reason in found:
        key = key_of(span.of(text))
        source = Source(
            span.of(text), SourceKind.NEWS_OUTLET, key=own.get(key, key)
        )  # the outlet itself under another of its names is the outlet
        agencies.setdefault(source.key, Relay(source, Passage.of(text, span), reason))
    return tuple(agencies.values())


def open_document(text_or_document: str | Document, lexicon: Lexicon | None) -> Opened:
    """Return a document with its page.

    Args:
        text_or_document: As for `parse`.
        lexicon: As for `parse`.

    Raises:
        DocumentError: The argument is neither a text nor a document.
        UnknownLanguageError: No lexicon is shipped for the document's language.
    """
    document = (
        text_or_document
        if isinstance(text_or_document, Document)
        else Document(text_or_document)
    )
    _check_lexicon(lexicon)
    if lexicon is None:
        lexicon = load_lexicon(document.lang)
    header = find_header(document.text)
    header_chars = 0 if header is None else header.span.end
    page = read_page(document.text, lexicon, header_chars=header_chars)
    diagnostics = []
    if header is not None:
        diagnostics.append(
            Diagnostic(DiagnosticCode.HEADER, header.reason, header.span)
        )
    misread = find_misread(document.text)
    if misread is not None:
        written = misread.of(document.text)
        message = (
            f'the text was once decoded wrongly: "{written}" is read as '
            f'"{repaired(written)[0]}", and others like it'
        )
        diagnostics.append(Diagnostic(DiagnosticCode.WRONG_DECODING, message, misread))
    diagnostics += _remark_on_language(page)
    return Opened(
        document, lexicon, header_chars, page, find_chunks(page), tuple(diagnostics)
    )


def _remark_on_language(page: Page) -> Iterator[Diagnostic]:
    """Yield a remark on a text that has hardly any of its language's small words.

    The share is below what short items of English feeds have: of 765 items of one feed
    23 are remarked on, all in Polish, and two in Polish are not.
    """
    small = sum(map(page.tags.count, CLOSED_TAGS))
    count = sum(map(str.isalpha, page.tags))
    if count >= _FEWEST_WORDS and small < _SMALL_WORDS * count:
        message = (
            f"{small} of {count} words are small ones such as articles and pronouns: "
            f"the text may not be in the language {page.lexicon.lang!r}"
        )
        yield Diagnostic(DiagnosticCode.FOREIGN_LANGUAGE, message)


def remark(page: Page, found: Found) -> Iterator[Diagnostic]:
    """Yield a remark on each quotation that is unbalanced or nobody's."""
    for quotation in page.quotations:
        is_odd = not quotation.is_opened or not quotation.is_closed
        if is_odd and not quotation.continues:
            missing = "closing" if quotation.is_opened else "opening"
            yield Diagnostic(
                DiagnosticCode.UNBALANCED_QUOTATION,
                f"this quotation has no {missing} mark",
                Span(*page.chars((quotation.first, quotation.last))),
            )
    for stretch in found.unowned:
        yield Diagnostic(
            DiagnosticCode.UNOWNED_QUOTATION,
            "nobody is named who said this",
            Span(*page.chars(stretch)),
        )


class Finisher:
    """Makes finished attributions of drafts."""

    def __init__(
        self,
        opened: Opened,
        resolver: Resolver,
        drafts: Sequence[Draft],
        places: Sequence[Place],
    ) -> None:
        page, lexicon = opened.page, opened.lexicon
        self._resolver = resolver
        self.page = page
        self.document = opened.document
        self.diagnostics: list[Diagnostic] = []
        self._sources: dict[int, Source] = {}
        self._told = find_told(page, drafts, [place.parent for place in places])
        # All that is sought word by word, sought at once.
        channels, knowledge = lexicon.channels, lexicon.directness
        hedges = lexicon.hedges | lexicon.disowned | lexicon.unproved
        telling = hedges.union(MARKS, channels.phrases, knowledge.phrases)
        words = page.find(telling)
        self._channels = find_marks(page, channels, words)
        self._knowledge = find_marks(page, knowledge, words)
        self._likelihoods = share_likelihoods(page, drafts, words)
        self._hedges = [
            at for at in words if page.norm(at) in hedges and page.quotation_of[at] < 0
        ]

    def finish(
        self, index: int, draft: Draft, resolution: Resolution, place: Place
    ) -> Attribution:
        """Return the attribution a draft has become."""
        page = self.page
        reasons = [*draft.reasons]
        if resolution.reason is not None:
            reasons.append(resolution.reason)
        if place.reason is not None:
            reasons.append(place.reason)
        beside = find_beside(page, draft)
        time = find_time(page, draft, beside, self.document)
        if time is not None:
            reasons.append(f"said {time[0]}: {time[1]}")
        source, *partners = self._sources_of(resolution.entity)
        directness, known = find_directness(
            page, draft, beside, self._knowledge, is_told=index in self._told
        )
        if known is not None:
            reasons.append(known)
        if source is None or (resolution.entity and resolution.entity.is_unresolved):
            self._remark_unresolved(draft)
        found = find_hedges(page, draft, self._hedges)
        return Attribution(
            index=index,
            content=self._passage(*draft.content),
            mention=None if draft.source is None else self._passage(draft.source),
            source=source,
            cue=self._passage(*draft.cue) if draft.cue else None,
            kind=draft.kind,
            mode=find_mode(page, draft.content),
            stance=draft.stance,
            directness=directness,
            hedges=[self._passage(hedge) for hedge in found],
            likelihoods=self._likelihoods.get(index, ()),
            channel=find_channel(page, draft, beside, self._channels),
            addressee=None
            if draft.addressee is None
            else self._passage(draft.addressee),
            relays=[
                Relay(passed_on, self._passage(mention), reason)
                for mention, entity, reason in self._resolver.relays(draft)
                if (passed_on := self._source(entity)) is not None
            ],
            partners=[each for each in partners if each is not None],
            is_relaying=place.is_relaying,
            time=None if time is None else time[0],
            parent=place.parent,
            continues=place.continues,
            rule=draft.rule,
            score=draft.score,
            terms=draft.terms,
            reasons=reasons,
        )

    def _sources_of(self, entity: Entity | None) -> list[Source | None]:
        """Return the source, and behind it those who say the same with it."""
        if entity is None or not entity.parts:
            return [self._source(entity)]
        return list(map(self._source, entity.parts))

    def _source(self, entity: Entity | None) -> Source | None:
        if entity is None:
            return None
        made = self._sources.get(id(entity))
        if made is None:
            made = self._sources[id(entity)] = entity.source(self.document.id)
        return made

    def _remark_unresolved(self, draft: Draft) -> None:
        """Remark on a report whose source the text does not tell."""
        if draft.source is not None:
            message = f'the text does not tell who "{self.page.say(draft.source)}" is'
            where = draft.source
        elif draft.kind is AttributionKind.REPORTING and draft.cue:
            message, where = (
                "the text does not tell whose words these are",
                draft.cue[0],
            )
        else:
            return
        span = Span(*self.page.chars(where))
        self.diagnostics.append(
            Diagnostic(DiagnosticCode.UNRESOLVED_SOURCE, message, span)
        )

    def _passage(self, *ranges: Range) -> Passage:
        if len(ranges) == 1:
            start, end = self.page.chars(ranges[0])
            return Passage((Span(start, end),), self.page.text[start:end])
        spans = sorted(self.page.chars(each) for each in ranges)
        merged = [spans[0]]
        for start, end in spans[1:]:
            if start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return Passage.of(self.page.text, *merged)
