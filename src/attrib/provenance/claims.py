"""Claims: what reports tell, each with who says so and an id that leads back to it."""

from collections.abc import Iterable, Iterator, Sequence

from attrib.errors import DuplicateIdError
from attrib.lexicon.loading import load_lexicon
from attrib.model.attribution import AttributionKind, Stance
from attrib.model.chain import Chain, Link
from attrib.model.claim import Claim
from attrib.model.document import Document
from attrib.model.report import Report
from attrib.model.span import Passage, Span, merge
from attrib.provenance.precedence import in_order, several
from attrib.text.sentences import find_paragraphs, find_sentences
from attrib.text.tokens import tokenize

_FEWEST_WORDS = 4
"""Words of a sentence that may tell something; fewer are bylines and labels."""

_OWN_REASON = "says so in its own voice"


def find_claims(reports_or_documents: Iterable[Report | Document]) -> tuple[Claim, ...]:
    """Return what is told, by the sources of reports and in the outlets' own voice.

    Each chain of a report gives the claim at its end; each sentence in which nobody
    is reported gives one of the outlet. A document without a report gives its
    sentences only.

    Args:
        reports_or_documents: In any order; the same document twice counts once, and
            as a report if it is there as one, too.

    Returns:
        Claims, those of the earliest document first, in text order; empty when
        nothing is given.

    Raises:
        DocumentError: Something given is neither a report nor a document.
        DuplicateIdError: Two texts, two dates, two outlets or two different reports
            share an id.

    Example:
        >>> document = Document("The quay is closed until May. Nobody knows why.", "w")
        >>> for claim in find_claims([document]):
        ...     print(claim.id, claim.text)
        w#char=0,29 The quay is closed until May.
    """
    return tuple(
        claim
        for report in reports_in_order(reports_or_documents)
        for claim in _claims_of(report)
    )


def reports_in_order(values: Iterable[Report | Document]) -> list[Report]:
    """Return reports, the earliest first; one without attributions for a document.

    Raises:
        DuplicateIdError: As `find_claims` does.
    """
    given = list(several(values))
    reports: dict[str, Report] = {}
    for value in given:
        if isinstance(value, Report):
            known = reports.setdefault(value.document.id, value)
            if known != value:
                raise DuplicateIdError(
                    f"two different reports have the document {known.document.id!r}"
                )
    return [
        reports.get(document.id) or Report(document) for document in in_order(given)
    ]


def _claims_of(report: Report) -> list[Claim]:
    # What several sources say together is one claim that reached us several ways.
    together: dict[int | None, list[Chain]] = {}
    for chain in report.chains():
        together.setdefault(chain.attribution, []).append(chain)
    reported = [_claim(chains) for chains in together.values()]
    claims = [*reported, *_own_voice(report)]
    return sorted(claims, key=lambda claim: (claim.content.start, claim.content.end))


def _claim(chains: Sequence[Chain]) -> Claim:
    first = chains[0]
    return Claim(
        content=first.content,
        document_id=first.document_id,
        attribution=first.attribution,
        source=first.origin,
        stance=first.stance,
        chains=chains,
    )


def _own_voice(report: Report) -> Iterator[Claim]:
    """Yield a claim of the outlet for each sentence in which nobody is reported."""
    document = report.document
    tokens = tokenize(document.text)
    sentences = find_sentences(
        tokens,
        find_paragraphs(document.text, tokens),
        abbreviations=load_lexicon().abbreviations,
    )
    taken = merge(
        Span(passage.start, passage.end)
        for attribution in report.attributions
        if attribution.kind is AttributionKind.REPORTING
        for passage in attribution.parts
    )
    at = 0
    for first, last in sentences:
        start, end = tokens.starts[first], tokens.ends[last - 1]
        while at < len(taken) and taken[at].end <= start:
            at += 1
        if at < len(taken) and taken[at].start < end:
            continue
        words = [form for form in tokens.forms[first:last] if form[0].isalnum()]
        if len(words) >= _FEWEST_WORDS:
            asks = tokens.forms[last - 1].startswith("?")
            own = Chain(
                links=(Link(source=document.outlet, reason=_OWN_REASON),),
                content=Passage.of(document.text, (start, end)),
                document_id=document.id,
                attribution=None,
                stance=Stance.ASKS if asks else Stance.ASSERTS,
                has_outlet=document.outlet is not None,
                published=document.day,
            )
            yield _claim([own])
